"""A cluster of mentions as one event: its date by vote, its clearest title, its status, its conflicts, its salience."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from timeline.ids import age, event_id
from timeline.interval import Interval
from timeline.model import Claim, Event, EventMention, Status
from timeline.names import NameIndex
from timeline.salience import dangles, is_printable, salience, told_anew
from timeline.titles import LONGEST

# What a dating is worth in the vote, set by hand: a day named outright needs no reckoning, a relative one needs one
# step that can go wrong, one counted from another event needs two, and the publication date is only a stand-in.
_EXPLICIT, _RELATIVE, _COUNTED, _FALLBACK = 1.5, 1.0, 0.5, 0.1
# what a sentence that tells another day is worth beside one without a day, when a title is chosen
_OTHER_DAY = -0.5
# what it is worth that the event is what a sentence tells, and not what it tells of something else by
_MAIN = 0.4
# the rule that finds a weekday beside its date; its alternative is the reading of the other of the two
_TWOFOLD = "weekday with its date"
# a wider time around a narrower one supports it, at half its worth
_SUPPORT = 0.5
# characters; a shorter title mostly leaves something out
_SHORT = 20
# characters; no headline or caption is longer
_LONG_LINE = 180


def canonical_events(clusters: Iterable[Sequence[EventMention]], *, thin: bool = False) -> tuple[Event, ...]:
    """Turn clusters of mentions into events, ordered by start, end, clock, salience and id.

    A cluster without a dated mention is no event, nor is one told once whose title does not stand alone, unless
    ``thin`` events are wanted too.
    """
    found = [_event(cluster) for cluster in clusters if any(mention.interval for mention in cluster)]
    printed = [event for event in found if is_printable(event)]
    events = found if thin else printed
    if not events:
        return ()
    top = max(event.salience for event in printed or events)
    scaled = [replace(event, salience=round(event.salience / top, 3)) for event in events]
    return tuple(sorted(scaled, key=order))


def order(event: Event) -> tuple[date, date, int, float, str]:
    """Return what orders the events of a timeline: start, end, clock, salience, id."""
    clock = event.clock.start if event.clock else -1
    return event.interval.start, event.interval.end, clock, -event.salience, event.id


def _event(cluster: Sequence[EventMention]) -> Event:
    mentions = sorted(cluster, key=age)
    dated = [mention for mention in mentions if mention.interval]
    claims = _claims(dated)
    chosen = claims[0].interval
    daters = [mention for mention in dated if mention.interval == chosen]
    dater = max(daters, key=lambda mention: (_worth(mention), -mentions.index(mention)))
    anew = told_anew(mentions)
    best = _clearest(anew, chosen)
    time = dater.time
    assert time is not None  # noqa: S101  # it is one of the dated mentions
    ordered = sorted(mentions, key=lambda mention: (mention.interval != chosen, mention.interval is None))
    event = Event(
        id=event_id(mentions),
        interval=chosen,
        mod=time.mod,
        clock=next((mention.time.clock for mention in daters if mention.time and mention.time.clock), None),
        title=best.title,
        description=_shorten(_told_in(best)),
        status=_status(anew, chosen),
        mentions=tuple(ordered),
        claims=claims,
        conflict=any(not claim.interval.overlaps(chosen) for claim in claims if claim.interval not in _outdone(dated)),
        as_written=time.timex.text,
        basis="; ".join(part for part in (time.reason, time.anchor) if part),
        actors=_commonest(mention.participants for mention in anew),
        places=_commonest(mention.places for mention in anew),
        confidence=_confidence(dated, chosen),
    )
    return replace(event, salience=salience(event, best, first=min(m.published for m in mentions)))


def _worth(mention: EventMention) -> float:
    """Say how much a mention's dating counts in the vote."""
    time = mention.time
    if time is None:
        return 0.0
    if mention.is_stand_in:
        return _FALLBACK
    if time.target != "clause" or _contradictions(mention):
        return _COUNTED
    return _EXPLICIT if time.explicit else _RELATIVE


def _claims(dated: Sequence[EventMention]) -> tuple[Claim, ...]:
    """Return every dating of an event, the chosen one first; each voice counts once for a dating."""
    makers: dict[Interval, list[EventMention]] = {}
    for mention in dated:
        if mention.interval:
            makers.setdefault(mention.interval, []).append(mention)
    stated = {interval: group for interval, group in makers.items() if max(map(_worth, group)) > _FALLBACK}
    makers = stated or makers
    outdone = _outdone([mention for group in makers.values() for mention in group])
    votes = {interval: _votes(group) for interval, group in makers.items()}
    support = {
        interval: votes[interval]
        + _SUPPORT * sum(vote for other, vote in votes.items() if other != interval and other.holds(interval))
        for interval in votes
    }
    left = [interval for interval in makers if interval not in outdone]
    narrow = [interval for interval in left if not any(o != interval and interval.holds(o) for o in left)]
    # where one paper gives several days, more of its articles decide; copies of one text are one
    tellers = {interval: len({m.teller for m in group}) for interval, group in makers.items()}
    chosen = max(narrow or left, key=lambda i: (round(support[i], 6), tellers[i], -i.days, -i.start.toordinal()))
    for mention in dated:  # a phrase that contradicts itself claims each of its readings
        for interval in _contradictions(mention):
            makers.setdefault(interval, []).append(mention)
    rest = sorted((interval for interval in makers if interval != chosen), key=lambda i: (i.start, i.end))
    return tuple(Claim(interval=i, mentions=tuple(m.id for m in makers[i])) for i in [chosen, *rest])


