"""``metadata.csv``: what a folder says of its files, a row a file.

The columns ``file`` and ``published`` and, where wanted, ``source``, ``title``, ``url`` and ``language``; more are
allowed and passed over. ``file`` is a name in the folder of the table.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from timeline.model import Basis, Problem, Severity
from timeline.readers.decode import decode
from timeline.readers.metadata import Metadata, field_name, from_fields
from timeline.readers.rows import first_of, twice
from timeline.readers.rows import rows as rows_of
from timeline.readers.unreadable import UnreadableError

NAME = "metadata.csv"


class Row(NamedTuple):
    """What the table says of one file, and where it says it."""

    metadata: Metadata
    where: str


class Sidecar(NamedTuple):
    """The rows by file name, what was wrong, and the place from which on nothing could be read, if there is one."""

    rows: dict[str, Row]
    problems: tuple[Problem, ...]
    broken: str = ""


def read_sidecar(load: Callable[[], bytes], *, shown: str) -> Sidecar:
    """Read the table whose bytes ``load`` gives, called ``shown`` in messages."""
    rows: dict[str, Row] = {}
    problems: list[Problem] = []
    try:
        table = rows_of(decode(load(), shown=shown, notices=problems), shown=shown)
        where, cells = next(table, (f"{shown}:1", []))
        header = _header(cells, where)
        problems += twice(header, where)
        for where, cells in table:
            try:
                file = _file(header, cells, where, rows)
            except UnreadableError as error:
                problems.append(error.problem)
            else:
                rows[file], faults = _read_row(header, cells, where)
                problems += faults
    except UnreadableError as error:
        return Sidecar(rows, (*problems, error.problem), error.problem.where)
    if not rows and not problems:
        what, remedy = "no row below the names of the columns", "add a row a file, or remove it"
        problems.append(Problem(where=f"{shown}:1", what=what, remedy=remedy, severity=Severity.WARNING))
    return Sidecar(rows, tuple(problems))


def _header(cells: list[str], where: str) -> list[str]:
    header = [field_name(name) for name in cells]
    if "file" not in header:
        remedy = "name the columns in the first line: file,published,source"
        raise UnreadableError(where=where, what="no column 'file'", remedy=remedy)
    return header


def _file(header: list[str], cells: list[str], where: str, rows: Mapping[str, Row]) -> str:
    """Return the file that a row is about."""
    file = first_of(header, cells).get("file", "").strip()
    if not file:
        remedy = "write the file's name in column 'file'"
        raise UnreadableError(where=where, what="the row names no file", remedy=remedy)
    if file in rows:
        raise UnreadableError(where=where, what=f"'{file}' stands here twice", remedy="remove one of the rows")
    return file


def _read_row(header: list[str], cells: list[str], where: str) -> tuple[Row, list[Problem]]:
    """Return what the cells of a row say, however many there are, and what is wrong with it."""
    fields = first_of(header, cells)
    faults: list[Problem] = []
    if len(cells) != len(header):
        what = f"{_count(cells, 'cell')} under {_count(header, 'column')}; those in their place were read"
        remedy = "mend the row, with quotes around a cell that holds a comma"
        faults.append(Problem(where=where, what=what, remedy=remedy, severity=Severity.WARNING))
    try:
        known = from_fields(fields, where=where, basis=Basis.SIDECAR)
    except UnreadableError as error:  # what else it says may stand in the wrong place
        faults.append(error.problem)
        known = Metadata(basis=Basis.SIDECAR)
    return Row(known if known.published else replace(known, undated_at=where), where), faults


def _count(cells: list[str], noun: str) -> str:
    return f"{len(cells)} {noun}{'' if len(cells) == 1 else 's'}"
