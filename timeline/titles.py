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
    ("nmod:poss", "amod"),
)
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
# parts of speech that need something behind them, and those that can end a headline after a comma
_LEADING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PUNCT"})
_FULL = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_NOMINAL = frozenset({"NUM", "NOUN", "ADJ", "ADP", "DET", "PART"})
_ORPHAN = 3
_POINTING = frozenset({"that", "this", "these", "those"})
# relations of what a clause that has been told can do without
_ADDED = frozenset({"obl", "nmod", "advmod", "advcl", "acl", "appos", "conj", "cc", "parataxis", "dep", "discourse"})
_FEWEST = 4  # words that a headline keeps
_WORTH = 30  # characters that a headline may lose to end at a better place
_PARTICLES = frozenset({"down", "up", "out", "off", "over", "away", "back", "in", "on"})  # of verbs ("step down")
_NEEDED = frozenset({"JJR", "JJS", "RBR", "RBS", "WRB", "WDT", "WP"})  # "more than", "the biggest", "when"
_DASHES = frozenset({",", "–", "—", "-", "--"})
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
    tokens = _without_openers(sentence, _from_subject(sentence, sorted(set(kept)), set(core)))
    tokens = _without_stray_commas(sentence, tokens)
    replaced = _pointing_nowhere(sentence, tokens) | dict(instead or {})
    protected = set(core)
    for group in spare:
        if len(_write(sentence, tokens, replaced)) > longest:
            tokens = [index for index in tokens if index not in group]
    below = _Subtrees(sentence)
    while (length := len(_write(sentence, tokens, replaced))) > longest:
        shorter = _ended_early(sentence, tokens, replaced, protected, longest)
        shorter = shorter or _shortened(below, tokens, replaced, protected, (length, longest))
        if shorter is None:
            break
        tokens = shorter
    tokens = _without_aside(sentence, tokens, protected)
    text = _write(sentence, _without_tail(sentence, tokens, protected), replaced)
    return text if len(text) <= longest else _cut(text, longest)


def _pointing_nowhere(sentence: Sentence, tokens: list[int]) -> dict[int, str]:
    """Return "the" for a "that" before a noun which opens a headline: there is nothing before it to point to."""
    if not tokens or sentence.upos[tokens[0]] != "DET" or sentence.words[tokens[0]].lower() not in _POINTING:
        return {}
    return {tokens[0]: "the"}


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
            first = _with_amount(sentence, present, first)
            return [token for token in tokens if token >= first or token in core]
    return tokens


def _with_amount(sentence: Sentence, present: set[int], first: int) -> int:
    """Return where an amount before a subject begins that the parse left out of it ("up to 400 boats a day ...")."""
    while first - 1 in present and sentence.words[first - 1].lower() in words("grammar", "measuring"):
        first -= 1
    start = first
    while start - 1 in present and sentence.upos[start - 1] in _NOMINAL:
        start -= 1
    return start if any(sentence.upos[index] == "NUM" for index in range(start, first)) else first


