"""Amounts of time, and times that lie an amount away."""

from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction
from timeline.grammar import load
from timeline.interval import Grain, Interval
from timeline.model import Term, TimexType
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.units import amount_value, amount_words, moved, read_unit, shifted, unit_at
from timeline.words import MONTHS


def amount(  # noqa: PLR0913  # a slot each
    context: Context,
    *,
    count: float | str = 1,
    unit: str = "",
    half: str = "",
    more: float = 0,
    hedge: str | None = None,
    also: str = "",
    filler: int = 0,
) -> Meaning:
    """Return an amount of time: a duration, with no days of its own."""
    del context, also, filler
    if half:
        count, unit = 0.5, half
    number = count if isinstance(count, str) else count + more
    return Meaning(
        type=TimexType.DURATION,
        value=amount_value(number, unit),
        mod=hedge,
        unit=unit,
        count=number,
        reason="an amount of time",
        told=False,
    )


def two_amounts(context: Context, *, first: Term, second: Term) -> Meaning:
    """Return the sum of two amounts: "two hours and 30 minutes"."""
    one, other = context.meaning(first), context.meaning(second)
    tail = other.value.removeprefix("P")
    if "T" in one.value and tail.startswith("T"):
        tail = tail[1:]
    return replace(one, value=one.value + tail)


def same_amount(context: Context, *, amount: Term, edge: str = "") -> Meaning:
    """Return an amount that an article or a rank makes definite."""
    del edge
    return context.meaning(amount)


def shift(context: Context, *, amount: Term | None = None, sign: int, base: Term | None = None) -> Meaning:
    """Return the time an amount before or after the publication date, or a day that the phrase names."""
    some = context.meaning(amount) if amount is not None else _ONE_DAY
    if base is not None:
        start = context.meaning(base)
        if start.interval is None:
            return replace(some, told=False)
        return _moved(some, start.interval, sign, start.anchor, day=True)
    if context.now is None:
        return UNKNOWN
    if sign < 0 and context.quarter is not None and some.unit == "P1Y" and some.count == 1:
        return year_ago(context)
    return _moved(some, Interval.day(context.now), sign, context.anchor)


def shift_told(context: Context, *, amount: Term, sign: int) -> Meaning:
    """Return the time an amount before or after the time told last."""
    some = context.meaning(amount)
    if some.unit == "P1Y" and some.count == 1 and sign < 0 and context.quarter is not None:
        return year_ago(context)
    if isinstance(some.count, str):
        return replace(some, reason=f"an uncounted amount {'before' if sign < 0 else 'after'} the time told before")
    if context.last is None:
        ahead_of_now = sign > 0 and context.look() is Direction.PAST  # "three days later, the army seized power"
        if context.now is None or ahead_of_now:
            return replace(some, reason="nothing told before to count from")
        return _moved(some, Interval.day(context.now), sign, context.anchor)
    if read_unit(some.unit)[1:] == ("D", False) and context.last.grain not in _DAYS:
        return replace(some, reason="the narrative tells no day")  # "it fell in May; two days later"
    return _moved(some, context.last, sign, context.told_anchor)


def year_ago(context: Context, *, nth: int | None = None) -> Meaning:
    """Return the same quarter, or other period of a report, a year before; else the year before."""
    if nth is not None and context.now is not None and 1 <= nth <= 4:
        found = Interval.unit(date(context.now.year - 1, 3 * nth, 1), Grain.QUARTER)
        return replace(dated(found, context.anchor, "that quarter of the year before"), told=False)
    if context.quarter is not None:
        return replace(
            dated(shifted(context.quarter, -1), context.told_anchor, "the same period a year before"), told=False
        )
    base = context.last if context.last and context.last.grain is not Grain.RANGE else None
    if base is not None and base.grain is Grain.QUARTER:
        return dated(shifted(base, -1), context.told_anchor, "the same period a year before")
    if context.now is None:
        return UNKNOWN
    before = dated(unit_at(context.now, "Y", -1), context.anchor, "a year before the publication date")
    return replace(before, told=False)


def period_of_year(context: Context, *, year: int) -> Meaning:
    """Return the report period of another year: the quarter told before, in that year; else the year."""
    whole = Interval.unit(date(year, 1, 1), Grain.YEAR)
    if context.quarter is None:
        return dated(whole, "the phrase", "a year")
    found = shifted(context.quarter, year - context.quarter.start.year)
    return replace(dated(found, context.told_anchor, "that quarter in that year"), told=False)


