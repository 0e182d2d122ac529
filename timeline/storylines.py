"""Which articles of a mixed folder tell one story, and which of the stories some words name.

Two articles are alike as far as the words that tell most of them are the same: those that stand often in one and in few
of the others, names above all (the cosine of their TF-IDF weights). The two groups of articles that are most alike on
average become one, until no two are alike enough: papers tell a story each in its own words, yet of the same people and
places.

Words name a story whose articles begin with them while those of others hardly do. In a folder that is nearly all one
story, no words name it: they are there to tell its events apart.
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.grammar import load
from timeline.model import Article
from timeline.sentences import split
from timeline.similarity.lexicon import bare, stem
from timeline.terms import Unit, tokens
from timeline.wordlists import words as wordlist

Floats = NDArray[np.float64]

_MOST = 2000  # articles; of more, the table of their likeness takes too much memory
_TELLING = 40  # words of an article
_NAME = 3.0  # what a name counts beside another word
_ALIKE = (
    0.025  # on average; on annotated news stories come apart from 0.02 on, and above 0.04 more of them fall to pieces
)
_BEGINNING = 1000  # characters in which the head of an article is looked for
_HEAD = 12  # words at least, in whole sentences
_OFTEN, _ALONE = 1 / 6, 1 / 3  # of the heads of a story
_MOSTLY = 0.7  # of the heads of all stories that begin so, each word by its weight
_HALF = 1 / 2  # of the articles that hold all the words
_ALL = 2 / 3  # of the articles
_WORD = re.compile(r"[^\W\d_]{3,}")
_INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_]{3,}")  # a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article's words in order; ``head`` holds those of its title and of its first sentence."""

    words: Sequence[str]
    head: Sequence[str]


def text_of(article: Article) -> Text:
    """Return the words of an article; where its text begins with a title, the sentence behind it is in the head too."""
    first: list[str] = []
    for span in split(article.clean[:_BEGINNING]):
        if len(first) >= _HEAD:
            break
        first += tokens(span.of(article.clean))
    return Text(words=tokens(f"{article.title}\n{article.clean}"), head=[*tokens(article.title), *first])


def storylines(articles: Sequence[Article]) -> tuple[frozenset[str], ...]:
    """Return the ids of the articles that tell one story each, where none of the stories is the folder itself.

    More articles than can be compared have none.
    """
    if not articles or len(articles) > _MOST:
        return ()
    ordered = sorted(articles, key=lambda article: article.id)
    groups = _grouped(_likeness(_vectors([f"{article.title}\n{article.clean}" for article in ordered])))
    if max(map(len, groups)) > _ALL * len(articles):
        return ()
    return tuple(frozenset(ordered[at].id for at in group) for group in groups)


def named(
    stories: Iterable[frozenset[str]], texts: Mapping[str, Text], weights: Mapping[Unit, float]
) -> frozenset[str]:
    """Return the articles of the one story that a query names, or none.

    Args:
        stories: the articles of each story.
        texts: the articles by id.
        weights: the units of the query and how much each counts, 1 together.
    """
    begun = {unit: frozenset(name for name in texts if unit.count(texts[name].head)) for unit in weights}
    often = _ALONE if len(weights) == 1 and not any(map(_happens, weights)) else _OFTEN
    able = [story for story in stories if all(len(found & story) >= often * len(story) for found in begun.values())]
    whole = frozenset().union(*able)
    holding = frozenset(name for name in texts if all(unit.count(texts[name].words) for unit in weights))
    for story in able:
        here = sum(weights[unit] * len(found & story) / len(found & whole) for unit, found in begun.items())
        if here >= _MOSTLY and len(holding & story) >= _HALF * len(holding):
            return story
    return frozenset()


def sole(stories: Iterable[frozenset[str]], texts: Mapping[str, Text], asked: Iterable[Unit]) -> frozenset[str]:
    """Return the articles of the one story in which all that is asked for stands, if there is but one; else none."""
    held = [frozenset(name for name in texts if unit.count(texts[name].words)) for unit in asked]
    found = [story for story in stories if not any(story.isdisjoint(names) for names in held)]
    return found[0] if len(found) == 1 else frozenset()


def _happens(unit: Unit) -> bool:
    """Say whether what is asked for is a happening by its word ("strike")."""
    return len(unit.words) == 1 and not wordlist("nouns", "event").isdisjoint({*unit.words, *unit.variants})


def _vectors(texts: Sequence[str]) -> list[dict[str, float]]:
    """Return the words that tell most of each text, with weights; names stand inside sentences and are never small."""
    written = [Counter(_WORD.findall(text)) for text in texts]
    small = {bare(word) for words in written for word in words if word[0].islower()}
    names = {bare(word) for text in texts for word in _INSIDE.findall(text)} - small
    counts = [_counted(words, names) for words in written]
    holding = Counter(word for count in counts for word in count)

    def weight(word: str, often: int) -> float:
        rare = math.log(1 + len(texts) / holding[word])
        return (1 + math.log(often)) * rare * (_NAME if word in names else 1.0)

    return [_telling({word: weight(word, often) for word, often in count.items()}) for count in counts]


def _counted(words: Mapping[str, int], names: Collection[str]) -> Counter[str]:
    """Return how often names and the stems of other words stand in a text, without those that tell nothing."""
    empty = {*wordlist("query", "empty"), *load().words["month"], *load().words["weekday"]}
    count: Counter[str] = Counter()
    for word, often in words.items():
        plain = bare(word)
        if plain not in empty:
            count[plain if plain in names else stem(plain)] += often
    return count


def _telling(weights: Mapping[str, float]) -> dict[str, float]:
    """Return the greatest weights, of length 1 together."""
    kept = sorted(weights, key=lambda word: (-weights[word], word))[:_TELLING]
    length = math.sqrt(sum(weights[word] ** 2 for word in kept))
    return {word: weights[word] / length for word in kept}


def _likeness(vectors: Sequence[Mapping[str, float]]) -> Floats:
    """Return how much each two are alike, from 0 to 1, but for what one word makes alike: a town has many stories."""
    holding: dict[str, list[int]] = {}
    for at, vector in enumerate(vectors):
        for word in vector:
            holding.setdefault(word, []).append(at)
    alike, most = np.zeros((2, len(vectors), len(vectors)))
    for word, found in holding.items():
        if len(found) > 1:
            weights = np.array([vectors[at][word] for at in found])
            here, both = np.ix_(found, found), np.outer(weights, weights)
            alike[here] += both
            most[here] = np.maximum(most[here], both)
    return alike - most


def _grouped(alike: Floats) -> list[list[int]]:
    """Return groups by average linkage: groups that are each other's best become one, all at once, round by round."""
    groups, total = [[at] for at in range(len(alike))], alike
    while True:
        size = np.array([len(group) for group in groups], dtype=np.float64)
        mean = total / np.outer(size, size)
        np.fill_diagonal(mean, 0.0)
        best, rows = mean.argmax(axis=1), np.arange(len(groups))
        one = rows[(best[best] == rows) & (rows < best) & (mean[rows, best] >= _ALIKE)]
        if not len(one):
            return groups
        other = best[one]
        total[one] += total[other]
        total[:, one] += total[:, other]
        for at, joined in zip(one.tolist(), other.tolist(), strict=True):
            groups[at] += groups[joined]
        kept = np.setdiff1d(rows, other)
        groups, total = [groups[at] for at in kept.tolist()], total[np.ix_(kept, kept)]
