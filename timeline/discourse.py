"""Who a pronoun speaks of: the nearest fitting subject before it (after Hobbs 1978, cut down to subjects).

Only used to write titles that stand alone and to compare participants; where no candidate fits, nothing is guessed.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

# how many sentences back a subject may lie
_REACH = 3
_NEAR = 1  # a thing: what was told of before the last sentence is hardly "it"
_PERSONS = 4  # how many of the latest persons a pronoun may mean
_GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female"}
_NOBODY = frozenset({"we", "us", "our", "that", "these", "those"})


def gender_of(name: str) -> str:
    """Return "male" or "female" where a given name, a title or a calling tells it, else an empty string.

    >>> gender_of("Ruth Kane"), gender_of("A 34-year-old man"), gender_of("Kane")
    ('female', 'male', '')
    """
    parts = [fold(part).strip(".,") for part in name.split()]
    for gender, callings in (("female", "feminine"), ("male", "masculine")):
        given = len(parts) > 1 and parts[0] in words("names", gender)
        if given or not words("names", callings).isdisjoint(parts):
            return gender
    return ""


def is_many(sentence: Sentence, index: int) -> bool:
    """Say whether a noun is in the plural, also one read as a name for its capital ("*Miners* walked out").

    So is the name of a club that goes with a plural verb ("*Rovers* have won").
    """
    if sentence.xpos[index] in {"NNS", "NNPS"}:
        return True
    word = sentence.words[index].lower()
    if not word.endswith("s") or sentence.upos[index] not in {"NOUN", "PROPN"}:
        return False
    if sentence.deprels[index] in {"nsubj", "nsubj:pass"} and _agrees_in_plural(sentence, sentence.heads[index]):
        return True
    return index == 0 and word.removesuffix("s") in words("nouns", "person") | words("nouns", "human")


def _agrees_in_plural(sentence: Sentence, verb: int) -> bool:
    """Say whether the tensed verb of a clause is in the plural ("Rovers *have* won", "the Bergs *were* held")."""
    group = [*sentence.children(verb, "aux", "aux:pass", "cop"), verb]
    tensed = next((at for at in group if sentence.xpos[at] in {"VBD", "VBZ", "VBP"}), None)
    return tensed is not None and (sentence.xpos[tensed] == "VBP" or sentence.words[tensed].lower() == "were")


@dataclass(slots=True)
class Discourse:
    """The recent subjects of one article; the only value here that changes, one sentence at a time.

    Attributes:
        group, thing: the latest subject of each kind, with the number of its sentence.
        persons: the latest subjects that are persons, the latest first; ``bystanders`` those in another role.
        genders: what the pronouns of persons were so far, or what their titles tell of them.
        settled: whom a pronoun of this sentence was found to stand for; it does so to the sentence's end.
        body: the latest subject that is several people by one name ("the club", "Aldis").
        crowd, object: the latest people, and the latest thing, that something is done to, each with its sentence.
        handled: the latest thing that was opened, passed, closed or the like.
        rivals: a speaker and whom their words tell of ("Lind left, *Berg* said"), with the number of the sentence.
        begun: the sentence since which the persons told of before are out of reach.
        place: the latest place; ``kinds`` maps what a place was called ("town") to the latest place called so.
    """

    persons: list[tuple[str, int]] = field(default_factory=list)
    bystanders: list[tuple[str, int]] = field(default_factory=list)
    group: tuple[str, int] | None = None
    thing: tuple[str, int] | None = None
    body: tuple[str, int] | None = None
    crowd: tuple[str, int] | None = None
    object: tuple[str, int] | None = None
    handled: tuple[str, int] | None = None
    rivals: tuple[frozenset[str], int] = (frozenset(), 0)
    begun: int = 0
    place: str = ""
    kinds: dict[str, str] = field(default_factory=dict)
    sentence: int = field(default=0)
    settled: dict[str, str] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)

    def next_sentence(self) -> None:
        """Move on to the next sentence."""
        self.sentence += 1
        self.settled.clear()

    def hear(self, sentence: Sentence, subject: int, text: str, *, person: bool, inside: bool = False) -> None:
        """Remember a subject: its head token and the words that name it in full.

        One from inside a clause of the sentence ("claims that *a builder* paid him") comes after the sentence's own.
        """
        if not text or sentence.upos[subject] == "PRON" or sentence.lemmas[subject] in words("nouns", "frame"):
            return
        if person:
            known = self.persons
            first = known[:1] if inside and known and known[0][1] == self.sentence else []
            self.persons = [*first, *self._with(known[len(first) :], text)][:_PERSONS]
        elif is_many(sentence, subject):
            if not (inside and self.group and self.group[1] == self.sentence):
                self.group = (text, self.sentence)
        elif sentence.upos[subject] in {"NOUN", "PROPN"} and not (
            inside and self.thing and self.thing[1] == self.sentence
        ):
            self.thing = (text, self.sentence)

    def hear_bystander(self, text: str) -> None:
        """Remember a person named in another role than the subject's."""
        self.bystanders = self._with(self.bystanders, text)

    def _with(self, persons: list[tuple[str, int]], text: str) -> list[tuple[str, int]]:
        return [(text, self.sentence), *(known for known in persons if known[0] != text)][:_PERSONS]

    def hear_title(self, text: str, title: str) -> None:
        """Remember what the word before a person's name tells of their pronoun ("Mr", "Queen")."""
        gender = gender_of(title)
        if gender:
            self.genders[text] = gender

    def hear_place(self, name: str, kind: str = "") -> None:
        """Remember a place, and what it is called where that is told ("the town of Lund")."""
        self.place = name
        if kind:
            self.kinds[kind] = name

    def place_meant(self, kind: str) -> str:
        """Return the place that "the town" stands for: the latest one, if it is called so; else nothing.

        >>> talk = Discourse()
        >>> talk.hear_place("Lund", "town")
        >>> talk.place_meant("town"), talk.place_meant("island")
        ('Lund', '')
        """
        name = self.kinds.get(kind, "")
        return name if name == self.place else ""

    def resolve(self, word: str, barred: AbstractSet[str] = frozenset()) -> str | None:
        """Return the words that a pronoun stands for, or None; it stands for none of those ``barred``.

        >>> talk = Discourse(persons=[("Antony Blinken", 0), ("Otto Berg", 0)])
        >>> talk.resolve("he"), talk.resolve("it"), talk.resolve("him", {"Antony Blinken"})
        ('Antony Blinken', None, 'Otto Berg')
        """
        known = self.settled.get(word.lower())
        if known in barred:
            return self._bearer(word, barred)
        if known is None and (known := self._bearer(word, barred)) is not None:
            self.settled[word.lower()] = known
        return known

    def _bearer(self, word: str, barred: AbstractSet[str]) -> str | None:
        name = word.lower()
        if name in words("grammar", "person_pronoun"):
            return self._person_meant(name, barred)
        for kind, candidate, reach in (("group_pronoun", self.group, _REACH), ("thing_pronoun", self.thing, _NEAR)):
            if name in words("grammar", kind) and name not in _NOBODY:
                if candidate is None or candidate[0] in barred or self.sentence - candidate[1] > reach:
                    return self._body_meant(barred) if name == "they" else None
                if kind == "thing_pronoun":  # what is told of goes on being told of
                    self.thing = (candidate[0], self.sentence)
                return candidate[0]
        return None

    def _body_meant(self, barred: AbstractSet[str]) -> str | None:
        """Return the club or firm that "they" may be, told of last, where nothing was done to several people."""
        if self.body is None or self.body[0] in barred or self.sentence - self.body[1] > _NEAR:
            return None
        return self.body[0] if self.crowd is None or self.crowd[1] < self.body[1] else None

    def _person_meant(self, pronoun: str, barred: AbstractSet[str]) -> str | None:
        """Return the latest person whom a pronoun fits: who was "she" before, or is called Ruth, is not "he".

        A subject comes before who else is named, but for who else its own sentence names before any subject.
        """
        gender = _GENDERS.get(pronoun)
        fitting = [text for text in self._reached(barred) if gender is None or self._gender(text) in {gender, ""}]
        if not fitting:
            return None
        meant = fitting[0]
        subjects = {text for text, _ in self.persons}
        if gender == "female" and not self._gender(meant):  # most whose name tells nothing are "he" in the news
            known = [text for text in fitting if self._gender(text) and (text in subjects or meant not in subjects)]
            called = next((text for text in known if text in self.genders), None)
            if known and called is None:
                return None
            meant = called or meant
        if self._is_unsure(meant, gender):
            return None
        if gender:
            self.genders[meant] = gender
        return meant

    def _is_unsure(self, meant: str, gender: str | None) -> bool:
        """Say whether a pronoun may as well be who spoke in the last sentence as who was spoken of."""
        rivals = self.rivals[0] if self.sentence - self.rivals[1] == 1 else frozenset()
        return meant in rivals and sum(self._gender(text) in {gender, ""} for text in rivals) > 1

    def only_one(self, pronoun: str, barred: AbstractSet[str] = frozenset()) -> bool:
        """Say whether a "he" or "she" in whatever form may be one person only of those told of."""
        gender = _GENDERS.get(pronoun.lower())
        return len({text for text in self._reached(barred) if self._gender(text) in {gender, ""}}) == 1

    def _gender(self, text: str) -> str:
        return self.genders.get(text) or gender_of(text)

    def _reached(self, barred: AbstractSet[str]) -> list[str]:
        """Return the persons that a pronoun may reach, the likeliest first."""
        begun = self.persons[:1] and self.persons[0][1] == self.sentence
        beside = [known for known in self.bystanders if known[1] == self.sentence and not begun]
        before = [known for known in self.bystanders if known[1] == self.sentence - 1]
        listed = (*beside, *self.persons, *before)
        first = max(self.begun, self.sentence - _REACH)
        return [text for text, told in listed if text not in barred and told >= first]
