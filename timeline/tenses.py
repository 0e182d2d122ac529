"""What a verb and its auxiliaries say of the time of what they tell."""

from enum import StrEnum

from timeline.syntax import Sentence
from timeline.wordlists import words

_AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
_PAST, _PRESENT, _PARTICIPLE = "VBD", frozenset({"VBZ", "VBP"}), "VBN"


class Tense(StrEnum):
    """What a clause's verb group says of its time (Reichenbach's system, as far as news needs it)."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    PRESENT_PERFECT = "present perfect"
    PAST_PERFECT = "past perfect"
    NONE = "none"


def verb_group(sentence: Sentence, head: int) -> list[int]:
    """Return the auxiliaries and the main verb, in order."""
    group = [child for child in sentence.children(head) if sentence.deprels[child] in _AUXILIARY]
    return [*group, head]


def tense_of(sentence: Sentence, group: list[int]) -> tuple[bool, Tense, bool]:
    """Read finiteness, tense and progressive aspect from the tags of a verb group."""
    tags = [sentence.xpos[index] for index in group]
    lemmas = [sentence.lemmas[index] for index in group]
    progressive = "VBG" in tags[-1:] and len(tags) > 1
    perfect = "have" in lemmas[:-1] and any(tag in {_PARTICIPLE, "VBD"} for tag in tags[1:])
    modal = next((lemma for lemma, tag in zip(lemmas, tags, strict=True) if tag == "MD"), "")
    if modal:
        future = modal in words("grammar", "future_modal")
        return True, Tense.FUTURE if future else Tense.NONE, progressive
    first = next((tag for tag in tags if tag == _PAST or tag in _PRESENT), "")
    if perfect:  # "having been freed" is tensed no more than "freed"
        return bool(first), Tense.PRESENT_PERFECT if first in _PRESENT else Tense.PAST_PERFECT, progressive
    if first == _PAST:
        return True, Tense.PAST, progressive
    if first:
        return True, Tense.PRESENT, progressive
    return False, Tense.PAST if tags[-1] == _PARTICIPLE else Tense.NONE, progressive
