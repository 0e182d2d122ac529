"""Whether a document tells a past of its own: history, a biography, the chronicle of a war."""

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.model import Term, Timex

Slots = tuple[tuple[str, str | int | float | Term], ...]

#: rules that only a text written in the days it tells of uses
_DEICTIC = frozenset(
    {
        "today",
        "weekday",
        "tonight",
        "this unit",
        "this weekday",
        "last night",
        "this part of the day",
        "an amount ago",
    }
)


#: rules that count a name of the week from the narrative
_TOLD = frozenset({"the following weekday", "every named time"})

#: years back from where the years of a text without the words of news tell that it is about the past
_LONG_PAST = 5

#: months without a year that tell of news, and how many months ago the earliest may be
_FEWEST_MONTHS = 3
_LATE_MONTHS = 4


def tells_history(timexes: Sequence[Timex], published: date | None) -> bool:
    """Say whether a document tells a past of its own, with dates that carry their year, rather than its day's news.

    Args:
        timexes: the document's time expressions.
        published: the local day of publication, or None.
    """
    if published is not None and _is_of_this_year(timexes, published):
        return False
    years = [year for timex in timexes for year in _years(timex.slots) if year >= 1000 or published is None]
    if published is None:
        return bool(years)
    far = sum(1 for year in years if year < published.year - 1)
    near = sum(_deictic(Term(timex.rule, timex.slots)) for timex in timexes)
    if far >= 3:
        return far > 3 * near
    told = len(years) > 1 or any(_is_day(Term(timex.rule, timex.slots)) for timex in timexes)
    return bool(years) and told and not near and max(years) <= published.year - _LONG_PAST


def _is_of_this_year(timexes: Sequence[Timex], published: date) -> bool:
    """Say whether all months without a year are late ones, and none has its year: news whose years are background."""
    terms = [Term(timex.rule, timex.slots) for timex in timexes]
    months = [month for term in terms for month in _yearless(term)]
    back = ((published.month - month) % 12 for month in months)
    return len(months) >= _FEWEST_MONTHS and max(back) <= _LATE_MONTHS and not any(_is_day(term) for term in terms)


def _yearless(term: Term) -> Iterator[int]:
    """Yield the months that a time tells without a year, at any depth."""
    slots = dict(term.slots)
    month = slots.get("month")
    if isinstance(month, int) and "year" not in slots:
        yield month
    for value in slots.values():
        if isinstance(value, Term):
            yield from _yearless(value)


def _deictic(term: Term) -> bool:
    """Say whether a time is one that only its own days use, or built from one: "Tuesday morning", "late on Sunday"."""
    if term.rule in _DEICTIC:
        return True
    return term.rule not in _TOLD and any(isinstance(value, Term) and _deictic(value) for _name, value in term.slots)


def _is_day(term: Term) -> bool:
    """Say whether a time names a month or a day with its year; a bare year may only tell which dam is meant."""
    slots = dict(term.slots)
    if isinstance(slots.get("year"), int) and "month" in slots:
        return True
    return any(isinstance(value, Term) and _is_day(value) for value in slots.values())


def _years(slots: Slots) -> Iterator[int]:
    """Yield the years told in slots, at any depth."""
    for name, value in slots:
        if isinstance(value, Term):
            yield from _years(value.slots)
        elif name == "year" and isinstance(value, int):
            yield value
