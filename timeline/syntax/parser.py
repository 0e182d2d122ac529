"""Text -> parsed sentences: tokens, the network's answer, lemmas."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from timeline import sentences
from timeline.model import Span
from timeline.syntax import weights
from timeline.syntax.lemmas import lemma
from timeline.syntax.sentence import ROOT, Sentence
from timeline.syntax.tokens import tokenise

if TYPE_CHECKING:
    from timeline.syntax.network import Analysis, Network

LONGEST = 200
"""Words that are analysed as one sentence; the cost grows with their square. Longer ones are cut into pieces."""

_BATCH = 2000  # words analysed together, with their padding


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
    for group in _groups(pieces):
        analyses = _network().analyse([[span.of(text) for span in found] for _, found in group])
        for (at, _), analysis in sorted(zip(group, analyses, strict=True), key=lambda pair: pair[0][1][0]):
            answers[at].append(analysis)
    return tuple(_sentence(text, *columns) for columns in zip(spans, tokens, answers, strict=True))


@cache
def _network() -> "Network":
    from timeline.syntax.network import Network  # noqa: PLC0415  # brings numpy: only a text that is parsed pays for it

    return Network(weights.load())


def _groups(pieces: list[tuple[int, list[Span]]]) -> Iterator[list[tuple[int, list[Span]]]]:
    """Yield the pieces in groups of like length, in an order that depends on them alone."""
    group: list[tuple[int, list[Span]]] = []
    for piece in sorted(pieces, key=lambda piece: (len(piece[1]), piece[1])):
        if group and (len(group) + 1) * len(piece[1]) > _BATCH:
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _sentence(text: str, span: Span, spans: list[Span], analyses: "list[Analysis]") -> Sentence:
    """Put a sentence together from its pieces; the main words of later pieces hang from that of the first."""
    store = weights.load()
    words = tuple(token.of(text) for token in spans)
    xpos: list[str] = []
    upos: list[str] = []
    heads: list[int] = []
    deprels: list[str] = []
    main = ROOT
    for analysis in analyses:
        shift = len(heads)
        first = shift == 0
        for head, deprel in zip(analysis.heads, analysis.deprels, strict=True):
            heads.append(head - 1 + shift if head else main)
            name = store.deprels[deprel]
            deprels.append("root" if not head and first else "parataxis" if not head else _below("dep", name))
        main = heads.index(ROOT)
        xpos += [store.xpos[tag] for tag in analysis.xpos]
        upos += [store.upos[tag] for tag in analysis.upos]
    return Sentence(
        span=span,
        spans=tuple(spans),
        words=words,
        lemmas=tuple(lemma(word, tag, store.lemmas, store.verbs) for word, tag in zip(words, xpos, strict=True)),
        upos=tuple(upos),
        xpos=tuple(xpos),
        heads=tuple(heads),
        deprels=tuple(deprels),
    )


def _below(other: str, deprel: str) -> str:
    """Return a relation for a word that is not the root; ``other`` where the network says it is."""
    return other if deprel == "root" else deprel
