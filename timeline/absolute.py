"""Absolute dates in words of any language, as a last resort.

The only module that imports dateparser. A phrase costs half a millisecond, so nothing runs it over a text.
"""

from datetime import date, datetime, time

from timeline.interval import Grain, Interval

#: dateparser's ``period`` -> our grain
_GRAINS = {"day": Grain.DAY, "month": Grain.MONTH, "year": Grain.YEAR}
LANGUAGES = ("en", "es", "fr", "de", "it", "pt", "nl")
_LONGEST = 60


def absolute(phrase: str, base: date, languages: tuple[str, ...] = LANGUAGES) -> Interval | None:
    """Return the days that an absolute date names, or None where it names none.

    Args:
        phrase: one date, such as "24 de diciembre de 2023"; at most 60 characters.
        base: the day that completes a date without its year.
        languages: ISO 639-1 codes to read it in, in order of preference.

    >>> absolute("24 de diciembre de 2023", date(2024, 1, 18)).edtf(), absolute("mars 2021", date(2024, 1, 18)).edtf()
    ('2023-12-24', '2021-03')
    """
    from dateparser.date import DateDataParser  # noqa: PLC0415  # a heavy import that most runs never need

    if not phrase.strip() or len(phrase) > _LONGEST:
        return None
    settings = {
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": datetime.combine(base, time()),
        "PREFER_DAY_OF_MONTH": "first",
        "REQUIRE_PARTS": ["year"],
    }
    found = DateDataParser(languages=list(languages), settings=settings).get_date_data(phrase)
    if found.date_obj is None or found.period not in _GRAINS:
        return None
    return Interval.unit(found.date_obj.date(), _GRAINS[found.period])
