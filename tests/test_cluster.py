"""Clusters of mentions: what belongs together, what stays apart, and that order does not matter."""

import random
from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest
from made import mention

from timeline.cluster import cluster
from timeline.cluster.blocking import candidates
from timeline.cluster.linkage import Edges, link
from timeline.mentions import extract
from timeline.model import Article, EventMention
from timeline.similarity import VETO
from timeline.similarity.reading import build


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
        mention("a", "resign", "president", participants=("Ada Byrne",)),
        mention("b", "resign", "president", participants=("Ada Byrne",), negated=True),
        id="a denial and what it denies",
    ),
    pytest.param(
        mention("a", "uphold", "court ban"),
        mention("b", "strike down", "court ban"),
        id="upheld and struck down",
    ),
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


@pytest.mark.parametrize(
    ("scores", "joins"),
    [
        ({0: 1.2}, None),  # one mention may be like it by chance
        ({0: 1.6}, 0),
        ({1: 0.9, 2: 0.9, 3: 0.9}, 1),
        ({0: 1.6, 1: 1.5, 2: 1.5, 3: 1.5}, 1),  # what is told more often is meant
        ({0: 5.0, 1: 1.5, 2: 1.5, 3: 1.5}, 0),
    ],
)
def test_a_witness_joins_what_it_is_clearly_like(scores: dict[int, float], joins: int | None) -> None:
    """A lone mention needs a better score than an event of three, which is told more often."""
    pairs = [(1, 2, 5.0), (1, 3, 5.0), (2, 3, 5.0), *((at, 4, score) for at, score in scores.items())]
    i, j, score = (np.asarray(column) for column in zip(*pairs, strict=True))
    edges = Edges(i=i.astype(np.int32), j=j.astype(np.int32), score=score.astype(np.float32))
    days = np.asarray([100, 200, 200, 200, 0])
    assert link(edges, days, days + 1)[4] == (4 if joins is None else joins)


def test_nothing_in_nothing_out() -> None:
    """No mentions make no clusters; one makes one."""
    assert cluster([]) == ()
    assert [len(group) for group in cluster([mention("a", "meet")])] == [1]


LINKS = [
    pytest.param(
        [(0, 1, 2.0), (1, 2, 2.0)], [0, 0, 2], id="two good pairs with nothing between their ends do not chain"
    ),
    pytest.param([(0, 1, 3.0), (1, 2, 3.0), (0, 2, 1.0)], [0, 0, 0], id="three that agree are one"),
    pytest.param(
        [(0, 1, 3.0), (1, 2, 5.0), (0, 2, VETO)], [0, 1, 1], id="the better pair first, and what is forbidden stays so"
    ),
    pytest.param([(0, 1, -1.0)], [0, 1, 2], id="nothing above zero"),
    pytest.param([], [0, 1, 2], id="no pairs"),
]


@pytest.mark.parametrize(("pairs", "expected"), LINKS)
def test_links_by_mean_score(pairs: list[tuple[int, int, float]], expected: list[int]) -> None:
    """Clusters merge while the mean of all pairs between them is above zero."""
    i, j = (np.asarray([pair[side] for pair in pairs], dtype=np.int64) for side in (0, 1))
    score = np.asarray([pair[2] for pair in pairs], dtype=np.float32)
    days = np.full(3, 700_000)
    assert link(Edges(i=i, j=j, score=score), days, days + 1).tolist() == expected


def test_no_cluster_spans_more_than_neighbouring_days() -> None:
    """A chain of days, each next to the last, is cut where its ends would lie two days apart."""
    every = Edges(i=np.asarray([0, 1, 0]), j=np.asarray([1, 2, 2]), score=np.asarray([5.0, 4.0, 4.0], dtype=np.float32))
    start = np.asarray([700_000, 700_001, 700_002])
    assert link(every, start, start + 1).tolist() == [0, 0, 2]


def test_compares_what_shares_a_key_and_a_time() -> None:
    """Pairs come from one window of days, wide times meet narrow ones inside them, witnesses meet what is near."""
    rows = [
        mention("a", "meet", "harbour", "2021-06-09"),
        mention("b", "meet", "harbour", "2021-06-10"),
        mention("c", "meet", "harbour", "2021-03-09"),
        mention("d", "meet", "harbour", "2021-06"),
        mention("e", "meet", "harbour", None),
    ]
    found = {pair for i, j in candidates(build(rows)) for pair in zip(i.tolist(), j.tolist(), strict=True)}
    assert found >= {(0, 1), (0, 3), (0, 4), (1, 3), (1, 4), (3, 4)}
    assert not found & {(0, 2), (1, 2)}


