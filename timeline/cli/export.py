"""``timeline export``: a build in other formats."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from timeline.cli.codes import Exit
from timeline.export.files import write_files
from timeline.export.json import read_timeline

if TYPE_CHECKING:
    from timeline.formats import Format


def export(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:  # noqa: ARG001  # as every command
    """Write a build in the formats asked for, beside its other files."""
    from timeline import formats  # noqa: PLC0415  # brings the drawing libraries, which no other command needs

    timeline = read_timeline(Path(arguments.output))
    if arguments.top:
        timeline = timeline.top(arguments.top)
    contents = {
        _file(formats.FORMATS[name], arguments): formats.export(timeline, name, dark=arguments.dark)
        for name in arguments.format
    }
    write_files(Path(arguments.output), contents)
    for name in contents:
        print(Path(arguments.output) / name, file=out)
    return Exit.OK


def _file(form: "Format", arguments: argparse.Namespace) -> str:
    """Return the name of a file; a part of the build takes no name that the whole of it has, nor a dark one a light."""
    from timeline.outputs import NAMES  # noqa: PLC0415  # as above

    part = f".top-{arguments.top}" if arguments.top and f"timeline{form.suffix}" in NAMES else ""
    return f"timeline{part}{'.dark' if arguments.dark and form.dark else ''}{form.suffix}"
