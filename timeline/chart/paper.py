"""Cut a picture into bands that a printer may part: between rows, never within one."""

from collections.abc import Iterator
from itertools import pairwise

from timeline.chart.scene import Group, Line, Mark, Rect, Scene, Symbol

_ROWS = 4  # in a band


def bands(scene: Scene) -> tuple[tuple[float, float, tuple[Group, ...]], ...]:
    """Return a picture's bands from top to bottom: where each begins, its height, and what is seen in it.

    The first holds what stands above the rows, the last what stands below them.
    """
    ends = [group.hit.y + group.hit.height for group in scene.groups if group.event and group.hit]
    cuts = [0.0, *ends[_ROWS - 1 : -1 : _ROWS], scene.height]
    return tuple(
        (top, bottom - top, tuple(_seen(scene, top, bottom))) for top, bottom in pairwise(cuts) if top < bottom
    )


def _seen(scene: Scene, top: float, bottom: float) -> Iterator[Group]:
    """Yield the groups of which a mark lies between two heights, with those marks."""
    for group in scene.groups:
        marks = tuple(mark for mark in group.marks if _reach(mark)[0] < bottom and _reach(mark)[1] > top)
        if marks:
            yield Group(marks=marks)


def _reach(mark: Mark) -> tuple[float, float]:
    """Return the heights between which a mark lies."""
    if isinstance(mark, Line):
        return min(mark.y1, mark.y2) - mark.width, max(mark.y1, mark.y2) + mark.width
    if isinstance(mark, Rect):
        return mark.y, mark.y + mark.height
    if isinstance(mark, Symbol):
        return mark.y - mark.area**0.5, mark.y + mark.area**0.5
    return mark.y - mark.size, mark.y + mark.size / 3
