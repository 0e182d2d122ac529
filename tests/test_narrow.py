"""A part of a timeline: a period, a story out of a mixed folder."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from development import shared

from timeline.articles import make_article, read_articles
from timeline.chart import plot, png, svg
from timeline.chart.heading import heading
from timeline.cli.main import main
from timeline.errors import QueryError
from timeline.export.json import from_json, read_timeline, to_json
from timeline.formats import iframe
from timeline.interval import period
from timeline.model import Article, Timeline
from timeline.page import page
from timeline.pipeline import build_timeline
from timeline.readers.metadata import Metadata
from timeline.terms import tokens

# three stories: an article's name -> its day in March 2031 and its text
TOLD = {
    "ferry-1": (4, """Ferry Sinks off Ardol

The ferry Aurora sank off Ardol on Monday. Captain Maren Holt was rescued on Monday night.
The port of Ardol closed on Tuesday."""),
    "ferry-2": (6, """Divers found the bow of the ferry Aurora on Wednesday.
Prime Minister Olaf Brandt visited the port on Thursday.
Families of the ferry passengers gathered in Ardol on Thursday."""),
    "dam-1": (5, """Dam Opens in Kestria

The Kestrian government opened the dam at Lorn on Tuesday. Farmers protested at Lorn on Wednesday.
Minister Ilsa Brandt defended the dam on Wednesday."""),
    "dam-2": (7, """Farmers blocked the road to the dam on Thursday.
Police in Lorn arrested nine farmers on Friday. A ferry took the arrested farmers to the capital on Friday."""),
    "match-1": (3, """Rovers Win the Cup

The Rovers won the cup on Sunday. Striker Jon Vale scored twice on Sunday."""),
    "match-2": (5, """Jon Vale signed a contract with the Rovers on Tuesday.
