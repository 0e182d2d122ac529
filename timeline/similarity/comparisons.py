"""The comparisons of two mentions: each says on which of its stated levels a pair stands.

A level is the finest thing that has a weight. All comparisons take columns and two arrays of rows, and return the
position of the level in :data:`LEVELS` for each pair, so a million pairs cost about as much as a loop over the levels.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from timeline.similarity.columns import Columns, Ints
from timeline.similarity.kinds import compare_kinds
from timeline.similarity.levels import LEVELS, Comparison, Flags, Levels, Pairs, Rows, choose, meet, overlap
from timeline.similarity.names import compare_actors, compare_places, compare_strangers, introduced, names_shared
from timeline.similarity.times import compare_dates, compare_retellings, compare_throngs

_FAR = 3.0  # times as much
_RARE, _COMMON = 0.7, 0.45
_CROWD_STEPS = np.asarray([4, 16, 64, 256, 1024])
_TERM_STEPS = np.asarray([0.0, 0.12, 0.25, 0.45], dtype=np.float32)
_CONTEXT_STEPS = np.asarray([0.05, 0.1, 0.18, 0.3], dtype=np.float32)


def compare_predicates(pairs: Pairs) -> Levels:
    """Say whether the two predicates name one act."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    word_i, word_j = columns.word[i], columns.word[j]
    same = word_i == word_j
    light = columns.light[i] | columns.light[j]
    rarity = np.minimum(columns.rarity[i], columns.rarity[j])
    kin = pairs.kin()
    related = meet(columns.related, word_i, columns.own, word_j)
    opposite = meet(columns.opposite, word_i, columns.own, word_j) & ~kin & ~light
    opposite |= _undone(pairs)
    return choose(
        "predicate",
        {
            "both say": kin & columns.statement[i] & columns.statement[j],
            "opposite": opposite,
            "same, light": same & light,
            "same, rare": same & (rarity >= _RARE),
            "same, common": same & (rarity < _COMMON),
            "same": same,
            "one class, rare": kin & (rarity >= _RARE),
            "one class": kin,
            "related": related,
            "one light": light,
        },
        "different",
    )


def _undone(pairs: Pairs) -> Flags:
    """Say whether one mention undoes what the other does with one thing ("began a strike", "ended it").

    The verbs tell it, whether or not they are all there is to the act ("talks began", "talks ended").
    """
    columns, i, j = pairs.columns, pairs.i, pairs.j
    verb_i, verb_j = columns.verb[i], columns.verb[j]
    undone = meet(columns.opposite, verb_i, columns.own, verb_j) & ~meet(columns.own, verb_i, columns.own, verb_j)
    thing = pairs.kin() | ((columns.object[i] >= 0) & (columns.object[i] == columns.object[j]))
    thing |= (columns.subject[i] == columns.word[j]) | (columns.subject[j] == columns.word[i])
    thing |= pairs.at("subject", "same") & (columns.object[i] < 0) & (columns.object[j] < 0)
    found: Flags = undone & thing
    return found


def compare_crowds(pairs: Pairs) -> Levels:
    """Say how many mentions of the days have a predicate like theirs: the more, the less it tells that two agree."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    crowd = np.searchsorted(_CROWD_STEPS, np.maximum(columns.crowd[i], columns.crowd[j])) + 1
    level: Levels = np.where(pairs.kin() & ~pairs.at("predicate", "both say"), crowd, 0).astype(np.int8)
    return level


def compare_grounds(pairs: Pairs) -> Levels:
    """Say whether the two share an act and something else, one of them, or neither: a day alone makes no event.

    Nor does it make one event of two acts that go together now and then, if they do not share who took part either.
    """
    kin = pairs.kin() & ~pairs.at("predicate", "both say")
    words = pairs.at("terms", "some", "many", "most") | pairs.at("numbers", "same")
    words |= pairs.at("subject", "same") | pairs.at("object", "same")
    related = pairs.at("predicate", "related")
    named = related & pairs.at("actors", "some shared", "most shared")
    return choose("ground", {"shared": (kin | related) & words, "one thing": kin | named | words}, "none")


def compare_together(pairs: Pairs) -> Levels:
    """Say how much two mentions share besides a time that fits: words, a number, one's act in the other's words."""
    columns = pairs.columns
    shared = pairs.level("terms") + 2 * pairs.at("numbers", "same") + pairs.at("told", "both ways", "one way")
    dated = pairs.at("date", "same day", "same period", "recalled", "inside", "inside a wide one", "overlapping")
    # two acts of two days share words by chance
    dated |= pairs.at("date", "adjacent", "next day", "counted roughly") & (
        pairs.kin() | pairs.at("predicate", "related")
    )
    witness = pairs.at("date", "one undated, near", "one undated, older")
    level: Levels = ((1 + np.minimum(shared, 4)) * (dated | witness) + 5 * witness).astype(np.int8)
    other = dated & pairs.at("predicate", "different", "one light") & pairs.at("told", "no") & (shared > 0)
    level[other] = LEVELS["together"].index("time, another act")
    # a week or a month holds many acts that share a word or two
    within = other & pairs.at("date", "inside", "inside a wide one", "overlapping") & ~pairs.at("terms", "many", "most")
    level[within] = LEVELS["together"].index("time alone")
    other &= ~within
    # what one person did on a day ("was freed", "gave an interview") shares no more than who did it
    rows = np.flatnonzero(other)
    named = rows[overlap(columns.plain, pairs.i[rows], pairs.j[rows])[0] == 0]
    level[named] = LEVELS["together"].index("time, another act of one name")
    two = named[names_shared(columns, pairs.i[named], pairs.j[named]) > 1]
    level[two] = LEVELS["together"].index("time, another act of two names")
    return level


def compare_told(pairs: Pairs) -> Levels:
    """Say whether one mention's words hold the other's predicate: "the railroad closures hampered freight"."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    forth = (columns.terms.ids[i] == columns.word[j][:, None]).any(axis=1)
    back = (columns.terms.ids[j] == columns.word[i][:, None]).any(axis=1)
    return choose("told", {"both ways": forth & back, "one way": forth | back}, "no")


