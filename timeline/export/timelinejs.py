"""A timeline as the JSON that TimelineJS 3 (Knight Lab) loads."""

import json
from datetime import date
from html import escape
from typing import Any

from timeline.chart.heading import heading
from timeline.chart.look import dated, headline, remark
from timeline.chart.rows import summary
from timeline.chart.text import address, plain, slug
from timeline.interval import Grain
from timeline.model import Article, Event, Timeline

_Json = dict[str, Any]  # a JSON object
_DAYS = frozenset({Grain.DAY, Grain.WEEKEND, Grain.WEEK, Grain.RANGE})


def to_timelinejs(timeline: Timeline) -> str:
    """Return the events as TimelineJS slides, an event a slide, with its quotes as text.

    TimelineJS reads texts as HTML, so every word of an article is escaped. It shows nothing of a story without events.
    """
    articles = {article.id: article for article in timeline.articles}
    title = escape(heading(timeline))
    document: _Json = {
        "scale": "human",
        "title": {"text": {"headline": title, "text": escape(summary(timeline))}},
        "events": [_slide(event, articles) for event in timeline.events],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _slide(event: Event, articles: dict[str, Article]) -> _Json:
    slide: _Json = {
        "unique_id": slug(event.id),
        "start_date": _date(event.interval.start, event.interval.grain),
        "display_date": escape(dated(event)),
        "text": {"headline": escape(headline(event)), "text": _remark(event) + _quotes(event, articles)},
    }
    if event.interval.days > 1:
        slide["end_date"] = _date(event.interval.last, event.interval.grain)
    if event.theme:
        slide["group"] = _unmarked(event.theme)
    return slide


def _unmarked(words: str) -> str:
    """Return words without what can become markup: TimelineJS unescapes the name of a group before it shows it.

    >>> _unmarked("Law & <b>order</b>")
    'Law and b order /b'
    """
    return " ".join(plain(words.replace("&", " and ").replace("<", " ").replace(">", " "), 100).split())


def _date(day: date, grain: Grain) -> _Json:
    """Return a date with as many parts as were told."""
    parts: _Json = {"year": day.year}
    if grain not in {Grain.YEAR, Grain.DECADE, Grain.CENTURY}:
        parts["month"] = day.month
    if grain in _DAYS:
        parts["day"] = day.day
    return parts


def _remark(event: Event) -> str:
    """Return its status and who gives another date as a paragraph; nothing where neither is to be told."""
    words = remark(event, None)
    return f"<p>{escape(words)}</p>" if words else ""


def _quotes(event: Event, articles: dict[str, Article]) -> str:
    quotes = []
    for mention in {one.article_id: one for one in reversed(event.mentions)}.values():
        article = articles.get(mention.article_id)
        url = address(article.url) if article else ""
        source = escape(plain(mention.source, 200))
        cited = f'<a href="{escape(url)}">{source}</a>' if url else source
        quotes.append(f"<p>“{escape(plain(mention.sentence_text))}” ({cited})</p>")
    return "".join(reversed(quotes))
