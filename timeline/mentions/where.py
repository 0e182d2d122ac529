"""Where a clause is set: the places that it names, and the one that a bare "the town" stands for."""

from collections.abc import Set as AbstractSet

from timeline.clauses import Clause
from timeline.discourse import Discourse
from timeline.mentions.scene import Scene
from timeline.names import Name
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold


def meant(scene: Scene, tokens: set[int], talk: Discourse) -> dict[int, str]:
    """Return the name of the place that a bare "the town" stands for, if no other place is named beside it."""
    sentence = scene.sentence
    for index in sorted(tokens):
        bare = index > 0 and sentence.words[index - 1].lower() == "the" and sentence.upos[index] == "NOUN"
        relations = {sentence.deprels[child] for child in sentence.children(index)}
        if not bare or sentence.words[index] not in words("nouns", "place") or relations - {"det", "case", "punct"}:
            continue
        place = talk.place_meant(sentence.words[index])
        named = {name.full for name in scene.names if name.last < index and name.last in tokens}
        if place and place not in named:
            return {index - 1: "", index: place}
    return {}


def hear(scene: Scene, part: Clause, talk: Discourse, people: AbstractSet[str]) -> None:
    """Remember the places that a clause names, and what they are called ("the town of Lund")."""
    sentence = scene.sentence
    for name in scene.names:
        if name.last not in part.tokens:
            continue
        if kind := _kind_told(sentence, name):
            talk.hear_place(name.full, kind)
        elif fold(name.full) not in people and not sentence.deprels[name.last].startswith(("nsubj", "amod")):
            talk.hear_place(name.full)  # it may be one: then "the town" may be this one


def _kind_told(sentence: Sentence, name: Name) -> str:
    """Return what a place is told to be: "the *town* of Lund", "Lund, a port *town* in Skane", "Lund *Square*"."""
    kinds = words("nouns", "place")
    before = sentence.words[name.first - 2].lower() if name.first > 1 else ""
    if before in kinds and sentence.words[name.first - 1].lower() == "of":
        return before
    beside = [sentence.words[at].lower() for at in sentence.children(name.last, "appos")]
    beside += [sentence.words[at].lower() for at in sentence.children(name.first, "appos")]
    last = sentence.words[name.last].lower()
    return next((kind for kind in (*beside, *([last] if name.last > name.first else [])) if kind in kinds), "")
