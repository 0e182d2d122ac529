"""The values that flow through the pipeline: frozen, keyword-only, small and picklable.

Provenance travels by id and span: an :class:`Event` names its mentions, a mention its article and
the characters it stands on, a time its rule and its anchor. Spans are half-open and count characters.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from timeline.interval import Interval

if TYPE_CHECKING:
    from pandas import DataFrame

    from timeline.chart.draw import TimelineChart


class Span(NamedTuple):
    """Characters from ``start`` up to, but without, ``end``."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of ``text`` that the span covers."""
        return text[self.start : self.end]


class Severity(StrEnum):
    """How much a problem matters: an ``error`` leaves something out, a ``warning`` does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the input that the reader should know: where, what, and the remedy."""

    where: str
    what: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"


class Basis(StrEnum):
    """Where an article's publication date came from, the surest first."""

    GIVEN = "given"
    FRONT_MATTER = "front matter"
    SIDECAR = "sidecar"
    RECORD = "record"
    JSON_LD = "JSON-LD datePublished"
    META = "article:published_time"
    TIME = "time datePublished"
    FILE_NAME = "file name"
    DATELINE = "dateline"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article.

    Attributes:
        id: unique in its folder; the file's path without its ending.
        source: who published it; the id where nobody says.
        title: the headline, or an empty string.
        text: the text as read, without front matter; mention offsets count its characters.
        clean: what the stages see: mended, without repeated lines and metadata.
        offsets: pairs (position in ``clean``, position in ``text``), ascending; between two of them both run in step.
            Where text was left out, two pairs share the place in ``clean``: the end of what stands before, the start
            of what follows.
        published: the local day of publication, the DCT that times resolve against.
        published_basis: where that day came from.
    """

    id: str
    source: str
    title: str
    text: str
    clean: str
    offsets: tuple[tuple[int, int], ...] = ((0, 0),)
    published: date
    published_basis: Basis = Basis.GIVEN
    url: str | None = None
    language: str = "en"

    def locate(self, span: Span) -> Span:
        r"""Return where a span of ``clean`` stands in ``text``.

        >>> article = Article(id="a", source="a", title="", text="xx\n\nBiden spoke.", clean="Biden spoke.",
        ...                   offsets=((0, 4),), published=date(2023, 12, 27))
        >>> article.locate(Span(0, 5)).of(article.text)
        'Biden'
        """
        if span.end <= span.start:
            return Span(self._place(span.start), self._place(span.start))
        # a span ends where its last character does, before whatever was left out behind it
        at = bisect_left(self.offsets, span.end, key=lambda pair: pair[0])
        at_pair = at < len(self.offsets) and self.offsets[at][0] == span.end
        return Span(self._place(span.start), self.offsets[at][1] if at_pair else self._place(span.end))

    def _place(self, position: int) -> int:
        """Return the place in ``text`` of a position in ``clean``, never past the end."""
        at = max(bisect_right(self.offsets, position, key=lambda pair: pair[0]) - 1, 0)
        clean, text = self.offsets[at]
        return min(text + position - clean, len(self.text))


class TimexType(StrEnum):
    """The four types of TIMEX3 (TimeML 1.2.1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Term(NamedTuple):
    """What a rule made of words: the rule's name and its slots, which may hold terms ("Tuesday of last week")."""

    rule: str
    slots: tuple[tuple[str, "str | int | float | Term"], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression found in a text, not yet dated: its span, its words, the rule that found it, its slots."""

    span: Span
    text: str
    rule: str
    slots: tuple[tuple[str, str | int | float | Term], ...] = ()


class Clock(NamedTuple):
    """A part of a day: minutes from midnight, the end exclusive, and the zone as written; never converted."""

    start: int
    end: int
    zone: str = ""


class Target(StrEnum):
    """Which clause a time dates: its own, or the one its conjunction opens ("a week after Biden spoke")."""

    CLAUSE = "clause"
    COMPLEMENT = "complement"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnchoredTimex:
    """A time expression resolved.

    Attributes:
        timex: what was found.
        type: its TIMEX3 type.
        value: its TIMEX3 value, such as ``2023-12-24``, ``2023-W51``, ``P3M``, ``PRESENT_REF``.
        mod: its TIMEX3 mod (``START``, ``MID``, ``END``, ``APPROX``, ...), or None.
        interval: the days it names, or None where it names none (durations, sets, vague references).
        clock: the part of the day it names, or None.
        anchor: what it counts from, in words ("publication date 2023-12-27").
        reason: why this value, in words ("weekday before the publication date").
        alternatives: other readings, as TIMEX3 values, where usage is divided or the phrase contradicts itself.
        explicit: whether the phrase names its day, month or year itself rather than relative to something.
        target: which clause the interval dates.
    """

    timex: Timex
    type: TimexType
    value: str
    mod: str | None = None
    interval: Interval | None = None
    clock: Clock | None = None
    anchor: str = ""
    reason: str = ""
    alternatives: tuple[tuple[str, Interval | None], ...] = ()
    explicit: bool = False
    target: Target = Target.CLAUSE

    @property
    def span(self) -> Span:
        """The characters it stands on."""
        return self.timex.span


class Relation(StrEnum):
    """How a time relates to its clause; only ``at`` and ``within`` date it."""

    AT = "at"
    WITHIN = "within"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class Status(StrEnum):
    """Whether an event has happened, as its sources tell it."""

    OCCURRED = "occurred"
    PLANNED = "planned"
    ONGOING = "ongoing"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One article's words for one event: a clause with its predicate, and the time that governs it.

    Attributes:
        id: ``article id:start-end`` of the clause in the article's text as read.
        article_id, source, published: the article it stands in.
        sentence: the sentence's span in the article's clean text.
        span: the clause's span in the article's clean text.
        text: the clause's words; ``sentence_text`` the sentence's.
        head: the predicate's span in the clean text; ``predicate`` its lemma.
        time: the time that dates it, or None for a witness.
        relation: how that time relates to the clause.
        title: the clause as a headline that stands alone.
        participants, places: names, in full where the article gives them in full.
        terms: content words by lemma, for comparison.
        arguments: roles of the predicate with their head lemmas: ``(("subject", "caravan"), ("object", "town"))``.
        numbers: amounts with their units, as written.
        negated, modal: polarity and modality of the predicate.
        statement: whether the predicate is a verb of saying.
        status: planned, occurred, ongoing or cancelled, as this article tells it.
        order: the mention's place in its article, from 0.
        lede: whether it stands in the article's first sentence.
        state: whether it tells how something is rather than what happens.
        present: whether its verb stands in the present tense, as in the caption of a picture.
        main: whether it is a main clause in the past tense or the present perfect.
    """

    id: str
    article_id: str
    source: str
    published: date
    sentence: Span
    span: Span
    text: str
    sentence_text: str
    head: Span
    predicate: str
    time: AnchoredTimex | None = None
    relation: Relation | None = None
    title: str = ""
    participants: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    arguments: tuple[tuple[str, str], ...] = ()
    numbers: tuple[str, ...] = ()
    negated: bool = False
    modal: bool = False
    statement: bool = False
    status: Status = Status.OCCURRED
    order: int = 0
    lede: bool = False
    state: bool = False
    present: bool = False
    main: bool = False

    @property
    def interval(self) -> Interval | None:
        """The days that date it, or None for a witness."""
        return self.time.interval if self.time else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How likely two mentions tell one event: a sum, and the (comparison, level, weight) parts that make it."""

    value: float
    parts: tuple[tuple[str, str, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One dating of an event and the mentions that make it."""

    interval: Interval
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several mentions denote: one row of the timeline.

    Attributes:
        id: a hash of the founding mention (the earliest published that dates it, then article id, then offset).
        interval: when, in whole local days.
        mod: TIMEX3 mod of the dating expression (``APPROX`` prints as ``~``), or None.
        clock: the part of the day, where a source tells it.
        title: a short headline that stands alone; ``description`` the clearest full sentence.
        mentions: all of them, those that date it first; each once.
        claims: every dating made by a source, the chosen one first.
        conflict: whether two claims exclude each other.
        as_written: the phrase that dates it; ``basis`` its rule and anchor in words.
        salience: 0 to 1, how much of the story it carries; ``confidence`` 0 to 1, how sure the date is.
    """

    id: str
    interval: Interval
    mod: str | None = None
    clock: Clock | None = None
    title: str
    description: str
    status: Status
    mentions: tuple[EventMention, ...]
    claims: tuple[Claim, ...]
    conflict: bool = False
    as_written: str = ""
    basis: str = ""
    theme: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    salience: float = 0.0
    confidence: float = 0.0
    note: str = ""

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that tell it, sorted."""
        return tuple(sorted({mention.article_id for mention in self.mentions}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that tell it, sorted."""
        return tuple(sorted({mention.source for mention in self.mentions}))

    @property
    def date(self) -> str:
        """When, in EDTF; an approximate time ends in ``~``.

        >>> from timeline.interval import Grain
        >>> event = Event(id="e", interval=Interval.unit(date(2023, 5, 9), Grain.MONTH), title="t", description="d",
        ...               status=Status.OCCURRED, mentions=(), claims=())
        >>> event.date
        '2023-05'
        """
        return self.interval.edtf() + ("~" if self.mod == "APPROX" else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The events in order (start, end, clock, salience, id), the articles they come from, and what went wrong."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    title: str = ""
    settings: tuple[tuple[str, str], ...] = field(default=())

    # What a reader does with a timeline in hand stands in timeline.display; the imports that point up stand in here.

    def _repr_mimebundle_(self, *_args: object, **_options: object) -> dict[str, str]:
        """Return what a notebook shows: the page's content, offline, and the picture where HTML is not shown."""
        from timeline.display import mimebundle  # noqa: PLC0415

        return mimebundle(self)

    @property
    def df(self) -> "DataFrame":
        """The table: a row an event, with the columns of ``timeline.csv``."""
        from timeline.frame import to_frame  # noqa: PLC0415

        return to_frame(self)

    def chart(self, *, width: int = 720, dark: bool = False, top: int | None = None) -> "TimelineChart":
        """Return the picture as an Altair chart; arguments as for :func:`timeline.plot`."""
        from timeline.chart import plot  # noqa: PLC0415

        return plot(self, width=width, dark=dark, top=top)

    def explain(self, event: str) -> str:
        """Return why an event has its date, by the event's id or its first characters."""
        from timeline.display import explain  # noqa: PLC0415

        return explain(self, event)

    @property
    def conflicts(self) -> "Timeline":
        """The events on whose date the sources disagree."""
        from timeline.display import conflicts  # noqa: PLC0415

        return conflicts(self)

    def between(self, start: str | date | None, end: str | date | None) -> "Timeline":
        """Return the events that share a day with a period; both ends count, and may be years or months ("2023-12")."""
        from timeline.display import between  # noqa: PLC0415

        return between(self, start, end)

    def top(self, number: int) -> "Timeline":
        """Return the ``number`` most salient events, in order of time."""
        from timeline.display import top  # noqa: PLC0415

        return top(self, number)

    def query(self, words: str) -> "Timeline":
        """Return the events that tell of every one of some words, whatever their case and accents."""
        from timeline.display import query  # noqa: PLC0415

        return query(self, words)
