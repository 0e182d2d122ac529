"""The yearly names: which year's March, Christmas or Dec. 24 is meant."""

from collections.abc import Callable, Iterable
from datetime import date

from timeline.direction import Direction
from timeline.interval import Interval
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated


def nearest(context: Context, in_year: Callable[[int], Interval | None]) -> Meaning:
    """Return the one of a yearly time that the clause looks to."""
    base, anchor = context.now, context.anchor
    if context.year is not None and (told := in_year(context.year)) is not None:
        return dated(told, "the phrase", "in the year of the time joined to it")
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
