"""What somebody decides on, orders or announces to be done ("ordered banks closed"): the deed, and what is done to."""

from timeline.clauses import Clause
from timeline.syntax import Sentence
from timeline.wordlists import words

_AHEAD = frozenset({"will", "would", "shall", "should", "must"})
_DONE = frozenset({"VBN", "VBD"})  # the tagger takes one for the other


def decided(sentence: Sentence, part: Clause) -> tuple[int, int] | None:
    """Return the verb of the deed that a clause says is to be done, and the noun of what it is to be done to.

    "Announced that the *bridge* will be *closed*", "ordered *banks* *closed*", "decided to *sell* the *house*"; None
    where nothing of the kind is said.
    """
    if part.passive or part.negated or sentence.lemmas[part.head] not in words("verbs", "deciding"):
        return None
    for verb in sentence.children(part.head, "ccomp"):
        modal = {sentence.words[child].lower() for child in sentence.children(verb, "aux")}
        if modal & _AHEAD and (things := sentence.children(verb, "nsubj:pass")):
            return verb, things[0]
    things = sentence.children(part.head, "obj")
    behind = tuple(at for thing in things for at in sentence.children(thing, "acl"))
    for verb in (*sentence.children(part.head, "xcomp"), *behind):
        if sentence.xpos[verb] in _DONE and things and verb > things[0]:
            return verb, things[0]
    for verb in (*sentence.children(part.head, "xcomp", "advcl"), *behind):
        if sentence.xpos[verb] == "VB" and (done_to := sentence.children(verb, "obj")):
            return verb, done_to[0]
    return None


def deed_ahead(sentence: Sentence, part: Clause) -> int | None:
    """Return the verb of what a clause says somebody sets about ("began *vaccinating* people", "moved to *freeze*")."""
    if sentence.children(part.head, "obj"):
        return None
    for verb in sentence.children(part.head, "xcomp", "advcl"):
        led = any(sentence.words[at].lower() == "to" for at in sentence.children(verb, "mark"))
        if (sentence.xpos[verb] == "VB" and led) or (
            sentence.xpos[verb] == "VBG" and sentence.deprels[verb] == "xcomp"
        ):
            return verb
    return None
