"""One row's mentions told apart by their articles, or one by one."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from timeline.corrections.find import NotOneError
from timeline.model import AnchoredTimex, Event, EventMention, Relation, Span, Timex, TimexType

BY_HAND = "by hand"
"""The rule that dates what was split from a row and has no time of its own."""


def parted(event: Event, parts: Sequence[Sequence[str]]) -> list[list[EventMention]]:
    """Return an event's mentions part by part, first what no part names.

    Args:
        event: the row.
        parts: the ids of articles or of mentions in each part.

    Raises:
        NotOneError: if an id names nothing in the row or stands in two parts, or if nothing is left.
    """
    taken: dict[str, int] = {}
    for number, names in enumerate(parts):
        for name in names:
            for mention in _named(event, name):
                if taken.setdefault(mention.id, number) != number:
                    raise NotOneError(f"'{name}' stands in two parts", "name each article or mention once")
    rest = [mention for mention in event.mentions if mention.id not in taken]
    if not rest:
        raise NotOneError(f"nothing is left of '{event.title}'", "leave out one part, which then stays as it is")
    told = [[mention for mention in event.mentions if taken.get(mention.id) == number] for number in range(len(parts))]
    return [_dated(part, event) for part in (rest, *told)]


def _named(event: Event, name: str) -> list[EventMention]:
    found = [mention for mention in event.mentions if name in {mention.id, mention.article_id}]
    if not found:
        near = get_close_matches(name, [*event.article_ids, *(mention.id for mention in event.mentions)], 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"its articles are {', '.join(event.article_ids)}"
        raise NotOneError(f"'{name}' tells nothing of '{event.title}'", remedy)
    return found


def _dated(part: list[EventMention], event: Event) -> list[EventMention]:
    """Return a part that keeps the date of its row where its own words give none."""
    if any(mention.interval for mention in part):
        return part
    first = part[0]
    time = AnchoredTimex(
        timex=Timex(span=Span(first.span.start, first.span.start), text="", rule=BY_HAND),
        type=TimexType.DATE,
        value=event.interval.edtf(),
        interval=event.interval,
        reason="its own words give no time; it keeps the date of the row it was split from",
    )
    return [replace(first, time=time, relation=Relation.AT), *part[1:]]
