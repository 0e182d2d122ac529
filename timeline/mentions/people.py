"""Which of an article's names are persons: what it calls them, how old it says they are, and who is "he" or "she"."""

from collections import Counter
from collections.abc import Iterator, Sequence

from timeline.discourse import gender_of
from timeline.names import Name
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import MONTHS, WEEKDAYS, fold

DAYS = frozenset({*MONTHS, *WEEKDAYS})
_CALLED = {"he": "male", "she": "female"}
_OLDEST = 130
_NEAR = 5  # words behind a name in which its description names an office or a calling
_EARLY = 6  # words of the next sentence in which a pronoun takes up the subject


def people(sentences: Sequence[Sentence], found: Sequence[tuple[Name, ...]]) -> set[str]:
    """Return the names of persons in an article, in full and folded.

    A person has a title or a calling beside the name ("X, secretary of Y", "painter X", "its founder, X,", "X was a
    painter"), an age ("X, 46,"), or is the subject that the next clause calls "he" or "she"; so is who is called by the
    last name of one, where two bear it.
    """
    known = {
        fold(name.full)
        for sentence, group in zip(sentences, found, strict=True)
        for name in group
        if (name.titled and not is_body(name)) or _is_somebody(sentence, name)
    }
    following = [*sentences[1:], None]  # one more than there are where there is none
    for sentence, group, after in zip(sentences, found, following, strict=False):
        taken_up = [name for name in group if " " in name.full and _is_taken_up(sentence, name, after)]
        others = any(fold(name.full) in known for name in group)
        if len(taken_up) == 1 and not others:
            known.add(fold(taken_up[0].full))
    last = {name.rsplit(maxsplit=1)[-1] for name in known}
    return known | {fold(name.full) for group in found for name in group if fold(name.full) in last}


def genders(sentences: Sequence[Sentence], found: Sequence[tuple[Name, ...]]) -> dict[str, str]:
    """Return "male" or "female" for the names, in full, whose title or own sentence tells it more often than the other.

    "Mr Berg", and "Berg said *he*" where no other name stands before the pronoun.
    """
    told: Counter[tuple[str, str]] = Counter()
    for sentence, group in zip(sentences, found, strict=True):
        for name in group:
            title = gender_of(sentence.words[name.first - 1]) if name.first else ""
            others = [other for other in group if other != name and other.text not in DAYS]
            gender = title or ("" if others else calls_itself(sentence, name))
            told[name.full, gender] += 1
    other = {"male": "female", "female": "male"}
    return {name: gender for name, gender in told if gender and told[name, gender] > told[name, other[gender]]}


def calls_itself(sentence: Sentence, name: Name) -> str:
    """Return "male" or "female" where a sentence calls its subject "he" or "she" behind its verb."""
    verb = sentence.heads[name.first]
    if not sentence.deprels[name.first].startswith("nsubj") or verb < name.last:
        return ""
    return next(_calls(sentence, range(verb, len(sentence))), "")


def is_person(sentence: Sentence, index: int) -> bool:
    """Say whether a noun is what one person is called by ("the *mayor*")."""
    return sentence.upos[index] == "NOUN" and sentence.lemmas[index].lower() in words("nouns", "person")


def is_human(sentence: Sentence, index: int) -> bool:
    """Say whether a noun calls somebody, though before a name it need call no person ("its *ally* Peru")."""
    return is_person(sentence, index) or sentence.lemmas[index].lower() in words("nouns", "human")


def is_body(name: Name) -> bool:
    """Say whether a name ends as those of bodies do ("Leeds Crown Court")."""
    return fold(name.text.rsplit(maxsplit=1)[-1]) in words("names", "organisation")


def _is_somebody(sentence: Sentence, name: Name) -> bool:
    known = _is_called(sentence, name) or bool(age_of(sentence, name)) or _is_said_to_be(sentence, name)
    return known or _is_given(sentence, name)


def _is_given(sentence: Sentence, name: Name) -> bool:
    """Say whether a subject, an object or an owner has a given name and another one behind it ("Ruth Kane left")."""
    parts = name.text.split()
    given = len(parts) > 1 and fold(parts[0]) in words("names", "female") | words("names", "male")
    return (
        given and sentence.deprels[name.first].startswith(("nsubj", "nmod:poss", "obj", "iobj")) and not is_body(name)
    )


def _is_said_to_be(sentence: Sentence, name: Name) -> bool:
    """Say whether a sentence tells what a person is ("Ana Ruiz was a painter")."""
    head = sentence.heads[name.first]
    subject = sentence.deprels[name.first] == "nsubj" and head > name.last and is_person(sentence, head)
    return subject and any(sentence.deprels[child] == "cop" for child in sentence.children(head))


def _is_called(sentence: Sentence, name: Name) -> bool:
    behind = range(name.last + 1, min(name.last + 1 + _NEAR, len(sentence)))
    if behind and sentence.words[behind[0]] == ",":
        titled = any(sentence.words[at].lower() in words("names", "title") for at in behind)
        # what stands behind the next comma belongs to others
        end = next((at for at in behind[1:] if sentence.words[at] == ","), len(sentence))
        article = len(behind) > 1 and sentence.words[behind[1]].lower() in {"a", "an", "the"}
        if titled or (article and any(is_person(sentence, at) for at in behind if at < end)):
            return True
    before = name.first - 1
    if before > 0 and sentence.words[before] == ",":
        before -= 1
    return before >= 0 and is_person(sentence, before) and sentence.xpos[before] == "NN"


def age_of(sentence: Sentence, name: Name) -> str:
    """Return the age that stands between commas behind a name; nothing where there is none."""
    comma, age, *rest = [*sentence.words[name.last + 1 : name.last + 4], "", ""]
    aged = comma == "," and age.isdecimal() and int(age) <= _OLDEST and rest[0] in {",", "."}
    return age if aged else ""


def _is_taken_up(sentence: Sentence, name: Name, after: Sentence | None) -> bool:
    """Say whether a name is a subject that a later clause, or the next sentence, calls "he"."""
    subject = sentence.deprels[name.first].startswith("nsubj")
    gender = gender_of(name.text)
    article = any(sentence.words[c].lower() == "the" for c in sentence.children(name.first))
    if not subject or article or is_body(name):
        return False
    called = [*_calls(sentence, range(name.last + 1, len(sentence)))]
    called += [] if after is None else _calls(after, range(min(_EARLY, len(after))))
    return any(gender in {pronoun, ""} for pronoun in called)


def _calls(sentence: Sentence, tokens: range) -> Iterator[str]:
    """Yield "male" or "female" for each subject among some tokens that is a "he" or a "she"."""
    for at in tokens:
        if sentence.deprels[at].startswith("nsubj") and (gender := _CALLED.get(sentence.words[at].lower())):
            yield gender
