"""Themes: desks of a newsroom, words that titles share, or none."""

from dataclasses import replace

import pytest
from invented import day, event, ferry

from timeline.desks import desk, patterns
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


UNREST = (
    "Islanders march to the harbour",
    "Protesters hold a rally",
    "Thousands demonstrate against the fares",
    "The council of ministers resigns",
    "Voters elect a parliament",
    "The government calls an election",
    "Two fishermen are killed",
    "A blast wounds a pilot",
    "Gunmen attack the customs house",
    "It rained",
)


@pytest.mark.parametrize(
    ("titles", "themes"),
    [
        (UNREST, "protest protest protest politics politics politics violence violence violence -"),
        (UNREST[:6] + UNREST[9:], "protest protest protest politics politics politics -"),
        (UNREST[:3] + UNREST[9:] * 2, "- - - - -"),  # a single desk
        (UNREST[:6] + UNREST[9:] * 4, " ".join("-" * 10)),  # more than a third of the story is for none
        (UNREST[:6] + UNREST[6:8], "protest protest protest politics politics politics - -"),  # two are no theme
        (("Marchers rest", "Activists sing", "Riots spread", *UNREST[:6]), " ".join("-" * 9)),  # one has most of it
        (
            (*UNREST[:6], "Police kill a protester, an opposition figure", "It rained"),
            "protest protest protest politics politics politics protest -",
        ),
    ],
)
def test_events_go_to_the_desks_of_a_newsroom_where_few_desks_share_the_story(
    titles: tuple[str, ...], themes: str
) -> None:
    """A desk needs three events, all desks need two thirds of the story, none may have more than half of it."""
    bare = [replace(one, mentions=()) for one in events(titles)]
    assert [one.theme or "-" for one in themed(bare)] == themes.split()


@pytest.mark.parametrize(("titles", "theme", "share"), [(UNREST, "protest", 9), (TITLES, "fishermen", 6)])
@pytest.mark.parametrize(("salience", "helps"), [(0.1, True), (0.9, False)])
def test_the_events_that_a_picture_shows_decide_whether_themes_help(
    titles: tuple[str, ...], theme: str, share: int, salience: float, helps: bool
) -> None:
    """A long tail of small events on all subjects takes no theme from the two hundred that lead, nor gives them any."""
    times = 200 // len(titles)
    lead = [replace(one, id=f"l{at}", mentions=(), salience=0.5) for at, one in enumerate(events(titles) * times)]
    tail = [replace(lead[0], id=f"r{at}", title="It rained", salience=salience) for at in range(300)]
    small = replace(lead[0], id="s", salience=0.0)
    found = [one.theme for one in themed([*lead, *tail, small])]
    assert sum(name != "" for name in found[: len(lead)]) == (times * share if helps else 0)
    assert found[len(lead) :] == [""] * 300 + [theme if helps else ""]


@pytest.mark.parametrize(
    ("title", "clause", "name"),
    [
        ("Crews walk out", "", ""),
        ("Crews walk out", "Crews walked out and the strike of union workers began", "work"),
        ("Crews walk out", "Crews walked out on strike", ""),  # one word of a clause is too little
        ("Judge jails a striking captain", "", "justice"),
        ("A striking film", "", "work"),  # of two words the first
        ("The U.N. condemns the killing", "", "diplomacy"),
        ("Air strikes wound two", "", "violence"),
        ("Freedom deserves fighting for", "", ""),  # no more violent than a match of words
        ("The assault on the harbour goes on", "", "violence"),
        ("A campaign against rats", "", ""),  # not every campaign is for votes
        ("The candidate campaigned", "", "politics"),
        ("Minister visits, minister waits", "", "politics"),
        ("Foreign minister visits the government", "", "diplomacy"),  # of two the first
        ("Government receives the foreign minister, a foreign minister", "", "diplomacy"),  # no minister is left
        ("The African Union waits", "", "diplomacy"),  # no union of workers
        ("Crowds flood into the square", "", "protest"),
        ("Army imposes a curfew", "", "security"),
        ("Police arrest an islander", "", "justice"),
        ("Islanders march in the rain", "", "protest"),
        ("Rain falls in March", "", ""),
        ("Electricity is cut in important towns", "", ""),  # no election, no import
        ("Divers explore the novel crimea", "", ""),
        ("Shelley's un-needed sport-coat", "", ""),  # no word of these stands alone
    ],
)
def test_a_title_counts_for_more_than_the_clauses(title: str, clause: str, name: str) -> None:
    """A desk's word in the title is enough; without one, three words of its clauses are."""
    told = event("d", day(5, 1), title)
    mentions = tuple(replace(mention, text=clause) for mention in told.mentions)
    assert desk(replace(told, mentions=mentions), tuple(patterns())) == name


def test_a_place_and_an_amount_are_no_themes() -> None:
    """Where it happened and how many there were tell nothing apart."""
    told = [
        replace(one, places=("Norrhavn",)) for one in events(("Norrhavn waits", "Thousands wait", "People wait") * 3)
    ]
    assert not [one.theme for one in themed(told) if one.theme]


@pytest.mark.parametrize(
    ("given", "found"),
    [(number, {"protest", "politics", "violence"}) for number in (0, 1, 2)]
    + [(3, {"protest", "politics"})]
    + [(number, set()) for number in (4, 5, 6)],
)
def test_the_readers_themes_leave_room_for_five_in_all(given: int, found: set[str]) -> None:
    """Each theme of the reader's leaves one less to find; a single one is none."""
    own = [replace(one, id=f"o{at}", theme=f"own {at}") for at, one in enumerate(events(("It rained",) * given))]
    bare = [replace(one, mentions=()) for one in (*own, *events(UNREST[:9] * 2))]
    assert {one.theme for one in themed(bare)} - {""} - {one.theme for one in own} == found


def test_the_readers_own_themes_stay() -> None:
    """A story in which every event has one is left as it is."""
    assert themed(ferry().events) == ferry().events
