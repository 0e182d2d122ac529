"""A clause as a headline that stands alone: no attribution, no leading time, no dangling pronoun."""

from collections.abc import Collection, Mapping, Sequence

from timeline.syntax import Sentence
from timeline.titles import edges, shorten, writing

LONGEST = 110
_STEPS = 6  # parts that may be left out; what needs more of them is a list, and no headline
_POINTING = frozenset({"that", "this", "these", "those"})


def headline(
    sentence: Sentence,
    kept: Collection[int],
    *,
    instead: Mapping[int, str] | None = None,
    core: Collection[int] = (),
    spare: Sequence[Collection[int]] = (),
    longest: int = LONGEST,
) -> str:
    """Write some tokens of a sentence as a headline of at most ``longest`` characters.

    Args:
        sentence: the parsed sentence.
        kept: the token indexes to print.
        instead: a text to print in place of a token (a full name for a pronoun); an empty text prints nothing.
        core: tokens that no shortening may take away.
        spare: groups of tokens to leave out first if it is too long (titles before names).
        longest: the most characters it may have.

    Returns:
        The headline, its first letter a capital, without a full stop; an empty string if nothing is left.
    """
    tokens = edges.without_openers(sentence, edges.from_subject(sentence, sorted(set(kept)), set(core)))
    tokens = edges.without_stray_commas(sentence, edges.without_links(sentence, tokens))
    replaced = _pointing_nowhere(sentence, tokens) | dict(instead or {})
    protected = set(core)
    for group in spare:
        if len(writing.write(sentence, tokens, replaced)) > longest:
            tokens = [index for index in tokens if index not in group]
    below = shorten.Subtrees(sentence)
    for _ in range(_STEPS):
        if (length := len(writing.write(sentence, tokens, replaced))) <= longest:
            break
        shorter = shorten.ended_early(sentence, tokens, replaced, protected, longest)
        shorter = shorter or shorten.shortened(below, tokens, replaced, protected, (length, longest))
        if shorter is None:
            break
        tokens = shorter
    replaced = edges.with_commas(sentence, tokens) | replaced
    tokens = edges.without_aside(sentence, tokens, protected)
    text = writing.write(sentence, edges.without_tail(sentence, tokens, protected), replaced)
    return text if len(text) <= longest else writing.cut(text, longest)


def _pointing_nowhere(sentence: Sentence, tokens: list[int]) -> dict[int, str]:
    """Return "the" for a "that" before a noun which opens a headline: there is nothing before it to point to."""
    if not tokens or sentence.upos[tokens[0]] != "DET" or sentence.words[tokens[0]].lower() not in _POINTING:
        return {}
    return {tokens[0]: "the"}
