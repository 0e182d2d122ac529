"""Months, seasons and named days: an underspecified one goes where its clause looks."""

from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction
from timeline.feasts import ONCE, NamedDay, named_day
from timeline.interval import Grain, Interval
from timeline.model import Term
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.operators.yearly import full_year, nearest

_SUNDAY = 6  # as date.weekday() counts


def feast(context: Context, *, feast: str, year: int | None = None) -> Meaning:
    """Return a named day of a year, or the one its clause looks to."""
    if feast in ONCE:
        return dated(Interval.day(ONCE[feast]), "the phrase", "a day that was once")
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
    meaning = nearest(context, lambda year: day.interval if (day := named_day(feast, year)) else None)
    about = (
        meaning.interval is not None and (named := named_day(feast, meaning.interval.start.year)) and named.approximate
    )
    return replace(meaning, mod="APPROX") if about else meaning


def month(context: Context, *, month: int, year: int | None = None, outer: Term | None = None) -> Meaning:
    """Return a month by name, with or without its year."""
    if year is not None:
        year = year if year > 99 else full_year(context, year)
        return dated(Interval.unit(date(year, month, 1), Grain.MONTH), "the phrase", "a month with its year")
    frame = context.meaning(outer).interval if outer is not None else context.frame
    if frame is not None:
        return dated(
            Interval.unit(date(frame.start.year, month, 1), Grain.MONTH), "the phrase", "the month of that year"
        )
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-{month:02}")
    return nearest(context, lambda year: Interval.unit(date(year, month, 1), Grain.MONTH))


def season(
    context: Context, *, season: str, year: int | None = None, outer: Term | None = None, last: int | None = None
) -> Meaning:
    """Return a season, with or without its year; winter is named by the year it starts in."""
    del last
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    frame = context.meaning(outer).interval if outer is not None else context.frame
    if year is None and frame is not None:
        year = frame.start.year
    if year is not None and year < 100:
        year = full_year(context, year)
    if year is not None:
        return dated(Interval.unit(date(year, first, 1), Grain.SEASON), "the phrase", "a season with its year")
    if context.now is None:
        return replace(UNKNOWN, value=f"XXXX-{season}")
    return nearest(context, lambda year: Interval.unit(date(year, first, 1), Grain.SEASON))


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
    if which < 0 and "weekday" in inner.rule and _in_week(plain.interval, context.now):
        return replace(
            other,
            anchor=context.anchor,
            reason="of the week before that of the publication date; some say 'last' of the nearest",
            alternatives=((plain.value, plain.interval),),
        )
    word = "last" if which < 0 else "next"
    return replace(
        plain,
        anchor=context.anchor,
        reason=f"the {'nearest before' if which < 0 else 'nearest after'} the publication date; "
        f"some say '{word}' of the one beyond",
        alternatives=((other.value, other.interval),) if _divided(context, plain, which) else (),
    )


def told_name(context: Context, *, told: int = 0, inner: Term) -> Meaning:
    """Return the following, previous or same weekday, counted from the narrative."""
    last = context.last or (Interval.day(context.now) if context.now else None)
    if last is None:
        return context.meaning(inner)
    if told == 0:
        framed = context.within(Interval.unit(last.start, Grain.WEEK if inner.rule == "weekday" else Grain.YEAR))
        return replace(framed.evaluate(inner, framed), anchor=context.told_anchor, reason="in the time told before")
    looking = Direction.FUTURE if told > 0 else Direction.PAST
    aside = last.end if told > 0 else last.start - timedelta(days=1)
    moved = replace(context, published=aside, look=lambda: looking, frame=None, episode=False)
    found = moved.evaluate(inner, moved)
    if found.interval is not None and found.interval.overlaps(last):
        # "the following summer" told in June is the next one
        beyond = found.interval.end if told > 0 else found.interval.start - timedelta(days=1)
        moved = replace(moved, published=beyond)
        found = moved.evaluate(inner, moved)
    return replace(found, anchor=context.told_anchor, reason="counted from the time told before")


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


def _in_week(day: Interval, now: date) -> bool:
    """Say whether a day lies in the working week of another: "last Tuesday" said on a Thursday is that before it.

    On a Sunday the week is over, or begins: whoever says "last Tuesday" then mostly means the nearest.
    """
    return day.start.weekday() < now.weekday() < _SUNDAY


def _divided(context: Context, plain: Meaning, which: int) -> bool:
    """Say whether usage is divided: for "next" within the week ahead, for "last" within the span just gone."""
    if plain.interval is None or context.now is None:
        return False
    gap = (plain.interval.start - context.now).days if which > 0 else (context.now - plain.interval.last).days
    return gap <= {Grain.DAY: 6, Grain.MONTH: 150, Grain.SEASON: 150}.get(plain.interval.grain, 0)


def _named(found: NamedDay, anchor: str, reason: str) -> Meaning:
    return dated(found.interval, anchor, reason, mod="APPROX" if found.approximate else None)
