"""Clauses whose verb was read as describing an amount, or whose subject as standing behind a preposition."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import TENSED, VERBAL
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle

_SHARES = frozenset({"percent", "%", "per cent", "cent", "pct"})
_COMPARING = frozenset({"compare", "base", "adjust", "give"})
_OF_NOUNS = frozenset({"nummod", "det", "amod", "compound", "nmod", "case"})
_INSIDE = frozenset({"in", "at", "from"})


def with_measured_participles(sentence: Sentence) -> Sentence:
    """Return a parse in which an amount says how far something was done ("the roof was 40 percent *rebuilt*")."""
    for share in range(2, len(sentence) - 1):
        verb = share + 1
        done = sentence.heads[verb] == share and sentence.deprels[verb] == "acl" and sentence.xpos[verb] == "VBN"
        told = has(sentence, share, "cop") and sentence.words[share].lower() in _SHARES
        if not (done and told) or sentence.lemmas[verb] in _COMPARING:
            continue
        renamed = {"cop": "aux:pass", "nsubj": "nsubj:pass"}
        changes: Changes = {
            child: (verb, renamed.get(sentence.deprels[child], sentence.deprels[child]))
            for child in sentence.children(share)
            if child != verb and sentence.deprels[child].partition(":")[0] not in _OF_NOUNS
        }
        changes |= {verb: (sentence.heads[share], sentence.deprels[share]), share: (verb, "obl:unmarked")}
        return moved(sentence, changes)
    return sentence


def with_led_subjects(sentence: Sentence) -> Sentence:
    """Return a parse in which no subject stands behind a preposition ("deaths told of *in Lund* brought fear")."""
    for verb in range(2, len(sentence)):
        above = sentence.heads[verb]
        read = 0 <= above < verb and sentence.upos[above] in VERBAL and may_be_participle(sentence.words[above])
        if not read or sentence.deprels[verb] != "ccomp" or sentence.xpos[verb] not in TENSED:
            continue
        for noun in sentence.children(verb, *SUBJECTS):
            cases = [at for at in sentence.children(noun, "case") if sentence.words[at].lower() in _INSIDE]
            if cases and cases[0] == above + 1:
                return moved(sentence, {noun: (above, "obl")})
    return sentence
