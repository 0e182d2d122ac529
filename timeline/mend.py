"""Slips of parsers that English rules out, put right before a sentence is read as clauses.

Each cost a headline its subject or its verb of saying: "President X discussed Y" without a full stop, read as a noun
that a participle describes; "On Sunday, X, 46, was ill", read with X beside Sunday; "the road was open, the mayor
said", read with the mayor as one more subject of the road's clause.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from timeline.clauses import SUBJECTS, tense_of, verb_group
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_past
from timeline.syntax.sentence import ROOT
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ", "PRON", "PART"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = frozenset({"VERB", "AUX"})
_BREAKS = frozenset({",", '"', "”", "''"})
_WITHIN = frozenset({"-", "(", ")", "/", ","})
_CONJUNCTIONS = frozenset({"after", "before", "since", "until", "till"})
_LONGEST_SUBJECT = 16  # tokens
_LONGEST_SPEAKER, _LONGEST_TAIL = 12, 6  # tokens
_PLURAL = ("NOUN", "NNS")
_Changes = dict[int, tuple[int, str]]  # token -> its new head and relation
_CONTENT = frozenset({"advcl", "acl", "conj", "ccomp", "parataxis", "acl:relcl"})


def mend(sentence: Sentence) -> Sentence:
    """Return a parse with what cannot be in English put right; the sentence itself where nothing is wrong."""
    if not len(sentence):
        return sentence
    sentence = _with_noun_between(_with_opening_noun(sentence))
    sentence = _with_subjects(_with_days_told(_with_days_apart(sentence)))
    sentence = _with_described_name(_with_believed_things(_with_said_things(sentence)))
    root = sentence.root
    verb = _hidden_verb(sentence, root)
    if verb is not None:
        return _moved(sentence, {verb: (ROOT, "root"), root: (verb, "nsubj")})
    report = _report_behind(sentence)
    if report is not None:
        return _moved(sentence, report)
    participle = _told_participle(sentence, root)
    if participle is not None:
        changes = {participle: (root, "ccomp"), sentence.heads[participle]: (participle, "nsubj")}
        return _moved(sentence, changes, {participle: ("VERB", "VBD")})
    subject = _hidden_subject(sentence, root)
    return sentence if subject is None else _moved(sentence, {subject: (root, "nsubj")})


def _with_opening_noun(sentence: Sentence) -> Sentence:
    """Return a parse in which a plural that opens a sentence is no verb ("Clashes in the north led to ...")."""
    noun = sentence.root
    if noun != 0 or sentence.xpos[noun] != "VBZ" or any(_has(sentence, noun, subject) for subject in SUBJECTS):
        return sentence
    verbs = [child for child in sentence.children(noun) if sentence.xpos[child] in _FINITE]
    if not verbs or any(_has(sentence, verbs[0], subject) for subject in SUBJECTS):
        return sentence
    moved = {child: (verbs[0], sentence.deprels[child]) for child in sentence.children(noun) if child > verbs[0]}
    changes = moved | {verbs[0]: (ROOT, "root"), noun: (verbs[0], "nsubj")}
    return _moved(sentence, changes, {noun: _PLURAL})


def _with_noun_between(sentence: Sentence) -> Sentence:
    """Return a parse in which what is "between" two sides is a noun ("that clashes between ... and ... started")."""
    for noun in range(1, len(sentence) - 2):
        if sentence.xpos[noun] != "VBZ" or sentence.words[noun + 1] != "between":
            continue
        verb = next((index for index in range(noun + 2, len(sentence)) if sentence.xpos[index] in _FINITE), None)
        subjects = [] if verb is None else [c for c in sentence.children(verb, "nsubj") if c > noun]
        if verb is None or not subjects or noun in _above(sentence, verb):
            continue
        changes = {noun: (verb, "nsubj"), subjects[0]: (noun, "nmod")}
        if sentence.words[noun - 1] == "that":
            changes[noun - 1] = (verb, "mark")
        return _moved(sentence, changes, {noun: _PLURAL})
    return sentence


def _with_days_apart(sentence: Sentence) -> Sentence:
    """Return a parse in which a day is no part of the place before it ("flooded into the square Wednesday")."""
    changes: _Changes = {}
    for day in range(len(sentence)):
        above = sentence.heads[day]
        if not _is_day(sentence, day) or above < 0:
            continue
        for place in sentence.children(day):
            noun = place < day and sentence.upos[place] in {"NOUN", "PROPN"} and not _is_day(sentence, place)
            if noun and _has(sentence, place, "case"):
                changes |= {place: (above, "obl"), day: (above, "obl:unmarked")}
    return _moved(sentence, changes) if changes else sentence


def _with_days_told(sentence: Sentence) -> Sentence:
    """Return a parse in which a day behind a clause that describes a noun belongs to the clause, not to what follows.

    "The fact that the army was called out Friday showed ...": the fact showed it.
    """
    for day in range(2, len(sentence)):
        verb = sentence.heads[day]
        if not _is_day(sentence, day) or sentence.deprels[day] != "nsubj" or verb < day:
            continue
        told = next(
            (at for at in (day - 1, *_above(sentence, day - 1)) if at in range(day) and _describes(sentence, at)), None
        )
        if told is not None and sentence.children(verb, "nsubj") == (day,):
            return _moved(sentence, {sentence.heads[told]: (verb, "nsubj"), day: (told, "obl:unmarked")})
    return sentence


def _describes(sentence: Sentence, verb: int) -> bool:
    """Say whether a finite verb tells of the noun before it."""
    return sentence.deprels[verb].startswith("acl") and tense_of(sentence, verb_group(sentence, verb))[0]


def _with_described_name(sentence: Sentence) -> Sentence:
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
    return _moved(sentence, {name: (verb, "nsubj"), noun: (name, "appos")})


def _with_said_things(sentence: Sentence) -> Sentence:
    """Return a parse in which what follows "that" is what is said, and what follows "after" is when.

    "She told the council this week that the road had closed" has no week that had closed.
    """
    changes: _Changes = {}
    for verb in range(len(sentence)):
        above = sentence.heads[verb]
        openers = _openers(sentence, verb)
        if sentence.deprels[verb] == "ccomp" and openers & _CONJUNCTIONS:
            changes[verb] = (above, "advcl")
        elif sentence.deprels[verb].startswith("acl") and "that" in openers and _has(sentence, verb, "nsubj"):
            saying = next((at for at in _above(sentence, above) if sentence.upos[at] in _VERBAL), None)
            if saying is None or sentence.deprels[above] not in {"obl:unmarked", "nmod:unmarked"}:
                continue
            if sentence.lemmas[saying] in words("verbs", "saying") and not _has(sentence, saying, "ccomp"):
                changes[verb] = (saying, "ccomp")
    return _moved(sentence, changes) if changes else sentence


def _with_believed_things(sentence: Sentence) -> Sentence:
    """Return a parse in which what is believed of somebody belongs to who believes it ("who most think is rich")."""
    for verb in range(1, len(sentence)):
        tensed = sentence.deprels[verb] in {"ccomp", "xcomp"} and tense_of(sentence, verb_group(sentence, verb))[0]
        if not tensed or _has(sentence, verb, "nsubj"):
            continue
        before = min(sentence.subtree(verb)) - 1
        believes = before >= 0 and sentence.deprels[before] == "acl:relcl" and _has(sentence, before, "nsubj")
        if believes and sentence.upos[before] == "VERB" and sentence.heads[verb] > verb:
            return _moved(sentence, {verb: (before, "ccomp")})
    return sentence


def _openers(sentence: Sentence, verb: int) -> set[str]:
    """Return the words that open a clause before its subject, whether read as its own or as the subject's."""
    nouns = sentence.children(verb, "nsubj") or sentence.children(verb, "obl")
    heads = (verb, *(noun for noun in nouns if noun < verb))
    marks = (child for at in heads for child in sentence.children(at, "mark", "case") if child < verb)
    return {sentence.words[mark].lower() for mark in marks}


