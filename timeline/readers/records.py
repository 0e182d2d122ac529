"""JSON, JSON lines and CSV: an article a record, its text and its metadata under their usual names.

A JSON file holds one object, a list of them, or an object with such a list (a JSON Feed, the answer of a news API).
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from timeline.model import Basis, Problem, Severity
from timeline.readers.decode import decode
from timeline.readers.markup import text_of
from timeline.readers.metadata import DATE_NAMES, FIELD_NAMES, field_name, from_fields
from timeline.readers.rows import first_of, rows, twice
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

_TEXTS = ("text", "content_text", "body", "content", "maintext", "article", "full_text", "fulltext", "articlebody")
_MARKUPS = ("content_html", "html", "body_html")
_IDS = ("id", "doc", "slug", "guid")
_LISTS = ("articles", "items", "docs", "documents", "results", "data", "posts", "entries")
TEXT_FIELDS = frozenset((*_TEXTS, *_MARKUPS))
KNOWN_FIELDS = TEXT_FIELDS | FIELD_NAMES | {*_IDS}
_WORDS = TEXT_FIELDS | FIELD_NAMES
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "yes or no"),
    ((int, float), "a number"),
    (date, "a date"),
    (list, "a list"),
    (dict, "an object"),
    (object, "no text"),
)
_JSON_FEED = "https://jsonfeed.org/version/"  # the title of such a feed names who publishes its items
_REMEDY = "name its text 'text' and its date 'published'"
_ID_CHARS = 80


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield an article a record, and a problem for every record that is none."""
    notices: list[Problem] = []
    text = decode(source.data, shown=source.shown, notices=notices)
    ending = PurePosixPath(source.shown).suffix.lower()
    records = {".csv": _csv_rows, ".json": _json_rows}.get(ending, _json_lines)(text, source.shown)
    single = ending == ".json" and not text.lstrip().startswith("[")
    yield from documents(records, source, single=single)
    yield from notices


def documents(
    records: Iterable[tuple[str, Any]], source: Source, *, single: bool = False
) -> Iterator[Document | Problem]:
    """Yield an article a record, told with its place, up to the limit of their number.

    Args:
        records: the place and the record, which is a mapping if all is well, or a problem.
        source: the file they come from.
        single: whether the file is one article, which bears the file's name.
    """
    number = 0
    for where, row in records:
        if isinstance(row, Problem) and row.severity is Severity.WARNING:  # of no record
            yield row
            continue
        number += 1
        if number > source.limits.max_documents:
            what = f"more than {source.limits.max_documents:,} records"
            yield Problem(where=where, what=what, remedy="split the file; the records above were read")
            return
        if isinstance(row, Problem):
            yield row
        else:
            yield from _document(row, where, number, single=single)
    if not number:
        yield Problem(where=source.shown, what="no record in it", remedy="put the articles in it, or remove it")


def _document(row: Any, where: str, number: int, *, single: bool) -> Iterator[Document | Problem]:
    fields, wrong = _fields(row) if isinstance(row, dict) else ({}, {})
    text = next((fields[name] for name in _TEXTS if fields.get(name, "").strip()), "")
    if not text:
        text = next((text_of(fields[name]) for name in _MARKUPS if fields.get(name, "").strip()), "")
    if not text:
        what = next((f"its '{name}' is {kind}, not words" for name, kind in wrong.items() if name in TEXT_FIELDS), "")
        remedy = "write it as one string" if what else _REMEDY
        yield Problem(where=where, what=what or "a record without a text", remedy=remedy)
        return
    named = next((fields[name] for name in _IDS if fields.get(name, "").strip()), "")
    part = "" if single and not where[-1].isdigit() else " ".join(named.split())[:_ID_CHARS] or str(number)
    about = {name: value for name, value in fields.items() if name in FIELD_NAMES}
    if DATE_NAMES.isdisjoint(about):  # what is no words is no date
        about |= {name: f"({wrong.pop(name)})" for name in sorted(DATE_NAMES & wrong.keys())}
    try:
        own = from_fields(about, where=where, basis=Basis.RECORD)
    except UnreadableError as error:
        yield replace(error.problem, severity=Severity.WARNING)
        own = replace(from_fields({"title": about.get("title", ""), "source": about.get("source", "")}, where=where))
    yield Document(text=text, own=own, part=part, where=where)
    for name, kind in wrong.items():
        what, remedy = f"its '{name}' is {kind}, not words, and is passed over", "write words in its place"
        yield Problem(where=where, what=what, remedy=remedy, severity=Severity.WARNING)


