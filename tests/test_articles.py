"""Reading a folder: every kind of file, every kind of trouble, and the rest of the folder still read."""

import errno
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.articles import Reading, make_article, read_articles, read_data
from timeline.errors import ArticleError
from timeline.model import Basis, Problem, Severity
from timeline.readers import frontmatter
from timeline.readers.decode import decode
from timeline.readers.metadata import from_fields
from timeline.readers.sidecar import read_sidecar
from timeline.readers.source import Limits
from timeline.readers.unreadable import UnreadableError

T = TypeVar("T")

GOOD = "---\npublished: 2023-12-25\nsource: The Herald\n---\nFerry Sinks\n\nThe ferry sank on Sunday.\n"


def read(folder: Path, files: dict[str, str | bytes]) -> Reading:
    """Write files into a folder and read it."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_articles(folder)


def table(text: str | bytes) -> dict[str, str | bytes]:
    """Return a folder of one good article and a sidecar of this text."""
    return {"x.txt": GOOD, "metadata.csv": text}


def attempt(function: Callable[[], T]) -> T | Problem:
    """Return what a reader returns, or the problem it raises."""
    try:
        return function()
    except UnreadableError as error:
        return error.problem


def test_an_article_with_front_matter(tmp_path: Path) -> None:
    """Front matter gives date and source, the first line the title, and the text starts after it."""
    (article,), problems = read(tmp_path, {"a.txt": GOOD})
    assert problems == ()
    assert (article.id, article.source, article.title) == ("a", "The Herald", "Ferry Sinks")
    assert (article.published, article.published_basis) == (date(2023, 12, 25), Basis.FRONT_MATTER)
    assert article.text == "Ferry Sinks\n\nThe ferry sank on Sunday.\n"


@pytest.mark.parametrize(
    ("files", "basis", "source"),
    [
        ({"a.md": GOOD}, Basis.FRONT_MATTER, "The Herald"),
        ({"a.TXT": "It sank.", "metadata.csv": "file,published,source\na.TXT,2023-12-25,S\n"}, Basis.SIDECAR, "S"),
        ({"a.txt": "It sank.", "metadata.csv": 'published,note,file\n25 Dec 2023,"x, y",a.txt\n'},
         Basis.SIDECAR, "a"),
        ({"a.txt": "date 2023-12-25 It sank.", "metadata.csv": "file,source\na.txt,S\n"}, Basis.DATELINE, "S"),
        ({"a.txt": "It sank.\n\nThe ferry, Dec. 25, 2023. Ada Rhee/Newsfoto"}, Basis.CAPTION, "a"),
        ({"a.txt": GOOD.encode("utf-16")}, Basis.FRONT_MATTER, "The Herald"),
        ({"a.txt": b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()}, Basis.FRONT_MATTER, "The Herald"),
        ({"a.txt": "---\nPubDate: '2023-12-25T23:30:00-08:00'\npublisher: P\n---\nIt sank."}, Basis.FRONT_MATTER, "P"),
    ],
)  # fmt: skip
def test_the_date_knows_where_it_came_from(
    tmp_path: Path, files: dict[str, str | bytes], basis: Basis, source: str
) -> None:
    """Each step of the ladder gives the same day, and names itself."""
    (article,), problems = read(tmp_path, files)
    assert problems == ()
    assert (article.published, article.published_basis, article.source) == (date(2023, 12, 25), basis, source)


def test_folders_in_folders(tmp_path: Path) -> None:
    """Articles are ordered by id, their path; each folder may have a table of its own."""
    files: dict[str, str | bytes] = {
        "b.txt": GOOD,
        "a/c.txt": "It sank.",
        "a/metadata.csv": "file,published\nc.txt,2023-12-26\n",
        ".hidden/d.txt": GOOD,
        ".e.txt": GOOD,
    }
    articles, problems = read(tmp_path, files)
    assert problems == ()
    assert [(article.id, article.published.day) for article in articles] == [("a/c", 26), ("b", 25)]


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({}, ".: no articles in it; put .txt, .md or .html files there"),
        ({"x.txt": ""}, "x.txt: an empty file; put the article's text in it, or remove it"),
        ({"x.txt": "---\npublished: 2023-12-25\n---\n \n"}, "x.txt: an empty file;"),
        ({"x.txt": "A ferry sank."},
         "x.txt: no publication date; add 'published: YYYY-MM-DD' in front matter, or a row in metadata.csv"),
        ({"x.txt": b"one\ntwo \xff\xfe"}, "x.txt:2: not UTF-8 text (byte 0xff); save it as UTF-8 text"),
        ({"x.txt": b"\x89PNG\0\0\xff"}, "x.txt:1: a binary file; save it as UTF-8 text"),
        ({"x.txt": b"one\ntwo\0"}, "x.txt:2: a binary file (it holds NUL); save it as UTF-8 text"),
        ({"x.doc": b"%DOC"}, "x.doc: files ending in '.doc' are not read; save it as .txt, .md, .html"),
        ({"correction.toml": ""}, "correction.toml: files ending in '.toml' are not read; corrections are read from"),
        ({"x.txt": "---\npublished: 2023-12-25\nIt sank."}, "x.txt:1: the front matter does not close;"),
        ({"x.txt": "---\n- a\n- b\n---\nIt sank."}, "x.txt:2: the front matter is not a mapping;"),
        ({"x.txt": "---\na: [b\n---\nIt sank."}, "x.txt:3: the front matter is not YAML;"),
        ({"x.txt": "---\na: b\n  c: d: e\n---\nIt sank."}, "x.txt:3: the front matter is not YAML;"),
        ({"x.txt": "---\na: " + "[" * 5000 + "\n---\nIt sank."}, "x.txt:2: the front matter is nested too deeply;"),
        ({"x.txt": "---\npublished: 25/12/2023\n---\nIt sank."},
         "x.txt:1: '25/12/2023' is no publication date; write it like 2023-12-27"),
        ({"x.txt": "---\npublished: 0000-00-00\n---\nIt sank."}, "x.txt:1: '0000-00-00' is no publication date;"),
        ({"x.txt": GOOD, "x.md": GOOD},
         "x.txt: a second article 'x', called 'x.txt'; the first is in x.md; rename one of the files"),
        (table("name,published\nx.txt,2023-12-25\n"), "metadata.csv:1: no column 'file';"),
        (table(""), "metadata.csv:1: no column 'file';"),
        (table("file,published\n\nx.txt,2023-12-25,more\n"),
         "metadata.csv:3: 3 cells under 2 columns; those in their place were read;"),
        (table("file,published\n,2023-12-25\n"), "metadata.csv:2: the row names no file;"),
        (table("file,published\nx.txt,soon\n"), "metadata.csv:2: 'soon' is no publication date;"),
        (table("file\ny.txt\n"),
         "metadata.csv:2: no file 'y.txt' beside it; mend the name or remove the row"),
        (table("file\n../x.txt\n"), "metadata.csv:2: no file '../x.txt' beside it;"),
        (table("file\nx.txt\nx.txt\n"), "metadata.csv:3: 'x.txt' stands here twice;"),
        (table('file\n"x.txt\n'), "metadata.csv:2: not CSV"),
        (table(b"file\n\xff.txt\n"), "metadata.csv:2: not UTF-8 text"),
        (table("file,published\nx.txt,2023-12-24\n"), "x.txt: front matter says 2023-12-25, sidecar 2023-12-24;"),
    ],
)  # fmt: skip
def test_a_problem_says_where_what_and_the_remedy(tmp_path: Path, files: dict[str, str | bytes], problem: str) -> None:
    """One bad thing gives one message that starts with the place; the article beside it is read all the same."""
    beside: dict[str, str | bytes] = {"good/good.txt": GOOD} if files else {}
    articles, problems = read(tmp_path, {**files, **beside})
    assert len(problems) == 1
    assert str(problems[0]).startswith(problem)
    assert [article.id for article in articles if article.id == "good/good"] == (["good/good"] if files else [])


@pytest.mark.parametrize(
    ("head", "title", "source", "line"),
    [
        ("From: S <s@t.example>\nSubject: Ferry\nDate: Mon, 25 Dec 2023 18:00:00 -0500\n\n", "Ferry", "x", 5),
        ("HEADLINE: Ferry\nBYLINE: Ada Rhee\nPUBLICATION-DATE: December 25, 2023\n\n\n", "Ferry", "x", 6),
        ("Title: Ferry\nSource: The Herald\nSent: Monday, December 25, 2023 6:00 PM\n\n", "Ferry", "The Herald", 5),
    ],
)
def test_a_head_of_names_and_values_is_front_matter(
    tmp_path: Path, head: str, title: str, source: str, line: int
) -> None:
    """The head of a mail or of an archive's page says what it says, and is no part of the story."""
    (article,), problems = read(tmp_path, {"x.txt": f"{head}The ferry sank on Sunday."})
    assert (article.published, article.published_basis) == (date(2023, 12, 25), Basis.FRONT_MATTER)
    assert (article.title, article.source, article.line) == (title, source, line)
    assert (article.text, problems) == ("The ferry sank on Sunday.", ())


