"""A day that ends a clause, read as joined to the subject of the next one."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import TENSED
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.tenses import tense_of, verb_group
from timeline.words import WEEKDAYS


def with_clauses_behind_days(sentence: Sentence) -> Sentence:
    """Return a parse in which a day is joined to no noun ("Lund shut its port on Monday and *Ardol* did on Tuesday").

    The noun is the subject of the verb behind it, and what stands before the day is of the verb before it.
    """
    for day in range(2, len(sentence) - 3):
        if sentence.words[day] not in WEEKDAYS:
            continue
        for noun in sentence.children(day, "conj"):
            first, second = _verb_before(sentence, day), _verb_behind(sentence, noun)
            joint = next(iter(sentence.children(noun, "cc")), None)
            if first is not None and second is not None and joint == day + 1:
                return moved(sentence, _parted(sentence, (first, day, noun, second)))
    return sentence


def _verb_before(sentence: Sentence, day: int) -> int | None:
    """Return the last verb with a tense before a day."""
    return next(
        (at for at in range(day - 1, 0, -1) if sentence.xpos[at] in TENSED and sentence.upos[at] == "VERB"), None
    )


def _verb_behind(sentence: Sentence, noun: int) -> int | None:
    """Return the verb that stands with its tense right behind a noun phrase."""
    behind = max(at for at in sentence.subtree(noun)) + 1
    for verb in range(behind, min(behind + 4, len(sentence))):
        group = verb_group(sentence, verb) if sentence.upos[verb] == "VERB" else []
        if group and min(group) == behind and tense_of(sentence, group)[0]:
            return verb
    return None


def _parted(sentence: Sentence, places: tuple[int, int, int, int]) -> Changes:
    """Return what to move for a verb and its day, and a noun and its verb."""
    first, day, noun, second = places
    changes: Changes = {
        day: (first, "obl"),
        noun: (second, "nsubj:pass" if has(sentence, second, "aux:pass") else "nsubj"),
    }
    if sentence.heads[first] == second:
        changes[first] = (sentence.heads[second], sentence.deprels[second])
    changes |= {second: (first, "conj"), day + 1: (second, "cc")}
    lost = [at for at in sentence.children(second, *SUBJECTS) if at < day]
    changes |= {at: (first, "obj" if first < at else sentence.deprels[at]) for at in lost}
    return changes
