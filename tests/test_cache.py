"""The cache saves work and changes nothing: same bytes with it, without it, and whatever is wrong with it."""

import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import documents
import pytest

import timeline.articles
import timeline.pipeline
from timeline.cache import NAME, Cache
from timeline.cli.main import main
from timeline.model import Article, Problem, Timeline
from timeline.outputs import render
from timeline.pipeline import build_timeline
from timeline.readers import formats
from timeline.readers.source import Document, Source

HEAD = "---\npublished: 2023-12-25\nsource: The {}\n---\n"
STORIES = [
    "The ferry Aurora sank off Ardol on Sunday, officials said. All 12 people on board were saved by a trawler.",
    "Divers will search the wreck of the Aurora on Wednesday. The harbour of Ardol was closed in November.",
    "A trawler burned in Bervik on Saturday, and the crew of four was saved “by luck”, said López.",
]


def folder_of(path: Path) -> Path:
    """Return a folder of articles of several formats, some of them bad."""
    files = {
        **{f"{at}.md": (HEAD.format(at) + text).encode() for at, text in enumerate(STORIES)},
        "2023-12-26-page.html": documents.web_page(
            ["Snow fell in Bervik on Monday, and the school closed."] * 3
        ).encode(),
        "2023-12-27.pdf": documents.pdf(["The school of Bervik opened again on Tuesday, its head said."]),
        "half.json": b'{"text": "It sank \\ud800 on Sunday.", "date": "2023-12-25"}',
        "records.json": json.dumps([{"text": STORIES[0], "date": "2023-12-29"}, {"title": "none"}]).encode(),
        "undated.txt": b"A ferry sank.",
        "binary.txt": b"\0\xff",
    }
    path.mkdir()
    for name, data in files.items():
        (path / name).write_bytes(data)
    return path


def rendered(built: Timeline) -> dict[str, bytes]:
    """Return the files of a timeline, without the slow picture."""
    return {name: data for name, data in render(built).items() if name != "timeline.png"}


@pytest.fixture
def counts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """Count the files that are parsed and the articles whose mentions are extracted."""
    counted = {"files": 0, "articles": 0}
    read, extract = formats.read, timeline.pipeline.extract

    def counting_read(source: Source) -> Iterator[Document | Problem]:
        counted["files"] += 1
        return read(source)

    def counting_extract(articles: list[Article]) -> object:
        counted["articles"] += len(articles)
        return extract(articles)

    monkeypatch.setattr(timeline.articles.formats, "read", counting_read)
    monkeypatch.setattr(timeline.pipeline, "extract", counting_extract)
    return counted


def test_the_bytes_are_the_same(tmp_path: Path) -> None:
    """Without a cache, with an empty one and with a full one, a build gives the same files and the same problems."""
    articles = folder_of(tmp_path / "articles")
    plain = build_timeline(articles)
    for _ in range(2):
        with Cache(tmp_path / "cache") as cache:
            built = build_timeline(articles, cache=cache)
        assert built == plain
        assert rendered(built) == rendered(plain)
    assert len(plain.problems) >= 4


def test_one_more_article_is_one_more_read(tmp_path: Path, counts: dict[str, int]) -> None:
    """Adding an article parses one file and extracts one article; changing one does the same; nothing new, nothing."""
    articles = folder_of(tmp_path / "articles")
    with Cache(tmp_path / "cache") as cache:
        first = build_timeline(articles, cache=cache)
    assert counts["files"] == 9
    assert counts["articles"] == len(first.articles)
    for change, expected in ((None, 0), ("new.md", 1), ("new.md", 1)):
        if change:
            text = HEAD.format("New") + "Ice closed the harbour of Bervik on Friday. " * (
                1 + (articles / change).exists()
            )
            (articles / change).write_text(text, encoding="utf-8")
        counts.update(files=0, articles=0)
        with Cache(tmp_path / "cache") as cache:
            build_timeline(articles, cache=cache)
            # half a character cannot be kept, and its article is read again each time
            assert cache.made == 2 * expected + 2
        assert counts == {"files": expected + 1, "articles": expected + 1}


def garbage(table: Path) -> None:
    """Put something else in the table's place."""
    table.write_bytes(b"no table " * 1000)


