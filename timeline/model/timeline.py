"""All of it: the events, their articles, and what went wrong."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.problem import Problem

if TYPE_CHECKING:
    from pandas import DataFrame

    from timeline.chart.draw import TimelineChart


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Timeline:
    """The events in order (start, end, clock, salience, id), the articles they come from, and what went wrong.

    Attributes:
        title: what the reader calls the story; empty where nobody named it.
        settings: what it was built with, as pairs of names and values.
        omitted: how many less salient events were left out when it was cut to its top.
        about: what heads a part of a story that nobody named: what the whole of it is about; empty for the whole.
    """

    events: tuple[Event, ...]
    articles: tuple[Article, ...]
    problems: tuple[Problem, ...] = ()
    title: str = ""
    settings: tuple[tuple[str, str], ...] = field(default=())
    omitted: int = 0
    about: str = ""

    # What a reader does with a timeline in hand stands in timeline.display and .narrow; the imports that point up stand
    # in here.

    def __repr__(self) -> str:
        """Return the timeline in one line: its title, and how much it holds."""
        from timeline.display import line  # noqa: PLC0415

        return line(self)

    def _repr_mimebundle_(self, *_args: object, **_options: object) -> dict[str, str]:
        """Return what a notebook shows: the page's content, offline, and the picture where HTML is not shown."""
        from timeline.display import mimebundle  # noqa: PLC0415

        return mimebundle(self)

    @property
    def df(self) -> "DataFrame":
        """The table: a row an event, with the columns of ``timeline.csv``."""
        from timeline.frame import to_frame  # noqa: PLC0415

        return to_frame(self)

    def chart(self, *, width: int = 720, dark: bool = False, top: int | None = None) -> "TimelineChart":
        """Return the picture as an Altair chart; arguments as for :func:`timeline.plot`."""
        from timeline.chart import plot  # noqa: PLC0415

        return plot(self, width=width, dark=dark, top=top)

    def explain(self, event: str) -> str:
        """Return why an event has its date; it is named by its id, a date, words, or a date and words."""
        from timeline.display import explain  # noqa: PLC0415

        return explain(self, event)

    @property
    def conflicts(self) -> "Timeline":
        """The events that are told with conflicting dates."""
        from timeline.narrow import conflicts  # noqa: PLC0415

        return conflicts(self)

    def between(self, start: str | date | None, end: str | date | None) -> "Timeline":
        """Return the events that share a day with a period; both ends count, and may be years or months ("2023-12")."""
        from timeline.narrow import between  # noqa: PLC0415

        return between(self, start, end)

    def top(self, number: int) -> "Timeline":
        """Return the ``number`` most salient events, in order of time."""
        from timeline.narrow import top  # noqa: PLC0415

        return top(self, number)

    def query(self, words: str) -> "Timeline":
        """Return the events that a query is about: all of a story that it names, else those whose words hold it."""
        from timeline.narrow import query  # noqa: PLC0415

        return query(self, words)
