"""Names for events that outlive a rebuild: an event is named by the mention that founded it.

The founder is the event's earliest dated mention (by publication, then article, then place), so an article published
later neither changes the name nor does a better title. The name hangs on the founder's words and not on their place, so
it is the same in every format of the article. Where an earlier article joins, or two rows become one, the founder
changes; the old name is still that of one of the event's mentions, and so still finds it.

No rule without memory does better. Of two articles that tell an event each alone must give it a name, and the names
differ; both together keep but one of them. To keep that of the later article would lose names as news comes in, and a
name made of what both tell (the day, the place) would change with each better dating and be that of a whole day.
"""

import hashlib
from collections.abc import Iterable
from datetime import date

from timeline.model import Event, EventMention
from timeline.words import letters


def age(mention: EventMention) -> tuple[date, str, int]:
    """Return what orders mentions from the earliest on: publication day, article, place in it."""
    return mention.published, mention.article_id, mention.span.start


def event_id(mentions: Iterable[EventMention]) -> str:
    """Return the id of the event that some mentions tell; neither an echo nor a witness founds it where another can.

    Raises:
        ValueError: if there are no mentions.
    """
    return _name(min(mentions, key=lambda mention: (mention.interval is None, mention.echo, age(mention))))


def find(events: Iterable[Event], name: str) -> tuple[Event, ...]:
    """Return the events that a name means; more than one where it is the beginning of several ids.

    Args:
        events: to look among.
        name: an event's id or its first characters, an id that it had in an earlier build, or the id of a mention.
    """
    if not name:
        return ()
    events = tuple(events)
    exact = tuple(event for event in events if event.id == name)
    return (
        exact
        or tuple(event for event in events if any(name in {one.id, _name(one), _former(one)} for one in event.mentions))
        or tuple(event for event in events if event.id.startswith(name))
    )


def _name(founder: EventMention) -> str:
    return _hashed("\n".join((founder.article_id, letters(founder.text), founder.predicate, str(founder.again))))


def _former(founder: EventMention) -> str:
    """Return the name in earlier builds, which hung on the place of the words in the text."""
    return _hashed(founder.id)


def _hashed(words: str) -> str:
    return "e" + hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:10]
