"""What English rules out in a parse: a sentence has the titles that it tells, and its twin keeps its own."""

import pytest

from tests.test_mentions import read

NOUNS = [
    ("The court settled the issue of pay on Monday.", ["The court settled the issue of pay"]),
    ("The miners walked out over pay in Lund on Monday.", ["The miners walked out over pay in Lund"]),
    ("They had agreed on pay on Monday.", ["They had agreed on pay"]),
    ("The miners did nothing but wait on Monday.", ["The miners did nothing but wait on Monday"]),
    ("The guards came to help on Monday.", ["The guards came to help"]),
    ("The army announced arrests on Tuesday.", ["The army announced arrests"]),
    ("Radio reported clashes on Monday.", ["Radio reported clashes"]),
    ("Guards reported miners blocked the road on Monday.", ["Miners blocked the road"]),
    ("The envoy announced he hopes to leave on Monday.", ["The envoy hopes to leave"]),
]


@pytest.mark.parametrize(("text", "titles"), NOUNS)
def test_a_noun_is_no_verb(text: str, titles: list[str]) -> None:
    """Behind a preposition stands a noun, and who reports a noun alone reports what it names."""
    assert dated(text) == titles


def dated(text: str) -> list[str]:
    """Return the titles of what a sentence inside a story dates."""
    return [mention.title for mention in read("Filler text stands here. " + text) if mention.interval]
