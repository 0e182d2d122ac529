"""A parse with some words hung elsewhere: still a tree, whatever was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.syntax import Sentence
from timeline.syntax.irregular import FROM_PAST
from timeline.syntax.sentence import ROOT

Changes = dict[int, tuple[int, str]]
"""Token -> its new head and relation."""


def moved(sentence: Sentence, changes: Changes, tags: Mapping[int, tuple[str, str]] | None = None) -> Sentence:
    """Return a sentence with some words hung elsewhere and tagged anew, or as it is if that would be no tree."""
    heads, relations = list(sentence.heads), list(sentence.deprels)
    upos, xpos, lemmas = list(sentence.upos), list(sentence.xpos), list(sentence.lemmas)
    for token, (head, relation) in changes.items():
        heads[token], relations[token] = head, relation
    for token, (coarse, fine) in (tags or {}).items():
        upos[token], xpos[token] = coarse, fine
        if fine == "VBD" and lemmas[token] == sentence.words[token]:
            lemmas[token] = FROM_PAST.get(lemmas[token], lemmas[token])  # "fell", read as what is felled
    if not _is_tree(heads):
        return sentence
    return replace(
        sentence,
        heads=tuple(heads),
        deprels=tuple(relations),
        upos=tuple(upos),
        xpos=tuple(xpos),
        lemmas=tuple(lemmas),
    )


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether one word is the root and all others hang below it."""
    below = {token for token, head in enumerate(heads) if head == ROOT}
    if len(below) != 1:
        return False
    for start in range(len(heads)):
        path: set[int] = set()
        token = start
        while token not in below:
            if token in path:
                return False
            path.add(token)
            token = heads[token]
        below |= path
    return True


def has(sentence: Sentence, index: int, relation: str) -> bool:
    """Say whether a word hangs on a token by a relation, named in full."""
    return any(sentence.deprels[child] == relation for child in sentence.children(index))


def ancestors(sentence: Sentence, index: int) -> list[int]:
    """Return the tokens that a token hangs from, the nearest first."""
    found: list[int] = []
    while (index := sentence.heads[index]) >= 0 and len(found) < len(sentence):
        found.append(index)
    return found
