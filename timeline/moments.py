"""Moments with their distance from UTC, as programs stamp them, and the local days that they may have fallen on."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta
from email.utils import parsedate_to_datetime

_STAMP_CHARS = 100
_ZONES = (-12, 14)  # hours from UTC, of the last place and of the first that has a day
_MORNING, _EVENING = 6, 18  # hours of UTC between which most newspapers have its day


def moment(words: str) -> datetime | None:
    """Read a stamp that tells its time of day and its distance from UTC; None where the words are no such stamp.

    >>> moment("2023-12-25T23:30Z").isoformat(), moment("Mon, 25 Dec 2023 10:00:00 -0500").utcoffset().total_seconds()
    ('2023-12-25T23:30:00+00:00', -18000.0)
    """
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError, IndexError, OverflowError):
            found = read(words.strip()[:_STAMP_CHARS])
            return found if found.tzinfo else None
    return None


def local_day(stamp: datetime, *told: date | None) -> date | None:
    """Return the day, of those told elsewhere, on which a moment in UTC fell in some zone; None where none is it.

    >>> local_day(moment("2023-12-26T02:00Z"), None, date(2023, 12, 25))
    datetime.date(2023, 12, 25)
    """
    try:
        first, last = ((stamp + timedelta(hours=hours)).date() for hours in _ZONES)
    except OverflowError:
        return None
    return next((day for day in told if day and first <= day <= last), None)


def is_near_midnight(stamp: datetime) -> bool:
    """Say whether the local day of a moment in UTC may well be another; midnight sharp stands for a day alone."""
    return stamp.time() != time() and not _MORNING <= stamp.hour < _EVENING
