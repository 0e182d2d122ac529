"""``timeline explain`` and ``timeline conflicts``: what lies behind the dates of a build."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.export.json import read_timeline
from timeline.model import Article, Event, EventMention, Timeline


def explain(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print why an event has its date: claims, sources, sentences, rules and anchors."""
    timeline = read_timeline(Path(arguments.output))
    found = [event for event in timeline.events if event.id.startswith(arguments.event)]
    if len(found) != 1:
        what = f"{len(found)} events begin so" if found else "no such event"
        print(f"{arguments.event}: {what}; the ids stand in {Path(arguments.output) / 'timeline.csv'}", file=err)
        return Exit.USAGE
    for line in _explained(found[0], timeline):
        print(line, file=out)
    return Exit.OK


def conflicts(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:  # noqa: ARG001  # as every command
    """Print the events whose sources disagree on the date, with each claim."""
    disputed = [event for event in read_timeline(Path(arguments.output)).events if event.conflict]
    if not disputed:
        print("no conflicts between sources", file=out)
    for event in disputed:
        print(f"{event.id}  {event.date}  {event.title}", file=out)
        for line in _claims(event):
            print(f"  {line}", file=out)
    return Exit.OK


def _claims(event: Event) -> Iterator[str]:
    mentions = {mention.id: mention for mention in event.mentions}
    for claim in event.claims:
        sources = sorted({mentions[mention].source for mention in claim.mentions})
        words = sorted({_words(mentions[mention]) for mention in claim.mentions})
        yield f"{claim.interval.edtf()}  {'; '.join(sources)}: {', '.join(words)}"


def _explained(event: Event, timeline: Timeline) -> Iterator[str]:
    articles = {article.id: article for article in timeline.articles}
    mentions = {mention.id: mention for mention in event.mentions}
    yield f"{event.date}  {event.title}"
    yield f"event {event.id}, {event.status}, confidence {event.confidence:.2f}, salience {event.salience:.2f}"
    yield f"dated by “{event.as_written}”: {event.basis}"
    for number, claim in enumerate(event.claims):
        yield ""
        chosen = "chosen" if number == 0 else "contradicts it" if event.conflict else "agrees with it"
        yield f"claim {claim.interval.edtf()} ({claim.interval.grain}), {chosen}"
        for name in claim.mentions:
            yield from _told(mentions[name], articles)
    dating = {name for claim in event.claims for name in claim.mentions}
    witnesses = [mention for mention in event.mentions if mention.id not in dating]
    if witnesses:
        yield ""
        yield "told without a date of its own"
        for mention in witnesses:
            yield from _told(mention, articles)


def _told(mention: EventMention, articles: dict[str, Article]) -> Iterator[str]:
    article = articles.get(mention.article_id)
    basis = f" ({article.published_basis})" if article else ""
    place = article.locate(mention.span) if article else mention.span
    yield f"  {mention.source}, published {mention.published}{basis}"
    if mention.time:
        time = mention.time
        yield f"    {_words(mention)} = {time.value}, rule {time.timex.rule}"
        yield f"    because: {time.reason}" + (f", counted from {time.anchor}" if time.anchor else "")
    yield f"    {mention.article_id}, characters {place.start}-{place.end}: {' '.join(mention.sentence_text.split())}"


def _words(mention: EventMention) -> str:
    return f"“{' '.join(mention.time.timex.text.split())}”" if mention.time else "no time"
