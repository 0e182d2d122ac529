"""What a mention's row says of the whole collection: how many are like it, how like its article others are."""

import numpy as np

from timeline.similarity.columns import Floats, Ints, Table, Words

BUCKETS = 4096  # columns that the words of an article share
ARTICLES = 2048  # above this many articles their likeness is not measured


def crowds(own: Words, word: Ints, days: tuple[Ints, Ints, Ints]) -> Ints:
    """Return for each row how many rows of the same days share a class; those of its commonest class."""
    start, end, published = (column.astype(np.int64) for column in days)
    age = published - (published.min() if len(published) else 0)  # counted from the first article
    period = np.where(start > 0, start * 4096 + (end - start).clip(0, 4095), -(age // 32) - 1)
    member, bit = np.nonzero(np.unpackbits(own.view(np.uint8), axis=1, bitorder="little"))
    first = np.searchsorted(member, word)
    size = np.searchsorted(member, word, side="right") - first
    row = np.repeat(np.arange(len(word)), size)
    place = np.repeat(first - (np.cumsum(size) - size), size) + np.arange(len(row))
    _, group, sizes = np.unique(period[row] * 512 + bit[place], return_inverse=True, return_counts=True)
    crowd = np.ones(len(word), dtype=np.int32)
    np.maximum.at(crowd, row, sizes[group].astype(np.int32))
    return crowd


def throngs(start: Ints, end: Ints) -> Ints:
    """Return for each dated row how many rows have just its days."""
    days = start.astype(np.int64) * 4096 + (end - start).clip(0, 4095)
    _, group, sizes = np.unique(days, return_inverse=True, return_counts=True)
    return np.where(start > 0, sizes[group], 0).astype(np.int32)


def contexts(article: Ints, count: int, *tables: Table) -> Floats:
    """Return the cosine of each two articles by their words and names; an empty matrix for too many articles.

    Words share :data:`BUCKETS` columns (feature hashing, Weinberger et al. 2009), so that the cost is bounded.
    """
    if count > ARTICLES:
        return np.zeros((0, 0), dtype=np.float32)
    vectors = np.zeros((count, BUCKETS), dtype=np.float32)
    offset = 0
    for table in tables:
        rows, cells = np.nonzero(table.ids >= 0)
        ids = table.ids[rows, cells].astype(np.int64)
        seen = np.unique(article[rows].astype(np.int64) * len(table.rarity) + ids)
        article_of, word = np.divmod(seen, max(len(table.rarity), 1))
        frequency = np.bincount(word, minlength=len(table.rarity))
        weight = np.log((count + 1) / np.maximum(frequency, 1)).astype(np.float32)
        np.add.at(vectors, (article_of, (word + offset) % BUCKETS), weight[word])
        offset += len(table.rarity)
    vectors /= np.maximum(np.sqrt((vectors**2).sum(axis=1, keepdims=True)), np.float32(1e-9))
    return vectors @ vectors.T
