"""Whose it is: the noun in place of the "his", "her", "its" or "their" before a subject."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from timeline.clauses import Clause
from timeline.discourse import Discourse, gender_of, is_many
from timeline.mentions.binding import Named, is_happening, told_again
from timeline.mentions.people import DAYS, is_body, is_human
from timeline.mentions.scene import Scene
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

_PERSONAL = {"his": "male", "her": "female"}
_SUBJECTS = {"his": "he", "her": "she", "its": "it", "their": "they"}
BARE = frozenset(_SUBJECTS.values())
"""The pronouns that stand for an owner where it is a subject."""


def owning(owner: str, *, opens: bool = True) -> str:
    """Return an owner in the possessive, its article without a capital where it does not open the title."""
    article, _, rest = owner.partition(" ")
    if not opens and article in {"The", "A", "An"} and rest:
        owner = f"{article.lower()} {rest}"
    return owner + ("'" if owner.endswith("s") else "'s")


def with_owner(text: str, owner: Iterable[str]) -> str:
    """Return the words for a thing with its owner in place of the pronoun before it ("Ida Berg's claim")."""
    pronoun, _, thing = text.partition(" ")
    return next((f"{name} {thing}" for name in owner if pronoun.lower() in _SUBJECTS), text)


def owned(sentence: Sentence, part: Clause, tokens: AbstractSet[int]) -> int | None:
    """Return the "his", "her", "its" or "their" among some tokens whose noun is a clause's subject; None without."""
    owners = () if part.subject is None else sentence.children(part.subject, "nmod:poss")
    return next((at for at in owners if at in tokens and sentence.words[at].lower() in _SUBJECTS), None)


def of_subject(
    scene: Scene,
    part: Clause,
    tokens: AbstractSet[int],
    talk: Discourse,
    people: AbstractSet[str],
    definite: AbstractSet[str],
) -> dict[int, str]:
    """Return who or what was told of in place of the pronoun before a subject ("*Her* funeral", "*its* camera").

    A pronoun that may mean what stands before it in its own sentence means nothing of an earlier one. The names of
    ``people`` are folded, as are those that are ``definite``: told with "the".
    """
    sentence = scene.sentence
    index, subject = owned(sentence, part, tokens), part.subject or 0
    if index is None or joined(scene, part, tokens) is not None:
        return {}
    pronoun = sentence.words[index].lower()
    if pronoun not in _PERSONAL:
        told = talk.thing if pronoun == "its" else talk.group
        near = any(_may_own(sentence, at, pronoun) for at in range(index))
        if told is None or talk.sentence - told[1] > (0 if near else 1) or told[0].lower() in words("nouns", "measure"):
            return {}
        crowded = talk.crowd is not None and told[1] == talk.crowd[1]
        if (pronoun == "their" and crowded) or (is_happening(told[0]) and is_human(sentence, subject)):
            return {}  # "officials met miners" tells of two groups, and nobody is the owner of a strike
    meant = talk.resolve(pronoun)
    own = fold(sentence.words[subject])
    if not meant or fold(meant) in own or (fold(meant) in people) != (pronoun in _PERSONAL):
        return {}
    meant = f"the {meant}" if fold(meant) in definite - people else meant
    return {index: owning(meant if pronoun in _PERSONAL else told_again(meant))}


def of_object(
    scene: Scene, tokens: AbstractSet[int], talk: Discourse, people: AbstractSet[str], impersonal: AbstractSet[str]
) -> dict[int, str]:
    """Return the person told of last in place of the first "his" or "her" that nobody told before it can own.

    "Berg sued. Three judges dismissed *his* claim": Berg's claim. In "Lind dismissed his claim" it may be Lind's.
    """
    sentence = scene.sentence
    index = next((at for at in sorted(tokens) if _is_owned(sentence, at)), None)
    if index is None or any(_is_somebody(scene, at, people, impersonal) for at in range(index)):
        return {}
    if not talk.only_one(sentence.words[index]):
        return {}
    meant = talk.resolve(sentence.words[index])
    return {index: owning(meant)} if meant and fold(meant) in people else {}


