"""What English rules out in a parse: a sentence has the titles that it tells, and its twin keeps its own."""

import pytest

from tests.test_mentions import read

NOUNS = [
    ("The court settled the issue of pay on Monday.", ["The court settled the issue of pay"]),
    ("The miners walked out over pay in Lund on Monday.", ["The miners walked out over pay in Lund"]),
    ("They had agreed on pay on Monday.", ["They had agreed on pay"]),
    ("On Monday the miners did nothing but wait.", ["The miners did nothing but wait"]),
    ("The guards came to help on Monday.", ["The guards came to help"]),
    ("The army announced arrests on Tuesday.", ["The army announced arrests"]),
    ("Radio reported clashes on Monday.", ["Radio reported clashes"]),
    ("Guards reported miners blocked the road on Monday.", ["Miners blocked the road"]),
    ("Ardol Coal shut its mine on Monday.", ["Ardol Coal shut its mine"]),
    ("The envoy quit on Monday over the Lund mine fire.", ["The envoy quit over the Lund mine fire"]),
    ("A friend of mine left on Monday.", []),
    ("The envoy announced he hopes to leave on Monday.", ["The envoy hopes to leave"]),
]


@pytest.mark.parametrize(("text", "titles"), NOUNS)
def test_a_noun_is_no_verb(text: str, titles: list[str]) -> None:
    """Behind a preposition stands a noun, and who reports a noun alone reports what it names."""
    assert dated(text) == titles


LISTS = [
    ("Peru, the Netherlands and Norway left the pact on Monday.", ["Peru, the Netherlands and Norway left the pact"]),
    ("A teacher, two pupils and the driver died on Monday.", ["A teacher, two pupils and the driver died"]),
    ("Last week, miners and guards clashed in Lund.", ["Miners and guards clashed in Lund"]),
    (
        "Ana Berg, the mayor and head of the guild, left Lund on Monday.",
        ["Ana Berg, the mayor and head of the guild, left Lund"],
    ),
]


@pytest.mark.parametrize(("text", "titles"), LISTS)
def test_a_list_of_subjects_begins_with_its_first(text: str, titles: list[str]) -> None:
    """What a comma parts from "the ... and ..." begins the list; a name set off by two commas does not."""
    assert dated(text) == titles


TWICE = [
    (
        "A magnitude 6.1 quake struck Lund on Monday and a magnitude 5.2 quake struck Ardol on Tuesday.",
        ["A magnitude 6.1 quake struck Lund", "A magnitude 5.2 quake struck Ardol"],
    ),
    (
        "Berg left Lund in March, moved to Oslo in April, joined the navy in May and retired on Monday.",
        ["Berg left Lund", "Berg moved to Oslo", "Berg joined the navy", "Berg retired"],
    ),
    ("Berg was born in Lund, moved to Oslo, wed Ana, wrote a book and retired on Monday.", ["Berg retired"]),
    (
        "Berg was born in Lund in 1950, moved to Oslo in 1960 and retired in 1999.",
        ["Berg was born in Lund", "Berg moved to Oslo", "Berg retired"],
    ),
    (
        "The king left, followed by guards and cheered by crowds on Monday.",
        ["The king left, followed by guards and cheered by crowds on Monday"],
    ),
    ("The miners fled in May after shooting broke out in April.", ["The miners fled", "Shooting broke out"]),
    ("The miners fled in May after fighting guards in April.", ["The miners fled", "The miners fought guards"]),
]


@pytest.mark.parametrize(("text", "titles"), TWICE)
def test_each_slip_of_a_sentence_is_put_right(text: str, titles: list[str]) -> None:
    """What was read wrong twice in a sentence is put right twice, however long the list of deeds."""
    assert dated(text) == titles


CUTS = [
    (
        (
            "Radio in the port of Ardol said on Monday the Interior Minister Karl Lind had launched a long inquiry into"
            " the killing of miners at the yard in Lund and Ardol."
        ),
        ["Radio in the port of Ardol said Karl Lind had launched a long inquiry into the killing of miners"],
    ),
    (
        "The revolt has claimed more than 300 lives, including 14 on Monday.",
        ["The revolt has claimed more than 300 lives"],
    ),
    (
        "A crowd entered the customs house on Monday and, according to guards, smashed desks there.",
        ["A crowd entered the customs house and, according to guards, smashed desks"],
    ),
    (
        (
            "Villagers said 39 herders were hurt across the province on Wednesday, of whom 24 were in Lund, six in"
            " Ardol, three in Bonn and two each in the suburbs of Oslo and Bergen."
        ),
        ["39 herders were hurt across the province, of whom 24 were in Lund, six in Ardol, three in Bonn"],
    ),
    ("The guards freed boys of 12 and 14 on Monday.", ["The guards freed boys of 12 and 14"]),
    ("The miners met the king and 20 guards on Monday.", ["The miners met the king and 20 guards"]),
]


@pytest.mark.parametrize(("text", "titles"), CUTS)
def test_a_title_ends_with_what_is_whole(text: str, titles: list[str]) -> None:
    """An article goes with the title behind it, and a figure with what it counts."""
    assert dated(text) == titles


