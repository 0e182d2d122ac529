"""A clause as a headline that stands alone: no attribution, no leading time, no dangling pronoun."""

import re
from collections.abc import Collection, Mapping, Sequence

from timeline.syntax import Sentence
from timeline.wordlists import words

LONGEST = 110

# what may go to make a headline short enough, the least missed first
_EXPENDABLE = (
    ("parataxis", "discourse", "vocative"),
    ("advcl", "advcl:relcl"),
    ("acl:relcl", "appos", "acl"),
    ("obl", "nmod", "obl:tmod", "nmod:tmod", "obl:unmarked", "advmod", "nmod:unmarked", "obl:npmod"),
    ("xcomp", "ccomp", "nmod:poss", "amod"),
)
_NO_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]’])")
_DOUBLE_COMMA = re.compile(r"(?:\s*,)+(\s*[,.;:])")
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
    tokens = _without_openers(sentence, sorted(set(kept) - set(without)))
    protected = set(core)
    for group in spare:
        if len(_write(sentence, tokens, replaced)) > LONGEST:
            tokens = [index for index in tokens if index not in group]
    for relations in _EXPENDABLE:
        while len(text := _write(sentence, tokens, replaced)) > LONGEST:
            victim = _last_subtree(sentence, tokens, relations, protected)
            if victim is None:
                break
            tokens = _without(sentence, tokens, victim)
    text = _write(sentence, tokens, replaced)
    return text if len(text) <= LONGEST else _cut(text)


def _without_openers(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop conjunctions, connectives and punctuation from the front."""
    openers = words("grammar", "opener")
    while tokens:
        first = tokens[0]
        if sentence.upos[first] in {"PUNCT", "CCONJ"} or sentence.words[first].lower() in openers:
            tokens = tokens[1:]
        elif _opens_clause(sentence, tokens):
            tokens = tokens[1:]
        else:
            break
    return tokens


def _opens_clause(sentence: Sentence, tokens: list[int]) -> bool:
    """Say whether the first token is a subordinator ("when", "that"), not the start of an amount ("up to 10,000")."""
    first = tokens[0]
    following = sentence.words[tokens[1]].lower() if len(tokens) > 1 else ""
    if following == "to" or sentence.words[first].lower() in {"to", "up", "about", "at"}:
        return False
    return sentence.deprels[first] == "mark" or sentence.xpos[first] in {"WRB", "WDT"}


def _last_subtree(
    sentence: Sentence, tokens: list[int], relations: tuple[str, ...], protected: set[int]
) -> set[int] | None:
    """Return the rightmost expendable subtree among the tokens."""
    present = set(tokens)
    for index in reversed(tokens):
        if sentence.deprels[index] not in relations:
            continue
        subtree = set(sentence.subtree(index)) & present
        if sentence.deprels[index] == "advmod" and sentence.upos[index] == "PART":
            continue
        if subtree and not subtree & protected and len(subtree) < len(present):
            return subtree
    return None


def _without(sentence: Sentence, tokens: list[int], victim: set[int]) -> list[int]:
    """Take a subtree out, with the comma that only its presence called for."""
    left = [index for index in tokens if index < min(victim)]
    right = [index for index in tokens if index > max(victim)]
    between = [index for index in tokens if min(victim) < index < max(victim) and index not in victim]
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
