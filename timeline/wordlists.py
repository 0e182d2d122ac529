"""The word lists of a language as sets, read once from ``lang/<code>/events.toml``."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from timeline.errors import GrammarError


@cache
def words(table: str, name: str, language: str = "en") -> frozenset[str]:
    """Return one list of lemmas, lower case.

    In the file ``_`` in a word stands for a space, and ``@name`` for all words of another list of the table.

    >>> "meeting" in words("nouns", "event")
    True

    Raises:
        GrammarError: if the file has no such list, or a list that stands in itself.
    """
    return frozenset(word.replace("_", " ") for word in _listed(table, name, language, ()))


def _listed(table: str, name: str, language: str, around: tuple[str, ...]) -> Iterator[str]:
    """Yield the words of a list as they are written, of the lists in it too."""
    where = f"lang/{language}/events.toml"
    if name in around:
        raise GrammarError(f"{where}: the list [{table}] {name} stands in itself; take it out")
    try:
        entries = _tables(language)[table][name].split()
    except KeyError:
        raise GrammarError(f"{where}: no list [{table}] {name}; add it") from None
    for entry in entries:
        if entry.startswith("@"):
            yield from _listed(table, entry[1:], language, (*around, name))
        else:
            yield entry


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
