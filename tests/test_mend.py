"""Slips of parsers put right: whatever a parse was, it stays a tree."""

from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline.mend import (
    GROUPS,
    beside,
    days,
    lists,
    lost,
    mend,
    named,
    nouns,
    objects,
    pasts,
    predicates,
    relatives,
    reports,
    subjects,
    times,
)
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


def parsed(text: str, **lemmas: str) -> Sentence:
    """Return a parse written word by word: form/tag/head/relation; a lemma is the form unless it is told."""
    rows = [word.rsplit("/", 3) for word in text.split()]
    spans, at = [], 0
    for form, *_ in rows:
        spans.append(Span(at, at + len(form)))
        at += len(form) + 1
    return Sentence(
        span=Span(0, at - 1),
        spans=tuple(spans),
        words=tuple(form for form, *_ in rows),
        lemmas=tuple(lemmas.get(form, form.lower()) for form, *_ in rows),
        upos=tuple(
            {"NNP": "PROPN", "RB": "ADV"}.get(tag) or {"V": "VERB", "N": "NOUN"}.get(tag[0], "PRON")
            for _, tag, *_ in rows
        ),
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


def test_a_name_has_no_plural_verb() -> None:
    """In "Norland, a land loath to join, recalled its envoy" nobody loathes: Norland recalled."""
    words = (
        "Norland/NNP/4/nsubj ,/,/3/punct a/DT/3/det land/NN/0/appos {} to/TO/6/mark join/VB/4/xcomp ,/,/8/punct"
        " recalled/VBD/4/conj its/PRP$/10/nmod:poss envoy/NN/8/obj ././4/punct"
    )
    sentence = mend(parsed(words.format("loath/VBP/-1/root")))
    assert sentence.root == 8
    assert (sentence.heads[0], sentence.deprels[0]) == (8, "nsubj")
    assert (sentence.heads[4], sentence.deprels[4], sentence.xpos[4]) == (3, "amod", "JJ")
    assert (sentence.heads[11], sentence.deprels[11]) == (8, "punct")
    assert mend(parsed(words.format("refused/VBD/-1/root"))).root == 4


def test_what_is_said_has_a_subject() -> None:
    """In "The plan approved failed in May" the plan failed, and approved nothing."""
    words = "The/DT/1/det plan/NN/2/nsubj {}/VBD/-1/root failed/VBD/2/ccomp in/IN/5/case May/NNP/3/obl ././2/punct"
    sentence = mend(parsed(words.format("approved")))
    assert sentence.root == 3
    assert (sentence.heads[1], sentence.deprels[1]) == (3, "nsubj")
    assert (sentence.heads[2], sentence.deprels[2], sentence.xpos[2]) == (1, "acl", "VBN")


def test_who_says_what_was_done_did_not_do_it() -> None:
    """In "Berg said would be drafted" the root is a verb of saying, whose subject is its own."""
    text = "Berg/NNP/1/nsubj said/VBD/-1/root would/MD/4/aux be/VB/4/aux:pass drafted/VBN/1/ccomp ././1/punct"
    sentence = mend(parsed(text, said="say", drafted="draft"))
    assert (sentence.root, sentence.heads[0]) == (1, 1)


@pytest.mark.parametrize(
    ("text", "lemmas", "subject", "verb"),
    [
        (
            (
                "It/PRP/1/nsubj fell/VBD/-1/root when/WRB/5/mark Norland/NNP/4/compound briefly/RB/5/advmod"
                " closed/VBD/1/advcl its/PRP$/7/nmod:poss border/NN/5/obj ././1/punct"
            ),
            {},
            "Norland",
            "closed",
        ),
        (
            (
                "The/DT/1/det rocket/NN/-1/root ,/,/5/punct an/DT/4/det old/NN/1/appos ,/,/4/punct lifted/VBN/1/acl"
                " off/RP/6/compound:prt ././1/punct"
            ),
            {},
            "rocket",
            "lifted",
        ),
        ("Lund/NNP/1/compound fell/VBD/-1/root ././1/punct", {}, "Lund", "fell"),
        ("Protesters/NNS/1/nsubj:pass clashed/VBN/-1/root ././1/punct", {"clashed": "clash"}, "Protesters", "clashed"),
        (
            "Rain/NN/1/nsubj fell/VBD/3/ccomp ,/,/3/punct said/VBD/-1/root Ana/NNP/3/obj ././3/punct",
            {"said": "say"},
            "Ana",
            "said",
        ),
        (
            "Officers/NNS/-1/root Thursday/NNP/2/nsubj issued/VBD/0/acl:relcl pleas/NNS/2/obj ././0/punct",
            {},
            "Officers",
            "issued",
        ),
        (
            (
                "Lund/NNP/1/nsubj shut/VBD/-1/root its/PRP$/3/nmod:poss port/NN/1/obj on/IN/5/case Monday/NNP/1/obl"
                " and/CC/7/cc Ardol/NNP/5/conj followed/VBD/1/advcl on/IN/10/case Tuesday/NNP/8/obl ././1/punct"
            ),
            {},
            "Ardol",
            "followed",
        ),
    ],
    ids=["before an adverb", "before an aside", "a name", "who does it", "who speaks", "before a day", "behind a day"],
)
def test_a_verb_has_its_subject(text: str, lemmas: dict[str, str], subject: str, verb: str) -> None:
    """A verb in the past has the noun for its subject that English gives it, and is one that does something."""
    tree = parsed(text, **lemmas)
    sentence = mend(tree)
    noun, done = sentence.words.index(subject), sentence.words.index(verb)
    assert (sentence.heads[noun], sentence.deprels[noun], sentence.xpos[done]) == (done, "nsubj", "VBD")
    assert (tree.heads[noun], tree.deprels[noun]) != (done, "nsubj")


MODULES = [beside, days, lists, lost, named, nouns, objects, pasts, predicates, relatives, reports, subjects, times]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_rule_runs_once(module: ModuleType) -> None:
    """No rule that is written is forgotten in the order, and none stands in it twice."""
    written = {rule for name, rule in vars(module).items() if name.startswith("with_")}
    listed = [rule for group in GROUPS for rule in group.rules if rule.__module__ == module.__name__]
    assert len(listed) == len(written)
    assert set(listed) == written
