"""Where a headline begins and ends: with its subject and a whole word, not with what led to them."""

from timeline.syntax import Sentence
from timeline.wordlists import words

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})
# parts of speech that need something behind them, and those that can end a headline after a comma
_LEADING = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PUNCT"})
_FULL = frozenset({"NOUN", "PROPN", "VERB", "NUM"})
_NOMINAL = frozenset({"NUM", "NOUN", "ADJ", "ADP", "DET", "PART"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ORPHAN = 3
_DASHES = frozenset({"-", "--", "—", "–"})
_COUNTED = frozenset({"NOUN", "VERB", "ADJ", "DET"})  # what may follow a figure of which something is said
_LINKS = frozenset({"also", "then"})
_JOINTS = frozenset({"and", "but", "or", "only", "just", "even"})
_POINTERS = frozenset({"here", "there"})  # to what was told before
# of verbs ("step down", "go through")
_PARTICLES = frozenset(
    {"down", "up", "out", "off", "over", "away", "back", "in", "on", "through", "ahead", "along", "apart", "forward"}
)


def from_subject(sentence: Sentence, tokens: list[int], core: set[int]) -> list[int]:
    """Let a headline begin with its subject: what leads up to it ("After weeks of protests, ...") is left out."""
    present = set(tokens)
    for index in tokens:
        relation, above = sentence.deprels[index], sentence.heads[index]
        if relation in _SUBJECTS and above in core and index < above:
            first = min(set(sentence.subtree(index)) & present)
            first = _whole_word(sentence, present, _with_amount(sentence, present, first))
            first = _behind_dash(sentence, first, index)
            return [token for token in tokens if token >= first or token in core]
    return tokens


def _whole_word(sentence: Sentence, present: set[int], first: int) -> int:
    """Return where a word joined by hyphens begins that a token is part of ("Port-au-Prince")."""
    while first - 1 in present and sentence.spans[first - 1].end == sentence.spans[first].start:
        if "-" not in {sentence.words[first - 1], sentence.words[first]}:
            break
        first -= 1
    return first


def _behind_dash(sentence: Sentence, first: int, subject: int) -> int:
    """Return where a subject begins behind the end of an aside that the parse took into it ("- talks began")."""
    dashes = [index for index in range(first, subject) if _is_dash(sentence, index)]
    return dashes[-1] + 1 if len(dashes) % 2 else first


def _with_amount(sentence: Sentence, present: set[int], first: int) -> int:
    """Return where an amount before a subject begins that the parse left out of it ("up to 400 boats a day ...")."""
    while first - 1 in present and sentence.words[first - 1].lower() in words("grammar", "measuring"):
        first -= 1
    if first == 1 and sentence.upos[0] == "NUM" and 0 in present:
        return 0  # "2,000 metric tons"
    if first == 2 and sentence.upos[0] == sentence.upos[1] == "NUM" and {0, 1} <= present:
        return 0  # "Two thousand metric tons"
    start = first
    while start - 1 in present and sentence.upos[start - 1] in _NOMINAL:
        start -= 1
    return start if any(sentence.upos[index] == "NUM" for index in range(start, first)) else first


def without_openers(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop conjunctions, connectives, punctuation and what stands in brackets from the front."""
    openers = words("grammar", "opener")
    if sentence.words[0] in {"(", "["} and any(word in {")", "]"} for word in sentence.words):
        closing = next(index for index, word in enumerate(sentence.words) if word in {")", "]"})
        tokens = [index for index in tokens if index > closing] or tokens
    while tokens:
        first = tokens[0]
        amount = sentence.words[first : first + 3]
        if [word.lower() for word in amount[::2]] == ["as", "as"]:  # "as many as 200 people"
            break
        if (
            sentence.upos[first] in {"PUNCT", "CCONJ"}
            or sentence.words[first].lower() in openers
            or _opens_clause(sentence, tokens)
        ):
            tokens = tokens[1:]
        else:
            break
    return _without_connectives(sentence, tokens)


def _opens_clause(sentence: Sentence, tokens: list[int]) -> bool:
    """Say whether the first token is a subordinator ("when", "that"), not the start of an amount ("up to 10,000")."""
    first = tokens[0]
    following = sentence.words[tokens[1]].lower() if len(tokens) > 1 else ""
    if sentence.words[first].lower() in words("grammar", "subordinator") and sentence.upos[first] != "DET":
        return True
    if following == "to" or sentence.words[first].lower() in {"to", "up", "about", "at"}:
        return False
    return sentence.deprels[first] == "mark" or sentence.xpos[first] in {"WRB", "WDT"}


def _without_connectives(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop connectives that stand between commas ("the crew, meanwhile, left")."""
    openers, kept = words("grammar", "opener"), list(tokens)
    for at in range(len(kept) - 2, 0, -1):
        if at + 1 >= len(kept):
            continue  # two shared a comma: "left, also, now,"
        between = sentence.words[kept[at - 1]] == "," == sentence.words[kept[at + 1]]
        if between and sentence.words[kept[at]].lower() in openers:
            del kept[at - 1 : at + 2]
    return kept


def without_links(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop adverbs that only link a clause to what was told before ("the council *also* met", "she *then* left")."""
    kept = [index for index in tokens if not _links(sentence, index)]
    return kept if any(sentence.upos[index] == "VERB" for index in kept) else tokens


def _links(sentence: Sentence, index: int) -> bool:
    word, verb = sentence.words[index].lower(), sentence.heads[index]
    if word not in _LINKS or sentence.upos[index] != "ADV" or verb < 0 or not 0 < index < verb:
        return False
    if sentence.words[index - 1].lower() in _JOINTS:
        return False  # "not only ... but also", "and then"
    subjects = sentence.children(verb, *_SUBJECTS)
    return any(subject < index for subject in subjects)


def without_stray_commas(sentence: Sentence, tokens: list[int]) -> list[int]:
    """Drop the comma that an aside left behind between a subject and its verb ("the mayor, once a sailor, left")."""
    pairs = zip(tokens, [*tokens[1:], -1], strict=False)  # of two commas that met the first goes
    tokens = [one for one, other in pairs if other < 0 or not sentence.words[one] == "," == sentence.words[other]]
    kept, opened = set(tokens), False
    left: list[int] = []
    for at, index in enumerate(tokens):
        behind = sentence.upos[tokens[at + 1]] if at + 1 < len(tokens) else ""
        aside = at > 0 and sentence.words[tokens[at - 1] + 1] == "," and tokens[at - 1] + 1 not in kept
        # "the mayor [accused of theft], left"
        lost = at > 0 and tokens[at - 1] < index - 1 and all(sentence.xpos[each] not in _TENSED for each in tokens[:at])
        aside = aside or (lost and bool(behind) and sentence.xpos[tokens[at + 1]] in _TENSED)
        aside = aside or (at + 1 < len(tokens) and "," in sentence.words[index + 1 : tokens[at + 1]])
        comma = sentence.words[index] == ","
        if comma and aside and behind in {"VERB", "AUX"} and not opened:
            continue
        opened ^= comma  # one that is open is closed by the next
        left.append(index)
    return left


def without_tail(sentence: Sentence, tokens: list[int], protected: set[int]) -> list[int]:
    """Drop the words at the end that lead to something left out ("..., just days before", "..., many")."""
    end = len(tokens)
    while (
        end
        and tokens[end - 1] not in protected
        and (leads_on(sentence, tokens[end - 1]) or sentence.words[tokens[end - 1]].lower() in _POINTERS)
    ):
        end -= 1
    comma = max((at for at in range(end) if sentence.words[tokens[at]] == ","), default=-1)
    tail = tokens[comma + 1 : end]
    orphan = comma > 0 and len(tail) <= _ORPHAN and not any(sentence.upos[index] in _FULL for index in tail)
    # "..., warning" that something
    orphan = orphan or (comma > 0 and len(tail) == 1 and sentence.words[tail[0]].endswith("ing"))
    orphan = orphan or (comma > 0 and (_only_measures(sentence, tail) or _only_counts(sentence, tail)))
    lost = (index for index in tokens[end:] if sentence.words[index].lower() not in _POINTERS)
    cut = any(sentence.upos[index] != "PUNCT" for index in lost) and len(tail) <= _ORPHAN
    if comma > 0 and (orphan or cut) and not protected & set(tail):
        end = comma
    return _without_lone_figure(sentence, tokens[:end], protected)


def _without_lone_figure(sentence: Sentence, tokens: list[int], protected: set[int]) -> list[int]:
    """Drop a second figure at the end that has lost what it counts ("seven were killed *and 20*" hurt)."""
    tags = [sentence.upos[index] for index in tokens[-3:]]
    behind = tokens[-1] + 1 if tokens else 0
    lost = 0 < behind < len(sentence) and sentence.upos[behind] in _COUNTED
    alone = tags[1:] == ["CCONJ", "NUM"] and tags[0] != "NUM" and not protected & set(tokens[-2:])
    return tokens[:-2] if alone and lost else tokens


def _only_measures(sentence: Sentence, tail: list[int]) -> bool:
    """Say whether some words tell how long before or after something that is left out ("..., a day")."""
    named = [sentence.lemmas[index] for index in tail if sentence.upos[index] == "NOUN"]
    rest = all(sentence.upos[index] in {"DET", "NUM", "NOUN", "ADV"} for index in tail)
    return bool(named) and rest and set(named) <= words("nouns", "frame")


def _only_counts(sentence: Sentence, tail: list[int]) -> bool:
    """Say whether some words are a preposition and a figure that has lost its noun ("..., with 900")."""
    tags = [sentence.upos[index] for index in tail]
    return tags[1:] == ["NUM"] and (tags[0] == "ADP" or sentence.words[tail[0]] == "including")


def without_aside(sentence: Sentence, tokens: list[int], protected: set[int]) -> list[int]:
    """Drop a dash that has lost its other half, with what stands behind it if nothing of the clause itself does."""
    dashes = [at for at, index in enumerate(tokens) if _is_dash(sentence, index)]
    if len(dashes) % 2 == 0:
        return tokens
    last = max((at for at, index in enumerate(tokens) if index in protected), default=len(tokens))
    if last < dashes[-1]:
        return tokens[: dashes[-1]]
    kept = set(tokens)
    lost = [at for at in dashes if not {tokens[at] - 1, tokens[at] + 1} <= kept]  # beside what was left out
    return [index for at, index in enumerate(tokens) if at not in lost[:1]]


def with_commas(sentence: Sentence, tokens: list[int]) -> dict[int, str]:
    """Return the commas around an aside between dashes of which the second was left out with the aside's end."""
    kept = set(tokens)
    dashes = [index for index in range(len(sentence)) if _is_dash(sentence, index)]
    for opening, closing in zip(dashes[::2], dashes[1::2], strict=False):
        inside = [index for index in tokens if opening < index < closing]
        if opening in kept and closing not in kept and inside and tokens[-1] > closing:
            return {opening: ",", inside[-1]: f"{sentence.words[inside[-1]]},"}
    return {}


def _is_dash(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a dash, or a hyphen between blanks that stands for one."""
    if not 0 < index < len(sentence) - 1 or sentence.words[index] not in _DASHES:
        return False
    before, here, after = sentence.spans[index - 1], sentence.spans[index], sentence.spans[index + 1]
    return sentence.words[index] != "-" or before.end < here.start <= here.end < after.start


def leads_on(sentence: Sentence, index: int) -> bool:
    """Say whether a token needs something behind it: a preposition, not the particle of a verb."""
    closes = sentence.words[index] in {'"', "”"}
    return sentence.upos[index] in _LEADING and not closes and not is_particle(sentence, index)


def is_particle(sentence: Sentence, index: int) -> bool:
    """Say whether a token belongs to the verb before it ("step down", "break out")."""
    if sentence.deprels[index] == "compound:prt":
        return True
    if index == 0 or sentence.words[index].lower() not in _PARTICLES or sentence.upos[index - 1] != "VERB":
        return False
    return sentence.deprels[index] in {"advmod", "obl"} or sentence.xpos[index] == "RP"
