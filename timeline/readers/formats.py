"""Which reader reads a file, by the ending of its name; a reader is imported when its first file turns up."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePosixPath

from timeline.model import Problem
from timeline.readers.source import Document, Source

READERS = {
    ".txt": "plain",
    ".md": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".json": "records",
    ".jsonl": "records",
    ".ndjson": "records",
    ".csv": "records",
    ".parquet": "parquet",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
ARCHIVE = ".zip"
_SNIFFED = (
    (b"%PDF-", ".pdf"),
    (b"PAR1", ".parquet"),
    (b"{", ".json"),
    (b"[", ".json"),
    (b"<?xml", ".xml"),
    (b"<rss", ".xml"),
    (b"<", ".html"),
)


def ending(name: str) -> str:
    """Return the ending of a name, in small letters."""
    return PurePosixPath(name).suffix.lower()


def is_read(name: str) -> bool:
    """Say whether files of this name are read."""
    return ending(name) in READERS or ending(name) == ARCHIVE


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield the articles in a file of one of the endings above, and what is wrong with it.

    Raises:
        UnreadableError: if the file as a whole cannot be read.
    """
    module = import_module(f"timeline.readers.{READERS[ending(source.shown)]}")
    yield from module.read(source)


# an object that ends its line, and another that begins the next
_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[^\n]*\}[ \t\r]*\n\s*\{")


def sniff(data: bytes) -> str:
    """Return the ending that the name of these bytes would have.

    >>> sniff(b"%PDF-1.7"), sniff(b"Snow fell.")
    ('.pdf', '.txt')
    """
    if data.startswith(b"PK\3\4"):
        return ".docx" if b"word/document.xml" in data else ARCHIVE
    if _LINES.match(data):
        return ".jsonl"
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((ending for start, ending in _SNIFFED if head.startswith(start.lower())), ".txt")
