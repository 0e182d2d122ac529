"""Themes: words that titles share, or none."""

from dataclasses import replace

import pytest
from invented import day, event, ferry

from timeline.model import Event
from timeline.themes import themed

TITLES = (
    "The fishermen blocked the harbour",
    "The fishermen burned their nets",
    "The fishermen returned to sea",
    "The divers found a hole below the waterline",
    "The divers raised the wreck",
    "The minister thanked the divers",
    "It rained",
)


def events(titles: tuple[str, ...]) -> list[Event]:
    """Return an event a day, one for each title."""
    return [event(f"t{index}", day(5, index + 1), title) for index, title in enumerate(titles)]


def test_a_theme_is_a_word_of_the_title_in_the_form_it_stands_in() -> None:
    """Who acts and what is acted on in several titles is a theme; an event that tells of neither has none."""
    assert [one.theme for one in themed(events(TITLES))] == ["fishermen"] * 3 + ["divers"] * 3 + [""]


@pytest.mark.parametrize(
    "titles",
    [
        (),
        ("It rained",),
        TITLES[:3],
        ("It rained", "The fishermen went on strike", "The council met", "The ferry sailed", "The storm rose"),
    ],
)
def test_where_no_few_words_cover_the_story_there_are_no_themes(titles: tuple[str, ...]) -> None:
    """One theme, or many rare ones, tell nothing apart."""
    assert not [one.theme for one in themed(events(titles)) if one.theme]


def test_a_place_and_an_amount_are_no_themes() -> None:
    """Where it happened and how many there were tell nothing apart."""
    told = [
        replace(one, places=("Norrhavn",)) for one in events(("Norrhavn waits", "Thousands wait", "People wait") * 3)
    ]
    assert not [one.theme for one in themed(told) if one.theme]


def test_the_readers_own_themes_stay() -> None:
    """A story in which every event has one is left as it is."""
    assert themed(ferry().events) == ferry().events