def _with_subjects(sentence: Sentence) -> Sentence:
    """Return a parse in which the noun before a tensed verb is its subject, where it was hung on what stands before it.

    "Since protests in the north erupted ..." is a clause, for a preposition has no verb behind it; and in "he said
    clashes erupted" the clashes are nothing that is said.
    """
    for verb in range(2, len(sentence)):
        if (
            sentence.xpos[verb] not in _FINITE
            or sentence.upos[verb] != "VERB"
            or sentence.deprels[verb] not in _CONTENT
        ):
            continue
        if any(sentence.deprels[child] in SUBJECTS | {"cc", "mark"} for child in sentence.children(verb)):
            continue
        changes = _lost_subject(sentence, verb)
        if changes:
            return _moved(sentence, changes)
    return sentence


def _lost_subject(sentence: Sentence, verb: int) -> _Changes | None:
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
        if above < 0 or above == verb or verb in _above(sentence, above):
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


def _above(sentence: Sentence, index: int) -> list[int]:
    """Return the tokens that a token hangs from, the nearest first."""
    found: list[int] = []
    while (index := sentence.heads[index]) >= 0 and len(found) < len(sentence):
        found.append(index)
    return found


def _report_behind(sentence: Sentence) -> _Changes | None:
    """Return what to move where a report stands behind what it tells (", the mayor said") and was read otherwise."""
    verb = _closing_verb(sentence)
    speaker = None if verb is None else _speaker(sentence, verb)
    if verb is None or speaker is None:
        return None
    outside = [child for child in sentence.children(verb) if child < speaker and sentence.deprels[child] in SUBJECTS]
    if sentence.heads[speaker] == verb and not outside and _reports(sentence, verb):
        return None
    changes = {speaker: (verb, "nsubj")}
    if sentence.root != verb:
        return changes | {verb: (ROOT, "root"), sentence.root: (verb, "ccomp")}
    content = [c for c in sentence.children(verb) if c < speaker and sentence.deprels[c] in _CONTENT]
    content = [c for c in content if sentence.upos[c] in _VERBAL and sentence.xpos[c] in _FINITE]
    if len(content) != 1 or any(sentence.deprels[child] in SUBJECTS for child in sentence.children(content[0])):
        return None
    return changes | {content[0]: (verb, "ccomp")} | dict.fromkeys(outside[:1], (content[0], "nsubj"))


