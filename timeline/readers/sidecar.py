"""``metadata.csv``: what a folder says of its files, a row a file.

The columns ``file`` and ``published`` and, where wanted, ``source``, ``title``, ``url`` and ``language``; more are
allowed and passed over. ``file`` is a name in the folder of the table.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from timeline.model import Basis, Problem
from timeline.readers.decode import decode
from timeline.readers.metadata import Metadata, from_fields
from timeline.readers.unreadable import UnreadableError

NAME = "metadata.csv"


class Row(NamedTuple):
    """What the table says of one file, and where it says it."""

    metadata: Metadata
    where: str


class Sidecar(NamedTuple):
    """The rows by file name, and what was wrong with the others."""

    rows: dict[str, Row]
    problems: tuple[Problem, ...]


def read_sidecar(load: Callable[[], bytes], *, shown: str) -> Sidecar:
    """Read the table whose bytes ``load`` gives, called ``shown`` in messages."""
    rows: dict[str, Row] = {}
    problems: list[Problem] = []
    try:
        table = _table(decode(load(), shown=shown), shown)
        header = _header(table, shown)
        for where, cells in table:
            try:
                file, row = _read_row(header, cells, where, rows)
                rows[file] = row
            except UnreadableError as error:
                problems.append(error.problem)
    except UnreadableError as error:
        problems.append(error.problem)
    return Sidecar(rows, tuple(problems))


def _header(table: Iterator[tuple[str, list[str]]], shown: str) -> list[str]:
    _, cells = next(table, ("", []))
    header = [name.strip().lower() for name in cells]
    if "file" not in header:
        remedy = "name the columns in the first line: file,published,source"
        raise UnreadableError(where=f"{shown}:1", what="no column 'file'", remedy=remedy)
    return header


def _table(text: str, shown: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the rows that are not blank, with the file and line they begin on."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield f"{shown}:{line}", cells
            line = reader.line_num + 1
    except csv.Error as error:
        remedy = "check its quotes and commas; the rows above were read"
        raise UnreadableError(where=f"{shown}:{line}", what=f"not CSV ({error})", remedy=remedy) from error


def _read_row(header: list[str], cells: list[str], where: str, rows: Mapping[str, Row]) -> tuple[str, Row]:
    if len(cells) != len(header):
        what = f"{len(cells)} cells under {len(header)} columns"
        raise UnreadableError(
            where=where, what=what, remedy="mend the row, with quotes around a cell that holds a comma"
        )
    fields = dict(zip(header, cells, strict=True))
    file = fields.pop("file").strip()
    if not file:
        raise UnreadableError(
            where=where, what="the row names no file", remedy="write the file's name in column 'file'"
        )
    if file in rows:
        raise UnreadableError(where=where, what=f"'{file}' stands here twice", remedy="remove one of the rows")
    return file, Row(from_fields(fields, where=where, basis=Basis.SIDECAR), where)
