"""Nouns read as verbs, and subjects that were hung elsewhere than on their verb."""

from timeline.clauses import SUBJECTS, tense_of, verb_group
from timeline.mend.days import is_day
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.syntax.irregular import FROM_PARTICIPLE
from timeline.syntax.repair import may_be_past
from timeline.syntax.sentence import ROOT
from timeline.wordlists import words

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ", "PRON", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_WITHIN = frozenset({"-", "(", ")", "/", ","})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "till"})
_CONTENT = frozenset({"advcl", "acl", "conj", "ccomp", "parataxis", "acl:relcl"})
_LONGEST_SUBJECT = 16  # tokens
_DOERS = ("nsubj", "nsubj:pass")
_PLURAL = ("NOUN", "NNS")


def with_opening_noun(sentence: Sentence) -> Sentence:
    """Return a parse in which a plural that opens a sentence is no verb ("Clashes in the north led to ...")."""
    noun = sentence.root
    if noun != 0 or sentence.xpos[noun] != "VBZ" or any(has(sentence, noun, subject) for subject in SUBJECTS):
        return sentence
    verbs = [child for child in sentence.children(noun) if sentence.xpos[child] in _FINITE]
    if not verbs:
        return sentence
    inner = sentence.children(verbs[0], "nsubj")
    marks = [mark for mark in sentence.children(verbs[0], "mark") if sentence.words[mark].lower() in _CONJUNCTIONS]
    if len(inner) == 1 and len(marks) == 1 and marks[0] < inner[0] < verbs[0]:  # "Clashes after prayers led to ..."
        changes = {
            verbs[0]: (ROOT, "root"),
            noun: (verbs[0], "nsubj"),
            inner[0]: (noun, "nmod"),
            marks[0]: (inner[0], "case"),
        }
        return moved(sentence, changes, {noun: _PLURAL})
    if any(has(sentence, verbs[0], subject) for subject in SUBJECTS):
        return sentence
    objects = {child: (verbs[0], sentence.deprels[child]) for child in sentence.children(noun) if child > verbs[0]}
    changes = objects | {verbs[0]: (ROOT, "root"), noun: (verbs[0], "nsubj")}
    return moved(sentence, changes, {noun: _PLURAL})


def with_noun_between(sentence: Sentence) -> Sentence:
    """Return a parse in which what is "between" two sides is a noun ("that clashes between ... and ... started")."""
    for noun in range(1, len(sentence) - 2):
        if sentence.xpos[noun] != "VBZ" or sentence.words[noun + 1] != "between":
            continue
        verb = next((index for index in range(noun + 2, len(sentence)) if sentence.xpos[index] in _FINITE), None)
        subjects = [] if verb is None else [c for c in sentence.children(verb, "nsubj") if c > noun]
        if verb is None or not subjects or noun in ancestors(sentence, verb):
            continue
        changes = {noun: (verb, "nsubj"), subjects[0]: (noun, "nmod")}
        if sentence.words[noun - 1] == "that":
            changes[noun - 1] = (verb, "mark")
        return moved(sentence, changes, {noun: _PLURAL})
    return sentence


def with_named_heads(sentence: Sentence) -> Sentence:
    """Return a parse in which a name is called to an office ("Ana Ruiz, named head of the bank in May, said")."""
    for verb in range(2, len(sentence) - 1):
        office = sentence.heads[verb]
        called = sentence.lemmas[verb] in words("verbs", "calling") and sentence.xpos[verb] == "VBN"
        if called and sentence.words[verb - 1] == "," and sentence.deprels[verb] == "amod" and office == verb + 1:
            name = sentence.heads[office]
            if sentence.deprels[office] == "appos" and 0 <= name < verb:
                return moved(sentence, {verb: (name, "acl"), office: (verb, "xcomp")})
    return sentence


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
        around = (at for at in ancestors(sentence, first) if sentence.upos[at] in _VERBAL or has(sentence, at, "cop"))
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


