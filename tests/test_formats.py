"""Every format gives the same articles, and a publication date from the highest step that has one."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from unicodedata import is_normalized

import documents
import pytest

import timeline
from timeline.articles import Published, read_articles, read_data
from timeline.frame import event_rows, mention_rows
from timeline.language import language_of
from timeline.model import Article, Basis, Severity, Timeline
from timeline.readers.page import about
from timeline.readers.source import Limits

ARTICLES = Path(__file__).parent.parent / "articles"
TEXT = [
    "Ferry Sinks off Ardol",
    "The ferry Aurora sank off Ardol on Sunday, officials said. All 12 people on board were saved by a trawler.",
    "Divers will search the wreck on Wednesday, when the storm has passed. The harbour remains closed to all ships.",
]
JSON_LD = '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", %s}]}</script>'
PUBLISHED = '"datePublished": "2023-12-25T23:30:00-08:00"'
META = '<meta property="article:published_time" content="2023-12-24T10:00:00Z">'
TIME = '<time itemprop="datePublished" datetime="2023-12-23">23 Dec</time>'


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """Write files into a folder, and return it."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def one(folder: Path, files: dict[str, str | bytes]) -> Article:
    """Return the only article of a folder, which must have no problem."""
    (article,), problems = read_articles(write(folder, files))
    assert problems == ()
    return article


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip archive of files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("2023-12-25-a.html", documents.web_page(TEXT)),
        ("2023-12-25-a.pdf", documents.pdf(TEXT)),
        ("2023-12-25-a.docx", documents.docx(TEXT)),
        ("2023-12-25-a.json", documents.record(TEXT)),
        ("2023-12-25-a.jsonl", documents.record(TEXT) + "\n"),
        ("2023-12-25-a.csv", 'text,note\n"' + "\n\n".join(TEXT) + '",x\n'),
        ("2023-12-25-a.parquet", documents.table(["\n\n".join(TEXT)])),
        ("2023-12-25-a.md", "\n\n".join(TEXT)),
        ("2023/12/25/a.txt", "\n\n".join(TEXT)),
        ("2023-12-25-a.zip", zipped({"b/a.txt": "\n\n".join(TEXT).encode()})),
    ],
)
def test_every_format_gives_the_same_text(tmp_path: Path, name: str, content: str | bytes) -> None:
    """Text and date do not depend on the format that held them."""
    article = one(tmp_path, {name: content})
    assert article.text == "\n\n".join(TEXT)
    basis = Basis.FOLDER if name == "2023/12/25/a.txt" or name.endswith(".zip") else Basis.FILE_NAME
    assert (article.published, article.published_basis) == (date(2023, 12, 25), basis)


LINE = "ARDOL, Dec. 25, 2023 (AP) - "


@pytest.mark.parametrize(
    ("name", "first", "day", "said"),
    [
        ("2023-12-20/a.txt", LINE, 25, "its dateline says 2023-12-25, its folder name 2023-12-20"),
        ("2023/12/25/a.txt", LINE, 25, ""),
        ("2023-12-20-a.txt", LINE, 20, "its file name says 2023-12-20, its dateline 2023-12-25"),
        ("2023-12-20/2023-12-25.txt", "", 25, "its file name says 2023-12-25, its folder name 2023-12-20"),
        ("2023-12-25.txt", "---\npublished: 2023-12-26\n---\n", 26, ""),
    ],
)  # fmt: skip
def test_names_and_datelines_that_disagree_are_told(tmp_path: Path, name: str, first: str, day: int, said: str) -> None:
    """A file's name stands above the dateline, that above the folder's name, and none is overruled in silence."""
    (article,), problems = read_articles(write(tmp_path, {name: first + TEXT[1]}))
    assert article.published.day == day
    assert [str(one).split(": ", 1)[1].partition("; ")[0] for one in problems] == ([said] if said else [])


