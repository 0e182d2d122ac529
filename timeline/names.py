"""Proper names in an article: found in parsed sentences, and given in full wherever the article gives them in full."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

# particles that stand inside a name in lower case
_PARTICLES = frozenset(["al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "la", "le", "van", "von", "y"])
_OPENING = frozenset(["bin", "da", "del", "der", "di", "dos", "du", "ibn", "van", "von"])  # of them, no English words
_OF_BODIES = frozenset({"for", "of", "the", "to"})  # join the parts of a body's name
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_LONGEST = 8
_PLACED = 4  # of so many times that a place is named, it stands once behind "in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name in a sentence.

    Attributes:
        first, last: its first and last token, both inclusive.
        text: the name as written, without titles; ``full`` the one that it stands for, as its article gives that.
        opening: the first token of the title before it, or ``first`` where there is none.
    """

    first: int
    last: int
    text: str
    opening: int
    full: str = ""

    @property
    def titled(self) -> bool:
        """Whether a person's title stands before it."""
        return self.opening < self.first


def names(sentence: Sentence) -> tuple[Name, ...]:
    """Find the proper names of a parsed sentence, in order; titles ("President", "Secretary of State") are left out."""
    found: list[Name] = []
    start = 0
    while start < len(sentence.words):
        end = _run_end(sentence, start)
        if end > start:
            found.extend(_split(sentence, _with_particles(sentence, start), end))
        start = max(end, start + 1)
    return tuple(found)


def _with_particles(sentence: Sentence, start: int) -> int:
    """Return where a name begins with the particles before it ("bin Laden", "van der Berg")."""
    while start > 0 and sentence.words[start - 1] in _OPENING:
        start -= 1
    return start


def _run_end(sentence: Sentence, start: int) -> int:
    """Return the end (exclusive) of the run of name tokens at ``start``; ``start`` itself where none begins."""
    if not _is_capital(sentence, start):
        return start
    end = start + 1
    while end < len(sentence.words):
        following = end + _joint(sentence, end)
        if following >= len(sentence.words) or not _is_capital(sentence, following):
            break
        end = following + 1
    return end if _holds_name(sentence, start, end - 1) else start


def _holds_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a run of capitals is a name: it has a proper noun, or two capitals in a plain sentence."""
    if any(_is_proper(sentence, index) for index in range(first, last + 1)):
        return True
    return last > first and not _is_headline(sentence)


def _is_headline(sentence: Sentence) -> bool:
    """Say whether most words that are no names begin with a capital."""
    capitals = [
        word[:1].isupper() for word, upos in zip(sentence.words, sentence.upos, strict=True) if upos in _CONTENT
    ]
    return sum(capitals) * 2 > len(capitals)


def _joint(sentence: Sentence, index: int) -> int:
    """Return how many tokens at a place only join two parts of a name: "&", a particle, a hyphen, or both ("al-")."""
    if sentence.words[index] == "&":
        return 1
    length = 0
    if sentence.words[index].lower() in _PARTICLES:
        length = 1
    if index + length < len(sentence.words) and _is_joined(sentence, index + length):
        length += 1
    return length


def _is_joined(sentence: Sentence, index: int) -> bool:
    """Say whether a hyphen joins two tokens without a space."""
    if sentence.words[index] not in {"-", "‑", "–"} or index + 1 >= len(sentence.words):
        return False
    before, here, after = sentence.spans[index - 1], sentence.spans[index], sentence.spans[index + 1]
    return before.end == here.start and here.end == after.start


def _is_proper(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    return sentence.upos[index] == "PROPN" and word[:1].isalpha() and (word[:1].isupper() or "-" in word)


def _is_capital(sentence: Sentence, index: int) -> bool:
    """Say whether a token may be part of a name: a proper noun, or a capital inside a sentence ("White House")."""
    if index == 0 and sentence.words[0].lower() in words("grammar", "preposition"):
        return False
    if _is_proper(sentence, index):
        return True
    if not sentence.words[index][:1].isupper():
        return False
    if index == 0:
        capital = len(sentence) > 1 and sentence.words[1][:1].isupper()
        return capital and sentence.upos[0] in {"ADJ", "NOUN"} and sentence.upos[1] in {"PROPN", "ADJ", "NOUN"}
    return sentence.upos[index] in {"ADJ", "NOUN", "VERB"} and sentence.words[index - 1] not in {"“", '"', ":", "‘"}


def _split(sentence: Sentence, start: int, end: int) -> list[Name]:
    """Cut a run of name tokens at the titles inside it."""
    titles = words("names", "title")
    found: list[Name] = []
    first = opening = start
    if start > 0 and fold(sentence.words[start - 1]) in titles:
        opening = _opening(sentence, start - 1)
    elif office := _office(sentence, start, end):
        opening, first = office
    # who stands before a body belongs to its name ("Foreign Office", "Queen Ada Hospital")
    body = fold(sentence.words[end - 1]) in words("names", "organisation")
    for index in range(end if body else first, end):
        if fold(sentence.words[index]) in titles:  # what stands before it says whose minister or which president
            opening, first = min(opening, first), index + 1
    if first < end:
        found.extend(_name(sentence, first, end - 1, opening))
    elif any(fold(sentence.words[index]) not in titles for index in range(start, end)):
        # "the Interior Minister", with no name behind it
        found.extend(_name(sentence, start, end - 1, start))
    return found


def _office(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Return where "TITLE of OFFICE" begins and the name after it, in a run that starts with the office."""
    if start < 2 or sentence.words[start - 1].lower() not in {"of", "for"}:
        return None
    if fold(sentence.words[start - 2]) not in words("names", "title"):
        return None
    first = start
    while first < end and fold(sentence.words[first]) in words("names", "office"):
        first += 1
    return (_opening(sentence, start - 2), first) if start < first < end else None


