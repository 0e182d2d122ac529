"""Lines of a page that stand before an article and are not of it: links to other stories, notes to the reader."""

from collections.abc import Sequence

from timeline.model import Span
from timeline.syntax import Sentence

_FIRST = 3  # sentences that are looked at
_SENTENCES = 8  # an article of fewer says little about its words
_WORDS = 4  # a line of fewer content words says little itself
_SHARE = 5  # one word in so many comes again, or fewer: of the ledes of news about one in two does
_CONTENT = frozenset({"NOUN", "PROPN", "VERB"})
_SHORTEST = 3  # letters


def foreign(sentences: Sequence[Sentence]) -> frozenset[Span]:
    """Return the spans of the sentences at the head of an article of whose content words hardly one comes again."""
    if len(sentences) < _SENTENCES:
        return frozenset()
    found: set[Span] = set()
    for sentence in sentences[:_FIRST]:
        words = _content(sentence)
        rest = set().union(*(_content(other) for other in sentences if other is not sentence))
        if len(words) >= _WORDS and _SHARE * len(words & rest) <= len(words):
            found.add(sentence.span)
    return frozenset(found)


def _content(sentence: Sentence) -> set[str]:
    return {
        lemma.lower()
        for lemma, upos in zip(sentence.lemmas, sentence.upos, strict=True)
        if upos in _CONTENT and len(lemma) >= _SHORTEST
    }
