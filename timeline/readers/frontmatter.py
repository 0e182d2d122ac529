"""What stands at the head of a text: a YAML mapping between two lines of dashes, or lines as a mail or an archive has.

The only module that imports yaml.
"""

import re
from typing import Any, NamedTuple

from timeline.readers.metadata import FIELD_NAMES
from timeline.readers.unreadable import UnreadableError

_OPENS = re.compile(r"---[ \t]*\n")
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
_REMEDY = "write one 'name: value' a line between two lines of ---"


class FrontMatter(NamedTuple):
    """The fields as written, the text after them, and the line that text starts on; ``wrong`` fields are no words."""

    fields: dict[str, str]
    text: str
    line: int
    wrong: tuple[tuple[str, str], ...] = ()


def split(text: str, *, shown: str) -> FrontMatter:
    r"""Part a text into its front matter and the rest; every value is a string, as written.

    >>> split("---\npublished: 2023-12-27\n---\nSnow fell.", shown="a.txt")
    FrontMatter(fields={'published': '2023-12-27'}, text='Snow fell.', line=4, wrong=())

    Raises:
        UnreadableError: if it opens and never closes, or is no YAML mapping.
    """
    if not _OPENS.match(text):
        return _headed(text)
    match = _FENCED.match(text[:_MAX_CHARS])
    if match is None:
        raise UnreadableError(where=f"{shown}:1", what="the front matter does not close", remedy=_REMEDY)
    loaded = {str(name): _only(value) for name, value in _mapping(match["yaml"], shown).items()}
    fields = {name: value for name, value in loaded.items() if isinstance(value, str)}
    wrong = ((name, "a list" if isinstance(value, list) else "a mapping") for name, value in loaded.items())
    line = text.count("\n", 0, match.end()) + 1
    return FrontMatter(fields, text[match.end() :], line, tuple(one for one in wrong if one[0] not in fields))


def _headed(text: str) -> FrontMatter:
    r"""Part a text into the lines of names and values at its head, two or more above a blank one, and the rest.

    >>> _headed("Subject: Snow\nPublication-Date: 27 December 2023\n\nSnow fell.").fields
    {'title': 'Snow', 'publication_date': '27 December 2023'}
    """
    fields: dict[str, str] = {}
    at = count = 0
    while count < _MOST_NAMED and (match := _NAMED.match(text, at)):
        name = match["name"].strip().lower().replace("-", "_").replace(" ", "_")
        if name not in _HEADERS and name not in FIELD_NAMES:
            break
        fields.setdefault(_ALSO.get(name, name), match["value"].strip())
        at, count = match.end(), count + 1
    if count < 2 or FIELD_NAMES.isdisjoint(fields) or text[at : at + 1] != "\n":
        return FrontMatter({}, text, 1)
    rest = text[at:].lstrip("\n")
    return FrontMatter(fields, rest, text.count("\n", 0, len(text) - len(rest)) + 1)


def _only(value: Any) -> Any:
    """Return the one thing of a list of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _mapping(source: str, shown: str) -> dict[Any, Any]:
    import yaml  # noqa: PLC0415  # an article without front matter need not pay for it

    if source.count("[") + source.count("{") > _MAX_BRACKETS:
        raise UnreadableError(where=f"{shown}:2", what="the front matter is nested too deeply", remedy=_REMEDY)
    try:
        # the base loader knows no types and no tags: a date, a 'yes' and a '12:30' stay as they are written
        loaded = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506  # it makes strings, lists and dicts only
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{shown}:{mark.line + 2 if mark else 2}"
        raise UnreadableError(where=where, what="the front matter is not YAML", remedy=_REMEDY) from error
    if not loaded:
        return {}
    if not isinstance(loaded, dict):
        raise UnreadableError(where=f"{shown}:2", what="the front matter is not a mapping", remedy=_REMEDY)
    return loaded
