"""Conditions on a time's surroundings, by name: what is written like a time and is none.

A rule of the grammar names its guards; each says whether the time may stand.
"""

from collections.abc import Callable

from timeline.tag.guards import amounts, figures, words
from timeline.tag.site import Site

__all__ = ["GUARDS", "holds"]

GUARDS: dict[str, Callable[[Site], bool]] = {
    "weekday-short": words.weekday_short,
    "no-event": words.no_event,
    "opens": words.opens,
    "some-day": words.some_day,
    "no-adjective": words.no_adjective,
    "dawn": words.dawn,
    "wished-weekend": words.wished_weekend,
    "old-year": figures.old_year,
    "century-follows": figures.century_follows,
    "decade-figures": figures.decade_figures,
    "army-hours": figures.army_hours,
    "hour-alone": figures.hour_alone,
    "stroke-date": figures.stroke_date,
    "nine-eleven": figures.nine_eleven,
    "no-newspaper": words.no_newspaper,
    "no-show": words.no_show,
    "month-alone": words.month_alone,
    "season-alone": words.season_alone,
    "season-named": words.season_named,
    "unit-noun": words.unit_noun,
    "of-a-year": words.of_a_year,
    "definite-unit": words.definite_unit,
    "part-alone": words.part_alone,
    "overnight": words.overnight,
    "noon": words.noon,
    "reference": words.reference,
    "ends-clause": words.ends_clause,
    "earlier-in": words.earlier_in,
    "day-alone": figures.day_alone,
    "days-listed": figures.days_listed,
    "day-number": figures.day_number,
    "year-alone": figures.year_alone,
    "year-words": figures.year_words,
    "no-age": figures.no_age,
    "clock-alone": figures.clock_alone,
    "army-alone": figures.army_alone,
    "clock-to": figures.clock_to,
    "hedged-date": figures.hedged_date,
    "amount": amounts.amount,
    "bare-units": amounts.bare_units,
    "the-units": amounts.the_units,
    "window": amounts.window,
    "no-comparison": amounts.no_comparison,
    "not-lasting": amounts.not_lasting,
    "descending": amounts.descending,
}


def holds(guards: tuple[str, ...], site: Site) -> bool:
    """Say whether every guard lets the time stand."""
    return all(GUARDS[name](site) for name in guards)
