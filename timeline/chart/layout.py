"""Place everything: from the events to a scene in pixels. Knows no drawing library."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.asked import whole
from timeline.chart.axis import axis, grid
from timeline.chart.caption import caption
from timeline.chart.heading import heading as heading_of
from timeline.chart.legend import legend
from timeline.chart.look import Look, placed
from timeline.chart.measures import MARGIN, Measures
from timeline.chart.overview import overview
from timeline.chart.row import Block, Frame, covered, row, threads
from timeline.chart.rows import Selection, select, summary
from timeline.chart.scene import Anchor, Group, Line, Mark, Part, Rect, Scene, Text
from timeline.chart.strip import Strip, cuts, lay
from timeline.chart.text import even, listed, wrap
from timeline.chart.ticks import LABEL
from timeline.errors import QueryError
from timeline.interval import Interval
from timeline.model import Event, Timeline
from timeline.words import passing, when

_DAY = 5.0  # between two dates, over what parts two rows of one
_GAP = 26.0
_YEAR = 30.0
_RULE = 32.0  # a row in which the axis is labelled again
_VIEW = 640.0  # pixels after which a reader has lost sight of the axis and the year
_REST = 8  # rows before the end of the picture, where no more help is needed
_SHADE = "Shaded: the time of the events above."
_CONTEXT = "long, or told without a closer date"
_FOOT = 320.0  # pixels after which the axis is labelled at the foot too


def layout(timeline: Timeline, *, width: int = 720, top: int | None = None, heading: bool = True) -> Scene:
    """Lay a timeline out as rows.

    Args:
        timeline: the events.
        width: of the picture, in pixels.
        top: how many events to draw at most, the most salient; None means up to 200.
        heading: whether the title and the summary stand on the picture.

    Raises:
        QueryError: if it is no timeline, or the width or the number no whole one above 0.
    """
    if not isinstance(timeline, Timeline):
        raise QueryError(f"{type(timeline).__name__}: give a Timeline, as build_timeline returns it")
    selection, measures = _selected(timeline, whole(width, "width"), None if top is None else whole(top, "top"))
    look = Look.of(selection.events, selection.themes)
    title = heading_of(timeline)
    words = summary(timeline, len(selection.events))
    groups, y = _heading(title, words, measures) if heading else ([], 4.0)
    overall, below = overview(timeline, selection, measures, y)
    keys, start = legend(selection.events, look, measures, below, rivals=_contradicted(selection, measures))
    rows = _sequence(selection, look, measures, start)
    background = _background(selection, look, measures, rows.end)
    notes, end = caption(selection, (rows.strip, background.strip), measures, background.end)
    height = round(end + 8)
    parts = [
        Part(groups=tuple(groups), begin=0, end=y),
        Part(groups=tuple(overall), begin=y, end=below, whole=True),
        Part(groups=tuple(keys), begin=below, end=start),
        Part(groups=tuple(rows.groups), begin=start, end=rows.end, top=rows.top, axis=_pieces(rows.strip)),
        Part(groups=tuple(background.groups), begin=rows.end, end=background.end, top=background.top),
        Part(groups=tuple(notes), begin=background.end, end=height),
    ]
    return Scene(
        width=measures.width, height=height, title=title, summary=words,
        dates=measures.dates, text=measures.text, parts=tuple(part for part in parts if part.groups),
    )  # fmt: skip


def _selected(timeline: Timeline, width: int, top: int | None) -> tuple[Selection, Measures]:
    """Return what is drawn, and the columns: where all is told of one day, a strip of dates tells nothing."""
    selection = select(timeline, top)
    times = {(event.interval.start, event.interval.end) for event in selection.events}
    measures = Measures.of(width, axis=len(times) > 1)
    most = cuts(measures.strip_width)
    return (selection.with_pauses(most) if measures.strip_width else selection), measures


def _pieces(strip: Strip | None) -> tuple[tuple[str, float, float, float, int], ...]:
    """Return an axis as plain numbers, for the script that leaves out what some rows do not need of it."""
    pieces = strip.pieces if strip else ()
    return tuple((one.start.isoformat(), one.left, one.right, round(one.scale, 4), int(one.cut)) for one in pieces)


def _heading(title: str, words: str, measures: Measures) -> tuple[list[Group], float]:
    marks: list[Mark] = []
    y = 8.0
    room = measures.end - MARGIN
    for line in even(title, room, 22, bold=True):
        y += 28
        marks.append(Text(x=MARGIN, y=y - 6, text=line, size=22, bold=True))
    for line in listed(words, room, 13):
        y += 18
        marks.append(Text(x=MARGIN, y=y - 6, text=line, size=13, fill="muted"))
    return [Group(marks=tuple(marks))], y + 8


def _sequence(selection: Selection, look: Look, measures: Measures, y: float) -> Block:
    """Place the rows of the sequence, the spine and the date strip."""
    events = selection.sequence
    if not events:
        return Block(groups=[], top=y, end=y)
    strip = _axis(selection, measures)
    if strip:
        y += 34
    rows = _rows(selection, Frame(look=look, measures=measures, strip=strip), y)
    behind = [Group(marks=tuple(_spine(measures.spine, y, rows)), role="spine")]
    end = rows.end
    if strip:
        behind = [*_axes(strip, y, rows), *behind]
        if rows.end - max([y, *(bottom for _, bottom in rows.rules)]) > _FOOT:
            behind.append(Group(marks=tuple(axis(strip, end, below=True)), role="foot"))
            end += 34
    return Block(groups=behind + rows.groups, top=y, end=end, strip=strip)


def _axis(selection: Selection, measures: Measures) -> Strip | None:
    """Lay the axis of the sequence, where there is room for one."""
    if not measures.strip_width or not selection.sequence:
        return None
    return lay(covered(selection.sequence, selection.gap), selection.gap, measures.strip, measures.strip_width)


def _axes(strip: Strip, y: float, rows: Block) -> list[Group]:
    """Draw the grid and the axis above it, each as often as a reader needs it."""
    groups = []
    ends = [top for top, _ in rows.rules]
    for top, bottom in zip([y, *(bottom for _, bottom in rows.rules)], [*ends, rows.end], strict=True):
        groups += [
            Group(marks=tuple(grid(strip, top, bottom)), role="grid"),
            Group(marks=tuple(axis(strip, top)), role="axis"),
        ]
    return groups


def _rows(selection: Selection, frame: Frame, y: float) -> Block:
    """Place the rows one below the other, and between them what parts them."""
    events = selection.sequence
    in_labels = _years_in_labels(events)
    groups: list[Group] = []
    breaks, rules = [], []
    year: int | None = None
    said, top, ruled = "", y, y
    view = _VIEW if frame.strip else 2 * _VIEW
    for index, event in enumerate(events):
        before, year = year, None if in_labels else event.interval.start.year
        date = when(event.interval, event.mod, short=True, year=year)
        lost = y - ruled > view and (date != said or y - ruled > 2 * view) and len(events) - index > _REST
        between = _Between(year=year, new=year != before, pause=selection.gaps.get(index), lost=lost)
        if between.height:
            bottom = y + between.height
            groups += _break(between, frame.measures, bottom)
            if between.pause:
                breaks.append((y, bottom))
            if lost:
                rules.append((y, bottom))
                ruled = bottom
            said, y = "", bottom
        y += 0 if date == said or y == top else _DAY
        part = row(event, date, year, frame, y, again=date == said)
        said = date
        groups += part.groups
        y = part.end
    return Block(groups=groups, top=top, end=y, breaks=tuple(breaks), rules=tuple(rules))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Between:
    """What parts two rows: a new year, a pause of some days, or that the axis and the year are long out of sight."""

    year: int | None
    new: bool
    pause: int | None
    lost: bool

    @property
    def height(self) -> float:
        """The pixels it takes; none where nothing parts the rows."""
        return _RULE if self.lost else _YEAR if self.new else _GAP if self.pause else 0.0


def _years_in_labels(events: Sequence[Event]) -> bool:
    """Say whether each date names its year, because a heading a year would be most of the picture."""
    years = [event.interval.start.year for event in events]
    changes = sum(year != before for year, before in zip(years[1:], years, strict=False))
    return changes > 2 and 2 * (changes + 1) > len(years)


def _break(between: _Between, measures: Measures, bottom: float) -> list[Group]:
    """Place a year's heading, the words for a gap, or both in one row; a year that goes on is set in grey."""
    groups: list[Group] = []
    baseline = bottom - (10 if between.new or between.lost else 9)
    if between.year and between.new:
        year = Text(x=measures.dates, y=baseline, text=str(between.year), size=15, bold=True, anchor=Anchor.END)
        groups.append(Group(marks=(year,), role="year", year=between.year))
    elif between.year and between.lost:
        year = Text(x=measures.dates, y=baseline, text=str(between.year), size=12, fill="muted", anchor=Anchor.END)
        groups.append(Group(marks=(year,), role="still"))
    if between.pause:
        words = passing(between.pause)
        pause = Text(x=measures.text, y=baseline, text=words, size=measures.note, fill="muted")
        groups.append(Group(marks=(pause,), role="pause"))
    return groups


