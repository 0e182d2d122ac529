"""Which clause a time dates, with what status and title: what is moved, told beside something else, or alleged."""

from datetime import date

import pytest

from timeline.mentions import extract
from timeline.model import Article

WEDNESDAY = date(2024, 4, 10)
OPENING = "The town lies by the sea. "  # so that no sentence below is a lede


def rows(text: str) -> list[str]:
    """Return "date status title" of the dated mentions of a sentence that have a title, by date."""
    text = OPENING + text
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    titled = (told for told in mentions if told.interval and told.title)
    return sorted(f"{told.interval.edtf()} {told.status} {told.title}" for told in titled if told.interval)


def days(text: str) -> list[str]:
    """Return "date status" of the dated mentions of a sentence, by date."""
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


TOLD_BESIDE = [
    # a day behind a present perfect is that of the clause it stands right behind
    ("Ana Ruiz has quit over the fire that killed two men on Sunday.", ["2024-04-07 occurred The fire killed two men"]),
    ("Ana Ruiz has quit on Sunday.", ["2024-04-07 occurred Ana Ruiz has quit"]),
    # a deed with a time of its own has none of the words of the one around it
    ("Ana Ruiz, accused of robbing a shop on Friday, was freed on Monday.", ["2024-04-08 occurred Ana Ruiz was freed"]),
    (
        "The court on Monday closed the club, blaming it for the riot in which 12 people were hurt last month.",
        [
            "2024-03 occurred 12 people were hurt in the riot",
            "2024-04-08 occurred The court closed the club, blaming it for the riot",
        ],
    ),
    (
        "The port reopened on April 1, having closed in March.",
        ["2024-03 occurred The port closed", "2024-04-01 occurred The port reopened"],
    ),
    (
        "The port reopened on April 1, having been closed in March.",
        ["2024-03 occurred The port was closed", "2024-04-01 occurred The port reopened"],
    ),
    ("Marchers waving flags on Monday sang.", ["2024-04-08 occurred Marchers waving flags sang"]),
    # a day is joined to no noun, and years behind what is looked into are not those of the looking
    (
        "Norland shut its port on Monday and Peru followed on Tuesday.",
        ["2024-04-08 occurred Norland shut its port", "2024-04-09 occurred Peru followed"],
    ),
    (
        "Norland reported its first case on Monday and Peru confirmed two on Tuesday.",
        ["2024-04-08 occurred Norland reported its first case", "2024-04-09 occurred Peru confirmed two"],
    ),
    ("The miners met on Monday and Tuesday and left.", ["2024-04-08/2024-04-09 occurred The miners met and left"]),
    ("Prosecutors charged Berg with 12 thefts between 2010 and 2014.", []),
    ("Berg committed 12 thefts between 2010 and 2014.", ["2010/2014 occurred Berg committed 12 thefts"]),
    ("The court convicted Berg of two thefts in 2014.", ["2014 occurred The court convicted Berg of two thefts"]),
    # a quoted "within the year" counts from a day that is not told
    ('Ada Rhee told the court that Berg would marry her "within the year".', []),
    ("The firm said it would mend the port within the year.", ["2024 planned The firm would mend the port"]),
    # what is told since an event is not of its day
    ("The win was her first since the vote on March 3.", ["2024-03-03 occurred The vote"]),
    # what is laid down begins on its first day
    (
        "The mayor declared three days of mourning beginning Friday.",
        ["2024-04-12/2024-04-14 planned Three days of mourning"],
    ),
    ("The mayor announced cuts to the budget beginning Monday.", ["2024-04-15 planned Cuts to the budget"]),
    ("The judge set a trial date of May 3.", ["2024-05-03 planned The judge set a trial date of May 3"]),
]


@pytest.mark.parametrize(("text", "expected"), TOLD_BESIDE)
def test_a_time_has_the_words_of_its_own_clause(text: str, expected: list[str]) -> None:
    """Where no clause can be cut for a time, no other one is told in its place."""
    assert rows(text) == expected


def test_the_verb_behind_a_participle_is_the_main_one() -> None:
    """Read as a clause beside the participle, it still has the subject of both."""
    text = "A sailor stabbed two weeks ago while filming a strike died Friday, a state paper reported."
    assert rows(text)[-1] == "2024-04-05 occurred A sailor died"


ALLEGED = [
    ("Prosecutors allege that Berg robbed a bank on April 3.", "Prosecutors allege that Berg robbed a bank"),
    ("Detectives suspect that Berg robbed a bank on April 3.", "Detectives suspect that Berg robbed a bank"),
    ("The lawsuit claims Berg sold the ring on April 3.", "The lawsuit claims that Berg sold the ring"),
    ("Peru claimed it sank two boats on April 3.", "Peru claimed that it sank two boats"),
    ("Berg robbed a bank on April 3, prosecutors allege.", "Prosecutors allege that Berg robbed a bank"),
    ("It is alleged that Berg robbed a bank on April 3.", "Berg robbed a bank, it is alleged"),
    ("The jury was told that Berg robbed a bank on April 3.", "The jury was told that Berg robbed a bank"),
    ("Lawyers told the court that Berg robbed a bank on April 3.", "Lawyers told the court that Berg robbed a bank"),
    ("According to the indictment, Berg sold a ring on April 3.", "Berg sold a ring, according to the indictment"),
    ("Berg is accused of robbing a bank on April 3.", "Berg is accused of robbing a bank on April 3"),
    # nobody accuses anybody, or it is no allegation
    ("Police said that Berg robbed a bank on April 3.", "Berg robbed a bank"),
    ("The radio reported that Berg robbed a bank on April 3.", "Berg robbed a bank"),
    ("According to the weather office, the river rose on April 3.", "The river rose"),
    ("Police believe the man who left the bar on April 3 is a spy.", "The man left the bar"),
    ("The flood claimed 12 lives on April 3.", "The flood claimed 12 lives"),
]