American scouts watched the striker on Tuesday."""),
}  # fmt: skip


def article(name: str, day: int, text: str) -> Article:
    """Return one article of the mixed folder."""
    return make_article(text, name, own=Metadata(published=date(2031, 3, day), source=f"{name} daily"))


@cache
def mixed() -> Timeline:
    """Return the timeline of three stories that have nothing to do with each other."""
    return build_timeline([article(name, *told) for name, told in TOLD.items()])


def stories(timeline: Timeline) -> set[str]:
    """Return the stories that the events of a timeline are told in."""
    return {name.partition("-")[0] for event in timeline.events for name in event.article_ids}


def titles(timeline: Timeline) -> str:
    """Return all titles, to look for a word in."""
    return "\n".join(event.title for event in timeline.events)


@pytest.mark.parametrize(
    ("query", "story"),
    [
        ("ferry Aurora", "ferry"),
        ("AURORA ardol", "ferry"),
        ("ferries Ardol", "ferry"),
        ("the dam at Lorn", "dam"),
        ("farmers' protest dam", "dam"),
        ("Rovers striker", "match"),
        ("Jon Vale", "match"),
    ],
)
def test_a_query_narrows_a_mixed_folder_to_a_story(query: str, story: str) -> None:
    """Its rows, also those that do not repeat the words, and none of the others; its articles alone are left."""
    found = mixed().query(query)
    assert stories(found) == {story}
    assert {one.id.partition("-")[0] for one in found.articles} == {story}
    whole = [
        event.id for event in mixed().events if stories(found) == {one.partition("-")[0] for one in event.article_ids}
    ]
    assert len(found.events) >= 0.5 * len(whole)
    assert ("query", query) in found.settings


@pytest.mark.parametrize(
    ("query", "held", "missing"),
    [
        ("Maren Holt", "Holt", "Vale"),
        ("Holt", "Holt", "Vale"),
        ("Olaf Brandt", "Olaf Brandt", "Ilsa"),
        ("Ilsa Brandt", "Ilsa Brandt", "Olaf"),
        ("Kestria", "dam", "Rovers"),
        ("U.S. scouts", "scouts", "dam"),
        ('"opened the dam"', "opened the dam", "arrested"),
        ('"signed a contract" Rovers', "contract", "cup"),
    ],
)
def test_what_a_query_understands(query: str, held: str, missing: str) -> None:
    """Names by their last word unless two bear it, countries by their adjective, phrases word for word."""
    found = titles(mixed().query(query))
    assert held in found
    assert missing not in found


@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        ("ferri Aurorra", "did you mean 'ferry', 'aurora'?"),
        ("bwo Aurorra", "did you mean 'bow', 'aurora'?"),
        ("volcano", "ask for fewer or other words"),
        ('"the dam opened"', "ask for fewer or other words"),
    ],
)
def test_a_query_that_finds_nothing_says_so(query: str, remedy: str) -> None:
    """An empty timeline with the reason and the remedy."""
    found = mixed().query(query)
    assert not found.events
    assert (str(found.problems[-1]).startswith(".: no event is about"), found.problems[-1].remedy) == (True, remedy)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (lambda told: told.top(2), ""),
        (lambda told: told.between("2031-03-06", None).top(3), ""),
        (lambda told: told.conflicts, ""),
        (lambda told: from_json(to_json(told.top(2))), ""),
        (lambda told: told.query("striker"), ""),
        (lambda told: replace(told, title="The cup").top(1), "The cup"),
    ],
)
def test_a_part_is_headed_as_its_whole(part: Callable[[Timeline], Timeline], words: str) -> None:
    """Whatever the events left are about, also after a round through JSON; a title heads it all the same."""
    assert heading(part(mixed())) == (words or heading(mixed()))


def test_one_story_of_several_is_headed_by_what_it_is_about() -> None:
    """What a query finds has the heading of the whole only where it has a word of it in common."""
    told = replace(mixed(), about="Elections: Norrhavn")
    assert heading(told.top(3)) == "Elections: Norrhavn"
    assert heading(told.query("dam Lorn")) == "Dam: Lorn"
    assert heading(replace(told, about="Ardol and Lorn").query("dam Lorn")) == "Ardol and Lorn"


@pytest.mark.parametrize("query", ["", "the", "  ", '""', "of the", "?!"])
def test_a_query_that_asks_for_nothing_is_refused(query: str) -> None:
    """With the remedy."""
    with pytest.raises(QueryError, match="name its people"):
        mixed().query(query)


def test_a_query_needs_no_articles() -> None:
    """Events alone are searched by their own words."""
    events = Timeline(events=mixed().events, articles=())
    assert stories(events.query("Rovers cup")) == {"match"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("López’s U.S. trip", ["lopez", "usa", "trip"]),
        ("tell us of the US", ["tell", "us", "of", "the", "usa"]),
        ("United States of America, the United Nations", ["usa", "the", "un"]),
        ("post-war 3.5 Mexicans", ["post", "war", "3.5", "mexicans"]),
        ("", []),
    ],
)
def test_words_are_folded_and_countries_have_one_name(text: str, words: list[str]) -> None:
    """What is compared is not how it is written."""
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2031-03-04", "2031-03-04", (date(2031, 3, 4), date(2031, 3, 4))),
        ("2031-02", "2031", (date(2031, 2, 1), date(2031, 12, 31))),
        (date(2031, 3, 4), None, (date(2031, 3, 4), date.max)),
        (None, "2032-02", (date.min, date(2032, 2, 29))),
    ],
)
def test_a_period_is_inclusive_and_its_ends_may_be_coarse(
    start: str | date | None, end: str | date | None, days: tuple[date, date]
) -> None:
    """A month or a year stands for its first or its last day."""
    assert period(start, end) == days


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ("2031-03-05", "2031-03-04", "ends before it begins; swap"),
        ("2032", "2031-12", "ends before it begins; swap"),
        ("2031/2032", None, "two dates; write one"),
        (None, "soon", "not a date; write for example"),
        (5, 6, "5: not a date; write for example"),
        ("", None, "not a date; write for example"),
    ],
)
def test_a_period_that_cannot_be_is_refused(start: Any, end: Any, message: str) -> None:
    """With the remedy."""
    with pytest.raises(QueryError, match=message):
        mixed().between(start, end)


def test_a_period_without_events_says_where_they_lie() -> None:
    """A bound beyond them is mostly a slip."""
    found = mixed().between("2031-06", None)
    assert not found.events
    assert str(found.problems[-1]) == (
        ".: no event lies in the period from 2031-06; ask for another: they reach from 2031-03-02 to 2031-03-07"
    )
    assert not found.between("2031-06", None).problems[1:]


@pytest.mark.parametrize("number", [0, -1, 2.5, "3", True, None, [1] * 99])
def test_a_number_that_is_no_whole_one_above_0_is_refused(number: Any) -> None:
    """With the name of the argument and the remedy, by whatever takes one."""
    story = mixed()
    wrong: list[tuple[str, Callable[[], object]]] = [("top", lambda: story.top(number))]
    wrong += [
        ("width", lambda: iframe(story, width=number)),
        ("width", lambda: story.chart(width=number)),
        ("width", lambda: svg(story, width=number)),
    ]
    if number is not None:  # which stands for all
        wrong += [("top", lambda: story.chart(top=number)), ("top", lambda: page(story, top=number))]
    for name, call in wrong:
        with pytest.raises(QueryError, match=rf"^{name} .{{1,60}}: give a whole number above 0$"):
            call()


@pytest.mark.parametrize("given", [5, None, "x", []])
def test_only_a_timeline_is_drawn(given: object) -> None:
    """What is no timeline is told, with what to give."""
    for draw in (plot, svg):
        with pytest.raises(QueryError, match=r"^(int|NoneType|str|list): give a Timeline, as build_timeline"):
            draw(given)  # type: ignore[arg-type]  # what a reader may give


@pytest.mark.parametrize("number", [0, -1, "2", None, True, 1e9, float("nan")])
def test_a_scale_that_draws_nothing_is_refused(number: Any) -> None:
    """Before the library that draws panics, or takes all memory."""
    with pytest.raises(QueryError, match=r"^scale .+: give a number above 0 and at most 20$"):
        png(mixed(), scale=number)


@pytest.mark.parametrize("given", [None, 5, b"x"])
def test_what_is_no_text_is_refused(given: Any) -> None:
    """As a query and as an event's id."""
    for call in (mixed().query, mixed().explain):
        with pytest.raises(QueryError, match=r": give a text in quotes$"):
            call(given)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the mixed folder."""
    root = tmp_path_factory.mktemp("mixed")
    for name, (day, text) in TOLD.items():
        (root / f"{name}.txt").write_text(f"---\npublished: 2031-03-{day:02}\n---\n{text}")
    return root


def test_the_command_line_narrows_as_python_does(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The files of a build hold what the methods give; other bounds build anew, the same ones do not."""
    out = str(tmp_path / "out")
    words = ["build", str(folder), "-o", out, "--query", "dam farmers", "--from", "2031-03-05", "--to", "2031-03-06"]
    assert [main(words, sys.stdout), main(words, sys.stdout)] == [0, 0]
    assert "nothing has changed" in capsys.readouterr().out
    built = read_timeline(Path(out))
    whole = build_timeline(folder)
    assert built.events == whole.query("dam farmers").between("2031-03-05", "2031-03-06").events
    assert {event.interval.start.day for event in built.events} <= {5, 6}
    assert built.events
    table = (tmp_path / "out" / "timeline.csv").read_text()
    assert "dam" in table
    assert "Rovers" not in table + (tmp_path / "out" / "timeline.html").read_text()
    assert main([*words[:-1], "2031-03-07", "--top", "1"], sys.stdout) == 0
    assert read_timeline(Path(out)).events == whole.query("dam farmers").between("2031-03-05", "2031-03-07").events
    assert "1 of 4 events" in (tmp_path / "out" / "timeline.svg").read_text()


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (["--from", "2031-13"], "argument --from: '2031-13': not a date; write for example 2023,"),
        (["--to", "2031/2032"], "argument --to: '2031/2032': two dates"),
        (["--from", "2032", "--to", "2031"], "2032 to 2031: it ends before it begins; swap the two"),
        (["--query", "the"], "'the': no word that tells one story from another"),
    ],
)
def test_what_asks_for_nothing_is_a_usage_error(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], message: str
) -> None:
    """Exit code 2 and no output."""
    assert main(["build", str(folder), "-o", str(tmp_path / "out"), *more], sys.stdout) == 2
    assert message in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@cache
def real() -> Timeline:
    """Return the timeline of sixty articles of three stories."""
    folders = {"caravan": "articles", "egypt": "data/stories/egypt_2011", "syria": "data/stories/syria_2011"}
    articles = [
        replace(one, id=f"{name}-{one.id}")
        for name, folder in folders.items()
        for one in read_articles(shared(folder)).articles
    ]
    return build_timeline(articles)


@pytest.mark.parametrize(
    ("query", "story"),
    [("caravan migrants", "caravan"), ("Egypt protests", "egypt"), ("Egypt", "egypt"), ("Assad", "syria")],
)
def test_a_query_finds_one_of_three_real_stories(query: str, story: str) -> None:
    """The rows of one, nearly all of them, also of articles that stand apart, and hardly any of the others."""
    found = [event.id for event in real().query(query).events]
    own = [event.id for event in real().events if all(name.startswith(f"{story}-") for name in event.article_ids)]
    assert len({*found} & {*own}) >= 0.98 * len(own)
    assert len({*found} - {*own}) <= 0.02 * len(found)
