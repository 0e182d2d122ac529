"""Nouns that were read as verbs, where no verb may stand."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import VERBAL
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_past
from timeline.syntax.sentence import ROOT
from timeline.wordlists import words

_BEFORE_VERBS = frozenset({"to", "as", "besides", "except"})  # a bare verb may follow these
_LEADS = frozenset({"mark", "case", "advmod"})
_CLAUSAL = frozenset({"obj", "iobj", "xcomp", "ccomp", "aux", "aux:pass", "cop"})


def with_nouns_behind_prepositions(sentence: Sentence) -> Sentence:
    """Return a parse in which no bare verb stands behind a preposition ("They settled the issue *of pay* on Monday").

    What was hung behind the supposed verb goes to the verb above it.
    """
    changes: Changes = {}
    tags: dict[int, tuple[str, str]] = {}
    for at in range(1, len(sentence)):
        above = sentence.heads[at]
        if not 0 <= above < at - 1 or not _is_noun_behind(sentence, at):
            continue
        relation = "obl" if sentence.upos[above] in VERBAL | {"ADJ"} else "nmod"
        verb = next((v for v in (above, *ancestors(sentence, above)) if sentence.upos[v] in VERBAL), above)
        behind = [child for child in sentence.children(at) if child > at and sentence.deprels[child] != "conj"]
        changes |= {child: (verb, sentence.deprels[child]) for child in behind}
        changes |= {at: (above, relation), at - 1: (at, "case")}
        tags |= {at: ("NOUN", "NN"), at - 1: ("ADP", "IN")}
    return moved(sentence, changes, tags) if changes else sentence


def _is_noun_behind(sentence: Sentence, at: int) -> bool:
    """Say whether a bare form behind a preposition of its own has nothing that only a verb has."""
    lead = at - 1
    bare = sentence.xpos[at] in {"VB", "VBP"} and sentence.upos[at] == "VERB" and sentence.words[at].islower()
    led = sentence.words[lead].lower() in words("grammar", "preposition") - _BEFORE_VERBS
    led = led and sentence.heads[lead] == at
    if not (bare and led) or sentence.deprels[lead] not in _LEADS:
        return False
    return not any(has(sentence, at, relation) for relation in _CLAUSAL | SUBJECTS)


def with_people_behind_prepositions(sentence: Sentence) -> Sentence:
    """Return a parse in which a name and a plural behind a preposition are no clause ("spoke before *Lund judges*")."""
    people = words("nouns", "person") | words("nouns", "human")
    for at in range(2, len(sentence)):
        read = sentence.xpos[at] == "VBZ" and sentence.deprels[at] == "advcl" and sentence.lemmas[at] in people
        marks, names = sentence.children(at, "mark"), sentence.children(at, "nsubj")
        led = bool(marks) and sentence.words[marks[0]].lower() in words("grammar", "preposition")
        if not (read and led) or names != (at - 1,) or any(has(sentence, at, relation) for relation in _CLAUSAL):
            continue
        verb = sentence.heads[at]
        changes: Changes = {at: (verb, "obl"), marks[0]: (at, "case"), at - 1: (at, "compound")}
        changes |= {child: (verb, sentence.deprels[child]) for child in sentence.children(at) if child > at}
        return moved(sentence, changes, {at: ("NOUN", "NNS"), marks[0]: ("ADP", "IN")})
    return sentence


def with_reported_nouns(sentence: Sentence) -> Sentence:
    """Return a parse in which a lone noun that is reported is what is reported ("Radio reported *clashes* on Monday").

    A noun of which nothing is said makes no clause.
    """
    for verb in range(1, len(sentence) - 1):
        reports = sentence.lemmas[verb] in words("verbs", "reporting") and sentence.xpos[verb] == "VBD"
        if not reports or not has(sentence, verb, "nsubj") or has(sentence, verb, "obj"):
            continue
        for noun in sentence.children(verb, "ccomp"):
            if noun > verb and _is_lone_plural(sentence, noun, verb):
                return moved(sentence, {noun: (verb, "obj")}, {noun: ("NOUN", "NNS")})
    return sentence


def _is_lone_plural(sentence: Sentence, noun: int, verb: int) -> bool:
    """Say whether a plural noun, or what looks like one, stands behind a verb with no more than adjectives between."""
    if any(has(sentence, noun, relation) for relation in _CLAUSAL | SUBJECTS | {"mark"}):
        return False
    if any(sentence.upos[between] not in {"ADJ", "NOUN", "NUM", "PROPN"} for between in range(verb + 1, noun)):
        return False
    event = sentence.xpos[noun] == "VBZ" and sentence.lemmas[noun] in words("nouns", "event")
    return event or sentence.xpos[noun] == "NNS"


def with_remarks(sentence: Sentence) -> Sentence:
    """Return a parse in which a noun behind a dash ends a clause ("He called it wrong - words *she said* hurt").

    What somebody said of the noun describes it, and tells nothing of the clause before.
    """
    report = sentence.root
    told = [at for at in sentence.children(report, "ccomp") if at > report]
    if sentence.lemmas[report] not in words("verbs", "saying") or len(told) != 1:
        return sentence
    if any(has(sentence, told[0], subject) for subject in SUBJECTS):
        return sentence
    for noun in sentence.children(report, "obj", "ccomp", "obl:unmarked"):
        speakers = [at for at in sentence.children(report, "nsubj") if noun < at < report]
        mains = [at for at in sentence.children(report, "ccomp") if at < noun and sentence.upos[at] == "VERB"]
        behind = noun > 0 and sentence.words[noun - 1] in {"-", "--", "–", "—"}
        if behind and noun < report and speakers and len(mains) == 1 and sentence.upos[noun] == "NOUN":
            changes: Changes = {mains[0]: (ROOT, "root"), noun: (mains[0], "appos"), report: (noun, "acl:relcl")}
            marks = [at for at in sentence.children(report, "punct") if at > report]
            changes |= dict.fromkeys(marks, (mains[0], "punct"))
            lost = [at for at in sentence.children(report, "obl", "obl:unmarked", "dislocated") if at < mains[0]]
            lost = [at for at in lost if sentence.upos[at] in {"NOUN", "PROPN"} and not has(sentence, at, "case")]
            if len(lost) == 1 and not has(sentence, mains[0], "nsubj") and may_be_past(sentence.words[mains[0]]):
                return moved(sentence, changes | {lost[0]: (mains[0], "nsubj")}, {mains[0]: ("VERB", "VBD")})
            return moved(sentence, changes)
    return sentence
