"""From scored pairs to clusters: the pair of clusters with the best mean score merges first, while it is above zero.

Average linkage keeps clusters coherent where single linkage chains; a pair that was not compared counts as unlikely, a
forbidden pair forbids for good, and no cluster holds times more than a day apart.
"""

from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import numpy as np
from numpy.typing import NDArray

from timeline.similarity import VETO
from timeline.similarity.columns import Floats

Longs = NDArray[np.int64]

FLOOR = -4.0  # what a pair counts that was not compared, and the least that a compared one counts
_FORBIDDEN = -1e9
_SOONEST, _LATEST = 0, 10**7


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Scored pairs of rows."""

    i: Longs
    j: Longs
    score: Floats


def link(edges: Edges, start: Longs, end: Longs) -> Longs:
    """Return the cluster of each row, named by its smallest row.

    Rows with times cluster first. Then the others join them or each other; they never bring two dated clusters
    together.

    Args:
        edges: the scored pairs.
        start: the first day of each row's time as an ordinal, 0 without a time.
        end: the day after its last one.
    """
    dated = start > 0
    labels = np.arange(len(start))
    both = dated[edges.i] & dated[edges.j]
    for chosen, lone in ((both, False), (np.ones(len(edges.i), dtype=bool), True)):
        subset = Edges(i=labels[edges.i[chosen]], j=labels[edges.j[chosen]], score=edges.score[chosen])
        labels = _merge(subset, labels, (start, end), one_undated=lone)
    return labels


def _merge(edges: Edges, labels: Longs, days: tuple[Longs, Longs], *, one_undated: bool) -> Longs:
    """Merge clusters until no mean score is above zero; return the new label of each row."""
    apart = edges.i != edges.j
    if not (edges.score[apart] > 0).any():
        return labels
    i, j, score = edges.i[apart], edges.j[apart], edges.score[apart]
    component = _components(len(labels), i[score > 0], j[score > 0])
    near = component[i] == component[j]
    merging = _Merging(labels, days, one_undated=one_undated)
    merging.load(i[near], j[near], score[near])
    merging.run()
    return merging.labels(labels)


def _components(count: int, i: Longs, j: Longs) -> Longs:
    """Return the connected component of each row, named by its smallest row (label propagation with pointer jumps)."""
    name = np.arange(count)
    while True:
        least = name.copy()
        np.minimum.at(least, i, name[j])
        np.minimum.at(least, j, name[i])
        least = least[least]
        if (least == name).all():
            return name
        name = least


class _Merging:
    """Clusters under way: their sizes, their days, the sums of scores between them, a queue of the best."""

    def __init__(self, labels: Longs, days: tuple[Longs, Longs], *, one_undated: bool) -> None:
        start, end = days
        count = len(labels)
        self.one_undated = one_undated
        self.size = np.bincount(labels, minlength=count).tolist()
        latest, soonest = np.full(count, _SOONEST), np.full(count, _LATEST)
        np.maximum.at(latest, labels, start)
        np.minimum.at(soonest, labels, np.where(start > 0, end, _LATEST))
        self.start, self.end = latest.tolist(), soonest.tolist()
        self.parent: dict[int, int] = {}
        self.between: dict[int, dict[int, tuple[float, int]]] = {}
        self.queue: list[tuple[float, int, int]] = []

    def load(self, i: Longs, j: Longs, score: Floats) -> None:
        """Take in scored pairs of clusters; pairs of the same two clusters add up."""
        values = np.where(score <= VETO / 2, _FORBIDDEN, np.maximum(score, FLOOR)).tolist()
        for one, other, value in zip(i.tolist(), j.tolist(), values, strict=True):
            for left, right in ((one, other), (other, one)):
                row = self.between.setdefault(left, {})
                total, number = row.get(right, (0.0, 0))
                row[right] = (total + value, number + 1)
        for one, row in self.between.items():
            self.queue.extend(entry for other in row if one < other and (entry := self.entry(one, other))[0] < 0)
        heapify(self.queue)

    def entry(self, one: int, other: int) -> tuple[float, int, int]:
        """Return the queue entry of two clusters: minus their mean score, and the two in order."""
        total, number = self.between[one][other]
        pairs = self.size[one] * self.size[other]
        mean = (total + (pairs - number) * FLOOR) / pairs
        if mean > 0 and not self.may_merge(one, other):
            mean = _FORBIDDEN
        return -mean, min(one, other), max(one, other)

    def may_merge(self, one: int, other: int) -> bool:
        """Say whether the days of two clusters allow a merge."""
        if self.one_undated and self.start[one] and self.start[other]:
            return False
        return bool(max(self.start[one], self.start[other]) <= min(self.end[one], self.end[other]))

    def run(self) -> None:
        """Merge the best two clusters until none is left above zero."""
        while self.queue:
            entry = heappop(self.queue)
            _, one, other = entry
            if other in self.between.get(one, ()) and self.entry(one, other) == entry:
                self.join(one, other)

    def join(self, one: int, other: int) -> None:
        """Let ``other`` become part of ``one``."""
        self.parent[other] = one
        self.size[one] += self.size[other]
        self.start[one] = max(self.start[one], self.start[other])
        self.end[one] = min(self.end[one], self.end[other])
        gone = self.between.pop(other)
        row = self.between[one]
        for third, (total, number) in gone.items():
            self.between[third].pop(other, None)
            if third != one:
                old_total, old_number = row.get(third, (0.0, 0))
                row[third] = self.between[third][one] = (old_total + total, old_number + number)
        for third in row:
            entry = self.entry(one, third)
            if entry[0] < 0:
                heappush(self.queue, entry)

    def labels(self, labels: Longs) -> Longs:
        """Return the rows' labels after all merges."""
        root = np.arange(len(labels))
        for child in sorted(self.parent):
            at = child
            while at in self.parent:
                at = self.parent[at]
            root[child] = at
        return root[labels]
