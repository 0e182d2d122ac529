"""The comparison of the kinds of two mentions: statements and deeds, plans and outcomes, what was called off."""

from timeline.similarity.columns import Columns
from timeline.similarity.levels import Flags, Levels, Pairs, Rows, choose
from timeline.similarity.names import introduced


def compare_kinds(pairs: Pairs) -> Levels:
    """Say whether the two are of one kind.

    Not if only one is a statement, plans what is past, or was called off, nor if they are the words of two speakers.
    """
    columns, i, j = pairs.columns, pairs.i, pairs.j
    statement_i, statement_j = columns.statement[i], columns.statement[j]
    strangers = pairs.at("subject", "differ") & ~pairs.at("actors", "most shared")
    # "ordered banks closed", "state television announced that banks will be shut"
    decided = columns.decision[i] & columns.decision[j] & pairs.kin() & pairs.at("object", "same")
    # "a round of talks was called off", "the guilds returned to the table"
    off = columns.cancelled[i] != columns.cancelled[j]
    off &= ~(columns.planned[i] | columns.planned[j]) & (columns.start[i] > 0) & (columns.start[j] > 0)
    off &= pairs.at("predicate", "different", "one light") & pairs.at("told", "no")
    foretold = pairs.at("date", "same day") & pairs.at("terms", "most") & ~pairs.at("told", "no")
    return choose(
        "kind",
        {
            "plan of the past": _plans_what_is_past(columns, i, j) | _plans_what_is_past(columns, j, i),
            "called off and done": off,
            # who "will address" parliament will have said something, who "is to meet her and ask her" will have asked
            "one decision": decided,
            "statement and content": (statement_i != statement_j)
            & ~((pairs.kin() | foretold) & (columns.planned[i] != columns.planned[j])),
            "introduced": statement_i & statement_j & introduced(columns, i, j),
            "two speakers": statement_i & statement_j & strangers,
        },
        "same",
    )


def _plans_what_is_past(columns: Columns, i: Rows, j: Rows) -> Flags:
    """Say where an undated plan was told when the other's day was over."""
    undated: Flags = columns.planned[i] & (columns.start[i] == 0)
    return undated & (columns.start[j] > 0) & (columns.end[j] <= columns.published[i])
