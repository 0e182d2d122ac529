"""The overview: where in time all events lie, when the picture has room for some of them only."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from timeline.chart.axis import axis
from timeline.chart.measures import MARGIN, Measures
from timeline.chart.rows import Selection
from timeline.chart.scene import Group, Mark, Rect, Text
from timeline.chart.strip import Strip, cuts, lay
from timeline.chart.text import even
from timeline.chart.ticks import Piece, firsts
from timeline.model import Event, Timeline
from timeline.words import count

_COLUMN = 5.0  # least pixels of a column, with the pixel between two
_HEIGHT = 40.0
_LONGEST = 31  # days of an event that has a place in it
_GAPS = (31, 92, 366, 3653)  # days of a pause that cuts its axis, raised while there are too many
_PAUSE = timedelta(days=_GAPS[0])
_CUT_SHARE = 0.3  # of its room, the most that pieces between cuts may take at their narrowest
_FAR = 20  # of so many events one, at either end, is far off where its axis would be twice as long with it
# days of a column, and months, tried until a column is wide enough
_DAYS = (1, 2, 3, 7, 14)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
_MONTH = 30.4  # days

_Column = tuple[date, date, float, float]  # its days, half-open, and its pixels


def overview(timeline: Timeline, selection: Selection, measures: Measures, y: float) -> tuple[list[Group], float]:
    """Draw below ``y`` how many events there are when, those shown set off; return the groups and where they end.

    Nothing is drawn where nothing is left out.
    """
    short = [event for event in timeline.events if event.interval.days <= _LONGEST]
    if len(selection.events) == len(timeline.events) or not short:
        return [], y
    shown = {event.id for event in selection.events}
    events = _near(short, shown)
    strip = _axis(events, measures)
    fill, off = ("ink", "in bold") if selection.themes else ("theme0", "in colour")  # a theme has the colour
    marks: list[Mark] = []
    for line in even(_words(timeline, short, events, off), measures.end - MARGIN, measures.note):
        y += 16
        marks.append(Text(x=MARGIN, y=y, text=line, size=measures.note, fill="muted"))
    foot = y + 10 + _HEIGHT
    marks += _bars(strip, events, shown, foot, fill)
    marks += axis(strip, foot, below=True)
    return [Group(marks=tuple(marks), role="overview")], foot + 46


def _bars(strip: Strip, events: Sequence[Event], shown: Container[str], foot: float, fill: str) -> Iterator[Mark]:
    """Draw how many events each column has, from a foot up: first those that are shown, set off by ``fill``."""
    columns = list(_columns(strip))
    every = _counts(events, columns)
    some = _counts([event for event in events if event.id in shown], columns)
    unit = _HEIGHT / max(every)
    for (_, _, left, right), number, drawn in zip(columns, every, some, strict=True):
        wide = round(max(right - left - 1, 1), 2)
        top, middle = (round(foot - max(tall * unit, 1), 2) if tall else foot for tall in (number, drawn))
        rest = round(middle - top - bool(drawn), 2)  # a pixel of paper parts the two, for who sees no colours
        if drawn:
            yield Rect(x=left, y=middle, width=wide, height=round(foot - middle, 2), fill=fill)
        if rest > 0:
            yield Rect(x=left, y=top, width=wide, height=rest, fill="line")


def _near(events: Sequence[Event], shown: Container[str]) -> list[Event]:
    """Leave out the few events far before and after most of all and most of those shown, which would fill the axis."""
    starts = sorted(event.interval.start for event in events)
    own = sorted(event.interval.start for event in events if event.id in shown) or starts
    first = min(days[len(days) // _FAR] for days in (starts, own))
    last = max(days[-1 - len(days) // _FAR] for days in (starts, own))
    for start in starts:  # what follows on most events is not far from them, nor what they follow on
        last = start if timedelta() < start - last < _PAUSE else last
    for start in reversed(starts):
        first = start if timedelta() < first - start < _PAUSE else first
    if 2 * (last - first) >= starts[-1] - starts[0]:
        return list(events)
    return [event for event in events if first <= event.interval.start <= last]


def _axis(events: Sequence[Event], measures: Measures) -> Strip:
    """Lay an axis that is cut at pauses, but at no more than leave most of it to the events."""
    room = measures.end - MARGIN
    intervals = [event.interval for event in events]
    strips = (lay(intervals, gap, MARGIN, room) for gap in _GAPS)
    few = (strip for strip in strips if sum(piece.cut for piece in strip.pieces) <= cuts(room * _CUT_SHARE))
    return next(few, None) or lay(intervals, None, MARGIN, room)


def _words(timeline: Timeline, short: Sequence[Event], events: Sequence[Event], off: str) -> str:
    """Say what the overview shows, how those are set off that the picture shows, and what it does not show."""
    number, every = len(events), len(timeline.events)
    if number == every:
        return f"When all {count(every, 'event')} lie; {off}, those below"
    why = " or ".join(
        reason
        for reason, holds in (("far off", number < len(short)), ("longer than a month", len(short) < every))
        if holds
    )
    rest = "the other is" if every - number == 1 else "the others are"
    return f"When {number:,} of {count(every, 'event')} lie; {off}, those below; {rest} {why}"


def _columns(strip: Strip) -> Iterator[_Column]:
    """Yield columns of as many whole days, weeks or months each as are wide enough to be seen."""
    scale = max(piece.scale for piece in strip.pieces)
    days = next((days for days in _DAYS if days * scale >= _COLUMN), 0)
    months = next((months for months in _MONTHS if months * _MONTH * scale >= _COLUMN), _MONTHS[-1])
    for piece in strip.pieces:
        starts = _by_days(piece, days) if days else _by_months(piece, months)
        for start, end in pairwise([*starts, piece.end]):
            yield start, end, round(piece.x(start), 2), round(piece.x(end), 2)


def _by_days(piece: Piece, days: int) -> Iterator[date]:
    """Yield the first day of each column; weeks begin on Mondays."""
    first = days - piece.start.weekday() if days % 7 == 0 else days
    yield piece.start
    for offset in range(first, (piece.end - piece.start).days, days):
        yield piece.start + timedelta(days=offset)


def _by_months(piece: Piece, months: int) -> Iterator[date]:
    yield piece.start
    yield from (day for day in firsts(piece.start, (piece.end - piece.start).days, months) if day > piece.start)


def _counts(events: Sequence[Event], columns: Sequence[_Column]) -> list[float]:
    """Count the events of each column; one of several days is shared out among them."""
    counts = [0.0] * len(columns)
    starts = [start for start, *_ in columns]
    for event in events:
        interval = event.interval
        at = max(bisect_right(starts, interval.start) - 1, 0)
        while at < len(columns) and starts[at] < interval.end:
            days = (min(columns[at][1], interval.end) - max(starts[at], interval.start)).days
            counts[at] += max(days, 0) / interval.days
            at += 1
    return counts