def _without_openers(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop conjunctions, connectives, punctuation and what stands in brackets from the front."""
    openers = words("grammar", "opener")
    if sentence.words[0] in {"(", "["} and any(word in {")", "]"} for word in sentence.words):
        closing = next(index for index, word in enumerate(sentence.words) if word in {")", "]"})
        tokens = [index for index in tokens if index > closing] or tokens
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
    return _without_connectives(sentence, tokens)


def _without_connectives(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop connectives that stand between commas ("the crew, meanwhile, left")."""
    openers, kept = words("grammar", "opener"), list(tokens)
    for at in range(len(kept) - 2, 0, -1):
        between = sentence.words[kept[at - 1]] == "," == sentence.words[kept[at + 1]]
        if between and sentence.words[kept[at]].lower() in openers:
            del kept[at - 1 : at + 2]
    return kept


def _without_stray_commas(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop the comma that an aside left behind between a subject and its verb ("the mayor, once a sailor, left")."""
    kept, opened = set(tokens), False
    left: list[int] = []
    for at, index in enumerate(tokens):
        behind = sentence.upos[tokens[at + 1]] if at + 1 < len(tokens) else ""
        aside = at > 0 and sentence.words[tokens[at - 1] + 1] == "," and tokens[at - 1] + 1 not in kept
        comma = sentence.words[index] == ","
        if comma and aside and behind in {"VERB", "AUX"} and not opened:
            continue
        opened ^= comma  # one that is open is closed by the next
        left.append(index)
    return left


def _without_tail(sentence: Sentence, tokens: list[int], protected: set[int]) -> list[int]:
    """Drop the words at the end that lead to something left out ("..., just days before", "..., many")."""
    end = len(tokens)
    while end and _leads_on(sentence, tokens[end - 1]) and tokens[end - 1] not in protected:
        end -= 1
    comma = max((at for at in range(end) if sentence.words[tokens[at]] == ","), default=-1)
    tail = tokens[comma + 1 : end]
    orphan = comma > 0 and len(tail) <= _ORPHAN and not any(sentence.upos[index] in _FULL for index in tail)
    cut = any(sentence.upos[index] != "PUNCT" for index in tokens[end:]) and len(tail) <= _ORPHAN
    if comma > 0 and (orphan or cut) and not protected & set(tail):
        end = comma
    return tokens[:end]


def _without_aside(sentence: Sentence, tokens: list[int], protected: set[int]) -> list[int]:
    """Drop what stands behind a dash that has lost its other half, if nothing of the clause itself does."""
    dashes = [at for at, index in enumerate(tokens) if sentence.words[index] in {"--", "—", "–"}]
    last = max((at for at, index in enumerate(tokens) if index in protected), default=len(tokens))
    return tokens[: dashes[-1]] if len(dashes) % 2 and last < dashes[-1] else tokens


def _leads_on(sentence: Sentence, index: int) -> bool:
    """Say whether a token needs something behind it: a preposition, not the particle of a verb."""
    closes = sentence.words[index] in {'"', "”"}
    return sentence.upos[index] in _LEADING and not closes and not _is_particle(sentence, index)


def _is_particle(sentence: Sentence, index: int) -> bool:
    """Say whether a token belongs to the verb before it ("step down", "break out")."""
    if index == 0 or sentence.words[index].lower() not in _PARTICLES or sentence.upos[index - 1] != "VERB":
        return False
    return sentence.deprels[index] in {"compound:prt", "advmod"} or sentence.xpos[index] == "RP"


def _opens_clause(sentence: Sentence, tokens: list[int]) -> bool:
    """Say whether the first token is a subordinator ("when", "that"), not the start of an amount ("up to 10,000")."""
    first = tokens[0]
    following = sentence.words[tokens[1]].lower() if len(tokens) > 1 else ""
    if sentence.words[first].lower() in words("grammar", "subordinator") and sentence.upos[first] != "DET":
        return True
    if following == "to" or sentence.words[first].lower() in {"to", "up", "about", "at"}:
        return False
    return sentence.deprels[first] == "mark" or sentence.xpos[first] in {"WRB", "WDT"}


def _shortened(
    below: _Subtrees,
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
        best: tuple[int, list[int]] | None = None
        for part in _parts(below, tokens, relations, protected):
            if sum(len(replaced.get(index, sentence.words[index])) + 1 for index in part) < least:
                # too short to make the rest fit; written out only where nothing else may go
                fallback = fallback or _without(sentence, tokens, part)
                continue
            left = _without(sentence, tokens, part)
            fallback = fallback or left
            written = len(_write(sentence, left, replaced))
            if written <= longest and (best is None or written > best[0]):
                best = written, left
        if best is not None:
            return best[1]
    return fallback


def _ended_early(
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
        if lengths[end] > longest + _SLACK or len(_write(sentence, tokens[:end], replaced)) > longest:
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
    if _leads_on(sentence, last) or sentence.upos[last] in {"AUX", "PART"} or sentence.xpos[last] in _NEEDED:
        return None
    if any(place.get(sentence.heads[token], -1) >= end for token in tokens[:end]):
        return None
    for token in tokens[end:]:
        above = place.get(sentence.heads[token], end)
        if above >= end or sentence.upos[token] == "PUNCT":
            continue
        relation = sentence.deprels[token]
        if relation.partition(":")[0] not in _ADDED or _is_particle(sentence, token):
            return None
        if above == end - 1 and relation.startswith(("obl", "nmod", "advmod", "acl")):
            return None  # "flooded" what, "the head" of what: right behind its word it is needed
        loss = max(loss, int(not relation.startswith(("advcl", "parataxis", "conj", "cc", "acl:relcl", "appos"))))
    return loss


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
        if not subtree or len(subtree) == len(present) or subtree & protected or _is_needed(below, top):
            continue
        if not _leaves_a_joint(sentence, tokens, subtree) and not _tears_a_word(sentence, subtree):
            yield subtree


def _is_needed(below: _Subtrees, index: int) -> bool:
    """Say whether what stands above a word makes no sense without it.

    "More" before "than", "the biggest", the particle of a verb, "one of ...", "a number of ...", an amount before what
    it measures and what narrows it ("half a million"), and a participle that follows its verb without a comma
    ("spent years restoring it").
    """
    sentence = below.sentence
    above, relation = sentence.heads[index], sentence.deprels[index]
    if sentence.xpos[index] in _NEEDED or _is_particle(sentence, index):
        return True
    if above > index and any(sentence.upos[part] == "NUM" for part in (above, *below[index])):
        return True
    if relation.startswith("nmod"):
        measure = sentence.upos[above] in {"NUM", "DET", "PRON"} or sentence.lemmas[above] in words("nouns", "measure")
        return above > index or measure
    if relation == "advcl" and above < index:
        first = min(below[index])
        return first == index and sentence.words[first - 1] != ","
    return False


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
    text = re.sub(r"[.,](?=[\"”]$)", "", text)
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


def _cut(text: str, longest: int) -> str:
    """Cut at the last word that fits, and say so."""
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(_EDGE) + "…"