def with_described_name(sentence: Sentence) -> Sentence:
    """Return a parse in which a name that opens a sentence is its subject ("Ardol, the home of Berg, has seen")."""
    verb = sentence.root
    first = 0
    while first < len(sentence) and sentence.upos[first] == "PROPN":
        first += 1
    subjects = sentence.children(verb, "nsubj")
    if not 0 < first < verb or sentence.words[first] != "," or len(subjects) != 1 or subjects[0] < first:
        return sentence
    noun, group = subjects[0], min(verb_group(sentence, verb))
    name = next(index for index in range(first) if not 0 <= sentence.heads[index] < first)
    described = range(first + 1, group - 1)
    whole = noun in described and sentence.words[group - 1] == "," and min(sentence.subtree(noun)) == first + 1
    if not whole or sentence.heads[name] not in {verb, noun}:
        return sentence
    return moved(sentence, {name: (verb, "nsubj"), noun: (name, "appos")})


def with_subjects(sentence: Sentence) -> Sentence:
    """Return a parse in which the noun before a tensed verb is its subject, where it was hung on what stands before it.

    "Since protests in the north erupted ..." is a clause, for a preposition has no verb behind it; and in "he said
    clashes erupted" the clashes are nothing that is said.
    """
    for verb in range(2, len(sentence)):
        tensed = sentence.xpos[verb] in _FINITE or _must_be_past(sentence, verb)
        if not tensed or sentence.upos[verb] != "VERB" or sentence.deprels[verb] not in _CONTENT:
            continue
        if any(sentence.deprels[child] in SUBJECTS | {"cc", "mark"} for child in sentence.children(verb)):
            continue
        changes = _lost_subject(sentence, verb)
        if changes:
            return moved(sentence, changes, {verb: ("VERB", "VBD")} if sentence.xpos[verb] == "VBN" else {})
    return sentence


def with_participles_between(sentence: Sentence) -> Sentence:
    """Return a parse in which a participle between a subject and its verb tells of the subject.

    "The mayor, arrested in May, was freed": nobody else was arrested.
    """
    for verb in range(3, len(sentence)):
        above = sentence.heads[verb]
        taken = {sentence.deprels[child].partition(":")[0] for child in sentence.children(verb)}
        bare = sentence.deprels[verb] == "advcl" and sentence.xpos[verb] in {"VBD", "VBN"} and above > verb
        if not bare or not taken.isdisjoint({"aux", "obj", "mark", "advmod"}) or not _is_participle(sentence, verb):
            continue
        nouns = sentence.children(above, *_DOERS) or sentence.children(verb, *_DOERS)
        apart = sentence.words[verb - 1] == "," == sentence.words[max(sentence.subtree(verb))]
        if apart and nouns and max(sentence.subtree(nouns[0])) == verb - 2:
            relation = "nsubj:pass" if has(sentence, above, "aux:pass") else "nsubj"
            return moved(sentence, {nouns[0]: (above, relation), verb: (nouns[0], "acl")}, {verb: ("VERB", "VBN")})
    return sentence


def _is_participle(sentence: Sentence, verb: int) -> bool:
    form = sentence.words[verb].lower()
    return (form in FROM_PARTICIPLE or form.endswith("ed")) and sentence.lemmas[verb] not in words(
        "verbs", "intransitive"
    )


def with_perfects(sentence: Sentence) -> Sentence:
    """Return a parse in which a participle right behind "had" is what had happened ("the dam had burst")."""
    for verb in range(1, len(sentence) - 1):
        noun = verb + 1
        alone = sentence.heads[noun] == verb and sentence.deprels[noun] == "obj"
        alone = alone and all(child > noun for child in sentence.children(noun))
        if sentence.lemmas[verb] != "have" or not alone or sentence.words[noun].lower() not in FROM_PARTICIPLE:
            continue
        below = {child: (noun, sentence.deprels[child]) for child in sentence.children(verb) if child != noun}
        changes = below | {noun: (sentence.heads[verb], sentence.deprels[verb]), verb: (noun, "aux")}
        return moved(sentence, changes, {noun: ("VERB", "VBN"), verb: ("AUX", sentence.xpos[verb])})
    return sentence


def with_names_before(sentence: Sentence) -> Sentence:
    """Return a parse in which a name right before a tensed verb without a subject is its subject ("Lund fell")."""
    for verb in range(1, len(sentence)):
        name = verb - 1
        bare = sentence.heads[name] == verb and sentence.deprels[name] == "compound" and sentence.upos[name] == "PROPN"
        tensed = sentence.xpos[verb] in _FINITE and sentence.upos[verb] == "VERB"
        if bare and tensed and not any(has(sentence, verb, subject) for subject in SUBJECTS):
            return moved(sentence, {name: (verb, "nsubj")})
    return sentence


