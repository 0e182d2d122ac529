"""``timeline explain`` and ``timeline conflicts``: what lies behind the dates of a build."""

import argparse
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.export.json import read_timeline
from timeline.ids import find
from timeline.lookup import lookup
from timeline.model import Event
from timeline.reasons import claims, reasons
from timeline.words import count

_LISTED = 30  # events


def explain(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print why an event has its date: claims, sources, sentences, rules and anchors; of several, which they are."""
    timeline, name = read_timeline(Path(arguments.output)), " ".join(arguments.event)
    found, only = lookup(timeline, name)
    if only:
        for line in reasons(only, timeline):
            print(line, file=out)
        return Exit.OK
    for event in found[:_LISTED]:
        print(_line(event), file=out)
    rest = f", {len(found) - _LISTED:,} of them not listed" if len(found) > _LISTED else ""
    print(f"{name}: {count(len(found), 'event')}{rest}; explain one by its id, or add words or a date", file=err)
    return Exit.USAGE if find(timeline.events, name) else Exit.OK


def _line(event: Event) -> str:
    return f"{event.id}  {event.date}  {event.title}"


def conflicts(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:  # noqa: ARG001  # as every command
    """Print the events that are told with conflicting dates, with each claim and who makes it."""
    timeline = read_timeline(Path(arguments.output))
    disputed = [event for event in timeline.events if event.conflict]
    if not disputed:
        print("no conflicting dates", file=out)
    for number, event in enumerate(disputed):
        print(f"{chr(10) if number else ''}{_line(event)}", file=out)
        for line in claims(event, timeline):
            print(f"  {line}", file=out)
    return Exit.OK
