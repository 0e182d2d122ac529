"""RSS and Atom files saved to disk: an article an item. The only module that parses XML, and it expands no entity."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email.utils import parsedate
from typing import cast
from xml.etree import ElementTree as ET  # what could explode is refused below, before it is parsed

from timeline.model import Basis, Problem, Severity
from timeline.readers.decode import decode
from timeline.readers.markup import text_of
from timeline.readers.metadata import from_fields
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError
from timeline.words import count

_FAULTS = (ET.ParseError, ValueError, RecursionError)
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]*\?>")
_TWO_DIGITS = re.compile(r"\s*(?:[A-Z][a-z]{2},\s)?\s*\d{1,2}\s[A-Z][a-z]{2}\s\d{2}\s")
_TEXTS = ("encoded", "content", "description", "summary")
_FIELDS = {"pubdate": "published", "published": "published", "date": "published", "updated": "modified",
           "modified": "modified", "title": "title", "link": "url"}  # fmt: skip


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield an article an item, of a feed that was cut those before the cut.

    An Atom entry's date of update is no publication date.

    Raises:
        UnreadableError: if it is no XML, has entities of its own or not one whole item.
    """
    notices: list[Problem] = []
    text = _DECLARATION.sub("", decode(_whole(source.data), shown=source.shown, notices=notices, says=True))
    if "<!ENTITY" in text:
        raise UnreadableError(where=source.shown, what="XML with entities of its own", remedy="save it without them")
    items, channel, fault = _parsed(text, source.shown)
    if fault and not items:
        raise UnreadableError(where=fault.where, what=fault.what, remedy=fault.remedy)
    if not items:
        what, remedy = "XML without an <item> or an <entry>", "save an RSS or Atom feed"
        raise UnreadableError(where=source.shown, what=what, remedy=remedy)
    outlet = "" if channel is None else _child(channel, "title")
    for number, item in enumerate(items[: source.limits.max_documents], 1):
        yield from _document(item, outlet, f"{source.shown}, item {number}", number)
    if fault:
        what = f"{fault.what} from here on; read {count(len(items), 'whole item')} before it"
        yield Problem(where=fault.where, what=what, remedy=fault.remedy)
    yield from notices


def _parsed(text: str, shown: str) -> tuple[list[ET.Element], ET.Element | None, Problem | None]:
    """Return the whole items of a feed, what they stand in, and where it is cut or broken, if it is."""
    parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start", "end"))
    items: list[ET.Element] = []
    channel: ET.Element | None = None
    fault: Exception | None = None
    try:
        parser.feed(text)
        parser.close()
    except _FAULTS as error:  # the parser tells what is whole all the same
        fault = error
    try:
        for event, element in cast("Iterator[tuple[str, ET.Element]]", parser.read_events()):
            if event == "start":
                channel = element if channel is None or _name(element) in {"channel", "feed"} else channel
            elif _name(element) in {"item", "entry"}:
                items.append(element)
    except _FAULTS as error:
        fault = error
    if fault is None:
        return items, channel, None
    line = fault.position[0] if isinstance(fault, ET.ParseError) else 1
    return items, channel, Problem(where=f"{shown}:{line}", what="not well-formed XML", remedy="save the feed anew")


def _document(item: ET.Element, outlet: str, where: str, number: int) -> Iterator[Document | Problem]:
    text = next((text for name in _TEXTS if (text := text_of(_child(item, name)))), "")
    if not text:
        yield Problem(where=where, what="an item without a text", remedy="save the articles it links to")
        return
    fields = {"source": outlet}
    for child in item:
        field = _FIELDS.get(_name(child))
        value = child.get("href") or child.text
        if field and value:
            fields.setdefault(field, _four_digits(value) if field == "published" else value)
    try:
        own = from_fields(fields, where=where, basis=Basis.RECORD)
    except UnreadableError as error:
        yield replace(error.problem, severity=Severity.WARNING)
        own = from_fields({name: value for name, value in fields.items() if name != "published"}, where=where)
    yield Document(text=text, own=own, part=str(number), where=where)


def _four_digits(value: str) -> str:
    """Return the day of a date as RFC 822 wrote it, with two digits of the year; any other as it is."""
    told = parsedate(value[:100]) if _TWO_DIGITS.match(value) else None
    return f"{told[0]:04}-{told[1]:02}-{told[2]:02}" if told else value


def _whole(data: bytes) -> bytes:
    """Return the bytes of a file without the half of a character that it may have been cut in."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start] if error.reason == "unexpected end of data" else data
    return data


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _child(element: ET.Element, name: str) -> str:
    child = next((child for child in element if _name(child) == name), None)
    return "".join(child.itertext()).strip() if child is not None else ""
