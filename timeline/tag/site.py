"""The surroundings of a time, as its guards see them."""

import re
from functools import cached_property
from typing import NamedTuple

from timeline.model import Term

_BEFORE = re.compile(r"(\w+|[^\w\s])\s*$")
_AFTER = re.compile(r"\s*(\w+|[^\w\s])")


class Place(NamedTuple):
    """A word beside a time: in lower case, as written, and whether blanks stand between."""

    word: str
    written: str
    apart: bool


_NOTHING = Place("", "", apart=True)


class Site:
    """A time where it stands: the text, its lower case, its first and last characters, what was made of it."""

    def __init__(self, text: str, lower: str, start: int, end: int, term: Term) -> None:
        self.text, self.lower, self.start, self.end, self.term = text, lower, start, end, term

    @cached_property
    def phrase(self) -> str:
        """The time's words, in lower case."""
        return self.lower[self.start : self.end]

    @cached_property
    def slots(self) -> dict[str, object]:
        """The slots of the term."""
        return dict(self.term.slots)

    @cached_property
    def before(self) -> Place:
        """The word or sign before the time."""
        return self.left(self.start)

    @cached_property
    def before_that(self) -> Place:
        """The word or sign before the one before."""
        return self.left(self.start - len(self.before.written) - (1 if self.before.apart else 0))

    @cached_property
    def after(self) -> Place:
        """The word or sign after the time."""
        match = _AFTER.match(self.text, self.end, min(len(self.text), self.end + 40))
        if match is None:
            return _NOTHING
        return Place(match[1].lower(), match[1], apart=match.start(1) > self.end)

    def left(self, at: int) -> Place:
        """Return the word or sign that ends before a place."""
        window = self.text[max(0, at - 30) : max(0, at)]
        match = _BEFORE.search(window)
        if match is None:
            return _NOTHING
        return Place(match[1].lower(), match[1], apart=match.end(1) < len(window))

    @cached_property
    def opens(self) -> bool:
        """Whether it stands first in its sentence or line."""
        return (
            self.before.word in {"", ".", "!", "?", '"', "“", ":", ";"}
            or "\n" in self.text[max(0, self.start - 2) : self.start]
        )
