"""Whether words before a time move an appointment to another day: "postponed from Monday *to Thursday*"."""

from collections.abc import Sequence

from timeline.grammar import load

_REACH = 14  # words


def past_form(word: str) -> bool:
    """Say whether a word in small letters is a verb's past, by its ending or the lexicon.

    >>> past_form("triggered"), past_form("will")
    (True, False)
    """
    lists = load().lists
    if word in lists["past_verbs"]:
        return True
    return len(word) > 3 and word.endswith("ed") and word not in lists["not_past"]


def mover(words: Sequence[str]) -> str:
    """Return the verb before a time that moves an appointment, with its particle, if no deed stands between them.

    >>> mover("the launch was brought forward from 5 May to".split()), mover("they moved and met from".split())
    ('brought forward', '')
    """
    tail = [word.lower() for word in words[-_REACH:]]
    movers = load().lists["movers"]
    for at in range(len(tail) - 1, -1, -1):
        for found in (" ".join(tail[at : at + 2]), tail[at]):
            if found in movers:
                return found
        if past_form(tail[at]) and tail[at + 1 : at + 2] not in (["back"], ["forward"], ["off"]):
            return ""
    return ""


def ends_moving(words: Sequence[str]) -> bool:
    """Say whether words end in a verb that moves an appointment, with its particle if it needs one.

    >>> ends_moving(["was", "put", "off"]), ends_moving(["was", "put"])
    (True, False)
    """
    movers = load().lists["movers"]
    return any(" ".join(words[-size:]).lower() in movers for size in (1, 2))
