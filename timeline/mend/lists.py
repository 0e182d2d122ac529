"""Lists of subjects whose first was hung elsewhere."""

from timeline.clauses import SUBJECTS
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
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
