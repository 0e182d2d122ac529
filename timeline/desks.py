"""The desks of a newsroom: what an event is about, by the words of its title and its clauses.

The words stand in ``lang/<code>/themes.toml``.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from timeline.errors import GrammarError
from timeline.model import Event
from timeline.words import MONTHS

_TITLE = 3  # how much more a word of the title says than one of the clauses it was told in
_CLAUSES = 3  # mentions whose clauses are looked at, and words of them that count
LEAST = 3  # from which on an event is a desk's: a word of its title, or three of its clauses


def desk(event: Event, names: Sequence[str]) -> str:
    """Return the desk, of those named, that an event is for; empty where it is for none of them.

    Args:
        event: its title and its mentions count.
        names: some of the names in ``themes.toml``.
    """
    own = [mention for mention in event.mentions if not mention.echo] or event.mentions  # a copy tells nothing more
    clauses = " ".join(mention.text[:1000] for mention in own[:_CLAUSES])
    title = event.title[:300]
    heads, bodies = _found(title, names), _found(clauses, names)
    best, most, first = "", LEAST - 1, 0
    for name in names:
        told = {match[0].casefold() for match in bodies[name]}
        weight = _TITLE * len(heads[name]) + min(len(told), _CLAUSES)
        place = heads[name][0].start() if heads[name] else len(title)
        # of two that weigh the same, the one that the title comes to first
        if weight > most or (weight == most and best and place < first):
            best, most, first = name, weight, place
    return best


def _found(text: str, names: Sequence[str]) -> dict[str, list[re.Match[str]]]:
    """Return the words of each desk in a text but those in a longer phrase: a foreign minister is no minister."""
    found = {name: list(patterns()[name].finditer(text)) for name in names}
    phrases = [match.span() for matches in found.values() for match in matches if " " in match[0]]

    def own(match: re.Match[str]) -> bool:
        start, end = match.span()
        return not any(left <= start and end <= right and (left, right) != (start, end) for left, right in phrases)

    return {name: [match for match in matches if own(match)] for name, matches in found.items()}


@cache
def patterns(language: str = "en") -> Mapping[str, re.Pattern[str]]:
    """Return for each desk what finds its words, in the order of the file.

    Raises:
        GrammarError: if the file is not a table of words.
    """
    place = f"lang/{language}/themes.toml"
    try:
        lists = tomllib.loads((files("timeline") / "lang" / language / "themes.toml").read_text(encoding="utf-8"))
        return {name: _pattern(words.split()) for name, words in lists.items()}
    except (tomllib.TOMLDecodeError, AttributeError) as error:
        raise GrammarError(f"{place}: {error}; each theme is one string of words") from None


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of some words: whole ones, or those that begin so where an asterisk follows.

    A march may be in March: what is also a month's name counts in small letters only.
    """
    forms = [re.escape(word.rstrip("*").replace("_", " ")) + (r"\w*" if word.endswith("*") else "") for word in words]
    forms = [f"(?-i:{form})" if form.capitalize() in MONTHS else form for form in forms]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)
