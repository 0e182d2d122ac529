"""The cues before and behind a time, each read by itself: modals, plans, infinitives, presents, participles."""

from collections.abc import Mapping

from timeline.direction.forms import (
    attributive,
    counted,
    had_been,
    has_its_day,
    infinitive,
    moved_when,
    plain,
    predicate_of,
    right_before,
)
from timeline.direction.way import Direction
from timeline.grammar import load
from timeline.moved import past_form

_CLITICS = ("'s", "’s", "'re", "’re", "'m", "’m")
_NEGATIONS = frozenset({"not", "neither", "nor", "never", "nobody", "none", "no"})


def cue(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> Direction | None:
    """Read one word before the time, or return None where it tells nothing."""
    word = words[at].lower()
    if word in lists["modals"]:
        return modal(words, at)
    if word in lists["ahead"]:
        return _ahead(words, at)
    if word == "to" and infinitive(words, at):
        return _governor(words, at)
    if _programme(words, at, lists) or _plans_something(words, at, lists):
        return Direction.FUTURE
    if past_form(word):
        return None if attributive(words, at) else _with_auxiliary(words, at)
    return _faint(words, at)


def modal(words: list[str], at: int) -> Direction | None:
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


def _ahead(words: list[str], at: int) -> Direction | None:
    """Read a word that looks ahead, unless what governs it, or its own tense, looks back."""
    if words[at - 1 : at] == ["to"]:
        return _governor(words, at - 1)
    if has_its_day(words[at + 1 :]):
        return None
    if moved_when(words, at):
        return _with_auxiliary(words, at)
    if words[at] == "plans" and words[at + 1 :] in (["in"], ["on"]) and past_form(words[at - 1].lower()):
        return Direction.PAST  # "approved plans in January"
    if words[at] == "due" and words[at + 1 : at + 2] == ["to"] and not infinitive(words, at + 1):
        return None  # "rose due to the war"
    return Direction.PAST if had_been(words, at) or predicate_of(words, at) else Direction.FUTURE


def _plans_something(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether "plan" is a verb, with what is planned behind it ("unions plan a strike on Friday")."""
    before = words[at - 1].lower() if at else ""
    verb = words[at].lower() == "plan" and before not in lists["determiners"] and before not in {"had", "did", "not"}
    return verb and words[at + 1 : at + 2] != [] and words[at + 1].lower() in lists["articles"] | {"another", "more"}


def _programme(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a word tells a programme: "meets", "talks resume", "a summit set for", "the vote is Tuesday"."""
    word = words[at].lower()
    if word == "set":
        return words[at + 1 : at + 2] in (["for"], ["to"])
    if word in {"is", "are"}:
        return right_before(words, at)
    if word in {"go", "head"} and [other.lower() for other in words[at + 1 : at + 4]] == ["to", "the", "polls"]:
        return True
    if word in lists["programmes"]:
        return not counted(words, at, lists)
    return word in lists["programmes_plain"] and plain(words, at) and not counted(words, at, lists)


def _governor(words: list[str], at: int) -> Direction | None:
    """Read what governs an infinitive: a plan looks ahead, a deed done looks back, "the first to" says nothing."""
    lists = load().lists
    if words[at - 1 : at] in (["was"], ["were"]):
        return Direction.FUTURE  # "the truce was to begin on Monday"
    if at and words[at - 1].lower() in lists["efforts"] and words[at - 2 : at - 1] != ["to"]:
        return None
    for place in range(at - 1, max(-1, at - 8), -1):
        word = words[place].lower()
        if word in lists["plans"] or word in lists["modals"] or word in lists["ahead"]:
            given_up = had_been(words, place) or words[place - 1 : place] == ["had"]
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
            return modal(words, place) or Direction.PAST
        if word == "to" and words[place + 1].lower() == "be":
            return Direction.FUTURE
        if word in {"is", "are"} and place == at - 1 and not words[at].lower().endswith("ed"):
            return Direction.FUTURE
        if word not in lists["be_forms"] and not word.endswith("ly"):
            break
    return Direction.PAST


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
    if before in {"was", "were"} and _reports(words[: at - 1]):
        return Direction.FUTURE  # "said she was leaving on Sunday"
    # "they are meeting Monday", "she's flying home Sunday"
    return Direction.FUTURE if before in {"is", "are", "am"} or before.endswith(_CLITICS) else None


def _reports(words: list[str]) -> bool:
    """Say whether words end in what somebody said of themselves ("announced that he")."""
    told = [word.lower() for word in words[-3:]]
    if told[-1:] and told[-1] in {"he", "she", "it", "they"}:
        told = told[:-1]
        told = told[:-1] if told[-1:] == ["that"] else told
        return bool(told) and told[-1] in load().lists["clause_takers"]
    return False
