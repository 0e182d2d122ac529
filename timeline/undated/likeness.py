"""How like texts are: whole articles by their words, and single sentences that tell of one day.

Words weigh by how few of the articles hold them (inverse document frequency; Sparck Jones 1972).
"""

import math
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from timeline.model import Article, Span
from timeline.resolve import annotate
from timeline.sentences import split
from timeline.undated.claims import Claims

_WORD = re.compile(r"[^\W\d_]{3,30}|\d[\d.,]{0,15}\d")
_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 4  # letters that an ending must leave
_COMMON = 0.5  # of the articles; a word that more of them hold tells nothing
_POSTINGS = 200  # articles under one word; beyond that, too
MAX_CHARS = 20_000  # of an article; what a text says of its day, it says there
_TOLD = 60  # sentences kept of a day
_STEADY = 0.02  # added to the spread of likenesses, so that few and equal ones decide nothing


class Likeness:
    """Cosines between an undated article and each dated one, told in standard deviations from their mean."""

    def __init__(self, dated: Sequence[Article], undated: Sequence[Article]) -> None:
        counts = {article.id: _terms(article.clean) for article in (*dated, *undated)}
        frequency = Counter(term for terms in counts.values() for term in terms)
        total = len(counts)
        known = {
            term: math.log(total / times)
            for term, times in frequency.items()
            if 1 < times <= min(max(3, total * _COMMON), _POSTINGS)
        }
        self._vectors = {name: _vector(terms, known) for name, terms in counts.items()}
        self._number = len(dated)
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for at, article in enumerate(dated):
            for term, weight in self._vectors[article.id].items():
                self._postings[term].append((at, weight))

    def to(self, article: Article) -> list[float]:
        """Return how like each dated article is, in their order."""
        cosines = [0.0] * self._number
        for term, weight in self._vectors[article.id].items():
            for at, other in self._postings.get(term, ()):
                cosines[at] += weight * other
        mean = sum(cosines) / self._number
        spread = math.sqrt(sum((one - mean) ** 2 for one in cosines) / self._number) + _STEADY
        return [(one - mean) / spread for one in cosines]


def _terms(text: str) -> Counter[str]:
    words = [word.lower() for word in _WORD.findall(text)]
    return Counter([*words, *(f"{one} {other}" for one, other in pairwise(words))])


def _vector(terms: Mapping[str, int], known: Mapping[str, float]) -> dict[str, float]:
    weights = {term: (1 + math.log(times)) * known[term] for term, times in terms.items() if term in known}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


class _Sentence(NamedTuple):
    stems: frozenset[str]
    length: float


class Matches:
    """The sentences of the dated articles by the days they tell of."""

    def __init__(self, dated: Sequence[Article]) -> None:
        stems = [set(_stems(article.clean)) for article in dated]
        frequency = Counter(stem for group in stems for stem in group)
        self._weights = {stem: math.log((len(dated) + 1) / times) for stem, times in frequency.items()}
        self._rare = math.log(len(dated) + 1)
        self._by_day: dict[date, list[_Sentence]] = defaultdict(list)
        for article in dated:
            for day, sentence in self._told(article):
                if len(self._by_day[day]) < _TOLD:
                    self._by_day[day].append(sentence)

    def of(self, article: Article, claims: Claims, days: Sequence[date]) -> list[float]:
        """Return for each day how well the sentences with a weekday match those that tell of what it would then be."""
        spans = split(article.clean)
        likes: dict[tuple[int, date], float] = {}
        total = [0.0] * len(days)
        for number, distances in sorted({(_at(spans, one.place), one.distances) for one in claims.weekdays}):
            sentence = self._sentence(spans[number].of(article.clean))
            for at, day in enumerate(days):
                told = day + timedelta(distances[day.weekday()])
                if (number, told) not in likes:
                    likes[number, told] = max(
                        (self._like(sentence, one) for one in self._by_day.get(told, ())), default=0.0
                    )
                total[at] += likes[number, told]
        return total

    def _told(self, article: Article) -> Iterator[tuple[date, _Sentence]]:
        text = article.clean[:MAX_CHARS]
        spans = split(text)
        for time in annotate(text, article.published):
            if time.interval is not None and time.interval.days == 1:
                yield time.interval.start, self._sentence(spans[_at(spans, time.span.start)].of(text))

    def _sentence(self, text: str) -> _Sentence:
        stems = frozenset(_stems(text))
        return _Sentence(stems, math.sqrt(math.fsum(self._weight(stem) for stem in stems)))

    def _like(self, one: _Sentence, other: _Sentence) -> float:
        shared = math.fsum(self._weight(stem) for stem in one.stems & other.stems)
        return shared / (one.length * other.length) if shared else 0.0

    def _weight(self, stem: str) -> float:
        return self._weights.get(stem, self._rare) ** 2


def _at(spans: Sequence[Span], place: int) -> int:
    """Return the number of the sentence that a place stands in."""
    return max(bisect_right(spans, place, key=lambda span: span.start) - 1, 0)


def _stems(text: str) -> Iterable[str]:
    for word in _WORD.findall(text):
        stem = word.lower()
        ending = next((one for one in _ENDINGS if stem.endswith(one) and len(stem) - len(one) >= _STEM), "")
        yield stem[: len(stem) - len(ending)]
