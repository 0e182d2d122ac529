"""What a story is headed where nobody named it: what most of its events are about, and who or where."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.model import Event
from timeline.wordlists import words

_NAMED = 2  # names in a heading
_LEAST = 3  # events that a name of the heading is told in, or its topic
_SHARE = 0.1  # of all events, likewise
_TOPIC = 0.25  # of all events, for the topic
_RARE = 10  # times that a name may be told for each time that a longer one is, to be short for it
_SHORT = 4  # letters of a name whose last one does not change in words made of it
_ROLES = frozenset({"subject", "object", "recipient"})
_LONGEST = 60  # characters of a name


def headed(events: Sequence[Event]) -> str:
    """Return a topic that many events share and the commonest names, or what there is of both; events in, words out.

    A name counts once an event. Short forms count for the long one: initials ("U.S.") and last names ("Obama").

    >>> headed([])
    ''
    """
    return ": ".join(part for part in (_topic(events), " and ".join(_names(events))) if part)


def _names(events: Sequence[Event]) -> list[str]:
    """Return the commonest names, places first."""
    counts = _counts(events)
    least = max(_LEAST, _SHARE * len(events))
    common = sorted((name for name in counts if counts[name] >= least), key=lambda name: (-counts[name], name))
    places = {_line(place) for event in events for place in event.places}
    return sorted(common[:_NAMED], key=lambda name: name not in places)


def _topic(events: Sequence[Event]) -> str:
    """Return the noun that most events have, in the form they have it in; empty where none is common enough.

    A noun is what somewhere does or suffers something; names, words made of names and words for anything are none.
    """
    told = [{term for mention in event.mentions for term in mention.terms} for event in events]
    nouns = {
        noun for event in events for mention in event.mentions for role, noun in mention.arguments if role in _ROLES
    }
    parts = {part for event in events for name in (*event.places, *event.actors) for part in name.casefold().split()}
    named = tuple(part[:-1] if len(part) > _SHORT else part for part in sorted(parts))  # "Syrian" is of Syria
    able = nouns - words("nouns", "heading_nothing")
    counts = Counter(term for terms in told for term in terms if term in able)
    least = max(_LEAST, _TOPIC * len(events))
    common = [term for term in counts if counts[term] >= least and term.isalpha() and not term.startswith(named)]
    best = min(common, key=lambda term: (-counts[term], term), default="")
    return _written(best, events).capitalize()


def _written(noun: str, events: Sequence[Event]) -> str:
    """Return the form, singular or plural, in which sentences write a noun most often."""
    form = re.compile(rf"\b{re.escape(noun.removesuffix('y'))}(?:y|ies|e?s)?\b")
    forms = Counter(found for event in events for mention in event.mentions for found in form.findall(mention.text))
    return min(forms, key=lambda one: (-forms[one], one), default=noun)


def _counts(events: Sequence[Event]) -> Counter[str]:
    """Return how many events tell of each name, in its long form."""
    told = [{_line(name) for name in (*event.places, *event.actors)} for event in events]
    every = Counter(name for names in told for name in names)
    placed = Counter(_line(place) for event in events for place in event.places)
    initials, last_names = _long_forms(every)
    full = {}
    for name, count in every.items():
        letters = name.replace(".", "")
        # "Old Cairo" is no longer name of Cairo: only of who is seldom a place can the last word be a last name
        forms = initials if letters.isupper() else last_names if 2 * placed[name] < count else {}
        full[name] = forms.get(letters, name)
    return Counter(name for names in told for name in {full[name] for name in names})


def _long_forms(names: Mapping[str, int]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the commonest name of several words for each initials, and for each last word.

    >>> _long_forms({"United States": 4, "Yoko Ono": 3, "Ono": 9})
    ({'US': 'United States', 'YO': 'Yoko Ono'}, {'States': 'United States', 'Ono': 'Yoko Ono'})
    >>> _long_forms({"Ardol": 99, "Burning Ardol": 3})[1]
    {}
    """
    initials: dict[str, str] = {}
    last: dict[str, str] = {}
    for name in sorted(names, key=lambda one: (-names[one], one)):
        words = name.replace("-", " ").split()
        if len(words) > 1 and names[name] >= _LEAST:
            initials.setdefault("".join(word[0] for word in words), name)
            if names.get(words[-1], 0) <= _RARE * names[name]:  # "Burning Ardol" is no longer name of Ardol
                last.setdefault(words[-1], name)
    return initials, last


def _line(name: str) -> str:
    """Return a name on one line, and bounded."""
    return " ".join(name.split())[:_LONGEST]
