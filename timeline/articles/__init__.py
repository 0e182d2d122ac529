"""A folder of files -> articles, and what stood in the way of the others.

A bad file never stops its folder: it becomes a :class:`timeline.model.Problem` and the rest goes on. Paths in ids and
problems are relative to the folder, so that the same folder gives the same bytes wherever it lies.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from timeline.articles.make import Undated, UndatedError, from_document, make_article, path_of, remarks, settled
from timeline.articles.remote import remote
from timeline.articles.unique import Names
from timeline.cache import Cache
from timeline.errors import ArticleError
from timeline.model import Article, Basis, Problem, Severity
from timeline.plain import to_plain
from timeline.readers import archive, folder, formats, sidecar
from timeline.readers.metadata import Metadata
from timeline.readers.source import Entry, Limits, Source
from timeline.readers.unreadable import UnreadableError
from timeline.undated import Guess, guess_days, no_ground

__all__ = ["BUILD_MARK", "Published", "Reading", "make_article", "read_articles", "read_data"]

BUILD_MARK = folder.BUILD_MARK
Published = date | Mapping[str, date] | None
"""The reader's word on the publication: of files by their path in the folder, or of all that are undated else."""
_WORTH_TELLING = 0.5  # the confidence of a guess
_NO_ROWS = sidecar.Sidecar({}, ())