@pytest.mark.parametrize(
    "text",
    [
        "Published: 25 December 2023\n\nThe ferry sank.",  # one line is a dateline
        "Date: 25 December 2023\nIt sank: nobody knows why.\n\nThe ferry sank.",
        "By: Ada Rhee\nFrom: Ardol\n\n25 December 2023\n\nThe ferry sank.",
    ],
)
def test_what_is_no_head_stays_text(tmp_path: Path, text: str) -> None:
    """Lines that are names and values in part, or alone, or that say nothing of the article are left where they are."""
    (article,), _ = read(tmp_path, {"x.txt": text})
    assert (article.text, article.published_basis) == (text, Basis.DATELINE)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            "x.txt,2023-12-25,S,more",
            "metadata.csv:2: 4 cells under 3 columns; those in their place were read; mend the row",
        ),
        ("x.txt,2023-12-25", "metadata.csv:2: 2 cells under 3 columns; those in their place were read; mend the row"),
    ],
)
def test_a_ragged_row_gives_what_it_holds(tmp_path: Path, rows: str, said: str) -> None:
    """A cell too few or too many costs no date; the row is told as a warning."""
    (article,), (problem,) = read(tmp_path, {"x.txt": "It sank.", "metadata.csv": f"file,published,source\n{rows}\n"})
    assert (article.published, article.published_basis) == (date(2023, 12, 25), Basis.SIDECAR)
    assert str(problem).startswith(said)
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ("x.txt,soon,S", ["metadata.csv:2", "x.txt"]),
        ("x.txt", ["metadata.csv:2", "x.txt"]),
        ("x.txt,,S", ["x.txt"]),
        ("x.txt,Rhee, Ada,2023-12-25", ["metadata.csv:2", "metadata.csv:2", "x.txt"]),
        ('"x.txt,2023-12-25,S', ["metadata.csv:2", "x.txt"]),
    ],
)
def test_no_second_row_is_asked_for(tmp_path: Path, rows: str, places: list[str]) -> None:
    """Where the row is there and gives no date, the remedy is to mend it."""
    articles, problems = read(tmp_path, {"x.txt": "It sank.", "metadata.csv": f"file,published,source\n{rows}\n"})
    assert articles == ()
    assert [problem.where for problem in problems] == places
    assert problems[-1].remedy == "add 'published: YYYY-MM-DD' in front matter, or mend metadata.csv:2"


