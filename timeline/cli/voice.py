"""How loudly a command speaks: results to one stream, messages and the progress to the other."""

import argparse
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TextIO

from timeline.progress import Progress, bar, quiet

_YELLOW, _PLAIN = "\x1b[33m", "\x1b[39m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What a command says and where.

    Attributes:
        out: for results; ``err`` for messages.
        level: 0 as a rule; 1 tells more, -1 no results, -2 no warnings either. What stops a command is always told.
        colour: whether the place of a message stands out in colour.
    """

    out: TextIO
    err: TextIO
    level: int = 0
    colour: bool = False

    @classmethod
    def of(cls, arguments: argparse.Namespace, out: TextIO, err: TextIO) -> "Voice":
        """Return the voice that ``-v`` and ``-q`` ask for."""
        return cls(out=out, err=err, level=arguments.verbose - arguments.quiet, colour=is_coloured(err, os.environ))

    def say(self, words: str) -> None:
        """Print a result."""
        if self.level >= 0:
            print(words, file=self.out)

    def warn(self, place: str, words: str) -> None:
        """Print a message that begins with a place."""
        if self.level > -2:
            print(f"{_YELLOW}{place}{_PLAIN}{words}" if self.colour else place + words, file=self.err)

    def detail(self, words: str) -> None:
        """Print what only a reader who asks for more wants to know."""
        if self.level > 0:
            print(words, file=self.err)

    @property
    def progress(self) -> Progress:
        """A bar where messages go to a terminal, unless the reader wants it quiet."""
        return bar(self.err) if self.level >= 0 and self.err.isatty() else quiet


def is_coloured(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Say whether a stream takes colour: a terminal that can, and nobody set ``NO_COLOR`` (https://no-color.org)."""
    return stream.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
