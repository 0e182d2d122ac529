"""Times of what was called off: they are days that it was to be on, and mostly lie ahead."""

from timeline.grammar import load
from timeline.wordlists import words as words_of

_REACH = 10  # words from the verb to the time
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


def _is_to_come(thing: list[str]) -> bool:
    """Say whether words name something that had not begun: not "its strike", "the search for the crew"."""
    if not _NO_NOUNS.union(words_of("grammar", "subordinator"), words_of("grammar", "time_conjunction")).isdisjoint(
        thing
    ):
        return False
    known = thing[0] not in {"a", "an"}
    begun = words_of("nouns", "under_way") | (words_of("nouns", "stoppage") if known else frozenset())
    return begun.isdisjoint(thing)
