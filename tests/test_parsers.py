"""Every parser, whatever it is given, yields documents and problems or refuses the file with a message."""

import io
import zipfile
from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest
from documents import docx, feed, pdf, record, table, web_page
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.articles import read_data
from timeline.language import language_of
from timeline.model import Problem
from timeline.readers import archive, formats
from timeline.readers.markup import text_of
from timeline.readers.names import printable
from timeline.readers.page import about
from timeline.readers.source import Document, Entry, Source
from timeline.readers.unreadable import UnreadableError
from timeline.voices import voices

T = TypeVar("T")
GOOD = ["The ferry Aurora sank off Ardol on Sunday, the police of the island said."]
SEEDS: dict[str, bytes] = {
    ".txt": b"---\npublished: 2023-12-25\n---\nIt sank.",
    ".html": web_page(GOOD, head='<script type="application/ld+json">{"@type": "Article"}</script>').encode(),
    ".pdf": pdf(GOOD),
    ".docx": docx(GOOD),
    ".json": record(GOOD, date="2023-12-25").encode(),
    ".jsonl": record(GOOD).encode() + b"\n[]\n",
    ".csv": b'text,date\n"It sank.",2023-12-25\n',
    ".parquet": table(GOOD, published=["2023-12-25"]),
    ".xml": feed([("Mon, 25 Dec 2023 10:00:00 GMT", GOOD[0])]).encode(),
}
BRIEF = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spoiled(seed: bytes) -> st.SearchStrategy[bytes]:
    """Return good bytes with some of them replaced, lost or repeated, or other bytes altogether."""

    def spoil(cut: tuple[int, int], instead: bytes) -> bytes:
        start, end = sorted(at % (len(seed) + 1) for at in cut)
        return seed[:start] + instead + seed[end:]

    places = st.tuples(st.integers(0, len(seed)), st.integers(0, len(seed)))
    return st.binary(max_size=200) | st.builds(spoil, places, st.binary(max_size=30))


def attempted(read: Callable[[], Iterable[T]]) -> list[T | Problem]:
    """Return what a reader yields, and the problem it ends with if it refuses the rest."""
    found: list[T | Problem] = []
    try:
        found.extend(read())
    except UnreadableError as error:
        found.append(error.problem)
    return found


def check(found: list[Document | Problem]) -> None:
    """Check that what a reader found has a text, or says what is wrong."""
    assert all(one.what and one.remedy if isinstance(one, Problem) else one.text is not None for one in found)


@pytest.mark.parametrize("ending", SEEDS)
def test_a_parser_reads_or_refuses(ending: str) -> None:
    """No bytes end in anything but documents, problems or a refusal that names the file."""

    @BRIEF
    @given(spoiled(SEEDS[ending]))
    def holds(data: bytes) -> None:
        check(attempted(lambda: formats.read(Source(data=data, shown=f"x{ending}"))))

    holds()


def test_an_archive_is_read_or_refused() -> None:
    """A spoiled archive gives its files, problems, or a refusal."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as made:
        made.writestr("b/a.txt", "It sank.")

    @BRIEF
    @given(spoiled(data.getvalue()))
    def holds(spoiled_data: bytes) -> None:
        for entry in attempted(lambda: archive.entries(Source(data=spoiled_data, shown="x.zip"))):
            if isinstance(entry, Entry):
                attempted(lambda: [entry.load()])  # noqa: B023  # called at once

    holds()


@BRIEF
@given(st.binary(max_size=100))
def test_bytes_without_a_name_are_read_or_refused(data: bytes) -> None:
    """Standard input may hold anything; something is said of it."""
    articles, problems = read_data(data)
    assert articles or problems


@given(st.text(alphabet=st.sampled_from("<>/!-abp&;= \"'\n{}") | st.characters(), max_size=200))
def test_markup_loses_its_tags(text: str) -> None:
    """What is left of markup is never longer than it was by more than its breaks, and a page always says something."""
    assert text_of(f"<script>{text.replace('<', '')}</script>") == ""
    assert about(text).published is None


@given(st.text(max_size=100))
def test_a_name_prints_on_one_line(name: str) -> None:
    """No name of a file can break a line or steer a terminal."""
    assert printable(name).isprintable()
    assert language_of(name)


def test_no_articles_have_no_voices() -> None:
    """The schema holds for empty input."""
    assert voices(()) == {}
