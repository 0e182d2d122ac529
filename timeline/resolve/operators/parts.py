"""Parts of bigger times: the third quarter of a year, Tuesday of last week, the end of May."""

from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction
from timeline.feasts import nth_weekday as nth_weekday_of
from timeline.interval import Grain, Interval
from timeline.model import Term, TimexType
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.units import GRAINS, amount_value, amount_words, moved, read_unit, unit_at

#: how many halves and quarters a whole has
_PARTS = {"H": 2, "Q": 4}


def nth_unit(context: Context, *, nth: int, unit: str, outer: Term | None = None) -> Meaning:
    """Return the nth quarter, half, week or day of a time; without a time, of the year its clause looks to."""
    _count, letter, clock = read_unit(unit)
    if clock or letter not in GRAINS:
        return Meaning(type=TimexType.DURATION, value=amount_value(1, unit), told=False)
    if outer is None:
        return _nth_of_running_year(context, nth, letter)
    bigger = context.meaning(outer)
    if bigger.interval is None:
        return UNKNOWN
    if not _divides(letter, bigger.interval.grain):
        return replace(bigger, mod="START" if nth == 1 else "END" if nth in {-1, _PARTS[letter]} else "MID")
    found = _nth(bigger.interval, nth, letter)
    if found is None:
        return replace(UNKNOWN, reason=f"{bigger.value} has no such part")
    return dated(found, bigger.anchor, f"part of {bigger.value}")


def _divides(letter: str, grain: Grain) -> bool:
    """Say whether TIMEX3 can tell such a part of a unit: halves and quarters of a year, but not of a century."""
    return letter not in _PARTS or grain is Grain.YEAR or (letter == "Q" and grain not in {Grain.DECADE, Grain.CENTURY})


def _nth_of_running_year(context: Context, nth: int, letter: str) -> Meaning:
    now = context.now
    if now is None or (letter == "Q" and not 1 <= nth <= 4):
        return replace(UNKNOWN, value=f"XXXX-{letter}{nth}")
    if context.frame is not None:
        found = _nth(context.frame, nth, letter)
        return dated(found, context.frame.edtf(), "part of that time") if found else UNKNOWN
    choices = [
        found
        for year in (now.year - 1, now.year, now.year + 1)
        if (found := _nth(Interval.unit(date(year, 1, 1), Grain.YEAR), nth, letter))
    ]
    if not choices:
        return UNKNOWN
    if context.look() is Direction.FUTURE:
        # who "expects to report a third-quarter loss" in October means the quarter just ended
        best = min(choices, key=lambda choice: abs((choice.last - now).days))
        return dated(best, context.anchor, "the one whose end is nearest, as its clause looks ahead")
    best = next((choice for choice in reversed(choices) if choice.start <= now), choices[0])
    return dated(best, context.anchor, "the last that had begun by the publication date")


def _nth(bigger: Interval, nth: int, letter: str) -> Interval | None:
    """Return the nth unit inside an interval (-1 is the last), or None where it has none."""
    if letter == "W":
        found = _nth_week(bigger, nth)
    elif nth < 0:
        found = unit_at(bigger.last, letter)
        if not bigger.holds(found):
            found = unit_at(found.start, letter, -1)
    else:
        found = unit_at(bigger.start, letter, nth - 1)
    return found if found.overlaps(bigger) else None


def _nth_week(bigger: Interval, nth: int) -> Interval:
    """Return the nth week of a time; a week belongs where its Thursday lies (ISO 8601)."""
    found = unit_at(bigger.last if nth < 0 else bigger.start, "W")
    belongs = bigger.holds(found.start + timedelta(days=3))
    if nth < 0:
        return found if belongs else unit_at(found.start, "W", -1)
    return unit_at(found.start, "W", nth - 1 if belongs else nth)


def nth_weekday(context: Context, *, nth: int, weekday: int, outer: Term) -> Meaning:
    """Return the nth such weekday of a month."""
    bigger = context.meaning(outer)
    if bigger.interval is None or not -1 <= nth <= 5 or bigger.interval.grain is not Grain.MONTH:
        return UNKNOWN
    start = bigger.interval.start
    found = nth_weekday_of(start.year, start.month, weekday - 1, nth)
    if found.month != start.month:
        return replace(UNKNOWN, value=bigger.value)
    return dated(Interval.day(found), bigger.anchor, "counted in the month")


