"""Mojibake: UTF-8 that was read in a Windows code page, mended sequence by sequence.

Only what decodes, and gives a letter or a sign of European print, is changed; straight or curly, all else stays.
"""

import re

NON_ASCII = re.compile(r"[^\x00-\x7f]+")

_ROUNDS = 3  # a text may have been decoded wrongly more than once
_CLOSING = "’”"
_PRINTED = re.compile(r"[\u00a0-\u017f\u0192\u0218-\u021b\u02c6\u02dc\u2010-\u203a\u20ac\u2122\u2212\ufeff]")


def mend(words: str) -> str:
    """Decode anew what was UTF-8 and was read as Windows-1250 or Windows-1252; leave all else as it is.

    >>> mend("Padrón PadrĂłn PadrÃ³n donâ€™t “CAFÉ”")
    'Padrón Padrón Padrón don’t “CAFÉ”'
    """
    return NON_ASCII.sub(lambda run: mend_run(run.group(), words[run.end() : run.end() + 1]), words)


def mend_run(run: str, follows: str) -> str:
    """Mend a run of characters beyond ASCII; ``follows`` is the character after it, or an empty string."""
    for _ in range(_ROUNDS):
        before = run
        for page in _PAGES:
            run = page.mend(run, follows)
        if run == before:
            break
    return run


class _Page:
    """A code page in which UTF-8 was read, with the sequences that UTF-8 makes in it."""

    def __init__(self, name: str) -> None:
        # an undefined byte passes through as the control character of its number, as browsers have it
        self._byte = {_decode(byte, name): byte for byte in range(0x80, 0x100)}
        tail = self._set(0x80, 0xBF)
        self._sequence = re.compile(
            f"{self._set(0xC2, 0xDF)}{tail}|{self._set(0xE0, 0xEF)}{tail}{{2}}|{self._set(0xF0, 0xF4)}{tail}{{3}}"
        )

    def _set(self, first: int, last: int) -> str:
        return "[" + "".join(re.escape(char) for char, byte in self._byte.items() if first <= byte <= last) + "]"

    def mend(self, run: str, follows: str) -> str:
        """Return the run with every sequence decoded that gives a letter or a sign of European print."""

        def decoded(match: re.Match[str]) -> str:
            old = match.group()
            try:
                new = bytes(self._byte[char] for char in old).decode()
            except UnicodeDecodeError:
                return old
            after = run[match.end() : match.end() + 1] or follows
            # a capital before a closing quote may be just that: "Ä”" at the end of a quotation
            is_quote = len(old) == 2 and old[1] in _CLOSING and not after.isalpha()
            return new if _PRINTED.fullmatch(new) and not is_quote else old

        return self._sequence.sub(decoded, run)


def _decode(byte: int, page: str) -> str:
    try:
        return bytes((byte,)).decode(page)
    except UnicodeDecodeError:
        return chr(byte)


_PAGES = (_Page("cp1252"), _Page("cp1250"))
