"""``.txt`` and ``.md``: a text, with front matter or without."""

from collections.abc import Iterator
from dataclasses import replace

from timeline.model import Problem, Severity
from timeline.readers import frontmatter
from timeline.readers.decode import decode
from timeline.readers.metadata import from_fields
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield the article in a text file; what is wrong with its front matter is a warning."""
    notices: list[Problem] = []
    raw = decode(source.data, shown=source.shown, notices=notices)
    text, line = raw, 1
    try:
        parted = frontmatter.split(raw, shown=source.shown)
        text, line = parted.text, parted.line
        own = from_fields(parted.fields, where=f"{source.shown}:1")
    except UnreadableError as error:
        yield replace(error.problem, severity=Severity.WARNING)
        yield Document(text=text, line=line)
    else:
        yield Document(text=text, own=own, line=line)
    yield from notices
