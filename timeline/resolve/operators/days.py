"""Days: of a month, of a week, in figures, counted from the publication date."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction
from timeline.interval import Interval
from timeline.model import Term
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.operators.yearly import full_year, nearest
from timeline.resolve.units import spell

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: what ends right before the weekday of a day just told: "on Jan. 2, 2019, a Wednesday"
_APPOSED = re.compile(r"\d(?:st|nd|rd|th)?(?:, (?:which was )?| \()a \Z")

#: what ends right before the day on which a journey was to end: "left on Friday for Lund, where it was due on"
_DUE_THERE = re.compile(
    r"\b(?:left|sailed|departed|flew|set (?:off|out|sail))\b[^.!?;]{0,90}\b(?:where (?:it|he|she|they) (?:was|were) due"
    r"|(?:was|were) due (?:to arrive )?(?:in|at) [^,.!?;]{2,30}) (?:on )?\Z"
)


def _names_day(text: str, day: Interval) -> bool:
    """Say whether words name the weekday of a day."""
    return _WEEKDAYS[day.start.weekday()].lower() in text


def day(
    context: Context,
    *,
    day: int,
    month: int | None = None,
    year: int | None = None,
    outer: Term | None = None,
) -> Meaning:
    """Return a day of a month, named with or without its month and year."""
    if outer is not None:
        return _day_of_outer(context.meaning(outer), day)
    if month is None:
        return _day_of_running_month(context, day)
    return _calendar_day(context, day, month, year)


def listed_day(  # noqa: PLR0913  # a slot each
    context: Context,
    *,
    day: int,
    month: int,
    second: int = 0,  # noqa: ARG001  # the tagger gives each day of a list a time of its own
    third: int = 0,  # noqa: ARG001
    fourth: int = 0,  # noqa: ARG001
    last: int = 0,  # noqa: ARG001
    year: int | None = None,
) -> Meaning:
    """Return one day of a list of days of a month."""
    return _calendar_day(context, day, month, year)


def days(context: Context, *, day: int, last: int, month: int, joint: str, year: int | None = None) -> Meaning:
    """Return some days of a month: the span between two, or two in a row."""
    start = _calendar_day(context, day, month, year)
    if start.interval is None or (end := _day_of(start.interval.start, last)) is None or last <= day:
        return start
    value = f"{start.value}/{end.isoformat()}"
    if joint == "and" and last > day + 1 and not context.nearby().endswith("between "):
        second = Interval.day(end)
        return replace(start, value=value, reason="two days apart", alternatives=((spell(second), second),))
    span = Interval.through(start.interval.start, end)
    return replace(start, value=value, interval=span, reason="the days from one to the other")


def figures(
    context: Context,
    *,
    first: int,
    second: int,
    year: int | None = None,
    weekday: int | None = None,
) -> Meaning:
    """Return a date in figures: month first, unless only day first is possible; the other reading is kept."""
    readings: list[Meaning] = []
    for month, number in ((first, second), (second, first)):
        whole = full_year(context, year) if year is not None and year < 100 else year
        found = _calendar_day(context, number, month, whole) if month <= 12 else UNKNOWN
        if found.interval is not None and found.value not in {known.value for known in readings}:
            readings.append(found)
    return _told_by_weekday(readings, weekday) if readings else replace(UNKNOWN, reason="no such day")


def _told_by_weekday(readings: list[Meaning], weekday: int | None) -> Meaning:
    """Return the reading that its weekday bears out, else the first, with the other."""
    if len(readings) == 1:
        return replace(readings[0], reason="only one order of the figures is a date")
    for reading, other in (readings, readings[::-1]):
        if reading.interval is not None and reading.interval.start.isoweekday() == weekday:
            return replace(reading, reason=f"its weekday tells it from {other.value}")
    return replace(
        readings[0],
        reason="month first, as American usage has it; usage is divided",
        alternatives=((readings[1].value, readings[1].interval),),
    )


def weekday_checked(context: Context, *, weekday: int, inner: Term, which: int = 0) -> Meaning:
    """Return a weekday with its date in brackets; where the two disagree both readings stand."""
    del which
    return _check_weekday(context, context.meaning(inner), weekday)


def weekday(context: Context, *, weekday: int) -> Meaning:
    """Return a weekday: of the frame, of an episode told with its own dates, or the one its clause looks to."""
    told = _told_weekday(context, weekday)
    if told is not None:
        return told
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-WXX-{weekday}")
    back = (context.now.weekday() - weekday + 1) % 7
    name = _WEEKDAYS[weekday - 1]
    if back == 0:
        return dated(Interval.day(context.now), context.anchor, f"the publication date is a {name}")
    look = context.look()
    if look is Direction.FUTURE or (look is Direction.NEAREST and back > 7 - back):
        return dated(
            Interval.day(context.now + timedelta(days=7 - back)),
            context.anchor,
            f"{name} after the publication date, as its clause looks ahead",
        )
    return dated(
        Interval.day(context.now - timedelta(days=back)), context.anchor, f"{name} before the publication date"
    )


def _told_weekday(context: Context, weekday: int) -> Meaning | None:
    """Return the weekday that a bigger time or the days told before fix, or None where the clause has to say."""
    if context.frame is not None:
        return _in_frame(context.frame, weekday)
    near = context.near_day
    if near is not None and (trip := _DUE_THERE.search(context.nearby())) and _names_day(trip[0], near):
        ahead = (weekday - near.start.isoweekday() - 1) % 7 + 1
        later = Interval.day(near.start + timedelta(days=ahead))
        return dated(later, context.told_anchor, f"{_WEEKDAYS[weekday - 1]} after the day of leaving")
    if near is not None and near.start.isoweekday() == weekday and _APPOSED.search(context.nearby()):
        return dated(near, context.told_anchor, "the weekday of the day told right before")
    if context.episode and context.day is not None:
        ahead = (weekday - 1 - context.day.start.weekday()) % 7
        return dated(
            Interval.day(context.day.start + timedelta(days=ahead)),
            context.told_anchor,
            f"{_WEEKDAYS[weekday - 1]} from the time told before",
        )
    return None


def weekday_the_nth(context: Context, *, weekday: int, day: int) -> Meaning:
    """Return "Friday the 13th": the nearest such day that the clause looks to."""
    base = context.now if not context.episode or context.last is None else context.last.start
    if base is None:
        return replace(UNKNOWN, value=f"XXXX-XX-{day:02}")
    ordinals = range(base.year * 12 + base.month - 15, base.year * 12 + base.month + 14)
    months = (divmod(ordinal, 12) for ordinal in ordinals if 12 <= ordinal < 119988)
    days = [found for year, month in months if (found := day_or_none(year, month + 1, day))]
    choices = [found for found in days if found.isoweekday() == weekday]
    ahead = context.look() is Direction.FUTURE
    side = [found for found in choices if context.episode or found == base or (found > base) is ahead] or choices
    if not side:
        return UNKNOWN
    best = min(side, key=lambda found: abs(found - base))
    return dated(Interval.day(best), context.anchor, f"the nearest {_WEEKDAYS[weekday - 1]} that is day {day}")


def named_date(context: Context, *, feast: str, inner: Term) -> Meaning:
    """Return a named day told with its date: the date."""
    del feast
    return context.meaning(inner)


def weekdays_ago(context: Context, *, count: float | str, weekday: int) -> Meaning:
    """Return the weekday that lies so many of its kind back."""
    if context.now is None or isinstance(count, str):
        return Meaning(value="PAST_REF", reason="an uncounted amount", told=False)
    back = (context.now.weekday() - weekday + 1) % 7 or 7
    found = context.now - timedelta(days=back + 7 * (int(count) - 1))
    return dated(Interval.day(found), context.anchor, f"{_WEEKDAYS[weekday - 1]}s counted back")


def deictic(context: Context, *, days: int) -> Meaning:
    """Return today, yesterday, tomorrow."""
    if context.now is None or (context.episode and days == 0):
        # in a text about the past "today" is the time in which it is read
        return replace(UNKNOWN, value="PRESENT_REF" if days == 0 else UNKNOWN.value)
    return dated(Interval.day(context.now + timedelta(days=days)), context.anchor, "counted from the publication date")


def _day_of_outer(bigger: Meaning, day: int) -> Meaning:
    if bigger.interval is None or (found := _day_of(bigger.interval.start, day)) is None:
        return UNKNOWN
    return dated(Interval.day(found), bigger.anchor, f"day {day} of {bigger.value}")


def _calendar_day(context: Context, day: int, month: int, year: int | None) -> Meaning:
    """Return a day of a month: of its year, or of the one its clause looks to."""
    if year is not None:
        exact = _day_in(year, month, day)
        if exact is None:
            return replace(UNKNOWN, value=f"{year:04}-{month:02}", reason=f"{year}-{month:02} has no day {day}")
        return dated(exact, "the phrase", "a date with its year")
    if context.frame is not None and (framed := _day_in(context.frame.start.year, month, day)) is not None:
        return dated(framed, context.frame.edtf(), "the day in that year")
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-{month:02}-{day:02}")
    return nearest(context, lambda year: _day_in(year, month, day))


def _in_frame(frame: Interval, weekday: int) -> Meaning:
    ahead = (weekday - 1 - frame.start.weekday()) % 7
    return dated(Interval.day(frame.start + timedelta(days=ahead)), frame.edtf(), "the weekday in that time")


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar, or None where there is none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_in(year: int, month: int, day: int) -> Interval | None:
    found = day_or_none(year, month, day)
    return Interval.day(found) if found else None


def _day_of(start: date, day: int) -> date | None:
    return day_or_none(start.year, start.month, day)


def _day_of_running_month(context: Context, day: int) -> Meaning:
    """Return "the 9th": of the month told last where the narrative tells one, else of the nearest month."""
    base = context.last.start if context.last and context.last.days <= 31 else context.now
    if base is None:
        return replace(UNKNOWN, value=f"XXXX-XX-{day:02}")
    found = _day_of(base, day)
    if found is None:
        return UNKNOWN
    return dated(
        Interval.day(found), context.told_anchor if context.last else context.anchor, "a day of the month told before"
    )


def _check_weekday(context: Context, meaning: Meaning, weekday: int) -> Meaning:
    """Return a date told with its weekday; where they disagree the nearest such weekday comes first."""
    if meaning.interval is None or meaning.interval.start.isoweekday() == weekday:
        return meaning
    told = meaning.interval
    long_ago = _in_told_year(context, told.start, weekday)
    if long_ago is not None:
        return dated(Interval.day(long_ago), context.told_anchor, "the weekday is that of the year told before")
    if meaning.anchor == "the phrase":
        beside = _weekday_beside(told.start, weekday)
        return replace(
            meaning,
            reason=f"{told.start} is no {_WEEKDAYS[weekday - 1]}; the date carries its year and stands",
            alternatives=((beside.isoformat(), Interval.day(beside)),),
        )
    base = context.now or told.start
    near = base - timedelta(days=(base.isoweekday() - weekday) % 7)
    if context.now is None or abs((near - told.start).days) > 6:
        near = _weekday_beside(told.start, weekday)
    name = _WEEKDAYS[weekday - 1]
    return replace(
        meaning,
        value=near.isoformat(),
        interval=Interval.day(near),
        reason=f"{told.start} is no {name}; the nearest {name} is taken, and both readings are kept",
        alternatives=((spell(told), told),),
    )


def _weekday_beside(day: date, weekday: int) -> date:
    """Return the weekday nearest to a day."""
    return day + timedelta(days=(weekday - day.isoweekday() + 3) % 7 - 3)


def _in_told_year(context: Context, day: date, weekday: int) -> date | None:
    """Return a day in the year told last, where that is long past and the weekday is right there."""
    if context.last is None or context.now is None or context.last.start.year >= context.now.year - 1:
        return None
    then = day_or_none(context.last.start.year, day.month, day.day)
    return then if then is not None and then.isoweekday() == weekday else None
