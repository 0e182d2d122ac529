"""What a time means, and what it is read against."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from timeline.direction import Direction
from timeline.interval import Interval
from timeline.model import Clock, Term, TimexType
from timeline.resolve.units import spell

Alternative = tuple[str, Interval | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A time's meaning: the fields of an AnchoredTimex that its words and its anchor decide.

    Attributes:
        unit: the letter of the unit that an amount counts, and ``count`` how many, where it is an amount.
        told: whether later times may count from it.
    """

    type: TimexType = TimexType.DATE
    value: str
    mod: str | None = None
    interval: Interval | None = None
    clock: Clock | None = None
    anchor: str = ""
    reason: str = ""
    alternatives: tuple[Alternative, ...] = ()
    unit: str = ""
    count: float | str = 0
    told: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a time is read against.

    Attributes:
        published: the publication date, or None.
        last: the date told last in the narrative, or None.
        day: the single day told last, or None; ``near_day`` the same, where it stands in this paragraph, and
            ``near_part`` the letters of the part of it that was told.
        quarter: the quarter or other report period told last in this paragraph, or None.
        frame: the interval that a bigger time sets ("Tuesday of last week"), or None.
        year: the year that the time joined to it tells ("between July and September 1944"), or None.
        episode: whether the narrative tells a time of its own, far from the publication date.
        look: tells which way the clause looks; asked only when needed.
        nearby: the words before the time in its sentence, in lower case; asked only when needed. ``behind`` the same,
            of those after it.
    """

    published: date | None
    last: Interval | None = None
    day: Interval | None = None
    near_day: Interval | None = None
    near_part: str = ""
    quarter: Interval | None = None
    frame: Interval | None = None
    year: int | None = None
    episode: bool = False
    look: Callable[[], Direction] = lambda: Direction.UNCLEAR
    nearby: Callable[[], str] = lambda: ""
    behind: Callable[[], str] = lambda: ""
    evaluate: Callable[[Term, "Context"], Meaning]

    @property
    def now(self) -> date | None:
        """The day to count from: the publication date, or where there is none the narrative's last."""
        if self.published is not None:
            return self.published
        return self.last.start if self.last else None

    @property
    def anchor(self) -> str:
        """The day to count from, in words."""
        if self.published is not None:
            return f"publication date {self.published}"
        return self.told_anchor

    @property
    def told_anchor(self) -> str:
        """The last time of the narrative, in words."""
        return f"the time told before, {self.last.edtf()}" if self.last else "no anchor"

    def within(self, frame: Interval) -> "Context":
        """Return the context inside a bigger time."""
        return replace(self, frame=frame)

    def meaning(self, term: object) -> Meaning:
        """Return what a term in a slot means."""
        if not isinstance(term, Term):
            return UNKNOWN
        return self.evaluate(term, self)


#: a time that nothing anchors
UNKNOWN = Meaning(value="XXXX-XX-XX", reason="nothing to count from", told=False)


def dated(
    interval: Interval,
    anchor: str,
    reason: str,
    *,
    mod: str | None = None,
    alternatives: tuple[Alternative, ...] = (),
) -> Meaning:
    """Return the meaning of a time that names a calendar unit."""
    return Meaning(
        value=spell(interval), interval=interval, anchor=anchor, reason=reason, mod=mod, alternatives=alternatives
    )
