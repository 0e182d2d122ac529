"""Subjects that were hung elsewhere than on their verb."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import CONTENT, FINITE, NOMINAL, VERBAL
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_past
from timeline.syntax.sentence import ROOT
from timeline.tenses import tense_of, verb_group
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_WITHIN = frozenset({"-", "(", ")", "/", ","})
_ABSTRACT = ("tion", "sion", "ment", "ance", "ence", "ity", "ness", "ism", "ship", "hood", "dom")
_LONGEST_SUBJECT = 16  # tokens
_JOINTS = frozenset({"after", "before", "since", "until", "till"})  # prepositions that open clauses too


def with_subjects(sentence: Sentence) -> Sentence:
    """Return a parse in which the noun before a tensed verb is its subject, where it was hung on what stands before it.

    "Since protests in the north erupted ..." is a clause, for a preposition has no verb behind it; and in "he said
    clashes erupted" the clashes are nothing that is said.
    """
    for verb in range(2, len(sentence)):
        bare = _is_bare_past(sentence, verb)
        tensed = sentence.xpos[verb] in FINITE or bare or _must_be_past(sentence, verb)
        if not tensed or sentence.upos[verb] != "VERB" or sentence.deprels[verb] not in CONTENT:
            continue
        if any(sentence.deprels[child] in SUBJECTS | {"cc", "mark"} for child in sentence.children(verb)):
            continue
        changes = _lost_subject(sentence, verb)
        if changes:
            return moved(sentence, changes, {verb: ("VERB", "VBD")} if bare or sentence.xpos[verb] == "VBN" else {})
    return sentence


def with_places(sentence: Sentence) -> Sentence:
    """Return a parse in which "there" between a noun and a verb with an object is a place ("a mob *there* hit him")."""
    for there in range(1, len(sentence)):
        verb = sentence.heads[there]
        read = sentence.deprels[there] == "expl" and sentence.upos[there - 1] in {"NOUN", "PROPN"}
        if read and there < verb and sentence.xpos[verb] in FINITE and has(sentence, verb, "obj"):
            return moved(sentence, {there: (verb, "advmod")}, {there: ("ADV", "RB")})
    return sentence


def with_names_before(sentence: Sentence) -> Sentence:
    """Return a parse in which a name right before a tensed verb without a subject is its subject ("Lund fell")."""
    for verb in range(1, len(sentence)):
        name = verb - 1
        bare = sentence.heads[name] == verb and sentence.deprels[name] == "compound" and sentence.upos[name] == "PROPN"
        tensed = sentence.xpos[verb] in FINITE and sentence.upos[verb] == "VERB"
        if bare and tensed and not any(has(sentence, verb, subject) for subject in SUBJECTS):
            return moved(sentence, {name: (verb, "nsubj")})
    return sentence


def with_whole_subjects(sentence: Sentence) -> Sentence:
    """Return a parse in which the noun right before a subject belongs to it ("On Monday *state* television said")."""
    changes: Changes = {}
    for verb in range(2, len(sentence)):
        for subject in sentence.children(verb, "nsubj"):
            before = subject - 1
            stray = before > 0 and sentence.heads[before] == verb and sentence.deprels[before].startswith("obl")
            noun = sentence.upos[before] == "NOUN" and sentence.upos[subject] != "PRON"
            noun = noun and sentence.words[before].lower() not in words("nouns", "part_of_day")
            if stray and noun and sentence.upos[before - 1] != "ADP" and subject < verb:
                changes[before] = (subject, "compound")
                days = sentence.children(before, "compound")
                changes |= dict.fromkeys(days, (verb, "obl"))
                if days:
                    changes |= dict.fromkeys(sentence.children(before, "case"), (days[0], "case"))
    return moved(sentence, changes) if changes else sentence


def with_doers(sentence: Sentence) -> Sentence:
    """Return a parse in which who is the subject of a verb without a passive does it ("Protesters clashed ...")."""
    for verb in range(1, len(sentence)):
        subjects = [at for at in sentence.children(verb) if sentence.deprels[at] == "nsubj:pass"]
        agents = [at for at in sentence.children(verb) if sentence.deprels[at] == "obl:agent"]
        done = sentence.lemmas[verb] in words("verbs", "intransitive") and verb_group(sentence, verb) == [verb]
        if (subjects or agents) and done and may_be_past(sentence.words[verb]):
            changes: Changes = dict.fromkeys(subjects, (verb, "nsubj")) | dict.fromkeys(agents, (verb, "obl"))
            return moved(sentence, changes, {verb: ("VERB", "VBD")} if subjects else {})
    return sentence


def _must_be_past(sentence: Sentence, verb: int) -> bool:
    """Say whether what was read as a participle has no passive, and may be past ("since the roof collapsed")."""
    read = sentence.xpos[verb] == "VBN" and sentence.deprels[verb] == "acl"
    return read and sentence.lemmas[verb] in words("verbs", "intransitive") and may_be_past(sentence.words[verb])


def _is_bare_past(sentence: Sentence, verb: int) -> bool:
    """Say whether what was read as a bare form behind an aside may be past ("after Lund, once an ally, *shut* it")."""
    alone = sentence.xpos[verb] == "VB" and not sentence.children(verb, "aux", "mark", "advmod")
    return alone and verb > 0 and sentence.words[verb - 1] == "," and may_be_past(sentence.words[verb])


def _lost_subject(sentence: Sentence, verb: int) -> Changes | None:
    """Return what to move to give a verb the noun before it, behind a conjunction of time or a verb of saying."""
    opener = verb - 1
    while opener > 0 and _in_noun_phrase(sentence, opener) and verb - opener < _LONGEST_SUBJECT:
        opener -= 1
    if sentence.words[opener + 1 : verb].count(",") % 2:
        return None  # "after the strike, workers left"
    noun = next((index for index in range(opener + 1, verb) if not opener < sentence.heads[index] < verb), None)
    if noun is None or sentence.upos[noun] not in {"NOUN", "PROPN"}:
        return None
    above = sentence.heads[noun]
    if sentence.words[opener].lower() in words("grammar", "time_conjunction") and sentence.heads[opener] == noun:
        while above >= 0 and sentence.upos[above] not in VERBAL:
            above = sentence.heads[above]
        changes: Changes = {noun: (verb, "nsubj"), opener: (verb, "mark")}
        if above == verb and sentence.deprels[verb] in {"advcl", "parataxis"}:
            return changes | {verb: (sentence.heads[verb], "advcl")}
        if above < 0 or above == verb or verb in ancestors(sentence, above):
            return None
        return changes | {verb: (above, "advcl")}
    says = sentence.lemmas[opener] in words("verbs", "saying") and sentence.upos[opener] == "VERB"
    told = sentence.deprels[verb] == "ccomp" and sentence.heads[verb] == opener == above
    return {noun: (verb, "nsubj")} if says and told and sentence.deprels[noun] == "obj" else None


def _in_noun_phrase(sentence: Sentence, index: int) -> bool:
    """Say whether a token may stand inside a noun phrase and its apposition; a conjunction of time opens one."""
    if sentence.words[index].lower() in words("grammar", "time_conjunction"):
        return False
    return sentence.upos[index] in NOMINAL or sentence.upos[index] == "ADV" or sentence.words[index] in _WITHIN


def with_hidden_verb(sentence: Sentence) -> Sentence:
    """Return a parse in which no tensed verb hangs on its own subject ("Officers Thursday *issued* a plea")."""
    root = sentence.root
    verb = _hidden_verb(sentence, root)
    return sentence if verb is None else moved(sentence, {verb: (ROOT, "root"), root: (verb, "nsubj")})


def _hidden_verb(sentence: Sentence, root: int) -> int | None:
    """Return the tensed verb that hangs on its own subject."""
    if sentence.upos[root] not in {"NOUN", "PROPN", "ADJ"} or has(sentence, root, "cop"):
        return None
    for verb in sentence.children(root):
        plain = sentence.deprels[verb] in {"acl", "acl:relcl"} and sentence.xpos[verb] in FINITE
        # a day does nothing itself: "officers Thursday issued a plea"
        lost = all(sentence.words[subject] in WEEKDAYS for subject in sentence.children(verb, "nsubj"))
        if plain and lost and verb > root and not has(sentence, verb, "mark"):
            return verb
    return None


def with_second_predicates(sentence: Sentence) -> Sentence:
    """Return a parse in which a verb joined to "what X calls Y" is joined to the clause around it.

    "Who is under arrest for what the court calls fraud and was fined in May": the one under arrest was fined.
    """
    for verb in range(1, len(sentence)):
        first = sentence.heads[verb]
        if sentence.deprels[verb] != "conj" or has(sentence, verb, "nsubj") or not _calls(sentence, first):
            continue
        if not tense_of(sentence, verb_group(sentence, verb))[0]:
            continue
        around = (at for at in ancestors(sentence, first) if sentence.upos[at] in VERBAL or has(sentence, at, "cop"))
        above = next(around, None)
        if above is not None:
            return moved(sentence, {verb: (above, "conj")})
    return sentence


def _calls(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb stands in a clause that "what" opens."""
    if sentence.deprels[verb] == "acl:relcl":
        return sentence.xpos[sentence.heads[verb]] == "WP"
    whats = (child for child in sentence.children(verb) if sentence.words[child].lower() == "what")
    return sentence.deprels[verb] == "advcl" and any(child < verb for child in whats)


