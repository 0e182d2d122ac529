"""Reads one article sentence by sentence and makes its mentions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.attachment import Attachment, attach
from timeline.clauses import Clause, Tense, clauses
from timeline.discourse import Discourse
from timeline.mentions.facts import act, content_verb, is_state, numbers, status_of, terms, with_real_subject
from timeline.mentions.scene import Scene, can_witness, governing, group_tokens, is_loose, is_talk, together
from timeline.mentions.wording import (
    after,
    antecedent,
    content_heads,
    needless_times,
    opening_words,
    said_before,
    stands_alone,
    time_phrase,
    titles,
)
from timeline.model import AnchoredTimex, Article, EventMention, Status
from timeline.names import Name, NameIndex
from timeline.syntax import Sentence
from timeline.titles import LONGEST, headline
from timeline.wordlists import words
from timeline.words import fold

_ARGUMENTS = {"nsubj": "subject", "nsubj:pass": "object", "obj": "object", "iobj": "recipient", "obl:agent": "subject"}
_LEDE_WORDS = 5
_SHORT_NAME = 25
_LONG_NAME = 40


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads one article; the discourse is what it remembers from sentence to sentence.

    Attributes:
        article: the article.
        index: its proper names; ``people`` those of persons, in full and folded.
        discourse: its recent subjects.
        seen_lede: whether the lede has been read.
    """

    article: Article
    index: NameIndex
    people: set[str]
    discourse: Discourse
    seen_lede: bool = False

    def read(self, sentence: Sentence, group: tuple[Name, ...], times: Sequence[AnchoredTimex]) -> list[EventMention]:
        """Return the mentions of the next sentence: its parse, its proper names and the times that stand in it."""
        parts = clauses(sentence)
        if not parts:
            return []
        attached = attach(sentence, parts, times)
        parts = tuple(with_real_subject(sentence, part, attached) for part in parts)
        scene = Scene(
            span=sentence.span,
            sentence=sentence,
            names=group,
            parts=parts,
            times=attached,
            together=together(sentence, parts, attached),
            lede=not self.seen_lede and self._is_lede(sentence),
        )
        self.seen_lede = self.seen_lede or scene.lede
        mentions: list[EventMention] = []
        for number, part in enumerate(parts):
            mentions.extend(self._mentions(scene, number))
            self._hear(scene, part)
        self.discourse.next_sentence()
        return mentions

    def _is_lede(self, sentence: Sentence) -> bool:
        """Say whether a sentence can be the lede: not the headline, and long enough to tell something."""
        text = " ".join(sentence.span.of(self.article.clean).split())
        return len(sentence) >= _LEDE_WORDS and text != " ".join(self.article.title.split())

    def _mentions(self, scene: Scene, number: int) -> list[EventMention]:
        """Return the mentions of one clause: itself, and the event nouns that a time of their own dates."""
        part = scene.parts[number]
        nouns = [each for each in scene.times if each.noun in part.tokens and each.dates and not is_loose(each.time)]
        found = [self._nominal(scene, number, time, time.noun) for time in nouns if time.noun is not None]
        if number in scene.together:
            return found
        time = governing(scene, number)
        if (time is not None or can_witness(scene, part)) and not is_talk(scene, part):
            found.append(self._verbal(scene, number, time))
        return found

    def _verbal(self, scene: Scene, number: int, time: Attachment | None) -> EventMention:
        """Return a clause as a mention."""
        part, sentence = scene.parts[number], scene.sentence
        noun = antecedent(sentence, part)
        tokens = group_tokens(scene, number) | noun
        daters = [each for each in scene.times if each.dates and each.noun is None and not each.starts]
        timed = {index for each in daters for index in each.tokens if index in tokens}
        needless = time_phrase(sentence, needless_times(scene, timed, part))
        kept = tokens if time is None or time.opens is None else after(time.opens, tokens)
        title = headline(
            sentence,
            kept - needless - opening_words(scene, part),
            instead=self._instead(scene, part, kept),
            core={part.head} | noun | content_heads(sentence, part),
            spare=titles(scene),
        )
        said = said_before(scene, part)
        if said is not None:
            title = self._report(scene, part, said, needless)
        elif not stands_alone(part, kept):  # a participle, or a clause whose subject stands elsewhere
            main = next((n for n, other in enumerate(scene.parts) if other.parent is None), number)
            whole = set(range(len(sentence)))
            title = headline(
                sentence,
                whole,
                instead=self._instead(scene, scene.parts[main], whole),
                core={scene.parts[main].head, part.head},
                spare=titles(scene),
            )
        return self._mention(scene, part, tokens, timed, time, title)

    def _report(self, scene: Scene, part: Clause, said: int, needless: set[int]) -> str:
        """Return "X said that ..." for a statement behind what it says; nothing for somebody's own words."""
        sentence, content = scene.sentence, scene.parts[said]
        if is_talk(scene, content) or part.subject is None:
            return ""
        speaker = {index for index in sentence.subtree(part.subject) if index in part.tokens} - {part.head}
        instead = self._instead(scene, part, speaker)
        opening = headline(sentence, speaker - needless, instead=instead, spare=titles(scene), longest=_LONG_NAME)
        opening += " " + sentence.words[part.head]
        timed = {index for each in scene.times if each.clause == said for index in each.tokens}
        tokens = group_tokens(scene, said) - set(part.tokens)
        text = headline(
            sentence,
            tokens - needless - timed,
            instead=self._instead(scene, content, tokens),
            core={content.head},
            spare=titles(scene),
            longest=max(LONGEST - len(opening) - len(" that "), _SHORT_NAME),
        )
        first = min(tokens, key=lambda index: (sentence.upos[index] == "PUNCT", index))
        lower = not any(name.opening <= first <= name.last for name in scene.names) and not text[1:2].isupper()
        return f"{opening} that {text[:1].lower() + text[1:] if lower else text}" if text else ""

    def _nominal(self, scene: Scene, number: int, time: Attachment, noun: int) -> EventMention:
        """Return an event noun with a time of its own as a mention ("Tuesday's talks in Oslo")."""
        part, sentence, article = scene.parts[number], scene.sentence, self.article
        tokens, timed = set(sentence.subtree(noun)), set(time.tokens)
        instead = self._instead(scene, part, tokens)
        title = headline(sentence, tokens - time_phrase(sentence, timed), instead=instead, spare=titles(scene))
        if len(title) < _SHORT_NAME:  # "talks" says too little alone; the clause around it tells what they were
            whole = group_tokens(scene, number)
            instead = self._instead(scene, part, whole)
            title = headline(sentence, whole, instead=instead, core=tokens, spare=titles(scene))
            tokens = whole
        mention = self._mention(scene, part, tokens, timed, time, title)
        place = article.locate(sentence.spans[noun])
        planned = mention.interval is not None and mention.interval.start > article.published
        return replace(
            mention,
            id=f"{article.id}:{place.start}-{place.end}",
            head=sentence.spans[noun],
            predicate=sentence.lemmas[noun],
            arguments=(),
            statement=False,
            negated=False,
            modal=False,
            main=False,
            status=Status.PLANNED if planned else Status.OCCURRED,
        )

    def _mention(
        self, scene: Scene, part: Clause, tokens: set[int], timed: set[int], time: Attachment | None, title: str
    ) -> EventMention:
        sentence, article = scene.sentence, self.article
        span = sentence.cover(tuple(sorted(tokens)))
        place = article.locate(span)
        told = tokens - timed
        verb = content_verb(sentence, part)
        participants, places = self._names(scene, told)
        participants = self._with_subject(scene, part, participants)
        return EventMention(
            id=f"{article.id}:{place.start}-{place.end}",
            article_id=article.id,
            source=article.source,
            published=article.published,
            sentence=scene.span,
            span=span,
            text=span.of(article.clean),
            sentence_text=" ".join(scene.span.of(article.clean).split()),
            head=sentence.spans[verb],
            predicate=act(sentence, verb),
            time=time.time if time else None,
            relation=time.relation if time else None,
            title=title,
            participants=participants,
            places=places,
            terms=terms(sentence, told),
            arguments=self._arguments(scene, part),
            numbers=numbers(sentence, told),
            negated=part.negated,
            modal=part.modal in words("grammar", "hypothetical_modal"),
            statement=part.statement,
            status=status_of(sentence, part, time, article.published),
            lede=scene.lede,
            state=is_state(sentence, part),
            present=part.tense is Tense.PRESENT,
            main=part.parent is None and part.tense in {Tense.PAST, Tense.PRESENT_PERFECT},
        )

    def _names(self, scene: Scene, tokens: set[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the participants and the places named in a clause, in full, each once, in order."""
        participants: dict[str, None] = {}
        places: dict[str, None] = {}
        for name in scene.names:
            if name.last in tokens:
                full = self.index.full(name.text)
                (places if self._is_place(scene.sentence, name, full) else participants).setdefault(full)
        return tuple(participants), tuple(places)

    def _with_subject(self, scene: Scene, part: Clause, participants: tuple[str, ...]) -> tuple[str, ...]:
        """Return the participants with the person that a pronoun subject stands for."""
        sentence = scene.sentence
        if part.subject is None or sentence.upos[part.subject] != "PRON":
            return participants
        meant = self.discourse.resolve(sentence.words[part.subject])
        if meant is None or fold(meant) not in self.people or meant in participants:
            return participants
        return (meant, *participants)

    def _is_place(self, sentence: Sentence, name: Name, full: str) -> bool:
        if fold(full) in self.people or name.titled or name.first == 0:
            return False
        before = name.first - 1
        while before > 0 and sentence.upos[before] in {"DET", "ADJ"}:
            before -= 1
        organisation = fold(full.rsplit(maxsplit=1)[-1]) in words("names", "organisation")
        return sentence.words[before].lower() in words("names", "place_preposition") and not organisation

    def _arguments(self, scene: Scene, part: Clause) -> tuple[tuple[str, str], ...]:
        """Return the heads of a predicate's arguments by role; names by their last word, pronouns by what they mean."""
        sentence = scene.sentence
        timed = {index for each in scene.times for index in each.tokens}
        roles = [
            (_ARGUMENTS[relation], child)
            for child in sentence.children(part.head)
            if (relation := sentence.deprels[child]) in _ARGUMENTS and child not in timed
        ]
        if part.subject is not None and part.subject not in {child for _, child in roles}:
            roles.insert(0, ("object" if part.passive else "subject", part.subject))
        return tuple((role, text) for role, child in roles if (text := self._head_word(sentence, child)))

    def _head_word(self, sentence: Sentence, index: int) -> str:
        if sentence.upos[index] == "PRON":
            meant = self.discourse.resolve(sentence.words[index])
            return fold(meant.split()[-1]) if meant else ""
        flat = [child for child in sentence.children(index) if sentence.deprels[child] == "flat"]
        last = max([index, *flat])
        return fold(sentence.words[last] if sentence.upos[last] == "PROPN" else sentence.lemmas[last])

    def _instead(self, scene: Scene, part: Clause, tokens: set[int]) -> dict[int, str]:
        """Return what to print in place of some tokens: full names for short ones, a name for a pronoun subject."""
        sentence = scene.sentence
        instead: dict[int, str] = {}
        said: set[str] = set()
        for name in scene.names:
            own = range(name.first, name.last + 1)
            full = self.index.full(name.text)
            person = fold(full) in self.people
            if person and full != name.text and full not in said and tokens.issuperset(own):
                instead |= dict.fromkeys(own, "") | {name.first: full}
            said.add(full)
        subject = part.subject
        if subject is not None and sentence.upos[subject] == "PRON" and subject in tokens:
            meant = self.discourse.resolve(sentence.words[subject])
            if meant:
                instead[subject] = meant
        return instead

    def _hear(self, scene: Scene, part: Clause) -> None:
        """Remember the subject of a clause, and what it is said to be, for the pronouns of the next ones."""
        self._hear_bystander(scene, part)
        if part.subject is None:
            return
        if part.relation != "relcl":
            text, person = self._subject_text(scene, part.subject)
            self.discourse.hear(scene.sentence, part.subject, text, person=person)
        if scene.sentence.upos[part.head] == "NOUN":
            text, _ = self._subject_text(scene, part.head)
            self.discourse.hear(scene.sentence, part.head, text, person=False)

    def _hear_bystander(self, scene: Scene, part: Clause) -> None:
        """Remember the person a clause names that is not its subject ("attacks on Biden, who ..., as he seeks ...")."""
        for name in scene.names:
            full = self.index.full(name.text)
            if name.last in part.tokens and fold(full) in self.people:
                self.discourse.hear_bystander(full)

    def _subject_text(self, scene: Scene, subject: int) -> tuple[str, bool]:
        """Return a noun phrase without what follows its head, and whether it names a person."""
        for name in scene.names:
            if name.opening <= subject <= name.last:
                full = self.index.full(name.text)
                return full, fold(full) in self.people
        sentence = scene.sentence
        below = [child for child in sentence.children(subject) if child < subject or sentence.deprels[child] == "nmod"]
        skipped = {"nsubj", "cop", "aux", "expl", "mark", "punct", "case", "cc", "parataxis", "advcl", "advmod"}
        kept = {subject}
        for child in below:
            if sentence.deprels[child].partition(":")[0] not in skipped:
                kept |= set(sentence.subtree(child))
        text = headline(sentence, kept)
        return (text if len(text) <= _LONG_NAME else ""), False
