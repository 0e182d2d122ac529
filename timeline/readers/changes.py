"""When an article was last changed: a day that never dates it, and that is set against the day that does."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

from timeline.moments import moment
from timeline.pubdate import parse_day

SAME_EDITION = timedelta(hours=6)  # a change so soon after may be over midnight, and is none of another day
_EPOCH = re.compile(r"\d{10}(?:\.\d{1,9})?|\d{13}")  # seconds or milliseconds since 1970, as programs count
# figures with the year first are read in one way only: 2023/12/25, 2023.12.25, 20231225T100000Z
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)([/.]?)(\d\d)\2(\d\d)(?:T(\d\d)(\d\d)(?=\d\d)|(?=[T ]|\Z))")
_MILLI = 1000


def spelled(stamp: str) -> str:
    """Return a stamp with dashes in its date, one that a program counted from 1970 in UTC, and any other as it is.

    >>> spelled("1703548200"), spelled("1703548200000"), spelled("2023")
    ('2023-12-25T23:50:00+00:00', '2023-12-25T23:50:00+00:00', '2023')
    """
    if not _EPOCH.fullmatch(stamp.strip()):
        figures = _YEAR_FIRST.match(stamp.strip())
        if figures is None or not (figures[2] or figures[5]):
            return stamp
        year, _, month, day, hour, minute = figures.groups()
        clock = f"T{hour}:{minute}:" if hour else ""
        return f"{year}-{month}-{day}{clock}{stamp.strip()[figures.end() :]}"
    seconds = float(stamp) / (_MILLI if len(stamp.strip().partition(".")[0]) > len("1703548200") else 1)
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def zone_of(stamps: Iterable[object]) -> timezone | None:
    """Return the distance from UTC that the first of some stamps with another than none has.

    >>> zone_of(["2023-12-26T02:00Z", "2023-12-25T23:00-05:00"])
    datetime.timezone(datetime.timedelta(days=-1, seconds=68400))
    """
    read = (moment(stamp) for stamp in stamps if isinstance(stamp, str))
    away = next((away for stamp in read if stamp and (away := stamp.utcoffset())), None)
    return timezone(away) if away else None


def local(stamp: str, day: date, zone: timezone | None) -> date:
    """Return the day of a stamp as written, or, where that is in UTC, in a zone that is known."""
    read = moment(stamp)
    if zone and read and not read.utcoffset():
        with suppress(OverflowError):
            return read.astimezone(zone).date()
    return day


def day_of_change(changed: str, published: str = "", zone: timezone | None = None) -> date | None:
    """Return the day of a change where the article was published; None where it is none, or none of another edition.

    Args:
        changed: its stamp.
        published: the stamp of the publication, whose zone counts.
        zone: the zone that counts instead.

    >>> day_of_change("2023-12-26T02:00Z", "2023-12-25T12:00-05:00")
    datetime.date(2023, 12, 25)
    """
    told, first = moment(changed), moment(published)
    if told and first and abs(told - first) < SAME_EDITION:
        return None
    if zone is None and first and (away := first.utcoffset()) is not None:
        zone = timezone(away)
    if told and zone:
        with suppress(OverflowError):
            return told.astimezone(zone).date()
    return parse_day(changed)
