"""Sentences that no stop parts: on saved pages a headline and a caption run into the first words of the story.

"Minister visits Lund Crowds gathered in the square The minister has said ...": each part is a whole clause whose
subject opens it with a capital, and the one before is whole without it.
"""

from collections.abc import Iterable, Iterator, Sequence

from timeline.mend.tags import TENSED
from timeline.mend.tree import has
from timeline.model import Span
from timeline.syntax import Sentence, parse_all
from timeline.syntax.standins import common
from timeline.tenses import tense_of, verb_group
from timeline.wordlists import words
from timeline.words import MONTHS, WEEKDAYS

_FEWEST = 4  # tokens of a part
_ROUNDS = 3  # a headline, a caption and a lede
_LAST = frozenset({"NOUN", "PROPN", "NUM", "ADV", "ADJ"})
_JOINTS = frozenset({"so", "when", "where", "why", "how", "then", "than", "as"})
_FRAMES = frozenset({"place", "reason", "way"})
_PARTICLES = frozenset({"in", "out", "up", "down", "off", "back", "away"})
_OPENING = frozenset({"JJR", "DT", "PRP", "CD", "JJ"})
_QUOTES = frozenset({'"', "“", "”", "''"})


def parted(text: str, sentences: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences of a text, those that hold several as several.

    Args:
        text: the text.
        sentences: its parsed sentences.
    """
    found = list(sentences)
    for _ in range(_ROUNDS):
        spans = [pair for sentence in found for pair in _candidates(sentence)]
        if not spans:
            break
        parses = iter(parse_all(text, [span for pair in spans for span in pair]))
        halves = {pair: (next(parses), next(parses)) for pair in spans}
        anew = [part for sentence in found for part in _best(sentence, halves)]
        if len(anew) == len(found):
            break
        found = anew
    return found


def _best(sentence: Sentence, halves: dict[tuple[Span, Span], tuple[Sentence, Sentence]]) -> Sequence[Sentence]:
    for pair in _candidates(sentence):
        left, right = halves[pair]
        if (_is_whole(left) or _is_labelled(left)) and _is_whole(right) and _may_end(left) and _may_end(right):
            return left, right
    return (sentence,)


def _candidates(sentence: Sentence) -> Iterator[tuple[Span, Span]]:
    """Yield the two halves of a sentence at each capital that may begin another one."""
    finite = [at for at, tag in enumerate(sentence.xpos) if tag in TENSED]
    if len(finite) <= 1:
        return
    for at in range(_FEWEST, len(sentence) - _FEWEST):
        if finite[0] < at - 1 and at < finite[-1] and _may_begin(sentence, at):
            yield (
                Span(sentence.span.start, sentence.spans[at - 1].end),
                Span(sentence.spans[at].start, sentence.span.end),
            )


def _may_begin(sentence: Sentence, at: int) -> bool:
    """Say whether a capital may begin a sentence: what stands before it hangs on nothing from there."""
    word, before = sentence.words[at], sentence.words[at - 1]
    if not word[:1].isupper() or word == "I" or not before[-1:].isalnum():
        return False
    # "Guards told to let farmers *in* More than 20 have crossed": no preposition leads to such a capital
    particle = before in _PARTICLES and sentence.xpos[at] in _OPENING and word.lower() in common()
    if not (sentence.upos[at - 1] in _LAST or particle) or before.lower() in _JOINTS | words("names", "title"):
        return False
    if particle:
        return sum(mark in _QUOTES for mark in sentence.words[:at]) % 2 == 0
    if before.isdecimal() and word in MONTHS:
        return False
    named = before[:1].isupper() and sentence.upos[at] == "PROPN" and word.lower() not in common()
    # a day names nothing with a common word behind it ("on Saturday Attempts to reach them stalled")
    day = at > 1 and before in WEEKDAYS and sentence.words[at - 2].lower() in {"on", "last"} and not named
    named = named or _goes_on_naming(sentence, at)
    if named or (sentence.heads[at - 1] >= at and sentence.deprels[at - 1] != "root" and not day):
        return False
    describes = sentence.heads[at] == at - 1 or _describes(sentence, at)
    return not describes and sum(mark in _QUOTES for mark in sentence.words[:at]) % 2 == 0


def _goes_on_naming(sentence: Sentence, at: int) -> bool:
    """Say whether an adjective behind a name opens a second part of it ("in Old Lund *District* Court")."""
    name = sentence.heads[at]
    part = sentence.upos[at - 1] == "PROPN" and sentence.xpos[at] == "NNP" and name > at
    return part and sentence.deprels[name] in {"appos", "flat"} and sentence.heads[name] < at


def _describes(sentence: Sentence, at: int) -> bool:
    """Say whether a token opens a clause that tells of a noun before it ("the man Berg met").

    With an object of its own such a clause tells only of a time, a place or a way ("the day Berg met the king").
    """
    while sentence.heads[at] >= at:
        at = sentence.heads[at]
    if sentence.deprels[at] != "acl:relcl":
        return False
    noun = sentence.lemmas[sentence.heads[at]]
    return not has(sentence, at, "obj") or noun in words("nouns", "frame") | words("nouns", "place") | _FRAMES


def _is_whole(sentence: Sentence) -> bool:
    """Say whether a sentence is one clause with a tensed verb whose subject opens it; who said so may follow."""
    head = sentence.root
    told = [at for at in sentence.children(head, "ccomp", "parataxis") if at < head]
    if told and sentence.lemmas[head] in words("verbs", "saying"):
        head = told[0]
    subjects = sentence.children(head, "expl") or sentence.children(head, "nsubj")
    if not tense_of(sentence, verb_group(sentence, head))[0] or len(subjects) != 1 or subjects[0] > head:
        return False
    if any(mark < head for mark in sentence.children(head, "mark")):
        return False
    first = min(sentence.subtree(subjects[0]))
    if ":" in sentence.words[:first]:
        first -= sentence.words.index(":") + 1
    return first == 0


def _is_labelled(sentence: Sentence) -> bool:
    """Say whether a headline begins with what it is about ("Norland crisis: ...") and goes on with a tensed verb."""
    told = sentence.children(sentence.root, "parataxis")
    labelled = sentence.words[sentence.root + 1 : sentence.root + 2] == (":",)
    return labelled and any(tense_of(sentence, verb_group(sentence, verb))[0] for verb in told)


def _may_end(sentence: Sentence) -> bool:
    """Say whether nothing need follow a clause: not "officials said" or "the town is"."""
    end, root = len(sentence) - 1, sentence.root
    above = sentence.heads[end] if sentence.heads[end] >= 0 else end
    # "he was confident Norland could", "there was evidence Norland had"
    judges = bool(sentence.children(end, "cop", "expl")) or bool(sentence.children(above, "expl"))
    judges = judges and sentence.words[end] not in WEEKDAYS
    if root == end or judges or sentence.words[end].lower() in words("grammar", "broken_end"):
        return False
    if sentence.lemmas[root] in words("verbs", "hollow_saying"):
        return bool(sentence.children(root, "ccomp", "parataxis", "aux:pass"))
    open_ended = any(sentence.lemmas[root] in words("verbs", kind) for kind in ("saying", "thinking", "stative"))
    return not open_ended or bool(sentence.children(root, "obj", "ccomp", "xcomp", "cop", "expl"))
