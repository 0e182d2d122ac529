"""Which clause or noun each time of a sentence dates, and how it relates to it.

The grammar of a sentence decides, not nearness alone: "officials announced Friday that there were 190,000 arrests in
November" dates the announcement and the arrests apart, "left on December 24 and had walked 72 kilometers" the leaving.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.clauses import Clause, Tense
from timeline.dated_nouns import (
    dates_around,
    happened_then,
    head_of,
    is_event_noun,
    modified,
    named_by,
)
from timeline.model import AnchoredTimex, Relation, Span, Target
from timeline.syntax import Sentence
from timeline.time_relations import related
from timeline.wordlists import words

# what opens a clause that no cleft tells ("it is the hottest May *since* records began")
_APART = frozenset({"since", "before", "after", "because", "until", "though", "although"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A time and what it dates.

    Attributes:
        time: the resolved time.
        tokens: its tokens, with the preposition that opens its phrase.
        clause: the number of the clause it stands in or dates.
        noun: the token of the event noun it dates instead of the clause, or None.
        relation: how it relates to what it dates; None where it is only compared with.
        leads: whether it stands before the predicate of its clause.
        starts: whether the clause tells a state that began then ("has been missing since May 3").
        opens: the "when" that opens the clause it dates, or None.
        without: the tokens of its clause that another time dates ("took Lund on Friday *and Ardol on Monday*").
        ends: whether the clause tells what went on, or is to be done, until then, and nothing else dates it.
        series: the first token of the list of times it stands in ("on Monday and Thursday"), or None.
        aims: whether its clause moves what the noun names to it ("put the trial off to May 3").
    """

    time: AnchoredTimex
    tokens: tuple[int, ...]
    clause: int
    noun: int | None
    relation: Relation | None
    leads: bool
    starts: bool = False
    opens: int | None = None
    aims: bool = False
    series: int | None = None
    ends: bool = False
    without: frozenset[int] = frozenset()

    @property
    def dates(self) -> bool:
        """Whether it dates something: it names days, and the clause happened, began or ended then."""
        return (
            self.starts or self.ends or self.relation in {Relation.AT, Relation.WITHIN}
        ) and self.time.interval is not None


def attach(sentence: Sentence, parts: Sequence[Clause], times: Sequence[AnchoredTimex]) -> tuple[Attachment, ...]:
    """Say for each time of a sentence what it dates.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        times: the times that stand in it, in order.

    Returns:
        One attachment a time, and one more where a "when" clause shares it.
    """
    found: list[Attachment] = []
    for time in times:
        tokens = _covered(sentence, time.span)
        if tokens:
            found.extend(_attach(sentence, parts, time, tokens))
    return tuple(found)


def _covered(sentence: Sentence, span: Span) -> list[int]:
    return [index for index, (start, end) in enumerate(sentence.spans) if start < span.end and span.start < end]


def _attach(sentence: Sentence, parts: Sequence[Clause], time: AnchoredTimex, tokens: list[int]) -> list[Attachment]:
    relation, phrase = related(sentence, time, tokens)
    owner = {index: number for number, part in enumerate(parts) for index in part.tokens}
    here = owner.get(head_of(sentence, tokens), 0)
    cleft = _cleft(sentence, parts, here, phrase)
    if cleft is not None or time.target is Target.COMPLEMENT:
        aside = _of_complement(parts, time, (tokens, phrase), here)
        return [aside if cleft is None else _made(time, phrase, parts, cleft, None, relation)]
    noun = modified(sentence, tokens)
    named = named_by(sentence, time, phrase) if noun is None else None
    if named is not None and not happened_then(sentence, parts[owner.get(named, here)], named):
        return [_made(time, phrase, parts, owner.get(named, here), named, Relation.AT)]
    if noun is not None and dates_around(sentence, parts[here], noun):
        return [_made(time, tokens, parts, here, None, Relation.AT)]
    if noun is not None and not is_event_noun(sentence, noun):
        subject = noun == parts[here].subject and not _only_frames(sentence, parts[here])
        alone = sentence.words[phrase[0]].lower() == "on"  # "on Wednesday state television said"
        relation, noun = relation if subject or alone else None, None
    adjacent = _adjacent_verb(phrase, parts)
    if adjacent is None:
        adjacent = _clause_before(sentence, phrase, parts, owner, here)
    opened = _main_clause(sentence, parts, phrase)
    if noun is None:
        here = adjacent if adjacent is not None else opened if opened is not None else here
    if noun is None:
        relation, noun = _of_content(sentence, parts[here], phrase, relation, beside=adjacent is not None)
    if noun is None:
        here, noun = _first_day(sentence, parts, phrase, here)
        relation = relation if noun is None else Relation.AT
    found = [_begun(sentence, parts[here], _made(time, phrase, parts, here, noun, relation))]
    shared = _when_clause(sentence, parts, tokens[-1])
    if shared is not None and shared[1] != here and not _tells(sentence, parts[here]):
        # "was hammered last week when X closed ...": what happened then is what the clause tells
        both = phrase[0] == 0 and parts[here].head > parts[shared[1]].head  # "In 1968, when Ann left, Bo founded ..."
        found = found if both else [replace(found[0], relation=None)]
        found.append(replace(_made(time, phrase, parts, shared[1], None, Relation.AT), opens=shared[0]))
    return found


