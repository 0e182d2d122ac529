"""The sample story, and the real articles it retells, hold the rows that a reader knows to be there.

A row is named by its date, by words of its title or its sentence, and by the articles that tell it.
"""

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from development import shared

from timeline.articles import make_article
from timeline.model import Event, Timeline
from timeline.pipeline import build_timeline
from timeline.readers.metadata import Metadata
from timeline.similarity.lexicon import stem
from timeline.titles import LONGEST

REAL = [
    ("2023-05", "agree venezuela", "000 001 002 003"),
    ("2023-12", "10,000 border", "000 001 003 004"),
    ("2023-12-21", "phone", "001 003 004"),
    ("2023-12-24", "caravan tapachula", "000 001 002 003 004"),
    ("2023-12-26", "migrants walk highway", "001"),
    ("2023-12-26", "national guard", "003"),
    ("2023-12-27", "mexico city", "000 001 002 003 004"),
    ("2022-06", "los angeles", "000"),
    ("2023-09", "railroads halted", "003"),
    ("2023-10", "march summit", "000"),
    ("2023-11", "block guatemala", "000"),
    ("2023-11", "caravan dispersed", "004"),
    ("2023-11", "190,000 apprehensions", "004"),
    ("2023-05/2023-11", "400,000", "004"),
    ("2023-12-18/2023-12-24", "closed railroad", "001 003"),
    ("2023-12-18/2023-12-24", "county court", "004"),
    ("2023-12-22", "announced", "004"),
    ("2023-12-25", "slept", "003"),
]
SAMPLE = [
    ("2023-05", "venezuelans", "000 001 002 003"),
    ("2023-12", "10,000 migrants days", "000 001 003 004"),
    ("2023-12-24", "caravan", "000 001 002 003 004"),
    ("2023-12-21", "phone", "001 003"),
    ("2023-12-26", "caravan walked", "001 003 004"),
    ("2023-12-26", "national guard", "003"),
    ("2023-12-27", "mexico city", "000 001 002 003 004"),
    ("2023-09", "railroad", "003"),
    ("2023-12-18/2023-12-24", "closed crossings", "000 001 003"),
    ("2023-12-18/2023-12-24", "county court", "004"),
]


@cache
def timeline(name: str) -> Timeline:
    """Return the timeline of the sample or of the real articles."""
    return build_timeline(Path(__file__).parent.parent / "articles" if name == "sample" else shared("articles"))


def told(event: Event, words: str) -> bool:
    """Say whether a row's title and sentence hold all of some words, by stem."""
    text = {stem(word.strip('.,;:"“”')) for word in f"{event.title} {event.description}".lower().split()}
    return all(stem(word) in text for word in words.split())


def articles(event: Event) -> str:
    """Return the numbers of a row's articles."""
    return " ".join(name[:3] for name in event.article_ids)


@pytest.mark.parametrize(
    ("story", "date", "words", "expected"),
    [*(("sample", *row) for row in SAMPLE), *(("real", *row) for row in REAL)],
)
def test_an_event_is_one_row_with_the_articles_that_tell_it(story: str, date: str, words: str, expected: str) -> None:
    """The row is there once, and on it stand the articles that tell the event and no other."""
    rows = [event for event in timeline(story).events if event.date == date and told(event, words)]
    assert [articles(event) for event in rows] == [expected]


@pytest.mark.parametrize("story", ["sample", "real"])
def test_a_weekday_that_contradicts_its_date_is_one_row_with_a_conflict(story: str) -> None:
    """Where the Sunday was the 24th, "Sunday (Dec 25)" makes the caravan's start a conflict, and no row on the 25th."""
    events = timeline(story).events
    assert [event.date for event in events if event.conflict] == ["2023-12-24"]
    assert not [event for event in events if event.date == "2023-12-25" and "002" in articles(event)]


@pytest.mark.parametrize("story", ["sample", "real"])
def test_the_sequence_ends_with_the_visit(story: str) -> None:
    """Nothing but what lies in the next year comes after it."""
    past = [event for event in timeline(story).events if event.date < "2024"]
    assert past[-1].date == "2023-12-27"
    assert any(event.date == "2023-12-27" and len(event.article_ids) == 5 for event in past)


@pytest.mark.parametrize("story", ["egypt_2011", "syria_2011"])
def test_no_title_is_cut(story: str) -> None:
    """However long the sentences, a title ends where a clause ends, within its length."""
    titles = [event.title for event in build_timeline(shared(f"data/stories/{story}/articles")).events]
    assert titles
    assert [title for title in titles if title.endswith("…") or len(title) > LONGEST] == []


RETOLD = [
    (
        "The minister is to open the Lund fair on Friday.",
        "The minister will not open the Lund fair on Friday, her office said.",
        ["2024-03-08 cancelled"],
    ),
    (
        "The minister is to open the Lund fair on Friday.",
        "Her office said the minister would not open the Lund fair on Friday.",
        ["2024-03-08 cancelled"],
    ),
    (
        "The minister is to open the Lund fair on Friday.",
        "The minister will open the Lund fair on Friday, her office said.",
        ["2024-03-08 planned"],
    ),
    (
        "The minister is to visit Lund on Friday.",
        "The minister called off a visit to Lund on Friday.",
        ["2024-03-08 cancelled"],
    ),
    (
        "A race is planned in Lund on Saturday.",
        "The club cancelled Saturday's race in Lund.",
        ["2024-03-09 cancelled"],
    ),
    (
        "The queen is expected to meet Ruiz on Wednesday and ask him to lead a cabinet.",
        "The queen asked Ivo Ruiz on Wednesday to lead a cabinet.",
        ["2024-03-06 occurred"],
    ),
    (
        "The brewer Harl said it would stop work at its Quay Street mill on Wednesday.",
        "Harl's Quay Street mill halted work on Wednesday.",
        ["2024-03-06 occurred"],
    ),
    (
        "A round of talks with the Harbour Guild set for Wednesday was cancelled.",
        "The Harbour Guild and the Miners' Union returned to the table on Wednesday.",
        ["2024-03-06 occurred", "2024-03-06 cancelled"],
    ),
    ("Shops in Lund will not open on Friday.", "The shops of Lund will not open on Friday.", []),
]


@pytest.mark.parametrize(("first", "later", "rows"), RETOLD)
def test_a_later_article_says_what_became_of_a_plan(first: str, later: str, rows: list[str]) -> None:
    """The status of a row is what the latest article makes of it; a denial of what nobody planned is no row."""
    texts = ((first, date(2024, 3, 5)), (later, date(2024, 3, 7)))
    articles = [
        make_article(text, f"a{day.day}", own=Metadata(published=day, source=f"The {day:%A}")) for text, day in texts
    ]
    assert [f"{event.interval.edtf()} {event.status}" for event in build_timeline(articles).events] == rows
