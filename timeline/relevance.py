"""Which events a query is about: BM25 of the articles and of the events' own words.

A query is cut into units: a quoted phrase, a name, or a word. Words are compared by stem, names by their last word
where no other name ends so, countries by whatever they are called ("Mexican", "U.S."), all without case and accents.
How much an article is about the query is the sum over the units, each weighted by how rare it is in the folder and by
how often it stands there for the article's length, the title and the lede counting more (BM25F; Robertson and Zaragoza
2009, "The Probabilistic Relevance Framework"). Divided by the greatest sum there can be, it means the same in every
folder: 0 for nothing, towards 1 for an article full of the query.

An event is about the query if its own words hold all of it, or if its own words and its articles together say so: the
rows of an article that is full of the query need not repeat it. Where the query names one story of several
(:mod:`timeline.storylines`), the rows of all its articles are about it, in whatever words they tell it.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from timeline.model import Event, Timeline
from timeline.storylines import named, sole, storylines, text_of
from timeline.terms import Unit, known, tokens, units

_SATURATION, _LENGTH = 1.2, 0.75  # k1 and b of BM25, as usual
_PROMINENT = 3  # what a word of the title or of the lede counts
_LEDE = 60  # words from the beginning of an article
_OWN = 0.4  # the share of an event's own words; that of its articles is the rest
_ENOUGH = 0.48  # so that an article alone is enough at 0.8, and half a match in an article at about 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Query:
    """The units of a query with their weights, and how much each article is about them.

    Attributes:
        weights: how rare each unit is; they sum to 1.
        articles: an article's id -> from 0 to 1, how much it is about the query.
        phrases: an article's id -> the quoted phrases that stand in it.
        story: the articles of the story that the query names, if it names one; ``others`` those of other stories that
            several articles tell.
    """

    weights: Mapping[Unit, float]
    articles: Mapping[str, float]
    phrases: Mapping[str, frozenset[Unit]]
    story: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def accepts(self, event: Event, own: Sequence[str]) -> bool:
        """Say whether an event is about the query; ``own`` are its words."""
        counts = Counter(own)
        held = {unit for unit in self.weights if unit.count(own, counts)}
        if len(held) == len(self.weights):
            return True
        told = [mention.article_id for mention in event.mentions]
        if not self.story.isdisjoint(told):
            return True
        if self.others.issuperset(told):
            return False
        there = held.union(*(self.phrases.get(name, frozenset()) for name in told))
        if any(unit.quoted and unit not in there for unit in self.weights):
            return False
        share = sum(self.weights[unit] for unit in self.weights if unit in held)
        around = sum(self.articles.get(name, 0.0) for name in told) / max(len(told), 1)
        return _OWN * share + (1 - _OWN) * around >= _ENOUGH

    def told(self, story: frozenset[str], stories: Sequence[frozenset[str]]) -> "_Query":
        """Return the query with the story that it names, if there is one, out of all stories."""
        others = (other for other in stories if story and other != story and len(other) > 1)
        return replace(self, story=story, others=frozenset().union(*others))

    def of(self, told: Iterable[tuple[Event, Sequence[str]]]) -> tuple[Event, ...]:
        """Return the events that are about the query; each comes with its words."""
        return tuple(event for event, own in told if self.accepts(event, own))


class About(NamedTuple):
    """The events that a query is about, and its words that stand nowhere, each with the nearest that does or none.

    Such words count as asked for unless the query names somebody or some place beside them.
    """

    events: tuple[Event, ...]
    unknown: tuple[tuple[str, str], ...]


def about(timeline: Timeline, query: str) -> About:
    """Return the events that a query is about, in the order of the timeline.

    Raises:
        QueryError: if the query has no word that tells anything.
    """
    texts = {article.id: text_of(article) for article in timeline.articles}
    events = [tokens(_words(event, query)) for event in timeline.events]
    vocabulary = {word for words in (*(text.words for text in texts.values()), *events) for word in words}
    mentions = [mention for event in timeline.events for mention in event.mentions]
    people = known(name for mention in mentions for name in mention.participants)
    places = known(name for mention in mentions for name in mention.places)
    asked = units(query, sorted(vocabulary), people, places)
    strange = [unit for unit in asked if not _stands(unit, vocabulary)]
    weighed = _weighed({name: text.words for name, text in texts.items()}, _known(asked, strange))
    stories = () if any(unit.quoted for unit in asked) else storylines(timeline.articles)
    told = tuple(zip(timeline.events, events, strict=True))
    found = weighed.told(named(stories, texts, weighed.weights), stories).of(told)
    found = found or weighed.told(sole(stories, texts, weighed.weights), stories).of(told)
    words = dict.fromkeys(word for unit in strange for word in unit.words if word not in vocabulary)
    return About(found, tuple((word, _nearest(word, sorted(vocabulary))) for word in words))


def _nearest(word: str, vocabulary: Sequence[str]) -> str:
    """Return the word that is meant by a misspelt one, or nothing; of equals one that begins so."""
    near = get_close_matches(word, vocabulary, 5)
    alike = [SequenceMatcher(None, other, word).ratio() for other in near]
    best = [other for other, ratio in zip(near, alike, strict=True) if ratio == max(alike)]
    return min(best, key=lambda other: (other[0] != word[0], other), default="")


def _stands(unit: Unit, vocabulary: Collection[str]) -> bool:
    """Say whether all words of a unit stand somewhere, or one that is as good."""
    if unit.variants:
        return any(word in vocabulary for word in unit.variants)
    return all(word in vocabulary for word in unit.words)


def _known(asked: Sequence[Unit], strange: Sequence[Unit]) -> Sequence[Unit]:
    """Return what is looked for: without the words that stand nowhere, if a name is left that tells what is meant."""
    rest = [unit for unit in asked if unit not in strange]
    return rest if any(unit.name for unit in rest) and not any(unit.quoted for unit in strange) else asked


def _weighed(texts: Mapping[str, Sequence[str]], asked: Sequence[Unit]) -> _Query:
    """Return the units of a query with their weights, and what each article says of them."""
    counts = {name: _counted(text, asked) for name, text in texts.items()}
    rarity = {unit: _rarity(sum(unit in found for found in counts.values()), len(texts)) for unit in asked}
    total = sum(rarity.values())
    weights = {unit: rare / total for unit, rare in rarity.items()}
    mean = sum(len(text) for text in texts.values()) / max(len(texts), 1)
    scores = {}
    for name, found in counts.items():
        damping = _SATURATION * (1 - _LENGTH + _LENGTH * len(texts[name]) / max(mean, 1))
        scores[name] = sum(weights[unit] * often / (often + damping) for unit, often in found.items())
    phrases = {name: frozenset(unit for unit in found if unit.quoted) for name, found in counts.items()}
    return _Query(weights=weights, articles=scores, phrases=phrases)


def _counted(text: Sequence[str], asked: Sequence[Unit]) -> dict[Unit, int]:
    """Return how often the units stand in an article, more in its lede; those that do not are left out."""
    counts, lede = Counter(text), Counter(text[:_LEDE])
    often = {unit: unit.count(text, counts) + (_PROMINENT - 1) * unit.count(text[:_LEDE], lede) for unit in asked}
    return {unit: number for unit, number in often.items() if number}


def _rarity(holding: int, total: int) -> float:
    """Return the weight of a unit that so many of all articles hold (the inverse document frequency of BM25)."""
    return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


def _words(event: Event, query: str) -> str:
    """Return an event's own words, and the sources that the query gives in full: a paper bears the name of its town."""
    quotes = dict.fromkeys(mention.sentence_text for mention in event.mentions)
    asked = {"the", *tokens(query)}
    sources = (source for source in event.sources if asked.issuperset(tokens(source)))
    about = (*event.actors, *event.places, event.theme, *sources)
    return "\n".join((event.title, event.description, *about, *quotes))
