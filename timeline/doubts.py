"""What an article says that cannot be true of its own publication date."""

from collections.abc import Iterable

from timeline.clauses import Tense, clauses
from timeline.interval import Grain
from timeline.model import Article, EventMention, Problem, Severity
from timeline.syntax import parse


def told_before_it_happened(articles: Iterable[Article], mentions: Iterable[EventMention]) -> tuple[Problem, ...]:
    """Report articles that tell in the past tense what their own words date after their publication.

    A day with its year does not move with the publication date, so where the two contradict each other one of them is
    wrong; and if it is the publication date, so is every relative time of the article.
    """
    texts = {article.id: article.clean for article in articles}
    doubtful: dict[str, Problem] = {}
    for mention in mentions:
        if mention.article_id not in doubtful and _is_future(mention) and _is_past_tense(mention, texts):
            assert mention.time is not None  # noqa: S101  # _is_future has looked
            doubtful[mention.article_id] = Problem(
                where=mention.article_id,
                what=f"published {mention.published}, yet it tells '{mention.time.timex.text}' as past",
                remedy="check the publication date",
                severity=Severity.WARNING,
            )
    return tuple(doubtful.values())


def _is_future(mention: EventMention) -> bool:
    time, interval = mention.time, mention.interval
    if time is None or interval is None or interval.start <= mention.published:
        return False
    # a forecast may well put a whole year in the past tense ("growth of 2% was seen in 2025"), hardly ever a day
    return interval.grain is Grain.DAY and str(interval.start.year) in time.timex.text


def _is_past_tense(mention: EventMention, texts: dict[str, str]) -> bool:
    """Say whether the mention's verb is a plain past, and not one of planning ("was set for March")."""
    sentence = parse(texts[mention.article_id], mention.sentence)
    return any(
        part.tense is Tense.PAST and not part.planned
        for part in clauses(sentence)
        if sentence.spans[part.head] == mention.head
    )
