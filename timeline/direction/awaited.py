"""Times that somebody waits for: deadlines, days that plans are moved to, first days of what is laid down."""

from itertools import pairwise

from timeline.grammar import load
from timeline.moved import ends_moving, mover, past_form
from timeline.wordlists import words as words_of

_GREETINGS, _GREETED = frozenset({"see", "c", "meet", "catch"}), frozenset({"you", "u", "ya", "y'all"})


def awaited(words: list[str]) -> bool:
    """Say whether the time closes a wait: "gave him until Tuesday", "as soon as Tuesday", "ahead of Sunday"."""
    tail = [word.lower() for word in words[-14:]]
    if tail[-3:] in (["as", "soon", "as"], ["as", "early", "as"]) or tail[-2:] == ["ahead", "of"]:
        return True
    if any(one in _GREETINGS and other in _GREETED for one, other in pairwise(tail[-5:])):
        return True
    if _moved_to(tail) or _decreed_from(tail):
        return True
    if tail[-1:] == ["for"] and not load().lists["fixing"].isdisjoint(tail[-10:]):
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