def test_a_table_that_is_a_folder_is_reported(tmp_path: Path) -> None:
    """Its place says that a table was meant; what lies in it is read all the same."""
    articles, (problem,) = read(tmp_path, {"d/x.txt": GOOD, "d/metadata.csv/y.txt": GOOD})
    assert [article.id for article in articles] == ["d/metadata.csv/y", "d/x"]
    assert str(problem).startswith("d/metadata.csv: a folder where a table of the files is read; put the table")


def test_warnings_leave_nothing_out(tmp_path: Path) -> None:
    """A problem is a warning exactly when nothing was lost to it."""
    files: dict[str, str | bytes] = {"a.txt": GOOD, "b.txt": "", "metadata.csv": "file,published\na.txt,2023-12-24\n"}
    _, problems = read(tmp_path, files)
    assert {problem.where: problem.severity for problem in problems} == {
        "a.txt": Severity.WARNING,
        "b.txt": Severity.ERROR,
    }


OWN = "2023-12-25\n\nThe ferry sank.\n"
RECORD = '{"id": "%s", "text": "It sank.", "date": "2023-12-25"}\n'


@pytest.mark.parametrize(
    ("files", "ids", "severities"),
    [
        ({"a.html.txt": OWN, "a.md": OWN, "a.txt": OWN}, ["a", "a.html", "a.txt"], [Severity.NOTE]),
        ({"a.json": RECORD % "b", "a.jsonl": RECORD % "b" * 2}, ["a", "a#b", "a#b-2"], [Severity.WARNING]),
        ({"a.csv": "id,text,date\nb,It sank.,2023-12-25\n", "a.jsonl": RECORD % "b" * 3},
         ["a#b", "a.jsonl#b", "a.jsonl#b-2", "a.jsonl#b-3"], [Severity.NOTE] * 3),
        ({"a.md": OWN, "a.txt": "It sank."}, ["a"], [Severity.NOTE, Severity.ERROR]),
        ({"d/a.md": OWN, "e/a.txt": OWN}, ["d/a", "e/a"], []),
    ],
)  # fmt: skip
def test_no_article_is_lost_to_the_id_of_another(
    tmp_path: Path, files: dict[str, str | bytes], ids: list[str], severities: list[Severity]
) -> None:
    """What shares a name but for its ending, or an id in a file, gets an id of its own; the first keeps its id."""
    articles, problems = read(tmp_path, files)
    assert [article.id for article in articles] == ids
    assert [article.source for article in articles] == ids
    assert [problem.severity for problem in problems] == severities
    assert all(f"called '{article.id}'" in str(problems) for article in articles if article.id.endswith((".txt", "-2")))


