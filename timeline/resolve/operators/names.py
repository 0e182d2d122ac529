"""Days, months and seasons by name: an underspecified one goes where its clause looks."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction
from timeline.feasts import NamedDay, named_day
from timeline.interval import Grain, Interval
from timeline.model import Term
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.units import spell

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(
    context: Context,
    *,
    day: int,
    month: int | None = None,
    year: int | None = None,
    weekday: int | None = None,
    outer: Term | None = None,
) -> Meaning:
    """Return a day of a month, named with or without its month and year."""
    if outer is not None:
        bigger = context.meaning(outer)
        if bigger.interval is None or (found := _day_of(bigger.interval.start, day)) is None:
            return UNKNOWN
        return dated(Interval.day(found), bigger.anchor, f"day {day} of {bigger.value}")
    if month is None:
        return _day_of_running_month(context, day)
    if year is not None:
        exact = _date(year, month, day)
        if exact is None:
            return replace(UNKNOWN, value=f"{year:04}-{month:02}", reason=f"{year}-{month} has no day {day}")
        return _check_weekday(dated(Interval.day(exact), "the phrase", "a date with its year"), weekday)
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-{month:02}-{day:02}")
    nearest = _nearest(context, lambda year: _day_in(year, month, day))
    return _check_weekday(nearest, weekday)


def figures(
    context: Context, *, first: int, second: int, year: int | None = None, short_year: int | None = None
) -> Meaning:
    """Return a date in figures: month first, unless only day first is possible; the other reading is kept."""
    whole = year if year is not None else _full_year(context, short_year or 0)
    readings = [
        Interval.day(found)
        for month, day in ((first, second), (second, first))
        if (found := _date(whole, month, day)) is not None
    ]
    if not readings:
        return replace(UNKNOWN, value=f"{whole:04}", reason="no such day")
    other = tuple((spell(reading), reading) for reading in readings[1:] if reading != readings[0])
    why = (
        "month first, as American usage has it; usage is divided"
        if other
        else "only one order of the figures is a date"
    )
    return dated(readings[0], "the phrase", why, alternatives=other)


def weekday_checked(context: Context, *, weekday: int, inner: Term, which: int = 0) -> Meaning:
    """Return a weekday with its date in brackets; where the two disagree both readings stand."""
    del which
    return _check_weekday(context.meaning(inner), weekday, context)


def weekday(context: Context, *, weekday: int) -> Meaning:
    """Return a weekday: of the frame, of an episode told with its own dates, or the one its clause looks to."""
    if context.frame is not None:
        return _in_frame(context.frame, weekday)
    if context.episode and context.last is not None and context.last.days <= 31:
        ahead = (weekday - 1 - context.last.start.weekday()) % 7
        return dated(
            Interval.day(context.last.start + timedelta(days=ahead)),
            context.told_anchor,
            f"{_WEEKDAYS[weekday - 1]} from the time told before",
        )
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-WXX-{weekday}")
    back = (context.now.weekday() - weekday + 1) % 7
    name = _WEEKDAYS[weekday - 1]
    if back == 0:
        return dated(Interval.day(context.now), context.anchor, f"the publication date is a {name}")
    if context.look() is Direction.FUTURE:
        return dated(
            Interval.day(context.now + timedelta(days=7 - back)),
            context.anchor,
            f"{name} after the publication date, as its clause looks ahead",
        )
    return dated(
        Interval.day(context.now - timedelta(days=back)), context.anchor, f"{name} before the publication date"
    )


def deictic(context: Context, *, days: int) -> Meaning:
    """Return today, yesterday, tomorrow."""
    if context.now is None:
        return replace(UNKNOWN, value="PRESENT_REF" if days == 0 else UNKNOWN.value)
    return dated(Interval.day(context.now + timedelta(days=days)), context.anchor, "counted from the publication date")


def feast(context: Context, *, feast: str, year: int | None = None) -> Meaning:
    """Return a named day of a year, or the one its clause looks to."""
    if year is not None:
        found = named_day(feast, year)
        return (
            _named(found, "the phrase", "a named day with its year") if found else replace(UNKNOWN, value=f"{year:04}")
        )
    if context.frame is not None:
        found = named_day(feast, context.frame.start.year)
        return _named(found, "the phrase", "the named day of that year") if found else UNKNOWN
    if context.now is None:
        return UNKNOWN
    meaning = _nearest(context, lambda year: found.interval if (found := named_day(feast, year)) else None)
    about = (
        meaning.interval is not None and (named := named_day(feast, meaning.interval.start.year)) and named.approximate
    )
    return replace(meaning, mod="APPROX") if about else meaning


def month(context: Context, *, month: int, year: int | None = None, outer: Term | None = None) -> Meaning:
    """Return a month by name, with or without its year."""
    if year is not None:
        return dated(Interval.unit(date(year, month, 1), Grain.MONTH), "the phrase", "a month with its year")
    frame = context.meaning(outer).interval if outer is not None else context.frame
    if frame is not None:
        return dated(
            Interval.unit(date(frame.start.year, month, 1), Grain.MONTH), "the phrase", "the month of that year"
        )
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-{month:02}")
    return _nearest(context, lambda year: Interval.unit(date(year, month, 1), Grain.MONTH))


def season(context: Context, *, season: str, year: int | None = None, outer: Term | None = None) -> Meaning:
    """Return a season, with or without its year; winter is named by the year it starts in."""
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    frame = context.meaning(outer).interval if outer is not None else context.frame
    if year is None and frame is not None:
        year = frame.start.year
    if year is not None:
        return dated(Interval.unit(date(year, first, 1), Grain.SEASON), "the phrase", "a season with its year")
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-{season}")
    return _nearest(context, lambda year: Interval.unit(date(year, first, 1), Grain.SEASON))


def which(context: Context, *, which: int, inner: Term) -> Meaning:
    """Return this, last or next of a name; "next Sunday" and "last May" keep the reading that others have."""
    if context.now is None:
        return replace(context.meaning(inner), reason="nothing to count from")
    looking = {-1: Direction.PAST, 0: context.look(), 1: Direction.FUTURE}[which]
    base = replace(context, look=lambda: looking, frame=None, episode=False)
    plain = base.evaluate(inner, base)
    if plain.interval is None or which == 0:
        return _this(context, plain, inner)
    step = timedelta(days=which)
    if plain.interval.holds(context.now):
        # "last Tuesday" said on a Tuesday, "last May" said in May
        aside = plain.interval.start - timedelta(days=1) if which < 0 else plain.interval.end
        moved = replace(base, published=aside)
        return replace(moved.evaluate(inner, moved), anchor=context.anchor)
    beyond = replace(base, published=(plain.interval.start if which < 0 else plain.interval.last) + step)
    other = beyond.evaluate(inner, beyond)
    word = "last" if which < 0 else "next"
    return replace(
        plain,
        anchor=context.anchor,
        reason=f"the {'nearest before' if which < 0 else 'nearest after'} the publication date; "
        f"some say '{word}' of the one beyond",
        alternatives=((other.value, other.interval),) if _divided(context, plain, which) else (),
    )


def told_name(context: Context, *, told: int, inner: Term) -> Meaning:
    """Return the following, previous or same weekday, counted from the narrative."""
    base = context.last.start if context.last else context.now
    if base is None:
        return context.meaning(inner)
    looking = Direction.FUTURE if told > 0 else Direction.PAST
    moved = replace(context, published=base + timedelta(days=told), look=lambda: looking, frame=None, episode=False)
    return replace(moved.evaluate(inner, moved), anchor=context.told_anchor, reason="counted from the time told before")


def _this(context: Context, plain: Meaning, inner: Term) -> Meaning:
    """Return "this Friday" in the week, "this May" in the year, of the publication date."""
    now = context.now
    if plain.interval is None or now is None:
        return plain
    if plain.interval.grain is Grain.DAY and inner.rule == "weekday":
        week = Interval.unit(now, Grain.WEEK)
        framed = context.within(week)
        return replace(
            framed.evaluate(inner, framed), anchor=context.anchor, reason="in the week of the publication date"
        )
    framed = context.within(Interval.unit(now, Grain.YEAR))
    return replace(framed.evaluate(inner, framed), anchor=context.anchor, reason="in the year of the publication date")


def _divided(context: Context, plain: Meaning, which: int) -> bool:
    """Say whether usage is divided: for "next" within the week ahead, for "last" within the span just gone."""
    if plain.interval is None or context.now is None:
        return False
    gap = (plain.interval.start - context.now).days if which > 0 else (context.now - plain.interval.last).days
    return gap <= {Grain.DAY: 6, Grain.MONTH: 150, Grain.SEASON: 150}.get(plain.interval.grain, 0)


def _in_frame(frame: Interval, weekday: int) -> Meaning:
    ahead = (weekday - 1 - frame.start.weekday()) % 7
    return dated(Interval.day(frame.start + timedelta(days=ahead)), frame.edtf(), "the weekday in that time")


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_in(year: int, month: int, day: int) -> Interval | None:
    found = _date(year, month, day)
    return Interval.day(found) if found else None


def _day_of(start: date, day: int) -> date | None:
    return _date(start.year, start.month, day)


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


def _full_year(context: Context, short: int) -> int:
    """Return the year that two figures mean: not more than twenty years after the publication date."""
    pivot = (context.now.year if context.now else 2000) + 20
    return pivot - (pivot - short) % 100


def _nearest(context: Context, in_year: Callable[[int], Interval | None]) -> Meaning:
    """Return the one of a yearly time that the clause looks to."""
    base, anchor = context.now, context.anchor
    if context.episode and context.last is not None:
        return _in_episode(context, in_year)
    if base is None:
        return UNKNOWN
    choices = _choices(base, in_year, range(base.year - 8, base.year + 9))
    current = next((choice for choice in choices if choice.holds(base)), None)
    if current is not None:
        return dated(current, anchor, "the publication date lies in it")
    past = next((choice for choice in reversed(choices) if choice.end <= base), None)
    future = next((choice for choice in choices if choice.start > base), None)
    near = [choice for choice in (past, future) if choice is not None]
    if not near:
        return UNKNOWN
    best = min(near, key=lambda choice: abs((choice.start - base).days))
    if past is not None and future is not None and _lopsided(past, future, base):
        return dated(best, anchor, "the nearest to the publication date by far")
    looking = context.look()
    news = looking is Direction.UNCLEAR and past is not None and past.days > 1
    if past is not None and (looking is Direction.PAST or news):
        return dated(past, anchor, "the last before the publication date")
    if looking is Direction.FUTURE and future is not None:
        return dated(future, anchor, "the next after the publication date, as its clause looks ahead")
    return dated(best, anchor, "the nearest to the publication date")


def _lopsided(past: Interval, future: Interval, base: date) -> bool:
    """Say whether a day of the year lies close on one side and most of a year off on the other."""
    if past.days > 7:
        return False
    back, ahead = (base - past.start).days, (future.start - base).days
    return min(back, ahead) <= 91


def _in_episode(context: Context, in_year: Callable[[int], Interval | None]) -> Meaning:
    """Return a yearly time of the narrative's own year."""
    last = context.last
    if last is None:
        return UNKNOWN
    choice = in_year(last.start.year)
    if choice is None:
        return UNKNOWN
    return dated(choice, context.told_anchor, "in the year that the narrative tells")


