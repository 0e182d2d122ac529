"""The levels of the comparisons, and what all comparisons do with columns.

A level is the finest thing that has a weight. A comparison returns the position of the level in :data:`LEVELS` for each
pair of rows.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from timeline.similarity.columns import Columns, Floats, Ints, Table, Words

Rows = NDArray[np.int64]
Levels = NDArray[np.int8]
Flags = NDArray[np.bool_]

LEVELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "date": (
            "same day", "same period", "recalled", "inside", "inside a wide one", "overlapping", "counted roughly",
            "eve", "in step", "next day", "next month", "adjacent", "apart", "one undated, near", "one undated, older",
            "one undated, ahead", "both undated",
        ),
        "throng": ("no matter", "up to 2", "up to 4", "up to 8", "up to 16", "up to 32", "up to 64", "more"),
        "predicate": (
            "same, rare", "same", "same, common", "same, light", "one class, rare", "one class", "related", "different",
            "opposite", "one light", "both say",
        ),
        "crowd": ("no matter", "up to 4", "up to 16", "up to 64", "up to 256", "up to 1024", "more"),
        "ground": ("shared", "one thing", "none"),
        "together": (
            "no matter", "time alone", "time and a little", "time and some", "time and much", "time and most",
            "witness alone", "witness and a little", "witness and some", "witness and much", "witness and most",
            "time, another act", "time, another act of one name",
            "time, another act of two names",
        ),
        "told": ("both ways", "one way", "no"),
        "terms": ("none", "few", "some", "many", "most"),
        "actors": ("unknown", "none shared", "some shared", "most shared"),
        "places": ("unknown", "none shared", "some shared", "most shared"),
        "subject": ("unknown", "differ", "same"),
        "object": ("unknown", "differ", "same"),
        "numbers": ("unknown", "same", "differ", "conflict", "far apart"),
        "polarity": ("same", "differ"),
        "kind": ("same", "one decision", "statement and content", "two speakers", "introduced", "plan of the past",
                 "called off and done"),
        "article": ("another source", "same source", "same article", "same sentence"),
        "retold": (
            "elsewhere", "same article, fitting", "same article, near", "same article, witness",
            "same article, undated", "same article, apart", "same sentence, fitting", "same sentence, near",
            "same sentence, witness", "same sentence, undated", "same sentence, apart",
        ),
        "deed": (
            "unknown", "same act, same object", "same act, other object", "kindred act, same object",
            "kindred act, other object", "other act, same object", "other act, other object",
        ),
        "strangers": (
            "no matter", "two subjects", "two objects", "two subjects, one article", "two objects, one article",
            "two subjects, two places",
            "other names, one article", "other names", "other things, one article", "other place, other count",
        ),
        "things": (
            "no matter", "another subject", "another object", "both other", "another matter", "another place",
            "another count, one article",
        ),
        "acts": ("no matter", "two of one subject, one article"),
        "context": ("same article", "alien", "distant", "kindred", "close", "copy", "unmeasured"),
    }
)  # fmt: skip


def choose(comparison: str, conditions: dict[str, Flags], otherwise: str) -> Levels:
    """Return for each pair the position of the first level whose condition holds."""
    names = LEVELS[comparison]
    result = np.full(len(next(iter(conditions.values()))), names.index(otherwise), dtype=np.int8)
    for name in reversed(conditions):
        result[conditions[name]] = names.index(name)
    return result


def meet(left: Words, i: Ints, right: Words, j: Ints) -> Flags:
    """Say where the bit sets of two rows share a bit, one 64-bit word at a time."""
    shared = np.zeros(len(i), dtype=bool)
    for word in range(left.shape[1]):
        shared |= (left[i, word] & right[j, word]) != 0
    return shared


def overlap(table: Table, i: Rows, j: Rows) -> tuple[Floats, Floats, Floats]:
    """Return the weight that two rows share, and the weight of each of them."""
    ids_i, ids_j = table.ids[i], table.ids[j]
    shared = np.zeros(len(i), dtype=np.float32)
    for column in range(table.ids.shape[1]):
        filled = np.flatnonzero(ids_i[:, column] >= 0)
        hit = (ids_j[filled] == ids_i[filled, column, None]).any(axis=1)
        shared[filled] += np.where(hit, table.rarity[ids_i[filled, column]] ** 2, np.float32(0))
    return shared, np.maximum(table.total[i], np.float32(1e-6)), np.maximum(table.total[j], np.float32(1e-6))


class Pairs:
    """Pairs of rows under comparison; a level is worked out once, however many comparisons look at it."""

    def __init__(self, columns: Columns, i: Rows, j: Rows, comparisons: Mapping[str, "Comparison"]) -> None:
        self.columns, self.i, self.j = columns, i, j
        self._comparisons = comparisons
        self._levels: dict[str, Levels] = {}
        self._kin: Flags | None = None

    def __len__(self) -> int:
        return len(self.i)

    def level(self, comparison: str) -> Levels:
        """Return the position of each pair's level in a comparison."""
        if comparison not in self._levels:
            self._levels[comparison] = self._comparisons[comparison](self)
        return self._levels[comparison]

    def at(self, comparison: str, *names: str) -> Flags:
        """Say which pairs stand on one of the named levels of a comparison."""
        level = self.level(comparison)
        found = np.zeros(len(self), dtype=bool)
        for name in names:
            found |= level == LEVELS[comparison].index(name)
        return found

    def kin(self) -> Flags:
        """Say which pairs have one predicate, or predicates of one class."""
        if self._kin is None:
            word_i, word_j = self.columns.word[self.i], self.columns.word[self.j]
            self._kin = (word_i == word_j) | meet(self.columns.own, word_i, self.columns.own, word_j)
        return self._kin


Comparison = Callable[[Pairs], Levels]
