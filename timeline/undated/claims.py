"""What an undated text says of its own day: its weekdays, and its dates with day and month.

Which time is which is not read off its words but off what becomes of it as the publication moves through a week: a
weekday falls on another date and the same day of the week, a date stays where it is, "today" keeps its distance.
"""

from calendar import month_name
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from timeline.direction import Direction, direction
from timeline.model import AnchoredTimex
from timeline.resolve import resolve
from timeline.tag import tag

# the first Monday in May of two years, on different days of the month
_WEEKS = (date(2011, 5, 2), date(2017, 5, 1))
_HEAD_CHARS = 600  # the first sentences, where a report tells when its news happened
_MOST = 3  # weekdays or dates that are told
_NEAR = 7  # days between a date and a guess that it speaks for


class Place(IntEnum):
    """Where a weekday stands, and which way its clause looks; the rows of the learned table of weekdays."""

    HEAD = 0
    HEAD_AHEAD = 1
    BODY = 2
    BODY_AHEAD = 3


class Form(IntEnum):
    """How a date is written and where, and which way its clause looks; the rows of the learned table of dates."""

    NO_YEAR = 0
    NO_YEAR_AHEAD = 1
    YEAR = 2
    YEAR_AHEAD = 3
    HEAD_YEAR = 4
    HEAD_YEAR_AHEAD = 5


class Weekday(NamedTuple):
    """A weekday of a text: its place, and its distance in days from a publication on each day of the week."""

    place: int
    distances: tuple[int, ...]
    kind: Place = Place.BODY


class MonthDay(NamedTuple):
    """A date of a text: its year None where it gives none, and its place."""

    month: int
    day: int
    year: int | None
    form: Form = Form.NO_YEAR
    place: int = 0

    def days(self, years: Iterable[int]) -> list[date]:
        """Return the days that it may mean in some years."""
        found = []
        for year in (self.year,) if self.year else years:
            try:
                found.append(date(year, self.month, self.day))
            except ValueError:  # 29 February
                continue
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """The weekdays and the dates of a text."""

    weekdays: tuple[Weekday, ...]
    dates: tuple[MonthDay, ...]

    def __bool__(self) -> bool:
        return bool(self.weekdays or self.dates)

    def without(self, passed_over: Callable[[int], bool]) -> "Claims":
        """Return what is claimed elsewhere than at the places to be passed over."""
        weekdays = tuple(one for one in self.weekdays if not passed_over(one.place))
        return Claims(weekdays=weekdays, dates=tuple(one for one in self.dates if not passed_over(one.place)))

    def near(self, day: date) -> list[date]:
        """Return the dates that may be meant around a day, the nearest first."""
        years = (day.year - 1, day.year, day.year + 1)
        near = {other for one in self.dates for other in one.days(years) if abs((other - day).days) <= _NEAR}
        return sorted(near, key=lambda other: (abs((other - day).days), other))

    def in_words(self, day: date) -> tuple[str, ...]:
        """Return why a day fits."""
        words = self._weekdays_in_words(day)
        nearest = self.near(day)[:2]
        return (*words, f"it names {' and '.join(map(str, nearest))}") if nearest else words

    def found(self) -> str:
        """Return what is claimed, in words, whatever the day."""
        named = dict.fromkeys(f"{one.day} {month_name[one.month]}" for one in self.dates)
        words = self._weekdays_in_words(_WEEKS[0])
        return " and ".join((*words, f"it names {', '.join(list(named)[:_MOST])}") if named else words)

    def _weekdays_in_words(self, day: date) -> tuple[str, ...]:
        at = day.weekday()
        told = Counter(f"{_WEEKS[0] + timedelta((at + one.distances[at]) % 7):%A}" for one in self.weekdays)
        said = [f"{name} {times} times" if times > 1 else name for name, times in told.most_common(_MOST)]
        return (f"it tells of {', '.join(said)}",) if said else ()


def read_claims(text: str) -> Claims:
    """Return the weekdays and the dates of a text.

    >>> claims = read_claims("The ferry sank on Sunday. It had left on March 2.")
    >>> [one.distances[0] for one in claims.weekdays], [(one.month, one.day, one.year) for one in claims.dates]
    ([-1], [(3, 2, None)])
    """
    monday = _WEEKS[0]
    timexes = tag(text)
    runs = [resolve(text, timexes, monday + timedelta(at)) for at in range(7)]
    later = resolve(text, timexes, _WEEKS[1])
    if (
        len({len(run) for run in (*runs, later)}) > 1
    ):  # what is a time should not hang on the date; where it does, nothing is sure
        return Claims(weekdays=(), dates=())
    weekdays: list[Weekday] = []
    dates: list[MonthDay] = []
    for times in zip(*runs, later, strict=True):
        days = _days(times)
        if days is None:
            continue
        week, other = days[:7], days[7]
        distances = tuple((one - monday).days - at for at, one in enumerate(week))
        span = times[0].span
        ahead = direction(text, span.start, span.end) is Direction.FUTURE
        found = list(_month_day(week[0], other, span.start, ahead=ahead)) if len(set(week)) == 1 else []
        if found:
            dates += found
        elif len(set(distances)) > 1:
            weekdays.append(Weekday(span.start, distances, Place(2 * (span.start >= _HEAD_CHARS) + ahead)))
    return Claims(weekdays=tuple(weekdays), dates=tuple(dates))


def _days(times: Sequence[AnchoredTimex]) -> list[date] | None:
    """Return the single day that one time means under each publication, or None."""
    days = [time.interval.start for time in times if time.interval is not None and time.interval.days == 1]
    return days if len(days) == len(times) else None


def _month_day(one: date, other: date, place: int, *, ahead: bool) -> Iterator[MonthDay]:
    """Yield a date that is meant under publications in two years; none where it has neither one year nor one day."""
    if one == other:
        yield MonthDay(one.month, one.day, one.year, Form(2 + 2 * (place < _HEAD_CHARS) + ahead), place)
    elif (one.month, one.day) == (other.month, other.day):
        yield MonthDay(one.month, one.day, None, Form(ahead), place)
