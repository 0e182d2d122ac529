"""A headline made shorter: ended early where the rest only adds to it, or without what is missed least."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping

from timeline.syntax import Sentence
from timeline.titles import writing
from timeline.titles.edges import is_particle, leads_on
from timeline.wordlists import words

_LAST = ("obl:behind",)
# what may go to make a headline short enough, the least missed first
_EXPENDABLE = (
    ("parataxis", "discourse", "vocative"),
    ("advcl", "advcl:relcl"),
    ("acl:relcl", "appos"),
    ("obl", "nmod", "obl:tmod", "nmod:tmod", "obl:unmarked", "advmod", "nmod:unmarked", "obl:npmod", "acl"),
    ("conj",),
    ("nmod:poss", "amod"),
    _LAST,
)
# relations of what a clause that has been told can do without
_ADDED = frozenset({"obl", "nmod", "advmod", "advcl", "acl", "appos", "conj", "cc", "parataxis", "dep", "discourse"})
_FEWEST = 4  # words that a headline keeps
_WORTH = 30  # characters that a headline may lose to end at a better place
_NEEDED = frozenset({"JJR", "JJS", "RBR", "RBS", "WRB", "WDT", "WP"})  # "more than", "the biggest", "when"
_RANKS = frozenset({"first", "second", "third", "fourth", "fifth", "last", "only", "next", "latest"})
_DASHES = frozenset({",", "–", "—", "-", "--"})
# what a headline may lose besides the words left out: commas, a full stop, blanks, and marks without their other half
_SLACK = 12
_PAIRED = frozenset('"“”()[]')


class Subtrees(dict[int, frozenset[int]]):
    """The tokens that hang below each token of a sentence, itself included, worked out when first asked for."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence

    def __missing__(self, token: int) -> frozenset[int]:
        found = self[token] = frozenset(self.sentence.subtree(token))
        return found


def ended_early(
    sentence: Sentence, tokens: list[int], replaced: Mapping[int, str], protected: set[int], longest: int
) -> list[int] | None:
    """Return the longest beginning that fits and is whole: what comes behind its end only adds to it.

    No word of it may hang on one behind, and only what a clause can do without may hang on it from there.
    """
    place = {token: at for at, token in enumerate(tokens)}
    least = max((place[token] for token in protected if token in place), default=0)
    lengths = _lengths(sentence, tokens, replaced)
    best: tuple[int, int] | None = None
    for end in range(len(tokens) - 1, max(least, _FEWEST - 1), -1):
        if lengths[end] > longest + _SLACK or len(writing.write(sentence, tokens[:end], replaced)) > longest:
            continue
        loss = _loss(sentence, tokens, place, end)
        if loss is not None and (best is None or loss < best[0]):
            best = loss, end
        if best is not None and (best[0] == 0 or lengths[end] < lengths[best[1]] - _WORTH):
            break
    return None if best is None else tokens[: best[1]]


def _lengths(sentence: Sentence, tokens: list[int], replaced: Mapping[int, str]) -> list[int]:
    """Return about how many characters the tokens before each place take."""
    lengths = [0]
    for token in tokens:
        word = replaced.get(token, sentence.words[token])
        lengths.append(lengths[-1] + len(word) + bool(word))
    return lengths


def _loss(sentence: Sentence, tokens: list[int], place: Mapping[int, int], end: int) -> int | None:
    """Return how much a headline loses if it ends before a place: 0 little, 1 more; None where it would be broken."""
    last, loss = tokens[end - 1], 0
    named = sentence.upos[last] == "PROPN" and tokens[end] == last + 1 and sentence.upos[last + 1] == "PROPN"
    needs_more = sentence.upos[last] in {"AUX", "PART"} or sentence.xpos[last] in _NEEDED
    if named or needs_more or leads_on(sentence, last):
        return None
    if any(place.get(sentence.heads[token], -1) >= end for token in tokens[:end]):
        return None
    near = end - 1
    while near and sentence.upos[tokens[near]] == "ADV":  # "composed solely" of what
        near -= 1
    for token in tokens[end:]:
        above = place.get(sentence.heads[token], end)
        if above >= end or sentence.upos[token] == "PUNCT":
            continue
        relation = sentence.deprels[token]
        if relation.partition(":")[0] not in _ADDED or is_particle(sentence, token) or _is_asked_for(sentence, token):
            return None
        known = relation == "acl:relcl" and sentence.upos[sentence.heads[token]] == "PROPN"  # a name says who it is
        if above >= near and relation.startswith(("obl", "nmod", "advmod", "acl")) and not known:
            return None  # "flooded" what, "the head" of what: right behind its word it is needed
        if _closes_list(sentence, token) and place.get(sentence.children(sentence.heads[token], "conj")[0], end) < end:
            return None
        loss = max(loss, int(not relation.startswith(("advcl", "parataxis", "conj", "cc", "acl:relcl", "appos"))))
    return loss


