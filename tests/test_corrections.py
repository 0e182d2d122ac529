"""The reader's hand: what corrections change, how they find their events, and what is said when they do not."""

import re
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import mention

from timeline.articles import make_article
from timeline.canonical import canonical_events
from timeline.cli.main import main
from timeline.corrections import Corrected, Kind, correct, corrections_of, parse
from timeline.corrections.find import Finder, NotOneError
from timeline.model import Event, EventMention, Status, Timeline
from timeline.narrow import most_salient
from timeline.pipeline import build_timeline
from timeline.readers.metadata import Metadata
from timeline.reasons import reasons


def told(article: str, title: str, when: str | None = "2021-06-09", *, at: int = 0) -> EventMention:
    """Return one article's mention with a title, which is also its sentence."""
    words = " ".join(title.lower().split())
    subject = (("subject", words.split()[0]),)
    return mention(article, "sink", words, when, at=at, title=title, sentence_text=f"{title}.", arguments=subject)


SINKS = [told("a", "The ferry Aurora sank off Ardol"), told("b", "The Aurora went down at night", "2021-06-10")]
SEARCH = [told("a", "Divers searched the strait off Ardol", "2021-06-11", at=60)]
CALLED_OFF = [
    told("c", "The search for the crew was called off", "2021-06-11"),
    told("b", "The search ended", None, at=120),
]
CLOSED = [told("c", "The port of Ardol closed for the month", "2021-06", at=60)]
THIN = [told("d", "It sank", "2021-06-12")]
CLUSTERS = (SINKS, SEARCH, CALLED_OFF, CLOSED, THIN)


def corrected(text: str) -> Corrected:
    """Return the story corrected."""
    return correct(CLUSTERS, parse(text))


def rows(result: Corrected) -> list[tuple[str, str]]:
    """Return the rows as date and title."""
    assert not result.problems
    return [(event.date, event.title) for event in result.events]


def only(result: Corrected, words: str) -> Event:
    """Return the one row whose title holds some words."""
    (found,) = (event for event in result.events if words in event.title)
    return found


PLAIN = [
    ("2021-06", "The port of Ardol closed for the month"),
    ("2021-06-09", "The ferry Aurora sank off Ardol"),
    ("2021-06-11", "Divers searched the strait off Ardol"),
    ("2021-06-11", "The search for the crew was called off"),
]


def test_without_corrections_nothing_changes() -> None:
    """An empty file, or one of comments, is none."""
    for text in ("", "\n\n# nothing yet\n"):
        assert sorted(rows(corrected(text))) == PLAIN


def test_merge_makes_one_row_with_the_votes_of_all() -> None:
    """The merged row is reckoned from all its mentions, with their sources and conflicts."""
    event = only(corrected('[[merge]]\nevents = ["2021-06-09 ferry", "2021-06-11 divers"]'), "Aurora")
    assert {one.id for one in event.mentions} == {one.id for one in (*SINKS, *SEARCH)}
    assert event.conflict
    assert event.note.startswith("merged by hand: “The ferry Aurora sank off Ardol”, “Divers searched")


def test_merges_that_share_an_event_make_one_row() -> None:
    """One row with two, and another with one of them: all three are one."""
    result = corrected(
        '[[merge]]\nevents = ["2021-06-09 ferry", "2021-06-11 divers"]\n'
        '[[merge]]\nevents = ["2021-06-11 called off", "2021-06-11 divers"]\nwhy = "one night"'
    )
    _closed, event = result.events
    assert len(event.mentions) == 5
    assert len(event.corrections) == 2
    assert event.note.endswith("was called off”, “Divers searched the strait off Ardol” (one night)")


@pytest.mark.parametrize(
    "parts",
    ['["b"]', '[["b"]]', '[["b:0"]]', '["b:0"]'],
    ids=["article", "part-of-articles", "mention", "flat-mention"],
)
def test_split_tells_parts_by_article_or_mention(parts: str) -> None:
    """What no part names keeps the row and its id; each part is a row of its own."""
    result = corrected(f'[[split]]\nevent = "2021-06-09 ferry"\nparts = {parts}')
    assert ("2021-06-10", "The Aurora went down at night") in rows(result)
    event = only(result, "ferry Aurora")
    assert [one.id for one in event.mentions] == ["a:0"]
    assert event.id == only(corrected(""), "ferry Aurora").id
    assert all(one.note == "split by hand from “The ferry Aurora sank off Ardol”" for one in result.events if one.note)