def with_people_who(sentence: Sentence) -> Sentence:
    """Return a parse in which "who" tells of people ("the return of Ana Ruiz, who was ousted": not the return was)."""
    changes: Changes = {}
    for who in range(2, len(sentence)):
        verb = sentence.heads[who]
        if sentence.words[who] != "who" or sentence.deprels[verb] != "acl:relcl" or sentence.heads[verb] >= who:
            continue
        noun, last = sentence.heads[verb], who - 1 - (sentence.words[who - 1] == ",")
        if (office := _office_above(sentence, noun, who)) is not None:
            changes[verb] = (office, "acl:relcl")
        if _is_somebody(sentence, noun) or not _is_abstract(sentence, noun):
            continue
        chain = [last, *ancestors(sentence, last)]
        below = chain[: chain.index(noun)] if noun in chain else []
        bearer = next((at for at in reversed(below) if _is_somebody(sentence, at)), None)
        if bearer is not None:
            changes[verb] = (bearer, "acl:relcl")
    return moved(sentence, changes) if changes else sentence


def _office_above(sentence: Sentence, noun: int, who: int) -> int | None:
    """Return the office that "of" leads from to a noun ("the *mayor* of the town, who was elected in 2019")."""
    above = sentence.heads[noun]
    of = above >= 0 and sentence.deprels[noun] == "nmod" and sentence.words[who - 1] == ","
    if not of or any(sentence.words[at] == "," for at in range(above, noun)):
        return None
    body = sentence.upos[noun] == "NOUN" and not _is_somebody(sentence, noun)
    held = sentence.lemmas[above].lower() in words("names", "title")
    return above if held and (body or sentence.upos[noun] == "PROPN") else None


