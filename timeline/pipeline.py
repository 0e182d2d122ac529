"""The stages in order: a folder of articles, or articles, becomes a timeline."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline import __version__
from timeline.articles import Published, Reading, read_articles, read_data
from timeline.cache import Cache
from timeline.cluster import cluster
from timeline.corrections import Corrections, correct, corrections_of
from timeline.doubts import told_before_it_happened
from timeline.echoes import joined, parted
from timeline.mentions import extract
from timeline.model import Article, EventMention, Timeline
from timeline.plain import to_plain
from timeline.progress import Progress, fitting
from timeline.readers.source import Limits
from timeline.themes import themed
from timeline.voices import shared


def build_timeline(  # noqa: PLR0913  # each a choice of the caller, by name
    articles: str | os.PathLike[str] | bytes | Iterable[Article],
    *,
    title: str = "",
    top: int | None = None,
    limits: Limits | None = None,
    published: Published = None,
    infer: bool = False,
    cache: Cache | None = None,
    progress: Progress | None = None,
    corrections: Corrections | None = None,
) -> Timeline:
    """Build the timeline of some articles.

    Args:
        articles: a folder to read, the bytes of one file in any format that is read, or articles.
        title: what the story is called, above the picture.
        top: how many events to keep, the most salient ones; None keeps all.
        limits: how much is read of a file; what is larger is left out and reported.
        published: when files were published, by their path in the folder, whatever they say of themselves; a day
            alone stands for every article that nothing else dates.
        infer: whether an article that nothing dates may be dated by its words and the other articles; each is told.
        cache: where to look for what was read before; None reads everything anew.
        progress: what shows how far it is; None shows a bar in a notebook and nothing elsewhere.
        corrections: the reader's hand over the events; None takes those that lie in the folder, if there are any.

    Returns:
        The events in order, the articles they come from, and what was wrong with the input.

    Raises:
        ArticleError: if there is no such folder.
    """
    given = _corrections(articles) if corrections is None else corrections
    reading = _read(articles, limits, published, cache, infer=infer)
    timeline = replace(_told(reading, given, cache, progress or fitting()), title=title)
    return timeline if top is None else timeline.top(top)


def _told(reading: Reading, given: Corrections, cache: Cache | None, progress: Progress) -> Timeline:
    """Return the timeline of what was read: mentions, who voices them, events, corrections, themes."""
    articles = reading.articles
    firsts, repeated = shared(articles)
    found = _mentions(progress(articles, "reading articles"), cache)
    mentions, echoes = parted(_voiced(found, articles, firsts), firsts)
    events, unmet = correct(joined(cluster(mentions), echoes), given)
    return Timeline(
        events=themed(events),
        articles=articles,
        problems=(*reading.problems, *repeated, *told_before_it_happened(articles, mentions), *unmet),
        settings=(("engine", __version__),),
    )


def _voiced(
    mentions: Iterable[EventMention], articles: Iterable[Article], firsts: Mapping[str, str]
) -> Iterator[EventMention]:
    """Yield mentions with the article that an agency's text was printed in first, and the voice that it has there."""
    sources = {article.id: article.source for article in articles}
    for mention in mentions:
        first = firsts.get(mention.article_id, "")
        yield replace(mention, voice=sources.get(first, ""), original=first)


def _read(
    articles: str | os.PathLike[str] | bytes | Iterable[Article],
    limits: Limits | None,
    published: Published,
    cache: Cache | None,
    *,
    infer: bool,
) -> Reading:
    if isinstance(articles, bytes):
        return read_data(articles, limits=limits, published=published, infer=infer, cache=cache)
    if isinstance(articles, (str, os.PathLike)):
        return read_articles(articles, limits=limits, published=published, infer=infer, cache=cache)
    return Reading(tuple(sorted(articles, key=lambda article: article.id)), ())


def _corrections(articles: str | os.PathLike[str] | bytes | Iterable[Article]) -> Corrections:
    """Return the corrections beside the articles, where these lie in a folder."""
    return corrections_of(Path(articles)) if isinstance(articles, (str, os.PathLike)) else Corrections()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mentions:
    """The mentions of one article, as the cache keeps them: they depend on that article alone."""

    items: tuple[EventMention, ...]


def _mentions(articles: Iterable[Article], cache: Cache | None) -> tuple[EventMention, ...]:
    """Return the mentions of some articles, extracted now or before."""
    if cache is None:
        return extract(articles)
    found: list[EventMention] = []
    for article in articles:
        source = ("mentions", json.dumps(to_plain(article)))
        found += cache.kept(source, _Mentions, lambda: _Mentions(items=extract([article]))).items  # noqa: B023  # called at once
    return tuple(found)