def test_a_file_that_is_too_large_is_left_out(tmp_path: Path) -> None:
    """The size limit is the caller's to set."""
    read(tmp_path, {"a.txt": GOOD, "b.txt": GOOD + "It sank again.\n" * 20})
    articles, problems = read_articles(tmp_path, limits=Limits(max_bytes=200))
    assert [article.id for article in articles] == ["a"]
    assert [str(problem) for problem in problems] == [
        "b.txt: larger than the limit of 200 bytes; split it or raise --max-bytes"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_and_links_do_not_hold_up_the_reader(tmp_path: Path) -> None:
    """A named pipe would wait for ever, a link to its own folder go round for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    articles, problems = read(tmp_path, {"a.txt": GOOD})
    assert [article.id for article in articles] == ["a"]
    assert [problem.where for problem in problems] == ["lost.txt", "pipe.txt"]


def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file or a folder without permission is a problem, not the end; root, who may read all, is refused here, too."""
    read(tmp_path, {"a.txt": GOOD, "b.txt": GOOD, "c/d.txt": GOOD})
    opened, listed = Path.open, os.scandir

    def refuse(path: str) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)

    monkeypatch.setattr(
        Path, "open", lambda self, *mode: refuse(str(self)) if self.name == "b.txt" else opened(self, *mode)
    )
    monkeypatch.setattr(os, "scandir", lambda path: refuse(path) if Path(path).name == "c" else listed(path))
    articles, problems = read_articles(tmp_path)
    assert [article.id for article in articles] == ["a"]
    assert [str(problem) for problem in problems] == [
        "b.txt: permission denied; check that the file is readable",
        "c: permission denied; check that the folder is readable",
    ]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """Nothing to read is the caller's mistake, and says so."""
    with pytest.raises(ArticleError, match=r"none: no such folder; name one"):
        read_articles(tmp_path / "none")
    (tmp_path / "a.txt").write_text("It sank.")
    with pytest.raises(ArticleError, match=r"a\.txt: a file; name the folder it lies in"):
        read_articles(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferry Sinks\n\nIt sank.", "Ferry Sinks"),
        ("Who sank the ferry?\n\nNobody.", "Who sank the ferry?"),
        ("It sank.\n\nDivers searched.", ""),
        ("Ferry Sinks\nIt sank.", ""),
        ("Ferry Sinks", ""),
        ("Published: 2023-12-25\n\nFerry Sinks\n\nIt sank.", "Ferry Sinks"),
        (f"{'Ferry ' * 60}\n\nIt sank.", ""),
        ("By Ada Rhee | December 25, 2023\n\nIt sank.", ""),
    ],
)
def test_the_title_is_a_first_line_of_its_own(text: str, title: str) -> None:
    """A title is short, ends without a full stop, and stands alone."""
    assert make_article(text, "a", own=from_fields({"date": "2023-12-25"}, where="")).title == title


