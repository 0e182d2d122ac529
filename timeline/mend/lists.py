"""Lists of nouns of which one was hung elsewhere."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import FINITE
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle
from timeline.syntax.sentence import ROOT
from timeline.wordlists import words
from timeline.words import MONTHS, WEEKDAYS

_LOOSE = frozenset({"vocative", "obl:unmarked", "dep", "dislocated", "parataxis", "nsubj:outer"})
_THINGS = frozenset({"NOUN", "PROPN"})


def with_heads_of_lists(sentence: Sentence) -> Sentence:
    """Return a parse in which a list of subjects begins with its first ("*Spain*, the Netherlands and Norway left")."""
    for verb in range(2, len(sentence)):
        for subject in sentence.children(verb, *SUBJECTS):
            first = min(sentence.subtree(subject))
            head = _listed_before(sentence, verb, first)
            joined = [at for at in sentence.children(subject, "conj") if has(sentence, at, "cc") and at < verb]
            if head is None or not joined or "," in sentence.words[max(joined) : verb]:
                continue
            changes: Changes = {head: (verb, sentence.deprels[subject]), subject: (head, "conj")}
            changes |= dict.fromkeys(joined, (head, "conj"))
            return moved(sentence, changes)
    return sentence


def with_verbs_of_lists(sentence: Sentence) -> Sentence:
    """Return a parse in which a list of subjects, the last read as the only one, has its verb.

    "*Rain, hail and* the cold killed two": no noun alone is a clause that a verb is joined to.
    """
    first = sentence.root
    if sentence.upos[first] not in _THINGS or sentence.children(first, "cop", "nsubj", "case", "acl"):
        return sentence
    for verb in sentence.children(first, "conj"):
        subjects, joints = sentence.children(verb, *SUBJECTS), sentence.children(verb, "cc")
        finite = sentence.xpos[verb] in FINITE and len(subjects) == len(joints) == 1
        if not finite or min(sentence.subtree(subjects[0])) != joints[0] + 1 or "," in sentence.words[joints[0] : verb]:
            continue
        changes: Changes = {verb: (ROOT, "root"), first: (verb, "nsubj"), subjects[0]: (first, "conj")}
        marks = {at: (verb, "punct") for at in sentence.children(first, "punct") if at > verb}
        return moved(sentence, changes | marks | {joints[0]: (subjects[0], "cc")})
    return sentence


def _listed_before(sentence: Sentence, verb: int, first: int) -> int | None:
    """Return the noun that a comma parts from a subject, where it hangs loosely on the verb and is no time."""
    if first < 2 or sentence.words[first - 1] != ",":
        return None
    for head in sentence.children(verb, *_LOOSE):
        timed = sentence.words[head] in {*WEEKDAYS, *MONTHS} or sentence.lemmas[head] in words("nouns", "frame")
        led = has(sentence, head, "case") or has(sentence, head, "mark")
        ends = max(at for at in sentence.subtree(head) if sentence.words[at] != ",") == first - 2
        if head < first and sentence.upos[head] in _THINGS and ends and not (timed or led):
            return head
    return None


def with_described_lists(sentence: Sentence) -> Sentence:
    """Return a parse in which what was done by somebody describes the list before it.

    "The port took in the Danes, Finns and Swedes *turned away by* Ardol": the Finns and Swedes turned nobody away.
    """
    for verb in range(3, len(sentence)):
        subjects = sentence.children(verb, "nsubj")
        read = sentence.xpos[verb] == "VBD" and sentence.deprels[verb] == "conj" and len(subjects) == 1
        if not read or has(sentence, verb, "cc") or has(sentence, verb, "obj") or not _is_done_by(sentence, verb):
            continue
        first = min(sentence.subtree(subjects[0]))
        noun = first - 2
        listed = noun > 0 and sentence.words[first - 1] == "," and sentence.upos[noun] in _THINGS
        if listed and has(sentence, subjects[0], "conj"):
            changes: Changes = {subjects[0]: (noun, "conj"), verb: (noun, "acl")}
            return moved(sentence, changes, {verb: ("VERB", "VBN")})
    return sentence


def _is_done_by(sentence: Sentence, verb: int) -> bool:
    """Say whether "by somebody" follows a form that may be a participle ("turned away by the guards")."""
    behind = verb + 1
    if behind in sentence.children(verb, "compound:prt", "advmod"):
        behind += 1
    by = sentence.words[behind : behind + 1] == ("by",) and behind < len(sentence)
    doer = sentence.heads[behind] if by else -1
    somebody = doer in sentence.children(verb, "obl", "obl:agent") and sentence.upos[doer] in _THINGS
    timed = doer >= 0 and sentence.lemmas[doer] in words("nouns", "frame")
    return somebody and not timed and may_be_participle(sentence.words[verb])
