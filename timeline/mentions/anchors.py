"""Clauses that count their day from an event of an earlier sentence: "two days before *the vote*, she resigned"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.counted_nouns import event_behind
from timeline.grammar import load
from timeline.interval import Interval
from timeline.model import EventMention, Relation, Status, TimexType
from timeline.resolve.units import moved, unit_at
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words
from timeline.words import fold

_AMOUNT = re.compile(r"P(\d+)([DWMY])")
_BEFORE = re.compile(r"\b(?:days?|weeks?|months?|years?) before (?:the|an?|his|her|its|their) [a-z]", re.IGNORECASE)
_DEFINITE = frozenset({"the", "that", "this", "his", "her", "its", "their"})
_SHORTEST = 4  # letters of a verb that its noun begins with


def from_events(
    sentence: Sentence,
    parts: Sequence[Clause],
    found: Sequence[Attachment],
    told: Sequence[EventMention],
    published: date,
) -> tuple[Attachment, ...]:
    """Return attachments in which an amount before "after" or "before" an event told earlier dates its clause.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        found: its times and what they date.
        told: the mentions of the sentences before it.
        published: the publication day.
    """
    dated = {each.clause for each in found if each.dates}
    return tuple(
        each if each.clause in dated else _from_event(sentence, parts[each.clause], each, told, published)
        for each in found
    )


def counts_back(mention: EventMention) -> bool:
    """Say whether a mention is told to lie an amount before an event, and so on no day that its words give."""
    return mention.time is None and _BEFORE.search(mention.text) is not None


def _from_event(
    sentence: Sentence, part: Clause, each: Attachment, told: Sequence[EventMention], published: date
) -> Attachment:
    amount = _AMOUNT.fullmatch(each.time.value) if each.time.type is TimexType.DURATION else None
    noun = event_behind(sentence, each.tokens[-1] + 1)
    if amount is None or noun is None or each.time.interval is not None or each.noun is not None:
        return each
    base = _day_of(sentence, noun, told)
    if base is None:
        return each
    after = sentence.words[each.tokens[-1] + 1].lower() == "after"
    count = int(amount[1]) if after else -int(amount[1])
    day = unit_at(moved(base.start, amount[2], count), amount[2])
    if part.tense is Tense.PAST and day.start > published:
        return each
    thing, side = sentence.words[noun], "after" if after else "before"
    time = replace(
        each.time,
        interval=day,
        anchor=f"the {thing} told before, {base.edtf()}",
        reason=f"{each.time.timex.text} {side} it",
    )
    return replace(each, time=time, relation=Relation.AT)


def _day_of(sentence: Sentence, noun: int, told: Sequence[EventMention]) -> Interval | None:
    """Return the one day of what a definite event noun means, by what was told of it before."""
    opening = {sentence.words[child].lower() for child in sentence.children(noun, "det", "nmod:poss")}
    if opening.isdisjoint(_DEFINITE) or sentence.xpos[noun] != "NN":
        return None
    named = fold(sentence.lemmas[noun])
    days = {
        each.interval
        for each in told
        if each.interval is not None and each.status is not Status.CANCELLED and _tells_of(each, named)
    }
    day = next(iter(days), None)
    return day if day is not None and len(days) == 1 and day.days == 1 else None


def _tells_of(mention: EventMention, noun: str) -> bool:
    """Say whether a mention tells of what a noun names: by the noun, by its verb, or that it was held.

    "They voted": "the vote"; "leaders met at a summit": "the summit"; but not "they prepared for the summit".
    """
    verb = mention.predicate
    if verb == noun or load().words["verb_of"].get(noun) == verb:
        return True
    if len(verb) >= _SHORTEST and noun.startswith(verb.removesuffix("e")):
        return True
    if noun not in words("nouns", "appointment") or noun not in mention.terms:
        return False
    held = verb.split()[0] in words("verbs", "holding") and noun in {thing for _, thing in mention.arguments}
    return (
        held
        or re.search(rf"\b(?:at|during) (?:[\w-]+ ){{0,3}}{re.escape(noun)}\b", mention.text, re.IGNORECASE) is not None
    )
