"""The value that the ladder gives."""

from dataclasses import dataclass
from datetime import date

from timeline.model import Basis, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A publication day, where it came from, and the characters that say it (None outside the text)."""

    day: date
    basis: Basis
    span: Span | None = None
