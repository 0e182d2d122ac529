"""A text as comparable words, and a query as the units that its reader means: phrases, names, words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.errors import QueryError
from timeline.similarity.lexicon import bare, english, stem
from timeline.wordlists import words as wordlist

_TOKEN = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")
_QUOTED = re.compile(r'"([^"]*)"|“([^”]*)”')
_LONGEST = 5  # words of a name

# of the names that end in one word: so many must be one bearer's for the word alone to mean that bearer
_MOST = 0.8

Names = Mapping[str, Mapping[tuple[str, ...], int]]
"""The names that are known by their last word: each as words -> how often it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing that a query asks for.

    Attributes:
        words: what stands together in a text where the unit does.
        variants: single words of which each is the unit as well; where there are some, ``words`` need not stand.
        quoted: whether the reader wants it word for word.
        name: whether the articles give somebody or some place that name.
    """

    words: tuple[str, ...]
    variants: frozenset[str] = frozenset()
    quoted: bool = False
    name: bool = False

    def count(self, text: Sequence[str], counts: Mapping[str, int] | None = None) -> int:
        """Return how often the unit stands in a text, given its words in order and, if known, how often each does."""
        counts = Counter(text) if counts is None else counts
        if self.variants:
            return sum(counts.get(word, 0) for word in sorted(self.variants))
        if not all(word in counts for word in self.words):
            return 0
        length = len(self.words)
        return sum(tuple(text[at : at + length]) == self.words for at in range(len(text) - length + 1))


def tokens(text: str) -> list[str]:
    """Return the words of a text in order, folded; a country goes by one name.

    >>> tokens("Mexican trains, the U.S. border")
    ['mexico', 'trains', 'the', 'usa', 'border']
    """
    words = [_token(word) for word in _TOKEN.findall(text)]
    found, at = [], 0
    while at < len(words):
        length = next((size for size in (4, 3, 2) if " ".join(words[at : at + size]) in _phrases()), 1)
        found.append(_phrases()[" ".join(words[at : at + length])] if length > 1 else words[at])
        at += length
    return found


@cache
def _token(word: str) -> str:
    folded = bare(word)
    if folded == "us" and not word.isupper():  # the pronoun
        return folded
    return english().aliases.get(folded, folded)


@cache
def _phrases() -> Mapping[str, str]:
    """Return the names of countries that have several words -> the one name each goes by."""
    found = {}
    for name, known in english().aliases.items():
        if " " in name:
            found[" ".join(_token(word) for word in name.split())] = known
    return found


def known(names: Iterable[str]) -> Names:
    """Return names as words by their last word, with how often each is given."""
    found: dict[str, dict[tuple[str, ...], int]] = {}
    for name, often in Counter(names).items():
        words = tuple(tokens(name))
        if words:
            group = found.setdefault(words[-1], {})
            group[words] = group.get(words, 0) + often
    return found


def units(query: str, vocabulary: Iterable[str], people: Names, places: Names) -> tuple[Unit, ...]:
    """Return what a query asks for, each unit once.

    Args:
        query: words and quoted phrases.
        vocabulary: the words that stand in any of the texts that are searched.
        people: the names that the articles give to persons and bodies, which go by the last word alone too.
        places: those that they give to places ("Central Park"), which do not.

    >>> [unit.words for unit in units('the "Title 42" migrants', ["migrant", "migrants"], {}, {})]
    [('title', '42'), ('migrants',)]

    Raises:
        QueryError: if no word of the query tells anything.
    """
    quoted = [tuple(tokens(first or second)) for first, second in _QUOTED.findall(query)]
    found = [Unit(words=words, quoted=True) for words in quoted if words]
    empty = wordlist("query", "empty")
    words = [word for word in tokens(_QUOTED.sub(" ", query)) if word not in empty]
    stems: dict[str, set[str]] = {stem(word): set() for word in words}
    for word in vocabulary:
        if stem(word) in stems:
            stems[stem(word)].add(word)
    found += _loose(words, stems, people, places)
    if not found:
        raise QueryError(f"'{query}': no word that tells one story from another; name its people, places or things")
    return tuple(dict.fromkeys(found))


def _loose(words: list[str], stems: Mapping[str, set[str]], people: Names, places: Names) -> Iterator[Unit]:
    """Yield the names and words of a query, the longest names first."""
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            run = tuple(words[at:end])
            bearers = people.get(run[-1], {})
            if any(_within(run, name) for name in (*bearers, *places.get(run[-1], {}))):
                alone = len(run) == 1 or _goes_by_last(run, bearers, places.get(run[-1], {}))
                yield Unit(words=run, variants=frozenset(run[-1:]) if alone else frozenset(), name=True)
                at = end
                break
        else:
            yield Unit(words=(words[at],), variants=frozenset({words[at], *stems[stem(words[at])]}))
            at += 1


def _goes_by_last(
    run: tuple[str, ...], people: Mapping[tuple[str, ...], int], places: Mapping[tuple[str, ...], int]
) -> bool:
    """Say whether the last word of a name means its bearer: a person, and nearly the only one of that last name."""
    own = sum(often for name, often in people.items() if _within(run, name) or _within(name, run))
    return own > places.get(run, 0) and own >= _MOST * sum(people.values())


def _within(part: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Say whether the words of a part stand in a name in their order."""
    rest = iter(name)
    return all(word in rest for word in part)