def _opening(sentence: Sentence, title: int) -> int:
    """Return where a title begins with the name of what its bearer heads ("Arab League chief")."""
    while title > 0 and _is_capital(sentence, title - 1) and sentence.upos[title - 1] in {"PROPN", "ADJ", "NOUN"}:
        title -= 1
    return title


def _name(sentence: Sentence, first: int, last: int, opening: int) -> list[Name]:
    """Return the name that some tokens make, if any; a run without a proper noun is none."""
    if last < first or not _holds_name(sentence, first, last):
        return []
    last = min(last, first + _LONGEST - 1)
    return [Name(first=first, last=last, text=_text(sentence, first, last), opening=min(opening, first))]


def _text(sentence: Sentence, first: int, last: int) -> str:
    """Join tokens as the text has them."""
    parts = [sentence.words[first]]
    for index in range(first + 1, last + 1):
        touching = sentence.spans[index].start == sentence.spans[index - 1].end
        parts.append(sentence.words[index] if touching else " " + sentence.words[index])
    return "".join(parts)


def end_of_body(sentence: Sentence, last: int) -> int:
    """Return the last token of a body's name that goes on behind its noun, or that of the noun.

    "Bank *of Norland*", "Union *to Save Elks*".
    """
    noun = sentence.words[last]
    if not noun[:1].isupper() or fold(noun) not in words("names", "organisation"):
        return last
    end = last
    for at in range(last + 1, len(sentence)):
        word = sentence.words[at]
        joined = at - 1 in range(last + 1, len(sentence)) and not sentence.deprels[at].startswith("obl")
        if word[:1].isupper() and joined:
            end = at
        elif word not in _OF_BODIES:
            break
    return end


def body_in_full(sentence: Sentence, name: Name) -> str:
    """Return a name in full, with its article where it is that of a body and goes on behind its noun."""
    end = end_of_body(sentence, name.last)
    the = name.first > 0 and sentence.words[name.first - 1].lower() == "the"
    return name.full if end == name.last else f"{'The ' if the else ''}{_text(sentence, name.first, end)}"


