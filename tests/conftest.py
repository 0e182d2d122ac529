"""What every test shares: a cache folder of its own, so that no test reads or fills the user's."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Put the user's cache folder somewhere else, for this process and those it starts."""
    folder = str(tmp_path_factory.mktemp("cache"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", folder)  # where Linux looks
        patch.setenv("LOCALAPPDATA", folder)  # and Windows
        yield
