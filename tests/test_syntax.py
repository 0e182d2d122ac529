"""Tokens, lemmas, inflection, trees and the parser as a whole."""

import importlib
import itertools
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from development import shared

from timeline import syntax
from timeline.model import Span
from timeline.syntax import network, parser, recurrent, weights
from timeline.syntax.lemmas import lemma
from timeline.syntax.repair import repair
from timeline.syntax.tokens import tokenise
from timeline.syntax.tree import best_tree, eisner, is_tree

TOKENS = [
    ("They didn't say who'd won.", "They did n't say who 'd won ."),
    ("Ruiz’s aides can’t agree", "Ruiz ’s aides ca n’t agree"),
    ("They do n't know the group 's aims", "They do n't know the group 's aims"),
    ("the protesters' camp", "the protesters ' camp"),
    ("a 23-year-old anti-government activist", "a 23 - year - old anti-government activist"),
    ("Sheikh Ahmed al-Masri", "Sheikh Ahmed al - Masri"),
    ("about 190,000 people, up 2.5% from $1.2bn", "about 190,000 people , up 2.5 % from $ 1.2bn"),
    ("on the 20th, at 5:30 p.m. in the 1990s", "on the 20th , at 5:30 p.m. in the 1990s"),
    ("U.S. Sen. J. Holt left on Jan. 3.", "U.S. Sen. J. Holt left on Jan. 3 ."),
    ("(AP) — The talks—long awaited -- failed…", "( AP ) — The talks — long awaited -- failed …"),
    ("He said: “No!”", "He said : “ No ! ”"),
    ("``No,'' she said", "`` No , '' she said"),
    ("AT&T and O'Brien cannot agree", "AT&T and O'Brien can not agree"),
    ("see https://example.org/a?b=c. Mail a.b@example.org", "see https://example.org/a?b=c . Mail a.b@example.org"),
    ("on 2023-12-24", "on 2023-12-24"),
    ("at 5:30pm, 10AM or 10 a.m.", "at 5:30 pm , 10 AM or 10 a.m."),
    ("", ""),
    (" \n ", ""),
]


@pytest.mark.parametrize(("text", "wanted"), TOKENS)
def test_tokens(text: str, wanted: str) -> None:
    """A text falls into the tokens that the treebank would have."""
    assert [span.of(text) for span in tokenise(text)] == wanted.split()


@pytest.mark.parametrize(
    "unit", ["1:", "1.1", "a.", "www.", "http://.,", "a@", "a-", "n't", "'", "A.", "-", "é&", "0x", "1,"]
)
def test_hostile_text_is_cut_in_linear_time(unit: str) -> None:
    """Fifty thousand repetitions of anything pass; with a cost that grows with the square they would not return."""
    text = unit * 50_000 + "x"
    assert "".join(span.of(text) for span in tokenise(text)) == text


LEMMAS = [
    ("VBD", "left leave|said say|stopped stop|panicked panic|carried carry|closed close|visited visit|vowed vow"),
    ("VBD", "freed free|died die|escaped escape|condemned condemn|seized seize|reopened reopen|undertook undertake"),
    ("VBN", "taken take|held hold|arrested arrest|banned ban|rewritten rewrite|agreed agree|expected expect"),
    ("VBG", "making make|lying lie|running run|meeting meet|crossing cross|seeing see|killing kill|using use"),
    ("VBZ", "says say|goes go|reaches reach|denies deny|causes cause|passes pass|has have|'s be"),
    ("VBP", "are be|have have|’re be"),
    (
        "NNS",
        "countries country|crises crisis|women woman|buses bus|wives wife|heroes hero|policies policy|police police",
    ),
    ("NNPS", "States State|Iraqis Iraqi"),
    ("NNP", "Texas Texas|Mubarak Mubarak"),
    ("JJR", "bigger big|larger large|heavier heavy|worse bad"),
    ("JJS", "biggest big|latest late|best good"),
    ("VBN", "reshaped reshape|unnerved unnerve|reported report|released release|recalled recall|overruled overrule"),
    ("VBD", "levelled level|counselled counsel|quarrelled quarrel|tunnelled tunnel|travelled travel"),
    ("CD", "190,000 190000|Three three"),
    ("RB", "n’t not"),
    ("NN", "NATO NATO|Talk talk"),
]


