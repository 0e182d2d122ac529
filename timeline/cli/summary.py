"""The end of a build in a few lines: what was read, left out, merged and in conflict."""

from collections import Counter
from collections.abc import Iterator

from timeline.chart.rows import summary
from timeline.interval import Interval
from timeline.model import Severity, Timeline
from timeline.narrow import most_salient
from timeline.words import between, count

_LABEL = 13  # characters before what a line tells


def lines(timeline: Timeline, output: str, *, top: int | None = None) -> Iterator[str]:
    """Yield the summary line by line, the timeline in one line first.

    Args:
        timeline: what was built.
        output: the folder it goes to, as the reader named it.
        top: how many events the reader wants drawn at most; None where nobody said.
    """
    yield summary(timeline)
    for label, words in _parts(timeline, output, top):
        yield f"  {label:<{_LABEL}}{words}"


def _parts(timeline: Timeline, output: str, top: int | None) -> Iterator[tuple[str, str]]:
    """Yield what there is to tell, each with the word that it goes by."""
    days = sorted(article.published for article in timeline.articles)
    sources = {article.source for article in timeline.articles}
    if days:
        reach = between(Interval.day(days[0]), Interval.day(days[-1]))
        narrowed = any(name == "query" for name, _ in timeline.settings)
        yield (
            "told by" if narrowed else "read",
            f"{count(len(days), 'article')} of {count(len(sources), 'source')}, published {reach}",
        )
    found = Counter(problem.severity for problem in timeline.problems)
    lost, doubts, notes = found[Severity.ERROR], found[Severity.WARNING], found[Severity.NOTE]
    if lost:
        yield "left out", f"{count(lost, 'file')} or parts of files, as told above"
    if doubts:
        yield "to check", f"{count(doubts, 'warning')}, as told above"
    if notes:
        yield "to know", f"{count(notes, 'note')}, as told above"
    if days and not timeline.events:
        yield "no event", "the articles date nothing that they tell"
    mentions = sum(len(event.mentions) for event in timeline.events)
    shared = sum(len(event.tellers) > 1 for event in timeline.events)
    if mentions:
        told = "is told" if shared == 1 else "are told"
        yield "merged", f"{count(mentions, 'mention')} into the events; {shared:,} {told} by two articles or more"
    drawn = timeline.events if top is None else most_salient(timeline.events, top)
    if len(drawn) < len(timeline.events):
        yield "not drawn", f"{count(len(timeline.events) - len(drawn), 'less salient event')} (--top)"
    conflicts = sum(event.conflict for event in timeline.events)
    if conflicts:
        yield "in conflict", f"{count(conflicts, 'event')}; timeline conflicts -o {output} says who gives which date"
