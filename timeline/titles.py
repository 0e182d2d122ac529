"""A clause as a headline that stands alone: no attribution, no leading time, no dangling pronoun."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from timeline.syntax import Sentence
from timeline.wordlists import words

LONGEST = 110

# what may go to make a headline short enough, the least missed first
_EXPENDABLE = (
    ("parataxis", "discourse", "vocative"),
    ("advcl", "advcl:relcl"),
    ("acl:relcl", "appos"),
    ("obl", "nmod", "obl:tmod", "nmod:tmod", "obl:unmarked", "advmod", "nmod:unmarked", "obl:npmod", "acl"),
    ("conj",),
    ("xcomp", "ccomp", "nmod:poss", "amod"),
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
# parts of speech that need something behind them, and those that can end a headline after a comma
_LEADING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PUNCT"})
_FULL = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_ORPHAN = 3
_NO_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]’])")
_DOUBLE_COMMA = re.compile(r"(?:\s*,)+(\s*[,.;:])")
# what a headline may lose besides the words left out: commas, a full stop, blanks, and marks without their other half
_SLACK = 12
_PAIRED = frozenset('"“”()[]')
_EDGE = " ,;:.–—-…'\"“”‘’()[]"


def headline(
    sentence: Sentence,
    kept: Collection[int],
    *,
    without: Collection[int] = (),
    instead: Mapping[int, str] | None = None,
    core: Collection[int] = (),
    spare: Sequence[Collection[int]] = (),
) -> str:
    """Write some tokens of a sentence as a headline of at most ``LONGEST`` characters.

    Args:
        sentence: the parsed sentence.
        kept: the token indexes to print.
        without: of these, the ones not to print (times, attributions).
        instead: a text to print in place of a token (a full name for a pronoun); an empty text prints nothing.
        core: tokens that no shortening may take away.
        spare: groups of tokens to leave out first if it is too long (titles before names).

    Returns:
        The headline, its first letter a capital, without a full stop; an empty string if nothing is left.
    """
    replaced = instead or {}
    tokens = _without_openers(sentence, _from_subject(sentence, sorted(set(kept) - set(without)), set(core)))
    protected = set(core)
    for group in spare:
        if len(_write(sentence, tokens, replaced)) > LONGEST:
            tokens = [index for index in tokens if index not in group]
    below = _Subtrees(sentence)
    while (length := len(_write(sentence, tokens, replaced))) > LONGEST:
        shorter = _shortened(below, tokens, replaced, protected, length)
        if shorter is None:
            break
        tokens = shorter
    text = _write(sentence, _without_tail(sentence, tokens, protected), replaced)
    return text if len(text) <= LONGEST else _cut(text)


class _Subtrees(dict[int, frozenset[int]]):
    """The tokens that hang below each token of a sentence, itself included, worked out when first asked for."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__()
        self.sentence = sentence

    def __missing__(self, token: int) -> frozenset[int]:
        found = self[token] = frozenset(self.sentence.subtree(token))
        return found


def _from_subject(sentence: Sentence, tokens: list[int], core: set[int]) -> list[int]:
    """Let a headline begin with its subject: what leads up to it ("After weeks of protests, ...") is left out."""
    present = set(tokens)
    for index in tokens:
        relation, above = sentence.deprels[index], sentence.heads[index]
        if relation in _SUBJECTS and above in core and index < above:
            first = min(set(sentence.subtree(index)) & present)
            return [token for token in tokens if token >= first or token in core]
    return tokens