def test_front_matter_values_are_strings_as_written() -> None:
    """YAML's own ideas of dates, booleans and sexagesimals do not touch the fields; tags make nothing."""
    text = "---\na: yes\nb: 12:30\nc: 2023-12-25\nd: !!python/object/apply:os.getcwd []\ne: [1, 2]\n---\nIt sank."
    assert frontmatter.split(text, shown="a.txt").fields == {"a": "yes", "b": "12:30", "c": "2023-12-25"}


_STORY = (
    "The ferry “Aurora” sank off Ardol on Sunday, and the island’s police didn’t say why. {} said in the café on "
    "Monday that it was a tragedy. Boats were sent to look for the twelve people on board, the coastguard said.\n"
)


@pytest.mark.parametrize(
    ("name", "encoding", "shown"),
    [
        ("Zoë Muñoz", "cp1252", "Windows-1252"),
        ("Łukasz Żółć of Gdańsk", "cp1250", "Windows-1250"),
        ("Zoë Muñoz", "mac_roman", "Mac Roman"),
        ("Zoë", "utf-16-le", "UTF-16-LE"),
        ("Łukasz", "utf-16-be", "UTF-16-BE"),
    ],
)
def test_an_encoding_is_told_by_its_letters(name: str, encoding: str, shown: str) -> None:
    """What is not UTF-8 is read with a warning that names the encoding it was taken for."""
    notices: list[Problem] = []
    text = _STORY.format(name)
    assert decode(text.encode(encoding), shown="a.txt", notices=notices) == text
    assert [notice.severity for notice in notices] == [Severity.WARNING]
    assert [str(notice) for notice in notices] == [
        f"a.txt: not UTF-8; taken for {shown}, by its letters; save it as UTF-8, if its names look wrong"
    ]


@pytest.mark.parametrize(("words", "severity"), [("“Zoë’s café” – €5", Severity.NOTE), ("Muñoz", Severity.WARNING)])
def test_letters_that_all_code_pages_share_leave_no_doubt(words: str, severity: Severity) -> None:
    """Quotes, dashes and letters that stand at one place in all pages of such letters are no fault under --strict."""
    notices: list[Problem] = []
    text = _STORY.format(words)
    assert decode(text.encode("cp1252"), shown="a.txt", notices=notices) == text
    assert [notice.severity for notice in notices] == [severity]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Паром затонул в воскресенье у острова, сообщила полиция. Спасатели искали людей во вторник.", "cp1251"),
        ("Паром затонул в воскресенье у острова, сообщила полиция. Спасатели искали людей во вторник.", "koi8_r"),
        ("警方表示,渡轮周日在岛屿附近沉没。救援人员正在寻找船上的十二人,海岸警卫队周二表示。", "gb18030"),
        ("警察によると、フェリーは日曜日に島の沖で沈没した。救助隊は十二人を捜索していると述べた。", "cp932"),
    ],
)
def test_another_script_is_read_for_what_it_is(text: str, encoding: str) -> None:
    """So that the message names its language, not its bytes."""
    assert decode(text.encode(encoding), shown="a.txt", notices=[]) == text


@pytest.mark.parametrize(
    ("says", "encoding", "text"),
    [
        ("iso-8859-1", "cp1252", "didn’t"),  # as browsers have it
        ("us-ascii", "cp1252", "didn’t"),
        ("windows-1250", "cp1250", "Łódź"),
        ("koi8-r", "koi8-r", "Паром"),
        ("utf-16", "cp1252", "café"),  # what can be read cannot be UTF-16
        ("unicode_escape", "cp1252", "café"),
        ("nonsense", "cp1252", "café"),
    ],
)
def test_what_a_page_says_of_its_encoding_counts(says: str, encoding: str, text: str) -> None:
    """Where it is no UTF-8 and what it says can be; in silence, as nothing was guessed."""
    notices: list[Problem] = []
    data = f'<meta charset="{says}">'.encode() + text.encode(encoding)
    assert decode(data, shown="a.html", notices=notices, says=True).endswith(f">{text}")
    assert bool(notices) == (text == "café")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_tells_the_encoding(encoding: str) -> None:
    """A mark at the head is no guess."""
    notices: list[Problem] = []
    assert decode("Zoë".encode(encoding), shown="a.txt", notices=notices) == "Zoë"
    assert notices == []


