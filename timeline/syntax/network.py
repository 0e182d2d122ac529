"""The network: the forms of sentences -> tags, heads and relations, in numpy.

Vectors of each word's name, affixes and letters pass through layers of memory in both directions; a biaffine
product scores every pair of words as dependent and head (Kiperwasser & Goldberg 2016, Dozat & Manning 2017).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from timeline.syntax.features import ROOT_FORM, features
from timeline.syntax.recurrent import LIMIT, Linear, Memory, count
from timeline.syntax.tree import best_tree

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from timeline.syntax.weights import Weights

    Floats = NDArray[np.float32]

PAIR_LIMIT = 255
"""The largest whole number that enters a product of two words' numbers."""
SINGLE = (("nsubj", "nsubj:pass", "csubj", "csubj:pass"), ("obj",))
"""Relations of which a word governs one at most."""
TAGGING = 1  # the layer whose states the tags are read from
FORMS = 1 << 14  # forms whose vectors are kept: about 14 MB


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence's answer: classes by number; heads count from 1, 0 is the root."""

    xpos: list[int]
    upos: list[int]
    heads: list[int]
    deprels: list[int]


class Network:
    """The trained network; it learns nothing more, but remembers the vectors of forms that it has met."""

    def __init__(self, weights: "Weights") -> None:
        self._weights = weights
        self._word = {word: row for row, word in enumerate(weights.words)}
        arrays = weights.arrays
        self._linear = {name: self._make(name) for name in weights.steps if f"{name}.q" in arrays}
        layers = sum(name.startswith("layer") for name in self._linear)
        self._layers = [
            Memory(
                self._linear[f"layer{n}"],
                arrays[f"again{n}.q"].astype(np.float32),
                (arrays[f"again{n}.scale"] / LIMIT).astype(np.float32),
            )
            for n in range(layers)
        ]
        self._size = sum(arrays[f"{name}.q"].shape[1] for name in ("word", "affix", "gram"))
        self._root = weights.deprels.index("root")
        self._single = [[weights.deprels.index(name) for name in kind] for kind in SINGLE]
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
        rows = self._forms([form for forms in sentences for form in (ROOT_FORM, *forms)])
        steps = np.concatenate([np.arange(length) for length in lengths])
        pad = np.arange(len(x))[:, None] >= lengths
        x[steps, np.repeat(np.arange(len(sentences)), lengths)] = self._vectors[rows]
        tags = x
        for number, layer in enumerate(self._layers):
            x = layer(x, pad)
            if number == TAGGING:
                tags = x
        tags = self._rectify("tag", tags)
        xpos, upos = self._linear["xpos"](tags).argmax(axis=2), self._linear["upos"](tags).argmax(axis=2)
        arcs = self._arcs(x)
        below, above = self._linear["ldep"](x), self._linear["lhead"](x)
        answers = []
        for at, length in enumerate(lengths.tolist()):
            heads = best_tree(arcs[at, 1:length, :length])
            pair = np.maximum(below[1:length, at] + above[heads, at], 0)
            deprels = self._relations(self._linear["label"](pair), heads)
            answers.append(Analysis(xpos[1:length, at].tolist(), upos[1:length, at].tolist(), heads, deprels))
        return answers

    def _relations(self, scores: "Floats", heads: list[int]) -> list[int]:
        """Return the best relations of which no word governs two subjects or two objects."""
        scores[:, self._root] = -np.inf
        best: list[int] = scores.argmax(axis=1).tolist()
        for kind in self._single:
            below: dict[int, list[int]] = {}
            for word, relation in enumerate(best):
                if relation in kind:
                    below.setdefault(heads[word], []).append(word)
            for rivals in below.values():
                if len(rivals) > 1:
                    _settle(scores, best, rivals, kind)
        best[heads.index(0)] = self._root
        return best

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

    def _forms(self, forms: list[str]) -> list[int]:
        """Return the rows of forms' vectors, which are made at their first meeting."""
        new = dict.fromkeys(form for form in forms if form not in self._rows)
        if len(self._rows) + len(new) > FORMS:
            self._rows.clear()
            new = dict.fromkeys(forms)
        for form in new:
            self._rows[form] = len(self._rows)
            self._vectors[self._rows[form]] = self._vector(form)
        return [self._rows[form] for form in forms]

    def _vector(self, form: str) -> "Floats":
        arrays = self._weights.arrays
        norm, affixes, grams = features(form)
        parts: list[Any] = []
        for name, rows in (("word", (self._word.get(norm, 0),)), ("affix", affixes), ("gram", grams)):
            total = arrays[f"{name}.q"][list(rows)].sum(axis=0, dtype=np.int32).astype(np.float32)
            parts.append(total * arrays[f"{name}.scale"] / np.float32(len(rows) if name == "gram" else 1))
        return np.concatenate(parts)


def _settle(scores: "Floats", best: list[int], rivals: list[int], kind: list[int]) -> None:
    """Leave a kind of relation to the one of several words that would lose most without it."""
    others = scores[rivals]
    others[:, kind] = -np.inf
    margins = scores[rivals].max(axis=1) - others.max(axis=1)
    keeps = int(margins.argmax())
    for at, word in enumerate(rivals):
        if at != keeps:
            best[word] = int(others[at].argmax())