def _is_owned(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a "his" or "her" before a noun; "gave her flowers" has none."""
    noun = sentence.heads[index]
    given = sentence.deprels[noun] == "obj" and sentence.lemmas[sentence.heads[noun]] in words("verbs", "giving")
    owns = sentence.words[index].lower() in _PERSONAL and sentence.deprels[index] == "nmod:poss"
    return owns and not (given and sentence.words[index].lower() == "her")


def _is_somebody(scene: Scene, at: int, people: AbstractSet[str], impersonal: AbstractSet[str]) -> bool:
    """Say whether a token calls or names one who may be a person, or is the pronoun of one."""
    sentence = scene.sentence
    if sentence.upos[at] == "PRON":
        return sentence.words[at].lower() not in {"it", "they", "them", "which", "that", "its", "their"}
    if sentence.upos[at] == "NOUN":
        return sentence.xpos[at] == "NN" and is_human(sentence, at)
    if sentence.upos[at] != "PROPN":
        return False
    name = next((name for name in scene.names if name.first <= at <= name.last), None)
    if name is None or fold(name.full) in people:
        return True
    return not (fold(name.full) in impersonal or is_body(name) or is_many(sentence, name.first) or name.text in DAYS)


def _may_own(sentence: Sentence, at: int, pronoun: str) -> bool:
    """Say whether a noun may be what a pronoun behind it means, by its number and by what it calls."""
    if pronoun in _PERSONAL:
        single = sentence.xpos[at] in {"NN", "NNP"} and is_human(sentence, at)
        return single and gender_of(sentence.words[at]) in {"", _PERSONAL[pronoun]}
    if pronoun == "their":
        return is_many(sentence, at)
    return sentence.xpos[at] in {"NN", "NNP"} and not is_human(sentence, at)


def joined(scene: Scene, part: Clause, tokens: AbstractSet[int]) -> tuple[int, str] | None:
    """Return the pronoun before the subject of a second clause, and who the first one tells of, where that is meant.

    "A woman was killed and *her* sons were hurt": the woman's. No owner: the object may be meant.
    """
    sentence, first = scene.sentence, None if part.parent is None else scene.parts[part.parent]
    index = owned(sentence, part, tokens)
    if index is None or first is None or part.relation != "conj" or first.subject is None or first.subject > index:
        return None
    if sentence.upos[first.subject] != "NOUN" or not _may_own(sentence, first.subject, sentence.words[index].lower()):
        return None
    things = [at for at in sentence.children(first.head, "obj", "iobj") if at < index]
    if any(sentence.xpos[at] == "PRP" for at in things):
        return None
    if any(_may_own(sentence, at, sentence.words[index].lower()) for at in things):
        return index, ""
    article = [at for at in sentence.children(first.subject, "det") if sentence.words[at].lower() in {"a", "an", "the"}]
    noun = sentence.words[first.subject]
    return index, owning(f"the {noun}" if article else noun)


def behind(
    scene: Scene, part: Clause, content: Clause, tokens: AbstractSet[int], named: Named
) -> tuple[dict[int, str], dict[int, str]]:
    """Return what to print where a speaker is told by whom the words before it tell of, of the one and of the other.

    "Miners voted to strike, *their* union said": the miners' union said that they voted.
    """
    sentence, index = scene.sentence, owned(scene.sentence, part, tokens)
    subject = content.subject
    if index is None or subject is None or subject > index or sentence.upos[subject] not in {"NOUN", "PROPN"}:
        return {}, {}
    pronoun = sentence.words[index].lower()
    text, person = named(scene, subject)
    plural, named_one = is_many(sentence, subject), sentence.xpos[subject] == "NNP"
    fits = {"their": plural and not person, "its": not (plural or person)}.get(pronoun, person or named_one)
    if not text or not fits or gender_of(text) not in {"", _PERSONAL.get(pronoun, "")}:
        return {}, {}
    inner = {at for at in sentence.subtree(subject) if at < content.head} - {subject}
    return {index: owning(text)}, dict.fromkeys(inner, "") | {subject: _SUBJECTS[pronoun]}
