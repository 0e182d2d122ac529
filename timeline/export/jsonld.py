"""A timeline as linked data: schema.org events in JSON-LD, each with the articles that tell it."""

import json
from typing import Any

from timeline.chart.heading import heading
from timeline.chart.look import headline, remark
from timeline.chart.text import address, plain
from timeline.model import Article, Event, Status, Timeline

_Json = dict[str, Any]  # a JSON object
_STATUS = {
    Status.CANCELLED: "https://schema.org/EventCancelled",
    Status.PLANNED: "https://schema.org/EventScheduled",
}


def to_jsonld(timeline: Timeline) -> str:
    """Return the events as a schema.org ``ItemList`` of ``Event``; first and last day are inclusive."""
    articles = {article.id: article for article in timeline.articles}
    items = [
        {"@type": "ListItem", "position": position, "item": _event(event, articles)}
        for position, event in enumerate(timeline.events, 1)
    ]
    document = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": heading(timeline),
        "numberOfItems": len(items),
        "itemListElement": items,
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _event(event: Event, articles: dict[str, Article]) -> _Json:
    item: _Json = {
        "@type": "Event",
        "identifier": event.id,
        "name": headline(event),
        "startDate": event.interval.start.isoformat(),
        "endDate": event.interval.last.isoformat(),
        "temporalCoverage": event.date,
        "description": " ".join(filter(None, (plain(event.description), remark(event, None)))),
        "subjectOf": [_article(articles[name]) for name in event.article_ids if name in articles],
    }
    if event.status in _STATUS:
        item["eventStatus"] = _STATUS[event.status]
    if event.places:
        item["location"] = [{"@type": "Place", "name": plain(place, 200)} for place in event.places]
    if event.actors:
        item["about"] = [{"@type": "Thing", "name": plain(actor, 200)} for actor in event.actors]
    return item


def _article(article: Article) -> _Json:
    item: _Json = {
        "@type": "NewsArticle",
        "identifier": plain(article.id, 200),
        "datePublished": article.published.isoformat(),
        "publisher": {"@type": "Organization", "name": plain(article.source, 200)},
    }
    if article.title:
        item["headline"] = plain(article.title, 200)
    if url := address(article.url):
        item["url"] = url
    return item
