"""What a clause says of the world, in comparable form: content words, amounts, the act."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.dated_nouns import is_event_noun
from timeline.mentions.people import is_human
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

_AMID = frozenset({"on", "in", "amid"})
_BARE = 2  # tokens up to which a noun phrase says too little to be a headline
_TERM_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def terms(sentence: Sentence, tokens: set[int]) -> tuple[str, ...]:
    """Return the content words of a clause by lemma, folded, each once, in order."""
    found: dict[str, None] = {}
    for index in sorted(tokens):
        if sentence.upos[index] in _TERM_TAGS:
            word = sentence.words[index] if sentence.upos[index] == "PROPN" else sentence.lemmas[index]
            found.setdefault(fold(word))
    return tuple(found)


def numbers(sentence: Sentence, tokens: set[int]) -> tuple[str, ...]:
    """Return the amounts of a clause with what they count, such as ``6,000 migrant``.

    "The bodies of 30 people" are 30 bodies too.
    """
    found: dict[str, None] = {}
    for index in sorted(tokens):
        if sentence.upos[index] == "NUM":
            above = sentence.heads[index]
            counted = sentence.lemmas[above] if above >= 0 and sentence.deprels[index] == "nummod" else ""
            found.setdefault(f"{sentence.words[index]} {counted}".strip())
            noun = above if counted else index
            of = sentence.heads[noun] if sentence.deprels[noun] == "nmod" else -1
            each = of >= 0 and sentence.lemmas[of] in words("nouns", "one_each") and sentence.xpos[of] == "NNS"
            if each and _leads_with(sentence, noun, "of"):
                found.setdefault(f"{sentence.words[index]} {sentence.lemmas[of]}")
    return tuple(found)


def with_real_subject(sentence: Sentence, part: Clause, times: Sequence[Attachment]) -> Clause:
    """Return a clause whose subject is no time, if it has another ("Sunday, state television said ...")."""
    timed = {index for each in times for index in each.tokens}
    if part.subject not in timed:
        return part
    others = [child for child in sentence.children(part.head, "nsubj") if child not in timed]
    return replace(part, subject=others[0]) if others else part


def is_state(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells how something is rather than what happens: a copula, or a verb of state."""
    return sentence.upos[part.head] != "VERB" or sentence.lemmas[part.head] in words("verbs", "stative")


def is_scenery(sentence: Sentence, part: Clause, timed: set[int]) -> bool:
    """Say whether a clause tells only what, where or how somebody or something was, and that nothing happened.

    "She was among the guests", "there was the mayor in the front row". An amount is news of its own ("there were 300
    arrests", "turnout was 61 percent"), as is an event's day ("the final is on Sunday"), a state that something has
    brought about ("the bridge was closed", "is under arrest") and what is still to be done ("is due to open").
    """
    head = part.head
    if head in timed or part.subject in timed or _counts(sentence, set(part.tokens) - timed):
        return False
    if sentence.children(head, "expl"):
        return _is_presence(sentence, part)
    if (sentence.upos[head] == "VERB" and not sentence.children(head, "cop")) or sentence.xpos[head] in {
        "VBN",
        "VBD",
        "VB",
    }:
        return False
    if sentence.lemmas[head].lower() in words("verbs", "outcome"):
        return False
    if any(sentence.xpos[child] == "VB" for child in sentence.children(head, "xcomp", "ccomp", "acl", "advcl")):
        return False  # "was able to flee", "was the last to lower its flag"
    cases = {sentence.words[case].lower() for case in sentence.children(head, "case")}
    return "under" not in cases and not (is_event_noun(sentence, head) and cases & _AMID)


def _counts(sentence: Sentence, tokens: set[int]) -> bool:
    """Say whether a clause gives an amount ("300 arrests", "was 61 percent"); an age behind a name is none."""
    return any(
        sentence.upos[index] == "NUM" and sentence.heads[index] > index and sentence.lemmas[index] != "one"
        for index in tokens
    )


