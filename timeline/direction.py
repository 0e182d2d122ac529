"""Which way a clause looks from the day it was written: back, ahead, or not said.

Read from closed-class words and verb forms near a time: modals, infinitives and what governs them,
past forms, presents that tell a programme. No parser: a bounded window of the sentence is enough, and
only a time that needs a direction asks for one.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from timeline.grammar import load
from timeline.moved import ends_moving, mover, past_form
from timeline.wordlists import words as words_of
from timeline.words import WEEKDAYS

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|['’](?:ll|d|s|re|ve)\b")
_ENDS = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])|\n\s*\n|\s(?:--|—|–)\s")
# a full stop after these, or after a capital ("U.S. envoy"), ends no sentence
_TITLES = ("Mr", "Ms", "Mrs", "Dr", "Gen", "Gov", "Sen", "Rep", "St", "Lt", "Col")
_ARTICLES = tuple(f" {word} " for word in ("a", "an", "the", "its", "his", "her", "their"))
_OWNED = re.compile(r" ((?:[^\W\d_]+ )?[^\W\d_]+)")
_POSSESSED = re.compile(r"['’]s ((?:[^\W\d_]+ ){0,2}[^\W\d_]+)")
# what is bought for a month that lies ahead
_DELIVERY = re.compile(r" (?:delivery|settlement|futures|contracts?)\b")
_LEFT, _RIGHT = 260, 200
_CLITICS = ("'s", "’s", "'re", "’re", "'m", "’m")
_FIXED = frozenset({"called", "calls", "set", "sets", "fixed", "booked", "arranged"})
# of the determiners, those that may be subjects, or stand after one
_NO_ARTICLES = frozenset({"and", "or", "it", "this", "that", "which", "what", "all", "in", "on", "at", "date"})
# what no participle is an attribute of
_NO_NOUNS = frozenset({"as", "on", "in", "at", "that", "to", "by", "from", "with"})
_GREETINGS, _GREETED = frozenset({"see", "c", "meet", "catch"}), frozenset({"you", "u", "ya", "y'all"})
# pasts whose object is a clause, and no noun
_SAID = frozenset({"said", "announced", "confirmed", "told", "reported", "added", "indicated", "warned", "revealed"})
# after these a new clause may begin; between a past and its object stands none of them
_OPENERS = frozenset(
    {"that", "who", "which", "when", "and", "but", "as", "in", "on", "at", "by", "of", "for", "from", "to"}
)
_LY_VERBS = frozenset(
    {"ally", "apply", "comply", "fly", "multiply", "rally", "rely", "reply", "resupply", "supply", "tally"}
)
# nouns that go without an article behind "to", and are no infinitives there
_BARE = frozenset(
    {"parliament", "congress", "court", "school", "prison", "hospital", "church", "college", "university", "power"}
)
_NEGATIONS = frozenset({"not", "neither", "nor", "never", "nobody", "none", "no"})


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
    done = _POSSESSED.match(text, end)
    if done is None and text.endswith(_ARTICLES, 0, start):
        done = _OWNED.match(text, end)
    if done is not None and any(word in load().lists["done"] for word in done[1].lower().split()):
        return Direction.PAST
    if _DELIVERY.match(text, end) is not None:
        return Direction.FUTURE
    # one letter more, so that a sentence that opens with the time is seen to open
    left = text[max(0, start - _LEFT) : start + 1]
    words = _WORD.findall(left[max((match.end() for match in _breaks(left)), default=0) : -1])
    found = _leftward(words)
    if found is not Direction.UNCLEAR:
        return found
    right = text[end : end + _RIGHT]
    stop = next(_breaks(right), None)
    return _rightward(_WORD.findall(right[: stop.start() if stop else len(right)]))


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
    if _awaited(words):
        return Direction.FUTURE
    lists = load().lists
    for at in range(len(words) - 1, -1, -1):
        found = _cue(words, at, lists)
        if found is not None:
            return found
    if words and words[0].lower() in lists["imperatives"]:
        return Direction.FUTURE
    return Direction.UNCLEAR


def _cue(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> Direction | None:
    """Read one word before the time, or return None where it tells nothing."""
    word = words[at].lower()
    if word in lists["modals"]:
        return _modal(words, at)
    if word in lists["ahead"]:
        return _ahead(words, at)
    if word == "to" and _infinitive(words, at):
        return _governor(words, at)
    if _programme(words, at, lists):
        return Direction.FUTURE
    if past_form(word):
        return None if _attributive(words, at) else _with_auxiliary(words, at)
    return _faint(words, at)


def _ahead(words: list[str], at: int) -> Direction | None:
    """Read a word that looks ahead, unless what governs it, or its own tense, looks back."""
    if words[at - 1 : at] == ["to"]:
        return _governor(words, at - 1)
    if _has_its_day(words[at + 1 :]):
        return None
    if words[at] == "plans" and words[at + 1 :] in (["in"], ["on"]) and past_form(words[at - 1].lower()):
        return Direction.PAST  # "approved plans in January"
    if words[at] == "due" and words[at + 1 : at + 2] == ["to"] and not _infinitive(words, at + 1):
        return None  # "rose due to the war"
    return Direction.PAST if _had_been(words, at) or _predicate_of(words, at) else Direction.FUTURE


def _has_its_day(behind: list[str]) -> bool:
    """Say whether a plan has its weekday before another phrase begins ("planned for Friday after talks on")."""
    if len(behind) < 4 or behind[0] not in {"for", "on"} or behind[1] not in WEEKDAYS:
        return False
    return behind[2] in {"after", "because", "following", "amid", "at", "when"}


def _faint(words: list[str], at: int) -> Direction | None:
    """Read a present, which leaves it open, "are meeting", which looks ahead, or "after retreating", a past."""
    word = words[at].lower()
    if word in {"is", "are", "am"}:
        return Direction.UNCLEAR
    if not word.endswith("ing") or not at:
        return None
    before = words[at - 1].lower()
    if before in {"after", "since", "upon"}:
        return Direction.PAST
    # "they are meeting Monday", "she's flying home Sunday"
    return Direction.FUTURE if before in {"is", "are", "am"} or before.endswith(_CLITICS) else None


def _programme(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a word tells a programme: "meets", "talks resume", "a summit set for", "the vote is Tuesday"."""
    word = words[at].lower()
    if word == "set":
        return words[at + 1 : at + 2] in (["for"], ["to"])
    if word in {"is", "are"}:
        return _right_before(words, at)
    if word in {"go", "head"} and [other.lower() for other in words[at + 1 : at + 4]] == ["to", "the", "polls"]:
        return True
    if word in lists["programmes"]:
        return not _counted(words, at, lists)
    return word in lists["programmes_plain"] and _plain(words, at) and not _counted(words, at, lists)


