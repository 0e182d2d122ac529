"""The ladder from what is known about an article to the day it was published, and how that is known.

What the reader says stands above what the file says of itself, that above the file's name, a date at the head of the
text, the name of its folder and the date in a photo's caption (:class:`timeline.model.Basis` has the order). Here a
day is never guessed: not from the file's time, nor from a copyright line, nor from the date of an update. Only dates
that name day, month and year count; the day is the local one, as written.
"""

from collections.abc import Iterator

from timeline.model import Basis
from timeline.pubdate.caption import caption_date, is_credited
from timeline.pubdate.dated import Dated
from timeline.pubdate.forms import FULL_DAY, MONTH, parse_day
from timeline.pubdate.head import head_date, head_dates, head_spans
from timeline.pubdate.paths import name_date, path_dates

__all__ = [
    "FULL_DAY",
    "MONTH",
    "Dated",
    "caption_date",
    "disagreeing",
    "head_date",
    "head_dates",
    "head_spans",
    "is_credited",
    "name_date",
    "parse_day",
    "publication",
]

_LADDER = {basis: step for step, basis in enumerate(Basis)}


def publication(text: str, *stated: Dated, name: str = "") -> Dated | None:
    r"""Return the publication day from the highest step of the ladder that has one, or None.

    Args:
        text: the article.
        stated: what is said of the article beside its text.
        name: the path of its file, which may hold a date.

    >>> publication("Published: 27 December 2023\n\nThe ferry sank.").basis
    <Basis.DATELINE: 'dateline'>
    """
    if stated:
        return min(stated, key=lambda dated: _LADDER[dated.basis])
    return next(_unstated(text, name), None) or caption_date(text)


def disagreeing(text: str, counted: Dated, name: str = "") -> tuple[Dated, ...]:
    r"""Return the days that a file's name, its dateline and its folder's name give beside the one that counts.

    >>> [str(one.day) for one in disagreeing("2023-12-27\n\nIt sank.", name_date("2023-12-25.txt"), "2023-12-25.txt")]
    ['2023-12-27']
    """
    found = tuple(_unstated(text, name))
    return (
        tuple(one for one in found if one.day != counted.day) if counted.basis in {one.basis for one in found} else ()
    )


def _unstated(text: str, name: str) -> Iterator[Dated]:
    """Yield what says when an article was published where nobody states it, the surest first."""
    paths = path_dates(name)
    yield from (dated for dated in paths if dated.basis is Basis.FILE_NAME)
    if head := head_date(text):
        yield head
    yield from (dated for dated in paths if dated.basis is Basis.FOLDER)
