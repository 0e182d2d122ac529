"""The files of the page: its style sheet and its script."""

from functools import cache
from importlib.resources import files


@cache
def asset(name: str) -> str:
    """Return a file of this package as text."""
    return files("timeline.page").joinpath(name).read_text(encoding="utf-8").strip("\n")
