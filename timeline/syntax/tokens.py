"""A sentence's text -> the spans of its tokens, cut as the Penn and the English Web Treebank cut them.

Clitics and the halves of a hyphenated word are tokens of their own ("is|n't", "Ruiz|'s", "two|-|year|-|old"), a
word with a bound prefix is one ("anti-government", "mid-July"), so are numbers, addresses and abbreviations. The
cost is linear: every repetition is over one class of characters or bounded.
"""

import re

from timeline.model import Span
from timeline.sentences import ABBREVIATIONS

_TOKEN = re.compile(
    r"""
    (?P<link> (?:https?://|www\.) \S+ (?<![.,;:!?)'"”’\]])
        | [\w.+-]{1,64}@[\w-]{1,64} (?:\.[\w-]{1,64}){1,4}
        | \w{1,64} (?:\.\w{1,64}){0,3} \.(?:com|org|net|gov|edu|info|co\.uk|html?)\b )
  | (?P<clitic> n['’]t\b | ['’](?:s|re|ve|ll|d|m|em|S)\b | ['’]\d\ds?\b )
  | (?P<number> \d{4}-\d\d-\d\d\b | (?:\d{3}-){1,2}\d{4}\b
        | \d+ (?:[.,:/]\d+){0,6} (?: (?=[aApP]\.?[mM]\b) | (?:st|nd|rd|th|s|m|bn|km|k|mm|cm|kg|lb|ft|mph|['’]s)?\b )
        | \d+ | [.,]\d+ )
  | (?P<dotted> (?:[^\W\d_]\.){2,5} | (?:Ph|Lt|Maj|St)\.(?:D|Col|Gen|Cmdr)\. )
  | (?P<word> \w+ (?:['’&]\w+)* )
  | \.{2,} | …+ | -{2,} | ''|`` | [!?]+ | (?P<run>[*=_~<>|#+])(?P=run)* | \S
    """,
    re.VERBOSE,
)
_PREFIXES = """
e non pre anti re mid post co over pro multi ex sub semi neo un micro macro intra inter ultra trans counter vice
bi tri mini mega hyper pseudo quasi under arch socio eco geo infra extra de dis
"""
_PREFIX = frozenset(_PREFIXES.split())
_CLITIC = re.compile(r"(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_JOINED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3, "gimme": 3, "lemme": 3}


def tokenise(text: str, span: Span | None = None) -> list[Span]:
    """Return the spans of the tokens in a span of a text (all of it by default).

    >>> text = "The two-year-old deal isn't Mr. Ruiz’s, anti-war U.S. groups said at 5:30 p.m."
    >>> " ".join(span.of(text) for span in tokenise(text))
    "The two - year - old deal is n't Mr. Ruiz ’s , anti-war U.S. groups said at 5:30 p.m."
    """
    start, end = span or Span(0, len(text))
    found: list[Span] = []
    while start < end:
        match = _TOKEN.search(text, start, end)
        if match is None:
            break
        start, stop = match.span()
        if match.lastgroup == "word":
            stop = _word(text, start, stop, end, found)
        else:
            found.append(Span(start, stop))
        start = stop
    return found


def _word(text: str, start: int, stop: int, end: int, found: list[Span]) -> int:
    """Add the tokens of a word that ends at ``stop`` or just after; return where they end."""
    word = text[start:stop]
    if text[stop : stop + 1] == "." and stop + 1 <= end and _owns_stop(word, stop + 1, end):
        found.append(Span(start, stop + 1))
        return stop + 1
    if word.lower() in _PREFIX and text[stop : stop + 1] == "-" and text[stop + 1 : stop + 2].isalpha():
        match = _TOKEN.match(text, stop + 1, end)
        if match and match.lastgroup == "word":
            stop = match.end()
            word = text[start:stop]
    clitic = _CLITIC.search(word)
    cut = start + clitic.start() if clitic else start + _JOINED.get(word.lower(), 0)
    if start < cut:
        found += [Span(start, cut), Span(cut, stop)]
    else:
        found.append(Span(start, stop))
    return stop


def _owns_stop(word: str, after: int, end: int) -> bool:
    """Say whether the full stop after a word is part of it: an abbreviation, or an initial inside the sentence."""
    if len(word) == 1:
        return word.isupper() and after < end
    return word in ABBREVIATIONS and (after < end or word in {"Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "etc"})
