"""A document as an article: its day by the ladder, its text mended, its language told, and what does not agree."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import PurePosixPath
from unicodedata import normalize

from timeline.clean import clean
from timeline.contradictions import misnamed, stated_days
from timeline.language import language_of, supported
from timeline.model import Article, Basis, Problem, Severity, Span
from timeline.moments import is_near_midnight, local_day
from timeline.pubdate import Dated, disagreeing, head_date, head_dates, name_date, parse_day, publication
from timeline.readers.metadata import Metadata
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

_TITLE_CHARS = 160
_ENDS = (".", "!", "?", '"', "”", "'", "’")  # of a sentence
_SHORT = 20_000  # characters; what is in less of them costs little
_WORD = re.compile(r"(?:[A-Z]\.){2,}|\w+|([^\w\s])\1*")
_WORD_LEAST = 2  # characters of a word or sign in the mean; prose has more than four
_NO_DAY = date(1970, 1, 1)  # stands where a day must stand; it is replaced or never seen
_FRONT_MATTER = "add 'published: YYYY-MM-DD' in front matter"
_WHICH = "see which is right, and say it in metadata.csv"
_FAR = timedelta(days=2)  # an article may be dated on the eve of its publication, or be read in another zone
_DATE_REMEDY = f"{_FRONT_MATTER}, or a row in metadata.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Undated:
    """An article of which nothing says when it was published; its ``published`` is no date of it."""

    article: Article
    problem: Problem


class UndatedError(UnreadableError):
    """Nothing says when an article was published, which is at hand all the same."""

    def __init__(self, article: Article, *, where: str, table: str | None = None, unread: str = "") -> None:
        """Say it of the article at a place.

        Args:
            article: it.
            where: its place.
            table: the place in a table that should date it and does not.
            unread: what it says itself that is no date.
        """
        remedy = f"{_FRONT_MATTER}, or mend {table}" if table else _DATE_REMEDY
        what = f"no publication date that can be read: {unread}" if unread else "no publication date"
        super().__init__(where=where, what=what, remedy=remedy)
        self.undated = Undated(article=article, problem=self.problem)


def from_document(document: Document, source: Source, beside: Metadata, undated: date | None) -> Article:
    """Return a document of a file as an article; ``undated`` is its day where nothing else dates it.

    Raises:
        UndatedError: if nothing dates it.
        UnreadableError: if it is empty, too long, no prose, or in a language that is not read.
    """
    where = document.where or source.shown
    if not document.text.strip():
        raise UnreadableError(where=where, what="an empty file", remedy="put the article's text in it, or remove it")
    if len(document.text) > source.limits.max_chars:
        what = f"longer than the limit of {source.limits.max_chars:,} characters"
        raise UnreadableError(where=where, what=what, remedy="split it or raise --max-chars")
    if _is_signs(document.text):
        what, remedy = "signs and single letters for the most part, no prose", "save the article's text alone"
        raise UnreadableError(where=where, what=what, remedy=remedy)
    path = path_of(source.shown)
    name = f"{path}#{document.part}" if document.part else path
    dated, table = publication(document.text, *document.own.dated, *beside.dated, name=path), beside.undated_at
    day = dated.day if dated else undated or _NO_DAY
    beside = beside if dated else Metadata(published=day, basis=Basis.GIVEN if undated else Basis.INFERRED).over(beside)
    article = make_article(document.text, name, own=document.own, beside=beside, shown=where, path=path)
    article = replace(article, line=document.line)
    if not article.clean.strip():
        what, remedy = "a date or a byline alone, and no text below it", "put the article's text in it, or remove it"
        raise UnreadableError(where=where, what=what, remedy=remedy)
    if not supported(article.language):
        what, remedy = f"its language is '{article.language}'", "only English is read; leave it out or translate it"
        raise UnreadableError(where=where, what=what, remedy=remedy)
    if article.published_basis is Basis.INFERRED:
        raise UndatedError(article, where=where, table=table, unread=_unread(document.own))
    return article


def path_of(shown: str) -> str:
    """Return the path of a file without its ending."""
    return PurePosixPath(shown).with_suffix("").as_posix()


def _unread(own: Metadata) -> str:
    changed = f"the day of its last change, {own.modified}, is none" if own.modified else ""
    return own.unread or own.hint or changed


def settled(document: Document, source: Source) -> Document:
    """Return a document with its text in NFC and, where its stamp is in UTC and something tells it, its local day.

    A format's own escapes bring letters apart that the decoding of the file had put together.
    """
    document = replace(document, text=normalize("NFC", document.text))
    own = document.own
    if own.stamp is None or own.published is None:
        return document
    named = (name_date(own.url or ""), head_date(document.text), name_date(source.shown))
    day = local_day(own.stamp, *(dated.day for dated in named if dated))
    if day is None:
        return document
    if day == own.published:
        return replace(document, own=replace(own, stamp=None))
    others = tuple(replace(one, day=day) if one.day == own.published else one for one in own.others)
    return replace(document, own=replace(own, published=day, others=others))


def remarks(article: Article, own: Metadata, beside: Metadata, where: str, path: str) -> Iterator[Problem]:
    """Yield what does not agree in what is said of an article, and by the path of its file."""
    if own.unread:
        what, remedy = f"{own.unread} is no publication date", "see whether the day that counts is the right one"
        yield _warning(where, what, remedy)
    if own.stamp and own.basis is article.published_basis:
        yield from _about_utc(own.stamp, article.published, where)
    yield from _rivals(article, own, beside, where)
    counted = Dated(day=article.published, basis=article.published_basis)
    others = disagreeing(article.text, counted, path)
    if told := [f"its {one.basis} {one.day}" for one in others]:
        what = f"its {counted.basis} says {counted.day}, {', '.join(told)}; the {counted.basis} counts"
        yield _warning(where, what, "say which it is, in metadata.csv")
    modified = own.modified or beside.modified
    if modified and modified != article.published:
        yield _changed(modified, article, where)
    yield from _of_its_text(article, where, told={modified, *(one.day for one in (*others, *own.others))})
    for one in (own, beside):
        if one.odd and one.basis is article.published_basis:
            place = f"{where}:1" if one.basis is Basis.FRONT_MATTER else where
            yield _warning(place, f"{one.odd}, as its {one.basis} says", "see which of the two is right")
        if one.doubled and one.basis is article.published_basis:
            place = f"{where}:1" if one.basis is Basis.FRONT_MATTER else where
            yield _warning(place, f"of its {one.basis} {one.doubled}", "leave the right one alone")
        if one.unread_change:
            what, remedy = (
                f"'{one.unread_change}' is no date of a change, and is passed over",
                "write it like 2023-12-27",
            )
            yield _warning(where, what, remedy)


def _rivals(article: Article, own: Metadata, beside: Metadata, where: str) -> Iterator[Problem]:
    """Yield what says another day than the one that counts, beside the text and its file's name."""
    disagree = own.published and beside.published and own.published != beside.published
    if disagree and article.published_basis is not Basis.GIVEN:
        first, second = (own, beside) if own.published == article.published else (beside, own)
        what = f"{first.basis} says {first.published}, {second.basis} {second.published}; {first.basis} counts"
        yield _warning(where, what, "make them agree")
    said = [f"{one.basis} {one.day}" for one in own.others if one.day != own.published]
    if said and own.basis is article.published_basis:
        what = f"{own.basis} says {own.published}, {', '.join(said)}; {own.basis} counts"
        yield _warning(where, what, "if another is the day of the first publication, say so in metadata.csv")


