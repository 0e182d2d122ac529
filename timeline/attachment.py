"""Which clause or noun each time of a sentence dates, and how it relates to it.

The grammar of a sentence decides, not nearness alone: "officials announced Friday that there were 190,000 arrests in
November" dates the announcement and the arrests apart, "left on December 24 and had walked 72 kilometers" the leaving.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.clauses import Clause, Tense
from timeline.model import AnchoredTimex, Relation, Span, Target
from timeline.syntax import Sentence
from timeline.wordlists import words

_RELATIONS = {
    "since": Relation.SINCE,
    "from": Relation.SINCE,
    "until": Relation.UNTIL,
    "till": Relation.UNTIL,
    "through": Relation.UNTIL,
    "by": Relation.UNTIL,
    "before": Relation.BEFORE,
    "of_ahead": Relation.BEFORE,
    "to_prior": Relation.BEFORE,
    "after": Relation.AFTER,
    "following": Relation.AFTER,
    "within": Relation.WITHIN,
    "during": Relation.WITHIN,
    "throughout": Relation.WITHIN,
    "over": Relation.WITHIN,
}
# words between a preposition and its time that change nothing
_TRANSPARENT = frozenset(["the", "about", "around", "early", "late", "mid-"])
# a time after these is compared with, not happened in
_COMPARING = frozenset(["than", "unlike", "like", "compared", "versus"])
_DAY, _RECENT, _YEAR = timedelta(days=1), timedelta(days=31), timedelta(days=366)
_COURSE = frozenset({"after", "following", "in", "during"})  # what happens then is of the event's day, or the next
_LATER = frozenset({"after", "following", "since", "despite"})  # what happens so may happen long after
_SHORTEST_NAMING = 28  # days: what has a date to its name has a month or a year
_PRENOMINAL = frozenset(
    {"nmod:poss", "compound", "amod", "nmod:tmod", "nmod:unmarked", "nmod", "nummod", "obl:unmarked"}
)


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
    """

    time: AnchoredTimex
    tokens: tuple[int, ...]
    clause: int
    noun: int | None
    relation: Relation | None
    leads: bool
    starts: bool = False
    opens: int | None = None

    @property
    def dates(self) -> bool:
        """Whether it dates something: it names days, and the clause happened or began then."""
        return (self.starts or self.relation in {Relation.AT, Relation.WITHIN}) and self.time.interval is not None


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


def possible(
    sentence: Sentence, found: Sequence[Attachment], parts: Sequence[Clause], published: date
) -> tuple[Attachment, ...]:
    """Return attachments without the dating of a clause that its tense rules out.

    The present perfect is not dated by a time that is over ("have proposed an airlift like the exodus of 1960"): such a
    time belongs to a noun. What ended within a month before the publication day is let stand, as papers write so, and
    what is counted from that day and ended within a year ("the last two fiscal years"). What is said to be now is not
    dated by a time ahead ("as the vote nears next year, crime remains the issue").
    """
    recent = {True: published - _RECENT, False: published - _YEAR}

    def belies(each: Attachment) -> bool:
        interval, part = each.time.interval, parts[each.clause]
        if interval is None or not each.dates or each.starts or each.noun is not None:
            return False
        if part.tense is Tense.PRESENT and interval.start > published:
            planned = any(sentence.xpos[index] == "VB" for index in part.tokens)  # "set to meet on Friday"
            return sentence.lemmas[part.head] in words("verbs", "stative") and not planned
        if part.tense is Tense.FUTURE and interval.end <= published - _DAY:
            return True
        if part.tense is Tense.PRESENT and each.time.explicit and interval.end <= published - _YEAR:
            return part.progressive or sentence.upos[part.head] != "VERB"  # "the killings of 1999 are exaggerated"
        return part.tense is Tense.PRESENT_PERFECT and interval.end <= recent[each.time.explicit]

    def placed(each: Attachment) -> Attachment:
        noun = _long_before(sentence, each, recent[True])
        if noun is not None:
            return replace(each, noun=noun)
        if not belies(each):
            return each
        over = each.time.interval is not None and each.time.interval.end <= published
        noun = _event_before(sentence, each.tokens[0]) if over else None
        return replace(each, relation=None) if noun is None else replace(each, noun=noun)

    return tuple(placed(each) for each in found)


def _event_before(sentence: Sentence, first: int) -> int | None:
    """Return the event noun with a preposition right before a time ("after the quake two weeks ago")."""
    noun = first - 1
    return noun if noun >= 0 and is_event_noun(sentence, noun) and sentence.children(noun, "case") else None


