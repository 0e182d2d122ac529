"""Find the one event that a reader means, by what a reader can copy or remember: an id, or a date and words.

Words are looked for in an event's title first, then in the titles and the sentences of its mentions, so that a name
holds when a rebuild gives the event a better title; a date in the event's own first, then in the other claims to its
date. Only the best kind of match counts, and never the likeliest of several equals.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.errors import TimelineError
from timeline.ids import find
from timeline.interval import Interval
from timeline.model import Event
from timeline.salience import is_printable
from timeline.words import fold

_SHOWN = 3  # events named in a message
_LONGEST = 60  # characters of a title in a message
_DAY = r"[0-9]{4}(?:-[0-9]{1,2}(?:-[0-9]{1,2})?)?"
_DATED = re.compile(rf"({_DAY}(?:/{_DAY})?)~?(?![\w-])[\s:,;|]*(.*)", re.DOTALL)
_WORD = re.compile(r"\w+")

# an event's rank for a name: how the words match, how the date does, whether the event is too thin to be printed
_Rank = tuple[int, int, bool]


class NotOneError(TimelineError):
    """A name finds no event, or more than one."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """The folded words of an event: those of its title in order, and those of each title and sentence as sets."""

    title: tuple[str, ...]
    titles: tuple[frozenset[str], ...]
    sentences: tuple[frozenset[str], ...]

    def rank(self, wanted: tuple[str, ...]) -> int | None:
        """Return how well some words match, 0 for the best; None for not at all."""
        words = frozenset(wanted)
        matches = (
            self.title == wanted,
            words <= frozenset(self.title),
            any(words <= title for title in self.titles),
            any(words <= sentence for sentence in self.sentences),
        )
        return matches.index(True) if True in matches else None


class Finder:
    """Finds events by name among those given."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = tuple(events)
        self._words = [_read(event) for event in self._events]

    def one(self, name: str) -> Event:
        """Return the event that a name means.

        Raises:
            NotOneError: if there is none, or more than one; it says which come near.
        """
        found = find(self._events, name) or self._by_words(name)
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotOneError(f"'{name[:200]}' finds no event", self._nearest(name))
        several = "; ".join(shown(event) for event in found[:_SHOWN]) + ("; ..." if len(found) > _SHOWN else "")
        what = f"'{name[:200]}' finds {len(found)} events: {several}"
        raise NotOneError(what, "add words of its title, or name it by its id")

    def all(self, name: str) -> tuple[Event, ...]:
        """Return the events that a date, words or both name: where the words match best, of any day they share."""
        ranked = self._named(name)
        words = min((by_words for _, (by_words, _, _) in ranked), default=0)
        dates = [(event, by_date) for event, (by_words, by_date, _) in ranked if by_words == words]
        farthest = max(1, min((by_date for _, by_date in dates), default=0))  # a rival claim where no date matches
        return tuple(event for event, by_date in dates if by_date <= farthest)

    def nearest(self, name: str) -> Event | None:
        """Return the event that shares most words of its title with a name, or its nearest date if it is but a date."""
        day, wanted = _split(name)
        shares = [len(set(wanted) & set(words.title)) for words in self._words]
        best = max(shares, default=0)
        near = [event for event, share in zip(self._events, shares, strict=True) if share == best]
        if not best and (wanted or day is None):
            return None
        if day is not None:
            near.sort(key=lambda event: abs((event.interval.start - day.start).days))
        return near[0] if near else None

    def _by_words(self, name: str) -> tuple[Event, ...]:
        ranked = self._named(name)
        best = min((rank for _, rank in ranked), default=None)
        return tuple(event for event, rank in ranked if rank == best)

    def _named(self, name: str) -> list[tuple[Event, _Rank]]:
        day, wanted = _split(name)
        ranked = self._ranked(day, wanted)
        if not ranked and day is not None:  # a title may begin with a number
            ranked = self._ranked(None, _folded(name))
        return ranked

    def _ranked(self, day: Interval | None, wanted: tuple[str, ...]) -> list[tuple[Event, _Rank]]:
        if day is None and not wanted:
            return []
        ranked = []
        for event, words in zip(self._events, self._words, strict=True):
            by_date = 0 if day is None else _date_rank(event, day)
            by_words = words.rank(wanted) if by_date is not None else None
            if by_date is not None and by_words is not None:
                ranked.append((event, (by_words, by_date, not is_printable(event))))
        return ranked

    def _nearest(self, name: str) -> str:
        """Return the remedy for a name that finds nothing."""
        near = self.nearest(name)
        return (
            f"did you mean {shown(near)}?" if near else "copy its id from the column event_id, or remove the correction"
        )


def _read(event: Event) -> _Words:
    titles = dict.fromkeys(mention.title for mention in event.mentions)
    sentences = dict.fromkeys(mention.sentence_text for mention in event.mentions)
    return _Words(
        title=_folded(event.title),
        titles=tuple(frozenset(_folded(title)) for title in titles),
        sentences=tuple(frozenset(_folded(f"{event.title} {sentence}")) for sentence in sentences),
    )


def _folded(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))


def _split(name: str) -> tuple[Interval | None, tuple[str, ...]]:
    """Return the date at the head of a name, and its words."""
    match = _DATED.fullmatch(name)
    if match is None:
        return None, _folded(name)
    try:
        return Interval.parse(match[1]), _folded(match[2])
    except TimelineError:
        return None, _folded(name)


def _date_rank(event: Event, day: Interval) -> int | None:
    """Return how well a date matches an event's, 0 for the best; None for not at all."""
    if (event.interval.start, event.interval.end) == (day.start, day.end):
        return 0
    if event.interval.overlaps(day):
        return 1
    return 2 if any(claim.interval.overlaps(day) for claim in event.claims) else None


def shown(event: Event) -> str:
    """Return an event as a message names it: date, title and id."""
    title = event.title if len(event.title) <= _LONGEST else event.title[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"'{event.date} {title}' ({event.id})"
