"""The clause that a time dates, by where it stands: set before it, right behind its verb, or at the head of all."""

from collections.abc import Sequence

from timeline.clauses import Clause
from timeline.syntax import Sentence
from timeline.wordlists import words

# what opens a clause that no cleft tells ("it is the hottest May *since* records began")
_APART = frozenset({"since", "before", "after", "because", "until", "though", "although"})


def cleft(sentence: Sentence, parts: Sequence[Clause], here: int, phrase: list[int]) -> int | None:
    """Return the clause that a time is set before for weight ("it was on Monday that *the crew left*")."""
    head, subject = parts[here].head, parts[here].subject
    if subject is None or sentence.words[subject].lower() != "it":
        return None
    placed = sentence.upos[head] == "ADV" or (sentence.upos[head] != "VERB" and sentence.children(head, "case"))
    if head not in phrase and not (placed and head < phrase[0]):
        return None
    told = {"relcl", "ccomp", "advcl", "csubj"}
    behind = (n for n, part in enumerate(parts) if part.parent == here and part.relation in told)
    return next((n for n in behind if parts[n].marker not in _APART), None)


def main_clause(sentence: Sentence, parts: Sequence[Clause], phrase: list[int]) -> int | None:
    """Return the clause that a time at the head of a sentence dates: the first that is not subordinate."""
    openers = words("grammar", "opener")
    if any(
        sentence.words[index].lower() not in openers and sentence.upos[index] != "PUNCT" for index in range(phrase[0])
    ):
        return None
    main = {"root", "ccomp", "conj", "parataxis"}
    return next((n for n, part in enumerate(parts) if part.head > phrase[-1] and part.relation in main), None)


def adjacent_verb(phrase: list[int], parts: Sequence[Clause]) -> int | None:
    """Return the clause whose predicate stands right before the time: "said Friday that ..." dates the saying."""
    before = phrase[0] - 1
    return next((number for number, part in enumerate(parts) if part.head == before), None)


def clause_before(
    sentence: Sentence, phrase: list[int], parts: Sequence[Clause], owner: dict[int, int], here: int
) -> int | None:
    """Return the clause that runs up to a time without a comma, where the parse gives it to the next clause."""
    before = phrase[0] - 1
    if before < 0 or sentence.upos[before] in {"PUNCT", "CCONJ", "SCONJ"}:
        return None
    clause = owner.get(before, here)
    describes = parts[clause].relation in {"relcl", "acl"} and parts[clause].finite and parts[here].head > phrase[-1]
    if min(parts[here].tokens) < phrase[0] and not describes:
        return None
    return clause if clause != here and parts[clause].head < phrase[0] else None


def following(parts: Sequence[Clause], last: int) -> int | None:
    """Return the clause right behind a token; the token may belong to it ("a month after it began, ...")."""
    firsts = (
        (next((index for index in part.tokens if index > last), part.head), number)
        for number, part in enumerate(parts)
        if part.head > last
    )
    return min(firsts, default=(0, None))[1]


def when_clause(sentence: Sentence, parts: Sequence[Clause], last: int) -> tuple[int, int] | None:
    """Return the "when" right after a time, and the number of the clause that it opens."""
    at = last + 1
    if at < len(sentence.words) and sentence.words[at] == ",":
        at += 1
    if at >= len(sentence.words) or sentence.words[at].lower() != "when":
        return None
    verbs = (n for n, part in enumerate(parts) if part.head > at and sentence.upos[part.head] in {"VERB", "AUX"})
    number = next(verbs, None)
    return None if number is None else (at, number)
