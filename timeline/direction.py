"""Which way a clause looks from the day it was written: back, ahead, or not said.

Read from closed-class words and verb forms near a time: modals, infinitives and what governs them,
past forms, presents that tell a programme. No parser: a bounded window of the sentence is enough, and
only a time that needs a direction asks for one.
"""

import re
from enum import StrEnum

from timeline.grammar import load

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|['’](?:ll|d|s|re|ve)\b")
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])|\n\s*\n")
_LEFT, _RIGHT = 260, 200


class Direction(StrEnum):
    """Where a time lies, as its clause tells it."""

    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"


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
    left = text[max(0, start - _LEFT) : start]
    breaks = [match.end() for match in _ENDS.finditer(left)]
    words = _WORD.findall(left[breaks[-1] if breaks else 0 :])
    found = _leftward(words)
    if found is not Direction.UNCLEAR:
        return found
    right = text[end : end + _RIGHT]
    stop = _ENDS.search(right)
    return _rightward(_WORD.findall(right[: stop.start() if stop else len(right)]))


def _leftward(words: list[str]) -> Direction:
    """Read the cue nearest before the time."""
    lists = load().lists
    for at in range(len(words) - 1, -1, -1):
        word = words[at].lower()
        if word in lists["modals"]:
            if words[at] == "May":
                continue
            return Direction.FUTURE
        if word in lists["ahead"] and not _passive_past(words, at):
            return Direction.FUTURE
        if word == "to" and _infinitive(words, at):
            return _governor(words, at)
        if _past_form(word):
            return _with_auxiliary(words, at)
        if word in lists["programmes"]:
            return Direction.FUTURE if word not in lists["be_forms"] else Direction.UNCLEAR
    return Direction.UNCLEAR


def _rightward(words: list[str]) -> Direction:
    """Read the first cue after the time."""
    lists = load().lists
    for at, written in enumerate(words):
        word = written.lower()
        if word in lists["modals"] and written != "May":
            return Direction.FUTURE
        if _past_form(word):
            return Direction.PAST
        if word in {"is", "are", "'s", "’s", "am"} and at + 1 < len(words):
            following = words[at + 1].lower()
            if following in lists["plans"] or following in lists["ahead"] or following == "to":
                return Direction.FUTURE
    return Direction.UNCLEAR


def _past_form(word: str) -> bool:
    lists = load().lists
    if word in lists["past_verbs"]:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in lists["not_past"]


def _passive_past(words: list[str], at: int) -> bool:
    """Say whether a word of planning is the predicate itself ("agreed on Monday"), and tells the past."""
    return (
        at == len(words) - 1
        and words[at].lower().endswith("ed")
        or (
            at == len(words) - 2
            and words[at].lower().endswith("ed")
            and words[-1].lower() in {"on", "in", "late", "early"}
            and not (at and words[at - 1].lower() in load().lists["be_forms"])
        )
    )


def _infinitive(words: list[str], at: int) -> bool:
    """Say whether "to" opens an infinitive, and is no preposition."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    lower = following.lower()
    return (
        following[0].islower() and lower not in load().lists["determiners"] and not lower.endswith(("ing", "ly", "ion"))
    )


def _governor(words: list[str], at: int) -> Direction:
    """Read what governs an infinitive: a plan looks ahead, a deed done looks back."""
    lists = load().lists
    for place in range(at - 1, max(-1, at - 8), -1):
        word = words[place].lower()
        if word in lists["plans"] or word in lists["modals"]:
            return Direction.FUTURE
        if _past_form(word):
            return Direction.PAST
    return Direction.FUTURE


def _with_auxiliary(words: list[str], at: int) -> Direction:
    """Read a participle with the auxiliaries before it: "will be held" looks ahead, "was held" back."""
    lists = load().lists
    for place in range(at - 1, max(-1, at - 5), -1):
        word = words[place].lower()
        if word in lists["modals"]:
            return (
                Direction.FUTURE
                if word not in {"could", "would"} or words[place + 1].lower() != "have"
                else Direction.PAST
            )
        if word == "to" and place + 1 < len(words) and words[place + 1].lower() == "be":
            return Direction.FUTURE
        if word not in lists["be_forms"] and not word.endswith("ly"):
            break
    return Direction.PAST
