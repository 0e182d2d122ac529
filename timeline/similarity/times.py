"""The comparisons of the times of two mentions."""

import numpy as np

from timeline.similarity.levels import Flags, Levels, Pairs, choose
from timeline.similarity.names import place_returns

_NEAR = 10  # days before publication in which news usually lies
_WEEK = 7  # days up to which two times can be taken for each other
_MONTH = 28
_WIDE = 31  # days above which an interval says little
_YEAR = 366
_FEW = 4  # mentions of a time long ago up to which it stands for one event
_THRONG_STEPS = np.asarray([2, 4, 8, 16, 32, 64])


def compare_dates(pairs: Pairs) -> Levels:
    """Say how the two times stand to each other; a witness is held against its article's publication day."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    start_i, end_i, start_j, end_j = columns.start[i], columns.end[i], columns.start[j], columns.end[j]
    dated_i, dated_j = start_i > 0, start_j > 0
    days_i, days_j = end_i - start_i, end_j - start_j
    same = (start_i == start_j) & (end_i == end_j)
    inside = ((start_i <= start_j) & (end_j <= end_i)) | ((start_j <= start_i) & (end_i <= end_j))
    overlap = (start_i < end_j) & (start_j < end_i)
    wide = np.maximum(days_i, days_j) > _WIDE
    narrow = np.maximum(days_i, days_j) <= 1
    gap = np.maximum(start_i, start_j) - np.minimum(end_i, end_j)
    months = (np.minimum(days_i, days_j) >= _MONTH) & ~wide  # "began in February" and "in March" are two claims
    before_i = columns.stand_in[j] & ~columns.stand_in[i] & (end_i == start_j) & (days_i == 1)
    before_j = columns.stand_in[i] & ~columns.stand_in[j] & (end_j == start_i) & (days_j == 1)
    told = np.where(dated_i, columns.published[j], columns.published[i])
    # Tuesday's paper tells of Monday, Wednesday's of Tuesday: each its own news
    in_step = (columns.published[i] - start_i == columns.published[j] - start_j) & ~columns.stand_in[i]
    in_step &= ~columns.stand_in[j] & dated_i & dated_j
    beside = (gap <= 0) & ((np.maximum(days_i, days_j) <= _WEEK) | months)
    first, last = np.maximum(start_i, start_j), np.maximum(end_i, end_j)
    return choose(
        "date",
        {
            "both undated": ~dated_i & ~dated_j,
            "one undated, ahead": ~(dated_i & dated_j) & (first > told + 1),
            "one undated, near": ~(dated_i & dated_j) & (told - last < _NEAR),
            "one undated, older": ~(dated_i & dated_j),
            "recalled": same
            & _recalled(pairs),  # two papers that look back at one year of one place look back at one event
            "same day": same & narrow,
            "same period": same,
            "inside a wide one": inside & wide,
            "inside": inside,
            "counted roughly": (columns.rough[i] ^ columns.rough[j]) & beside & narrow,
            "overlapping": overlap,
            "eve": dated_i & dated_j & (before_i | before_j),  # of the publication day that stands in for a time
            "in step": (gap <= 0) & narrow & (start_i != start_j) & in_step,
            "next day": beside & narrow,
            "next month": beside & months & ~(columns.onset[i] & columns.onset[j]),
            "adjacent": beside,
        },
        "apart",
    )


def _recalled(pairs: Pairs) -> Flags:
    """Say where two articles look back at a time long ago, of which few tell, and at one place."""
    columns, i, j = pairs.columns, pairs.i, pairs.j
    ago = (columns.start[i] > 0) & (columns.end[i] < columns.published[i] - _YEAR)
    recalled: Flags = ago & (columns.end[j] < columns.published[j] - _YEAR) & (columns.article[i] != columns.article[j])
    recalled &= columns.throng[i] <= _FEW
    rows = np.flatnonzero(recalled)
    recalled[rows] = place_returns(columns, i[rows], j[rows])
    return recalled


def compare_throngs(pairs: Pairs) -> Levels:
    """Say how many mentions have just the days that two share: the more, the less it tells that they share them."""
    throng = np.searchsorted(_THRONG_STEPS, pairs.columns.throng[pairs.i]) + 1
    elsewhere = ~pairs.at("article", "same article", "same sentence")
    fits = pairs.at("date", "same day", "same period", "recalled") & elsewhere
    level: Levels = np.where(fits, throng, 0).astype(np.int8)
    return level


def compare_retellings(pairs: Pairs) -> Levels:
    """Say how the times of two mentions of one article stand to each other: an article seldom tells a thing twice."""
    fits = pairs.at("date", "same day", "same period", "recalled", "inside", "inside a wide one")
    near = pairs.at("date", "overlapping", "counted roughly", "next day", "adjacent")
    witness = pairs.at("date", "one undated, near", "one undated, older", "one undated, ahead")
    undated = pairs.at("date", "both undated")
    kinds = {"fitting": fits, "near": near, "witness": witness, "undated": undated, "apart": fits | True}
    levels: dict[str, Flags] = {}
    for place in ("same sentence", "same article"):
        there = pairs.at("article", place)
        levels |= {f"{place}, {kind}": there & holds for kind, holds in kinds.items()}
    return choose("retold", levels, "elsewhere")
