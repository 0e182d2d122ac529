"""DOCX: the text of its paragraphs, tables and text boxes, in their order. The only module that imports docx.

A row of short cells is one line; a row that holds more than that (a page's layout) gives its paragraphs. The dates in a
document's properties say when the file was made and saved, so they never date the article.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.model import Problem, Severity
from timeline.readers.extra import missing
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from docx.document import Document as Opened
    from docx.oxml.xmlchemy import BaseOxmlElement as Element

_REMEDY = "save it anew, or as text"
_MARKUP = 60  # bytes of the text's part for each character that an article may have; its tree takes 20 times as many
_TEXT = "word/document.xml"
_CELL = 200  # characters; a longer cell is no figure or name but a part of a page that was laid out with a table
_BETWEEN_CELLS = " – "
_LEFT_OUT = {"footnoteReference": "notes", "endnoteReference": "notes", "altChunk": "embedded documents"}
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXTS = frozenset(f"{_W}{name}" for name in ("t", "br", "cr", "noBreakHyphen", "ptab", "tab"))
# what is not shown (a deletion, a field's source, an annotation), and the second version of what stands before it
_HIDDEN = frozenset(("del", "moveFrom", "instrText", "Fallback", "rt", "pPr", "rPr", "tblPr", "sectPr"))


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield the article in a DOCX file, and a note of what is left out of it.

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
        document = None if too_large else docx.Document(io.BytesIO(source.data))
        text = _text(document, source.limits.max_chars) if document else ""
        left_out = _left_out(document) if document else ""
    except Exception as error:  # a broken file can fail anywhere in a parser
        what = f"not a DOCX file that can be read ({type(error).__name__})"
        raise UnreadableError(where=source.shown, what=what, remedy=_REMEDY) from error
    if too_large:
        raise too_large
    yield Document(text=text)
    if left_out:
        remedy = "copy them into its text if they tell of events"
        yield Problem(where=source.shown, what=f"its {left_out} are left out", remedy=remedy, severity=Severity.NOTE)


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
    """Return the text; no more of it is read than it takes to see that there is too much."""
    parts: list[str] = []
    length = 0
    for words in _blocks(document.element.body):
        parts.append(words)
        length += len(words) + 2
        if length > most + 4:
            break
    return "\n\n".join(parts)


def _left_out(document: "Opened") -> str:
    """Return what a document has beside its text, in words."""
    found = {name: document.element.body.find(f".//{{*}}{name}") is not None for name in _LEFT_OUT}
    return " and ".join(dict.fromkeys(words for name, words in _LEFT_OUT.items() if found[name]))


def _blocks(parent: "Element") -> Iterator[str]:
    """Yield the texts of what stands in a body, a cell or a text box, but no blank one."""
    for child in parent.iterchildren("{*}*"):
        name = _name(child)
        if name == "p":
            boxes: list[Element] = []
            words = "".join(_words(child, boxes))
            if words.strip():
                yield words
            for box in boxes:
                yield from _blocks(box)
        elif name == "tr":
            yield from _row(child)
        elif name not in _HIDDEN:  # a table, a control around paragraphs, an insertion
            yield from _blocks(child)


def _row(row: "Element") -> Iterator[str]:
    """Yield a row of short cells as a line, and of another row every paragraph."""
    cells = [list(_blocks(cell)) for cell in _cells(row)]
    filled = [cell for cell in cells if cell]
    if all(len(cell) == 1 and len(cell[0]) <= _CELL for cell in filled):
        line = _BETWEEN_CELLS.join(" ".join(cell[0].split()) for cell in filled)
        yield from [line] if line else []
    else:
        for cell in filled:
            yield from cell


def _cells(parent: "Element") -> "Iterator[Element]":
    """Yield the cells of a row, also those in a control around them."""
    for child in parent.iterchildren("{*}*"):
        if _name(child) == "tc":
            yield child
        elif _name(child) not in _HIDDEN:
            yield from _cells(child)


def _words(parent: "Element", boxes: "list[Element]") -> Iterator[str]:
    """Yield the words of a paragraph, also in links and insertions; its text boxes go to ``boxes``."""
    for child in parent.iterchildren("{*}*"):
        name = _name(child)
        if name == "txbxContent":
            boxes.append(child)
        elif child.tag in _TEXTS:
            yield str(child)
        elif name not in _HIDDEN:
            yield from _words(child, boxes)


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]
