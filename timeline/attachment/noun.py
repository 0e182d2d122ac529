"""The noun in a clause that a time dates instead of the clause: a strike laid down, a raid that is told of."""

from collections.abc import Sequence

from timeline.clauses import Clause
from timeline.dated_nouns import head_of, is_event_noun
from timeline.model import Relation
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words


def first_day(sentence: Sentence, parts: Sequence[Clause], phrase: list[int], here: int) -> tuple[int, int | None]:
    """Return the clause, and the event noun if it is one that was laid down, that a first day dates.

    "Closed for a week *starting Monday*" is the closing; of "announced a strike *from Monday*" it is the strike.
    """
    opening = sentence.words[phrase[0]].lower()
    begins = opening in words("grammar", "beginning") and parts[here].head == phrase[0]
    if begins or _is_inscription(sentence, parts[here]):
        here = parts[here].parent or 0  # "they marched behind a banner that says "Peace" on Friday"
    before, verb = phrase[0] - 1, sentence.lemmas[parts[here].head]
    decrees = parts[here].statement or verb in words("verbs", "moving") or verb in words("verbs", "planning_deeds")
    laid_down = decrees and parts[here].tense is Tense.PAST and opening in words("grammar", "beginning") | {"from"}
    return here, _laid_down(sentence, before) if laid_down and before >= 0 else None


def _laid_down(sentence: Sentence, last: int) -> int | None:
    """Return the event noun of the phrase that ends with a token ("*cuts* to the budget", "*days* of mourning")."""
    noun = last
    while not is_event_noun(sentence, noun):
        if sentence.deprels[noun] != "nmod" or sentence.heads[noun] < 0:
            return None
        noun = sentence.heads[noun]
    above = sentence.heads[noun]
    counted = sentence.deprels[noun] == "nmod" and sentence.lemmas[above] in words("nouns", "frame")
    return above if counted else noun


def _is_inscription(sentence: Sentence, part: Clause) -> bool:
    """Say whether a relative clause tells what is written on something."""
    if part.relation != "relcl" or part.tense is not Tense.PRESENT or sentence.lemmas[part.head] not in {"say", "read"}:
        return False
    return part.subject is not None and sentence.xpos[part.subject] == "NN"


def of_content(
    sentence: Sentence, part: Clause, phrase: list[int], relation: Relation | None, *, beside: bool
) -> tuple[Relation | None, int | None]:
    """Return how a time relates to a clause, and the noun inside it that it dates instead, if it does."""
    inside = _inside_content(sentence, part, phrase)
    if inside is not None:
        return (relation, inside) if is_event_noun(sentence, inside) else (None, None)
    # "Pat Lind, the best scorer in 2019, was hurt"
    return (None if not beside and _describes(sentence, part, phrase) else relation), None


def _inside_content(sentence: Sentence, part: Clause, phrase: list[int]) -> int | None:
    """Return the subject of what is said if a time stands behind it ("said the raid a month ago had failed")."""
    if sentence.lemmas[part.head] not in words("verbs", "plain_saying") - {"tell"}:
        return None
    nouns = [child for child in sentence.children(part.head, "obj") if part.head < child < phrase[0]]
    said = any(child > phrase[-1] for child in sentence.children(part.head, "ccomp", "xcomp"))
    return nouns[-1] if said and nouns else None


def _describes(sentence: Sentence, part: Clause, tokens: list[int]) -> bool:
    """Say whether a time stands in what somebody is called between commas, not in what the clause tells of them."""
    at, behind = head_of(sentence, tokens), tokens[-1] + 1
    closed = behind < part.head and sentence.words[behind] == ","
    while closed and at >= 0 and at != part.head:
        if sentence.deprels[at] == "appos" and at not in tokens:
            return sentence.heads[at] < at and sentence.upos[at] == "NOUN"
        at = sentence.heads[at]
    return False


def only_frames(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause only sets the scene for another: a state, or "there have been days when"."""
    stative = sentence.lemmas[part.head] in words("verbs", "stative") or sentence.upos[part.head] != "VERB"
    return stative and part.tense is not Tense.FUTURE
