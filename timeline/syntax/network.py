"""The network: the forms of sentences -> tags, heads and relations, in numpy.

Vectors of each word's name, affixes and letters pass through layers of simple recurrent units in both directions
(Lei et al. 2018), whose matrix products see all words of all sentences at once; a biaffine product scores every
pair of words as dependent and head (Dozat & Manning 2017).

All matrix products are of whole numbers small enough that sums in 32-bit floats are exact in any order, so that
every machine and every BLAS gives the same answer; the rest is done element by element. The trainer checks the bound.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline.syntax.features import ROOT_FORM, features
from timeline.syntax.tree import best_tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline.syntax.weights import Weights

    Floats = NDArray[np.float32]

LIMIT = 511
"""The largest whole number that enters a product with weights; ``PAIR_LIMIT`` one with another word's numbers."""
PAIR_LIMIT = 255
FORMS = 1 << 14  # forms whose vectors are kept: about 14 MB


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence's answer: classes by number; heads count from 1, 0 is the root."""

    xpos: list[int]
    upos: list[int]
    heads: list[int]
    deprels: list[int]


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix of whole numbers with a scale a column."""

    matrix: "Floats"
    scale: "Floats"
    bias: "Floats"
    step: np.float32
    limit: int = LIMIT

    def __call__(self, x: "Floats") -> "Floats":
        """Count ``x`` in whole steps, multiply exactly, scale back."""
        counted = count(x, self.step, self.limit)
        product: Floats = counted.reshape(-1, counted.shape[-1]) @ self.matrix
        product *= self.scale
        product += self.bias
        return product.reshape(*x.shape[:-1], -1)


def count(x: "Floats", step: np.float32, limit: int) -> "Floats":
    """Return ``x`` as whole multiples of ``1 / step`` within plus or minus ``limit``."""
    counted = x * step
    np.rint(counted, out=counted)
    return np.clip(counted, -limit, limit, out=counted)


class Network:
    """The trained network; it learns nothing more, but remembers the vectors of forms that it has met."""

    def __init__(self, weights: "Weights") -> None:
        self._weights = weights
        self._word = {word: row for row, word in enumerate(weights.words)}
        arrays = weights.arrays
        self._linear = {name: self._make(name) for name in weights.steps if f"{name}.q" in arrays}
        self._layers = [
            self._linear[f"layer{n}"] for n in range(sum(name.startswith("layer") for name in self._linear))
        ]
        self._hidden = self._linear["dep"].matrix.shape[0]
        self._size = sum(arrays[f"{name}.q"].shape[1] for name in ("word", "affix", "gram"))
        self._rows: dict[str, int] = {}
        self._vectors = np.zeros((FORMS, self._size), np.float32)

    def _make(self, name: str) -> Linear:
        arrays = self._weights.arrays
        matrix = arrays[f"{name}.q"].astype(np.float32)
        step = np.float32(self._weights.steps[name])
        scale = (arrays[f"{name}.scale"] / step).astype(np.float32)
        return Linear(matrix, scale, arrays[f"{name}.bias"], step)

    def analyse(self, sentences: Sequence[Sequence[str]]) -> list[Analysis]:
        """Analyse sentences given as lists of forms, each of at least one word, together.

        The cost of memory is the number of sentences times the square of the longest.
        """
        lengths = np.array([len(forms) + 1 for forms in sentences])
        x = np.zeros((int(lengths.max()), len(sentences), self._size), np.float32)
        rows = [self._row(form) for forms in sentences for form in (ROOT_FORM, *forms)]
        steps = np.concatenate([np.arange(length) for length in lengths])
        pad = np.arange(len(x))[:, None] >= lengths
        x[steps, np.repeat(np.arange(len(sentences)), lengths)] = self._vectors[rows]
        tags = x
        for number, layer in enumerate(self._layers):
            x = _scan(layer, x, pad, self._hidden)
            if number == 1:
                tags = x
        tags = self._rectify("tag", tags)
        xpos, upos = self._linear["xpos"](tags).argmax(axis=2), self._linear["upos"](tags).argmax(axis=2)
        arcs = self._arcs(x)
        below, above = self._linear["ldep"](x), self._linear["lhead"](x)
        answers = []
        for at, length in enumerate(lengths.tolist()):
            heads = best_tree(arcs[at, 1:length, :length])
            pair = np.maximum(below[1:length, at] + above[heads, at], 0)
            deprels = self._linear["label"](pair).argmax(axis=1)
            answers.append(Analysis(xpos[1:length, at].tolist(), upos[1:length, at].tolist(), heads, deprels.tolist()))
        return answers

    def _rectify(self, name: str, x: "Floats") -> "Floats":
        return np.maximum(self._linear[name](x), 0)

    def _arcs(self, x: "Floats") -> "Floats":
        """Return the score of every head for every word, by sentence; a word is never its own head."""
        steps = self._weights.steps
        dep, head = self._rectify("dep", x), self._rectify("head", x)
        by_head = self._linear["headbias"](head)[:, :, 0]
        left = count(self._linear["bilinear"](dep), np.float32(steps["left"]), PAIR_LIMIT)
        right = count(head, np.float32(steps["right"]), PAIR_LIMIT)
        arcs: Floats = left.transpose(1, 0, 2) @ right.transpose(1, 2, 0)
        arcs *= np.float32(1 / (steps["left"] * steps["right"]))
        arcs += by_head.T[:, None, :]
        distance = self._weights.arrays["distance"]
        reach = len(distance) // 2
        places = np.arange(len(x))
        arcs += distance[np.clip(places[None, :] - places[:, None], -reach, reach) + reach]
        arcs[:, places, places] = -np.inf
        return arcs

    def _row(self, form: str) -> int:
        """Return the row of a form's vector, made at its first meeting."""
        row = self._rows.get(form)
        if row is None:
            if len(self._rows) == FORMS:
                self._rows.clear()
            row = self._rows[form] = len(self._rows)
            self._vectors[row] = self._vector(form)
        return row

    def _vector(self, form: str) -> "Floats":
        arrays = self._weights.arrays
        norm, affixes, grams = features(form)
        parts: list[Any] = []
        for name, rows in (("word", (self._word.get(norm, 0),)), ("affix", affixes), ("gram", grams)):
            total = arrays[f"{name}.q"][list(rows)].sum(axis=0, dtype=np.int32).astype(np.float32)
            parts.append(total * arrays[f"{name}.scale"] / np.float32(len(rows) if name == "gram" else 1))
        return np.concatenate(parts)