def _choices(base: date, in_year: Callable[[int], Interval | None], years: Iterable[int]) -> list[Interval]:
    near = [
        choice for year in (base.year - 1, base.year, base.year + 1) if 1 <= year <= 9998 and (choice := in_year(year))
    ]
    if len(near) == 3:
        return near
    # Feb. 29 may lie eight years away
    return [choice for year in years if 1 <= year <= 9998 and (choice := in_year(year))]


def _named(found: NamedDay, anchor: str, reason: str) -> Meaning:
    return dated(found.interval, anchor, reason, mod="APPROX" if found.approximate else None)


def _check_weekday(meaning: Meaning, weekday: int | None, context: Context | None = None) -> Meaning:
    """Return a date told with its weekday; where they disagree the nearest such weekday comes first."""
    if weekday is None or meaning.interval is None or meaning.interval.start.isoweekday() == weekday:
        return meaning
    told = meaning.interval
    now = context.now if context else None
    base = now or told.start
    back = (base.isoweekday() - weekday) % 7
    near = Interval.day(base - timedelta(days=back))
    name = _WEEKDAYS[weekday - 1]
    if now is None or abs((near.start - told.start).days) > 6:
        ahead = (weekday - told.start.isoweekday() + 3) % 7 - 3
        near = Interval.day(told.start + timedelta(days=ahead))
    return replace(
        meaning,
        value=spell(near),
        interval=near,
        reason=f"{told.start} is no {name}; the nearest {name} is taken, and both readings are kept",
        alternatives=((spell(told), told),),
    )
