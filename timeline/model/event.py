"""What several mentions denote: a row of the timeline."""

from dataclasses import dataclass

from timeline.interval import Interval
from timeline.model.mention import EventMention, Status
from timeline.model.time import Clock


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
        note: what was done to it by hand, in words.
        pinned: whether the reader wants it printed whatever its salience.
        corrections: the file and line of each correction applied to it, and what it did.
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
    pinned: bool = False
    corrections: tuple[str, ...] = ()

    @property
    def article_ids(self) -> tuple[str, ...]:
        """The articles that tell it, sorted."""
        return tuple(sorted({mention.article_id for mention in self.mentions}))

    @property
    def tellers(self) -> tuple[str, ...]:
        """The articles that tell it in words of their own, sorted: of copies of one text the first stands for all."""
        return tuple(sorted({mention.teller for mention in self.mentions}))

    @property
    def voices(self) -> tuple[str, ...]:
        """The sources that tell it in words of their own, sorted: those that repeat another's text are not counted."""
        return tuple(sorted({mention.voice or mention.source for mention in self.mentions}))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that tell it, sorted."""
        return tuple(sorted({mention.source for mention in self.mentions}))

    @property
    def date(self) -> str:
        """When, in EDTF; an approximate time ends in ``~``.

        >>> from datetime import date
        >>> from timeline.interval import Grain
        >>> event = Event(id="e", interval=Interval.unit(date(2023, 5, 9), Grain.MONTH), title="t", description="d",
        ...               status=Status.OCCURRED, mentions=(), claims=())
        >>> event.date
        '2023-05'
        """
        return self.interval.edtf() + ("~" if self.mod == "APPROX" else "")
