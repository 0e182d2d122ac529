"""A coverage-guided fuzz target for all that reads: the file formats, the text stages and the files of a build.

    pip install -e '.[fuzz]'
    python -m tests.fuzz CORPUS -max_total_time=600        # CORPUS: a folder, made and seeded where it is empty

Options are libFuzzer's. The first byte of an input says what reads the rest. What fails is written to ``crash-*``, and
``python -m tests.fuzz crash-*`` runs it again. Without atheris :func:`one` can still be called with any bytes.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from importlib import import_module
from pathlib import Path

from timeline.articles import read_data
from timeline.clean import clean
from timeline.errors import TimelineError
from timeline.export.json import from_json
from timeline.language import language_of
from timeline.model import Article, Problem, Span
from timeline.pubdate import head_spans, parse_day, publication
from timeline.readers import formats, sidecar
from timeline.readers.markup import text_of
from timeline.readers.page import about
from timeline.readers.source import Limits, Source
from timeline.readers.unreadable import UnreadableError
from timeline.resolve import annotate

LIMITS = Limits(max_bytes=200_000, max_chars=20_000, max_documents=200, max_unpacked=2_000_000, max_pages=10)
DAY = date(2024, 3, 6)


def one(data: bytes) -> None:
    """Read one input, and raise if the reader does anything but read it or refuse it in a line."""
    if data:
        READERS[data[0] % len(READERS)](data[1:])


def _problem(problem: Problem) -> None:
    said = str(problem)
    assert problem.where, problem
    assert problem.what, problem
    assert problem.remedy, problem
    assert said.isprintable(), said
    assert len(said) < 2_000, said


def _file(ending: str) -> Callable[[bytes], None]:
    """Return what reads bytes as a file of an ending."""

    def read(data: bytes) -> None:
        try:
            for found in formats.read(Source(data=data, shown=f"x{ending}", limits=LIMITS)):
                if isinstance(found, Problem):
                    _problem(found)
        except UnreadableError as error:
            _problem(error.problem)

    return read


def _nameless(data: bytes) -> None:
    found = read_data(data, limits=LIMITS, published=DAY)
    assert found.articles or found.problems
    for problem in found.problems:
        _problem(problem)


def _sidecar(data: bytes) -> None:
    for problem in sidecar.read_sidecar(lambda: data, shown="metadata.csv").problems:
        _problem(problem)


def _text(data: bytes) -> None:
    """Clean and tag a text: every place found lies in it, and leads back to the text as read."""
    text = data.decode("utf-8", "replace")[:5_000]
    cleaned = clean(text)
    article = Article(
        id="a", source="a", title="", text=text, clean=cleaned.text, offsets=cleaned.offsets, published=DAY
    )
    end = 0
    for time in annotate(cleaned.text, DAY):
        assert end <= time.span.start < time.span.end <= len(cleaned.text), time
        assert time.span.of(cleaned.text) == time.timex.text, time
        place = article.locate(time.span)
        assert 0 <= place.start <= place.end <= len(text), time
        end = time.span.end
    assert all(0 <= start < stop <= len(text) for start, stop in head_spans(text))
    assert article.locate(Span(0, len(cleaned.text))).end <= len(text)


def _words(data: bytes) -> None:
    words = data.decode("utf-8", "replace")
    parse_day(words)
    publication(words, name=words)
    language_of(words)
    text_of(words)
    about(words)


def _build(data: bytes) -> None:
    with suppress(TimelineError):
        from_json(data.decode("utf-8", "replace"))


READERS: tuple[Callable[[bytes], None], ...] = (
    *(_file(ending) for ending in (".txt", ".html", ".pdf", ".docx", ".json", ".jsonl", ".csv", ".parquet", ".xml")),
    _nameless,
    _sidecar,
    _text,
    _words,
    _build,
)


def seeds() -> tuple[bytes, ...]:
    """Return an input for every reader, and some of what it may meet."""
    words = (
        b"---\npublished: 2023-12-25\n---\nThe ferry sank on Sunday, 3 March 2024, a week after the storm.",
        b'{"text": "It sank on Sunday.", "date": "2023-12-25"}',
        b'text,date\n"It sank.",2023-12-25\n',
        b'<html><meta property="article:published_time" content="2023-12-25"><p>It sank on Sunday.</p></html>',
        b"<rss><item><description>It sank.</description><pubDate>Mon, 25 Dec 2023</pubDate></item></rss>",
        b"file,published\nx.txt,2023-12-25\n",
        b"ARDOL, Dec. 25, 2023 (AP) - It sank two weeks before Christmas Eve, in the first half of May, at 5:30 pm.",
        b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
        b"PK\3\4",
        b"PAR1",
    )
    return tuple(bytes([reader]) + text for reader in range(len(READERS)) for text in words)


def main(argv: list[str]) -> None:
    """Fuzz until libFuzzer's options say stop."""
    import atheris  # noqa: PLC0415  # an extra; a build of it exists for few versions of Python

    corpus = next((Path(word) for word in argv[1:] if not word.startswith("-") and not Path(word).is_file()), None)
    if corpus:
        corpus.mkdir(parents=True, exist_ok=True)
        if not any(corpus.iterdir()):
            for number, seed in enumerate(seeds()):
                (corpus / f"seed-{number:03}").write_bytes(seed)
    for name in [name for name in sys.modules if name.partition(".")[0] == "timeline"]:
        del sys.modules[name]  # to be read again, watched
    with atheris.instrument_imports(include=["timeline"]):
        target = import_module("tests.fuzz")
    atheris.Setup(argv, target.one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
