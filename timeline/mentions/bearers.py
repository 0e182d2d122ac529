"""Who bears a short name where it stands: the full name that it means there, or none where two people may be meant."""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from timeline.discourse import gender_of
from timeline.mentions.people import age_of, calls_itself, is_body
from timeline.names import Name, NameIndex, definite, places, without_article
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

_MOST = 8  # people of one name: of more, nobody is meant
_PRESENT = frozenset({"VBZ", "VBP"})

Parts = tuple[str, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Bearer:
    """Somebody whom an article names in full.

    Attributes:
        spelled: how often each spelling is told.
        first: the number of the name that is the first to tell of them.
        anew: whether that one brings in somebody new: a relative ("his wife, Ida Berg"), or "Ida Berg, a nurse".
        kin: whether it tells whose relative they are; ``aside`` if those have the bare name ("Berg's wife, Ida Berg").
        genders, ages, titles: what is told of them.
        dead: whether they are told to have died.
    """

    first: int
    anew: bool
    kin: bool
    aside: bool
    spelled: Counter[str] = field(default_factory=Counter)
    genders: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    dead: bool = False

    def hear(self, sentence: Sentence, name: Name, full: str) -> None:
        """Take in what one telling of the full name says of its bearer."""
        self.spelled[full] += 1
        self.genders |= {_gender(sentence, name) or gender_of(full)} - {""}
        self.ages |= {age_of(sentence, name)} - {""}
        self.titles |= _titles(sentence, name)
        self.dead = self.dead or _dies(sentence, name)

    @property
    def full(self) -> str:
        """The name as it is told most."""
        return max(self.spelled, key=lambda text: self.spelled[text])


def in_full(sentences: Sequence[Sentence], found: Sequence[tuple[Name, ...]]) -> list[tuple[Name, ...]]:
    """Return the names of an article with the full name that each of them means.

    "Mrs Berg" is no Olaf Berg, "Berg", where Olaf and Ida Berg were told of, is left as it is, and so is the name of a
    firm or of what goes by it ("Berg & Sons", "the Berg plant").
    """
    somewhere = places(sentences, found)
    index = NameIndex((name.text for group in found for name in group), somewhere)
    bearers = _bearers(sentences, found, index, somewhere | definite(sentences, found))
    strangers = {short for short, number in _bare(found) if _is_stranger(bearers.get(short, ()), number)}
    whole: list[tuple[Name, ...]] = []
    number = 0
    for sentence, group in zip(sentences, found, strict=True):
        meant = []
        for name in group:
            full = index.full(name.text)
            parts = tuple(fold(name.text).split())
            borne = () if full.isupper() or " " not in full else bearers.get(parts, ())
            if borne and not any(name.text in bearer.spelled for bearer in borne):
                full = _meant(sentence, name, borne, number, strange=parts in strangers) or name.text
            meant.append(replace(name, full=full))
            number += 1
        whole.append(tuple(meant))
    return whole


def _bare(found: Sequence[tuple[Name, ...]]) -> Iterator[tuple[Parts, int]]:
    """Yield the names of one word, folded, each with its number."""
    for number, name in enumerate(name for group in found for name in group):
        if " " not in name.text:
            yield (fold(name.text),), number


def _is_stranger(borne: Sequence[Bearer], number: int) -> bool:
    """Say whether a short name is told before all who bear it, of whom the first is brought in as a relative.

    "Berg was held. The victim's mother, Ida Berg, ...": Berg is somebody else.
    """
    return bool(borne) and number < borne[0].first and borne[0].kin


def _bearers(
    sentences: Sequence[Sentence],
    found: Sequence[tuple[Name, ...]],
    index: NameIndex,
    impersonal: AbstractSet[str],
) -> dict[Parts, list[Bearer]]:
    """Return the people named in full by each short form of their names, those told of first before others."""
    known: dict[tuple[str, str], Bearer] = {}
    shorter: dict[Parts, list[Bearer]] = {}
    number = 0
    for sentence, group in zip(sentences, found, strict=True):
        for name in group:
            full = index.full(name.text)
            parts = tuple(fold(full).split())
            if " " in name.text and not (is_body(name) or "&" in full or fold(full) in impersonal):
                one = (parts[0], parts[-1])  # "Ana Ruiz" is "Ana Maria Ruiz"
                if one not in known:
                    kin = _is_kin(sentence, name)
                    anew, aside = kin or _is_brought_in(sentence, name), kin and _is_of(sentence, name, parts[-1])
                    known[one] = Bearer(first=number, anew=anew, kin=kin, aside=aside)
                known[one].hear(sentence, name, full)
                for short in {*(parts[start:] for start in range(1, len(parts))), without_article(parts)} - {()}:
                    borne = shorter.setdefault(short, [])
                    if len(borne) <= _MOST and known[one] not in borne:
                        borne.append(known[one])
            number += 1
    return shorter


def _meant(sentence: Sentence, name: Name, borne: Sequence[Bearer], number: int, *, strange: bool) -> str:
    """Return the full name of the one among some people whom a short name means; nothing where that is open."""
    if len(borne) > _MOST or _names_no_person(sentence, name):
        return ""
    gender, age = _gender(sentence, name) or calls_itself(sentence, name), age_of(sentence, name)
    fitting = [each for each in borne if not _clashes(each, gender, age)]
    if age or _is_present(sentence, name):  # the dead have no age and do nothing
        fitting = [each for each in fitting if not each.dead or age in each.ages]
    if gender == "female":  # who is told to be one comes before whose name tells nothing
        fitting = [each for each in fitting if gender in each.genders] or fitting
    fitting = [each for each in fitting if age in each.ages] or fitting
    if titled := [each for each in fitting if _titles(sentence, name) & each.titles]:
        fitting = titled
    fitting = [each for each in fitting if not each.aside or gender] or fitting
    before = [each for each in fitting if each.first < number]
    fitting = before or [each for each in fitting if not each.anew or gender]
    told = gender in fitting[0].genders if len(fitting) == 1 else False
    return fitting[0].full if len(fitting) == 1 and (told or not strange) else ""


def _clashes(bearer: Bearer, gender: str, age: str) -> bool:
    """Say whether somebody is of another sex or age than a name is told to be."""
    other_sex = gender and bearer.genders and gender not in bearer.genders
    return bool(other_sex or (age and bearer.ages and age not in bearer.ages))


def _names_no_person(sentence: Sentence, name: Name) -> bool:
    """Say whether a name tells which thing is meant ("*Berg* shares")."""
    behind = name.last + 1
    if behind >= len(sentence) or sentence.upos[behind] != "NOUN":
        return False
    below = sentence.heads[name.first] == behind or sentence.deprels[name.last] == "compound"
    return below or sentence.heads[behind] == name.first


def _beside(sentence: Sentence, name: Name) -> int | None:
    """Return the noun that tells who a name behind it is ("his *wife*, Ida Berg, left", "the *wife* Ida Berg")."""
    if sentence.deprels[name.first] == "appos" and 0 <= sentence.heads[name.first] < name.first:
        return sentence.heads[name.first]
    before = name.opening - 1
    if (
        before > 0
        and sentence.words[before] == ","
        and sentence.words[name.last + 1 : name.last + 2] in ((",",), (".",))
    ):
        before -= 1
    return before if before >= 0 and sentence.xpos[before] == "NN" else None


def _gender(sentence: Sentence, name: Name) -> str:
    """Return "male" or "female" where a title or a noun beside a name tells it."""
    noun = _beside(sentence, name)
    title = gender_of(sentence.words[name.first - 1]) if name.titled else ""
    return title or ("" if noun is None else gender_of(sentence.lemmas[noun]))


def _titles(sentence: Sentence, name: Name) -> set[str]:
    """Return the titles before a name but for those of courtesy ("President Berg": president)."""
    before = {fold(sentence.words[at]) for at in range(name.opening, name.first)}
    return {title for title in before if title.rstrip(".") not in words("names", "honorific")}


def _is_kin(sentence: Sentence, name: Name) -> bool:
    """Say whether a name is told to be that of somebody's relative ("the victim's mother, Ida Berg")."""
    noun = _beside(sentence, name)
    return noun is not None and sentence.lemmas[noun].lower() in words("names", "kin")


def _is_of(sentence: Sentence, name: Name, owner: str) -> bool:
    """Say whether who is named is the relative of one called by a bare name ("*Berg's* wife, Ida Berg")."""
    noun = _beside(sentence, name)
    owners = () if noun is None else sentence.children(noun, "nmod:poss")
    return any(fold(sentence.words[at]) == owner and not sentence.children(at, "flat", "compound") for at in owners)


def _is_brought_in(sentence: Sentence, name: Name) -> bool:
    """Say whether a name is told like one that is new to the reader ("Ida Berg, *a* nurse")."""
    beside = (child for child in sentence.children(name.first, "appos") if child > name.last)
    return any(sentence.words[at].lower() in {"a", "an"} for noun in beside for at in sentence.children(noun, "det"))


def _dies(sentence: Sentence, name: Name) -> bool:
    """Say whether a name is of who dies, or is killed ("Ida Berg was murdered")."""
    at = name.first
    if sentence.deprels[at] == "appos":
        at = sentence.heads[at]
    verb = sentence.heads[at]
    if verb < 0 or sentence.lemmas[verb] not in words("verbs", "deadly"):
        return False
    suffered = sentence.lemmas[verb] in words("verbs", "intransitive")
    return sentence.deprels[at] in ({"nsubj"} if suffered else {"nsubj:pass", "obj"})


def _is_present(sentence: Sentence, name: Name) -> bool:
    """Say whether a name is the subject of a verb in the present tense."""
    verb = sentence.heads[name.first]
    subject = verb >= 0 and sentence.deprels[name.first].startswith("nsubj")
    return subject and any(sentence.xpos[at] in _PRESENT for at in (verb, *sentence.children(verb, "aux", "cop")))
