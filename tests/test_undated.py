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
from timeline.pubdate import caption_date, head_date
from timeline.readers.frontmatter import split
from timeline.readers.metadata import Metadata
from timeline.undated import guess_days, no_ground
from timeline.undated.claims import read_claims

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
        (told(3), []),
        (told(3), [*DATED, article("old", told(1), date(1990, 1, 1))]),
    ],
    ids=["no-time", "none-dated", "an-archive"],
)
def test_what_gives_no_ground_gives_no_guess(text: str, dated: list[Article]) -> None:
    """Without a time in the text, or a story of dated articles around it, nothing is said."""
    assert guess_days([article("u", text)], dated) == {}


@pytest.mark.parametrize("text", ["", "Rain fell.", "It rained on Monday."], ids=["empty", "no-time", "a-weekday"])
@pytest.mark.parametrize("day", [date.min, FIRST, date.max], ids=str)
def test_dated_articles_that_tell_nothing_break_nothing(text: str, day: date) -> None:
    """Whatever little the dated articles hold, and wherever in the calendar, a guess is a day near them."""
    guess = guess_days([article("u", "It rained on Monday, December 31.")], [article(n, text, day) for n in "ab"])["u"]
    assert abs((guess.day - day).days) <= 7


def test_a_date_is_a_reason_across_the_turn_of_the_year() -> None:
    """A guess in January names the December date that speaks for it."""
    dated = [article(one.id, one.text, date(2024, 1, 1) + timedelta(at)) for at, one in enumerate(DATED)]
    guess = guess_days([article("u", "The mayor opened a school on December 31.")], dated)["u"]
    assert "it names 2023-12-31" in guess.reasons


def test_a_text_like_no_other_is_not_sure() -> None:
    """Weekdays alone do not tell the week."""
    text = "A school in Varde opened a library on Monday. Its pupils chose the books on Friday."
    assert not guess_days([article("u", text)], DATED)["u"].sure


STANDING = (
    "Elsewhere in the news of Friday, the council of Varde voted for a bridge to Kestrel Point by a narrow margin."
)


def test_what_stands_in_articles_of_many_days_dates_nothing() -> None:
    """A paragraph that dated articles repeat for weeks is none of the news of the next article that has it."""
    standing = [article(one.id, f"{one.text}\n\n{STANDING}", one.published) for one in DATED if one.id != "d4"]
    alone, beside = (guess_days([article("u", told(4) + more)], standing)["u"] for more in ("", f"\n\n{STANDING}"))
    assert (alone.day, alone.confidence) == (beside.day, beside.confidence)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Varde, 10 March 2024. The mayor opened a school.", date(2024, 3, 10)),
        ("The mayor opened a school on 12 March. It had been empty since 5 March.", date(2024, 3, 12)),
    ],
)
def test_a_date_tells_its_day(text: str, day: date) -> None:
    """A day with its year at the head is that of publication; else it is the latest."""
    assert abs((guess_days([article("u", text)], DATED)["u"].day - day).days) <= 1


def test_what_is_told_of_a_day_dates_who_tells_it() -> None:
    """Where no dated article is of the day, what later ones tell of it still says which Tuesday it was."""
    later = [
        article("v", "The ferry Aurora sank on 5 March off Ardol with a cargo of bells.", date(2024, 3, 17)),
        article("w", "A trawler found oil on 12 March near Kestrel Point.", date(2024, 3, 21)),
        article("x", "A choir sang in Bervik on 18 March.", date(2024, 3, 20)),
        article("y", "A choir sang in Varde on 19 March.", date(2024, 3, 21)),
        article("z", "The island voted on 2 March.", date(2024, 3, 3)),
    ]
    first = guess_days([article("u", "The ferry Aurora sank off Ardol with a cargo of bells on Tuesday.")], later)["u"]
    second = guess_days([article("u", "A trawler found oil near Kestrel Point on Tuesday.")], later)["u"]
    assert abs((first.day - date(2024, 3, 5)).days) <= 1
    assert abs((second.day - date(2024, 3, 12)).days) <= 1


def test_an_article_dates_the_next() -> None:
    """What is like no dated article may be like one whose day was inferred."""
    chain = "On {0} a salvage crew lifted the winch, the anchor and the bronze bell of the Corvus, to loud applause."
    link = article("link", f"{told(5)} {chain.format('Thursday')}")
    last = article("last", chain.format("Thursday") + " Its captain smiled.")
    assert not guess_days([last], DATED)["last"].sure
    assert guess_days([last, link], DATED)["last"].sure


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Snow fell in Lower Bergheim Monday.", "no dated article is like it"),
        (f"{NEWS[2]}, it was said on 22 March.", "the likest dated article, 'd2', is of 2024-03-08"),
        (f"On Thursday {NEWS[1]}.", "is not ruled out"),
    ],
)
def test_a_guess_that_is_not_sure_says_what_it_lacks(text: str, missing: str) -> None:
    """The message of an article that stays undated says why."""
    guess = guess_days([article("u", text)], DATED)["u"]
    assert not guess.sure
    page = (Path(__file__).parent.parent / "docs" / "inferred.md").read_text(encoding="utf-8")
    assert missing != "is not ruled out" or f"perhaps {guess}; add" in " ".join(page.split())
    assert missing in str(guess)
    assert str(guess).endswith("remain possible")


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


