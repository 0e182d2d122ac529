"""What a clause tells in the simple past of a day that has no year: it was done, whatever day lies nearer."""

import re
from functools import cache

from timeline.grammar import load
from timeline.moved import past_form
from timeline.syntax.irregular import FROM_PAST
from timeline.wordlists import words

_CLAUSE_ENDS = re.compile(r"[.;:!?] |\n|, | (?:--|—|–) ")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: words from the verb to the day that it may be told of
_FARTHEST = 8
#: what parts a deed from a day behind it: "bid for the mine on May 3", "a shop that opens on May 3"
_APART = frozenset({"for", "from", "until", "till", "by", "that", "which", "who", "before", "to", "and"})
#: verbs that give what they govern its day: "announced a merger on May 3", "fixed a price on May 3"
_SETTING = ("saying", "planning", "moving", "cancelling", "calling_for")
_HAVE = frozenset({"has", "have", "having"})


def told_as_done(nearby: str) -> bool:
    """Say whether words end in a deed in the simple past, what it was done to, and "on".

    "The firm bought the mine on", "the talks broke down on"; but not "fixed a price on", "boycotted the vote on".
    """
    told = _WORD.findall(_CLAUSE_ENDS.split(nearby)[-1])
    if told[-1:] != ["on"]:
        return False
    at = next((at for at in range(len(told) - 2, 0, -1) if past_form(told[at])), 0)
    between = told[at + 1 : -1]
    lists = load().lists
    if not at or not between or len(between) > _FARTHEST or _is_event(between[-1]):
        return False
    if {told[at], told[at - 1]} & (lists["be_forms"] | lists["articles"] | _HAVE) or _lemmas(told[at]) & _setting():
        return False
    return lists["modals"].isdisjoint(told) and (_APART | lists["ahead"] | lists["plans"]).isdisjoint(told[at:-1])


@cache
def _setting() -> frozenset[str]:
    return frozenset[str]().union(*(words("verbs", name) for name in _SETTING))


def _lemmas(past: str) -> set[str]:
    """Return what the verb of a past may be."""
    stem = past.removesuffix("ed")
    return {FROM_PAST.get(past, past), stem, stem + "e", stem[:-1]}


def _is_event(word: str) -> bool:
    """Say whether a word names a happening, or several."""
    return not words("nouns", "event").isdisjoint({word, word.removesuffix("s"), word.removesuffix("es")})
