"""Words for readers ("Sun 24 Dec", "3 months pass", "19 events"), and words as they are compared."""

import unicodedata
from datetime import date
from functools import lru_cache

from timeline.interval import Grain, Interval
from timeline.model import Clock

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = tuple(name if len(name) <= 4 else name[:3] for name in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {12: "winter", 3: "spring", 6: "summer", 9: "autumn"}
# of a day or a week; a table has no room for them
_FINE = frozenset({Grain.DAY, Grain.WEEKEND, Grain.WEEK})
_PARTS = {"START": "early on", "MID": "in the middle of", "END": "late on"}
_MODS = {"START": "early", "MID": "mid", "END": "late", "APPROX": "about", "BEFORE": "before", "AFTER": "after"}


@lru_cache(maxsize=20_000)  # a text has few names and says them often
def fold(text: str) -> str:
    """Return a text for comparison: lower case, without accents.

    >>> fold("López")
    'lopez'
    """
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()


def month(number: int, *, short: bool = False) -> str:
    """Return a month's name; the short one as newspapers set it in a table.

    >>> month(6, short=True), month(9, short=True)
    ('June', 'Sep')
    """
    return (_SHORT if short else MONTHS)[number - 1]


def when(interval: Interval, mod: str | None = None, *, short: bool = False, year: int | None = None) -> str:
    """Return an interval in words, as coarse as it was told.

    Args:
        interval: the days.
        mod: the TIMEX3 mod of the expression, or None.
        short: names of months and days cut, no weekday where the year stands.
        year: the year that the reader has in view and need not read again, or None.

    >>> when(Interval.day(date(2023, 12, 24)))
    'Sunday 24 December 2023'
    >>> when(Interval.day(date(2023, 12, 24)), short=True, year=2023)
    'Sun 24 Dec'
    >>> when(Interval.unit(date(2023, 11, 2), Grain.WEEK), short=True, year=2023)
    '30 Oct–5 Nov'
    """
    words = _unit(interval, short, year)
    part = mod in _PARTS and interval.grain in _FINE
    if mod not in _MODS or (short and part):
        return words
    if part:
        whole = "" if interval.days == 1 else f"the {interval.grain} "
        return f"{_PARTS[mod]} {whole}{words}".replace(" on the ", " in the ")
    joint = "-" if mod == "MID" else " "
    return f"{_MODS[mod]}{joint}{words}"


def _unit(interval: Interval, short: bool, year: int | None) -> str:
    first, last = interval.start, interval.last
    name = _named(interval)
    if name:
        return name
    if first == last:
        return _day(first, short, year)
    if _whole_years(interval):
        return f"{first.year}–{_tail(first.year, last.year)}" if first.year != last.year else str(first.year)
    if first.day == 1 and interval.end.day == 1:
        return _months(first, last, short, year)
    return _days(first, last, short, year)


def _named(interval: Interval) -> str:
    """Return the name of a season, decade or century, or an empty string."""
    first = interval.start
    if interval.grain is Grain.DECADE:
        return f"{first.year}s"
    if interval.grain is Grain.CENTURY:
        number = first.year // 100 + 1
        suffix = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{suffix} century"
    if interval.grain is Grain.SEASON and first.month in _SEASONS:
        years = str(first.year) if first.month != 12 else f"{first.year}–{_tail(first.year, first.year + 1)}"
        return f"{_SEASONS[first.month]} {years}"
    return ""


def _whole_years(interval: Interval) -> bool:
    return (interval.start.month, interval.start.day, interval.end.month, interval.end.day) == (1, 1, 1, 1)


def _tail(first: int, last: int) -> str:
    """Return the end of a span of years, cut to two digits within a century."""
    return f"{last % 100:02}" if first // 100 == last // 100 else str(last)


def _day(day: date, short: bool, year: int | None) -> str:
    weekday = WEEKDAYS[day.weekday()]
    if day.year == year:
        return f"{weekday[:3] if short else weekday} {day.day} {month(day.month, short=short)}"
    return f"{'' if short else weekday + ' '}{day.day} {month(day.month, short=short)} {day.year}"


def _months(first: date, last: date, short: bool, year: int | None) -> str:
    ending = month(last.month, short=short) + ("" if last.year == year else f" {last.year}")
    if (first.year, first.month) == (last.year, last.month):
        return ending
    opening = month(first.month, short=short) + ("" if first.year in {last.year, year} else f" {first.year}")
    return f"{opening}–{ending}" if short else f"{opening} to {ending}"


def _days(first: date, last: date, short: bool, year: int | None) -> str:
    ending = f"{last.day} {month(last.month, short=short)}" + ("" if last.year == year else f" {last.year}")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{ending}"
    opening = f"{first.day} {month(first.month, short=short)}"
    opening += "" if first.year in {last.year, year} else f" {first.year}"
    return f"{opening}–{ending}" if short else f"{opening} to {ending}"


def between(first: Interval, last: Interval) -> str:
    """Return from when to when, without weekdays; a year that both share is said once.

    >>> between(Interval.unit(date(2022, 6, 1), Grain.MONTH), Interval.day(date(2023, 12, 27)))
    'June 2022 to 27 December 2023'
    >>> between(Interval.day(date(2023, 12, 3)), Interval.day(date(2023, 12, 27)))
    '3 to 27 December 2023'
    """
    start, end = (" ".join(when(one).split()[1:]) if one.days == 1 else when(one) for one in (first, last))
    if start == end:
        return start
    if first.days == last.days == 1 and start.split()[1:] == end.split()[1:]:
        return f"{first.start.day} to {end}"
    year = f" {last.start.year}"
    shared = first.grain is not Grain.YEAR and start.endswith(year) and end.endswith(year)
    return f"{start.removesuffix(year) if shared else start} to {end}"


def hour(clock: Clock | None) -> str:
    """Return the part of a day as written on a clock, or an empty string.

    >>> hour(Clock(600, 601, "GMT")), hour(Clock(360, 720))
    ('10:00 GMT', '06:00–12:00')
    """
    if clock is None:
        return ""
    words = _minutes(clock.start)
    if clock.end - clock.start > 1:
        words += f"–{_minutes(clock.end)}"
    return f"{words} {clock.zone}".strip()


def _minutes(count: int) -> str:
    return f"{count // 60:02}:{count % 60:02}"


def passing(days: int) -> str:
    """Return how much time passes, in the largest unit that counts at least two.

    >>> passing(29), passing(92), passing(800), passing(9000)
    ('29 days pass', '3 months pass', '2 years pass', '25 years pass')
    """
    if days < 60:
        return f"{days} days pass"
    months = round(days / 30.44)
    if months < 24:
        return f"{months} months pass"
    return f"{round(days / 365.25)} years pass"


def letters(text: str) -> str:
    r"""Return the letters and figures of a text, in small letters, without what stands between them.

    A text has these in every format, where breaks, dashes and spaces differ.

    >>> letters("Re-\nopened on 5 May"), letters("reopened on 5\u00a0May")
    ('reopenedon5may', 'reopenedon5may')
    """
    return "".join(sign for sign in unicodedata.normalize("NFKC", text).casefold() if sign.isalnum())


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it needs one.

    >>> count(1, "event"), count(1200, "source")
    ('1 event', '1,200 sources')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
