"""Spans told by how long they last and when they begin: "for a week from 13 March", "a two-day truce from Monday"."""

import re
from collections.abc import Sequence
from contextlib import suppress

from timeline.errors import TimelineError
from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex
from timeline.resolve.units import moved

_BEGUN = r"(?:from|starting|beginning|commencing|effective)(?: (?:on|in|from))? "
_FROM = re.compile(rf"(?: of [a-z][\w'’-]*)?,? {_BEGUN}")
_NOUN_FROM = re.compile(rf"(?: [a-z][\w'’-]*){{1,3}}?,? {_BEGUN}")
_FOR = re.compile(r" for ")
_OPENED = re.compile(rf"\b{_BEGUN}\Z", re.IGNORECASE)
_AMOUNT = re.compile(r"P(\d+)([DWMQY])|PT(\d+)H")
_ADJECTIVES = frozenset({"amount as an adjective", "a unit long", "units long"})
_FARTHEST = 60
#: units by the grains from which they may be counted
_COUNTED_FROM = {Grain.DAY: "DWMQY", Grain.WEEK: "WMQY", Grain.MONTH: "MQY", Grain.YEAR: "Y"}


def lasting(text: str, times: Sequence[AnchoredTimex], at: int) -> Interval | None:
    """Return the days that an amount of time and the day on which it begins tell together, else None.

    Args:
        text: the document the times stand in.
        times: its times, in order.
        at: the place in ``times`` of the day; the amount stands before it, or behind "for" after it.

    >>> from datetime import date
    >>> from timeline.resolve import annotate
    >>> text = "Nurses walked out for three days from 13 March."
    >>> lasting(text, annotate(text, date(2024, 4, 10)), 1).edtf()
    '2024-03-13/2024-03-15'
    """
    start = times[at]
    if start.interval is None or start.clock is not None:
        return None
    if at and _lasts_before(text, times[at - 1], start):
        return _span(times[at - 1].value, start.interval)
    if at + 1 < len(times) and _lasts_behind(text, start, times[at + 1]):
        return _span(times[at + 1].value, start.interval)
    return None


def _lasts_before(text: str, amount: AnchoredTimex, start: AnchoredTimex) -> bool:
    gap = amount.span.end, start.span.start
    if gap[1] - gap[0] > _FARTHEST:
        return False
    pattern = _NOUN_FROM if amount.timex.rule in _ADJECTIVES else _FROM
    return pattern.fullmatch(text, *gap) is not None


def _lasts_behind(text: str, start: AnchoredTimex, amount: AnchoredTimex) -> bool:
    opened = _OPENED.search(text, max(0, start.span.start - 16), start.span.start)
    return opened is not None and _FOR.fullmatch(text, start.span.end, amount.span.start) is not None


def _span(value: str, first: Interval) -> Interval | None:
    """Return so long a time from a day; hours fill whole days."""
    known = _AMOUNT.fullmatch(value)
    if known is None:
        return None
    count, letter = (int(known[1]), known[2]) if known[1] else (-(-int(known[3]) // 24), "D")
    if count == 0 or letter not in _COUNTED_FROM.get(first.grain, ""):
        return None
    with suppress(TimelineError, ValueError, OverflowError):
        return Interval(start=first.start, end=moved(first.start, letter, count), grain=Grain.RANGE)
    return None