def cut(table: Path) -> None:
    """Cut the table in half."""
    table.write_bytes(table.read_bytes()[: table.stat().st_size // 2])


def holes(table: Path) -> None:
    """Spoil every page but the first."""
    data = bytearray(table.read_bytes())
    for at in range(5000, len(data), 97):
        data[at] ^= 0xFF
    table.write_bytes(data)


def change(statement: str) -> Callable[[Path], None]:
    """Return what changes the table by a statement of SQL."""

    def make(table: Path) -> None:
        with sqlite3.connect(table) as connection:
            connection.execute(statement)
        connection.close()

    return make


def a_folder(table: Path) -> None:
    """Put a folder in the table's place."""
    table.unlink()
    table.mkdir()


@pytest.mark.parametrize(
    "spoil",
    [
        garbage,
        cut,
        holes,
        a_folder,
        lambda table: table.write_bytes(b""),
        lambda table: table.unlink(),
        change("UPDATE kept SET value = x''"),
        change("UPDATE kept SET value = 'words'"),
        change("UPDATE kept SET value = substr(value, 1, 40)"),
        change("UPDATE kept SET value = (SELECT value FROM kept AS other WHERE other.number <> kept.number LIMIT 1)"),
        change("ALTER TABLE kept RENAME TO other"),
        change("ALTER TABLE kept RENAME COLUMN value TO other"),
        change("DELETE FROM kept"),
    ],
)  # fmt: skip
def test_a_spoiled_cache_is_ignored(tmp_path: Path, spoil: Callable[[Path], None]) -> None:
    """Whatever happened to the table, the build is right, and so is the next one."""
    articles = folder_of(tmp_path / "articles")
    plain = build_timeline(articles)
    with Cache(tmp_path / "cache") as cache:
        build_timeline(articles, cache=cache)
    spoil(tmp_path / "cache" / NAME)
    for _ in range(2):
        with Cache(tmp_path / "cache") as cache:
            assert build_timeline(articles, cache=cache) == plain


@dataclass(frozen=True, kw_only=True)
class Held:
    """A value for the table."""

    words: str


def test_a_place_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    """Where no table can be made, values are made each time."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    for _ in range(2):
        with Cache(tmp_path / "file" / "cache") as cache:
            assert cache.kept(["a"], Held, lambda: Held(words="b")) == Held(words="b")
            assert cache.made == 1


def test_another_engine_makes_its_own(tmp_path: Path) -> None:
    """What another version made is not taken; the parts of a source are not run together."""
    for engine, source, made in (("1", ["a", "b"], 1), ("1", ["a", "b"], 0), ("2", ["a", "b"], 1), ("1", ["ab"], 1)):
        with Cache(tmp_path, engine=engine) as cache:
            cache.kept(source, Held, lambda: Held(words="x"))
            assert cache.made == made


@pytest.mark.parametrize("words", ["\ud800", "\ud83d\ude00", "a\0b", "é", "e\u0301", "\u2028", "x" * 100_000])
def test_what_comes_back_is_what_was_kept(tmp_path: Path, words: str) -> None:
    """A value comes back as it was, or not at all."""
    for _ in range(2):
        with Cache(tmp_path) as cache:
            assert cache.kept([words], Held, lambda: Held(words=words)) == Held(words=words)


def test_a_value_of_another_type_is_made_anew(tmp_path: Path) -> None:
    """A kept value that does not fit the type asked for is none."""
    with Cache(tmp_path) as cache:
        cache.kept(["a"], Problem, lambda: Problem(where="a", what="b", remedy="c"))
        cache.close()
    with Cache(tmp_path) as cache:
        assert cache.kept(["a"], Held, lambda: Held(words="b")) == Held(words="b")


def test_the_table_does_not_grow_for_ever(tmp_path: Path) -> None:
    """Beyond its limit the older half goes, and the newest value stays."""
    noise = [date.fromordinal(at).isoformat() + str(hash((at, 7)) ** 50) for at in range(1, 2000)]
    with Cache(tmp_path, engine="1", max_bytes=200_000) as cache:
        for words in noise:
            cache.kept([words], Held, lambda words=words: Held(words=words))  # type: ignore[misc]  # bound now
    assert (tmp_path / NAME).stat().st_size < 600_000
    with Cache(tmp_path, engine="1") as cache:
        cache.kept([noise[-1]], Held, lambda: Held(words=noise[-1]))
        assert cache.made == 0
        cache.kept([noise[0]], Held, lambda: Held(words=noise[0]))
        assert cache.made == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the place is told by XDG_CACHE_HOME on Linux only")
def test_the_command_line_keeps_what_it_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build fills the user's cache folder; with --no-cache it neither looks nor writes; the files are the same."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    articles = folder_of(tmp_path / "articles")
    table = tmp_path / "home" / "news-timeline" / NAME
    written = []
    for number, (more, kept) in enumerate(((["--no-cache"], False), ([], True), ([], True), (["--no-cache"], True))):
        out = tmp_path / f"out{number}"
        assert main(["build", str(articles), "-o", str(out), *more], sys.stdout) == 0
        assert table.exists() is kept
        written.append({path.name: path.read_bytes() for path in out.glob("[!.]*")})
    assert all(files == written[0] for files in written)
