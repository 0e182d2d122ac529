"""Saved web pages: the article's text, and what the page says of itself. The only module that imports trafilatura."""

import logging
import re
from collections.abc import Iterator
from itertools import islice

from timeline.model import Problem, Severity
from timeline.readers.decode import decode
from timeline.readers.extra import missing
from timeline.readers.furniture import story
from timeline.readers.page import about, shown_date, title_of
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

# the cost of the second way in which an article is looked for grows with the square of these
_BLOCK = re.compile(r"<(?:p|div|li|td|br|h[1-6]|blockquote|dd|dt)\b", re.IGNORECASE)
_MOST_BLOCKS = 4_000
_BLOCK_CHARS = 5  # a page of more of them than the characters of an article allow, at so many each, holds none
# and that of every way with the square of the marks and links of one paragraph
_INLINE = (
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|img|ins|kbd|mark|nobr|q|ruby|s|samp|small|span|strike"
    "|strong|sub|sup|tt|u|var"
)
_MARK = re.compile(rf"</?(?:{_INLINE})\b[^<>]*>", re.IGNORECASE)
_MARK_OR_END = re.compile(
    rf"<(?:(?P<mark>{_INLINE})|p|div|li|td|h[1-6]|blockquote|dd|dt|section|article|table|ul|ol)\b", re.IGNORECASE
)
_MOST_MARKS = 10_000
_LIBRARIES = ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer")


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield the article in a web page.

    Raises:
        UnreadableError: if no article is found in it, or too much to look for one.
    """
    try:
        import trafilatura  # noqa: PLC0415  # an extra
    except ImportError:
        raise missing("trafilatura", "html", source.shown) from None
    for name in _LIBRARIES:
        logging.getLogger(name).setLevel(logging.CRITICAL)  # what cannot be read, we say
    notices: list[Problem] = []
    markup = decode(source.data, shown=source.shown, notices=notices, says=True)
    most = max(source.limits.max_chars // _BLOCK_CHARS, _MOST_BLOCKS)
    blocks = sum(1 for _ in islice(_BLOCK.finditer(markup), most + 1))
    if blocks > most:
        what, remedy = f"more than {most:,} paragraphs and lines", "save its article as text, or raise --max-chars"
        raise UnreadableError(where=source.shown, what=what, remedy=remedy)
    many = blocks > _MOST_BLOCKS
    if many:
        what, remedy = (
            f"more than {_MOST_BLOCKS:,} paragraphs and lines; its article is looked for in one way",
            "check it",
        )
        notices.append(Problem(where=source.shown, what=what, remedy=remedy, severity=Severity.NOTE))
    searched = markup
    if _is_crowded(markup):
        searched = _MARK.sub("", markup)
        what = f"some {_MOST_MARKS:,} links and marks in a paragraph, or more; its article is looked for without them"
        notices.append(Problem(where=source.shown, what=what, remedy="check it", severity=Severity.NOTE))
    try:
        own = about(markup)
        text = trafilatura.extract(searched, include_comments=False, include_tables=False, deduplicate=False, fast=many)
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


def _is_crowded(markup: str) -> bool:
    """Say whether so many links and marks stand together in paragraphs that they would cost more than all else."""
    cost = run = 0
    for tag in _MARK_OR_END.finditer(markup):
        cost, run = (cost, run + 1) if tag["mark"] else (cost + run * run, 0)
    return cost + run * run > _MOST_MARKS * _MOST_MARKS
