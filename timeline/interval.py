"""Whole local days, half-open, with the grain they were told in.

The only module that imports pendulum, which does the calendar arithmetic.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from timeline.errors import QueryError, TimelineError

_PERIOD = re.compile(r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?")
_EDTF = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_ONE_DAY = timedelta(days=1)


class Grain(StrEnum):
    """The unit a time was told in, from the narrowest to the widest; ``range`` is a span of no single unit."""

    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """An amount of calendar time in months and days, such as "two weeks" or "a year and a half".

    >>> Period.parse("P2W")
    Period(months=0, days=14)
    """

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 duration of whole years, months, weeks and days.

        Raises:
            TimelineError: if the text is no such duration.
        """
        match = _PERIOD.fullmatch(text)
        if match is None or text == "P":
            raise TimelineError(f"'{text}': not an ISO 8601 duration of whole days or longer; write for example P2W")
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        return cls(months=12 * years + months, days=7 * weeks + days)

    def __mul__(self, factor: int) -> Self:
        return type(self)(months=self.months * factor, days=self.days * factor)

    def after(self, day: date) -> date:
        """Return the day that lies this period after ``day``; a month's missing day becomes its last.

        >>> Period(months=1).after(date(2023, 1, 31))
        datetime.date(2023, 2, 28)

        Raises:
            TimelineError: if the result leaves the years 1 to 9999.
        """
        try:
            if self.months:
                day = _add_months(day, self.months)
            return day + timedelta(days=self.days)
        except (OverflowError, ValueError):
            raise TimelineError(f"{day} and {self}: outside the years 1 to 9999; check the date") from None

    def before(self, day: date) -> date:
        """Return the day that lies this period before ``day``.

        >>> Period(days=7).before(date(2023, 12, 27))
        datetime.date(2023, 12, 20)
        """
        return (self * -1).after(day)


