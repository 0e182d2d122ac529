"""Proper names: found, freed of titles, and given in full."""

import pytest

from timeline.names import NameIndex, names
from timeline.syntax import parse

FOUND = [
    ("President Maria Lopez met Secretary of State Tom Hall in Oslo.", ["Maria Lopez", "Tom Hall", "Oslo"]),
    ("Interior Minister Ali Hassan resigned.", ["Ali Hassan"]),
    ("They flew to the United States and saw the White House.", ["United States", "White House"]),
    ("Alongside Syria, Peru left.", ["Syria", "Peru"]),
    ("Shares in Aldis & Berg fell.", ["Aldis & Berg"]),
    ("Ana Ruiz-Soto spoke with Omar al-Bashir.", ["Ana Ruiz-Soto", "Omar al-Bashir"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_names_are_found_without_titles(text: str, expected: list[str]) -> None:
    """A name is a run of capitals with a proper noun in it; offices and titles before it are no part of it."""
    assert [name.text for name in names(parse(text))] == expected


def test_title_before_a_name_is_known() -> None:
    """The office before a person's name is kept as its opening, so that a long headline can drop it."""
    sentence = parse("Homeland Security Secretary Ann Bell left.")
    (name,) = names(sentence)
    assert (name.text, name.opening, name.titled) == ("Ann Bell", 0, True)


FULL = [
    ("Lopez Obrador", "Andrés Manuel López Obrador"),
    ("López Obrador", "Andrés Manuel López Obrador"),
    ("Blinken", "Antony Blinken"),
    ("Security Council", "Security Council"),
]


@pytest.mark.parametrize(("short", "full"), FULL)
def test_short_name_leads_to_its_longest_form(short: str, full: str) -> None:
    """The end of a name stands for the whole, whatever its accents."""
    index = NameIndex(["Antony Blinken", "Andrés Manuel López Obrador", "Andres Manuel Lopez Obrador"])
    assert index.full(short) == full


def test_of_two_bearers_the_one_told_of_more_is_meant() -> None:
    """A brother named once takes nobody's name; of two named as often the first is meant."""
    assert NameIndex(["Ana Ruiz", "Maximilian Ruiz", "Ana Ruiz"]).full("Ruiz") == "Ana Ruiz"
    assert NameIndex(["Ana Ruiz", "Maximilian Ruiz"]).full("Ruiz") == "Ana Ruiz"
    assert NameIndex(["Ana Ruiz", "Maximilian Ruiz", "Maximilian Ruiz"]).full("Ruiz") == "Maximilian Ruiz"
