"""Bytes -> text: UTF-8, or UTF-16 where a byte order mark says so; line breaks become line feeds."""

import codecs
from pathlib import Path

from timeline.readers.unreadable import UnreadableError

MAX_BYTES = 10_000_000
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, *, shown: str, max_bytes: int = MAX_BYTES) -> str:
    """Return the text of a regular file of at most ``max_bytes`` bytes, called ``shown`` in messages.

    Raises:
        UnreadableError: if it cannot be read, is too large, or is not text.
    """
    try:
        if not path.is_file():  # a pipe or a device would make us wait
            raise UnreadableError(where=shown, what="not a regular file", remedy="put a text file in its place")
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        what = (error.strerror or type(error).__name__).lower()
        raise UnreadableError(where=shown, what=what, remedy="check that the file is readable") from error
    if len(data) > max_bytes:
        raise UnreadableError(
            where=shown, what=f"larger than the limit of {max_bytes:,} bytes", remedy="split it or raise --max-bytes"
        )
    return decode(data, shown=shown)


def decode(data: bytes, *, shown: str) -> str:
    r"""Return bytes as text.

    >>> decode(b"\xef\xbb\xbfone\r\ntwo", shown="a.txt")
    'one\ntwo'

    Raises:
        UnreadableError: if the bytes are not text in UTF-8 or UTF-16.
    """
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        binary = b"\0" in data[:4096]
        what = "a binary file" if binary else f"not UTF-8 text (byte {data[error.start]:#04x})"
        raise UnreadableError(where=f"{shown}:{line}", what=what, remedy="save it as UTF-8 text") from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableError(
            where=f"{shown}:{line}", what="a binary file (it holds NUL)", remedy="save it as UTF-8 text"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")
