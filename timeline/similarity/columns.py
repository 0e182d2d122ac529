"""Mentions as columns: what the comparisons need of them as arrays of numbers, a row a mention.

Words become numbers once; after that no Python object is touched until the clusters are handed back.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from timeline.model import EventMention, Status
from timeline.similarity.lexicon import Lexicon, english, phrase_stem, stem

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Words = NDArray[np.uint64]

TERMS = 12  # the rarest words of a mention that are kept
NAMES = 8
SMALL = 200  # rows below which a word on every row still tells something
NUMBERS = 4
BUCKETS = 4096  # columns that the words of an article share
ARTICLES = 2048  # above this many articles their likeness is not measured

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "hundred": 1e2, "dozen": 12.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A list of ids a row, padded with -1, the rarest first, and how rare each id is (0 everywhere, 1 once)."""

    ids: Ints
    rarity: Floats  # by id

    def weights(self) -> Floats:
        """Return the squared rarity of each cell; 0 where padded."""
        return np.where(self.ids >= 0, self.rarity[self.ids] ** 2, np.float32(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """One row a mention.

    Attributes:
        word: the predicate's stem as an id; ``rarity`` how rare it is among the predicates.
        own, related, opposite: bits of the predicate's classes, a row a word id.
        light, pronoun: whether the predicate says little by itself; whether it stands for another event.
        start, end: the days of the mention as ordinals, half-open; 0 where undated.
        published: the publication day as an ordinal.
        article, source, sentence: ids of the article, of its source, of the sentence.
        statement, negated, planned: flags.
        subject, object: the stems of the arguments' heads as word ids, -1 where unknown.
        terms, actors, places: words and names.
        amounts, units: numbers and what they count, NaN and -1 where padded.
        crowd: how many mentions of the same days have a predicate of one class with this one.
        context: the likeness of each two articles; empty where there are too many.
    """

    word: Ints
    rarity: Floats
    own: Words
    related: Words
    opposite: Words
    light: NDArray[np.bool_]
    pronoun: NDArray[np.bool_]
    start: Ints
    end: Ints
    published: Ints
    article: Ints
    source: Ints
    sentence: Ints
    statement: NDArray[np.bool_]
    negated: NDArray[np.bool_]
    planned: NDArray[np.bool_]
    subject: Ints
    object: Ints
    terms: Table
    actors: Table
    places: Table
    amounts: Floats
    units: Ints
    crowd: Ints
    context: Floats

    def __len__(self) -> int:
        return len(self.word)


class _Ids(dict[str, int]):
    """Numbers for strings, in order of appearance."""

    def __missing__(self, key: str) -> int:
        self[key] = number = len(self)
        return number


class _Lists:
    """Lists of ids, a list a row, gathered flat."""

    def __init__(self) -> None:
        self.flat: list[int] = []
        self.ends: list[int] = []

    def add(self, ids: Iterable[int]) -> None:
        self.flat.extend(ids)
        self.ends.append(len(self.flat))

    def table(self, count: int, width: int) -> Table:
        """Return the lists as a padded table of the ``width`` rarest ids of each row."""
        ids = np.asarray(self.flat, dtype=np.int32)
        bounds = np.asarray([0, *self.ends], dtype=np.int64)
        sizes = bounds[1:] - bounds[:-1]
        rows = np.repeat(np.arange(len(sizes)), sizes)
        rarity = rarities(np.bincount(ids, minlength=max(count, 1)), len(sizes))
        order = np.lexsort((ids, -rarity[ids], rows))
        place = np.arange(len(ids)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        kept = place < width
        table = np.full((len(sizes), width), -1, dtype=np.int32)
        table[rows[kept], place[kept]] = ids[order][kept]
        return Table(ids=table, rarity=rarity)


def rarities(frequency: NDArray[np.int64], total: int) -> Floats:
    """Return how rare each id is among ``total`` rows: 1 if on one row, towards 0 if on every row.

    A small collection says little about rarity, so it counts as one of :data:`SMALL` rows.
    """
    scale = np.log(max(total, SMALL))
    rare: Floats = (1 - np.log(np.maximum(frequency, 1)) / scale).clip(0, 1).astype(np.float32)
    return rare


def build(mentions: Sequence[EventMention], lexicon: Lexicon | None = None) -> Columns:
    """Return the columns of the mentions, row by row in their order."""
    lexicon = lexicon or english()
    parts, term = cache(lexicon.name_parts), cache(lexicon.term)
    words, names, articles, sources = _Ids(), _Ids(), _Ids(), _Ids()
    terms, actors, places = _Lists(), _Lists(), _Lists()
    amounts: list[tuple[tuple[float, str], ...]] = []
    word, subject, object_ = [], [], []
    for mention in mentions:
        predicate = _predicate(mention, lexicon)
        word.append(words[predicate])
        others = (*mention.terms, *(head for _, head in mention.arguments))
        terms.add({words[s]: None for t in others if (s := term(t)) != predicate})
        actors.add({names[part]: None for name in mention.participants for part in parts(name)})
        places.add({names[part]: None for name in mention.places for part in parts(name)})
        roles = dict(reversed(mention.arguments))
        subject.append(words[term(roles["subject"])] if "subject" in roles else -1)
        object_.append(words[term(roles["object"])] if "object" in roles else -1)
        amounts.append(_amounts(mention.numbers))
    word_ids = np.asarray(word, dtype=np.int32)
    article = np.asarray([articles[m.article_id] for m in mentions], dtype=np.int32)
    term_table = terms.table(len(words), TERMS)
    name_table = actors.table(len(names), NAMES)
    place_table = places.table(len(names), NAMES)
    counted, units = _number_columns(amounts, words)
    stems = list(words)
    own, related, opposite = _class_columns(stems, lexicon)
    days = np.asarray([_days(mention) for mention in mentions], dtype=np.int32).reshape(len(mentions), 3)
    flags = np.asarray([_flags(mention) for mention in mentions], dtype=bool).reshape(len(mentions), 3)
    return Columns(
        word=word_ids,
        rarity=rarities(np.bincount(word_ids, minlength=len(words)), len(mentions))[word_ids],
        own=own,
        related=related,
        opposite=opposite,
        light=np.asarray([s in lexicon.light for s in stems], dtype=bool)[word_ids],
        pronoun=np.asarray([s in lexicon.pronouns for s in stems], dtype=bool)[word_ids],
        start=days[:, 0],
        end=days[:, 1],
        published=days[:, 2],
        article=article,
        source=np.asarray([sources[m.source] for m in mentions], dtype=np.int32),
        sentence=np.asarray([m.sentence.start for m in mentions], dtype=np.int32),
        statement=flags[:, 0],
        negated=flags[:, 1],
        planned=flags[:, 2],
        subject=np.asarray(subject, dtype=np.int32),
        object=np.asarray(object_, dtype=np.int32),
        terms=term_table,
        actors=name_table,
        places=place_table,
        amounts=counted,
        units=units,
        crowd=_crowds(own[word_ids], days),
        context=_contexts(article, len(articles), term_table, name_table, place_table),
    )


def _predicate(mention: EventMention, lexicon: Lexicon) -> str:
    """Return the stem of what happens.

    A light predicate says it with the first event word of its complement, its subject, its object or the word after it:
    "set to meet", "the protests began", "give an interview".
    """
    predicate = phrase_stem(mention.predicate)
    if predicate not in lexicon.light:
        return predicate
    roles = dict(reversed(mention.arguments))
    carriers = [roles[role] for role in ("complement", "subject", "object") if role in roles]
    if mention.predicate in mention.terms:
        carriers[1:1] = mention.terms[mention.terms.index(mention.predicate) + 1 :][:1]
    stems = (stem(carrier) for carrier in carriers)
    return next((s for s in stems if s not in lexicon.light and lexicon.bits_of_stem(s)[0]), predicate)


def _days(mention: EventMention) -> tuple[int, int, int]:
    interval = mention.interval
    if interval is None:
        return 0, 0, mention.published.toordinal()
    return interval.start.toordinal(), interval.end.toordinal(), mention.published.toordinal()


def _flags(mention: EventMention) -> tuple[bool, bool, bool]:
    return mention.statement, mention.negated, mention.modal or mention.status is Status.PLANNED


def _amounts(numbers: tuple[str, ...]) -> tuple[tuple[float, str], ...]:
    """Return (value, stem of what is counted) of amounts written with digits: "about 6,000 people" -> 6000, peopl."""
    found = []
    for number in numbers:
        match = _NUMBER.search(number)
        if match:
            rest = number[match.end() :].split()
            scale = _SCALES.get(rest[0], 1.0) if rest else 1.0
            unit = stem(rest[-1]) if rest and rest[-1] not in _SCALES else ""
            found.append((float(match[0].replace(",", "")) * scale, unit))
    return tuple(found[:NUMBERS])


def _number_columns(amounts: Sequence[tuple[tuple[float, str], ...]], words: _Ids) -> tuple[Floats, Ints]:
    values = np.full((len(amounts), NUMBERS), np.nan, dtype=np.float32)
    units = np.full((len(amounts), NUMBERS), -1, dtype=np.int32)
    for row, found in enumerate(amounts):
        for at, (value, unit) in enumerate(found):
            values[row, at] = value
            units[row, at] = words[unit] if unit else -1
    return values, units


def _class_columns(stems: Sequence[str], lexicon: Lexicon) -> tuple[Words, Words, Words]:
    """Return the class bits of each word as rows of 64-bit words."""
    width = -(-len(lexicon.related) // 64)
    columns = np.zeros((3, len(stems), width), dtype=np.uint64)
    for row, word in enumerate(stems):
        own = lexicon.bits_of_stem(word)
        if own[0]:
            for kind, mask in enumerate(own):
                columns[kind, row] = [mask >> 64 * at & 0xFFFFFFFFFFFFFFFF for at in range(width)]
    return columns[0], columns[1], columns[2]


def _crowds(own: Words, days: Ints) -> Ints:
    """Return for each row how many rows of the same days share a class; those of its commonest class."""
    row, bit = np.nonzero(np.unpackbits(np.ascontiguousarray(own).view(np.uint8), axis=1, bitorder="little"))
    period = np.where(days[:, 0] > 0, days[:, 0].astype(np.int64) * 4096 + (days[:, 1] - days[:, 0]).clip(0, 4095), -1)
    period = np.where(days[:, 0] > 0, period, -(days[:, 2] // 32) - 1)
    _, group, sizes = np.unique(period[row] * 512 + bit, return_inverse=True, return_counts=True)
    crowd = np.ones(len(days), dtype=np.int32)
    np.maximum.at(crowd, row, sizes[group].astype(np.int32))
    return crowd


def _contexts(article: Ints, count: int, *tables: Table) -> Floats:
    """Return the cosine of each two articles by their words and names; an empty matrix for too many articles.

    Words share :data:`BUCKETS` columns (feature hashing, Weinberger et al. 2009), so that the cost is bounded.
    """
    if count > ARTICLES:
        return np.zeros((0, 0), dtype=np.float32)
    vectors = np.zeros((count, BUCKETS), dtype=np.float32)
    offset = 0
    for table in tables:
        rows, cells = np.nonzero(table.ids >= 0)
        ids = table.ids[rows, cells].astype(np.int64)
        seen = np.unique(article[rows].astype(np.int64) * len(table.rarity) + ids)
        article_of, word = np.divmod(seen, max(len(table.rarity), 1))
        frequency = np.bincount(word, minlength=len(table.rarity))
        weight = np.log((count + 1) / np.maximum(frequency, 1)).astype(np.float32)
        np.add.at(vectors, (article_of, (word + offset) % BUCKETS), weight[word])
        offset += len(table.rarity)
    vectors /= np.maximum(np.sqrt((vectors**2).sum(axis=1, keepdims=True)), np.float32(1e-9))
    return vectors @ vectors.T
