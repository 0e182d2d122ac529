"""An invented story as values: two articles, three events, one conflict, built by hand for the tests."""

from datetime import date

from values import dated, told

from timeline.articles import make_article
from timeline.interval import Grain, Interval
from timeline.model import Article, Claim, Event, EventMention, Problem, Span, Status, Timeline
from timeline.readers.metadata import Metadata

HERALD = make_article(
    "Ferry Sinks off Ardol\n\nThe ferry Aurora sank on Sunday. Padrón called. Divers will search on Wednesday.",
    "herald",
    own=Metadata(published=date(2024, 3, 5), source="The Herald"),
)
COURIER = make_article(
    "The Aurora went down on Saturday, LĂłpez said. The harbour closed in February.",
    "courier",
    own=Metadata(published=date(2024, 3, 6), source="The Courier"),
)


def mention(
    article: Article, words: str, when: str = "", value: str = "", days: Interval | None = None
) -> EventMention:
    """Return the mention of ``words`` in an article, dated by the phrase ``when`` if there is one."""
    start = article.clean.index(words)
    span = Span(start, start + len(words))
    time = None
    if days:
        at = article.clean.index(when, start)
        anchor = f"publication date {article.published}"
        time = dated(when, days, start=at, value=value, anchor=anchor, reason="weekday before the publication date")
    located = article.locate(span)
    name = f"{article.id}:{located.start}-{located.end}"
    return told(name, article.source, words, published=article.published, span=span, time=time, title=words)


def timeline() -> Timeline:
    """Return the story: a harbour closes, a ferry sinks on a disputed day, a search is planned."""
    saturday, sunday = Interval.day(date(2024, 3, 2)), Interval.day(date(2024, 3, 3))
    february = Interval.unit(date(2024, 2, 1), Grain.MONTH)
    wednesday = Interval.day(date(2024, 3, 6))
    sank = mention(HERALD, "The ferry Aurora sank on Sunday", "Sunday", "2024-03-03", sunday)
    went_down = mention(COURIER, "The Aurora went down on Saturday, López said", "Saturday", "2024-03-02", saturday)
    headline = mention(HERALD, "Ferry Sinks off Ardol")
    closed = mention(COURIER, "The harbour closed in February", "February", "2024-02", february)
    search = mention(HERALD, "Divers will search on Wednesday", "Wednesday", "2024-03-06", wednesday)
    events = (
        _event("e-close", february, closed),
        _event("e-sink", sunday, sank, went_down, headline, claims=((sunday, sank), (saturday, went_down))),
        _event("e-search", wednesday, search, status=Status.PLANNED),
    )
    problem = Problem(where="notes.txt:1", what="no publication date", remedy="add one")
    return Timeline(events=events, articles=(COURIER, HERALD), problems=(problem,), title="The Aurora")


def _event(
    name: str,
    days: Interval,
    *mentions: EventMention,
    status: Status = Status.OCCURRED,
    claims: tuple[tuple[Interval, EventMention], ...] = (),
) -> Event:
    return Event(
        id=name,
        interval=days,
        title=mentions[0].title,
        description=mentions[0].sentence_text,
        status=status,
        mentions=mentions,
        claims=tuple(Claim(interval=when, mentions=(who.id,)) for when, who in claims or ((days, mentions[0]),)),
        conflict=len(claims) > 1,
        as_written=mentions[0].time.timex.text if mentions[0].time else "",
        basis="weekday before the publication date",
        actors=("Aurora",),
        salience=0.75,
        confidence=0.9,
    )
