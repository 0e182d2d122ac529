"""The page of the documentation that shows what the time rules read."""

import importlib.util
from pathlib import Path

from timeline.grammar import load

ROOT = Path(__file__).parents[1]


def test_the_page_of_times_is_true() -> None:
    """docs/times.md is what the rules' examples make it; run tools/times_page.py to renew it."""
    spec = importlib.util.spec_from_file_location("times_page", ROOT / "tools" / "times_page.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert (ROOT / "docs" / "times.md").read_text(encoding="utf-8") == tool.page(load("en"))