APART = [
    "Ferry of Jose\u0301 Nun\u0303ez Sinks",
    "The ferry of Jose\u0301 Nun\u0303ez sank off Ardol on Sunday, Zoe\u0308 said.",
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "\n\n".join(APART)),
        ("a.json", documents.record(APART, title=APART[0])),
        ("a.html", documents.web_page([each.replace("\u0301", "&#x301;") for each in APART]).replace("&amp;", "&")),
        ("a.docx", documents.docx(APART)),
        ("a.pdf", documents.pdf(APART)),
        ("a.parquet", documents.table(["\n\n".join(APART)], title=[APART[0]])),
        ("a.rss", documents.feed([("Mon, 25 Dec 2023", APART[1])])),
    ],
)
def test_text_is_in_nfc_and_quotes_are_its_own(tmp_path: Path, name: str, content: str | bytes) -> None:
    """Letters that came apart are put together before anything is counted, so that every quote stands in the text."""
    article = one(tmp_path, {f"2023-12-25-{name}": content})
    assert is_normalized("NFC", article.text + article.title)
    assert "José Nuñez" in article.text
    mentions = [mention for event in timeline.build_timeline((article,)).events for mention in event.mentions]
    assert mentions
    for mention in mentions:
        place = article.locate(mention.sentence)
        assert place.of(article.text) == mention.sentence_text


FORMATS: dict[str, Callable[[list[str]], str | bytes]] = {
    "html": documents.web_page,
    "pdf": documents.pdf,
    "docx": documents.docx,
    "json": documents.record,
    "txt": "\n\n".join,
}


@pytest.fixture(scope="module")
def plain() -> Timeline:
    """Return the timeline of the articles as texts."""
    return timeline.build_timeline(ARTICLES)


PLACES = frozenset(("mention_id", "char_start", "char_end", "published_basis"))


def told(built: Timeline) -> list[dict[str, object]]:
    """Return the rows of both tables, but for the places in texts and who gave the days of publication."""
    mentions = [{name: cell for name, cell in row.items() if name not in PLACES} for row in mention_rows(built)]
    return [*event_rows(built), *mentions]


@pytest.mark.parametrize("turn", range(5))
def test_a_mixed_folder_gives_the_same_timeline(tmp_path: Path, plain: Timeline, turn: int) -> None:
    """Each article in turn as web page, PDF, DOCX, JSON and text: the folder tells what the texts alone tell."""
    files: dict[str, str | bytes] = {}
    rows = ["file,published,source"]
    endings = [*FORMATS][turn:] + [*FORMATS][:turn]
    for ending, article in zip(endings, read_articles(ARTICLES).articles, strict=True):
        paragraphs = [line for line in article.text.split("\n") if line.strip()]
        files[f"{article.id}.{ending}"] = FORMATS[ending](paragraphs)
        rows.append(f"{article.id}.{ending},{article.published},{article.source}")
    files["metadata.csv"] = "\n".join(rows)
    mixed = timeline.build_timeline(write(tmp_path, files))
    assert mixed.problems == plain.problems
    assert told(mixed) == told(plain)


@pytest.mark.parametrize("copied", [1, 5])
@pytest.mark.parametrize("outlet", ["", "The Herald"], ids=["own-sources", "one-source"])
def test_copies_in_every_format_are_one_voice(tmp_path: Path, outlet: str, copied: int) -> None:
    """Articles five times, in as many formats: no row weighs, says or is called anything else than that of one."""
    counted = {"articles", "n_articles", "n_mentions"}
    built = []
    for times in (0, copied):
        files: dict[str, str | bytes] = {}
        rows = ["file,published,source"]
        for number, article in enumerate(read_articles(ARTICLES).articles):
            paragraphs = [line for line in article.text.split("\n") if line.strip()]
            for ending in FORMATS if number < times else ["txt"]:
                files[f"{article.id}.{ending}"] = FORMATS[ending](paragraphs)
                rows.append(f"{article.id}.{ending},{article.published},{outlet or article.source}")
        files["metadata.csv"] = "\n".join(rows)
        rows_of = event_rows(timeline.build_timeline(write(tmp_path / str(times), files)))
        built.append([{name: cell for name, cell in row.items() if name not in counted} for row in rows_of])
    assert built[0] == built[1]


# an object without a type, in a script that is hidden from other readers
WRAPPED = (
    '<script type="application/ld+json">%s\n{"headline": "Ferry lost", "datePublished": "2023-12-21"}\n%s</script>'
)
RELATED = """<script type="application/ld+json">[
    {"@type": "NewsArticle", "headline": "Storm ahead", "datePublished": "2023-11-02"},
    {"@type": "NewsArticle", "headline": "Ferry lost", "url": "https://ardol.example/ferry",
     "datePublished": "2023-12-22"}]</script>"""


