"""The value that a parse gives: one sentence, its tokens in parallel columns."""

from dataclasses import dataclass
from functools import lru_cache

from timeline.model import Span

ROOT = -1
"""The head of a sentence's main word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One parsed sentence; the columns run in parallel, a token is its index in them.

    Attributes:
        span: the sentence in its text; ``spans`` its tokens in the same text.
        words, lemmas: the forms as written and their dictionary forms.
        upos: universal parts of speech; ``xpos`` those of the Penn Treebank (VBD, VBN, MD, ...).
        heads: the index of each token's head, -1 for the root; always a tree with one root.
        deprels: relations of Universal Dependencies v2 with subtypes (``nsubj:pass``, ``acl:relcl``, ...).
    """

    span: Span
    spans: tuple[Span, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deprels: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    @property
    def root(self) -> int:
        """The index of the main word.

        Raises:
            ValueError: if the sentence has no tokens.
        """
        return self.heads.index(ROOT)

    def children(self, token: int, *relations: str) -> tuple[int, ...]:
        """Return the tokens that hang from one, in order; of given relations (``nsubj`` takes ``nsubj:pass``) if any.

        >>> tree = Sentence(span=Span(0, 9), spans=(Span(0, 4), Span(5, 9)), words=("They", "left"),
        ...     lemmas=("they", "leave"), upos=("PRON", "VERB"), xpos=("PRP", "VBD"), heads=(1, -1),
        ...     deprels=("nsubj", "root"))
        >>> tree.children(1), tree.children(1, "obj")
        ((0,), ())
        """
        found = _below(self.heads)[token]
        if not relations:
            return found
        named = ((index, self.deprels[index]) for index in found)
        return tuple(index for index, name in named if name in relations or name.partition(":")[0] in relations)

    def subtree(self, token: int) -> tuple[int, ...]:
        """Return a token and all that hangs below it, as sorted indexes."""
        below = _below(self.heads)
        found = [token]
        for index in found:
            found += below[index]
        return tuple(sorted(found))

    def cover(self, tokens: tuple[int, ...]) -> Span:
        """Return the characters from the first of some sorted tokens to the last."""
        return Span(self.spans[tokens[0]].start, self.spans[tokens[-1]].end)


@lru_cache(maxsize=32)  # a sentence is asked again and again before the next
def _below(heads: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Return the tokens that hang from each, in order, and at the end those that hang from none."""
    below: list[list[int]] = [[] for _ in range(len(heads) + 1)]
    for index, head in enumerate(heads):
        below[head].append(index)
    return tuple(map(tuple, below))
