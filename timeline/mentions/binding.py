"""Whom a pronoun means, and whom it cannot mean, by the build of its own sentence."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet

from timeline.clauses import Clause, first_of
from timeline.discourse import Discourse, gender_of
from timeline.mentions.people import DAYS
from timeline.mentions.scene import Scene, quoted
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

Named = Callable[[Scene, int], tuple[str, bool]]
"""Gives the words of a noun phrase, by its head, and whether they stand for one person."""


def nearby(scene: Scene, part: Clause, named: Named) -> str:
    """Return what a pronoun subject stands for where its own sentence says it; nothing where it does not.

    "A ceasefire that has collapsed since *it* began"; "the bank said *they* had found a buyer"; "after *she* left, Ana
    Ruiz called".
    """
    if text := _ahead(scene, part, named) or _done_to(scene, part, named):
        return text
    pronoun = part.subject or 0
    for _ in scene.parts:
        if part.parent is None:
            break
        inner, part = part, scene.parts[part.parent]
        if part.subject is None or scene.sentence.upos[part.subject] not in {"NOUN", "PROPN"}:
            continue
        if text := _described(scene, part, inner, pronoun, named) or _speaks(scene, part, inner, pronoun, named):
            return text
    return ""


def _described(scene: Scene, part: Clause, inner: Clause, pronoun: int, named: Named) -> str:
    """Return the subject of a clause for the pronoun of one inside it that a relative clause leads to."""
    sentence, noun = scene.sentence, part.subject or 0
    text, person = named(scene, noun)
    plural, word = _is_plural(sentence, noun), sentence.words[pronoun].lower()
    if word == "they" and inner.relation == "relcl" and plural and sentence.heads[inner.head] > noun:
        named_group = sentence.upos[noun] == "PROPN" and not text.lower().startswith("the ")
        return f"The {text}" if named_group else text  # "the Bergs lost money in a mine *they* had bought"
    if part.relation != "relcl":
        return ""
    meant = word == "it" and not (person or plural)
    # "Ida Berg, who fled after *she* was held"
    return text if meant or (word in {"he", "she"} and person and _fits(word, gender_of(text))) else ""


def _speaks(scene: Scene, part: Clause, inner: Clause, pronoun: int, named: Named) -> str:
    """Return the subject of a verb of saying for the pronoun of what it says: of a body, one or several.

    Who is quoted says "we", and "they were held, the bank said" tells of others.
    """
    sentence, noun = scene.sentence, part.subject or 0
    if not part.statement or pronoun < noun or pronoun in quoted(sentence):
        return ""
    text, person = named(scene, noun)
    body = _is_body(sentence, noun)
    single = (sentence.upos[noun] == "PROPN" or body) and not (person or _is_plural(sentence, noun))
    word = sentence.words[pronoun].lower()
    if word == "it" and inner.relation == "ccomp" and single:
        return text  # "Peru Airways said it had a plane to spare"
    return text if word == "they" and inner.relation in {"ccomp", "conj"} and body else ""


def _done_to(scene: Scene, part: Clause, named: Named) -> str:
    """Return the object of a main clause for the "it" of a passive behind it ("passed a law after *it* was drawn")."""
    sentence, subject = scene.sentence, part.subject
    above = None if part.parent is None or part.relation != "advcl" else scene.parts[part.parent]
    if above is None or subject is None or not part.passive or sentence.words[subject].lower() != "it":
        return ""
    verbs = (above.head, *sentence.children(above.head, "xcomp"))
    for noun in (child for verb in verbs for child in sentence.children(verb, "obj") if child < part.head):
        text, person = named(scene, noun)
        if sentence.upos[noun] == "NOUN" and not (person or _is_plural(sentence, noun)):
            return text
    return ""


def _is_plural(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun is in the plural, or the name of a family or a club ("the Bergs")."""
    named = sentence.xpos[noun] == "NNP" and sentence.words[noun].endswith("s")
    article = any(sentence.words[child].lower() == "the" for child in sentence.children(noun, "det"))
    return sentence.xpos[noun] in {"NNS", "NNPS"} or (named and article)


def is_team(sentence: Sentence, noun: int) -> bool:
    """Say whether a noun or a name stands for several people who act as one ("the *club*", "*Aldis*")."""
    if sentence.upos[noun] == "PROPN":
        return sentence.words[noun] not in DAYS
    return sentence.lemmas[noun].lower() in words("names", "organisation") | words("nouns", "crowd")