def test_the_messages_of_the_page_are_true(tmp_path: Path) -> None:
    """docs/inferred.md shows what is said of an article without a date, beside dated ones and without any."""
    text = "On Thursday the harbour master was suspended over a broken lamp."
    (folder(tmp_path) / "u.txt").write_text(text, encoding="utf-8")
    (beside,) = (str(problem) for problem in read_articles(tmp_path).problems)
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / "u.txt").write_text("It sank on Friday, and on 2 March.", encoding="utf-8")
    (alone,) = (str(problem) for problem in read_articles(tmp_path / "alone", infer=True).problems)
    page = " ".join((Path(__file__).parents[1] / "docs" / "inferred.md").read_text(encoding="utf-8").split())
    assert f"```text {beside} ```" in page
    assert f"(`{alone.partition('can be inferred: ')[2].partition('; add')[0]}`)" in page


def test_where_no_day_is_likely_the_message_says_what_is_missing(tmp_path: Path) -> None:
    """No day is named where none stands out, but what would help is."""
    (folder(tmp_path) / "u.txt").write_text("A keeper painted his boat on Friday. He whistled.", encoding="utf-8")
    (said,) = (str(problem) for problem in read_articles(tmp_path).problems)
    assert "no day is likely enough to name: no dated article is like it" in said


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
    assert [(one.month, one.day, one.year) for one in claims.dates] == [(3, 2, None), (4, 5, 2003)]


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


def test_the_projects_five_articles_without_metadata(tmp_path: Path) -> None:
    """With one caption left to date all five, two at most stay undated, and the others are within a day."""
    own = Path(__file__).parent.parent / "articles"
    true = {one.id: one.published for one in read_articles(own).articles}
    for path in own.glob("*.txt"):
        text = split(path.read_text(encoding="utf-8"), shown=path.name).text
        (tmp_path / path.name).write_text(text, encoding="utf-8")
    found, problems = read_articles(tmp_path, infer=True)
    assert len(found) >= len(true) - 2
    assert all(abs((one.published - true[one.id]).days) <= 1 for one in found)
    left = [str(one) for one in problems if "perhaps" in str(one)]
    assert len(left) == len(true) - len(found)
    assert all("it names 2023-12-2" in one and "remain possible" in one for one in left)


@pytest.mark.parametrize(
    ("text", "dated", "said"),
    [
        (
            "It sank on Friday, and on 2 March.",
            [],
            "it tells of Friday and it names 2 March, but no other article of the",
        ),
        ("It rains on the island.", DATED, "it names no weekday and no date"),
        (told(3), [*DATED, article("old", told(1), date(1990, 1, 1))], "the dated articles span more than ten years"),
    ],
)
def test_an_article_without_a_guess_says_why(text: str, dated: list[Article], said: str) -> None:
    """What it tells and what there is beside it say what would decide."""
    assert no_ground(article("u", text), dated).startswith(said)


def test_one_dated_article_is_hardly_enough(tmp_path: Path) -> None:
    """Beside one dated article a day is offered and not used, unless both tell much of the same and name a date."""
    guess = guess_days([article("u", told(3))], DATED[3:4])["u"]
    assert not guess.sure
    assert "only 'd3' beside it is dated" in str(guess)
    (tmp_path / "u.txt").write_text(told(3), encoding="utf-8")
    _, (problem,) = read_articles(tmp_path, infer=True)
    assert "no day can be inferred: it tells of" in str(problem)


@pytest.mark.skipif(not (SHARED / "data").is_dir(), reason="needs the development data beside the project")
@pytest.mark.parametrize("folder", ["articles", "data/stories/egypt_2011/articles", "data/stories/syria_2011/articles"])
def test_the_stories_without_half_of_their_dates(folder: str) -> None:
    """Of the articles whose front matter lost its date half or more are dated, nine in ten of them within a day."""
    articles = read_articles(SHARED / folder).articles
    asked, right = 0, []
    for seed in range(5):
        half = random.Random(seed).sample(articles, len(articles) // 2)  # noqa: S311  # halves, not secrets
        undated = [one for one in half if not (head_date(one.text) or caption_date(one.text))]
        lost = {one.id for one in undated}
        guesses = guess_days(undated, [one for one in articles if one.id not in lost])
        asked += len(half)
        right += [True] * (len(half) - len(undated))
        right += [
            abs((guess.day - one.published).days) <= 1
            for one in undated
            if (guess := guesses.get(one.id)) is not None and guess.sure
        ]
    assert len(right) >= asked / 2
    assert sum(right) >= 0.9 * len(right)
