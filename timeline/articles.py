"""A folder of files -> articles, and what stood in the way of the others.

A bad file never stops its folder: it becomes a :class:`timeline.model.Problem` and the rest goes on. Paths in ids and
problems are relative to the folder, so that the same folder gives the same bytes wherever it lies.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline.clean import clean
from timeline.errors import ArticleError
from timeline.language import language_of, supported
from timeline.model import Article, Problem, Severity
from timeline.pubdate import publication
from timeline.readers import archive, folder, formats, sidecar
from timeline.readers.metadata import Metadata
from timeline.readers.source import Document, Entry, Limits, Source
from timeline.readers.unreadable import UnreadableError

BUILD_MARK = folder.BUILD_MARK
_TITLE_CHARS = 160
_DATE_REMEDY = "add 'published: YYYY-MM-DD' in front matter, or a row in metadata.csv"
_NO_ROWS = sidecar.Sidecar({}, ())


class Reading(NamedTuple):
    """The articles of a folder by id, and the problems by place."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read_articles(where: str | os.PathLike[str], *, limits: Limits | None = None) -> Reading:
    """Read every article under a folder, also in zip archives.

    Args:
        where: the folder in which the files lie, also in folders of their own.
        limits: how much is read of a file.

    Returns:
        The articles, ordered by id, and the problems, ordered by place.

    Raises:
        ArticleError: if there is no such folder.
    """
    root = Path(where)
    limits = limits or Limits()
    if not root.is_dir():
        raise ArticleError(f"{root}: no such folder; name one that holds articles")
    found: list[Article | Problem] = []
    for group in folder.groups(root, limits):
        found += [group] if isinstance(group, Problem) else _read_group(group, limits)
    return _reading(found)


def read_data(data: bytes, name: str = "stdin", *, limits: Limits | None = None) -> Reading:
    r"""Read the articles in the bytes of one file, whose format is told by how they begin.

    >>> read_data(b"Published: 27 December 2023\n\nA ferry sank.").articles[0].id
    'stdin'
    """
    shown = name + formats.sniff(data)
    return _reading(_read_group([Entry(shown=shown, load=lambda: data)], limits or Limits()))


def _reading(found: Iterable[Article | Problem]) -> Reading:
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
        elif one.id in articles:
            what, remedy = f"a second article '{one.id}'", "rename one; files of one name differ by more than .md"
            problems.append(Problem(where=one.id, what=what, remedy=remedy))
        else:
            articles[one.id] = one
    if not articles and not problems:
        problems.append(Problem(where=".", what="no articles in it", remedy="put .txt, .md or .html files there"))
    return Reading(tuple(articles[key] for key in sorted(articles)), tuple(sorted(problems, key=str)))


def _read_group(entries: list[Entry], limits: Limits, *, packed: bool = False) -> Iterator[Article | Problem]:
    """Yield what the files of one folder hold, with what its table says of them."""
    names = {PurePosixPath(entry.shown).name: entry for entry in entries}
    table = _NO_ROWS
    if sidecar.NAME in names:
        entry = names.pop(sidecar.NAME)
        table = sidecar.read_sidecar(entry.load, shown=entry.shown)
    yield from table.problems
    for file, said in table.rows.items():
        if file not in names:
            what, remedy = f"no file {file[:80]!r} beside it", "mend the name or remove the row"
            yield Problem(where=said.where, what=what, remedy=remedy, severity=Severity.WARNING)
    for name, entry in names.items():
        row = table.rows.get(name)
        try:
            yield from _read_entry(entry, row.metadata if row else Metadata(), limits, packed=packed)
        except UnreadableError as error:
            yield error.problem


def _read_entry(entry: Entry, beside: Metadata, limits: Limits, *, packed: bool) -> Iterator[Article | Problem]:
    ending = formats.ending(entry.shown)
    if not formats.is_read(entry.shown):
        what = f"files ending in '{ending[:20]}' are not read" if ending else "files without an ending are not read"
        remedy = f"save it as {', '.join(list(formats.READERS)[:3])}"
        yield Problem(where=entry.shown, what=what, remedy=remedy, severity=Severity.WARNING)
    elif ending != formats.ARCHIVE:
        yield from _read_file(Source(data=entry.load(), shown=entry.shown, limits=limits), beside)
    elif packed:
        yield Problem(where=entry.shown, what="an archive in an archive", remedy="unpack it into a folder")
    else:
        source = Source(data=entry.load(), shown=entry.shown, limits=limits)
        yield from _read_archive(source, limits)


def _read_archive(source: Source, limits: Limits) -> Iterator[Article | Problem]:
    entries: list[Entry] = []
    for entry in archive.entries(source):
        if isinstance(entry, Problem):
            yield entry
        else:
            entries.append(entry)
    for _, group in groupby(entries, key=lambda entry: PurePosixPath(entry.shown).parent):
        yield from _read_group(list(group), limits, packed=True)


def _read_file(source: Source, beside: Metadata) -> Iterator[Article | Problem]:
    """Yield the articles in a file; a fault that cost an article its date is told once, by that fault."""
    faults: list[Problem] = []
    for document in formats.read(source):
        if isinstance(document, Problem):
            faults.append(document)
            continue
        try:
            article = _from_document(document, source, beside)
        except UnreadableError as error:
            if not faults:
                yield error.problem
            else:  # where the front matter is at fault, one message says it all
                fault = faults.pop()
                yield Problem(where=fault.where, what=fault.what, remedy=fault.remedy)
        else:
            yield article
            yield from _remarks(article, document.own, beside, document.where or source.shown)
        yield from faults
        faults.clear()
    yield from faults


def _from_document(document: Document, source: Source, beside: Metadata) -> Article:
    where = document.where or source.shown
    if not document.text.strip():
        raise UnreadableError(where=where, what="an empty file", remedy="put the article's text in it, or remove it")
    if len(document.text) > source.limits.max_chars:
        what = f"longer than the limit of {source.limits.max_chars:,} characters"
        raise UnreadableError(where=where, what=what, remedy="split it or raise --max-chars")
    path = PurePosixPath(source.shown).with_suffix("").as_posix()
    name = f"{path}#{document.part}" if document.part else path
    article = make_article(document.text, name, own=document.own, beside=beside, shown=where, path=path)
    if not supported(article.language):
        what, remedy = f"its language is '{article.language}'", "only English is read; leave it out or translate it"
        raise UnreadableError(where=where, what=what, remedy=remedy)
    return article


def _remarks(article: Article, own: Metadata, beside: Metadata, where: str) -> Iterator[Problem]:
    """Yield what does not agree in what is said of an article."""
    if own.published and beside.published and own.published != beside.published:
        first, second = ("front matter", "the sidecar") if own.published == article.published else ("the sidecar", "it")
        days = (own.published, beside.published) if first == "front matter" else (beside.published, own.published)
        what = f"{first} says {days[0]}, {second} {days[1]}; {first} counts"
        yield Problem(where=where, what=what, remedy="make them agree", severity=Severity.WARNING)
    if own.modified and own.modified > article.published:
        what = f"changed on {own.modified}, after its publication on {article.published}"
        remedy = "check what was added; its times count from the publication"
        yield Problem(where=where, what=what, remedy=remedy, severity=Severity.WARNING)


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
    )


def _title(text: str) -> str:
    """Return a short first line without a final full stop that a blank line follows, or an empty string."""
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    is_title = 0 < len(line) <= _TITLE_CHARS and not line.endswith((".", ":", ",", ";")) and rest.startswith("\n")
    return line if is_title else ""
