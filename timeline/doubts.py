"""What an article says that cannot be true of its own publication date."""

from collections.abc import Iterable

from timeline.interval import Interval
from timeline.model import Article, EventMention, Problem, Severity

_MOST = 5  # reported of an article: they have one cause


def told_before_it_happened(articles: Iterable[Article], mentions: Iterable[EventMention]) -> tuple[Problem, ...]:
    """Report, by file and line, what articles tell in the past tense and date after their own publication.

    A day or month with its year does not move with the publication date, so where the two contradict each other one of
    them is wrong; and if it is the publication date, so is every relative time of the article. A year alone proves
    nothing, since a forecast may well stand in the past tense ("growth of 2% was seen in 2025"). Each time of an
    article is reported once, and no more than five.
    """
    known = {article.id: article for article in articles}
    doubtful: dict[str, dict[Interval, Problem]] = {}
    for mention in mentions:
        time, interval = mention.time, mention.interval
        if time is None or interval is None or not mention.is_told_early:
            continue
        times = doubtful.setdefault(mention.article_id, {})
        if interval not in times and len(times) < _MOST:
            words = " ".join(time.timex.text.split())
            times[interval] = Problem(
                where=known[mention.article_id].place(time.span),
                what=f"published {mention.published}, yet it tells '{words}' as past",
                remedy="check the publication date",
                severity=Severity.WARNING,
            )
    return tuple(problem for times in doubtful.values() for problem in times.values())
