"""Draw a date strip: its labels, its line, its grid and its cuts."""

from timeline.chart.scene import Line, Mark, Rect, Text
from timeline.chart.strip import CUT, Strip
from timeline.chart.ticks import LABEL


def axis(strip: Strip, y: float, *, below: bool = False) -> list[Mark]:
    """Draw the axis whose line stands at ``y``, its labels above or below it and ``//`` at each cut."""
    tip, fine, coarse = (4, 15, 29) if below else (-4, -7, -21)
    marks: list[Mark] = []
    for tick in strip.ticks:
        marks.append(Line(x1=tick.x, y1=y + tip, x2=tick.x, y2=y, stroke="line"))
        if tick.upper:
            marks.append(Text(x=tick.x, y=y + coarse, text=tick.upper, size=LABEL, bold=False, fill="ink"))
        if tick.lower:
            marks.append(Text(x=tick.x, y=y + fine, text=tick.lower, size=LABEL, fill="muted"))
    for piece in strip.pieces:
        marks.append(Line(x1=piece.left, y1=y, x2=piece.right, y2=y, stroke="line"))
        if piece.cut:
            middle = piece.left - CUT / 2
            slashes = (
                Line(x1=x - 2, y1=y + 5, x2=x + 2, y2=y - 5, stroke="muted", width=1.5)
                for x in (middle - 2, middle + 2)
            )
            marks += slashes
    return marks


def grid(strip: Strip, top: float, bottom: float) -> list[Mark]:
    """Draw the bands of the axis' pieces and a dotted line below each tick."""
    bands: list[Mark] = [
        Rect(x=piece.left, y=top, width=round(piece.right - piece.left, 2), height=bottom - top, fill="band")
        for piece in strip.pieces
    ]
    return bands + [Line(x1=tick.x, y1=top, x2=tick.x, y2=bottom, stroke="grid", dash=(1, 3)) for tick in strip.ticks]
