"""Two clauses that "and" joins, where the object of the first was read as a subject of the second."""

from timeline.clauses import SUBJECTS, tense_of, verb_group
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.wordlists import words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PRON", "PART", "CCONJ"})


def with_clauses_beside(sentence: Sentence) -> Sentence:
    """Return a parse in which each of two verbs has its own noun ("Police held a man and miners burned cars").

    Only verbs of saying and thinking have a clause behind them that no "that" opens.
    """
    for first in range(1, len(sentence) - 1):
        if sentence.upos[first] != "VERB" or sentence.xpos[first] not in _FINITE or _takes_clause(sentence, first):
            continue
        for second in sentence.children(first, "ccomp", "xcomp"):
            group = verb_group(sentence, second)
            finite = tense_of(sentence, group)[0] and sentence.xpos[group[0]] in _FINITE - {"VBP"}
            own = any(has(sentence, second, subject) for subject in SUBJECTS)
            lost = own != has(sentence, first, "obj")  # one of the two has lost its noun to the other
            if second > first + 1 and finite and lost and not has(sentence, second, "mark"):
                changes = _parted(sentence, first, second, min(group))
                if changes:
                    return moved(sentence, changes)
    return sentence


def _takes_clause(sentence: Sentence, verb: int) -> bool:
    kinds = ("saying", "thinking", "planning")
    clausal = any(sentence.lemmas[verb] in words("verbs", kind) for kind in kinds)
    return clausal and sentence.lemmas[verb] not in words("verbs", "done_or_said")


def _parted(sentence: Sentence, first: int, second: int, end: int) -> Changes:
    """Return what to move where the words between two verbs are two nouns with one "and" between them."""
    between = range(first + 1, end)
    joints = [at for at in between if sentence.words[at].lower() in {"and", "but"}]
    if len(joints) != 1 or any(sentence.upos[at] not in _NOMINAL for at in between):
        return {}
    left, right = range(first + 1, joints[0]), range(joints[0] + 1, end)
    done = [at for at in left if sentence.heads[at] not in left]
    doers = [at for at in right if sentence.heads[at] not in right]
    owners = {at for at in doers if sentence.xpos[min(at + 1, end)] == "POS"}
    heads = [at for at in doers if at not in owners]
    if len(done) != 1 or len(heads) != 1 or sentence.upos[heads[0]] not in {"NOUN", "PROPN", "PRON"}:
        return {}
    changes: Changes = {done[0]: (first, "obj"), joints[0]: (second, "cc"), second: (first, "conj")}
    changes[heads[0]] = (second, "nsubj:pass" if has(sentence, second, "aux:pass") else "nsubj")
    return changes | dict.fromkeys(owners, (heads[0], "nmod:poss"))
