"""Which way a clause looks from the day it was written: back, ahead, or not said.

Read from closed-class words and verb forms near a time: modals, infinitives and what governs them,
past forms, presents that tell a programme. No parser: a bounded window of the sentence is enough, and
only a time that needs a direction asks for one.
"""

import re
from collections.abc import Iterator
from functools import cache

from timeline.direction.awaited import awaited
from timeline.direction.called_off import called_off, is_called_off
from timeline.direction.cues import cue, modal
from timeline.direction.way import Direction
from timeline.grammar import load
from timeline.moved import past_form

__all__ = ["Direction", "direction"]

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|['’](?:ll|d|s|re|ve)\b")
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])|\n\s*\n|\s(?:--|—|–)\s")
# a full stop after these, or after a capital ("U.S. envoy"), ends no sentence
_TITLES = ("Mr", "Ms", "Mrs", "Dr", "Gen", "Gov", "Sen", "Rep", "St", "Lt", "Col")
_OWNED = re.compile(r" ((?:[^\W\d_]+ )?[^\W\d_]+)")
_POSSESSED = re.compile(r"['’]s ((?:[^\W\d_]+ ){0,2}[^\W\d_]+)")
# what is bought for a month that lies ahead
_DELIVERY = re.compile(r" (?:delivery|settlement|futures|contracts?)\b")
# what somebody makes of a day that lies ahead: "declared Friday a day of mourning"
_DECLARED = re.compile(r"\b(?:declar|proclaim|designat|nam)(?:e|es|ed|ing) \Z", re.IGNORECASE)
_MADE = re.compile(r" (?:as )?an? (?:[^\W\d_]+ ){0,3}(?:day|holiday)\b")
_LEFT, _RIGHT = 260, 200
_VERB = 14  # characters


def direction(text: str, start: int, end: int) -> Direction:
    """Return which way the clause around a time looks.

    Args:
        text: the whole text.
        start: where the time starts.
        end: where it ends, exclusive.

    >>> text = "Officials said Monday they would meet on Thursday."
    >>> direction(text, 15, 21), direction(text, 42, 50)
    (<Direction.PAST: 'past'>, <Direction.FUTURE: 'future'>)
    """
    # one letter more, so that a sentence that opens with the time is seen to open
    left = text[max(0, start - _LEFT) : start + 1]
    words = _WORD.findall(left[max((match.end() for match in _breaks(left)), default=0) : -1])
    done = _POSSESSED.match(text, end)
    right = text[end : end + _RIGHT]
    stop = next(_breaks(right), None)
    behind = _WORD.findall(right[: stop.start() if stop else len(right)])
    if called_off(words, owned=done is not None) or is_called_off(words, behind, owned=done is not None):
        return Direction.NEAREST
    if done is None and text.endswith(_articles(), 0, start):
        done = _OWNED.match(text, end)
    if done is not None and any(word in load().lists["done"] for word in done[1].lower().split()):
        return Direction.PAST
    declared = _DECLARED.search(text, max(0, start - _VERB), start) and _MADE.match(text, end)
    if declared or _DELIVERY.match(text, end) is not None:
        return Direction.FUTURE
    found = _leftward(words)
    if found is not Direction.UNCLEAR:
        return found
    return _rightward(behind)


@cache
def _articles() -> tuple[str, ...]:
    """Return the articles with the blanks around them."""
    return tuple(f" {word} " for word in sorted(load().lists["articles"]))


def _breaks(text: str) -> Iterator[re.Match[str]]:
    """Yield the places where a sentence or a paragraph ends."""
    for match in _ENDS.finditer(text):
        at = match.start()
        initial = text[at - 1 : at].isupper() and not text[max(0, at - 2) : at - 1].isalpha()
        abbreviated = text[at] == "." and (initial or text.endswith(_TITLES, 0, at))
        if not abbreviated:
            yield match


def _leftward(words: list[str]) -> Direction:
    """Read the cue nearest before the time."""
    if awaited(words):
        return Direction.FUTURE
    lists = load().lists
    for at in range(len(words) - 1, -1, -1):
        found = cue(words, at, lists)
        if found is not None:
            return found
    if words and words[0].lower() in lists["imperatives"]:
        return Direction.FUTURE
    return Direction.UNCLEAR


def _rightward(words: list[str]) -> Direction:
    """Read the first cue after the time."""
    lists = load().lists
    for at, written in enumerate(words):
        word = written.lower()
        if word in lists["modals"] and written != "May":
            return modal(words, at) or Direction.FUTURE
        if past_form(word):
            return Direction.PAST
        if word in lists["plans"] and words[at + 1 : at + 2] == ["to"]:
            return Direction.FUTURE
        if word in {"is", "are", "'s", "’s", "am"} and at + 1 < len(words):
            following = words[at + 1].lower()
            if following in lists["plans"] or following in lists["ahead"] or following == "to":
                return Direction.FUTURE
    return Direction.UNCLEAR
