"""How much of its story an event carries.

Voices count most: an event that several articles tell, and date, matters more than one told once. Then its place: the
first sentence of an article, a main clause, a named actor, a counted number. What is coarse, long past, denied, only
possible, or a state rather than a deed carries less. The weights are set by hand; on annotated stories the share of
events that a reader listed rises with each of the gains below and falls with each of the losses.
"""

import math
from collections.abc import Sequence
from datetime import date, timedelta

from timeline.grammar import load
from timeline.interval import Grain
from timeline.model import Event, EventMention, Status
from timeline.wordlists import words

_ARTICLES, _DATINGS, _MENTIONS = 1.2, 0.6, 0.2  # for each doubling
_LEDE, _MAIN, _ACTOR, _NUMBER = 0.4, 0.5, 0.3, 0.2  # once
_COARSENESS = {Grain.DAY: 1.0, Grain.WEEKEND: 1.0, Grain.MONTH: 0.9, Grain.WEEK: 0.7, Grain.SEASON: 0.7}
_COARSER = 0.45  # a quarter, a year, a range
_BACKGROUND = 0.6  # begun long before the story
_FEWEST_WORDS = 3
_LONG_BEFORE = timedelta(days=366)
_DENIED, _POSSIBLE, _PLANNED, _STATE, _DANGLING, _SCENE = 0.3, 0.7, 0.8, 0.6, 0.6, 0.7


def salience(event: Event, best: EventMention, *, first: date) -> float:
    """Return the weight of an event, unscaled and positive.

    Args:
        event: the event, all but its salience known.
        best: the mention that gave it its title.
        first: the first publication date of an article that tells it.
    """
    mentions = told_anew(event.mentions)
    dated = [mention for mention in mentions if mention.interval]
    tellers = {mention.teller for mention in mentions}
    weight = 1.0 + _ARTICLES * math.log2(len(tellers))
    weight += _DATINGS * math.log2(len(dated)) + _MENTIONS * math.log2(len(mentions))
    weight += _LEDE * any(mention.lede for mention in mentions)
    weight += _MAIN * any(mention.main for mention in dated)
    weight += _ACTOR * bool(event.actors) + _NUMBER * any(mention.numbers for mention in dated)
    for applies, factor in (
        (event.interval.start < first - _LONG_BEFORE, _BACKGROUND),
        (all(mention.negated for mention in dated), _DENIED),
        (all(mention.modal for mention in dated), _POSSIBLE),
        (event.status is Status.PLANNED, _PLANNED),
        (all(mention.state for mention in dated), _STATE),
        (dangles(best), _DANGLING),
        (all(mention.present for mention in dated) and event.status is not Status.PLANNED, _SCENE),
    ):
        weight *= factor if applies else 1.0
    return weight * _COARSENESS.get(event.interval.grain, _COARSER)


def told_anew(mentions: Sequence[EventMention]) -> Sequence[EventMention]:
    """Return the mentions that repeat no other; all where none of those dates the event, as after a split by hand."""
    anew = [mention for mention in mentions if not mention.echo]
    return anew if any(mention.interval for mention in anew) else mentions


def is_printable(event: Event) -> bool:
    """Say whether an event belongs in the table: told twice, or by a title with a subject.

    What one article tells only as a state of things ("she was among the guests"), or any number of them without saying
    of whom ("six more were found"), does not.
    """
    mentions = told_anew(event.mentions)
    dated = [mention for mention in mentions if mention.interval]
    alone = len({mention.teller for mention in mentions}) == 1
    if (alone and all(m.scenery for m in dated)) or (dated and all(map(_counts_others, dated))):
        return False
    if all(mention.negated and mention.status is Status.CANCELLED for mention in dated):
        return False  # "will not visit", and nobody had told of a plan
    if len(mentions) > 1:
        # what else is told of it need not be what the time dates
        acts = {mention.predicate for mention in dated}
        titled = any(mention.title and (mention.interval or mention.predicate in acts) for mention in mentions)
        return not _opens_open(event.title) and titled
    long = len(event.title.split()) >= _FEWEST_WORDS or any(_acts(mention) for mention in dated)
    return long and not any(_lacks_subject(mention) for mention in mentions)


def _acts(mention: EventMention) -> bool:
    """Say whether a title of two words tells who did what ("Nixon resigned", "schools reopened"; not "all changed")."""
    subject = any(role in {"subject", "object"} for role, _ in mention.arguments)
    return subject and len(mention.title.split()) == _FEWEST_WORDS - 1 and not _only_counts(mention.title)


def dangles(mention: EventMention) -> bool:
    """Say whether a title leaves open who is meant: by a bare "others" or "him", or for want of a subject."""
    return mention.dangling or _lacks_subject(mention)


def _counts_others(mention: EventMention) -> bool:
    """Say whether a mention counts some of whom its title does not tell."""
    return mention.dangling and _only_counts(mention.title)


def _only_counts(title: str) -> bool:
    """Say whether a title opens with a number or a quantity, which stands for what was told of before.

    "The last two were found" opens so, too, and "the boats of two of them were sunk".
    """
    first, *behind = title.lower().split()[:3] or [""]
    ones = load().words["ones"]
    if first == "the" and (not ones.keys().isdisjoint(behind[-1:]) or " of them " in title):
        return True
    return first.isdecimal() or first in ones or first in words("grammar", "bare_quantity")


def _lacks_subject(mention: EventMention) -> bool:
    return _opens_open(mention.title)


def _opens_open(title: str) -> bool:
    """Say whether a title is none, or starts with a pronoun."""
    word = title.split(" ", 1)[0]
    first = "" if len(word) > 1 and word.isupper() else word.lower()  # "US" is no pronoun
    pronouns = ("person_pronoun", "group_pronoun", "thing_pronoun")
    return not title or any(first in words("grammar", name) for name in pronouns)
