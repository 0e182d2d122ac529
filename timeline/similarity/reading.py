"""Mentions read into columns.

Words become numbers once; after that no Python object is touched until the clusters are handed back.
"""

from array import array
from collections.abc import Mapping, Sequence
from functools import cache

import numpy as np

from timeline.model import EventMention, Status
from timeline.similarity.amounts import amounts
from timeline.similarity.collection import contexts, crowds, throngs
from timeline.similarity.columns import Columns, Floats, Ints, Table, Words, rarities
from timeline.similarity.lexicon import Lexicon, bare, english, phrase_stem, stem
from timeline.similarity.lists import Derived, Ids, Lists, weights
from timeline.wordlists import words

TERMS = 12  # the rarest words of a mention that are kept
NAMES = 8
CALLED = 6
NUMBERS = 4


def build(mentions: Sequence[EventMention], lexicon: Lexicon | None = None) -> Columns:
    """Return the columns of the mentions, row by row in their order."""
    lexicon = lexicon or english()
    reading = _Reading(lexicon)
    for mention in mentions:
        reading.add(mention)
    return reading.columns()


@cache
def _general() -> frozenset[str]:
    """Return the stems of nouns that stand for many things, or for what happens."""
    lists = ("event", "crowd", "measure", "frame", "shell", "medium", "place", "human")
    return frozenset(stem(word) for name in lists for word in words("nouns", name))


def _without_names(terms: Table, words: Mapping[str, int], names: Mapping[str, int], lexicon: Lexicon) -> Table:
    """Return the table of words with those that are part of a name, or call people and bodies, weighing nothing."""
    rarity = terms.rarity.copy()
    known = {lexicon.term(name) for name in names} | lexicon.doers
    rarity[[at for word, at in words.items() if word in known]] = 0
    total = sum(weights(rarity, terms.ids[:, column]) for column in range(terms.ids.shape[1]))
    return Table(ids=terms.ids, rarity=rarity, total=np.asarray(total, dtype=np.float32))


