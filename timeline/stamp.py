"""Whether a build would change anything: a hash of all that goes into it, kept beside what came out."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from timeline.articles import BUILD_MARK

NAME = BUILD_MARK
_LIBRARIES = ("altair", "dateparser", "pendulum", "vl-convert-python", "trafilatura", "pypdf", "python-docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What went into a build, what came out by name, and what the build had to say."""

    inputs: str
    outputs: Mapping[str, str]
    summary: str
    problems: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """Return the stamp as it is kept."""
        held = {
            "inputs": self.inputs,
            "outputs": dict(self.outputs),
            "summary": self.summary,
            "problems": self.problems,
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
        )
        same = all(digest((folder / name).read_bytes()) == name_digest for name, name_digest in stamp.outputs.items())
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return stamp if same else None


def inputs_digest(source: Path | bytes, output: Path, options: Iterable[str]) -> str:
    """Return a hash of what is read (every file of a folder, or bytes), the options, the engine and its libraries.

    The output may lie in the folder; it is no input.
    """
    total = hashlib.sha256()
    for option in (*options, *_versions()):
        total.update(f"{option}\n".encode())
    if isinstance(source, bytes):
        total.update(source)
    for root in (Path(__file__).parent, source):
        if isinstance(root, bytes):
            continue
        for path in sorted(root.glob("**/*")):
            if path.is_file() and "__pycache__" not in path.parts and output not in path.parents:
                name = path.relative_to(root).as_posix()
                total.update(f"{name}\n{_file_digest(path)}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _file_digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"unreadable: {error.errno}"


def _versions() -> Iterable[str]:
    for name in _LIBRARIES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} missing"