def within(context: Context, *, inner: Term, outer: Term) -> Meaning:
    """Return a name inside a bigger time: "Tuesday of last week", "July last year"."""
    bigger = context.meaning(outer)
    if bigger.interval is None:
        return UNKNOWN
    framed = context.within(bigger.interval)
    return replace(framed.evaluate(inner, framed), anchor=bigger.anchor)


def beside_weekday(context: Context, *, weekday: int, beside: int, base: Term) -> Meaning:
    """Return the weekday next before or after a day: "the Monday after Easter"."""
    one = context.meaning(base)
    if one.interval is None:
        return UNKNOWN
    if beside > 0:
        found = one.interval.last + timedelta(days=(weekday - one.interval.last.isoweekday() - 1) % 7 + 1)
    else:
        found = one.interval.start - timedelta(days=(one.interval.start.isoweekday() - weekday - 1) % 7 + 1)
    return dated(Interval.day(found), one.anchor, f"the weekday next to {one.value}")


def beside_unit(context: Context, *, unit: str, beside: int, base: Term) -> Meaning:
    """Return the week, weekend or other unit before or after a day: "the weekend before Christmas"."""
    one = context.meaning(base)
    _count, letter, clock = read_unit(unit)
    if one.interval is None or clock or letter not in GRAINS:
        return UNKNOWN
    if letter == "WE":
        return _weekend_beside(one, beside)
    start = one.interval.last if beside > 0 else one.interval.start
    return dated(unit_at(start, letter, beside), one.anchor, f"next to {one.value}")


def _weekend_beside(one: Meaning, beside: int) -> Meaning:
    """Return the last weekend that ends before a time, or the first that starts after it."""
    if one.interval is None:
        return UNKNOWN
    edge = one.interval.last if beside > 0 else one.interval.start
    found = unit_at(edge, "WE")
    if beside > 0 and found.start <= edge:
        found = unit_at(edge, "WE", 1)
    elif beside < 0 and found.last >= edge:
        found = unit_at(edge, "WE", -1)
    return dated(found, one.anchor, f"next to {one.value}")


def week_of(context: Context, *, inner: Term, weekend: int = 0) -> Meaning:
    """Return the week that holds a day, or its weekend."""
    one = context.meaning(inner)
    if one.interval is None:
        return UNKNOWN
    grain = Grain.WEEKEND if weekend else Grain.WEEK
    return dated(Interval.unit(one.interval.start, grain), one.anchor, "the week that holds the day")


def stage(context: Context, *, stage: str, inner: Term) -> Meaning:
    """Return a time with the part of it that is meant; its days stay the whole unit."""
    return replace(context.meaning(inner), mod=stage)


def same(context: Context, *, inner: Term | None = None, amount: Term | None = None) -> Meaning:
    """Return a time as it stands."""
    return context.meaning(inner if inner is not None else amount)


def year_end(context: Context) -> Meaning:
    """Return the last day of the year that the clause looks to."""
    if context.now is None:
        return UNKNOWN
    year = context.now.year
    if context.nearby().endswith("since ") or (context.look() is Direction.PAST and context.now.month <= 4):
        year -= 1
    return replace(dated(Interval.day(date(year, 12, 31)), context.anchor, "the end of the year"), told=False)


def edge(context: Context, *, edge: str, amount: Term, outer: Term) -> Meaning:
    """Return the first or last so many units of a bigger time, as an amount with its days."""
    some, bigger = context.meaning(amount), context.meaning(outer)
    if bigger.interval is None or isinstance(some.count, str) or not some.unit:
        return replace(some, told=False)
    _each, letter, clock = read_unit(some.unit)
    if clock or letter == "L":
        return replace(some, told=False)
    days = _edge(bigger.interval, edge, letter, int(some.count) or 1)
    reason = f"the {edge} {amount_words(some.value, one='')} of {bigger.value}"
    return replace(some, interval=days, anchor=bigger.anchor, reason=reason, told=False)


def _edge(bigger: Interval, edge: str, letter: str, count: int) -> Interval:
    if edge == "first":
        end = moved(bigger.start, letter, count)
        return Interval(
            start=bigger.start, end=max(min(end, bigger.end), bigger.start + timedelta(days=1)), grain=Grain.RANGE
        )
    start = moved(bigger.end, letter, -count)
    return Interval(start=min(max(start, bigger.start), bigger.last), end=bigger.end, grain=Grain.RANGE)
