"""Which noun a time of a sentence dates instead of a clause: "Tuesday's *talks*", "the *floods* of 2005"."""

from collections.abc import Sequence
from datetime import date

from timeline.clauses import Clause
from timeline.model import AnchoredTimex
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words

_COURSE = frozenset({"after", "following", "in", "during"})  # what happens then is of the event's day, or the next
_LATER = frozenset({"after", "following", "since", "despite"})  # what happens so may happen long after
_SHORTEST_NAMING = 28  # days: what has a date to its name has a month or a year
_PRENOMINAL = frozenset(
    {"nmod:poss", "compound", "amod", "nmod:tmod", "nmod:unmarked", "nmod", "nummod", "obl:unmarked"}
)


def is_event_noun(sentence: Sentence, index: int) -> bool:
    """Say whether a token names a happening."""
    return sentence.lemmas[index].lower() in words("nouns", "event")


def modified(sentence: Sentence, tokens: Sequence[int]) -> int | None:
    """Return the noun that a time stands before and modifies ("Tuesday's talks", "the 2024 election")."""
    head = head_of(sentence, tokens)
    above = sentence.heads[head]
    if (
        above <= tokens[-1]
        or sentence.deprels[head] not in _PRENOMINAL
        or sentence.upos[above] not in {"NOUN", "PROPN"}
    ):
        return None
    between = range(tokens[-1] + 1, above)
    if any(sentence.upos[index] in {"VERB", "AUX", "ADP", "PUNCT"} for index in between):
        return None
    return above


def named_by(sentence: Sentence, time: AnchoredTimex, phrase: Sequence[int]) -> int | None:
    """Return the event noun that a month or a year behind "of" tells from others ("the floods of 2005").

    Or that somebody calls for or has plans for ("calling for a march on May 3"): the call came before.
    """
    first = phrase[0]
    if (wanted := called_for(sentence, first - 1)) is not None:
        return wanted
    if (told := _told_of_before(sentence, time, phrase)) is not None:
        return told
    if (since := _since_which(sentence, phrase)) is not None:
        return since
    if time.interval is None or time.interval.days < _SHORTEST_NAMING or sentence.words[first].lower() != "of":
        return None
    noun = sentence.heads[head_of(sentence, phrase)]
    return noun if 0 <= noun < first and is_event_noun(sentence, noun) else None


def _told_of_before(sentence: Sentence, time: AnchoredTimex, phrase: Sequence[int]) -> int | None:
    """Return the event noun that was over before what its clause tells ("points of his *earlier speeches* in May")."""
    noun = sentence.heads[head_of(sentence, phrase)]
    if time.interval is not None and time.interval.days >= _SHORTEST_NAMING:
        noun = phrase[0] - 1
    if not 0 <= noun < phrase[0] or not is_event_noun(sentence, noun) or not sentence.deprels[noun].startswith("nmod"):
        return None
    before = (sentence.words[child].lower() for child in sentence.children(noun, "amod"))
    return None if {"previous", "earlier", "past"}.isdisjoint(before) else noun


def _since_which(sentence: Sentence, phrase: Sequence[int]) -> int | None:
    """Return the event noun with a time of its own since which something is told ("the first *since the vote* on")."""
    noun = sentence.heads[head_of(sentence, phrase)]
    if not 0 <= noun < phrase[0] or not is_event_noun(sentence, noun):
        return None
    return noun if any(sentence.words[case].lower() == "since" for case in sentence.children(noun, "case")) else None


def called_for(sentence: Sentence, noun: int) -> int | None:
    """Return an event noun that somebody calls for in a verb without a tense, or in a noun; else None."""
    if noun < 1 or not is_event_noun(sentence, noun):
        return None
    cases = [sentence.words[child].lower() for child in sentence.children(noun, "case")]
    above = sentence.heads[noun]
    calls = above >= 0 and sentence.lemmas[above] in words("verbs", "calling_for")
    return noun if cases == ["for"] and calls and sentence.xpos[above] in {"VBG", "VB", "NN", "NNS"} else None


def happened_then(sentence: Sentence, part: Clause, noun: int) -> bool:
    """Say whether a clause tells what an event did, or what was done in its course or after it."""
    if part.tense is not Tense.PAST or sentence.heads[noun] != part.head:
        return False
    cases = {sentence.words[child].lower() for child in sentence.children(noun, "case")}
    return noun == part.subject or not cases.isdisjoint(_COURSE)


def dates_around(sentence: Sentence, part: Clause, noun: int) -> bool:
    """Say whether the day of a noun is its clause's: "after Friday prayers", "20 were hurt after Sunday's storm".

    So it is of what follows at once ("riots broke out after Friday's verdict"), and where what it names was over only
    hours before ("hours after Monday's vote, crowds gathered").
    """
    if sentence.lemmas[noun].lower() in words("nouns", "of_the_day"):
        return True
    cases = {sentence.words[child].lower() for child in sentence.children(noun, "case")}
    before = next((case - 1 for case in sentence.children(noun, "case") if sentence.words[case].lower() == "after"), -1)
    hours = before >= 0 and sentence.words[before].lower() in words("grammar", "hours_apart")
    if hours and is_event_noun(sentence, noun):
        return True
    particles = (child for child in sentence.children(part.head) if sentence.xpos[child] == "RP")
    act = " ".join([sentence.lemmas[part.head], *(sentence.words[child].lower() for child in particles)])
    soon = act in words("verbs", "harm") or (part.tense is Tense.PAST and act in words("verbs", "at_once"))
    return soon and part.head < noun and is_event_noun(sentence, noun) and not cases.isdisjoint(_COURSE)


def of_old(sentence: Sentence, time: AnchoredTimex, tokens: Sequence[int], recent: date) -> int | None:
    """Return the event noun that a date before ``recent`` belongs to, if it does; a clause has the date else."""
    if time.interval is None or time.interval.end > recent or not time.explicit:
        return None
    noun = _followed(sentence, tokens)
    return _described_by(sentence, tokens) if noun is None else noun


def _followed(sentence: Sentence, tokens: Sequence[int]) -> int | None:
    """Return the event noun after which something was done ("asked for once, after the attacks on 11 May 2001")."""
    noun = sentence.heads[head_of(sentence, tokens)]
    if not 0 <= noun < tokens[0] or not is_event_noun(sentence, noun):
        return None
    cases = {sentence.words[child].lower() for child in sentence.children(noun, "case")}
    return None if cases.isdisjoint(_LATER) else noun


def _described_by(sentence: Sentence, tokens: Sequence[int]) -> int | None:
    """Return the event noun that tells what a name is known for ("Lund, *the scene of a massacre* in 1923")."""
    for noun in range(tokens[0] - 1, 0, -1):
        if sentence.words[noun] in {",", ";", ":"}:
            break
        if sentence.deprels[noun] == "appos" and sentence.heads[noun] < noun:
            told = [at for at in sentence.subtree(noun) if at < tokens[0] and is_event_noun(sentence, at)]
            return told[-1] if told and max(sentence.subtree(noun)) >= tokens[0] - 1 else None
    return None


def event_before(sentence: Sentence, first: int) -> int | None:
    """Return the event noun with a preposition right before a time ("after the quake two weeks ago")."""
    noun = first - 1
    return noun if noun >= 0 and is_event_noun(sentence, noun) and sentence.children(noun, "case") else None


def head_of(sentence: Sentence, tokens: Sequence[int]) -> int:
    """Return the token of the time whose head lies outside of it."""
    inside = set(tokens)
    return next((index for index in tokens if sentence.heads[index] not in inside), tokens[0])
