"""A folder of ``.txt`` and ``.md`` files -> articles, and what stood in the way of the others.

A bad file never stops its folder: it becomes a :class:`timeline.model.Problem` and the rest goes on. Paths in ids and
problems are relative to the folder, so that the same folder gives the same bytes wherever it lies.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from timeline.clean import clean
from timeline.errors import ArticleError
from timeline.model import Article, Problem, Severity
from timeline.pubdate import publication
from timeline.readers import frontmatter, sidecar
from timeline.readers.decode import MAX_BYTES, read_text
from timeline.readers.metadata import Metadata, from_fields
from timeline.readers.unreadable import UnreadableError

ENDINGS = (".txt", ".md")
BUILD_MARK = ".timeline-build.json"  # a folder under the articles that holds it is the output of a build
_TITLE_CHARS = 160
_DATE_REMEDY = "add 'published: YYYY-MM-DD' in front matter, or a row in metadata.csv"


class Reading(NamedTuple):
    """The articles of a folder by id, and the problems by place."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read_articles(folder: str | os.PathLike[str], *, max_bytes: int = MAX_BYTES) -> Reading:
    """Read every article under a folder.

    Args:
        folder: where the files lie, also in folders of their own.
        max_bytes: the size above which a file is left out.

    Returns:
        The articles, ordered by id, and the problems, ordered by place.

    Raises:
        ArticleError: if there is no such folder.
    """
    root = Path(folder)
    if not root.is_dir():
        raise ArticleError(f"{root}: no such folder; name one that holds .txt or .md files")
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    for directory, names in _walk(root, problems):
        for article in _read_directory(root, directory, names, problems, max_bytes):
            if article.id in articles:
                what, remedy = (
                    f"a second article '{article.id}'",
                    "rename one; files of one name differ by more than .md",
                )
                problems.append(Problem(where=article.id, what=what, remedy=remedy))
            else:
                articles[article.id] = article
    if not articles and not problems:
        problems.append(Problem(where=".", what="no articles in it", remedy="put .txt or .md files there"))
    return Reading(tuple(articles[key] for key in sorted(articles)), tuple(sorted(problems, key=str)))


def _walk(root: Path, problems: list[Problem]) -> Iterator[tuple[Path, list[str]]]:
    """Yield each folder with its files, in order, but no hidden one and no output; folder links are not followed."""

    def report(error: OSError) -> None:
        where = _shown(root, Path(error.filename))
        what = (error.strerror or "unreadable").lower()
        problems.append(Problem(where=where, what=what, remedy="check that the folder is readable"))

    for directory, folders, files in os.walk(root, onerror=report):
        here = Path(directory)
        if here != root and BUILD_MARK in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield here, sorted(name for name in files if not name.startswith("."))


def _read_directory(
    root: Path, directory: Path, names: list[str], problems: list[Problem], max_bytes: int
) -> Iterator[Article]:
    table = sidecar.read_sidecar(
        directory / sidecar.NAME, shown=_shown(root, directory / sidecar.NAME), max_bytes=max_bytes
    )
    problems += table.problems
    for file, said in table.rows.items():
        if file not in names:
            what, remedy = f"no file '{file}' beside it", "mend the name or remove the row"
            problems.append(Problem(where=said.where, what=what, remedy=remedy, severity=Severity.WARNING))
    for name in names:
        path = directory / name
        shown = _shown(root, path)
        if path.suffix.lower() in ENDINGS:
            try:
                text = read_text(path, shown=shown, max_bytes=max_bytes)
                row = table.rows.get(name)
                yield _article(text, shown, row.metadata if row else Metadata(), problems)
            except UnreadableError as error:
                problems.append(error.problem)
        elif name != sidecar.NAME:
            what, remedy = f"files ending in '{path.suffix}' are not read", "save it as .txt or .md"
            problems.append(Problem(where=shown, what=what, remedy=remedy, severity=Severity.WARNING))


def _article(raw: str, shown: str, beside: Metadata, problems: list[Problem]) -> Article:
    """Return the article in a file's text; what is wrong with its front matter is noted and passed over."""
    own, text = Metadata(), raw
    fault: UnreadableError | None = None
    try:
        parted = frontmatter.split(raw, shown=shown)
        text = parted.text
        own = from_fields(parted.fields, where=f"{shown}:1")
    except UnreadableError as error:
        fault = error
    if not text.strip():
        raise UnreadableError(where=shown, what="an empty file", remedy="put the article's text in it, or remove it")
    try:
        article = make_article(text, Path(shown).with_suffix("").as_posix(), own=own, beside=beside, shown=shown)
    except UnreadableError as error:
        raise fault or error from None  # where the front matter is at fault, one message says it all
    if fault:
        problems.append(replace(fault.problem, severity=Severity.WARNING))
    if own.published and beside.published and own.published != beside.published:
        what = f"front matter says {own.published}, the sidecar {beside.published}; front matter counts"
        problems.append(Problem(where=shown, what=what, remedy="make them agree", severity=Severity.WARNING))
    return article


def make_article(
    text: str, article_id: str, *, own: Metadata | None = None, beside: Metadata | None = None, shown: str = ""
) -> Article:
    r"""Return a text as an article; ``own`` is what it says of itself, ``beside`` what others say of it.

    >>> make_article("Published: 27 December 2023\n\nA ferry sank.", "a").clean
    'A ferry sank.'

    Raises:
        UnreadableError: if nothing gives its publication date.
    """
    own, beside = own or Metadata(), beside or Metadata()
    dated = publication(text, front_matter=own.published, sidecar=beside.published)
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
        language=known.language or "en",
    )


def _title(text: str) -> str:
    """Return a short first line without a final full stop that a blank line follows, or an empty string."""
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    is_title = 0 < len(line) <= _TITLE_CHARS and not line.endswith((".", ":", ",", ";")) and rest.startswith("\n")
    return line if is_title else ""


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()
