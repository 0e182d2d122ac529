"""A word's form -> the numbers of the features that the network sees: its name, its affixes, its letters.

Hashes are CRC-32 modulo the number of rows, so that no list of features needs to ship.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

AFFIX_ROWS = 8192
GRAM_ROWS = 16384
ROOT_FORM = "\x02"
"""Stands before the first word of a sentence; the main verb hangs from it."""

_LONGEST = 24  # letters of a word that are looked at; a URL or a hostile run of letters costs no more
_PLAIN = str.maketrans(
    dict.fromkeys("‘’‛`", "'")
    | dict.fromkeys("“”„«»", '"')
    | dict.fromkeys("−‑‐", "-")
    | dict.fromkeys("–—", "--")
    | dict.fromkeys("\u00ad\u200b")
)
_DIGITS = re.compile(r"[0-9]")
_RUN = re.compile(r"(X|x|0)\1{2,}")


class Features(NamedTuple):
    """The features of one form: its normalised form, and rows of the affix and the letter tables."""

    norm: str
    affixes: tuple[int, ...]
    grams: tuple[int, ...]


def plain(form: str) -> str:
    """Return a form in lower case with straight quotes and plain hyphens."""
    return form.translate(_PLAIN).lower()


def normalise(form: str) -> str:
    """Return a form in lower case with straight quotes, plain hyphens and every digit as 0.

    >>> normalise("Mid-2023’s")
    "mid-0000's"
    """
    return _DIGITS.sub("0", plain(form)) or form


def shape(form: str) -> str:
    """Return a form's letters as X, x and 0, runs cut at two.

    >>> shape("McDonald"), shape("U.S."), shape("190,000")
    ('XxXxx', 'X.X.', '00,00')
    """
    letters = (
        "X" if c.isupper() else "x" if c.isalpha() else "0" if c.isdigit() else c
        for c in form[:_LONGEST].translate(_PLAIN)
    )
    return _RUN.sub(r"\1\1", "".join(letters))


@lru_cache(maxsize=1 << 16)
def features(form: str) -> Features:
    """Return the features of a word form."""
    norm = normalise(form)
    stem = norm[:_LONGEST]
    names = [f"p{n}{stem[:n]}" for n in (1, 2, 3)] + [f"s{n}{norm[-n:]}" for n in (1, 2, 3, 4)]
    names += [f"w{norm}", f"x{shape(form)}", f"f{form[:_LONGEST].translate(_PLAIN)}"]
    padded = f"<{stem}>"
    grams = {padded[i : i + n] for n in (3, 4) for i in range(len(padded) - n + 1)} or {padded}
    return Features(
        norm,
        tuple(crc32(name.encode("utf-8", "surrogatepass")) % AFFIX_ROWS for name in names),
        tuple(sorted(crc32(gram.encode("utf-8", "surrogatepass")) % GRAM_ROWS for gram in grams)),
    )
