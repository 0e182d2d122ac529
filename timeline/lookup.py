"""The events that a reader means: by an id, a date, words, or a date and words."""

from typing import NamedTuple

from timeline.corrections.find import Finder, shown
from timeline.errors import QueryError
from timeline.ids import find
from timeline.model import Event, Timeline
from timeline.pubdate import parse_day
from timeline.relevance import about


class Meant(NamedTuple):
    """The events that a name may mean, at least one, in the order of the timeline, and the one that it surely means."""

    events: tuple[Event, ...]
    only: Event | None


def lookup(timeline: Timeline, name: str) -> Meant:
    """Return the events that a name means.

    Words are looked for in titles first, then in what the sources say, then as :meth:`Timeline.query` does; what is
    found first counts. A date finds what has a day in common with it.

    Args:
        timeline: the events.
        name: an id or its beginning, a date as the table or a paper writes it, words, or a date of the table and words.

    Raises:
        QueryError: if it means none; it says which comes near.
    """
    found = find(timeline.events, name)
    if found:
        return _meant(found)
    day, finder = parse_day(name), Finder(timeline.events)
    sought = day.isoformat() if day else name
    found = finder.all(sought)
    if found:
        return _meant(found)
    found = _told(timeline, name)
    if not found:
        near = finder.nearest(sought)
        remedy = f"did you mean {shown(near)}?" if near else "the ids stand in the column event_id of the table"
        raise QueryError(f"{name[:200]}: no such event; {remedy}")
    return Meant(found, None)


def _meant(found: tuple[Event, ...]) -> Meant:
    return Meant(found, found[0] if len(found) == 1 else None)


def _told(timeline: Timeline, name: str) -> tuple[Event, ...]:
    try:
        return about(timeline, name).events
    except QueryError:  # no word of it tells anything
        return ()
