"""Bytes -> text in NFC: UTF-8, or what a mark, the first lines or the letters tell; line breaks become line feeds."""

import unicodedata
from pathlib import Path

from timeline.model import Problem, Severity
from timeline.readers.encodings import declared, guess, marked
from timeline.readers.unreadable import UnreadableError


def read_bytes(path: Path, *, shown: str, max_bytes: int) -> bytes:
    """Return the bytes of a regular file of at most ``max_bytes`` bytes, called ``shown`` in messages.

    Raises:
        UnreadableError: if it cannot be read or is too large.
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
    return data


def decode(data: bytes, *, shown: str, notices: list[Problem], says: bool = False) -> str:
    r"""Return bytes as text.

    Args:
        data: the bytes of a file.
        shown: what it is called in messages.
        notices: takes a warning where the encoding had to be guessed, or a note where the guess leaves no doubt.
        says: whether an encoding named in the first lines counts where UTF-8 fails.

    >>> decode(b"\xef\xbb\xbfone\r\ntwo", shown="a.txt", notices=[])
    'one\ntwo'

    Raises:
        UnreadableError: if the bytes are not text in an encoding that can be told.
    """
    try:
        text = data.decode(marked(data))
    except UnicodeDecodeError as error:
        said = declared(data) if says else None
        text = _guessed(data, error.start, shown, notices) if said is None else said
    if "\0" in text:
        text = _guessed(data, data.index(b"\0"), shown, notices)
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _guessed(data: bytes, at: int, shown: str, notices: list[Problem]) -> str:
    """Return bytes in the encoding that fits them, with a warning or a note; ``at`` is the byte that is no UTF-8."""
    found = guess(data)
    if found is None or "\0" in found.text:
        line = data.count(b"\n", 0, at) + 1
        binary = b"\0" in data[:4096] or data[at] == 0
        holds_nul = " (it holds NUL)" if data[at] == 0 else ""
        what = f"a binary file{holds_nul}" if binary else f"not UTF-8 text (byte {data[at]:#04x})"
        raise UnreadableError(where=f"{shown}:{line}", what=what, remedy="save it as UTF-8 text")
    what = f"not UTF-8; taken for {found.name}, by its letters"
    remedy = "save it as UTF-8, if its names look wrong"
    severity = Severity.NOTE if found.sure else Severity.WARNING
    notices.append(Problem(where=shown, what=what, remedy=remedy, severity=severity))
    return found.text
