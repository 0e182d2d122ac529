"""What a file says twice, and not the same: it is told with its line and a remedy, and one reading counts."""

from pathlib import Path

import pytest

from timeline.articles import read_articles

SUNK = "The ferry Aurora sank off Ardol on Sunday, the police said."
CHANGED = "changed on 2024-03-09, after its publication on 2024-03-05; check what was added"
ITS_TEXT = "its text says it was published on 2024-03-05, front matter 2024-03-09; see which is right"
WEEKDAY = "2024-03-05 was a Tuesday, not a Monday"


@pytest.mark.parametrize(
    ("text", "day", "said"),
    [
        (f"Lost\n\nPublished 5 March 2024, updated 9 March 2024\n\n{SUNK}", 5, f"a.txt:3: {CHANGED}"),
        (f"Lost\n\nPublished March 5, 2024\nUpdated March 9, 2024\n\n{SUNK}", 5, f"a.txt:4: {CHANGED}"),
        (f"2024-03-05\n\n{SUNK}\n\nLast updated: Saturday, 9 March 10:15 GMT", 5, f"a.txt:5: {CHANGED}"),
        (f"---\npublished: 2024-03-09\n---\nPublished 5 March, updated 9 March\n\n{SUNK}", 9, f"a.txt:4: {ITS_TEXT}"),
        (f"---\npublished: 2024-03-09\n---\nPublished: 5 March 2024\n\n{SUNK}", 9, f"a.txt:4: {ITS_TEXT}"),
        (f"---\npublished: 2024-03-05\n---\nPublished 5 March\n\n{SUNK}", 5, ""),
        (f"---\npublished: 2024-03-05\n---\nUpdated 9 March was the plan, and it stayed one.\n\n{SUNK}", 5, ""),
        (f"---\npublished: 2024-03-05\n---\n{SUNK} The page was updated on 9 March.", 5, ""),
        (f"Monday, 5 March 2024\n\n{SUNK}", 5, f"a.txt:1: {WEEKDAY}, as its first lines say; see which of the two"),
        (f"---\npublished: Mon, 5 Mar 2024\n---\n{SUNK}", 5, f"a.txt:1: {WEEKDAY}, as its front matter says; see"),
        (f"Tuesday, 5 March 2024\n\n{SUNK}", 5, ""),
        (f"+++\npublished = 2024-03-05\ntitle = 'Lost'\n+++\n{SUNK}", 5, ""),
        (f'+++\npublished = "5 March 2024"\ntags = ["a", "b"]\n[more]\nx = 1\n+++\n{SUNK}', 5, ""),
        (f"+++\npublished = 2024-03\n+++\n{SUNK}", 0, "a.txt:2: the front matter is not TOML; write one 'name = "),
        (f"+++\na = {'[' * 500}\n+++\n{SUNK}", 0, "a.txt:2: the front matter is nested too deeply"),
        (f"+++\na = 1\n{SUNK}", 0, "a.txt:1: the front matter does not close"),
        (f"---\npublished: 2024-03-05\nx: y\npublished: 2024-03-06\n---\n{SUNK}", 5,
         "a.txt:4: 'published' stands in the front matter again; the first counts; remove one of them"),
        (f"---\npublished: 2024-03-05\nPublished: 2024-03-06\n---\n{SUNK}", 5,
         "a.txt:3: 'Published' stands in the front matter again; the first counts; remove one of them"),
        (f"---\npublished: 2024-03-05\n---\nARDOL, March 9, 2024 (AP) - {SUNK}", 5,
         "a.txt:4: its first lines say 2024-03-09, its front matter 2024-03-05; see which is right"),
        (f"---\npublished: 2024-03-05\n---\nARDOL, March 4, 2024 (AP) - {SUNK}", 5, ""),
        (f"---\npublished: 2024-03-05\n---\nARDOL, Feb. 1, 2024 (AP) - {SUNK}", 5,
         "a.txt:4: its first lines say 2024-02-01, its front matter 2024-03-05; see which is right"),
        (f"5 March 2024\n\nHome\n\nLost\n\n1 February 2024\n\n{SUNK}", 5,
         "a.txt:7: its first lines say 2024-02-01, its dateline 2024-03-05; see which is right"),
        (f"Subject: Lost\nDate: 5 March 2024\nDate: 6 March 2024\n\n{SUNK}", 5,
         "a.txt:3: 'Date' stands in the front matter again; the first counts; remove one of them"),
        (f"\n \n---\npublished: 2024-03-05\nPublished: 2024-03-06\n---\n{SUNK}", 5,
         "a.txt:5: 'Published' stands in the front matter again; the first counts; remove one of them"),
        (f"\n\n---\npublished: 2024-03-05\n---\nPublished 9 March\n\n{SUNK}", 5,
         "a.txt:6: its text says it was published on 2024-03-09, front matter 2024-03-05; see which is right"),
        (f"March 5, 2024 - A day to remember\n\n{SUNK}", 5,
         "a.txt:1: its heading begins with 2024-03-05, which counts as its publication and may be what it tells of"),
        (f"5 March 2024: the day that the ferry sank\n\n{SUNK}", 5, "a.txt:1: its heading begins with 2024-03-05"),
        (f"March 5, 2024 - {SUNK}", 5, ""),
        (f"ARDOL, March 5, 2024 (AP) - Sunk\n\n{SUNK}", 5, ""),
        (f"---\npublished: 2024-03-05\n---\nMarch 5, 2024 - A day to remember\n\n{SUNK}", 5, ""),
        (f"Subject: Lost\nTo: a\nTo: b\nDate: 5 March 2024\n\n{SUNK}", 5, ""),
        (f"---\ndate: 2024-03-06\npublished: 2024-03-05\n---\n{SUNK}", 5,
         "a.txt:1: of its front matter 'published' says 2024-03-05, 'date' 2024-03-06; 'published' counts; leave"),
        (f"---\ndate: 5 March 2024\npublished: 2024-03-05\n---\n{SUNK}", 5, ""),
        (f"---\npublished: 2024-03-05\nlastmod: 09/03/2024\n---\n{SUNK}", 5,
         "a.txt: '09/03/2024' is no date of a change, and is passed over; write it like 2023-12-27"),
        (f"---\npublished: 2024-03-05\nlastmod: 2024-03-09\n---\n{SUNK}", 5, f"a.txt: {CHANGED}"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told(tmp_path: Path, text: str, day: int, said: str) -> None:
    """The day that counts, and the one message about what the file says beside it."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    articles, problems = read_articles(tmp_path)
    assert [one.published.day for one in articles] == ([day] if day else [])
    assert len(problems) == bool(said)
    assert all(str(one).startswith(said) for one in problems)


def test_a_wrong_weekday_of_a_page_and_a_record_is_told(tmp_path: Path) -> None:
    """It is the same in every format."""
    page = f"<head><meta property='article:published_time' content='Monday, 5 March 2024'></head><p>{SUNK}</p>" * 2
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "b.json").write_text(f'{{"text": "{SUNK}", "published": "Monday, 5 March 2024"}}', encoding="utf-8")
    _, problems = read_articles(tmp_path)
    assert [str(one).partition(", as its")[0] for one in problems] == [f"a.html: {WEEKDAY}", f"b.json: {WEEKDAY}"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", f'{{"text": "{SUNK}", "published": "2024-03-05", "published": "2024-03-06"}}',
         "a.json: the name 'published' stands twice in one object; the first counts; remove the other"),
        ("a.jsonl", f'\n{{"text": "{SUNK}", "text": "x", "Publication Date": "2024-03-05"}}',
         "a.jsonl:2: the name 'text' stands twice in one object; the first counts; remove the other"),
        ("a.json", f'{{"text": "{SUNK}", "published": "2024-03-05", "x": 1, "x": {{"y": 1, "y": 2}}}}', ""),
        ("a.json", f'{{"text": "{SUNK}", "date": 1709683200, "published_at": "2024-03-05T20:00:00-05:00"}}', ""),
        ("a.json", f'{{"text": "{SUNK}", "date": "2024-03-06", "published_at": "2024-03-05T20:00:00-05:00"}}',
         "a.json: of its record 'date' says 2024-03-06, 'published_at' 2024-03-05; 'date' counts; leave the right"),
        ("a.csv", f'Text,Date,Publication Date\n"{SUNK}",2024-03-05,2024-03-06\n',
         "a.csv:2: of its record 'date' says 2024-03-05, 'publication_date' 2024-03-06; 'date' counts; leave"),
        ("a.json", f'{{"text": "{SUNK}", "published": "2024-03-05", "modified": "25/12/2023"}}',
         "a.json: '25/12/2023' is no date of a change, and is passed over; write it like 2023-12-27"),
    ],
)  # fmt: skip
def test_what_a_record_says_twice_is_told(tmp_path: Path, name: str, content: str, said: str) -> None:
    """The first of one name counts, and the likeliest of several; neither in silence."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    (article,), problems = read_articles(tmp_path)
    assert article.clean == SUNK
    assert len(problems) == bool(said)
    assert all(str(one).startswith(said) for one in problems)