def _speaker(sentence: Sentence, verb: int) -> int | None:
    """Return the head of the noun phrase between a comma or a quotation and a verb, where a clause stands before it."""
    first = verb
    while first > 0 and sentence.upos[first - 1] in _NOMINAL and verb - first < _LONGEST_SPEAKER:
        first -= 1
    if first in {0, verb} or sentence.words[first - 1] not in _BREAKS or first <= sentence.root < verb:
        return None
    if not any(sentence.upos[index] in _VERBAL for index in range(first - 1)):
        return None
    return next((index for index in range(first, verb) if not first <= sentence.heads[index] < verb), None)


def _told_participle(sentence: Sentence, root: int) -> int | None:
    """Return the verb of what a report tells that was read as a participle ("Herders gathered, radio reported")."""
    if root != _closing_verb(sentence) or _has(sentence, root, "ccomp") or _has(sentence, root, "parataxis"):
        return None
    speaker = _speaker(sentence, root)
    if speaker is None or sentence.heads[speaker] != root:
        return None
    for noun in (child for child in sentence.children(root) if child < speaker and sentence.upos[child] == "NOUN"):
        for verb in sentence.children(noun, "acl"):
            if sentence.xpos[verb] == "VBN" and may_be_past(sentence.words[verb]):
                return verb
    return None


def _reports(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb of saying is read as one: as the root, or beside the root."""
    return sentence.root == verb or sentence.deprels[verb] in {"parataxis", "ccomp"}


def _closing_verb(sentence: Sentence) -> int | None:
    """Return the verb of saying that ends a sentence but for a listener and a time ("told reporters on Friday")."""
    end = len(sentence)
    while end and sentence.upos[end - 1] == "PUNCT":
        end -= 1
    for verb in range(end - 1, max(-1, end - 2 - _LONGEST_TAIL), -1):
        if sentence.upos[verb] in _VERBAL:
            saying = sentence.lemmas[verb] in words("verbs", "saying") and sentence.xpos[verb] in _FINITE
            return verb if saying else None
        if sentence.upos[verb] in {"PUNCT", "SCONJ", "CCONJ"}:
            return None
    return None


def _moved(sentence: Sentence, changes: _Changes, tags: Mapping[int, tuple[str, str]] | None = None) -> Sentence:
    """Return a sentence with some words hung elsewhere and tagged anew, or as it is if that would be no tree."""
    heads, relations = list(sentence.heads), list(sentence.deprels)
    upos, xpos = list(sentence.upos), list(sentence.xpos)
    for token, (head, relation) in changes.items():
        heads[token], relations[token] = head, relation
    for token, (coarse, fine) in (tags or {}).items():
        upos[token], xpos[token] = coarse, fine
    if not _is_tree(heads):
        return sentence
    return replace(sentence, heads=tuple(heads), deprels=tuple(relations), upos=tuple(upos), xpos=tuple(xpos))


def _is_tree(heads: Sequence[int]) -> bool:
    """Say whether one word is the root and all others hang below it."""
    below = {token for token, head in enumerate(heads) if head == ROOT}
    if len(below) != 1:
        return False
    for start in range(len(heads)):
        path: set[int] = set()
        token = start
        while token not in below:
            if token in path:
                return False
            path.add(token)
            token = heads[token]
        below |= path
    return True


def _hidden_verb(sentence: Sentence, root: int) -> int | None:
    """Return the tensed verb that hangs on its own subject."""
    if sentence.upos[root] not in {"NOUN", "PROPN", "ADJ"} or _has(sentence, root, "cop"):
        return None
    for verb in sentence.children(root):
        plain = sentence.deprels[verb] in {"acl", "acl:relcl"} and sentence.xpos[verb] in _FINITE
        subjects = sentence.children(verb, "nsubj")
        if plain and verb > root and not _has(sentence, verb, "mark") and all(_is_day(sentence, s) for s in subjects):
            return verb
    return None


def _is_day(sentence: Sentence, index: int) -> bool:
    """Say whether a token is the name of a day, which does nothing itself ("officers Thursday issued a plea")."""
    return sentence.words[index] in WEEKDAYS


def _hidden_subject(sentence: Sentence, root: int) -> int | None:
    """Return the noun behind the comma of a leading phrase that is the subject of a verb which has none."""
    tensed, _, _ = tense_of(sentence, verb_group(sentence, root))
    if not tensed or any(sentence.deprels[child] in SUBJECTS for child in sentence.children(root)):
        return None
    for phrase in sentence.children(root, "obl"):
        for noun in sentence.children(phrase):
            beside = sentence.deprels[noun] in {"conj", "appos", "flat", "nmod:unmarked", "compound"}
            if beside and phrase < noun < root and "," in sentence.words[phrase:noun]:
                return noun
    return None


def _has(sentence: Sentence, index: int, relation: str) -> bool:
    return any(sentence.deprels[child] == relation for child in sentence.children(index))
