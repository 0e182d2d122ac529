"""DOCX: the text of its paragraphs. The only module that imports docx.

The dates in a document's properties say when the file was made and saved, so they never date the article.
"""

import io
import zipfile
from collections.abc import Iterator

from timeline.readers.extra import missing
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

_REMEDY = "save it anew, or as text"


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
            size = sum(part.file_size for part in parts.infolist())
        document = docx.Document(io.BytesIO(source.data)) if size <= source.limits.max_unpacked else None
        text = "\n\n".join(each.text for each in document.paragraphs if each.text.strip()) if document else ""
    except Exception as error:  # a broken file can fail anywhere in a parser
        what = f"not a DOCX file that can be read ({type(error).__name__})"
        raise UnreadableError(where=source.shown, what=what, remedy=_REMEDY) from error
    if document is None:
        what = f"unpacks to more than the limit of {source.limits.max_unpacked:,} bytes"
        raise UnreadableError(where=source.shown, what=what, remedy=_REMEDY)
    yield Document(text=text)
