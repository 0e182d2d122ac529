"""The date strip: days placed on an axis that is cut where the story pauses, at one scale throughout."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.chart.stretches import Stretch, stretch
from timeline.chart.ticks import Piece, Tick, ticks
from timeline.interval import Interval

CUT = 14.0  # pixels between two pieces of the axis
_SEAM = 3.0  # pixels between two pieces that differ in scale only
_OWN = 36.0  # least pixels of a piece and what parts it from the next: its own label and the room behind it
_LAST = 26.0  # least pixels of the last piece, behind which there is the margin
_CUTTING = 40.0  # pixels a cut takes with the piece before it, where there shall be room for more than labels
_MONTH = 40.0  # pixels of a month that holds no day nearer
_WIDEST = 40.0  # most pixels a day: a day is no bar
_DOT = 7.0  # most pixels a day of a piece that is drawn wider: a day is drawn so wide in any case
_ALIKE = 1.15  # times a scale that no reader tells from it


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """An axis of one or more pieces with its ticks.

    Attributes:
        pieces, ticks: in order.
        narrowed: whether pieces without a day of their own are drawn narrower.
        widened: whether short pieces are drawn wider, for the room of a label.
    """

    pieces: tuple[Piece, ...]
    ticks: tuple[Tick, ...]
    narrowed: bool = False
    widened: bool = False

    def span(self, interval: Interval) -> tuple[float, float] | None:
        """Return the pixels from the first to the end of the last day of an interval, or None off the axis."""
        first = next((piece for piece in self.pieces if piece.start <= interval.start < piece.end), None)
        if first is None:
            return None
        last = next(piece for piece in reversed(self.pieces) if piece.start < interval.end)
        return round(first.x(interval.start), 2), round(min(last.x(interval.end), last.right), 2)

    @property
    def uneven(self) -> str:
        """How the scales of pieces differ, as a sentence; empty where they do not."""
        words = {
            (True, True): "Months of which no day is told are drawn narrower, short pieces wider.",
            (True, False): "Months of which no day is told are drawn narrower.",
            (False, True): "Short pieces of the axis are drawn wider.",
        }
        return words.get((self.narrowed, self.widened), "") if len(self.pieces) > 1 else ""


def cuts(room: float) -> int:
    """Return how many cuts an axis of ``room`` pixels can take and still show what lies between them.

    >>> cuts(226), cuts(438)
    (4, 8)
    """
    return max(int((room * 0.85 + CUT) / _CUTTING) - 1, 0)


def lay(intervals: Sequence[Interval], gap: int | None, left: float, room: float) -> Strip:
    """Lay an axis over intervals.

    Args:
        intervals: what must find a place on it; at least one.
        gap: from how many empty days on the axis is cut; None never cuts it. It takes no more than :func:`cuts`.
        left: the pixel where the axis begins.
        room: how many pixels it may take.
    """
    # the narrowest pieces and what parts them shall take four fifths of the room at most
    most = int((room * 0.8 + _OWN - _LAST) / _OWN)
    stretches, scales, gutters = _settled(stretch(intervals, gap, most=most), room)
    pieces: list[Piece] = []
    for one, scale, gutter, least in zip(stretches, scales, gutters, _least(gutters), strict=True):
        left = round(left + gutter, 2)
        right = round(left + max(one.days * scale, least), 2)
        own = max(scale, min(least / one.days, _DOT))
        pieces.append(Piece(start=one.start, end=one.end, left=left, right=right, scale=own, cut=gutter == CUT))
        left = right
    widened = any(piece.scale > _ALIKE * scale for piece, scale in zip(pieces, scales, strict=True))
    narrowed = len(set(scales)) > 1
    return Strip(pieces=tuple(pieces), ticks=tuple(ticks(pieces)), narrowed=narrowed, widened=widened)


def _settled(stretches: list[Stretch], room: float) -> tuple[list[Stretch], list[float], list[float]]:
    """Return stretches with their scales and what parts them, once none stands apart that takes less room joined."""
    while True:
        gutters = [0.0, *(CUT if before.end < after.start else _SEAM for before, after in pairwise(stretches))]
        least = _least(gutters)
        scales = _scales(stretches, least, room - sum(gutters))
        for at, (one, after) in enumerate(pairwise(stretches)):
            lone = at + 1 if one.fine else at
            wide = stretches[lone].days * max(scales[at], scales[at + 1])
            if gutters[at + 1] == _SEAM and one.fine is not after.fine and wide < least[lone]:
                stretches = [*stretches[:at], one.join(after), *stretches[at + 2 :]]
                break
        else:
            return stretches, scales, gutters


def _least(gutters: Sequence[float]) -> list[float]:
    """Return the least pixels of each piece, where its label may run over what parts it from the next."""
    return [*(_OWN - gutter for gutter in gutters[1:]), _LAST]


def _scales(stretches: Sequence[Stretch], least: Sequence[float], room: float) -> list[float]:
    """Return the pixels a day of each stretch: one scale for days and one, no larger, for lone months."""
    every = [(stretch.days, pixels) for stretch, pixels in zip(stretches, least, strict=True)]
    coarse = [one for one, stretch in zip(every, stretches, strict=True) if not stretch.fine]
    fine = [one for one, stretch in zip(every, stretches, strict=True) if stretch.fine]
    if not fine or not coarse:
        return [_scale(every, room)] * len(stretches)
    narrow = min(_MONTH / 30, room / 3 / sum(days for days, _ in coarse))
    wide = _scale(fine, room - sum(max(days * narrow, pixels) for days, pixels in coarse))
    if wide < narrow:
        wide = narrow = _scale(every, room)
    return [wide if stretch.fine else narrow for stretch in stretches]


def _scale(pieces: Sequence[tuple[int, float]], room: float) -> float:
    """Return the pixels a day that fill the room, of pieces of so many days and so many pixels at least."""
    narrow: set[int] = set()
    while True:
        free = room - sum(pieces[index][1] for index in narrow)
        wide = sum(days for index, (days, _) in enumerate(pieces) if index not in narrow)
        scale = free / wide if wide else room / max(sum(days for days, _ in pieces), 1)
        too_narrow = {index for index, (days, least) in enumerate(pieces) if days * scale < least} - narrow
        if not too_narrow or len(narrow) + len(too_narrow) == len(pieces):
            return min(scale, _WIDEST)
        narrow |= too_narrow
