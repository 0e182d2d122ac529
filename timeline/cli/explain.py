"""``timeline explain`` and ``timeline conflicts``: what lies behind the dates of a build."""

import argparse
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.export.json import read_timeline
from timeline.ids import find
from timeline.reasons import claims, reasons


def explain(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print why an event has its date: claims, sources, sentences, rules and anchors."""
    timeline = read_timeline(Path(arguments.output))
    found = find(timeline.events, arguments.event)
    if len(found) != 1:
        what = f"{len(found)} events begin so" if found else "no such event"
        print(f"{arguments.event}: {what}; the ids stand in {Path(arguments.output) / 'timeline.csv'}", file=err)
        return Exit.USAGE
    for line in reasons(found[0], timeline):
        print(line, file=out)
    return Exit.OK


def conflicts(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:  # noqa: ARG001  # as every command
    """Print the events that are told with conflicting dates, with each claim and who makes it."""
    timeline = read_timeline(Path(arguments.output))
    disputed = [event for event in timeline.events if event.conflict]
    if not disputed:
        print("no conflicting dates", file=out)
    for number, event in enumerate(disputed):
        print(f"{chr(10) if number else ''}{event.id}  {event.date}  {event.title}", file=out)
        for line in claims(event, timeline):
            print(f"  {line}", file=out)
    return Exit.OK
