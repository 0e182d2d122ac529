"""DOCX: the text of its paragraphs. The only module that imports docx.

The dates in a document's properties say when the file was made and saved, so they never date the article.
"""

import io
import zipfile
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from timeline.readers.extra import missing
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.oxml.text.paragraph import CT_P

_REMEDY = "save it anew, or as text"
_MARKUP = 60  # bytes of the text's part for each character that an article may have; its tree takes 20 times as many
_PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
_TEXT = "word/document.xml"


def read(source: Source) -> Iterator[Document]:
    """Yield the article in a DOCX file.

    Raises:
        UnreadableError: if it is none, or unpacks to more than the limit.
    """
    try:
        import docx  # noqa: PLC0415  # an extra
    except ImportError:
        raise missing("python-docx", "docx", source.shown) from None
    try:
        with zipfile.ZipFile(io.BytesIO(source.data)) as parts:
            too_large = _too_large(parts.infolist(), source)
        text = "" if too_large else _text(docx.Document(io.BytesIO(source.data)), source.limits.max_chars)
    except Exception as error:  # a broken file can fail anywhere in a parser
        what = f"not a DOCX file that can be read ({type(error).__name__})"
        raise UnreadableError(where=source.shown, what=what, remedy=_REMEDY) from error
    if too_large:
        raise too_large
    yield Document(text=text)


def _too_large(parts: list[zipfile.ZipInfo], source: Source) -> UnreadableError | None:
    """Return what to say of a document whose parts are too large to open."""
    if sum(part.file_size for part in parts) > source.limits.max_unpacked:
        what = f"unpacks to more than the limit of {source.limits.max_unpacked:,} bytes"
        return UnreadableError(where=source.shown, what=what, remedy=_REMEDY)
    longest = source.limits.max_chars * _MARKUP
    if any(part.filename == _TEXT and part.file_size > longest for part in parts):
        what = f"its text unpacks to more than {longest:,} bytes, {_MARKUP} a character of the longest article"
        return UnreadableError(where=source.shown, what=what, remedy="split it or raise --max-chars")
    return None


def _text(document: "Opened", most: int) -> str:
    """Return the text of the paragraphs; no more of them are read than it takes to see that there are too many.

    What stands in tables counts where it is the most of the document, as in a page that was laid out with them.
    """
    parts: list[tuple[bool, str]] = []
    lengths = {True: 0, False: 0}
    for in_table, paragraph in islice(_paragraphs(document), most + 1):
        words = paragraph.text
        if words.strip():
            parts.append((in_table, words))
            lengths[in_table] += len(words) + 2
        if sum(lengths.values()) > 2 * most + 4:  # one of the two is too long
            break
    laid_out = lengths[True] > lengths[False]
    return "\n\n".join(words for in_table, words in parts if laid_out or not in_table)


def _paragraphs(document: "Opened") -> "Iterator[tuple[bool, CT_P]]":
    """Yield the paragraphs of a document's body in order, each with whether it stands in a table."""
    for child in document.element.body.iterchildren("{*}p", "{*}tbl", "{*}sdt"):
        if child.tag.endswith("}p"):
            yield False, child
        else:
            yield from ((child.tag.endswith("}tbl"), each) for each in child.iter(_PARAGRAPH))
