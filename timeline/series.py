"""Times told as a list: "on Monday, Tuesday and Thursday" all date what the first of them dates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.interval import Grain
from timeline.model import Relation
from timeline.syntax import Sentence

_AND = frozenset({"and", "or", "&"})
_THINGS = frozenset({"NOUN", "PROPN", "NUM"})
_APART = frozenset({"VERB", "AUX", "SCONJ", "PUNCT"})
_BEHIND = frozenset({"PUNCT", "ADP", "CCONJ", "SCONJ"})  # what stands behind a list that is over
_INSIDE = frozenset({",", "on", "in", "the", "again"}) | _AND


def listed(sentence: Sentence, found: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Return attachments in which the times of a list date what its first one dates, and know their list.

    Args:
        sentence: the parsed sentence.
        found: its times and what they date, in order.
    """
    return tuple(each for group in _groups(sentence, found) for each in _alike(sentence, group))


def gapped(sentence: Sentence, parts: Sequence[Clause], found: Sequence[Attachment]) -> tuple[Attachment, ...]:
    """Return attachments in which "took the port on Friday and the palace on Monday" tells two deeds of one verb.

    Args:
        sentence: the parsed sentence.
        parts: its clauses.
        found: its times and what they date, in order.
    """
    made = list(found)
    for at in range(len(made) - 1):
        one, other = made[at], made[at + 1]
        if _shares_its_verb(sentence, parts[one.clause], one, other):
            head, joint = parts[one.clause].head, one.tokens[-1] + 1
            first = {index for index in range(head + 1, joint + 1) if sentence.deprels[index] != "compound:prt"}
            series = one.tokens[0]
            made[at] = replace(one, series=series, without=frozenset(range(joint, other.tokens[-1] + 1)))
            made[at + 1] = replace(other, series=series, without=frozenset(first))
    return tuple(made)


def _shares_its_verb(sentence: Sentence, part: Clause, one: Attachment, other: Attachment) -> bool:
    """Say whether a second time stands behind a second object of one verb: no verb between, a noun before each."""
    if one.clause != other.clause or one.series is not None or {one.noun, other.noun} != {None}:
        return False
    if {one.relation, other.relation} != {Relation.AT} or not (one.dates and other.dates):
        return False
    between = range(one.tokens[-1] + 1, other.tokens[0])
    before = range(part.head + 1, one.tokens[0])
    if not between or not before or sentence.words[between[0]].lower() != "and":
        return False
    tags = [sentence.upos[index] for index in between[1:]]
    return bool(_THINGS.intersection(tags)) and _APART.isdisjoint(tags) and _has_thing(sentence, before)


def _has_thing(sentence: Sentence, tokens: range) -> bool:
    tags = {sentence.upos[index] for index in tokens}
    return bool(tags & _THINGS) and "VERB" not in tags


def _groups(sentence: Sentence, found: Sequence[Attachment]) -> Iterator[list[Attachment]]:
    """Yield the times in groups of those that only commas and "and" part."""
    group: list[Attachment] = []
    for each in found:
        if group and not _goes_on(sentence, group[-1], each):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _alike(sentence: Sentence, group: list[Attachment]) -> list[Attachment]:
    """Return the times of a list as times of what the first of them dates."""
    if len(group) == 1:
        return group
    own = (sentence.words[at].lower() for at in group[-1].tokens)  # "2019, [2021 and 2022]": years in a row are one
    if _AND.isdisjoint((*_gap(sentence, group[-2], group[-1]), *own)):
        return group
    first = group[0]
    return [
        replace(
            each,
            tokens=each.tokens if before is None else tuple(range(before.tokens[-1] + 1, each.tokens[-1] + 1)),
            clause=first.clause,
            noun=first.noun,
            relation=first.relation,
            starts=first.starts,
            leads=first.leads,
            series=first.tokens[0],
        )
        for before, each in zip((None, *group), group, strict=False)
    ]


def _goes_on(sentence: Sentence, before: Attachment, each: Attachment) -> bool:
    """Say whether a time is the next of a list; "met on Monday and on Thursday voted" tells two deeds."""
    one, other = before.time.interval, each.time.interval
    if one is None or other is None or each.opens is not None:
        return False
    gap = _gap(sentence, before, each)
    alike = one.grain is other.grain or Grain.RANGE in {one.grain, other.grain} or "again" in gap
    if not alike or not gap or not _INSIDE.issuperset(gap):
        return False
    owned = each.noun is not None and each.noun > each.tokens[-1] and each.noun != before.noun
    behind = each.tokens[-1] + 1
    ends = behind == len(sentence) or sentence.upos[behind] in _BEHIND
    return not owned and (gap[-1] in {",", *_AND} or (each.clause == before.clause and ends))


def _gap(sentence: Sentence, before: Attachment, each: Attachment) -> list[str]:
    """Return the words between two times, with a preposition; none where they touch or overlap."""
    inside = range(before.tokens[-1] + 1, each.tokens[-1] + 1)
    first = next((at for at in inside if sentence.spans[at].start >= each.time.span.start), each.tokens[0])
    return [sentence.words[at].lower() for at in range(before.tokens[-1] + 1, first)]
