"""The labels of an axis: the days of each piece that are worth a tick, as far as there is room for their words."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from timeline.chart.text import width
from timeline.words import month

LABEL = 11.5  # type size of the axis, in pixels
_ROOM = 9.0  # least pixels between two labels of a piece, as two numbers must not be read as one
_APART = 6.0  # and behind a name, or between those of two pieces
_NAMED = 32.0  # pixels of a month, or of some, from which on the longest name has room
_WEEK = 23.0  # pixels of a week from which on days are numbered
_CLEAR = 3  # days after a first of a month that no Monday is numbered
_DIGITS = 22.0  # pixels of a day's number and the room behind it
_LINED = 18.0  # pixels of a month from which on it has a line, also without room for its name
_LABELLED = 64.0  # pixels from which on a piece has room for "Sep 2023"
_SOON = 18.0  # pixels that no reader measures by the label that stands behind them
_SHORT = 120.0  # pixels below which a piece has room for one or two labels
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


def ticks(pieces: Sequence[Piece]) -> Iterator[Tick]:
    """Yield ticks whose labels touch neither each other nor those of the next piece; each piece tries for one."""
    upper, lower = _Line(), _Line()
    for index, piece in enumerate(pieces):
        upper.begin()
        lower.begin(afresh=piece.cut)
        bound = pieces[index + 1].left - _APART if index + 1 < len(pieces) else piece.right
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

    def begin(self, *, afresh: bool = False) -> None:
        """Begin a piece, whose labels those of the last one do not reach, and which says ``afresh`` what that said."""
        self._free = float("-inf")
        self._said = () if afresh else self._said

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
            self._said, self._free = words, x + width(label, LABEL) + (_APART if label.isalpha() else _ROOM)
            return label
        return ""


def _marks(piece: Piece) -> Iterator[_Mark]:
    """Yield the days of a piece worth a tick, with the words for the upper and the lower line."""
    days = (piece.end - piece.start).days
    if piece.scale * 7 >= _WEEK and piece.right - piece.left >= _LABELLED:
        return _day_marks(piece.start, days, piece.scale)
    if piece.right - piece.left < _LABELLED and piece.scale * 30.4 < _NAMED:
        return _lone_mark(piece, days)
    if piece.scale * 6 * 30.4 >= 36:
        return _month_marks(piece, days)
    return _year_marks(piece.start, days, piece.scale)


def _lone_mark(piece: Piece, days: int) -> Iterator[_Mark]:
    """Yield the label that is all a piece has room for, which says where it begins, and the lines of other months."""
    first = _first(piece)
    if first != piece.start:
        yield _month_mark(first)
    if piece.scale * 28 >= _LINED:
        yield from ((day, (), ()) for day in firsts(piece.start, days, 1) if day > first)


def _first(piece: Piece) -> date:
    """Return the day that names where a piece begins: its first, or that of a year that begins right behind it."""
    turn = date(min(piece.start.year + 1, date.max.year), 1, 1)
    return turn if piece.start < turn < piece.end and piece.x(turn) - piece.left < _SOON else piece.start


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


def _month_marks(piece: Piece, days: int) -> Iterator[_Mark]:
    """Yield as many months as have room for their names, and of the others that have room for it a line."""
    start, scale = piece.start, piece.scale
    step = next(count for count in (1, 2, 3, 6) if count * 30.4 * scale >= _NAMED)
    months = firsts(start, days, step)
    if days * scale < _SHORT:  # with room for one or two labels, the first says where the piece begins
        first = _first(piece)
        months = [first, *(day for day in months if (day - first).days * scale >= _NAMED)]
    elif not months or (months[0] - start).days * scale >= _NAMED:
        months.insert(0, start)
    others = firsts(start, days, 1) if step > 1 and scale * 28 >= _LINED else []
    for day in sorted({*months, *(one for one in others if one > months[0])}):
        yield _month_mark(day) if day in months else (day, (), ())


def _month_mark(day: date) -> _Mark:
    return day, (str(day.year),), (month(day.month, short=True),)


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
