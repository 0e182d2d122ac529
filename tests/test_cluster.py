"""Clusters of mentions: what belongs together, what stays apart, and that order does not matter."""

import random
from collections.abc import Sequence
from datetime import date

import pytest

from timeline.cluster import cluster
from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, EventMention, Relation, Span, Timex, TimexType

DAY = date(2021, 6, 9)


def mention(
    article: str, predicate: str, terms: str = "", when: str | None = "2021-06-09", **more: object
) -> EventMention:
    """Return a mention from a few words; ``when`` is a day, a month or None."""
    place = more.pop("at", 0)
    assert isinstance(place, int)
    values: dict[str, object] = {
        "id": f"{article}:{place}",
        "article_id": article,
        "source": article,
        "published": DAY,
        "sentence": Span(place, place + 50),
        "span": Span(place, place + 50),
        "text": f"{predicate} {terms}",
        "sentence_text": f"{predicate} {terms}",
        "head": Span(place, place + 5),
        "predicate": predicate,
        "terms": tuple(terms.split()),
        "time": _time(when),
        "relation": Relation.AT if when else None,
        "order": place,
        **more,
    }
    return EventMention(**values)  # type: ignore[arg-type]  # the keywords are the cases' own


def _time(when: str | None) -> AnchoredTimex | None:
    if when is None:
        return None
    whole = len(when) == 7
    interval = (
        Interval.unit(date.fromisoformat(when + "-01"), Grain.MONTH)
        if whole
        else Interval.day(date.fromisoformat(when))
    )
    timex = Timex(span=Span(0, 1), text=when, rule="test")
    return AnchoredTimex(timex=timex, type=TimexType.DATE, value=when, interval=interval)


def shape(mentions: Sequence[EventMention]) -> set[frozenset[str]]:
    """Return the clusters as sets of mention ids."""
    return {frozenset(m.id for m in group) for group in cluster(mentions)}


FERRY = {"participants": ("Harbour Line",), "places": ("Oban",)}
TOGETHER = [
    pytest.param(
        mention("a", "depart", "ferry passenger island", **FERRY),
        mention("b", "leave", "ferry passenger storm", **FERRY),
        id="synonyms on one day",
    ),
    pytest.param(
        mention("a", "resign", "mayor scandal", participants=("Ada Byrne",)),
        mention("b", "resignation", "mayor council", participants=("Byrne",)),
        id="verb and noun, full and last name",
    ),
    pytest.param(
        mention("a", "agree", "fishery quota", "2021-05", participants=("Norway", "Iceland")),
        mention("b", "deal", "fishery quota", "2021-05", participants=("Norway", "Iceland")),
        id="one month",
    ),
    pytest.param(
        mention("a", "collapse", "bridge river truck", places=("Fermoy",)),
        mention("b", "collapse", "bridge river", None, places=("Fermoy",)),
        id="a witness joins a dated mention",
    ),
    pytest.param(
        mention("a", "visit", "factory worker", participants=("Ada Byrne",), places=("Cork",), modal=True),
        mention("b", "travel", "factory", participants=("Ada Byrne",), places=("Cork",)),
        id="planned and occurred",
    ),
]
APART = [
    pytest.param(
        mention("a", "close", "canal lock barge", places=("Gouda",)),
        mention("b", "reopen", "canal lock barge", places=("Gouda",)),
        id="opposite acts",
    ),
    pytest.param(
        mention("a", "meet", "minister trade", "2021-05-04", participants=("Ada Byrne", "Jon Lund")),
        mention("b", "meet", "minister trade", "2021-06-09", participants=("Ada Byrne", "Jon Lund")),
        id="two rounds of talks",
    ),
    pytest.param(
        mention("a", "say", "mayor bridge collapse", participants=("Ada Byrne",), statement=True),
        mention("b", "collapse", "mayor bridge", participants=("Ada Byrne",)),
        id="a statement and what it states",
    ),
    pytest.param(
        mention("a", "arrest", "dealer ivory port", places=("Mombasa",)),
        mention("b", "win", "marathon runner", places=("Mombasa",)),
        id="two events in one place on one day",
    ),
]


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_tells_one_event(one: EventMention, other: EventMention) -> None:
    """Two articles' words for one event make one cluster."""
    assert shape([one, other]) == {frozenset({one.id, other.id})}


@pytest.mark.parametrize(("one", "other"), APART)
def test_tells_two_events(one: EventMention, other: EventMention) -> None:
    """Words for two events make two clusters, however alike they are."""
    assert shape([one, other]) == {frozenset({one.id}), frozenset({other.id})}


def test_order_of_the_input_does_not_matter() -> None:
    """Any order of the mentions gives the same clusters in the same order."""
    mentions = [m for case in TOGETHER + APART for m in case.values]
    renamed = [
        mention(f"{m.article_id}{at}", m.predicate, " ".join(m.terms), m.time.value if m.time else None)
        for at, m in enumerate(mentions)
        if isinstance(m, EventMention)
    ]
    expected = cluster(renamed)
    for seed in range(5):
        shuffled = random.Random(seed).sample(renamed, len(renamed))  # noqa: S311  # a test's shuffle is no secret
        assert cluster(shuffled) == expected


def test_a_witness_brings_no_two_days_together() -> None:
    """An undated mention that fits two dated ones joins one of them and does not bridge them."""
    dated = [
        mention("a", "explode", "depot fuel blast", "2021-06-02", places=("Aden",)),
        mention("b", "explode", "depot fuel blast", "2021-06-08", places=("Aden",)),
    ]
    witness = mention("c", "explosion", "depot fuel blast", None, places=("Aden",))
    groups = shape([*dated, witness])
    assert sorted(map(len, groups)) == [1, 2]


def test_nothing_in_nothing_out() -> None:
    """No mentions make no clusters; one makes one."""
    assert cluster([]) == ()
    assert [len(group) for group in cluster([mention("a", "meet")])] == [1]