def window(context: Context, *, which: int | None = None, direction: int, amount: Term) -> Meaning:
    """Return the amount up to, or from, the publication date."""
    del which
    some = context.meaning(amount)
    told = context.last if context.episode else None
    base = context.now if told is None else told.start if direction < 0 else told.last
    if base is None or isinstance(some.count, str) or not some.unit:
        return some
    _each, letter, clock = read_unit(some.unit)
    if clock or letter == "L":
        return some
    days = _window(base, letter, some.count, direction)
    anchor = context.told_anchor if told else context.anchor
    return replace(some, interval=days, anchor=anchor, reason=f"{'up to' if direction < 0 else 'from'} the anchor")


def fiscal_window(context: Context, *, direction: int, count: float | str, unit: str) -> Meaning:
    """Return the last so many fiscal years; their days only where the sentence says whose they are."""
    some = Meaning(
        type=TimexType.DURATION, value=amount_value(count, unit), unit=unit, count=count, told=False,
        reason="fiscal years; whose is not said",
    )  # fmt: skip
    around = f"{context.nearby()} {context.behind()}"
    start = next((month for owner, month in load().words["fiscal_start"].items() if owner in around), None)
    if start is None or isinstance(count, str) or context.now is None or direction > 0:
        return some
    now = context.now
    end = date(now.year - (now.month < int(start)), int(start), 1)
    days = Interval(start=moved(end, "Y", -int(count)), end=end, grain=Grain.RANGE)
    return replace(some, interval=days, anchor=context.anchor, reason=f"fiscal years from {MONTHS[int(start) - 1]}")


_ROUND = {"Y": Grain.YEAR, "M": Grain.MONTH}


def _window(now: date, letter: str, count: float, direction: int) -> Interval | None:
    whole = int(count)
    other = moved(now, letter, direction * whole)
    if count != whole and letter == "Y":
        other = moved(other, "M", direction * round((count - whole) * 12))
    if other == now:
        return None
    first, last = min(now, other), max(now, other)
    if whole > 1 and letter in _ROUND:  # nobody who says "the past 20 years" has counted the days
        return Interval(
            start=Interval.unit(first, _ROUND[letter]).start,
            end=Interval.unit(last, _ROUND[letter]).end,
            grain=Grain.RANGE,
        )
    return Interval.through(first, last)


#: units that an amount leaves what they are: "a year ago this week"
_KEPT = frozenset({Grain.WEEK, Grain.WEEKEND, Grain.MONTH})
#: what days can be counted from: a day, and some days of which the last is one
_DAYS = frozenset({Grain.DAY, Grain.WEEKEND, Grain.RANGE})
_ONE_DAY = Meaning(type=TimexType.DURATION, value="P1D", unit="P1D", count=1, told=False)


def _moved(some: Meaning, base: Interval, sign: int, anchor: str, *, day: bool = False) -> Meaning:
    """Return the unit that lies an amount from a base, at the grain of the unit."""
    if isinstance(some.count, str):
        word = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Meaning(value=word, reason="an uncounted amount", anchor=anchor, told=False)
    each, letter, clock = read_unit(some.unit or "P1D")
    if clock:
        return Meaning(
            type=TimexType.TIME, value=base.start.isoformat(), interval=base if base.days == 1 else None,
            anchor=anchor, reason="some hours away", told=False,
        )  # fmt: skip
    if letter == "L":
        return UNKNOWN
    count = some.count * each
    start = base.start if sign < 0 or base.days == 1 else base.last
    target, grain = _target(start, letter, count, sign)
    if day and base.days == 1 and letter in {"W", "M", "Y"}:
        grain = "D"
    if day and base.grain in _KEPT and letter in {"M", "Y"}:
        # "five years ago this month": the month; a week is found by its middle
        middle = timedelta(days=3 if base.grain is Grain.WEEK else 0)
        target, _ = _target(base.start + middle, letter, count, sign)
        return dated(Interval.unit(target, base.grain), anchor, f"{amount_words(some.value)} from it")
    found = Interval.day(target) if grain == "D" else unit_at(target, grain)
    reason = f"{amount_words(some.value)} {'before' if sign < 0 else 'after'} it"
    return dated(found, anchor, reason, mod=some.mod)


def _target(start: date, letter: str, count: float, sign: int) -> tuple[date, str]:
    """Return the day an amount away, and the letter of the grain it is told in."""
    if letter in {"E", "C"}:
        return moved(start, "Y", sign * int(count * (10 if letter == "E" else 100))), "Y"
    whole = int(count)
    target = moved(start, letter, sign * whole)
    if count != whole and letter == "Y":
        return moved(target, "M", sign * round((count - whole) * 12)), "M"
    if count != whole and letter in {"M", "W"}:
        return moved(target, "D", sign * round((count - whole) * (30 if letter == "M" else 7))), "D"
    return target, "W" if letter == "WE" else letter
