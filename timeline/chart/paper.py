"""Cut a picture into bands that a printer may part: between rows, never within one, each page below its own axis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.chart.scene import Anchor, Group, Part, Scene, Text

_YEAR = 12  # rows, about a third of a page, from which on a year has a sheet of its own
_LABEL = 30.0  # pixels of a year's name where there is no axis beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What must stay together: the pixel it begins at, its height, its marks, and the event whose row it is."""

    top: float
    height: float
    groups: tuple[Group, ...]
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Lines of bands below a head that every page repeats.

    Attributes:
        head: the axis, and the year where all lines are of one.
        lines: between which a page may end; a year's or a pause's band stands in a line with the row below it,
            a note in one with the row above it.
        part: the place of its part in the picture, whose grid and spine lie behind the lines.
    """

    head: Band | None
    lines: tuple[tuple[Band, ...], ...]
    part: int


def sheets(scene: Scene) -> tuple[Sheet, ...]:
    """Return a picture as sheets from top to bottom."""
    return tuple(sheet for index, part in enumerate(scene.parts) for sheet in _sheets(part, index, scene.dates))


def behind(part: Part) -> tuple[Group, ...]:
    """Return what lies behind all lines of a part: its grid and its spine."""
    return tuple(group for group in part.groups if group.role in {"grid", "spine"})


def _sheets(part: Part, index: int, dates: float) -> Iterator[Sheet]:
    if part.top is None:
        whole = Band(top=part.begin, height=part.end - part.begin, groups=part.groups)
        yield Sheet(head=None, lines=((whole,),), part=index)
        return
    rows = list(_lines(part))
    notes = tuple(group for group in part.groups if group.role == "note")
    for year, lines in _by_year(rows):
        if notes and lines[-1] is rows[-1]:
            below = lines[-1][-1].top + lines[-1][-1].height
            lines[-1] = (*lines[-1], Band(top=below, height=part.end - below, groups=notes))
        yield Sheet(head=_head(part, year, dates), lines=tuple(lines), part=index)


def _head(part: Part, year: int | None, dates: float) -> Band | None:
    """Return the axis of a part with a year beside it."""
    assert part.top is not None  # noqa: S101  # the type of a part with rows
    groups = [group for group in part.groups if group.role == "head"]
    groups += [group for group in part.groups if group.role == "axis"][:1]
    if year:
        name = Text(x=dates, y=part.top - 10, text=str(year), size=15, bold=True, anchor=Anchor.END)
        groups.append(Group(marks=(name,)))
    height = max(part.top - part.begin, _LABEL if year else 0)
    return Band(top=part.top - height, height=height, groups=tuple(groups)) if groups else None


def _lines(part: Part) -> Iterator[tuple[Band, ...]]:
    """Yield each row with what parts it from the row above."""
    end = part.top or part.begin
    between: list[Group] = []
    ruled = False
    for group in part.groups:
        if group.role in {"year", "pause"}:
            between.append(group)
        elif group.role == "still":
            ruled = True
        elif group.event and group.hit:
            y = group.hit.y
            top = y if between or ruled else end
            row = Band(top=top, height=y + group.dated - top, groups=(group,), event=group.event.id)
            yield (Band(top=end, height=y - end, groups=tuple(between)), row) if between else (row,)
            end, between, ruled = y + group.hit.height, [], False


def _by_year(lines: Sequence[tuple[Band, ...]]) -> Iterator[tuple[int | None, list[tuple[Band, ...]]]]:
    """Part lines where a long year begins; such a year names the sheet, and not its first line."""
    starts = [index for index, line in enumerate(lines) if any(group.year for group in line[0].groups[:1] if line[1:])]
    runs = [lines[first:after] for first, after in zip([0, *starts], [*starts, len(lines)], strict=True)]
    short: list[tuple[Band, ...]] = []
    for run in runs:
        if len(run) < _YEAR or not run[0][1:]:
            short += run
            continue
        if short:
            yield None, short
            short = []
        yield run[0][0].groups[0].year, [_without_year(run[0]), *run[1:]]
    if short:
        yield None, short


def _without_year(line: tuple[Band, ...]) -> tuple[Band, ...]:
    """Return a line without the name of its year: with the words for a pause, or with its row alone."""
    above, row = line
    rest = above.groups[1:]
    return (replace(above, groups=rest), row) if rest else (row,)
