"""Publication days that lie a generation away from all that could confirm them: mostly another date than the paper's.

A line "3 May 1919" above a text of our day, a record of 1 January 1970. An archive of old newspapers has neighbours in
time, and names the years of its time.
"""

import re
from collections.abc import Iterator, Sequence

from timeline.model import Article, Basis, Problem, Severity

_GENERATION = 30  # years
_READERS_WORD = {Basis.GIVEN, Basis.FRONT_MATTER, Basis.SIDECAR}
_FROM_ITS_TEXT = {Basis.DATELINE, Basis.CAPTION}
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = re.compile(rf"\b(?i:in|since|after|before|until|late|early|{_MONTHS}) ((?:1[6-9]|2\d)\d\d)\b(?!,\d)")
_MOST_YEARS = 3  # named in a message
_REMEDY = "if it is right, say so in front matter or metadata.csv; else say the day of publication there"


def remote(articles: Sequence[Article]) -> Iterator[Problem]:
    """Yield a warning for each article whose day lies a generation before every year that it names, or from all others.

    The others speak only where the day was read in the text itself; what the reader says is not doubted.
    """
    days = sorted(article.published for article in articles)
    alone = {
        two
        for one, two, three in zip([None, *days], days, [*days[1:], None], strict=False)
        if (one or three) and all(abs(day.year - two.year) >= _GENERATION for day in (one, three) if day)
    }
    for article in articles:
        if article.published_basis in _READERS_WORD:
            continue
        years = sorted({int(year) for year in _YEAR.findall(article.clean)})
        if years and years[0] - article.published.year >= _GENERATION:
            yield _doubt(article, f"yet it names only later years ({', '.join(map(str, years[:_MOST_YEARS]))})")
        elif article.published in alone and article.published_basis in _FROM_ITS_TEXT:
            yield _doubt(article, f"{_GENERATION} years or more from every other article")


def _doubt(article: Article, why: str) -> Problem:
    what = f"published {article.published} by its {article.published_basis}, {why}"
    return Problem(where=article.shown or article.id, what=what, remedy=_REMEDY, severity=Severity.WARNING)
