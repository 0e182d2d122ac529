"""The date in the caption of a photo: its line ends with a credit."""

import re

from timeline.model import Basis, Span
from timeline.pubdate.dated import Dated
from timeline.pubdate.forms import FIND_DAY, NAME, lines, to_day

_CREDIT_REACH = 160  # the credit ends the line, at most this far behind the date
_CREDIT = re.compile(
    rf"(?:{NAME}(?:[ ]{NAME}){{0,3}}[ ]?/[ ]?[A-Z][\w.& ]{{1,40}}"
    r"|\((?:[A-Z][\w ]{0,30} )?[Pp]hoto[^()]{0,80}\)|[Pp]hoto(?:graph)?(?: by|:) [^.]{2,80}"
    r"|(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA)(?: [Pp]hoto)?)[.)]?$"
)
_OLD = re.compile(
    r"(?i:copyright|\bupdated\b|\bmodified\b|\bfile (?:photo|picture|image)|\barchive|\bsaid\b|\breport(?:ed|s)\b)"
    r"|©|\bFILE\b"
)


def caption_date(text: str) -> Dated | None:
    """Return the latest date in a line that ends with a photo credit, or None.

    >>> caption_date("Goats on a roof in Ardol, on Dec. 26, 2023. Ada Rhee/Newsfoto").day
    datetime.date(2023, 12, 26)
    """
    dated = [
        Dated(day=day, basis=Basis.CAPTION, span=Span(*match.span()))
        for line in lines(text)
        if _OLD.search(text, *line) is None
        for match in FIND_DAY.finditer(text, *line)
        if (day := to_day(match.group())) and is_credited(text, match.end(), line.end)
    ]
    return max(dated, key=lambda found: found.day, default=None)


def is_credited(text: str, start: int, end: int) -> bool:
    """Say whether a line that ends in ``end`` closes with a photo credit, not far behind ``start``.

    >>> is_credited("Goats on a roof, Dec. 26. Ada Rhee/Newsfoto", 24, 43)
    True
    """
    return end - start <= _CREDIT_REACH and bool(_CREDIT.search(text, start, end))
