"""Files that change together or not at all, whenever the process is killed.

What changes is written and synced in a folder of its own; one rename of that folder says that all of it is there; then
its files come to their places, where the system allows it all at one instant (:mod:`timeline.export.places`). Whoever
comes after a kill ends what is left: until then it still holds.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from errno import EISDIR
from pathlib import Path

from timeline.errors import OutputError
from timeline.export.places import COMPLETE, OURS, alone, is_own, put, recover, sync

_PARTIAL = ".timeline-next-"  # how the name of one begins that is still being written
_REMEDY = "name a folder that can be written with -o"


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write named files into a folder, all or none, and return the names of those that changed.

    A file that already holds its bytes is left alone.

    Raises:
        OutputError: if the folder or a file cannot be written; the old files stay.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with alone(folder) as swap:
            _finish(folder, swap=swap)
            changed = {name: data for name, data in contents.items() if not holds(folder / name, data)}
            for name in changed:
                if (folder / name).is_dir():
                    raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(folder / name))
            if changed:
                _write_aside(folder, changed)
                _finish(folder, swap=swap)
    except OSError as error:
        raise _told(error, folder) from error
    return tuple(changed)


def finish(folder: Path) -> None:
    """Move what a killed process had written whole to its place, and remove what it had not.

    Raises:
        OutputError: if the folder cannot be written.
    """
    try:
        with alone(folder) as swap:
            _finish(folder, swap=swap)
    except OSError as error:
        raise _told(error, folder) from error


def current(folder: Path, name: str) -> Path:
    """Return where the newest whole content of a file is, which a killed process may have left beside its place."""
    complete = folder / COMPLETE / name
    return complete if is_own(complete.parent) and complete.is_file() else folder / name


def holds(path: Path, data: bytes) -> bool:
    """Say whether a file is there and holds exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _write_aside(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write files into a folder beside their places; at the end it has the name that says it is complete."""
    partial = Path(tempfile.mkdtemp(prefix=_PARTIAL, dir=folder))
    try:
        for name, data in contents.items():
            with (partial / name).open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        sync(partial)
        partial.rename(folder / COMPLETE)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    sync(folder)


def _finish(folder: Path, *, swap: bool) -> None:
    try:
        _settle(folder, swap=swap)
    except KeyboardInterrupt:
        _settle(folder, swap=swap)
        raise


def _settle(folder: Path, *, swap: bool) -> None:
    if swap:
        recover(folder)
    put(folder, swap=swap)
    for partial in folder.glob(f"{_PARTIAL}*"):
        if is_own(partial):
            shutil.rmtree(partial, ignore_errors=True)


def _told(error: OSError, folder: Path) -> OutputError:
    what = (error.strerror or type(error).__name__).lower()
    what = "not a folder" if isinstance(error, FileExistsError) else what
    where = folder if OURS in str(error.filename or OURS) else error.filename  # our own folders tell nobody much
    return OutputError(f"{where}: {what}; {_REMEDY}")
