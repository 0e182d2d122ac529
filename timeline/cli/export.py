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
    contents = {
        _file(formats.FORMATS[name].suffix, arguments.top): formats.export(timeline, name) for name in arguments.format
    }
    write_files(Path(arguments.output), contents)
    for name in contents:
        print(Path(arguments.output) / name, file=out)
    return Exit.OK


def _file(suffix: str, top: int | None) -> str:
    """Return the name of a file; a part of the build takes no name that the whole of it has."""
    from timeline.outputs import NAMES  # noqa: PLC0415  # as above

    name = f"timeline{suffix}"
    return f"timeline.top-{top}{suffix}" if top and name in NAMES else name
