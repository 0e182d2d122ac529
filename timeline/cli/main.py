"""The arguments and the way from them to a command."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import date
from importlib import import_module
from typing import TextIO

from timeline import __version__
from timeline.asked import whole
from timeline.cli import INTERRUPTED
from timeline.cli.codes import Exit
from timeline.cli.usage import Parser
from timeline.errors import OutputError, QueryError, TimelineError
from timeline.interval import period
from timeline.readers.limits import Limits

_DESCRIPTION = """Turn a folder of news articles into a cited timeline: timeline build FOLDER -o OUTPUT, then open
OUTPUT/timeline.html. What a command takes, timeline COMMAND --help tells."""
_EPILOG = """exit codes: 0 done; 1 problems (--strict) or changes (--check); 2 usage, or an output that cannot be
written; 3 nothing could be read; 130 interrupted"""
_LIMITS = {
    "max_bytes": "leave out files of more bytes",
    "max_chars": "leave out articles of more characters",
    "max_documents": "read no more articles of one file, nor an archive of more files",
    "max_unpacked": "leave out archives and documents that unpack to more bytes",
    "max_pages": "leave out PDFs of more pages",
}
# the names of timeline.formats, which is imported only to write one of them
_FORMATS = (
    "csv", "html", "ics", "iframe", "json", "jsonld", "markdown", "parquet", "pdf", "png", "svg",
    "timelinejs", "vega-lite",
)  # fmt: skip


def main(argv: Sequence[str], out: TextIO, err: TextIO | None = None) -> int:
    """Run one command; results go to ``out``, messages to ``err``, and the exit code is returned."""
    err = err or sys.stderr
    try:
        arguments = _parsed(argv, err)
    except SystemExit as stop:  # argparse has said what is wrong
        return stop.code if isinstance(stop.code, int) else Exit.USAGE
    try:
        code: int = arguments.command(arguments, out, err)
    except (OutputError, QueryError) as error:
        print(error, file=err)
        return Exit.USAGE
    except TimelineError as error:
        print(error, file=err)
        return Exit.NOTHING
    except KeyboardInterrupt:
        print(INTERRUPTED, file=err)
        return Exit.INTERRUPTED
    return code


def _parsed(argv: Sequence[str], err: TextIO) -> argparse.Namespace:
    """Return the arguments of a command.

    Raises:
        SystemExit: if they make no sense or ask for help; the reader has been told.
    """
    parser = Parser(prog="timeline", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"timeline {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_build, _add_tag, _add_explain, _add_export):
        add(commands)
    if not argv:
        parser.print_help(err)
        raise SystemExit(Exit.USAGE)
    if not argv[0].startswith("-") and argv[0] not in commands.choices:
        parser.no_command(_words(argv[0]), list(commands.choices))
    arguments, strange = parser.parse_known_args(argv)
    if strange:
        commands.choices.get(argv[0], parser).strange([_words(word) for word in strange])
    return arguments


def _command(module: str, name: str) -> Callable[[argparse.Namespace, TextIO, TextIO], int]:
    """Return a command that is imported when it is run, so that the help costs nothing of it."""

    def command(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
        code: int = getattr(import_module(f"timeline.cli.{module}"), name)(arguments, out, err)
        return code

    return command


def _add_build(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser("build", help="build the table, the page and the pictures", epilog=_EPILOG)
    parser.set_defaults(command=_command("build", "build"))
    parser.add_argument(
        "articles",
        nargs="?",
        default="articles",
        metavar="ARTICLES",
        help="folder, or - for one file from standard input (default: articles)",
    )
    parser.add_argument("-o", "--output", default="output", help="folder for the results (default: output)")
    for add in (_add_choice, _add_dating, _add_habits, _add_limits):
        add(parser)


def _add_choice(parser: argparse.ArgumentParser) -> None:
    """Add what says which story and which of its events are kept."""
    parser.add_argument("--title", type=_words, default="", help="what the story is called, above the picture")
    parser.add_argument(
        "--top",
        type=_count,
        metavar="N",
        help="draw only the N most salient events; the tables keep all (default: up to 200)",
    )
    parser.add_argument(
        "--query", type=_words, metavar="WORDS", help="keep only what is about WORDS, such as a story's name"
    )
    for option, end in (("--from", "first"), ("--to", "last")):
        told = f"the {end} day to keep, or a year or month, like 2023-12"
        parser.add_argument(option, type=_bound, dest=f"{end}_day", metavar="DATE", help=told)


def _add_dating(parser: argparse.ArgumentParser) -> None:
    """Add what dates articles that do not say when they were published."""
    parser.add_argument(
        "--published",
        action="append",
        type=_given,
        default=[],
        metavar="[FILE=]DAY",
        help="when FILE was published, or whatever has no date; like 2023-12-27; may be repeated",
    )
    parser.add_argument(
        "--infer",
        action="store_true",
        help="date what has no date by its words and the other articles, where they leave little doubt",
    )


def _add_habits(parser: argparse.ArgumentParser) -> None:
    """Add how much is said, written and done anew."""
    parser.add_argument(
        "-v", "--verbose", action="count", default=0, help="tell each article as it was read and each merged event"
    )
    parser.add_argument(
        "-q", "--quiet", action="count", default=0, help="no summary and no progress; twice: no warnings either"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if the input has problems")
    parser.add_argument("--force", action="store_true", help="build even if nothing has changed since the last time")
    parser.add_argument(
        "--no-formula-guard",
        dest="guard",
        action="store_false",
        help="write CSV cells that begin with = + - @ as they are",
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if a build would change a file"
    )
    parser.add_argument("--no-cache", dest="cache", action="store_false", help="read every article anew")


def _add_limits(parser: argparse.ArgumentParser) -> None:
    """Add what is left out for its size."""
    for field in fields(Limits):
        option, help_ = "--" + field.name.replace("_", "-"), f"{_LIMITS[field.name]} (default: {field.default})"
        parser.add_argument(option, type=_count, default=field.default, metavar="N", help=help_)


def _add_tag(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser("tag", help="find and resolve the time expressions of a text", epilog=_EPILOG)
    parser.set_defaults(command=_command("tag", "tag"))
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument(
        "text", nargs="?", type=_words, metavar="TEXT", help="the text, or - to read it from standard input"
    )
    source.add_argument(
        "--jsonl", metavar="DOCS", help='a file with one {"doc", "dct", "text"} a line, or - for standard input'
    )
    parser.add_argument("--published", type=_day, metavar="DAY", help="the publication date, like 2023-12-27")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a line of DOCS cannot be read")


def _add_explain(commands: "argparse._SubParsersAction[Parser]") -> None:
    explaining = commands.add_parser("explain", help="say why an event has its date", epilog=_EPILOG)
    explaining.set_defaults(command=_command("explain", "explain"))
    explaining.add_argument(
        "event",
        nargs="+",
        type=_words,
        metavar="EVENT",
        help="an id of timeline.csv or its first characters, a date, words, or a date and words",
    )
    conflicting = commands.add_parser("conflicts", help="list the events told with conflicting dates", epilog=_EPILOG)
    conflicting.set_defaults(command=_command("explain", "conflicts"))
    for parser in (explaining, conflicting):
        parser.add_argument("-o", "--output", default="output", help="folder of a build (default: output)")


def _add_export(commands: "argparse._SubParsersAction[Parser]") -> None:
    parser = commands.add_parser("export", help="write a build in other formats", epilog=_EPILOG)
    parser.set_defaults(command=_command("export", "export"))
    parser.add_argument(
        "--format", nargs="+", choices=_FORMATS, required=True, metavar="FORMAT", help=f"of {', '.join(_FORMATS)}"
    )
    parser.add_argument("-o", "--output", default="output", help="folder of a build (default: output)")
    parser.add_argument("--top", type=_count, metavar="N", help="only the N most salient events")
    parser.add_argument("--dark", action="store_true", help="pictures and fragments light on dark")


def _words(text: str) -> str:
    """Return an argument as the UTF-8 it was typed in, whatever the locale made of it."""
    return os.fsencode(text).decode("utf-8", "replace")


def _bound(text: str) -> str:
    try:
        period(text, None)
    except TimelineError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return text


def _count(text: str) -> int:
    try:
        return whole(int(text), "number")
    except (ValueError, QueryError):
        raise argparse.ArgumentTypeError(f"{text!r}: give a whole number above 0") from None


def _given(text: str) -> tuple[str, date]:
    """Return a file and its day; the file is "" where the day stands alone."""
    file, _, day = _words(text).rpartition("=")
    return file, _day(day)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no date like 2023-12-27") from None