def test_a_part_without_a_time_keeps_the_date_of_its_row() -> None:
    """And its basis says so."""
    result = corrected('[[split]]\nevent = "2021-06-11 called off"\nparts = ["b"]')
    event = only(result, "The search ended")
    assert event.date == "2021-06-11"
    assert "the row it was split from" in event.basis


@pytest.mark.parametrize(
    ("date", "edtf", "grain"),
    [
        ('"2021-06-08"', "2021-06-08", "day"),
        ("2021-06-08", "2021-06-08", "day"),
        ('"2021-06"', "2021-06", "month"),
        ("2021", "2021", "year"),
        ('"2021-06-08~"', "2021-06-08~", "day"),
        ('"2021-06-07/2021-06-13"', "2021-06-07/2021-06-13", "week"),
    ],
)
def test_redate_takes_what_the_column_date_holds(date: str, edtf: str, grain: str) -> None:
    """Also as TOML writes days and numbers; the old date stays in the note and in the basis."""
    event = only(corrected(f'[[redate]]\nevent = "2021-06-09 ferry"\ndate = {date}\nwhy = "log book"'), "Aurora")
    assert (event.date, event.interval.grain) == (edtf, grain)
    assert event.note == "date set by hand, was 2021-06-09 (log book)"
    assert event.basis.startswith("set by hand (log book); before: 2021-06-09")


def test_redate_to_a_claim_chooses_it() -> None:
    """Where a source gives the date, its words stand for it, and the conflict stays shown."""
    event = only(corrected('[[redate]]\nevent = "2021-06-09 ferry"\ndate = "2021-06-10"'), "Aurora")
    assert [claim.mentions for claim in event.claims] == [("b:0",), ("a:0",)]
    assert (event.as_written, event.conflict, event.mentions[0].id) == ("2021-06-10", True, "b:0")


def test_redate_moves_the_row_and_shows_the_sources_claims() -> None:
    """A date that no source gives is a claim that nobody makes."""
    result = corrected('[[redate]]\nevent = "2021-06-11 called off"\ndate = "2021-06-01"')
    assert [event.date for event in result.events] == ["2021-06-01", "2021-06", "2021-06-09", "2021-06-11"]
    event = only(result, "called off")
    told_why = "\n".join(reasons(event, Timeline(events=result.events, articles=())))
    assert "claim 2021-06-01 (day), set by hand" in told_why
    assert "claim 2021-06-11 (day), contradicts it" in told_why
    assert "correction corrections.toml:1: date set by hand, was 2021-06-11" in told_why


PLAN = mention(
    "a", "open", "court trial", "2021-06-14", status=Status.PLANNED, title="The trial will open", present=True
)
OPENED = {"published": date(2021, 6, 20), "title": "Judges began hearing the case", "main": True}
MADE = mention("b", "begin", "judges case", "2021-06-16", **OPENED)
DROPPED = mention("b", "drop", "judges case", "2021-06-12", **(OPENED | {"status": Status.CANCELLED}))
BOTH = '[[merge]]\nevents = ["a:0", "b:0"]\n'
BY_HAND = BOTH + (
    '[[redate]]\nevent = "a:0"\ndate = "2021-06-15"\n'
    '[[status]]\nevent = "b:0"\nstatus = "ongoing"\n'
    '[[retitle]]\nevent = "trial"\ntitle = "The trial opens"\n'
)


@pytest.mark.parametrize(
    ("text", "outcome", "row"),
    [
        (BOTH, MADE, ("2021-06-16", "occurred", "Judges began hearing the case")),
        (BOTH, DROPPED, ("2021-06-12", "cancelled", "Judges began hearing the case")),
        (BY_HAND, MADE, ("2021-06-15", "ongoing", "The trial opens")),
    ],
)
def test_a_plan_merged_with_what_came_of_it(text: str, outcome: EventMention, row: tuple[str, str, str]) -> None:
    """The outcome says when, whether and what, and the reader's hand all the same; the plan's day is told as such."""
    plans = [PLAN, replace(PLAN, id="c:0", article_id="c", source="c", published=date(2021, 6, 10))]
    (event,) = correct([plans, [outcome]], parse(text)).events
    assert (event.date, str(event.status), event.title) == row
    assert "2021-06-14" in {claim.interval.edtf() for claim in event.claims}
    assert not event.conflict
    told_why = "\n".join(reasons(event, Timeline(events=(event,), articles=())))
    assert "claim 2021-06-14 (day), planned for it" in told_why


