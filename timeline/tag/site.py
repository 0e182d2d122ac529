"""The surroundings of a time, as its guards see them."""

import re
from typing import NamedTuple

from timeline.grammar import load
from timeline.model import Term

_AFTER = re.compile(r"\s*(\w+|[^\w\s])")


class Place(NamedTuple):
    """A word beside a time: in lower case, as written, and whether blanks stand between."""

    word: str
    written: str
    apart: bool

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.written[:1].isupper()

    def listed(self, name: str) -> bool:
        """Say whether a list of the lexicon holds the word."""
        return self.word in load().lists[name]


_OPENERS = frozenset({"", ".", "!", "?", '"', "“", ":", ";"})
_NOTHING = Place("", "", apart=True)


class Site:
    """A time where it stands: the text, its lower case, its first and last characters, what was made of it."""

    __slots__ = ("_after", "_before", "end", "lower", "start", "term", "text")

    def __init__(self, text: str, lower: str, start: int, end: int, term: Term) -> None:
        self.text, self.lower, self.start, self.end, self.term = text, lower, start, end, term
        self._before: Place | None = None
        self._after: Place | None = None

    @property
    def phrase(self) -> str:
        """The time's words, in lower case."""
        return self.lower[self.start : self.end]

    @property
    def slots(self) -> dict[str, object]:
        """The slots of the term."""
        return dict(self.term.slots)

    @property
    def before(self) -> Place:
        """The word or sign before the time."""
        if self._before is None:
            self._before = self._left(self.start)
        return self._before

    @property
    def before_that(self) -> Place:
        """The word or sign before the one before."""
        return self._left(self.start - len(self.before.written) - (1 if self.before.apart else 0))

    @property
    def after(self) -> Place:
        """The word or sign after the time."""
        if self._after is None:
            match = _AFTER.match(self.text, self.end, min(len(self.text), self.end + 40))
            self._after = Place(match[1].lower(), match[1], apart=match.start(1) > self.end) if match else _NOTHING
        return self._after

    @property
    def capital(self) -> bool:
        """Whether the time begins with a capital."""
        return self.text[self.start].isupper()

    @property
    def named(self) -> bool:
        """Whether a word with a capital follows, in a text that is not all in capitals."""
        return self.after.capital and self.after.word.isalpha() and self.mixed

    @property
    def mixed(self) -> bool:
        """Whether the text around is not all in capitals."""
        return not self.text[max(0, self.start - 40) : self.end + 40].isupper()

    @property
    def hyphenated(self) -> bool:
        """Whether a hyphen joins it to the word after it."""
        return self.text[self.end : self.end + 1] == "-" and self.text[self.end + 1 : self.end + 2].isalpha()

    @property
    def opens(self) -> bool:
        """Whether it stands first in its sentence or line."""
        return self.before.word in _OPENERS or "\n" in self.text[max(0, self.start - 2) : self.start]

    def _left(self, at: int) -> Place:
        """Return the word or sign that ends before a place."""
        window = self.text[max(0, at - 30) : max(0, at)]
        bare = window.rstrip()
        if not bare:
            return _NOTHING
        start = len(bare) - 1
        if _is_word(bare[start]):
            while start and _is_word(bare[start - 1]):
                start -= 1
        written = bare[start:]
        return Place(written.lower(), written, apart=len(bare) < len(window))


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
