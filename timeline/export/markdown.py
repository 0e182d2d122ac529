"""A timeline as Markdown: a list a reader can paste into an article, with every quote and its source."""

import re
from collections.abc import Iterator

from timeline.chart.heading import heading
from timeline.chart.look import dated, headline
from timeline.chart.rows import ordered, summary
from timeline.chart.text import address, plain
from timeline.disputes import verdict, wording
from timeline.model import Article, Event, Timeline
from timeline.words import when

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$])")


def to_markdown(timeline: Timeline) -> str:
    r"""Return the events as a Markdown list (CommonMark), in which nothing an article says is markup.

    >>> print(to_markdown(Timeline(events=(), articles=(), title="*Ferry*")))
    # \*Ferry\*
    <BLANKLINE>
    0 events
    <BLANKLINE>
    """
    articles = {article.id: article for article in timeline.articles}
    lines = [f"# {_text(heading(timeline))}", "", _text(summary(timeline)), ""]
    for event in ordered(timeline.events):
        lines += _event(event, articles)
    return "\n".join(lines)


def _event(event: Event, articles: dict[str, Article]) -> Iterator[str]:
    status = "" if event.status == "occurred" else f" ({event.status})"
    yield f"- **{_text(dated(event))}**: {_text(headline(event))}{status}"
    quoted = set()
    for mention in event.mentions:
        if mention.article_id not in quoted:
            quoted.add(mention.article_id)
            yield f"  - “{_text(mention.sentence_text)}” ({_cited(mention.source, articles.get(mention.article_id))})"
    if event.conflict:
        yield f"  - ≠ {_text(verdict(event))}"
        for claim in event.claims:
            yield f"    - {_text(when(claim.interval))}: {_text(wording(event, claim))}"
    if event.note:
        yield f"  - {_text(event.note)}"
    yield ""


def _cited(source: str, article: Article | None) -> str:
    if article is None:
        return _text(source)
    day = article.published.isoformat()
    if article.title:
        return f"{_text(source)}, {_linked(article, article.title)}, {day}"
    file = "" if article.id == article.source else f", {_text(article.id)}"
    return f"{_linked(article, source)}, {day}{file}"


def _linked(article: Article, words: str) -> str:
    """Return words of an article, linked where its address is one of the web."""
    # an address in pointed brackets may hold anything but those brackets
    url = address(article.url).replace("<", "%3C").replace(">", "%3E")
    return f"[{_text(words)}](<{url}>)" if url else _text(words)


def _text(words: str) -> str:
    """Return words in which every character stands for itself."""
    return _SPECIAL.sub(r"\\\1", plain(words))
