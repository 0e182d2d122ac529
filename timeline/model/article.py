"""An article, and spans of its text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Characters from ``start`` up to, but without, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]


class Basis(StrEnum):
    """Where an article's publication date came from, the surest first."""

    GIVEN = "given"
    FRONT_MATTER = "front matter"
    SIDECAR = "sidecar"
    RECORD = "record"
    JSON_LD = "JSON-LD datePublished"
    META = "article:published_time"
    TIME = "time datePublished"
    FILE_NAME = "file name"
    DATELINE = "dateline"
    FOLDER = "folder name"
    CAPTION = "caption"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article.

    Attributes:
        id: unique in its folder; the file's path without its ending, or with it where another file has that id.
        source: who published it; the id where nobody says.
        title: the headline, or an empty string.
        text: the text as read, without front matter; mention offsets count its characters.
        clean: what the stages see: mended, without repeated lines and metadata.
        offsets: pairs (position in ``clean``, position in ``text``), ascending; between two of them both run in step.
            Where text was left out, two pairs share the place in ``clean``: the end of what stands before, the start
            of what follows.
        published: the local day of publication, the DCT that times resolve against.
        published_basis: where that day came from.
        shown: what its file is called in messages, or an empty string.
        line: the line of that file on which ``text`` begins, from 1; 0 where its lines are not those of the file.
    """

    id: str
    source: str
    title: str
    text: str
    clean: str
    offsets: tuple[tuple[int, int], ...] = ((0, 0),)
    published: date
    published_basis: Basis = Basis.GIVEN
    url: str | None = None
    language: str = "en"
    shown: str = ""
    line: int = 0

    def locate(self, span: Span) -> Span:
        r"""Return where a span of ``clean`` stands in ``text``.

        >>> article = Article(id="a", source="a", title="", text="xx\n\nBiden spoke.", clean="Biden spoke.",
        ...                   offsets=((0, 4),), published=date(2023, 12, 27))
        >>> article.locate(Span(0, 5)).of(article.text)
        'Biden'
        """
        if span.end <= span.start:
            return Span(self._place(span.start), self._place(span.start))
        # a span ends where its last character does, before whatever was left out behind it
        at = bisect_left(self.offsets, span.end, key=lambda pair: pair[0])
        at_pair = at < len(self.offsets) and self.offsets[at][0] == span.end
        return Span(self._place(span.start), self.offsets[at][1] if at_pair else self._place(span.end))

    def place(self, span: Span) -> str:
        r"""Return where messages say that a span of ``clean`` stands: its file, and the line where that is known.

        >>> article = Article(id="a", source="a", title="", text="Ardol\n\nIt sank.", clean="Ardol\n\nIt sank.",
        ...                   published=date(2023, 12, 27), shown="d/a.md", line=5)
        >>> article.place(Span(7, 9))
        'd/a.md:7'
        """
        shown = self.shown or self.id
        if not self.line:
            return shown
        return f"{shown}:{self.line + self.text.count(chr(10), 0, self.locate(span).start)}"

    def _place(self, position: int) -> int:
        """Return the place in ``text`` of a position in ``clean``, never past the end."""
        at = max(bisect_right(self.offsets, position, key=lambda pair: pair[0]) - 1, 0)
        clean, text = self.offsets[at]
        return min(text + position - clean, len(self.text))
