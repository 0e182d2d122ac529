"""What was read before, kept between builds: an embedded table under the user's cache folder, safe to delete.

A value is named by a hash of all that it was made from, the engine among it, so that a changed file or a changed rule
never meets an old answer. Values are JSON, checked by their hash when they are fetched; whatever is wrong with the
table, its values are made anew. The only module that imports sqlite3 and platformdirs.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from timeline.engine import engine_digest
from timeline.errors import TimelineError
from timeline.plain import from_plain, to_plain

T = TypeVar("T")

NAME = "read.sqlite3"
_SCHEMA = "CREATE TABLE IF NOT EXISTS kept (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, value BLOB NOT NULL)"
_OLDER_HALF = "DELETE FROM kept WHERE number <= (SELECT (min(number) + max(number)) / 2 FROM kept)"
_MAX_BYTES = 500_000_000  # of the table; beyond it the older half goes
_WAIT = 2.0  # seconds for another build's writing to end
_PENDING = 64  # values that wait to be written together
_HASH = 32  # bytes


class Cache:
    """A table of values by the hash of what they were made from; a fault of the table only costs time.

    Use it in a ``with`` statement, or call :meth:`close`, so that what waits is written.

    Attributes:
        made: how many values had to be made, since they were not there.
    """

    def __init__(self, folder: Path, *, engine: str | None = None, max_bytes: int = _MAX_BYTES) -> None:
        """Open or make the table in a folder; ``engine`` stands for the version of whatever makes the values."""
        self.made = 0
        self._engine = engine or engine_digest()
        self._max_bytes = max_bytes
        self._pending: dict[str, bytes] = {}
        self._path = folder / NAME
        self._table = _open(self._path)

    def kept(self, source: Iterable[str], kind: type[T], make: Callable[[], T]) -> T:
        """Return the value of a type that was made from ``source`` before, or make and keep it."""
        name = self._name(source)
        value = self._fetch(name, kind)
        if value is None:
            value = make()
            self._keep(name, value)
        return value

    def get(self, source: Iterable[str], kind: type[T]) -> T | None:
        """Return the value of a type that was made from ``source`` before, or None."""
        return self._fetch(self._name(source), kind)

    def put(self, source: Iterable[str], value: object) -> None:
        """Keep a value that was made from ``source``."""
        self._keep(self._name(source), value)

    def close(self) -> None:
        """Write what waits and let go of the table."""
        self._write()
        if self._table is not None:
            self._table.close()
            self._table = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self.close()

    def _name(self, source: Iterable[str]) -> str:
        total = hashlib.sha256(self._engine.encode())
        for part in source:  # each part is hashed by itself, so that no two lists of parts read alike
            total.update(hashlib.sha256(part.encode("utf-8", "surrogatepass")).digest())
        return total.hexdigest()

    def _fetch(self, name: str, kind: type[T]) -> T | None:
        if self._table is None:
            return None
        try:
            row = self._table.execute("SELECT value FROM kept WHERE name = ?", (name,)).fetchone()
        except sqlite3.Error as error:
            self._drop(error)
            return None
        held = row[0] if row else None
        if not isinstance(held, bytes) or _seal(name, held[_HASH:]) != held[:_HASH]:
            return None
        try:
            return from_plain(json.loads(zlib.decompress(held[_HASH:])), kind)
        except (zlib.error, ValueError, RecursionError, TimelineError):
            return None

    def _keep(self, name: str, value: object) -> None:
        self.made += 1
        try:
            plain = json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":")).encode()
        except UnicodeEncodeError:  # half a character would come back as another text
            return
        packed = zlib.compress(plain, 1)
        self._pending[name] = _seal(name, packed) + packed
        if len(self._pending) >= _PENDING:
            self._write()

    def _write(self) -> None:
        if self._table is not None and self._pending:
            try:
                with self._table:
                    rows = self._pending.items()
                    self._table.executemany("INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)", rows)
                    if _size(self._table) > self._max_bytes:
                        self._table.execute(_OLDER_HALF)
            except sqlite3.Error as error:
                self._drop(error)
        self._pending.clear()

    def _drop(self, error: sqlite3.Error) -> None:
        """Go on without the table; one that is spoiled, not only busy or full, is removed."""
        if self._table is not None:
            with suppress(sqlite3.Error):
                self._table.close()
        self._table = None
        if not isinstance(error, sqlite3.OperationalError):
            with suppress(OSError):
                self._path.unlink()


def user_cache() -> Cache:
    """Return the cache under the user's cache folder (on Linux ``$XDG_CACHE_HOME/news-timeline``)."""
    import platformdirs  # noqa: PLC0415  # only a build asks for the place

    return Cache(platformdirs.user_cache_path("news-timeline", appauthor=False))


def _seal(name: str, packed: bytes) -> bytes:
    """Return the hash by which a value is known to be whole and in its place."""
    return hashlib.sha256(name.encode() + packed).digest()


def _open(path: Path) -> sqlite3.Connection | None:
    """Return the table in a file, made anew where the file holds none; None where there can be none."""
    for again in (True, False):
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            table = sqlite3.connect(path, timeout=_WAIT)
            try:
                table.execute(_SCHEMA)
            except sqlite3.Error:
                table.close()
                raise
        except (sqlite3.OperationalError, OSError):  # locked, full or read-only
            return None
        except sqlite3.DatabaseError:  # no table at all
            with suppress(OSError):
                path.unlink()
            if not again:
                return None
        else:
            return table
    return None


def _size(table: sqlite3.Connection) -> int:
    """Return how many bytes of a table's file are in use."""
    (pages,), (free,), (page,) = (
        table.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "freelist_count", "page_size")
    )
    used: int = (pages - free) * page
    return used
