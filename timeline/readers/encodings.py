"""Which encoding bytes are in that are not UTF-8: as they say, or as their letters tell.

The only module that imports charset_normalizer. A guess is a guess: what comes of it is reported with the file, and
what no guess fits, or is too short for one, is refused.
"""

import codecs
import re
from typing import NamedTuple

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16's mark does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"(?i:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_.:-]{3,40})")
_DECLARED_WITHIN = 2048  # bytes: where browsers look
# what pages are in that say this; as browsers have it
_MEANT = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
_NO_PAGES = re.compile(r"utf-?(?:7|16|32)|.*(?:escape|punycode|idna|undefined|mbcs|oem)")  # nor can bytes say UTF-16
# the pages that people have used, the likelier first; a guess goes to the first that makes words
_NAMES = {
    "cp1252": "Windows-1252", "cp1250": "Windows-1250", "mac_roman": "Mac Roman", "cp850": "code page 850",
    "cp1251": "Windows-1251", "koi8_r": "KOI8-R", "cp1253": "Windows-1253", "cp1254": "Windows-1254",
    "cp1255": "Windows-1255", "cp1256": "Windows-1256", "gb18030": "GB 18030", "big5": "Big5",
    "cp932": "Shift JIS", "euc_jp": "EUC-JP", "cp949": "EUC-KR",
}  # fmt: skip
_KIN = ("cp1250", "cp1254")  # quotes, dashes and some letters as in Windows-1252
_WESTERN = re.compile(
    r"[\x00-\x7f£§©«®°»¿¡½¼¾éèêëàâäáãåæçíìîïñóòôöõøœúùûüýßÉÈÊÀÄÁÅÆÇÍÎÏÑÓÒÔÖÕØŒÚÙÛÜšžŠŽ€…‘’“”•–—™\xa0]*"
)
_WESTERN_SHARE = 0.1  # of letters beyond ASCII; more of them, and the code page is another
# what another code page makes of letters and quotes: a capital or a sign inside a word, a sign that clings to one, a
# word in two scripts
_ODD = re.compile(
    r"[a-zß-öø-ÿ][À-ÖØ-ÞĂĄĆČĎĐĘĚŁŃŇŐŒŔŘŚŞŠŢŤŮŰŹŻŽ]|[^\W\d_][¡-©«-´¶-¿×÷‚„†‡‰‹›™Ωπ∫√≈∂∆°][^\W\d_]"
    r"|[£¥¢¤¬±µ³²¹¯¸¨´][^\W\d_]|[^\W\d_][‚„ˆ‹¿¡¤¦¨¯²³¹¸£¥]|[\x80-\x9f\ufffd\u2500-\u259f]"
    r"|[A-Za-zÀ-ɏ][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-zÀ-ɏ]"
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CUT = re.compile(rb"[\xc3\xc5\xe2]$")  # an accented letter or a quote that was cut at the end
_BROKEN_SHARE = 0.5  # of the bytes beyond ASCII in whole sequences: UTF-8 that was cut or spoiled, and no other page
_LEAST = 50  # bytes; the letters of less tell nothing
_SAMPLE = 100_000  # bytes that a guess is made from
_SHARE_ODD = 0.1  # of the characters beyond ASCII; a guess that makes more of them is none
_PLAIN = re.compile(rb"(?:[\x09-\x7e]\0)+|(?:\0[\x09-\x7e])+")


class Guess(NamedTuple):
    """A text, the name of the encoding that it was taken to be in, and whether its kin would give the same text."""

    text: str
    name: str
    sure: bool = False


def marked(data: bytes) -> str:
    """Return the encoding that a mark at the head of the bytes says, or UTF-8."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8-sig")


def declared(data: bytes) -> str | None:
    """Return bytes decoded by the encoding that their first lines name, or None where they name none that is known."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    try:
        name = codecs.lookup(match[1].decode("ascii")).name if match else "utf-16"
        return None if _NO_PAGES.fullmatch(name) else data.decode(_MEANT.get(name, name), "replace")
    except (LookupError, ValueError):
        return None


def guess(data: bytes) -> Guess | None:
    """Return bytes that are not UTF-8 as text in the encoding that fits them, or None where none does."""
    wide = _wide(data)
    if wide:
        return wide
    if _CONTROL.search(data) or _is_broken(data):
        return None
    western = _decoded(data, "cp1252")
    if western is not None and _is_western(western):
        return Guess(western, _NAMES["cp1252"], sure=all(_decoded(data, name) == western for name in _KIN))
    return _best(data) if len(data) >= _LEAST else None


def _wide(data: bytes) -> Guess | None:
    """Return UTF-16 without its mark, known by the zero beside every letter."""
    match = _PLAIN.match(data)
    if match is None or match.end() < min(len(data) - len(data) % 2, 16) or match.end() < 4:
        return None
    name = "utf-16-le" if data[1] == 0 else "utf-16-be"
    text = _decoded(data, name)
    return None if text is None else Guess(text, name.upper())


def _is_broken(data: bytes) -> bool:
    """Say whether bytes are UTF-8 that was cut or spoiled."""
    high = len(_HIGH.findall(data, 0, _SAMPLE))
    whole = sum(len(match.group()) for match in _SEQUENCE.finditer(data, 0, _SAMPLE))
    return whole > _BROKEN_SHARE * high or bool(_CUT.search(data))


def _is_western(text: str) -> bool:
    beyond = sum(char > "\x7f" for char in text)
    few = beyond <= len(text) * _WESTERN_SHARE + 1
    return few and _WESTERN.fullmatch(text) is not None and not _ODD.search(text)


def _best(data: bytes) -> Guess | None:
    """Return the text in the encoding whose characters make words, of those that the library finds possible."""
    from charset_normalizer import from_bytes  # noqa: PLC0415  # few folders need it

    sample = data[:_SAMPLE]
    sample = sample[: sample.rfind(b"\n") + 1] or sample if len(data) > _SAMPLE else sample
    possible = {
        name
        for match in from_bytes(sample, cp_isolation=[*_NAMES], enable_fallback=False, preemptive_behaviour=False)
        for name in (match.encoding, *match.could_be_from_charset)
    }
    found: list[tuple[float, str]] = []
    for name in _NAMES:
        text = _decoded(sample, name) if name in possible else None
        if text is not None:
            beyond = sum(char > "\x7f" for char in text)
            found.append((len(_ODD.findall(text)) / max(beyond, 1), name))
    odd, best = min(found, key=lambda one: one[0], default=(1.0, ""))  # of equals the first, which is likelier
    text = _decoded(data, best) if odd <= _SHARE_ODD else None
    return None if text is None else Guess(text, _NAMES[best])


def _decoded(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None