def places(sentences: Iterable[Sentence], found: Iterable[Sequence[Name]]) -> frozenset[str]:
    """Return the names, folded, that a text places things in ("in Mexico"): one time in four, or more often."""
    told: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for sentence, group in zip(sentences, found, strict=True):
        for name in group:
            told[fold(name.text)] += 1
            before = sentence.words[name.first - 1].lower() if name.first and not name.titled else ""
            placed[fold(name.text)] += before in words("names", "within")
    return frozenset(name for name, number in placed.items() if number * _PLACED >= told[name])


def definite(sentences: Iterable[Sentence], found: Iterable[Sequence[Name]]) -> frozenset[str]:
    """Return the names, folded, that a text mostly tells with "the" before them ("the Foreign Office")."""
    told: Counter[str] = Counter()
    for sentence, group in zip(sentences, found, strict=True):
        for name in group:
            the = name.first > 0 and sentence.words[name.first - 1].lower() == "the"
            told[fold(name.text)] += 1 if the else -1
    return frozenset(name for name, more in told.items() if more > 0)


class NameIndex:
    """The names of one article; gives the full form of a short one.

    >>> index = NameIndex(["Antony Blinken", "Andrés Manuel López Obrador"])
    >>> index.full("Blinken"), index.full("Lopez Obrador")
    ('Antony Blinken', 'Andrés Manuel López Obrador')
    >>> NameIndex(["Omar al-Rashid"]).full("Rashid")
    'Omar al-Rashid'
    """

    def __init__(self, texts: Iterable[str], places: AbstractSet[str] = frozenset()) -> None:
        """Index names as written; those of ``places``, folded, shorten no other ("Mexico" is not "New Mexico")."""
        self._full: dict[tuple[str, ...], str] = {}
        shorter: dict[tuple[str, ...], set[str]] = {}
        told: Counter[tuple[str, ...]] = Counter()
        spelled: dict[tuple[str, ...], str] = {}
        for text in texts:
            parts = tuple(fold(text).split())
            told[parts] += 1
            if parts not in spelled or _fuller(text, spelled[parts]):
                spelled[parts] = text
        for parts, text in spelled.items():
            for start in range(len(parts)):
                if start and " ".join(parts[start:]) in places:
                    continue
                known = self._full.get(parts[start:])
                if known is None or self._bears(parts, text, tuple(fold(known).split()), known, told):
                    self._full[parts[start:]] = text
            if short := without_article(parts):
                shorter.setdefault(short, set()).add(parts[-1] if len(parts) == 1 else " ".join(parts))
        self._add_short(shorter)

    @staticmethod
    def _bears(
        parts: tuple[str, ...], text: str, other: tuple[str, ...], known: str, told: Mapping[tuple[str, ...], int]
    ) -> bool:
        """Say whether a name is the one meant by its end: the longer of one bearer, of two the one told of more."""
        if parts[-len(other) :] == other or other[-len(parts) :] == parts or len(parts) < 2 or len(other) < 2:
            return _fuller(text, known)
        return told[parts] > told[other]

    def _add_short(self, shorter: Mapping[tuple[str, ...], set[str]]) -> None:
        """Let a name be known without its article where one bearer has it, and nobody's name is the rest."""
        for short, bearers in shorter.items():
            whole = {bearer for bearer in bearers if " " in bearer}
            if len(whole) == 1 and self._full.get(short, short[0]).lower() == short[0]:
                self._full[short] = self._full[tuple(next(iter(whole)).split())]

    def full(self, text: str) -> str:
        """Return the longest name of the article that ends in ``text``; ``text`` itself where there is none.

        Initials are a name in full: "Berlin UN" is none of a person.
        """
        if text.isupper() and text.isalpha():
            return text
        return self._full.get(tuple(fold(text).split()), text)


def without_article(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the last part of an Arabic name without its article ("al-Rashid"), or nothing."""
    article, joint, rest = parts[-1].partition("-") if parts else ("", "", "")
    return (rest,) if joint and rest and article in {"al", "el"} else ()


def _fuller(text: str, known: str) -> bool:
    """Say whether a spelling of a name is the better one: more parts, then more letters, then its accents."""
    return (len(text.split()), len(text), not text.isascii()) > (len(known.split()), len(known), not known.isascii())
