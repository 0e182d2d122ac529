"""Verbs that a parse lost, and the subjects they take with them: a participle or a description was read as the verb."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import FINITE, TENSED
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle, may_be_past
from timeline.syntax.sentence import ROOT
from timeline.tenses import tense_of, verb_group
from timeline.wordlists import words

_DASHES = frozenset({"-", "--", "–", "—"})
_PLANNED = {"aux": "cop", "aux:pass": "cop", "nsubj:pass": "nsubj"}


def with_verb_behind_aside(sentence: Sentence) -> Sentence:
    """Return a parse in which a full sentence has a verb behind an aside ("The rocket, an old one, lifted off.")."""
    noun = sentence.root
    tensed = any(tag in TENSED for tag in sentence.xpos)
    if sentence.upos[noun] not in {"NOUN", "PROPN"} or tensed or sentence.words[-1] != ".":
        return sentence
    for verb in sentence.children(noun, "acl"):
        between = sentence.words[noun + 1 : verb]
        past = sentence.xpos[verb] == "VBN" and may_be_past(sentence.words[verb])
        if past and between[:1] == (",",) and between[-1] == "," and len(between) > 1:
            changes = {verb: (ROOT, "root"), noun: (verb, "nsubj")}
            return _raised(sentence, verb, changes)
    return sentence


def with_verb_behind_dashes(sentence: Sentence) -> Sentence:
    """Return a parse in which a participle between dashes is no verb ("The team - made up of nine men - flew in")."""
    dashes = [at for at in range(1, len(sentence) - 1) if sentence.words[at] in _DASHES and _is_apart(sentence, at)]
    if len(dashes) != 2:
        return sentence
    read, verb, root = dashes[0] + 1, dashes[1] + 1, sentence.root
    subjects = [root] if root < dashes[0] else [noun for noun in sentence.children(read, "nsubj") if noun < dashes[0]]
    tensed = tense_of(sentence, verb_group(sentence, verb))[0] and sentence.upos[verb] == "VERB"
    whole = any(has(sentence, verb, part) for part in SUBJECTS) or root not in {read, *subjects}
    if not (tensed and subjects and may_be_participle(sentence.words[read])) or whole:
        return sentence
    changes = {verb: (ROOT, "root"), subjects[0]: (verb, "nsubj"), read: (subjects[0], "acl")}
    return moved(_raised(sentence, verb, changes), {}, {read: ("VERB", "VBN")})


def _is_apart(sentence: Sentence, at: int) -> bool:
    """Say whether a token stands between blanks: a dash, not the hyphen of a word."""
    return (
        sentence.spans[at - 1].end < sentence.spans[at].start and sentence.spans[at].end < sentence.spans[at + 1].start
    )


def with_verb_behind_participle(sentence: Sentence) -> Sentence:
    """Return a parse in which what is said has a subject: "The plan, announced in May, failed": the plan failed."""
    read = sentence.root
    subjects = sentence.children(read, "nsubj")
    whole = any(sentence.lemmas[read] in words("verbs", kind) for kind in ("plain_saying", "intransitive", "stative"))
    if sentence.xpos[read] != "VBD" or whole or not subjects or subjects[0] > read or '"' in sentence.words:
        return sentence
    for verb in sentence.children(read, "ccomp", "advcl"):
        group = verb_group(sentence, verb)
        set_off = _is_set_off(sentence, read, min(group))
        if not set_off and (sentence.deprels[verb] == "advcl" or has(sentence, verb, "cop")):
            continue
        own = any(has(sentence, verb, part) for part in SUBJECTS | {"mark"})
        if verb > read and not own and tense_of(sentence, group)[0] and may_be_participle(sentence.words[read]):
            relation = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
            changes = {verb: (ROOT, "root"), subjects[0]: (verb, relation), read: (subjects[0], "acl")}
            told = _raised(sentence, verb, changes)
            return moved(told, {}, {read: ("VERB", "VBN")})
    return sentence


def _is_set_off(sentence: Sentence, participle: int, verb: int) -> bool:
    """Say whether commas stand around a participle without an object ("the bid, *announced in May*, is fair")."""
    around = sentence.words[participle - 1] == "," == sentence.words[verb - 1]
    return around and participle < verb - 1 and not has(sentence, participle, "obj")


def with_participle_before(sentence: Sentence) -> Sentence:
    """Return a parse in which what describes the subject is no clause ("Data published Friday showed that ...")."""
    verb = sentence.root
    if sentence.xpos[verb] not in FINITE:
        return sentence
    for participle in sentence.children(verb, "nsubj"):
        nouns = sentence.children(participle, "compound")
        read = sentence.xpos[participle] in {"VBN", "VBD"} and nouns == (participle - 1,)
        if read and sentence.xpos[participle - 1].startswith("NN") and may_be_participle(sentence.words[participle]):
            changes = {nouns[0]: (verb, "nsubj"), participle: (nouns[0], "acl")}
            return moved(sentence, changes, {participle: ("VERB", "VBN")})
    if any(has(sentence, verb, part) for part in SUBJECTS):
        return sentence
    return _with_noun_before(sentence, verb)


def _with_noun_before(sentence: Sentence, verb: int) -> Sentence:
    for participle in sentence.children(verb, "ccomp"):
        nouns = sentence.children(participle, "nsubj", "nsubj:pass")
        bare = len(nouns) == 1 and verb_group(sentence, participle) == [participle] and "," not in sentence.words[:verb]
        if participle < verb and bare and nouns[0] < participle and may_be_participle(sentence.words[participle]):
            changes = {nouns[0]: (verb, "nsubj"), participle: (nouns[0], "acl")}
            return moved(sentence, changes, {participle: ("VERB", "VBN")})
    return sentence


def with_set_off_participles(sentence: Sentence) -> Sentence:
    """Return a parse in which a participle behind its noun and a comma describes it ("Berg, held in May, left")."""
    for participle in range(2, len(sentence) - 1):
        verb = sentence.heads[participle]
        read = sentence.deprels[participle] == "advcl" and sentence.xpos[participle] in {"VBN", "VBD"}
        read = read and verb > participle and sentence.words[participle - 1] == ","
        if not read or not may_be_participle(sentence.words[participle]) or has(sentence, participle, "mark"):
            continue
        if verb_group(sentence, participle) != [participle]:
            continue
        noun = _noun_set_off(sentence, participle, verb)
        if noun is not None:
            changes = {noun: (verb, sentence.deprels[noun]), participle: (noun, "acl")}
            return moved(sentence, changes, {participle: ("VERB", "VBN")})
    return sentence


def _noun_set_off(sentence: Sentence, participle: int, verb: int) -> int | None:
    """Return the subject that ends right before the comma before a participle, whichever verb it was hung on."""
    own, main = sentence.children(participle, "nsubj"), sentence.children(verb, "nsubj", "nsubj:pass")
    if bool(own) == bool(main):
        return None
    noun = (own or main)[0]
    last = max(index for index in sentence.subtree(noun) if sentence.words[index] != "," or index < noun)
    return noun if last == participle - 2 else None


def with_listed_pasts(sentence: Sentence) -> Sentence:
    """Return a parse in which the last of several deeds is past as the first is ("left in May and retired in June")."""
    tags: dict[int, tuple[str, str]] = {}
    for verb in range(1, len(sentence)):
        first = sentence.heads[verb]
        read = sentence.xpos[verb] == "VBN" and sentence.deprels[verb] == "conj" and first >= 0
        alone = not any(has(sentence, verb, part) for part in ("aux", "aux:pass", *SUBJECTS))
        if read and alone and sentence.xpos[first] == "VBD" and may_be_past(sentence.words[verb]):
            tags[verb] = ("VERB", "VBD")
    middle = [verb for verb in range(1, len(sentence)) if _is_listed(sentence, verb)]
    tags |= dict.fromkeys(middle, ("VERB", "VBD"))
    changes: Changes = {verb: (sentence.heads[verb], "conj") for verb in middle}
    for verb in middle:  # what is joined to one of them is past as well
        tags |= {each: ("VERB", "VBD") for each in sentence.children(verb, "conj") if may_be_past(sentence.words[each])}
    return moved(sentence, changes, tags) if tags else sentence


def _is_listed(sentence: Sentence, verb: int) -> bool:
    """Say whether a participle behind a comma is a deed in a list of them ("was born in Lund, *moved* away and wed").

    Beside a passive only a verb of going is one: "was born in Lund, raised in Oslo and moved to Bonn".
    """
    first, tag = sentence.heads[verb], sentence.xpos[verb]
    past = tag == "VBD" or (tag == "VBN" and may_be_past(sentence.words[verb]))
    if not past or sentence.deprels[verb] != "advcl" or not 0 <= first < verb or sentence.words[verb - 1] != ",":
        return False
    later = sentence.children(first, "conj")
    later += tuple(each for one in later for each in sentence.children(one, "conj"))
    last = [each for each in later if each > verb and sentence.xpos[each] == "VBD"]
    alone = not any(has(sentence, verb, part) for part in ("aux", "aux:pass", "mark", *SUBJECTS))
    active = sentence.lemmas[verb] in words("verbs", "intransitive") | words("verbs", "course_of_life")
    if active:  # "was born in 1950, *moved* in 1960 and retired in 1999", the last one read as joined to the second
        last += [each for each in sentence.children(verb, "conj") if sentence.xpos[each] in {"VBD", "VBN"}]
    goes = active or not has(sentence, first, "aux:pass")
    return alone and goes and any(has(sentence, each, "cc") for each in last)


def with_verb_within(sentence: Sentence) -> Sentence:
    """Return a parse in which a full sentence has a verb ("Clashes in Lund after the prayers led to a curfew.")."""
    noun = sentence.root
    tags = {tag for at, tag in enumerate(sentence.xpos) if sentence.deprels[at] not in {"amod", "compound"}}
    tensed = not tags.isdisjoint(TENSED)
    if sentence.upos[noun] != "NOUN" or tensed or sentence.words[-1] != "." or "," in sentence.words[:noun]:
        return sentence
    raised = _with_described_object(sentence, noun)
    if raised is not sentence or "," in sentence.words:
        return raised
    for verb in reversed(sentence.subtree(noun)):
        read = sentence.deprels[verb] == "acl" and sentence.xpos[verb] == "VBN" and sentence.heads[verb] != noun
        if read and may_be_past(sentence.words[verb]):
            return _raised(sentence, verb, {verb: (ROOT, "root"), noun: (verb, "nsubj")})
    return sentence


def _with_described_object(sentence: Sentence, noun: int) -> Sentence:
    """Return a parse in which a past tense behind a noun describes nothing ("The bank raised rates.")."""
    for verb in sentence.children(noun, "amod", "compound"):
        before = verb - 1
        past = sentence.xpos[verb] in {"VBN", "VBD"} and may_be_past(sentence.words[verb])
        doer = before >= 0 and sentence.upos[before] in {"NOUN", "PROPN"}
        if past and doer and verb < noun and all(sentence.upos[at] in {"ADJ", "NOUN"} for at in range(verb + 1, noun)):
            own = {at for at in sentence.children(noun) if at < before} - set(sentence.subtree(before))
            changes = {verb: (ROOT, "root"), before: (verb, "nsubj"), noun: (verb, "obj")}
            changes |= {at: (before, sentence.deprels[at]) for at in own}
            return moved(_raised(sentence, verb, changes), {}, {verb: ("VERB", "VBD")})
    return sentence


def with_verb_that_agrees(sentence: Sentence) -> Sentence:
    """Return a parse in which one name has no plural verb ("Norland, a land loath to join, recalled its envoy")."""
    read = sentence.root
    if sentence.xpos[read] != "VBP":
        return sentence
    names = sentence.children(read, "nsubj")
    described = sentence.children(names[0], "appos") if len(names) == 1 and sentence.xpos[names[0]] == "NNP" else ()
    if not described or sentence.children(names[0], "conj") or not described[0] < read:
        return sentence
    for verb in sentence.subtree(read):
        group = verb_group(sentence, verb)
        alone = verb > read and not any(has(sentence, verb, part) for part in SUBJECTS | {"cc", "mark"})
        if alone and sentence.xpos[verb] == "VBD" and sentence.words[min(group) - 1] == ",":
            changes = {verb: (ROOT, "root"), names[0]: (verb, "nsubj"), read: (described[0], "amod")}
            return moved(_raised(sentence, verb, changes), {}, {read: ("ADJ", "JJ")})
    return sentence


def with_verb_joined(sentence: Sentence) -> Sentence:
    """Return a parse in which a verb joined to a participle without "and" is the clause's ("men found here came")."""
    for participle in range(1, len(sentence) - 1):
        bare = sentence.xpos[participle] == "VBN" and verb_group(sentence, participle) == [participle]
        if not bare or sentence.deprels[participle] not in {"advcl", "ccomp", "root"}:
            continue
        nouns = [
            child
            for child in sentence.children(participle, "obl", "nsubj", "nsubj:pass", "obl:unmarked")
            if child < participle and sentence.upos[child] in {"NOUN", "PROPN"} and not has(sentence, child, "case")
        ]
        for verb in sentence.children(participle, "conj"):
            own = any(has(sentence, verb, part) for part in SUBJECTS | {"cc"})
            if len(nouns) == 1 and not own and sentence.xpos[verb] == "VBD" and sentence.words[verb - 1] != ",":
                opening = [child for child in sentence.children(participle, "mark", "punct") if child < nouns[0]]
                marks = {child: (verb, sentence.deprels[child]) for child in opening}
                above = (sentence.heads[participle], sentence.deprels[participle])
                changes = {verb: above, nouns[0]: (verb, "nsubj"), participle: (nouns[0], "acl")}
                return moved(sentence, changes | marks)
    return sentence