def _outdone(dated: Sequence[EventMention]) -> list[Interval]:
    """Return the days that plans alone give, where what is told no earlier tells on others what came of them."""
    done = [mention for mention in dated if mention.status is not Status.PLANNED and not mention.modal]
    newest = max((mention.published for mention in done), default=date.min)
    days = [mention.interval for mention in done if mention.interval]
    plans: dict[Interval, bool] = {}
    for mention in dated:
        if mention.interval:
            old = mention.status is Status.PLANNED and mention.published <= newest
            plans[mention.interval] = plans.get(mention.interval, True) and old
    return [plan for plan, old in plans.items() if old and days and not any(day.overlaps(plan) for day in days)]


def _votes(group: Sequence[EventMention]) -> float:
    by_voice: dict[str, float] = {}
    for mention in group:
        voice = mention.voice or mention.source
        by_voice[voice] = max(by_voice.get(voice, 0.0), _worth(mention))
    return sum(by_voice[voice] for voice in sorted(by_voice))


def _contradictions(mention: EventMention) -> list[Interval]:
    """Return the other days that a phrase names which contradicts itself ("Sunday (Dec 25)" when it is a Monday)."""
    time = mention.time
    if time is None or time.timex.rule != _TWOFOLD:
        return []
    return [interval for _, interval in time.alternatives if interval is not None]


def _status(mentions: Sequence[EventMention], chosen: Interval) -> Status:
    """Return the status the latest articles support: what has been reported done stays done unless called off."""
    latest = max(mention.published for mention in mentions)
    if any(mention.status is Status.CANCELLED and mention.published == latest for mention in mentions):
        return Status.CANCELLED
    told = [mention.status for mention in mentions if not mention.modal]
    if Status.OCCURRED in told and (chosen.start <= latest or any(mention.is_told_early for mention in mentions)):
        return Status.OCCURRED
    if Status.ONGOING in told and chosen.start <= latest:
        return Status.ONGOING
    planned = told or [mention.status for mention in mentions]  # "would be built this year"
    if chosen.start > latest or Status.PLANNED in planned:
        return Status.PLANNED
    return Status.OCCURRED


def _clearest(mentions: Sequence[EventMention], chosen: Interval) -> EventMention:
    """Return the mention whose title tells the event best: alone, in full, as the others tell it."""
    common = Counter(term for mention in mentions for term in set(mention.terms))
    acts = Counter(mention.predicate for mention in mentions)
    newest = max(mention.published for mention in mentions)

    def score(mention: EventMention) -> tuple[float, int]:
        shared = sum(common[term] - 1 for term in set(mention.terms)) / math.sqrt(1 + len(mention.terms))
        return (
            _clarity(mention)
            + 0.5 * math.log1p(shared)
            + 0.6 * (acts[mention.predicate] - 1) / len(mentions)
            + _fit(mention, chosen)
            + 0.2 * (mention.lede and mention.main)
            + _MAIN * mention.main
            - (2.0 if (mention.modal or mention.status is Status.PLANNED) and newest >= chosen.start else 0.0)
        ), -mentions.index(mention)

    # an undated clause beside a dated one of its sentence tells what surrounds the event
    timed = {(mention.article_id, mention.sentence) for mention in mentions if mention.interval}
    eligible = [m for m in mentions if m.interval or (m.article_id, m.sentence) not in timed]
    return max(eligible, key=score)


def _fit(mention: EventMention, chosen: Interval) -> float:
    """Say how well a mention's own time goes with the event's: what tells another day reads as an error there."""
    if mention.interval is None:
        return 0.0
    if mention.interval == chosen:
        return 1.5
    return 0.7 if mention.interval.overlaps(chosen) else _OTHER_DAY


def _clarity(mention: EventMention) -> float:
    """Say how well a title stands alone, by its form."""
    title = mention.title
    clarity = -2.0 if dangles(mention) else 0.0
    clarity -= 1.0 if len(title) < _SHORT else 0.0
    clarity -= 1.0 if len(title) >= LONGEST or title.endswith("…") else 0.0
    clarity -= 0.5 if len(title) > 90 else 0.0
    clarity -= 0.7 if mention.negated or mention.modal else 0.0
    clarity -= 0.5 if mention.present else 0.0
    clarity -= 0.15 if re.match(r"The [a-z]", title) else 0.0  # "the caravan": it was told of before
    clarity += 0.4 if mention.participants else 0.0
    clarity += 0.4 if any(role == "subject" for role, _ in mention.arguments) else -0.6
    return clarity


def _told_in(mention: EventMention) -> str:
    """Return the sentence of a mention, or its clause where the sentence is a page's furniture that no stop ends."""
    sentence = mention.sentence_text
    ends = sentence.rstrip("\"'”’)]»").endswith((".", "!", "?", "…"))
    return sentence if ends or len(sentence) <= _LONG_LINE else " ".join(mention.text.split()).strip(" ,;:–—-")


def _shorten(text: str, longest: int = 400) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _commonest(groups: Iterable[Sequence[str]], most: int = 5) -> tuple[str, ...]:
    """Return the names that most mentions give, the commonest first; each once, in its fullest spelling."""
    counts: Counter[str] = Counter(name for group in groups for name in dict.fromkeys(group))
    index = NameIndex(counts)
    full: Counter[str] = Counter()
    for name, count in counts.items():
        full[index.full(name)] += count
    return tuple(name for name, _ in sorted(full.items(), key=lambda pair: -pair[1])[:most])


def _confidence(dated: Sequence[EventMention], chosen: Interval) -> float:
    """Return how sure the date is, from 0 to 1: the weight of agreeing sources against the rest and against doubt."""
    agree = _votes([mention for mention in dated if mention.interval and mention.interval.overlaps(chosen)])
    differ = _votes([mention for mention in dated if mention.interval and not mention.interval.overlaps(chosen)])
    return round(agree / (agree + differ + 0.5), 2)
