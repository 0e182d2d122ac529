"""Times that take what they lack from the time beside them: a clock its day, a year its era, a range's end its year."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.grammar import load
from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, TimexType
from timeline.resolve.ranges import moves
from timeline.resolve.units import moved, spell
from timeline.words import WEEKDAYS

_ASIDE = re.compile(r"\s?\([^()\n]{0,30}\),?\s(?:on\s)?", re.IGNORECASE)
_SPAN = re.compile(r"\s?(?:to|and|until|till|through|thru|-|–|—)\s?", re.IGNORECASE)
_TO = re.compile(r"\s?(?:to|until|till|through|thru|-|–|—)\s?(?:the\s)?", re.IGNORECASE)
_LONGEST = 44
_CLOCKS = frozenset({"clock", "clock with a.m.", "clock with a zone", "noon", "o'clock", "about a clock"})
_YEARS = frozenset({"year", "year in three figures"})
#: rules of names that come round -> the letter of the unit after which they do
_ROUND = {"weekday": "W", "month": "Y", "month day": "Y", "day month": "Y"}


def borrowed(text: str, times: Sequence[AnchoredTimex]) -> list[AnchoredTimex]:
    """Return the times with clocks and years in the day and era after them, and no range that ends before it begins.

    >>> from datetime import date
    >>> from timeline.resolve import annotate
    >>> found = annotate("It shook at 7 a.m. (0042 GMT) on Monday. Talks will run Friday to Monday.", date(2024, 3, 14))
    >>> [time.value for time in found]
    ['2024-03-11T07:00', '2024-03-11T00:42', '2024-03-11', '2024-03-15', '2024-03-18']
    """
    found = list(times)
    for at in range(len(found) - 2, -1, -1):
        time, after = found[at], found[at + 1]
        gap = after.span.start - time.span.end
        if after.value.startswith("BC") and time.timex.rule in _YEARS:
            if _SPAN.fullmatch(text, time.span.end, after.span.start):
                found[at] = replace(time, value=f"BC{time.value}", interval=None, reason="before Christ, as after it")
        elif time.timex.rule in _CLOCKS and gap <= _LONGEST:
            day = _day_after(text, found, at)
            if day is not None:
                found[at] = _on(time, day)
        elif gap <= _LONGEST and after.timex.rule in _ROUND and _TO.fullmatch(text, time.span.end, after.span.start):
            forward = moves(text, time.span.start) in load().lists["movers_forward"]
            found[at + 1] = after if forward else _not_before(time, after)
        elif gap <= _LONGEST and _TO.fullmatch(text, time.span.end, after.span.start):
            found[at + 1] = _same_week(time, after)
    return found


def _day_after(text: str, times: Sequence[AnchoredTimex], at: int) -> AnchoredTimex | None:
    """Return the time whose day a clock shares: after an aside in brackets, or at the other end of a range."""
    time, after = times[at], times[at + 1]
    if after.timex.rule == "clock on a day" and _SPAN.fullmatch(text, time.span.end, after.span.start):
        return after
    for other in times[at + 1 : at + 3]:
        if other.span.start - time.span.end > _LONGEST:
            break
        alone = other.type is TimexType.DATE and other.interval is not None and other.interval.grain is Grain.DAY
        if alone and _ASIDE.fullmatch(text, time.span.end, other.span.start):
            return other
        if alone and text[time.span.end : other.span.start] in {") on ", ") ", "), "}:
            return other
    return None


def _on(time: AnchoredTimex, day: AnchoredTimex) -> AnchoredTimex:
    told = day.value.split("T")[0] + "T" + time.value.split("T")[-1]
    return replace(time, value=told, interval=day.interval, anchor=day.anchor, reason="on the day told after it")


def _same_week(first: AnchoredTimex, last: AnchoredTimex) -> AnchoredTimex:
    """Return the weekday that ends a range, with its hour, in the week after it begins ("6 p.m. Monday to noon")."""
    if first.interval is None or last.interval is None or last.explicit:
        return last
    if {first.interval.grain, last.interval.grain} != {Grain.DAY}:
        return last
    weeks = (last.interval.start - first.interval.start).days // 7
    if weeks < 1 or not any(day.lower() in last.timex.text.lower() for day in WEEKDAYS):
        return last
    day = last.interval.start - timedelta(days=7 * weeks)
    value = day.isoformat() + last.value[len(day.isoformat()) :]
    return replace(last, value=value, interval=Interval.day(day), reason=f"the first after {first.value}")


def _not_before(first: AnchoredTimex, last: AnchoredTimex) -> AnchoredTimex:
    """Return the end of a range, the next one where it would lie before the beginning."""
    if first.interval is None or last.interval is None or last.value != spell(last.interval):
        return last
    if last.anchor == "the phrase" or last.interval.start > first.interval.start:
        return last
    if first.interval.grain is not last.interval.grain:
        return last
    later = Interval.unit(moved(last.interval.start, _ROUND[last.timex.rule], 1), last.interval.grain)
    if not 0 < (later.start - first.interval.start).days <= 366:
        return last
    return replace(last, value=spell(later), interval=later, reason=f"the first after {first.value}, where it begins")
