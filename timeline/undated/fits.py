"""How well each day fits what a text claims: logarithms, by how far from publication news tells its times."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from timeline.undated.claims import Claims, MonthDay, Place

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
FARTHEST = 8  # days of a weekday from publication; what is farther counts as so far
# Days of a date from publication, each the most of its class, and how many days each class has.
CLASSES = (-200, -100, -31, -15, -8, -4, -3, -2, -1, 0, 1, 2, 3, 7, 15, 31, 100, 200)
WIDTHS = (10_000, 100, 69, 16, 7, 4, 1, 1, 1, 1, 1, 1, 1, 4, 8, 16, 69, 100, 10_000)
_HEAD = (Place.HEAD, Place.HEAD_AHEAD)


def weekdays_fit(claims: Claims, table: Floats, days: Ints) -> tuple[Floats, Floats]:
    """Return how well each day fits the weekdays of the first sentences, and those of the rest.

    Args:
        claims: what a text says.
        table: the logarithm of a weekday's share at each distance, a row a place.
        days: days as ordinals.
    """
    rest = sum(one.kind not in _HEAD for one in claims.weekdays)
    fits = np.zeros((2, 7))
    for at in range(7):
        told = Counter((one.kind, weekday_class(one.distances[at])) for one in claims.weekdays)
        for (kind, distance), times in sorted(told.items()):
            # a weekday that is told again tells little more
            fits[int(kind not in _HEAD), at] += np.sqrt(times) * table[kind, distance]
    of_week = (days - 1) % 7  # day 1 of the calendar is a Monday
    return fits[0][of_week], fits[1][of_week] / max(rest, 1) ** 0.25


def dates_fit(claims: Claims, table: Floats, days: Ints) -> Floats:
    """Return how well each day fits the dates, the nearest year taken where a date gives none."""
    fit = np.zeros(len(days))
    # a date that is told again tells nothing more
    for one in dict.fromkeys(one._replace(place=0) for one in claims.dates):
        distances = nearest(one, years(days), days)
        if distances is not None:
            fit += table[one.form, np.searchsorted(CLASSES, distances)]
    several = len({(one.month, one.day) for one in claims.dates})
    return fit / np.sqrt(max(several, 1))  # type: ignore[no-any-return]


def years(days: Ints) -> range:
    """Return the years that a date without one may mean."""
    return range(date.fromordinal(int(days[0])).year - 1, date.fromordinal(int(days[-1])).year + 2)


def nearest(one: MonthDay, possible: Iterable[int], days: Ints) -> Ints | None:
    """Return how far a date lies from each day; None for a date that none of the possible years has."""
    meant = np.array([other.toordinal() for other in one.days(possible)])
    if not len(meant):
        return None
    distances = meant[:, None] - days[None, :]
    found: Ints = distances[np.abs(distances).argmin(0), np.arange(len(days))]
    return found


def weekday_class(distance: int) -> int:
    """Return the column of a weekday's distance."""
    return max(-FARTHEST, min(FARTHEST, distance)) + FARTHEST