@pytest.mark.parametrize(
    ("head", "day", "basis"),
    [
        (JSON_LD % PUBLISHED + META + TIME, 25, Basis.JSON_LD),
        (META + TIME, 24, Basis.META),
        (TIME, 23, Basis.TIME),
        (JSON_LD % '"dateModified": "2023-12-29"' + TIME, 23, Basis.TIME),
        (JSON_LD % '"datePublished": "soon"' + META, 24, Basis.META),
        ('<script type="application/ld+json">{broken</script>' + META, 24, Basis.META),
        ("<meta name='article:published_time' content='December 24, 2023'>", 24, Basis.META),
        (JSON_LD.replace("ld+json", "ld+json; charset=utf-8") % PUBLISHED, 25, Basis.JSON_LD),
        (WRAPPED % ("//<![CDATA[", "//]]>"), 21, Basis.JSON_LD),
        (WRAPPED % ("<!--", "-->"), 21, Basis.JSON_LD),
        (RELATED + '<link rel="canonical" href="https://ardol.example/ferry/">', 22, Basis.JSON_LD),
        (RELATED + '<meta property="og:title" content="Ferry lost">', 22, Basis.JSON_LD),
        (RELATED + "<title>Ferry lost - Ardol News</title>", 22, Basis.JSON_LD),
        ('<time itemprop="datePublished">23 December 2023</time>', 23, Basis.TIME),
        ('<time itemprop="dateCreated datePublished" datetime="2023-12-23">today</time>', 23, Basis.TIME),
        (JSON_LD % '"datePublished": ["2023-12-25"]', 25, Basis.JSON_LD),
        (JSON_LD % '"datePublished": {"@type": "Date", "@value": "2023-12-25"}', 25, Basis.JSON_LD),
        (META.replace("2023-12-24T10:00:00Z", "2023/12/24 10:00"), 24, Basis.META),
        (META.replace("2023-12-24T10:00:00Z", "20231224T230000-0800"), 24, Basis.META),
        (META.replace("2023-12-24T10:00:00Z", "1703419200"), 24, Basis.META),
        ('<!-- <meta property="article:published_time" content="2023-12-01"> -->' + META, 24, Basis.META),
    ],
)
def test_the_ladder_of_a_page(head: str, day: int, basis: Basis) -> None:
    """JSON-LD stands above the meta tag, that above the time element; the local day counts."""
    known = about(head)
    assert (known.published, known.basis) == (date(2023, 12, day), basis)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2023-12-24">',
        JSON_LD % '"dateModified": "2023-12-24"',
        "<footer>Copyright 2023-12-24</footer>",
        "<time datetime='2023-12-24'>24 Dec</time>",
        '<script type="application/ld+json">{"@type": "VideoObject", "datePublished": "2023-12-24"}</script>',
        "<meta property='article:published_time' content='0000-00-00'>",
        "<script>var x = '<meta property=article:published_time content=2023-12-24>'</script>",
    ],
)
def test_what_never_dates_a_page(head: str) -> None:
    """Neither a change, nor a copyright, nor a video's, nor any other date is the publication's."""
    assert about(head).published is None


def test_a_page_changed_later_is_told(tmp_path: Path) -> None:
    """The date of a change is kept apart; a day or more after the publication it is a warning."""
    head = META + '<meta property="article:modified_time" content="2023-12-26">'
    articles, problems = read_articles(write(tmp_path, {"a.html": documents.web_page(TEXT, head=head)}))
    assert articles[0].published == date(2023, 12, 24)
    (said,) = (str(problem) for problem in problems)
    assert said.startswith("a.html: changed on 2023-12-26, after its publication on 2023-12-24; check what was added")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('<meta name="parsely-pub-date" content="2023-12-24T10:00Z">', "its 'parsely-pub-date' says 2023-12-24, but"),
        (
            '<meta name="date" content="2023/12/24">',
            "its 'date' says 2023-12-24, but pages mean different days by that",
        ),
        (JSON_LD % '"datePublished": "2023-12-24",', "its JSON-LD is not JSON"),
        ('<meta name="date" content="2023">', ""),
    ],
)
def test_an_undated_page_tells_what_may_help(tmp_path: Path, head: str, said: str) -> None:
    """What is no step of the ladder dates no page, and stands in the message; beside a date it is not told."""
    page = documents.web_page(TEXT, head=head)
    articles, problems = read_articles(write(tmp_path, {"a.html": page, "2023-12-24-b.html": page}))
    assert [article.id for article in articles] == ["2023-12-24-b"]
    told = f" that can be read: {said}" if said else "; "
    assert [str(one).startswith(f"a.html: no publication date{told}") for one in problems[:1]] == [True]
    assert not any(said in str(one) for one in problems[1:] if said)


