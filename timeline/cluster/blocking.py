"""Which pairs are worth comparing: those that share a rare key in a window of days.

Keys are the predicate, its classes, and the rarest words and names. A mention stands in the buckets of days its time
touches, a day more at the end so that neighbouring days meet. Wide times and witnesses stand in wide buckets, where
they meet the narrow ones too. Blocks are taken from the smallest up until a budget of pairs a mention is spent, which
bounds the work whatever the texts hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline.similarity.columns import Columns, Ints

Longs = NDArray[np.int64]
Pairs = tuple[Longs, Longs]

_BUCKETS = (1, 32, 400)  # days in a bucket, by level of width
_WIDEST = (8, 62)  # the most days an interval may have on a level but the last
_SPAN = 16  # buckets that one interval can stand in on its own level
_BEFORE, _AFTER = 40, 8  # days around its publication in which a witness looks for its event
_TERMS, _ACTORS, _PLACES, _CLASSES = 6, 4, 2, 3  # keys a mention has of each sort
_WINDOW = 50_000  # postings' mentions handled at a time
_BUDGET, _KEPT = 12, 4  # pairs made, and compared, a mention
_FLOOR = 500_000  # pairs that are always affordable


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keys:
    """Every (mention, key) once, by mention."""

    row: Ints
    key: Ints


def candidates(columns: Columns) -> Iterator[Pairs]:
    """Yield the pairs of rows to compare, in portions, the smaller row first; a pair may come in two portions."""
    keys = _keys(columns)
    level, first, last = _reach(columns)
    for at, width in enumerate(_BUCKETS):
        here = np.flatnonzero(level <= at)
        if at and not (level == at).any():
            continue
        low, high = first[here] // width, np.minimum(last[here] // width, first[here] // width + _SPAN)
        for begin, end in _windows(low, high):
            inside = here[(low < end) & (high >= begin)]
            for i, j in _pairs(keys, inside, (level[inside] == at, first // width, last // width), (begin, end)):
                # a bucket brings some together whose days do not meet; which ones, the calendar would decide
                meet = np.maximum(first[i], first[j]) <= np.minimum(last[i], last[j])
                yield i[meet], j[meet]


def _keys(columns: Columns) -> _Keys:
    """Return the keys of each mention, numbers apart for predicates, classes, words, actors and places."""
    count = len(columns)
    rows: list[Ints] = []
    keys: list[Ints] = []
    offset = 0

    def add(row: Longs, key: Longs, size: int) -> None:
        nonlocal offset
        rows.append(row.astype(np.int32))
        keys.append((key + offset).astype(np.int32))
        offset += size

    every = np.arange(count)
    dated = every[columns.start > 0]
    add(dated, np.zeros(len(dated), dtype=np.int64), 1)  # the day alone, where it holds few enough
    heavy = ~columns.light
    add(every[heavy], columns.word[heavy].astype(np.int64), len(columns.own))
    row, bit = _classes(columns)
    add(row, bit, 64 * columns.own.shape[1])
    for table, most in ((columns.terms, _TERMS), (columns.actors, _ACTORS), (columns.places, _PLACES)):
        ids = table.ids[:, :most]
        row, column = np.nonzero(ids >= 0)
        add(row, ids[row, column].astype(np.int64), len(table.rarity))
    every_row, every_key = np.concatenate(rows), np.concatenate(keys)
    rows.clear()
    keys.clear()
    order = np.argsort(every_row, kind="stable")
    return _Keys(row=every_row[order], key=every_key[order])


def _classes(columns: Columns) -> tuple[Longs, Longs]:
    """Return (row, class) of the first classes of each mention's predicate."""
    bits = np.unpackbits(columns.own.view(np.uint8), axis=1, bitorder="little")
    word, bit = np.nonzero(bits)
    ranks = np.arange(len(word)) - np.searchsorted(word, word)
    word, bit = word[ranks < _CLASSES], bit[ranks < _CLASSES]
    first = np.searchsorted(word, columns.word)
    size = np.searchsorted(word, columns.word, side="right") - first
    size[columns.light] = 0
    row = np.repeat(np.arange(len(columns)), size)
    place = np.repeat(first, size) + np.arange(len(row)) - np.repeat(np.cumsum(size) - size, size)
    return row, bit[place]


def _reach(columns: Columns) -> tuple[Longs, Longs, Longs]:
    """Return each mention's level of width, and the first and last day on which it may meet others."""
    dated = columns.start > 0
    first = np.where(dated, columns.start, columns.published - _BEFORE).astype(np.int64)
    last = np.where(dated, columns.end, columns.published + _AFTER).astype(np.int64)
    days = last - first
    level = np.where(dated, (days > _WIDEST[0]).astype(np.int64) + (days > _WIDEST[1]), 1)
    return level, first, last


