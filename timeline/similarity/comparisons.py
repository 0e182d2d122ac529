"""The comparisons of two mentions: each says on which of its stated levels a pair stands.

A level is the finest thing that has a weight. All comparisons take columns and two arrays of rows, and return the
position of the level in :data:`LEVELS` for each pair, so a million pairs cost about as much as a loop over the levels.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from timeline.similarity.columns import Columns, Floats, Ints, Table, Words

Rows = NDArray[np.int64]
Levels = NDArray[np.int8]
Flags = NDArray[np.bool_]

LEVELS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "date": (
            "same day", "same period", "inside", "inside a wide one", "overlapping", "adjacent", "apart",
            "one undated, near", "one undated, older", "one undated, ahead", "both undated",
        ),
        "predicate": (
            "same, rare", "same", "same, common", "same, light", "one class, rare", "one class", "related", "different",
            "opposite", "one light",
        ),
        "crowd": ("no matter", "up to 4", "up to 16", "up to 64", "up to 256", "up to 1024", "more"),
        "ground": ("shared", "one thing", "none"),
        "told": ("both ways", "one way", "no"),
        "terms": ("none", "few", "some", "many", "most"),
        "actors": ("unknown", "none shared", "some shared", "most shared"),
        "places": ("unknown", "none shared", "some shared", "most shared"),
        "subject": ("unknown", "differ", "same"),
        "object": ("unknown", "differ", "same"),
        "numbers": ("unknown", "same", "differ", "conflict"),
        "polarity": ("same", "differ"),
        "kind": ("same", "statement and content", "two speakers"),
        "article": ("another source", "same source", "same article", "same sentence"),
        "context": ("same article", "alien", "distant", "kindred", "close", "copy", "unmeasured"),
    }
)  # fmt: skip
_NEAR = 10  # days before publication in which news usually lies
_WIDE = 31  # days above which an interval says little
_RARE, _COMMON = 0.7, 0.45
_CROWD_STEPS = np.asarray([4, 16, 64, 256, 1024])
_TERM_STEPS = np.asarray([0.0, 0.12, 0.25, 0.45], dtype=np.float32)
_NAME_STEPS = np.asarray([0.0, 0.5], dtype=np.float32)
_CONTEXT_STEPS = np.asarray([0.05, 0.1, 0.18, 0.3], dtype=np.float32)


def compare_dates(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say how the two times stand to each other; a witness is held against its article's publication day."""
    start_i, end_i, start_j, end_j = columns.start[i], columns.end[i], columns.start[j], columns.end[j]
    dated_i, dated_j = start_i > 0, start_j > 0
    days_i, days_j = end_i - start_i, end_j - start_j
    same = (start_i == start_j) & (end_i == end_j)
    inside = ((start_i <= start_j) & (end_j <= end_i)) | ((start_j <= start_i) & (end_i <= end_j))
    overlap = (start_i < end_j) & (start_j < end_i)
    wide = np.maximum(days_i, days_j) > _WIDE
    narrow = np.maximum(days_i, days_j) <= 1
    gap = np.maximum(start_i, start_j) - np.minimum(end_i, end_j)
    told = np.where(dated_i, columns.published[j], columns.published[i])
    first, last = np.maximum(start_i, start_j), np.maximum(end_i, end_j)
    return _choose(
        "date",
        {
            "both undated": ~dated_i & ~dated_j,
            "one undated, ahead": ~(dated_i & dated_j) & (first > told + 1),
            "one undated, near": ~(dated_i & dated_j) & (told - last < _NEAR),
            "one undated, older": ~(dated_i & dated_j),
            "same day": same & narrow,
            "same period": same,
            "inside a wide one": inside & wide,
            "inside": inside,
            "overlapping": overlap,
            "adjacent": gap <= 0,
        },
        "apart",
    )


