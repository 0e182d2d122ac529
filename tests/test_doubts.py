"""What an article tells as past and dates after its own publication is reported, by file and line."""

from datetime import date
from pathlib import Path

import pytest

from timeline.articles import make_article, read_articles, read_data
from timeline.articles.remote import remote
from timeline.model import Span, Status, Timeline
from timeline.pipeline import build_timeline
from timeline.readers.metadata import Metadata

LATER = "Relatives waited for news."


def built(text: str) -> Timeline:
    """Return the timeline of one article of this text, published on 6 March 2023."""
    own = Metadata(published=date(2023, 3, 6))
    return build_timeline([make_article(f"A quiet week passed in Ardol.\n\n{text} {LATER}\n", "a", own=own)])


EARLY = [
    ("The ferry sank off Ardol on December 3, 2023.", "December 3, 2023"),
    ("The ferry sank off Ardol in December 2023.", "December 2023"),
    ("A bus burned in December 2023 in Venn.", "December 2023"),
    ("The court in Ardol jailed two men in May 2024.", "May 2024"),
    ("The blast on December 3, 2023 killed nine.", "December 3, 2023"),
    ("Guards opened fire on a march in Ardol on December 3, 2023.", "December 3, 2023"),
]
IN_ORDER = [
    "The ferry sank off Ardol on December 3, 2022.",
    "Growth of two percent was seen in 2025.",
    "The ferry will leave Ardol on December 3, 2023.",
    "The ferry was set to leave Ardol on December 3, 2023.",
    "The summit was planned for December 2023.",
    "Ministers agreed to meet in December 2023.",
    "The strike was postponed to December 3, 2023.",
    "The insurer would lose money if the ferry sank in December 2023.",
    "The vote planned for December 3, 2023 was called off.",
    "The council called off the vote planned for December 3, 2023.",
    "The concert on December 3, 2023 has been cancelled.",
    "The summit, scheduled for May 3, 2023, has been scrapped.",
    "The election, due on June 4, 2023, was postponed.",
    "The trial was due to begin on 3 May 2023, but was delayed.",
    "The hearing of April 2023 was moved to June 2023.",
    "The fair was called off on Monday. It was to be held on 3 June 2023.",
    "The union announced a strike on 20 March 2023.",
    "Voters registered for the election on 3 June 2023.",
    "The tournament in July 2023 was awarded to Lorn.",
    "The bank warned of a payment due on 15 June 2023.",
    "The march set for Tuesday was banned.",
    "Tickets for the concert on 3 June 2023 sold out on Monday.",
]


@pytest.mark.parametrize(("text", "words"), EARLY)
def test_a_past_after_the_publication(text: str, words: str) -> None:
    """A day or a month with its year counts; the doubt is told, and the event stays as the article tells it."""
    timeline = built(text)
    assert [str(problem) for problem in timeline.problems] == [
        f"a: published 2023-03-06, yet it tells '{words}' as past; check the publication date"
    ]
    assert [event.status for event in timeline.events if event.as_written == words] == [Status.OCCURRED]


@pytest.mark.parametrize("text", IN_ORDER)
def test_nothing_to_doubt(text: str) -> None:
    """Forecasts, plans, suppositions and what was over by then are no contradiction."""
    assert built(text).problems == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The vote planned for December 3, 2023 was called off.", Status.CANCELLED),
        ("The election, due on June 4, 2023, was postponed.", Status.CANCELLED),
        ("The election was postponed to June 4, 2023.", Status.PLANNED),
        ("The fair was to be held on 3 June 2023.", Status.PLANNED),
        ("The union announced a strike on 20 March 2023.", Status.PLANNED),
    ],
)
def test_what_a_day_to_come_says_of_a_plan(text: str, status: Status) -> None:
    """The day that a plan had and lost is not the day that it was moved to, and neither has passed."""
    assert [event.status for event in built(text).events if event.as_written] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will leave Ardol on December 3, 2023.",
        "The ferry was set to leave Ardol on December 3, 2023.",
        "The ferry leaves Ardol next Friday.",
        "Ministers agreed to meet in December 2023.",
        "The strike was postponed to December 3, 2023.",
    ],
)
def test_a_plan_stays_planned(text: str) -> None:
    """What lies ahead and is not told as past is planned."""
    assert [event.status for event in built(text).events if event.as_written] == [Status.PLANNED]


