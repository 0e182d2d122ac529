"""Measure and wrap text without asking the machine for its fonts.

Widths are those of DejaVu Sans, the widest face a reader is likely to see in place of Helvetica or Arial: what fits
in it fits in them, and the same text wraps at the same word on every machine.
"""

import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

# advance widths of U+0020 to U+007E in thousandths of the type size
_REGULAR = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
    1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
    603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_BOLD = (
    348, 456, 521, 838, 696, 1002, 872, 306, 457, 457, 523, 838, 380, 415, 380, 365,
    696, 696, 696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 580,
    1000, 774, 762, 734, 830, 683, 683, 821, 837, 372, 372, 775, 637, 995, 837, 850,
    733, 850, 770, 720, 682, 812, 774, 1103, 771, 724, 725, 457, 365, 457, 838, 500,
    500, 675, 716, 593, 716, 678, 435, 716, 712, 343, 343, 665, 343, 1042, 712, 687,
    716, 716, 493, 595, 478, 712, 652, 924, 645, 652, 582, 712, 365, 712, 838,
)  # fmt: skip
_OTHER = {"–": 500, "—": 1000, "‘": 380, "’": 380, "“": 657, "”": 657, "…": 1000, "·": 380, "•": 639, "≠": 838}
_UNKNOWN = 800  # thousandths: above the mean of Greek, Cyrillic and Arabic
_HIDDEN = frozenset({"Cc", "Cs", "Cn", "Co", "Zl", "Zp"})
_BREAK_AFTER = "-–—/"
_ENOUGH = 0.3  # of a line's room, for its last words
_WORD = 3  # letters on either side of a hyphen behind which a line may break


@lru_cache(maxsize=4096)
def _advance(char: str, bold: bool) -> int:
    """Return a character's width in thousandths of the type size; an accented letter is as wide as its base."""
    if char in _OTHER:
        return _OTHER[char]
    if unicodedata.combining(char):
        return 0
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    code = ord(unicodedata.normalize("NFD", char)[0])
    if 32 <= code < 127:
        return (_BOLD if bold else _REGULAR)[code - 32]
    return _UNKNOWN


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text stands, in pixels, at a type size in pixels.

    >>> width("May", 10)
    20.68
    """
    return round(_units(text, bold) * size / 1000, 2)


def _units(text: str, bold: bool) -> int:
    """Return how wide a text stands in thousandths of the type size: whole numbers, which add up without rounding."""
    return sum(_advance(char, bold) for char in text)


def plain(text: str, limit: int = 1200) -> str:
    r"""Return text fit to show: one line, without controls and direction overrides, at most ``limit`` characters.

    Article text is hostile: a control character is no XML, and an override can make a line read backwards.

    >>> plain(" caf\u00e9\x00\n\u202eopens ")
    'café opens'
    """
    kept = "".join(" " if char.isspace() else char for char in text[: 4 * limit] if char.isspace() or _is_shown(char))
    line = " ".join(kept.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def address(url: str | None) -> str:
    """Return an address if it is http or https and nothing else, or an empty string."""
    url = (url or "").strip()
    if any(char.isspace() or not char.isprintable() for char in url):
        return ""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.hostname else ""


def slug(text: str) -> str:
    """Return a text as part of an HTML id: letters, digits, hyphens and underscores.

    >>> slug("e 1/<b>")
    'e-1--b-'
    """
    return "".join(char if char.isascii() and (char.isalnum() or char in "-_") else "-" for char in text[:80])


def _is_shown(char: str) -> bool:
    category = unicodedata.category(char)
    return category not in _HIDDEN and not (category == "Cf" and char not in "\u200c\u200d")


def wrap(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines no wider than ``limit`` pixels; a word wider than a line breaks inside.

    Args:
        text: one paragraph.
        limit: the width of a line, in pixels.
        size: the type size, in pixels.
        bold: whether the text is set in bold.

    >>> wrap("Ferry opens to the islands", 90, 14)
    ('Ferry opens', 'to the', 'islands')
    """
    lines: list[str] = []
    line = ""
    most = limit * 1000 / size
    used = 0
    for word in _pieces(text, most, bold):
        if line and used + _units(word.rstrip(), bold) > most:
            lines.append(line.rstrip())
            line, used = "", 0
        line += word
        used += _units(word, bold)
    return (*lines, line.rstrip()) if line or not lines else tuple(lines)


def even(text: str, limit: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text as :func:`wrap` does, but leave no lone word on the last line where no line more is needed for that.

    >>> wrap("The ferrymen first rowed to the islands of Norland", 320, 14)[-1]
    'Norland'
    >>> even("The ferrymen first rowed to the islands of Norland", 320, 14)[-1]
    'islands of Norland'
    """
    lines = wrap(text, limit, size, bold=bold)
    for percent in range(95, 50, -5):
        if len(lines) == 1 or width(lines[-1], size, bold=bold) >= _ENOUGH * limit:
            break
        fewer = wrap(text, limit * percent / 100, size, bold=bold)
        if len(fewer) > len(lines):
            break
        if width(fewer[-1], size, bold=bold) > width(lines[-1], size, bold=bold):
            lines = fewer
    return lines


def listed(text: str, limit: float, size: float) -> tuple[str, ...]:
    """Break a list behind its commas, and an item of it only where it is longer than a line.

    >>> listed("19 events, 5 sources, May to December 2023", 170, 13)
    ('19 events, 5 sources,', 'May to December 2023')
    """
    *items, last = text.split(", ")
    lines: list[str] = []
    for item in [*(f"{item}," for item in items), last]:
        if lines and width(f"{lines[-1]} {item}", size) <= limit:
            lines[-1] += f" {item}"
        else:
            lines += wrap(item, limit, size)
    return tuple(lines)


def _pieces(text: str, most: float, bold: bool) -> list[str]:
    """Cut a text into what must stay together: words with the space behind them, cut where one exceeds a line."""
    pieces: list[str] = []
    start, used = 0, 0
    for at, char in enumerate(text):
        step = _advance(char, bold)
        if used + step > most and not char.isspace() and at > start:
            pieces.append(text[start:at])
            start, used = at, 0
        used += step
        if char == " " or (char in _BREAK_AFTER and _between_words(text, at)):
            pieces.append(text[start : at + 1])
            start, used = at + 1, 0
    return [*pieces, text[start:]] if start < len(text) else pieces


def _between_words(text: str, at: int) -> bool:
    """Say whether a hyphen or slash stands between words of three letters, where a line may break: not in "al-Sham"."""
    before, after = text[max(at - _WORD, 0) : at], text[at + 1 : at + 1 + _WORD]
    return len(before) == len(after) == _WORD and before.isalpha() and after.isalpha()
