"""Files written whole or not at all."""

import contextlib
import glob
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from timeline.errors import OutputError


def write_files(folder: Path, contents: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write named files into a folder, and return the names of those that changed.

    Every file is first written and synced under a temporary name beside its place; only when all are there are they
    renamed. A file that already holds its bytes is left alone.

    Raises:
        OutputError: if the folder or a file cannot be written; no file is left half-written.
    """
    written: dict[str, Path] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in contents.items():
            if not holds(folder / name, data):
                written[name] = _write_beside(folder / name, data)
        for name, temporary in written.items():
            temporary.replace(folder / name)
        if written:
            _sync_folder(folder)
        sweep(folder, contents)
    except OSError as error:
        what = (error.strerror or type(error).__name__).lower()
        raise OutputError(f"{error.filename or folder}: {what}; name a folder that can be written with -o") from error
    finally:
        for temporary in written.values():
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return tuple(written)


def sweep(folder: Path, names: Iterable[str]) -> None:
    """Remove the temporary files that a killed process left beside the files of these names."""
    for name in names:
        for left in folder.glob(f".{glob.escape(name)}.*.part"):
            with contextlib.suppress(OSError):
                left.unlink()


def holds(path: Path, data: bytes) -> bool:
    """Say whether a file is there and holds exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def _write_beside(path: Path, data: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    """Return the process's mask for new files; there is no way to read it but to set it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the renames last a loss of power, where the system can sync a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
