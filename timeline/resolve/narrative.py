"""A document's times in order: each is read against the publication date and the times told before it."""

import re
from collections import deque
from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import zip_longest

from timeline.model import AnchoredTimex, Timex
from timeline.resolve.borrowed import borrowed
from timeline.resolve.ended import ended
from timeline.resolve.evaluation import named_day
from timeline.resolve.history import tells_history
from timeline.resolve.listed import in_order
from timeline.resolve.local import DATELINE, local_days
from timeline.resolve.story import YEARLESS, Story
from timeline.tag import tag

_HEAD_CHARS = 1200  # of a text, within which the dateline of the whole stands
# what joins a month or day without its year to the next one
_JOINT = re.compile(r"\s*(?:,|[-–—]|,?\s*(?:and|or|to|through|until|till)(?:\s+(?:in|on))?)\s*", re.IGNORECASE)


def annotate(text: str, published: date | None, headed: date | None = None) -> tuple[AnchoredTimex, ...]:
    """Return the time expressions of a text, dated.

    Args:
        text: any text; offsets count its characters.
        published: the local day of publication, or None.
        headed: the day of a dateline that was taken off the text's head, or None.

    >>> [time.value for time in annotate("Aid came on Tuesday, a week after the dam broke.", date(2024, 3, 14))]
    ['2024-03-12', 'P1W']
    """
    return resolve(text, tag(text), published, headed)


def dateline_day(text: str, published: date | None) -> date | None:
    r"""Return the day of the dateline at the head of a text as read, or None.

    >>> dateline_day("Ferry sinks\n\nARDOL, Dec. 3 (AP) - A ferry sank today.", date(2023, 12, 4))
    datetime.date(2023, 12, 3)
    """
    head = text[:_HEAD_CHARS]
    days = local_days(head, tag(head), published, partial(named_day, published))
    return next((local.day for local in days if local.name == DATELINE), None)


def resolve(
    text: str, timexes: Sequence[Timex], published: date | None, headed: date | None = None
) -> tuple[AnchoredTimex, ...]:
    """Return a document's time expressions dated, in the same order.

    Args:
        text: the document.
        timexes: its time expressions, by position.
        published: the local day of publication, or None.
        headed: the day of a dateline that was taken off the text's head, or None.
    """
    story = Story(
        text=text,
        published=published,
        episode=tells_history(timexes, published),
        local=deque(local_days(text, timexes, published, partial(named_day, published), headed)),
    )
    times = [
        story.read(timex, _joined_year(text, timex, after))
        for timex, after in zip_longest(timexes, timexes[1:])
        if timex
    ]
    return tuple(ended(text, in_order(text, borrowed(text, times), published)))


def _joined_year(text: str, timex: Timex, after: Timex | None) -> int | None:
    """Return the year of the next time where this one shares it: "between July and September 1944"."""
    if after is None or timex.rule not in YEARLESS or not 0 < after.span.start - timex.span.end <= 12:
        return None
    told = dict(after.slots)
    own = dict(timex.slots)
    year, month, later = told.get("year"), own.get("month"), told.get("month")
    if not isinstance(year, int) or not isinstance(month, int) or not isinstance(later, int):
        return None
    if _JOINT.fullmatch(text, timex.span.end, after.span.start) is None:
        return None
    return year - 1 if month > later else year
