"""What stands at the head of a text: YAML between lines of dashes, TOML between pluses, or lines as a mail has.

The only module that imports yaml.
"""

import re
import tomllib
from typing import TYPE_CHECKING, Any, NamedTuple

from timeline.readers.metadata import FIELD_NAMES, field_name
from timeline.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    import yaml

_BLANK = re.compile(r"(?:[ \t]{0,20}\n){0,50}")  # an editor may leave some above the first line
_OPENS = re.compile(r"---[ \t]*\n")
_PLUSES = re.compile(r"\+\+\+[ \t]*\n")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<toml>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
# "title: Storm in Lund: two dead", which YAML takes for two names
_COLONS = re.compile(
    r"^(?P<name>[A-Za-z_][\w-]{0,40}):[ \t]+(?P<value>[A-Za-z0-9“‘(][^\n]{0,500}: [^\n]{0,500})$", re.MULTILINE
)
_TOML_LINE = re.compile(r"\(at line (\d{1,6}),")
_FENCED = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r"(?P<name>[A-Za-z][A-Za-z _-]{1,30}):[ \t](?P<value>[^\n]{0,1000})(?:\n|\Z)")
_MOST_NAMED = 40
# beside the fields of an article, what mails and archives of newspapers write above one
_HEADERS = frozenset(
    ("author", "by", "byline", "copyright", "dateline", "edition", "keywords", "length", "page", "section", "tags",
     "word_count", "bcc", "cc", "content_transfer_encoding", "content_type", "from", "message_id", "mime_version",
     "reply_to", "sent", "subject", "to")
)  # fmt: skip
_ALSO = {"subject": "title", "sent": "published"}
_MAX_CHARS = 16_000
_MAX_BRACKETS = 20  # deeper flow collections only serve to exhaust the parser's stack
_TOML_REMEDY = "write one 'name = \"value\"' a line between two lines of +++"
_REMEDY = "write one 'name: value' a line between two lines of ---"


class FrontMatter(NamedTuple):
    """The fields as written, the text after them, and the line that text starts on.

    ``wrong`` fields are no words; ``twice`` are those that stand there again, with the line on which they do.
    """

    fields: dict[str, str]
    text: str
    line: int
    wrong: tuple[tuple[str, str], ...] = ()
    twice: tuple[tuple[str, int], ...] = ()


def split(text: str, *, shown: str) -> FrontMatter:
    r"""Part a text into its front matter and the rest; every value is a string, as written.

    >>> split("---\npublished: 2023-12-27\n---\nSnow fell.", shown="a.txt")
    FrontMatter(fields={'published': '2023-12-27'}, text='Snow fell.', line=4, wrong=(), twice=())

    Raises:
        UnreadableError: if it opens and never closes, or is no YAML mapping and no TOML.
    """
    blank = _BLANK.match(text)
    at = blank.end() if blank else 0
    parted, lines = _split(text[at:], shown), text.count("\n", 0, at)
    if parted.line == 1:  # there is none
        return FrontMatter({}, text, 1)
    twice = tuple((name, line + lines) for name, line in parted.twice)
    return parted._replace(line=parted.line + lines, twice=twice)


def _split(text: str, shown: str) -> FrontMatter:
    """Part a text that begins with its front matter, if it has any."""
    is_toml = _PLUSES.match(text)
    if not is_toml and not _OPENS.match(text):
        return _headed(text)
    match = (_TOML if is_toml else _FENCED).match(text[:_MAX_CHARS])
    if match is None:
        raise UnreadableError(where=f"{shown}:1", what="the front matter does not close", remedy=_REMEDY)
    doubled: list[tuple[str, int]] = []
    found = _table(match["toml"], shown) if is_toml else _mapping(match["yaml"], shown, doubled)
    loaded = {str(name): _only(value) for name, value in found.items()}
    fields = {name: value for name, value in loaded.items() if isinstance(value, str)}
    wrong = ((name, "a list" if isinstance(value, list) else "a mapping") for name, value in loaded.items())
    line = text.count("\n", 0, match.end()) + 1
    return FrontMatter(
        fields, text[match.end() :], line, tuple(one for one in wrong if one[0] not in fields), tuple(doubled)
    )


