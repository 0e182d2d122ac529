"""Runs of words that a time may be made of, around the words that tell one."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from timeline.grammar import Found, load, parse

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\s\w]|_")
_PART_FOLLOWS = re.compile(r" (?:night|nite|morning|afternoon|evening)\b", re.IGNORECASE)
# what makes a month of "may" and "march" without a capital: "in may", "on march 5"
_BEFORE_A_MONTH = tuple(f" {word} " for word in ("in", "since", "until", "early", "late"))
_DAY_OF = re.compile(r"\bon (?:may|march) \d")
# short months that are no other word where a number stands beside them
_SHORT_MONTHS = frozenset({"jan", "mar", "dec"})
_NUMBER_AFTER = re.compile(r"\.? \d{1,2}(?!\d)")
_NUMBER_BEFORE = re.compile(r"\d(?:st|nd|rd|th)? \Z")
_PLAIN, _CAPITAL, _STOP = range(3)
_LEFT, _RIGHT, _TOKENS = 90, 140, 28
# what tells a time without a word: a year, a date or a clock in figures, a short decade, a quarter
_FIGURES = (
    r"\d(?:\d{3}(?!\d)|\d?(?:[:/.-]\d\d| ?[ap]\.? ?m\b|(?:st|nd|rd|th)\b)|q\b)|q[1-4]\b|[ab]\.[cd]\b|fy\d|h[12] \d"
    r"|\d0s\b|\dq\d"
    r"|2(?:moro|morrow|day|nite|night)\b|\d{1,3} ?(?:hrs?|mins?|secs?|yrs?|wks?|mths?)\b"
    r"|(?:in|until|since|by|from|to) \d{3}\b|year \d{3}\b|\d{1,2}/\d{1,2}(?!\d)"
)


class Island(NamedTuple):
    """A run of tokens: the tokens joined by blanks, and where each starts and ends in the text."""

    key: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


_Token = tuple[str, int, int]


def find(text: str, lower: str) -> Iterator[Island]:
    """Yield the islands of a text in order; no two share a character."""
    scan = _scanner()
    free = place = 0
    while (match := scan.search(lower, place)) is not None:
        at, place = match.span()
        begin = _leftmost(text, lower, at, max(free, at - _LEFT))
        tokens = _run(text, lower, begin, min(len(lower), at + _RIGHT))
        if tokens and tokens[-1][2] > at:
            free = place = max(place, tokens[-1][2])
            _trim(tokens)
            words, starts, ends = zip(*tokens, strict=True) if tokens else ((), (), ())
            yield Island(" ".join(words), starts, ends)


@lru_cache(maxsize=16384)
def parsed(key: str) -> tuple[Found, ...]:
    """Return the times in the tokens of an island, by start, the longest first."""
    return tuple(parse(load(), key.split(" "))) if key else ()


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
    begin = at
    while True:
        end = begin
        while end > limit and lower[end - 1].isspace():
            end -= 1
        if end == limit or not _joined(lower, end, begin):
            return begin
        start = _token_before(lower, end, limit)
        if (start == limit and limit and lower[limit - 1].isalnum()) or not _belongs(
            text, lower, lower[start:end], start
        ):
            return begin
        begin = start


def _token_before(lower: str, end: int, limit: int) -> int:
    """Return where the token that ends in ``end`` starts."""
    start = end - 1
    if lower[start].isalpha():
        while start > limit and lower[start - 1].isalpha():
            start -= 1
    elif lower[start].isdigit():
        while start > limit and lower[start - 1].isdigit():
            start -= 1
    return start


def _run(text: str, lower: str, begin: int, limit: int) -> list[_Token]:
    """Return the tokens of the run that starts in ``begin``."""
    tokens: list[_Token] = []
    roles = _roles()
    end = begin
    for match in _TOKEN.finditer(lower, begin, limit):
        token = match.group()
        start = match.start()
        if roles.get(token) != _PLAIN and not _belongs(text, lower, token, start):
            break
        if start - end > 1 and not _joined(lower, end, start):
            break
        end = match.end()
        tokens.append((token, start, end))
        if len(tokens) == _TOKENS:
            del tokens[_seam(tokens) :]
            break
    return tokens


def _trim(tokens: list[_Token]) -> None:
    """Drop what no time can begin with from the left, and what none can end with from the right."""
    grammar = load()
    while tokens and tokens[-1][0] not in grammar.closing and not tokens[-1][0][0].isdigit():
        tokens.pop()
    skip = 0
    while skip < len(tokens) and tokens[skip][0] not in grammar.opening and not tokens[skip][0][0].isdigit():
        skip += 1
    del tokens[:skip]


def _seam(tokens: list[_Token]) -> int:
    """Return where a run too long to parse whole is cut: before its last comma or conjunction, if it has one."""
    for at in range(len(tokens) - 1, len(tokens) // 2, -1):
        if tokens[at][0] in {",", "and", "or", ";"}:
            return at
    return len(tokens)


@lru_cache(maxsize=1)
def _roles() -> Mapping[str, int]:
    """Return how each word of the vocabulary stands in a time."""
    grammar = load()
    roles = dict.fromkeys(grammar.vocabulary, _PLAIN)
    roles.update(dict.fromkeys(grammar.lists["capitals"], _CAPITAL))
    return roles | {".": _STOP}


def _belongs(text: str, lower: str, token: str, start: int) -> bool:
    """Say whether a token may stand in a time: by the vocabulary, its capital, and what its full stop ends."""
    role = _roles().get(token)
    if role is None:
        return token[0].isdigit()
    if role == _STOP:
        return _abbreviates(lower, start)
    if role == _PLAIN or text[start].isupper():
        return True
    if token in _SHORT_MONTHS and (
        _NUMBER_AFTER.match(lower, start + len(token)) or _NUMBER_BEFORE.search(lower, max(0, start - 5), start)
    ):
        return True
    if token in load().words["weekday_short"]:
        return _PART_FOLLOWS.match(text, start + len(token)) is not None
    return lower.endswith(_BEFORE_A_MONTH, 0, start) or _DAY_OF.match(lower, max(0, start - 3)) is not None


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
