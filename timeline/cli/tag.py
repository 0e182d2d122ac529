"""``timeline tag``: the time expressions of a text, or of many, with what they mean."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.errors import ArticleError
from timeline.model import AnchoredTimex

_MAX_LINE = 20_000_000  # characters of one document
_EXAMPLE = '{"doc": "a", "dct": "2023-12-27", "text": "..."}'
_COLUMNS = ("characters", "text", "type", "value", "date", "rule", "reason")


def tag(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Print the time expressions of a text, or write those of a file of documents as JSON lines."""
    if arguments.jsonl is not None:
        return _tag_lines(arguments, out, err)
    from timeline.resolve import annotate  # noqa: PLC0415  # --help need not wait for the rules

    text = sys.stdin.read() if arguments.text == "-" else arguments.text
    print(*_COLUMNS, sep="\t", file=out)
    times = annotate(text, arguments.published)
    for time in times:
        print(*_row(time), sep="\t", file=out)
    if not times:
        print("no time expression in it", file=err)
    elif arguments.published is None and any(time.value.startswith("XXXX") for time in times):
        print("without a publication date not every time has a day; give it like --published 2023-12-27", file=err)
    return Exit.OK


def _row(time: AnchoredTimex) -> tuple[str, ...]:
    counted = f"{time.reason} ({time.anchor})" if time.reason and time.anchor else time.reason or time.anchor
    value = f"{time.value} {time.mod}" if time.mod else time.value
    return (
        f"{time.span.start}-{time.span.end}",
        " ".join(time.timex.text.split()),
        str(time.type),
        value,
        time.interval.edtf() if time.interval else "",
        time.timex.rule,
        counted,
    )


def _tag_lines(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    read = bad = 0
    for number, line in enumerate(_lines(arguments.jsonl), 1):
        if not line.strip():
            continue
        try:
            print(_tagged(line, arguments.published), file=out)
            read += 1
        except ValueError as error:
            bad += 1
            print(f"{arguments.jsonl}:{number}: {error}; write a line like {_EXAMPLE}", file=err)
    if not read:
        raise ArticleError(f"{arguments.jsonl}: no document in it; write a line like {_EXAMPLE}")
    return Exit.PROBLEMS if bad and arguments.strict else Exit.OK


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a file or, for ``-``, of standard input, each cut at a bound."""
    if name == "-":
        yield from iter(lambda: sys.stdin.readline(_MAX_LINE), "")
        return
    try:
        with Path(name).open(encoding="utf-8", errors="replace") as file:
            yield from iter(lambda: file.readline(_MAX_LINE), "")
    except OSError as error:
        raise ArticleError(f"{name}: {(error.strerror or 'unreadable').lower()}; check the file's name") from error


def _tagged(line: str, published: date | None) -> str:
    """Return a document's times as a line of JSON.

    Raises:
        ValueError: if the line is no document.
    """
    from timeline.resolve import annotate  # noqa: PLC0415  # as above

    try:
        document = json.loads(line)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(document, dict) or not isinstance(document.get("text"), str):
        raise ValueError("no document with a text")  # noqa: TRY004  # the line's value is wrong, not our caller's type
    dct = str(document.get("dct") or "")[:10]
    times = annotate(document["text"], date.fromisoformat(dct) if dct else published)
    timexes = [
        {
            "start": time.span.start,
            "end": time.span.end,
            "text": time.timex.text,
            "type": str(time.type),
            "value": time.value,
        }
        for time in times
    ]
    return json.dumps({"doc": document.get("doc"), "timexes": timexes}, ensure_ascii=False)
