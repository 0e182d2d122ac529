"""Whether a time can date its clause: tense, order and a day's side of the publication day rule some of them out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.dated_nouns import event_before, head_of, is_event_noun, of_old
from timeline.interval import Grain
from timeline.model import Relation
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.turned import turned, week_back
from timeline.wordlists import words

_QUOTES = frozenset({'"', "“", "``", "'", "‘"})
_DAY, _WEEK, _RECENT, _YEAR = (timedelta(days=days) for days in (1, 7, 31, 366))


def possible(
    sentence: Sentence, found: Sequence[Attachment], parts: Sequence[Clause], published: date
) -> tuple[Attachment, ...]:
    """Return attachments without the dating of a clause that its tense rules out.

    The present perfect is not dated by a time that is over ("have proposed an airlift like the exodus of 1960"): such a
    time belongs to a noun. What ended within a month before the publication day is let stand, as papers write so, and
    what is counted from that day and ended within a year ("the last two fiscal years"). What is said to be now is not
    dated by a time ahead ("as the vote nears next year, crime remains the issue").
    """
    recent = {True: published - _RECENT, False: published - _YEAR}

    def belies(each: Attachment) -> bool:
        interval, part = each.time.interval, parts[each.clause]
        if interval is None or not each.dates or each.starts or each.noun is not None:
            return False
        if part.tense is Tense.PRESENT and interval.start > published:
            planned = any(sentence.xpos[index] == "VB" for index in part.tokens)  # "set to meet on Friday"
            return sentence.lemmas[part.head] in words("verbs", "stative") and not planned
        if part.tense is Tense.FUTURE and interval.end <= published - _DAY:
            return True
        if part.tense is Tense.PRESENT and each.time.explicit and interval.end <= published - _YEAR:
            return part.progressive or sentence.upos[part.head] != "VERB"  # "the killings of 1999 are exaggerated"
        return part.tense is Tense.PRESENT_PERFECT and interval.end <= recent[each.time.explicit]

    def placed(each: Attachment) -> Attachment:
        part = parts[each.clause]
        tells = _only_tells_which(each, found) or _is_of_what_is_treated(sentence, part, each)
        if tells or _is_quoted(sentence, part, each):
            return replace(each, relation=None)
        alone = each.noun is None and each.relation is Relation.AT
        noun = of_old(sentence, each.time, each.tokens, recent[True]) if alone else None
        if noun is not None:
            return replace(each, noun=noun)
        if not belies(each):
            return each
        over = each.time.interval is not None and each.time.interval.end <= published
        noun = event_before(sentence, each.tokens[0]) if over else None
        return replace(each, relation=None) if noun is None else replace(each, noun=noun)

    found = [_of_clause_before(sentence, parts, _of_next_clause(sentence, parts, each), published) for each in found]
    sided = (_not_after_what_followed(parts, found, each) for each in found)
    sided = (_on_its_side(sentence, parts[each.clause], each, published) for each in sided)
    return tuple(placed(each) for each in sided)


def _is_quoted(sentence: Sentence, part: Clause, each: Attachment) -> bool:
    """Say whether a time stands in words about what was to come ("said he would be back "within the week"").

    It counts from the day on which they were said, which is not told.
    """
    opens = each.tokens[0] > 0 and sentence.words[each.tokens[0] - 1] in _QUOTES
    return opens and part.modal == "would" and not each.time.explicit


def _of_next_clause(sentence: Sentence, parts: Sequence[Clause], each: Attachment) -> Attachment:
    """Return a day behind a present perfect as that of the clause behind the comma ("they have slept Friday, he left").

    A day that is over goes with no present perfect, but for a paper that closes its sentence with it.
    """
    comma = each.tokens[-1] + 1
    part = parts[each.clause]
    above = (
        None if part.parent is None or part.relation != "conj" or part.subject in part.tokens else parts[part.parent]
    )
    perfect = Tense.PRESENT_PERFECT in {part.tense, above.tense if above else None}
    if (
        not perfect
        or each.noun is not None
        or each.relation is not Relation.AT
        or comma >= len(sentence)
        or sentence.words[comma] != ","
    ):
        return each
    for number, part in enumerate(parts):
        subject = part.subject
        opens = subject is not None and comma < subject < part.head and min(sentence.subtree(subject)) == comma + 1
        if opens and part.tense is Tense.PAST and not part.statement:
            return replace(each, clause=number, leads=True)
    return each


def _of_clause_before(sentence: Sentence, parts: Sequence[Clause], each: Attachment, published: date) -> Attachment:
    """Return a day behind a present perfect as that of the clause it stands right behind.

    "She has quit over the fire that *killed two on Friday*": the fire was on Friday.
    """
    part, interval, before = parts[each.clause], each.time.interval, each.tokens[0] - 1
    if part.tense is not Tense.PRESENT_PERFECT or each.noun is not None or each.relation is not Relation.AT:
        return each
    if interval is None or interval.end > published or sentence.words[before] == ",":
        return each
    for number, other in enumerate(parts):
        told = other.relation == "relcl" and other.finite and other.tense is Tense.PAST
        if told and before in other.tokens and part.head < other.head:
            return replace(each, clause=number)
    return each


def _only_tells_which(each: Attachment, found: Sequence[Attachment]) -> bool:
    """Say whether a year before its noun only tells which, in a clause with a day ("left the 2016 pact on Monday")."""
    if each.noun is None or each.time.interval is None or each.time.interval.grain is not Grain.YEAR:
        return False
    others = (other for other in found if other.clause == each.clause and other.noun is None and other.dates)
    return each.tokens[-1] < each.noun and any(other.time.interval != each.time.interval for other in others)


def _is_of_what_is_treated(sentence: Sentence, part: Clause, each: Attachment) -> bool:
    """Say whether years are those of deeds that somebody looks into ("charged with 12 thefts from 2010 to 2014")."""
    interval, head = each.time.interval, part.head
    if interval is None or each.noun is not None or interval.grain is not Grain.RANGE or interval.days < _YEAR.days:
        return False
    if sentence.lemmas[head] not in words("verbs", "treating"):
        return False
    return any(is_event_noun(sentence, at) for at in part.tokens if head < at < each.tokens[0])


def _not_after_what_followed(parts: Sequence[Clause], found: Sequence[Attachment], each: Attachment) -> Attachment:
    """Return the weekday of an "after" clause a week back where it would come after what followed it."""
    part, interval = parts[each.clause], each.time.interval
    if part.marker != "after" or part.parent is None or interval is None or each.noun is not None:
        return each
    days = [
        other.time.interval for other in found if other.clause == part.parent and other.noun is None and other.dates
    ]
    followed = next((day for day in days if day is not None and day.grain is Grain.DAY), None)
    if followed is None or not timedelta() < interval.start - followed.start < _WEEK:
        return each
    return replace(each, time=week_back(each.time, "what followed it came before"))


def _on_its_side(sentence: Sentence, part: Clause, each: Attachment, published: date) -> Attachment:
    """Return an attachment with its weekday on the side of the publication day that its clause tells."""
    if each.noun is not None or each.relation is not Relation.AT:
        return each
    return replace(each, time=turned(sentence, part, each.time, head_of(sentence, each.tokens), published))
