"""Named days by rule: fixed dates, weekdays of a month, and the moving feasts.

Where a day hangs on a sighting of the moon, its tabular date is given and called approximate.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from timeline.feasts.moon import new_moon, winter_solstice
from timeline.interval import Grain, Interval

_FIXED: Mapping[str, tuple[int, int]] = {
    "christmas": (12, 25), "christmas-eve": (12, 24), "boxing-day": (12, 26), "new-year": (1, 1),
    "new-years-eve": (12, 31), "epiphany": (1, 6), "groundhog-day": (2, 2), "valentines-day": (2, 14),
    "st-patricks-day": (3, 17), "april-fools": (4, 1), "tax-day": (4, 15), "earth-day": (4, 22), "may-day": (5, 1),
    "cinco-de-mayo": (5, 5), "juneteenth": (6, 19), "independence-day": (7, 4), "veterans-day": (11, 11),
    "armistice-day": (11, 11), "halloween": (10, 31), "all-saints": (11, 1), "all-souls": (11, 2),
    "guy-fawkes": (11, 5), "bastille-day": (7, 14), "canada-day": (7, 1),
    "australia-day": (1, 26), "anzac-day": (4, 25), "womens-day": (3, 8), "pi-day": (3, 14),
    "mexican-independence": (9, 16), "guadalupe": (12, 12), "orthodox-christmas": (1, 7), "inauguration-day": (1, 20),
}  # fmt: skip
#: days that were once, and have a name ever since
ONCE: Mapping[str, date] = {
    "d-day": date(1944, 6, 6), "ve-day": date(1945, 5, 8), "vj-day": date(1945, 8, 15),
    "nine-eleven": date(2001, 9, 11),
}  # fmt: skip
# month, weekday (Monday is 0), which one (-1 is the last), days added
_WEEKDAYS: Mapping[str, tuple[int, int, int, int]] = {
    "mlk-day": (1, 0, 3, 0), "presidents-day": (2, 0, 3, 0), "mothers-day": (5, 6, 2, 0), "fathers-day": (6, 6, 3, 0),
    "memorial-day": (5, 0, -1, 0), "labor-day": (9, 0, 1, 0), "columbus-day": (10, 0, 2, 0),
    "thanksgiving": (11, 3, 4, 0), "black-friday": (11, 3, 4, 1), "cyber-monday": (11, 3, 4, 4),
    "giving-tuesday": (11, 3, 4, 5), "election-day": (11, 0, 1, 1), "mexican-constitution": (2, 0, 1, 0),
    "mexican-revolution": (11, 0, 3, 0), "remembrance-sunday": (11, 6, 2, 0), "super-tuesday": (3, 1, 1, 0),
}  # fmt: skip
# days after Easter Sunday, and how many days it lasts
_EASTER: Mapping[str, tuple[int, int]] = {
    "shrove-tuesday": (-47, 1), "ash-wednesday": (-46, 1), "palm-sunday": (-7, 1), "maundy-thursday": (-3, 1),
    "good-friday": (-2, 1), "holy-saturday": (-1, 1), "easter": (0, 1), "easter-monday": (1, 1), "holy-week": (-6, 7),
    "easter-weekend": (-2, 4), "ascension": (39, 1), "pentecost": (49, 1), "whit-monday": (50, 1),
    "corpus-christi": (60, 1),
}  # fmt: skip
# the day and month of the Hijri calendar, and how many days it lasts
_ISLAMIC: Mapping[str, tuple[int, int, int]] = {
    "islamic-new-year": (1, 1, 1), "ashura": (1, 10, 1), "ramadan": (9, 1, 30), "eid-al-fitr": (10, 1, 1),
    "eid-al-adha": (12, 10, 1),
}  # fmt: skip
# days from the Hebrew new year of the autumn of a year; Passover and Purim count from the autumn that follows
_HEBREW: Mapping[str, tuple[int, int]] = {
    "rosh-hashanah": (0, 2), "yom-kippur": (9, 1), "passover": (-163, 8), "purim": (-193, 1),
}  # fmt: skip


class NamedDay(NamedTuple):
    """When a named day falls, and whether that is only about."""

    interval: Interval
    approximate: bool = False


@lru_cache(maxsize=4096)
def named_day(name: str, year: int) -> NamedDay | None:
    """Return when a named day falls in a year, or None where no rule here says.

    >>> named_day("easter", 2024).interval.start, named_day("thanksgiving", 2023).interval.start
    (datetime.date(2024, 3, 31), datetime.date(2023, 11, 23))
    """
    if name in ONCE:
        return NamedDay(Interval.day(ONCE[name]))
    if not 2 <= year <= 9990:
        return None
    rule = next((rule for table, rule in _RULES if name in table), None)
    return rule(name, year) if rule else None


def easter(year: int) -> date:
    """Return Easter Sunday of a year (the Gregorian computus of Meeus, Jones and Butcher).

    >>> easter(1998)
    datetime.date(1998, 4, 12)
    """
    golden = year % 19
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap - shift + 15) % 30
    fourth, over = divmod(rest, 4)
    weekday = (32 + 2 * left + 2 * fourth - epact - over) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter as a Gregorian date (Meeus' Julian computus; 1900 to 2099 shift by 13 days).

    >>> orthodox_easter(2024)
    datetime.date(2024, 5, 5)
    """
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    ahead = year // 100 - year // 400 - 2
    return date(year, month, day + 1) + timedelta(days=ahead)