def compare_predicates(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the two predicates name one act."""
    word_i, word_j = columns.word[i], columns.word[j]
    same = word_i == word_j
    light = columns.light[i] | columns.light[j]
    rarity = np.minimum(columns.rarity[i], columns.rarity[j])
    kin = _meet(columns.own, word_i, columns.own, word_j)
    related = _meet(columns.related, word_i, columns.own, word_j)
    opposite = _meet(columns.opposite, word_i, columns.own, word_j) & ~kin & ~light
    return _choose(
        "predicate",
        {
            "same, light": same & light,
            "same, rare": same & (rarity >= _RARE),
            "same, common": same & (rarity < _COMMON),
            "same": same,
            "one class, rare": kin & (rarity >= _RARE),
            "one class": kin,
            "opposite": opposite,
            "related": related,
            "one light": light,
        },
        "different",
    )


def compare_crowds(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say how many mentions of the days have a predicate like theirs: the more, the less it tells that two agree."""
    word_i, word_j = columns.word[i], columns.word[j]
    kin = (word_i == word_j) | _meet(columns.own, word_i, columns.own, word_j)
    crowd = np.searchsorted(_CROWD_STEPS, np.maximum(columns.crowd[i], columns.crowd[j])) + 1
    level: Levels = np.where(kin, crowd, 0).astype(np.int8)
    return level


def compare_grounds(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the two share an act and something else, one of them, or neither: a day alone makes no event."""
    word_i, word_j = columns.word[i], columns.word[j]
    act = (word_i == word_j) | _meet(columns.own, word_i, columns.own, word_j)
    act |= _meet(columns.related, word_i, columns.own, word_j)
    words = compare_terms(columns, i, j) >= LEVELS["terms"].index("some")
    words |= compare_subjects(columns, i, j) == LEVELS["subject"].index("same")
    words |= compare_objects(columns, i, j) == LEVELS["object"].index("same")
    words |= compare_numbers(columns, i, j) == LEVELS["numbers"].index("same")
    return _choose("ground", {"shared": act & words, "one thing": act | words}, "none")


def compare_told(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether one mention's words hold the other's predicate: "the railroad closures hampered freight"."""
    forth = (columns.terms.ids[i] == columns.word[j][:, None]).any(axis=1)
    back = (columns.terms.ids[j] == columns.word[i][:, None]).any(axis=1)
    return _choose("told", {"both ways": forth & back, "one way": forth | back}, "no")


def compare_terms(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say how many of their words the two share, rare ones counting more."""
    level: Levels = np.searchsorted(_TERM_STEPS, _overlap(columns.terms, i, j)[0]).astype(np.int8)
    return level


def compare_actors(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the same people and bodies take part."""
    return _compare_names("actors", columns.actors, i, j)


def compare_places(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the two lie in the same places."""
    return _compare_names("places", columns.places, i, j)


def compare_subjects(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the two subjects have one head."""
    return _compare_heads("subject", columns.subject[i], columns.subject[j])


def compare_objects(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the two objects have one head."""
    return _compare_heads("object", columns.object[i], columns.object[j])


def compare_numbers(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether a number returns, all numbers differ, or the same thing is counted differently."""
    value_i, value_j = columns.amounts[i][:, :, None], columns.amounts[j][:, None, :]
    unit_i, unit_j = columns.units[i][:, :, None], columns.units[j][:, None, :]
    with np.errstate(invalid="ignore"):  # padding is NaN and equals nothing
        close = np.abs(value_i - value_j) <= 0.02 * np.maximum(np.abs(value_i), np.abs(value_j))
    both = ~np.isnan(value_i) & ~np.isnan(value_j)
    same = (close & ((value_i >= 10) | (unit_i == unit_j))).any(axis=(1, 2))
    conflict = (both & ~close & (unit_i == unit_j) & (unit_i >= 0)).any(axis=(1, 2))
    differ = both.any(axis=(1, 2))
    return _choose("numbers", {"same": same, "conflict": conflict, "differ": differ}, "unknown")


def compare_polarity(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether one affirms what the other denies."""
    return _choose("polarity", {"differ": columns.negated[i] != columns.negated[j]}, "same")


def compare_kinds(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether one is a statement and the other is not, or both are, by different speakers."""
    statement_i, statement_j = columns.statement[i], columns.statement[j]
    strangers = compare_subjects(columns, i, j) == LEVELS["subject"].index("differ")
    strangers &= compare_actors(columns, i, j) < LEVELS["actors"].index("most shared")
    return _choose(
        "kind",
        {"statement and content": statement_i != statement_j, "two speakers": statement_i & statement_j & strangers},
        "same",
    )


def compare_articles(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say whether the two stand in one article, in one sentence of it, or in one paper."""
    article = columns.article[i] == columns.article[j]
    return _choose(
        "article",
        {
            "same sentence": article & (columns.sentence[i] == columns.sentence[j]),
            "same article": article,
            "same source": columns.source[i] == columns.source[j],
        },
        "another source",
    )


def compare_contexts(columns: Columns, i: Rows, j: Rows) -> Levels:
    """Say how like each other the two articles are as wholes."""
    article_i, article_j = columns.article[i], columns.article[j]
    if not columns.context.size:
        level = np.full(len(i), LEVELS["context"].index("unmeasured"))
    else:
        level = 1 + np.searchsorted(_CONTEXT_STEPS, columns.context[article_i, article_j])
    same: Levels = np.where(article_i == article_j, 0, level).astype(np.int8)
    return same


Comparison = Callable[[Columns, Rows, Rows], Levels]
COMPARISONS: Mapping[str, Comparison] = MappingProxyType(
    {
        "date": compare_dates,
        "predicate": compare_predicates,
        "crowd": compare_crowds,
        "ground": compare_grounds,
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
        "context": compare_contexts,
    }
)


def _choose(comparison: str, conditions: dict[str, Flags], otherwise: str) -> Levels:
    """Return for each pair the position of the first level whose condition holds."""
    names = LEVELS[comparison]
    result = np.full(len(next(iter(conditions.values()))), names.index(otherwise), dtype=np.int8)
    for name in reversed(conditions):
        result[conditions[name]] = names.index(name)
    return result


def _meet(left: Words, i: Ints, right: Words, j: Ints) -> Flags:
    """Say where the bit sets of two rows share a bit, one 64-bit word at a time."""
    shared = np.zeros(len(i), dtype=bool)
    for word in range(left.shape[1]):
        shared |= (left[i, word] & right[j, word]) != 0
    return shared


def _overlap(table: Table, i: Rows, j: Rows) -> tuple[Floats, Floats, Floats]:
    """Return the cosine of two rows by squared rarity, and the share of each row's weight that the other holds."""
    weights = table.weights()
    shared = np.zeros(len(i), dtype=np.float32)
    ids_i, ids_j, weights_i = table.ids[i], table.ids[j], weights[i]
    for column in range(table.ids.shape[1]):
        hit = (ids_j == ids_i[:, column, None]).any(axis=1)
        shared += np.where(hit, weights_i[:, column], np.float32(0))
    total = weights.sum(axis=1)
    total_i, total_j = np.maximum(total[i], np.float32(1e-6)), np.maximum(total[j], np.float32(1e-6))
    return shared / np.sqrt(total_i * total_j), shared / total_i, shared / total_j


def _compare_names(comparison: str, table: Table, i: Rows, j: Rows) -> Levels:
    known = (table.ids[i, 0] >= 0) & (table.ids[j, 0] >= 0)
    _, share_i, share_j = _overlap(table, i, j)
    share = np.maximum(share_i, share_j)  # "Blinken" alone is all of "Antony Blinken" that matters
    return _choose(
        comparison,
        {"unknown": ~known, "none shared": share <= _NAME_STEPS[0], "some shared": share <= _NAME_STEPS[1]},
        "most shared",
    )


def _compare_heads(comparison: str, left: Ints, right: Ints) -> Levels:
    return _choose(comparison, {"unknown": (left < 0) | (right < 0), "same": left == right}, "differ")
