"""Corrections applied to clusters of mentions: first which mentions make one event, then what is said of it.

Splits come first, then merges, and the rows are reckoned anew from the mentions, so that a merged row has its votes,
sources and conflicts as if the engine had made it. Then dates, statuses, titles, themes and pins; what is dropped goes
last.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.canonical import canonical_events, order
from timeline.corrections.find import Finder, NotOneError
from timeline.corrections.model import Correction, Corrections, Kind
from timeline.corrections.restate import RESTATING
from timeline.corrections.split import parted
from timeline.ids import event_id
from timeline.model import Event, EventMention, Problem
from timeline.salience import is_printable

Group = Sequence[EventMention]


class Corrected(NamedTuple):
    """The events as corrected, and what was wrong with corrections."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()


def correct(clusters: Iterable[Group], corrections: Corrections) -> Corrected:
    """Turn clusters of mentions into events, as :func:`timeline.canonical.canonical_events` does, and correct them.

    An event that a correction names is printed even where its own words are too few for a row.
    """
    if not corrections.items:
        return Corrected(canonical_events(clusters), corrections.problems)
    hand = _Hand(canonical_events(clusters, thin=True))
    hand.split(corrections.of(Kind.SPLIT))
    hand.merge(corrections.of(Kind.MERGE))
    for kind in RESTATING:
        hand.restate(kind, corrections.of(kind))
    hand.drop(corrections.of(Kind.DROP))
    problems = (*corrections.problems, *hand.problems)
    # the places differ in their line alone, so this is the order of the file
    return Corrected(hand.printed(), tuple(sorted(problems, key=lambda problem: (len(problem.where), problem.where))))


class _Hand:
    """The rows under correction, what was done to each, and what could not be done."""

    def __init__(self, events: tuple[Event, ...]) -> None:
        self.events = events
        self.problems: list[Problem] = []
        self._done: dict[str, tuple[str, ...]] = {}  # event id -> where a correction stands, and what it did

    def split(self, corrections: Sequence[Correction]) -> None:
        """Make several rows of one."""
        groups: dict[str, Sequence[Group]] = {}
        for correction, (event,) in self._found(corrections):
            if event.id in groups:
                self.problems.append(
                    correction.problem("its event is split already", "write all parts in one [[split]]")
                )
                continue
            try:
                groups[event.id] = parted(event, correction.parts)
            except NotOneError as error:
                self.problems.append(correction.problem(error.what, error.remedy))
                continue
            for part in groups[event.id]:
                self._note(event_id(part), correction, f"split by hand from “{event.title}”")
        if groups:
            self._regroup(part for event in self.events for part in groups.get(event.id, [event.mentions]))

    def merge(self, corrections: Sequence[Correction]) -> None:
        """Make one row of several; rows that two corrections name become one with the others of both."""
        groups = {event.id: [event] for event in self.events}
        merged: list[tuple[Correction, list[Event]]] = []
        for correction, events in self._found(corrections):
            whole = list({id(groups[event.id]): groups[event.id] for event in events}.values())
            if len(whole) < 2:
                what = f"'{correction.events[0]}' and '{correction.events[-1]}' are one event already"
                self.problems.append(correction.problem(what, "nothing to merge: remove it, or name another event"))
                continue
            joined = [event for group in whole for event in group]
            groups.update((event.id, joined) for event in joined)
            merged.append((correction, events))
        if not merged:
            return
        rows = list({id(group): group for group in groups.values()}.values())
        for correction, events in merged:
            mentions = [mention for event in groups[events[0].id] for mention in event.mentions]
            titles = "”, “".join(event.title for event in events)
            self._note(event_id(mentions), correction, f"merged by hand: “{titles}”")
        self._regroup([mention for event in row for mention in event.mentions] for row in rows)

    def restate(self, kind: Kind, corrections: Sequence[Correction]) -> None:
        """Change what is said of events: a date, a status, a title, a theme, a pin."""
        changed: dict[str, Event] = {}
        for correction, events in self._found(corrections):
            for event in {event.id: event for event in events}.values():
                if event.id in changed:
                    what = f"'{event.title}' has another [[{kind}]] above"
                    self.problems.append(correction.problem(what, "keep one of them"))
                    continue
                changed[event.id], done = RESTATING[kind](event, correction)
                self._note(event.id, correction, done)
        self.events = tuple(changed.get(event.id, event) for event in self.events)

    def drop(self, corrections: Sequence[Correction]) -> None:
        """Leave events out."""
        dropped = {event.id for _, events in self._found(corrections) for event in events}
        self.events = tuple(event for event in self.events if event.id not in dropped)

    def printed(self) -> tuple[Event, ...]:
        """Return the rows that are printed, in order, each with a note of what was done to it."""
        rows = [event for event in self.events if event.id in self._done or is_printable(event)]
        return tuple(sorted(map(self._annotated, rows), key=order))

    def _annotated(self, event: Event) -> Event:
        done = self._done.get(event.id, ())
        notes = dict.fromkeys((event.note, *(line.partition(": ")[2] for line in done)))
        return replace(
            event,
            note="; ".join(note for note in notes if note),
            corrections=done,
            salience=min(event.salience, 1.0),
        )

    def _found(self, corrections: Sequence[Correction]) -> list[tuple[Correction, list[Event]]]:
        """Return the corrections that find their events, and report the others."""
        finder, found = Finder(self.events if corrections else ()), []
        for correction in corrections:
            try:
                found.append((correction, [finder.one(name) for name in correction.events]))
            except NotOneError as error:
                self.problems.append(correction.problem(error.what, error.remedy))
        return found

    def _note(self, event: str, correction: Correction, done: str) -> None:
        why = f" ({correction.why})" if correction.why else ""
        self._done[event] = (*self._done.get(event, ()), f"{correction.where}: {done}{why}")

    def _regroup(self, groups: Iterable[Group]) -> None:
        """Reckon the rows anew; a row keeps what is known to be done to the rows that it is made of."""
        done = {event.mentions[0].id: self._done.get(event.id, ()) for event in self.events}
        self.events = canonical_events(groups, thin=True)
        for event in self.events:
            earlier = (line for mention in event.mentions for line in done.get(mention.id, ()))
            lines = dict.fromkeys((*earlier, *self._done.get(event.id, ())))
            if lines:
                self._done[event.id] = tuple(lines)
