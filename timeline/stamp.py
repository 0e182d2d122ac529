"""Whether a build would change anything: a hash of all that goes into it, kept beside what came out."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from timeline.articles import BUILD_MARK
from timeline.engine import engine_digest, tree_lines

NAME = BUILD_MARK


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What went into a build, what came out by name, and what the build had to say; ``faults`` are more than notes."""

    inputs: str
    outputs: Mapping[str, str]
    summary: str
    problems: tuple[str, ...] = ()
    faults: int = 0

    def to_bytes(self) -> bytes:
        """Return the stamp as it is kept."""
        held = {
            "inputs": self.inputs,
            "outputs": dict(self.outputs),
            "summary": self.summary,
            "problems": self.problems,
            "faults": self.faults,
        }
        return (json.dumps(held, indent=1) + "\n").encode()


def digest(data: bytes) -> str:
    """Return a short name for some bytes."""
    return hashlib.sha256(data).hexdigest()


def read_stamp(folder: Path) -> Stamp | None:
    """Return the stamp of an output folder; None where there is none, or where a file is not as it was written."""
    try:
        held = json.loads((folder / NAME).read_bytes())
        stamp = Stamp(
            inputs=held["inputs"],
            outputs=dict(held["outputs"]),
            summary=str(held["summary"]),
            problems=tuple(held["problems"]),
            faults=int(held["faults"]),
        )
        same = all(digest((folder / name).read_bytes()) == name_digest for name, name_digest in stamp.outputs.items())
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return stamp if same else None


def inputs_digest(source: Path | bytes, output: Path, options: Iterable[str]) -> str:
    """Return a hash of what is read (every file of a folder, or bytes), the options, the engine and its libraries.

    The output may lie in the folder; it is no input.
    """
    total = hashlib.sha256(engine_digest().encode())
    for option in options:
        total.update(f"{option}\n".encode())
    if isinstance(source, bytes):
        total.update(source)
    else:
        for line in tree_lines(source, without=output):
            total.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()