def _counted(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a form that may be a present is a noun: "51 votes", "their plays", "hit two home runs"."""
    before = words[at - 1].lower() if at else ""
    if before[:1].isdigit() or (before in lists["determiners"] and before not in _NO_ARTICLES):
        return True
    for place in range(at - 1, max(-1, at - 5), -1):  # "hit two home runs", "survived a no-confidence vote"
        word = words[place].lower()
        if past_form(word):
            return word not in _SAID and place < at - 1
        if word in _OPENERS:
            return False
    return False


def _had_been(words: list[str], at: int) -> bool:
    """Say whether "had been" stands before a word: a plan of the past."""
    return [word.lower() for word in words[max(0, at - 2) : at]] == ["had", "been"]


def _awaited(words: list[str]) -> bool:
    """Say whether the time closes a wait: "gave him until Tuesday", "as soon as Tuesday", "ahead of Sunday"."""
    tail = [word.lower() for word in words[-14:]]
    if tail[-3:] in (["as", "soon", "as"], ["as", "early", "as"]) or tail[-2:] == ["ahead", "of"]:
        return True
    if any(one in _GREETINGS and other in _GREETED for one, other in pairwise(tail[-5:])):
        return True
    if _moved_to(tail) or _decreed_from(tail):
        return True
    if tail[-1:] == ["for"] and not _FIXED.isdisjoint(tail[-7:]):
        return True  # "called an election for June 30"
    if tail[-1:] in (["until"], ["till"]) and mover(tail):
        return True  # "put off until Friday"
    return tail[-1:] in (["until"], ["till"], ["by"]) and any(word in load().lists["awaiting"] for word in tail[:-1])


def _moved_to(tail: list[str]) -> bool:
    """Say whether an appointment is moved to the time, or forward from it ("brought forward from 5 to 3 May")."""
    if tail[-2:] == ["forward", "to"]:
        return True  # "looked forward to Sunday", "brought it forward to Sunday"
    if tail[-1:] == ["to"] and ends_moving(tail[:-1]):
        return True  # "moved to Sunday", "put off to Sunday"
    if tail[-1:] == ["from"]:
        return mover(tail) in load().lists["movers_forward"]
    return "from" in tail[:-1] and not words_of("grammar", "up_to").isdisjoint(tail[-1:]) and bool(mover(tail))


def _decreed_from(tail: list[str]) -> bool:
    """Say whether the time is the first day of what somebody laid down ("declared a truce starting on Friday")."""
    openers = tail[:-1] if tail[-1:] == ["on"] else tail
    if not openers or openers[-1] not in words_of("grammar", "beginning") | {"from"}:
        return False
    done = next((word for word in reversed(openers) if past_form(word)), "")
    return done in load().lists["decreed"]


def _modal(words: list[str], at: int) -> Direction | None:
    """Read a modal: "May" the month is none, "could not" tells what was, "would have" what was not."""
    word = words[at].lower()
    if words[at] == "May":
        return None
    if word == "could" and any(other.lower() in _NEGATIONS for other in words[max(0, at - 8) : at + 2]):
        return Direction.PAST
    if (
        word == "could"
        and words[at + 1 : at + 2] == ["be"]
        and words[at + 2 : at + 3] in (["seen"], ["heard"], ["felt"])
    ):
        return Direction.PAST  # who looked saw it
    if word in {"could", "would", "might", "may", "must", "should"} and words[at + 1 : at + 2] == ["have"]:
        return Direction.PAST
    return Direction.FUTURE


def _rightward(words: list[str]) -> Direction:
    """Read the first cue after the time."""
    lists = load().lists
    for at, written in enumerate(words):
        word = written.lower()
        if word in lists["modals"] and written != "May":
            return _modal(words, at) or Direction.FUTURE
        if past_form(word):
            return Direction.PAST
        if word in lists["plans"] and words[at + 1 : at + 2] == ["to"]:
            return Direction.FUTURE
        if word in {"is", "are", "'s", "’s", "am"} and at + 1 < len(words):
            following = words[at + 1].lower()
            if following in lists["plans"] or following in lists["ahead"] or following == "to":
                return Direction.FUTURE
    return Direction.UNCLEAR


def _predicate_of(words: list[str], at: int) -> bool:
    """Say whether a word of planning is itself what was done then: "the court adjourned on Monday"."""
    word = words[at].lower()
    if not word.endswith("ed") or (at and words[at - 1].lower() in load().lists["be_forms"]):
        return False
    return _right_before(words, at)


def _plain(words: list[str], at: int) -> bool:
    """Say whether a base form is a present, right before its time: "talks resume Tuesday", not "to resume"."""
    before = words[at - 1].lower() if at else ""
    return _right_before(words, at) and before not in {"to", "not", "was", "were", "been", "stayed", "remained"}


def _right_before(words: list[str], at: int) -> bool:
    """Say whether only a preposition stands between a word and the time."""
    rest = [other.lower() for other in words[at + 1 :]]
    if rest and rest[0].endswith("ly") and rest[0] not in {"july", "early"}:
        rest = rest[1:]
    return not rest or rest in (["on"], ["in"], ["late"], ["early"], ["at"])


def _attributive(words: list[str], at: int) -> bool:
    """Say whether a participle stands before its noun: "a still unspecified date"."""
    if at + 1 >= len(words) or not words[at].lower().endswith("ed"):
        return False
    if words[at + 1] in _NO_NOUNS:
        return False  # "a court ruled on Monday"
    before = [word.lower() for word in words[max(0, at - 2) : at]]
    articles = {"a", "an", "the", "its", "his", "her", "their", "this", "that", "these", "those"}
    return bool(before) and (
        before[-1] in articles or (len(before) > 1 and before[0] in articles and words[at + 1].islower())
    )


def _infinitive(words: list[str], at: int) -> bool:
    """Say whether "to" opens an infinitive, and is no preposition."""
    if at + 1 >= len(words):
        return False
    following = words[at + 1]
    lower = following.lower()
    if not following[0].islower() or lower in load().lists["determiners"]:
        return False
    if lower in _LY_VERBS:
        return True
    many = lower.endswith("s") and not lower.endswith("ss")  # "to reporters"
    return not (many or lower in _BARE or lower.endswith(("ing", "ly", "ion")))


def _governor(words: list[str], at: int) -> Direction | None:
    """Read what governs an infinitive: a plan looks ahead, a deed done looks back, "the first to" says nothing."""
    lists = load().lists
    if words[at - 1 : at] in (["was"], ["were"]):
        return Direction.FUTURE  # "the truce was to begin on Monday"
    for place in range(at - 1, max(-1, at - 8), -1):
        word = words[place].lower()
        if word in lists["plans"] or word in lists["modals"] or word in lists["ahead"]:
            given_up = _had_been(words, place) or words[place - 1 : place] == ["had"]
            return Direction.PAST if given_up else Direction.FUTURE
        if word in {"first", "last", "latest", "only", "second", "third"}:
            return None
        if past_form(word):  # what one has decided is still to come, what one decided on Friday was that Friday
            decided = word == "decided" and words[place - 1 : place] in (["has"], ["have"])
            return Direction.FUTURE if decided else Direction.PAST
    return Direction.FUTURE


def _with_auxiliary(words: list[str], at: int) -> Direction:
    """Read a participle with the auxiliaries before it: "will be held" looks ahead, "was held" back."""
    lists = load().lists
    for place in range(at - 1, max(-1, at - 6), -1):
        word = words[place].lower()
        if word in lists["modals"]:
            return _modal(words, place) or Direction.PAST
        if word == "to" and words[place + 1].lower() == "be":
            return Direction.FUTURE
        if word in {"is", "are"} and place == at - 1 and not words[at].lower().endswith("ed"):
            return Direction.FUTURE
        if word not in lists["be_forms"] and not word.endswith("ly"):
            break
    return Direction.PAST