def with_subjects_before_adverbs(sentence: Sentence) -> Sentence:
    """Return a parse in which a name before an adverb is the verb's ("when Norland briefly closed its border")."""
    for name in range(len(sentence) - 2):
        adverb = sentence.heads[name]
        if sentence.upos[name] not in {"PROPN", "NOUN"} or adverb <= name or sentence.upos[adverb] != "ADV":
            continue
        if sentence.lemmas[name] in words("nouns", "frame"):
            continue  # "six months ago" does nothing
        verb = sentence.heads[adverb]
        if sentence.deprels[name] not in {"compound", "amod", "obl:unmarked", "nmod"} or verb < adverb:
            continue
        tensed = tense_of(sentence, verb_group(sentence, verb))[0]
        if tensed and not any(has(sentence, verb, part) for part in SUBJECTS):
            return moved(sentence, {name: (verb, "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj")})
    return sentence


def with_plans(sentence: Sentence) -> Sentence:
    """Return a parse in which "due to" before a verb tells a plan, and no cause ("a match due to be played")."""
    for due in range(1, len(sentence) - 2):
        if sentence.words[due].lower() != "due" or sentence.words[due + 1].lower() != "to":
            continue
        verb = due + 3 if sentence.words[due + 2].lower() == "be" and due + 3 < len(sentence) else due + 2
        bare = sentence.xpos[due + 2] == "VB"
        if not bare or sentence.heads[due] != verb or sentence.deprels[due] == "xcomp":
            continue
        joined = sentence.children(verb, "conj")
        above = {
            child: (due, _PLANNED.get(sentence.deprels[child], sentence.deprels[child]))
            for child in sentence.children(verb)
            if child < due or sentence.words[child] == "." or child in joined
        }
        changes = above | {due: (sentence.heads[verb], sentence.deprels[verb]), verb: (due, "xcomp")}
        if sentence.upos[due - 1] in {"NOUN", "PROPN"} and sentence.deprels[due - 1] == "obj":
            changes[due] = (due - 1, "acl")  # "met crews due to arrive"
        return moved(sentence, changes | {due + 1: (verb, "mark")}, {due: ("ADJ", "JJ")})
    return sentence


def _raised(sentence: Sentence, verb: int, changes: Changes) -> Sentence:
    """Return a sentence with a verb for its root, and its last marks on the verb; a participle is a past tense then."""
    ends = {mark: (verb, "punct") for mark in sentence.children(sentence.root, "punct") if mark > verb}
    past = {verb: ("VERB", "VBD")} if sentence.xpos[verb] == "VBN" and verb_group(sentence, verb) == [verb] else {}
    return moved(sentence, changes | ends, past)
