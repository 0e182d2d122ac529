"""What a user waits for: the help, one article from file to page, and a whole topic of news.

python benchmarks/bench_build.py [TOPIC]      a topic of the development data (default: haiti), or "none"

Each figure is CPU time (user and system) of a process of its own, beside what it can be compared with in the same run:
an empty Python for the help, and for the topic dateparser's search alone over a sample of the same articles.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
# the bounds that the project set itself
HELP_MS, ARTICLE_S, ARTICLE_MB = 120, 1.2, 150
# dateparser reads some hundred kilobytes a second: it gets one article in so many
STEP = 16
_TOPIC = """
import sys, time
from pathlib import Path
from timeline import build_timeline
from timeline.articles import read_articles
start = time.process_time()
articles, problems = read_articles(Path(sys.argv[1]))
timeline = build_timeline(articles)
print(len(articles), len(timeline.events), time.process_time() - start)
"""
_SEARCH = """
import json, sys, time
from datetime import datetime
from dateparser.search import search_dates
documents = json.loads(sys.stdin.read())
search_dates("They met on Tuesday.", languages=["en"])
start = time.process_time()
for text, day in documents:
    settings = {"RELATIVE_BASE": datetime.fromisoformat(day), "PREFER_DATES_FROM": "past"}
    search_dates(text, languages=["en"], settings=settings)
print(time.process_time() - start)
"""


def python(*arguments: str, given: str = "") -> str:
    """Run this Python on some arguments and return what it printed."""
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=ROOT, input=given, capture_output=True, text=True, check=True).stdout


def measured(*arguments: str) -> tuple[float, float]:
    """Return the CPU seconds of a run of Python, and the peak megabytes of all runs so far."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    python(*arguments)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime), after.ru_maxrss / 1024


def help_page() -> None:
    """Print what the help costs, beside an empty Python."""
    measured("-m", "timeline", "--help")  # compiles the bytecode
    empty = statistics.median(measured("-c", "pass")[0] for _ in range(7)) * 1000
    ours = statistics.median(measured("-m", "timeline", "--help")[0] for _ in range(7)) * 1000
    beside = f"an empty Python {empty:.0f} ms, ratio {ours / empty:.1f}"
    print(f"--help                 {ours:6.0f} ms CPU   (bound {HELP_MS}); {beside}")


def one_article() -> None:
    """Print what the first article of the sample costs, from its file to the table, the page and the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        articles, output = Path(folder, "articles"), Path(folder, "output")
        articles.mkdir()
        text = next(path for path in sorted((ROOT / "articles").glob("*.txt")))
        (articles / text.name).write_bytes(text.read_bytes())
        sidecar = ROOT / "articles" / "metadata.csv"
        if sidecar.exists():
            lines = sidecar.read_text("utf-8").splitlines()
            kept = [line for at, line in enumerate(lines) if not at or text.name in line]
            (articles / "metadata.csv").write_text("\n".join(kept) + "\n", encoding="utf-8")
        runs = [
            measured("-m", "timeline", "build", str(articles), "-o", str(output), "--force", "--no-cache")
            for _ in range(3)
        ]
        assert (output / "timeline.html").stat().st_size > 10_000
    seconds, peak = statistics.median(run[0] for run in runs), max(run[1] for run in runs)
    print(f"one article, all files {seconds:6.2f} s CPU, {peak:.0f} MB   (bounds {ARTICLE_S} s, {ARTICLE_MB} MB)")


def topic(name: str) -> None:
    """Print articles a second over a topic, beside dateparser's search for dates alone."""
    path = SHARED / "data" / "t17" / name / "articles.jsonl"
    if not path.exists():
        print(f"topic {name}: skipped, there is no {path.relative_to(ROOT.parent)} beside the repository")
        return
    documents = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "articles.jsonl").write_bytes(path.read_bytes())
        count, events, seconds = map(float, python("-c", _TOPIC, folder).split())
    sample = [(one["text"], one["published"][:10]) for one in documents[::STEP] if one.get("published")]
    theirs = float(python("-c", _SEARCH, given=json.dumps(sample)))
    ours, search = count / seconds, len(sample) / theirs
    print(f"topic {name}: {count:.0f} articles, {events:.0f} events, {seconds:.1f} s CPU, {ours:.1f} articles/s")
    print(
        f"    dateparser.search_dates alone {search:.1f} articles/s ({len(sample)} of them); ratio {ours / search:.2f}"
    )


def main(arguments: list[str]) -> None:
    """Print all figures."""
    help_page()
    one_article()
    name = arguments[0] if arguments else "haiti"
    if name != "none":
        topic(name)


if __name__ == "__main__":
    main(sys.argv[1:])
