"""The events as text: when, what, who says so in which words, and why that date."""

import json
import re
from collections.abc import Iterator
from datetime import date
from html import escape

from timeline.chart.look import dated, headline
from timeline.chart.rows import ordered
from timeline.chart.text import address, plain, slug
from timeline.disputes import ground, makers, verdict
from timeline.interval import Grain, Interval
from timeline.model import Article, Claim, Event, EventMention, Timeline
from timeline.words import count, month, when

_QUOTES = 12  # articles quoted for an event; the rest is counted
_SENTENCE = 1000  # characters of a quote
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")
_DAY_OF_MONTH = re.compile(r"(?<=\d) (?=[A-Z])")  # the space that no line breaks at
_STATED = frozenset({Grain.DAY, Grain.MONTH, Grain.YEAR})


def listing(timeline: Timeline, *, prefix: str, level: int) -> str:
    """Return the events as an HTML list.

    Args:
        timeline: the events and their articles.
        prefix: what the ids of the events begin with.
        level: the heading level of an event's title.
    """
    articles = {article.id: article for article in timeline.articles}
    items = (_event(event, articles, prefix, level) for event in ordered(timeline.events))
    return "\n".join(['<ol class="events">', *items, "</ol>"])


def text(words: str, limit: int = 1200) -> str:
    """Return article text made inert: one line, no controls, escaped for HTML."""
    return escape(plain(words, limit))


def cited(article: Article) -> str:
    """Return an article as a reader cites it: source, headline, day; without a headline source, day, file.

    >>> from datetime import date
    >>> cited(Article(id="cnn-12", source="CNN", title="", text="", clean="", published=date(2023, 1, 1)))
    'CNN, <time datetime="2023-01-01">1 January 2023</time> (cnn-12)'
    """
    day = _published(article.published)
    source = text(article.source, 200)
    if article.title:
        headline = linked(article, article.title)
        return f"{headline}, {day}" if article.title == article.source else f"{source}, {headline}, {day}"
    file = "" if article.id == article.source else f" ({text(article.id, 200)})"
    return f"{linked(article, article.source)}, {day}{file}"


def linked(article: Article, words: str) -> str:
    """Return words of an article, linked where its address is one of the web.

    >>> from datetime import date
    >>> day = date(2023, 1, 1)
    >>> linked(Article(id="a", source="s", title="", text="", clean="", published=day, url="javascript:x"), "Hi")
    'Hi'
    """
    shown, url = text(words, 200), address(article.url)
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{shown}</a>' if url else shown


def _published(day: date) -> str:
    return f'<time datetime="{day.isoformat()}">{day.day} {month(day.month)} {day.year}</time>'


def moment(interval: Interval, words: str) -> str:
    """Return words for a time as an HTML element that machines can read, where HTML knows the precision."""
    words = _DAY_OF_MONTH.sub("\N{NO-BREAK SPACE}", words)
    if interval.grain in _STATED:
        return f'<time datetime="{interval.edtf()}">{escape(words)}</time>'
    return f"<span>{escape(words)}</span>"


def _event(event: Event, articles: dict[str, Article], prefix: str, level: int) -> str:
    data = {
        "theme": plain(event.theme, 200),
        "sources": json.dumps([plain(source, 200) for source in event.sources]),
        "start": event.interval.start.isoformat(),
        "end": event.interval.last.isoformat(),
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in data.items())
    status = "" if event.status == "occurred" else f' <span class="tag">{escape(event.status)}</span>'
    words = dated(event)
    date = f'<span class="date">{moment(event.interval, words)}</span>'
    lines = [
        f'<li class="event" id="{prefix}-{slug(event.id)}" {attributes}>',
        f'<h{level}>{date} <span class="title">{escape(headline(event))}</span>{status}</h{level}>',
        *_quotes(event, articles),
        *_reasons(event, articles),
        "</li>",
    ]
    return "\n".join(lines)


def _quotes(event: Event, articles: dict[str, Article]) -> Iterator[str]:
    """Yield the words of each article, the one that dates the event first, with its time marked."""
    first: dict[str, EventMention] = {}
    for mention in sorted(event.mentions, key=lambda one: not _dates(event, one)):
        first.setdefault(mention.article_id, mention)
    if not first:
        return
    yield '<ul class="quotes">'
    for mention in list(first.values())[:_QUOTES]:
        yield f"<li><blockquote>{_marked(mention)}</blockquote><cite>{_cited(mention, articles)}</cite></li>"
    yield "</ul>"
    if len(first) > _QUOTES:
        yield f'<p class="more">and {count(len(first) - _QUOTES, "article")} more</p>'


def _dates(event: Event, mention: EventMention) -> bool:
    """Say whether a mention holds the words that date its event."""
    return bool(event.as_written) and mention.time is not None and mention.time.timex.text == event.as_written


def _marked(mention: EventMention) -> str:
    """Return a mention's sentence with the words that date it marked."""
    sentence = mention.sentence_text
    if mention.time is None:
        return text(sentence, _SENTENCE)
    words = mention.time.timex.text
    at = mention.time.span.start - mention.sentence.start
    if not words or sentence[max(at, 0) : max(at, 0) + len(words)] != words:
        at = sentence.find(words) if words else -1
    if at < 0 or at + len(words) > _SENTENCE:
        return text(sentence, _SENTENCE)
    before, after = plain(f"{sentence[:at]}|")[:-1], plain(f"|{sentence[at + len(words) :]}", _SENTENCE)[1:]
    return f"{escape(before)}<mark>{text(words)}</mark>{escape(after)}"


def _cited(mention: EventMention, articles: dict[str, Article]) -> str:
    article = articles.get(mention.article_id)
    return cited(article) if article else f"{text(mention.source, 200)}, {_published(mention.published)}"


def _makers(event: Event, claim: Claim, articles: dict[str, Article]) -> str:
    """Return who makes a claim: each mention's sentence, its article and the rule that dates it."""
    made = makers(event, claim)
    lines = [
        f"<li>{_marked(mention)} <cite>{_cited(mention, articles)}</cite> ({text(ground(mention), 400)})</li>"
        for mention in made[:_QUOTES]
    ]
    if len(made) > _QUOTES:
        lines.append(f"<li>and {count(len(made) - _QUOTES, 'mention')} more</li>")
    return f"<ul>{''.join(lines)}</ul>" if lines else ": set by hand"


def _whole(day: re.Match[str]) -> str:
    """Return a day that no line breaks."""
    return f'<span class="day">{day[0]}</span>'


def _reasons(event: Event, articles: dict[str, Article]) -> Iterator[str]:
    """Yield why the event has its date, every rival dating, and the note."""
    written = text(event.as_written, 200)
    basis = text(event.basis, 400)
    if written or basis:
        why = ": ".join(part for part in (f"“{written}”" if written else "", basis) if part)
        yield f'<p class="why">Why this date: {_DAY.sub(_whole, why)}</p>'
    if event.conflict:
        yield f'<div class="conflict"><strong>≠ {text(verdict(event))}</strong><ul>'
        for claim in event.claims:
            yield f"<li>{moment(claim.interval, when(claim.interval))}{_makers(event, claim, articles)}</li>"
        yield "</ul></div>"
    if event.theme:
        yield f'<p class="more">Theme: {text(event.theme, 200)}</p>'
    if event.note:
        yield f'<p class="more">{text(event.note, 400)}</p>'