@pytest.mark.parametrize("head", [META.replace("2023-12-24", "12/24/2023"), JSON_LD % '"datePublished": "12/24/2023"'])
def test_a_date_of_a_page_that_cannot_be_read_is_told(tmp_path: Path, head: str) -> None:
    """A page that gives a date is not called one without, and what else dates it is in doubt."""
    page = documents.web_page(TEXT, head=head)
    _, problems = read_articles(write(tmp_path, {"a.html": page, "2023-12-24-b.html": page}))
    told = [str(problem) for problem in problems if "12/24/2023" in str(problem)]
    assert [one.split(":")[0] for one in told] == ["2023-12-24-b.html", "a.html"]


@pytest.mark.parametrize(
    ("published", "modified", "told"),
    [
        ("2023-12-25T23:50:00Z", "2023-12-26T00:10:00Z", False),
        ("2023-12-25T23:50:00-05:00", "2023-12-26T05:00:00Z", False),
        ("2023-12-25T23:50:00Z", "2023-12-27T00:10:00Z", True),
        ("2023-12-25T18:00:00-05:00", "2023-12-26T09:00:00-05:00", True),
        ("2023-12-25", "2023-12-26T00:10:00Z", True),
    ],
)
def test_a_change_within_hours_by_the_clock_is_none(
    tmp_path: Path, published: str, modified: str, *, told: bool
) -> None:
    """Minutes over midnight, or another zone, make no change worth a warning."""
    head = "".join(
        f'<meta property="article:{name}_time" content="{stamp}">'
        for name, stamp in (("published", published), ("modified", modified))
    )
    _, problems = read_articles(write(tmp_path, {"a.html": documents.web_page(TEXT, head=head)}))
    assert any("changed on" in str(problem) for problem in problems) is told


UTC = '<meta property="article:published_time" content="2023-12-26T02:00:00Z">'
HERE = '<meta property="article:modified_time" content="2023-12-25T23:15:00-05:00">'
ADDRESS = '<link rel="canonical" href="https://ardol.example/2023/12/25/ferry">'
LINKED_HERE = JSON_LD % '"dateModified": "2023-12-25T23:15:00-05:00", "datePublished": "2023-12-26T02:00:00Z"'
AT_TWO = "published at 02:00 UTC on 2023-12-26"
OPEN = f"{AT_TWO}, perhaps another day where it was; if so, say the local day in metadata.csv"
TOLD = f"{AT_TWO}; 2023-12-25 is the local day, by its dateline, address or file name; check it"


@pytest.mark.parametrize(
    ("head", "first", "day", "note"),
    [
        (UTC, "", 26, OPEN),
        (UTC + HERE, "", 25, ""),
        (UTC + LINKED_HERE, "", 25, ""),
        (UTC + ADDRESS, "", 25, TOLD),
        (UTC + ADDRESS.replace("25", "26"), "", 26, ""),
        (UTC + ADDRESS.replace("25", "20"), "", 26, OPEN),
        (UTC, LINE, 25, TOLD),
        (UTC + UTC.replace("article:", "og:article:"), LINE, 25, TOLD),
        (UTC.replace("02:00", "12:00"), "", 26, ""),
        (UTC.replace("02:00", "00:00"), "", 26, ""),
        (UTC.replace("Z", "-05:00"), "", 26, ""),
    ],
)  # fmt: skip
def test_a_stamp_in_utc_gives_the_local_day(tmp_path: Path, head: str, first: str, day: int, note: str) -> None:
    """Another stamp's zone, a dateline or an address tells the local day; where nothing does, that is a note."""
    page = documents.web_page([TEXT[0], first + TEXT[1], TEXT[2]], head=head)
    (article,), notes = read_articles(write(tmp_path, {"a.html": page}))
    assert (article.published.day, [str(one) for one in notes]) == (day, [f"a.html: {note}"] if note else [])
    assert {one.severity for one in notes} <= {Severity.NOTE}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", documents.record(TEXT, published="2023-12-26T02:00:00Z")),
        ("a.md", "---\npublished: 2023-12-26T02:00:00+00:00\n---\n" + TEXT[1]),
        ("a.rss", documents.feed([("Tue, 26 Dec 2023 02:00:00 GMT", TEXT[1])])),
    ],
)
def test_a_record_in_utc_is_told(tmp_path: Path, name: str, content: str) -> None:
    """In every format a stamp in UTC near midnight is told, and the name of the file tells the day."""
    (article,), (note,) = read_articles(write(tmp_path / "a", {name: content}))
    assert (article.published.day, str(note).partition(": ")[2]) == (26, OPEN)
    (article,), (note,) = read_articles(write(tmp_path / "b", {f"2023-12-25-{name}": content}))
    assert (article.published.day, str(note).partition(": ")[2]) == (25, TOLD)


