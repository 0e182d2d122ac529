"""The forms of full dates and of names, as heads and captions have them, and the lines of a text."""

import re
from collections.abc import Iterator
from datetime import date

from timeline.model import Span

_YEARS = range(1600, 3000)  # from the first newspapers on; the reckoning of times needs room on both sides
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
ISO = r"\d{4}-\d{2}-\d{2}(?!\d)"
WORDED = rf"(?:{MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[ ]{MONTH},?[ ]\d{{4}})(?!\d)"
FULL_DAY = rf"(?:{ISO}|{WORDED})"
# "12 May 13 15:32 GMT": two figures are a year only before a time and its zone
_SHORT = rf"\d{{1,2}}[ ]{MONTH}[ ]\d{{2}}(?=[ ]\d{{1,2}}:\d{{2}}[ ](?:GMT|UTC))"
_CLOCK = (
    r"(?:(?:T|,?[ ](?:at[ ])?)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?"
    r"(?:[ ]?(?:Z\b|[+-]\d{2}:?\d{2}|[A-Z]{2,5}\b))?)?"
)
WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ ])?"
EARLIER = r"(?:\d{1,2}[:.]\d{2}(?:[ ]?[AaPp]\.?[Mm]\b\.?)?(?:[ ][A-Z]{2,4})?,?[ ](?:on[ ])?)?"  # a time before its date
DATE = rf"{EARLIER}{WEEKDAY}(?P<day>{ISO}|{WORDED}|{_SHORT}){_CLOCK}"
LABEL = (
    r"(?P<label>(?i:(?:date|(?:first )?published|publication date|posted|issued|created)(?: on| at)?:?[*_]{0,2}[ ]+))?"
)
NAME = r"[A-Z][\w.'’-]{0,30}"

FIND_DAY = re.compile(rf"(?<![\w-])(?:{ISO}|{WORDED})")
_WHOLE = re.compile(rf"{LABEL}{DATE}", re.ASCII)


def parse_day(words: str) -> date | None:
    """Read a full date, alone or with a weekday and a time of day; None where the words are no such date.

    Day and month in figures with slashes are refused: readers differ on their order.

    >>> parse_day("Wed., Dec. 27, 2023 11:20 am EST"), parse_day("27/12/2023")
    (datetime.date(2023, 12, 27), None)
    """
    match = _WHOLE.fullmatch(" ".join(words.split()))
    return to_day(match["day"]) if match else None


def to_day(words: str) -> date | None:
    """Read a date in one of the forms above; None where the calendar has no such day, or no article can be of it."""
    day = _calendar_day(words)
    return day if day and day.year in _YEARS else None


def _calendar_day(words: str) -> date | None:
    try:
        if words[:4].isdigit() and words[4] == "-":
            return date.fromisoformat(words[:10])
        parts = words.replace(",", " ").replace(".", " ").split()
        day, month = parts[:2] if parts[0][0].isdigit() else (parts[1], parts[0])
        year = int(parts[2])
        if len(parts[2]) == 2:
            year += 2000 if year < 69 else 1900  # as POSIX has it
        return date(year, _MONTHS.index(month[:3].lower()) + 1, int(day.rstrip("stndrh")))
    except ValueError:
        return None


def lines(text: str, end: int | None = None) -> Iterator[Span]:
    """Yield the span of each line without its break, and without white space around it."""
    for match in re.finditer(r"[^\n]+", text[:end]):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        yield Span(start, max(start, match.start() + len(line.rstrip())))
