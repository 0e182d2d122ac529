"""What is moved to another day: "on Monday the court put the trial off to May 3" tells of Monday and of May 3."""

from collections.abc import Sequence
from dataclasses import replace

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.model import Relation
from timeline.syntax import Sentence
from timeline.wordlists import words

_AIMS = frozenset({"to", "until", "till", "for"})


def moved(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Return attachments with the days that plans are moved to.

    Such a day dates what is moved; the moving itself happened on its own day, where the clause gives one too. The day
    that the plan had before dates nothing.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        found: its times and what they date.
    """
    return tuple(_moved(sentence, parts, found, each) for each in found)


def puts_off(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb, with its particle, moves what had a day to another one ("put the trial off")."""
    lemma, movers = sentence.lemmas[verb], words("verbs", "putting_off")
    after = (sentence.words[child].lower() for child in sentence.children(verb, "compound:prt", "advmod", "obl"))
    return lemma in movers or any(f"{lemma} {particle}" in movers for particle in after)


def _moved(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Attachment], each: Attachment) -> Attachment:
    part = parts[each.clause]
    if each.noun is not None or part.head > each.tokens[0] or not puts_off(sentence, part.head):
        return each
    beside = [other for other in found if other.clause == each.clause and other.noun is None]
    aimed = any(_aims(sentence, other) for other in beside)
    if aimed and sentence.words[each.tokens[0]].lower() == "from":
        return replace(each, relation=None)
    if not _aims(sentence, each) or _goes_on(sentence, part, each):
        return each
    own = any(other.dates and not _aims(sentence, other) and not _leaves(sentence, other) for other in beside)
    thing = next(iter(sentence.children(part.head, "obj", "nsubj:pass")), None) if own else None
    return replace(each, relation=Relation.AT, noun=thing, aims=thing is not None)


def _aims(sentence: Sentence, each: Attachment) -> bool:
    return sentence.words[each.tokens[0]].lower() in _AIMS and each.time.interval is not None


def _goes_on(sentence: Sentence, part: Clause, each: Attachment) -> bool:
    """Say whether the day is the end of what goes on till then ("extended the curfew until May 3")."""
    return sentence.lemmas[part.head] == "extend" and sentence.words[each.tokens[0]].lower() in {"until", "till"}


def _leaves(sentence: Sentence, each: Attachment) -> bool:
    return sentence.words[each.tokens[0]].lower() == "from"
