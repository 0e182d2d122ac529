"""The sentences of a text as stems, without those that dated articles repeat on days far apart.

What stands word for word in articles of several days (a line of navigation, a standing paragraph of background) tells
nothing of the day of the next article that has it.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.model import Article, Span
from timeline.sentences import split

MAX_CHARS = 20_000  # of an article; what a text says of its day, it says there
Stems = tuple[str, ...]
"""The stems of a sentence, each once, in order."""
WORD = re.compile(r"[^\W\d_]{3,30}|\d[\d.,]{0,15}\d")
_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 4  # letters that an ending must leave
_TELLING = 3  # stems; a sentence of fewer is the same in many articles by chance
_DAYS_APART = 2  # an agency's text is printed within so many days; what is repeated later is no news


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The beginning of an article, its sentences, and the stems of each.

    Attributes:
        article: whose text it is.
        clean: its first characters.
        spans: its sentences.
        stems: the stems of each sentence.
    """

    article: Article
    clean: str
    spans: tuple[Span, ...]
    stems: tuple[Stems, ...]

    def sentence(self, place: int) -> int:
        """Return the number of the sentence that a place stands in."""
        return max(bisect_right(self.spans, place, key=lambda span: span.start) - 1, 0)

    def without(self, worn: frozenset[Stems]) -> str:
        """Return the text without its worn sentences."""
        return " ".join(
            span.of(self.clean) for span, stems in zip(self.spans, self.stems, strict=True) if stems not in worn
        )


def read_text(article: Article) -> Text:
    """Return the beginning of an article by sentences."""
    clean = article.clean[:MAX_CHARS]
    spans = split(clean)
    stems = tuple(tuple(sorted(set(stems_of(span.of(clean))))) for span in spans)
    return Text(article=article, clean=clean, spans=spans, stems=stems)


def worn_sentences(dated: Sequence[Text]) -> frozenset[Stems]:
    """Return the sentences that dated articles repeat on days far apart."""
    days: dict[Stems, tuple[int, int]] = {}
    for stems, day in _by_day(dated):
        first, last = days.get(stems, (day, day))
        days[stems] = min(first, day), max(last, day)
    return frozenset(stems for stems, (first, last) in days.items() if last - first > _DAYS_APART)


def _by_day(dated: Iterable[Text]) -> Iterator[tuple[Stems, int]]:
    for text in dated:
        day = text.article.published.toordinal()
        yield from ((stems, day) for stems in text.stems if len(stems) >= _TELLING)


def stems_of(text: str) -> Iterator[str]:
    """Yield the words of a text without their endings."""
    for word in WORD.findall(text):
        stem = word.lower()
        ending = next((one for one in _ENDINGS if stem.endswith(one) and len(stem) - len(one) >= _STEM), "")
        yield sys.intern(stem[: len(stem) - len(ending)])  # a folder of many articles holds each once
