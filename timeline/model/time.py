"""A time expression, as found and as resolved."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from timeline.interval import Grain, Interval
from timeline.model.article import Span


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


BARE_CLOCK = ("on the publication date", "the night before the publication date", "on the day told before")
"""Why a time of day without a day has the day it has."""


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

    @property
    def is_bare_clock(self) -> bool:
        """Whether its words name an hour or a part of the day, and no day ("at noon")."""
        return self.clock is not None and self.reason in BARE_CLOCK

    @property
    def is_full_date(self) -> bool:
        """Whether its words name a day or a month with its year, which no publication date moves."""
        interval = self.interval
        if not self.explicit or interval is None or interval.grain not in {Grain.DAY, Grain.MONTH}:
            return False
        return str(interval.start.year) in self.timex.text
