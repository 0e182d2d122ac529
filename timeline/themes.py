"""Themes: up to five desks of a newsroom that a story's events are for, else words that their titles share.

Words of an event's own title or clauses give it its theme, so that a reader sees why it has it. Where no few themes of
some size cover most of the story, no event gets one: a legend that explains nothing is worse than none.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.desks import desk, patterns
from timeline.model import Event
from timeline.syntax import Sentence, parse_all
from timeline.wordlists import words

_MOST = 5  # themes that have a colour and a shape of their own
_LEAST_EVENTS = 3  # of a theme
_LEAST_SHARE = 0.06  # of the story's events under a theme
_LARGEST_SHARE = 0.5
_COVERED = 0.65  # of the events without one by all themes found, or there are none
_SHOWN = 200  # events, the most that a picture shows
_ALIKE = 6  # letters that two forms of a word share ("protest", "protesters")

_ROLES = frozenset({"nsubj", "obj", "root"})


def themed(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events with themes found in their words; a theme that is given already is never changed.

    Args:
        events: of one story; each theme given to some of them leaves one less to find for the others.
    """
    most = max(_MOST - len({event.theme for event in events} - {""}), 0)
    themes = _by_desk(events, most) or _by_title(events, most)
    return tuple(replace(event, theme=theme) if theme else event for event, theme in zip(events, themes, strict=True))


def _by_desk(events: Sequence[Event], most: int) -> list[str]:
    """Return the desk that each event is for, of those that most are for; nothing where these are few or small.

    Of many events those decide that a picture shows: a long tail of small ones has all subjects.
    """
    shown = _shown(events)
    desks = _common([("" if event.theme else desk(event, tuple(patterns()))) for event in shown], most)
    # of the events of a desk that is none of these some are for another
    desks = _common(_desks(shown, desks), most)
    counts = Counter(theme for theme in _desks(shown, desks) if theme)
    helps = len(counts) > 1 and max(counts.values()) <= _LARGEST_SHARE * len(shown)
    bare = sum(not event.theme for event in shown)
    return _desks(events, desks) if helps and sum(counts.values()) >= _COVERED * bare else []


def _shown(events: Sequence[Event]) -> list[Event]:
    """Return the events that a picture shows."""
    return sorted(events, key=lambda event: -event.salience)[:_SHOWN]


def _desks(events: Sequence[Event], names: Sequence[str]) -> list[str]:
    """Return for each event without a theme the desk, of those named, that it is for."""
    return ["" if event.theme else desk(event, names) for event in events]


def _common(themes: Sequence[str], most: int) -> list[str]:
    """Return the themes of enough events, the commonest first."""
    counts = Counter(theme for theme in themes if theme)
    able = (theme for theme in counts if counts[theme] >= _least(len(themes)))
    return sorted(able, key=lambda theme: (-counts[theme], theme))[:most]


def _least(number: int) -> float:
    """Return how many of a number of events a theme must have."""
    return max(_LEAST_EVENTS, _LEAST_SHARE * number)


def _by_title(events: Sequence[Event], most: int) -> list[str]:
    """Return the word that each event's title shares with others; empty where it shares none that tells it apart."""
    chosen = _chosen([_own_words(event) for event in _shown(events)], most)
    if not chosen:
        return [""] * len(events)
    words = [_own_words(event) for event in events]
    themes = [_theme(own, chosen) for own in words]
    names = _names(words, themes)
    return [names.get(theme, "") for theme in themes]


def _own_words(event: Event) -> dict[str, str]:
    return {} if event.theme else dict(_words(event))


def _words(event: Event) -> Iterator[tuple[str, str]]:
    """Yield the subjects and objects of an event's title: what makes two forms one word, and the form as it stands."""
    places = {part.casefold() for place in event.places for part in place.split()}
    for sentence in parse_all(event.title[:300]):
        for index in _arguments(sentence):
            word = sentence.words[index]
            if sentence.upos[index] == "PROPN":
                name = _name(sentence, index)
                if not places & {part.casefold() for part in name}:
                    yield name[-1].casefold()[:_ALIKE], " ".join(name[-2:])
            elif len(word) > 3 and word.isalpha() and not _is_general(sentence, index):
                yield sentence.lemmas[index].casefold()[:_ALIKE], word.casefold()


def _arguments(sentence: Sentence) -> Iterator[int]:
    """Yield who does and what is done to: nouns that are subject or object, or what an amount of is."""
    for index, deprel in enumerate(sentence.deprels):
        head = sentence.heads[index]
        counted = deprel.startswith("nmod") and head >= 0 and _is_general(sentence, head)
        role = sentence.deprels[head] if counted else deprel
        if role.partition(":")[0] in _ROLES and sentence.upos[index] in {"NOUN", "PROPN"}:
            yield index


def _is_general(sentence: Sentence, index: int) -> bool:
    """Say whether a noun is about everything, and tells nothing apart."""
    return sentence.lemmas[index].casefold() in words("nouns", "general")


def _name(sentence: Sentence, index: int) -> list[str]:
    """Return the words of the name that a token belongs to."""
    first = last = index
    while first > 0 and sentence.upos[first - 1] == "PROPN":
        first -= 1
    while last + 1 < len(sentence.words) and sentence.upos[last + 1] == "PROPN":
        last += 1
    return list(sentence.words[first : last + 1])


def _chosen(words: Sequence[dict[str, str]], most: int) -> list[str]:
    """Return the words that together cover most events, each by what the others leave; none if they cover too few."""
    events: dict[str, set[int]] = defaultdict(set)
    for index, own in enumerate(words):
        for word in own:
            events[word].add(index)
    least = _least(len(words))
    able = {word: found for word, found in events.items() if least <= len(found) <= _LARGEST_SHARE * len(words)}
    chosen: list[str] = []
    covered: set[int] = set()
    while len(chosen) < most:
        gains = {word: len(found - covered) for word, found in sorted(able.items()) if word not in chosen}
        best = max(gains, key=lambda word: gains[word], default=None)
        if best is None or gains[best] < least:
            break
        chosen.append(best)
        covered |= able[best]
    return chosen if len(chosen) > 1 and len(covered) >= _COVERED * len(words) else []


def _theme(own: dict[str, str], chosen: Sequence[str]) -> str:
    """Return the rarest of the chosen words that an event has: they were chosen from the commonest on."""
    return next((word for word in reversed(chosen) if word in own), "")


def _names(words: Sequence[dict[str, str]], themes: Sequence[str]) -> dict[str, str]:
    """Return for each theme the form in which its events write it most often."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for own, theme in zip(words, themes, strict=True):
        if theme:
            forms[theme][own[theme]] += 1
    return {theme: min(counts, key=lambda form: (-counts[form], form)) for theme, counts in forms.items()}
