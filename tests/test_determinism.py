"""The same input gives the same bytes, in any time zone, locale or hash seed, and from any folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "articles"
WORLDS = [
    {"TZ": "America/Los_Angeles", "LC_ALL": "C", "PYTHONHASHSEED": "1", "PYTHONUTF8": "0"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "random"},
]


def build(articles: Path, output: Path, world: dict[str, str]) -> dict[str, bytes]:
    """Build in a process of its own, and return what it wrote by name."""
    subprocess.run(
        [sys.executable, "-m", "timeline.build", str(articles), "-o", str(output), "--no-cache"],
        env={**os.environ, **world},
        cwd=output.parent,
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.name: path.read_bytes() for path in sorted(output.iterdir()) if not path.name.startswith(".")}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the files of the articles built here."""
    return build(ARTICLES, tmp_path_factory.mktemp("here") / "out", {"PYTHONHASHSEED": "0", "TZ": "UTC"})


@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world["TZ"])
def test_the_same_bytes_everywhere(built: dict[str, bytes], world: dict[str, str], tmp_path: Path) -> None:
    """Neither zone nor locale nor hash seed nor the folder's place shows in any file."""
    moved = tmp_path / "moved" / "elsewhere"
    shutil.copytree(ARTICLES, moved)
    assert build(moved, tmp_path / "out", world) == built


@pytest.mark.parametrize("name", ["timeline.csv", "timeline.svg"])
def test_the_committed_output_is_fresh(built: dict[str, bytes], name: str) -> None:
    """The table and the picture that the README shows are what the articles give; if not, run make timeline."""
    assert (ROOT / "output" / name).read_bytes() == built[name], "stale: run make timeline and commit output/"
