"""What is said below a picture: how its axis misleads who does not know, and what it leaves out."""

from timeline.chart.measures import MARGIN, Measures
from timeline.chart.row import undrawn
from timeline.chart.rows import USUAL, Selection
from timeline.chart.scene import Group, Mark, Text
from timeline.chart.strip import Strip
from timeline.chart.text import even
from timeline.words import count

_YEAR = 365.25  # days


def _unmarked(selection: Selection) -> str:
    """Return which pauses no row tells, where these are longer than a reader would think."""
    gap = selection.gap or 0
    years = round(gap / _YEAR)
    long = count(years, "year") if years else count(gap, "day")
    return f"Pauses under {long} are not marked." if gap > USUAL else ""


def caption(
    selection: Selection, strips: tuple[Strip | None, Strip | None], measures: Measures, y: float
) -> tuple[list[Group], float]:
    """Place below the picture how its axis misleads who does not know, and what the picture leaves out."""
    strip = strips[0]
    cut = "The axis is cut where you see //." if strip and any(piece.cut for piece in strip.pieces) else ""
    uneven = strip.uneven if strip else ""
    missing = f"Not shown: {count(selection.left_out, 'event')} that the sources tell least."
    parts = zip((selection.sequence, selection.background), strips, strict=True)
    off = sum(undrawn(events, axis) for events, axis in parts if axis)
    far = f"{count(off, 'other date')} told {'lies' if off == 1 else 'lie'} off the axis; the row says which."
    said = {
        "caption": f"{cut} {uneven}".strip(),
        "far": far if off else "",
        "unmarked": _unmarked(selection),
        "missing": missing if selection.left_out else "",
    }
    groups: list[Group] = []
    for role, words in said.items():
        marks: list[Mark] = []
        for line in even(words, measures.end - MARGIN, measures.note) if words else ():
            y += 16 if groups or marks else 30
            marks.append(Text(x=MARGIN, y=y, text=line, size=measures.note, fill="muted"))
        groups += [Group(marks=tuple(marks), role=role)] if marks else []
    return groups, y
