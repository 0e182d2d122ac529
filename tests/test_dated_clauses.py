"""Which clause a time dates, with what status and title: what is moved, told beside something else, or alleged."""

from datetime import date

import pytest

from timeline.mentions import extract
from timeline.model import Article

WEDNESDAY = date(2024, 4, 10)
OPENING = "The town lies by the sea. "  # so that no sentence below is a lede


def rows(text: str) -> list[str]:
    """Return "date status title" of the dated mentions of a sentence, in order."""
    text = OPENING + text
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    return [f"{told.interval.edtf()} {told.status} {told.title}" for told in mentions if told.interval]


def days(text: str) -> list[str]:
    """Return "date status" of the dated mentions of a sentence, in order."""
    return [" ".join(row.split(" ", 2)[:2]) for row in rows(text)]


MOVED_WHEN = [
    ("The ferry was delayed for two hours on Sunday.", ["2024-04-07 occurred"]),
    ("The ferry will be delayed for two hours on Sunday.", ["2024-04-14 planned"]),
    ("The club extended its lease by five years on Monday.", ["2024-04-08 occurred"]),
    ("The chair adjourned the session for an hour on Tuesday.", ["2024-04-09 occurred"]),
    ("The trial was put off by a month on Tuesday.", ["2024-04-09 occurred"]),
    ("The race was postponed by a week on Monday.", ["2024-04-08 occurred"]),
    ("The chair adjourned the session for a week to Tuesday.", ["2024-04-16 planned"]),
    ("The race was postponed to Monday.", ["2024-04-15 planned"]),
    ("The race was put off until Monday.", ["2024-04-15 planned"]),
    ("The league postponed the race on Monday.", ["2024-04-08 cancelled"]),
]
PLURALS = [
    ("The school cancelled plays on Monday.", ["2024-04-08 cancelled"]),
    ("The agency halted launches on Monday.", ["2024-04-08 occurred"]),
    ("The court delayed votes on Tuesday.", ["2024-04-09 occurred"]),
    ("The crew that won plays on Monday.", ["2024-04-15 planned"]),
    ("The mayor said the team plays on Monday.", ["2024-04-15 planned"]),
    ("The minister visits on Monday.", ["2024-04-15 planned"]),
]
FORESEEN = [
    ("She came for a fair that was to open on Friday.", ["2024-04-12 planned"]),
    ("The fair was to open on Thursday.", ["2024-04-11 planned"]),
    ("The fair opened on Friday.", ["2024-04-05 occurred"]),
    ("A guard said that she expected the boat to dock late on Tuesday.", ["2024-04-09 occurred"]),
    ("A guard says that she expects the boat to dock late on Tuesday.", ["2024-04-16 planned"]),
    ("A guard said that she expected the boat to dock late on Monday.", ["2024-04-15 planned"]),
]


@pytest.mark.parametrize(("text", "expected"), [*MOVED_WHEN, *PLURALS, *FORESEEN])
def test_a_past_deed_is_not_a_week_ahead(text: str, expected: list[str]) -> None:
    """Only "to", "until" and "for" name a new day; a plural is no verb; what was to come was not yet done."""
    assert days(text) == expected
