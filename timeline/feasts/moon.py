"""New moons and winter solstices, for the feasts that hang on them.

Meeus, *Astronomical Algorithms*, 2nd edition, chapter 49: the mean phase and its periodic terms,
good to a few minutes between 1800 and 2200; chapter 27 for the solstice, good to half an hour.
"""

from datetime import date, timedelta
from math import floor, radians, sin

# sine terms: days, then how often the sun's anomaly, the moon's anomaly and the moon's latitude enter
_TERMS = (
    (-0.40720, 0, 1, 0), (0.17241, 1, 0, 0), (0.01608, 0, 2, 0), (0.01039, 0, 0, 2), (0.00739, -1, 1, 0),
    (-0.00514, 1, 1, 0), (0.00208, 2, 0, 0), (-0.00111, 0, 1, -2), (-0.00057, 0, 1, 2), (0.00056, 1, 2, 0),
    (-0.00042, 0, 3, 0), (0.00042, 1, 0, 2), (0.00038, 1, 0, -2), (-0.00024, -1, 2, 0),
)  # fmt: skip
_J2000 = 2451545.0


def new_moon(after: date, hours_east: float = 0.0) -> date:
    """Return the local day of the first new moon on or after a day.

    Args:
        after: the first day that may be returned.
        hours_east: the zone's hours ahead of UTC.

    >>> new_moon(date(2024, 1, 21), hours_east=8)
    datetime.date(2024, 2, 10)
    """
    lunation = floor((after.year + (after.timetuple().tm_yday - 45) / 365.25 - 2000) * 12.3685)
    while True:
        day = _local_day(lunation, hours_east)
        if day >= after:
            return day
        lunation += 1


def winter_solstice(year: int, hours_east: float = 0.0) -> date:
    """Return the local day of December's solstice.

    >>> winter_solstice(2023)
    datetime.date(2023, 12, 22)
    """
    millennia = (year - 2000) / 1000
    moment = 2451900.05952 + 365242.74049 * millennia - 0.06223 * millennia**2 - 0.0008 + hours_east / 24
    return date(2000, 1, 1) + timedelta(days=floor(moment + 0.5 - _J2000))


def _local_day(lunation: int, hours_east: float) -> date:
    century = lunation / 1236.85
    mean = 2451550.09766 + 29.530588861 * lunation + 0.00015437 * century**2
    eccentricity = 1 - 0.002516 * century
    sun = 2.5534 + 29.10535670 * lunation
    moon = 201.5643 + 385.81693528 * lunation + 0.0107582 * century**2
    latitude = 160.7108 + 390.67050284 * lunation - 0.0016118 * century**2
    shift = sum(
        days * eccentricity ** abs(of_sun) * sin(radians(of_sun * sun + of_moon * moon + of_latitude * latitude))
        for days, of_sun, of_moon, of_latitude in _TERMS
    )
    # the terms run in dynamical time, about a minute ahead of the clock
    moment = mean + shift - 0.0008 + hours_east / 24
    return date(2000, 1, 1) + timedelta(days=floor(moment + 0.5 - _J2000))
