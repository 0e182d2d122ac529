"""What the head and the foot of a text say of its dates beside the day that counts: a change, a day without its year.

``Published 5 March, updated 9 March`` dates nothing where it lacks the year, and is not to be passed over either; nor
is a weekday that its date was not.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from timeline.model import Span
from timeline.pubdate import FULL_DAY, MONTH, parse_day

_LINES = 5  # filled ones at the head, and as many at the foot
_MOST_CHARS = 160  # of such a line
_BESIDE = 40  # characters around the dates of such a line: a name, a time of day
_SAYS = r"(?i:(?:last |first )?(?P<what>updated|modified|revised|published|posted))(?: on| at)?:?"
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ ]"
_SHORT = rf"(?:{MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{MONTH})(?![\w:])"
_STATED = re.compile(rf"{_SAYS}[ ]+(?:{_WEEKDAY})?(?P<day>{FULL_DAY}|{_SHORT})")
_BEGINS = re.compile(r"[\s(\[|•·*_-]{0,10}")
_NAMED = re.compile(rf"\b(?P<weekday>{_WEEKDAY})(?P<day>{FULL_DAY})")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FEW = 200  # characters of words that are a date


class Stated(NamedTuple):
    """A day that a line of a text says it was published or changed on."""

    day: date
    changed: bool
    span: Span


def stated_days(text: str, published: date) -> tuple[Stated, ...]:
    r"""Return the days that lines at the head and the foot of a text state, a year taken near that of publication.

    >>> [(str(one.day), one.changed) for one in stated_days("Published 5 March, updated 9 March\n\nIt sank.",
    ...                                                     date(2024, 3, 5))]
    [('2024-03-05', False), ('2024-03-09', True)]
    """
    filled = [match for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    near = filled if len(filled) <= 2 * _LINES else [*filled[:_LINES], *filled[-_LINES:]]
    return tuple(one for line in near if len(line.group()) <= _MOST_CHARS for one in _of_line(text, line, published))


def misnamed(words: str) -> str:
    """Return what is wrong with the weekday of the first date in some words, or an empty string.

    >>> misnamed("Published: Monday, 5 March 2024"), misnamed("Tuesday, 5 March 2024")
    ('2024-03-05 was a Tuesday, not a Monday', '')
    """
    named = _NAMED.search(words[:_FEW])
    day = parse_day(named["day"]) if named else None
    if named is None or day is None:
        return ""
    true = _WEEKDAYS[day.weekday()]
    said = next(one for one in _WEEKDAYS if one.startswith(named["weekday"][:3]))
    return "" if said == true else f"{day} was a {true}, not a {said}"


def _of_line(text: str, line: re.Match[str], published: date) -> Iterator[Stated]:
    """Yield the days of a line that says nothing else."""
    found = list(_STATED.finditer(text, line.start(), line.end()))
    begin = _BEGINS.match(text, line.start(), line.end())
    if not found or begin is None or found[0].start() != begin.end():
        return
    ends = [*((one.end(), two.start()) for one, two in pairwise(found)), (found[-1].end(), line.end())]
    if sum(behind - before for before, behind in ends) > _BESIDE or text[: line.end()].endswith("."):
        return
    for one in found:
        day = parse_day(one["day"]) or _near(one["day"], published)
        if day:
            yield Stated(day, one["what"].lower() not in {"published", "posted"}, Span(*one.span()))


def _near(words: str, published: date) -> date | None:
    """Return the day without a year that lies nearest to publication."""
    years = (published.year - 1, published.year, published.year + 1)
    days = [day for year in years if (day := parse_day(f"{words} {year}"))]
    return min(days, key=lambda day: (abs(day - published), day), default=None) if days else None
