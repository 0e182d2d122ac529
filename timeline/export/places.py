"""How files that are written whole come to their places: all at one instant, where two folders can be exchanged.

A stand-in is made beside the folder: it holds the new files and what else is there, as further names of the same files.
It takes the folder's place while the files are moved inside the folder, and gives it back. So whoever opens the folder
by its name sees the old files or the new, and it stays the same folder for whoever is in it or watches it. A kill may
leave the stand-in at the place; whoever comes next ends the work.

A folder with folders in it gets no stand-in: those have no further names, and must not hang on a hidden one.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from errno import ENOTEMPTY
from pathlib import Path

from timeline.export.swap import can_exchange, exchange

OURS = ".timeline-"  # how the names begin that nobody else gives
COMPLETE = f"{OURS}next"  # the folder of what is written whole and not yet in its place
_MARK = f"{OURS}stand-in"  # a file in a stand-in, and in no other folder
_TRIES, _PAUSE = 100, 0.05  # how often, and after how many seconds, the lock is asked for


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[bool]:
    """Keep other builds from the folders beside a folder, and say whether these may be exchanged meanwhile."""
    try:
        import fcntl  # noqa: PLC0415  # not on Windows, where there is no exchange either

        descriptor = os.open(folder.resolve().parent, os.O_RDONLY)
    except (ImportError, OSError):
        yield False
        return
    try:
        for _ in range(_TRIES):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                time.sleep(_PAUSE)
            except OSError:  # a file system without locks
                break
            else:
                yield can_exchange()
                return
        yield False
    finally:
        os.close(descriptor)


def put(folder: Path, *, swap: bool) -> None:
    """Move what a folder holds complete to its places, at one instant if ``swap`` is true and the system can."""
    complete = folder / COMPLETE
    real = folder.resolve()
    several = is_own(complete) and len(list(complete.iterdir())) > 1  # one file comes at one instant anyway
    if not (swap and several and _stand_in(real)):
        move(complete, folder)


def recover(folder: Path) -> None:
    """End what a kill left of a stand-in: the folder is at its place, with all that was in it and in the stand-in."""
    real = folder.resolve()
    aside = _aside(real)
    if not is_own(aside):
        if (real / _MARK).exists():  # its original was removed: it is the folder now
            (real / _MARK).unlink()
    elif (aside / _MARK).exists() or _is_empty(aside):
        _discard(aside, real)
    elif (real / _MARK).exists():
        _settle(real, aside)
    elif not real.exists() or _is_empty(real):  # the stand-in was removed
        aside.replace(real)


def move(complete: Path, folder: Path) -> None:
    """Move the files of one folder into another, one by one, and remove the first."""
    if not is_own(complete):
        return
    for path in sorted(complete.iterdir()):
        with contextlib.suppress(FileNotFoundError):  # another process may be at the same work
            path.replace(folder / path.name)
    with contextlib.suppress(FileNotFoundError):
        complete.rmdir()
    sync(folder)


def is_own(path: Path) -> bool:
    """Say whether a folder may be one of ours; what a link leads to is not."""
    return path.is_dir() and not path.is_symlink()


def _is_empty(folder: Path) -> bool:
    return next(folder.iterdir(), None) is None


def sync(folder: Path) -> None:
    """Make the names in a folder last a loss of power, where the system can sync a folder."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _aside(real: Path) -> Path:
    """Return the place beside a folder: of its stand-in, or of the folder while that stands in."""
    return real.parent / f".{real.name}{COMPLETE}"


def _stand_in(real: Path) -> bool:
    """Bring the new files of a folder to their places behind a stand-in; False, and nothing done, where none can be."""
    aside = _aside(real)
    try:
        _fill(aside, real)
        exchange(aside, real)
    except (OSError, NotImplementedError):  # no links, no exchange, a mount point, the folder beside it is not ours
        _discard(aside, real)
        return False
    _settle(real, aside)
    return True


def _fill(aside: Path, real: Path) -> None:
    """Make a stand-in: the new files of a folder, and its other files, under further names."""
    aside.mkdir(mode=0o700)
    (aside / _MARK).touch()
    new = sorted((real / COMPLETE).iterdir())
    names = {path.name for path in new}
    for path in sorted(real.iterdir()):
        if path.name.startswith(COMPLETE) or path.name in names:
            continue
        if is_own(path):
            raise OSError(ENOTEMPTY, os.strerror(ENOTEMPTY), str(path))
        os.link(path, aside / path.name, follow_symlinks=False)
    for path in new:
        os.link(path, aside / path.name, follow_symlinks=False)
    held = real.stat()
    if (held.st_uid, held.st_gid) != (os.geteuid(), aside.stat().st_gid):
        os.chown(aside, held.st_uid, held.st_gid)
    shutil.copystat(real, aside)
    sync(aside)


def _settle(real: Path, aside: Path) -> None:
    """Bring a folder that a stand-in stands for up to date, let it take its place again, and remove the stand-in."""
    move(aside / COMPLETE, aside)
    for path in sorted(real.iterdir()):
        if path.name != _MARK and not is_own(path):  # a new folder goes with what is left at the end
            _carry(path, aside / path.name)
    exchange(aside, real)
    sync(real.parent)
    _discard(aside, real)


def _carry(path: Path, target: Path) -> None:
    """Take over a file that others changed in a stand-in while it stood there."""
    if not os.path.lexists(target) or not os.path.samestat(path.lstat(), target.lstat()):
        target.unlink(missing_ok=True)
        os.link(path, target, follow_symlinks=False)


def _discard(aside: Path, real: Path) -> None:
    """Remove a stand-in, but for what is nowhere else: that goes into the folder."""
    if not is_own(aside):
        return
    if (aside / _MARK).exists():
        for path in sorted(aside.iterdir()):
            last = is_own(path) or path.lstat().st_nlink == 1
            if path.name == _MARK:
                continue
            if last and not os.path.lexists(real / path.name):
                path.rename(real / path.name)
            elif not is_own(path):
                path.unlink()
        (aside / _MARK).unlink()
    with contextlib.suppress(OSError):  # it is not empty: not ours
        aside.rmdir()
