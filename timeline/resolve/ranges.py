"""Two times that are one: "between May and November", "from 1998 to 2001", "October and November"."""

import re
from collections.abc import Sequence

from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, Target
from timeline.moved import mover
from timeline.resolve.units import moved

_BEFORE_RANGE = re.compile(r"\b(between|from)\s+(?:the\s+)?\Z", re.IGNORECASE)
_TO = re.compile(r"\s*(?:,?\s*(?:to|until|till|through|thru|and)|[-–—])\s+(?:the\s+)?|\s*[-–—]\s*", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,\s*)?(?:and|or|&)\s+(?:in\s+|on\s+)?", re.IGNORECASE)

_STOP = re.compile(r"[.;:!?]\s|\n")
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r" ([^\W\d_]+)")
# what may stand behind a list of times in the clause that it dates
_GO_ON = frozenset(
    {"in", "at", "and", "but", "when", "after", "before", "with", "as", "to", "by", "for", "because", "amid", "over"}
)
_BEFORE_CHARS = 90
_SPANNING = frozenset({"through", "thru", "to", "-", "–", "—"})


def join(text: str, times: Sequence[AnchoredTimex], at: int) -> Interval | None:
    """Return the days from one time to the next where the two form a range or a union, else None.

    Args:
        text: the document the times stand in.
        times: its times, in order.
        at: the place in ``times`` of the first of the two.

    >>> from datetime import date
    >>> from timeline.resolve import annotate
    >>> text = "They built many between April and the end of October."
    >>> join(text, annotate(text, date(2023, 12, 27)), 0).edtf()
    '2023-04/2023-10'
    """
    if at + 1 >= len(times):
        return None
    first, second = times[at], times[at + 1]
    between = text[first.span.end : second.span.start]
    # "learned of it on May 3 — six days before it was told" is no range
    apart = len(between) > 24 or second.target is Target.COMPLEMENT
    if first.interval is None or second.interval is None or apart:
        return None
    opened = _BEFORE_RANGE.search(text, max(0, first.span.start - 16), first.span.start)
    if between.strip().lower() in _SPANNING or (opened and _TO.fullmatch(between)):
        leaves = (opened is not None and opened[1].lower() == "from") or text.endswith(" on ", 0, first.span.start)
        if leaves and moves(text, first.span.start):
            return None  # "postponed from Monday to Thursday" is on Thursday, as is "postponed on Monday to Thursday"
        return _from_to(first.interval, second.interval)
    if _AND.fullmatch(between) and not opens_another(text, second) and first.interval.grain is second.interval.grain:
        return _union(first.interval, second.interval)
    return _years_before(first, second, between)


def _years_before(first: AnchoredTimex, second: AnchoredTimex, between: str) -> Interval | None:
    """Return the month so many years before a weekday ("two years ago on Tuesday"), which is no day of this week."""
    if first.timex.rule != "an amount ago" or second.timex.rule != "weekday" or between.strip().lower() != "on":
        return None
    if first.interval is None or second.interval is None or first.interval.grain is not Grain.YEAR:
        return None
    years = first.interval.start.year - second.interval.start.year
    return Interval.unit(moved(second.interval.start, "Y", years), Grain.MONTH)


def opens_another(text: str, time: AnchoredTimex) -> bool:
    """Say whether a time behind "and" begins something else ("and *Tuesday's* vote", "and *on Tuesday* they voted")."""
    if text.startswith(("'s", "’s"), time.span.end):
        return True
    behind = _NEXT.match(text, time.span.end)
    prepositional = text.endswith((" on ", " in "), 0, time.span.start)
    return prepositional and behind is not None and behind[1].lower() not in _GO_ON


def moves(text: str, start: int) -> str:
    """Return the verb before a time, in its sentence, that moves an appointment; an empty string where none does.

    Args:
        text: the document.
        start: where the time stands.
    """
    left = _STOP.split(text[max(0, start - _BEFORE_CHARS) : start])[-1]
    return mover(_WORD.findall(left))


def _from_to(first: Interval, second: Interval) -> Interval | None:
    if first.start > second.start:
        return None
    return Interval(start=first.start, end=max(first.end, second.end), grain=Grain.RANGE)


def _union(first: Interval, second: Interval) -> Interval | None:
    """Return two times as one only where no day lies between them."""
    if first.end == second.start or second.end == first.start:
        return first.hull(second)
    return None
