"""What an undated text says of its own day: its weekdays, and its dates with day and month.

Which time is which is not read off its words but off what becomes of it as the publication moves through a week: a
weekday falls on another date and the same day of the week, a date stays where it is, "today" keeps its distance.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from timeline.model import AnchoredTimex
from timeline.resolve import annotate

# the first Monday in May of two years, on different days of the month
_WEEKS = (date(2011, 5, 2), date(2017, 5, 1))
# Natural logarithms of how often news tells a weekday this many days from its publication, from 7 before to 7 after;
# counted by tools/score_undated.py over the articles of a story that is not scored.
_WEEKDAY = (-4.1, -2.9, -2.9, -3.0, -2.3, -1.8, -1.4, -1.6, -3.2, -4.4, -3.8, -4.9, -6.5, -3.7, -5.4)
_FARTHEST = 7
# The same, a day, for dates with day and month: (days from publication at most, logarithm).
_DATE = ((-31, -7.6), (-15, -4.4), (-8, -3.6), (-3, -4.3), (-2, -2.8), (-1, -3.5), (0, -1.8), (7, -4.0), (10_000, -6.2))
_STRANGE = -7.6
_FAR = 200  # days; a date so far away is history and says nothing


class Weekday(NamedTuple):
    """A weekday of a text: where it stands, and its distance in days from a publication on each day of the week."""

    place: int
    distances: tuple[int, ...]


class MonthDay(NamedTuple):
    """A date of a text, its year None where it gives none."""

    month: int
    day: int
    year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The weekdays and the dates of a text."""

    weekdays: tuple[Weekday, ...]
    dates: tuple[MonthDay, ...]

    def in_words(self, day: date) -> tuple[str, ...]:
        """Return why a day fits."""
        told = Counter((day + timedelta(one.distances[day.weekday()])).strftime("%A") for one in self.weekdays)
        said = [f"{name} {times} times" if times > 1 else name for name, times in told.most_common(3)]
        return (f"it tells of {', '.join(said)}",) if said else ()


def read_claims(text: str) -> Claims:
    """Return the weekdays and the dates of a text.

    >>> claims = read_claims("The ferry sank on Sunday. It had left on March 2.")
    >>> [one.distances[0] for one in claims.weekdays], claims.dates
    ([-1], (MonthDay(month=3, day=2, year=None),))
    """
    monday = _WEEKS[0]
    runs = [annotate(text, monday + timedelta(at)) for at in range(7)]
    later = annotate(text, _WEEKS[1])
    if (
        len({len(run) for run in (*runs, later)}) > 1
    ):  # what is a time should not hang on the date; where it does, nothing is sure
        return Claims(weekdays=(), dates=())
    weekdays: list[Weekday] = []
    dates: dict[MonthDay, None] = {}
    for times in zip(*runs, later, strict=True):
        days = _days(times)
        if days is None:
            continue
        week, other = days[:7], days[7]
        found = _month_day(week[0], other) if len(set(week)) == 1 else None
        if found:
            dates[found] = None
        elif len({one.weekday() for one in days}) == 1:
            distances = tuple((one - monday).days - at for at, one in enumerate(week))
            weekdays.append(Weekday(times[0].span.start, distances))
    return Claims(weekdays=tuple(weekdays), dates=tuple(dates))


def _days(times: Sequence[AnchoredTimex]) -> list[date] | None:
    """Return the single day that one time means under each publication, or None."""
    days = [time.interval.start for time in times if time.interval is not None and time.interval.days == 1]
    return days if len(days) == len(times) else None


def _month_day(one: date, other: date) -> MonthDay | None:
    if one == other:
        return MonthDay(one.month, one.day, one.year)
    return MonthDay(one.month, one.day, None) if (one.month, one.day) == (other.month, other.day) else None


def weekdays_fit(claims: Claims) -> list[float]:
    """Return for each day of the week how well a publication on it fits the weekdays, as a logarithm."""
    fits = []
    for at in range(7):
        told = Counter(one.distances[at] for one in claims.weekdays)
        # a weekday that is told again tells little more
        fits.append(sum(math.sqrt(times) * _weekday(distance) for distance, times in told.items()))
    return fits


def dates_fit(claims: Claims, day: date) -> float:
    """Return how well a publication on a day fits the dates, as a logarithm."""
    fit = 0.0
    for one in claims.dates:
        distance = _distance(one, day)
        fit += _STRANGE if distance is None else next(log for most, log in _DATE if distance <= most)
    return fit


def _weekday(distance: int) -> float:
    return _WEEKDAY[distance + _FARTHEST] if abs(distance) <= _FARTHEST else min(_WEEKDAY)


def _distance(one: MonthDay, day: date) -> int | None:
    """Return how many days a date lies from a day, the nearest year taken where it gives none; None where it is far."""
    years = (one.year,) if one.year else (day.year - 1, day.year, day.year + 1)
    found: list[int] = []
    for year in years:
        try:
            found.append((date(year, one.month, one.day) - day).days)
        except ValueError:  # 29 February, or no such year
            continue
    nearest = min(found, key=abs, default=_FAR)
    return nearest if abs(nearest) < _FAR else None