def _cleft(sentence: Sentence, parts: Sequence[Clause], here: int, phrase: list[int]) -> int | None:
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


def _begun(sentence: Sentence, part: Clause, since: Attachment) -> Attachment:
    """Return an attachment of what began at a time: a state that lasts, or what will be ("tariffs from July 1")."""
    if since.relation is not Relation.SINCE or since.noun is not None:
        return since
    if part.tense is Tense.FUTURE or part.modal == "would":
        return replace(since, relation=Relation.AT)
    return replace(since, starts=_lasts(sentence, part))


def _first_day(sentence: Sentence, parts: Sequence[Clause], phrase: list[int], here: int) -> tuple[int, int | None]:
    """Return the clause, and the event noun if it is one that was laid down, that a first day dates.

    "Closed for a week *starting Monday*" is the closing; of "announced a strike *from Monday*" it is the strike.
    """
    opening = sentence.words[phrase[0]].lower()
    begins = opening in words("grammar", "beginning") and parts[here].head == phrase[0]
    if begins or _is_inscription(sentence, parts[here]):
        here = parts[here].parent or 0  # "they marched behind a banner that says "Peace" on Friday"
    before, verb = phrase[0] - 1, sentence.lemmas[parts[here].head]
    decrees = parts[here].statement or verb in words("verbs", "moving") or verb in words("verbs", "planning_deeds")
    laid_down = decrees and parts[here].tense is Tense.PAST and opening in words("grammar", "beginning") | {"from"}
    return here, before if laid_down and before >= 0 and is_event_noun(sentence, before) else None


def _of_complement(
    parts: Sequence[Clause], time: AnchoredTimex, tokens: tuple[list[int], list[int]], here: int
) -> Attachment:
    """Return what a time counted from a clause behind it dates: that clause ("a month after *it began*")."""
    bare, phrase = tokens
    following = _following(parts, bare[-1])
    if following is None and parts[here].head < bare[-1]:
        return _made(time, phrase, parts, here, None, None)  # "a day after an unparalleled display": no clause
    return _made(time, phrase, parts, here if following is None else following, None, Relation.AT)


def _made(
    time: AnchoredTimex,
    tokens: list[int],
    parts: Sequence[Clause],
    clause: int,
    noun: int | None,
    relation: Relation | None,
) -> Attachment:
    return Attachment(
        time=time,
        tokens=tuple(tokens),
        clause=clause,
        noun=noun,
        relation=relation,
        leads=tokens[0] < parts[clause].head,
    )


def _main_clause(sentence: Sentence, parts: Sequence[Clause], phrase: list[int]) -> int | None:
    """Return the clause that a time at the head of a sentence dates: the first that is not subordinate."""
    openers = words("grammar", "opener")
    if any(
        sentence.words[index].lower() not in openers and sentence.upos[index] != "PUNCT" for index in range(phrase[0])
    ):
        return None
    main = {"root", "ccomp", "conj", "parataxis"}
    return next((n for n, part in enumerate(parts) if part.head > phrase[-1] and part.relation in main), None)


def _adjacent_verb(phrase: list[int], parts: Sequence[Clause]) -> int | None:
    """Return the clause whose predicate stands right before the time: "said Friday that ..." dates the saying."""
    before = phrase[0] - 1
    return next((number for number, part in enumerate(parts) if part.head == before), None)