@pytest.mark.parametrize(
    ("head", "row", "said"),
    [
        (JSON_LD % PUBLISHED + META, "",
         "JSON-LD datePublished says 2023-12-25, article:published_time 2023-12-24; JSON-LD datePublished counts; "),
        (JSON_LD % PUBLISHED + META.replace("-24", "-25") + TIME, "",
         "JSON-LD datePublished says 2023-12-25, time datePublished 2023-12-23; JSON-LD datePublished counts; "),
        (META + TIME, "", "article:published_time says 2023-12-24, time datePublished 2023-12-23; "),
        (JSON_LD % PUBLISHED + META.replace("-24", "-25") + TIME.replace("-23", "-25"), "", ""),
        (META + TIME.replace("-23", "-24"), "", ""),
        (META + TIME, "file,published\na.html,2023-12-24\n", ""),  # the reader has said which
    ],
)  # fmt: skip
def test_days_of_a_page_that_differ_are_told(tmp_path: Path, head: str, row: str, said: str) -> None:
    """Each day that the page names and that differs, with who says it; the ladder's choice stays."""
    files: dict[str, str | bytes] = {"a.html": documents.web_page(TEXT, head=head)}
    articles, problems = read_articles(write(tmp_path, files | ({"metadata.csv": row} if row else {})))
    assert [article.published for article in articles] == [about(head).published]
    assert len(problems) == bool(said)
    assert all(str(problem).startswith(f"a.html: {said}") for problem in problems)


def test_what_a_page_says_of_itself() -> None:
    """Headline, publisher, address and language are read where they stand."""
    linked = JSON_LD % '"datePublished": "2023-12-25", "headline": "A &amp; B", "publisher": {"name": "The Herald"}'
    known = about(f"<html lang='en-GB'>{linked}<link rel='canonical' href='https://example.org/a'>")
    said = (known.title, known.source, known.url, known.language)
    assert said == ("A & B", "The Herald", "https://example.org/a", "en-GB")


def test_records_have_names_of_their_own(tmp_path: Path) -> None:
    """Each record is an article under its id or number; what is none is told with its place."""
    rows = [
        {"id": "x", "content": TEXT[1], "publishedAt": "2023-12-25T10:00:00Z", "source": {"id": 1, "name": "S"}},
        {"content_html": f"<p>{TEXT[2]}</p>", "date_published": "2023-12-26"},
        {"title": "no text"},
        7,
    ]
    articles, problems = read_articles(write(tmp_path, {"a.json": json.dumps({"articles": rows})}))
    assert [(article.id, article.published.day, article.source) for article in articles] == [
        ("a#2", 26, "a#2"),
        ("a#x", 25, "S"),
    ]
    assert {article.published_basis for article in articles} == {Basis.RECORD}
    assert [problem.where for problem in problems] == ["a.json, record 3", "a.json, record 4"]


@pytest.mark.parametrize(
    ("version", "item", "source"),
    [
        ("https://jsonfeed.org/version/1.1", {}, "The Herald"),
        ("https://jsonfeed.org/version/1", {"source": "An agency"}, "An agency"),
        ("2.0", {}, "a#1"),  # a title of anything else names no paper
    ],
)
def test_a_json_feed_names_its_source(tmp_path: Path, version: str, item: dict[str, str], source: str) -> None:
    """The title of a JSON Feed is that of the paper, as a channel's is."""
    items = [{"id": "1", "content_html": f"<p>{TEXT[1]}</p>", "date_published": "2023-12-25T10:00:00Z", **item}]
    feed = json.dumps({"version": version, "title": "The Herald", "items": items})
    assert one(tmp_path, {"a.json": feed}).source == source


