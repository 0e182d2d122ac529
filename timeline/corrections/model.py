"""What a reader may ask for."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.interval import Interval
from timeline.model import Problem, Severity


class Kind(StrEnum):
    """What a correction does, in the order in which corrections are applied."""

    SPLIT = "split"
    MERGE = "merge"
    REDATE = "redate"
    STATUS = "status"
    RETITLE = "retitle"
    THEME = "theme"
    PIN = "pin"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One correction as its reader wrote it.

    Attributes:
        kind: what to do.
        events: the events to do it to, each by its id, or by its date and words of its title.
        where: the file and line it stands on.
        why: the reader's reason, or an empty string.
        words: the new title, the status or the theme.
        interval: the new date; ``mod`` is ``APPROX`` where the reader marks it so.
        parts: for a split, the ids of articles or mentions of each part; what no part names stays.
    """

    kind: Kind
    events: tuple[str, ...]
    where: str
    why: str = ""
    words: str = ""
    interval: Interval | None = None
    mod: str | None = None
    parts: tuple[tuple[str, ...], ...] = ()

    def problem(self, what: str, remedy: str) -> Problem:
        """Return a warning about this correction."""
        return Problem(where=self.where, what=f"{self.kind}: {what}", remedy=remedy, severity=Severity.WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The corrections that were understood, and what was wrong with the others."""

    items: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, kind: Kind) -> tuple[Correction, ...]:
        """Return those of a kind, in the order of the file."""
        return tuple(correction for correction in self.items if correction.kind is kind)
