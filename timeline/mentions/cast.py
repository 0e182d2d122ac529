"""Who and what a clause speaks of: its names in full, its places, its arguments, and what its pronouns stand for."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from timeline.clauses import Clause
from timeline.discourse import Discourse, is_many
from timeline.mentions import binding, owners, where
from timeline.mentions.arguments import deed_to_be, roles
from timeline.mentions.facts import act
from timeline.mentions.people import DAYS, is_body, is_human
from timeline.mentions.scene import Scene, quoted
from timeline.mentions.wording import said_before
from timeline.names import Name, body_in_full, end_of_body
from timeline.syntax import Sentence
from timeline.titles import headline
from timeline.wordlists import words
from timeline.words import fold

_LONG_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The names of one article, and who was spoken of last.

    Attributes:
        people: the proper names of persons in it, in full and folded.
        discourse: its recent subjects.
        definite: the names, folded, that it tells with "the"; ``impersonal`` these and those of places.
    """

    people: set[str]
    discourse: Discourse
    definite: AbstractSet[str] = frozenset()
    impersonal: AbstractSet[str] = frozenset()

    def named(self, scene: Scene, tokens: set[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the participants and the places named in a clause, in full, each once, in order."""
        participants: dict[str, None] = {}
        places: dict[str, None] = {}
        timed = {index for each in scene.times for index in each.tokens}
        for name in scene.names:
            if name.last in tokens and not timed.issuperset(range(name.first, name.last + 1)):
                (places if self._is_place(scene.sentence, name) else participants).setdefault(name.full)
        return tuple(participants), tuple(places)

    def with_subject(self, scene: Scene, part: Clause, participants: tuple[str, ...]) -> tuple[str, ...]:
        """Return the participants with the person that a pronoun subject stands for."""
        sentence = scene.sentence
        if part.subject is None or sentence.upos[part.subject] != "PRON":
            return participants
        meant = self._meant(scene, part, part.subject)
        if meant is None or fold(meant) not in self.people or meant in participants:
            return participants
        return (meant, *participants)

    def _is_place(self, sentence: Sentence, name: Name) -> bool:
        if fold(name.full) in self.people or name.titled or name.first == 0 or name.first in quoted(sentence):
            return False
        before = name.first - 1
        while before > 0 and sentence.upos[before] in {"DET", "ADJ"}:
            before -= 1
        organisation = fold(name.full.rsplit(maxsplit=1)[-1]) in words("names", "organisation")
        return sentence.words[before].lower() in words("names", "place_preposition") and not organisation

    def arguments(self, scene: Scene, part: Clause) -> tuple[tuple[str, str], ...]:
        """Return the heads of a predicate's arguments by role; names by their last word, pronouns by what they mean."""
        timed = {index for each in scene.times for index in each.tokens}
        found = ((role, self._head_word(scene, part, index)) for role, index in roles(scene.sentence, part, timed))
        deed = deed_to_be(scene.sentence, part)
        return (*((role, text) for role, text in found if text), *((("deed", deed),) if deed else ()))

    def _head_word(self, scene: Scene, part: Clause, index: int) -> str:
        sentence = scene.sentence
        if sentence.xpos[index] in {"WP", "WDT"}:
            return ""  # stands for the noun before its clause
        if sentence.upos[index] == "PRON":
            meant = self._meant(scene, part, index)
            return fold(binding.head_of(meant)) if meant else ""
        flat = [child for child in sentence.children(index) if sentence.deprels[child] == "flat"]
        last = max([index, *flat])
        return fold(sentence.words[last] if sentence.upos[last] == "PROPN" else sentence.lemmas[last])

    def instead(self, scene: Scene, part: Clause, tokens: set[int], *, speaks: bool = False) -> dict[int, str]:
        """Return what to print in place of some tokens: full names for short ones, a name for a pronoun subject.

        Where the title ``speaks`` of who says it, their "its" and "their" are plain.
        """
        sentence = scene.sentence
        instead: dict[int, str] = {}
        said: set[str] = set()
        written = {name.text for name in scene.names}
        for name in scene.names:
            own = range(name.first, name.last + 1)
            full = name.full
            person = fold(full) in self.people and full not in written  # "Castor's founder, Henry Castor"
            if person and full != name.text and full not in said and tokens.issuperset(own):
                instead |= dict.fromkeys(own, "") | {name.first: full}
                before = name.first - 1
                if before >= 0 and fold(sentence.words[before]).rstrip(".") in words("names", "honorific"):
                    instead[before] = ""  # "Mr Berg" in full is "Olaf Berg"
            said.add(full)
        subject = part.subject
        if subject is not None and sentence.upos[subject] == "PRON" and subject in tokens:
            meant = self._meant(scene, part, subject)
            if meant:
                article = "The " if subject == min(tokens) else "the "
                instead[subject] = article + meant if fold(meant) in self.definite - self.people else meant
        instead |= self._possessors(scene, part, tokens, speaks=speaks)
        return (
            instead
            | self._objects(scene, part, tokens)
            | self._owners(scene, part, tokens)
            | where.meant(scene, tokens, self.discourse)
        )

    def _possessors(self, scene: Scene, part: Clause, tokens: set[int], *, speaks: bool) -> dict[int, str]:
        """Return who or what is meant in place of the pronoun before a subject ("Her funeral was held").

        And whoever speaks in place of their "its" or "their" ("the guild said two of its boats were lost").
        """
        if spoken := self._speaker_owns(scene, part, tokens):
            return {} if speaks else spoken
        said = said_before(scene, part)
        if said is not None and (owner := owners.behind(scene, part, scene.parts[said], tokens, self.subject_text)[0]):
            return owner
        return owners.of_subject(scene, part, tokens, self.discourse, self.people, self.definite) or owners.of_object(
            scene, tokens, self.discourse, self.people, self.impersonal
        )

    def _speaker_owns(self, scene: Scene, part: Clause, tokens: set[int]) -> dict[int, str]:
        """Return the speaker in place of the first "its" or "their" of what is said, where it stands in the subject."""
        sentence = scene.sentence
        speaker = None if part.parent is None or part.relation != "ccomp" else scene.parts[part.parent]
        if speaker is None or not speaker.statement or speaker.subject is None or part.subject is None:
            return {}
        plural = sentence.xpos[speaker.subject] in {"NNS", "NNPS"}
        for index in sorted(set(sentence.subtree(part.subject)) & tokens):
            if sentence.words[index].lower() == ("their" if plural else "its"):
                owner, person = self.subject_text(scene, speaker.subject)
                known = owner and not person and sentence.upos[speaker.subject] != "PRON"
                known = known and speaker.subject not in tokens
                return {index: owners.owning(owner, opens=index == min(tokens))} if known else {}
            if sentence.upos[index] in {"NOUN", "PROPN"}:
                break
        return {}

    def _objects(self, scene: Scene, part: Clause, tokens: set[int]) -> dict[int, str]:
        """Return the person spoken of last in place of the "him" or "her" that something is done to or with."""
        sentence = scene.sentence
        pronouns = [
            child
            for child in sentence.children(part.head, "obj", "iobj", "obl")
            if child in tokens and sentence.xpos[child] == "PRP" and sentence.words[child].lower() in {"him", "her"}
        ]
        if thing := binding.thing_meant(scene, part, tokens, self.subject_text):
            return thing
        its = [at for at in sentence.children(part.head, "obj") if at in tokens and sentence.words[at].lower() == "it"]
        if its and (meant := self._meant(scene, part, its[0])):
            return {its[0]: binding.told_again(meant)}
        if pronouns and sentence.deprels[pronouns[0]] == "obl":
            pronouns = pronouns if self.discourse.only_one(sentence.words[pronouns[0]]) else []
        meant = self._meant(scene, part, pronouns[0]) if pronouns else None
        named = {name.full for name in scene.names if name.last in tokens}
        return {pronouns[0]: meant} if meant and fold(meant) in self.people and meant not in named else {}

    def _meant(self, scene: Scene, part: Clause, pronoun: int) -> str | None:
        """Return what a pronoun of a clause stands for, by its own sentence or by those before; None if unknown."""
        part = next((own for own in scene.parts if pronoun in own.tokens), part)  # one that it shares with others
        near = binding.nearby(scene, part, self.subject_text) if pronoun == part.subject else ""
        others = self._others(scene, part, pronoun)
        near = near or binding.undergone(scene.sentence, part, pronoun, self.discourse, others)
        meant = near or self.discourse.resolve(scene.sentence.words[pronoun], others)
        return meant if meant and binding.can_do(scene.sentence, part, pronoun, meant) else None

    def _others(self, scene: Scene, part: Clause, pronoun: int) -> set[str]:
        """Return whom a pronoun does not mean: who is named beside it, and who says it (Chomsky 1981, B and C).

        "He told *Lind*" is not Lind, "she saw her" are two, and "he robbed it, *Berg* said", quoted, is not Berg.
        """
        tokens = binding.beside(scene, part, pronoun)
        barred = {name.full for name in scene.names if name.last in tokens}
        subject = part.subject
        if pronoun == subject and (either := binding.either(scene, part)) is not None:
            barred |= {self.subject_text(scene, either)[0]}
        if pronoun == subject and part.statement:  # who says it is nothing that it speaks of
            barred |= {self.subject_text(scene, noun)[0] for noun in binding.spoken_of(scene, part)}
        if subject not in {None, pronoun} and scene.sentence.upos[subject or 0] == "PRON":
            barred |= {self._meant(scene, part, subject or 0) or ""}
        return barred

    def _owners(self, scene: Scene, part: Clause, tokens: set[int]) -> dict[int, str]:
        """Return the owner that the "whose" of a relative clause stands for ("the dam's groundbreaking")."""
        sentence = scene.sentence
        whose = [index for index in part.tokens if sentence.words[index].lower() == "whose"]
        if not whose or part.parent is None:
            return {}
        noun = sentence.heads[part.head] if part.relation == "relcl" else whose[0] - 1
        while part.relation != "relcl" and noun > 0 and sentence.upos[noun] in {"PUNCT", "NUM"}:
            noun -= 1  # "Ana Ruiz, 71, whose ..."
        told = noun in tokens and part.relation != "relcl"
        if noun < 0 or told or sentence.upos[noun] not in {"NOUN", "PROPN"}:
            return {}
        owner, _ = self.subject_text(scene, noun)
        return {whose[0]: owners.owning(owner)} if owner else {}

    def hear(self, scene: Scene, part: Clause) -> None:
        """Remember the subject of a clause for the pronouns of the next ones."""
        self._hear_bystander(scene, part)
        where.hear(scene, part, self.discourse, self.people)
        sentence = scene.sentence
        self._hear_done_to(scene, part)
        if part.subject is None:
            return
        informs = scene.sentence.lemmas[part.subject].lower() in words("nouns", "informant")
        behind = said_before(scene, part) is not None
        if informs and behind:
            return  # "talks failed, *sources* said": they are told of no further
        if part.relation != "relcl":
            text, person = self.subject_text(scene, part.subject)
            whose = owners.of_subject(scene, part, {*part.tokens}, self.discourse, self.people, self.definite)
            text = owners.with_owner(text, whose.values())
            inside = behind or part.relation in {"ccomp", "advcl", "acl"}
            self.discourse.hear(scene.sentence, part.subject, text, person=person, inside=inside)
            told = {*(self.subject_text(scene, noun) for noun in binding.spoken_of(scene, part) if part.statement)}
            others = {other for other, human in told if human and other != text}
            if others and (person or self._may_speak(scene, part.subject)):
                self.discourse.rivals = frozenset({text, *others}), self.discourse.sentence
            if (person or is_many(sentence, part.subject)) and not inside:
                self._hear_object(scene, part)
            if not person:
                self._hear_owner(scene, part.subject)
            if not (person or is_many(sentence, part.subject)) and binding.is_team(sentence, part.subject):
                self.discourse.body = text, self.discourse.sentence

    def _hear_done_to(self, scene: Scene, part: Clause) -> None:
        """Remember whom and what something is done to; a person is "he" next where no other one does it.

        "The club signed Ivan Cruz. He was born in Lund": Cruz was.
        """
        sentence, subject = scene.sentence, part.subject
        for noun in sentence.children(part.head, "obj", "iobj"):
            text, person = self.subject_text(scene, noun)
            seized = sentence.lemmas[part.head] in words("verbs", "done_to_people")
            many = is_many(sentence, noun) and (seized or is_human(sentence, noun))
            if many or sentence.lemmas[noun].lower() in words("nouns", "crowd"):
                self.discourse.crowd = text, self.discourse.sentence
            elif sentence.xpos[noun] in {"NN", "NNP"} and text and not person:
                self.discourse.object = text, self.discourse.sentence
                if act(sentence, part.head) in words("verbs", "handling"):
                    self.discourse.handled = text, self.discourse.sentence
            elif fold(text) in self.people and subject is not None and not self._may_be_person(scene, subject):
                inside = part.relation in {"ccomp", "advcl", "acl", "relcl"}
                self.discourse.hear(sentence, noun, text, person=True, inside=inside)

    def _may_be_person(self, scene: Scene, subject: int) -> bool:
        """Say whether a subject is a person, or a pronoun that may be one."""
        if scene.sentence.upos[subject] == "PRON":
            return scene.sentence.words[subject].lower() not in {"it", "they"}
        named = scene.sentence.xpos[subject] == "NNP" and not is_many(scene.sentence, subject)
        return named or self.subject_text(scene, subject)[1]

    def _may_speak(self, scene: Scene, subject: int) -> bool:
        """Say whether a name of two words or more, of no place or body, is the subject: perhaps a person."""
        names = (name for name in scene.names if name.first <= subject <= name.last and name.first < name.last)
        return any(not (fold(name.full) in self.impersonal or is_body(name)) for name in names)

    def _hear_owner(self, scene: Scene, subject: int) -> None:
        """Remember whose a thing is that is told of: they are nearer than who was told of before.

        "Lind's first match is on Sunday. He was hired in May": Lind was, or if none is known to be a person, nobody is.
        """
        owners_of = {at for at in scene.sentence.children(subject, "nmod:poss") if scene.sentence.words[at] not in DAYS}
        for name in scene.names:
            if name.first in owners_of and fold(name.full) in self.people:
                self.discourse.hear(scene.sentence, name.first, name.full, person=True)
            elif name.first in owners_of and not (fold(name.full) in self.impersonal or is_body(name)):
                self.discourse.begun = self.discourse.sentence

    def _hear_object(self, scene: Scene, part: Clause) -> None:
        """Remember what a person, or several, do something to: none of them is the "it" of the next sentence."""
        for noun in binding.done_to(scene.sentence, part):
            text, person = self.subject_text(scene, noun)
            if not person:
                self.discourse.hear(scene.sentence, noun, text, person=False, inside=True)

    def _hear_bystander(self, scene: Scene, part: Clause) -> None:
        """Remember the person a clause names that is not its subject ("attacks on Biden, who ..., as he seeks ...")."""
        for name in scene.names:
            if name.last in part.tokens and fold(name.full) in self.people:
                self.discourse.hear_bystander(name.full)
                if name.first:
                    self.discourse.hear_title(name.full, scene.sentence.words[name.first - 1])

    def subject_text(self, scene: Scene, subject: int) -> tuple[str, bool]:
        """Return a noun phrase without what follows its head, and whether it stands for one person."""
        for name in scene.names:
            if name.opening <= subject <= name.last:
                return body_in_full(scene.sentence, name), fold(name.full) in self.people
        sentence = scene.sentence
        for name in scene.names:  # "the founder, Ida Brandt, left"
            if name.first in sentence.children(subject, "appos") and fold(name.full) in self.people:
                return name.full, True
        below = [child for child in sentence.children(subject) if child < subject or sentence.deprels[child] == "nmod"]
        skipped = {"nsubj", "cop", "aux", "expl", "mark", "punct", "case", "cc", "parataxis", "advcl", "advmod"}
        kept = {subject}
        for child in below:
            if sentence.deprels[child].partition(":")[0] not in skipped:
                kept |= set(sentence.subtree(child))
        text = headline(sentence, kept | set(range(subject, end_of_body(sentence, subject) + 1)))
        person = sentence.xpos[subject] == "NN" and is_human(sentence, subject)
        return (text if len(text) <= _LONG_NAME else ""), person
