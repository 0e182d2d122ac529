"""Stories of a mixed folder, each told by several papers in their own words, and the words that name one of them."""

from datetime import date
from functools import cache

import pytest

from timeline import storylines
from timeline.articles import make_article
from timeline.model import Article, Timeline
from timeline.pipeline import build_timeline
from timeline.readers.metadata import Metadata
from timeline.terms import Unit

# an article's name -> its day in March 2031, its source and its text
TOLD = {
    "crash-1": (4, "Sorn Telegraph", """A plane with 58 aboard goes down

A plane of the airline Fjellair crashed on Monday in a forest near Halvik, killing at least 40 people.
Rescue teams found the wreckage on Monday night. Prime Minister Tove Lang broke off a trip to Brussels on Tuesday."""),
    "crash-2": (6, "Coastal News", """Candles in every window

The death toll rose to 43 on Wednesday in Halvik after three of the injured died. Investigator Jens Moe found the
recorders on Tuesday. Fjellair grounded its other aircraft on Wednesday."""),
    "crash-3": (12, "Morning Paper", """Mechanic had warned of a leak

A mechanic at Fjellair wrote to his superiors in February that an engine leaked oil, documents show.
Relatives met Lang on Tuesday. Moe heard the first witness in Halvik on Monday."""),
    "vote-1": (10, "Morning Paper", """Lang calls an election in Norland

Prime Minister Tove Lang on Sunday called a snap election for 14 April in Norland after her coalition fell apart.
Opposition leader Erik Dahl welcomed the vote on Sunday. The Farmers left the government on Friday."""),
    "vote-2": (18, "Coastal News", """Dahl stumbles in a debate

Conservative Erik Dahl could not name the price of milk in a debate on Monday. Farmers drove tractors through the
capital of Norland on Sunday. Lang attacked his plan on Monday."""),
    "vote-3": (29, "Sorn Telegraph", """The Conservatives are ahead

Polls on Friday gave the Conservatives of Dahl 38 percent. Lang visited the north of Norland on Thursday."""),
    "poll-1": (20, "World Desk", """Tarsia votes amid claims of fraud

Voters in Tarsia went to the polls on Sunday in an election that the opposition called rigged. Observers counted
stuffed boxes on Sunday. President Omar Sedik cast his vote in Belmar on Sunday."""),
    "poll-2": (25, "World Desk", """Tens of thousands march

Crowds filled Belmar on Saturday to demand a recount in Tarsia. Soldiers fired tear gas on Saturday night.
Sedik claimed on Monday that he had won. Amina Farouk was arrested on Sunday."""),
    "poll-3": (29, "World Desk", """The ruler of Tarsia flees

Omar Sedik left Tarsia by helicopter on Thursday. Farouk was freed on Thursday and sworn in at Belmar on Friday."""),
    "whale-1": (27, "Coastal News", """A whale swims off

Volunteers freed a stranded whale on a beach near Halvik on Tuesday."""),
}  # fmt: skip


def articles(*stories: str) -> list[Article]:
    """Return the articles of some stories, or of all."""
    return [
        make_article(text, name, own=Metadata(published=date(2031, 3, day), source=source))
        for name, (day, source, text) in TOLD.items()
        if not stories or name.partition("-")[0] in stories
    ]


@cache
def mixed() -> Timeline:
    """Return the timeline of all."""
    return build_timeline(articles())


def told(timeline: Timeline) -> dict[str, int]:
    """Return how many rows tell of each story."""
    names = [name.partition("-")[0] for event in timeline.events for name in event.article_ids]
    return {name: names.count(name) for name in sorted(set(names))}


def test_articles_of_one_story_are_found_by_what_they_have_in_common() -> None:
    """Also where each has other words, and not by a town alone: it has a story of its own."""
    found = {tuple(sorted({name.partition("-")[0] for name in story})) for story in storylines.storylines(articles())}
    assert found == {("crash",), ("poll",), ("vote",), ("whale",)}
    assert len(storylines.storylines(articles())) == 4