@pytest.mark.parametrize(("tag", "pairs"), LEMMAS, ids=[f"{tag}-{pairs[:8]}" for tag, pairs in LEMMAS])
def test_lemmas(tag: str, pairs: str) -> None:
    """Each form has the lemma beside it."""
    store = weights.load()
    for form, wanted in (pair.split() for pair in pairs.split("|")):
        assert lemma(form, tag, store.lemmas, store.verbs) == wanted


@pytest.mark.parametrize(
    "verb", ["be", "go", "make", "leave", "stop", "carry", "arrest", "free", "visit", "reach", "lie"]
)
def test_inflection_and_lemmas_agree(verb: str) -> None:
    """What inflection makes of a verb, the lemmatiser takes back."""
    verbs = weights.load().verbs
    for tag, form in (
        ("VBD", syntax.past(verb)),
        ("VBN", syntax.participle(verb)),
        ("VBZ", syntax.third_person(verb)),
        ("VBG", syntax.gerund(verb)),
    ):
        assert lemma(form, tag, {}, verbs) == verb, (tag, form)


def _projective(heads: tuple[int, ...]) -> bool:
    arcs = [sorted((word, head)) for word, head in enumerate(heads, start=1)]
    return not any(a < c < b < d for (a, b), (c, d) in itertools.permutations(arcs, 2))


@pytest.mark.parametrize("words", [1, 2, 3, 4])
def test_the_best_tree_is_found(words: int) -> None:
    """Of all projective trees with one root, the answer has the highest score (all are tried)."""
    chance = np.random.default_rng(words)
    trees = [
        heads
        for heads in itertools.product(range(words + 1), repeat=words)
        if all(head != word for word, head in enumerate(heads, 1)) and is_tree(list(heads)) and _projective(heads)
    ]
    for _ in range(20):
        scores = chance.integers(0, 50, (words, words + 1)).astype(np.float32)
        scores[np.arange(words), np.arange(words) + 1] = -np.inf
        best = max(sum(scores[word, head] for word, head in enumerate(heads)) for heads in trees)
        for heads in (best_tree(scores), eisner(scores)):
            assert tuple(heads) in trees
            assert sum(scores[word, head] for word, head in enumerate(heads)) == best


PARSES = [
    ("The caravan left Tapachula on Sunday.", "left", {"nsubj": "caravan", "obj": "Tapachula", "obl": "Sunday"}),
    ("Officials said Friday that the bridge had reopened.", "said", {"nsubj": "Officials", "ccomp": "reopened"}),
    (
        "The bridge was closed by the army in March.",
        "closed",
        {"nsubj:pass": "bridge", "aux:pass": "was", "obl": "March"},
    ),
    ("President Ana Ruiz will meet her rival on Monday.", "meet", {"nsubj": "Ruiz", "aux": "will", "obj": "rival"}),
    ("“We will not leave,” Mr. Holt said.", "said", {"ccomp": "leave", "nsubj": "Holt"}),
    ("The men who fled in May were arrested.", "arrested", {"nsubj:pass": "men"}),
    ("Troops shelled the town and killed 12 people.", "shelled", {"obj": "town", "conj": "killed"}),
    ("Prices rose after the government had cut subsidies.", "rose", {"nsubj": "Prices", "advcl": "cut"}),
]


def _names(tree: syntax.Sentence, token: int) -> set[str]:
    """Return the words of a name or a noun, whichever of them the treebank makes its head."""
    return {tree.words[token], *(tree.words[child] for child in tree.children(token, "flat"))}


