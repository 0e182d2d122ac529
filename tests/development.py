"""The development data, where they lie beside the project."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """Return a path of the development data, or skip the test that asks for it."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"no development data at {path} beside this project")
    return found
