"""Clauses that tell when, hung on a clause whose time is another."""

from timeline.mend.tree import Changes, ancestors, moved
from timeline.syntax import Sentence
from timeline.tenses import verb_group

_WHEN = frozenset({"when", "once", "after", "before", "until"})
_NOW = frozenset({"now", "currently"})
_WILL = frozenset({"will", "would", "shall"})


def with_clauses_to_come(sentence: Sentence) -> Sentence:
    """Return a parse in which what is to come tells when of what will be, not of what is now.

    "It will freeze funds of men who are *now* on trial when banks *reopen*": it will freeze them then.
    """
    for verb in range(1, len(sentence)):
        above = sentence.heads[verb]
        if sentence.deprels[verb] != "advcl" or above < 0 or not _is_present(sentence, verb):
            continue
        if not any(sentence.words[at].lower() in _WHEN for at in sentence.children(verb, "mark", "advmod")):
            continue
        if not any(sentence.words[at].lower() in _NOW for at in sentence.children(above, "advmod")):
            continue
        for main in ancestors(sentence, above):
            if main < verb and any(sentence.words[at].lower() in _WILL for at in verb_group(sentence, main)):
                subject: Changes = dict.fromkeys(_read_as_one_noun(sentence, verb), (verb, "nsubj"))
                return moved(sentence, {verb: (main, "advcl"), **subject}, {verb: ("VERB", "VBZ")})
    return sentence


def _is_present(sentence: Sentence, verb: int) -> bool:
    """Say whether a word is a verb in the present, or one right behind its subject that was read as a noun."""
    if sentence.xpos[verb] in {"VBZ", "VBP"}:
        return True
    return sentence.xpos[verb] == "NNS" and verb - 1 in sentence.children(verb, "nsubj", "compound")


def _read_as_one_noun(sentence: Sentence, verb: int) -> tuple[int, ...]:
    """Return the subject that was read as the first half of one noun with its verb ("when *trading* resumes")."""
    return tuple(at for at in sentence.children(verb, "compound") if at == verb - 1 and sentence.xpos[verb] == "NNS")
