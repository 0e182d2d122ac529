"""Who and what a predicate takes: its arguments by role, and the deed that it says is to be done."""

from timeline.clauses import Clause
from timeline.mentions.facts import act
from timeline.syntax import Sentence
from timeline.wordlists import words

_ROLES = {"nsubj": "subject", "nsubj:pass": "object", "obj": "object", "iobj": "recipient", "obl:agent": "subject"}
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_ABOUT = frozenset({"about", "against", "on", "over"})
_AHEAD = frozenset({"will", "would", "shall", "should", "must"})
_DONE = frozenset({"VBN", "VBD"})  # the tagger takes one for the other


def roles(sentence: Sentence, part: Clause, timed: set[int]) -> list[tuple[str, int]]:
    """Return the arguments of a clause's predicate as pairs of a role and a token.

    Besides subject, object and recipient: what an argument is about (``object matter``), the name beside it (``subject
    name``), the noun that a named subject is ``called`` by, what somebody is driven ``from``, and the verb of what
    somebody sets about (``complement``).

    Args:
        sentence: the parsed sentence.
        part: the clause.
        timed: tokens of times, which are no arguments.
    """
    found = [
        (_ROLES[relation], child)
        for child in sentence.children(part.head)
        if (relation := sentence.deprels[child]) in _ROLES and child not in timed
    ]
    if part.subject is not None and part.subject not in {child for _, child in found}:
        found.insert(0, ("object" if part.passive else "subject", part.subject))
    things = [(role, child) for role, child in found if role in {"subject", "object"}]
    found += [(f"{role} matter", matter) for role, child in things if (matter := _matter(sentence, child)) is not None]
    found += [(f"{role} name", name) for role, child in things for name in _names_beside(sentence, child)]
    found += [("called", noun) for noun in _called(sentence, part.subject)]
    found += [("from", noun) for noun in sentence.children(part.head, "obl") if _leaves(sentence, noun)]
    settled = _decided(sentence, part)
    if settled and "object" not in {role for role, _ in found}:
        found.append(("object", settled[1]))
    begun = None if settled else _begun(sentence, part)
    return found if begun is None else [*found, ("complement", begun)]


def deed_to_be(sentence: Sentence, part: Clause) -> str:
    """Return the lemma of the deed that a clause says is to be done ("ordered banks *closed*"); else nothing."""
    settled = _decided(sentence, part)
    return act(sentence, settled[0]) if settled else ""


def _names_beside(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Return the names that stand beside a noun ("the nurse, *Ana* Lee")."""
    if sentence.upos[noun] != "NOUN":
        return ()
    return tuple(name for name in sentence.children(noun, "appos") if sentence.upos[name] == "PROPN")


def _called(sentence: Sentence, subject: int | None) -> tuple[int, ...]:
    """Return the noun that a named subject is called by ("Ana Lee, *adviser* on trade, said", "*adviser* Ana Lee")."""
    if subject is None or sentence.upos[subject] != "PROPN":
        return ()
    beside = sentence.children(subject, "appos", "nmod:desc")
    # read as one more of a list, but no "and" stands before it
    beside += tuple(c for c in sentence.children(subject, "conj") if not sentence.children(c, "cc"))
    return tuple(noun for noun in beside if sentence.upos[noun] == "NOUN")[:1]


def _matter(sentence: Sentence, noun: int) -> int | None:
    """Return the word that tells which one of its kind a thing is.

    "A law on *abortion*", "the *finance* minister", "the *second* round".
    """
    ranks = [child for child in sentence.children(noun, "amod") if sentence.words[child].lower() in _RANKS]
    if ranks:
        return ranks[0]
    next_to_it = [
        at for at in sentence.children(sentence.heads[noun], "obl") if min(sentence.subtree(at)) == noun + 1
    ]  # read as one of the verb's
    behind = [
        child
        for child in (*sentence.children(noun, "nmod"), *next_to_it)
        if sentence.upos[child] == "NOUN"
        and any(sentence.words[case].lower() in _ABOUT for case in sentence.children(child, "case"))
    ]
    office = sentence.lemmas[noun].lower() in words("nouns", "office")
    before = [child for child in sentence.children(noun, "compound") if office and sentence.upos[child] == "NOUN"]
    return next(iter((*behind, *reversed(before))), None)


def _leaves(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun is what somebody leaves or is made to leave ("driven *from office*")."""
    return any(sentence.words[case].lower() == "from" for case in sentence.children(noun, "case"))


def _decided(sentence: Sentence, part: Clause) -> tuple[int, int] | None:
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


def _begun(sentence: Sentence, part: Clause) -> int | None:
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
