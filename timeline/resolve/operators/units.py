"""Weeks, months, quarters, years, decades and centuries: by number, and counted from an anchor."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction
from timeline.interval import Grain, Interval, Period
from timeline.model import TimexType
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.operators.yearly import full_year
from timeline.resolve.units import amount_value, read_unit, spell, unit_at

_HAD = re.compile(r"\b(?:had|was|spent|enjoyed)\b[^.!?\n]{0,24}\Z")
#: the month in which the United States' fiscal year starts, the year before the one it is named by
_FISCAL_START = 10
_SUNDAY = 6  # as date.weekday() counts


def year(_context: Context, *, year: int) -> Meaning:
    """Return a year by its number."""
    return dated(Interval.unit(date(year, 1, 1), Grain.YEAR), "the phrase", "a year")


def years(_context: Context, *, year: int, short_year: int | None = None, last: int | None = None) -> Meaning:
    """Return a span of years in figures, "1939-45"."""
    end = last if last is not None else short_year or year
    if end < 100:
        end += year // 100 * 100 + (100 if end < year % 100 else 0)
    if end <= year:
        return replace(UNKNOWN, value=f"{year:04}")
    span = Interval.through(date(year, 1, 1), date(end, 12, 31))
    return Meaning(value=f"{year:04}/{end:04}", interval=span, anchor="the phrase", reason="a span of years")


def era(_context: Context, *, years: int, era: int, month: int = 0, day: int = 0) -> Meaning:
    """Return a year, month or day before or after Christ; those before lie outside the calendar and name no days."""
    told = "".join(f"-{part:02}" for part in (month, day) if part)
    if era > 0 and 1 <= years <= 9998:
        grain = Grain.DAY if day else Grain.MONTH if month else Grain.YEAR
        return dated(Interval.unit(date(years, month or 1, day or 1), grain), "the phrase", "a date of our era")
    return Meaning(value=f"BC{years:04}{told}", anchor="the phrase", reason="before Christ", told=False)


def decade(context: Context, *, year: int) -> Meaning:
    """Return a decade: "the 1980s", "the '80s", "the eighties"."""
    if year < 100:
        pivot = context.now.year if context.now else 2000
        year = pivot - (pivot - year) % 100
    if year % 100 == 0:
        century = Interval.unit(date(year, 1, 1), Grain.CENTURY)
        if year < 2000:
            return dated(century, "the phrase", "a century")
    return dated(Interval.unit(date(year // 10 * 10, 1, 1), Grain.DECADE), "the phrase", "a decade")


def century(_context: Context, *, nth: int, era: int = 1, stage: str | None = None) -> Meaning:
    """Return a century by its rank: the 18th is the seventeen-hundreds."""
    if era < 0:
        return Meaning(value=f"BC{max(nth - 1, 0):02}", anchor="the phrase", reason="before Christ", told=False)
    if not 2 <= nth <= 99:
        return replace(UNKNOWN, value=f"{max(nth - 1, 0):02}")
    return dated(Interval.unit(date((nth - 1) * 100, 1, 1), Grain.CENTURY), "the phrase", "a century", mod=stage)


_era = era


def eras(context: Context, *, years: int, last: int, era: int) -> Meaning:
    """Return a span of years of one era."""
    first, second = (_era(context, years=number, era=era) for number in (years, last))
    span = first.interval.hull(second.interval) if first.interval and second.interval else None
    return replace(first, value=f"{first.value}/{second.value}", interval=span, reason="a span of years")


def millennium(_context: Context, *, nth: int, era: int = 1) -> Meaning:
    """Return a millennium by its rank: the second holds the years that begin with a one."""
    value = f"{'BC' if era < 0 else ''}{max(nth - 1, 0)}"
    return Meaning(value=value, anchor="the phrase", reason="a millennium", told=False)


def short_year(context: Context, *, year: int) -> Meaning:
    """Return a year told by its last two figures."""
    whole = full_year(context, year)
    return dated(Interval.unit(date(whole, 1, 1), Grain.YEAR), "the phrase", "a year")


def fiscal(context: Context, *, year: int) -> Meaning:
    """Return a fiscal year; whose it is the phrase does not say, so it names no days."""
    year = year if year > 99 else full_year(context, year)
    return Meaning(value=f"{year:04}", anchor="the phrase", reason="a fiscal year; whose is not said", told=False)


def unit(context: Context, *, unit: str, which: int, past: int = 0) -> Meaning:
    """Return this, last or next of a calendar unit: the whole unit."""
    count, letter, clock = read_unit(unit)
    now = context.now
    if clock or letter == "L" or (past and letter in {"E", "C"}):
        return Meaning(
            type=TimexType.DURATION,
            value=amount_value(10, "P1Y") if letter == "E" else amount_value(1, unit),
            told=False,
        )
    if now is None:
        return UNKNOWN
    if count > 1 or letter == "D":
        found = Interval.day(now + timedelta(days=which)) if letter == "D" else unit_at(now, letter, which * count)
    else:
        found = unit_at(now, letter, which)
    if past and count == 1 and letter in {"W", "M", "Y"}:  # it runs up to the day on which it is told
        running = Interval.through(Period.parse(unit).before(now) + timedelta(days=1), now)
        return replace(dated(found, context.anchor, "the one that ends on the publication date"), interval=running)
    if which == -1 and count == 1 and letter == "W" and now.weekday() == _SUNDAY:
        # whoever says "last week" on a Sunday may mean the week that ends with it
        either = Interval.through(found.start, now - timedelta(days=1))
        return replace(
            dated(found, context.anchor, "the one before the publication date, or the one it ends"), interval=either
        )
    word = {-2: "two before", -1: "the one before", 0: "the one that holds", 1: "the one after", 2: "two after"}[which]
    return dated(found, context.anchor, f"{word} the publication date")


def told_unit(context: Context, *, unit: str, told: int = 0, definite: int = 0) -> Meaning:
    """Return the following, previous or same unit, counted from the narrative."""
    _count, letter, clock = read_unit(unit)
    base = context.last if context.last is not None else (Interval.day(context.now) if context.now else None)
    if letter == "D" and context.day is not None:
        base = context.day
    if definite and letter == "Y" and _far_off(context, base):
        base = Interval.day(context.now) if context.now else base
    if clock or letter == "L" or base is None:
        return Meaning(type=TimexType.DURATION, value=amount_value(1, unit), told=False)
    if letter == "Q" and told == 0:
        return latest(context, unit=unit)
    start = base.start if told <= 0 else base.last
    untold = context.last is None and context.day is None
    if letter == "D" and told > 0 and untold and context.look() is Direction.PAST:  # "he fled the next day"
        return Meaning(value=UNKNOWN.value, reason="the day before it is not told", told=False)
    if letter == "D" and base.days > 1:
        return Meaning(value=UNKNOWN.value, reason="the narrative tells no day", told=False)
    return dated(unit_at(start, letter, told), context.told_anchor, "counted from the time told before")


def _far_off(context: Context, base: Interval | None) -> bool:
    """Say whether the time told last is another time than the news is of: "the year" after "by 1995" is this one."""
    if context.episode or context.now is None or base is None:
        return False
    return abs(base.start.year - context.now.year) > 1


def latest(context: Context, *, unit: str = "P1Q") -> Meaning:
    """Return the latest unit that reports are about: the one told in the paragraph, else the last complete one."""
    _count, letter, clock = read_unit(unit)
    if clock or context.now is None:
        return Meaning(type=TimexType.DURATION, value=amount_value(1, unit), told=False)
    if letter == "Q" and context.quarter is not None and context.quarter.grain is Grain.QUARTER:
        return dated(context.quarter, context.told_anchor, "the quarter told before")
    if letter in {"L", "D"}:
        return UNKNOWN
    return dated(unit_at(context.now, letter, -1), context.anchor, "the last complete one before the publication date")


def weekend(context: Context, *, ahead: int = 0) -> Meaning:
    """Return the weekend that the clause looks to; ``ahead`` where one is wished, unless its clause looks back."""
    if context.frame is not None:
        return dated(
            Interval.unit(context.frame.start, Grain.WEEKEND), context.frame.edtf(), "the weekend in that time"
        )
    if context.now is None:
        return UNKNOWN
    here = Interval.unit(context.now, Grain.WEEKEND)
    if here.holds(context.now):
        return dated(here, context.anchor, "the publication date lies in it")
    wished = ahead and not _HAD.search(context.nearby())
    if wished or (not ahead and context.look() is Direction.FUTURE):
        return dated(here, context.anchor, "the weekend after the publication date, as its clause looks ahead")
    before = Interval.unit(context.now - timedelta(days=7), Grain.WEEKEND)
    return dated(before, context.anchor, "the weekend before the publication date", alternatives=((spell(here), here),))