def shortened(
    below: Subtrees,
    tokens: list[int],
    replaced: Mapping[int, str],
    protected: set[int],
    lengths: tuple[int, int],
) -> list[int] | None:
    """Leave out one expendable part: the least missed that makes the rest fit, else the last of the least missed."""
    sentence = below.sentence
    fallback: list[int] | None = None
    length, longest = lengths
    least = length - longest - _SLACK - sum(sentence.words[index] in _PAIRED for index in tokens)
    for relations in _EXPENDABLE:
        if fallback is not None and relations == _LAST:
            break
        best: tuple[int, list[int]] | None = None
        for part in _parts(below, tokens, relations, protected):
            if sum(len(replaced.get(index, sentence.words[index])) + 1 for index in part) < least:
                # too short to make the rest fit; written out only where nothing else may go
                fallback = fallback or _without(sentence, tokens, part)
                continue
            left = _without(sentence, tokens, part)
            fallback = fallback or left
            written = len(writing.write(sentence, left, replaced))
            if written <= longest and (best is None or written > best[0]):
                best = written, left
        if best is not None:
            return best[1]
    return fallback


def _parts(
    below: Subtrees, tokens: list[int], relations: tuple[str, ...], protected: set[int]
) -> Iterator[frozenset[int]]:
    """Yield the subtrees of some relations that may go, the rightmost first."""
    sentence = below.sentence
    present = frozenset(tokens)
    for index in reversed(tokens):
        if _relation(below, index) not in relations or sentence.upos[index] == "PART":
            continue
        top = index
        above = sentence.heads[index]
        if above in present and sentence.lemmas[above] in words("nouns", "frame") and _relation(below, above) == "obl":
            top = above  # "at a time when ..." goes with its clause
        subtree = below[top] & present
        if not subtree or len(subtree) == len(present) or subtree & protected or _is_needed(below, top):
            continue
        if not _leaves_a_joint(sentence, tokens, subtree) and not _tears_a_word(sentence, subtree):
            yield subtree


def _relation(below: Subtrees, index: int) -> str:
    """Return the relation of a word to its head; what stands right behind a verb is missed most ("call for")."""
    sentence = below.sentence
    relation, above = sentence.deprels[index], sentence.heads[index]
    behind = relation == "obl" and above + 1 == min(below[index]) and sentence.upos[above] == "VERB"
    return "obl:behind" if behind else relation


def _is_needed(below: Subtrees, index: int) -> bool:
    """Say whether what stands above a word makes no sense without it.

    "More" before "than", "the biggest", the particle of a verb, "one of ...", "a number of ...", an amount before what
    it measures and what narrows it ("half a million"), and a participle that follows its verb without a comma
    ("spent years restoring it").
    """
    sentence = below.sentence
    above, relation = sentence.heads[index], sentence.deprels[index]
    if sentence.xpos[index] in _NEEDED or is_particle(sentence, index):
        return True
    if above > index and any(sentence.upos[part] == "NUM" for part in (above, *below[index])):
        return True
    if relation.startswith("acl"):  # "a halt to what he called a farce", "the third head of guild to be replaced"
        ranked = any(sentence.words[at].lower() in _RANKS for at in sentence.children(above, "amod"))
        return ranked or sentence.xpos[above] == "WP"
    if relation.startswith("nmod"):
        measure = sentence.upos[above] in {"NUM", "DET", "PRON"} or sentence.lemmas[above] in words("nouns", "measure")
        return above > index or measure
    if relation == "advcl":
        return _holds_clause(below, index)
    # "the northern and western routes" are more than the northern ones
    both = relation == "conj" and sentence.upos[above] == "ADJ" and sentence.deprels[above] == "amod"
    return both or _closes_list(sentence, index)


