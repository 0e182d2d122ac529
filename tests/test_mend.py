"""Slips of parsers put right: whatever a parse was, it stays a tree."""

from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.mend import mend
from timeline.model import Span
from timeline.syntax import Sentence

# the words and tags that a slip is known by, and some others
WORDS = [
    "Clashes",
    "after",
    "since",
    "that",
    "between",
    "Wednesday",
    "said",
    "gathered",
    "erupted",
    ",",
    "crowd",
    "north",
]
UPOS = ["NOUN", "PROPN", "VERB", "AUX", "ADP", "PUNCT", "PRON", "ADV"]
XPOS = ["VBD", "VBZ", "VBN", "NNS", "NN", "IN", ",", "WDT"]
DEPRELS = ["nsubj", "obj", "obl", "nmod", "acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis", "case", "punct"]


@st.composite
def parses(draw: st.DrawFn) -> Sentence:
    """Return a parse of random words and tags: any tree with one root."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = [-1] * size
    for at, token in enumerate(order[1:], 1):
        heads[token] = order[draw(st.integers(0, at - 1))]

    def column(values: list[str]) -> tuple[str, ...]:
        return tuple(draw(st.lists(st.sampled_from(values), min_size=size, max_size=size)))

    words, deprels = column(WORDS), column(DEPRELS)
    return made(
        words=words,
        lemmas=tuple({"said": "say"}.get(word, word.lower()) for word in words),
        upos=column(UPOS),
        xpos=column(XPOS),
        heads=tuple(heads),
        deprels=tuple("root" if head < 0 else deprel for head, deprel in zip(heads, deprels, strict=True)),
    )


def made(**columns: Any) -> Sentence:
    """Return a sentence of words of one length."""
    size = len(columns["words"])
    return Sentence(span=Span(0, 10 * size), spans=tuple(Span(10 * k, 10 * k + 9) for k in range(size)), **columns)


@given(parses())
@example(
    made(
        words=("said", "that", "Clashes", "between", "crowd", "erupted"),
        lemmas=("say", "that", "clash", "between", "crowd", "erupt"),
        upos=("VERB", "PRON", "VERB", "ADP", "NOUN", "VERB"),
        xpos=("VBD", "WDT", "VBZ", "IN", "NN", "VBD"),
        heads=(-1, 0, 0, 4, 5, 1),
        deprels=("root", "obj", "ccomp", "case", "nsubj", "ccomp"),
    )
)
def test_a_mended_parse_is_a_tree(sentence: Sentence) -> None:
    """There is one root, every word hangs below it, and no word is lost or changed."""
    mended = mend(sentence)
    assert mended.words == sentence.words
    assert mended.heads.count(-1) == 1
    assert mended.subtree(mended.root) == tuple(range(len(sentence)))
    assert mended.deprels[mended.root] == "root"
    assert mended.deprels.count("root") == 1


def parsed(text: str) -> Sentence:
    """Return a parse written word by word: form/tag/head/relation."""
    rows = [word.rsplit("/", 3) for word in text.split()]
    spans, at = [], 0
    for form, *_ in rows:
        spans.append(Span(at, at + len(form)))
        at += len(form) + 1
    return Sentence(
        span=Span(0, at - 1),
        spans=tuple(spans),
        words=tuple(form for form, *_ in rows),
        lemmas=tuple(form.lower() for form, *_ in rows),
        upos=tuple({"V": "VERB", "N": "NOUN"}.get(tag[0], "PRON") for _, tag, *_ in rows),
        xpos=tuple(tag for _, tag, *_ in rows),
        heads=tuple(int(head) for *_, head, _ in rows),
        deprels=tuple(relation for *_, relation in rows),
    )


def test_a_verb_joined_to_a_participle_is_the_clauses() -> None:
    """In "he left, as sailors met there came" the sailors came, and were met."""
    sentence = mend(
        parsed(
            "He/PRP/1/nsubj left/VBD/-1/root as/IN/4/mark sailors/NNS/4/obl met/VBN/1/advcl there/RB/4/advmod"
            " came/VBD/4/conj ././1/punct"
        )
    )
    assert (sentence.heads[3], sentence.deprels[3]) == (6, "nsubj")
    assert (sentence.heads[4], sentence.deprels[4]) == (3, "acl")
    assert (sentence.heads[6], sentence.deprels[6]) == (1, "advcl")
