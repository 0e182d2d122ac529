"""Lines as they stand on pages -> paragraphs: columns in turn, without running heads, lines joined, hyphens closed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_SAME_HEIGHT = 1.0  # points
_PARAGRAPH_GAP = 1.4  # of the usual distance between two lines
_HEADLINE = (1.15, 1.6)  # how much larger than the text; the distance of its lines, in its own size
_FULL = 0.8  # of the usual length: a line that was broken because it was full
_COLUMN_ROWS, _COLUMN_SHARE, _COLUMN_WORDS = 5, 0.4, 20  # rows, of all rows, and characters a row on either side
_EDGE = 2  # lines at the top and at the foot of a page that may be running heads
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
# what a browser prints around a page, and numbers of pages
_PRINTED = re.compile(
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}, \d{1,2}[:.]\d{2}(?:\s?[AaPp][Mm])?(?: .{0,300})?"
    r"|(?:https?|file)://\S{1,500}(?: \d{1,4} ?/ ?\d{1,4})?|(?:[Pp]age )?\d{1,4} ?(?:/|of) ?\d{1,4}|[Pp]age \d{1,4}"
)
_WORD = r"(?<![^\W\d_])[^\W\d_]{1,40}"  # from its first letter on, so that a line of letters is not searched from each
_HYPHENED = re.compile(rf"(?P<left>{_WORD})[-‐]\n(?P<right>[a-zß-ÿ]{{1,40}})")
_HYPHENATED = re.compile(rf"{_WORD}-[^\W\d_]{{1,40}}")
_COMPOUND = re.compile(r"(?<=\w)[-‐]\n(?=\w)")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"},
)


class Line(NamedTuple):
    """A line, or a part of one: where it begins on its page, in points from the foot, how large it is, and its text."""

    x: float
    y: float
    size: float
    text: str


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """Return the text of pages, given in the order in which they were written, a blank line between paragraphs.

    >>> paragraphs([[Line(50, 700, 10, "The ferry col-"), Line(50, 686, 10, "lided with a raft.")]])
    'The ferry collided with a raft.'
    """
    kept = _without_heads([_joined(_in_columns(page)) for page in pages])
    text = "".join(_flowing(kept)).replace("\u00ad\n", "").replace("\u00ad", "")
    known = frozenset(_HYPHENATED.findall(text))
    text = _HYPHENED.sub(lambda cut: _closed(cut, known), text)
    text = _COMPOUND.sub("-", text)
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def _closed(cut: re.Match[str], known: frozenset[str]) -> str:
    """Return a word that was cut at the end of a line; a compound that the text writes elsewhere keeps its hyphen."""
    compound = f"{cut['left']}-{cut['right']}"
    return compound if compound in known else f"{cut['left']}{cut['right']}"


def _in_columns(page: Sequence[Line]) -> list[Line]:
    """Return the parts of a page column by column, where they were written row by row across two columns or more."""
    rows = _rows(page)
    starts = Counter(round(part.x) for row in rows for part in row[1:])
    for start, number in sorted(starts.items()):
        if number < max(_COLUMN_ROWS, _COLUMN_SHARE * len(rows)):
            continue
        right = [part for part in page if part.x > start - 2]
        left = [part for part in page if part.x <= start - 2]
        if left and min(_mean(left), _mean(right)) >= _COLUMN_WORDS:
            return [*left, *_in_columns(right)]
    return list(page)


def _mean(parts: Sequence[Line]) -> float:
    return sum(len(part.text.strip()) for part in parts) / len(parts)


def _rows(parts: Sequence[Line]) -> list[list[Line]]:
    """Return parts that follow each other at one height together."""
    rows: list[list[Line]] = []
    for part in parts:
        if rows and abs(rows[-1][-1].y - part.y) < _SAME_HEIGHT:
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _joined(parts: Sequence[Line]) -> list[Line]:
    """Return parts as lines."""
    lines = [
        row[0]._replace(text="".join(part.text for part in row).translate(_LIGATURES).strip()) for row in _rows(parts)
    ]
    return [line for line in lines if line.text]


def _without_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """Return pages without what runs along them: lines apart at an edge that other pages have there, but for figures.

    What stands at the top of the first page stays: it may be a headline, or the day.
    """
    normal = _normal(pages)
    edges = [_edges(page, normal) for page in pages]
    often = Counter(name for page, edge in zip(pages, edges, strict=True) for name in {_name(page[at]) for at in edge})
    kept: list[list[Line]] = []
    for number, (page, edge) in enumerate(zip(pages, edges, strict=True)):
        middle = max((line.y for line in page), default=0.0) / 2
        gone = {
            at for at in edge if often[_name(page[at])] >= max(2, len(pages) / 3) and (number or page[at].y < middle)
        }
        gone.update(at for at in _outermost(page) if _PRINTED.fullmatch(page[at].text))
        kept.append([line for at, line in enumerate(page) if at not in gone])
    return kept


def _normal(pages: Sequence[Sequence[Line]]) -> float:
    """Return the usual distance between two lines: most stand inside a paragraph."""
    pairs = (pair for page in pages for pair in pairwise(page))
    gaps = sorted(above.y - below.y for above, below in pairs if above.y > below.y)
    return gaps[len(gaps) // 4] if gaps else 0.0


def _outermost(page: Sequence[Line]) -> list[int]:
    """Return which lines are the highest and the lowest of a page."""
    ordered = sorted(range(len(page)), key=lambda at: page[at].y)
    return [*ordered[:_EDGE], *ordered[-_EDGE:]]


def _edges(page: Sequence[Line], normal: float) -> list[int]:
    """Return which lines stand at the top or at the foot of a page, apart from the rest."""
    ordered = sorted(range(len(page)), key=lambda at: page[at].y)
    found: dict[int, None] = {}
    for order in (ordered, ordered[::-1]):
        for number, (outer, inner) in enumerate(pairwise(order[: _EDGE + 1]), 1):
            if abs(page[outer].y - page[inner].y) > normal * _PARAGRAPH_GAP:
                found |= dict.fromkeys(order[:number])
    return [*found]


def _name(line: Line) -> tuple[int, str]:
    """Return what a running head is known by: its height, and its words without their figures."""
    return round(line.y), re.sub(r"\d+", "#", " ".join(line.text.split()))


def _flowing(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """Yield the lines and, before each, the break that stands there: of a line, or of a paragraph."""
    normal = _normal(pages)
    lines = [line for page in pages for line in page]
    body = median(line.size for line in lines) if lines else 0.0
    usual = median(len(line.text) for line in lines) if lines else 0.0
    before: Line | None = None
    for page in pages:
        for at, line in enumerate(page):
            if before is not None:
                gap = before.y - line.y if at else -1.0
                yield "\n" if _continues(before, line, gap, normal, body, usual) else "\n\n"
            yield line.text
            before = line


def _continues(before: Line, line: Line, gap: float, normal: float, body: float, usual: float) -> bool:
    """Say whether a line goes on with the paragraph of the one before it, which may stand in another column."""
    larger, distance = _HEADLINE
    if abs(before.size - line.size) > 1 and max(before.size, line.size) > larger * body:
        return False
    if 0 <= gap <= normal * _PARAGRAPH_GAP:
        return True
    if line.size > larger * body and 0 < gap <= distance * line.size:
        return True  # a headline of several lines
    if _ENDED.search(before.text):
        return False
    return line.text[:1].islower() or (gap < 0 and len(before.text) >= _FULL * usual)
