"""Which clause or noun each time of a sentence dates, and how it relates to it.

The grammar of a sentence decides, not nearness alone: "wardens announced Friday that there were 900 fines in
May" dates the announcement and the arrests apart, "sailed on May 24 and had rowed 70 miles" the leaving.
"""

from collections.abc import Sequence
from dataclasses import replace

from timeline.attachment.clause import adjacent_verb, clause_before, cleft, following, main_clause, when_clause
from timeline.attachment.noun import first_day, of_content, only_frames
from timeline.attachment.value import Attachment, made
from timeline.clauses import Clause
from timeline.dated_nouns import dates_around, happened_then, head_of, is_event_noun, modified, named_by
from timeline.model import AnchoredTimex, Relation, Span, Target
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.time_relations import related
from timeline.wordlists import words

__all__ = ["Attachment", "attach"]


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
    return tuple(_of_its_subject(sentence, parts, each, found) for each in found)


def _of_its_subject(
    sentence: Sentence, parts: Sequence[Clause], time: Attachment, times: Sequence[Attachment]
) -> Attachment:
    """Return a time behind a happening as that one's own, where what this did has another day.

    "The *arrest* of a singer on Monday led to riots on Tuesday": the singer was held on Monday.
    """
    part = parts[time.clause]
    noun, first = part.subject, time.tokens[0]
    if time.noun is not None or not time.dates or noun is None or not noun < first < part.head:
        return time
    behind = (each for each in times if each.clause == time.clause and each.tokens[0] > part.head)
    apart = any(each.dates and each.noun is None and each.time.interval != time.time.interval for each in behind)
    inside = apart and is_event_noun(sentence, noun) and head_of(sentence, time.tokens) in sentence.subtree(noun)
    return replace(time, noun=noun) if inside else time


def _covered(sentence: Sentence, span: Span) -> list[int]:
    return [index for index, (start, end) in enumerate(sentence.spans) if start < span.end and span.start < end]


def _attach(sentence: Sentence, parts: Sequence[Clause], time: AnchoredTimex, tokens: list[int]) -> list[Attachment]:
    relation, phrase = related(sentence, time, tokens)
    owner = {index: number for number, part in enumerate(parts) for index in part.tokens}
    here = owner.get(head_of(sentence, tokens), 0)
    behind = cleft(sentence, parts, here, phrase)
    if behind is not None:
        return [made(time, phrase, parts, behind, None, relation)]
    if time.target is Target.COMPLEMENT:
        return [_of_complement(parts, time, (tokens, phrase), here)]
    noun = modified(sentence, tokens)
    named = named_by(sentence, time, phrase) if noun is None else None
    if named is not None and not happened_then(sentence, parts[owner.get(named, here)], named):
        return [made(time, phrase, parts, owner.get(named, here), named, Relation.AT)]
    if noun is not None and dates_around(sentence, parts[here], noun):
        return [made(time, tokens, parts, here, None, Relation.AT)]
    if noun is not None and not is_event_noun(sentence, noun):
        subject = noun == parts[here].subject and not only_frames(sentence, parts[here])
        alone = sentence.words[phrase[0]].lower() == "on"  # "on Wednesday state television said"
        relation, noun = relation if subject or alone else None, None
    if noun is None:
        here, noun, relation = _dated(sentence, parts, phrase, owner, (here, relation))
    found = _begun(sentence, parts[here], made(time, phrase, parts, here, noun, relation))
    return _shared(sentence, parts, tokens, found)


def _dated(
    sentence: Sentence,
    parts: Sequence[Clause],
    phrase: list[int],
    owner: dict[int, int],
    read: tuple[int, Relation | None],
) -> tuple[int, int | None, Relation | None]:
    """Return the clause that a time dates, or the noun in it, and how it relates to that.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        phrase: the tokens of the time and its preposition.
        owner: the number of the clause of each token.
        read: the clause that the time stands in, and how it relates to that by its preposition.
    """
    here, relation = read
    adjacent = adjacent_verb(phrase, parts)
    if adjacent is None:
        adjacent = clause_before(sentence, phrase, parts, owner, here)
    opened = main_clause(sentence, parts, phrase)
    here = adjacent if adjacent is not None else opened if opened is not None else here
    relation, noun = of_content(sentence, parts[here], phrase, relation, beside=adjacent is not None)
    if noun is None:
        here, noun = first_day(sentence, parts, phrase, here)
        relation = relation if noun is None else Relation.AT
    return here, noun, relation