def compare_terms(pairs: Pairs) -> Levels:
    """Say how many of their words the two share, rare ones counting more: the cosine by squared rarity."""
    shared, total_i, total_j = overlap(pairs.columns.terms, pairs.i, pairs.j)
    level: Levels = np.searchsorted(_TERM_STEPS, shared / np.sqrt(total_i * total_j)).astype(np.int8)
    return level


def compare_subjects(pairs: Pairs) -> Levels:
    """Say whether the two subjects have one head, or are the one act: "the war began", "since fighting erupted"."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    level = _compare_heads("subject", columns.subject[i], columns.subject[j])
    acts = pairs.kin() & (columns.subject[i] == columns.word[i]) & (columns.subject[j] == columns.word[j])
    same: Levels = np.where(acts | introduced(columns, i, j), LEVELS["subject"].index("same"), level).astype(np.int8)
    return same


def compare_objects(pairs: Pairs) -> Levels:
    """Say whether the two objects have one head."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    return _compare_heads("object", columns.object[i], columns.object[j])


def compare_numbers(pairs: Pairs) -> Levels:
    """Say whether a number returns, all numbers differ, or the same thing is counted differently."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    level = np.full(len(i), LEVELS["numbers"].index("unknown"), dtype=np.int8)
    both = np.flatnonzero(~np.isnan(columns.amounts[i, 0]) & ~np.isnan(columns.amounts[j, 0]))
    level[both] = _compare_amounts(columns, i[both], j[both])
    return level


def _compare_amounts(columns: Columns, i: Rows, j: Rows) -> Levels:
    value_i, value_j = columns.amounts[i][:, :, None], columns.amounts[j][:, None, :]
    unit_i, unit_j = columns.units[i][:, :, None], columns.units[j][:, None, :]
    with np.errstate(invalid="ignore"):  # padding is NaN and equals nothing
        close = np.abs(value_i - value_j) <= 0.02 * np.maximum(np.abs(value_i), np.abs(value_j))
    filled = ~np.isnan(value_i) & ~np.isnan(value_j)
    same = (close & ((value_i >= 10) | (unit_i == unit_j))).any(axis=(1, 2))
    alike = filled & (unit_i == unit_j) & (unit_i >= 0)
    with np.errstate(invalid="ignore"):
        far = np.maximum(value_i, value_j) > _FAR * np.minimum(value_i, value_j)
    return choose(
        "numbers",
        {"same": same, "far apart": (alike & far).any(axis=(1, 2)), "conflict": (alike & ~close).any(axis=(1, 2))},
        "differ",
    )


def compare_polarity(pairs: Pairs) -> Levels:
    """Say whether one affirms what the other denies."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    return choose("polarity", {"differ": columns.negated[i] != columns.negated[j]}, "same")


