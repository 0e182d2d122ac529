"""The day of a change never dates an article, and is told wherever it is another than that of the publication."""

import json
import os
from pathlib import Path

import documents
import pytest

from timeline.articles import read_articles

TEXT = [
    "Ferry Sinks off Ardol",
    "ARDOL, Dec. 25, 2023 (AP) - The ferry Aurora sank off Ardol on Sunday, officials said. All on board were saved.",
    "Divers will search the wreck on Wednesday, when the storm has passed. The harbour remains closed to all ships.",
]
LATER, EPOCH = "2023-12-27T12:00:00Z", 1703678400  # the same moment


def linked(fields: str) -> str:
    """Return the head of a page whose data say this of the article."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'


def meta(key: str, name: str, content: str) -> str:
    """Return a meta tag."""
    return f'<meta {key}="{name}" content="{content}">'


def page(head: str, *, dated: bool = True) -> str:
    """Return a page with a head, whose text says by itself when it was published, or does not."""
    return documents.web_page([TEXT[0], TEXT[1] if dated else TEXT[1].partition(" - ")[2], TEXT[2]], head=head)


def item(**dates: str) -> str:
    """Return an Atom feed with one entry that has these dates."""
    told = "".join(f"<{name}>{day}</{name}>" for name, day in dates.items())
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{told}<content>{" ".join(TEXT)}</content></entry></feed>'


PUBLISHED = meta("property", "article:published_time", "2023-12-25T10:00:00-05:00")
CHANGES = [
    linked(f'"dateModified": "{LATER}"'),
    linked(f'"datePublished": "2023-12-25T10:00:00-05:00", "dateModified": "{LATER}"'),
    linked(f'"dateModified": {EPOCH}'),
    f'<time itemprop="dateModified" datetime="{LATER}">Wednesday</time>',
    '<time itemprop="dateModified">December 27, 2023</time>',
    meta("itemprop", "dateModified", LATER),
    meta("property", "article:modified_time", LATER),
    meta("property", "og:updated_time", LATER),
    meta("property", "og:updated_time", str(EPOCH)),
    meta("name", "last-modified", "Wed, 27 Dec 2023 12:00:00 GMT"),
]


@pytest.mark.parametrize("published", ["", PUBLISHED], ids=["dated by its text", "dated by its head"])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_a_page_is_told_wherever_it_stands(tmp_path: Path, change: str, published: str) -> None:
    """Whatever dates a page, its change on another day is a warning with both days."""
    (tmp_path / "a.html").write_text(page(published + change))
    (article,), problems = read_articles(tmp_path)
    assert article.published.day == 25
    assert any("changed on 2023-12-27, after its publication on 2023-12-25" in str(one) for one in problems)


@pytest.mark.parametrize(("stamp", "told"), [("27/12/2023", True), (" ", False), ("2023-12-25", False)])
def test_a_change_of_a_page_that_is_no_date_is_told(tmp_path: Path, stamp: str, told: bool) -> None:
    """It is passed over with a warning; a blank says nothing."""
    change = f'<meta property="article:modified_time" content="{stamp}">'
    (tmp_path / "a.html").write_text(page(change, dated=True))
    (article,), problems = read_articles(tmp_path)
    assert article.published.day == 25
    said = "a.html: '27/12/2023' is no date of a change, and is passed over; write it like 2023-12-27"
    assert [str(one) for one in problems if "change" in str(one)] == ([said] if told else [])


@pytest.mark.parametrize("change", [CHANGES[0], *CHANGES[2:]])
def test_a_change_alone_dates_no_page(tmp_path: Path, change: str) -> None:
    """A page that tells its change and nothing else is left out, and the message says so."""
    (tmp_path / "a.html").write_text(page(change, dated=False))
    articles, (problem,) = read_articles(tmp_path)
    assert articles == ()
    assert "the day of its last change, 2023-12-27, is none" in str(problem)


@pytest.mark.parametrize(
    "name", ["modified", "dateModified", "lastModified", "last_modified", "updated", "updated_at", "updatedAt"]
)
@pytest.mark.parametrize("stamp", [LATER, "2023-12-27", EPOCH, EPOCH * 1000, float(EPOCH)])
def test_a_change_of_a_record_is_told(tmp_path: Path, name: str, stamp: str | float) -> None:
    """The usual names of a change are known, in words and in seconds or milliseconds since 1970."""
    record = {"text": " ".join(TEXT), "published": "2023-12-25T10:00:00-05:00", name: stamp}
    (tmp_path / "a.json").write_text(json.dumps(record))
    (article,), problems = read_articles(tmp_path)
    assert article.published.day == 25
    assert any("changed on 2023-12-27" in str(one) for one in problems)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a.pdf", "a.json"])
def test_the_files_own_time_dates_nothing(tmp_path: Path, name: str) -> None:
    """Neither the time of a file nor a copyright year makes a date: the article is left out."""
    words = [TEXT[0], TEXT[1].partition(" - ")[2], TEXT[2], "Copyright 2023 The Herald"]
    made = {"html": documents.web_page, "docx": documents.docx, "pdf": documents.pdf, "json": documents.record}
    content = made.get(name.partition(".")[2], "\n\n".join)(words)
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    os.utime(tmp_path / name, (EPOCH, EPOCH))
    articles, (problem,) = read_articles(tmp_path)
    assert articles == ()
    assert str(problem).startswith(f"{name}: no publication date; ")


def test_a_change_in_the_table_beside_articles_is_told(tmp_path: Path) -> None:
    """The column of the table that tells a change is set against the day that counts."""
    (tmp_path / "a.txt").write_text(" ".join(TEXT))
    (tmp_path / "metadata.csv").write_text("file,modified\na.txt,2023-12-27\n")
    _, problems = read_articles(tmp_path)
    assert any("changed on 2023-12-27" in str(one) for one in problems)


@pytest.mark.parametrize(
    "dates",
    [
        {"published": "2023-12-25T10:00:00-05:00", "updated": LATER},
        {"updated": LATER, "published": "2023-12-25T10:00:00-05:00"},
        {"updated": LATER},
    ],
)
def test_a_change_of_an_entry_is_told(tmp_path: Path, dates: dict[str, str]) -> None:
    """An entry's update is set against its publication, whatever tells that."""
    (tmp_path / "a.atom").write_text(item(**dates))
    _, problems = read_articles(tmp_path)
    assert any("2023-12-27" in str(one) for one in problems)


