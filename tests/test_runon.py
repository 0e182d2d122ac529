"""Sentences beyond all prose: where they are parted, and what reading one costs."""

from datetime import date

import pytest
from counting import counting
from hypothesis import given
from hypothesis import strategies as st

from timeline import mentions
from timeline.mentions import scene
from timeline.model import Article, Span
from timeline.runon import LONGEST, pieces, tokens
from timeline.syntax import sentence as parsed


def parts(text: str, longest: int) -> list[str]:
    """Return the pieces of a sentence as they stand in it."""
    return [piece.of(text) for piece in pieces(text, Span(0, len(text)), longest)]


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("Rain fell and roads flooded.", 8, ["Rain fell and roads flooded."]),
        (
            "Rain fell; roads flooded, dams burst, and it froze.",
            9,
            ["Rain fell; roads flooded, dams burst,", "and it froze."],
        ),
        ("Rain, it fell; roads flooded, dams burst.", 8, ["Rain, it fell;", "roads flooded, dams burst."]),
        ("Rain fell on roads, on 10,000 dams and bridges.", 8, ["Rain fell on roads,", "on 10,000 dams and bridges."]),
        ("Rain fell, on May 5, 2020 it froze and thawed.", 8, ["Rain fell, on May 5, 2020", "it froze and thawed."]),
        ("one two three four five six seven", 3, ["one two three", "four five six", "seven"]),
    ],
)
def test_a_sentence_that_runs_on_is_parted_at_its_marks(text: str, longest: int, expected: list[str]) -> None:
    """A piece ends behind a semicolon or comma of its second half, none of a figure or a date, or where it is full."""
    assert parts(text, longest) == expected


@given(st.text(alphabet="ab1,; .(é", max_size=80), st.integers(2, 9))
def test_no_word_is_lost(text: str, longest: int) -> None:
    """The pieces hold all words and signs, in order, and none too many."""
    whole = [token.of(text) for token in tokens(text, Span(0, len(text)))]
    found = list(pieces(text, Span(0, len(text)), longest))
    assert [token.of(text) for piece in found for token in tokens(text, piece)] == whole
    assert all(len(tokens(text, piece)) <= longest for piece in found)


def work(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often the tree of a sentence is looked into while a text of one sentence is read."""
    article = Article(id="a", source="a", title="", text=text, clean=text, published=date(2023, 12, 27))
    with counting(monkeypatch, parsed, "_below") as looks:
        assert mentions.extract([article])
    return len(looks)


@pytest.mark.parametrize(
    ("opening", "one"),
    [
        ("Officials said", " that the mayor said the crew left on Monday"),
        ("On Monday the crew left Ardol", ", and the navy searched the bay, and Ana Ruiz said the ferry had sunk"),
    ],
)
def test_the_cost_of_a_sentence_grows_as_it_does(opening: str, one: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four times a sentence that runs on costs some four times as much, also where nobody cleaned the text."""
    least = 4 * LONGEST // len(one.split())
    once, four = (work(opening + one * number + ".", monkeypatch) for number in (least, 4 * least))
    assert once < four <= 4.5 * once


def test_what_is_dated_is_asked_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many clauses a sentence has, which of them are dated is found out twice: to join and to tell them."""
    text = "Officials said" + " that the mayor said the crew left on Monday" * 9 + "."
    article = Article(id="a", source="a", title="", text=text, clean=text, published=date(2023, 12, 27))
    with counting(monkeypatch, scene, "dated") as asked:
        assert mentions.extract([article])
    assert len(asked) == 2
