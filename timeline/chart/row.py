"""One event's row: its date, its marker, its words and its bar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.chart.look import Look, headline, meant, placed, remark, rival
from timeline.chart.measures import MARGIN, Measures
from timeline.chart.scene import Anchor, Group, Line, Mark, Rect, Text
from timeline.chart.strip import Strip
from timeline.chart.text import even, width, wrap
from timeline.disputes import rivals
from timeline.interval import Interval
from timeline.model import Event

_NEAR = 31  # days off the ends of an uncut axis that another date told may lie at least
_ABOUT = frozenset({"about", "before", "after", "early", "late"})
PAD = 5.0  # above and below a row's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every row is placed by: the look of events, the columns and the axis, where there is room for one."""

    look: Look
    measures: Measures
    strip: Strip | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Part of the picture and the pixel it ends at.

    Attributes:
        groups: its marks.
        top: the pixel where its rows begin.
        end: the pixel below it.
        breaks: stretches of the spine where time is left out.
        rules: the stretches in which the axis is labelled again.
        strip: its axis, where it has one.
    """

    groups: list[Group]
    top: float
    end: float
    breaks: tuple[tuple[float, float], ...] = ()
    rules: tuple[tuple[float, float], ...] = ()
    strip: Strip | None = None


def row(event: Event, date: str, year: int | None, frame: Frame, y: float, *, again: bool) -> Block:
    """Place one event: its date, unseen where the row above says it too, its marker, its words and its bar."""
    measures = frame.measures
    dates = _date_lines(date, measures)
    lines = even(headline(event), measures.text_width, measures.title)
    note = remark(event, year)
    notes = even(note, measures.text_width, measures.note) if note else ()
    first = y + PAD + 13
    marks: list[Mark] = [
        *_dates(dates, measures, first, again=again),
        *frame.look.marker(event, measures.spine, first - 5),
        *_words(lines, notes, measures, first),
    ]
    if frame.strip:
        after = measures.text + width(lines[0], measures.title) + 8
        marks += _bar(event, frame.look, frame.strip, (after, first - 5))
    high = 2 * PAD + measures.leading * len(lines) + 16 * len(notes)
    dated = max(high, 2 * PAD + 15 * len(dates) + 3)
    hit = Rect(x=MARGIN, y=y, width=measures.end - MARGIN, height=high if again else dated)
    return Block(
        groups=[Group(marks=tuple(marks), event=event, hit=hit, role="row", year=year, words=high, dated=dated)],
        top=y,
        end=y + hit.height,
    )


def _dates(lines: Sequence[str], measures: Measures, y: float, *, again: bool) -> Iterator[Mark]:
    """Set the lines of a date, the first on the baseline ``y``."""
    for at, line in enumerate(lines):
        yield Text(
            x=measures.dates, y=y + 15 * at, text=line, size=measures.date, bold=True, anchor=Anchor.END, again=again
        )


def _words(lines: Sequence[str], notes: Sequence[str], measures: Measures, y: float) -> Iterator[Mark]:
    """Set the lines of a title, the first on the baseline ``y``, and below them those of its note."""
    for at, line in enumerate(lines):
        yield Text(x=measures.text, y=y + measures.leading * at, text=line, size=measures.title)
    below = y + measures.leading * len(lines) - 2
    for at, line in enumerate(notes):
        yield Text(x=measures.text, y=below + 16 * at, text=line, size=measures.note, fill="muted")


def _date_lines(date: str, measures: Measures) -> tuple[str, ...]:
    """Break a date that is too wide behind the word before its digits, else behind its dash, else between words."""
    if width(date, measures.date, bold=True) <= measures.date_width:
        return (date,) if date else ()
    word, _, rest = date.partition(" ")
    if word in _ABOUT:
        return (word, *_date_lines(rest, measures))
    head, dash, tail = date.partition("–")
    parts = [head + dash, tail] if dash else [date]
    return tuple(line for part in parts for line in wrap(part, measures.date_width, measures.date, bold=True))


def _bar(event: Event, look: Look, strip: Strip, after: tuple[float, float]) -> list[Mark]:
    """Place an event's bar, a leader to it and, for a conflict, a thread to each other date that a source gives."""
    span = strip.span(meant(event))
    if span is None:
        return []
    left, y = after
    marks: list[Mark] = (
        [Line(x1=left, y1=y, x2=span[0] - 6, y2=y, stroke="grid", dash=(1, 3))] if left < span[0] - 20 else []
    )
    return [*marks, *threads(event, strip, y), *look.bar(event, span, y)]


def covered(events: Sequence[Event], gap: int | None) -> list[Interval]:
    """Return the days that an axis of events covers: theirs, and another date told that is no pause off their ends.

    Args:
        events: at least one.
        gap: the days of a pause; None where nothing is cut, which lets the axis grow by a quarter.
    """
    own = [placed(event) for event in events]
    first, end = min(one.start for one in own), max(one.end for one in own)
    near = (gap - 1) if gap else max((end - first).days // 4, _NEAR)
    others = (claim.interval for event in events for claim in rivals(event))
    return own + [one for one in others if (first - one.start).days <= near and (one.end - end).days <= near
                  and (one.start < first or one.end > end)]  # fmt: skip


def undrawn(events: Sequence[Event], strip: Strip) -> int:
    """Return how many other dates that sources give for events lie off an axis."""
    return sum(strip.span(claim.interval) is None for event in events for claim in rivals(event))


def threads(event: Event, strip: Strip, y: float) -> list[Mark]:
    """Draw the other dates that sources give an event, as far as the axis reaches and they can be seen apart."""
    span = strip.span(meant(event))
    others = (strip.span(claim.interval) for claim in rivals(event))
    return [mark for other in others if span and other for mark in rival(span, other, y)]