@pytest.mark.parametrize(("text", "title"), ALLEGED)
def test_an_allegation_is_not_told_as_a_fact(text: str, title: str) -> None:
    """Who alleges, claims or suspects something stays in its title; the day is that of the deed."""
    assert rows(text) == [f"2024-04-03 occurred {title}"]


def test_each_of_two_deeds_alleged_is_told_so() -> None:
    """What is joined to an allegation is alleged with it."""
    assert rows("Prosecutors allege that Berg robbed a bank on April 2 and fled on April 5.") == [
        "2024-04-02 occurred Prosecutors allege that Berg robbed a bank",
        "2024-04-05 occurred Prosecutors allege that Berg fled",
    ]


ANCHORED = [
    # an hour of every day is no hour of a day that is over
    ("They met in a debate on April 3. Polls open at 7 a.m. and close at 8 p.m.", ["2024-04-03"]),
    # a morning behind an evening is the next one
    ("Berg resigned on Monday night. Two guards arrived in Lund at 9 a.m.", ["2024-04-08", "2024-04-09"]),
    ("Berg resigned on Monday night. Two guards had arrived in Lund at 9 a.m.", ["2024-04-08", "2024-04-08"]),
    ("Berg resigned on Monday night. Two guards arrived in Lund at 11 p.m.", ["2024-04-08", "2024-04-08"]),
    ("Berg resigned on Monday morning. Two guards arrived in Lund at 9 a.m.", ["2024-04-08", "2024-04-08"]),
    # days are counted from the hour of their own sentence
    (
        "The crew woke on Monday. The hatch opened at 4 p.m., eight days after the first lock failed.",
        ["2024-03-31", "2024-04-08", "2024-04-08"],
    ),
    # years ago on a weekday is not this week
    ("The dam burst two years ago on Monday.", ["2022-04"]),
    ("The dam burst on Monday.", ["2024-04-08"]),
    # what somebody said they were doing on a day is to come
    ("Berg announced that he was sending an envoy to Lund on Tuesday.", ["2024-04-16"]),
    ("Guards said crews were searching the port on Tuesday.", ["2024-04-09"]),
    # days are counted from an event told before, where one day of it is told
    ("Members voted on April 2. Two days before the vote, Berg resigned.", ["2024-03-31", "2024-04-02"]),
    ("Envoys met at a summit on Monday. A day after the summit, rebels shelled Lund.", ["2024-04-08", "2024-04-09"]),
    ("Lind died on March 1. Two weeks after her death, Berg fled.", ["2024-03-01", "2024-03-11/2024-03-17"]),
    ("The vote will be held on Sunday. Two days before the vote, Berg resigned.", ["2024-04-14"]),
    (
        "Members voted on April 2. Peers voted on April 5. Two days before the vote, Berg quit.",
        ["2024-04-02", "2024-04-05"],
    ),
    ("Envoys prepared for the summit on Monday. A day before the summit, rebels shelled Lund.", ["2024-04-08"]),
    ("Members voted on April 2. Two days before a vote, guards are sworn in.", ["2024-04-02"]),
    # a dash before an amount makes no span
    ("Lind learned of the leak on April 2 — six days before it was told to the press.", ["2024-04-02", "2024-04-08"]),
    ("Lind toured the coast, April 2 - April 5.", ["2024-04-02/2024-04-05"]),
    # what lies between two years moves from the one to the other only behind "from"
    ("She moved to Lund between 2016 and 2019, the mayor said.", ["2016/2019"]),
    ("The launch was moved from Monday to Friday.", ["2024-04-12"]),
]


@pytest.mark.parametrize(("text", "expected"), ANCHORED)
def test_a_time_counts_from_what_is_told_with_it(text: str, expected: list[str]) -> None:
    """Hours, amounts and ranges take their day from their own sentence and its order."""
    assert [row.split(" ", 1)[0] for row in rows(text)] == expected


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("Two days before the vote, the leader of the party resigned.", False),
        ("Days after the vote, the leader of the party resigned.", True),
        ("The leader of the party resigned before the vote.", True),
    ],
)
def test_a_lede_that_counts_back_from_an_event_is_not_of_its_publication(text: str, *, dated: bool) -> None:
    """The publication date stands in for no day that an event without one is counted from."""
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    assert any(mention.interval for mention in mentions) is dated
