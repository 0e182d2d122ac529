"""What a reader of a format takes and gives: the bytes of a file with the limits they must keep, and its documents."""

from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.readers.metadata import Metadata


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much is read; what is larger is left out and reported.

    Attributes:
        max_bytes: of one file, also inside an archive.
        max_chars: of one article's text.
        max_documents: of one file, and the files of one archive.
        max_unpacked: bytes of all files of one archive, or of one packed document, together.
        max_pages: of one PDF.
    """

    max_bytes: int = 10_000_000
    max_chars: int = 500_000
    max_documents: int = 20_000
    max_unpacked: int = 200_000_000
    max_pages: int = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file in a folder or an archive: what it is called in messages, and how to get its bytes."""

    shown: str
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of a file, what it is called in messages, and the limits."""

    data: bytes
    shown: str
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as a file holds it: its text, what it says of itself, and its name where a file holds several."""

    text: str
    own: Metadata = field(default_factory=Metadata)
    part: str = ""
    where: str = ""
