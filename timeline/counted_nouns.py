"""Events that a clause counts its day from: "buried its dead on Tuesday, three days after *an earthquake*"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from timeline.attachment import Attachment
from timeline.dated_nouns import is_event_noun
from timeline.interval import Interval
from timeline.model import Relation, TimexType
from timeline.syntax import Sentence

_DAYS = re.compile(r"P([1-9])D")  # a week is seldom counted to the day
_SIGNS = {"after": -1, "before": 1}


def counted(sentence: Sentence, found: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Return attachments in which an amount of days before "after" and an event noun dates that noun.

    The clause needs a day of its own to count from; of what comes before an event only the clause is told.
    """
    return tuple(_of_noun(sentence, found, each) for each in found)


def _of_noun(sentence: Sentence, found: Sequence[Attachment], each: Attachment) -> Attachment:
    amount = _DAYS.fullmatch(each.time.value) if each.time.type is TimexType.DURATION else None
    noun = event_behind(sentence, each.tokens[-1] + 1)
    if amount is None or noun is None or each.time.interval is not None or any(one.noun == noun for one in found):
        return each
    base = next((one for one in found if one.clause == each.clause and _is_day(one)), None)
    if base is None or base.time.interval is None:
        return each
    sign = _SIGNS[sentence.words[each.tokens[-1] + 1].lower()]
    day = Interval.day(base.time.interval.start + timedelta(days=sign * int(amount[1])))
    time = replace(
        each.time,
        interval=day,
        anchor=f"the clause's own time, {base.time.interval.edtf()}",
        reason=f"{each.time.timex.text} {'before' if sign < 0 else 'after'} the event of the main clause",
    )
    return replace(each, time=time, noun=noun, relation=Relation.AT)


def event_behind(sentence: Sentence, at: int) -> int | None:
    """Return the event noun that "after" or "before" at a token leads to, if it leads to one."""
    if at >= len(sentence) or sentence.words[at].lower() not in _SIGNS or sentence.deprels[at] != "case":
        return None
    noun = sentence.heads[at]
    return noun if noun > at and is_event_noun(sentence, noun) else None


def _is_day(each: Attachment) -> bool:
    """Say whether a time gives its clause a single day."""
    interval = each.time.interval
    return each.noun is None and each.relation is Relation.AT and interval is not None and interval.days == 1
