"""Text -> parsed sentences: tokens, the network's answer, lemmas."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from timeline import sentences
from timeline.model import Span
from timeline.syntax import weights
from timeline.syntax.features import plain
from timeline.syntax.lemmas import lemma
from timeline.syntax.repair import name_nouns, name_passives, repair, tell_pasts
from timeline.syntax.sentence import ROOT, Sentence
from timeline.syntax.standins import stand_ins
from timeline.syntax.tokens import tokenise

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

    from timeline.syntax.network import Analysis, Network

LONGEST = 200
"""Words that are analysed as one sentence; the cost grows with their square. Longer ones are cut into pieces."""

_BATCH = 1500  # words analysed together, with their padding
_MOST_MET = 3000  # sentences, some tens of articles; 3 kB each
_met: "dict[tuple[str, ...], Analysis]" = {}


def parse(text: str, span: Span | None = None) -> Sentence:
    """Return the parse of one sentence: a span of a text, or all of it.

    >>> tree = parse("The caravan left Tapachula on Sunday.")
    >>> tree.words[tree.root], tree.lemmas[tree.root], tree.xpos[tree.root]
    ('left', 'leave', 'VBD')
    >>> [tree.words[child] for child in tree.children(tree.root, "nsubj", "obj", "obl")]
    ['caravan', 'Tapachula', 'Sunday']
    """
    return parse_all(text, (span or Span(0, len(text)),))[0]


def parse_all(text: str, spans: Sequence[Span] | None = None) -> tuple[Sentence, ...]:
    """Return the parses of sentences of one text, in order; all of its sentences by default.

    Some four times as fast as one by one, with the same answers.

    >>> [len(tree) for tree in parse_all("They left. Nobody knows why.")]
    [3, 4]
    """
    spans = sentences.split(text) if spans is None else spans
    tokens = [tokenise(text, span) for span in spans]
    pieces = [(at, found[n : n + LONGEST]) for at, found in enumerate(tokens) for n in range(0, len(found), LONGEST)]
    answers: list[list[Analysis]] = [[] for _ in spans]
    for (at, _), answer in zip(pieces, analyse([stand_ins(_forms(text, found)) for _, found in pieces]), strict=True):
        answers[at].append(answer)
    return tuple(_sentence(text, *columns) for columns in zip(spans, tokens, answers, strict=True))


def _forms(text: str, spans: Sequence[Span]) -> list[str]:
    """Return the words of some tokens; a hyphen that stands alone between blanks is a dash."""
    forms = [span.of(text) for span in spans]
    for at in range(1, len(forms) - 1):
        if forms[at] == "-" and spans[at - 1].end < spans[at].start and spans[at].end < spans[at + 1].start:
            forms[at] = "--"
    return forms


def analyse(forms: Sequence[Sequence[str]]) -> "list[Analysis]":
    """Return the network's answers for sentences cut into words already, in order; none may be empty.

    A sentence that was met before, as in a reprint, costs nothing.
    """
    keys = [tuple(words) for words in forms]
    answers = {key: known for key in keys if (known := _met.get(key))}
    new = [key for key in dict.fromkeys(keys) if key not in answers]
    with _one_thread().limit(limits=1, user_api="blas"):
        for group in _groups(new):
            found = [new[at] for at in group]
            answers |= zip(found, _network().analyse(found), strict=True)
    _met.update((key, answers[key]) for key in new)
    for oldest in [*_met][: max(len(_met) - _MOST_MET, 0)]:
        _met.pop(oldest, None)
    return [answers[key] for key in keys]


@cache
def _one_thread() -> "ThreadpoolController":
    """Return what keeps BLAS on one thread: for small products its threads wait for each other more than they work."""
    import numpy  # noqa: F401, ICN001, PLC0415  # its BLAS must be there to be found
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415

    return ThreadpoolController()


@cache
def _network() -> "Network":
    from timeline.syntax.network import Network  # noqa: PLC0415  # brings numpy: only a text that is parsed pays for it

    return Network(weights.load())


def _groups(forms: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Yield the numbers of sentences in groups of like length, small enough together with their padding."""
    group: list[int] = []
    for at in sorted(range(len(forms)), key=lambda at: len(forms[at])):
        if group and (len(group) + 1) * len(forms[at]) > _BATCH:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _sentence(text: str, span: Span, spans: list[Span], analyses: "list[Analysis]") -> Sentence:
    """Put a sentence together from its pieces; the main words of later pieces hang from that of the first."""
    store = weights.load()
    words = tuple(token.of(text) for token in spans)
    xpos = [store.xpos[tag] for analysis in analyses for tag in analysis.xpos]
    upos = [store.upos[tag] for analysis in analyses for tag in analysis.upos]
    heads: list[int] = []
    deprels: list[str] = []
    for analysis in analyses:
        shift, main = len(heads), heads.index(ROOT) if heads else ROOT
        heads += [head - 1 + shift if head else main for head in analysis.heads]
        deprels += [store.deprels[number] for number in analysis.deprels]
        if shift:
            deprels[shift + analysis.heads.index(0)] = "parataxis"
    name_nouns(words, xpos, upos, deprels)
    tell_pasts(words, xpos, upos)
    name_passives(words, xpos, upos, heads, deprels)
    if heads:
        repair(words, xpos, heads, deprels)
    lemmas = [lemma(word, tag, store.lemmas, store.verbs) for word, tag in zip(words, xpos, strict=True)]
    for at, (word, head) in enumerate(zip(words, heads, strict=True)):
        if deprels[at] == "aux" and plain(word) == "'s" and "VBN" in xpos[at : head + 1]:
            lemmas[at] = "have"  # "she's left"; the tag alone says "be"
    return Sentence(
        span=span,
        spans=tuple(spans),
        words=words,
        lemmas=tuple(lemmas),
        upos=tuple(upos),
        xpos=tuple(xpos),
        heads=tuple(heads),
        deprels=tuple(deprels),
    )
