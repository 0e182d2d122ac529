"""Past tenses and participles that were taken for one another where two of them stand in one clause."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import FINITE
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle, may_be_past
from timeline.syntax.sentence import ROOT
from timeline.tenses import verb_group
from timeline.wordlists import words

_OPENED = (*SUBJECTS, "mark", "case")


def with_last_past(sentence: Sentence) -> Sentence:
    """Return a parse in which of two pasts that nothing joins the last is the clause's ("A man shot in May *died*").

    What stands between them goes with the first.
    """
    for verb in range(2, len(sentence)):
        done = sentence.heads[verb]
        lone = sentence.deprels[verb] == "advcl" and sentence.xpos[verb] == "VBD" and 0 < done < verb - 1
        own = any(has(sentence, verb, part) for part in SUBJECTS | {"mark", "cc", "aux", "aux:pass"})
        if not lone or own or sentence.words[verb - 1] == "," or not _may_describe(sentence, done):
            continue
        between = {word.lower() for word in sentence.words[done:verb]}
        if between & words("grammar", "time_conjunction"):
            continue  # "it changed since a storm months ago wrecked it"
        noun = sentence.children(done, "nsubj")[0]
        changes: Changes = {verb: (sentence.heads[done], sentence.deprels[done]), noun: (verb, "nsubj")}
        changes |= {at: (verb, sentence.deprels[at]) for at in sentence.children(done) if at > verb or at < noun}
        changes |= {at: (done, sentence.deprels[at]) for at in sentence.children(verb) if at < verb}
        return moved(sentence, changes | {done: (noun, "acl")}, {done: ("VERB", "VBN")})
    return sentence


def _may_describe(sentence: Sentence, done: int) -> bool:
    """Say whether a past with a subject before it and no object may be a participle."""
    subjects = sentence.children(done, "nsubj")
    transitive = may_be_participle(sentence.words[done]) and sentence.lemmas[done] not in words("verbs", "intransitive")
    past = sentence.xpos[done] == "VBD" and verb_group(sentence, done) == [done]
    return past and transitive and len(subjects) == 1 and subjects[0] < done and not has(sentence, done, "obj")


def with_first_past(sentence: Sentence) -> Sentence:
    """Return a parse in which a past right behind an object describes it ("It brought plans *made* in May nearer").

    Such a past has no subject, and the verb before it has one.
    """
    read = sentence.root
    described = sentence.xpos[read] in {"VBD", "VBN"} and may_be_participle(sentence.words[read])
    if not described or any(has(sentence, read, part) for part in SUBJECTS):
        return sentence
    for verb in sentence.children(read, "ccomp"):
        objects = sentence.children(verb, "obj")
        whole = sentence.xpos[verb] in FINITE and has(sentence, verb, "nsubj") and objects == (read - 1,)
        if verb < read and whole:
            changes: Changes = {verb: (ROOT, "root"), read: (read - 1, "acl")}
            changes |= {at: (verb, sentence.deprels[at]) for at in sentence.children(read, "punct")}
            nearer = (at for at in sentence.children(read) if at > read and sentence.xpos[at] in {"JJR", "RBR"})
            changes |= dict.fromkeys(nearer, (verb, "xcomp"))
            return moved(sentence, changes, {read: ("VERB", "VBN")})
    return sentence


def with_helped_verbs(sentence: Sentence) -> Sentence:
    """Return a parse in which what has a tense describes no noun ("farmers saying troops *had attacked* farms")."""
    for verb in range(2, len(sentence)):
        thing = sentence.heads[verb]
        helpers = [at for at in sentence.children(verb, "aux") if sentence.xpos[at] in FINITE | {"MD"}]
        if sentence.deprels[verb] != "amod" or thing < verb or not helpers:
            continue
        above, doer = sentence.heads[thing], helpers[0] - 1
        if 0 <= above < doer and sentence.heads[doer] == above and sentence.upos[doer] in {"NOUN", "PROPN", "PRON"}:
            changes: Changes = {verb: (above, "ccomp"), doer: (verb, "nsubj"), thing: (verb, "obj")}
            return moved(sentence, changes, {verb: ("VERB", "VBN")})
    return sentence


def with_absolutes(sentence: Sentence) -> Sentence:
    """Return a parse in which "with" opens no tensed clause ("with farmers *saying* troops had burned farms")."""
    for verb in range(4, len(sentence)):
        helpers = [at for at in sentence.children(verb, "aux", "aux:pass") if sentence.xpos[at] in FINITE | {"MD"}]
        opens = any(sentence.words[at].lower() == "with" for at in sentence.children(verb, "mark"))
        speakers = sentence.children(verb, "nsubj", "nsubj:pass")
        if not helpers or not opens or len(speakers) != 1:
            continue
        doer = helpers[0] - 1
        saying = sentence.heads[doer]
        says = sentence.xpos[saying] == "VBG" and sentence.lemmas[saying] in words("verbs", "saying")
        if says and sentence.heads[saying] == speakers[0] and sentence.deprels[doer] == "obj":
            first = [at for at in sentence.children(verb, "mark", "punct") if at < speakers[0]]
            changes: Changes = {at: (saying, sentence.deprels[at]) for at in first}
            changes |= {saying: (sentence.heads[verb], sentence.deprels[verb]), speakers[0]: (saying, "nsubj")}
            return moved(sentence, changes | {verb: (saying, "ccomp"), doer: (verb, sentence.deprels[speakers[0]])})
    return sentence


def with_past_before_an_amount(sentence: Sentence) -> Sentence:
    """Return a parse in which a deed told "a day after" another is a verb ("Miners *met*, a day after it shut").

    The clause behind "after" has its own noun, so the first past is that of the noun before it.
    """
    verb = sentence.root
    subjects = [at for at in sentence.children(verb, "nsubj") if at < verb]
    if sentence.xpos[verb] != "VBD" or len(subjects) != 1 or verb_group(sentence, verb) != [verb]:
        return sentence
    doer = verb - 1
    unit = sentence.heads[doer]
    joints = [at for at in sentence.children(doer, "case") if sentence.words[at].lower() in {"after", "before"}]
    counted = bool(joints) and unit == joints[0] - 1 and sentence.lemmas[unit].lower() in words("nouns", "frame")
    for done in sentence.children(subjects[0], "acl"):
        read = sentence.xpos[done] == "VBN" and may_be_past(sentence.words[done]) and done < unit
        if counted and read and verb_group(sentence, done) == [done] and sentence.words[done + 1] != ",":
            changes: Changes = {done: (ROOT, "root"), subjects[0]: (done, "nsubj"), verb: (done, "advcl")}
            changes |= {doer: (verb, "nsubj"), joints[0]: (verb, "mark"), unit: (verb, "obl:unmarked")}
            changes |= dict.fromkeys(sentence.children(verb, "punct"), (done, "punct"))
            return moved(sentence, changes, {done: ("VERB", "VBD")})
    return sentence


def with_past_on_a_happening(sentence: Sentence) -> Sentence:
    """Return a parse in which a past read as a noun is what its sentence tells ("Strikes in Lund *drew* crowds").

    What stands between goes with the noun.
    """
    noun = sentence.root
    if sentence.upos[noun] != "NOUN" or any(has(sentence, noun, part) for part in (*SUBJECTS, "cop", "aux")):
        return sentence
    for verb in range(noun + 1, len(sentence)):
        above = sentence.heads[verb]
        thing = above if above > verb and sentence.deprels[verb] in {"compound", "amod"} else verb
        past = sentence.xpos[verb] == "VBD" and sentence.upos[verb] == "VERB"
        read = sentence.heads[thing] == noun and sentence.deprels[thing] in {"nmod", "appos", "compound"}
        if past and read and not any(has(sentence, at, part) for at in (verb, thing) for part in _OPENED):
            changes: Changes = {thing: (verb, "obj"), verb: (ROOT, "root"), noun: (verb, "nsubj")}
            before = [at for at in sentence.children(verb) if noun < at < verb]
            changes |= {at: (noun, sentence.deprels[at].replace("compound", "nmod")) for at in before}
            changes |= {at: (verb, sentence.deprels[at]) for at in sentence.children(noun) if at > verb and at != thing}
            return moved(sentence, changes)
    return sentence
