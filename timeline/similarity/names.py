"""The comparisons of the names in two mentions."""

import numpy as np

from timeline.similarity.columns import Columns, Ints, Table
from timeline.similarity.levels import LEVELS, Flags, Levels, Pairs, Rows, choose, overlap

_STEPS = np.asarray([0.0, 0.5], dtype=np.float32)


def compare_actors(pairs: Pairs) -> Levels:
    """Say whether the same people and bodies take part."""
    return _compare_names("actors", pairs.columns.actors, pairs.i, pairs.j)


def compare_places(pairs: Pairs) -> Levels:
    """Say whether the two lie in the same places."""
    return _compare_names("places", pairs.columns.places, pairs.i, pairs.j)


def compare_strangers(pairs: Pairs) -> Levels:
    """Say whether the two tell of others: "Ruiz died" and "Berg died", "nine dead in Lund" and "two dead in Ardol".

    A name that the other mention has anywhere makes no stranger ("the Hawks beat the Kings", "the Kings lost to the
    Hawks"). In one article, which calls things by one name, any two names do.
    """
    columns, i, j = pairs.columns, pairs.i, pairs.j
    there = columns.article[i] == columns.article[j]
    subjects = _apart(pairs, columns.subject_name)
    objects = _apart(pairs, columns.object_name)
    known = _some(columns.actors, columns.places, i) & _some(columns.actors, columns.places, j)
    elsewhere = known & ~_meet(columns.actors, i, j) & ~_meet(columns.places, i, j)
    others = elsewhere & there & ~introduced(columns, i, j)
    return choose(
        "strangers",
        {
            "two subjects, one article": subjects & there,
            "two subjects, two places": subjects & pairs.at("places", "none shared"),
            "two subjects": subjects,
            "two objects, one article": objects & there,
            "two objects": objects,
            "other place, other count": (others | pairs.at("places", "none shared"))
            & pairs.at("numbers", "conflict", "far apart"),
            "other names, one article": others,
            "other names": elsewhere & ~there,
            "other things, one article": there & pairs.at("subject", "differ") & pairs.at("together", "time alone"),
        },
        "no matter",
    )


def introduced(columns: Columns, i: Rows, j: Rows) -> Flags:
    """Say whether an article names somebody by the noun it used before: "advisers said", "said Lee, an adviser"."""
    one = (columns.called[i] >= 0) & (columns.called[i] == columns.subject[j])
    other = (columns.called[j] >= 0) & (columns.called[j] == columns.subject[i])
    introduced: Flags = (columns.article[i] == columns.article[j]) & (one | other)
    return introduced


def names_shared(columns: Columns, i: Rows, j: Rows) -> Ints:
    """Return how many names two mentions share, as their last words tell."""
    number = np.zeros(len(i), dtype=np.int32)
    for at in range(columns.called_by.ids.shape[1]):
        name = columns.called_by.ids[i, at]
        number += (name >= 0) & (columns.called_by.ids[j] == name[:, None]).any(axis=1)
    return number


def place_returns(columns: Columns, i: Rows, j: Rows) -> Flags:
    """Say whether a place of one mention is named in the other, as a place or as who takes part."""
    found: Flags = np.zeros(len(i), dtype=bool)
    for one, other in ((i, j), (j, i)):
        for name in range(columns.places.ids.shape[1]):
            place = columns.places.ids[one, name]
            there = (columns.places.ids[other] == place[:, None]) | (columns.actors.ids[other] == place[:, None])
            found |= (place >= 0) & there.any(axis=1)
    return found


def _apart(pairs: Pairs, name: Ints) -> Flags:
    """Say where both mentions have a name in a role, and neither has the other's anywhere."""
    one, other = name[pairs.i], name[pairs.j]
    known = (one >= 0) & (other >= 0) & (one != other)
    apart: Flags = known & ~_holds(pairs, pairs.j, one) & ~_holds(pairs, pairs.i, other)
    return apart


def _holds(pairs: Pairs, rows: Rows, name: Ints) -> Flags:
    columns = pairs.columns
    held: Flags = (columns.actors.ids[rows] == name[:, None]).any(axis=1)
    held |= (columns.places.ids[rows] == name[:, None]).any(axis=1)
    return held


def _some(actors: Table, places: Table, rows: Rows) -> Flags:
    some: Flags = (actors.ids[rows, 0] >= 0) | (places.ids[rows, 0] >= 0)
    return some


def _meet(table: Table, i: Rows, j: Rows) -> Flags:
    return overlap(table, i, j)[0] > 0


def _compare_names(comparison: str, table: Table, i: Rows, j: Rows) -> Levels:
    level = np.full(len(i), LEVELS[comparison].index("unknown"), dtype=np.int8)
    known = np.flatnonzero((table.ids[i, 0] >= 0) & (table.ids[j, 0] >= 0))
    shared, total_i, total_j = overlap(table, i[known], j[known])
    share = shared / np.minimum(total_i, total_j)  # "Blinken" alone is all of "Antony Blinken" that matters
    level[known] = 1 + np.searchsorted(_STEPS, share)
    return level