def _long_before(sentence: Sentence, each: Attachment, recent: date) -> int | None:
    """Return the event noun that a date of old belongs to ("asked for once, after the attacks on 11 May 2001")."""
    interval, noun = each.time.interval, sentence.heads[_head(sentence, list(each.tokens))]
    if each.noun is not None or each.relation is not Relation.AT or interval is None or interval.end > recent:
        return None
    if not 0 <= noun < each.tokens[0] or not is_event_noun(sentence, noun) or not each.time.explicit:
        return None
    cases = {sentence.words[child].lower() for child in sentence.children(noun, "case")}
    return None if cases.isdisjoint(_LATER) else noun


def _covered(sentence: Sentence, span: Span) -> list[int]:
    return [index for index, (start, end) in enumerate(sentence.spans) if start < span.end and span.start < end]


def _attach(sentence: Sentence, parts: Sequence[Clause], time: AnchoredTimex, tokens: list[int]) -> list[Attachment]:
    relation, phrase = _related(sentence, time, tokens)
    owner = {index: number for number, part in enumerate(parts) for index in part.tokens}
    here = owner.get(_head(sentence, tokens), 0)
    cleft = _cleft(sentence, parts, here, phrase)
    if cleft is not None or time.target is Target.COMPLEMENT:
        aside = _of_complement(parts, time, (tokens, phrase), here)
        return [aside if cleft is None else _made(time, phrase, parts, cleft, None, relation)]
    noun = _modified(sentence, tokens)
    named = _named_by(sentence, time, phrase) if noun is None else None
    if named is not None and not _happened_then(sentence, parts[owner.get(named, here)], named):
        return [_made(time, phrase, parts, owner.get(named, here), named, Relation.AT)]
    if noun is not None and _dates_around(sentence, parts[here], noun):
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
    inside = _inside_content(sentence, parts[here], phrase) if noun is None else None
    if inside is not None:
        relation, noun = (relation, inside) if is_event_noun(sentence, inside) else (None, None)
    if noun is None and _is_inscription(sentence, parts[here]):
        here = parts[here].parent or 0  # "they marched behind a banner that says "Peace" on Friday"
    starts = relation is Relation.SINCE and noun is None and _lasts(sentence, parts[here])
    found = [replace(_made(time, phrase, parts, here, noun, relation), starts=starts)]
    shared = _when_clause(sentence, parts, tokens[-1])
    if shared is not None and shared[1] != here and not _tells(sentence, parts[here]):
        # "was hammered last week when X closed ...": what happened then is what the clause tells
        found = [replace(found[0], relation=None)]
        found.append(replace(_made(time, phrase, parts, shared[1], None, Relation.AT), opens=shared[0]))
    return found


def _cleft(sentence: Sentence, parts: Sequence[Clause], here: int, phrase: list[int]) -> int | None:
    """Return the clause that a time is set before for weight ("it was on Monday that *the crew left*")."""
    head, subject = parts[here].head, parts[here].subject
    if head not in phrase or subject is None or sentence.words[subject].lower() != "it":
        return None
    told = {"relcl", "ccomp", "advcl", "csubj"}
    return next((n for n, part in enumerate(parts) if part.parent == here and part.relation in told), None)


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


def _head(sentence: Sentence, tokens: list[int]) -> int:
    """Return the token of the time whose head lies outside of it."""
    inside = set(tokens)
    return next((index for index in tokens if sentence.heads[index] not in inside), tokens[0])


def _relation(sentence: Sentence, tokens: list[int]) -> tuple[Relation | None, list[int]]:
    """Read the preposition before a time; return the relation and the tokens of the whole phrase."""
    first = tokens[0]
    while first > 0 and sentence.words[first - 1].lower() in _TRANSPARENT:
        first -= 1
    if first == 0:
        return Relation.AT, list(range(first, tokens[-1] + 1))
    word = sentence.words[first - 1].lower()
    before = sentence.words[first - 2].lower() if first > 1 else ""
    if word in _COMPARING or (word in {"with", "to"} and before == "compared"):
        return None, tokens
    relation = _RELATIONS.get(f"{word}_{before}") or _RELATIONS.get(word)
    particle = (
        sentence.xpos[first - 1] == "RP" or sentence.deprels[first - 1] == "compound:prt"
    )  # "stepped down Friday"
    if relation is None and (particle or sentence.upos[first - 1] != "ADP"):
        return Relation.AT, list(range(first, tokens[-1] + 1))
    start = first - 2 if f"{word}_{before}" in _RELATIONS else first - 1
    return relation or Relation.AT, list(range(start, tokens[-1] + 1))


def _related(sentence: Sentence, time: AnchoredTimex, tokens: list[int]) -> tuple[Relation | None, list[int]]:
    """Do as :func:`_relation`; "just before 5 p.m. Friday" is on that day, "from May 3 to June 4" within both."""
    relation, phrase = _relation(sentence, tokens)
    if relation in {Relation.BEFORE, Relation.AFTER} and "T" in time.value:
        return Relation.AT, _with_hedge(sentence, phrase)
    if relation is Relation.SINCE and "/" in time.value and sentence.words[phrase[0]].lower() == "from":
        return Relation.WITHIN, phrase
    return relation, phrase