def test_the_file_and_the_line_of_each_time(tmp_path: Path) -> None:
    """The line is that of the words in the file, its front matter counted; a time told twice is reported once."""
    text = (
        "---\npublished: 2023-03-20\n---\n\nThe ferry sank off Ardol on December 3, 2023.\n\n"
        "A bus burned in Venn on December 4, 2023. The ferry sank on December 3, 2023.\n"
    )
    (tmp_path / "d2").mkdir()
    (tmp_path / "d2" / "a.md").write_text(text, encoding="utf-8")
    problems = build_timeline(tmp_path).problems
    assert [problem.where for problem in problems] == ["d2/a.md:5", "d2/a.md:7"]


def test_no_more_than_five_of_an_article() -> None:
    """They have one cause, so that a few are enough."""
    text = " ".join(f"A bus burned in Ardol on December {day}, 2023." for day in range(1, 9))
    assert len(built(text).problems) == 5


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (b"---\npublished: 2023-03-20\n---\n\nIt sank.", "stdin.txt:5"),
        (b"---\npublished: 2023-03-20\nnote: [\n---\nPublished: 20 March 2023\n\nIt sank.", "stdin.txt:7"),
        (b'{"text": "It sank.", "published": "2023-03-20"}', "stdin.json"),
        (b"<html><body><p>Published: 20 March 2023</p><p>It sank.</p></body></html>", "stdin.html"),
    ],
)
def test_only_a_text_has_the_lines_of_its_file(data: bytes, where: str) -> None:
    """Of a page or a record the file or the record is named, not a line that would not be its own."""
    (article,) = read_data(data).articles
    start = article.clean.index("It sank")
    assert article.place(Span(start, start + 2)) == where


NOW = "---\npublished: 2023-05-04\n---\nThe ferry sank on Sunday."
AGES_APART = "30 years or more from every other article"
REMOTE = [
    ("3 May 1919\n\nThe ferry sank in 2023.", (), "yet it names only later years (2023)"),
    ("3 May 1919\n\nIt is the worst storm since 1987. It sank in May 2021.", (), "only later years (1987, 2021)"),
    ('{"text": "The ferry sank in 2023.", "published": "1970-01-01"}', (), "published 1970-01-01 by its record, yet"),
    ("3 May 1919\n\nThe ferry sank on Sunday.", (NOW,), AGES_APART),
    ("3 May 1919\n\nThe ferry sank on Sunday.", (NOW, "3 May 1949\n\nIt sank."), AGES_APART),
    ("Goats on a roof, May 3, 1919. Ada Rhee/Newsfoto\n\nThe ferry sank on Sunday.", (NOW,), "by its caption, 30"),
]
NEAR = [
    ("3 May 1919\n\nThe ferry sank on Sunday.", ()),
    ("3 May 1919\n\nThe ferry sank on Sunday.", ("4 May 1919\n\nIt sank.", NOW)),
    ("3 May 1919\n\nThe ferry sank on Sunday.", ("3 June 1948\n\nIt sank.",)),
    ("3 May 1919\n\nThe war began in 1914. The vault is to be opened in 2019.", ()),
    ("3 May 2019\n\nThe ferry sank in 1919, in 2000 fathoms. The town holds 2,060 people.", (NOW,)),
    ("---\npublished: 1919-05-03\n---\nThe vault is to be opened in 2019.", (NOW,)),
    ('{"text": "The ferry sank on Sunday.", "published": "1919-05-03"}', (NOW,)),
]


def doubts_of(tmp_path: Path, first: str, others: tuple[str, ...]) -> list[str]:
    """Return what is said of the publication of the first of some articles."""
    (tmp_path / f"a{'.json' if first[0] == '{' else '.txt'}").write_text(first, encoding="utf-8")
    for number, other in enumerate(others):
        (tmp_path / f"b{number}.txt").write_text(other, encoding="utf-8")
    found = remote(read_articles(tmp_path).articles)
    return [str(one) for one in found if one.where.startswith("a.")]


@pytest.mark.parametrize(("first", "others", "said"), REMOTE)
def test_a_day_far_from_every_other_sign_is_told(
    tmp_path: Path, first: str, others: tuple[str, ...], said: str
) -> None:
    """A generation before every year that a text names, or from every other article, a day is doubted."""
    (doubt,) = doubts_of(tmp_path, first, others)
    assert said in doubt
    assert doubt in [str(problem) for problem in read_articles(tmp_path).problems]


@pytest.mark.parametrize(("first", "others"), NEAR)
def test_an_archive_is_not_doubted(tmp_path: Path, first: str, others: tuple[str, ...]) -> None:
    """An old day that has neighbours, years of its time, the reader's word or nothing beside it is left alone."""
    assert doubts_of(tmp_path, first, others) == []
