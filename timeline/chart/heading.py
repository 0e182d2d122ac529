"""What stands above the picture: the reader's title, else the names that most of its events tell of."""

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.chart.text import plain
from timeline.model import Event, Timeline

_NAMED = 3  # names in a heading
_LEAST = 3  # events that a name of the heading is told in
_SHARE = 0.1  # of all events, likewise


def heading(timeline: Timeline) -> str:
    """Return the title of a timeline; without one, a heading of the commonest names, or just "Timeline".

    A name counts once an event. Short forms count for the long one: initials ("U.S.") and last names ("Obama").

    >>> heading(Timeline(events=(), articles=()))
    'Timeline'
    """
    if timeline.title:
        return plain(timeline.title, 200) or "Timeline"
    counts = _counts(timeline.events)
    least = max(_LEAST, _SHARE * len(timeline.events))
    common = sorted((name for name in counts if counts[name] >= least), key=lambda name: (-counts[name], name))
    return f"Timeline: {', '.join(common[:_NAMED])}" if common else "Timeline"


def _counts(events: Sequence[Event]) -> Counter[str]:
    """Return how many events tell of each name, in its long form."""
    told = [{plain(name, 60) for name in (*event.places, *event.actors)} for event in events]
    every = Counter(name for names in told for name in names)
    placed = Counter(plain(place, 60) for event in events for place in event.places)
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
    """
    initials: dict[str, str] = {}
    last: dict[str, str] = {}
    for name in sorted(names, key=lambda one: (-names[one], one)):
        words = name.replace("-", " ").split()
        if len(words) > 1 and names[name] >= _LEAST:
            initials.setdefault("".join(word[0] for word in words), name)
            last.setdefault(words[-1], name)
    return initials, last


def described(title: str, summary: str) -> str:
    """Return what a reader who cannot see the picture is told it is.

    >>> described("The ferry", "2 events")
    'Timeline: The ferry. 2 events'
    >>> described("Timeline: Ardol, Lorn", "2 events")
    'Timeline: Ardol, Lorn. 2 events'
    """
    name = title if title.startswith("Timeline") else f"Timeline: {title}"
    return f"{name}. {summary}"
