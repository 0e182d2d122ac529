"""Relative clauses hung on the noun beside them, where English says that they tell of another one."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import FINITE
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.tenses import verb_group
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_PLURAL = frozenset({"NNS", "NNPS"})
_PAUSES = frozenset({",", "-", "--", "–", "—"})
_NAMING = frozenset({"NOUN", "PROPN"})


def with_copulas(sentence: Sentence) -> Sentence:
    """Return a parse in which "was" beside a noun is no passive ("among the dead *was* Ana Ruiz, a nurse")."""
    changes: Changes = {}
    for at, noun in enumerate(sentence.heads):
        read = sentence.deprels[at] == "aux:pass" and sentence.upos[noun] in _NAMING and sentence.lemmas[at] == "be"
        said = sentence.heads[noun] if read and noun < at else noun  # "the dead" before it is not what it says
        if read and said > at and sentence.upos[said] in _NAMING:
            changes[at] = (said, "cop")
    return moved(sentence, changes) if changes else sentence


def with_relatives_behind_days(sentence: Sentence) -> Sentence:
    """Return a parse in which "that" behind a day is of the thing ("signed a pact on Monday *that bans* nets")."""
    changes: Changes = {}
    for that in range(3, len(sentence) - 1):
        verb = sentence.heads[that]
        opens = sentence.xpos[that] == "WDT" and sentence.deprels[that] == "nsubj" and that < verb
        above = sentence.heads[verb] if opens and sentence.deprels[verb] == "parataxis" else -1
        things = sentence.children(above, "obj") if 0 <= above < that else ()
        if not things or things[0] > that or sentence.words[that - 1].capitalize() not in WEEKDAYS:
            continue
        between = range(things[0] + 1, that)
        if all(sentence.heads[at] in {above, things[0], *between} and sentence.words[at] != "," for at in between):
            changes[verb] = (things[0], "acl:relcl")
    return moved(sentence, changes) if changes else sentence


def with_parts_of_whom(sentence: Sentence) -> Sentence:
    """Return a parse in which "two of whom were hurt" describes the people told of before the comma."""
    for pronoun in range(3, len(sentence) - 1):
        part = sentence.heads[pronoun]
        if sentence.words[pronoun].lower() not in {"whom", "which"} or not _is_part(sentence, part, pronoun):
            continue
        verb, whole = _verb_of_part(sentence, part, pronoun), _whole(sentence, _first(sentence, part) - 1)
        if verb is None or whole is None:
            continue
        relation = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
        changes: Changes = {verb: (whole, "acl:relcl"), part: (verb, relation)}
        mended = moved(sentence, changes | _put_above(sentence, verb, whole))
        if mended != sentence:
            return mended
    return sentence


def _first(sentence: Sentence, noun: int) -> int:
    """Return the first word of a noun phrase."""
    return min(at for at in sentence.subtree(noun) if sentence.upos[at] != "PUNCT")


def _is_part(sentence: Sentence, part: int, pronoun: int) -> bool:
    """Say whether a word before "of whom" is an amount behind a comma ("..., *most* of whom")."""
    amount = part >= 0 and (sentence.upos[part] in {"NUM", "DET", "PRON", "ADJ"} or _measures(sentence, part))
    led = part < pronoun and sentence.words[pronoun - 1].lower() == "of"
    return amount and led and sentence.words[_first(sentence, part) - 1] in _PAUSES


def _measures(sentence: Sentence, noun: int) -> bool:
    return sentence.lemmas[noun].lower() in words("nouns", "measure")


def _verb_of_part(sentence: Sentence, part: int, pronoun: int) -> int | None:
    """Return the verb of which an amount before "of whom" is the subject."""
    if sentence.deprels[part].startswith("nsubj"):
        return sentence.heads[part]
    above = sentence.heads[part]
    below = (*sentence.children(part, "acl"), *(sentence.children(above, "acl") if above >= 0 else ()))
    return next((v for v in below if v > pronoun and not sentence.children(v, "nsubj", "csubj")), None)


def _whole(sentence: Sentence, comma: int) -> int | None:
    """Return the noun for several things that ends before a comma, or the last one before it."""
    noun = comma - 1
    while 0 <= noun < comma and sentence.xpos[noun] not in _PLURAL:
        noun = sentence.heads[noun]
    if 0 <= noun < comma:
        return noun
    return next((at for at in range(comma - 1, -1, -1) if sentence.xpos[at] in _PLURAL), None)


def _put_above(sentence: Sentence, verb: int, noun: int) -> Changes:
    """Return what to move so that a verb read as the clause's own goes below a noun before it.

    "Guards held miners, most of whom *fled*" has its verb before; "miners, most of whom *fled*, left" has it behind.
    """
    place, path = (sentence.heads[verb], sentence.deprels[verb]), [noun, *ancestors(sentence, noun)]
    if verb not in path:
        return {}
    top = path[path.index(verb) - 1]
    if top != noun:
        return {top: place} | {at: (top, "nsubj") for at in sentence.children(verb, *SUBJECTS) if at < top}
    behind = (v for v in sentence.children(verb, "conj", "parataxis", "ccomp") if sentence.xpos[v] in FINITE)
    own = next((v for v in behind if not any(has(sentence, v, part) for part in SUBJECTS | {"cc"})), None)
    return {} if own is None else {own: place, noun: (own, "nsubj")}


def with_whole_relatives(sentence: Sentence) -> Sentence:
    """Return a parse in which "who" and "which" tell of what their verb can be said of.

    "A boy, aged six, *who was hurt*": no age was, nor Oslo in "a boy from Oslo, who". "The release of six hostages,
    *which begins* on Friday": the release, for several begin. "The closure of the yard, *which will take place*": no
    yard takes place.
    """
    changes: Changes = {}
    for verb in range(2, len(sentence)):
        pronouns = [at for at in sentence.children(verb, "nsubj") if sentence.words[at].lower() in {"who", "which"}]
        noun = sentence.heads[verb]
        if sentence.deprels[verb] != "acl:relcl" or not pronouns or not 0 <= noun < pronouns[0]:
            continue
        person = sentence.words[pronouns[0]].lower() == "who"
        found = _somebody(sentence, noun) if person else _thing(sentence, verb, noun)
        found = _in_number(sentence, verb, noun) if found in {None, noun} else found
        if found is not None and sentence.words[pronouns[0] - 1] in _PAUSES:
            changes[verb] = (found, "acl:relcl")
    return moved(sentence, changes) if changes else sentence


def with_happenings_that_begin(sentence: Sentence) -> Sentence:
    """Return a parse in which "that" tells of a happening what only these do ("the *march* in Lund that began")."""
    changes: Changes = {}
    for verb in range(2, len(sentence)):
        noun = sentence.heads[verb]
        that = [at for at in sentence.children(verb, "nsubj") if sentence.words[at].lower() in {"that", "which"}]
        happens = sentence.deprels[verb] == "acl:relcl" and sentence.lemmas[verb] in words("verbs", "only_happens")
        if not (happens and that) or sentence.upos[noun] != "PROPN" or has(sentence, verb, "obj"):
            continue
        found = _happening_before(sentence, noun, that[0])
        if found is not None:
            changes[verb] = (found, "acl:relcl")
    return moved(sentence, changes) if changes else sentence


def _happening_before(sentence: Sentence, name: int, that: int) -> int | None:
    """Return the happening that a name says the place of, or the last one told of before "that"."""
    events, above = words("nouns", "event"), sentence.heads[name]
    if sentence.deprels[name].startswith("nmod") and 0 <= above < name and sentence.lemmas[above].lower() in events:
        return above
    inside = [at for at in sentence.subtree(name) if name < at < that and sentence.upos[at] == "NOUN"]
    return next((at for at in reversed(inside) if sentence.lemmas[at].lower() in events), None)


def with_happenings_allowed(sentence: Sentence) -> Sentence:
    """Return a parse in which what is allowed or held is a happening ("a *march* of miners banned by the mayor").

    It is the one that "of" leads from; nobody holds a strike's miners, and a killing is hosted by nobody.
    """
    changes: Changes = {}
    for verb in range(2, len(sentence)):
        noun = sentence.heads[verb]
        done = sentence.deprels[verb] == "acl" and sentence.xpos[verb] == "VBN" and noun == verb - 1
        if not done or sentence.lemmas[verb] not in words("verbs", "allowing"):
            continue
        event = sentence.heads[noun]
        of = any(sentence.words[case].lower() == "of" for case in sentence.children(noun, "case"))
        held = event >= 0 and sentence.lemmas[event].lower() in words("nouns", "event") - words("nouns", "undone")
        if of and held and sentence.deprels[noun].startswith("nmod") and sentence.upos[noun] != "PROPN":
            changes[verb] = (event, "acl")
    return moved(sentence, changes) if changes else sentence


def _somebody(sentence: Sentence, noun: int) -> int | None:
    """Return who is as old as a number says ("a *boy*, aged six"), or is of a place ("a *boy* from a yard in Lund")."""
    above = sentence.heads[noun]
    if sentence.upos[noun] == "NUM":
        aged = above >= 0 and sentence.words[above].lower() == "aged" and not sentence.children(noun, "nmod")
        return sentence.heads[above] if aged and sentence.upos[sentence.heads[above]] in _NAMING else None
    while sentence.lemmas[noun].lower() not in _people():
        beside = _first(sentence, noun) - 1  # "met the *sailors* in Lund, who"
        above = sentence.heads[noun] if sentence.deprels[noun].startswith("nmod") else beside
        if not _is_inside(sentence, noun) or not 0 <= above < noun or sentence.upos[above] not in _NAMING:
            return None
        noun = above
    return noun


def _people() -> frozenset[str]:
    return words("nouns", "person") | words("nouns", "human")


def _in_number(sentence: Sentence, verb: int, noun: int) -> int | None:
    """Return the noun above one in the plural whose verb is not ("the *head* of the rebels, who was")."""
    group = verb_group(sentence, verb)
    one = any(sentence.xpos[at] == "VBZ" or sentence.words[at].lower() == "was" for at in group)
    above = _above(sentence, noun)
    if above is None or not one or sentence.xpos[noun] != "NNS" or sentence.xpos[above] != "NN":
        return None
    return None if _measures(sentence, above) else above


def _is_inside(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun stands behind a preposition of place ("the miners *in Lund*, who")."""
    cases = {sentence.words[case].lower() for case in sentence.children(noun, "case")}
    return not cases.isdisjoint(words("names", "place_preposition"))


def _thing(sentence: Sentence, verb: int, noun: int) -> int | None:
    """Return what is above a noun that no "which" can mean: of a person a thing, of a thing what happens.

    "A *group* of rebels, which fled"; "the *closure* of the yard, which begins".
    """
    place = any(sentence.words[at].lower() == "place" for at in sentence.children(verb, "obj"))
    happens = sentence.lemmas[verb] in words("verbs", "only_happens") or (place and sentence.lemmas[verb] == "take")
    above, events = _above(sentence, noun), words("nouns", "event")
    if above is not None and sentence.lemmas[noun].lower() in _people():
        return None if sentence.lemmas[above].lower() in _people() else above
    if above is None or not happens or sentence.lemmas[noun].lower() in events or sentence.children(verb, "xcomp"):
        return None
    return above if sentence.lemmas[above].lower() in events else None


def _above(sentence: Sentence, noun: int) -> int | None:
    """Return the noun that one behind a preposition describes."""
    above = sentence.heads[noun]
    described = sentence.deprels[noun].startswith("nmod") and 0 <= above < noun
    return above if described and sentence.upos[above] == "NOUN" else None
