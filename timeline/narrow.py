"""Smaller timelines of a timeline: a period, a story, the most salient events."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from timeline.errors import TimelineError
from timeline.interval import Interval
from timeline.model import Event, Timeline
from timeline.words import fold


def most_salient(events: Sequence[Event], limit: int) -> tuple[Event, ...]:
    """Return the ``limit`` most salient events in the order they came, and every pinned one; of equals the earlier."""
    ranked = sorted(range(len(events)), key=lambda at: (not events[at].pinned, -events[at].salience, at))
    pinned = sum(event.pinned for event in events)
    return tuple(events[at] for at in sorted(ranked[: max(limit, pinned)]))


def top(timeline: Timeline, number: int) -> Timeline:
    """Return the most salient events, at most ``number`` of them, in order of time; pinned ones in any case."""
    kept = most_salient(timeline.events, max(number, 0))
    return replace(timeline, events=kept, omitted=timeline.omitted + len(timeline.events) - len(kept))


def between(timeline: Timeline, start: str | date | None, end: str | date | None) -> Timeline:
    """Return the events of which a day lies in a period.

    Args:
        timeline: the events.
        start: the first day, or a year or month by its name ("2023", "2023-12"); None for no bound.
        end: the last day, inclusive, likewise.

    Raises:
        TimelineError: if a bound is no date, or the end lies before the start.
    """
    first = bound(start).start if start is not None else date.min
    last = bound(end).last if end is not None else date.max
    if last < first:
        raise TimelineError(f"'{start}' to '{end}': it ends before it begins; swap the two")
    kept = (event for event in timeline.events if event.interval.start <= last and first <= event.interval.last)
    return _only(timeline, kept)


def bound(day: str | date) -> Interval:
    """Return the day, month or year that bounds a period.

    >>> bound("2023-12").last
    datetime.date(2023, 12, 31)

    Raises:
        TimelineError: if it is no date.
    """
    text = day if isinstance(day, str) else date(day.year, day.month, day.day).isoformat()
    if "/" in text:
        raise TimelineError(f"'{text}': two dates; write one, for example 2023, 2023-12 or 2023-12-24")
    return Interval.parse(text)


def conflicts(timeline: Timeline) -> Timeline:
    """Return the events that are told with conflicting dates."""
    return _only(timeline, (event for event in timeline.events if event.conflict))


def query(timeline: Timeline, words: str) -> Timeline:
    """Return the events that tell of every one of some words, whatever their case and accents.

    Searched are titles, quotes, actors, places, themes and sources.
    """
    wanted = fold(words).split()
    kept = (event for event in timeline.events if all(word in _text(event) for word in wanted))
    return _only(timeline, kept)


def _only(timeline: Timeline, events: Iterable[Event]) -> Timeline:
    """Return a timeline of some of the events; how many it once left out says nothing of them."""
    return replace(timeline, events=tuple(events), omitted=0)


def _text(event: Event) -> str:
    quotes = (mention.sentence_text for mention in event.mentions)
    parts = (event.title, event.description, event.theme, *event.actors, *event.places, *event.sources, *quotes)
    return fold("\n".join(parts))
