"""Files that change together or not at all, whenever the process is killed.

What changes is written and synced in a folder of its own; one rename of that folder says that all of it is there; then
its files are moved to their places. Whoever comes after a kill moves what is left: until then it still holds.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from errno import EISDIR
from pathlib import Path

from timeline.errors import OutputError

COMPLETE = ".timeline-next"  # the folder of what is written and not yet in its place
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
        _finish(folder)
        changed = {name: data for name, data in contents.items() if not holds(folder / name, data)}
        for name in changed:
            if (folder / name).is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(folder / name))
        if changed:
            _write_aside(folder, changed)
            _finish(folder)
    except OSError as error:
        raise _told(error, folder) from error
    return tuple(changed)


def finish(folder: Path) -> None:
    """Move what a killed process had written whole to its place, and remove what it had not.

    Raises:
        OutputError: if the folder cannot be written.
    """
    try:
        _finish(folder)
    except OSError as error:
        raise _told(error, folder) from error


def current(folder: Path, name: str) -> Path:
    """Return where the newest whole content of a file is, which a killed process may have left beside its place."""
    complete = folder / COMPLETE / name
    return complete if _is_own(complete.parent) and complete.is_file() else folder / name


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
        _sync(partial)
        partial.rename(folder / COMPLETE)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    _sync(folder)


def _finish(folder: Path) -> None:
    complete = folder / COMPLETE
    if _is_own(complete):
        try:
            _move(complete, folder)
        except KeyboardInterrupt:
            _move(complete, folder)
            raise
    for partial in folder.glob(f"{_PARTIAL}*"):
        if _is_own(partial):
            shutil.rmtree(partial, ignore_errors=True)


def _move(complete: Path, folder: Path) -> None:
    for path in sorted(complete.iterdir()) if complete.is_dir() else ():
        with contextlib.suppress(FileNotFoundError):  # another process may be at the same work
            path.replace(folder / path.name)
    with contextlib.suppress(FileNotFoundError):
        complete.rmdir()
    _sync(folder)


def _is_own(path: Path) -> bool:
    """Say whether a folder may be one of ours; what a link leads to is not."""
    return path.is_dir() and not path.is_symlink()


def _told(error: OSError, folder: Path) -> OutputError:
    what = (error.strerror or type(error).__name__).lower()
    what = "not a folder" if isinstance(error, FileExistsError) else what
    where = (
        folder if COMPLETE in str(error.filename or COMPLETE) else error.filename
    )  # our own folder tells nobody much
    return OutputError(f"{where}: {what}; {_REMEDY}")


def _sync(folder: Path) -> None:
    """Make the names in a folder last a loss of power, where the system can sync a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
