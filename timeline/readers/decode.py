"""Bytes -> text in NFC: UTF-8, UTF-16 where a mark says so, or Windows-1252; line breaks become line feeds."""

import codecs
import re
import unicodedata
from pathlib import Path

from timeline.readers.unreadable import UnreadableError

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"(?i:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_-]{3,20})")
_DECLARED_WITHIN = 2048  # bytes: where browsers look
_WESTERN = re.compile(
    r"[\x00-\x7f£§©«®°»¿¡½¼¾éèêëàâäáãåæçíìîïñóòôöõøœúùûüýßÉÈÊÀÄÁÅÆÇÍÎÏÑÓÒÔÖÕØŒÚÙÛÜšžŠŽ€…‘’“”•–—™\xa0]*"
)
_ATTEMPT = re.compile(rb"[\xc2-\xf4][\x80-\xbf]|\xc3$|\0")  # UTF-8 that was cut or broken
_WESTERN_SHARE = 0.1  # of letters beyond ASCII; more of them, and the code page is another


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


def decode(data: bytes, *, shown: str, declared: bool = False) -> str:
    r"""Return bytes as text; with ``declared``, a charset named in their first lines counts where UTF-8 fails.

    >>> decode(b"\xef\xbb\xbfone\r\ntwo", shown="a.txt")
    'one\ntwo'

    Raises:
        UnreadableError: if the bytes are not text in an encoding that can be told.
    """
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        found = _declared(data) if declared else _western(data)
        if found is None:
            line = data.count(b"\n", 0, error.start) + 1
            binary = b"\0" in data[:4096]
            what = "a binary file" if binary else f"not UTF-8 text (byte {data[error.start]:#04x})"
            raise UnreadableError(where=f"{shown}:{line}", what=what, remedy="save it as UTF-8 text") from error
        text = found
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise UnreadableError(
            where=f"{shown}:{line}", what="a binary file (it holds NUL)", remedy="save it as UTF-8 text"
        )
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _declared(data: bytes) -> str | None:
    """Return bytes decoded as they say of themselves, or as Western text."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if match:
        try:
            return data.decode(match[1].decode("ascii"), "replace")
        except LookupError:
            pass
    return _western(data)


def _western(data: bytes) -> str | None:
    """Return bytes decoded as Windows-1252 where they look like print in a Western language."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if _ATTEMPT.search(data):
        return None
    beyond = sum(char > "\x7f" for char in text)
    is_western = beyond <= len(text) * _WESTERN_SHARE + 1 and _WESTERN.fullmatch(text)
    return text if is_western else None