@pytest.mark.parametrize(
    ("query", "story"),
    [
        ("plane crash", "crash"),
        ("the plane CRASH near halvik", "crash"),
        ("crashed airline", "crash"),
        ("Norland election", "vote"),
        ("the election in Norland", "vote"),
        ("Lang Dahl election", "vote"),
        ("Tarsia election", "poll"),
        ("Tarsia", "poll"),
        ("election fraud", "poll"),
        ("thousands march in Belmar", "poll"),
        ("recorders witness", "crash"),  # which stand in two of its articles and in no other story
    ],
)
def test_a_story_that_a_query_names_is_there_with_every_row(query: str, story: str) -> None:
    """Also the rows and articles that have none of the words, and no row of another story."""
    assert told(mixed().query(query)) == {story: told(mixed())[story]}


@pytest.mark.parametrize("query", ["Moe", "Farouk", "Brussels", "tractors"])
def test_what_names_no_story_finds_the_rows_that_hold_it(query: str) -> None:
    """Somebody, some place or some thing that its articles do not begin with."""
    found = mixed().query(query)
    assert found.events
    assert all(query in " ".join(one.sentence_text for one in event.mentions) for event in found.events)


def test_a_word_that_two_stories_begin_with_names_neither() -> None:
    """Rows of both are found, and not all of either."""
    found, whole = told(mixed().query("election")), told(mixed())
    assert sorted(found) == ["poll", "vote"]
    assert all(found[story] < whole[story] for story in found)


def test_the_name_of_a_paper_is_no_place() -> None:
    """A query of a town does not find all that the paper of that town tells; one of the paper does."""
    assert not mixed().query("Sorn").events
    assert {event.sources for event in mixed().query("Sorn Telegraph").events} == {("Sorn Telegraph",)}


def test_a_word_that_stands_nowhere_is_left_out_beside_a_name() -> None:
    """And told; without a name beside it nothing is found."""
    found = mixed().query("Tarsia uprising")
    assert told(found) == {"poll": told(mixed())["poll"]}
    assert "'uprising' stands in no article; what the rest of 'Tarsia uprising' names is kept" in str(
        found.problems[-1]
    )
    assert not mixed().query("uprising fraud").events
    assert not mixed().query('Tarsia "uprising"').events


def test_no_word_names_the_one_story_of_a_folder() -> None:
    """There the words tell its events apart."""
    whole = build_timeline(articles("poll"))
    assert 0 < len(whole.query("election fraud").events) < len(whole.events)


STORIES = [frozenset({"a1", "a2", "a3", "a4", "a5", "a6", "a7"}), frozenset({"b1", "b2"}), frozenset({"c1"})]


@pytest.mark.parametrize(
    ("begins", "holds", "asked", "named"),
    [
        ("a1 a2", "", "ferry", ""),
        ("a1 a2 a3", "", "ferry", "a"),  # a third of its heads
        ("a1 a2", "", "strike", "a"),  # a sixth is enough for a happening
        ("a1 a2 a3 b1", "", "strike", "a"),
        ("a1 a2 b1", "", "strike", ""),  # another story begins so nearly as often
        ("a1 a2", "b1 b2 c1", "strike", ""),  # most articles that hold it tell other stories
        ("c1", "a1 a2", "ferry", ""),
    ],
)
def test_when_a_word_names_a_story(begins: str, holds: str, asked: str, named: str) -> None:
    """By the articles that begin with it and those that hold it farther down."""
    texts = {
        name: storylines.Text(
            words=[asked] if name in f"{begins} {holds}".split() else ["other"],
            head=[asked] if name in begins.split() else ["other"],
        )
        for name in sorted(frozenset().union(*STORIES))
    }
    weights = {Unit(words=(asked,), variants=frozenset({asked})): 1.0}
    found = storylines.named(STORIES, texts, weights)
    assert {name[0] for name in found} == ({named} if named else set())


def test_more_articles_than_can_be_compared_have_no_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are found by their own words."""
    monkeypatch.setattr(storylines, "_MOST", 3)
    assert storylines.storylines(articles()) == ()
    assert mixed().query("plane crash").events
    assert storylines.storylines([]) == ()
