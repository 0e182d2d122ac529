"""Words of which times are made, and some of which they are not, for tests that put them in any order."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "the", "last", "next", "first", "Tuesday", "of", "May", "12", "1990", "9999", "00", ",", ".", "-", "\n", "İ",
        "'80s", "p.m.", "a", "year", "week", "quarter", "century", "ago", "later", "ended", "Easter",
    ]
)  # fmt: skip