def _without_openers(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop conjunctions, connectives and punctuation from the front."""
    openers = words("grammar", "opener")
    while tokens:
        first = tokens[0]
        if (
            sentence.upos[first] in {"PUNCT", "CCONJ"}
            or sentence.words[first].lower() in openers
            or _opens_clause(sentence, tokens)
        ):
            tokens = tokens[1:]
        else:
            break
    return tokens


def _without_tail(sentence: Sentence, tokens: list[int], protected: set[int]) -> list[int]:
    """Drop the words at the end that lead to something left out ("..., just days before", "..., many")."""
    end = len(tokens)
    while end and sentence.upos[tokens[end - 1]] in _LEADING and tokens[end - 1] not in protected:
        end -= 1
    comma = max((at for at in range(end) if sentence.words[tokens[at]] == ","), default=-1)
    tail = tokens[comma + 1 : end]
    orphan = comma > 0 and len(tail) <= _ORPHAN and not any(sentence.upos[index] in _FULL for index in tail)
    cut = any(sentence.upos[index] != "PUNCT" for index in tokens[end:]) and len(tail) <= _ORPHAN
    if comma > 0 and (orphan or cut) and not protected & set(tail):
        end = comma
    return tokens[:end]


def _opens_clause(sentence: Sentence, tokens: list[int]) -> bool:
    """Say whether the first token is a subordinator ("when", "that"), not the start of an amount ("up to 10,000")."""
    first = tokens[0]
    following = sentence.words[tokens[1]].lower() if len(tokens) > 1 else ""
    if sentence.words[first].lower() in words("grammar", "subordinator"):
        return True
    if following == "to" or sentence.words[first].lower() in {"to", "up", "about", "at"}:
        return False
    return sentence.deprels[first] == "mark" or sentence.xpos[first] in {"WRB", "WDT"}


def _shortened(
    below: _Subtrees, tokens: list[int], replaced: Mapping[int, str], protected: set[int], length: int
) -> list[int] | None:
    """Leave out one expendable part: the least missed that makes the rest fit, else the last of the least missed."""
    sentence = below.sentence
    fallback: list[int] | None = None
    least = length - LONGEST - _SLACK - sum(sentence.words[index] in _PAIRED for index in tokens)
    for relations in _EXPENDABLE:
        best: tuple[int, list[int]] | None = None
        for part in _parts(below, tokens, relations, protected):
            if sum(len(replaced.get(index, sentence.words[index])) + 1 for index in part) < least:
                # too short to make the rest fit; written out only where nothing else may go
                fallback = fallback or _without(sentence, tokens, part)
                continue
            left = _without(sentence, tokens, part)
            fallback = fallback or left
            written = len(_write(sentence, left, replaced))
            if written <= LONGEST and (best is None or written > best[0]):
                best = written, left
        if best is not None:
            return best[1]
    return fallback


def _parts(
    below: _Subtrees, tokens: list[int], relations: tuple[str, ...], protected: set[int]
) -> Iterator[frozenset[int]]:
    """Yield the subtrees of some relations that may go, the rightmost first."""
    sentence = below.sentence
    present = frozenset(tokens)
    for index in reversed(tokens):
        if sentence.deprels[index] not in relations or sentence.upos[index] == "PART":
            continue
        top = index
        above = sentence.heads[index]
        if above in present and sentence.lemmas[above] in words("nouns", "frame") and sentence.deprels[above] == "obl":
            top = above  # "at a time when ..." goes with its clause
        subtree = below[top] & present
        if not subtree or len(subtree) == len(present) or subtree & protected:
            continue
        if not _leaves_a_joint(sentence, tokens, subtree):
            yield subtree


def _leaves_a_joint(sentence: Sentence, tokens: list[int], part: frozenset[int]) -> bool:
    """Say whether an "and" would follow the gap: then the parse has cut a list in two."""
    at = bisect_right(tokens, max(part))
    behind = tokens[at : at + 2]
    behind = behind[1:] if behind and sentence.words[behind[0]] == "," else behind[:1]
    return bool(behind) and sentence.upos[behind[0]] == "CCONJ"


def _without(sentence: Sentence, tokens: list[int], victim: frozenset[int]) -> list[int]:
    """Take a subtree out, with the comma that only its presence called for."""
    first, last = bisect_left(tokens, min(victim)), bisect_right(tokens, max(victim))
    left, right = tokens[:first], tokens[last:]
    between = [index for index in tokens[first:last] if index not in victim]
    if left and sentence.words[left[-1]] in {",", "–", "—", "-"} and (not right or sentence.upos[right[0]] == "PUNCT"):
        left = left[:-1]
        right = right[1:] if right and sentence.words[right[0]] in {",", "–", "—"} else right
    return [*left, *between, *right]


def _write(sentence: Sentence, tokens: list[int], instead: Mapping[int, str]) -> str:
    """Join tokens as the text has them, with one space where something is left out."""
    parts: list[str] = []
    previous = None
    for index in tokens:
        word = instead.get(index, sentence.words[index])
        if not word:
            continue
        touching = previous == index - 1 and sentence.spans[index].start == sentence.spans[index - 1].end
        parts.append(word if touching or not parts else " " + word)
        previous = index
    text = _NO_SPACE_BEFORE.sub(r"\1", "".join(parts))
    text = _DOUBLE_COMMA.sub(r"\1", text).strip(" ,;:–—-…")
    text = _balanced(text)
    text = text[:-1].rstrip() if text.endswith(".") and not re.search(r"\b\w\.\w\.$", text) else text
    return text[:1].upper() + text[1:]


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets that have lost their other half."""
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.strip()


def _cut(text: str) -> str:
    """Cut at the last word that fits, and say so."""
    return text[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(_EDGE) + "…"