class _Reading:
    """Mentions read one by one into growing lists, then turned into columns."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.words = Ids()
        self.term_ids = Derived(lambda term: self.words[lexicon.term(term)])
        names = Ids()
        self.names = Derived(lambda name: tuple(names[part] for part in lexicon.name_parts(name)))
        self.name_count = names
        self.name_words = Derived(lambda name: frozenset(bare(word) for word in name.split()))
        self.phrases = Derived(phrase_stem)
        self.own = Derived(lambda word: lexicon.bits_of_stem(word)[0])
        self.stems = Derived(stem)
        self.articles, self.sources = Ids(), Ids()
        self.terms, self.actors, self.places, self.called_by = Lists(), Lists(), Lists(), Lists()
        self.rows = array("i")
        self.amounts: list[tuple[tuple[float, str], ...]] = []

    def add(self, mention: EventMention) -> None:
        """Read one mention."""
        predicate = self._act(mention)
        empty = self.lexicon.empty
        terms = dict.fromkeys([self.term_ids[term] for term in mention.terms if term not in empty])
        roles: dict[str, int] = {}
        for role, head in mention.arguments:
            if role == "deed" or role.endswith(" matter"):
                continue  # it is part of the act, or among the terms
            terms[self.term_ids[head]] = None
            roles.setdefault(role, self.term_ids[head])
        terms.pop(self.term_ids[mention.predicate], None)
        self.terms.add(terms)
        self.actors.add(dict.fromkeys([part for name in mention.participants for part in self.names[name]]))
        self.places.add(dict.fromkeys([part for name in mention.places for part in self.names[name]]))
        self.called_by.add(dict.fromkeys(self.names[name][-1] for name in (*mention.participants, *mention.places)))
        self.amounts.append(amounts(mention.numbers, self.lexicon.numerals)[:NUMBERS] if mention.numbers else ())
        interval = mention.interval
        heads = dict(mention.arguments)
        self.rows.extend(
            (
                predicate,
                self.words[self.phrases[mention.predicate]],
                interval.start.toordinal() if interval else 0,
                interval.end.toordinal() if interval else 0,
                mention.published.toordinal(),
                self.articles[mention.article_id],
                self.sources[mention.source],
                mention.sentence.start,
                roles.get("subject", -1),
                roles.get("object", -1),
                roles.get("called", -1),
                self._name(heads.get("subject name", heads.get("subject")), mention),
                self._name(heads.get("object name", heads.get("object")), mention),
                self._thing(heads.get("subject"), mention),
                self._thing(heads.get("object"), mention),
                self._matter(heads.get("subject matter"), mention),
                self._matter(heads.get("object matter"), mention),
                mention.statement,
                mention.negated and mention.status is not Status.CANCELLED,  # "will not meet" is their meeting, off
                mention.status is Status.PLANNED,
                mention.status is Status.CANCELLED,
                mention.is_stand_in,
                mention.is_rough,
                bool(self._decided(mention)),
                self._begins(self.phrases[mention.predicate]),
            )
        )

    def columns(self) -> Columns:
        """Return the columns of what was read."""
        counted, units = _number_columns(self.amounts, self.words)
        table = np.asarray(self.rows, dtype=np.int32).reshape(-1, 25).T.copy()
        (
            word,
            verb,
            start,
            end,
            published,
            article,
            source,
            sentence,
            subject,
            object_,
            called,
            subject_name,
            object_name,
            subject_thing,
            object_thing,
            subject_matter,
            object_matter,
            statement,
            negated,
            planned,
            cancelled,
            stand_in,
            rough,
            decision,
            onset,
        ) = table
        terms = self.terms.table(len(self.words), TERMS)
        plain = _without_names(terms, self.words, self.name_count, self.lexicon)
        actors = self.actors.table(len(self.name_count), NAMES)
        places = self.places.table(len(self.name_count), NAMES)
        stems = list(self.words)
        own, related, opposite = _class_columns(stems, self.lexicon)
        return Columns(
            word=word,
            verb=verb,
            rarity=rarities(np.bincount(word, minlength=len(stems)), len(word))[word],
            own=own,
            related=related,
            opposite=opposite,
            light=np.asarray([s in self.lexicon.light for s in stems], dtype=bool)[word],
            start=start,
            end=end,
            published=published,
            article=article,
            source=source,
            sentence=sentence,
            statement=statement.astype(bool),
            negated=negated.astype(bool),
            planned=planned.astype(bool),
            cancelled=cancelled.astype(bool),
            stand_in=stand_in.astype(bool),
            rough=rough.astype(bool),
            decision=decision.astype(bool),
            onset=onset.astype(bool),
            subject=subject,
            object=object_,
            called=called,
            subject_name=subject_name,
            object_name=object_name,
            subject_thing=subject_thing,
            object_thing=object_thing,
            subject_matter=subject_matter,
            object_matter=object_matter,
            terms=terms,
            plain=plain,
            actors=actors,
            places=places,
            called_by=self.called_by.table(len(self.name_count), CALLED),
            amounts=counted,
            units=units,
            crowd=crowds(own, word, (start, end, published)),
            throng=throngs(start, end),
            context=contexts(article, len(self.articles), terms, actors, places),
        )

    def _act(self, mention: EventMention) -> int:
        """Return the id of what happens: the stem of the predicate and of the event nouns that go with it.

        "The protests began", "give an interview", "set to meet": what a light predicate tells stands in its complement,
        the word after it, its subject or its object. Others lend their object a verb and keep some meaning of their own
        ("submit a resignation").
        """
        lexicon = self.lexicon
        predicate = self.phrases[mention.predicate]
        roles = dict(reversed(mention.arguments))
        if phrase := self._phrase(predicate, mention):
            return self.words[phrase]
        if decided := self._decided(mention):
            return self.words[f"{predicate}|{decided}"]
        if predicate in lexicon.light:
            return self.words[self._carried(mention, roles) or predicate]
        event = self.stems[roles.get("object", "")]
        if predicate in lexicon.support and self._event(event):
            return self.words[f"{predicate}|{event}"]
        begun = self.stems[roles.get("subject", "")]
        begins = "object" not in roles and self._begins(predicate)
        return self.words[begun if begins and self._event(begun) else predicate]

    def _begins(self, predicate: str) -> bool:
        return bool(self.own[predicate] & self.lexicon.classes["begin"])

    def _carried(self, mention: EventMention, roles: Mapping[str, str]) -> str:
        """Return the stem of what carries the meaning of a light predicate; nothing where none of its words does."""
        deed = stem(roles.get("complement", ""))
        if deed and deed not in self.lexicon.light:
            return deed
        carriers = [roles[role] for role in ("complement", "subject", "object") if role in roles]
        if mention.predicate in mention.terms:
            carriers[1:1] = mention.terms[mention.terms.index(mention.predicate) + 1 :][:1]
        return next((found for carrier in carriers if self._event(found := stem(carrier))), "")

    def _decided(self, mention: EventMention) -> str:
        """Return the deed that a mention says is to be done, if it is one of a class."""
        deed = next((phrase_stem(deed) for role, deed in mention.arguments if role == "deed"), "")
        return deed if deed and self.own[deed] else ""

    def _phrase(self, predicate: str, mention: EventMention) -> str:
        """Return the set phrase that a predicate makes with its object, what it is "from", or the word behind it.

        "Open *fire*", "drive from *power*"; nothing where it makes none.
        """
        words = [word for role, word in mention.arguments if role in {"object", "from"}]
        if mention.predicate in mention.terms:
            words += mention.terms[mention.terms.index(mention.predicate) + 1 :][:1]
        phrases = (f"{predicate} {self.stems[word]}" for word in words)
        return next((phrase for phrase in phrases if phrase in self.lexicon.classes), "")

    def _name(self, head: str | None, mention: EventMention) -> int:
        """Return the id of the last word of the name that an argument's head belongs to, -1 if it is no name."""
        if head is None:
            return -1
        for name in (*mention.participants, *mention.places):
            if head in self.name_words[name]:
                return self.names[name][-1]
        return -1

    def _matter(self, noun: str | None, mention: EventMention) -> int:
        """Return the id of what an argument is about, -1 for a name."""
        return -1 if noun is None or not noun.isalpha() or self._name(noun, mention) >= 0 else self.term_ids[noun]

    def _thing(self, head: str | None, mention: EventMention) -> int:
        """Return the id of an argument's head that says closely what is meant, -1 for a name or a vague word."""
        if head is None or not head.isalpha() or self._name(head, mention) >= 0:
            return -1
        word = stem(head)
        return -1 if word in _general() or word in self.lexicon.vague else self.term_ids[head]

    def _event(self, word: str) -> bool:
        return word not in self.lexicon.light and bool(self.own[word])


def _number_columns(amounts: Sequence[tuple[tuple[float, str], ...]], words: Ids) -> tuple[Floats, Ints]:
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
        own = lexicon.bits_of_act(word)
        if own[0]:
            for kind, mask in enumerate(own):
                columns[kind, row] = [mask >> 64 * at & 0xFFFFFFFFFFFFFFFF for at in range(width)]
    return columns[0], columns[1], columns[2]
