"""How like texts are, by the words and word sequences that few of the articles of a folder share.

Words weigh by how few of the articles hold them (inverse document frequency; Sparck Jones 1972), and those of the first
sentences weigh more, since a report tells its news first and what is known second.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline.undated.texts import WORD

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Hashes = NDArray[np.uint32]
Times = NDArray[np.uint16]  # a text that is cut to some length has no term oftener
_ANY_WORD = re.compile(r"[^\W_]{1,30}")
_COMMON = 0.5  # of the articles; a term that more of them hold tells nothing
_MOST_HOLDERS = 200  # articles that hold a term; beyond that, too
_HEAD_CHARS, _HEAD = 1200, 2  # a term of the first characters counts as if it stood there so often again
_STEADY = 0.02  # added to the spread of likenesses, so that few and equal ones decide nothing


class Likeness:
    """Cosines between undated articles and each dated one, told in standard deviations from their mean."""

    def __init__(self, dated: Sequence[str], undated: Sequence[str]) -> None:
        """Weigh the terms of all texts, and index those of the dated ones."""
        texts = [_terms(text) for text in (*dated, *undated)]
        names, holders = np.unique(np.concatenate([terms for terms, _ in texts]), return_counts=True)
        total = len(texts)
        known = (holders > 1) & (holders <= min(max(3, total * _COMMON), _MOST_HOLDERS))
        self._names, self._idf = names[known], np.log(total / holders[known])
        self._number = len(dated)
        vectors = [self._vector(*text) for text in texts]
        self._undated = vectors[len(dated) :]
        terms = np.concatenate([terms for terms, _ in vectors[: len(dated)]])
        order = np.argsort(terms, kind="stable")
        whose = np.repeat(np.arange(len(dated)), [len(terms) for terms, _ in vectors[: len(dated)]])
        self._article = whose[order]
        self._weight = np.concatenate([weights for _, weights in vectors[: len(dated)]])[order]
        self._starts = np.searchsorted(terms[order], np.arange(len(self._names) + 1))

    def of(self, number: int) -> Floats:
        """Return how like each dated article the undated one of a number is, in their order."""
        terms, weights = self._undated[number]
        cosines = np.zeros(self._number)
        for term, weight in zip(terms.tolist(), weights.tolist(), strict=True):
            here = slice(self._starts[term], self._starts[term + 1])
            cosines[self._article[here]] += weight * self._weight[here]
        return (cosines - cosines.mean()) / (cosines.std() + _STEADY)  # type: ignore[no-any-return]

    def _vector(self, terms: Hashes, times: Times) -> tuple[Ints, Floats]:
        """Return the numbers of the known terms of a text, and their weights, of length 1 together."""
        if not len(self._names):
            return np.zeros(0, np.int64), np.zeros(0)
        numbers = np.minimum(np.searchsorted(self._names, terms), len(self._names) - 1)
        kept = self._names[numbers] == terms
        numbers, weights = numbers[kept], (1 + np.log(times[kept], dtype=np.float64)) * self._idf[numbers[kept]]
        return numbers, weights / (np.sqrt((weights * weights).sum()) or 1.0)


def _terms(text: str) -> tuple[Hashes, Times]:
    """Return the hashes of a text's terms, in order, and how often each counts."""
    times: Mapping[str, int] = Counter(_sequences(text))
    head = frozenset(_sequences(text[:_HEAD_CHARS]))
    found: Counter[int] = Counter()
    for term, number in times.items():
        found[zlib.crc32(term.encode())] += number + _HEAD * (term in head)
    hashes = np.fromiter(found, np.uint32, len(found))
    order = np.argsort(hashes)
    return hashes[order], np.fromiter(found.values(), np.uint16, len(found))[order]


def _sequences(text: str) -> Iterator[str]:
    """Yield words, pairs of words that tell something, and sequences of three of any words."""
    words = [word.lower() for word in WORD.findall(text)]
    yield from words
    yield from (f"{one} {other}" for one, other in pairwise(words))
    every = [word.lower() for word in _ANY_WORD.findall(text)]
    yield from map(" ".join, zip(every, every[1:], every[2:], strict=False))
