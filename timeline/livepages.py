"""Pages that are written as the day goes on: the hour before each entry, which is no year."""

import re
from collections.abc import Iterator
from itertools import pairwise

from timeline.model import Span

# an hour at the head of a line, before what was written then: "1808 The UN says ..."
_STAMP = re.compile(r"^([01]\d[0-5]\d|2[0-3][0-5]\d)(?: GMT| BST| [CEMP][SD]?T)?:? (?=[\"“‘'(\[]?[A-Z])", re.MULTILINE)
_FEWEST = 3  # of one page
_ONE_WAY = 0.8  # of the steps from one stamp to the next
_YEARS = ("1000", "2030")  # figures between these may open the lines of a chronicle


def hour_stamps(text: str) -> Iterator[Span]:
    r"""Yield the hours that open the lines of a live page; none of a chronicle, whose lines open with years.

    >>> text = "2358 Rain fell.\n1204 Snow fell.\n0915 Hail fell."
    >>> [span.of(text) for span in hour_stamps(text)]
    ['2358 ', '1204 ', '0915 ']
    >>> list(hour_stamps("1945 Peace came.\n1950 War broke out.\n1953 Peace came."))
    []
    """
    found = list(_STAMP.finditer(text))
    hours = [match[1] for match in found]
    rises = [later > earlier for earlier, later in pairwise(hours) if later != earlier]
    one_way = max(sum(rises), len(rises) - sum(rises)) >= _ONE_WAY * len(rises)
    if len(found) >= _FEWEST and one_way and any(not _YEARS[0] <= hour <= _YEARS[1] for hour in hours):
        yield from (Span(*match.span()) for match in found)