def _is_body(sentence: Sentence, noun: int) -> bool:
    return fold(sentence.words[noun]) in words("names", "organisation") or sentence.words[noun].isupper()


def _ahead(scene: Scene, part: Clause, named: Named) -> str:
    """Return the subject of the main clause for the pronoun of one before it ("when *it* fell, the wall")."""
    sentence, subject = scene.sentence, part.subject
    above = None if part.parent is None or part.relation != "advcl" else scene.parts[part.parent]
    if above is None or above.subject is None or subject is None or not part.head < above.subject:
        return ""
    if sentence.upos[above.subject] not in {"NOUN", "PROPN"} or sentence.children(above.subject, "nmod:poss"):
        return ""
    pronoun = sentence.words[subject].lower()
    text, person = named(scene, above.subject)
    plural = _is_plural(sentence, above.subject)
    gender = gender_of(text)
    meant = {
        "he": person or gender == "male",
        "she": person or gender == "female",
        "it": not (person or plural),
        "they": plural,
    }.get(pronoun, False)
    return text if meant and _fits(pronoun, gender) else ""


def _fits(pronoun: str, gender: str) -> bool:
    """Say whether "he" or "she" may be somebody of a sex, or of one that is not told."""
    return {pronoun, gender} not in ({"he", "female"}, {"she", "male"})


def thing_meant(scene: Scene, part: Clause, tokens: set[int], named: Named) -> dict[int, str]:
    """Return the thing that the main clause tells of in place of the "it" of a clause behind it.

    "The dam burst days after inspectors declared *it* safe", "rebels took the port on Sunday and lost *it* on Monday".
    """
    sentence = scene.sentence
    above = None if part.parent is None or part.relation not in {"advcl", "conj"} else scene.parts[part.parent]
    roles = ("obj", "obl") if part.relation == "conj" else ("obj",)
    its = [child for child in sentence.children(part.head, *roles) if sentence.words[child].lower() in {"it", "them"}]
    if above is None or not its or its[0] not in tokens or above.head > part.head:
        return {}
    many = sentence.words[its[0]].lower() == "them"
    first = first_of(sentence, part.head) if part.relation == "conj" else above.head
    things = sentence.children(first, "obj")
    for noun in things if part.relation == "conj" else (*things, above.subject):
        if noun is not None and sentence.upos[noun] in {"NOUN", "PROPN"} and noun != part.subject:
            text, person = named(scene, noun)
            thing = text and not person and _is_plural(sentence, noun) == many and noun < part.head
            thing = thing and not (many and noun == above.subject)  # "the guards left after miners beat them"
            return {its[0]: told_again(text)} if thing else {}
    return {}


def told_again(text: str) -> str:
    """Return the words for a thing that was told of, as they stand behind a verb ("A shop": "the shop")."""
    article, _, rest = text.partition(" ")
    if rest and article.lower() in {"his", "her", "its", "their"}:
        return f"{article.lower()} {rest}"
    return f"the {rest}" if rest and article.lower() in {"a", "an", "the"} else text


def beside(scene: Scene, part: Clause, pronoun: int) -> set[int]:
    """Return the tokens whose names a pronoun does not mean: of its clause, of what that says, and who is quoted."""
    tokens, number = set(part.tokens), scene.parts.index(part)
    if pronoun == part.subject:
        for other in scene.parts:
            tokens |= set(other.tokens) if other.relation == "ccomp" and other.parent == number else set()
    speaker = None if part.parent is None else scene.parts[part.parent]
    if speaker is None or speaker.subject is None or not speaker.statement or pronoun not in quoted(scene.sentence):
        return tokens
    return tokens | set(scene.sentence.subtree(speaker.subject))


def spoken_of(scene: Scene, part: Clause) -> list[int]:
    """Return the subjects of the clauses that a statement behind them reports, and of those joined to them."""
    number, found = scene.parts.index(part), set[int]()
    for at, other in enumerate(scene.parts):
        said = other.parent == number and other.relation in {"ccomp", "parataxis"} and other.head < part.head
        if said or (other.relation == "conj" and other.parent in found):
            found.add(at)
    return [noun for at in sorted(found) if (noun := scene.parts[at].subject) is not None]


