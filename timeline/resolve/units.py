"""Calendar units by TIMEX3's letters: finding, moving and spelling them."""

import re
from datetime import date, timedelta

from timeline.errors import TimelineError
from timeline.interval import Grain, Interval

_UNIT = re.compile(r"P(T?)(\d+)(WE|[SMHDWQYECL])")
#: TIMEX3's letter of a unit -> its grain; clock units have none
GRAINS = {
    "D": Grain.DAY,
    "W": Grain.WEEK,
    "WE": Grain.WEEKEND,
    "M": Grain.MONTH,
    "Q": Grain.QUARTER,
    "H": Grain.HALF,
    "Y": Grain.YEAR,
    "E": Grain.DECADE,
    "C": Grain.CENTURY,
}
_MONTHS = {"M": 1, "Q": 3, "H": 6, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_DAYS = {"D": 1, "W": 7, "WE": 7}
#: TIMEX3's letter of a unit in a duration, and on the clock -> its name, in the plural
_NAMES = {
    "D": "days", "W": "weeks", "WE": "weekends", "M": "months", "Q": "quarters", "H": "half-years", "Y": "years",
    "E": "decades", "C": "centuries", "L": "millennia",
}  # fmt: skip
_CLOCK_NAMES = {"H": "hours", "M": "minutes", "S": "seconds"}
_SINGULARS = {"centuries": "century", "millennia": "millennium"}
_COUNTED = re.compile(r"(\d+|X)(WE|[A-Z])")
_SEASONS = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}


def read_unit(unit: str) -> tuple[int, str, bool]:
    """Return a unit's number, letter and whether it is one of the clock.

    >>> read_unit("P2W"), read_unit("PT1H")
    ((2, 'W', False), (1, 'H', True))
    """
    match = _UNIT.fullmatch(unit)
    if match is None:
        raise TimelineError(f"'{unit}': no unit of time; write for example P1W")
    if unit == "P6M":
        return 1, "H", False
    return int(match[2]), match[3], bool(match[1])


def moved(day: date, letter: str, count: int) -> date:
    """Return the day that lies ``count`` units away; a month's missing day becomes its last.

    >>> moved(date(2024, 3, 31), "M", -1)
    datetime.date(2024, 2, 29)

    Raises:
        TimelineError: outside the years 1 to 9999.
    """
    try:
        if letter in _DAYS:
            return day + timedelta(days=_DAYS[letter] * count)
        ordinal = day.year * 12 + day.month - 1 + _MONTHS[letter] * count
        first = date(ordinal // 12, ordinal % 12 + 1, 1)
        return min(first + timedelta(days=day.day - 1), first.replace(day=last_of(first)))
    except (OverflowError, ValueError):
        raise TimelineError(f"{day} and {count} {letter}: outside the years 1 to 9999; check the date") from None


def last_of(day: date) -> int:
    """Return the number of the last day of a day's month."""
    if day.month == 12:
        return 31
    return (date(day.year, day.month + 1, 1) - timedelta(days=1)).day


def unit_at(day: date, letter: str, count: int = 0) -> Interval:
    """Return the calendar unit ``count`` units away from the one that holds ``day``.

    >>> unit_at(date(2024, 3, 14), "W", -1).edtf()
    '2024-03-04/2024-03-10'
    """
    if letter in _MONTHS:
        day = day.replace(day=1)
    return Interval.unit(moved(day, letter, count), GRAINS[letter])


def shifted(interval: Interval, years: int) -> Interval:
    """Return the unit that lies so many years from one of the same grain."""
    if interval.grain is Grain.RANGE:
        return Interval(start=moved(interval.start, "Y", years), end=moved(interval.end, "Y", years), grain=Grain.RANGE)
    return Interval.unit(moved(interval.start, "Y", years), interval.grain)


def spell(interval: Interval) -> str:
    """Return an interval of one calendar unit as a TIMEX3 value.

    >>> spell(unit_at(date(2024, 3, 14), "W", -1)), spell(unit_at(date(1984, 3, 14), "E"))
    ('2024-W10', '198')
    """
    start, grain = interval.start, interval.grain
    if grain is Grain.DAY:
        return start.isoformat()
    if grain in {Grain.WEEK, Grain.WEEKEND}:
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if grain is Grain.WEEKEND else "")
    if grain is Grain.SEASON:
        return f"{start.year:04}-{_SEASONS[start.month]}"
    whole = f"{start.year:04}"
    spelled = {
        Grain.MONTH: f"{whole}-{start.month:02}",
        Grain.QUARTER: f"{whole}-Q{(start.month + 2) // 3}",
        Grain.HALF: f"{whole}-H{1 if start.month < 7 else 2}",
        Grain.YEAR: whole,
        Grain.DECADE: whole[:3],
        Grain.CENTURY: whole[:2],
    }
    return spelled.get(grain) or start.isoformat()


def amount_value(count: float | str, unit: str) -> str:
    """Return so many units as a TIMEX3 duration.

    >>> amount_value(2.5, "P1Y"), amount_value("X", "P1D"), amount_value(0.5, "PT1H"), amount_value(2, "P1E")
    ('P2Y6M', 'PXD', 'PT30M', 'P20Y')
    """
    each, letter, clock = read_unit(unit)
    prefix = "PT" if clock else "P"
    if isinstance(count, str):
        return f"{prefix}X{letter}"
    total = count * each
    if letter in {"E", "C", "L"} and (letter != "E" or total != 1):
        return amount_value(total * {"E": 10, "C": 100, "L": 1000}[letter], "P1Y")
    if total == int(total):
        return f"{prefix}{int(total)}{letter}"
    below = {"Y": (12, "M"), "M": (30, "D"), "W": (7, "D"), "D": (24, "H"), "H": (60, "M"), "Q": (3, "M")}
    if clock and letter == "M":
        below["M"] = (60, "S")
    size, lower = below.get(letter, (10, letter))
    whole, rest = int(total), round((total - int(total)) * size)
    head = f"{whole}{letter}" if whole else ""
    if letter == "D":
        return f"P{head}T{rest}H"
    return f"{prefix}{head}{rest}{lower}"


def amount_words(value: str, *, one: str = "one") -> str:
    """Return a TIMEX3 duration in words, for people to read; a single unit is told with the word for ``one``.

    >>> amount_words("P11M"), amount_words("P2Y6M"), amount_words("PT30M"), amount_words("PXD"), amount_words("P1C")
    ('11 months', '2 years 6 months', '30 minutes', 'some days', 'one century')
    """
    days, _, clock = value.removeprefix("P").partition("T")
    told = [
        _counted(match[1], names[match[2]], one)
        for part, names in ((days, _NAMES), (clock, _CLOCK_NAMES))
        for match in _COUNTED.finditer(part)
        if match[2] in names
    ]
    return " ".join(told) or value


def _counted(count: str, plural: str, one: str) -> str:
    if count != "1":
        return f"{'some' if count == 'X' else count} {plural}"
    return f"{one} {_SINGULARS.get(plural, plural.removesuffix('s'))}".strip()
