"""PDF: the text of its pages, the lines of a paragraph joined. The only module that imports pypdf.

A PDF's own dates say when the file was made, so they never date the article.
"""

import io
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.readers.extra import missing
from timeline.readers.lines import Line, paragraphs
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

# for each character that an article may have
_STEPS = 2  # of drawing: one to go to its place, one to write it
_BYTES = 40  # of what draws the pages, unpacked


def read(source: Source) -> Iterator[Document]:
    """Yield the article in a PDF.

    Raises:
        UnreadableError: if it is no PDF, is encrypted, too long, or holds pictures only.
    """
    try:
        import pypdf  # noqa: PLC0415  # an extra
    except ImportError:
        raise missing("pypdf", "pdf", source.shown) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read, we say
    try:
        reader = pypdf.PdfReader(io.BytesIO(source.data))
        encrypted = reader.is_encrypted
        pages = 0 if encrypted else len(reader.pages)
        text = "" if encrypted or pages > source.limits.max_pages else paragraphs(list(_pages(reader.pages, source)))
    except UnreadableError:
        raise
    except Exception as error:  # a broken file can fail anywhere in a parser
        what = f"not a PDF that can be read ({type(error).__name__})"
        raise UnreadableError(where=source.shown, what=what, remedy="save it anew, or as text") from error
    if encrypted:
        raise UnreadableError(where=source.shown, what="an encrypted PDF", remedy="save it without a password")
    if pages > source.limits.max_pages:
        what = f"longer than the limit of {source.limits.max_pages} pages"
        raise UnreadableError(where=source.shown, what=what, remedy="split it")
    if not text.strip():
        raise UnreadableError(where=source.shown, what="a PDF without text", remedy="run text recognition over it")
    yield Document(text=text)


def _pages(pages: Iterable[object], source: Source) -> Iterator[list[Line]]:
    """Yield what stands on each page, as long as all of them together keep the limits.

    Raises:
        UnreadableError: if they do not.
    """
    most, done = source.limits.max_chars, _Done()
    drawing = "save its article as text, or raise --max-chars"
    for page in pages:
        done.bytes += _size(page)
        if done.bytes > _BYTES * most:
            what = f"more than {_BYTES * most:,} bytes of drawing"
            raise UnreadableError(where=source.shown, what=what, remedy=drawing)
        yield _page(page, done)
        if done.steps > _STEPS * most:
            what = f"more than {_STEPS * most:,} steps of drawing"
            raise UnreadableError(where=source.shown, what=what, remedy=drawing)
        if done.chars > _STEPS * most:
            what, remedy = f"longer than the limit of {most:,} characters", "split it or raise --max-chars"
            raise UnreadableError(where=source.shown, what=what, remedy=remedy)


@dataclass(slots=True)
class _Done:
    """How much of a PDF was read: bytes and steps of drawing, and characters, running heads among them."""

    bytes: int = 0
    steps: int = 0
    chars: int = 0


def _size(page: object) -> int:
    contents = page.get_contents()  # type: ignore[attr-defined]
    return 0 if contents is None else len(contents.get_data())


def _page(page: object, done: _Done) -> list[Line]:
    """Return what stands on a page, in the order in which it was written."""
    parts: list[Line] = []

    def visit(text: str, outer: list[float], inner: list[float], _font: object, size: float | None) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        scale = abs(inner[1] * outer[2] + inner[3] * outer[3]) or 1.0
        parts.extend(Line(x, y, (size or 0.0) * scale, part) for part in text.split("\n") if part.strip())
        done.chars += len(text)

    def count(*_step: object) -> None:
        done.steps += 1

    page.extract_text(visitor_text=visit, visitor_operand_before=count)  # type: ignore[attr-defined]
    return parts
