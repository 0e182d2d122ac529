"""Ids as articles come in: what named a row in one build finds it in the next."""

import hashlib
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from made import mention

from timeline.articles import make_article, read_articles
from timeline.canonical import canonical_events
from timeline.cluster import cluster
from timeline.ids import event_id, find
from timeline.mentions import extract
from timeline.model import Event, EventMention
from timeline.readers.metadata import Metadata

ARTICLES = Path(__file__).parent.parent / "articles"


@cache
def told() -> dict[str, tuple[EventMention, ...]]:
    """Return the mentions of each article, the earliest published first."""
    articles = sorted(read_articles(ARTICLES).articles, key=lambda article: (article.published, article.id))
    return {article.id: extract([article]) for article in articles}


def orders() -> list[tuple[str, ...]]:
    """Return some orders in which the articles may come in: as published, backwards, and shuffled."""
    published = tuple(told())
    shuffled = [tuple(random.Random(seed).sample(published, len(published))) for seed in range(4)]  # noqa: S311
    return [published, published[::-1], *shuffled]


@cache
def built(articles: frozenset[str]) -> tuple[Event, ...]:
    """Return the events of some of the articles."""
    return canonical_events(cluster([one for name, mentions in told().items() if name in articles for one in mentions]))


def steps(order: tuple[str, ...]) -> Iterator[tuple[tuple[Event, ...], tuple[Event, ...]]]:
    """Yield the events before and after each article that comes in."""
    for count in range(1, len(order)):
        yield built(frozenset(order[:count])), built(frozenset(order[: count + 1]))


def founder(event: Event) -> EventMention:
    """Return the mention that an event is named after."""
    return next(one for one in event.mentions if event_id([one]) == event.id)


@pytest.mark.parametrize("order", orders(), ids=" ".join)
def test_a_row_keeps_its_id_unless_an_earlier_telling_joins_it(order: tuple[str, ...]) -> None:
    """One more article changes an id only where it brings an earlier founder or makes two rows one."""
    for before, after in steps(order):
        for event in before:
            found = find(after, event.id)
            if found and found[0].id != event.id:
                assert event_id([founder(event), founder(found[0])]) == found[0].id, event.title


@pytest.mark.parametrize("order", orders(), ids=" ".join)
def test_an_old_id_finds_the_row_that_tells_the_event_now(order: tuple[str, ...]) -> None:
    """No id is lost but that of a row told in so few words that it is no longer printed alone."""
    for before, after in steps(order):
        for event in before:
            found = find(after, event.id)
            if not found:
                assert not canonical_events([[founder(event)]]), event.title
                continue
            assert len(found) == 1
            assert founder(event) in found[0].mentions


def test_articles_that_come_in_as_they_are_published_change_hardly_an_id() -> None:
    """News comes in the order of time, and then nearly every row keeps its id."""
    kept = [event.id in {one.id for one in after} for before, after in steps(orders()[0]) for event in before]
    assert sum(kept) >= 0.9 * len(kept)


def test_an_id_is_that_of_no_other_row() -> None:
    """A mention founds one event."""
    ids = [event.id for event in built(frozenset(told()))]
    assert len(set(ids)) == len(ids)


EARLY, LATE = mention("a", "sink", at=40), mention("b", "sink", at=7)
WITNESS = mention("a", "sink", when=None)


@pytest.mark.parametrize(
    ("mentions", "named_after"),
    [
        pytest.param([EARLY, LATE], EARLY, id="earlier-article"),
        pytest.param([LATE, EARLY], EARLY, id="order-of-input"),
        pytest.param([LATE, WITNESS], LATE, id="a-witness-names-nothing"),
        pytest.param([WITNESS], WITNESS, id="unless-alone"),
    ],
)
def test_the_founder_names_the_event(mentions: list[EventMention], named_after: EventMention) -> None:
    """The earliest that dates it, whatever the order of the input."""
    assert event_id(mentions) == event_id([named_after])


def test_what_names_an_event() -> None:
    """Its id, the beginning of it, an earlier id and the id of a mention all find it; nothing finds nothing."""
    events = built(frozenset(told()))
    event = max(events, key=lambda one: len(one.mentions))
    for name in (event.id, event.id[:8], *(one.id for one in event.mentions), *(event_id([m]) for m in event.mentions)):
        assert find(events, name) == (event,)
    assert find(events, "") == find(events, "nonsense") == ()
    assert len(find(events, "e")) == len(events)


def test_an_id_hangs_on_words_and_not_on_their_place() -> None:
    """Another format sets the same words elsewhere and otherwise; an article that repeats them tells a second time."""
    first = mention("a", "sink", "ferry Aurora", at=40)
    assert event_id([replace(first, id="a:7-57", text="sink\u00ad  fer-\nry AURORA")]) == event_id([first])
    others = [replace(first, again=1), replace(first, predicate="rise"), replace(first, article_id="b")]
    assert len({event_id([one]) for one in (first, *others)}) == 4


def test_words_that_an_article_repeats_are_told_apart() -> None:
    """What stands twice in an article founds two names, whatever lies between."""
    text = "It sank on Friday. The divers met on Monday. It sank on Friday."
    mentions = extract([make_article(text, "a", own=Metadata(published=date(2024, 3, 12)))])
    assert [(one.predicate, one.again) for one in mentions] == [("sink", 0), ("meet", 0), ("sink", 1)]


def test_an_id_of_an_earlier_build_still_finds_its_event() -> None:
    """Ids once hung on the place of the words; corrections that hold such a one stay good."""
    event = built(frozenset(told()))[0]
    former = "e" + hashlib.sha256(event.mentions[0].id.encode()).hexdigest()[:10]
    assert find(built(frozenset(told())), former) == (event,)
