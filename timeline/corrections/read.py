"""``corrections.toml`` read table by table, so that one that is malformed costs no other, and each knows its line."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from timeline.corrections.model import Correction, Corrections, Kind
from timeline.errors import CorrectionError, TimelineError
from timeline.interval import Interval
from timeline.model import Problem, Severity, Status
from timeline.readers.folder import CORRECTIONS

_MOST_BYTES = 1_000_000
_LONGEST = 200  # characters of a title or theme
_HEADER = re.compile(r"\s*\[{1,2}\s*[\"']?[\w-]+[\"']?\s*\]{1,2}\s*(?:#.*)?")
_AT_LINE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_QUOTES = re.compile(r'"""|' + "'''")
_EVENT = 'event = "2023-12-24 ferry sank"'
_EXAMPLE = f"write for example {_EVENT}"
# beside event and why, what each kind needs
_VALUES = {
    Kind.SPLIT: "parts",
    Kind.REDATE: "date",
    Kind.STATUS: "status",
    Kind.RETITLE: "title",
    Kind.THEME: "theme",
}
_ONE_EVENT = (Kind.SPLIT, Kind.REDATE, Kind.RETITLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """The lines of one table; ``line`` is the number of the first, from 1."""

    line: int
    lines: tuple[str, ...]

    def line_of(self, key: str) -> int:
        """Return the line on which a key is given a value, or the table's first."""
        given = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        return next((self.line + at for at, line in enumerate(self.lines) if given.match(line)), self.line)


class _MalformedError(CorrectionError):
    """A table that is no correction: what is wrong, the remedy, and the key at fault."""

    def __init__(self, what: str, remedy: str, key: str = "") -> None:
        super().__init__(f"{what}; {remedy}")
        self.what, self.remedy, self.key = what, remedy, key


def corrections_of(folder: Path) -> Corrections:
    """Read the corrections that lie in a folder of articles; without the file there are none."""
    path = folder / CORRECTIONS
    try:
        if not path.exists():
            return Corrections()
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            return _unread(CORRECTIONS, f"larger than the limit of {_MOST_BYTES:,} bytes", "keep it shorter")
        return parse(data.decode("utf-8-sig"))
    except OSError as error:
        return _unread(CORRECTIONS, (error.strerror or "unreadable").lower(), "check that the file is readable")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _unread(f"{CORRECTIONS}:{line}", "not UTF-8 text", "save it as UTF-8")


def _unread(where: str, what: str, remedy: str) -> Corrections:
    return Corrections(problems=(_warning(where, f"{what}; no correction is applied", remedy),))


def parse(text: str, *, shown: str = CORRECTIONS) -> Corrections:
    r"""Read corrections from TOML; ``shown`` is what the file is called in messages.

    >>> parse('[[drop]]\nevent = "2023-12-24 ferry"').items[0].where
    'corrections.toml:1'
    >>> print(*parse('[[dorp]]\nevent = "2023-12-24 ferry"').problems)
    corrections.toml:1: no correction is called 'dorp'; did you mean [[drop]]?
    """
    items: list[Correction] = []
    problems: list[Problem] = []
    for piece in _pieces(text):
        try:
            tables = _tables(piece)
        except _MalformedError as error:
            problems.append(_warning(f"{shown}:{error.key}", error.what, error.remedy))
            continue
        for name, table in tables:
            try:
                items.append(_correction(name, table, f"{shown}:{piece.line}"))
            except _MalformedError as error:
                line = piece.line_of(error.key) if error.key else piece.line
                problems.append(_warning(f"{shown}:{line}", error.what, error.remedy))
    return Corrections(items=tuple(items), problems=tuple(problems))


def _warning(where: str, what: str, remedy: str) -> Problem:
    return Problem(where=where, what=what, remedy=remedy, severity=Severity.WARNING)


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield the text cut before each table's header; a header inside a text of several lines is none."""
    first, lines, quotes = 1, list[str](), 0
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if _HEADER.fullmatch(line) and quotes % 2 == 0:
            yield _Piece(line=first, lines=tuple(lines))
            first, lines, quotes = number, [], 0
        lines.append(line)
        quotes += len(_QUOTES.findall(line))
    yield _Piece(line=first, lines=tuple(lines))


def _tables(piece: _Piece) -> list[tuple[str, object]]:
    """Return the tables of a piece by name.

    Raises:
        _MalformedError: with the line as its key, if it is not TOML.
    """
    try:
        data = tomllib.loads("\n".join(piece.lines))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        last = piece.line + len(piece.lines) - 1
        line = piece.line + int(found[1]) - 1 if found and found[1] else last
        what = f"not TOML ({_AT_LINE.sub('', str(error)).lower()})"
        raise _MalformedError(what, "write text and dates in quotes, each on its own line", str(line)) from None
    found_tables: list[tuple[str, object]] = []
    for name, held in data.items():
        found_tables += [(name, table) for table in held] if isinstance(held, list) and held else [(name, held)]
    return found_tables


def _correction(name: str, table: object, where: str) -> Correction:
    """Return what a table asks for.

    Raises:
        _MalformedError: if it asks for nothing that can be done.
    """
    if name not in list(Kind):
        near = get_close_matches(name, list(Kind), 1)
        remedy = f"did you mean [[{near[0]}]]?" if near else f"write one of {', '.join(f'[[{kind}]]' for kind in Kind)}"
        raise _MalformedError(f"no correction is called '{name[:80]}'", remedy, name)
    kind = Kind(name)
    if not isinstance(table, Mapping):
        raise _MalformedError(f"'{name}' is no table", f"write [[{name}]] and below it {_EVENT}", name)
    value = _VALUES.get(kind, "")
    for key in table:
        _check_key(key, kind, value)
    if value and value not in table:
        raise _MalformedError(f"{kind}: no '{value}'", f"say it below [[{kind}]]")
    events = _events(kind, table)
    why = _text(kind, "why", table.get("why", ""), longest=1000)
    if kind is Kind.REDATE:
        interval, mod = _date(table["date"])
        return Correction(kind=kind, events=events, where=where, why=why, interval=interval, mod=mod)
    if kind is Kind.SPLIT:
        return Correction(kind=kind, events=events, where=where, why=why, parts=_parts(table["parts"]))
    words = _text(kind, value, table[value], longest=_LONGEST) if value else ""
    if value and not words:
        raise _MalformedError(f"{kind}: '{value}' is empty", "write it in quotes", value)
    if kind is Kind.STATUS:
        words = _status(words)
    return Correction(kind=kind, events=events, where=where, why=why, words=words)


def _check_key(key: str, kind: Kind, value: str) -> None:
    known = [name for name in ("event", "events", value, "why") if name]
    if key not in known:
        near = get_close_matches(key, known, 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"it takes {', '.join(known)}"
        raise _MalformedError(f"{kind}: unknown key '{key[:80]}'", remedy, key)


def _events(kind: Kind, table: Mapping[str, object]) -> tuple[str, ...]:
    if "event" in table and "events" in table:
        raise _MalformedError(f"{kind}: both 'event' and 'events'", "keep one of them", "events")
    key = "events" if "events" in table else "event"
    given = table.get(key, ())
    names = tuple(given) if isinstance(given, (list, tuple)) else (given,)
    if not all(isinstance(name, str) and name.strip() for name in names):
        raise _MalformedError(f"{kind}: '{key}' is not text in quotes", _EXAMPLE, key)
    least = 2 if kind is Kind.MERGE else 1
    if len(names) < least:
        example = 'write events = ["2023-12-24 ferry sank", "2023-12-24 Aurora"]' if least > 1 else _EXAMPLE
        raise _MalformedError(f"{kind}: {'fewer than two events' if least > 1 else 'no event'}", example, key)
    if kind in _ONE_EVENT and len(names) > 1:
        raise _MalformedError(f"{kind}: more than one event", f"write a [[{kind}]] for each", key)
    return tuple(" ".join(str(name).split()) for name in names)


def _text(kind: Kind, key: str, given: object, *, longest: int) -> str:
    if not isinstance(given, str):
        raise _MalformedError(f"{kind}: '{key}' is not text in quotes", f'write {key} = "..."', key)
    words = " ".join(given.split())
    if len(words) > longest:
        raise _MalformedError(f"{kind}: '{key}' is longer than {longest} characters", "shorten it", key)
    return words


def _date(given: object) -> tuple[Interval, str | None]:
    """Return a date as EDTF or TOML itself writes it, and ``APPROX`` where a tilde follows."""
    text = str(given).strip() if isinstance(given, (str, int, date)) and not isinstance(given, bool) else ""
    try:
        return Interval.parse(text.removesuffix("~")), "APPROX" if text.endswith("~") else None
    except TimelineError:
        remedy = 'write for example date = "2023-12-24", "2023-12" or "2023-12-18/2023-12-24"'
        raise _MalformedError(f"redate: '{str(given)[:80]}' is no date", remedy, "date") from None


def _status(given: str) -> str:
    """Return a status as the column of that name has it, in whatever case it is written."""
    known = [str(status) for status in Status]
    if given.lower() not in known:
        near = get_close_matches(given.lower(), known, 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"write one of {', '.join(known)}"
        raise _MalformedError(f"status: '{given[:80]}' is no status", remedy, "status")
    return given.lower()


def _parts(given: object) -> tuple[tuple[str, ...], ...]:
    """Return the parts of a split; a list of ids alone is one part."""
    if isinstance(given, list) and given and all(isinstance(part, str) for part in given):
        given = [given]
    if not isinstance(given, list) or not given:
        raise _MalformedError("split: 'parts' is no list", 'write parts = [["id of an article"]]', "parts")
    for part in given:
        if not isinstance(part, list) or not part or not all(isinstance(name, str) and name for name in part):
            remedy = 'write parts = [["id of an article"], ["id of a mention", "of another"]]'
            raise _MalformedError("split: a part is no list of ids", remedy, "parts")
    return tuple(tuple(part) for part in given)
