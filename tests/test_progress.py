"""The bar of long work: on a terminal and in a notebook, quiet elsewhere, and never in the way of the items."""

import io
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


def test_a_notebook_without_widgets_gets_a_line_of_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No warning and nothing to install: the line stands on standard error and goes when the work is done."""
    monkeypatch.setattr(progress, "_DELAY", 0)
    monkeypatch.setattr(progress, "find_spec", lambda _name: None)
    assert list(progress._in_notebook(["a", "b"], "reading")) == ["a", "b"]
    out, err = capsys.readouterr()
    assert out == ""
    assert "reading" in err
    assert err.rsplit("\r", 1)[-1].strip() == ""


def test_short_work_shows_no_bar() -> None:
    """What is done in no time draws nothing."""
    stream = io.StringIO()
    assert list(progress.bar(stream)(range(3), "reading")) == [0, 1, 2]
    assert stream.getvalue().strip() == ""
