r"""A rule's pattern, expanded into flat sequences of symbols.

A pattern is a line of items: a word as itself, ``{slot}`` for a word list, a number class or another
kind of time, ``{name:slot}`` to give it another name, ``[item item]`` for what may be absent, and
``(item | item)`` for a choice; a round bracket in the text is written ``\(``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.errors import GrammarError

_ITEM = re.compile(r"\{([a-z_]+)(?::([a-z_]+))?\}|(\\[()])|([\[\](|)])|([^\s\[\](|){}\\]+)")
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\s\w]|_")
_LIMIT = 4000


class Symbol(NamedTuple):
    """One place in a sequence: a literal word, or a category in braces; ``name`` is its slot, or empty."""

    key: str
    name: str = ""


def tokens_of(phrase: str) -> list[str]:
    """Return the tokens of a phrase: runs of letters, runs of digits, and every other sign alone.

    >>> tokens_of("year-end o'clock 1980s")
    ['year', '-', 'end', 'o', "'", 'clock', '1980', 's']
    """
    return _TOKEN.findall(phrase)


def asked_by(pattern: str) -> list[str]:
    """Return the categories that a pattern asks for, in braces.

    >>> asked_by("the {nth} of {outer:year}")
    ['{nth}', '{year}']
    """
    return ["{" + (category or name) + "}" for name, category, *_ in _ITEM.findall(pattern) if name]


def expand(pattern: str) -> list[tuple[Symbol, ...]]:
    """Return every flat sequence that the pattern stands for.

    >>> [[symbol.key for symbol in line] for line in expand("[the] {ordinal} (quarter|half)")]
    [['{ordinal}', 'quarter'], ['the', '{ordinal}', 'quarter'], ['{ordinal}', 'half'], ['the', '{ordinal}', 'half']]

    Raises:
        GrammarError: if brackets do not match, or the pattern stands for too many sequences.
    """
    items = _items(pattern)
    lines = list(_choice(items, None))
    if len(lines) > _LIMIT:
        raise GrammarError(f"'{pattern}': stands for {len(lines)} sequences; split it")
    return lines


def _items(pattern: str) -> Iterator[str | Symbol]:
    place = 0
    for match in _ITEM.finditer(pattern):
        if pattern[place : match.start()].strip():
            raise GrammarError(f"'{pattern}': '{pattern[place : match.start()]}' is no item; see the pattern language")
        place = match.end()
        name, category, escaped, bracket, word = match.groups()
        if escaped:
            yield Symbol(escaped[1])
        elif bracket:
            yield bracket
        elif name:
            yield Symbol("{" + (category or name) + "}", name)
        else:
            yield from (Symbol(token) for token in tokens_of(word))
    if pattern[place:].strip():
        raise GrammarError(f"'{pattern}': '{pattern[place:]}' is no item; see the pattern language")


def _choice(items: Iterator[str | Symbol], closing: str | None) -> list[tuple[Symbol, ...]]:
    """Read alternatives up to the closing bracket."""
    done: list[tuple[Symbol, ...]] = []
    lines: list[tuple[Symbol, ...]] = [()]
    for item in items:
        if isinstance(item, Symbol):
            lines = [(*line, item) for line in lines]
        elif item == "[":
            lines = [(*line, *more) for more in [(), *_choice(items, "]")] for line in lines]
        elif item == "(":
            lines = [(*line, *more) for more in _choice(items, ")") for line in lines]
        elif item == "|":
            done += lines
            lines = [()]
        elif item == closing:
            return done + lines
        else:
            raise GrammarError(f"'{item}': a bracket that opens nothing; remove it")
    if closing is not None:
        raise GrammarError(f"'{closing}' is missing; close the bracket")
    return done + lines
