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
    """One line of text; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    size: float
    fill: str = "ink"
    bold: bool = False
    anchor: Anchor = Anchor.START


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
    """Marks that belong together, behind ``hit``; those of one event carry it."""

    marks: tuple[Mark, ...]
    event: Event | None = None
    hit: Rect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A picture: its size in pixels, what it shows in words, and its groups from back to front."""

    width: float
    height: float
    title: str
    summary: str
    groups: tuple[Group, ...]

    def marks(self) -> Iterator[tuple[Mark, Event | None]]:
        """Yield every mark from back to front with the event it belongs to."""
        for group in self.groups:
            for mark in group.marks:
                yield mark, group.event
