"""Times told as a list: "on Monday, Tuesday and Thursday", "on 5, 6 and 8 April", "in 2019, 2021 and 2023"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.interval import Interval
from timeline.model import AnchoredTimex
from timeline.resolve.ranges import opens_another
from timeline.resolve.units import moved, spell

_COMMA = re.compile(r", (?:(?:on|in) )?(?:the )?")
_AND = re.compile(r",? (?:and|or|&) (?:again )?(?:(?:on|in) )?(?:the )?")
_WEEK = timedelta(days=7)
_YEARLY = frozenset({"list of days", "day month", "month day"})


def run(text: str, times: Sequence[AnchoredTimex], at: int) -> int:
    """Return the place behind the last of the times that are listed from ``at`` on; behind itself where none is.

    Args:
        text: the document the times stand in.
        times: its times, in order.
        at: the place of the first.

    >>> from timeline.resolve import annotate
    >>> text = "They met on Monday, Tuesday and Thursday. On Friday, Monday was forgotten."
    >>> run(text, annotate(text, date(2024, 4, 10)), 0)
    3
    """
    end = at + 1
    for place in range(at + 1, len(times)):
        before, after = times[place - 1], times[place]
        if before.interval is None or after.interval is None or before.interval.grain is not after.interval.grain:
            break
        gap = before.span.end, after.span.start
        if _AND.fullmatch(text, *gap):
            return end if opens_another(text, after) else place + 1
        if not _COMMA.fullmatch(text, *gap):
            break
    return end


def in_order(text: str, times: Sequence[AnchoredTimex], published: date | None) -> list[AnchoredTimex]:
    """Return the times with the weekdays and the dates of each list one after the other, as they are told.

    Args:
        text: the document.
        times: its times, dated one by one.
        published: the local day of publication, or None.
    """
    found = list(times)
    at = 0
    while at < len(found):
        end = run(text, found, at)
        if end > at + 1:
            found[at:end] = _ordered(found[at:end], published)
        at = end
    return found


def _ordered(listed: list[AnchoredTimex], published: date | None) -> list[AnchoredTimex]:
    rules = {time.timex.rule for time in listed}
    if rules == {"weekday"} and published is not None:
        return _weekdays(listed, published)
    if len(rules) == 1 and rules <= _YEARLY:
        for at in range(1, len(listed)):
            listed[at] = _in_same_year(listed[at - 1], listed[at])
    return listed


def _weekdays(listed: list[AnchoredTimex], published: date) -> list[AnchoredTimex]:
    """Return the days of past weeks counted back from the last of them, those ahead counted on from the first."""
    last = listed[-1].interval
    if last is not None and last.start <= published:
        for at in range(len(listed) - 2, -1, -1):
            listed[at] = _shifted(listed[at], listed[at + 1], -1)
    else:
        for at in range(1, len(listed)):
            listed[at] = _shifted(listed[at], listed[at - 1], 1)
    return listed


def _shifted(time: AnchoredTimex, beside: AnchoredTimex, sign: int) -> AnchoredTimex:
    """Return a day a week on or back where it stands on the wrong side of the one beside it in a list."""
    if time.interval is None or beside.interval is None:
        return time
    apart = (time.interval.start - beside.interval.start).days * sign
    if apart > 0 or apart == -1:  # "Friday and Thursday" are told backwards
        return time
    day = Interval.day(time.interval.start + sign * _WEEK)
    return replace(
        time, value=spell(day), interval=day, reason=f"listed {'after' if sign > 0 else 'before'} {beside.value}"
    )


def _in_same_year(before: AnchoredTimex, time: AnchoredTimex) -> AnchoredTimex:
    """Return a date in the year of the one listed before it, or in the next one if it would come before that."""
    if time.anchor == "the phrase" or before.interval is None or time.interval is None:
        return time
    years = before.interval.start.year - time.interval.start.year
    start = moved(time.interval.start, "Y", years)
    day = Interval.day(start if start > before.interval.start else moved(start, "Y", 1))
    if day == time.interval or (day.start - before.interval.start).days > 200:
        return time
    return replace(time, value=spell(day), interval=day, reason=f"listed after {before.value}")
