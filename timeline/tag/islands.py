"""Runs of words that a time may be made of, around the words that tell one."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.grammar import Found, load, parse

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\s\w]|_")
_PART_FOLLOWS = re.compile(r" (?:night|nite|morning|afternoon|evening)\b", re.IGNORECASE)
_STOP = frozenset(".")
_LEFT, _RIGHT, _TOKENS = 90, 140, 28
# what tells a time without a word: a year, a date or a clock in figures, a short decade, a quarter
_FIGURES = r"\d(?:\d{3}(?!\d)|\d?(?:[:/.-]\d\d| ?[ap]\.? ?m\b|(?:st|nd|rd|th)\b)|q\b)|q[1-4]\b"


class Island(NamedTuple):
    """A run of tokens: the tokens joined by blanks, and where each starts and ends in the text."""

    key: str
    starts: list[int]
    ends: list[int]


def find(text: str, lower: str) -> Iterator[Island]:
    """Yield the islands of a text in order; no two share a character."""
    scan = _scanner()
    free = place = 0
    while (match := scan.search(lower, place)) is not None:
        at, place = match.span()
        begin = _leftmost(text, lower, at, max(free, at - _LEFT))
        island = _run(text, lower, begin, min(len(lower), at + _RIGHT))
        if island.ends and island.ends[-1] > at:
            free = place = max(place, island.ends[-1])
            yield island


@lru_cache(maxsize=65536)
def parsed(key: str) -> tuple[Found, ...]:
    """Return the times in the tokens of an island, by start, the longest first."""
    return tuple(parse(load(), key.split(" ")))


@lru_cache(maxsize=1)
def _scanner() -> re.Pattern[str]:
    words = _trie(load().triggers)
    return re.compile(rf"(?<!\w)(?:{words}\b|{_FIGURES}|['’‘]\d0s\b)")


def _trie(words: tuple[str, ...]) -> str:
    """Return a pattern that reads each letter once; an alternation of words would try them one by one."""
    heads: dict[str, list[str]] = {}
    for word in sorted(words):
        heads.setdefault(word[:1], []).append(word[1:])
    optional = heads.pop("", None) is not None
    branches = [re.escape(head) + _trie(tuple(tails)) for head, tails in heads.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not optional:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if optional else "")


def _leftmost(text: str, lower: str, at: int, limit: int) -> int:
    """Return where the run that ends in ``at`` begins, at ``limit`` or later."""
    if limit > 0 and lower[limit - 1].isalnum():
        # the window's edge may cut a word: leave its rest out
        while limit < at and lower[limit].isalnum():
            limit += 1
    begin = at
    for match in reversed(list(_TOKEN.finditer(lower, limit, at))):
        start = match.start()
        if not _belongs(text, lower, match.group(), start) or not _joined(lower, match.end(), begin):
            break
        begin = match.start()
    return begin


def _run(text: str, lower: str, begin: int, limit: int) -> Island:
    tokens: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(lower, begin, limit):
        token, start = match.group(), match.start()
        if not _belongs(text, lower, token, start) or (ends and not _joined(lower, ends[-1], start)):
            break
        tokens.append(token)
        starts.append(start)
        ends.append(match.end())
        if len(tokens) == _TOKENS:
            cut = _seam(tokens)
            del tokens[cut:], starts[cut:], ends[cut:]
            break
    return Island(" ".join(tokens), starts, ends)


def _seam(tokens: list[str]) -> int:
    """Return where a run too long to parse whole is cut: before its last comma or conjunction, if it has one."""
    for at in range(len(tokens) - 1, len(tokens) // 2, -1):
        if tokens[at] in {",", "and", "or", ";"}:
            return at
    return len(tokens)


def _belongs(text: str, lower: str, token: str, start: int) -> bool:
    """Say whether a token may stand in a time: by the vocabulary, its capital, and what its full stop ends."""
    grammar = load()
    if token not in grammar.vocabulary:
        return token[0].isdigit()
    if token in _STOP:
        return _abbreviates(lower, start)
    if token not in grammar.lists["capitals"] or text[start].isupper():
        return True
    return token in grammar.words["weekday_short"] and _PART_FOLLOWS.match(text, start + len(token)) is not None


def _joined(lower: str, end: int, start: int) -> bool:
    """Say whether only blanks, and no empty line, stand between two tokens."""
    return start - end <= 1 or lower.count("\n", end, start) < 2


def _abbreviates(lower: str, dot: int) -> bool:
    """Say whether a full stop ends an abbreviation, or stands in a number, rather than ends a sentence."""
    if dot + 1 < len(lower) and lower[dot - 1 : dot].isdigit() and lower[dot + 1].isdigit():
        return True
    begin = dot
    while begin > 0 and dot - begin < 6 and lower[begin - 1].isalpha():
        begin -= 1
    return lower[begin:dot] in load().lists["abbreviations"]
