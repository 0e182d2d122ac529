"""A sentence that runs on beyond all prose, in pieces: a list, or a page without its breaks.

What reads a sentence holds its clauses, times and names against each other, so its cost grows faster than the sentence;
in pieces it grows as the text does.
"""

import re
from collections.abc import Iterator

from timeline.model import Span

LONGEST = 250
"""Words and signs; no prose has longer sentences."""

_TOKEN = re.compile(r"\w{1,100}|[^\w\s]")


def tokens(text: str, span: Span) -> list[Span]:
    """Return the words and signs in a span of a text, as they are counted here.

    >>> [token.of("It sank, he said.") for token in tokens("It sank, he said.", Span(3, 17))]
    ['sank', ',', 'he', 'said', '.']
    """
    return [Span(*match.span()) for match in _TOKEN.finditer(text, *span)]


def pieces(text: str, span: Span, longest: int = LONGEST) -> Iterator[Span]:
    """Yield a sentence, or if it runs on the pieces of it, without the space between them.

    A piece ends behind the last semicolon, else the last comma, of its second half, and where it has none after so many
    words and signs.

    Args:
        text: the text.
        span: the sentence.
        longest: how many words and signs a piece has at most.

    >>> text = "Rain fell, roads flooded; a dam burst, and a bridge fell."
    >>> [piece.of(text) for piece in pieces(text, Span(0, len(text)), 8)]
    ['Rain fell, roads flooded;', 'a dam burst,', 'and a bridge fell.']
    """
    if span.end - span.start <= longest:  # characters: it has no more words and signs than these
        yield span
        return
    parts = tokens(text, span)
    first = 0
    while len(parts) - first > longest:
        end = _end(text, parts, first + (longest + 1) // 2, first + longest)
        yield Span(parts[first].start, parts[end - 1].end)
        first = end
    yield Span(parts[first].start if first else span.start, span.end)


def _end(text: str, parts: list[Span], least: int, most: int) -> int:
    """Return how many of the tokens a piece ends with, if it may end with so many at least and at most."""
    for mark in ";,":
        for end in range(most, least - 1, -1):
            # behind a blank, and before no figure: not in "10,000" or "May 5, 2020"
            ends = parts[end - 1].of(text) == mark and parts[end - 1].end < parts[end].start
            if ends and not text[parts[end].start].isdigit():
                return end
    return most
