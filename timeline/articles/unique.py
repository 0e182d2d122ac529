"""One id an article: of two that would bear one, the second keeps its file's ending or gets a number."""

from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import PurePosixPath

from timeline.model import Article, Problem, Severity


@dataclass(slots=True, kw_only=True)
class Names:
    """The ids that are taken, each with the file that has it, and the last number put to each."""

    taken: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)

    def own(self, article: Article, file: str) -> tuple[Article, Problem | None]:
        r"""Return an article of a file under an id that no other has, and what to say if that is another id.

        >>> from timeline.articles.make import make_article
        >>> names, text = Names(), "Published: 27 December 2023\n\nA ferry sank."
        >>> [names.own(make_article(text, "a"), file)[0].id for file in ("a.html", "a.txt", "a.txt")]
        ['a', 'a.txt', 'a.txt-2']
        """
        if article.id not in self.taken:
            self.taken[article.id] = file
            return article, None
        holder = self.taken[article.id]
        name = self._free(article.id, file, holder)
        self.taken[name] = file
        source = name if article.source == article.id else article.source
        return replace(article, id=name, source=source), _told(article, name, file, holder)

    def _free(self, name: str, file: str, holder: str) -> str:
        """Return a free id for an article of a file, whose id the holder has, which is that file or another."""
        if file != holder:
            name = file + name.removeprefix(PurePosixPath(file).with_suffix("").as_posix())
            if name not in self.taken:
                return name
        for at in count(self.numbers.get(name, 1) + 1):
            if f"{name}-{at}" not in self.taken:
                break
        self.numbers[name] = at
        return f"{name}-{at}"


def _told(article: Article, name: str, file: str, holder: str) -> Problem:
    what = f"a second article '{article.id}', called '{name}'"
    if file == holder:
        remedy, severity = "give each record an id of its own", Severity.WARNING
    else:
        what, severity = f"{what}; the first is in {holder}", Severity.NOTE
        remedy = "rename one of the files for an id without an ending"
    return Problem(where=article.shown or file, what=what, remedy=remedy, severity=severity)
