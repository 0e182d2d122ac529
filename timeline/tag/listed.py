"""Days of one month told together, each as a time of its own: "5, 6 and 8 April"."""

import re
from collections.abc import Mapping

from timeline.model import Span, Timex

_LIST, _PAIR = "list of days", "days of a month"
_PLACES = ("day", "second", "third", "fourth", "last")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)(?:st|nd|rd|th)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?\Z", re.IGNORECASE)


def parted(timex: Timex, text: str) -> tuple[Timex, ...]:
    """Return the days that a time lists, each with the month and the year of all; any other time as it is.

    Args:
        timex: the time.
        text: the text it stands in.
    """
    slots = dict(timex.slots)
    if timex.rule == _PAIR:
        days = [slots.get("day"), slots.get("last")]
        if not _lies_apart(timex, text, slots):
            return (timex,)
    elif timex.rule == _LIST:
        days = [slots[name] for name in _PLACES if name in slots]
    else:
        return (timex,)
    places = [match.span() for match in _DAY.finditer(timex.text)]
    if len(places) != len(days):
        return (timex,)
    shared = tuple((name, slots[name]) for name in ("month", "year") if name in slots)
    rule = timex.rule if timex.rule == _LIST else "day month"
    ends = [end for _, end in places[:-1]] + [len(timex.text)]
    starts = [0] + [start for start, _ in places[1:]]
    spans = [Span(timex.span.start + start, timex.span.start + end) for start, end in zip(starts, ends, strict=True)]
    return tuple(
        Timex(span=span, text=span.of(text), rule=rule, slots=(("day", day), *shared))
        for span, day in zip(spans, days, strict=True)
        if day is not None
    )


def _lies_apart(timex: Timex, text: str, slots: Mapping[str, object]) -> bool:
    """Say whether a pair of days has a day between them and is no range ("1 and 8 May")."""
    first, last = slots.get("day"), slots.get("last")
    if slots.get("joint") != "and" or not isinstance(first, int) or not isinstance(last, int) or last <= first + 1:
        return False
    return _BETWEEN.search(text, max(0, timex.span.start - 16), timex.span.start) is None