@pytest.mark.parametrize("status", list(Status))
def test_status_says_whether_it_took_place(status: Status) -> None:
    """Of one event or of several, in any case; the note says what the sources told."""
    result = corrected(f'[[status]]\nevents = ["2021-06-09 ferry", "2021-06 port"]\nstatus = "{status.upper()}"')
    assert [event.status for event in result.events if event.note] == [status] * 2
    event = only(result, "Aurora")
    assert (event.note, event.date) == ("status set by hand, was occurred", "2021-06-09")


def test_retitle_theme_pin_and_drop() -> None:
    """Each leaves everything else as it is."""
    text = (
        '[[retitle]]\nevent = "2021-06-09 ferry"\ntitle = "The Aurora sinks"\n'
        '[[theme]]\nevents = ["2021-06-09 ferry", "2021-06-11 divers"]\ntheme = "At sea"\n'
        '[[pin]]\nevent = "2021-06 port"\n'
        '[[drop]]\nevent = "2021-06-11 called off"\n'
    )
    result = corrected(text)
    assert [(event.title, event.theme, event.pinned) for event in result.events] == [
        ("The port of Ardol closed for the month", "", True),
        ("The Aurora sinks", "At sea", False),
        ("Divers searched the strait off Ardol", "At sea", False),
    ]
    assert result.events[1].note == "title set by hand, was “The ferry Aurora sank off Ardol”; theme set by hand"


def test_a_pinned_event_is_printed_whatever_its_salience() -> None:
    """Also one too thin for a row, also under the smallest number of rows."""
    result = corrected('[[pin]]\nevent = "2021-06-12 it sank"')
    assert ("2021-06-12", "It sank") in rows(result)
    assert [event.title for event in most_salient(result.events, 1)] == ["It sank"]
    assert all(event.salience <= 1 for event in result.events)


@pytest.mark.parametrize(
    "name",
    [
        "2021-06-09 The ferry Aurora sank off Ardol",
        "2021-06-09: aurora SANK",
        "2021-06-09 went down at night",
        "2021-06-10 ferry Aurora",
        "2021-06 ferry sank",
        "2021 ferry",
        "2021-06-09",
        "2021-06-09/2021-06-10 ferry",
        "ferry sank",
        "a:0",
        "b:0",
    ],
)
def test_an_event_is_found_by_what_a_reader_can_write(name: str) -> None:
    """Words of its title or of another source's, any date that a source gives, a mention; case and order are free."""
    result = corrected(f'[[retitle]]\nevent = "{name}"\ntitle = "Found"')
    assert only(result, "Found").mentions[0].id == "a:0"


def test_an_event_is_found_by_its_id_and_by_that_which_it_had() -> None:
    """A mention that founded it once still names it."""
    for clusters in (CLUSTERS, (SINKS[1:],)):
        event = next(one for one in correct(clusters, parse("")).events if "Aurora" in one.title)
        result = corrected(f'[[drop]]\nevent = "{event.id}"')
        assert not [one for one in result.events if "Aurora" in one.title]


@pytest.mark.parametrize(
    ("text", "where", "what", "remedy"),
    [
        ('[[drop]]\nevent = "2021-06-09 harbour"', 1, "drop: '2021-06-09 harbour' finds no event", "copy its id"),
        ('\n[[drop]]\nevent = "2021-06-20 ferry"', 2, "finds no event", "did you mean '2021-06-09 The ferry Aurora"),
        ('[[status]]\nevent = "harbour"\nstatus = "planned"', 1, "status: 'harbour' finds no event", "copy its id"),
        ('[[drop]]\nevent = "2021-06-11 the"', 1, "finds 2 events", "add words of its title"),
        ('[[drop]]\nevent = "2021-06-11"', 1, "finds 2 events: '2021-06-11 The search", "add words of its title"),
        ('[[merge]]\nevents = ["2021-06-09", "2021-06-10 night"]', 1, "are one event already", "nothing to merge"),
        ('[[split]]\nevent = "2021-06-09"\nparts = ["aa"]', 1, "'aa' tells nothing of 'The ferry", "did you mean 'a'?"),
        ('[[split]]\nevent = "2021-06-09"\nparts = ["zz"]', 1, "'zz' tells nothing of", "its articles are a, b"),
        ('[[split]]\nevent = "2021-06-09"\nparts = ["a", "b"]', 1, "nothing is left of", "leave out one part"),
        ('[[split]]\nevent = "2021-06-09"\nparts = [["a"], ["a:0"]]', 1, "'a:0' stands in two parts", "name each"),
        (
            '[[retitle]]\nevent = "2021-06-09"\ntitle = "X"\n[[retitle]]\nevent = "a:0"\ntitle = "Y"',
            4,
            "'The ferry Aurora sank off Ardol' has another [[retitle]] above",
            "keep one",
        ),
        (
            '[[split]]\nevent = "a:0"\nparts = ["a"]\n[[split]]\nevent = "a:0"\nparts = ["b"]',
            4,
            "split already",
            "write all parts in one",
        ),
    ],
)
def test_a_correction_that_cannot_be_applied_is_told(text: str, where: int, what: str, remedy: str) -> None:
    """With its line, the reason and the remedy; the rows stay."""
    (problem,) = corrected(text).problems
    assert problem.where == f"corrections.toml:{where}"
    assert what in problem.what
    assert problem.remedy.startswith(remedy)