@pytest.mark.parametrize(("text", "root", "wanted"), PARSES, ids=[text[:20] for text, _, _ in PARSES])
def test_parses(text: str, root: str, wanted: dict[str, str]) -> None:
    """The main verb and its dependents come out right in plain sentences."""
    tree = syntax.parse(text)
    assert tree.words[tree.root] == root
    for relation, word in wanted.items():
        found = tree.children(tree.root, relation)
        assert any(word in _names(tree, child) for child in found), (relation, [tree.words[n] for n in found])


LOST_VERBS = [
    ("The crowds swelled .", "DT NNS VBN .", [1, -1, 1, 1], "det root acl punct", "DT NNS VBD .", [1, 2, -1, 2]),
    ("With none , tanks left .", "IN NN , NNS VBN .", [1, 3, 1, -1, 3, 3], "case nmod punct root acl punct",
     "IN NN , NNS VBD .", [1, 4, 1, 4, -1, 4]),
    ("Miners rescued", "NNS VBN", [-1, 0], "root acl", "NNS VBN", [-1, 0]),
    ("A shop , shut .", "DT NN , VBN .", [1, -1, 3, 1, 1], "det root punct acl punct", "DT NN , VBN .",
     [1, -1, 3, 1, 1]),
    ("Rain fell", "NN VBN", [1, -1], "nsubj root", "NN VBD", [1, -1]),
    ("Rain has stopped", "NN VBZ VBN", [2, 2, -1], "nsubj aux root", "NN VBZ VBN", [2, 2, -1]),
    ("with rain predicted", "IN NN VBN", [2, 2, -1], "mark nsubj root", "IN NN VBN", [2, 2, -1]),
    ("Words spoken", "NNS VBN", [1, -1], "nsubj root", "NNS VBN", [1, -1]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "tags", "heads", "deprels", "mended", "rehung"), LOST_VERBS)
def test_lost_verbs(words: str, tags: str, heads: list[int], deprels: str, mended: str, rehung: list[int]) -> None:
    """A past tense taken for a participle is mended; a headline, a perfect and a true participle stay."""
    xpos, hung, names = tags.split(), list(heads), deprels.split()
    repair(words.split(), xpos, hung, names)
    assert (xpos, hung) == (mended.split(), rehung)
    assert is_tree([head + 1 for head in hung])


