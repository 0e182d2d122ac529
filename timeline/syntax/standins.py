"""Stand-ins for proper names: the network reads every name as one of a few, so that no parse hangs on who is named.

A sentence about people and places nobody has heard of is parsed like one about the famous. On the treebank's
development part this costs 0.2 points of attachment.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

# the endings that make an adjective or an inhabitant of the name of a country
_INHABITANT = re.compile(r"\w{2,}(?:ian|ean|ese|ish|can|ban|..lan)(s?)")  # not "Ian", "Dean", "Milan"
_ADJECTIVE = re.compile(r"\w{2,}(?:ian|can|ban)")  # of the words that the treebank has as common ones
_ACRONYM = 5  # letters at the most
_DASHES = frozenset(("--", "–", "—"))  # read as commas: the treebank, of the web, has them as joints of loose talk
# words that the treebank hardly has, and one that stands where they do
_KNOWN = {"amid": "during", "amidst": "during", "emir": "minister", "sultan": "minister", "telephoned": "phoned"}
_INITIALS = "US"  # what initials are read as
_SHAFT = "tunnel"  # what a mine is read as: the treebank has "mine" as a pronoun alone
# what no noun in the singular stands behind without an article; behind the others it is part of a noun phrase
_BEFORE_MINE = frozenset(
    ["of", "than", "like", "to", "with", "from", "for", "in", "on", "at", "by", "as", "and", "or", "but", "not"]
) | {"is", "are", "was", "were", "be", "been", "being", "i", "you", "he", "she", "it", "we", "they", "who", "all"}


def stand_ins(forms: Sequence[str]) -> list[str]:
    """Return the words of a sentence with a stand-in for each proper name; common words in capitals stay.

    >>> stand_ins(["Antony", "Blinken", "flew", "to", "Mexico", "in", "May"])
    ['John', 'Jordan', 'flew', 'to', 'Jordan', 'in', 'May']
    >>> stand_ins(["UN", "and", "WHO", "officials"])
    ['US', 'and', 'US', 'officials']
    >>> stand_ins(["a", "friend", "of", "mine", "shut", "its", "mine"])
    ['a', 'friend', 'of', 'mine', 'shut', 'its', 'tunnel']
    """
    plain = [_is_plain(form) for form in forms]
    found = []
    for at, form in enumerate(forms):
        if form == "mine" and _is_shaft(forms, at):
            found.append(_SHAFT)
        elif not form[:1].isupper():
            found.append("," if form in _DASHES else _KNOWN.get(form, form))
        elif plain[at]:
            first = at + 1 < len(forms) and plain[at + 1] and not (at and plain[at - 1])
            found.append("John" if first else "Jordan")
        else:
            found.append(_special(form, at))
    return found


def _is_plain(form: str) -> bool:
    """Say whether a word is a name of no special form; "Pro-democracy" only begins a sentence."""
    if "-" in form and form.rpartition("-")[2].islower():
        return False
    return form[:1].isupper() and form.lower() not in common() and _special(form, 0) == form and form[-1:].isalnum()


def _is_shaft(forms: Sequence[str], at: int) -> bool:
    """Say whether "mine" is a noun: a noun phrase holds it ("its *mine*"; not "a friend of *mine*", "*mine* is")."""
    before = forms[at - 1].lower() if at else ""
    return before[-1:].isalnum() and before not in _BEFORE_MINE


def _special(form: str, at: int) -> str:
    """Return the stand-in of a name whose form tells its part of speech: initials, inhabitants."""
    lower = form.lower()
    if form.isupper() and form.isalpha() and 1 < len(form) <= _ACRONYM:  # "US", "WHO": no pronouns in capitals
        return _INITIALS
    if form == "Fed" and at:
        return _INITIALS  # the bank, not the past of "feed"
    if lower in common() or ("-" in form and form.rpartition("-")[2].islower()):
        inhabitant = _ADJECTIVE.fullmatch(lower) if at else None
        return "American" if inhabitant else form
    if "." in form and form.replace(".", "").isupper() and len(form) > 2:
        return "U.S."
    inhabitant = _INHABITANT.fullmatch(lower)
    return f"American{inhabitant[1]}" if inhabitant else form


@cache
def common() -> frozenset[str]:
    """Return the words, in lower case, that the treebank has more often as common words than as names."""
    return frozenset(resources.files("timeline.syntax").joinpath("common.txt").read_text(encoding="utf-8").split())
