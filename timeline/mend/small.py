"""Small words and measures hung on the wrong word: a verb's particle, the "on" before a day, a quake's magnitude."""

from timeline.clauses import SUBJECTS
from timeline.mend.tree import Changes, moved
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import WEEKDAYS


def with_particles(sentence: Sentence) -> Sentence:
    """Return a parse in which a verb has its particle and its object ("Fog called off the race": no race is off)."""
    changes: Changes = {}
    for verb in range(len(sentence) - 2):
        after = verb + 1
        phrase = f"{sentence.lemmas[verb]} {sentence.words[after]}"
        noun = sentence.heads[after]
        if (
            sentence.upos[verb] != "VERB"
            or sentence.deprels[after] != "case"
            or phrase not in words("verbs", "phrasal")
        ):
            continue
        if sentence.heads[noun] == verb and sentence.deprels[noun].startswith("obl"):
            changes |= {after: (verb, "compound:prt"), noun: (verb, "obj")}
    return moved(sentence, changes) if changes else sentence


def with_days_behind(sentence: Sentence) -> Sentence:
    """Return a parse in which the "on" before a day belongs to it ("They ended on Monday": nothing ended on)."""
    changes: Changes = {}
    for at in range(1, len(sentence) - 1):
        day = at + 1
        stray = sentence.deprels[at] == "compound:prt" and sentence.heads[at] == sentence.heads[day]
        if stray and sentence.words[at].lower() in {"on", "by"} and sentence.words[day] in WEEKDAYS:
            changes |= {at: (day, "case"), day: (sentence.heads[day], "obl")}
    return moved(sentence, changes) if changes else sentence


def with_magnitudes(sentence: Sentence) -> Sentence:
    """Return a parse in which a quake has its magnitude ("A magnitude 6.1 earthquake shook Lund")."""
    for at in range(len(sentence) - 2):
        told = sentence.words[at].lower() == "magnitude" and sentence.upos[at + 1] == "NUM"
        quake = sentence.heads[at + 1]
        if told and quake == at + 2 and sentence.upos[quake] == "NOUN" and sentence.heads[at] != quake:
            verb = sentence.heads[quake]
            changes: Changes = {at: (quake, "compound")}
            changes |= dict.fromkeys(sentence.children(at, "det"), (quake, "det"))
            if (
                verb >= 0 and sentence.heads[verb] == at
            ):  # "a magnitude 6.1 quake" was read as a magnitude that is shaken
                changes |= {verb: (sentence.heads[at], sentence.deprels[at]), quake: (verb, "nsubj")}
                changes |= {
                    each: (verb, sentence.deprels[each]) for each in sentence.children(at, "cc", "punct", "mark")
                }
                return moved(sentence, changes, {verb: ("VERB", "VBD")} if sentence.xpos[verb] == "VBN" else {})
            if sentence.heads[at] == verb and sentence.deprels[at] in SUBJECTS:
                changes[quake] = (verb, sentence.deprels[at])
            return moved(sentence, changes)
    return sentence
