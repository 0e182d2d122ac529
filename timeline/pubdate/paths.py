"""The date in the name of a file or of its folders."""

import re
from datetime import date

from timeline.model import Basis
from timeline.pubdate.dated import Dated
from timeline.pubdate.forms import to_day

_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?:([0-9]{4})([-_./])([0-9]{2})\2([0-9]{2})|((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2}))(?![0-9A-Za-z])"
)


def name_date(name: str) -> Dated | None:
    """Return the one day in the name of a file, else the one in the folders above it, or None.

    >>> name_date("herald/2023-12-27-ferry.html").day, name_date("2023/12/27/a.html").basis.value, name_date("f-2023")
    (datetime.date(2023, 12, 27), 'folder name', None)
    """
    return next(iter(path_dates(name)), None)


def path_dates(name: str) -> list[Dated]:
    """Return the one day that a file's own name has and the one that its folders have, where there are such."""
    own = name.rfind("/") + 1
    days: dict[Basis, set[date]] = {Basis.FILE_NAME: set(), Basis.FOLDER: set()}
    for match in _IN_NAME.finditer(name):
        day = to_day("-".join(part for part in match.groups() if part and part.isdigit()))
        if day:
            days[Basis.FILE_NAME if match.end() > own else Basis.FOLDER].add(day)
    return [Dated(day=min(found), basis=basis) for basis, found in days.items() if len(found) == 1]