class Reading(NamedTuple):
    """The articles of a folder by id, and the problems by place."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read_articles(
    where: str | os.PathLike[str],
    *,
    limits: Limits | None = None,
    published: Published = None,
    infer: bool = False,
    cache: Cache | None = None,
) -> Reading:
    """Read every article under a folder, also in zip archives.

    Args:
        where: the folder in which the files lie, also in folders of their own.
        limits: how much is read of a file.
        published: when files were published, by their path in the folder, whatever they say of themselves; the day
            under the name ``""``, or a day alone, stands for every article that nothing else dates.
        infer: whether an article that nothing dates may be dated by its words and the other articles, where those leave
            little doubt; each such is told, and so is what the words of the others make likely.
        cache: where to look for what was read before.

    Returns:
        The articles, ordered by id, and the problems, ordered by place.

    Raises:
        ArticleError: if there is no such folder.
    """
    root = Path(where)
    if root.is_file():
        raise ArticleError(f"{root}: a file; name the folder it lies in, or give its bytes to build_timeline")
    if not root.is_dir():
        raise ArticleError(f"{root}: no such folder; name one that holds articles")
    reader = _reader(limits, published, cache)
    found: list[Article | Undated | Problem] = []
    for group in folder.groups(root, reader.limits):
        found += [group] if isinstance(group, Problem) else reader.read_group(group)
    return _reading([*found, *reader.unmet()], infer=infer)


def read_data(
    data: bytes,
    name: str = "stdin",
    *,
    limits: Limits | None = None,
    published: Published = None,
    infer: bool = False,
    cache: Cache | None = None,
) -> Reading:
    r"""Read the articles in the bytes of one file, whose format is told by how they begin.

    >>> read_data(b"Published: 27 December 2023\n\nA ferry sank.").articles[0].id
    'stdin'
    """
    shown = name + formats.sniff(data)
    reader = _reader(limits, published, cache)
    return _reading([*reader.read_group([Entry(shown=shown, load=lambda: data)]), *reader.unmet()], infer=infer)


def _reader(limits: Limits | None, published: Published, cache: Cache | None) -> "_Reader":
    given = dict(published) if isinstance(published, Mapping) else {}
    undated = published if isinstance(published, date) else given.pop("", None)
    return _Reader(limits=limits or Limits(), given=given, undated=undated, cache=cache)


def _reading(found: Iterable[Article | Undated | Problem], *, infer: bool) -> Reading:
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    undated: dict[str, Undated] = {}
    for one in found:
        if isinstance(one, Problem):
            problems.append(one)
            continue
        if isinstance(one, Undated):
            undated[one.article.id] = one
        else:
            articles[one.id] = one
    if not articles and not problems and not undated:
        problems.append(Problem(where=".", what="no articles in it", remedy="put .txt, .md or .html files there"))
    guesses = guess_days([one.article for one in undated.values()], articles.values())
    dated = tuple(articles.values())
    problems += remote(dated)
    for name, one in undated.items():
        guess = guesses.get(name)
        if infer and guess is None:
            missing = no_ground(one.article, dated)
            problems.append(replace(one.problem, what=f"{one.problem.what}; no day can be inferred: {missing}"))
            continue
        used = infer and guess is not None and guess.sure
        problems.append(_doubt(one.problem, guess, used=used))
        if guess and used:
            articles[name] = replace(one.article, published=guess.day)
    return Reading(tuple(articles[key] for key in sorted(articles)), tuple(sorted(problems, key=str)))


def _doubt(problem: Problem, guess: Guess | None, *, used: bool) -> Problem:
    """Return what to say of an article without a date: that it was left out, or which day was taken, and why."""
    if guess is None:
        return problem
    if guess.confidence < _WORTH_TELLING:
        return replace(problem, what=f"{problem.what}; no day is likely enough to name: {guess.lacks()}")
    if used:
        what, remedy = f"{problem.what}; inferred {guess}", f"check it; {problem.remedy}"
        return replace(problem, what=what, remedy=remedy, severity=Severity.WARNING)
    remedy = f"{problem.remedy}{', or build with --infer' if guess.sure else ''}"
    return replace(problem, what=f"{problem.what}; perhaps {guess}", remedy=remedy)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What one file holds, as the cache keeps it."""

    items: tuple[Article | Undated | Problem, ...]


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads groups of files, and remembers which of the files the reader spoke of it met.

    Attributes:
        limits: how much is read of a file.
        given: the day that the reader gave a file, by its path; ``undated`` that of every article without another.
        cache: where to look for what was read before, or None.
        met: the files of ``given`` that were read.
        names: the ids that the articles have.
    """

    limits: Limits
    given: Mapping[str, date]
    undated: date | None
    cache: Cache | None
    met: set[str] = field(default_factory=set)
    names: Names = field(default_factory=Names)

    def unmet(self) -> Iterator[Problem]:
        """Yield a problem for every file that the reader dated and that is not there."""
        for name in sorted(self.given.keys() - self.met):
            remedy = "mend the name in --published; it is the file's path in the folder"
            yield Problem(where=name[:80], what="no such file", remedy=remedy, severity=Severity.WARNING)

    def read_group(self, entries: list[Entry], *, packed: bool = False) -> Iterator[Article | Undated | Problem]:
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
                yield from self._read_entry(
                    entry, row.metadata if row else Metadata(undated_at=table.broken or None), packed=packed
                )
            except UnreadableError as error:
                yield error.problem

    def _read_entry(self, entry: Entry, beside: Metadata, *, packed: bool) -> Iterator[Article | Undated | Problem]:
        ending = formats.ending(entry.shown)
        if not formats.is_read(entry.shown):
            what = f"files ending in '{ending[:20]}' are not read" if ending else "files without an ending are not read"
            remedy = f"save it as {', '.join(list(formats.READERS)[:3])}"
            if ending == ".toml":  # what else would it be
                remedy = f"corrections are read from {folder.CORRECTIONS} in the folder of the articles itself"
            yield Problem(where=entry.shown, what=what, remedy=remedy, severity=Severity.WARNING)
        elif ending != formats.ARCHIVE:
            yield from self._named(Source(data=entry.load(), shown=entry.shown, limits=self.limits), beside)
        elif packed:
            yield Problem(where=entry.shown, what="an archive in an archive", remedy="unpack it into a folder")
        else:
            yield from self._read_archive(Source(data=entry.load(), shown=entry.shown, limits=self.limits))

    def _read_archive(self, source: Source) -> Iterator[Article | Undated | Problem]:
        entries: list[Entry] = []
        for entry in archive.entries(source):
            if isinstance(entry, Problem):
                yield entry
            else:
                entries.append(entry)
        folders: dict[PurePosixPath, list[Entry]] = {}
        for entry in entries:  # a folder's files need not lie beside each other
            folders.setdefault(PurePosixPath(entry.shown).parent, []).append(entry)
        for group in folders.values():
            yield from self.read_group(group, packed=True)

    def _named(self, source: Source, beside: Metadata) -> Iterator[Article | Undated | Problem]:
        """Yield what a file holds, each article under an id of its own."""
        for one in self._recall(source, beside):
            if isinstance(one, Problem):
                yield one
                continue
            article, note = self.names.own(one.article if isinstance(one, Undated) else one, source.shown)
            yield replace(one, article=article) if isinstance(one, Undated) else article
            if note:
                yield note

    def _recall(self, source: Source, beside: Metadata) -> Iterable[Article | Undated | Problem]:
        """Return what a file holds, read now or before."""
        if source.shown in self.given:
            self.met.add(source.shown)
            beside = replace(beside, published=self.given[source.shown], basis=Basis.GIVEN)
        if self.cache is None:
            return _read_file(source, beside, self.undated)
        said = (json.dumps(to_plain(beside)), repr(source.limits), str(self.undated))
        name = ("file", source.shown, hashlib.sha256(source.data).hexdigest(), *said)
        return self.cache.kept(name, _Found, lambda: _found(source, beside, self.undated)).items


def _found(source: Source, beside: Metadata, undated: date | None) -> _Found:
    items: list[Article | Undated | Problem] = []
    try:
        items.extend(_read_file(source, beside, undated))
    except UnreadableError as error:
        items.append(error.problem)
    return _Found(items=tuple(items))


def _read_file(source: Source, beside: Metadata, undated: date | None) -> Iterator[Article | Undated | Problem]:
    """Yield the articles in a file; a fault that cost an article its date is told once, by that fault."""
    faults: list[Problem] = []
    for document in formats.read(source):
        if isinstance(document, Problem):
            faults.append(document)
            continue
        document = settled(document, source)  # noqa: PLW2901  # the same one, better known
        try:
            article = from_document(document, source, beside, undated)
        except UnreadableError as error:
            if not faults:
                yield error.undated if isinstance(error, UndatedError) else error.problem
            else:  # where the front matter is at fault, one message says it all
                fault = faults.pop()
                yield Problem(where=fault.where, what=fault.what, remedy=fault.remedy)
        else:
            yield article
            yield from remarks(article, document.own, beside, document.where or source.shown, path_of(source.shown))
        yield from faults
        faults.clear()
    yield from faults
