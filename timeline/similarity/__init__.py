"""How likely two mentions tell one event: blocking keys aside, the record-linkage half of coreference.

Each comparison puts a pair on one of its stated levels, each level has a weight, and the weights add up (Fellegi and
Sunter 1969): :func:`compare` for two mentions and a reader, :func:`score` for columns of pairs.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import numpy as np

from timeline.errors import GrammarError
from timeline.model import EventMention, Score
from timeline.similarity.columns import Columns, Floats
from timeline.similarity.comparisons import pairs_of
from timeline.similarity.levels import LEVELS, Rows
from timeline.similarity.reading import build

__all__ = ["VETO", "Weights", "compare", "read_weights", "score", "weights"]

VETO = -100.0  # the weight of a level that forbids; below it a pair can never be one event

Weights = Mapping[str, Mapping[str, float]]


def read_weights(text: str, where: str = "weights.toml") -> Weights:
    """Read the weights from TOML: a table a comparison, a number a level; ``bias`` under ``[prior]``.

    Raises:
        GrammarError: if a comparison or a level is missing or unknown.
    """
    data = tomllib.loads(text)
    expected = {"prior": ("bias",), **LEVELS}
    for comparison in sorted(expected.keys() | data.keys()):
        wrong = set(expected.get(comparison, ())) ^ set(data.get(comparison, {}))
        if wrong:
            raise GrammarError(f"{where}: [{comparison}]: '{min(wrong)}' is missing or unknown; name each level once")
    return {comparison: dict(data[comparison]) for comparison in expected}


@cache
def weights() -> Weights:
    """Return the weights that ship with the package."""
    return read_weights(resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))


def score(columns: Columns, i: Rows, j: Rows, table: Weights | None = None) -> Floats:
    """Return the score of each pair of rows: the logarithm of its odds, in natural units, of being one event."""
    table = table or weights()
    total = np.full(len(i), table["prior"]["bias"], dtype=np.float32)
    pairs = pairs_of(columns, i, j)
    for name, levels in LEVELS.items():
        total += np.asarray([table[name][level] for level in levels], dtype=np.float32)[pairs.level(name)]
    return total


def compare(one: EventMention, other: EventMention, among: Sequence[EventMention] = ()) -> Score:
    """Return how likely two mentions tell one event, with the parts that make the score.

    Args:
        one: a mention.
        other: another.
        among: the collection both come from, which says what is rare; without it every word counts as rare.
    """
    pairs = pairs_of(build([one, other, *among]), np.zeros(1, dtype=np.int64), np.ones(1, dtype=np.int64))
    parts = [("prior", "bias", weights()["prior"]["bias"])]
    for name, levels in LEVELS.items():
        level = levels[pairs.level(name)[0]]
        parts.append((name, level, weights()[name][level]))
    return Score(value=round(sum(part[2] for part in parts), 2), parts=tuple(parts))
