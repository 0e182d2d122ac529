"""The date strip: days placed on an axis that is cut where the story pauses, at one scale throughout."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from timeline.chart.stretches import Stretch, stretch
from timeline.chart.text import width
from timeline.interval import Interval
from timeline.words import month

LABEL = 11.5  # type size of the axis, in pixels
CUT = 14.0  # pixels between two pieces of the axis
_ROOM = 9.0  # least pixels between two labels of a piece
_APART = 6.0  # and between those of two pieces
_SEAM = 3.0  # pixels between two pieces that differ in scale only
_OWN = 36.0  # least pixels of a piece and what parts it from the next: its own label and the room behind it
_LAST = 26.0  # least pixels of the last piece, behind which there is the margin
_CUTTING = 40.0  # pixels a cut takes with the piece before it, where there shall be room for more than labels
_WEEK = 23.0  # pixels of a week from which on days are numbered
_CLEAR = 3  # days after a first of a month that no Monday is numbered
_DIGITS = 22.0  # pixels of a day's number and the room behind it
_LABELLED = 64.0  # pixels from which on a piece has room for "Sep 2023"
_SHORT = 120.0  # pixels below which a piece has room for one or two labels
_MONTH = 40.0  # pixels of a month that holds no day nearer
_WIDEST = 40.0  # most pixels a day: a day is no bar
_DOT = 7.0  # most pixels a day of a piece that is drawn wider: a day is drawn so wide in any case
_ALIKE = 1.15  # times a scale that no reader tells from it
_YEARS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)


_Mark = tuple[date, tuple[str, ...], tuple[str, ...]]  # a day, the words on the upper line, those on the lower


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An uncut stretch of the axis.

    Attributes:
        start, end: its days, half-open.
        left, right: its pixels.
        scale: pixels a day; the same in all pieces but in short ones and those that hold no day nearer than a month.
        cut: whether time is left out before it.
    """

    start: date
    end: date
    left: float
    right: float
    scale: float
    cut: bool

    def x(self, day: date) -> float:
        """Return the pixel where a day begins."""
        return self.left + (day - self.start).days * self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A mark on the axis: where, and its words on the upper (coarse) and the lower (fine) line."""

    x: float
    upper: str
    lower: str


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
    return Strip(pieces=tuple(pieces), ticks=tuple(_ticks(pieces)), narrowed=narrowed, widened=widened)


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


def _ticks(pieces: Sequence[Piece]) -> Iterator[Tick]:
    """Yield ticks whose labels touch neither each other nor those of the next piece; each piece tries for one."""
    upper, lower = _Line(), _Line()
    for index, piece in enumerate(pieces):
        upper.begin()
        lower.begin()
        bound = pieces[index + 1].left - _APART if index + 1 < len(pieces) else piece.right + 4
        start = piece.start, (str(piece.start.year),), (month(piece.start.month, short=True),)
        labelled = unsaid = False
        for day, coarse, fine in [*_in_view(list(_marks(piece)), piece, upper), start]:
            if labelled and day == piece.start:
                continue
            x = piece.x(day)
            above = upper.put(x, bound, coarse)
            # a day of a month that has no room for its name would pass for one of the month before
            unsaid = (not above and upper.is_new(coarse)) if coarse else unsaid
            silent = unsaid and (labelled or day != piece.start)
            below = "" if silent else lower.put(x, bound, fine, again=bool(above))
            labelled = labelled or bool(above or below)
            if above or below or not coarse:  # a Monday without room for its number has a line all the same
                yield Tick(x=round(x, 2), upper=above, lower=below)


def _in_view(marks: list[_Mark], piece: Piece, upper: "_Line") -> list[_Mark]:
    """Leave out what stands before the first new month or year where the labels of both have no room."""
    turn = next((at for at, mark in enumerate(marks) if mark[1] and mark[1] != marks[0][1]), 0)
    if turn and piece.x(marks[0][0]) + upper.takes(marks[0][1]) > piece.x(marks[turn][0]):
        return marks[turn:]
    return marks


class _Line:
    """One line of labels, filled from the left."""

    def __init__(self) -> None:
        self._free = float("-inf")
        self._said: tuple[str, ...] = ()

    def begin(self) -> None:
        """Begin a piece, whose labels those of the last one do not reach."""
        self._free = float("-inf")

    def is_new(self, words: tuple[str, ...]) -> bool:
        """Say whether a label differs from the last."""
        return words != self._said

    def takes(self, words: tuple[str, ...]) -> float:
        """Return the pixels that a label takes, with the room behind it, if it is the next."""
        return width(self._fresh(words), LABEL) + _ROOM

    def _fresh(self, words: tuple[str, ...]) -> str:
        return " ".join(words[:-1] if words[-1:] == self._said[-1:] else words)

    def put(self, x: float, bound: float, words: tuple[str, ...], *, again: bool = False) -> str:
        """Return a label if it fits between its neighbours, or nothing; none is said twice running.

        Args:
            x: where the label begins.
            bound: where it must end.
            words: the label, coarse part last: the month and its year. What was said last is left unsaid.
            again: whether it is said even then, as below a new year.
        """
        if again:
            self._said = ()
        if not words or words == self._said or x < self._free:
            return ""
        label = self._fresh(words)
        if label and x + width(label, LABEL) <= bound:
            self._said, self._free = words, x + width(label, LABEL) + _ROOM
            return label
        return ""


def _marks(piece: Piece) -> Iterator[_Mark]:
    """Yield the days of a piece worth a tick, with the words for the upper and the lower line."""
    days = (piece.end - piece.start).days
    if piece.scale * 7 >= _WEEK and piece.right - piece.left >= _LABELLED:
        return _day_marks(piece.start, days, piece.scale)
    if piece.right - piece.left < _LABELLED:
        return iter(())  # one label is all it has room for, and that says where it begins
    if piece.scale * 6 * 30.4 >= 36:
        return _month_marks(piece.start, days, piece.scale)
    return _year_marks(piece.start, days, piece.scale)


def _day_marks(start: date, days: int, scale: float) -> Iterator[_Mark]:
    """Yield the first day, every first of a month, and every day or Monday, by number where it stands clear of both."""
    step = 1 if scale >= 24 else 7
    clear = int(_DIGITS / scale) + 1
    end = start + timedelta(days=days)
    for offset in range(days):
        day = start + timedelta(days=offset)
        first = offset == 0 or day.day == 1
        ahead = monthrange(day.year, day.month)[1] - day.day + 1  # days to the next month, and whether it is in sight
        named = first or step == 1 or (day.day > _CLEAR and (ahead > clear or (end - day).days <= ahead))
        if first or step == 1 or day.weekday() == 0:
            coarse = (month(day.month, short=True), str(day.year)) if first else ()
            yield day, coarse, (str(day.day),) if named else ()


def _month_marks(start: date, days: int, scale: float) -> Iterator[_Mark]:
    step = next(count for count in (1, 2, 3, 6) if count * 30.4 * scale >= 36)
    months = firsts(start, days, step)
    if days * scale < _SHORT:  # with room for one or two labels, the first says where the piece begins
        months = [start, *(day for day in months if (day - start).days * scale >= 36)]
    elif not months or (months[0] - start).days * scale >= 36:
        months.insert(0, start)
    for day in months:
        yield day, (str(day.year),), (month(day.month, short=True),)


def _year_marks(start: date, days: int, scale: float) -> Iterator[_Mark]:
    step = next((count for count in _YEARS if count * 365 * scale >= 46), _YEARS[-1])
    years = [day for day in firsts(start, days, 12) if day.year % step == 0]
    if not years or (years[0] - start).days * scale >= 46:
        years.insert(0, start)
    for day in years:
        yield day, (), (str(day.year),)


def firsts(start: date, days: int, step: int) -> list[date]:
    """Return the firsts of every ``step``-th month, from January of the year 0 on, that lie in a stretch of days."""
    ordinal = start.year * 12 + start.month - 1
    months = range(ordinal, min(ordinal + days // 28 + 2, 9999 * 12 + 12))
    every = (date(number // 12, number % 12 + 1, 1) for number in months if number % step == 0)
    return [day for day in every if 0 <= (day - start).days < days]
