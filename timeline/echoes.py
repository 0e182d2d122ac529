"""What the articles of one voice tell again: a reprint's sentence keeps the day of its first publication.

A paper that prints on Tuesday what an agency sent on Sunday still says "on Saturday", and an update of a page keeps the
sentences of its first version. Such a mention is an *echo*: it takes its time from the mention it repeats, founds no
event of its own, and names its article and source in the event of that mention.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from timeline.model import EventMention

_ALIKE = 0.75  # of the words of two sentences together
_COMPARED = 20  # mentions of one predicate and one time; a voice that tells more of them lists something
_WORD = re.compile(r"\w+")
_DCT = "publication date "


class Parted(NamedTuple):
    """The mentions in an article's own words, and the echoes, each with the id of the mention that it repeats."""

    own: tuple[EventMention, ...]
    echoes: tuple[tuple[str, EventMention], ...]


def parted(mentions: Iterable[EventMention], firsts: Mapping[str, str]) -> Parted:
    """Tell the echoes from the mentions that are the first of their voice.

    Args:
        mentions: those of all articles.
        firsts: by the id of each article that shares its voice with others, that of the voice's first publication; the
            articles go from the earliest on.
    """
    by_article: dict[str, list[EventMention]] = {name: [] for name in firsts}
    own: list[EventMention] = []
    for mention in mentions:
        by_article.get(mention.article_id, own).append(mention)
    echoes: list[tuple[str, EventMention]] = []
    told: dict[tuple[str, ...], list[EventMention]] = {}
    for name, group in by_article.items():
        known = {key: tuple(found) for key, found in told.items()} if name != firsts[name] else {}
        for mention in group:
            key = (firsts[name], mention.predicate, _time_words(mention), str(mention.negated))
            first = _first(mention, known.get(key, ()))
            if first is None:
                own.append(mention)
                told.setdefault(key, []).append(mention)
            else:
                echoes.append((first.id, _echo(mention, first)))
    return Parted(tuple(own), tuple(echoes))


def joined(
    groups: Iterable[Sequence[EventMention]], echoes: Iterable[tuple[str, EventMention]]
) -> tuple[tuple[EventMention, ...], ...]:
    """Return groups of mentions, each with the echoes of its mentions at its end."""
    repeated: dict[str, list[EventMention]] = {}
    for name, echo in echoes:
        repeated.setdefault(name, []).append(echo)
    return tuple((*group, *(echo for one in group for echo in repeated.get(one.id, ()))) for group in groups)


def _time_words(mention: EventMention) -> str:
    return " ".join(mention.time.timex.text.lower().split()) if mention.time else ""


def _first(mention: EventMention, told: Sequence[EventMention]) -> EventMention | None:
    """Return the mention whose sentence another repeats, the one with its clause if there are several."""
    sentence = _words(mention.sentence_text)
    alike: list[tuple[bool, float, int]] = []
    for at, one in enumerate(told[:_COMPARED]):
        other = _words(one.sentence_text)
        share = len(sentence & other) / max(len(sentence | other), 1)
        if share >= _ALIKE:
            alike.append((one.text == mention.text, share, -at))
    return told[-max(alike)[2]] if alike else None


def _words(text: str) -> set[str]:
    return {match.group().lower() for match in _WORD.finditer(text)}


def _echo(mention: EventMention, first: EventMention) -> EventMention:
    """Return a mention dated as the one that it repeats, its anchor named as that article's."""
    time = first.time
    if time:
        timex = mention.time.timex if mention.time else replace(time.timex, span=mention.span)
        anchor = f"{time.anchor} of '{first.article_id}'" if time.anchor.startswith(_DCT) else time.anchor
        time = replace(time, timex=timex, anchor=anchor)
    return replace(mention, time=time, relation=first.relation, status=first.status, echo=True)
