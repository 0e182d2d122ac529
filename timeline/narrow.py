"""Smaller timelines of a timeline: a period, a story, the most salient events."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from timeline.asked import whole
from timeline.asked import words as text
from timeline.heading import headed
from timeline.interval import period
from timeline.model import Event, Problem, Severity, Timeline
from timeline.relevance import About, about


def most_salient(events: Sequence[Event], limit: int) -> tuple[Event, ...]:
    """Return the ``limit`` most salient events in the order they came, and every pinned one; of equals the earlier."""
    ranked = sorted(range(len(events)), key=lambda at: (not events[at].pinned, -events[at].salience, at))
    pinned = sum(event.pinned for event in events)
    return tuple(events[at] for at in sorted(ranked[: max(limit, pinned)]))


def top(timeline: Timeline, number: int) -> Timeline:
    """Return the most salient events, at most ``number`` of them, in order of time; pinned ones in any case.

    Raises:
        QueryError: if the number is no whole one above 0.
    """
    kept = most_salient(timeline.events, whole(number, "top"))
    omitted = timeline.omitted + len(timeline.events) - len(kept)
    return replace(timeline, events=kept, omitted=omitted, about=_about(timeline))


def between(timeline: Timeline, start: str | date | None, end: str | date | None) -> Timeline:
    """Return the events of which a day lies in a period; if none does, a problem says so.

    Args:
        timeline: the events.
        start: the first day, or a year or month by its name ("2023", "2023-12"); None for no bound.
        end: the last day, inclusive, likewise.

    Raises:
        QueryError: if a bound is no date, or the end lies before the start.
    """
    first, last = period(start, end)
    kept = [event for event in timeline.events if event.interval.start <= last and first <= event.interval.last]
    bounds = [(name, str(given)) for name, given in (("from", start), ("to", end)) if given is not None]
    found = _only(timeline, kept, *bounds)
    if kept or not timeline.events:
        return found
    return replace(
        found, problems=(*found.problems, _outside(timeline, " ".join(f"{name} {at}" for name, at in bounds)))
    )


def conflicts(timeline: Timeline) -> Timeline:
    """Return the events that are told with conflicting dates."""
    return _only(timeline, (event for event in timeline.events if event.conflict))


def query(timeline: Timeline, words: str) -> Timeline:
    """Return the events that a query is about, whatever its case and accents, with the articles that tell them.

    An event is kept if its own words hold all of the query, if its articles are full of it, or if they tell the one
    story that it names; a phrase in quotes has to stand word for word. If nothing is kept, a problem says so.

    Args:
        timeline: the events of one story or of several.
        words: names and words of a story, such as ``caravan migrants`` or ``Blinken "border wall"``.

    Raises:
        QueryError: if no word of the query tells anything, or it is no text.
    """
    found = about(timeline, text(words, "query"))
    problems = (*timeline.problems, *_doubts(words, found))
    kept = _only(timeline, found.events, ("query", words))
    return replace(kept, problems=problems, about=_asked(timeline, kept))


def _outside(timeline: Timeline, asked: str) -> Problem:
    begin = min(event.interval.start for event in timeline.events)
    end = max(event.interval.last for event in timeline.events)
    what, remedy = f"no event lies in the period {asked}", f"ask for another: they reach from {begin} to {end}"
    return Problem(where=".", what=what, remedy=remedy, severity=Severity.WARNING)


def _doubts(words: str, found: About) -> Iterator[Problem]:
    """Yield what a query may have got wrong."""
    strange = "; ".join(f"'{word}' stands in no article" for word, _ in found.unknown)
    near = "', '".join(dict.fromkeys(word for _, word in found.unknown if word))
    remedy = f"did you mean '{near}'?" if near else "ask for fewer or other words"
    if not found.events:
        what = f"no event is about '{words}'" + (f" ({strange})" if strange else "")
        yield Problem(where=".", what=what, remedy=remedy, severity=Severity.WARNING)
    elif strange:
        what = f"{strange}; what the rest of '{words}' names is kept"
        yield Problem(where=".", what=what, remedy=remedy, severity=Severity.WARNING)


def _only(timeline: Timeline, events: Iterable[Event], *settings: tuple[str, str]) -> Timeline:
    """Return a timeline of some of the events; how many it once left out says nothing of them."""
    kept = tuple(events)
    told = {mention.article_id for event in kept for mention in event.mentions}
    return replace(
        timeline,
        events=kept,
        articles=tuple(article for article in timeline.articles if article.id in told),
        settings=(*timeline.settings, *settings),
        omitted=0,
        about=_about(timeline),
    )


def _about(timeline: Timeline) -> str:
    """Return what heads every part of a story: what the whole of it is about."""
    return timeline.about or ("" if timeline.title else headed(timeline.events) or "Timeline")


def _asked(whole: Timeline, found: Timeline) -> str:
    """Return what heads what a query found: that of the whole, but for one of several stories what that is about."""
    own, every = headed(found.events), _about(whole)
    alike = {*own.casefold().split()} & {*every.casefold().split()} - {"and"}
    return own if every and own and not alike else every
