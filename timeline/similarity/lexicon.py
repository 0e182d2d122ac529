"""What English words say about sameness: word stems, and the classes of news predicates in ``lang/en/coref.toml``.

A predicate becomes three sets of classes (its own, those related to them, those opposite to them), kept as bits so that
the comparison of millions of pairs is a few machine operations each.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from timeline.errors import GrammarError
from timeline.words import fold

# Endings that make a noun of a verb or inflect it, longest first, with the letters that must remain before them.
_ENDINGS = (
    ("ization", 4), ("isation", 4), ("ations", 4), ("ation", 4), ("ments", 4), ("ment", 4), ("ances", 4), ("ance", 4),
    ("ences", 4), ("ence", 4), ("ates", 4), ("ated", 4), ("ating", 4), ("ions", 4), ("ion", 4), ("ures", 4), ("ure", 4),
    ("als", 5), ("al", 5), ("ize", 4), ("ise", 4), ("ate", 4), ("ings", 3), ("ing", 3), ("ies", 3), ("ied", 3),
    ("es", 3), ("ed", 3), ("s", 3), ("e", 3), ("y", 3),
)  # fmt: skip
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@cache
def stem(word: str) -> str:
    """Return a word without the endings that inflect it or turn a verb into its noun; not a word itself.

    Lighter than Porter's stemmer (1980): it has to bring a verb and its noun together, not to shorten every word.

    >>> stem("resignation") == stem("resigned") == stem("resign")
    True
    """
    word = bare(word)
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            return _DOUBLED.sub(r"\1", word[: -len(ending)].removesuffix("e"))
    return word


def bare(word: str) -> str:
    """Return a word folded and without a possessive ending.

    >>> bare("López’s")
    'lopez'
    """
    return fold(word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")).removesuffix("'s").strip("'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The predicates' classes and how classes stand to each other.

    Attributes:
        classes: stem of a word or phrase -> the bits of its classes.
        related, opposite: a class's bit position -> the bits of the classes related, opposite to it.
        light: stems of predicates with little meaning of their own.
        support: stems of predicates whose object tells the act ("hold a rally").
        empty: words that anything may be called by.
        doers: stems of nouns for people and bodies that papers name more and less closely.
        vague: stems of nouns that may mean what others name more closely, those of ``doers`` among them.
        titles: words of names that tell nobody from others.
        numerals: a number in words -> its value.
        synonyms: stem of a noun -> the noun that stands for all that call the same thing.
        aliases: a folded name or adjective -> the name that stands for its country or body.
    """

    classes: Mapping[str, int]
    related: Sequence[int]
    opposite: Sequence[int]
    light: frozenset[str]
    support: frozenset[str]
    empty: frozenset[str]
    doers: frozenset[str]
    vague: frozenset[str]
    titles: frozenset[str]
    numerals: Mapping[str, int]
    synonyms: Mapping[str, str]
    aliases: Mapping[str, str]

    def bits(self, predicate: str) -> tuple[int, int, int]:
        """Return the bits of the predicate's own classes, of the related and of the opposite ones.

        A phrase that is not listed ("march off") counts as its first word.
        """
        return self.bits_of_stem(phrase_stem(predicate))

    def bits_of_stem(self, word: str) -> tuple[int, int, int]:
        """Do as :meth:`bits` for a predicate whose words are stems already."""
        own = self.classes.get(word) or self.classes.get(word.partition(" ")[0], 0)
        members = [at for at in range(own.bit_length()) if own >> at & 1]
        return own, _union(self.related[at] for at in members), _union(self.opposite[at] for at in members)

    def bits_of_act(self, act: str) -> tuple[int, int, int]:
        """Return the bits of an act: a predicate's stem and the stems of the event nouns with it, parted by bars.

        What is opposite to an act is what is opposite to its predicate.
        """
        words = [self.bits_of_stem(word) for word in act.split("|")]
        return _union(word[0] for word in words), _union(word[1] for word in words), words[0][2]

    def name_parts(self, name: str) -> tuple[str, ...]:
        """Return the words that tell a name from others, folded.

        >>> english().name_parts("Secretary of State Antony Blinken")
        ('antony', 'blinken')
        """
        whole = bare(name)
        if whole in self.aliases:
            return (self.aliases[whole],)
        parts = [self.aliases.get(part, part) for word in whole.split() if (part := word.strip(".,"))]
        return tuple(part for part in parts if part not in self.titles) or tuple(parts)

    def term(self, word: str) -> str:
        """Return what stands for a word in comparisons: its stem, that of a synonym, or the name of its country.

        >>> english().term("Mexican") == english().term("Mexico")
        True
        >>> english().term("envoy") == english().term("ambassador")
        True
        """
        stemmed = stem(self.aliases.get(bare(word), word))
        return self.synonyms.get(stemmed, stemmed)


def phrase_stem(phrase: str) -> str:
    """Return the stems of the phrase's words, joined by blanks."""
    return " ".join(stem(word) for word in phrase.split())


def _union(masks: Iterable[int]) -> int:
    result = 0
    for mask in masks:
        result |= mask
    return result


def read_lexicon(text: str, where: str = "coref.toml") -> Lexicon:
    """Read a lexicon from TOML: its lists, ``[numerals]``, ``[aliases]``, ``[classes]`` and ``[relations]``.

    Raises:
        GrammarError: if a relation names a class that is not there.
    """
    data = tomllib.loads(text)
    position = {name: at for at, name in enumerate(data["classes"])}
    classes: dict[str, int] = {}
    for name, words in data["classes"].items():
        for word in words:
            classes[phrase_stem(word)] = classes.get(phrase_stem(word), 0) | 1 << position[name]
    masks = {}
    for kind in ("related", "opposite"):
        table = [0] * len(position)
        for pair in data["relations"][kind]:
            unknown = [name for name in pair if name not in position]
            if unknown:
                raise GrammarError(f"{where}: {kind}: no class '{unknown[0]}'; add it under [classes] or mend its name")
            one, other = (position[name] for name in pair)
            table[one] |= 1 << other
            table[other] |= 1 << one
        masks[kind] = table
    return Lexicon(
        classes=classes,
        related=masks["related"],
        opposite=masks["opposite"],
        light=frozenset(phrase_stem(word) for word in data["light"]),
        support=frozenset(stem(word) for word in data["support"]),
        empty=frozenset(data["empty"]),
        doers=frozenset(stem(word) for word in data["doers"]),
        vague=frozenset(stem(word) for word in (*data["doers"], *data["vague"])),
        titles=frozenset(data["titles"]),
        numerals=data["numerals"],
        synonyms={stem(word): stem(group.split()[0]) for group in data["synonyms"] for word in group.split()[1:]},
        aliases={variant: name for name, variants in data["aliases"].items() for variant in variants},
    )


@cache
def english() -> Lexicon:
    """Return the lexicon that ships with the package."""
    return read_lexicon(resources.files("timeline").joinpath("lang/en/coref.toml").read_text(encoding="utf-8"))
