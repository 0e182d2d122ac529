"""Choose what the picture shows: the sequence, the background, and where time is left out between rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import Self

from timeline.chart.look import EXACT, placed
from timeline.errors import TimelineError
from timeline.interval import Grain, Interval
from timeline.model import Event, Timeline
from timeline.narrow import most_salient
from timeline.words import between, count

MAX_ROWS = 200
_COARSE = (62, 366, 3653)  # days: two months, a year, a decade; tried in turn until most events are fine enough
USUAL = 14  # days of a pause that is told in any picture with room for it
_BESIDE = {"BEFORE": -1, "APPROX": 1, "AFTER": 2}  # mods by where their rows stand beside those of the same days
_GAPS = (USUAL, 31, 92, 366, 3653)  # days: the shortest pause that is told, raised while too many would be


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What the picture shows of a timeline.

    Attributes:
        sequence: the dated happenings, in order.
        background: long or coarse ones, which would swallow the gaps of the sequence.
        gaps: index in the sequence of a row before which time is left out -> the days left out.
        gap: the shortest pause, in days, that counts as one; None where pauses are the rule.
        themes: the themes by how many events have them, most first; none where they tell nothing apart.
        left_out: how many events the timeline has beside these.
    """

    sequence: tuple[Event, ...]
    background: tuple[Event, ...]
    gaps: dict[int, int]
    gap: int | None
    themes: tuple[str, ...]
    left_out: int

    @property
    def events(self) -> tuple[Event, ...]:
        """All events shown, the sequence first."""
        return self.sequence + self.background

    def with_pauses(self, most: int) -> Self:
        """Return the selection with only its longest pauses, at most so many; pauses of one length stay or go together.

        An axis has room for few cuts, and what it does not cut the rows must not tell.
        """
        longest = sorted(self.gaps.values(), reverse=True)
        if len(longest) <= most:
            return self
        gaps = {index: days for index, days in self.gaps.items() if days > longest[most]}
        return replace(self, gaps=gaps, gap=min(gaps.values(), default=None))


def select(timeline: Timeline, top: int | None = None) -> Selection:
    """Choose the events to draw and say where the sequence pauses.

    Args:
        timeline: all events, in order.
        top: how many to draw at most, the most salient; None means as many as still read as rows.
    """
    room = MAX_ROWS if top is None else max(top, 0)
    shown = ordered(most_salient(timeline.events, room))
    coarse = _coarseness(shown)
    sequence = tuple(event for event in shown if event.interval.days <= coarse)
    gap, gaps = _pauses(sequence)
    return Selection(
        sequence=sequence,
        background=tuple(event for event in shown if event.interval.days > coarse),
        gaps=gaps,
        gap=gap,
        themes=_themes(shown),
        left_out=len(timeline.events) - len(shown) + timeline.omitted,
    )


def ordered(events: Iterable[Event]) -> list[Event]:
    """Return events as they are read: a month or a week before its days, "late May" after most of them."""
    return sorted(events, key=_place)


def _place(event: Event) -> tuple[date, bool, int, int]:
    """Return where an event stands: by the first day that is meant, there units first, and of them the longest."""
    days, unit = placed(event), event.interval.grain not in EXACT
    return days.start, not unit, -days.days if unit else days.days, _BESIDE.get(event.mod or "", 0)


def _coarseness(events: Sequence[Event]) -> int:
    """Return the longest interval, in days, of a dated happening: two months, more in a story told over decades.

    The story's reach leaves out the tenth of events at either end: one look back does not stretch it.
    """
    if not events:
        return _COARSE[0]
    starts = sorted(event.interval.start for event in events)
    reach = (starts[len(starts) * 9 // 10] - starts[len(starts) // 10]).days
    for days in _COARSE:
        limit = max(days, reach // 20)
        if 2 * sum(event.interval.days > limit for event in events) <= len(events):
            return limit
    return max(event.interval.days for event in events)


def _pauses(sequence: Sequence[Event]) -> tuple[int | None, dict[int, int]]:
    """Return the shortest pause that is told and the days of each; only a few rows in a picture may tell one."""
    days = [placed(event) for event in sequence]
    ends = accumulate((one.end for one in days), max)
    pauses = {
        index: (one.start - latest).days for index, (one, latest) in enumerate(zip(days[1:], ends, strict=False), 1)
    }
    most = max(4, len(sequence) // 4)
    for gap in _GAPS:
        told = {index: days for index, days in pauses.items() if days >= gap}
        if len(told) <= most:
            return gap, told
    return None, {}


def _themes(events: Sequence[Event]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for event in events:
        if event.theme:
            counts[event.theme] = counts.get(event.theme, 0) + 1
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(names) if len(names) > 1 or sum(counts.values()) < len(events) else ()


def summary(timeline: Timeline, shown: int | None = None) -> str:
    """Return the timeline in one line: "19 events, 5 sources, June 2022 to 27 December 2023, 1 conflict".

    Args:
        timeline: all events.
        shown: how many of them the picture shows; None means all.
    """
    shown = len(timeline.events) if shown is None else shown
    every = len(timeline.events) + timeline.omitted
    parts = [count(every, "event") if shown == every else f"{shown:,} of {count(every, 'event')}"]
    sources = {mention.source for event in timeline.events for mention in event.mentions}
    if sources:
        parts.append(count(len(sources), "source"))
    if timeline.events:
        coarse = _coarseness(timeline.events)
        dated = [event.interval for event in timeline.events if event.interval.days <= coarse]
        first = min(dated, key=lambda one: (one.start, one.end))
        parts.append(_reach(first, max(dated, key=lambda one: (one.start, -one.days))))
        earliest = min((event.interval for event in timeline.events), key=lambda one: (one.start, one.days))
        if earliest.start.year < first.start.year:
            parts.append(f"background from {earliest.start.year}")
    conflicts = sum(event.conflict for event in timeline.events)
    if conflicts:
        parts.append(count(conflicts, "conflict"))
    return ", ".join(parts)


def _reach(first: Interval, last: Interval) -> str:
    """Return from when to when, each as finely as it was told."""
    return between(_edge(first.start, first), _edge(last.last, last))


def _edge(day: date, interval: Interval) -> Interval:
    """Return the day, the month or the year that stands for an end of the timeline."""
    grain = Grain.DAY if interval.days <= 7 else Grain.MONTH if interval.days <= 31 else Grain.YEAR
    try:
        return Interval.unit(day, grain)
    except TimelineError:  # the last month and year of the calendar have no day after them
        return Interval.day(day)
