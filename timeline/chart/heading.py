"""What stands above the picture: the reader's title, else what the whole story is about."""

from timeline.chart.text import plain
from timeline.heading import headed
from timeline.model import Timeline


def heading(timeline: Timeline) -> str:
    """Return the title of a timeline; without one, what the story is about of which it is a part, or the whole.

    >>> heading(Timeline(events=(), articles=()))
    'Timeline'
    """
    return plain(timeline.title or timeline.about or headed(timeline.events), 200) or "Timeline"


def described(title: str, summary: str) -> str:
    """Return what a reader who cannot see the picture is told it is.

    >>> described("The ferry", "2 events")
    'Timeline: The ferry. 2 events'
    >>> described("Timeline", "2 events")
    'Timeline. 2 events'
    """
    name = title if title.startswith("Timeline") else f"Timeline: {title}"
    return f"{name}. {summary}"
