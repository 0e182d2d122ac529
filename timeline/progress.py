"""A bar while something takes long: on a terminal, in a notebook, and nowhere else. The only module that imports tqdm.

Whoever works through a sequence takes a :class:`Progress` and iterates over what it returns; :func:`quiet` is the one
that does nothing.
"""

import io
import os
import sys
from collections.abc import Iterable
from typing import Any, Protocol, TextIO, TypeVar

T = TypeVar("T")
_DELAY = 0.7  # seconds of work before a bar is worth showing
_COLUMNS = 80
_ROWS = 24  # without these a bar draws nothing where the terminal gives no size
_LINE = "{desc} {bar} {n_fmt} of {total_fmt}, {remaining} left"


class Progress(Protocol):
    """Yields the items of a sequence unchanged and shows how far it is."""

    def __call__(self, items: Iterable[T], what: str) -> Iterable[T]:
        """Return the items, each once and in order; ``what`` names the work, as "reading"."""


def quiet(items: Iterable[T], what: str) -> Iterable[T]:  # noqa: ARG001  # the shape of every Progress
    """Return the items themselves, and show nothing.

    >>> list(quiet("ab", "reading"))
    ['a', 'b']
    """
    return items


def bar(stream: TextIO) -> Progress:
    """Return a progress that draws on a terminal and wipes its line when it is done.

    It appears only where the work lasts, in letters of ASCII where the stream knows no others, and without colour.

    Args:
        stream: where it draws.
    """

    def show(items: Iterable[T], what: str) -> Iterable[T]:
        return _drawn(items, what, stream=stream)

    return show


def fitting() -> Progress:
    """Return a bar in a notebook, and :func:`quiet` anywhere else: a library does not write on a terminal."""
    return _in_notebook if _is_notebook() else quiet


def _is_notebook() -> bool:
    """Say whether a notebook's kernel runs this process."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return shell is not None and hasattr(shell, "kernel")


def _in_notebook(items: Iterable[T], what: str) -> Iterable[T]:
    return _drawn(items, what, stream=_Cell())


class _Cell(io.StringIO):
    """A stream whose last line shows below a notebook's cell, and nothing once that line is wiped.

    Standard error would leave a coloured box behind, and widgets need a package more.
    """

    def __init__(self) -> None:
        super().__init__()
        self._handle: Any = None

    def write(self, text: str) -> int:
        """Show a line in place of the last."""
        if line := text.strip("\r\n"):
            self._show(line.strip())
        return len(text)

    def _show(self, line: str) -> None:
        display = sys.modules["IPython"].display
        if self._handle is None:
            self._handle = display.display({"text/plain": line}, raw=True, display_id=True)
        else:
            self._handle.update({"text/plain": line}, raw=True)


def _drawn(items: Iterable[T], what: str, *, stream: TextIO) -> Iterable[T]:
    from tqdm import tqdm  # noqa: PLC0415  # only who waits pays for it

    class _Bar(tqdm):  # type: ignore[misc]
        monitor_interval = 0  # no thread beside ours

    options: dict[str, Any] = {
        "file": stream,
        "delay": _DELAY,
        "leave": False,
        "bar_format": _LINE,
        **_room(stream),
    }
    shown: Iterable[T] = _Bar(items, desc=what, **options)
    return shown


def _room(stream: TextIO) -> dict[str, Any]:
    """Return how wide a bar may be: as its terminal, or as one of 80 columns and 24 rows that says it has none."""
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except OSError:  # no terminal
        return {"dynamic_ncols": True}
    return {"dynamic_ncols": True} if columns else {"ncols": _COLUMNS, "nrows": _ROWS}
