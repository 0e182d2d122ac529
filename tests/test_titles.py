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


def written(text: str, tags: str, core: tuple[int, ...], longest: int) -> str:
    """Return the headline of a sentence given word by word, with a tag, a head and a relation for each."""
    words = tuple(text.split())
    rows = [tag.split("/") for tag in tags.split()]
    at = [sum(len(word) + 1 for word in words[:place]) for place in range(len(words))]
    sentence = Sentence(
        span=Span(0, len(text)),
        spans=tuple(Span(begin, begin + len(word)) for begin, word in zip(at, words, strict=True)),
        words=words,
        lemmas=tuple(word.lower() for word in words),
        upos=tuple(upos for upos, *_ in rows),
        xpos=tuple("NNP" if upos == "PROPN" else "X" for upos, *_ in rows),
        heads=tuple(int(head) for _, head, _ in rows),
        deprels=tuple(relation for *_, relation in rows),
    )
    return headline(sentence, range(len(words)), core=core, longest=longest)


LIST = "Guards met people from Norland , Sudmark and Vestria who had walked across the hills for days"
TAGS = (
    "NOUN/1/nsubj VERB/-1/root NOUN/1/obj ADP/4/case PROPN/1/obl PUNCT/6/punct PROPN/4/conj CCONJ/8/cc PROPN/4/conj"
    " PRON/11/nsubj AUX/11/aux VERB/8/acl:relcl ADP/14/case DET/14/det NOUN/11/obl ADP/16/case NOUN/11/obl"
)


@pytest.mark.parametrize("longest", range(30, 60, 3))
def test_a_list_keeps_its_last_name(longest: int) -> None:
    """However short, a headline has all three or ends before the second: "A, B" is no list."""
    text = written(LIST, TAGS, (0, 1, 2), longest)
    assert ("Sudmark" in text) <= ("and Vestria" in text)


def test_a_name_needs_no_relative_clause() -> None:
    """A headline may end after a name, whatever is added to it."""
    assert written(LIST, TAGS, (0, 1, 2), 52) == "Guards met people from Norland, Sudmark and Vestria"


def test_connectives_that_share_a_comma_are_left_out() -> None:
    """Where "also, now," ends a headline, one goes with both its commas, and the other finds none behind it."""
    tags = "NOUN/1/nsubj VERB/-1/root PUNCT/3/punct ADV/1/advmod PUNCT/5/punct ADV/1/advmod PUNCT/1/punct"
    assert written("Sailors left , also , now ,", tags, (0, 1), 60) == "Sailors left"
