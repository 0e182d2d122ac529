"""The word lists of a language as sets, read once from ``lang/<code>/events.toml``."""

import tomllib
from functools import cache
from importlib.resources import files

from timeline.errors import GrammarError


@cache
def words(table: str, name: str, language: str = "en") -> frozenset[str]:
    """Return one list of lemmas, lower case; ``_`` in a word stands for a space.

    >>> "meeting" in words("nouns", "event")
    True

    Raises:
        GrammarError: if the file has no such list.
    """
    try:
        return frozenset(word.replace("_", " ") for word in _tables(language)[table][name].split())
    except KeyError:
        raise GrammarError(f"lang/{language}/events.toml: no list [{table}] {name}; add it") from None


@cache
def _tables(language: str) -> dict[str, dict[str, str]]:
    path = files("timeline") / "lang" / language / "events.toml"
    try:
        tables: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise GrammarError(f"lang/{language}/events.toml: {error}; mend the line") from None
    for table, lists in tables.items():
        for name, value in lists.items():
            if not isinstance(value, str):
                raise GrammarError(f"lang/{language}/events.toml: [{table}] {name} must be one string of words")
    return tables