@pytest.mark.parametrize("sign", [",", ";", "|", "\t"])
@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_a_table_may_say_what_parts_its_columns(tmp_path: Path, sign: str, breaks: str) -> None:
    """The line that a spreadsheet writes above the columns is none of the table, and counts as a line of the file."""
    lines = [f"sep={sign}", f"text{sign}published", f'"{TEXT[1]}"{sign}2023-12-25', f"It sank.{sign}soon", ""]
    articles, problems = read_articles(write(tmp_path, {"a.csv": breaks.join(lines)}))
    assert [(article.id, article.published.day) for article in articles] == [("a#1", 25)]
    assert [str(one)[:20] for one in problems] == ["a.csv:4: 'soon' is n"]


def test_a_table_gives_an_article_a_row(tmp_path: Path) -> None:
    """Dates of a Parquet file are its own local ones, whatever their type; other columns are passed over."""
    times = [datetime(2023, 12, 25, 23, 30), datetime(2023, 12, 26, 0, 10)]  # noqa: DTZ001  # as tables hold them
    made = documents.table(TEXT[1:], Published=times, id=["x", "y"], embedding=[[0.5], [1.5]])
    articles, problems = read_articles(write(tmp_path, {"a.parquet": made}))
    assert problems == ()
    assert [(article.id, article.published.day, article.published_basis) for article in articles] == [
        ("a#x", 25, Basis.RECORD),
        ("a#y", 26, Basis.RECORD),
    ]


@pytest.mark.parametrize(
    ("published", "days"),
    [
        (date(2023, 12, 24), {"a": (24, Basis.GIVEN), "b/b": (20, Basis.FRONT_MATTER)}),
        ({"": date(2023, 12, 24)}, {"a": (24, Basis.GIVEN), "b/b": (20, Basis.FRONT_MATTER)}),
        ({"b/b.md": date(2023, 12, 24)}, {"b/b": (24, Basis.GIVEN)}),
        (
            {"a.txt": date(2023, 12, 22), "": date(2023, 12, 24)},
            {"a": (22, Basis.GIVEN), "b/b": (20, Basis.FRONT_MATTER)},
        ),
    ],
)
def test_the_reader_gives_a_date(tmp_path: Path, published: Published, days: dict[str, tuple[int, Basis]]) -> None:
    """A day given for a file stands above all, a day given alone stands where there is none."""
    files = {"a.txt": TEXT[1], "b/b.md": f"---\npublished: 2023-12-20\n---\n{TEXT[2]}"}
    articles, _ = read_articles(write(tmp_path, dict(files)), published=published)
    assert {article.id: (article.published.day, article.published_basis) for article in articles} == days


def test_a_date_given_for_no_file_is_told(tmp_path: Path) -> None:
    """A name that is mistyped does not pass in silence."""
    _, problems = read_articles(write(tmp_path, {"2023-12-25.txt": TEXT[1]}), published={"b.txt": date(2023, 12, 24)})
    assert [str(problem) for problem in problems] == [
        "b.txt: no such file; mend the name in --published; it is the file's path in the folder"
    ]


RUN = "<w:r><w:t>%s</w:t></w:r>"
PARAGRAPH = f"<w:p>{RUN}</w:p>"
BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>%s</w:txbxContent></w:drawing>'
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
CHANGED = (
    f"<w:p><w:ins>{RUN % 'It sank'}</w:ins><w:del>{RUN % ' not'}</w:del><w:smartTag>{RUN % ' on Sunday'}</w:smartTag>"
    f"<w:fldSimple>{RUN % '.'}</w:fldSimple></w:p>"
)
HEAD, STORY, END = (PARAGRAPH % words for words in TEXT)


def rows(*lines: list[str]) -> str:
    """Return a table of cells, each of paragraphs as Word writes them."""
    made = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in line)}</w:tr>" for line in lines)
    return f"<w:tbl>{made}</w:tbl>"


