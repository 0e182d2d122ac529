"""What a timeline does in the reader's hands: show itself in a notebook, and give smaller timelines of itself."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from timeline.chart import svg
from timeline.chart.rows import most_salient
from timeline.errors import TimelineError
from timeline.ids import find
from timeline.interval import Grain, Interval
from timeline.model import Event, Timeline
from timeline.page import fragment
from timeline.reasons import reasons
from timeline.words import count

_GRAINS = {1: Grain.YEAR, 2: Grain.MONTH, 3: Grain.DAY}


class Words(str):
    """A text that a notebook shows as it is, line by line, rather than in quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def mimebundle(timeline: Timeline) -> dict[str, str]:
    """Return what a notebook shows, with no network: the picture with its text below, and the picture alone."""
    told = f"a timeline of {count(len(timeline.events), 'event')} from {count(len(timeline.articles), 'article')}"
    return {
        "text/html": fragment(timeline, folded=True),
        "image/svg+xml": svg(timeline),
        "text/plain": f"<{timeline.title + ': ' if timeline.title else ''}{told}>",
    }


def explain(timeline: Timeline, event: str) -> Words:
    """Return why an event has its date: claims, sources, sentences, rules and anchors.

    Args:
        timeline: the events.
        event: an event's id or its first characters, an id that it had before, or the id of one of its mentions.

    Raises:
        TimelineError: if no event or more than one begins so.
    """
    found = find(timeline.events, event)
    if len(found) != 1:
        what = f"{len(found)} events begin so" if found else "no such event"
        raise TimelineError(f"'{event}': {what}; the ids stand in the column event_id of the table")
    return Words("\n".join(reasons(found[0], timeline)))


def between(timeline: Timeline, start: str | date | None, end: str | date | None) -> Timeline:
    """Return the events of which a day lies in a period.

    Args:
        timeline: the events.
        start: the first day, or a year or month by its name ("2023", "2023-12"); None for no bound.
        end: the last day, inclusive, likewise.

    Raises:
        TimelineError: if a bound is no date.
    """
    first = _period(start).start if start is not None else date.min
    last = _period(end).last if end is not None else date.max
    kept = (event for event in timeline.events if event.interval.start <= last and first <= event.interval.last)
    return _only(timeline, kept)


def _period(bound: str | date) -> Interval:
    if isinstance(bound, date):
        return Interval.day(date(bound.year, bound.month, bound.day))
    parts = bound.strip().split("-")
    try:
        numbers = [int(part) for part in parts]
        return Interval.unit(date(*[*numbers, 1, 1][:3]), _GRAINS[len(parts)])
    except (ValueError, KeyError):
        raise TimelineError(f"'{bound}': not a date; write for example 2023, 2023-12 or 2023-12-24") from None


def top(timeline: Timeline, number: int) -> Timeline:
    """Return the most salient events, at most ``number`` of them, in order of time."""
    kept = most_salient(timeline.events, max(number, 0))
    return replace(timeline, events=kept, omitted=timeline.omitted + len(timeline.events) - len(kept))


def query(timeline: Timeline, words: str) -> Timeline:
    """Return the events that tell of every one of some words, whatever their case and accents.

    Searched are titles, quotes, actors, places, themes and sources.
    """
    wanted = _folded(words).split()
    kept = (event for event in timeline.events if all(word in _text(event) for word in wanted))
    return _only(timeline, kept)


def conflicts(timeline: Timeline) -> Timeline:
    """Return the events that are told with conflicting dates."""
    return _only(timeline, (event for event in timeline.events if event.conflict))


def _only(timeline: Timeline, events: Iterable[Event]) -> Timeline:
    """Return a timeline of some of the events; how many it once left out says nothing of them."""
    return replace(timeline, events=tuple(events), omitted=0)


def _text(event: Event) -> str:
    quotes = (mention.sentence_text for mention in event.mentions)
    parts = (event.title, event.description, event.theme, *event.actors, *event.places, *event.sources, *quotes)
    return _folded("\n".join(parts))


def _folded(words: str) -> str:
    """Return words in lower case without accents, so that "Lopez" finds "López"."""
    return "".join(char for char in unicodedata.normalize("NFKD", words.casefold()) if not unicodedata.combining(char))