PASTS = [
    (
        "A sailor shot a week ago while guarding a ship died Friday, a daily paper reported, according to the council.",
        ["A sailor was shot while guarding a ship", "A sailor died"],
    ),
    (
        "The ruling on Monday brought a plan announced last weekend one step closer.",
        ["The ruling brought a plan one step closer", "A plan was announced"],
    ),
    ("The king told guards he left Lund on Monday.", ["The king left Lund"]),
    (
        "Guards said there were reports of violence, with farmers saying guards had again raided barns on Monday.",
        ["Guards had again raided barns"],
    ),
    ("Farmers said the troops had newly burned farms on Monday.", ["The troops had newly burned farms"]),
]
LOST = [
    (
        "The town changed since a popular revolt two years ago engulfed the province.",
        ["A popular revolt engulfed the province"],
    ),
    ("Business has been slow since a storm two years earlier wrecked the port.", ["A storm wrecked the port"]),
    (
        "Troops went into Lund on Saturday, two days after a march there demanded the fall of the king.",
        ["Troops went into Lund", "A march there demanded the fall of the king"],
    ),
    ("It was a third win for Silver Cliff having won the cup in 2009.", ["Silver Cliff won the cup"]),
    ("There was a march on Saturday.", ["There was a march"]),
    ("Since the vote in May the king has ruled alone.", ["The king has ruled alone"]),
]


@pytest.mark.parametrize(("text", "titles"), PASTS)
def test_one_clause_has_one_past(text: str, titles: list[str]) -> None:
    """Of two pasts that nothing joins one describes a noun, and what has a helping verb describes none."""
    assert dated(text) == titles


def test_what_has_a_helping_verb_describes_no_noun() -> None:
    """In "farmers saying guards had again raided barns" the guards raided, on whatever day they say so."""
    text = "There were reports of violence on Monday, with farmers saying guards had again raided barns."
    assert [mention.title for mention in read("Filler text stands here. Guards said t" + text[1:])][-1:] == [
        "Guards had again raided barns"
    ]


@pytest.mark.parametrize(("text", "titles"), LOST)
def test_a_place_or_a_time_behind_a_noun_does_nothing(text: str, titles: list[str]) -> None:
    """Neither "there" nor "six months ago" is who does something: that is the noun before them."""
    assert dated(text) == titles


SPOKEN = [
    (
        '"In the north, Lind has already given five towns to the guild," Mr Berg was quoted as saying on Monday.',
        ['Mr Berg said: "In the north, Lind has already given five towns to the guild"'],
    ),
    (
        "With yet another street parade predicted again Friday in Lund, the army seemed to have had enough, Ana said.",
        ["Another street parade was predicted again in Lund"],
    ),
    (
        (
            'A report last year by the institute, a study group, stated that "foreign trade has brought over $3bn'
            ' to Norland since 1991, with hardly a bridge to show", he adds.'
        ),
        ["A report by the institute, a study group, stated that foreign trade has brought over $3bn to Norland"],
    ),
    (
        '"In the north, Lind has given five towns to the guild (Bonn)," Mr Berg said on Monday.',
        ["Mr Berg said that Lind has given five towns to the guild (Bonn)"],
    ),
    (
        "Norwegian-backed guards have seized the mill, the council said Monday.",
        ["The council said that Norwegian-backed guards have seized the mill"],
    ),
]


@pytest.mark.parametrize(("text", "titles"), SPOKEN)
def test_a_title_has_its_speaker_and_its_verb(text: str, titles: list[str]) -> None:
    """Who is quoted as saying something said it, a participle behind "with" is a passive, "he adds" tells nothing."""
    assert dated(text) == titles


HAPPENINGS = [
    ("Ana Berg, who led the strike at Port Vel that began on Monday, sang.", ["The strike at Port Vel began"]),
    ("Ana Berg led a visit to the yard at Port Vel that began on Monday.", ["A visit to the yard at Port Vel began"]),
    ("A rally of miners banned by the mayor on Monday drew a crowd.", ["A rally of miners was banned by the mayor"]),
    ("A killing of miners banned by the mayor on Monday drew a crowd.", ["Miners were banned by the mayor"]),
    (
        "Hundreds gathered in Lund on Monday, a day after guards shot a boy there.",
        ["Hundreds gathered in Lund", "Guards shot a boy"],
    ),
    ("Some 40 sailors crossed into Lund on Monday, the mayor said.", ["Some 40 sailors crossed into Lund"]),
    ("Last week sailors crossed into Lund, the mayor said.", ["Sailors crossed into Lund"]),
    ("Fans of Ana Berg say the show on Monday was dull.", ["Fans of Ana Berg say that the show was dull"]),
    ("Fans of Ana Berg say the yard on Monday was shut.", ["The yard was shut"]),
]


@pytest.mark.parametrize(("text", "titles"), HAPPENINGS)
def test_what_happens_is_told_of_what_it_happens_to(text: str, titles: list[str]) -> None:
    """A march begins, and no place does; and what somebody makes of it is told with who does."""
    assert dated(text) == titles


REMARKS = [
    (
        (
            'US Secretary of State Ana Lind last week called Norland and Peru\'s veto "despicable" - comments the'
            " Sudmark foreign ministry said were not helpful."
        ),
        'Ana Lind called Norland and Peru\'s veto "despicable"',
    ),
    (
        'Foreign Minister Ana Lind called the veto "bad" - comments the Sudmark ministry said on Monday were wrong.',
        "",  # the day is that of what the ministry said
    ),
    ("The yard was shut - at last, the mayor said on Monday.", "The mayor said that the yard was shut"),
]


@pytest.mark.parametrize(("text", "title"), REMARKS)
def test_a_remark_behind_a_dash_is_not_what_somebody_says(text: str, title: str) -> None:
    """Who said that comments were wrong did not say what the comments were made on."""
    assert dated(text) == [title]


def dated(text: str) -> list[str]:
    """Return the titles of what a sentence inside a story dates."""
    return [mention.title for mention in read("Filler text stands here. " + text) if mention.interval]
