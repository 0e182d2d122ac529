"""The bar of long work: on a terminal and in a notebook, quiet elsewhere, and never in the way of the items."""

import io
import os
import sys
from types import SimpleNamespace

import pytest

from timeline import progress


@pytest.mark.parametrize(
    ("ipython", "expected"),
    [
        (None, progress.quiet),
        (SimpleNamespace(get_ipython=lambda: None), progress.quiet),
        (SimpleNamespace(get_ipython=object), progress.quiet),
        (SimpleNamespace(get_ipython=lambda: SimpleNamespace(kernel=1)), progress._in_notebook),
    ],
)
def test_only_a_notebook_gets_a_bar_unasked(
    monkeypatch: pytest.MonkeyPatch, ipython: object, expected: progress.Progress
) -> None:
    """A script, or IPython in a terminal, is left alone; a kernel's notebook is shown how far it is."""
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    assert progress.fitting() is expected


def test_a_notebook_shows_one_line_and_wipes_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The line is one output of the cell, updated in its place, empty at the end; standard error stays empty."""
    shown: list[str] = []

    class Handle:
        def update(self, bundle: dict[str, str], *, raw: bool) -> None:
            assert raw
            shown.append(bundle["text/plain"])

    def display(bundle: dict[str, str], *, raw: bool, display_id: bool) -> Handle:
        assert (raw, display_id, shown) == (True, True, [])
        shown.append(bundle["text/plain"])
        return Handle()

    monkeypatch.setattr(progress, "_DELAY", 0)
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(display=SimpleNamespace(display=display)))
    assert list(progress._in_notebook(["a", "b"], "reading")) == ["a", "b"]
    assert "reading" in shown[0]
    assert shown[-1] == ""
    assert capsys.readouterr() == ("", "")


def test_short_work_shows_no_bar() -> None:
    """What is done in no time draws nothing."""
    stream = io.StringIO()
    assert list(progress.bar(stream)(range(3), "reading")) == [0, 1, 2]
    assert stream.getvalue().strip() == ""


def test_a_terminal_that_says_it_has_no_columns_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pseudo-terminal that nobody gave a size has 0 columns, on which nothing would show."""

    class Terminal(io.StringIO):
        def fileno(self) -> int:
            return 99

    monkeypatch.setattr(progress, "_DELAY", 0)
    for columns, room in ((0, {"ncols": 80, "nrows": 24}), (60, {"dynamic_ncols": True})):
        monkeypatch.setattr(progress.os, "get_terminal_size", lambda _, wide=columns: os.terminal_size((wide, 0)))
        assert progress._room(Terminal()) == room
    monkeypatch.setattr(progress, "_room", lambda _: {"ncols": 80, "nrows": 24})
    stream = Terminal()
    assert list(progress.bar(stream)("ab", "reading")) == ["a", "b"]
    assert "reading" in stream.getvalue()
