"""What the times of a sentence date, construction by construction: comparisons, lists, spans, ends, what is moved."""

from datetime import date

import pytest

from timeline.mentions import extract
from timeline.model import Article, Status
from timeline.resolve import annotate

WEDNESDAY = date(2024, 4, 10)
OPENING = "The town lies by the sea. "  # so that no sentence below is a lede


def told(text: str) -> list[str]:
    """Return "predicate date", with the status where it is not occurred, of the dated mentions of a sentence."""
    text = OPENING + text
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    return [
        f"{mention.predicate} {mention.interval.edtf()}"
        + ("" if mention.status is Status.OCCURRED else f" {mention.status}")
        for mention in mentions
        if mention.interval
    ]


def values(text: str) -> list[tuple[str, str]]:
    """Return the time expressions of a text with their values."""
    return [(time.timex.text, time.value) for time in annotate(text, WEDNESDAY)]


COMPARED = [
    ("It was the worst flood since Norma in 1989.", []),
    ("Profit rose to 400 million dollars, up from 340 a year earlier.", []),
    ("Output was 5 percent lower than in March last year.", []),
    ("Police charged the driver on Monday under a 2019 law.", ["charge 2024-04-08"]),
    ("Two states left the 2016 agreement on Tuesday.", ["leave 2024-04-09"]),
    ("The club won its first title since 2005 on Sunday.", ["win 2024-04-07"]),
    ("The club lost for the first time since May on Sunday.", ["lose 2024-04-07"]),
    ("Boeing 737 flights were stopped on Monday.", ["stop 2024-04-08"]),
    ("Ministers adopted Agenda 2030 on Tuesday.", ["adopt 2024-04-09"]),
    ("It is the coldest April since records began in 1884.", ["begin 1884"]),
    ("Inflation was 4.1 percent, down from 5.2 percent in 2022.", []),
    ("The herd was 40 elks, up from 31 elks in 2022.", []),
    ("Ana Berg repeated points of her earlier speeches in March.", ["speech 2024-03"]),
    ("The mine has been the heart of the town since 1952.", []),
    # and what is no comparison
    ("Inflation was 4.1 percent in 2022.", ["percent 2022"]),
    ("The guards freed elks from 12 yards on Monday.", ["free 2024-04-08"]),
    ("Ana Berg repeated points of her speeches on Monday.", ["repeat 2024-04-08"]),
    ("Ana Berg has been mayor since 2019.", ["mayor 2019 ongoing"]),
    ("A ban has been in force since Monday.", ["force 2024-04-08 ongoing"]),
    ("The bank said on Monday that there were more than 300 fires in March.", ["say 2024-04-08", "be 2024-03"]),
    ("Many sailors came from those two on Monday.", ["come 2024-04-08"]),
    ("The 2016 agreement was signed in Lund.", ["agreement 2016"]),
    ("The firm moved from Lund to Ardol in 2019.", ["move 2019"]),
    ("Unlike Berg, Lind won on Sunday.", ["win 2024-04-07"]),
    ("Prices rose from 40 to 50 dollars on Monday.", ["rise 2024-04-08"]),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_what_is_compared_with_or_names_a_thing_dates_nothing(text: str, expected: list[str]) -> None:
    """A time behind "since", "than" or in a name is not the time of what the sentence tells."""
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He joined Expo 1998 on Monday.", ["Monday"]),
        ("They met in Lund in 1998.", ["1998"]),
        ("The first title since 2005 on Sunday.", ["2005", "Sunday"]),
        ("It opened at 2005 on Sunday.", ["2005 on Sunday"]),
        ("It signed the 1998 Good Friday Agreement.", ["1998"]),
        ("In Lund, 2011 was a good year.", ["2011"]),
        ("The Lund of 2011 is gone.", ["2011"]),
    ],
)
def test_figures_that_name_a_thing_are_no_time(text: str, expected: list[str]) -> None:
    """Years that end a name are part of it, and a year before a day is no hour."""
    assert [phrase for phrase, _ in values(text)] == expected


