"""Days that plans are moved to, and last days.

"On Monday the court put the trial off to May 3" tells of Monday and of May 3; "the fair ran until Sunday" is dated by
its end, and "tenants must leave by May 3" by its deadline, where the clause gives no other time.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.dated_nouns import is_event_noun
from timeline.grammar import load
from timeline.model import Relation
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words

_MOST = 60  # times of one sentence: no prose has half of them, and each is held against the others
_NEAR = 8  # tokens from "originally" to the day of the plan
_DUTIES = frozenset({"must", "shall", "should"})


def moved(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Return attachments with the days that plans are moved to.

    Such a day dates what is moved; the moving itself happened on its own day, where the clause gives one too. The day
    that the plan had before dates nothing.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        found: its times and what they date.
    """
    if len(found) > _MOST:
        return tuple(found)
    found = [replace(each, noun=None, relation=None) if _was_given_up(sentence, each) else each for each in found]
    return tuple(_moved(sentence, parts, found, each) for each in found)


def ended(
    sentence: Sentence, parts: Sequence[Clause], found: Sequence[Attachment], published: date
) -> tuple[Attachment, ...]:
    """Return attachments in which last days and deadlines date the clauses that nothing else dates.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        found: its times and what they date.
        published: the publication day.
    """
    dated = {each.clause for each in found if each.dates and each.noun is None}
    return tuple(
        replace(each, ends=True)
        if each.relation is Relation.UNTIL
        and each.clause not in dated
        and _ends(sentence, parts[each.clause], each, published)
        else each
        for each in found
    )


def _ends(sentence: Sentence, part: Clause, each: Attachment, published: date) -> bool:
    """Say whether a clause tells what goes on until a day, or a duty up to it.

    What was given or laid down "until May 3" was done on a day of its own, and who "had left by Friday" left before.
    """
    interval = each.time.interval
    if interval is None or each.noun is not None or each.tokens[0] < part.head:
        return False
    ahead = interval.end > published
    to_come = part.tense is Tense.FUTURE or part.planned or part.modal in _DUTIES or _is_to(sentence, part)
    if sentence.words[each.tokens[0]].lower() == "by":
        return ahead and to_come and not part.negated
    if ahead:
        return to_come or (part.tense is Tense.PRESENT and part.finite)
    return part.tense is Tense.PAST and part.finite


def _is_to(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what is arranged: "is to meet", "are to be rebuilt"."""
    group = [sentence.words[at].lower() for at in range(max(0, part.head - 3), part.head)]
    return any(pair in {("is", "to"), ("are", "to")} for pair in pairwise(group))


def puts_off(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb, with its particle, moves what had a day to another one ("put the trial off")."""
    lemma, movers = sentence.lemmas[verb], words("verbs", "putting_off")
    after = (sentence.words[child].lower() for child in sentence.children(verb, "compound:prt", "advmod", "obl"))
    return lemma in movers or any(f"{lemma} {particle}" in movers for particle in after)


def moves_by(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb tells by how much time it moves something ("postponed by two weeks")."""
    units = load().words["unit"].keys() | load().words["units"].keys()
    amounts = (noun for noun in sentence.children(verb, "obl", "obl:unmarked") if sentence.words[noun].lower() in units)
    cases = (sentence.words[case].lower() for noun in amounts for case in sentence.children(noun, "case"))
    return puts_off(sentence, verb) and not {"by", "for"}.isdisjoint(cases)


def _moved(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Attachment], each: Attachment) -> Attachment:
    part = parts[each.clause]
    if each.noun is not None or part.head > each.tokens[0]:
        return each
    if not puts_off(sentence, part.head) and not _calls(sentence, part):
        return each
    beside = [other for other in found if other.clause == each.clause and other.noun is None]
    aimed = any(_aims(sentence, other) for other in beside)
    if aimed and sentence.words[each.tokens[0]].lower() == "from":
        return replace(each, relation=None)
    if not _aims(sentence, each) or _goes_on(sentence, part, each):
        return each
    thing = next(iter(sentence.children(part.head, "obj", "nsubj:pass")), None)
    if thing is not None and sentence.lemmas[part.head] == "adjourn" and not is_event_noun(sentence, thing):
        return each  # "adjourned the case until May 3": a case is on no day, and the adjourning was on another
    own = any(other.dates and not _aims(sentence, other) and not _leaves(sentence, other) for other in beside)
    thing = thing if own else None
    return replace(each, relation=Relation.AT, noun=thing, aims=thing is not None)


def _was_given_up(sentence: Sentence, each: Attachment) -> bool:
    """Say whether a time is that of a plan that another one took the place of ("*originally due on Friday*")."""
    first = each.tokens[0]
    for at in range(first - 1, max(-1, first - _NEAR), -1):
        if sentence.upos[at] == "PUNCT":
            return False
        if sentence.words[at].lower() in words("grammar", "at_first"):
            planned = {sentence.lemmas[plan] for plan in range(at + 1, first)}
            return not planned.isdisjoint(words("verbs", "planning") - words("verbs", "planning_deeds"))
    return False


def _calls(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause gives an event its day ("called an election for 9 June")."""
    things = sentence.children(part.head, "obj", "nsubj:pass")
    return sentence.lemmas[part.head] in words("verbs", "moving") and any(is_event_noun(sentence, at) for at in things)


def _aims(sentence: Sentence, each: Attachment) -> bool:
    aims = words("grammar", "up_to") | {"for"}
    return sentence.words[each.tokens[0]].lower() in aims and each.time.interval is not None


def _goes_on(sentence: Sentence, part: Clause, each: Attachment) -> bool:
    """Say whether the day is the end of what goes on till then ("extended the curfew until May 3")."""
    return sentence.lemmas[part.head] == "extend" and sentence.words[each.tokens[0]].lower() in {"until", "till"}


def _leaves(sentence: Sentence, each: Attachment) -> bool:
    return sentence.words[each.tokens[0]].lower() == "from"
