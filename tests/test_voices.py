"""One voice: copies, agency texts and updates are found, near-linearly, and counted once."""

import random
from dataclasses import replace
from datetime import date

import pytest

from timeline.frame import to_frame
from timeline.model import Article, Basis
from timeline.pipeline import build_timeline
from timeline.voices import shared, voices

CHANCE = random.Random(7)  # noqa: S311  # invented words, not secrets
WORDS = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in ("ra", "lo", "n", "st", "m", "ker")]


def prose(sentences: int) -> list[str]:
    """Return sentences of invented words."""
    return [" ".join(CHANCE.choices(WORDS, k=14)).capitalize() + "." for _ in range(sentences)]


AGENCY, OTHER = prose(12), prose(12)


def article(name: str, sentences: list[str], day: int = 1) -> Article:
    """Return an article of some sentences."""
    text = " ".join(sentences)
    return Article(id=name, source=name, title="", text=text, clean=text, published=date(2024, 3, day))


@pytest.mark.parametrize(
    ("first", "second", "one_voice"),
    [
        (AGENCY, AGENCY, True),
        (AGENCY, [sentence.upper() for sentence in AGENCY], True),
        (AGENCY, AGENCY[:9], True),
        (AGENCY, prose(1) + AGENCY + prose(3), True),
        (AGENCY, AGENCY[:5] + prose(1) + AGENCY[6:], True),
        (AGENCY, OTHER, False),
        (AGENCY, OTHER + AGENCY[:2], False),
        (AGENCY, OTHER + AGENCY[:5], False),
        (prose(80) + AGENCY[:3], AGENCY[:3], False),
        (prose(12) + AGENCY[:4], AGENCY[:4], True),
        (prose(12) + AGENCY[:4], AGENCY[:4] + OTHER[:1], False),
        (AGENCY[:4], prose(12) + AGENCY[:4], False),
        (prose(6) + AGENCY[:2], AGENCY[:2], False),
        (["It sank."], ["It sank."], True),
        (["It sank."], ["It rose."], False),
        ([""], [""], False),
    ],
)
def test_two_texts(first: list[str], second: list[str], one_voice: bool) -> None:
    """Most of the shorter text in the other makes one voice; a quotation or a shared passage does not.

    A later text that is cut out of an earlier one is no voice of its own, however much longer that is.
    """
    found = voices([article("b", second, 2), article("a", first, 1)])
    assert found == {"a": "a", "b": "a" if one_voice else "b"}


def test_the_first_publication_gives_the_voice() -> None:
    """Five papers with one agency text are one voice, that of the earliest; the order they come in does not matter."""
    papers = [article(f"p{at}", [*AGENCY, *prose(1)], 9 - at) for at in range(5)] + [article("x", OTHER, 1)]
    expected = {f"p{at}": "p4" for at in range(5)} | {"x": "x"}
    assert voices(papers) == voices(papers[::-1]) == expected


def test_who_shares_a_voice_is_told() -> None:
    """A reprint and an agency text in other company are reported; a text of its own is not."""
    papers = [article("a", AGENCY, 1), article("b", AGENCY, 3), article("c", [*AGENCY, *prose(3)], 2)]
    firsts, problems = shared([*papers, article("d", OTHER, 1)])
    assert list(firsts.items()) == [("a", "a"), ("c", "a"), ("b", "a")]
    assert [str(problem) for problem in problems] == [
        "b: the same text as 'a'; they count as one voice, dated by the first publication",
        "c: shares most of its text with 'a'; they count as one voice, dated by the first publication",
    ]


SUNK = "The ferry Aurora sank off Ardol {}, and a trawler saved all of the twelve people on board."
PORT = "The police of the island closed the port on {} and asked the owner of the ship for all of its papers."
CAPTAIN = "The captain Maren Holt will speak to the council of the island next Friday about the last voyage."
FIRST = [SUNK.format("yesterday"), PORT.format("Sunday"), CAPTAIN]


