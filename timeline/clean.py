"""A text as read becomes the text the stages see, with the way back.

Mended: letters that were decoded with the wrong code page, odd spaces, invisible characters, lines that were broken to
fit a width. Left out: dates and datelines at the head, lines that stand there twice, the labels of a player, lists of
sources, readers' comments. Every change is an :class:`Edit` of the text as read, so that one pass makes the clean text
and its offsets.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from timeline.comments import before_comments
from timeline.livepages import hour_stamps
from timeline.model import Span
from timeline.mojibake import NON_ASCII, mend_run
from timeline.pubdate import head_spans
from timeline.runon import LONGEST, pieces, tokens
from timeline.sentences import split

_REPEAT_WORDS = 3  # a shorter line may well be said twice
_SIGNS_TOKENS = 60  # no sentence with fewer words than signs and figures has more than these
_UNSTOPPED = 50  # words to a sign; what is longer than _LONG and has fewer signs is words in no order, not a sentence
_LONG = 100

_PLAYER = re.compile(
    r"(?:(?:last )?updated:?|published:?|posted:?|\d{1,2}:\d{2}(?:\s*/\s*\d{1,2}:\d{2})?|updated:?\s+\d{1,2}:\d{2}"
    r"|advertisement|listen|share|loading\.{3}|(?:read|see) (?:more|also):?.{0,120}|image (?:source|caption)"
    r"|(?:(?:last )?updated|last modified(?: on)?):? .{0,30}\d{4}.{0,20}|copyright.{0,80}|©.{0,80}"
    r"|.{0,80}\ball rights reserved.{0,80}"
    r"|\((?:additional )?(?:reporting|writing|editing) by .{3,200}\)"
    r"|reporting by .{3,120}; ?(?:writing|editing) by .{3,80}"
    r"|follow us on .{1,60}|share (?:this (?:page|story|article|post)|on (?:facebook|twitter|whatsapp|linkedin)).{0,30}"
    r"|sign up (?:for|to) .{1,80}\bnewsletters?\b.{0,40}|(?:first )?(?:posted|published|created): .{0,40}\d{4}.{0,40}"
    r"|(?:story|page) created: .{0,60})",
    re.IGNORECASE,
)
# headlines of other papers, each with its age, as pages list them
_ELSEWHERE = re.compile(r"\s-\s\d{1,2} (?:hrs?|mins?) ago\b")
# a stamp of the page inside a line ("12 May 2013 Last updated at 13:42 GMT Share"): the headline and a caption stand
# before it, the story behind; a report may say of anything when it was last updated, but not with the hour
_DAY = r"(?:[A-Z][a-z]{2,5}day,? )?(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? \d{4}"
_CLOCK = r"\d{1,2}[:.]\d{2}(?: ?[AaPp]\.?[Mm]\b\.?)?(?: (?:[A-Z]{2,4}|UK)\b)?"
_CHANGE = r"[Ll]ast (?:updated|modified)"
_MADE = rf"{_DAY} (?:{_CHANGE}|(?:[Ff]irst )?(?:[Pp]ublished|[Pp]osted))"
_MENU = "Advertisement|Comments|E-?mail|Help|Print|Read more|Related|Save|Share"
_STAMP = re.compile(
    rf"(?:^[^.!?\n]{{1,300}}?(?= {_MADE}) )?\b(?:{_MADE}|(?:Page )?{_CHANGE}):?(?: at| on)?"
    rf" (?:{_DAY}(?: -|,| at)? )?{_CLOCK}(?:, {_DAY})?(?: (?:{_MENU})(?= [A-Z]))?",
    re.MULTILINE,
)
_WIDTHS = range(40, 121)  # characters of the longest line in a text that was broken to fit a width
_FILL = 0.9  # of that width: a line and the next word have more, or the word had stood there
_LINE = re.compile(r"[^\n]+")
_FIRST_WORD = re.compile(r"\S{1,120}")
_SOURCES = re.compile(r"(?:sources?|references|via):?", re.IGNORECASE)
_SOURCE_LINE_CHARS = 80
_CREDIT_LINE = re.compile(r".{3,160} contributed to this (?:report|story|article)\.?")

_ODD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u2028\u2029]")
# soft hyphens, zero widths, bidi controls, byte order marks and control characters other than tab and line feed
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")


class Edit(NamedTuple):
    """Characters of the text as read, and what stands there instead."""

    span: Span
    words: str = ""


class Cleaned(NamedTuple):
    """A clean text and its ``offsets`` (see :class:`timeline.model.Article`)."""

    text: str
    offsets: tuple[tuple[int, int], ...]


def clean(text: str) -> Cleaned:
    r"""Return the text that the stages see.

    >>> clean("date 2023-12-25 Snow fell.\nUpdated:\n0:00\nPadrĂłn slept.").text
    'Snow fell.\nPadrón slept.'
    """
    edits = [*_heads(text), *_lines(text), *_mends(text)]
    edits += [Edit(Span(*match.span()), "\n\n") for match in _STAMP.finditer(text)]
    edits += [Edit(stamp) for stamp in hour_stamps(text)]
    edits += [Edit(Span(*match.span()), " ") for match in _ODD_SPACE.finditer(text)]
    edits += [Edit(Span(*match.span())) for match in _INVISIBLE.finditer(text)]
    joints = list(_joints(text))
    edits += joints
    edits += _breaks(_joined(text, joints))
    return apply(text, edits)


def apply(text: str, edits: Iterable[Edit]) -> Cleaned:
    """Make the edits, the earlier and longer before those they overlap, and keep the way back.

    >>> apply("one two three", [Edit(Span(4, 8))])
    Cleaned(text='one three', offsets=((0, 0), (4, 4), (4, 8)))
    """
    parts: list[str] = []
    offsets = [(0, 0)]
    place = done = 0
    for (start, end), words in sorted(edits, key=lambda edit: (edit.span.start, -edit.span.end)):
        if start < done:
            continue
        parts += text[done:start], words
        place += start - done
        offsets.append((place, start))
        place += len(words)
        offsets.append((place, end))
        done = end
    parts.append(text[done:])
    return Cleaned("".join(parts), tuple(dict.fromkeys(offsets)))


def _heads(text: str) -> Iterator[Edit]:
    for start, end in head_spans(text):
        before = text[:start]
        opens_line = not before.rpartition("\n")[2].strip()
        after = len(text[end:]) - len(text[end:].lstrip()) if not before.strip() else 0
        # a headline and a dateline that ran together are two paragraphs
        yield Edit(Span(start, end + after), "" if opens_line else "\n\n")


def _lines(text: str) -> Iterator[Edit]:
    """Yield the lines to leave out, each with its break."""
    lines = [Span(*match.span()) for match in re.finditer(r"[^\n]*\n|[^\n]+", text)]
    last = before_comments(text, lines[: _before_sources(text, lines)])
    if last < len(lines):
        yield Edit(Span(lines[last].start, len(text)))
    seen = set()
    for line in lines[:last]:
        words = " ".join(line.of(text).split())
        if words in seen or any(kind.fullmatch(words) for kind in (_PLAYER, _CREDIT_LINE)) or _ELSEWHERE.search(words):
            yield Edit(line)
        elif words.count(" ") >= _REPEAT_WORDS - 1:
            seen.add(words)


def _before_sources(text: str, lines: list[Span]) -> int:
    """Return the number of lines before a closing list of sources: a heading and nothing but short lines after it."""
    at = len(lines)
    while at and len(lines[at - 1].of(text).strip()) <= _SOURCE_LINE_CHARS:
        at -= 1
        words = lines[at].of(text).strip()
        if _SOURCES.fullmatch(words):
            return at
    return len(lines)


def _joints(text: str) -> Iterator[Edit]:
    """Yield a space for each break of a text whose lines were broken to fit a width, as mail programs do.

    Such a line ends where the next word had no room; the next one mostly goes on in the middle of a sentence.
    """
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    width = max((line.end - line.start for line in lines), default=0)
    if width not in _WIDTHS:
        return
    breaks = []
    for line, other in pairwise(lines):
        word = _FIRST_WORD.match(text, other.start, other.end)
        full = word is not None and line.end - line.start + 1 + len(word.group()) > _FILL * width
        if other.start == line.end + 1 and full:
            breaks.append(Edit(Span(line.end, other.start), " "))
    running = sum(text[at.span.end].islower() for at in breaks)
    if 3 * running >= len(breaks):
        yield from breaks


def _joined(text: str, joints: list[Edit]) -> str:
    """Return a text with its lines joined; every character keeps its place."""
    parts: list[str] = []
    done = 0
    for (start, end), words in joints:
        parts += text[done:start], words
        done = end
    return "".join([*parts, text[done:]])


def _breaks(text: str) -> Iterator[Edit]:
    """Yield a line break wherever a sentence grows beyond all prose."""
    for sentence in split(text):
        if sentence.end - sentence.start > _SIGNS_TOKENS:
            longest = _SIGNS_TOKENS if _is_broken(text, sentence) else LONGEST
            _, *others = pieces(text, sentence, longest)
            yield from (Edit(Span(piece.start, piece.start), "\n") for piece in others)


def _is_broken(text: str, sentence: Span) -> bool:
    """Say whether a sentence is none: more signs and figures than words, or words in no order."""
    parts = tokens(text, sentence)
    words = sum(text[part.start].isalpha() for part in parts)
    signs = sum(not text[part.start].isalnum() for part in parts)
    return 2 * words < len(parts) or (len(parts) > _LONG and signs * _UNSTOPPED < len(parts))


def _mends(text: str) -> Iterator[Edit]:
    """Yield an edit for every run of mended characters, without those at its ends that were right."""
    for run in NON_ASCII.finditer(text):
        old = run.group()
        new = mend_run(old, text[run.end() : run.end() + 1])
        if new == old:
            continue
        head = _shared(old, new)
        tail = _shared(old[:head:-1], new[:head:-1])
        yield Edit(Span(run.start() + head, run.end() - tail), new[head : len(new) - tail])


def _shared(one: str, other: str) -> int:
    """Return how many characters the two begin with in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
