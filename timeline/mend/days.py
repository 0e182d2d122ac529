"""Days that were read as part of the place before them, or as what does what follows."""

from timeline.clauses import tense_of, verb_group
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.words import WEEKDAYS


def with_days_apart(sentence: Sentence) -> Sentence:
    """Return a parse in which a day is no part of the place before it ("flooded into the square Wednesday")."""
    changes: Changes = {}
    for day in range(len(sentence)):
        above = sentence.heads[day]
        if not is_day(sentence, day) or above < 0:
            continue
        for place in sentence.children(day):
            noun = place < day and sentence.upos[place] in {"NOUN", "PROPN"} and not is_day(sentence, place)
            if noun and has(sentence, place, "case"):
                changes |= {place: (above, "obl"), day: (above, "obl:unmarked")}
    return moved(sentence, changes) if changes else sentence


def with_days_told(sentence: Sentence) -> Sentence:
    """Return a parse in which a day behind a clause that describes a noun belongs to the clause, not to what follows.

    "The fact that the army was called out Friday showed ...": the fact showed it.
    """
    for day in range(2, len(sentence)):
        verb = sentence.heads[day]
        if not is_day(sentence, day) or sentence.deprels[day] != "nsubj" or verb < day:
            continue
        noun = day - 2
        if sentence.xpos[day - 1] == "VBN" and sentence.heads[noun] == day - 1 and sentence.upos[noun] == "NOUN":
            changes = {noun: (verb, "nsubj"), day - 1: (noun, "acl"), day: (day - 1, "obl:unmarked")}
            return moved(sentence, changes)  # "data published Friday showed ..."
        before = (at for at in (day - 1, *ancestors(sentence, day - 1)) if at in range(day))
        told = next((at for at in before if _describes(sentence, at)), None)
        if told is not None and sentence.children(verb, "nsubj") == (day,):
            return moved(sentence, {sentence.heads[told]: (verb, "nsubj"), day: (told, "obl:unmarked")})
    return sentence


def _describes(sentence: Sentence, verb: int) -> bool:
    """Say whether a finite verb tells of the noun before it."""
    return sentence.deprels[verb].startswith("acl") and tense_of(sentence, verb_group(sentence, verb))[0]


def is_day(sentence: Sentence, index: int) -> bool:
    """Say whether a token is the name of a day, which does nothing itself ("officers Thursday issued a plea")."""
    return sentence.words[index] in WEEKDAYS
