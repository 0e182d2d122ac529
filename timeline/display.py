"""What a timeline does in the reader's hands: show itself in a notebook, and say why."""

from timeline.asked import words
from timeline.chart import svg
from timeline.chart.text import plain
from timeline.corrections.find import shown
from timeline.errors import QueryError
from timeline.export.markdown import to_markdown
from timeline.lookup import lookup
from timeline.model import Timeline
from timeline.page import fragment
from timeline.reasons import reasons
from timeline.words import count

_SHOWN = 3  # events in a message


class Words(str):
    """A text that a notebook shows as it is, line by line, rather than in quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def line(timeline: Timeline) -> str:
    """Return a timeline in one line of words, as a console shows it.

    >>> line(Timeline(events=(), articles=(), title="Ferry"))
    '<Ferry: a timeline of 0 events from 0 articles>'
    """
    told = f"a timeline of {count(len(timeline.events), 'event')} from {count(len(timeline.articles), 'article')}"
    return f"<{timeline.title and plain(timeline.title, 100) + ': '}{told}>"


def mimebundle(timeline: Timeline) -> dict[str, str]:
    """Return what a notebook shows, with no network: the picture with its text below.

    A viewer that takes no HTML has the picture alone, and one that trusts neither the list.
    """
    return {
        "text/html": fragment(timeline, dark=None, folded=True),
        "image/svg+xml": svg(timeline),
        "text/markdown": to_markdown(timeline),
        "text/plain": line(timeline),
    }


def explain(timeline: Timeline, event: str) -> Words:
    """Return why an event has its date: claims, sources, sentences, rules and anchors.

    Args:
        timeline: the events.
        event: an event's id or its first characters, an id that it had before, the id of one of its mentions, a date,
            words, or a date and words.

    Raises:
        QueryError: if it means no event or more than one, or is no text.
    """
    found, only = lookup(timeline, words(event, "event"))
    if only is None:
        several = "; ".join(map(shown, found[:_SHOWN])) + ("; ..." if len(found) > _SHOWN else "")
        raise QueryError(
            f"'{event}': {count(len(found), 'event')}: {several}; name one by its id, or add words or a date"
        )
    return Words("\n".join(reasons(only, timeline)))
