"""Every notebook runs from top to bottom, offline, and is kept without its outputs."""

import subprocess
import sys
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat", reason="comes with the extra 'notebook'")

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
# in a process of its own: a kernel's libraries warn of things that are not ours
RUN = """
import sys, warnings
warnings.simplefilter("ignore")
import nbformat
from nbclient import NotebookClient
book = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": sys.argv[2]}}).execute()
shown = [output.data for cell in book.cells for output in cell.get("outputs", []) if "data" in output]
assert any("text/html" in data for data in shown), "no output shows a table or a picture"
assert not any("cdn.jsdelivr" in str(data) for data in shown), "an output asks the network"
"""


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_from_top_to_bottom(notebook: Path) -> None:
    """No cell fails, something is shown, and nothing of it comes from a network."""
    pytest.importorskip("nbclient", reason="comes with the extra 'notebook'")
    command = [sys.executable, "-c", RUN, str(notebook), str(notebook.parent)]
    run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert run.returncode == 0, run.stderr[-3000:]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_clean(notebook: Path) -> None:
    """No output, no count of executions, and the shape that Jupyter expects."""
    book = nbformat.read(notebook, as_version=4)
    nbformat.validate(book)
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert code
    assert not [cell for cell in code if cell.outputs or cell.execution_count]
    assert not [cell for cell in code if str(Path(__file__).parent.parent) in cell.source or "/home/" in cell.source]


def test_there_are_notebooks() -> None:
    """The story explored, a story of your own, and evaluating on annotated data."""
    assert [path.stem for path in NOTEBOOKS] == ["evaluate", "explore", "your-own-story"]
