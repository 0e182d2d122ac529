"""Whether a headline is sound: it says something, breaks off nowhere, and needs nothing that was told before."""

import re
from collections.abc import Mapping

from timeline.clauses import Clause
from timeline.mentions.facts import is_carried, what_is_carried
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_QUOTED = re.compile(r'[“"][^“”"]*[”"]')
_POINTING = frozenset({"this", "these", "those"})
_DEFINITE = _POINTING | {"the", "that"}
_NEAR = 6  # tokens from a noun to the "who" that tells of it


def says_nothing(sentence: Sentence, part: Clause, said: int | None) -> bool:
    """Say whether a clause tells that somebody spoke, or has something to say, but not what ("she had a message")."""
    lemma = sentence.lemmas[part.head]
    has_it = lemma == "have" and sentence.upos[part.head] == "VERB"
    if has_it and any(sentence.lemmas[at] in words("nouns", "content") for at in sentence.children(part.head, "obj")):
        return not any(sentence.children(at, "acl", "acl:relcl") for at in sentence.children(part.head, "obj"))
    if said is not None or part.passive or lemma not in words("verbs", "hollow_saying"):
        return False
    found = {sentence.deprels[child] for child in sentence.children(part.head) if child != part.subject}
    ordered = any(  # "told the crew *to hold*"
        sentence.xpos[child] == "VB" and sentence.deprels[child] == "advcl" for child in sentence.children(part.head)
    )
    if ordered and lemma == "tell" and "obj" in found:
        return False
    told = {"ccomp", "xcomp", "parataxis"} | ({"obj"} if lemma != "tell" or "iobj" in found else set())
    return found.isdisjoint(told) and part.relation != "parataxis"


def leaves_open(sentence: Sentence, part: Clause, kept: set[int], instead: Mapping[int, str], title: str = "") -> bool:
    """Say whether a headline needs a noun told of before: "all six were freed", "four men seized him"."""
    subject = part.subject
    if subject in kept and subject not in instead and _is_bare(sentence, subject):
        return True
    told = title.lower().split()
    if any(sentence.words[index].lower() in told and _points_back(sentence, index) for index in kept):
        return True
    own = set() if subject is None else set(sentence.subtree(subject))
    if any(sentence.xpos[at] == "PRP" and sentence.deprels[at] == "nmod" and at not in instead for at in own & kept):
        return True  # "the boats of three of them were sunk"
    nouns = [index for index in kept - own if sentence.upos[index] in {"NOUN", "PROPN"}]
    objects = sentence.children(part.head, "obj", "iobj", "obl")
    return any(
        sentence.xpos[each] == "PRP"
        and not sentence.words[each].lower().endswith(("self", "selves"))
        and not any(noun < each for noun in nouns)
        for each in objects
        if each in kept and each > part.head and each not in instead
    )


def points_back(sentence: Sentence, part: Clause, kept: set[int]) -> bool:
    """Say whether a clause tells of "the incident" or "the move", which says nothing without what was told before.

    Such a noun stands for a whole clause (a shell noun, Schmid 2000); with words of its own it says what it means
    ("the issue of pay", "the border incident"). Nor does it say what a station shows that it shows "the clashes".
    """
    carried = is_carried(sentence, part) and not what_is_carried(sentence, part, kept)
    for noun in sentence.children(part.head, "obj", "nsubj", "nsubj:pass"):
        below = sentence.children(noun)
        determined = any(sentence.words[child].lower() in _DEFINITE for child in below)
        own = any(sentence.deprels[child] not in {"det", "punct", "case"} for child in below)
        shell = sentence.lemmas[noun] in words("nouns", "shell")
        if determined and not own and (shell or (carried and noun != part.subject)):
            return True
    return False


def is_broken(sentence: Sentence, part: Clause, title: str) -> bool:
    """Say whether a headline breaks off ("X addressed the nation and said"), or has no subject but a day."""
    told = title.lower().split()
    while len(told) > 1 and (told[-1].capitalize() in WEEKDAYS or told[-1] in words("grammar", "when_said")):
        told.pop()  # "state television said Friday night"
    if not told or told[-1] in words("grammar", "broken_end") or told[0] in words("grammar", "broken_start"):
        return True
    if _speaks_of_us(title) or ("nor" in told and "neither" not in told):
        return True  # "the minister nor her deputy came" says the opposite
    objects = sentence.children(part.head, "obj")
    if sentence.lemmas[part.head] in words("verbs", "giving") and not sentence.children(part.head, "iobj") and objects:
        got = (sentence.words[index].lower() for index in range(objects[0], min(len(sentence), objects[0] + _NEAR)))
        if not {"who", "whom"}.isdisjoint(got):
            return True  # "he gave the sailors, most of whom are young, some bread"
    subject = part.subject
    if subject is not None and _is_one(sentence, subject, told):
        return True
    day = subject is not None and sentence.words[subject] in WEEKDAYS and not part.passive
    return day and sentence.lemmas[part.head] not in words("grammar", "of_days")


def _speaks_of_us(title: str) -> bool:
    """Say whether a headline outside of what it quotes speaks of "I", "we" or "you"."""
    told = re.split(r"[^\w'’]+", _QUOTED.sub(" ", title))
    talk = words("grammar", "talk_pronoun") - {"mine"}  # "the mine"
    return any(word.lower() in talk and word != "US" for word in told)


def _is_one(sentence: Sentence, subject: int, told: list[str]) -> bool:
    """Say whether a subject is a lone "one" or "all", which stands for what was told of before ("one was found")."""
    if sentence.words[subject].lower() not in {"one", "all"} or sentence.children(subject, "nmod", "acl:relcl"):
        return False
    return not any(sentence.words[verb].lower() in told for verb in sentence.children(subject, "acl"))


def _is_bare(sentence: Sentence, subject: int) -> bool:
    """Say whether a subject only counts or tells apart what it does not name."""
    if sentence.children(subject, "nmod"):
        return False  # "some of the crew"
    bare = words("grammar", "bare_quantity")
    if sentence.upos[subject] == "NUM":
        ranked = {"det", "amod"} <= {sentence.deprels[child] for child in sentence.children(subject)}
        if ranked:
            return True  # "the last two were found"
        return any(sentence.words[child].lower() in bare for child in sentence.children(subject))
    return sentence.words[subject].lower() in bare


def _points_back(sentence: Sentence, index: int) -> bool:
    """Say whether a word points to a noun told of before: "these countries", "of those two"; not "those who left"."""
    if sentence.words[index].lower() not in _POINTING or sentence.xpos[index] != "DT":
        return False
    noun = sentence.heads[index] if sentence.deprels[index] == "det" else index
    return not any(child > noun for child in sentence.children(noun, "acl", "acl:relcl", "nmod"))