def _is_presence(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells that somebody was there ("there was the mayor"), or that nothing was."""
    if sentence.lemmas[part.head] != "be" or part.subject is None:
        return False
    person = sentence.upos[part.subject] == "PROPN" or is_human(sentence, part.subject)
    return part.negated or person


def content_verb(sentence: Sentence, part: Clause) -> int:
    """Return the verb that names the act: of "is set to meet" and "plans to visit", the one that is planned."""
    if sentence.lemmas[part.head] in words("verbs", "planning") - words("verbs", "planning_deeds"):
        for child in sentence.children(part.head, "xcomp"):
            if sentence.xpos[child] == "VB":
                return child
    return part.head


def reported(sentence: Sentence, part: Clause, time: Attachment | None, published: date) -> int | None:
    """Return the event noun that a clause is about, for all that its verb only reports or foretells it.

    "Radio reported *clashes* in the port", and of a day to come "a *march* is expected on Friday".
    """
    if sentence.children(part.head, "ccomp"):
        return None
    lemma, ahead = sentence.lemmas[part.head], time is not None and _is_ahead(time, published)
    if part.passive and ahead and (part.statement or part.planned):
        nouns = sentence.children(part.head, "nsubj:pass")
    elif sentence.children(part.head, "xcomp"):
        return None
    elif (part.statement and lemma in words("verbs", "reporting")) or is_carried(sentence, part):
        nouns = sentence.children(part.head, "obj")
    else:
        return None
    return next((noun for noun in nouns if is_event_noun(sentence, noun)), None)


def is_carried(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells only that a paper or a station has its object ("radio reported *a quake*")."""
    if part.subject is None or part.passive or sentence.lemmas[part.head] not in words("verbs", "carrying"):
        return False
    last = max((part.subject, *sentence.children(part.subject, "flat")))
    return fold(sentence.lemmas[last]) in words("nouns", "medium")


def what_is_carried(sentence: Sentence, part: Clause, kept: set[int]) -> set[int]:
    """Return what of a clause is told where a paper or a station only has it: the happening, and where it was.

    Nothing where that says too little by itself ("radio reported clashes").
    """
    if sentence.children(part.head, "xcomp", "ccomp") or not is_carried(sentence, part):
        return set()
    things = [noun for noun in sentence.children(part.head, "obj") if is_event_noun(sentence, noun)]
    around = sentence.children(part.head, "obl") if things else []
    told = {at for noun in (*things, *around) for at in sentence.subtree(noun)} & kept
    return told if len(told) > _BARE else set()


def begun(sentence: Sentence, noun: int) -> int:
    """Return the event whose beginning a noun names ("the outbreak of *the fighting*"), else the noun itself."""
    if sentence.lemmas[noun].lower() not in words("nouns", "onset"):
        return noun
    inner = (child for child in sentence.children(noun, "nmod") if is_event_noun(sentence, child))
    return next((child for child in inner if _leads_with(sentence, child, "of")), noun)


def _leads_with(sentence: Sentence, noun: int, preposition: str) -> bool:
    return any(sentence.words[child].lower() == preposition for child in sentence.children(noun, "case"))


def _is_ahead(time: Attachment, published: date) -> bool:
    return time.time.interval is not None and time.time.interval.start > published


def act(sentence: Sentence, verb: int) -> str:
    """Return the lemma of a predicate with its particle ("break out")."""
    particles = [child for child in sentence.children(verb, "compound:prt") if child > verb]
    particles += [
        child for child in sentence.children(verb, "advmod") if child == verb + 1 and _is_light(sentence, child)
    ]
    # "arrested up to 400" has no particle
    told = (sentence.words[at].lower() for at in particles if sentence.words[at + 1 : at + 2] != ("to",))
    return " ".join([sentence.lemmas[verb], *list(told)[:1]])


def _is_light(sentence: Sentence, adverb: int) -> bool:
    """Say whether an adverb right behind a verb makes another verb of it ("stepped *down*", "walked *out*")."""
    return sentence.words[adverb].lower() in words("grammar", "particle")
