"""How a time relates to what it dates, by the preposition before it."""

from timeline.grammar import load
from timeline.model import AnchoredTimex, Relation
from timeline.syntax import Sentence
from timeline.wordlists import words

_RELATIONS = {
    "since": Relation.SINCE,
    "from": Relation.SINCE,
    "starting": Relation.AT,
    "beginning": Relation.AT,
    "commencing": Relation.AT,
    "until": Relation.UNTIL,
    "till": Relation.UNTIL,
    "through": Relation.UNTIL,
    "by": Relation.UNTIL,
    "to_up": Relation.UNTIL,
    "before": Relation.BEFORE,
    "of_ahead": Relation.BEFORE,
    "to_prior": Relation.BEFORE,
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "within": Relation.WITHIN,
    "during": Relation.WITHIN,
    "throughout": Relation.WITHIN,
    "over": Relation.WITHIN,
}
# words between a preposition and its time that change nothing
_TRANSPARENT = frozenset(["the", "about", "around", "early", "late", "mid-"])
_INSIDE = frozenset({"PROPN", "NUM", "SYM", "DET", "ADJ"})
_AMOUNT = frozenset({"more", "less", "fewer", "many", "few", "little", "much"})
_FARTHEST = 6  # tokens


def related(sentence: Sentence, time: AnchoredTimex, tokens: list[int]) -> tuple[Relation | None, list[int]]:
    """Do as :func:`_relation`; "just before 5 p.m. Friday" is on that day, "from May 3 to June 4" within both."""
    relation, phrase = _relation(sentence, tokens)
    if _is_beside_compared(sentence, phrase[0]):
        return None, phrase
    if relation in {Relation.BEFORE, Relation.AFTER} and "T" in time.value:
        return Relation.AT, _with_hedge(sentence, phrase)
    if relation is Relation.SINCE and "/" in time.value and sentence.words[phrase[0]].lower() != "since":
        return Relation.WITHIN, phrase
    return relation, phrase


def _relation(sentence: Sentence, tokens: list[int]) -> tuple[Relation | None, list[int]]:
    """Read the preposition before a time; return the relation and the tokens of the whole phrase."""
    first = tokens[0]
    while first > 0 and sentence.words[first - 1].lower() in _TRANSPARENT:
        first -= 1
    if first == 0:
        return Relation.AT, list(range(first, tokens[-1] + 1))
    word = sentence.words[first - 1].lower()
    before = sentence.words[first - 2].lower() if first > 1 else ""
    if {word, before} & words("grammar", "comparing"):  # "compared with March", "lower than in March"
        return None, tokens
    relation = _RELATIONS.get(f"{word}_{before}") or _RELATIONS.get(word)
    particle = (
        sentence.xpos[first - 1] == "RP" or sentence.deprels[first - 1] == "compound:prt"
    )  # "stepped down Friday"
    if relation is None and (particle or sentence.upos[first - 1] != "ADP"):
        return Relation.AT, list(range(first, tokens[-1] + 1))
    if word in {"on", "in"} and before in words("grammar", "beginning"):
        return Relation.AT, list(range(first - 2, tokens[-1] + 1))
    start = first - 2 if f"{word}_{before}" in _RELATIONS else first - 1
    return relation or Relation.AT, list(range(start, tokens[-1] + 1))


def _is_beside_compared(sentence: Sentence, first: int) -> bool:
    """Say whether a time belongs to a figure or a name that is compared with ("from 340 a year earlier")."""
    at = first - 1
    if _is_measured(sentence, at):
        at -= 1  # "down from 77 *percent* in 2010"
    while at > max(0, first - _FARTHEST) and sentence.upos[at] in _INSIDE:
        at -= 1
    inside = range(at + 1, first)
    if not inside or at < 0:
        return False
    word = sentence.words[at].lower()
    if word == "than" and sentence.lemmas[at - 1] in _AMOUNT:
        return False  # "there were more than 300 in May"
    figure = any(sentence.words[index][:1].isdigit() for index in inside)
    months = load().words["month"]  # "its first defeat since May on Sunday"
    name = any(sentence.upos[at] == "PROPN" and sentence.words[at].lower() not in months for at in inside)
    return (word in words("grammar", "measured_from") and figure) or (word in words("grammar", "named_since") and name)


def _is_measured(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun is counted as what something has risen or fallen from ("up from 40 *dollars*")."""
    if noun < 3 or sentence.deprels[noun - 1] != "nummod" or sentence.heads[noun - 1] != noun:
        return False
    moved = sentence.words[noun - 3].lower() in {"up", "down"}
    return moved or sentence.lemmas[noun].lower() in words("nouns", "measure")


def _with_hedge(sentence: Sentence, phrase: list[int]) -> list[int]:
    """Return a phrase with the word before it that says how long before or after ("shortly after midnight")."""
    before = phrase[0] - 1
    hedged = before >= 0 and sentence.words[before].lower() in words("grammar", "shortly")
    return [before, *phrase] if hedged else phrase