def with_doers(sentence: Sentence) -> Sentence:
    """Return a parse in which who is the subject of a verb without a passive does it ("Protesters clashed ...")."""
    for verb in range(1, len(sentence)):
        subjects = sentence.children(verb, "nsubj:pass")
        done = sentence.lemmas[verb] in words("verbs", "intransitive") and verb_group(sentence, verb) == [verb]
        if subjects and done and sentence.xpos[verb] == "VBN" and may_be_past(sentence.words[verb]):
            return moved(sentence, {subjects[0]: (verb, "nsubj")}, {verb: ("VERB", "VBD")})
    return sentence


def _must_be_past(sentence: Sentence, verb: int) -> bool:
    """Say whether what was read as a participle has no passive, and may be past ("since the roof collapsed")."""
    read = sentence.xpos[verb] == "VBN" and sentence.deprels[verb] == "acl"
    return read and sentence.lemmas[verb] in words("verbs", "intransitive") and may_be_past(sentence.words[verb])


def with_described_subject(sentence: Sentence) -> Sentence:
    """Return a parse in which a noun that a participle describes is the subject of the verb behind both.

    "One carrying sailors was turned away": the one was turned away.
    """
    for verb in range(2, len(sentence)):
        group = verb_group(sentence, verb)
        if any(has(sentence, verb, subject) for subject in SUBJECTS) or not tense_of(sentence, group)[0]:
            continue
        for participle in sentence.children(verb, "advcl"):
            nouns = sentence.children(participle, "nsubj")
            below = sentence.subtree(participle)
            beside = max(below) + 1 == min(group) and "," not in (sentence.words[at] for at in below)
            if sentence.xpos[participle] == "VBG" and beside and nouns and not has(sentence, participle, "aux"):
                relation = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
                return moved(sentence, {nouns[0]: (verb, relation), participle: (nouns[0], "acl")})
    return sentence


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
    if sentence.words[opener].lower() in _CONJUNCTIONS and sentence.heads[opener] == noun:
        while above >= 0 and sentence.upos[above] not in _VERBAL:
            above = sentence.heads[above]
        if above < 0 or above == verb or verb in ancestors(sentence, above):
            return None
        return {noun: (verb, "nsubj"), opener: (verb, "mark"), verb: (above, "advcl")}
    says = sentence.lemmas[opener] in words("verbs", "saying") and sentence.upos[opener] == "VERB"
    told = sentence.deprels[verb] == "ccomp" and sentence.heads[verb] == opener == above
    return {noun: (verb, "nsubj")} if says and told and sentence.deprels[noun] == "obj" else None


def _in_noun_phrase(sentence: Sentence, index: int) -> bool:
    """Say whether a token may stand inside a noun phrase and its apposition; a conjunction of time opens one."""
    if sentence.words[index].lower() in _CONJUNCTIONS:
        return False
    return sentence.upos[index] in _NOMINAL or sentence.upos[index] == "ADV" or sentence.words[index] in _WITHIN


def hidden_verb(sentence: Sentence, root: int) -> int | None:
    """Return the tensed verb that hangs on its own subject."""
    if sentence.upos[root] not in {"NOUN", "PROPN", "ADJ"} or has(sentence, root, "cop"):
        return None
    for verb in sentence.children(root):
        plain = sentence.deprels[verb] in {"acl", "acl:relcl"} and sentence.xpos[verb] in _FINITE
        subjects = sentence.children(verb, "nsubj")
        if plain and verb > root and not has(sentence, verb, "mark") and all(is_day(sentence, s) for s in subjects):
            return verb
    return None


def hidden_subject(sentence: Sentence, root: int) -> int | None:
    """Return the noun behind the comma of a leading phrase that is the subject of a verb which has none."""
    group = verb_group(sentence, root)
    past = group == [root] and sentence.xpos[root] == "VBN" and may_be_past(sentence.words[root])
    if not (past or tense_of(sentence, group)[0]) or any(
        sentence.deprels[child] in SUBJECTS for child in sentence.children(root)
    ):
        return None
    for phrase in sentence.children(root, "obl"):
        for noun in sentence.children(phrase):
            beside = sentence.deprels[noun] in {"conj", "appos", "flat", "nmod:unmarked", "compound"}
            if beside and phrase < noun < root and "," in sentence.words[phrase:noun]:
                return noun
    return None
