"""Strings as numbers, and lists of them as padded tables."""

from array import array
from collections.abc import Callable, Iterable
from typing import TypeVar

import numpy as np

from timeline.similarity.columns import Floats, Ints, Table, rarities

T = TypeVar("T")


class Ids(dict[str, int]):
    """Numbers for strings, in order of appearance."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


class Derived(dict[str, T]):
    """What a function makes of strings, each worked out once."""

    def __init__(self, make: Callable[[str], T]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: str) -> T:
        self[key] = made = self.make(key)
        return made


class Lists:
    """Lists of ids, a list a row, gathered flat."""

    def __init__(self) -> None:
        self.flat = array("i")
        self.ends = array("q", [0])

    def add(self, ids: Iterable[int]) -> None:
        """Add a row."""
        self.flat.extend(ids)
        self.ends.append(len(self.flat))

    def table(self, count: int, width: int) -> Table:
        """Return the lists as a padded table of the ``width`` rarest ids of each row."""
        ids = np.frombuffer(self.flat, dtype=np.int32) if self.flat else np.zeros(0, dtype=np.int32)
        bounds = np.frombuffer(self.ends, dtype=np.int64)
        sizes = bounds[1:] - bounds[:-1]
        rows = np.repeat(np.arange(len(sizes), dtype=np.int32), sizes)
        rarity = rarities(np.bincount(ids, minlength=max(count, 1)), len(sizes))
        order = np.lexsort((ids, -rarity[ids], rows))
        place = np.arange(len(ids)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        kept = place < width
        table = np.full((len(sizes), width), -1, dtype=np.int32)
        table[rows[kept], place[kept]] = ids[order][kept]
        total = sum(weights(rarity, table[:, column]) for column in range(width))
        return Table(ids=table, rarity=rarity, total=np.asarray(total, dtype=np.float32))


def weights(rarity: Floats, ids: Ints) -> Floats:
    """Return the squared rarity of ids; 0 where padded."""
    return np.where(ids >= 0, rarity[ids] ** 2, np.float32(0))