def cells(*words: str) -> list[str]:
    """Return a row of words."""
    return [PARAGRAPH % word for word in words]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (HEAD + rows(cells("Day", "Dead"), cells("24 Dec.", "12")) + STORY,
         [TEXT[0], "Day – Dead", "24 Dec. – 12", TEXT[1]]),
        (HEAD + rows(["<w:p/>", PARAGRAPH % "12"], ["<w:p/>", "<w:p/>"]) + STORY, [TEXT[0], "12", TEXT[1]]),
        (rows([HEAD + STORY, PARAGRAPH % "Menu"]), [TEXT[0], TEXT[1], "Menu"]),
        (rows([rows([HEAD + STORY], [END])]), TEXT),
        (HEAD + rows(["<w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt>" + STORY]), TEXT[:2]),
        (HEAD + f"<w:p>{RUN % TEXT[1]}{BOX % (END, END)}</w:p>" + PARAGRAPH % "It rose.", [*TEXT, "It rose."]),
        (f"<w:p>{BOX % (HEAD, HEAD)}</w:p>" + STORY, TEXT[:2]),
        (f"<w:p><w:r><w:pict><w:txbxContent>{HEAD}</w:txbxContent></w:pict></w:r></w:p>" + STORY, TEXT[:2]),
        (f"<w:sdt><w:sdtContent>{HEAD}{STORY}</w:sdtContent></w:sdt>", TEXT[:2]),
        (CHANGED, ["It sank on Sunday."]),
    ],
)  # fmt: skip
def test_tables_and_text_boxes_of_a_document_are_read(tmp_path: Path, body: str, text: list[str]) -> None:
    """What stands in tables, boxes and insertions is text like any other, in the order of the document, and once."""
    assert one(tmp_path, {"2023-12-25.docx": documents.docx_of(body)}).text == "\n\n".join(text)


def test_what_a_document_has_beside_its_text_is_told(tmp_path: Path) -> None:
    """Notes at the foot of a page are not in its text, and are not passed over in silence."""
    body = f'<w:p>{RUN % TEXT[1]}<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:altChunk/>'
    (article,), (note,) = read_articles(write(tmp_path, {"2023-12-25.docx": documents.docx_of(body)}))
    assert (article.text, note.severity) == (TEXT[1], Severity.NOTE)
    assert str(note).startswith("2023-12-25.docx: its notes and embedded documents are left out; copy them")


def test_a_cell_holds_a_long_article(tmp_path: Path) -> None:
    """A cell beyond csv's own limit is read, and that limit stands as before for everybody else."""
    usual = csv.field_size_limit()
    long = "A ferry sank off Ardol. " * 6_000
    article = one(tmp_path, {"2023-12-25-a.csv": f'text,note\n"{long}",x\n'})
    assert len(article.text) > 131_072
    table = f"file,summary,published\na.txt,{'long ' * 40_000},2023-12-25\n"
    beside = one(tmp_path / "beside", {"a.txt": TEXT[1], "metadata.csv": table})
    assert (beside.published.day, beside.published_basis) == (25, Basis.SIDECAR)
    assert csv.field_size_limit() == usual


def test_a_feed_gives_an_article_an_item(tmp_path: Path) -> None:
    """The channel is the source; the date of an item is the day it names."""
    made = documents.feed([("Mon, 25 Dec 2023 10:00:00 +0000", TEXT[1]), ("Tue, 26 Dec 23 10:00:00 GMT", TEXT[2])])
    articles, problems = read_articles(write(tmp_path, {"a.rss": made}))
    assert problems == ()
    assert [(article.id, article.published.day, article.source, article.text) for article in articles] == [
        ("a#1", 25, "The Herald", TEXT[1]),
        ("a#2", 26, "The Herald", TEXT[2]),
    ]


CUT_FEED = documents.feed([("Mon, 25 Dec 2023 10:00:00 +0000", TEXT[1]), ("Tue, 26 Dec 2023 10:00:00 GMT", "Café.")])


@pytest.mark.parametrize(
    ("feed", "days"),
    [
        (CUT_FEED.encode()[:-15], [25, 26]),
        (CUT_FEED.encode()[:-40], [25]),
        (CUT_FEED.encode().partition(b"\xa9")[0], [25]),
        (CUT_FEED.replace("<item>", "</item>", 2).replace("</item>", "<item>", 1).encode(), [25]),
        (CUT_FEED.replace("Caf", "<Caf").encode(), [25]),
    ],
)
def test_a_feed_that_was_cut_keeps_its_whole_items(tmp_path: Path, feed: bytes, days: list[int]) -> None:
    """What stands before the cut or the fault is read, and the fault is told with its line."""
    articles, (problem,) = read_articles(write(tmp_path, {"a.rss": feed}))
    assert [article.published.day for article in articles] == days
    assert {article.source for article in articles} == {"The Herald"}
    whole = f"read {len(days)} whole item{'s' * (len(days) > 1)} before it; save the feed anew"
    assert str(problem) == f"a.rss:1: not well-formed XML from here on; {whole}"


