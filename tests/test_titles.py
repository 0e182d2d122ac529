"""Headlines: what shortening an endless sentence costs."""

import pytest
from counting import counting

from timeline.model import Span
from timeline.syntax import Sentence
from timeline.titles import LONGEST, headline, writing


def listed(number: int) -> Sentence:
    """Return a sentence that says one thing and then a list of so many more: "Rains came and rains came ..."."""
    size = 2 * number + 2
    return Sentence(
        span=Span(0, 6 * size),
        spans=tuple(Span(6 * at, 6 * at + 5) for at in range(size)),
        words=("Rains", "flood", *("and", "burst") * number),
        lemmas=("rain", "flood", *("and", "burst") * number),
        upos=("NOUN", "VERB", *("CCONJ", "VERB") * number),
        xpos=("NNS", "VBP", *("CC", "VBP") * number),
        heads=(1, -1, *(head for at in range(number) for head in (2 * at + 3, 1))),
        deprels=("nsubj", "root", *("cc", "conj") * number),
    )


def writes(sentence: Sentence, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how often a headline is written out before it fits."""
    with counting(monkeypatch, writing, "write") as written:
        text = headline(sentence, range(len(sentence.words)), core=(0, 1))
    assert 0 < len(text) <= LONGEST
    return len(written)


def test_the_cost_of_a_headline_grows_with_the_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times the list is written out at most some twelve times as often."""
    once, ten = writes(listed(30), monkeypatch), writes(listed(300), monkeypatch)
    assert 0 < ten <= 12 * once + 20
