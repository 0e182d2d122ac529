"""One article's words for one event, and how likely two of them tell the same."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline.interval import Interval
from timeline.model.article import Span
from timeline.model.time import AnchoredTimex


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


DCT_DEFAULT = "dct-default"
_AGO, _ROUGH = "an amount ago", 7  # days
"""The rule that dates a lede without a time by the publication date."""


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
        title: the clause as a headline that stands alone; ``dangling`` says that it leaves open who is meant after all.
        participants, places: names, in full where the article gives them in full.
        terms: content words by lemma, for comparison.
        arguments: roles of the predicate with their head lemmas: ``(("subject", "caravan"), ("object", "town"))``.
        numbers: amounts with their units, as written.
        negated, modal: polarity and modality of the predicate.
        statement: whether the predicate is a verb of saying.
        status: planned, occurred, ongoing or cancelled, as this article tells it.
        order: the mention's place in its article, from 0.
        again: how many mentions of its article have the same words and predicate before it.
        lede: whether it stands in the article's first sentence.
        state: whether it tells how something is rather than what happens.
        scenery: whether it tells only what, where or how something was, or what analysts make of it: no event.
        present: whether its verb stands in the present tense, as in the caption of a picture.
        main: whether it is a main clause in the past tense or the present perfect.
        voice: the source whose text its article shares with others, if it does: an agency in five papers is one voice.
        original: the id of the first publication of that text.
        echo: whether an earlier article of that voice told it in these words.
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
    dangling: bool = False
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
    again: int = 0
    lede: bool = False
    state: bool = False
    scenery: bool = False
    present: bool = False
    main: bool = False
    voice: str = ""
    original: str = ""
    echo: bool = False

    @property
    def interval(self) -> Interval | None:
        """The days that date it, or None for a witness."""
        return self.time.interval if self.time else None

    @property
    def teller(self) -> str:
        """The id of the article that tells it, of copies of one text that of the first."""
        return self.original or self.article_id

    @property
    def is_rough(self) -> bool:
        """Whether the time is a day counted back over a week or more ("ten days ago"), which few count to the day."""
        if self.time is None or self.interval is None or self.time.timex.rule != _AGO or self.interval.days != 1:
            return False
        return (self.published - self.interval.start).days >= _ROUGH

    @property
    def is_stand_in(self) -> bool:
        """Whether the publication date stands in for a time that its words do not give."""
        return self.time is not None and self.time.timex.rule == DCT_DEFAULT

    @property
    def is_told_early(self) -> bool:
        """Whether it tells as done what it dates after its own publication: one of the two dates is wrong."""
        interval = self.interval
        done = self.status in {Status.OCCURRED, Status.ONGOING}  # what was called off may have had a day to come
        return interval is not None and interval.start > self.published and done


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How likely two mentions tell one event: a sum, and the (comparison, level, weight) parts that make it."""

    value: float
    parts: tuple[tuple[str, str, float], ...] = ()
