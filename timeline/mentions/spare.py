"""What a headline does without besides its time: who counted, what may come of it, and what would be if."""

from timeline.clauses import Clause
from timeline.syntax import Sentence
from timeline.wordlists import words

_POINTING = frozenset({"that", "this"})
_FORESEEN = frozenset({"likely", "sure", "certain", "expect", "predict", "forecast"})


def spare_words(sentence: Sentence, part: Clause, kept: set[int]) -> set[int]:
    """Return the words of a clause that its headline does without."""
    return kept & (_counter(sentence, part) | _outlook(sentence, kept) | _condition(sentence, part))


def _counter(sentence: Sentence, part: Clause) -> set[int]:
    """Return the office that only counted ("nine barges were moored, *according to the harbour authority*").

    Who accuses, or is a party to what is told, stays ("..., according to the dockers' union").
    """
    nouns = (part.subject, *sentence.children(part.head, "obj"))
    if not any(at is not None and sentence.children(at, "nummod") for at in nouns):
        return set()
    for source in sentence.children(part.head, "obl"):
        leads = {sentence.words[case].lower() for case in sentence.children(source, "case")}
        if "according" in leads and sentence.lemmas[source].lower() in words("nouns", "counting"):
            return set(sentence.subtree(source))
    return set()


def _outlook(sentence: Sentence, kept: set[int]) -> set[int]:
    """Return what is foreseen behind a comma ("the club lost, *opening what may be expected to be a hard year*")."""
    found: set[int] = set()
    for verb in kept:
        behind = sentence.deprels[verb] == "advcl" and sentence.xpos[verb] == "VBG" and sentence.words[verb - 1] == ","
        if behind and any(_is_foreseen(sentence, told) for told in sentence.children(verb, "ccomp", "obj")):
            found |= set(sentence.subtree(verb)) | {verb - 1}
    return found


def _is_foreseen(sentence: Sentence, told: int) -> bool:
    """Say whether a clause is "what is likely to be" so, whichever of the two words was read as its head."""
    below = sentence.children(told, "nsubj", "nsubj:pass", "acl:relcl")
    read = {sentence.words[at].lower() for at in (told, *below)}
    return "what" in read and any(sentence.lemmas[at] in _FORESEEN for at in (told, *below))


def _condition(sentence: Sentence, part: Clause) -> set[int]:
    """Return a condition that only points back ("the dam will be shut, *if that were to happen*")."""
    for verb in sentence.children(part.head, "advcl"):
        marks = {sentence.words[at].lower() for at in sentence.children(verb, "mark")}
        subjects = sentence.children(verb, "nsubj", "nsubj:pass")
        bare = any(sentence.words[at].lower() in _POINTING and not sentence.children(at) for at in subjects)
        if bare and "if" in marks and verb > part.head:
            return set(sentence.subtree(verb))
    return set()
