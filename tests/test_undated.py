"""Articles without a date: a day is offered where the text and its neighbours tell it, used where that is asked for."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import make_article, read_articles
from timeline.model import Article, Basis, Severity
from timeline.pipeline import build_timeline
from timeline.readers.metadata import Metadata
from timeline.undated import guess_days
from timeline.undated.claims import MonthDay, read_claims

SHARED = Path(__file__).parent.parent.parent / "shared"
NEWS = [
    "the ferry Aurora ran onto rocks off Ardol and twelve passengers were saved by a trawler",
    "the harbour master of Ardol was suspended over a broken lamp on the northern pier",
    "divers found the logbook of the Aurora in the flooded wheelhouse",
    "the shipping line offered every passenger a refund and a voucher",
    "an oil slick from the wreck reached the bird reserve at Kestrel Point",
    "volunteers washed three hundred guillemots in a school gymnasium",
    "parliament debated a bill on life jackets and night crossings",
    "the captain told an inquiry that the radar had failed twice",
    "engineers raised the hull with two cranes from Bervik",
    "a memorial concert filled the cathedral of Ardol",
]
FIRST = date(2024, 3, 4)


def article(name: str, text: str, day: date = FIRST) -> Article:
    """Return an article of a text."""
    return make_article(text, name, own=Metadata(published=day))


def told(number: int, *, again: bool = False) -> str:
    """Return a report of one of the events, two days apart from the next; ``again`` in other words around it."""
    day = FIRST + timedelta(2 * number)
    around = "Reporters on the spot said that" if again else "Officials announced on the radio that"
    return (
        f"{around} on {day:%A} {NEWS[number]}. It was the talk of the island on {day:%A} evening. "
        f"Nobody had expected it on {day - timedelta(1):%A}."
    )


DATED = [article(f"d{number}", told(number), FIRST + timedelta(2 * number)) for number in range(len(NEWS))]


@pytest.mark.parametrize("number", range(1, len(NEWS)))
def test_a_second_report_is_dated_by_the_first(number: int) -> None:
    """A text that tells what one dated article tells, with the weekday that fits, is of that day or the next."""
    guess = guess_days([article("u", told(number, again=True))], DATED)["u"]
    assert abs((guess.day - DATED[number].published).days) <= 1
    assert guess.sure
    assert f"is like 'd{number}' of {DATED[number].published}" in guess.reasons


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("The island has many birds and few people, and it rains.", DATED),
        (told(3), DATED[:1]),
        (told(3), []),
        (told(3), [*DATED, article("old", told(1), date(1990, 1, 1))]),
    ],
    ids=["no-time", "one-dated", "none-dated", "an-archive"],
)
def test_what_gives_no_ground_gives_no_guess(text: str, dated: list[Article]) -> None:
    """Without a time in the text, or a story of dated articles around it, nothing is said."""
    assert guess_days([article("u", text)], dated) == {}


def test_a_text_like_no_other_is_not_sure() -> None:
    """Weekdays alone do not tell the week."""
    text = "A school in Varde opened a library on Monday. Its pupils chose the books on Friday."
    assert not guess_days([article("u", text)], DATED)["u"].sure


def folder(path: Path) -> Path:
    """Write the dated articles, and one without a date, into a folder."""
    for one in DATED:
        (path / f"{one.id}.txt").write_text(f"---\npublished: {one.published}\n---\n{one.text}", encoding="utf-8")
    (path / "u.txt").write_text(told(4, again=True), encoding="utf-8")
    return path


def test_a_day_is_offered_and_not_used(tmp_path: Path) -> None:
    """Unless asked, an article without a date is left out; the message offers a day, with its reasons."""
    articles, problems = read_articles(folder(tmp_path))
    assert "u" not in [one.id for one in articles]
    (said,) = (str(problem) for problem in problems)
    assert said.startswith("u.txt: no publication date; perhaps 2024-03-1")
    assert "as it tells of Tuesday 2 times" in said
    assert said.endswith("in front matter, or a row in metadata.csv, or build with --infer")
    assert problems[0].severity is Severity.ERROR


def test_a_day_is_used_where_that_is_asked_for(tmp_path: Path) -> None:
    """The basis says inferred, and a warning tells the day, how sure it is, and why."""
    built = build_timeline(folder(tmp_path), infer=True)
    (found,) = (one for one in built.articles if one.id == "u")
    assert found.published_basis is Basis.INFERRED
    assert abs((found.published - DATED[4].published).days) <= 1
    (problem,) = (one for one in built.problems if one.where == "u.txt")
    assert problem.severity is Severity.WARNING
    assert problem.what.startswith(f"no publication date; inferred {found.published} (within a day at ")


def test_the_readers_word_stands_above(tmp_path: Path) -> None:
    """A day that the reader gives is never overruled."""
    articles, problems = read_articles(folder(tmp_path), infer=True, published={"u.txt": date(2024, 5, 1)})
    (found,) = (one for one in articles if one.id == "u")
    assert (found.published, found.published_basis) == (date(2024, 5, 1), Basis.GIVEN)
    assert problems == ()


def test_a_copy_does_not_become_the_original(tmp_path: Path) -> None:
    """The same text without a date, inferred or not, moves nothing of the article that has one."""
    folder(tmp_path)
    (tmp_path / "u.txt").write_text(DATED[4].text, encoding="utf-8")
    built = build_timeline(tmp_path, infer=True)
    alone = build_timeline([one for one in built.articles if one.id != "u"])
    assert [(event.id, event.date, event.salience) for event in built.events] == [
        (event.id, event.date, event.salience) for event in alone.events
    ]
    assert {"d4", "u"} <= {one.id for one in built.articles}


def test_what_a_text_claims() -> None:
    """Weekdays move with the publication, dates stay, "today" is neither; a year counts where it is written."""
    text = "It sank on Friday. Today it lies. It left on 2 March. It dates from 5 April 2003. It will rise Monday."
    claims = read_claims(text)
    assert [(one.distances[0], one.distances[6]) for one in claims.weekdays] == [(-3, -2), (0, 1)]
    assert claims.dates == (MonthDay(3, 2, None), MonthDay(4, 5, 2003))


@pytest.mark.parametrize("text", ["Monday " * 60_000, "on Friday, 2 March. " * 20_000, "a1 " * 150_000 + "Friday"])
def test_a_hostile_text_is_not_read_for_ever(text: str) -> None:
    """Only the head of a text is asked for its day, however often it names one."""
    claims = guess_days([article("u", text)], DATED)
    assert set(claims) <= {"u"}


@given(st.text(alphabet=st.sampled_from("on Friday 2 March 2023, a week ago.\n") | st.characters(), max_size=80))
def test_no_text_breaks_a_guess(text: str) -> None:
    """Whatever a text says, a guess is a day around the dated articles, or none."""
    for guess in guess_days([article("u", text)], DATED[:3]).values():
        assert abs((guess.day - FIRST).days) < 30
        assert 0 <= guess.confidence <= 1


@pytest.mark.skipif(not (SHARED / "articles").is_dir(), reason="needs the development data beside the project")
def test_the_five_articles_without_metadata(tmp_path: Path) -> None:
    """Of the five articles two at most stay undated, and the others are within a day of the true date."""
    true = {one.id: one.published for one in read_articles(SHARED / "articles").articles}
    for path in (SHARED / "articles").glob("*.txt"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = read_articles(tmp_path, infer=True).articles
    assert len(found) >= len(true) - 2
    assert all(abs((one.published - true[one.id]).days) <= 1 for one in found)


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason="needs the development data beside the project")
def test_the_stories_without_half_of_their_dates(tmp_path: Path) -> None:
    """Of the articles whose front matter lost its date half or more are dated, nine in ten of them within a day."""
    right: list[bool] = []
    asked = 0
    for story in ("egypt_2011", "syria_2011"):
        articles = read_articles(SHARED / "data" / "stories" / story / "articles").articles
        lost = set(random.Random(5).sample([one.id for one in articles], len(articles) // 2))  # noqa: S311
        place = tmp_path / story
        place.mkdir()
        for one in articles:
            head = "" if one.id in lost else f"---\npublished: {one.published}\n---\n"
            (place / f"{one.id.replace('-20', ' ')}.txt").write_text(head + one.text, encoding="utf-8")
        true = {one.id.replace("-20", " "): one for one in articles if one.id in lost}
        found = [one for one in read_articles(place, infer=True).articles if one.id in true]
        right += [abs((one.published - true[one.id].published).days) <= 1 for one in found]
        asked += len(lost)
    assert len(right) >= asked / 2
    assert sum(right) >= 0.9 * len(right)
