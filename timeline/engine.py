"""What made a result: a hash of this package's own files and of the versions of what it reads and reckons with."""

import hashlib
import platform
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_LIBRARIES = (
    "altair", "dateparser", "lxml", "lxml_html_clean", "numpy", "pendulum", "pyarrow", "pypdf", "python-docx", "PyYAML",
    "trafilatura", "vl-convert-python",
)  # fmt: skip


@cache
def engine_digest() -> str:
    """Return a hash that changes whenever the same input might give another result.

    >>> len(engine_digest())
    64
    """
    total = hashlib.sha256()
    for line in (sys.version, platform.machine(), *_versions(), *tree_lines(Path(__file__).parent)):
        total.update(f"{line}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def tree_lines(root: Path, *, without: Path | None = None) -> Iterable[str]:
    """Yield a line a file under a folder, in order: its name and the hash of its bytes; ``without`` is passed over."""
    for path in sorted(root.glob("**/*")):
        if path.is_file() and "__pycache__" not in path.parts and without not in path.parents:
            yield f"{path.relative_to(root).as_posix()}\n{_file_digest(path)}"


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