def _warning(where: str, what: str, remedy: str) -> Problem:
    return Problem(where=where, what=what, remedy=remedy, severity=Severity.WARNING)


def _changed(day: date, article: Article, where: str) -> Problem:
    side = "after" if day > article.published else "before"
    what = f"changed on {day}, {side} its publication on {article.published}"
    return _warning(where, what, "check what was added; its times count from the publication")


def _of_its_text(article: Article, where: str, told: set[date | None]) -> Iterator[Problem]:
    """Yield what the lines around a text state that does not fit the day that counts, with their place."""

    def line(at: int) -> str:
        return f"{where}:{article.line + article.text.count(chr(10), 0, at)}" if article.line else where

    head = head_date(article.text)
    odd = misnamed(head.span.of(article.text)) if head and head.span else ""
    if odd and head and head.span:
        yield _warning(line(head.span.start), f"{odd}, as its first lines say", "see which of the two is right")
    if head and head.span and article.published_basis is Basis.DATELINE and _is_heading(article.text, head.span):
        what = f"its heading begins with {head.day}, which counts as its publication and may be what it tells of"
        remedy = "if so, say the day of publication in metadata.csv"
        yield Problem(where=line(head.span.start), what=what, remedy=remedy, severity=Severity.NOTE)
    told = {*told, article.published}
    for one in stated_days(article.text, article.published):
        if one.day in told:
            continue
        told.add(one.day)
        if one.changed:
            yield _changed(one.day, article, line(one.span.start))
        else:
            what = f"its text says it was published on {one.day}, {article.published_basis} {article.published}"
            yield _warning(line(one.span.start), what, _WHICH)
    for rival in head_dates(article.text):
        if rival.span and rival.day not in told and abs(rival.day - article.published) >= _FAR:
            what = f"its first lines say {rival.day}, its {article.published_basis} {article.published}"
            yield _warning(line(rival.span.start), what, _WHICH)


