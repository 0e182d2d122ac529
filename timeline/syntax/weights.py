"""The file of weights: a JSON header and whole numbers, compressed; the same bytes on every machine."""

import json
import zlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

FILE = "weights.zlib"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What training leaves behind.

    Attributes:
        words: the normalised forms that have a row of their own; row 0 is for all others.
        xpos, upos, deprels: the names of the classes.
        lemmas: "form tag" to lemma where the rules would err.
        verbs: verb lemmas, which tell the rules "making" from "walking".
        steps: how finely each layer's input is counted, by layer.
        arrays: the numbers, by name.
    """

    words: tuple[str, ...]
    xpos: tuple[str, ...]
    upos: tuple[str, ...]
    deprels: tuple[str, ...]
    lemmas: "Mapping[str, str]"
    verbs: frozenset[str]
    steps: "Mapping[str, float]"
    arrays: "Mapping[str, NDArray[Any]]"


@cache
def load() -> Weights:
    """Read the weights that ship with the package, once a process."""
    return unpack((files("timeline.syntax") / FILE).read_bytes())


def pack(header: dict[str, Any], arrays: "dict[str, NDArray[Any]]") -> bytes:
    """Return a header and arrays as the bytes of a weights file."""
    header = {**header, "arrays": [[name, array.dtype.str, list(array.shape)] for name, array in arrays.items()]}
    body = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    return zlib.compress(body + b"\n" + b"".join(array.tobytes() for array in arrays.values()), level=9)


def unpack(data: bytes) -> Weights:
    """Read the bytes of a weights file."""
    import numpy as np  # noqa: PLC0415  # only a text that is parsed pays for it

    head, _, body = zlib.decompress(data).partition(b"\n")
    header = json.loads(head)
    arrays, offset = {}, 0
    for name, kind, shape in header["arrays"]:
        array = np.frombuffer(body, dtype=kind, count=int(np.prod(shape)), offset=offset).reshape(shape)
        arrays[name] = array
        offset += array.nbytes
    return Weights(
        words=tuple(header["words"]),
        xpos=tuple(header["xpos"]),
        upos=tuple(header["upos"]),
        deprels=tuple(header["deprels"]),
        lemmas=header["lemmas"],
        verbs=frozenset(header["verbs"]),
        steps=header["steps"],
        arrays=arrays,
    )