HOSTILE = [
    "",
    "   ",
    "?",
    "a " * 900,
    "x" * 50_000,
    "-" * 3_000,
    "\ud800 lone",
    "éàü ошибка 混乱 🎉",
    "((((((((" * 100,
    "one, " * 250 + "two",
    "\x00\x01\x02 left \x02",
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_gives_a_tree(text: str) -> None:
    """Whatever the text, the columns run in parallel, the spans are the words and the heads form one tree."""
    tree = syntax.parse(text)
    columns = (tree.spans, tree.words, tree.lemmas, tree.upos, tree.xpos, tree.heads, tree.deprels)
    assert len({len(column) for column in columns}) == 1
    assert tuple(span.of(text) for span in tree.spans) == tree.words
    assert "".join(tree.words) == "".join(text.split())
    if len(tree):
        assert is_tree([head + 1 for head in tree.heads])
        assert tree.subtree(tree.root) == tuple(range(len(tree)))
        assert [relation for relation in tree.deprels if relation == "root"] == ["root"]


def test_spans_count_characters_of_the_whole_text() -> None:
    """A span in the middle of a text gives tokens where they stand in it."""
    text = "Nobody left. The mayor resigned on Monday. Nobody cared."
    tree = syntax.parse(text, Span(13, 42))
    assert tree.span == Span(13, 42)
    assert tree.words == ("The", "mayor", "resigned", "on", "Monday", ".")
    assert [text[start:end] for start, end in tree.spans] == list(tree.words)
    assert tree.cover(tree.subtree(tree.words.index("mayor"))).of(text) == "The mayor"


def test_company_changes_nothing() -> None:
    """A sentence has one parse, alone or together with others of any length."""
    text = " ".join(f"{who} {verb} the {thing} on {day}." for who, verb, thing, day in itertools.product(
        ("The striking miners", "Police"), ("left", "have finally reached"), ("town", "bridge, which was closed"),
        ("Friday", "the last day of the year")))  # fmt: skip
    together = syntax.parse_all(text)
    assert len(together) == 16
    assert together == tuple(syntax.parse(text, tree.span) for tree in together)


def test_forgetting_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sentence has one parse, whether or not the network has had to forget the words it met before."""
    text = "The striking miners left the town. Police reached the bridge on Friday. Nobody knows the last word."
    usual = syntax.parse_all(text)
    monkeypatch.setattr(network, "FORMS", 24)
    assert [syntax.parse(text, tree.span) for tree in usual] == list(usual)


def test_a_contracted_has_is_have() -> None:
    """An 's before a past participle is "has", before another word it is "is"."""
    tree = syntax.parse("She's been arrested, and he's leaving.")
    assert [lemma for word, lemma in zip(tree.words, tree.lemmas, strict=True) if word == "'s"] == ["have", "be"]


def test_a_long_sentence_is_cut_into_pieces() -> None:
    """The main words of later pieces hang from that of the first."""
    tree = syntax.parse("They left the town, " * 100)
    assert len(tree) == 500
    assert tree.deprels.count("root") == 1
    assert [at // parser.LONGEST for at in tree.children(tree.root, "parataxis") if at >= parser.LONGEST] == [1, 2]


def test_products_are_exact() -> None:
    """No sum of products can leave the whole numbers that a 32-bit float holds, so that every machine agrees."""
    arrays = weights.load().arrays
    for name, array in arrays.items():
        if name.endswith(".q") and name not in {"word.q", "affix.q", "gram.q"}:
            assert np.abs(array.astype(np.int64)).sum(axis=-2).max() * recurrent.LIMIT < 1 << 24, name
    assert arrays["bilinear.q"].shape[1] * network.PAIR_LIMIT**2 < 1 << 24


def test_importing_is_free() -> None:
    """Importing the package does not bring numpy; the first parse does."""
    code = "import sys, timeline.syntax; sys.exit('numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


FLOORS = {"XPOS": 93.5, "UPOS": 94, "lemma": 94, "UAS": 86, "LAS": 82}


def test_score(monkeypatch: pytest.MonkeyPatch) -> None:
    """On sentences of the treebank that training has not seen, the scores are those that the documentation tells."""
    monkeypatch.syspath_prepend(str(Path(__file__).resolve().parents[1] / "tools"))
    train_syntax, treebank = importlib.import_module("train_syntax"), importlib.import_module("treebank")
    scores = train_syntax.score(treebank.load(shared("data/ud"), "dev")[::3])
    assert scores.keys() == FLOORS.keys()
    assert all(scores[name] >= floor for name, floor in FLOORS.items()), scores


def test_a_sentence_met_before_is_not_analysed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reprint costs no analysis, and what is remembered is bounded."""
    asked: list[int] = []
    whole = network.Network.analyse

    def counted(self: network.Network, forms: Sequence[Sequence[str]]) -> list[network.Analysis]:
        asked.append(len(forms))
        return whole(self, forms)

    monkeypatch.setattr(network.Network, "analyse", counted)
    monkeypatch.setattr(parser, "_met", {})
    monkeypatch.setattr(parser, "_MOST_MET", 3)
    text = "The ferry sank. It rose again. The ferry sank. "
    first = syntax.parse_all(text)
    assert [tree.heads for tree in syntax.parse_all(text)] == [tree.heads for tree in first]
    assert sum(asked) == 2
    syntax.parse_all("Ada left. Bo stayed. Cy slept. Di spoke.")
    assert len(parser._met) == 3  # nothing else shows that it is bounded