def test_an_archive_is_a_folder(tmp_path: Path) -> None:
    """A table in an archive speaks of the files beside it."""
    table = b"file,published,source\na.txt,2023-12-25,S\n"
    article = one(tmp_path, {"z.zip": zipped({"b/a.txt": TEXT[1].encode(), "b/metadata.csv": table})})
    assert (article.id, article.source, article.published_basis) == ("z.zip/b/a", "S", Basis.SIDECAR)
    inner = {"a.txt": TEXT[1].encode(), "in/b.txt": b"x", "metadata.csv": table}  # a folder lies between the two
    read = read_articles(write(tmp_path / "other", {"z.zip": zipped(inner)}))
    assert [(each.id, each.published_basis) for each in read.articles] == [("z.zip/a", Basis.SIDECAR)]


@pytest.mark.parametrize(
    "data",
    [
        documents.pdf(TEXT),
        documents.docx(TEXT),
        documents.web_page(TEXT).encode(),
        documents.record(TEXT).encode(),
        documents.table(["\n\n".join(TEXT)]),
        zipped({"a.txt": "\n\n".join(TEXT).encode()}),
        "\n\n".join(TEXT).encode(),
        "\n\n".join(TEXT).encode("utf-16"),
    ],
)
def test_bytes_tell_their_format(data: bytes) -> None:
    """What comes without a name is known by how it begins."""
    (article,), problems = read_data(data, "2023-12-25")
    assert problems == ()
    assert article.text == "\n\n".join(TEXT)


def test_json_lines_without_a_name_are_told_from_json() -> None:
    """Objects of a line each are read each; one object over several lines is one article."""
    one = b'{"text": "The ferry sank.", "published": "2024-06-12", "id": "a"}'
    assert [each.id for each in read_data(one + b"\n" + one.replace(b'"a"', b'"b"')).articles] == ["stdin#a", "stdin#b"]
    assert len(read_data(one.replace(b", ", b",\n")).articles) == 1


@pytest.mark.parametrize(
    ("library", "name"),
    [("trafilatura", "a.html"), ("pypdf", "a.pdf"), ("docx", "a.docx"), ("pyarrow.parquet", "a.parquet")],
)
def test_a_missing_library_names_its_extra(
    library: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra the file is left out, and the message says what to install."""
    monkeypatch.setitem(__import__("sys").modules, library, None)
    _, problems = read_articles(write(tmp_path, {name: b"x"}))
    assert f"pip install 'news-timeline[{name[2:]}]'" in str(problems[0])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El barco se hundió el domingo frente a la costa, según las autoridades. " * 5, "es"),
        ("Le ferry a coulé dimanche au large de la côte, selon les autorités du port. " * 5, "fr"),
        ("Паром затонул в воскресенье у берега.", "ru"),
        ("غرقت العبارة يوم الأحد قبالة الساحل.", "ar"),
        ("The ferry sank on Sunday off the coast, the officials said. " * 5, "en"),
        ("He said: “El barco se hundió el domingo.” The ferry had left the port in the morning. " * 3, "en"),
        ("Sank.", "en"),
    ],
)
def test_the_language_is_told(text: str, code: str) -> None:
    """A text is English unless another language is plain."""
    assert language_of(text) == code


def test_another_language_is_left_out(tmp_path: Path) -> None:
    """A text in a language without rules is reported, not misread."""
    text = "Das Schiff ist am Sonntag vor der Küste gesunken, und die Leute sind mit dem Boot zu uns gekommen. " * 4
    articles, problems = read_articles(write(tmp_path, {"2023-12-25.txt": text}))
    assert articles == ()
    assert str(problems[0]).startswith("2023-12-25.txt: its language is 'de'; only English is read")


def test_the_limits_are_the_callers(tmp_path: Path) -> None:
    """What exceeds a limit is left out and says which."""
    limits = Limits(max_chars=50, max_documents=1, max_unpacked=60, max_pages=0)
    files = {
        "a.txt": "x" * 60, "b.json": json.dumps([{"text": "A.", "date": "2023-12-25"}] * 2),
        "c.pdf": documents.pdf(TEXT),
        "d.zip": zipped({"a.txt": b"x" * 61}), "e.docx": documents.docx(TEXT),
    }  # fmt: skip
    articles, problems = read_articles(write(tmp_path, files), limits=limits)
    assert [article.id for article in articles] == ["b#1"]
    said = (
        "longer than the limit of 50",
        "more than 1 records",
        "limit of 0 pages",
        "or 60 bytes",
        "limit of 60 bytes",
    )
    assert all(words in str(problem) for words, problem in zip(said, problems, strict=True))