def _fields(row: Mapping[Any, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the fields that are words, numbers or dates, and of those that should be and are not the kind.

    Of an object its name counts (``"source": {"name": "Herald"}``), of a list of one thing that thing.
    """
    fields: dict[str, str] = {}
    wrong: dict[str, str] = {}
    for key, value in row.items():
        name = field_name(str(key))
        said = value[0] if isinstance(value, list) and len(value) == 1 else value
        said = said.get("name") if isinstance(said, dict) and "name" in said else said
        if isinstance(said, str) or (name not in TEXT_FIELDS and _is_plain(said)):
            fields.setdefault(name, str(said))
        elif said is not None and said == said and name in _WORDS:  # noqa: PLR0124  # a NaN is nothing
            wrong.setdefault(name, next(kind for kinds, kind in _KINDS if isinstance(said, kinds)))
    return fields, {name: kind for name, kind in wrong.items() if name not in fields}


def _is_plain(value: Any) -> bool:
    return isinstance(value, date) or (isinstance(value, int | float) and not isinstance(value, bool))


def _json_rows(text: str, shown: str) -> Iterator[tuple[str, Any]]:
    doubled: dict[str, None] = {}
    loaded, outlet = _loads(text, shown, doubled), None
    yield from ((shown, fault) for fault in _twice(doubled, shown))
    if isinstance(loaded, dict) and str(loaded.get("version", "")).startswith(_JSON_FEED):
        outlet = loaded.get("title")
    if isinstance(loaded, dict) and not any(isinstance(loaded.get(name), str) for name in (*_TEXTS, *_MARKUPS)):
        loaded = next((loaded[name] for name in _LISTS if isinstance(loaded.get(name), list)), loaded)
    if isinstance(loaded, dict):
        yield shown, loaded
        return
    if not isinstance(loaded, list):
        raise UnreadableError(where=shown, what="no object and no list", remedy=f"put an object in it and {_REMEDY}")
    for number, row in enumerate(loaded, 1):
        named = {"source": outlet, **row} if isinstance(outlet, str) and isinstance(row, dict) else row
        yield f"{shown}, record {number}", named


def _json_lines(text: str, shown: str) -> Iterator[tuple[str, Any]]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where, doubled = f"{shown}:{number}", dict[str, None]()
            try:
                yield where, _loads(line, where, doubled)
                yield from ((where, fault) for fault in _twice(doubled, where))
            except UnreadableError as error:
                yield where, error.problem


def _twice(doubled: Iterable[str], where: str) -> Iterator[Problem]:
    for name in doubled:
        what = f"the name '{name[:40]}' stands twice in one object; the first counts"
        yield Problem(where=where, what=what, remedy="remove the other", severity=Severity.WARNING)


def _loads(text: str, where: str, doubled: dict[str, None]) -> Any:
    """Return what JSON says; of a name that stands twice in an object the first counts, and goes to ``doubled``."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in pairs:
            if name in found and field_name(name) in KNOWN_FIELDS:
                doubled[name] = None
            found.setdefault(name, value)
        return found

    try:
        return json.loads(text, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        line = "" if ":" in where else f":{error.lineno}"
        what = f"not JSON ({error.msg.lower()})"
        raise UnreadableError(where=f"{where}{line}", what=what, remedy="mend it, or save it anew") from error
    except RecursionError as error:
        what, remedy = "JSON that is nested too deeply", "save it with plain fields"
        raise UnreadableError(where=where, what=what, remedy=remedy) from error
    except ValueError as error:  # Python reads no number of thousands of figures
        what, remedy = "JSON with a number that is too long", "write the number as a string"
        raise UnreadableError(where=where, what=what, remedy=remedy) from error


def _csv_rows(text: str, shown: str) -> Iterator[tuple[str, Any]]:
    header: list[str] | None = None
    try:
        for where, cells in rows(text, shown=shown):
            if header is None:
                header = _header(cells, where)
                yield from ((where, fault) for fault in twice(header, where))
            elif len(cells) != len(header):
                what, remedy = (
                    f"{len(cells)} cells under {len(header)} columns",
                    "mend the row, with quotes around a cell",
                )
                yield where, Problem(where=where, what=what, remedy=f"{remedy} with a comma")
            else:
                yield where, first_of(header, cells)
    except UnreadableError as error:
        if header is None:
            raise
        yield "", error.problem


def _header(cells: list[str], where: str) -> list[str]:
    header = [field_name(cell) for cell in cells]
    if not TEXT_FIELDS.intersection(header):
        raise UnreadableError(where=where, what="no column 'text'", remedy="name the columns in the first line")
    return header
