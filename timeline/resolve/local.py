"""Datelines and captions: days that stand in for the publication date where they are told.

"KABUL, Dec. 3 (AP) - Officials said Tuesday" counts from Dec. 3, whatever day the paper printed it. A dateline at
the head of a text holds for the story below it, up to the next; one further down, as in a digest, for its own
paragraph. A picture's caption holds for its line: that of a credited photo, or one written as agencies write them, in
the present tense and ended by the weekday and the full date. A file picture's words tell of the days they are
printed in, and count from there.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from timeline.grammar import load
from timeline.model import Span, Timex
from timeline.pubdate import is_credited

#: characters before the date within which a dateline opens its line
_PLACE_REACH = 90
#: lines, and characters, that may stand above the dateline of a whole text: its headline, who wrote it
_ABOVE, _HEAD = 4, 1000
_CAPITALS = r"[A-Z][A-Z.'’/-]{1,30}(?:[ ][A-Z][A-Z.'’/-]{1,30}){0,3}"
_NAME = r"[A-Z][\w.'’/-]{0,30}"
_REGION = rf"(?:,[ ]{_NAME}(?:[ ]{_NAME}){{0,2}}){{0,2}}"
_AGENCY = r"\([A-Z][\w .&/-]{1,30}\)"
_DASH = r"(?:--?|[–—_:])"
#: "KABUL, " or "KABUL (", which a dash must follow; or "Kabul, " or nothing, which an agency must follow
_BEFORE = re.compile(rf"[ \t]{{0,8}}(?:{_CAPITALS}{_REGION}(?:,?[ ]|[ ]\())\Z")
_BEFORE_AN_AGENCY = re.compile(rf"[ \t]{{0,8}}(?:{_NAME}(?:[ ]{_NAME}){{0,2}}{_REGION},?[ ]\(?)?\Z")
_AFTER = re.compile(rf"\)?,?[ ]{{0,2}}(?:{_AGENCY}[ ]{{0,2}})?{_DASH}(?=\s|$)")
_AFTER_AGENCY = re.compile(rf"\)?,?[ ]{{0,2}}{_AGENCY}[ ]{{0,2}}{_DASH}(?=\s|$)")
_FILE = re.compile(r"[ \t]{0,8}\(?(?:FILE\b|File photo\b|In this\b.{0,60}\bfile photo\b)")
_WORD = re.compile(r"[^\W\d_]+")
_FILLED = re.compile(r"\S")
_STOPPED = re.compile(r"[.!?][\"”’)\]]*\s")
#: before what of the past a caption's present still holds: "tents are seen", "migrants who left on Sunday walk"
_STILL = frozenset({"is", "are", "being", "be", "gets", "get", "who", "which", "that"})
#: characters of a caption up to its date
_CAPTION = 400


class Local(NamedTuple):
    """Where a day stands in for the publication date, the day, and what tells it."""

    span: Span
    day: date
    name: str


def local_days(
    text: str,
    timexes: Sequence[Timex],
    published: date | None,
    told: Callable[[Timex], date | None],
    headed: date | None = None,
) -> tuple[Local, ...]:
    """Return the days that parts of a text are told from, by position, none overlapping another.

    Args:
        text: the document.
        timexes: its time expressions, by position.
        published: the local day of publication, or None.
        told: the day that a time names by itself, or None.
        headed: the day of a dateline that was taken off the text's head, or None.
    """
    found = [Local(Span(0, len(text)), headed, DATELINE)] if headed is not None else []
    line = Span(0, -1)
    used = False
    for timex in timexes:
        if timex.span.start > line.end:
            line, used = _line(text, timex.span.start), False
        if used or not (name := _kind(text, line, timex)):
            continue
        day = told(timex)
        if day is None or (published is not None and day > published):
            continue
        used = True
        span = _reach(text, line, timex) if name == DATELINE else line
        found.append(Local(span, day, name))
    return tuple(_apart(found))


DATELINE, _CAPTIONED = "the dateline", "the caption's date"


def _apart(found: Sequence[Local]) -> Iterator[Local]:
    """Yield the days with a dateline's reach cut around what stands in it with a day of its own."""
    for at, one in enumerate(found):
        start = one.span.start
        for other in found[at + 1 :]:
            if other.span.start >= one.span.end:
                break
            yield one._replace(span=Span(start, other.span.start))
            start = other.span.end
        if start < one.span.end:
            yield one._replace(span=Span(start, one.span.end))


def _line(text: str, at: int) -> Span:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Span(start, len(text) if end < 0 else end)


def _kind(text: str, line: Span, timex: Timex) -> str:
    """Say whether a time is the date of a dateline or of a caption, or neither."""
    start, end = timex.span
    if start - line.start <= _PLACE_REACH:
        before = text[line.start : start]
        if _BEFORE.match(before) and _AFTER.match(text, end):
            return DATELINE
        if _BEFORE_AN_AGENCY.match(before) and _AFTER_AGENCY.match(text, end):
            return DATELINE
    if start - line.start > _CAPTION or _FILE.match(text, line.start, start):
        return ""
    return _CAPTIONED if is_credited(text, end, line.end) or _reads_as_caption(text, line, timex) else ""


def _reads_as_caption(text: str, line: Span, timex: Timex) -> bool:
    """Say whether a line opens in the present tense with a sentence that a weekday and its full date end."""
    if timex.rule != "weekday with its date" or text[timex.span.end : timex.span.end + 1] != ".":
        return False
    before = text[line.start : timex.span.start]
    if _STOPPED.search(before):
        return False
    lists = load().lists
    words = _WORD.findall(before.lower())
    if any(word in lists["modals"] or word in lists["programmes"] for word in words):
        return False
    return bool(words) and not any(
        _tells_past(word, lists["past_verbs"], lists["not_past"])
        and not _STILL.intersection(words[max(0, at - 2) : at])
        for at, word in enumerate(words)
    )


def _tells_past(word: str, past: frozenset[str], never: frozenset[str]) -> bool:
    return word in past or (len(word) > 3 and word.endswith("ed") and word not in never)


def _reach(text: str, line: Span, timex: Timex) -> Span:
    """Return how far a dateline reaches: the story, from the head of a text, or its paragraph."""
    if line.start <= _HEAD and sum(1 for above in text[: line.start].split("\n") if above.strip()) <= _ABOVE:
        return Span(line.start, len(text))
    if text[timex.span.end : line.end].rstrip().endswith(("-", "–", "—", "_", ":")):
        # it stands on a line of its own, above its paragraph
        below = _FILLED.search(text, line.end)
        return Span(line.start, _line(text, below.start()).end if below else line.end)
    return line
