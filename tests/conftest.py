"""What every test shares: a cache folder of its own, so that no test reads or fills the user's."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the user's cache folder somewhere else, for this process and those it starts."""
    folder = str(Path(tmp_path_factory.getbasetemp()) / "cache")
    monkeypatch.setenv("XDG_CACHE_HOME", folder)  # where Linux looks
    monkeypatch.setenv("LOCALAPPDATA", folder)  # and Windows
