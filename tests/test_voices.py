"""One voice: copies, agency texts and updates are found, near-linearly, and counted once."""

import random
from datetime import date

import pytest

from timeline.frame import to_frame
from timeline.model import Article
from timeline.pipeline import build_timeline
from timeline.voices import distinct, voices

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
        (["It sank."], ["It sank."], True),
        (["It sank."], ["It rose."], False),
        ([""], [""], False),
    ],
)
def test_two_texts(first: list[str], second: list[str], one_voice: bool) -> None:
    """Most of the shorter text in the other makes one voice; a quotation or a shared passage does not."""
    found = voices([article("b", second, 2), article("a", first, 1)])
    assert found == {"a": "a", "b": "a" if one_voice else "b"}


def test_the_first_publication_gives_the_voice() -> None:
    """Five papers with one agency text are one voice, that of the earliest; the order they come in does not matter."""
    papers = [article(f"p{at}", [*AGENCY, *prose(1)], 9 - at) for at in range(5)] + [article("x", OTHER, 1)]
    expected = {f"p{at}": "p4" for at in range(5)} | {"x": "x"}
    assert voices(papers) == voices(papers[::-1]) == expected


def test_the_same_text_is_read_once() -> None:
    """A reprint is left out with a word, an agency text in other company stays and is reported."""
    papers = [article("a", AGENCY, 1), article("b", AGENCY, 3), article("c", [*AGENCY, *prose(3)], 2)]
    kept, problems, repeats = distinct(papers)
    assert repeats == {"c": "a"}
    assert [one.id for one in kept] == ["a", "c"]
    assert [str(problem) for problem in problems] == [
        "b: the same text as 'a'; the first publication counts; remove the other",
        "c: shares most of its text with 'a'; they count as one voice",
    ]


def test_a_reprint_moves_no_event() -> None:
    """What a text says of yesterday is counted from its first publication."""
    text = ["The ferry Aurora sank off Ardol yesterday, and a trawler saved all of the twelve people on board."]
    built = build_timeline([article("a", text, 5), article("b", text, 9)])
    assert [event.date for event in built.events] == ["2024-03-04"]
    assert [problem.where for problem in built.problems] == ["b"]


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