@pytest.mark.parametrize(
    ("published", "changed", "told"),
    [
        ("2023-12-25T10:00:00-05:00", "2023-12-26T02:00:00Z", False),
        ("2023-12-25T10:00:00-05:00", "2023-12-26T06:00:00Z", True),
        ("2023-12-26T08:00:00+09:00", "2023-12-26T05:30:00Z", False),
        ("2023-12-26T08:00:00+09:00", "2023-12-25T10:00:00Z", True),
        ("2023-12-25T15:00:00Z", "2023-12-25T21:30:00-05:00", False),
        ("2023-12-25", "2023-12-26T02:00:00Z", True),
    ],
)
@pytest.mark.parametrize("ending", ["html", "json", "md"])
def test_the_days_are_those_of_the_publications_zone(
    tmp_path: Path, published: str, changed: str, ending: str, *, told: bool
) -> None:
    """Two stamps in two zones are set against each other as days of the one zone that the publication has."""
    if ending == "json":
        content = json.dumps({"text": " ".join(TEXT), "published": published, "modified": changed})
    elif ending == "md":
        content = f"---\npublished: {published}\nmodified: {changed}\n---\n{TEXT[2]}"
    else:
        head = meta("property", "article:published_time", published) + meta("property", "og:updated_time", changed)
        content = page(head, dated=False)
    (tmp_path / f"a.{ending}").write_text(content)
    _, problems = read_articles(tmp_path)
    assert any("changed on" in str(one) for one in problems) is told
