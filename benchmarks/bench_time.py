"""Throughput of tagging and resolving, beside dateparser's search on the same documents, in one run.

python benchmarks/bench_time.py [DOCS.jsonl ...]      one {"text", "published" or "dct"} a line

Without a file it takes the development data beside the repository, or writes text of its own. Prints
CPU time of this process, megabytes a second, and the ratio.
"""

import json
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from dateparser.search import search_dates

from timeline.grammar import load
from timeline.resolve import annotate
from timeline.tag import tag

Document = tuple[str, date]
SHARED = Path(__file__).parents[2] / "shared"
# dateparser reads some hundred kilobytes a second: it gets a sample
SAMPLE = 400_000
OWN = (
    "Officials said on Tuesday that talks would resume next week. The bridge closed on Dec. 3, 2022 after a storm. "
    "Three years earlier, in March, the council had promised repairs by the end of 2021. "
    "Trade fell in the third quarter. "
)


def read(path: Path) -> Iterable[Document]:
    """Yield the documents of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            document = json.loads(line)
            day = document.get("published") or document.get("dct")
            if day:
                yield document["text"], date.fromisoformat(day[:10])


def documents(paths: list[str]) -> list[Document]:
    """Return the documents to run on."""
    files = [Path(path) for path in paths] or sorted(SHARED.glob("data/t17/*/articles.jsonl"))
    return [document for path in files for document in read(path)] or [(OWN * 20, date(2024, 3, 14))] * 200


def sample(docs: list[Document]) -> list[Document]:
    """Return documents spread over all, of about a fixed size in total."""
    step = max(1, sum(len(text) for text, _day in docs) // SAMPLE)
    return docs[::step]


def clocked(run: Callable[[str, date], object], docs: list[Document]) -> float:
    """Return the CPU seconds of a run over all documents."""
    start = time.process_time()
    for text, day in docs:
        run(text, day)
    return time.process_time() - start


def search(text: str, day: date) -> object:
    """Search with dateparser, as the comparison is defined."""
    base = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # as dateparser wants it
    settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past"}
    return search_dates(text, languages=["en"], settings=settings)


def report(name: str, seconds: float, docs: list[Document]) -> float:
    """Print and return megabytes a second."""
    rate = sum(len(text) for text, _day in docs) / max(seconds, 1e-9) / 1e6
    print(f"{name:42} {seconds:8.2f} s CPU  {rate:8.3f} MB/s")
    return rate


def main(paths: list[str]) -> None:
    """Run and print the comparison."""
    docs = documents(paths)
    few = sample(docs)
    assert annotate("They met on Tuesday.", date(2024, 3, 14))[0].value == "2024-03-12"
    load("en")
    search("They met on Tuesday.", date(2024, 3, 14))
    print(f"{len(docs)} documents, {sum(len(text) for text, _day in docs):,} characters; the sample has {len(few)}")
    ours = report("tag and resolve, the sample, first pass", clocked(annotate, few), few)
    whole = report("tag and resolve, all", clocked(annotate, docs), docs)
    report("tag alone, all", clocked(lambda text, _day: tag(text), docs), docs)
    theirs = report("dateparser.search.search_dates, the sample", clocked(search, few), few)
    print(f"ratio on the sample {ours / theirs:.1f}, on all {whole / theirs:.1f}")
    tracemalloc.start()
    for text, day in few:
        annotate(text, day)
    print(f"peak of the sample {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