FERRY = "The ferry Aurora sank off Ardol on Sunday. Divers searched the strait on Monday."


def test_corrections_beside_the_articles_are_applied_and_are_no_article(tmp_path: Path) -> None:
    """A build reads them from the folder; articles in hand come with corrections in hand."""
    (tmp_path / "herald.txt").write_text(f"---\npublished: 2024-03-05\n---\n{FERRY}")
    (tmp_path / "corrections.toml").write_text('[[drop]]\nevent = "2024-03-03 Aurora"\n[[drop]]\nevent = "Borealis"')
    story = build_timeline(tmp_path)
    assert [event.date for event in story.events] == ["2024-03-04"]
    assert [problem.where for problem in story.problems] == ["corrections.toml:3"]
    article = make_article(FERRY, "herald", own=Metadata(published=story.articles[0].published))
    given = parse('[[pin]]\nevent = "2024-03-04"')
    assert [event.pinned for event in build_timeline([article], corrections=given).events] == [False, True]


def test_the_documented_example_is_true(tmp_path: Path) -> None:
    """The articles and corrections of docs/corrections.md give the rows that stand there, and no warning."""
    page = (Path(__file__).parent.parent / "docs" / "corrections.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:text|toml)\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    for name, block in zip(("herald.txt", "courier.txt", "corrections.toml"), blocks, strict=False):
        (tmp_path / name).write_text(block, encoding="utf-8")
    story = build_timeline(tmp_path)
    assert not story.problems
    assert {one.kind for one in corrections_of(tmp_path).items} == set(Kind)
    shown = [line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| 2024-")]
    assert [[event.date, event.title, event.note] for event in story.events] == shown


def test_a_change_of_the_corrections_is_a_change_of_the_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A build sees it, and --check says so; what is wrong is told at each build, with the path of the file."""
    articles, output = tmp_path / "articles", tmp_path / "output"
    articles.mkdir()
    (articles / "herald.txt").write_text(f"---\npublished: 2024-03-05\n---\n{FERRY}")
    build = ["build", str(articles), "-o", str(output)]
    assert main(build, sys.stdout) == 0
    (articles / "corrections.toml").write_text('[[retitle]]\nevent = "2024-03-03"\ntitle = "The Aurora sinks"\n[[pin]]')
    assert main([*build, "--check"], sys.stdout) == 1
    assert "would write" in capsys.readouterr().out
    assert main(build, sys.stdout) == 0
    assert "The Aurora sinks" in (output / "timeline.csv").read_text()
    assert [main(build, sys.stdout), main([*build, "--check"], sys.stdout), main([*build, "--strict"], sys.stdout)] == [
        0,
        0,
        1,
    ]
    said = capsys.readouterr()
    assert "nothing has changed" in said.out
    assert said.err.count(f"{articles}/corrections.toml:4: pin: no event;") == 4


NAMED = r"[0-9]{4}(-[0-9]{1,2}){0,3}/?[0-9-]{0,10} ?\w{0,9}"


@given(st.one_of(st.text(max_size=60), st.from_regex(NAMED, fullmatch=True)))
@settings(max_examples=200, deadline=None)
def test_no_name_fails(name: str) -> None:
    """A name finds one event, or is told to find none or several."""
    with suppress(NotOneError):
        assert Finder(canonical_events(CLUSTERS, thin=True)).one(name)