def done_to(sentence: Sentence, part: Clause) -> tuple[int, ...]:
    """Return the object of a clause; without one, its only other definite thing ("they vote on *the bill*")."""
    if things := sentence.children(part.head, "obj"):
        return things[:1]
    definite = [
        noun
        for noun in sentence.children(part.head, "obl")
        if sentence.xpos[noun] == "NN" and any(sentence.words[at].lower() == "the" for at in sentence.children(noun))
    ]
    return tuple(definite) if len(definite) == 1 else ()


def undergone(sentence: Sentence, part: Clause, pronoun: int, talk: Discourse, others: AbstractSet[str]) -> str:
    """Return those, or the thing, to whom the last sentence tells that something was done, where more is done to them.

    "Gunmen took three nurses. *They* were held on Monday": the nurses were. "The war began when rebels took the port.
    The army shelled *it* on Monday": the port, as no happening is shelled. "The guild opened a hall. *It* will close":
    the hall will.
    """
    word, lemma = sentence.words[pronoun].lower(), sentence.lemmas[part.head]
    if word == "they" and pronoun == part.subject and part.passive and _is_near(talk.crowd, talk):
        suffered = words("verbs", "done_to") | words("verbs", "befalling") | words("verbs", "harm") | {"rescue"}
        return talk.crowd[0] if talk.crowd and lemma in suffered else ""
    if word == "it" and pronoun == part.subject and talk.handled and _is_near(talk.handled, talk):
        return told_again(talk.handled[0]) if _happens_to_thing(sentence, part) else ""
    if word != "it" or pronoun == part.subject or talk.thing is None or not _is_near(talk.object, talk):
        return ""
    thing = "" if talk.object is None else talk.object[0]
    happens = is_happening(talk.thing[0]) and not is_happening(thing) and lemma not in words("verbs", "of_happenings")
    return thing if happens or talk.thing[0] in others else ""


def _happens_to_thing(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what a law or a place does of itself ("it *reopened*", "it *takes effect*")."""
    lemma, done = sentence.lemmas[part.head], sentence.children(part.head, "obj")
    behind = (f"{lemma} {sentence.lemmas[noun]}" for noun in sentence.children(part.head, "obj", "obl"))
    if not words("verbs", "of_the_handled_with").isdisjoint(behind):
        return True
    return not done and lemma in words("verbs", "of_the_handled")


def either(scene: Scene, part: Clause) -> int | None:
    """Return the subject of a clause that a "they" behind it need not mean ("guards held miners after *they* met").

    Whoever seizes people may have a reason in what these did.
    """
    sentence, subject = scene.sentence, part.subject
    above = None if part.parent is None or part.relation != "advcl" else scene.parts[part.parent]
    if above is None or subject is None or sentence.words[subject].lower() != "they" or above.head > part.head:
        return None
    seized = sentence.lemmas[above.head] in words("verbs", "done_to_people") and not above.passive
    many = any(sentence.xpos[noun] == "NNS" for noun in sentence.children(above.head, "obj"))
    return above.subject if seized and many else None


def _is_near(told: tuple[str, int] | None, talk: Discourse) -> bool:
    """Say whether something was told of in the last sentence."""
    return told is not None and talk.sentence - told[1] == 1


def can_do(sentence: Sentence, part: Clause, pronoun: int, meant: str) -> bool:
    """Say whether what "it" or "they" may stand for does what the clause tells: clashes spread, but order nothing."""
    word = sentence.words[pronoun].lower()
    if word == "it" and pronoun == part.subject and sentence.children(part.head, "cop"):
        told = sentence.children(part.head, "xcomp", "csubj", "ccomp", "acl", "advcl")
        return not any(sentence.xpos[each] == "VB" for each in told)  # "it is time to go" tells of nothing
    if word not in {"they", "it"} or pronoun != part.subject:
        return True
    happening = is_happening(meant)
    lemma = sentence.lemmas[part.head]
    willed = words("verbs", "willed_of_many" if word == "they" else "willed")  # a strike goes on
    return not happening or sentence.upos[part.head] != "VERB" or lemma not in willed


def is_happening(meant: str) -> bool:
    """Say whether the words for a thing name a happening ("talks between Norland and Peru")."""
    thing = head_of(meant).lower()
    return not words("nouns", "event").isdisjoint({thing, thing.removesuffix("s"), thing.removesuffix("es")})


def head_of(meant: str) -> str:
    """Return the noun of the words for a thing ("The Guild of Bakers": "Guild")."""
    phrase = meant.split()
    joints = words("grammar", "preposition")
    until = next((at for at, each in enumerate(phrase) if at and each.lower() in joints), len(phrase))
    return phrase[until - 1]