@pytest.mark.parametrize("text", ["It’s a café — “yes” they said on Sunday in the harbour of Ardol.", _STORY])
def test_spoiled_utf8_is_not_taken_for_another_encoding(text: str) -> None:
    """A cut or spoiled file is refused with its line."""
    read = attempt(lambda: decode(text.encode() + b"\xff", shown="a.txt", notices=[]))
    assert isinstance(read, Problem)
    assert str(read).startswith("a.txt:")
    assert "not UTF-8 text (byte 0xff)" in str(read)


@given(st.binary(max_size=200))
def test_bytes_decode_or_are_refused(data: bytes) -> None:
    """Any bytes are text without carriage returns and NULs, or an error that names its line."""
    read = attempt(lambda: decode(data, shown="a.txt", notices=[]))
    assert read.where.startswith("a.txt:") if isinstance(read, Problem) else not {"\r", "\0"} & set(read)


@given(st.text(max_size=200).map(lambda text: f"---\n{text}\n---\nIt sank."))
def test_front_matter_is_read_or_refused(text: str) -> None:
    """Any text between the dashes gives strings, or an error that names its line."""
    parted = attempt(lambda: frontmatter.split(text, shown="a.txt"))
    if isinstance(parted, Problem):
        assert parted.where.startswith("a.txt:")
    else:
        assert all(isinstance(value, str) for value in parted.fields.values())
        assert text.endswith(parted.text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!DOCTYPE html>\n<html><p>It sank on Sunday.</p></html>", "begins as a web page does, and is read"),
        ("\n <HTML lang='en'><p>It sank on Sunday.</p>", "begins as a web page does"),
        ("<?xml version='1.0'?><rss><item>It sank on Sunday.</item></rss>", "begins as XML does"),
        ('{"text": "It sank on Sunday."}', "begins as JSON does, and is read as plain text; name it .json"),
        ('[\n  {"text": "It sank on Sunday."}]', "begins as JSON does"),
        ("{\\rtf1\\ansi It sank on Sunday.}", "begins as RTF does, and is read as plain text; save it as plain"),
        ("<i>Aurora</i> sank on Sunday.", ""),
        ('["It sank on Sunday," he said.]', ""),
        ("{It sank} on Sunday.", ""),
    ],
)
@pytest.mark.parametrize("head", ["", "---\npublished: 2023-12-26\n---\n"])
def test_a_text_that_is_of_another_format_is_told(tmp_path: Path, head: str, text: str, said: str) -> None:
    """What its first characters show is no plain text is told with its line, and read as far as it can be."""
    articles, problems = read(tmp_path, {"x.txt": head + text, "metadata.csv": "file,published\nx.txt,2023-12-26\n"})
    assert len(articles) == 1
    assert [one.where for one in problems] == [f"x.txt:{head.count(chr(10)) + 1}"] * bool(said)
    assert all(said in str(one) for one in problems)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize(
    "form", ["file{0}published{0}source", '"file"{0}"published"{0}"source"', "sep={0}\nfile{0}published"]
)
def test_a_table_is_read_as_a_spreadsheet_saves_it(tmp_path: Path, form: str, sign: str) -> None:
    """What parts the columns is told by the first line, as in a table of articles."""
    lines = f"{form.format(sign)}\nx.txt{sign}2023-12-26\ny.txt{sign}soon\n"
    (article,), problems = read(tmp_path, {"x.txt": "It sank on Sunday.", "metadata.csv": lines})
    assert (article.published, article.published_basis) == (date(2023, 12, 26), Basis.SIDECAR)
    line = lines.count("\n")
    assert any(str(one).startswith(f"metadata.csv:{line}: ") for one in problems)


@given(st.text(alphabet=st.sampled_from('ab,"\n\r\t ') | st.characters(codec="utf-8"), max_size=100))
def test_a_table_is_read_or_refused(text: str) -> None:
    """Any text after a good header gives rows, or problems that name their lines."""
    table = read_sidecar(f"file,published\n{text}".encode, shown="metadata.csv")
    assert all(problem.where.startswith("metadata.csv:") for problem in table.problems)
    assert all(name.strip() for name in table.rows)


def test_a_title_with_a_colon_needs_no_quotes() -> None:
    """What YAML would take for two names is one title, as papers write it."""
    (article,) = read_data(b"---\ntitle: Storm in Lund: 'two' dead\npublished: 2024-03-02\n---\nIt sank.").articles
    assert article.title == "Storm in Lund: 'two' dead"
