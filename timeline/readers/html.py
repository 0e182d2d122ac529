"""Saved web pages: the article's text, and what the page says of itself. The only module that imports trafilatura."""

import logging
from collections.abc import Iterator

from timeline.model import Problem
from timeline.readers.decode import decode
from timeline.readers.extra import missing
from timeline.readers.furniture import story
from timeline.readers.page import about, shown_date, title_of
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield the article in a web page.

    Raises:
        UnreadableError: if no article is found in it.
    """
    try:
        import trafilatura  # noqa: PLC0415  # an extra
    except ImportError:
        raise missing("trafilatura", "html", source.shown) from None
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what cannot be read, we say
    notices: list[Problem] = []
    markup = decode(source.data, shown=source.shown, notices=notices, says=True)
    try:
        own = about(markup)
        text = trafilatura.extract(markup, include_comments=False, include_tables=False, deduplicate=False)
    except Exception as error:  # a broken page can fail anywhere in a parser
        what = f"a page that cannot be read ({type(error).__name__})"
        raise UnreadableError(where=source.shown, what=what, remedy="save it anew, or as text") from error
    if not text or not text.strip():
        remedy = "save the page when it has loaded, or as text"
        raise UnreadableError(where=source.shown, what="a page without an article", remedy=remedy)
    lines = [line for line in text.split("\n") if line.strip()]
    text = "\n\n".join(story(lines, own.title or title_of(markup)))
    dated = "" if own.published else shown_date(markup, text)
    yield Document(text=f"{dated}\n\n{text}" if dated else text, own=own)
    yield from notices
