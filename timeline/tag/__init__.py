"""Text to time expressions: recognises, and sees no date.

One scan of the lower-cased text finds words that stand in times; from each, the run of words around
it that a time may be made of is parsed by the grammar, and the longest time whose guards hold is kept.
"""

from timeline.grammar import load
from timeline.model import Span, Timex
from timeline.tag.guards import holds
from timeline.tag.islands import Island, find, parsed
from timeline.tag.listed import parted
from timeline.tag.site import Site

__all__ = ["tag"]


def tag(text: str) -> tuple[Timex, ...]:
    """Return the time expressions of a text, in order, none overlapping another.

    Args:
        text: any text; offsets count its characters.

    >>> [timex.text for timex in tag("Talks began on Tuesday and end in the first week of June 2024.")]
    ['Tuesday', 'the first week of June 2024']
    """
    lower = lowered(text)
    found = (timex for island in find(text, lower) for timex in _chosen(text, lower, island))
    return tuple(each for timex in found for each in parted(timex, text))


def lowered(text: str) -> str:
    """Return the text in lower case, character for character, so that offsets stay true.

    >>> len(lowered("İstanbul")) == len("İstanbul")
    True
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _chosen(text: str, lower: str, island: Island) -> list[Timex]:
    """Return the times of one island, from the left, the longest that its guards let stand."""
    rules = load().rules
    chosen: list[Timex] = []
    free = 0
    for found in parsed(island.key):
        if found.start < free:
            continue
        start, end = island.starts[found.start], island.ends[found.end - 1]
        if text[start - 1 : start] == "@":
            continue  # somebody's name: "@Tuesday"
        rule = rules[found.term.rule]
        if rule.guards and not holds(rule.guards, Site(text, lower, start, end, found.term)):
            continue
        free = found.end
        chosen.append(Timex(span=Span(start, end), text=text[start:end], rule=found.term.rule, slots=found.term.slots))
    return chosen
