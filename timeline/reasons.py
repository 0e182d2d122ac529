"""Why an event has its date, line by line: every claim with its sources, their words, the rule and the anchor."""

from collections.abc import Iterator

from timeline.disputes import ground, makers, phrase, verdict
from timeline.model import Article, Claim, Event, EventMention, Status, Timeline


def claims(event: Event, timeline: Timeline) -> Iterator[str]:
    """Yield what kind of conflict an event's date is in, then each dating: its sources, their words and rules."""
    articles = {article.id: article for article in timeline.articles}
    yield verdict(event)
    for claim in event.claims:
        yield f"{claim.interval.edtf()} ({claim.interval.grain}), {_standing(event, claim)}"
        for mention in makers(event, claim):
            yield from _told(mention, articles)


def reasons(event: Event, timeline: Timeline) -> Iterator[str]:
    """Yield in lines of text why an event has its date."""
    articles = {article.id: article for article in timeline.articles}
    mentions = {mention.id: mention for mention in event.mentions}
    yield f"{event.date}  {event.title}"
    yield f"event {event.id}, {event.status}, confidence {event.confidence:.2f}, salience {event.salience:.2f}"
    yield f"dated by “{event.as_written}”: {event.basis}" if event.as_written else f"date {event.basis}"
    yield from (f"correction {line}" for line in event.corrections)
    if event.conflict:
        yield f"conflict: {verdict(event)}"
    for claim in event.claims:
        yield ""
        yield f"claim {claim.interval.edtf()} ({claim.interval.grain}), {_standing(event, claim)}"
        for name in claim.mentions:
            yield from _told(mentions[name], articles)
    dating = {name for claim in event.claims for name in claim.mentions}
    witnesses = [mention for mention in event.mentions if mention.id not in dating]
    if witnesses:
        yield ""
        yield "told without a date of its own"
        for mention in witnesses:
            yield from _told(mention, articles)


def _standing(event: Event, claim: Claim) -> str:
    """Say what a claim is to the event's date."""
    if claim == event.claims[0]:
        return "chosen" if claim.mentions else "set by hand"
    if claim.interval.overlaps(event.interval):
        return "agrees with it"
    plan = not event.conflict and all(mention.status is Status.PLANNED for mention in makers(event, claim))
    return "planned for it" if plan and event.status is not Status.PLANNED else "contradicts it"


def _told(mention: EventMention, articles: dict[str, Article]) -> Iterator[str]:
    article = articles.get(mention.article_id)
    basis = f" ({article.published_basis})" if article else ""
    place = article.locate(mention.span) if article else mention.span
    yield f"  {mention.source}, published {mention.published}{basis}"
    if mention.time:
        yield f"    {phrase(mention)} = {mention.time.value}, {ground(mention)}"
    yield f"    {mention.article_id}, characters {place.start}-{place.end}: {' '.join(mention.sentence_text.split())}"
