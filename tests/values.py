"""Values of the model from a few words, for the tests that need them whole."""

from datetime import date

from timeline.interval import Interval
from timeline.model import AnchoredTimex, EventMention, Relation, Span, Timex, TimexType


def dated(words: str, days: Interval, *, start: int = 0, rule: str = "weekday", **more: object) -> AnchoredTimex:
    """Return a time: ``words`` that stand at ``start`` and name some days."""
    timex = Timex(span=Span(start, start + len(words)), text=words, rule=rule)
    values = {"type": TimexType.DATE, "value": days.edtf(), "interval": days, **more}
    return AnchoredTimex(timex=timex, **values)  # type: ignore[arg-type]  # the keywords are the cases' own


def told(name: str, by: str, words: str, *, published: date, span: Span | None = None, **more: object) -> EventMention:
    """Return a mention by its id: the words of a source, which are its clause and its sentence."""
    span = span or Span(0, len(words))
    values = {
        "article_id": name.partition(":")[0],
        "source": by,
        "sentence": span,
        "span": span,
        "text": words,
        "sentence_text": words,
        "head": span,
        "predicate": "be",
        "relation": Relation.AT if more.get("time") else None,
        **more,
    }
    return EventMention(id=name, published=published, **values)  # type: ignore[arg-type]  # as above
