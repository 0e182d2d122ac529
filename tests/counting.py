"""How often a function is called, as a measure of cost that no clock disturbs."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

import pytest


@contextmanager
def counting(monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str) -> Iterator[list[str]]:
    """Count the calls of a module's function: the list that it gives holds its name once a call."""
    calls: list[str] = []
    plain = getattr(module, name)

    def counted(*arguments: object) -> object:
        calls.append(name)
        return plain(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, counted)
        yield calls
