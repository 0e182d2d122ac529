"""CSV -> rows, for the articles in a table and for the table beside articles."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.model import Problem, Severity
from timeline.readers.unreadable import UnreadableError

_SAYS = re.compile(r"sep=([,;|]?)")  # the line above the columns by which a spreadsheet knows what parts them


def rows(text: str, *, shown: str) -> Iterator[tuple[str, list[str]]]:
    r"""Yield the rows of a table that are not blank, each with the file and line it begins on.

    What parts the columns is what a line ``sep=`` says, which is no row, or else what parts the first line most often.
    A cell may be as long as its file, which may hold whole articles; the limit of the file's bytes bounds it.

    >>> list(rows('file\n\n"a, b"\n', shown="t.csv"))
    [('t.csv:1', ['file']), ('t.csv:3', ['a, b'])]
    >>> list(rows("sep=;\nfile;published", shown="t.csv"))
    [('t.csv:2', ['file', 'published'])]

    Raises:
        UnreadableError: from the first row on that is no CSV.
    """
    first = text.partition("\n")[0]
    said = _SAYS.fullmatch(first.strip())
    delimiter = (said[1] or "\t") if said else max(",;\t", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    line = 1
    while True:
        try:
            cells = _next(reader, len(text))
        except csv.Error as error:
            remedy = "check its quotes and commas; the rows above were read"
            raise UnreadableError(where=f"{shown}:{line}", what=f"not CSV ({error})", remedy=remedy) from error
        if cells is None:
            return
        if any(cell.strip() for cell in cells) and not (said and line == 1):
            yield f"{shown}:{line}", cells
        line = reader.line_num + 1


def first_of(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """Return the cells of a row by column, of a column that stands twice the first.

    >>> first_of(["text", "date", "text"], ["It sank.", "2023-12-25", "It rose."])
    {'text': 'It sank.', 'date': '2023-12-25'}
    """
    found: dict[str, str] = {}
    for name, cell in zip(header, cells, strict=False):
        found.setdefault(name, cell)
    return found


def twice(header: Sequence[str], where: str) -> Iterator[Problem]:
    """Yield a warning for each column with a name that stands more than once in a table's first line."""
    for name, times in Counter(header).items():
        if name and times > 1:
            what = f"the column '{name[:40]}' stands {times} times; the first counts"
            yield Problem(where=where, what=what, remedy="rename or remove the others", severity=Severity.WARNING)


def _next(reader: Iterator[list[str]], longest: int) -> list[str] | None:
    """Return the next row; csv's limit of 131,072 characters a cell is everybody's, so it is set for a row only."""
    usual = csv.field_size_limit(longest + 1)
    try:
        return next(reader, None)
    finally:
        csv.field_size_limit(usual)
