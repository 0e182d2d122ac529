"""Spans that are told by their last day: "the three months ended Sept. 30", "the year ending June 30"."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from timeline.errors import TimelineError
from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, TimexType
from timeline.resolve.meaning import dated
from timeline.resolve.units import last_of, moved, read_unit

_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending)\s+(?:on\s+)?", re.IGNORECASE)
_UP_TO = re.compile(r"\s+(?:to|through)\s+", re.IGNORECASE)
# rules whose spans also "to" and "through" end: "the three months to June", and not "this year through August"
_DEFINITE = frozenset({"the unit", "the first amount"})
_BEGUN = re.compile(r"\s+(?:that\s+)?(?:beginning|begun|commencing|starting|started)\s+(?:on\s+)?", re.IGNORECASE)
_AMOUNT = re.compile(r"P(\d+)([DWMQY])")


def ended(text: str, times: Sequence[AnchoredTimex]) -> list[AnchoredTimex]:
    """Return the times with those spans dated that the next time ends.

    >>> from datetime import date
    >>> from timeline.resolve import annotate
    >>> annotate("Sales fell in the three months ended Sept. 30.", date(2023, 11, 2))[0].interval.edtf()
    '2023-07/2023-09'
    """
    found = list(times)
    for at, time in enumerate(times[:-1]):
        after = times[at + 1]
        if after.interval is None or not 3 < after.span.start - time.span.end < 24:
            continue
        if time.timex.rule == "the unit" and _BEGUN.fullmatch(text, time.span.end, after.span.start):
            found[at] = _from(time, after.interval)
        elif _ends(text, time, after):
            with suppress(TimelineError, ValueError, OverflowError):
                found[at] = _up_to(time, after.interval)
    return found


def _ends(text: str, time: AnchoredTimex, after: AnchoredTimex) -> bool:
    """Say whether the words between two times make the second the end of the first."""
    place = time.span.end, after.span.start
    return _ENDED.fullmatch(text, *place) is not None or (
        time.timex.rule in _DEFINITE and _UP_TO.fullmatch(text, *place) is not None
    )


def _up_to(time: AnchoredTimex, end: Interval) -> AnchoredTimex:
    """Return a span that ends with another time."""
    unit = dict(time.timex.slots).get("unit")
    known = _AMOUNT.fullmatch(time.value)
    if known is not None and time.type is TimexType.DURATION:
        count, letter = int(known[1]), known[2]
    elif isinstance(unit, str) and time.interval is not None:
        count, letter = 1, read_unit(unit)[1]
    else:
        return time
    if letter == "L" or count == 0:
        return time
    span = _span(end, letter, count)
    value = time.value
    if letter == "Q" and span.grain is Grain.QUARTER:
        value = dated(span, "", "").value
    elif letter == "W" and time.type is TimexType.DATE:
        value = dated(Interval.unit(end.last, Grain.WEEK), "", "").value
    elif letter == "Y" and span.grain is not Grain.YEAR:
        return replace(
            time,
            value="P1Y",
            type=TimexType.DURATION,
            interval=span,
            anchor=end.edtf(),
            reason="the year that ends then",
        )
    return replace(time, value=value, interval=span, anchor=end.edtf(), reason="the span that ends then")


def _from(time: AnchoredTimex, start: Interval) -> AnchoredTimex:
    """Return the week that begins with another time; other units keep what they were."""
    if dict(time.timex.slots).get("unit") != "P1W":
        return time
    week = Interval.unit(start.start, Grain.WEEK)
    return replace(
        time, value=dated(week, "", "").value, interval=week, anchor=start.edtf(), reason="the week that begins then"
    )


def _span(end: Interval, letter: str, count: int) -> Interval:
    """Return so many units up to the end of a time; whole months where it ends a month."""
    start = moved(end.end, letter, -count)
    if end.last.day == last_of(end.last) and letter in {"M", "Q", "Y"}:
        start = moved(end.end.replace(day=1), letter, -count)
    grain = Grain.RANGE
    if letter == "Q" and count == 1 and start.day == 1 and start.month % 3 == 1:
        grain = Grain.QUARTER
    if letter == "Y" and count == 1 and (start.month, start.day) == (1, 1):
        grain = Grain.YEAR
    return Interval(start=start, end=end.end, grain=grain)