def test_work_is_bounded_where_all_look_alike() -> None:
    """Mentions that share their common words make no more pairs than the budget allows."""
    rows = [mention(f"a{at}", "say", f"common word{at}", at=at) for at in range(1500)]
    assert sum(len(i) for i, _ in candidates(build(rows))) <= 500_000


def test_two_days_in_one_sentence_are_two_events() -> None:
    """Who tells in one sentence what happened on one day and on the next tells of two events."""
    text = "The envoy arrived in Ardol on Sunday and left Ardol on Monday."
    found = extract([Article(id="a", source="a", title="", text=text, clean=text, published=date(2024, 6, 12))])
    groups = [group for group in cluster(found) if any(mention.interval for mention in group)]
    assert len(groups) == 2


def events(*texts: str) -> int:
    """Return how many dated events some articles of one day tell."""
    articles = [
        Article(id=str(n), source=str(n), title="", text=text, clean=text, published=date(2024, 6, 12))
        for n, text in enumerate(texts)
    ]
    return sum(any(mention.interval for mention in group) for group in cluster(extract(articles)))


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("Ann Poole died on Monday. Greg Sands died on Monday.",), 2),
        (("Norland recalled its envoy on Monday. Sudria recalled its envoy on Monday.",), 2),
        (("Missiles hit Krasna on Monday. Missiles hit Velm on Monday.",), 2),
        (("Three people were killed in Lund on Monday. Two people were killed in Ardol on Monday.",), 2),
        (("Shares of Acme fell 12% on Monday. Shares of Borel fell 3% on Monday.",), 2),
        (("Acme closed its plant in Lund on Monday.", "Borel closed its plant in Ardol on Monday."), 2),
        (("The council approved a new toll on Monday.", "Norland launched a new boat on Monday."), 2),
        (("The schools reopened on Monday. The airport reopened on Monday.",), 2),
        (("Karl Lind was jailed for fraud on Monday.", "Peter Moss was jailed for fraud on Monday."), 2),
        (("Fire destroyed a school in Lund on Monday.", "Fire destroyed a church in Lund on Monday."), 2),
        (("Nurses voted to strike on Monday.", "Drivers voted to strike on Monday."), 2),
        (("They held a first round of talks in January.", "They held a second round of talks in February."), 2),
        (("The bank raised rates in January.", "The bank raised rates again in February."), 2),
        (("The war began in January.", "Since the war broke out in February, 40 towns have fallen."), 1),
        (("The talks began in Lund on Monday.", "The talks ended in Lund on Monday."), 2),
        (("The truce began on Monday.", "The truce ended on Monday."), 2),
        (("The bank raised rates on Monday.", "The bank cut rates on Monday."), 2),
        (("The king imposed a curfew on Monday.", "The king lifted the curfew on Monday."), 2),
        (("The Greens joined the coalition on Monday.", "The Greens left the coalition on Monday."), 2),
        (("Parliament passed a law on dogs on Monday.", "Parliament passed a law on taxes on Monday."), 2),
        (("The king fired the finance minister on Monday.", "The king fired the army chief on Monday."), 2),
        (("A teacher was stabbed in Lund on Monday.", "A mother of two was stabbed in Lund on Monday."), 1),
        (("The board rejected the bid on Monday.", "The directors dismissed the offer on Monday."), 1),
        (("Peace talks began in Lund on Monday.", "Negotiations opened in Lund on Monday."), 1),
        (("Ten people were killed in a landslide on Monday. Four people were killed in a flood on Monday.",), 2),
        (("The ship left Lund on Monday. The ship sank off Ardol on Monday.",), 2),
        (("Soldiers killed ten people in Lund on Monday.", "Troops killed ten civilians in Lund on Monday."), 1),
        (("Norland held its election on Monday.", "Norland freed 40 prisoners on Monday."), 2),
        (("Three sailors were buried in Lund on Monday.", "A rocket was launched from Lund on Monday."), 2),
        (("The court was expected to rule on Monday.", "A storm was expected to reach Lund on Monday."), 2),
        (("A bomb killed five people in Lund on Monday.", "A bomb killed two people in Ardol on Monday."), 2),
        (("Karl Lind was jailed for fraud on Monday.", "Lind, the former mayor, was jailed on Monday."), 1),
        (("A bomb killed five people in Lund on Monday.", "Five people were killed by a bomb on Monday in Lund."), 1),
        (("Karl Lind was freed from jail in Lund on Monday.", "Lind was released from jail on Monday."), 1),
        (("The Hawks beat the Kings on Sunday.", "On Sunday, the Hawks won against the Kings."), 1),
    ],
)
def test_what_befell_two_is_two_events(texts: tuple[str, ...], number: int) -> None:
    """One act on one day, done by or to two, is two events; told of one by two papers it is one."""
    assert events(*texts) == number