def _windows(low: Longs, high: Longs) -> Iterator[tuple[int, int]]:
    """Yield half-open runs of buckets that hold about :data:`_WINDOW` mentions each, at least one bucket a run."""
    if not len(low):
        return
    begin, stop = int(low.min()), int(high.max()) + 1
    edges = np.zeros(stop - begin + 1, dtype=np.int64)
    np.add.at(edges, low - begin, 1)
    np.add.at(edges, high - begin + 1, -1)
    standing = np.cumsum(edges[:-1])
    run = np.cumsum(standing) // _WINDOW
    filled = np.flatnonzero(standing)
    for part in np.split(filled, np.flatnonzero(np.diff(run[filled])) + 1):
        yield begin + int(part[0]), begin + int(part[-1]) + 1


def _pairs(
    keys: _Keys, inside: Longs, reach: tuple[NDArray[np.bool_], Longs, Longs], buckets: tuple[int, int]
) -> Iterator[Pairs]:
    """Yield the pairs that share a key and a bucket, at least one of the two being of this level."""
    own, first, last = reach
    total = len(first)
    narrow = np.ones(total, dtype=bool)
    narrow[inside] = ~own
    row, block = _postings(keys, inside, (first, last), buckets)
    block *= 2
    block += narrow[row]  # in a block those of this level come first
    block *= total
    block += row
    block.sort()
    row = (block % total).astype(np.int32)
    block //= 2 * total
    heads = np.flatnonzero(np.diff(block, prepend=-1))
    sizes = np.diff(np.append(heads, len(block)))
    del block
    count = np.repeat(heads + sizes, sizes) - np.arange(len(row)) - 1
    count[narrow[row]] = 0
    count[np.repeat(_unaffordable(count, heads, max(_FLOOR, _BUDGET * len(inside))), sizes)] = 0
    left, right = np.repeat(row, count), row[_ranges(np.arange(len(row)) + 1, count)]
    code = np.minimum(left, right) * np.int64(total) + np.maximum(left, right)
    del left, right
    code = _most_shared(code, max(_FLOOR, _KEPT * len(inside)))
    i, j = np.divmod(code, total)
    yield i[i != j], j[i != j]


def _postings(keys: _Keys, inside: Longs, reach: tuple[Longs, Longs], buckets: tuple[int, int]) -> tuple[Ints, Longs]:
    """Return (row, block) for every key of every row in every bucket it stands in; a block is a key in a bucket."""
    first, last = reach
    members = inside.astype(np.int32)
    start = np.searchsorted(keys.row, members)
    posting = _ranges(start, np.searchsorted(keys.row, members, side="right") - start)
    row, key = keys.row[posting], keys.key[posting]
    del posting
    low = np.maximum(first[row], buckets[0])
    count = np.minimum(np.minimum(last[row], first[row] + _SPAN), buckets[1] - 1) - low + 1
    block = _ranges(low - buckets[0], count)
    block += np.repeat(key, count) * np.int64(buckets[1] - buckets[0])
    return np.repeat(row, count), block


def _most_shared(code: Longs, most: int) -> Longs:
    """Return each pair once; if there are more than ``most``, only those that share more keys."""
    code.sort()
    heads = np.flatnonzero(np.diff(code, prepend=-1))
    if len(heads) > most:
        shared = np.diff(np.append(heads, len(code)))
        at_least = np.cumsum(np.bincount(shared)[::-1])[::-1]  # pairs that share so many keys or more
        enough = int(np.argmax(at_least <= most)) if (at_least <= most).any() else int(shared.max())
        heads = heads[shared >= enough]
    return code[heads]


def _ranges(start: Longs, count: Longs) -> Longs:
    """Return ``start[k], start[k] + 1, ...`` for ``count[k]`` numbers each, one after another."""
    offsets = np.repeat(start - (np.cumsum(count) - count), count)
    return offsets + np.arange(len(offsets))


def _unaffordable(count: Longs, heads: Longs, budget: int) -> NDArray[np.bool_]:
    """Say which blocks the budget of pairs does not reach, small blocks first; equal blocks stand or fall together."""
    if not len(heads):
        return np.zeros(0, dtype=bool)
    cost = np.add.reduceat(count, heads)
    ascending = np.sort(cost)
    reached = int(np.searchsorted(np.cumsum(ascending), budget, side="right"))
    return np.asarray(cost >= ascending[reached]) if reached < len(cost) else np.zeros(len(cost), dtype=bool)