MOVED = [
    ("The launch was postponed from Monday to Thursday.", ["postpone 2024-04-18 planned"]),
    ("The league moved the derby from 13 April to 20 April.", ["move 2024-04-20 planned"]),
    ("The vote was brought forward from 5 May to 20 April.", ["bring 2024-04-20 planned"]),
    ("The meeting was brought forward to Friday.", ["bring 2024-04-12 planned"]),
    ("The trial has been delayed until 3 June.", ["delay 2024-06-03 planned"]),
    ("The election was pushed back from April to July.", ["push back 2024-07 planned"]),
    (
        "On Tuesday the court postponed the trial until 3 June.",
        ["trial 2024-06-03 planned", "postpone 2024-04-09"],
    ),
    (
        "The league on Monday moved the derby to 20 April.",
        ["derby 2024-04-20 planned", "move 2024-04-08"],
    ),
    (
        "The match, scheduled for Sunday, was postponed until 24 April.",
        ["schedule 2024-04-14 cancelled", "postpone 2024-04-24 planned"],
    ),
    ("The deadline was extended from 30 April to 31 May.", ["extend 2024-05-31 planned"]),
    ("On Monday the president called an election for 9 June.", ["election 2024-06-09 planned", "call 2024-04-08"]),
    ("The visit, planned for May, was called off.", ["call off 2024-05 cancelled"]),
    (
        "Unions called off a strike planned for Friday after talks on Tuesday.",
        ["call off 2024-04-09 cancelled", "plan 2024-04-12 cancelled"],
    ),
    ("On Monday the judge adjourned the trial to 3 June.", ["trial 2024-06-03 planned", "adjourn 2024-04-08"]),
    ("The judge adjourned the trial on Monday to 3 June.", ["trial 2024-06-03 planned", "adjourn 2024-04-08"]),
    # a plan that was given up for another dates nothing
    ("The derby, originally due on Friday, was played on Sunday.", ["play 2024-04-07"]),
    ("The fair, originally planned for Friday, was delayed by snow and opened Sunday.", ["open 2024-04-07"]),
    ("The bridge, initially scheduled to open in May, opened on Friday.", ["open 2024-04-05"]),
    ("The pit originally opened in May 1990 as a quarry.", ["open 1990-05"]),
    ("The derby is due on Friday.", ["due 2024-04-12 planned"]),
    # what is no happening is on no day, and nobody is held or banned on the day until which he is
    ("The judge adjourned the case until 3 June.", []),
    ("The judge adjourned the trial until 3 June.", ["adjourn 2024-06-03 planned"]),
    ("The court remanded Lind in custody until Friday.", []),
    ("The league banned the club until Friday.", []),
    # and what is moved to no other day, or runs from one day to another
    ("Authorities moved 300 people from Ardol to Lund on Monday.", ["move 2024-04-08"]),
    ("On Monday parliament extended the curfew until May 3.", ["extend 2024-04-08"]),
    ("The fair will run from Monday to Thursday.", ["run 2024-04-15/2024-04-18 planned"]),
    ("The launch, delayed twice, was seen by fans from Monday to Tuesday.", ["see 2024-04-08/2024-04-09"]),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_what_is_moved_is_on_its_new_day(text: str, expected: list[str]) -> None:
    """The day a plan had dates nothing done; the moving has its own day."""
    assert told(text) == expected


OF_TWO_DAYS = [
    ("The arrest of a singer on Monday led to riots on Tuesday.", ["arrest 2024-04-08", "lead 2024-04-09"]),
    ("Arrests of 12 singers on Monday drew crowds on Tuesday.", ["arrest 2024-04-08", "draw 2024-04-09"]),
    ("The arrest of a singer on Monday led to riots.", ["lead 2024-04-08"]),
    ("The fleet left Lund on Monday and had sailed 90 miles.", ["leave 2024-04-08"]),
    ("The judge ordered the miners back to work on Sunday.", ["order 2024-04-07"]),
    ("The miners agreed to work on Sunday.", ["agree 2024-04-14 planned"]),
    ("The mayor called a special session of the town's council for Friday.", ["call 2024-04-12 planned"]),
    ("The mayor called a special session for Thursday.", ["call 2024-04-11 planned"]),
    ("The boat left Lund on Friday for Oslo, where it was due on Sunday.", ["leave 2024-04-05", "due 2024-04-07"]),
    ("The boat left Lund on Friday. It is due in Oslo on Sunday.", ["leave 2024-04-05", "Oslo 2024-04-14 planned"]),
    ("The king declared Friday a day of prayer.", ["declare 2024-04-12 planned"]),
    ("The king declared Friday that he was ill.", ["declare 2024-04-05"]),
]


@pytest.mark.parametrize(("text", "expected"), OF_TWO_DAYS)
def test_a_deed_and_what_it_is_about_have_their_own_days(text: str, expected: list[str]) -> None:
    """What led to a thing, what had been done before it, and the day that it lays down are not of the deed's day."""
    assert told(text) == expected


LASTING = [
    ("Nurses walked out for three days from 13 March.", ["walk out 2024-03-13/2024-03-15"]),
    ("Drivers will hold a three-day strike from Monday.", ["hold 2024-04-15/2024-04-17 planned"]),
    ("Rebels declared a week-long truce starting on Friday.", ["truce 2024-04-12/2024-04-18 planned"]),
    ("The bridge will be closed for two weeks starting June 3.", ["close 2024-06-03/2024-06-16 planned"]),
    ("The airport was closed beginning March 3.", ["close 2024-03-03"]),
    ("From 3 March for two weeks the airport was closed.", ["close 2024-03-03/2024-03-16"]),
    ("Talks will last five days from 22 April.", ["last 2024-04-22/2024-04-26 planned"]),
    ("The mill will shut for a month from May 1.", ["shut 2024-05 planned"]),
    ("A curfew was imposed for 48 hours from Monday.", ["impose 2024-04-08/2024-04-09"]),
    ("The firm will cut output for six months from July.", ["cut 2024-07/2024-12 planned"]),
    ("The union announced a strike from Monday.", ["strike 2024-04-15 planned"]),
    # and where the amount and the day are apart
    ("Drivers began a three-day strike on Monday.", ["begin 2024-04-08"]),
    ("The court jailed him for three years on Monday.", ["jail 2024-04-08"]),
    ("The 10-day festival opens on May 3.", ["open 2024-05-03 planned"]),
    ("The ship will dock three days from Monday.", ["dock 2024-04-18 planned"]),
    ("The club was fined for several years from 2019.", []),
]


@pytest.mark.parametrize(("text", "expected"), LASTING)
def test_what_lasts_from_a_day_has_all_its_days(text: str, expected: list[str]) -> None:
    """How long and from when are one span; an amount elsewhere moves no day."""
    assert told(text) == expected


LISTED = [
    ("The fair was held on 5, 6 and 8 April.", ["hold 2024-04-05/2024-04-06", "hold 2024-04-08"]),
    ("Strikes hit the ports on March 5, 9 and 20, 2023.", ["hit 2023-03-05", "hit 2023-03-09", "hit 2023-03-20"]),
    ("Judges heard witnesses on the 5th, 6th and 8th of April.", ["hear 2024-04-05/2024-04-06", "hear 2024-04-08"]),
    ("Matches will be played on 1 and 8 May.", ["play 2024-05-01 planned", "play 2024-05-08 planned"]),
    ("Matches will be played between 1 and 8 May.", ["play 2024-05-01/2024-05-08 planned"]),
    ("Nurses walked out on Monday, Tuesday and Thursday.", ["walk out 2024-04-01/2024-04-02", "walk out 2024-04-04"]),
    (
        "Nurses will walk out on Monday, Tuesday and Thursday.",
        ["walk out 2024-04-15/2024-04-16 planned", "walk out 2024-04-18 planned"],
    ),
    ("The court sat on March 4, 5, 6 and 7.", ["sit 2024-03-04/2024-03-07"]),
    ("She won the race in 2019, 2021 and 2023.", ["win 2019", "win 2021", "win 2023"]),
    ("She won the race in 2019, 2021 and 2022.", ["win 2019", "win 2021", "win 2022"]),
    ("The firm was fined in 2016, and again in 2022.", ["fine 2016", "fine 2022"]),
    ("Her appeal was rejected in June 2023 and again on Monday.", ["reject 2023-06", "reject 2024-04-08"]),
    # and what is no list
    ("Ten were killed on 6 April, and on Tuesday the army left.", ["kill 2024-04-06", "leave 2024-04-09"]),
    ("The court sat on 2 April and on 4 April.", ["sit 2024-04-02", "sit 2024-04-04"]),
    ("The statements were made Tuesday and Monday.", ["make 2024-04-08/2024-04-09"]),
    ("He scored on 5, 6 and 8 attempts.", []),
    ("The council met on Monday and Tuesday's vote was called off.", ["meet 2024-04-08", "vote 2024-04-09 cancelled"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTED)
def test_each_day_of_a_list_is_told(text: str, expected: list[str]) -> None:
    """What happened on some days has each of them, days in a row as one; their title needs none."""
    assert told(text) == expected


def test_a_list_of_days_has_the_words_of_all_and_leaves_no_joint() -> None:
    """Each day of a list is told in the words of all; no "and" between them stays in the title."""
    text = OPENING + "Nurses in Lund walked out on April 5, 6 and 8 over pay."
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    told_of = [(mention.title, mention.time.timex.text) for mention in mentions if mention.time]
    assert told_of == [("Nurses in Lund walked out over pay", "April 5, 6 and 8")] * 2


ENDED = [
    ("The museum will stay closed until Friday.", ["stay 2024-04-12 planned"]),
    ("The show ran through Sunday.", ["run 2024-04-07"]),
    ("The school was closed until March 20.", ["close 2024-03-20"]),
    ("The sale runs till Saturday.", ["run 2024-04-13 planned"]),
    ("Bids are accepted up to 15 May.", ["accept 2024-05-15 planned"]),
    ("The road will be closed from Monday until Friday.", ["close 2024-04-15/2024-04-19 planned"]),
    ("The ship did not land until Friday.", ["land 2024-04-05"]),
    ("The port was closed from 6 p.m. on Saturday until noon on Sunday.", ["close 2024-04-06/2024-04-07"]),
    # deadlines
    ("Tenants must leave by 30 June.", ["leave 2024-06-30 planned"]),
    ("The army will withdraw by Friday.", ["withdraw 2024-04-12 planned"]),
    ("The ministry must pay by the end of the month.", ["pay 2024-04 planned"]),
    ("The dam is to be rebuilt by 2027.", ["rebuild 2027 planned"]),
    # and what was done on a day of its own, or before
    ("The judge on Monday gave the ministry until 30 April to reply.", ["give 2024-04-08"]),
    ("The court gave the ministry until 30 April to reply.", []),
    ("The curfew was extended until June 1.", []),
    ("The rebels had withdrawn by Friday.", []),
    ("The ministry need not pay by 30 June.", []),
    ("The clinic was set on fire by Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENDED)
def test_a_last_day_dates_what_nothing_else_does(text: str, expected: list[str]) -> None:
    """What goes on until a day is dated by its end, a duty by its deadline."""
    assert told(text) == expected


def test_a_last_day_stays_in_the_title() -> None:
    """The day of its end alone would tell when it began."""
    text = OPENING + "The museum will stay closed until Friday."
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    assert [mention.title for mention in mentions if mention.time] == ["The museum will stay closed until Friday"]
    assert not any(mention.negated for mention in mentions)


ORDERED = [
    ("The road has been closed since Friday.", ["close 2024-04-05 ongoing"]),
    ("The minister said the tax would be scrapped from 1 July.", ["scrap 2024-07-01 planned"]),
    ("Boats hit a pier overnight on Sunday.", ["hit 2024-04-07"]),
    ("It was here, on 14 June 1940, that the two leaders met.", ["meet 1940-06-14"]),
    (
        "Crews returned to work on Thursday after the union accepted the offer on Wednesday.",
        ["return 2024-04-04", "accept 2024-04-03"],
    ),
    # and what stays
    ("Some 40 herders have been killed since Friday.", []),
    ("The tax was scrapped from 1 July.", []),
    ("It was clear on Monday that the dam had failed.", []),
    (
        "Crews returned to work on Wednesday after the union accepted the offer on Monday.",
        ["return 2024-04-10", "accept 2024-04-08"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ORDERED)
def test_clauses_tell_what_began_and_what_came_first(text: str, expected: list[str]) -> None:
    """A state begins on its "since", a plan on its "from", and what follows "after" came before."""
    assert told(text) == expected


SHARED = [
    ("Rebels took the port on Sunday and the palace on Monday.", ["Rebels took the port", "Rebels took the palace"]),
    (
        "Shares fell 4 percent on Monday and another 2 percent on Tuesday.",
        ["Shares fell 4 percent", "Shares fell another 2 percent"],
    ),
    (
        "The army shut down the bridge on Monday and the port on Tuesday.",
        ["The army shut down the bridge", "The army shut down the port"],
    ),
    # and what has a verb of its own
    (
        "The court freed two men on Monday and jailed a third on Tuesday.",
        ["The court freed two men", "The court jailed a third"],
    ),
    ("The envoy resigned on Monday and left on Tuesday.", ["The envoy resigned", "The envoy left"]),
]


@pytest.mark.parametrize(("text", "titles"), SHARED)
def test_two_objects_of_one_verb_have_a_day_each(text: str, titles: list[str]) -> None:
    """Each deed is told with its own object and dated by its own day."""
    text = OPENING + text
    mentions = extract([Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)])
    dated = [mention for mention in mentions if mention.interval]
    assert [mention.title for mention in dated] == titles
    assert len({mention.interval for mention in dated}) == len(titles)
