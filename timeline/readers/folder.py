"""The files under a folder, group by group: each folder's together, as they may share a table of metadata."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from timeline.model import Problem, Severity
from timeline.readers.decode import read_bytes
from timeline.readers.names import printable
from timeline.readers.parts import is_parts, passed_over
from timeline.readers.sidecar import NAME as TABLE
from timeline.readers.source import Entry, Limits

BUILD_MARK = ".timeline-build.json"  # a folder under the articles that holds it is the output of a build
CORRECTIONS = "corrections.toml"  # beside the articles: the reader's hand, and no article


def groups(root: Path, limits: Limits) -> Iterator[list[Entry] | Problem]:
    """Yield the files of each folder, in order, but no hidden one and no output; folder links are not followed."""
    faults: list[OSError] = []
    for directory, folders, files in os.walk(root, onerror=faults.append):
        yield from (_problem(root, fault) for fault in faults)
        faults.clear()
        here = Path(directory)
        if here != root and BUILD_MARK in files:
            folders.clear()
            continue
        if TABLE in folders:
            what, remedy = "a folder where a table of the files is read", "put the table in its place, or rename it"
            yield Problem(where=_shown(root, here / TABLE), what=what, remedy=remedy, severity=Severity.WARNING)
        parts = {name for name in folders if is_parts(name, files)}
        if parts:
            yield passed_over(_shown(root, here), {printable(name) for name in parts})
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in parts)
        own = {CORRECTIONS} if here == root else set()
        yield [
            _entry(root, here / name, limits) for name in sorted(files) if not name.startswith(".") and name not in own
        ]
    yield from (_problem(root, fault) for fault in faults)


def _entry(root: Path, path: Path, limits: Limits) -> Entry:
    shown = _shown(root, path)
    return Entry(shown=shown, load=partial(read_bytes, path, shown=shown, max_bytes=limits.max_bytes))


def _problem(root: Path, error: OSError) -> Problem:
    what = (error.strerror or "unreadable").lower()
    where = _shown(root, Path(error.filename)) if error.filename else "."
    return Problem(where=where, what=what, remedy="check that the folder is readable")


def _shown(root: Path, path: Path) -> str:
    return printable(path.relative_to(root).as_posix())
