"""The arithmetic of the network: exact products of whole numbers, and layers with memory in both directions.

All matrix products are of whole numbers small enough that sums in 32-bit floats are exact in any order; the rest is
done element by element with the four operations of IEEE 754. So every machine and every BLAS gives the same answer,
which the exponential of a mathematical library would not.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

LIMIT = 511
"""The largest whole number that enters a product with weights."""

_FLAT = np.float32(4.97)  # beyond it the rational function below would leave the line that tanh follows


@dataclass(frozen=True, slots=True)
class Linear:
    """A matrix of whole numbers with a scale and a bias a column; ``step`` says how finely its input is counted."""

    matrix: "Floats"
    scale: "Floats"
    bias: "Floats"
    step: np.float32

    def __call__(self, x: "Floats") -> "Floats":
        """Count ``x`` in whole steps, multiply exactly, scale back."""
        counted = count(x, self.step, LIMIT)
        product: Floats = counted.reshape(-1, counted.shape[-1]) @ self.matrix
        product *= self.scale
        product += self.bias
        return product.reshape(*x.shape[:-1], -1)


@dataclass(frozen=True, slots=True)
class Memory:
    """A long short-term memory in both directions (Hochreiter & Schmidhuber 1997); ``again`` is what it feeds itself.

    The columns of a direction are its input, forget, new and output gates; those of the three gates that lie between
    0 and 1 are halved by the trainer, so that one tanh serves all.
    """

    input: Linear
    again: "Floats"
    scale: "Floats"

    def __call__(self, x: "Floats", pad: "NDArray[np.bool_]") -> "Floats":
        """Return the states for vectors by place, sentence and unit; ``pad`` marks places behind a sentence's end."""
        places, sentences = pad.shape
        size = self.again.shape[1]
        gates = self.input(x).reshape(places, sentences, 2, 4 * size)
        turned = np.empty((places, 2, sentences, 4 * size), np.float32)
        turned[:, 0], turned[:, 1] = gates[:, :, 0], gates[::-1, :, 1]
        alive = np.stack([~pad, ~pad[::-1]], axis=1)[..., None].astype(np.float32) if pad.any() else None
        states = np.empty((places, 2, sentences, size), np.float32)
        state = np.zeros((2, sentences, size), np.float32)
        cell = np.zeros_like(state)
        for place in range(places):
            gate = turned[place]
            gate += (np.rint(state * np.float32(LIMIT)) @ self.again) * self.scale
            tanh(gate)
            _open(gate[..., : 2 * size])
            _open(gate[..., 3 * size :])
            cell *= gate[..., size : 2 * size]
            cell += gate[..., :size] * gate[..., 2 * size : 3 * size]
            if alive is not None:
                cell *= alive[place]
            state = tanh(cell.copy())
            state *= gate[..., 3 * size :]
            states[place] = state
        return np.concatenate([states[:, 0], states[::-1, 1]], axis=2)


def count(x: "Floats", step: np.float32, limit: int) -> "Floats":
    """Return ``x`` as whole multiples of ``1 / step`` within plus or minus ``limit``."""
    counted = x * step
    np.rint(counted, out=counted)
    return np.clip(counted, -limit, limit, out=counted)


def tanh(x: "Floats") -> "Floats":
    """Replace ``x`` by its hyperbolic tangent to four digits and return it (Lambert's continued fraction).

    >>> [round(float(value), 3) for value in tanh(np.array([-9, -1, 0, 0.5], dtype=np.float32))]
    [-1.0, -0.762, 0.0, 0.462]
    """
    np.clip(x, -_FLAT, _FLAT, out=x)
    square = x * x
    above = square + np.float32(378)
    above *= square
    above += np.float32(17325)
    above *= square
    above += np.float32(135135)
    below = square * np.float32(28)
    below += np.float32(3150)
    below *= square
    below += np.float32(62370)
    below *= square
    below += np.float32(135135)
    above /= below
    x *= above
    return np.clip(x, -1, 1, out=x)


def _open(gate: "Floats") -> None:
    """Turn the tanh of half a number into its logistic function."""
    gate *= np.float32(0.5)
    gate += np.float32(0.5)
