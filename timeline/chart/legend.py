"""The legend: only what the picture uses, each key drawn with the functions that draw the events."""

import math
from collections.abc import Sequence
from itertools import chain, pairwise

from timeline.chart.look import AROUND, Look, bar, rival, sure, symbol
from timeline.chart.measures import MARGIN, Measures
from timeline.chart.scene import Group, Mark, Text
from timeline.chart.style import CIRCLE, OTHER
from timeline.chart.text import plain, width
from timeline.model import Event, Status
from timeline.words import count

_SIZE = 12.0
_ROW = 22.0
_KEYS = {"bar": 20.0, "sign": 13.0, "rival": 26.0}  # pixels across
_CIRCLE, _WIDEST = 1.13, 1.5  # how wide a circle and the widest shape are, in roots of their area
_BESIDE = 6.0  # pixels between a key and its words
_BETWEEN = 18.0
_THEME = 130.0  # square pixels of a theme's key


def legend(
    events: Sequence[Event], look: Look, measures: Measures, y: float, *, rivals: bool
) -> tuple[list[Group], float]:
    """Draw the legend below ``y``; return its groups and where it ends.

    Args:
        events: those of the picture.
        look: how they look.
        measures: the columns.
        y: the pixel above it.
        rivals: whether a date that contradicts another is drawn.
    """
    bare = OTHER if look.themes else 0  # what holds for every theme has the colour of none
    themes = _themes(events, look, measures.end - MARGIN - _key_width("theme", _THEME) - _BESIDE)
    alone = [*_statuses(events, bare), *_bars(events, measures, rivals, bare)]
    entries = [*([one] for one in themes), *filter(None, [_sizes(look, bare)]), *([one] for one in alone)]
    marks: list[Mark] = []
    row = y - _ROW / 2
    for line in _lines(entries, measures.end - MARGIN):
        x, row = MARGIN, row + _ROW
        for words, kind, theme, status, area in line:
            marks += _key(kind, theme, status, area, x, row)
            marks.append(Text(x=round(x + _key_width(kind, area) + _BESIDE, 2), y=row + 4, text=words, size=_SIZE))
            x += _width((words, kind, theme, status, area))
    return ([Group(marks=tuple(marks))], row + _ROW / 2 + 4) if entries else ([], y)


# words, kind of key, theme, status, area in square pixels
_Entry = tuple[str, str, int, Status, float]


def _lines(entries: Sequence[Sequence[_Entry]], room: float) -> list[list[_Entry]]:
    """Break the keys into lines of about one length, as few as the room allows: no key stands alone below the rest.

    Those that are read together, the least and the largest size, stay on one line.
    """
    widths = [sum(_width(entry) for entry in together) for together in entries]
    starts = _starts(widths, room + _BETWEEN)
    least = min(
        (limit for limit in range(20, round(room) + 1, 10) if len(_starts(widths, limit)) == len(starts)), default=0
    )
    starts = _starts(widths, least) if least else starts
    return [list(chain.from_iterable(entries[first:after])) for first, after in pairwise([*starts, len(entries)])]


def _width(entry: _Entry) -> float:
    """Return the pixels that a key, its words and the room behind them take."""
    words, kind, _, _, area = entry
    return _key_width(kind, area) + _BESIDE + width(words, _SIZE) + _BETWEEN


def _starts(widths: Sequence[float], limit: float) -> list[int]:
    """Return which keys begin a line where lines are ``limit`` pixels long."""
    starts, x = [], float("inf")
    for index, needed in enumerate(widths):
        if x + needed > limit:
            starts.append(index)
            x = 0.0
        x += needed
    return starts


def _key_width(kind: str, area: float) -> float:
    """Return the pixels that a key takes across."""
    if kind in _KEYS:
        return _KEYS[kind]
    reach = _WIDEST if kind == "theme" else _CIRCLE
    return round(reach * math.sqrt(area) + 2, 2)


def _key(kind: str, theme: int, status: Status, area: float, x: float, y: float) -> list[Mark]:
    if kind == "bar":
        return bar(theme, status, exact=area > 0, span=(x, x + 20), y=y)
    if kind == "rival":
        return [*bar(theme, status, exact=True, span=(x, x + 7), y=y), *rival((x, x + 7), (x + 20, x + 26), y)]
    if kind == "sign":
        return [Text(x=x, y=y + 5, text="≠", size=14, bold=True)]
    shape = theme if kind == "theme" else CIRCLE
    return symbol(shape, theme, status, area, (round(x + _key_width(kind, area) / 2, 2), y))


def _themes(events: Sequence[Event], look: Look, room: float) -> list[_Entry]:
    names = [(_fitting(plain(name, 300), room), index) for index, name in enumerate(look.themes[:OTHER])]
    further = any(event.theme and look.theme(event) == OTHER for event in events)
    bare = any(not event.theme for event in events)
    if look.themes and (further or bare):
        rest = "other themes, or none" if further and bare else "other themes" if further else "none of these"
        names.append((rest, OTHER))
    return [(name, "theme", index, Status.OCCURRED, _THEME) for name, index in names]


def _fitting(name: str, room: float) -> str:
    """Return a name that fits on a line: of a longer one the beginning and the end, which tell it from others."""
    kept = name
    while width(kept, _SIZE) > room:
        half = (len(kept) - 2) // 2
        kept = f"{name[:half].rstrip()}…{name[len(name) - half :].lstrip()}"
    return kept


def _sizes(look: Look, theme: int) -> list[_Entry]:
    sizes = [1, look.most] if look.most > 1 else []
    return [(count(number, look.unit), "size", theme, Status.OCCURRED, look.area(number)) for number in sizes]


def _statuses(events: Sequence[Event], theme: int) -> list[_Entry]:
    present = {event.status for event in events}
    entries: list[_Entry] = [
        (status.value, "symbol", theme, status, 130.0)
        for status in (Status.PLANNED, Status.CANCELLED)
        if status in present
    ]
    if any(event.conflict for event in events):
        entries.append(("told with conflicting dates", "sign", 0, Status.OCCURRED, 0.0))
    return entries


def _bars(events: Sequence[Event], measures: Measures, rivals: bool, theme: int) -> list[_Entry]:
    """Return the keys of what stands on the date strip, where there is one."""
    if not measures.strip_width:
        return []
    entries: list[_Entry] = []
    if any(sure(event) and event.interval.days > 1 for event in events):
        entries.append(("from first to last day", "bar", theme, Status.OCCURRED, 1.0))
    kinds = {event.mod in AROUND for event in events if not sure(event)}
    words = ", or ".join(said for said, kind in (("some time within", False), ("about then", True)) if kind in kinds)
    if words:
        entries.append((words, "bar", theme, Status.OCCURRED, 0.0))
    if rivals:
        entries.append(("another date told", "rival", theme, Status.OCCURRED, 0.0))
    return entries