def _holds_clause(below: Subtrees, index: int) -> bool:
    """Say whether the clause around an adverbial one cannot stand without it.

    Before its verb it may have been read as holding the subject ("promises made by them had not been kept"); behind it
    without a comma it tells what was done ("spent years restoring it") or asked for ("urged them to leave").
    """
    sentence, above = below.sentence, below.sentence.heads[index]
    if above > index:
        helped = sentence.children(above, "aux", "aux:pass", "cop")
        return bool(helped) and not sentence.children(above, "nsubj", "nsubj:pass", "csubj", "expl")
    first = min(below[index])
    return (first == index or _is_asked_for(sentence, index)) and sentence.words[first - 1] != ","


def _is_asked_for(sentence: Sentence, index: int) -> bool:
    """Say whether a word is what somebody is moved to do ("urged them to *leave*")."""
    above = sentence.heads[index]
    asked = sentence.deprels[index] == "advcl" and sentence.xpos[index] == "VB"
    somebody = above >= 0 and bool(sentence.children(above, "obj", "iobj", "nsubj:pass"))
    return asked and somebody and sentence.lemmas[above] in words("verbs", "urging")


def _closes_list(sentence: Sentence, index: int) -> bool:
    """Say whether a word is the last of three or more, which the others cannot stand without ("A, B and C")."""
    listed = sentence.children(sentence.heads[index], "conj") if sentence.deprels[index] == "conj" else ()
    return len(listed) > 1 and index == listed[-1] and bool(sentence.children(index, "cc"))


def _tears_a_word(sentence: Sentence, part: frozenset[int]) -> bool:
    """Say whether a part begins or ends inside a word that hyphens join ("28-year-old")."""
    first, last = min(part), max(part)
    return any(
        0 < at < len(sentence)
        and sentence.spans[at - 1].end == sentence.spans[at].start
        and "-" in {sentence.words[at - 1], sentence.words[at]}
        for at in (first, last + 1)
    )


def _leaves_a_joint(sentence: Sentence, tokens: list[int], part: frozenset[int]) -> bool:
    """Say whether an "and" would follow the gap: then the parse has cut a list in two."""
    at = bisect_right(tokens, max(part))
    behind = tokens[at : at + 2]
    behind = behind[1:] if behind and sentence.words[behind[0]] == "," else behind[:1]
    return bool(behind) and sentence.upos[behind[0]] == "CCONJ"


def _without(sentence: Sentence, tokens: list[int], victim: frozenset[int]) -> list[int]:
    """Take a subtree out, with the commas or dashes that only its presence called for."""
    first, last = min(victim), max(victim)
    if sentence.words[first] == "," and sentence.words[last] in _DASHES - {","}:
        victim, last = victim - {last}, max(victim - {last})  # it closes what another dash opened
    begin, end = bisect_left(tokens, first), bisect_right(tokens, last)
    left, right = tokens[:begin], tokens[end:]
    between = [index for index in tokens[begin:end] if index not in victim]
    opens = bool(left) and sentence.words[left[-1]] in _DASHES
    closes = bool(right) and sentence.words[right[0]] in _DASHES
    opened, closed = opens or sentence.words[first] in _DASHES, closes or sentence.words[last] in _DASHES
    if not between and opened and (closed or not right or sentence.upos[right[0]] == "PUNCT"):
        left = left[:-1] if opens else left
        # before its verb a subject needs no comma; elsewhere one still parts what follows
        right = (
            right[1:] if closes and (not right[1:] or sentence.upos[right[1]] in {"VERB", "AUX", "PUNCT"}) else right
        )
    return [*left, *between, *right]
