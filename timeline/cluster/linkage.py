"""From scored pairs to clusters: the pair of clusters with the best mean score merges first, while it is above zero.

Average linkage keeps clusters coherent where single linkage chains; a pair that was not compared counts as unlikely, a
forbidden pair forbids for good, and no cluster holds times more than a day apart. Clusters that are each other's best
merge in rounds, all at once: for average linkage that gives what merging the best pair one at a time gives
(reciprocal nearest neighbours, Murtagh 1983), and a round is a few operations on columns.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.similarity import VETO
from timeline.similarity.columns import Floats, Ints

Longs = NDArray[np.int64]
Doubles = NDArray[np.float64]

FLOOR = -2.0
"""What a pair counts that was not compared, and the least that a compared one counts."""

WITNESS = -1.5
"""What a witness and a dated mention count that were not compared: a witness need not be like all of an event."""

_FORBIDDEN = -1e9
_LATEST = 10**7


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Scored pairs of rows."""

    i: Ints
    j: Ints
    score: Floats


@dataclass(slots=True, kw_only=True)
class _Between:
    """What lies between two clusters each: the sum of the scores of their compared pairs, and how many those are."""

    one: Longs
    other: Longs
    total: Doubles
    number: Longs

    def only(self, kept: NDArray[np.bool_]) -> "_Between":
        return _Between(one=self.one[kept], other=self.other[kept], total=self.total[kept], number=self.number[kept])

    def renamed(self, names: Longs) -> "_Between":
        """Return it after clusters got new names, those of one pair of clusters added up."""
        one, other = names[self.one], names[self.other]
        code = np.minimum(one, other) * len(names) + np.maximum(one, other)
        order = np.flatnonzero(one != other)
        order = order[np.argsort(code[order], kind="stable")]
        heads = np.flatnonzero(np.diff(code[order], prepend=-1))
        if not len(heads):
            return self.only(np.zeros(len(code), dtype=bool))
        first, second = np.divmod(code[order][heads], len(names))
        total = np.add.reduceat(self.total[order], heads)
        return _Between(one=first, other=second, total=total, number=np.add.reduceat(self.number[order], heads))


class _Clusters:
    """The clusters under way, by name: how many rows each has, its last start and its first end."""

    def __init__(self, labels: Longs, start: Longs, end: Longs, *, one_undated: bool) -> None:
        count = len(labels)
        self.one_undated = one_undated
        self.size = np.bincount(labels, minlength=count)
        self.start = np.zeros(count, dtype=np.int64)
        self.end = np.full(count, _LATEST)
        np.maximum.at(self.start, labels, start)
        np.minimum.at(self.end, labels, np.where(start > 0, end, _LATEST))

    def means(self, between: _Between) -> Doubles:
        """Return the mean score between two clusters each; that of forbidden ones is far below zero."""
        one, other = between.one, between.other
        pairs = self.size[one] * self.size[other]
        joining = self.one_undated & ((self.start[one] > 0) | (self.start[other] > 0))
        unlikely = np.where(joining, WITNESS, FLOOR)
        mean: Doubles = (between.total + (pairs - between.number) * unlikely) / pairs
        fits = np.maximum(self.start[one], self.start[other]) <= np.minimum(self.end[one], self.end[other])
        if self.one_undated:
            fits &= (self.start[one] == 0) | (self.start[other] == 0)
        return np.where(fits, mean, _FORBIDDEN)

    def merge(self, one: Longs, other: Longs) -> None:
        """Let each of ``other`` become part of its ``one``."""
        self.size[one] += self.size[other]
        self.start[one] = np.maximum(self.start[one], self.start[other])
        self.end[one] = np.minimum(self.end[one], self.end[other])


def link(edges: Edges, start: Longs, end: Longs) -> Longs:
    """Return the cluster of each row, named by its smallest row.

    Rows with times cluster first. Then the others join them or each other; they never bring two dated clusters
    together.

    Args:
        edges: the scored pairs.
        start: the first day of each row's time as an ordinal, 0 without a time.
        end: the day after its last one.
    """
    names = np.arange(len(start))
    dated = (start[edges.i] > 0) & (start[edges.j] > 0)
    names = _merge(_between(edges, np.flatnonzero(dated)), _Clusters(names, start, end, one_undated=False), names)
    every = _between(edges, np.arange(len(edges.i))).renamed(names)
    return _merge(every, _Clusters(names, start, end, one_undated=True), names)


def _between(edges: Edges, kept: Longs) -> _Between:
    """Return what lies between rows that are clusters of their own."""
    score = edges.score[kept].astype(np.float64)
    return _Between(
        one=edges.i[kept].astype(np.int64),
        other=edges.j[kept].astype(np.int64),
        total=np.where(score <= VETO / 2, _FORBIDDEN, np.maximum(score, FLOOR)),
        number=np.ones(len(score), dtype=np.int64),
    )


def _merge(between: _Between, clusters: _Clusters, names: Longs) -> Longs:
    """Merge clusters until no mean score is above zero; return the new name of each row's cluster."""
    while True:
        mean = clusters.means(between)
        between, mean = _active(between, mean, len(names))
        one, other = _mutual(between, mean, len(names))
        if not len(one):
            return names
        clusters.merge(one, other)
        step = np.arange(len(names))
        step[other] = one
        names = step[names]
        between = between.renamed(step)


def _active(between: _Between, mean: Doubles, count: int) -> tuple[_Between, Doubles]:
    """Leave out clusters with no score above zero: no merge of others can give them one."""
    alive = np.zeros(count, dtype=bool)
    good = mean > 0
    alive[between.one[good]] = alive[between.other[good]] = True
    kept = alive[between.one] & alive[between.other]
    return between.only(kept), mean[kept]


def _mutual(between: _Between, mean: Doubles, count: int) -> tuple[Longs, Longs]:
    """Return the pairs of clusters that are each other's best above zero; of equals the one with smaller names."""
    good = np.flatnonzero(mean > 0)
    order = good[np.lexsort((between.other[good], between.one[good], -mean[good]))]
    one, other, rank = between.one[order], between.other[order], np.arange(len(order))
    best = np.full(count, len(order))
    np.minimum.at(best, one, rank)
    np.minimum.at(best, other, rank)
    chosen = (best[one] == rank) & (best[other] == rank)
    return one[chosen], other[chosen]
