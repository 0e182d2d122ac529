"""What a reader of a format takes and gives: the bytes of a file with the limits they must keep, and its documents."""

from collections.abc import Callable
from dataclasses import dataclass, field

from timeline.readers.limits import Limits
from timeline.readers.metadata import Metadata

__all__ = ["Document", "Entry", "Limits", "Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A file in a folder or an archive: what it is called in messages, and how to get its bytes."""

    shown: str
    load: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of a file, what it is called in messages, and the limits."""

    data: bytes
    shown: str
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article as a file holds it: its text, what it says of itself, and its name where a file holds several.

    ``line`` is the line of the file that the text begins on, 0 where its lines are not those of the file.
    """

    text: str
    own: Metadata = field(default_factory=Metadata)
    part: str = ""
    where: str = ""
    line: int = 0