def _clause_before(
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


def _following(parts: Sequence[Clause], last: int) -> int | None:
    """Return the clause right behind a token; the token may belong to it ("a month after it began, ...")."""
    firsts = (
        (next((index for index in part.tokens if index > last), part.head), number)
        for number, part in enumerate(parts)
        if part.head > last
    )
    return min(firsts, default=(0, None))[1]


def _when_clause(sentence: Sentence, parts: Sequence[Clause], last: int) -> tuple[int, int] | None:
    """Return the "when" right after a time, and the number of the clause that it opens."""
    at = last + 1
    if at < len(sentence.words) and sentence.words[at] == ",":
        at += 1
    if at >= len(sentence.words) or sentence.words[at].lower() != "when":
        return None
    verbs = (n for n, part in enumerate(parts) if part.head > at and sentence.upos[part.head] in {"VERB", "AUX"})
    number = next(verbs, None)
    return None if number is None else (at, number)


def _tells(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what happened itself, so that a "when" behind its day only tells how.

    Who dies, or what breaks down, does so on that day; that an industry "was hammered" is said of what happened then.
    """
    lemma = sentence.lemmas[part.head]
    concrete = lemma in words("verbs", "harm") or lemma in words("verbs", "intransitive")
    return concrete and part.tense is Tense.PAST and part.finite


def _lasts(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells a state that goes on from a day: a perfect of being or of a course."""
    if part.tense not in {Tense.PRESENT_PERFECT, Tense.PAST_PERFECT} or part.negated:
        return False
    if any(sentence.xpos[index] in {"JJS", "RBS", "JJR"} or sentence.lemmas[index] == "first" for index in part.tokens):
        return False
    if any(sentence.words[index].lower() in {"no", "as", "so"} for index in part.tokens):
        return False  # "no caravan has been as large since June"
    being = sentence.upos[part.head] != "VERB" or sentence.lemmas[part.head] in words("verbs", "stative")
    return being or part.progressive or sentence.lemmas[part.head] in words("verbs", "lasting")


def _inside_content(sentence: Sentence, part: Clause, phrase: list[int]) -> int | None:
    """Return the subject of what is said if a time stands behind it ("said the raid a month ago had failed")."""
    if sentence.lemmas[part.head] not in words("verbs", "plain_saying") - {"tell"}:
        return None
    nouns = [child for child in sentence.children(part.head, "obj") if part.head < child < phrase[0]]
    said = any(child > phrase[-1] for child in sentence.children(part.head, "ccomp", "xcomp"))
    return nouns[-1] if said and nouns else None


def _of_content(
    sentence: Sentence, part: Clause, phrase: list[int], relation: Relation | None, *, beside: bool
) -> tuple[Relation | None, int | None]:
    """Return how a time relates to a clause, and the noun inside it that it dates instead, if it does."""
    inside = _inside_content(sentence, part, phrase)
    if inside is not None:
        return (relation, inside) if is_event_noun(sentence, inside) else (None, None)
    # "Pat Lind, the best scorer in 2019, was hurt"
    return (None if not beside and _describes(sentence, part, phrase) else relation), None


def _describes(sentence: Sentence, part: Clause, tokens: list[int]) -> bool:
    """Say whether a time stands in what somebody is called between commas, not in what the clause tells of them."""
    at, behind = head_of(sentence, tokens), tokens[-1] + 1
    closed = behind < part.head and sentence.words[behind] == ","
    while closed and at >= 0 and at != part.head:
        if sentence.deprels[at] == "appos" and at not in tokens:
            return sentence.heads[at] < at and sentence.upos[at] == "NOUN"
        at = sentence.heads[at]
    return False


def _is_inscription(sentence: Sentence, part: Clause) -> bool:
    """Say whether a relative clause tells what is written on something."""
    if part.relation != "relcl" or part.tense is not Tense.PRESENT or sentence.lemmas[part.head] not in {"say", "read"}:
        return False
    return part.subject is not None and sentence.xpos[part.subject] == "NN"


def _only_frames(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause only sets the scene for another: a state, or "there have been days when"."""
    stative = sentence.lemmas[part.head] in words("verbs", "stative") or sentence.upos[part.head] != "VERB"
    return stative and part.tense is not Tense.FUTURE
