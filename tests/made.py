"""Event mentions made of a few words, for the tests of coreference."""

from datetime import date

from values import dated, told

from timeline.interval import Interval
from timeline.model import AnchoredTimex, EventMention, Span

DAY = date(2021, 6, 9)


def mention(
    article: str, predicate: str, terms: str = "", when: str | None = "2021-06-09", **more: object
) -> EventMention:
    """Return a mention from a few words; ``when`` is a day, a month or None."""
    place = more.pop("at", 0)
    assert isinstance(place, int)
    span = Span(place, place + 50)
    rule = more.pop("rule", "test")
    assert isinstance(rule, str)
    values = {
        "head": Span(place, place + 5),
        "predicate": predicate,
        "terms": tuple(terms.split()),
        "time": _time(when, rule),
        "order": place,
        **more,
    }
    published = values.pop("published", DAY)
    assert isinstance(published, date)
    return told(f"{article}:{place}", article, f"{predicate} {terms}", published=published, span=span, **values)


def _time(when: str | None, rule: str) -> AnchoredTimex | None:
    return dated(when, Interval.parse(when), rule=rule) if when else None