def _is_abstract(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun tells what is done or is so, by its ending or as a happening."""
    lemma = sentence.lemmas[noun].lower()
    return lemma.endswith(_ABSTRACT) or any(lemma in words("nouns", kind) for kind in ("event", "undone", "abstract"))


def _is_somebody(sentence: Sentence, noun: int) -> bool:
    """Say whether a word may stand for people: a name, or a noun that calls them."""
    if sentence.upos[noun] == "PROPN" or sentence.lemmas[noun].lower() in words("names", "people"):
        return True
    lemma = sentence.lemmas[noun].lower()
    return any(lemma in words("nouns", kind) for kind in ("person", "human", "crowd"))


def with_events_before(sentence: Sentence) -> Sentence:
    """Return a parse in which a sentence has one verb ("Preliminary talks on the treaty are due": nobody talks)."""
    noun = sentence.root
    if sentence.xpos[noun] != "VBZ" or sentence.lemmas[noun] not in words("nouns", "event"):
        return sentence
    for verb in sentence.children(noun, "advcl", "ccomp", "conj", "parataxis"):
        group = verb_group(sentence, verb)
        plural = not any(sentence.xpos[at] == "VBZ" for at in group)
        opened = any(child < min(group) for child in sentence.children(verb, *SUBJECTS, "cc", "mark"))
        if verb > noun and plural and not opened and tense_of(sentence, group)[0]:
            subject = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
            changes: Changes = {verb: (ROOT, "root"), noun: (verb, subject)}
            changes |= {mark: (verb, "punct") for mark in sentence.children(noun, "punct") if mark > verb}
            changes |= {at: (noun, "amod") for at in sentence.children(noun, "nsubj") if at < noun}
            return moved(sentence, changes, {noun: ("NOUN", "NNS")})
    return sentence


def with_things_done(sentence: Sentence) -> Sentence:
    """Return a parse in which a participle tells of a thing, not of an event ("the death of a man shot on Monday")."""
    changes: Changes = {}
    for verb in range(2, len(sentence)):
        event = sentence.heads[verb]
        read = sentence.deprels[verb] == "acl" and sentence.xpos[verb] == "VBN" and 0 <= event < verb
        counted = sentence.lemmas[event] in words("nouns", "measure") and sentence.lemmas[verb] in words(
            "verbs", "harm"
        )
        if not read or not (counted or sentence.lemmas[event].lower() in words("nouns", "undone")):
            continue
        things = [noun for noun in sentence.children(event, "nmod") if event < noun < verb]
        if things and max(at for at in sentence.subtree(things[-1]) if at < verb) == verb - 1:
            changes[verb] = (things[-1], "acl")
    return moved(sentence, changes) if changes else sentence


def with_subjects_behind_joints(sentence: Sentence) -> Sentence:
    """Return a parse in which a clause behind "after" or "before" has its subject ("a day after *winds* forced them").

    These open a clause as well as a noun; where a verb with a tense and no subject stands right behind the noun, it is
    its subject.
    """
    changes: Changes = {}
    for verb in range(2, len(sentence)):
        if sentence.deprels[verb] != "advcl" or sentence.children(verb, *SUBJECTS, "expl"):
            continue
        group = verb_group(sentence, verb)
        finite = tense_of(sentence, group)[0]
        for noun in sentence.children(verb, "obl") if finite else ():
            joints = [at for at in sentence.children(noun, "case") if sentence.words[at].lower() in _JOINTS]
            below = [at for at in sentence.subtree(noun) if at < verb]
            if joints and noun < group[0] and max(below) == group[0] - 1 and min(below) == joints[0]:
                subject = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
                changes |= {noun: (verb, subject), joints[0]: (verb, "mark")}
    return moved(sentence, changes) if changes else sentence
