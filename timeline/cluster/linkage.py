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

FLOOR = -2.5
"""What a pair counts that was not compared, and the least that a compared one counts."""

WITNESS = -1.5
"""What a witness and a dated mention count that were not compared: a witness need not be like all of an event."""

CHANCE = -0.8
"""What a witness scores against one dated mention more than there are: it may be like a single one by chance."""

CLEARLY = 0.25
"""What its mean score must be above: it has many events to choose from, and the best is no chance."""

TOLD_OFTEN = 0.5
"""What an event gains with a witness for each doubling of its dated mentions: it is told often."""

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

    def __init__(self, labels: Longs, start: Longs, end: Longs) -> None:
        count = len(labels)
        self.size = np.bincount(labels, minlength=count)
        self.start = np.zeros(count, dtype=np.int64)
        self.end = np.full(count, _LATEST)
        np.maximum.at(self.start, labels, start)
        np.minimum.at(self.end, labels, np.where(start > 0, end, _LATEST))

    def means(self, between: _Between) -> Doubles:
        """Return the mean score between two clusters each; that of forbidden ones is far below zero."""
        one, other = between.one, between.other
        pairs = self.size[one] * self.size[other]
        mean: Doubles = (between.total + (pairs - between.number) * FLOOR) / pairs
        fits = np.maximum(self.start[one], self.start[other]) <= np.minimum(self.end[one], self.end[other])
        return np.where(fits, mean, _FORBIDDEN)

    def merge(self, one: Longs, other: Longs) -> None:
        """Let each of ``other`` become part of its ``one``."""
        self.size[one] += self.size[other]
        self.start[one] = np.maximum(self.start[one], self.start[other])
        self.end[one] = np.minimum(self.end[one], self.end[other])


def link(edges: Edges, start: Longs, end: Longs) -> Longs:
    """Return the cluster of each row, named by its smallest row.

    Rows with times cluster first. Then each of the others joins the cluster that it clearly belongs to; what is left
    clusters among itself, so witnesses never bring two dated clusters together.

    Args:
        edges: the scored pairs.
        start: the first day of each row's time as an ordinal, 0 without a time.
        end: the day after its last one.
    """
    names = np.arange(len(start))
    undated = start == 0
    first, second = undated[edges.i], undated[edges.j]
    names = _merge(_between(edges, np.flatnonzero(~first & ~second)), _Clusters(names, start, end), names)
    witnesses = _between(edges, np.flatnonzero(first & second))
    names = _joined(_between(edges, np.flatnonzero(first != second)).renamed(names), witnesses, names, start)
    free = undated & (names == np.arange(len(start)))
    names = _merge(witnesses.only(free[witnesses.one] & free[witnesses.other]), _Clusters(names, start, end), names)
    smallest = np.full(len(names), len(names))
    np.minimum.at(smallest, names, np.arange(len(names)))
    return smallest[names]


def _joined(between: _Between, witnesses: _Between, names: Longs, start: Longs) -> Longs:
    """Let each witness join the dated cluster that it is most like, if it is clearly like it on average.

    Only its likeness to what is dated counts: witnesses that are like each other would draw one another in. Of two that
    may not be in one cluster the one that is more like it stays.
    """
    size = np.bincount(names, minlength=len(names))
    undated = start[between.one] == 0
    witness, dated = np.where(undated, between.one, between.other), np.where(undated, between.other, between.one)
    mean = (between.total + (size[dated] - between.number) * WITNESS + CHANCE) / (size[dated] + 1)
    good = np.flatnonzero(mean > CLEARLY)
    worth = mean[good] + TOLD_OFTEN * np.log2(size[dated[good]])
    order = good[np.lexsort((dated[good], -worth, witness[good]))]
    best = order[np.flatnonzero(np.diff(witness[order], prepend=-1))]
    joined, likeness = names.copy(), np.zeros(len(names))
    joined[witness[best]], likeness[witness[best]] = dated[best], mean[best]
    one, other = witnesses.one, witnesses.other
    clash = np.flatnonzero((witnesses.total < _FORBIDDEN / 2) & (joined[one] == joined[other]))
    weaker = np.where(likeness[one[clash]] < likeness[other[clash]], one[clash], other[clash])
    joined[weaker] = weaker
    return joined


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
