"""Which articles speak with one voice: the same text twice, an agency's text in several papers, a page and its update.

Two texts are one voice when most of the shorter one's runs of four words stand in the other as well (shingles; Broder
1997, "On the resemblance and containment of documents"). The smallest hashes of each text find the few others that it
is compared with, so that the cost grows with the number of articles, not with that of pairs.
"""

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from heapq import nsmallest
from typing import NamedTuple

from timeline.model import Article, Basis, Problem, Severity

_RUN = 4  # words of a shingle
_SKETCH = 16  # hashes by which a text is found
_FOUND_BY = 2  # of them that two texts must share to be compared
_POSTINGS = 20  # texts kept under one hash: more than that is boilerplate
_COMPARED = 4  # texts that each text is compared with, the likeliest
_CONTAINED = 0.6  # of the shorter text's shingles
_RESEMBLANCE = 0.3  # of all shingles of the two: a quotation from a long text is no copy of it
_WHOLE = 0.85  # of a later text's shingles: what is cut out of an earlier one adds nothing
_WHOLE_FEWEST = 40  # shingles of such a text; a shorter one may be a quotation
_COPY = 0.95  # of all shingles of the two: the same text, but for a word
_FEWEST = 12  # shingles; shorter texts prove nothing unless they are equal
_WORD = re.compile(r"\w+")


class _Match(NamedTuple):
    voice: str
    resemblance: float


def voices(articles: Iterable[Article]) -> dict[str, str]:
    """Return for each article's id the id of its voice: the article of that voice that was published first.

    >>> from datetime import date
    >>> text = "A ferry with twelve people on board sank off Ardol on Sunday night, the police of the island said."
    >>> def article(name, day):
    ...     return Article(id=name, source=name, title="", text=text, clean=text, published=date(2024, 3, day))
    >>> voices([article("courier", 5), article("herald", 4)])
    {'herald': 'herald', 'courier': 'herald'}
    """
    return {name: voice for name, (voice, _) in _matched(articles).items()}


class Shared(NamedTuple):
    """The articles that share a voice with others, and what to say of them.

    ``firsts`` holds by the id of each, from the earliest on, the id of the first publication of its voice.
    """

    firsts: Mapping[str, str]
    problems: tuple[Problem, ...]


def shared(articles: Iterable[Article]) -> Shared:
    """Find the articles that share a voice, and report each that repeats an earlier one."""
    matched = _matched(articles)
    problems = [
        Problem(
            where=name,
            what=f"the same text as '{voice}'" if alike >= _COPY else f"shares most of its text with '{voice}'",
            remedy="they count as one voice, dated by the first publication",
            severity=Severity.WARNING,
        )
        for name, (voice, alike) in sorted(matched.items())
        if name != voice
    ]
    number = Counter(voice for voice, _ in matched.values())
    return Shared({name: voice for name, (voice, _) in matched.items() if number[voice] > 1}, tuple(problems))


def _age(article: Article) -> tuple[bool, date, str]:
    """Return what orders articles: those whose day is inferred come last, so that no copy moves its original."""
    return article.published_basis is Basis.INFERRED, article.published, article.id


def _matched(articles: Iterable[Article]) -> Mapping[str, _Match]:
    """Return for each article its voice and how much it resembles the article that gave it that voice."""
    ordered = sorted(articles, key=_age)
    texts = {article.id: article.clean for article in ordered}

    @lru_cache(maxsize=256)
    def shingles(name: str) -> frozenset[int]:
        return _shingles(texts[name])

    postings: dict[int, list[str]] = {}
    found: dict[str, _Match] = {}
    for article in ordered:
        sketch = nsmallest(_SKETCH, shingles(article.id))
        found[article.id] = _best(article.id, _likely(sketch, postings), shingles, found)
        for hashed in sketch:
            names = postings.setdefault(hashed, [])
            if len(names) < _POSTINGS:
                names.append(article.id)
    return found


def _likely(sketch: list[int], postings: Mapping[int, list[str]]) -> list[str]:
    """Return the earlier texts most likely to be one voice with a text."""
    shared = Counter(name for hashed in sketch for name in postings.get(hashed, ()))
    few = min(_FOUND_BY, len(sketch))
    return [name for name, number in shared.most_common(_COMPARED) if number >= few]


def _best(
    name: str, others: list[str], shingles: Callable[[str], frozenset[int]], found: Mapping[str, _Match]
) -> _Match:
    """Return the voice of the other that a text resembles most, or its own."""
    own, best = shingles(name), _Match(name, 0.0)
    for other in others:
        theirs = shingles(other)
        shared, shorter = len(own & theirs), min(len(own), len(theirs))
        resemblance = shared / max(len(own) + len(theirs) - shared, 1)
        alike = shared >= _CONTAINED * shorter and resemblance >= _RESEMBLANCE and shorter >= _FEWEST
        cut = shared >= _WHOLE * len(own) and len(own) >= _WHOLE_FEWEST
        if (alike or cut or resemblance == 1.0) and resemblance > best.resemblance:
            best = _Match(found[other].voice, resemblance)
    return best


def _shingles(text: str) -> frozenset[int]:
    words = [match.group().lower() for match in _WORD.finditer(text)]
    runs = (" ".join(words[at : at + _RUN]) for at in range(max(len(words) - _RUN + 1, min(len(words), 1))))
    return frozenset(zlib.crc32(run.encode("utf-8", "backslashreplace")) for run in runs)
