"""A picture as plain marks in pixels: what the layout decides and the painters draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from timeline.model import Event


class Anchor(StrEnum):
    """Which end of a text its x is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line; ``dash`` is a pattern of pixels, empty for a solid one."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A rectangle with rounded corners; ``fill`` and ``stroke`` name roles of the palette, empty for none."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    opacity: float = 1.0
    stroke: str = ""
    dash: tuple[float, ...] = ()
    radius: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text; ``y`` is its baseline.

    ``again`` marks a date that the row above says too: unseen, but where that row is left out or on another page.
    """

    x: float
    y: float
    text: str
    size: float
    fill: str = "ink"
    bold: bool = False
    anchor: Anchor = Anchor.START
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A marker: a shape of :data:`timeline.chart.style.SHAPES` by index, over ``area`` square pixels."""

    x: float
    y: float
    shape: int
    area: float
    fill: str
    stroke: str
    dash: tuple[float, ...] = ()


Mark = Line | Rect | Text | Symbol


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Marks that belong together, behind ``hit``; those of one event carry it.

    Attributes:
        role: what they are to who stacks the rows anew: ``axis``, ``foot``, ``grid``, ``spine``, ``year``, ``still`` (a
            year that goes on), ``pause``, ``head``, ``note``, ``row``; ``overview``, ``caption``, and
            ``missing``, which counts the events that are not shown.
        year: of a row or a year's heading, where dates leave it out.
        words: how high a row is without its date, and ``dated`` with it.
    """

    marks: tuple[Mark, ...]
    event: Event | None = None
    hit: Rect | None = None
    role: str = ""
    year: int | None = None
    words: float = 0.0
    dated: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the picture from top to bottom.

    Attributes:
        groups: its marks, from back to front.
        begin: the pixel it begins at.
        end: the pixel below it.
        top: the pixel where its rows begin; None where it has none.
        whole: whether it is true of all events only, and not of those that a filter leaves.
        axis: the pieces of its axis, where it has one: first day, left and right pixel, pixels a day, 1 for a cut.
    """

    groups: tuple[Group, ...]
    begin: float
    end: float
    top: float | None = None
    whole: bool = False
    axis: tuple[tuple[str, float, float, float, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A picture: its size and its columns in pixels, what it shows in words, and its parts from top to bottom."""

    width: float
    height: float
    title: str
    summary: str
    dates: float
    text: float
    parts: tuple[Part, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """All groups, those of a part from back to front."""
        return tuple(group for part in self.parts for group in part.groups)

    def marks(self) -> Iterator[tuple[Mark, Event | None]]:
        """Yield every mark that is seen, from back to front, with the event it belongs to."""
        for group in self.groups:
            for mark in group.marks:
                if not (isinstance(mark, Text) and mark.again):
                    yield mark, group.event