def _scan(layer: Linear, x: "Floats", pad: "NDArray[np.bool_]", hidden: int) -> "Floats":
    """Run one layer over time, the first half of its units forwards and the second backwards."""
    blocks = layer(_window(x) if layer.matrix.shape[0] > x.shape[2] else x)
    new = blocks[..., :hidden]
    keep, out = _hard(blocks[..., hidden : 2 * hidden]), _hard(blocks[..., 2 * hidden : 3 * hidden])
    skip = blocks[..., 3 * hidden :] if blocks.shape[2] > 3 * hidden else x
    keep[pad] = 1
    half = hidden // 2
    new, keep = _turn(new - keep * new, half), _turn(keep, half)
    state = np.zeros((2, x.shape[1], half), np.float32)
    for step in range(len(x)):
        np.multiply(state, keep[step], out=state)
        np.add(state, new[step], out=state)
        new[step] = state
    states = np.concatenate([new[:, 0], new[::-1, 1]], axis=2)
    states -= skip
    states *= out
    states += skip
    states[pad] = 0
    return states


def _window(x: "Floats") -> "Floats":
    """Return each word's vector between those of its neighbours."""
    size = x.shape[2]
    wide = np.zeros((*x.shape[:2], 3 * size), np.float32)
    wide[1:, :, :size], wide[:, :, size : 2 * size], wide[:-1, :, 2 * size :] = x[:-1], x, x[1:]
    return wide


def _turn(x: "Floats", half: int) -> "Floats":
    """Return both halves of the units side by side, each in the order it runs through time."""
    turned = np.empty((len(x), 2, x.shape[1], half), np.float32)
    turned[:, 0], turned[:, 1] = x[..., :half], x[::-1, :, half:]
    return turned


def _hard(x: "Floats") -> "Floats":
    """Return a gate between 0 and 1: straight lines, since the exponential differs in its last bit by machine."""
    gate = x * np.float32(0.25)
    gate += np.float32(0.5)
    return np.clip(gate, 0, 1, out=gate)
