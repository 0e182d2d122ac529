"""The overview: where in time all events lie, when the picture has room for some of them only."""

from collections import Counter
from collections.abc import Sequence

from timeline.chart.axis import axis
from timeline.chart.measures import MARGIN, Measures
from timeline.chart.rows import Selection
from timeline.chart.scene import Group, Mark, Rect, Text
from timeline.chart.strip import Strip, lay
from timeline.model import Event, Timeline
from timeline.words import count

_COLUMN = 5.0  # pixels, with the pixel between two
_HEIGHT = 40.0
_LONGEST = 31  # days of an event that has a place in it
_GAP = 31  # days that cut its axis


def overview(timeline: Timeline, selection: Selection, measures: Measures, y: float) -> tuple[list[Group], float]:
    """Draw below ``y`` how many events there are when, those shown in colour; return the groups and where they end.

    Nothing is drawn where nothing is left out.
    """
    events = [event for event in timeline.events if event.interval.days <= _LONGEST]
    if len(selection.events) == len(timeline.events) or not events:
        return [], y
    shown = {event.id for event in selection.events}
    strip = lay([event.interval for event in events], _GAP, MARGIN, measures.end - MARGIN)
    every = _columns(events, strip)
    some = _columns([event for event in events if event.id in shown], strip)
    words = f"When all {count(len(timeline.events), 'event')} lie; in colour, the {len(selection.events):,} below"
    marks: list[Mark] = [Text(x=MARGIN, y=y + 16, text=words, size=measures.note, fill="muted")]
    foot = y + 26 + _HEIGHT
    unit = _HEIGHT / max(every.values())
    for column, number in sorted(every.items()):
        x = MARGIN + column * _COLUMN
        for tall, fill in ((number, "line"), (some[column], "theme0")):
            if tall:
                high = round(max(tall * unit, 1), 2)
                marks.append(Rect(x=x, y=foot - high, width=_COLUMN - 1, height=high, fill=fill))
    marks += axis(strip, foot, below=True)
    return [Group(marks=tuple(marks))], foot + 46


def _columns(events: Sequence[Event], strip: Strip) -> Counter[int]:
    """Count events by the column that the middle of their days falls in."""
    columns: Counter[int] = Counter()
    for event in events:
        span = strip.span(event.interval)
        if span:
            columns[int(((span[0] + span[1]) / 2 - MARGIN) / _COLUMN)] += 1
    return columns
