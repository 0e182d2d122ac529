"""People who are described before they are named, and what an "as" behind them opens."""

from collections.abc import Iterator

from timeline.clauses import SUBJECTS
from timeline.mend.tags import FINITE
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle, may_be_past
from timeline.tenses import tense_of, verb_group
from timeline.wordlists import words
from timeline.words import fold

_OPENING = frozenset({"after", "as", "because", "before", "when", "while"})


def with_described_people(sentence: Sentence) -> Sentence:
    """Return a parse in which what describes somebody before their name is no verb.

    "The guard *held* last week over the loss of a key, Al Orr, was charged": he was held, and was charged.
    """
    for name, end in _set_off_names(sentence):
        verb = next((at for at in range(end + 2, len(sentence)) if _is_verb_at(sentence, at, end + 2)), None)
        if verb is None or any(has(sentence, verb, part) for part in SUBJECTS):
            continue
        for done in range(name - 1, 0, -1):
            beside = sentence.heads[done] == verb or sentence.heads[verb] in {done, sentence.heads[done]}
            if beside and _may_be_done_to(sentence, done):
                noun, subject = done - 1, "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
                changes: Changes = {at: (done, sentence.deprels[at]) for at in sentence.children(verb) if at < name}
                changes |= {at: (verb, sentence.deprels[at]) for at in sentence.children(done) if at > end}
                changes |= {noun: (verb, subject), done: (noun, "acl"), name: (noun, "appos"), end + 1: (name, "punct")}
                if sentence.heads[verb] == done:
                    changes[verb] = sentence.heads[done], sentence.deprels[done]
                return moved(sentence, changes, {done: ("VERB", "VBN")})
    return sentence


def _is_verb_at(sentence: Sentence, verb: int, first: int) -> bool:
    """Say whether a verb begins at a token, with its auxiliaries."""
    return sentence.upos[verb] == "VERB" and min(verb_group(sentence, verb)) == first


def _may_be_done_to(sentence: Sentence, done: int) -> bool:
    """Say whether a past right behind somebody, who was read as doing it, may tell what was done to them."""
    lemma, group = sentence.lemmas[done], verb_group(sentence, done)
    past = sentence.xpos[done] == "VBD" and group == [done] and may_be_participle(sentence.words[done])
    somebody = sentence.children(done, "nsubj") == (done - 1,) and _is_somebody(sentence, done - 1)
    return past and somebody and not has(sentence, done, "obj") and lemma not in words("verbs", "intransitive")


def with_names_of_the_described(sentence: Sentence) -> Sentence:
    """Return a parse in which a name names who is described before it ("the man accused of theft, *Al Orr*, fled")."""
    for name, end in _set_off_names(sentence):
        thing = sentence.heads[name]
        given = fold(sentence.words[name]) in words("names", "female") | words("names", "male")
        if _is_somebody(sentence, thing) or (sentence.upos[thing] == "PROPN" and not given):
            continue
        above = ancestors(sentence, thing)
        for verb in above:
            noun = sentence.heads[verb]
            described = sentence.deprels[verb] == "acl" and verb == noun + 1 and sentence.xpos[verb] == "VBN"
            if described and _is_somebody(sentence, noun):
                return moved(sentence, {name: (noun, "appos"), end + 1: (name, "punct")})
    return sentence


def with_clauses_behind_as(sentence: Sentence) -> Sentence:
    """Return a parse in which the verb before an "as" has its subject, and the one behind it is no main one.

    "Pressure *mounted* on the coach as his side were beaten": read with a pressure, mounted, that was beaten.
    """
    verb = sentence.root
    marks = [at for at in sentence.children(verb, "mark") if sentence.words[at].lower() in _OPENING]
    for noun in sentence.children(verb, "nsubj", "nsubj:outer") if marks else ():
        own = [at for part in SUBJECTS for at in sentence.children(verb, part) if marks[0] < at < verb]
        done = noun + 1
        past = sentence.deprels[done] == "acl" and sentence.heads[done] == noun and may_be_past(sentence.words[done])
        if own and done < marks[0] and past:
            changes: Changes = {done: (-1, "root"), noun: (done, "nsubj"), verb: (done, "advcl")}
            changes |= dict.fromkeys(sentence.children(verb, "punct"), (done, "punct"))
            return moved(sentence, changes, {done: ("VERB", "VBD")})
    return sentence


def with_doers_behind_as(sentence: Sentence) -> Sentence:
    """Return a parse in which "as" before what is somebody's, and a past, opens a clause ("as *his side* lost")."""
    for done in range(3, len(sentence)):
        noun, above = done - 1, sentence.heads[done - 1]
        past = sentence.xpos[done] == "VBN" and may_be_past(sentence.words[done]) and sentence.heads[done] == noun
        opening = [at for at in sentence.children(noun, "case") if sentence.words[at].lower() == "as"]
        tensed = above >= 0 and tense_of(sentence, verb_group(sentence, above))[0] and sentence.xpos[above] in FINITE
        behind = sentence.words[done + 1].lower() if done + 1 < len(sentence) else ""
        if past and opening and tensed and has(sentence, noun, "nmod:poss") and behind != "by":
            changes: Changes = {noun: (done, "nsubj"), done: (above, "advcl"), opening[0]: (done, "mark")}
            return moved(sentence, changes, {done: ("VERB", "VBD"), opening[0]: ("SCONJ", "IN")})
    return sentence


def _set_off_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of each name of two words or more that stands between commas beside a noun."""
    for name in range(3, len(sentence) - 2):
        flat = sentence.children(name, "flat")
        if sentence.deprels[name] != "appos" or sentence.upos[name] != "PROPN" or not flat:
            continue
        if sentence.words[name - 1] == "," and flat[-1] + 2 < len(sentence) and sentence.words[flat[-1] + 1] == ",":
            yield name, flat[-1]


def _is_somebody(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun calls one person."""
    human = words("nouns", "person") | words("nouns", "human") | words("nouns", "crowd")
    return sentence.xpos[noun] == "NN" and sentence.lemmas[noun].lower() in human
