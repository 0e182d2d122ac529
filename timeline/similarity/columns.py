"""The columns that mentions become: what the comparisons need of them as arrays of numbers, a row a mention."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Words = NDArray[np.uint64]


SMALL = 200  # rows below which a word on every row still tells something


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list of ids a row, padded with -1, the rarest first, and how rare each id is (0 everywhere, 1 once)."""

    ids: Ints
    rarity: Floats  # by id
    total: Floats  # by row, the sum of squared rarities


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """One row a mention.

    Attributes:
        word: the act's stem as an id; ``rarity`` how rare it is among them; ``verb`` that of the predicate, which may
            only begin, end or support the act.
        own, related, opposite: bits of the predicate's classes, a row a word id.
        light: whether the predicate says little by itself.
        onset: whether the predicate tells that something began: what is long begins once, whatever papers say of when.
        start, end: the days of the mention as ordinals, half-open; 0 where undated.
        published: the publication day as an ordinal.
        article, source, sentence: ids of the article, of its source, of the sentence.
        statement, negated, planned, cancelled: flags.
        rough: whether the time is a day counted back over a week or more ("ten days ago").
        decision: whether it tells that something is to be done, and what.
        stand_in: whether the publication day stands in for a time that the words do not give.
        subject, object: the stems of the arguments' heads as word ids, -1 where unknown; ``called`` that of the noun a
            named subject is called by.
        subject_thing, object_thing: the same as ``subject`` and ``object`` where the head says closely what is meant.
        subject_matter, object_matter: what the arguments are about ("a law on abortion"), or which of a kind they are.
        subject_name, object_name: the last words of the arguments' names as name ids, -1 where they are no names.
        terms, actors, places: words and names; ``plain`` the words that are part of no name, ``called_by`` one word a
            name, the last one.
        amounts, units: numbers and what they count, NaN and -1 where padded.
        crowd: how many mentions of the same days have a predicate of one class with this one.
        throng: how many mentions have just these days; 0 where undated.
        context: the likeness of each two articles; empty where there are too many.
    """

    word: Ints
    verb: Ints
    rarity: Floats
    own: Words
    related: Words
    opposite: Words
    light: NDArray[np.bool_]
    onset: NDArray[np.bool_]
    start: Ints
    end: Ints
    published: Ints
    article: Ints
    source: Ints
    sentence: Ints
    statement: NDArray[np.bool_]
    negated: NDArray[np.bool_]
    planned: NDArray[np.bool_]
    cancelled: NDArray[np.bool_]
    stand_in: NDArray[np.bool_]
    rough: NDArray[np.bool_]
    decision: NDArray[np.bool_]
    subject: Ints
    object: Ints
    called: Ints
    subject_name: Ints
    object_name: Ints
    subject_thing: Ints
    object_thing: Ints
    subject_matter: Ints
    object_matter: Ints
    terms: Table
    plain: Table
    actors: Table
    places: Table
    called_by: Table
    amounts: Floats
    units: Ints
    crowd: Ints
    throng: Ints
    context: Floats

    def __len__(self) -> int:
        return len(self.word)


def rarities(frequency: NDArray[np.int64], total: int) -> Floats:
    """Return how rare each id is among ``total`` rows: 1 if on one row, towards 0 if on every row.

    A small collection says little about rarity, so it counts as one of :data:`SMALL` rows.
    """
    scale = np.log(max(total, SMALL))
    rare: Floats = (1 - np.log(np.maximum(frequency, 1)) / scale).clip(0, 1).astype(np.float32)
    return rare
