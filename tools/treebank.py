"""Sentences of a CoNLL-U treebank, and the ways in which newspapers would have told them."""

import lzma
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAYING = frozenset(["add", "announce", "claim", "confirm", "declare", "report", "say", "state", "tell", "warn"])
_BESIDE = frozenset(["nsubj", "obj", "iobj"])
_PLAIN = frozenset(["obj", "obl", "obl:agent", "compound:prt", "iobj", "advmod"])
_LONG = frozenset(["NOUN", "VERB", "PROPN", "ADJ"])


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its head counts from 1, 0 is the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    label: str


Tree = tuple[Word, ...]


def load(folder: Path, part: str) -> list[Tree]:
    """Read the part ``train``, ``dev`` or ``test`` of a treebank, without its empty nodes."""
    return list(_read(next(folder.glob(f"*-{part}.conllu.xz"))))


def _read(path: Path) -> Iterator[Tree]:
    words: list[Word] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                words.append(Word(cells[1], cells[2], cells[3], cells[4], int(cells[6]), cells[7]))
            elif not line.strip() and words:
                yield tuple(words)
                words = []


def vary(tree: Tree, chance: Random) -> Tree:
    """Sometimes tell a sentence as a newspaper would, with a bare weekday, or print it as a headline or in capitals.

    The treebank is of the web: it has "on Friday" but hardly a "said Friday that", which news has in every paragraph.
    """
    tree = _without_on(tree, chance)
    if chance.random() < 0.25:
        tree = _after_saying(tree, chance)
    elif chance.random() < 0.15:
        tree = _at_the_end(tree, chance)
    dice = chance.random()
    if dice < 0.05:
        return _printed(tree, _headline)
    if dice < 0.07:
        return _printed(tree, lambda word: word.form.upper())
    return _printed(tree, lambda word: word.form.lower()) if dice < 0.09 else tree


def _printed(tree: Tree, form: Callable[[Word], str]) -> Tree:
    return tuple(replace(word, form=form(word)) for word in tree)


def _headline(word: Word) -> str:
    return word.form[:1].upper() + word.form[1:] if len(word.form) > 3 or word.upos in _LONG else word.form


def _without_on(tree: Tree, chance: Random) -> Tree:
    """Turn one "on Friday" into "Friday"."""
    heads = [word.head for word in tree]
    for place, (word, day) in enumerate(pairwise(tree)):
        found = word.form.lower() == "on" and day.form in WEEKDAYS and word.head == place + 2
        if found and day.label in {"obl", "nmod"} and heads.count(place + 2) == 1 and chance.random() < 0.4:
            words = list(tree)
            words[place + 1] = replace(day, label=day.label + ":unmarked")
            del words[place]
            return tuple(replace(word, head=word.head - (word.head > place + 1)) for word in words)
    return tree


def _after_saying(tree: Tree, chance: Random) -> Tree:
    """Turn "said that" into "said Friday that", "told them that" into "told them Friday that"."""
    for place, word in enumerate(tree):
        below = [other for other in tree if other.head == place + 1]
        if word.lemma in _SAYING and word.xpos == "VBD" and any(other.label == "ccomp" for other in below):
            after = place + 1
            while after < len(tree) and tree[after].head == place + 1 and tree[after].label in _BESIDE:
                after += 1
            return _insert(tree, after, place + 1, chance) if after < len(tree) else tree
    return tree


def _at_the_end(tree: Tree, chance: Random) -> Tree:
    """Turn "killed 12 people." into "killed 12 people Friday."."""
    root = next(place for place, word in enumerate(tree) if word.head == 0)
    behind = [word for place, word in enumerate(tree[:-1]) if word.head == root + 1 and place > root]
    plain = behind and all(word.label in _PLAIN for word in behind) and tree[root].xpos in {"VBD", "VBN"}
    if not plain or tree[-1].form != "." or len(tree) > 22 or any(word.form in WEEKDAYS for word in tree):
        return tree
    return _insert(tree, len(tree) - 1, root + 1, chance)


def _insert(tree: Tree, place: int, head: int, chance: Random) -> Tree:
    """Put a weekday that dates the word ``head`` in a place."""
    words = [replace(word, head=word.head + (word.head > place)) for word in tree]
    day = chance.choice(WEEKDAYS)
    return (*words[:place], Word(day, day, "PROPN", "NNP", head, "obl:unmarked"), *words[place:])