def _is_heading(text: str, span: Span) -> bool:
    """Say whether a date, and no more, stands with a colon or a dash before words that are no sentence."""
    said, rest = span.of(text).strip(), text[span.end :].partition("\n")[0].strip()
    alone = said.endswith((":", "-", "–", "—")) and parse_day(said.rstrip(" :-–—")) is not None
    return alone and 0 < len(rest) <= _TITLE_CHARS and not rest.endswith(_ENDS)


def _about_utc(stamp: datetime, day: date, where: str) -> Iterator[Problem]:
    """Yield a note where a stamp in UTC leaves the local day open, or where something else has told it."""
    said = f"published at {stamp:%H:%M} UTC on {stamp.date()}"
    if day != stamp.date():
        what, remedy = f"{said}; {day} is the local day, by its dateline, address or file name", "check it"
    elif is_near_midnight(stamp):
        what, remedy = f"{said}, perhaps another day where it was", "if so, say the local day in metadata.csv"
    else:
        return
    yield Problem(where=where, what=what, remedy=remedy, severity=Severity.NOTE)


def make_article(
    text: str,
    article_id: str,
    *,
    own: Metadata | None = None,
    beside: Metadata | None = None,
    shown: str = "",
    path: str = "",
) -> Article:
    r"""Return a text as an article.

    Args:
        text: as read, without front matter.
        article_id: unique among its fellows.
        own: what it says of itself.
        beside: what others say of it.
        shown: what it is called in messages.
        path: of its file, which may hold a date.

    >>> make_article("Published: 27 December 2023\n\nA ferry sank.", "a").clean
    'A ferry sank.'

    Raises:
        UnreadableError: if nothing gives its publication date.
    """
    own, beside = own or Metadata(), beside or Metadata()
    dated = publication(text, *own.dated, *beside.dated, name=path)
    if dated is None:
        raise UnreadableError(where=shown or article_id, what="no publication date", remedy=_DATE_REMEDY)
    known = own.over(beside)
    cleaned = clean(text)
    return Article(
        id=article_id,
        source=known.source or article_id,
        title=known.title or _title(cleaned.text),
        text=text,
        clean=cleaned.text,
        offsets=cleaned.offsets,
        published=dated.day,
        published_basis=dated.basis,
        url=known.url,
        language=language_of(cleaned.text, said=known.language),
        shown=shown,
    )


def _is_signs(text: str) -> bool:
    """Say whether a text is long and so short of words that its analysis would cost many times that of prose."""
    if len(text) < _SHORT:
        return False
    return len("".join(text.split())) < sum(1 for _ in _WORD.finditer(text)) * _WORD_LEAST


def _title(text: str) -> str:
    """Return a short first line without a final full stop that a blank line follows, or an empty string."""
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    is_title = 0 < len(line) <= _TITLE_CHARS and not line.endswith((".", ":", ",", ";", "|")) and rest.startswith("\n")
    return line if is_title else ""