def _add_months(day: date, months: int) -> date:
    import pendulum  # noqa: PLC0415  # a heavy import that most runs never need

    moved = pendulum.date(day.year, day.month, day.day).add(months=months)
    return date(moved.year, moved.month, moved.day)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Interval:
    """Whole local days from ``start`` up to, but without, ``end``; never empty.

    >>> week = Interval.unit(date(2023, 12, 21), Grain.WEEK)
    >>> week.start, week.last, week.edtf()
    (datetime.date(2023, 12, 18), datetime.date(2023, 12, 24), '2023-12-18/2023-12-24')
    """

    start: date
    end: date
    grain: Grain = Grain.DAY

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise TimelineError(
                f"{self.start} to {self.end}: an interval needs at least one day; swap or move its ends"
            )

    @classmethod
    def day(cls, day: date) -> Self:
        """Return the interval of one day."""
        return cls(start=day, end=day + _ONE_DAY)

    @classmethod
    def through(cls, first: date, last: date, grain: Grain = Grain.RANGE) -> Self:
        """Return the interval from ``first`` to ``last``, both inclusive."""
        return cls(start=first, end=last + _ONE_DAY, grain=grain)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an interval as EDTF writes it: ``2023``, ``2023-05``, ``2023-12-24`` or two of them with a slash.

        Two ends that are those of a unit make that unit:

        >>> Interval.parse("2023-12-18/2023-12-24").grain, Interval.parse("2023-05/2023-11").grain
        (<Grain.WEEK: 'week'>, <Grain.RANGE: 'range'>)

        Raises:
            TimelineError: if the text is no such interval.
        """
        ends = [_EDTF.fullmatch(part.strip()) for part in text.split("/")]
        try:
            units = [cls._named(end) for end in ends if end is not None]
        except (ValueError, OverflowError):
            units = []
        if not units or len(units) != len(ends) or len(ends) > 2:
            raise TimelineError(f"'{text}': not a date; write for example 2023, 2023-12 or 2023-12-24")
        if len(units) == 1:
            return units[0]
        whole = cls.through(units[0].start, units[1].last)
        alike = (
            unit
            for unit in (cls.unit(whole.start, grain) for grain in _UNITS)
            if unit.holds(whole) and whole.holds(unit)
        )
        return next(alike, whole)

    @classmethod
    def _named(cls, match: re.Match[str]) -> Self:
        """Return the year, month or day whose numbers a text gives."""
        numbers = [int(part) for part in match.groups() if part]
        return cls.unit(date(*[*numbers, 1, 1][:3]), (Grain.YEAR, Grain.MONTH, Grain.DAY)[len(numbers) - 1])

    @classmethod
    def unit(cls, day: date, grain: Grain) -> Self:
        """Return the calendar unit of ``grain`` that holds ``day``; weeks start on Monday, winter in December.

        >>> Interval.unit(date(2024, 1, 5), Grain.SEASON)
        Interval(start=datetime.date(2023, 12, 1), end=datetime.date(2024, 3, 1), grain=<Grain.SEASON: 'season'>)

        Raises:
            TimelineError: for ``range``, which is no unit.
        """
        if grain is Grain.DAY:
            return cls.day(day)
        if grain in {Grain.WEEK, Grain.WEEKEND}:
            monday = day - timedelta(days=day.weekday())
            first = monday if grain is Grain.WEEK else monday + timedelta(days=5)
            return cls(start=first, end=monday + timedelta(days=7), grain=grain)
        if grain is Grain.RANGE:
            raise TimelineError("range: not a calendar unit; use Interval.through")
        months, shift = _MONTHS_OF[grain]
        ordinal = (day.year * 12 + day.month - 1 + shift) // months * months - shift
        return cls(start=_month_start(ordinal), end=_month_start(ordinal + months), grain=grain)

    @property
    def last(self) -> date:
        """The last day, inclusive."""
        return self.end - _ONE_DAY

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.end - self.start).days

    def holds(self, other: "Interval | date") -> bool:
        """Say whether every day of ``other`` lies in this interval."""
        if isinstance(other, Interval):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other < self.end

    def overlaps(self, other: "Interval") -> bool:
        """Say whether the two share a day."""
        return self.start < other.end and other.start < self.end

    def hull(self, other: "Interval") -> "Interval":
        """Return the shortest range that holds both."""
        return Interval(start=min(self.start, other.start), end=max(self.end, other.end), grain=Grain.RANGE)

    def edtf(self) -> str:
        """Return the interval in EDTF (ISO 8601-2): ``2023``, ``2023-05``, ``2023-12-24`` or two of them with a slash.

        >>> Interval.through(date(2023, 5, 1), date(2023, 11, 30)).edtf()
        '2023-05/2023-11'
        """
        first, last = self.start, self.last
        if first == last:
            return first.isoformat()
        ends_month = (last + _ONE_DAY).day == 1
        if first.day == 1 and ends_month:
            if (first.month, last.month) == (1, 12):
                years = f"{first.year:04}", f"{last.year:04}"
                return years[0] if years[0] == years[1] else "/".join(years)
            months = first.isoformat()[:7], last.isoformat()[:7]
            return months[0] if months[0] == months[1] else "/".join(months)
        return f"{first.isoformat()}/{last.isoformat()}"


# what two days may be the ends of, the likeliest first
_UNITS = (Grain.DAY, Grain.WEEK, Grain.WEEKEND, Grain.MONTH, Grain.QUARTER, Grain.SEASON, Grain.HALF, Grain.YEAR)

# months in a unit, and how far its first unit lies after January of year 0
_MONTHS_OF = {
    Grain.MONTH: (1, 0),
    Grain.SEASON: (3, 1),
    Grain.QUARTER: (3, 0),
    Grain.HALF: (6, 0),
    Grain.YEAR: (12, 0),
    Grain.DECADE: (120, 0),
    Grain.CENTURY: (1200, 0),
}


def _month_start(ordinal: int) -> date:
    try:
        return date(ordinal // 12, ordinal % 12 + 1, 1)
    except ValueError:
        raise TimelineError(f"year {ordinal // 12}: outside the years 1 to 9999; check the date") from None


def period(start: str | date | None, end: str | date | None) -> tuple[date, date]:
    """Return the first and the last day of a period, both inclusive.

    Args:
        start: its first day, or a year or month by its name ("2023", "2023-12"); None for no bound.
        end: its last day, likewise.

    >>> period("2023-12", "2024")
    (datetime.date(2023, 12, 1), datetime.date(2024, 12, 31))

    Raises:
        QueryError: if a bound is no date, or the end lies before the start.
    """
    first = _bound(start).start if start is not None else date.min
    last = _bound(end).last if end is not None else date.max
    if last < first:
        raise QueryError(f"{start} to {end}: it ends before it begins; swap the two")
    return first, last


def _bound(day: str | date) -> Interval:
    if not isinstance(day, str | date):
        raise QueryError(f"{day!r}: not a date; write for example '2023', '2023-12' or '2023-12-24'")
    try:
        whole = Interval.parse(day) if isinstance(day, str) else Interval.day(date(day.year, day.month, day.day))
    except TimelineError as error:
        raise QueryError(str(error)) from None
    if isinstance(day, str) and "/" in day:
        raise QueryError(f"'{day}': two dates; write one, for example 2023, 2023-12 or 2023-12-24")
    return whole
