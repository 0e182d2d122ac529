"""``.txt`` and ``.md``: a text, with front matter or without."""

import re
from collections.abc import Iterator
from dataclasses import replace

from timeline.model import Problem, Severity
from timeline.readers import frontmatter
from timeline.readers.decode import decode
from timeline.readers.metadata import DATE_NAMES, FIELD_NAMES, field_name, from_fields
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

# how files of other formats begin that are texts too
_MARKUP = (
    (re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE), "a web page", "name it .html"),
    (re.compile(r"\s*<(?:\?xml|rss|feed)\b"), "XML", "name it .xml if it is a feed, else save its article as text"),
    (re.compile(r'\s*[\[{]\s*(?:\{\s*)?"[^"\n]{1,40}"\s*:'), "JSON", "name it .json"),
    (re.compile(r"\s*\{\\rtf\d"), "RTF", "save it as plain text"),
)


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield the article in a text file; what is wrong with its front matter is a warning."""
    notices: list[Problem] = []
    raw = decode(source.data, shown=source.shown, notices=notices)
    text, line, wrong = raw, 1, {}
    twice: tuple[tuple[str, int], ...] = ()
    try:
        parted = frontmatter.split(raw, shown=source.shown)
        text, line = parted.text, parted.line
        twice = parted.twice
        wrong = {name: kind for name, kind in parted.wrong if field_name(name) in FIELD_NAMES}
        dates = {name: f"({wrong.pop(name)})" for name in [*wrong] if field_name(name) in DATE_NAMES}
        own = from_fields(dates | parted.fields, where=f"{source.shown}:1")
    except UnreadableError as error:
        yield replace(error.problem, severity=Severity.WARNING)
        yield Document(text=text, line=line)
    else:
        yield Document(text=text, own=own, line=line)
    for begins, kind, remedy in _MARKUP:
        if begins.match(text):
            what = f"begins as {kind} does, and is read as plain text"
            yield Problem(where=f"{source.shown}:{line}", what=what, remedy=remedy, severity=Severity.WARNING)
    for name, kind in wrong.items():
        what, remedy = f"its '{name[:40]}' is {kind}, not words, and is passed over", "write words in its place"
        yield Problem(where=f"{source.shown}:1", what=what, remedy=remedy, severity=Severity.WARNING)
    for name, at in twice:
        what = f"'{name[:40]}' stands in the front matter again; the first counts"
        remedy = "remove one of them"
        yield Problem(where=f"{source.shown}:{at}", what=what, remedy=remedy, severity=Severity.WARNING)
    yield from notices
