"""Event mentions made of a few words, for the tests of coreference."""

from datetime import date

from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, EventMention, Relation, Span, Timex, TimexType

DAY = date(2021, 6, 9)


def mention(
    article: str, predicate: str, terms: str = "", when: str | None = "2021-06-09", **more: object
) -> EventMention:
    """Return a mention from a few words; ``when`` is a day, a month or None."""
    place = more.pop("at", 0)
    assert isinstance(place, int)
    values: dict[str, object] = {
        "id": f"{article}:{place}",
        "article_id": article,
        "source": article,
        "published": DAY,
        "sentence": Span(place, place + 50),
        "span": Span(place, place + 50),
        "text": f"{predicate} {terms}",
        "sentence_text": f"{predicate} {terms}",
        "head": Span(place, place + 5),
        "predicate": predicate,
        "terms": tuple(terms.split()),
        "time": _time(when),
        "relation": Relation.AT if when else None,
        "order": place,
        **more,
    }
    return EventMention(**values)  # type: ignore[arg-type]  # the keywords are the cases' own


def _time(when: str | None) -> AnchoredTimex | None:
    if when is None:
        return None
    whole = len(when) == 7
    interval = (
        Interval.unit(date.fromisoformat(when + "-01"), Grain.MONTH)
        if whole
        else Interval.day(date.fromisoformat(when))
    )
    timex = Timex(span=Span(0, 1), text=when, rule="test")
    return AnchoredTimex(timex=timex, type=TimexType.DATE, value=when, interval=interval)