def _shared(sentence: Sentence, parts: Sequence[Clause], tokens: list[int], found: Attachment) -> list[Attachment]:
    """Return an attachment, and one more where a "when" clause right behind the time shares it."""
    shared = when_clause(sentence, parts, tokens[-1])
    if shared is None or shared[1] == found.clause or _tells(sentence, parts[found.clause]):
        return [found]
    # "was hammered last week when X closed ...": what happened then is what the clause tells
    both = found.tokens[0] == 0 and parts[found.clause].head > parts[shared[1]].head  # "In 1968, when Ann left, Bo ..."
    more = replace(made(found.time, list(found.tokens), parts, shared[1], None, Relation.AT), opens=shared[0])
    # "it has struggled since 2014, when the mine shut": what began then is what the clause tells
    return [found if both else replace(found, relation=None, starts=False), more]


def _of_complement(
    parts: Sequence[Clause], time: AnchoredTimex, tokens: tuple[list[int], list[int]], here: int
) -> Attachment:
    """Return what a time counted from a clause behind it dates: that clause ("a month after *it began*")."""
    bare, phrase = tokens
    behind = following(parts, bare[-1])
    if behind is None and parts[here].head < bare[-1]:
        return made(time, phrase, parts, here, None, None)  # "a day after a boisterous show": no clause
    return made(time, phrase, parts, here if behind is None else behind, None, Relation.AT)


def _begun(sentence: Sentence, part: Clause, since: Attachment) -> Attachment:
    """Return an attachment of what began at a time: a state that lasts, or what will be ("tariffs from July 1")."""
    if since.relation is not Relation.SINCE or since.noun is not None:
        return since
    before = [sentence.words[at].lower() for at in range(max(0, part.head - 2), part.head)]
    if part.tense is Tense.FUTURE or part.modal == "would" or before in (["is", "to"], ["are", "to"]):
        return replace(since, relation=Relation.AT)
    return replace(since, starts=_lasts(sentence, part))


def _lasts(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells a state that goes on from a day: a perfect of being or of a course."""
    if part.tense not in {Tense.PRESENT_PERFECT, Tense.PAST_PERFECT} or part.negated:
        return False
    if any(sentence.xpos[index] in {"JJS", "RBS", "JJR"} or sentence.lemmas[index] == "first" for index in part.tokens):
        return False
    if any(sentence.words[index].lower() in {"no", "as", "so"} for index in part.tokens):
        return False  # "no caravan has been as large since June"
    if _only_is(sentence, part):
        return False
    being = sentence.upos[part.head] != "VERB" or sentence.lemmas[part.head] in words("verbs", "stative")
    return being or part.progressive or sentence.lemmas[part.head] in words("verbs", "lasting")


def _only_is(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause only tells what something has been ("the port has been the heart of the town since 1952").

    Where it has been, or under what, it came to be on that day; who has been mayor since was elected then.
    """
    head, lemma = part.head, sentence.lemmas[part.head].lower()
    if sentence.upos[head] != "NOUN" or sentence.children(head, "case") or not sentence.children(head, "cop"):
        return False
    return lemma not in words("names", "title") | words("nouns", "person") | words("nouns", "frame")


def _tells(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what happened itself, so that a "when" behind its day only tells how.

    Who dies, or what breaks down, does so on that day; that an industry "was hammered" is said of what happened then.
    """
    lemma = sentence.lemmas[part.head]
    concrete = lemma in words("verbs", "harm") or lemma in words("verbs", "intransitive")
    return concrete and part.tense is Tense.PAST and part.finite