def hebrew_new_year(year: int) -> date:
    """Return Rosh Hashanah of a Gregorian year (Gauss, in Conway's form; the years 1900 to 2099).

    >>> hebrew_new_year(2023), hebrew_new_year(2024)
    (datetime.date(2023, 9, 16), datetime.date(2024, 10, 3))
    """
    golden = year % 19 + 1
    leap = year // 100 - year // 400 - 2
    moon = leap + 765433 / 492480 * (12 * golden % 19) + year % 4 / 4 - (313 * year + 89081) / 98496
    day, part = int(moon), moon - int(moon)
    first = date(year, 9, 1) + timedelta(days=day - 1)
    weekday = first.weekday()
    if weekday in {6, 2, 4}:
        return first + timedelta(days=1)
    if weekday == 0 and part >= 23269 / 25920 and 12 * golden % 19 > 11:
        return first + timedelta(days=1)
    if weekday == 1 and part >= 1367 / 2160 and 12 * golden % 19 > 6:
        return first + timedelta(days=2)
    return first


def hijri(year: int, month: int, day: int) -> date:
    """Return a day of the tabular Islamic calendar; a sighting of the moon may move it by a day or two.

    >>> hijri(1445, 9, 1)
    datetime.date(2024, 3, 11)
    """
    days = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + 1948440 - 385
    return date.fromordinal(days - 1721425)


def _lasting(first: date, days: int) -> Interval:
    if days == 7 and first.weekday() == 0:
        return Interval.unit(first, Grain.WEEK)
    return Interval.through(first, first + timedelta(days=days - 1), Grain.DAY if days == 1 else Grain.RANGE)


def _fixed(name: str, year: int) -> NamedDay:
    return NamedDay(Interval.day(date(year, *_FIXED[name])))


def _of_weekday(name: str, year: int) -> NamedDay:
    month, weekday, nth, added = _WEEKDAYS[name]
    return NamedDay(Interval.day(nth_weekday(year, month, weekday, nth) + timedelta(days=added)))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth weekday of a month (Monday is 0; -1 is the last).

    >>> nth_weekday(2024, 5, 0, -1)
    datetime.date(2024, 5, 27)
    """
    if nth < 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - timedelta(days=(following.weekday() - weekday - 1) % 7 + 1 - 7 * (nth + 1))
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _of_easter(name: str, year: int) -> NamedDay:
    shift, days = _EASTER[name]
    return NamedDay(_lasting(easter(year) + timedelta(days=shift), days))


def _of_orthodox_easter(_name: str, year: int) -> NamedDay:
    return NamedDay(Interval.day(orthodox_easter(year)))


def _islamic(name: str, year: int) -> NamedDay | None:
    month, day, days = _ISLAMIC[name]
    first = int((year - 622) * 33 / 32) - 1
    starts = [hijri(first + more, month, day) for more in range(4)] if year > 640 else []
    found = next((start for start in starts if start.year == year), None)
    return NamedDay(_lasting(found, days), approximate=True) if found else None


def _hebrew(name: str, year: int) -> NamedDay | None:
    if not 1900 <= year <= 2099:
        return None
    shift, days = _HEBREW[name]
    return NamedDay(_lasting(hebrew_new_year(year) + timedelta(days=shift), days))


def _hanukkah(_name: str, year: int) -> NamedDay | None:
    """Return 25 Kislev: Heshvan has 30 days only in the years that a new year of 355 or 385 days opens."""
    if not 1900 <= year < 2099:
        return None
    start = hebrew_new_year(year)
    long = (hebrew_new_year(year + 1) - start).days % 10 == 5
    return NamedDay(_lasting(start + timedelta(days=84 if long else 83), 8))


def _lunar_new_year(_name: str, year: int) -> NamedDay | None:
    """Return the second new moon after the winter solstice, in Chinese time (2034 and 2262 apart)."""
    if not 1800 <= year <= 2199:
        return None
    first = new_moon(winter_solstice(year - 1, hours_east=8) + timedelta(days=1), hours_east=8)
    return NamedDay(Interval.day(new_moon(first + timedelta(days=20), hours_east=8)))


def _diwali(name: str, year: int) -> NamedDay | None:
    """Return about the new moon between mid-October and mid-November, in Indian time; the full moon after it."""
    if not 1800 <= year <= 2199:
        return None
    found = new_moon(date(year, 10, 18), hours_east=5.5)
    return NamedDay(Interval.day(found + timedelta(days=0 if name == "diwali" else 15)), approximate=True)


def _nowruz(_name: str, year: int) -> NamedDay:
    return NamedDay(Interval.day(date(year, 3, 20)), approximate=True)


def _victoria_day(_name: str, year: int) -> NamedDay:
    limit = date(year, 5, 24)
    return NamedDay(Interval.day(limit - timedelta(days=limit.weekday())))


_RULES: tuple[tuple[frozenset[str], Callable[[str, int], NamedDay | None]], ...] = (
    (frozenset(_FIXED), _fixed),
    (frozenset(_WEEKDAYS), _of_weekday),
    (frozenset(_EASTER), _of_easter),
    (frozenset(_ISLAMIC), _islamic),
    (frozenset(_HEBREW), _hebrew),
    (frozenset({"hanukkah"}), _hanukkah),
    (frozenset({"orthodox-easter"}), _of_orthodox_easter),
    (frozenset({"victoria-day"}), _victoria_day),
    (frozenset({"lunar-new-year"}), _lunar_new_year),
    (frozenset({"diwali", "guru-nanak"}), _diwali),
    (frozenset({"nowruz"}), _nowruz),
)
