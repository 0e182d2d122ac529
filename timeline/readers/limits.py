"""How much is read: apart from what reads it, so that the help of the command line can tell it and import no reader."""

from dataclasses import dataclass


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
