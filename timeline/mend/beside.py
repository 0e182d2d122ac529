"""Two clauses that "and" joins, where the object of the first was read as a subject of the second."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import NOMINAL, TENSED
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_past
from timeline.syntax.sentence import ROOT
from timeline.tenses import tense_of, verb_group
from timeline.wordlists import words
from timeline.words import MONTHS, WEEKDAYS

_ADDED = ("obl", "advmod", "advcl")  # what a verb has behind it, and the one before it may have been given


def with_clauses_beside(sentence: Sentence) -> Sentence:
    """Return a parse in which each of two verbs has its own noun ("Police held a man and miners burned cars").

    Only verbs of saying and thinking have a clause behind them that no "that" opens.
    """
    for first in range(1, len(sentence) - 1):
        if sentence.upos[first] != "VERB" or sentence.xpos[first] not in TENSED or _takes_clause(sentence, first):
            continue
        for second in sentence.children(first, "ccomp", "xcomp"):
            group = verb_group(sentence, second)
            finite = tense_of(sentence, group)[0] and sentence.xpos[group[0]] in TENSED - {"VBP"}
            own = any(has(sentence, second, subject) for subject in SUBJECTS)
            lost = own != has(sentence, first, "obj")  # one of the two has lost its noun to the other
            if second > first + 1 and finite and lost and not has(sentence, second, "mark"):
                changes = _parted(sentence, first, second, min(group))
                if changes:
                    return moved(sentence, changes)
    return sentence


def _takes_clause(sentence: Sentence, verb: int) -> bool:
    kinds = ("saying", "thinking", "planning")
    clausal = any(sentence.lemmas[verb] in words("verbs", kind) for kind in kinds)
    return clausal and sentence.lemmas[verb] not in words("verbs", "done_or_said")


def _parted(sentence: Sentence, first: int, second: int, end: int) -> Changes:
    """Return what to move where the words between two verbs are two nouns with one "and" between them."""
    between = range(first + 1, end)
    joints = [at for at in between if sentence.words[at].lower() in {"and", "but"}]
    if len(joints) != 1 or any(sentence.upos[at] not in NOMINAL for at in between):
        return {}
    left, right = range(first + 1, joints[0]), range(joints[0] + 1, end)
    done = [at for at in left if sentence.heads[at] not in left]
    doers = [at for at in right if sentence.heads[at] not in right]
    owners = {at for at in doers if sentence.xpos[min(at + 1, end)] == "POS"}
    heads = [at for at in doers if at not in owners]
    if len(done) != 1 or len(heads) != 1 or sentence.upos[heads[0]] not in {"NOUN", "PROPN", "PRON"}:
        return {}
    changes: Changes = {done[0]: (first, "obj"), joints[0]: (second, "cc"), second: (first, "conj")}
    changes[heads[0]] = (second, "nsubj:pass" if has(sentence, second, "aux:pass") else "nsubj")
    return changes | dict.fromkeys(owners, (heads[0], "nmod:poss"))


def with_first_verb(sentence: Sentence) -> Sentence:
    """Return a parse in which each of two verbs has its noun ("Pressure rose after Lund left and Peru said ...")."""
    last = sentence.root
    subjects, group = sentence.children(last, "nsubj"), verb_group(sentence, last)
    if len(subjects) != 1 or subjects[0] > last or not tense_of(sentence, group)[0]:
        return sentence
    first, doer = subjects[0] + 1, _noun_before(sentence, min(group))
    read = sentence.heads[first] == subjects[0] and sentence.deprels[first] == "acl"
    read = read and sentence.xpos[first] in {"VBN", "VBD"}
    if not read or doer is None or doer <= first or not may_be_past(sentence.words[first]):
        return sentence
    changes: Changes = {first: (ROOT, "root"), subjects[0]: (first, "nsubj"), last: (first, "conj")}
    changes |= {doer: (last, sentence.deprels[subjects[0]])}
    changes |= dict.fromkeys(sentence.children(doer, "cc"), (last, "cc"))
    between = [at for at in sentence.children(last) if first < at < min(sentence.children(doer, "cc"))]
    changes |= {at: (first, "advcl" if sentence.deprels[at] == "ccomp" else sentence.deprels[at]) for at in between}
    return moved(sentence, changes, {first: ("VERB", "VBD")})


def _noun_before(sentence: Sentence, verb: int) -> int | None:
    """Return the noun right before a verb that "and" joins to what stands before it."""
    chain = [verb - 1]
    while sentence.deprels[chain[-1]] != "conj" and sentence.heads[chain[-1]] >= 0:
        chain.append(sentence.heads[chain[-1]])
    noun = chain[-1]
    joined = (
        sentence.deprels[noun] == "conj" and sentence.children(noun, "cc") and max(sentence.subtree(noun)) == verb - 1
    )
    return noun if joined and sentence.upos[noun] in {"NOUN", "PROPN"} else None


def with_nouns_joined_to_none(sentence: Sentence) -> Sentence:
    """Return a parse in which only a day is joined to a day ("It shut on Monday and *the firm filed* for protection").

    Nor is a noun joined to a verb ("It was shut and *guards fired* on the crowd").
    """
    for noun in range(2, len(sentence) - 1):
        verb, above = noun + 1, sentence.heads[noun]
        joint = sentence.children(noun, "cc")
        if sentence.deprels[noun] != "conj" or not joint or not 0 <= above < joint[0] or _is_time(sentence, noun):
            continue
        main = next((at for at in (above, *ancestors(sentence, above)) if sentence.upos[at] == "VERB"), -1)
        beside = sentence.heads[verb] == above == main and sentence.deprels[verb] == "conj"
        beside = beside or (sentence.heads[verb] == noun and sentence.deprels[verb] == "acl" and main >= 0)
        if not (beside and (_is_time(sentence, above) or above == main)) or not _is_past(sentence, verb):
            continue
        behind = [at for at in sentence.children(main) if at > verb and sentence.deprels[at].startswith(_ADDED)]
        changes: Changes = {verb: (main, "conj"), noun: (verb, "nsubj"), joint[0]: (verb, "cc")}
        return moved(sentence, changes | {at: (verb, sentence.deprels[at]) for at in behind}, {verb: ("VERB", "VBD")})
    return sentence


def _is_time(sentence: Sentence, noun: int) -> bool:
    named = sentence.words[noun] in {*WEEKDAYS, *MONTHS} or sentence.upos[noun] == "NUM"
    return named or sentence.lemmas[noun].lower() in words("nouns", "frame") | words("nouns", "part_of_day")


def _is_past(sentence: Sentence, verb: int) -> bool:
    """Say whether what was read as a participle without an auxiliary may be past, and not a passive cut short."""
    alone = sentence.xpos[verb] in {"VBN", "VBD"} and verb_group(sentence, verb) == [verb]
    alone = alone and not any(has(sentence, verb, part) for part in SUBJECTS)
    cut_short = sentence.lemmas[verb] in words("verbs", "toll") | words("verbs", "done_to")
    shoots = sentence.lemmas[verb] == "fire" and sentence.words[verb + 1].lower() in {"on", "at", "into"}
    cut_short = cut_short and not (shoots or sentence.children(verb, "obj"))  # "two were killed and a man held"
    return alone and not cut_short and may_be_past(sentence.words[verb])


def with_compounds(sentence: Sentence) -> Sentence:
    """Return a parse in which "tear gas" is a thing: no crowd tears gas.

    What was hung on the supposed verb hangs on the one that it was joined to.
    """
    for at in range(1, len(sentence) - 1):
        pair = f"{sentence.words[at]} {sentence.words[at + 1]}".lower()
        above, thing = sentence.heads[at], at + 1
        if pair not in words("nouns", "compound") or sentence.upos[at] != "VERB" or not 0 <= above < at:
            continue
        verb = sentence.upos[above] == "VERB"
        objects = sentence.children(above, "obj") if verb else ()
        changes: Changes = {at: (thing, "compound")}
        changes |= {c: (above, sentence.deprels[c]) for c in sentence.children(at) if c not in (thing, at - 1)}
        changes |= {c: (thing, sentence.deprels[c]) for c in sentence.children(at) if c == at - 1}
        changes[thing] = (objects[-1], "conj") if objects else (above, "obj" if verb else sentence.deprels[at])
        return moved(sentence, changes, {at: ("NOUN", "NN")})
    return sentence
