"""Zip archives: their files as the files of a folder, read in memory and never written anywhere."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import PurePosixPath

from timeline.model import Problem, Severity
from timeline.readers.names import printable
from timeline.readers.parts import is_parts, passed_over
from timeline.readers.source import Entry, Source
from timeline.readers.unreadable import UnreadableError

_REMEDY = "unpack it into a folder"
_DEEP = 20  # folders of a path in which the parts of a page are looked for


def entries(source: Source) -> Iterator[Entry | Problem]:
    """Yield the files of an archive in the order of their names, and a problem for each that is refused.

    Raises:
        UnreadableError: if it is no zip archive, holds too many files, or unpacks to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source.data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError) as error:
        what = "not a zip archive that can be read"
        raise UnreadableError(where=source.shown, what=what, remedy=_REMEDY) from error
    members = sorted(
        (one for one in archive.infolist() if one.filename and not one.is_dir()), key=lambda one: one.filename
    )
    limits = source.limits
    if len(members) > limits.max_documents or sum(one.file_size for one in members) > limits.max_unpacked:
        what = f"unpacks to more than {limits.max_documents:,} files or {limits.max_unpacked:,} bytes"
        raise UnreadableError(where=source.shown, what=what, remedy=_REMEDY)
    seen: set[str] = set()
    parts = _parts([_path(member) for member in members])
    if parts:
        yield passed_over(source.shown, {printable(folder[-1]) for folder in parts})
    for member in members:
        path = _path(member)
        hidden = any(part.startswith((".", "__MACOSX")) and part != ".." for part in path.parts)
        if hidden or (parts and not parts.isdisjoint(_folders(path))):
            continue
        shown = f"{source.shown}/{printable(path.as_posix())}"
        if not path.name or path.is_absolute() or ".." in path.parts or ":" in path.parts[0]:
            what, remedy = "a path that is none, or leads out of the archive", "pack it anew"
            yield Problem(where=shown, what=what, remedy=remedy, severity=Severity.ERROR)
        else:
            if shown in seen:  # as unpacking it would leave the last
                what, remedy = "stands in its archive more than once; the last counts", "give each file its own name"
                yield Problem(where=shown, what=what, remedy=remedy, severity=Severity.WARNING)
            seen.add(shown)
            yield Entry(shown=shown, load=partial(_load, archive, member, shown, limits.max_bytes))


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def _folders(path: PurePosixPath) -> list[tuple[str, ...]]:
    """Return the folders that a path leads through, each as its parts, and not the deepest of a path without end."""
    return [path.parts[:at] for at in range(1, min(len(path.parts), _DEEP))]


def _parts(paths: Sequence[PurePosixPath]) -> set[tuple[str, ...]]:
    """Return the folders of an archive that are the parts of a page beside them."""
    files: dict[tuple[str, ...], set[str]] = {}
    for path in paths:
        files.setdefault(path.parts[:-1], set()).add(path.name)
    folders = {folder for path in paths for folder in _folders(path)}
    return {folder for folder in folders if is_parts(folder[-1], files.get(folder[:-1], ()))}


def _load(archive: zipfile.ZipFile, member: zipfile.ZipInfo, shown: str, max_bytes: int) -> bytes:
    try:
        with archive.open(member) as file:
            data = file.read(max_bytes + 1)  # the size it claims is only a claim
    except (zipfile.BadZipFile, RuntimeError, ValueError, OSError, EOFError, zlib.error) as error:
        what = "encrypted" if member.flag_bits & 1 else "broken in its archive"
        raise UnreadableError(where=shown, what=what, remedy=_REMEDY) from error
    if len(data) > max_bytes:
        what = f"larger than the limit of {max_bytes:,} bytes"
        raise UnreadableError(where=shown, what=what, remedy="split it or raise --max-bytes")
    return data