def _with_hedge(sentence: Sentence, phrase: list[int]) -> list[int]:
    """Return a phrase with the word before it that says how long before or after ("shortly after midnight")."""
    before = phrase[0] - 1
    hedged = before >= 0 and sentence.words[before].lower() in words("grammar", "shortly")
    return [before, *phrase] if hedged else phrase


def _modified(sentence: Sentence, tokens: list[int]) -> int | None:
    """Return the noun that a time stands before and modifies ("Tuesday's talks", "the 2024 election")."""
    head = _head(sentence, tokens)
    above = sentence.heads[head]
    if (
        above <= tokens[-1]
        or sentence.deprels[head] not in _PRENOMINAL
        or sentence.upos[above] not in {"NOUN", "PROPN"}
    ):
        return None
    between = range(tokens[-1] + 1, above)
    if any(sentence.upos[index] in {"VERB", "AUX", "ADP", "PUNCT"} for index in between):
        return None
    return above


def _named_by(sentence: Sentence, time: AnchoredTimex, phrase: list[int]) -> int | None:
    """Return the event noun that a month or a year behind "of" tells from others ("the floods of 2005").

    Or that somebody calls for or has plans for ("calling for a march on May 3"): the call came before.
    """
    first = phrase[0]
    if (wanted := called_for(sentence, first - 1)) is not None:
        return wanted
    if time.interval is None or time.interval.days < _SHORTEST_NAMING or sentence.words[first].lower() != "of":
        return None
    noun = sentence.heads[_head(sentence, phrase)]
    return noun if 0 <= noun < first and is_event_noun(sentence, noun) else None


def called_for(sentence: Sentence, noun: int) -> int | None:
    """Return an event noun that somebody calls for in a verb without a tense, or in a noun; else None."""
    if noun < 1 or not is_event_noun(sentence, noun):
        return None
    cases = [sentence.words[child].lower() for child in sentence.children(noun, "case")]
    above = sentence.heads[noun]
    calls = above >= 0 and sentence.lemmas[above] in words("verbs", "calling_for")
    return noun if cases == ["for"] and calls and sentence.xpos[above] in {"VBG", "VB", "NN", "NNS"} else None


def _happened_then(sentence: Sentence, part: Clause, noun: int) -> bool:
    """Say whether a clause tells what an event did, or what was done in its course or after it."""
    if part.tense is not Tense.PAST or sentence.heads[noun] != part.head:
        return False
    cases = {sentence.words[child].lower() for child in sentence.children(noun, "case")}
    return noun == part.subject or not cases.isdisjoint(_COURSE)


def is_event_noun(sentence: Sentence, index: int) -> bool:
    """Say whether a token names a happening."""
    return sentence.lemmas[index].lower() in words("nouns", "event")


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
    return being or part.progressive


def _inside_content(sentence: Sentence, part: Clause, phrase: list[int]) -> int | None:
    """Return the subject of what is said if a time stands behind it ("said the raid a month ago had failed")."""
    if sentence.lemmas[part.head] not in words("verbs", "plain_saying") - {"tell"}:
        return None
    nouns = [child for child in sentence.children(part.head, "obj") if part.head < child < phrase[0]]
    said = any(child > phrase[-1] for child in sentence.children(part.head, "ccomp", "xcomp"))
    return nouns[-1] if said and nouns else None


def _is_inscription(sentence: Sentence, part: Clause) -> bool:
    """Say whether a relative clause tells what is written on something."""
    if part.relation != "relcl" or part.tense is not Tense.PRESENT or sentence.lemmas[part.head] not in {"say", "read"}:
        return False
    return part.subject is not None and sentence.xpos[part.subject] == "NN"


def _dates_around(sentence: Sentence, part: Clause, noun: int) -> bool:
    """Say whether the day of a noun is its clause's: "after Friday prayers", "20 were hurt after Sunday's storm"."""
    if sentence.lemmas[noun].lower() in words("nouns", "of_the_day"):
        return True
    cases = {sentence.words[child].lower() for child in sentence.children(noun, "case")}
    harmed = sentence.lemmas[part.head] in words("verbs", "harm") and part.head < noun
    return harmed and is_event_noun(sentence, noun) and not cases.isdisjoint(_COURSE)


def _only_frames(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause only sets the scene for another: a state, or "there have been days when"."""
    stative = sentence.lemmas[part.head] in words("verbs", "stative") or sentence.upos[part.head] != "VERB"
    return stative and part.tense is not Tense.FUTURE
