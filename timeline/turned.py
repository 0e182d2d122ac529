"""On which side of the publication day a bare weekday lies, where only its clause's grammar tells.

The resolver reads words ("plans on Monday"); the parse knows what the day belongs to: who "approved plans on Monday"
did so, whose team "plays on Saturday" has yet to play, and a match "postponed on Saturday" was not played.
"""

from dataclasses import replace
from datetime import date, timedelta

from timeline.clauses import Clause
from timeline.dated_nouns import is_event_noun
from timeline.interval import Interval
from timeline.model import AnchoredTimex
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_MADE_OF_IT = ("obj", "xcomp", "obl:unmarked")
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def turned(sentence: Sentence, part: Clause, time: AnchoredTimex, head: int, published: date) -> AnchoredTimex:
    """Return a time, a bare weekday moved by a week where its clause rules out the day it was taken for.

    Args:
        sentence: the parsed sentence.
        part: the clause that the time dates.
        time: the time.
        head: its main token.
        published: the publication day.
    """
    interval = time.interval
    if _was_foreseen(part, time, published):
        return _moved(time, published - _DAY, "who foresaw it spoke before")
    if interval is None or interval.days != 1 or time.timex.text not in WEEKDAYS or sentence.heads[head] != part.head:
        return time
    if published < interval.start <= published + _WEEK and _is_over(sentence, part, head):
        return _moved(time, interval.start - _WEEK, "its clause tells what was done")
    if published - _WEEK <= interval.start < published and _is_yet_to_come(sentence, part):
        return _moved(time, interval.start + _WEEK, "its clause tells what is to come")
    return time


def week_back(time: AnchoredTimex, why: str) -> AnchoredTimex:
    """Return a bare weekday a week earlier; any other time as it is.

    Args:
        time: the time.
        why: what tells that it is the earlier one, in words.
    """
    if time.interval is None or time.timex.text not in WEEKDAYS:
        return time
    return _moved(time, time.interval.start - _WEEK, why)


def _was_foreseen(part: Clause, time: AnchoredTimex, published: date) -> bool:
    """Say whether a part of the day before is what somebody looked to then ("said he *expected* her late on Monday").

    So far ahead as its weekday comes again nobody tells the hour.
    """
    *part_of_day, weekday = time.timex.text.split()
    looked = part.planned and part.tense is Tense.PAST and part.finite and not part.passive
    hour = bool(part_of_day) and weekday in WEEKDAYS and time.interval is not None and time.interval.days == 1
    return looked and part.relation == "ccomp" and hour and time.interval == Interval.day(published + _WEEK - _DAY)


def _moved(time: AnchoredTimex, day: date, why: str) -> AnchoredTimex:
    weekday = time.timex.text.split()[-1]
    return replace(time, value=day.isoformat(), interval=Interval.day(day), reason=f"the {weekday} that fits: {why}")


def _is_over(sentence: Sentence, part: Clause, head: int) -> bool:
    """Say whether a clause tells in the simple past what it did on the day, and neither plans nor moves anything."""
    lemma, cases = sentence.lemmas[part.head], sentence.children(head, "case")
    if lemma in words("verbs", "planning") or not (part.is_told_as_done and part.finite) or part.marker == "before":
        return False
    if sentence.xpos[part.head] == "VB" or (part.progressive and part.relation == "ccomp"):
        return False  # "was to open on Friday", "said she was leaving on Friday"
    if lemma in words("verbs", "calling") and any(at > head for at in sentence.children(part.head, *_MADE_OF_IT)):
        return False  # "declared Friday a day of mourning"
    between = [at for at in part.tokens if part.head < at < min((head, *cases))]
    if any(sentence.xpos[at] == "VB" for at in between) or {sentence.words[at].lower() for at in cases} - {"on"}:
        return False
    off = lemma in words("verbs", "cancelling") or lemma in words("verbs", "moving")
    # "cancelled the match on Saturday" may be Saturday's match; "was cancelled on Saturday" is not
    return not between or not (part.passive or (off and any(is_event_noun(sentence, at) for at in between)))


def _is_yet_to_come(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells a timetable in the simple present, or what has been called off."""
    lemma = sentence.lemmas[part.head]
    listed = part.tense is Tense.PRESENT and not part.progressive and not part.passive
    if any(sentence.xpos[child] == "VBD" for child in sentence.children(part.head, "amod")):
        return False  # "the council delayed votes": a noun that was read as a verb
    off = part.tense is Tense.PRESENT_PERFECT and not part.negated and lemma in words("verbs", "cancelling")
    return off or (listed and part.finite and not part.modal and lemma in words("verbs", "timetable"))
