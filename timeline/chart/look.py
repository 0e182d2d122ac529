"""How an event looks: its marker, its bar and the line of words that repeats both for who cannot see them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Self

from timeline.chart.scene import Line, Mark, Rect, Symbol
from timeline.chart.style import CIRCLE, OTHER
from timeline.chart.text import plain
from timeline.disputes import objections, verdict
from timeline.interval import Grain, Interval
from timeline.model import Event, Status
from timeline.words import count, hour, when

_SMALL, _LARGE = 56.0, 290.0  # square pixels of a marker for one source and for the most
_BAR = 9.0
_GHOST = 6.0
_DOT = 7.0  # the least width of a bar
EXACT = frozenset({Grain.DAY, Grain.RANGE})  # grains of which the days are told
AROUND = frozenset({"APPROX", "BEFORE", "AFTER"})  # mods that leave open whether it was on the days that are named
_WEEK = 7  # days
_THIRDS = ("START", "MID", "END")  # mods that name a part of a unit
_STATUS = {Status.PLANNED: "planned", Status.ONGOING: "continues", Status.CANCELLED: "cancelled"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What tells events apart: the themes that have a shape and a colour of their own, and who tells them.

    Attributes:
        themes: the names of all themes, the commonest first.
        most: the most sources of an event, or articles.
        unit: whose number a marker shows: ``source``, or ``article`` where all events come from one source.
    """

    themes: tuple[str, ...] = ()
    most: int = 1
    unit: str = "source"
    _index: dict[str, int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_index", {name: index for index, name in enumerate(self.themes[:OTHER])})

    @classmethod
    def of(cls, events: Sequence[Event], themes: tuple[str, ...]) -> Self:
        """Return the look of the events of a picture."""
        sources = max((len(event.voices) for event in events), default=1)
        if sources > 1 or len({source for event in events for source in event.sources}) > 1:
            return cls(themes=themes, most=sources)
        articles = max((len(event.tellers) for event in events), default=1)
        return cls(themes=themes, most=max(articles, 1), unit="article")

    def tellers(self, event: Event) -> int:
        """Return how many sources tell an event, or how many articles of the one source."""
        return len(event.voices if self.unit == "source" else event.tellers)

    def theme(self, event: Event) -> int:
        """Return the index of the event's colour; the first for all where there are no themes."""
        return self._index.get(event.theme, OTHER) if self.themes else 0

    def area(self, sources: int) -> float:
        """Return a marker's area in square pixels; it grows with the number of sources, or of articles."""
        share = (max(sources, 1) - 1) / max(self.most - 1, 5)
        return round(_SMALL + (_LARGE - _SMALL) * min(share, 1.0), 1)

    def marker(self, event: Event, x: float, y: float) -> list[Mark]:
        """Draw an event's marker: hollow when planned, crossed when cancelled."""
        theme = self.theme(event)
        return symbol(theme if self.themes else CIRCLE, theme, event.status, self.area(self.tellers(event)), (x, y))

    def bar(self, event: Event, span: tuple[float, float], y: float) -> list[Mark]:
        """Draw an event's bar between two pixels: dashed when planned, pale when the day is not told."""
        return bar(self.theme(event), event.status, sure(event), span, y)


def symbol(shape: int, theme: int, status: Status, area: float, at: tuple[float, float]) -> list[Mark]:
    """Draw a marker of ``area`` square pixels at a point: a theme's shape in a theme's colour."""
    x, y = at
    colour = f"theme{theme}"
    hollow = status in {Status.PLANNED, Status.CANCELLED}
    marks: list[Mark] = [
        Symbol(
            x=x, y=y, shape=shape, area=area * (0.8 if hollow else 1), fill="paper" if hollow else colour, stroke=colour
        )
    ]
    if status is Status.CANCELLED:
        arm = area**0.5 * 0.5
        marks.append(Line(x1=x - arm, y1=y + arm, x2=x + arm, y2=y - arm, stroke=colour, width=1.5))
    return marks


def sure(event: Event) -> bool:
    """Say whether the days of an event are told: neither a unit that holds them nor "about" them."""
    return event.interval.grain in EXACT and event.mod not in AROUND


def bar(theme: int, status: Status, exact: bool, span: tuple[float, float], y: float) -> list[Mark]:
    """Draw a bar between two pixels, widened to a dot where a day is narrower."""
    left, right = extent(span)
    colour = f"theme{theme}"
    hollow = status in {Status.PLANNED, Status.CANCELLED}
    box = Rect(
        x=round(left + 0.5, 2),
        y=y - _BAR / 2,
        width=round(max(right - left - 1, 1), 2),
        height=_BAR,
        fill="paper" if hollow else colour,
        opacity=1.0 if hollow or exact else 0.3,
        stroke=colour,
        dash=(3, 2) if hollow and right - left > 2 * _DOT else (),
        radius=3 if exact else _BAR / 2,
    )
    marks: list[Mark] = [box]
    if status is Status.CANCELLED:
        marks.append(Line(x1=left - 2, y1=y, x2=right + 2, y2=y, stroke=colour, width=1.5))
    return marks


def extent(span: tuple[float, float]) -> tuple[float, float]:
    """Return the pixels a bar takes: those of its days, or of a dot where a day is narrower."""
    left, right = span
    return (left, right) if right - left >= _DOT else ((left + right - _DOT) / 2, (left + right + _DOT) / 2)


def meant(event: Event) -> Interval:
    """Return the days that an event's bar takes: of a unit, the third that "early", "mid" or "late" names."""
    whole, third = event.interval, event.interval.days // 3
    if event.mod not in _THIRDS or whole.days <= _WEEK:  # the words for a week do not say which part is meant
        return whole
    start = whole.start + timedelta(days=_THIRDS.index(event.mod) * third)
    last = start + timedelta(days=third - 1)
    return Interval.through(start, whole.last if event.mod == _THIRDS[-1] else last, whole.grain)


def placed(event: Event) -> Interval:
    """Return the days by which an event has its row and its place on the axis: those meant, where its words say so."""
    whole, days = event.interval, meant(event)
    return days if days.start.year == whole.start.year else whole  # no year shall be headed twice


def rival(span: tuple[float, float], other: tuple[float, float], y: float) -> list[Mark]:
    """Draw another date that a source gives as a hollow square, on a thread from the bar that it contradicts."""
    left, right = extent(span)
    x = round((other[0] + other[1]) / 2, 2)
    near = _GHOST / 2 + 0.5
    if left - near < x < right + near:
        return []  # too near to be seen apart; the row says it in words
    edge = left if x < left else right
    box = Rect(x=x - _GHOST / 2, y=y - _GHOST / 2, width=_GHOST, height=_GHOST, fill="paper", stroke="muted")
    return [Line(x1=edge, y1=y, x2=x, y2=y, stroke="muted", dash=(2, 2)), box]


def remark(event: Event, year: int | None) -> str:
    """Say in words what the marker shows: the status, and who gives another date.

    Args:
        event: the event.
        year: the year the reader has in view, or None.
    """
    parts = [_STATUS[event.status]] if event.status in _STATUS else []
    if event.conflict:
        parts.append(f"≠ {'; '.join(objections(event, year=year)) or verdict(event)}")
    return plain(" · ".join(parts), 300)


def label(event: Event) -> str:
    """Return an event in one line of words, for a tooltip."""
    parts = [f"{when(event.interval, event.mod)}: {headline(event)}", told(event)]
    return ". ".join([*parts, remark(event, event.interval.last.year)]).rstrip(". ")


def spoken(event: Event) -> str:
    """Return what a row does not spell out: the whole date, how many sources tell it, and its theme."""
    return ", ".join(filter(None, (when(event.interval, event.mod), told(event), plain(event.theme, 60))))


def dated(event: Event) -> str:
    """Return when an event was, in words, with the hour where one is told."""
    return ", ".join(part for part in (when(event.interval, event.mod), hour(event.clock)) if part)


def told(event: Event) -> str:
    """Return how many sources tell an event, or how many articles of a single source."""
    sources, articles = len(event.voices), len(event.tellers)
    return count(articles, "article") if sources == 1 < articles else count(sources, "source")


def headline(event: Event) -> str:
    """Return an event's title as it is drawn; never empty."""
    return plain(event.title) or plain(event.description, 160) or "(no words)"
