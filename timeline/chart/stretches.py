"""Which days stand on the axis, and which of them need room: days told as such need it, lone months do not."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import pairwise

from timeline.interval import Interval

_ONE_DAY = timedelta(days=1)
_COARSE = 28  # days from which on an interval names no day
_WEIGHT = 8  # how many days of lone months take the room of one day told as such


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days without a pause; ``fine`` where an event in them has a day or a week of its own."""

    start: date
    end: date
    fine: bool

    def join(self, other: "Stretch") -> "Stretch":
        """Return the stretch that holds both."""
        return Stretch(start=min(self.start, other.start), end=max(self.end, other.end), fine=self.fine or other.fine)

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days


def stretch(intervals: Sequence[Interval], gap: int | None, *, most: int) -> list[Stretch]:
    """Return the stretches that intervals lie on, in order and apart.

    Args:
        intervals: at least one.
        gap: the empty days that part two stretches; None parts none.
        most: how many stretches there may be; of those that no pause parts, the cheapest to join are joined.
    """
    every = [Stretch(start=one.start, end=one.end, fine=one.days < _COARSE) for one in intervals]
    if gap is None:
        return [reduce(Stretch.join, every)]
    sections = _sections(every, gap)
    return _fewer([part for section in sections for part in _parts(section, gap)], most)


def _sections(stretches: Iterable[Stretch], gap: int) -> list[list[Stretch]]:
    """Part stretches where for ``gap`` days there is none of either kind: where the rows tell of a pause."""
    sections: list[list[Stretch]] = []
    end = date.min
    for one in sorted(stretches, key=_order):
        if sections and (one.start - end).days < gap:
            sections[-1].append(one)
        else:
            sections.append([one])
        end = max(end, one.end)
    return sections


def _parts(section: Sequence[Stretch], gap: int) -> list[Stretch]:
    """Return the fine and the lone coarse stretches of a section, each reaching to the next: no day is left out."""
    coarse = [one for one in section if not one.fine]
    fine = _merged((one for one in section if one.fine), gap)
    fine = _merged((_whole_months(one, coarse) for one in fine), gap)
    parts = sorted(_merged([*fine, *(rest for one in coarse for rest in _without(one, fine))], gap), key=_order)
    return [_reaching(one, after) for one, after in pairwise(parts)] + parts[-1:]


def _reaching(one: Stretch, after: Stretch) -> Stretch:
    """Return a stretch that ends where the next begins."""
    return Stretch(start=one.start, end=after.start, fine=one.fine)


def _order(stretch: Stretch) -> tuple[date, date]:
    return stretch.start, stretch.end


def _merged(stretches: Iterable[Stretch], gap: int) -> list[Stretch]:
    """Join neighbours of one kind that pause for less than ``gap`` days."""
    merged: list[Stretch] = []
    for one in sorted(stretches, key=_order):
        last = merged[-1] if merged else None
        if last and last.fine is one.fine and (one.start - last.end).days < gap:
            merged[-1] = last.join(one)
        else:
            merged.append(one)
    return merged


def _whole_months(fine: Stretch, coarse: Iterable[Stretch]) -> Stretch:
    """Widen a fine stretch to the months it lies in, as far as a coarse one covers them."""
    first = fine.start.replace(day=1)
    last = fine.end - _ONE_DAY
    end = last + timedelta(days=min(monthrange(last.year, last.month)[1] - last.day + 1, (date.max - last).days))
    for one in coarse:
        if one.start < fine.end and fine.start < one.end:
            fine = fine.join(Stretch(start=max(first, one.start), end=min(end, one.end), fine=True))
    return fine


def _without(coarse: Stretch, fine: Iterable[Stretch]) -> Iterable[Stretch]:
    """Yield what a coarse stretch holds beside fine ones, which are in order."""
    start = coarse.start
    for one in fine:
        if one.end <= start or one.start >= coarse.end:
            continue
        if start < one.start:
            yield Stretch(start=start, end=one.start, fine=False)
        start = one.end
    if start < coarse.end:
        yield Stretch(start=start, end=coarse.end, fine=False)


def _fewer(stretches: list[Stretch], most: int) -> list[Stretch]:
    """Join the neighbours whose joining takes the least room until there are few enough, but none across a pause."""
    while len(stretches) > most:
        pairs = enumerate(pairwise(stretches))
        costs = [(_cost(before, after), index) for index, (before, after) in pairs if before.end >= after.start]
        if not costs:
            break
        at = min(costs)[1]
        stretches = [*stretches[:at], stretches[at].join(stretches[at + 1]), *stretches[at + 2 :]]
    return stretches


def _cost(before: Stretch, after: Stretch) -> float:
    """Return the days of room that joining two stretches takes."""
    joined = before.join(after)
    room = sum(one.days if one.fine else one.days / _WEIGHT for one in (before, after))
    return (joined.days if joined.fine else joined.days / _WEIGHT) - room
