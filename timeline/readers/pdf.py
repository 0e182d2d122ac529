"""PDF: the text of its pages, the lines of a paragraph joined. The only module that imports pypdf.

A PDF's own dates say when the file was made, so they never date the article.
"""

import io
import logging
import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.readers.extra import missing
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

_PARAGRAPH_GAP = 1.4  # of the usual distance between two lines
_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")


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
        text = "" if encrypted or pages > source.limits.max_pages else "\n\n".join(map(_page, reader.pages))
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


def _page(page: object) -> str:
    """Return a page's text: a paragraph a line, a blank line between two."""
    lines: list[tuple[float, str]] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, _size: object) -> None:
        for part in text.split("\n"):
            if part.strip():
                height = round(matrix[5], 1)
                if lines and lines[-1][0] == height:
                    lines[-1] = height, lines[-1][1] + part
                else:
                    lines.append((height, part))

    page.extract_text(visitor_text=visit)  # type: ignore[attr-defined]
    return _joined(lines)


def _joined(lines: list[tuple[float, str]]) -> str:
    """Join lines, told with their heights, into paragraphs: a larger gap than usual starts one."""
    gaps = [above - below for (above, _), (below, _) in pairwise(lines)]
    usual = sorted(gap for gap in gaps if gap > 0)
    normal = usual[len(usual) // 4] if usual else 0.0  # most lines stand inside a paragraph
    parts: list[str] = []
    for gap, (_, line) in zip([0.0, *gaps], lines, strict=True):
        parts.append("\n\n" if parts and (gap > normal * _PARAGRAPH_GAP or gap < 0) else "\n" if parts else "")
        parts.append(line.strip())
    text = _HYPHEN.sub("", "".join(parts))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