def _contradicted(selection: Selection, measures: Measures) -> bool:
    """Say whether the picture draws a date that contradicts another."""
    parts = ((selection.sequence, _axis(selection, measures)), (selection.background, _context(selection, measures)))
    return any(threads(event, strip, 0) for events, strip in parts if strip for event in events)


def _spine(x: float, y: float, rows: Block) -> list[Mark]:
    """Draw the line that carries the markers: dotted where time is left out."""
    marks: list[Mark] = []
    for top, bottom in rows.breaks:
        if top > y:
            marks.append(Line(x1=x, y1=y, x2=x, y2=top, stroke="line", width=1.5))
        marks.append(Line(x1=x, y1=top, x2=x, y2=bottom, stroke="line", width=1.5, dash=(1.5, 4)))
        y = bottom
    return [*marks, Line(x1=x, y1=y, x2=x, y2=rows.end, stroke="line", width=1.5)]


def _background(selection: Selection, look: Look, measures: Measures, y: float) -> Block:
    """Place the long and coarse events below the sequence, on an uncut axis of their own."""
    events = selection.background
    if not events:
        return Block(groups=[], top=y, end=y)
    y += 14
    marks: list[Mark] = [
        Line(x1=MARGIN, y1=y, x2=measures.end, y2=y, stroke="grid"),
        Text(x=measures.dates, y=y + 26, text="Background", size=measures.date, bold=True, anchor=Anchor.END),
    ]
    for line in wrap(_CONTEXT, measures.text_width, measures.note):
        marks.append(Text(x=measures.text, y=y + 26, text=line, size=measures.note, fill="muted"))
        y += 16
    y += 24
    strip = _context(selection, measures)
    frame = Frame(look=look, measures=measures, strip=strip)
    groups = [Group(marks=tuple(marks), role="head")]
    parts: list[Group] = []
    top = y
    said = ""
    for event in events:
        date = when(event.interval, event.mod, short=True)
        y += 0 if date == said or y == top else _DAY
        part = row(event, date, None, frame, y, again=date == said)
        said = date
        parts += part.groups
        y = part.end
    if strip:
        bands = (*grid(strip, top, y), *_story(selection, strip, top, y))
        groups += [Group(marks=bands, role="grid"), Group(marks=tuple(axis(strip, top)), role="axis")]
    if strip and selection.sequence:
        note = Text(x=measures.strip, y=y + 18, text=_SHADE, size=LABEL, fill="muted")
        groups.append(Group(marks=(note,), role="note"))
        y += 24
    return Block(groups=groups + parts, top=top, end=y, strip=strip)


def _context(selection: Selection, measures: Measures) -> Strip | None:
    if not measures.strip_width:
        return None
    return lay(covered(selection.events, None), None, measures.strip, measures.strip_width)


def _story(selection: Selection, strip: Strip, top: float, bottom: float) -> list[Mark]:
    """Shade where the sequence lies on the background's axis."""
    if not selection.sequence:
        return []
    days = [placed(event) for event in selection.sequence]
    every = Interval(start=min(one.start for one in days), end=max(one.end for one in days))
    span = strip.span(every)
    return [Rect(x=span[0], y=top, width=span[1] - span[0], height=bottom - top, fill="shade")] if span else []