@pytest.mark.parametrize(
    "again",
    [
        FIRST,
        [*FIRST, *prose(1)],
        [*prose(1), *FIRST],
        FIRST[1:] + FIRST[:1],
        [FIRST[0], FIRST[1].replace("asked", "later asked"), *FIRST[2:], *prose(2)],
        [*prose(1), *FIRST[:2]],
    ],
)
def test_a_reprint_moves_no_event(again: list[str]) -> None:
    """What a text says of yesterday is counted from its first publication; every paper that prints it is named."""
    alone = build_timeline([article("a", FIRST, 5)])
    built = build_timeline([article("a", FIRST, 5), article("b", again, 12), article("c", again, 14)])
    assert [(event.id, event.date, event.status) for event in built.events] == [
        (event.id, event.date, event.status) for event in alone.events
    ]
    whole = CAPTAIN in again
    assert {event.article_ids for event in built.events if whole} <= {("a", "b", "c")}
    assert {event.voices for event in built.events} == {("a",)}
    assert [problem.where for problem in built.problems] == ["b", "c"]
    anchors = {m.time.anchor for event in built.events for m in event.mentions if m.time and m.article_id == "b"}
    assert anchors == {"publication date 2024-03-05 of 'a'"}


def test_a_copy_with_an_earlier_inferred_day_founds_nothing() -> None:
    """An inferred day may be too early; the copy that bears it gives an event neither its id nor its date."""
    copy = replace(article("b", [*FIRST, *prose(1)], 2), published_basis=Basis.INFERRED)
    alone, built = build_timeline([article("a", FIRST, 5)]), build_timeline([article("a", FIRST, 5), copy])
    assert [(event.id, event.date) for event in built.events] == [(event.id, event.date) for event in alone.events]


def test_what_a_reprint_adds_is_dated_by_its_own_day() -> None:
    """The sentences of an update that its first version has not are counted from its own publication."""
    new = "Divers of the coast guard found the wreck of the ship on Sunday in a hundred metres of water."
    changed = PORT.format("Monday")
    update = [FIRST[0], changed, CAPTAIN, *prose(1), new]
    built = build_timeline([article("a", [*FIRST, *prose(1)], 5), article("b", update, 12)])
    dates = {(event.date, event.article_ids) for event in built.events if event.status == "occurred"}
    assert dates == {
        ("2024-03-04", ("a", "b")), ("2024-03-03", ("a",)), ("2024-03-11", ("b",)), ("2024-03-10", ("b",))
    }  # fmt: skip


def test_a_reprint_adds_no_weight() -> None:
    """Ten reprints of one text leave the salience and the confidence of events as they were."""
    other = article("o", [SUNK.format("on Monday"), *OTHER], 6)
    alone = build_timeline([article("a", [*FIRST, *prose(2)], 5), other])
    reprints = [article(f"r{at}", [*FIRST, *prose(2)], 6 + at) for at in range(9)]
    built = build_timeline([article("a", [*FIRST, *prose(2)], 5), other, *reprints])
    assert [(event.id, event.salience, event.confidence) for event in built.events] == [
        (event.id, event.salience, event.confidence) for event in alone.events
    ]


def test_an_agency_in_five_papers_is_one_voice() -> None:
    """Five papers with one agency's text neither outvote two with texts of their own nor count as five sources."""
    told = "The ferry Aurora sank off Ardol on {}, and a trawler saved all of the twelve people on board."
    body = [
        "The police of the island opened an inquiry into the last voyage of the old ship that had served for years."
    ]
    papers = [article(f"p{at}", [told.format("Sunday"), *body, *prose(1)], 6) for at in range(5)]
    own = [article(f"o{at}", [told.format("Saturday"), *prose(9)], 6) for at in range(2)]
    built = build_timeline([*papers, *own])
    (event,) = (event for event in built.events if "Aurora" in event.title)
    assert event.date == "2024-03-02"
    assert event.voices == ("o0", "o1", "p0")
    assert event.sources == ("o0", "o1", "p0", "p1", "p2", "p3", "p4")
    assert [problem.where for problem in built.problems] == ["p1", "p2", "p3", "p4"]
    (row,) = to_frame(built)[["event_id", "n_sources", "n_articles"]].query("event_id == @event.id").to_dict("records")
    assert (row["n_sources"], row["n_articles"]) == (3, 7)


def test_boilerplate_joins_nothing() -> None:
    """A closing line that hundreds of articles share makes no voice of them."""
    closing = prose(2)
    found = voices([article(f"{at:03}", prose(8) + closing) for at in range(200)])
    assert all(name == voice for name, voice in found.items())
