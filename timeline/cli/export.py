"""``timeline export``: a build in other formats."""

import argparse
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.export.files import write_files
from timeline.export.json import read_timeline


def export(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:  # noqa: ARG001  # as every command
    """Write a build in the formats asked for, beside its other files."""
    from timeline import formats  # noqa: PLC0415  # brings the drawing libraries, which no other command needs

    timeline = read_timeline(Path(arguments.output))
    if arguments.top:
        timeline = timeline.top(arguments.top)
    contents = {f"timeline{formats.FORMATS[name].suffix}": formats.export(timeline, name) for name in arguments.format}
    write_files(Path(arguments.output), contents)
    for name in contents:
        print(Path(arguments.output) / name, file=out)
    return Exit.OK