def compare_articles(pairs: Pairs) -> Levels:
    """Say whether the two stand in one article, in one sentence of it, or in one paper."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    article = columns.article[i] == columns.article[j]
    return choose(
        "article",
        {
            "same sentence": article & (columns.sentence[i] == columns.sentence[j]),
            "same article": article,
            "same source": columns.source[i] == columns.source[j],
        },
        "another source",
    )


def compare_contexts(pairs: Pairs) -> Levels:
    """Say how like each other the two articles are as wholes."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    article_i, article_j = columns.article[i], columns.article[j]
    if not columns.context.size:
        level = np.full(len(i), LEVELS["context"].index("unmeasured"))
    else:
        level = 1 + np.searchsorted(_CONTEXT_STEPS, columns.context[article_i, article_j])
    same: Levels = np.where(article_i == article_j, 0, level).astype(np.int8)
    return same


def compare_deeds(pairs: Pairs) -> Levels:
    """Say whether one act is done to one thing: "closed the crossings" and "closed the schools" are two."""
    known = ~pairs.at("object", "unknown")
    other = ~pairs.at("object", "same")
    same = pairs.at("predicate", "same, rare", "same", "same, common")
    kindred = pairs.at("predicate", "one class, rare", "one class")
    return choose(
        "deed",
        {
            "unknown": ~known,
            "same act, other object": same & other,
            "same act, same object": same,
            "kindred act, other object": kindred & other,
            "kindred act, same object": kindred,
            "other act, other object": other,
        },
        "other act, same object",
    )


def compare_things(pairs: Pairs) -> Levels:
    """Say whether one act is done by or to two things, each told closely: "a school burned down", "a church burned".

    Or to two of one kind: "a law on abortion", "a law on gambling".
    """
    columns, i, j = pairs.columns, pairs.i, pairs.j
    act = pairs.kin() & ~pairs.at("predicate", "both say")

    def other(thing: Ints) -> Flags:
        known = act & (thing[i] >= 0) & (thing[j] >= 0) & (thing[i] != thing[j])
        apart: Flags = known & ~meet(columns.own, thing[i], columns.own, thing[j])
        return apart

    subject, object_ = other(columns.subject_thing), other(columns.object_thing)
    # "the firm would halt work at its mill", "the mill halted work"
    done = columns.planned[i] != columns.planned[j]
    subject &= ~(pairs.at("object", "same") & done & (_tells(columns, i, j) | _tells(columns, j, i)))
    matter = other(columns.subject_matter) | other(columns.object_matter)
    roles = (
        (pairs.at("subject", "differ") | pairs.at("object", "differ")) & (columns.start[i] > 0) & (columns.start[j] > 0)
    )
    count = pairs.at("numbers", "conflict", "far apart") & pairs.at("article", "same article")
    return choose(
        "things",
        {
            "both other": subject & object_,
            "another subject": subject,
            "another object": object_,
            "another matter": matter,
            "another place": act & pairs.at("places", "none shared") & roles,
            "another count, one article": act & count,
        },
        "no matter",
    )


def _tells(columns: Columns, i: Rows, j: Rows) -> Flags:
    """Say where one mention's words hold the other's subject."""
    told: Flags = (columns.terms.ids[i] == columns.subject[j][:, None]).any(axis=1)
    return told


def compare_acts(pairs: Pairs) -> Levels:
    """Say whether an article tells two acts of one subject on one day: "the ship left port", "it sank"."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    named = (columns.subject_name[i] >= 0) & (columns.subject_name[i] == columns.subject_name[j])
    other = pairs.at("predicate", "different", "related", "one light") & (pairs.at("subject", "same") | named)
    there = pairs.at("article", "same article") & ~pairs.at("kind", "introduced")
    return choose("acts", {"two of one subject, one article": other & there}, "no matter")


COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "date": compare_dates,
        "throng": compare_throngs,
        "predicate": compare_predicates,
        "crowd": compare_crowds,
        "ground": compare_grounds,
        "together": compare_together,
        "told": compare_told,
        "terms": compare_terms,
        "actors": compare_actors,
        "places": compare_places,
        "subject": compare_subjects,
        "object": compare_objects,
        "numbers": compare_numbers,
        "polarity": compare_polarity,
        "kind": compare_kinds,
        "article": compare_articles,
        "retold": compare_retellings,
        "deed": compare_deeds,
        "strangers": compare_strangers,
        "things": compare_things,
        "acts": compare_acts,
        "context": compare_contexts,
    }
)


def pairs_of(columns: Columns, i: Rows, j: Rows) -> Pairs:
    """Return pairs of rows, ready for every comparison."""
    return Pairs(columns, i, j, COMPARISONS)


def _compare_heads(comparison: str, left: Ints, right: Ints) -> Levels:
    return choose(comparison, {"unknown": (left < 0) | (right < 0), "same": left == right}, "differ")
