"""Times of what was called off: they are days that it was to be on, and mostly lie ahead."""

from timeline.grammar import load
from timeline.moved import past_form
from timeline.wordlists import words as words_of

_FINITE = frozenset({"was", "were", "is", "are", "has", "have"})
_REACH = 10  # words between the verb and the time
_NO_NOUNS = frozenset({"and", "as", "because", "but", "by", "over", "that", "which", "who", "within"})


def called_off(words: list[str], *, owned: bool) -> bool:
    """Say whether the time is that of what was called off: "scrapped a trip to Lund on", "called off", owned.

    Args:
        words: those before the time.
        owned: whether the time owns what follows it ("called off *Sunday's* race").
    """
    tail = [word.lower() for word in words[-_REACH:]]
    if not owned and tail[-1:] != ["on"]:
        return False
    for at in range(len(tail) - 1, -1, -1):
        size = next((size for size in (1, 2) if " ".join(tail[at : at + size]) in load().lists["calling_off"]), 0)
        if size:
            thing = tail[at + size :] if owned else tail[at + size : -1]
            passive = tail[at - 1 : at] and tail[at - 1] in load().lists["be_forms"]
            return not passive and (owned or (bool(thing) and _is_to_come(thing)))
    return False


def is_called_off(left: list[str], right: list[str], *, owned: bool) -> bool:
    """Say whether the time is that of a subject that is called off ("the race on Sunday has been cancelled").

    Args:
        left: the words before the time.
        right: those behind it.
        owned: whether the time owns what follows it ("*Sunday's* race was called off").
    """
    before, told = [word.lower() for word in left], [word.lower() for word in right[:_REACH]]
    at = next((at for at, word in enumerate(told) if word in _FINITE), -1)
    subject = told[:at] if owned else before[:-1]
    if at < 0 or not subject or not (owned or (at == 0 and before[-1:] == ["on"])):
        return False
    if any(past_form(word) for word in (*before, *told[:at])) or not _is_to_come(subject):
        return False
    verb = at + 2 if told[at + 1 : at + 2] == ["been"] else at + 1
    return any(" ".join(told[verb : verb + size]) in load().lists["calling_off"] for size in (1, 2))


def _is_to_come(thing: list[str]) -> bool:
    """Say whether words name something that had not begun: not "its strike", "the search for the crew"."""
    if not _NO_NOUNS.union(words_of("grammar", "subordinator"), words_of("grammar", "time_conjunction")).isdisjoint(
        thing
    ):
        return False
    known = thing[0] not in {"a", "an"}
    begun = words_of("nouns", "under_way") | (words_of("nouns", "stoppage") if known else frozenset())
    return begun.isdisjoint(thing)
