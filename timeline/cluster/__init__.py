"""Mentions into clusters: each cluster is one event, in the words of one or more articles."""

from collections.abc import Sequence

import numpy as np

from timeline.cluster.blocking import candidates
from timeline.cluster.linkage import FLOOR, Edges, Longs, link
from timeline.model import EventMention
from timeline.similarity import VETO, Weights, score
from timeline.similarity.columns import Columns, Floats, Ints
from timeline.similarity.reading import build

__all__ = ["assign", "cluster"]

_PORTION = 200_000  # pairs scored at a time, which bounds the memory


def cluster(mentions: Sequence[EventMention]) -> tuple[tuple[EventMention, ...], ...]:
    """Group mentions of one event; every mention is in one group, alone where no other tells its event.

    The order of the input does not matter. Groups, and the mentions in them, go by publication day, article and place,
    so the founding mention of an event comes first. Groups without a dated mention date nothing.
    """
    ordered = sorted(mentions, key=lambda m: (m.published, m.article_id, m.head, m.id))
    groups: dict[int, list[EventMention]] = {}
    for mention, label in zip(ordered, assign(build(ordered)).tolist(), strict=True):
        groups.setdefault(label, []).append(mention)
    return tuple(tuple(group) for group in groups.values())


def assign(columns: Columns, table: Weights | None = None) -> Longs:
    """Return the cluster of each row of the columns, named by its smallest row."""
    return link(_edges(columns, table), columns.start.astype(np.int64), columns.end.astype(np.int64))


def _edges(columns: Columns, table: Weights | None) -> Edges:
    """Return the scored pairs that can matter: those above the floor and those forbidden."""
    kept: list[tuple[Ints, Ints, Floats]] = []  # half the memory of the pairs that come in
    for left, right in candidates(columns):
        for at in range(0, len(left), _PORTION):
            i, j = left[at : at + _PORTION], right[at : at + _PORTION]
            value = score(columns, i, j, table)
            matters = (value > FLOOR) | (value <= VETO / 2)
            kept.append((i[matters].astype(np.int32), j[matters].astype(np.int32), value[matters]))
    if not kept:
        none = np.zeros(0, dtype=np.int32)
        return Edges(i=none, j=none, score=np.zeros(0, dtype=np.float32))
    one, other, values = (np.concatenate(part) for part in zip(*kept, strict=True))
    _, once = np.unique(one.astype(np.int64) * len(columns) + other, return_index=True)
    return Edges(i=one[once], j=other[once], score=values[once])
