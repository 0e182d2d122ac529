"""Articles as event mentions: one clause of one article, with the time that governs it.

A mention with a time that dates it can found an event; a mention without one is a witness, which may join an event but
never dates it. The one fallback is named ``dct-default``: the main clause of an article's first sentence, if it tells
something done and gives no time, is dated by the publication date.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.discourse import Discourse
from timeline.interval import Grain, Interval
from timeline.mend import mend
from timeline.mend.glued import parted
from timeline.mentions.anchors import counts_back
from timeline.mentions.bearers import in_full
from timeline.mentions.cast import Cast
from timeline.mentions.furniture import foreign
from timeline.mentions.headlines import Headlines
from timeline.mentions.people import genders, people
from timeline.mentions.reader import Reader
from timeline.model import DCT_DEFAULT, AnchoredTimex, Article, EventMention, Relation, Span, Status, Timex, TimexType
from timeline.names import definite, names, places
from timeline.resolve import annotate, dateline_day, join, lasting, run
from timeline.runon import pieces
from timeline.sentences import split
from timeline.syntax import parse_all
from timeline.words import letters

_LONG_AGO = 180  # days before its publication that no lede tells of as news


def extract(articles: Iterable[Article]) -> tuple[EventMention, ...]:
    """Find the event mentions of some articles, article by article in the order given, in the order of the text."""
    return tuple(mention for article in articles for mention in _extract(article))


def _extract(article: Article) -> list[EventMention]:
    headed = dateline_day(article.text, article.published)
    times = _joined(article.clean, annotate(article.clean, article.published, headed))
    spans = [piece for sentence in split(article.clean) for piece in pieces(article.clean, sentence)]
    parsed = parse_all(article.clean, spans)
    sentences = [mend(sentence) for sentence in parted(article.clean, parsed)]
    found = in_full(sentences, [names(sentence) for sentence in sentences])
    talk = Discourse(genders=genders(sentences, found))
    the, somewhere = definite(sentences, found), places(sentences, found)
    cast = Cast(people=people(sentences, found), discourse=talk, definite=the, impersonal=the | somewhere)
    headlines = Headlines(cast=cast, published=article.published, clean=article.clean)
    reader = Reader(article=article, cast=cast, headlines=headlines, foreign=foreign(sentences))
    mentions: list[EventMention] = []
    at = 0
    for sentence, group in zip(sentences, found, strict=True):
        first = at
        while at < len(times) and times[at].span.start < sentence.span.end:
            at += 1
        mentions.extend(reader.read(sentence, group, times[first:at]))
    told: Counter[tuple[str, str]] = Counter()
    numbered = []
    for number, mention in enumerate(_named_apart(_with_lede(article, mentions))):
        same = letters(mention.text), mention.predicate
        numbered.append(replace(mention, order=number, again=told[same]))
        told[same] += 1
    return numbered


def _named_apart(mentions: list[EventMention]) -> Iterator[EventMention]:
    """Yield mentions with an id each: of two on the same words the later one is named by its predicate as well."""
    seen: set[str] = set()
    for mention in mentions:
        name = mention.id if mention.id not in seen else f"{mention.id}@{mention.head.start}"
        while name in seen:
            name += "+"
        seen.add(name)
        yield mention if name == mention.id else replace(mention, id=name)


def _joined(text: str, times: Sequence[AnchoredTimex]) -> list[AnchoredTimex]:
    """Return the times with each range told by two of them ("between May and November") as one."""
    times = [_lasting(text, times, at) for at in range(len(times))]
    found: list[AnchoredTimex] = []
    at = 0
    while at < len(times):
        interval = join(text, times, at)
        end = at + 2 if interval is not None else run(text, times, at)
        found.extend(_hulls(text, times[at:end]) if interval is None else [_as_one(text, times[at:end], interval)])
        at = end
    return found


def _hulls(text: str, listed: Sequence[AnchoredTimex]) -> Iterator[AnchoredTimex]:
    """Yield the times of a list, those between which no day lies as one ("Monday, Tuesday and Thursday": two)."""
    group: list[AnchoredTimex] = []
    if len(listed) > 1:  # each is told in the words of all: "April 5, 6 and 8"
        whole = Span(listed[0].span.start, listed[-1].span.end).of(text)
        listed = [replace(time, timex=replace(time.timex, text=whole)) for time in listed]
    for time in listed:
        before = group[-1].interval if group else None
        apart = before is None or time.interval is None or before.end != time.interval.start
        if group and (apart or (before is not None and before.grain is Grain.YEAR)):  # who won in two years won twice
            yield _hull(text, group)
            group = []
        group.append(time)
    yield _hull(text, group)


def _hull(text: str, group: Sequence[AnchoredTimex]) -> AnchoredTimex:
    """Return some times that follow one another as one; a single one as it is."""
    first, last = group[0].interval, group[-1].interval
    if len(group) == 1 or first is None or last is None:
        return group[0]
    return _as_one(text, group, first.hull(last))


def _as_one(text: str, group: Sequence[AnchoredTimex], interval: Interval) -> AnchoredTimex:
    """Return some times in a row as one time on an interval."""
    span = Span(group[0].span.start, group[-1].span.end)
    timex = replace(group[0].timex, span=span, text=max(span.of(text), group[0].timex.text, key=len))
    value = f"{group[0].value}/{group[-1].value}" if interval.grain is Grain.RANGE else interval.edtf()
    return replace(group[0], timex=timex, value=value, interval=interval)


def _lasting(text: str, times: Sequence[AnchoredTimex], at: int) -> AnchoredTimex:
    """Return a time as the whole of what begins then, where an amount beside it tells how long ("for a week from")."""
    time, interval = times[at], lasting(text, times, at)
    if interval is None:
        return time
    amount = times[at - 1] if at and times[at - 1].interval is None else times[at + 1]
    span = Span(min(amount.span.start, time.span.start), max(amount.span.end, time.span.end))
    value = f"{interval.start}/{interval.last}"
    timex = replace(time.timex, text=span.of(text))
    return replace(time, timex=timex, value=value, interval=interval, reason=f"{amount.timex.text} from {time.value}")


def _may_be_told_of(mention: EventMention, main: EventMention) -> bool:
    """Say whether a time of the lede may be that of its news: not of one "who won the prize in 1988"."""
    if mention.time is None or mention.interval is None:
        return mention.time is not None
    inside = mention.span.start >= main.span.start and mention.head != main.head
    return not inside or (main.published - mention.interval.end).days < _LONG_AGO


def _with_lede(article: Article, mentions: list[EventMention]) -> list[EventMention]:
    """Date the first clause of the lede by the publication date where the lede gives no time."""
    lede = [number for number, mention in enumerate(mentions) if mention.lede]
    main = next((number for number in lede if mentions[number].main), None)
    if main is None:
        return mentions
    first = mentions[main]
    if any(_may_be_told_of(mentions[number], first) for number in lede):
        return mentions
    if first.status is not Status.OCCURRED or first.modal or first.negated or counts_back(first):
        return mentions
    time = AnchoredTimex(
        timex=Timex(span=Span(first.span.start, first.span.start), text="", rule=DCT_DEFAULT),
        type=TimexType.DATE,
        value=article.published.isoformat(),
        interval=Interval.day(article.published),
        anchor=f"publication date {article.published.isoformat()}",
        reason="the lede gives no time; the publication date stands in",
    )
    mentions[main] = replace(first, time=time, relation=Relation.AT)
    return mentions