def _headed(text: str) -> FrontMatter:
    r"""Part a text into the lines of names and values at its head, two or more above a blank one, and the rest.

    >>> _headed("Subject: Snow\nPublication-Date: 27 December 2023\n\nSnow fell.").fields
    {'title': 'Snow', 'publication_date': '27 December 2023'}
    """
    fields: dict[str, str] = {}
    named: set[str] = set()
    twice: list[tuple[str, int]] = []
    at = count = 0
    while count < _MOST_NAMED and (match := _NAMED.match(text, at)):
        name = field_name(match["name"])
        if name not in _HEADERS and name not in FIELD_NAMES:
            break
        if name in named and _ALSO.get(name, name) in FIELD_NAMES:
            twice.append((match["name"], count + 1))
        named.add(name)
        fields.setdefault(_ALSO.get(name, name), match["value"].strip())
        at, count = match.end(), count + 1
    if count < 2 or FIELD_NAMES.isdisjoint(fields) or text[at : at + 1] != "\n":
        return FrontMatter({}, text, 1)
    rest = text[at:].lstrip("\n")
    return FrontMatter(fields, rest, text.count("\n", 0, len(text) - len(rest)) + 1, twice=tuple(twice))


def _only(value: Any) -> Any:
    """Return the one thing of a list of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _table(source: str, shown: str) -> dict[str, Any]:
    """Return what TOML says; dates, numbers and the like as words."""
    if source.count("[") + source.count("{") > _MAX_BRACKETS:
        raise UnreadableError(where=f"{shown}:2", what="the front matter is nested too deeply", remedy=_TOML_REMEDY)
    try:
        loaded = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        at = _TOML_LINE.search(str(error))
        where = f"{shown}:{int(at[1]) + 1 if at else 2}"
        raise UnreadableError(where=where, what="the front matter is not TOML", remedy=_TOML_REMEDY) from error
    return {
        name: _only(value) if isinstance(_only(value), list | dict) else str(_only(value))
        for name, value in loaded.items()
    }


def _mapping(source: str, shown: str, twice: list[tuple[str, int]]) -> dict[Any, Any]:
    """Return what YAML says; of a name that stands twice the first counts, and the others go to ``twice``."""
    import yaml  # noqa: PLC0415  # an article without front matter need not pay for it

    if source.count("[") + source.count("{") > _MAX_BRACKETS:
        raise UnreadableError(where=f"{shown}:2", what="the front matter is nested too deeply", remedy=_REMEDY)
    try:
        # the base loader knows no types and no tags: a date, a 'yes' and a '12:30' stay as they are written
        loader = yaml.BaseLoader(_COLONS.sub(_in_quotes, source))  # it makes strings, lists and dicts only
        node = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            _once(node, twice)
        loaded = loader.construct_document(node) if node else None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{shown}:{mark.line + 2 if mark else 2}"
        raise UnreadableError(where=where, what="the front matter is not YAML", remedy=_REMEDY) from error
    if not loaded:
        return {}
    if not isinstance(loaded, dict):
        raise UnreadableError(where=f"{shown}:2", what="the front matter is not a mapping", remedy=_REMEDY)
    return loaded


def _in_quotes(line: re.Match[str]) -> str:
    return f"{line['name']}: '" + line["value"].replace("'", "''") + "'"


def _once(node: "yaml.MappingNode", twice: list[tuple[str, int]]) -> None:
    """Leave of the fields of one name the first, and tell the others with their line in the file."""
    seen: set[str] = set()
    kept = []
    for key, value in node.value:
        name = field_name(key.value) if isinstance(key.value, str) else ""
        if name and name in seen:
            twice.append((key.value, key.start_mark.line + 2))
        else:
            seen.add(name)
            kept.append((key, value))
    node.value = kept
