"""Bad input never stops its folder: a message with place, reason and remedy, no traceback, and the rest is read."""

import os
import re
import sys
import time
from pathlib import Path

import pytest
from hostile import FORMATS, HEAD, TEXTS, Case, write

from timeline.articles import make_article, read_articles
from timeline.pipeline import build_timeline

GOOD = "A trawler burned in Bervik on Saturday, and its crew of four was saved.\n"
CASES = {**TEXTS, **FORMATS}


SECONDS = 20  # of one core; the slowest took 3 on a small machine
MEGABYTES = 600  # more than the process had taken before; the limit of what is unpacked is a third of it


def test_there_are_enough_kinds() -> None:
    """The corpus keeps its breadth."""
    assert len(CASES) >= 130


@pytest.mark.skipif(os.name != "posix", reason="made of links, pipes and names that only POSIX has")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_rest_is_read(case: Case, tmp_path: Path) -> None:
    """The article beside it is read and becomes an event, in bounded time and memory; a message is one whole line."""
    resource = pytest.importorskip("resource")
    case.make(tmp_path)
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    write(tmp_path, {"zz/good.txt": HEAD + GOOD})
    articles, problems = read_articles(tmp_path)
    assert "zz/good" in [article.id for article in articles]
    messages = [str(problem) for problem in problems]
    assert all(re.fullmatch(r"[^\x00-\x1f\x7f]+: [^\x00-\x1f\x7f]+; [^\x00-\x1f\x7f]+", said) for said in messages)
    assert all(len(said) < 700 for said in messages)
    if case.message:
        assert any(re.search(case.message, said) for said in messages), messages
    else:
        assert messages == []
    timeline = build_timeline(articles)
    assert any("zz/good" in event.article_ids for event in timeline.events)
    assert time.process_time() - started < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * (
        1_000_000 if sys.platform == "darwin" else 1_000
    )


@pytest.mark.parametrize(
    "text", ["Published: 25 December 2023\n", "2023-12-25\n\nBy Ada Rhee, AP\n", "2023-12-25\n\n\u200b"]
)
def test_an_article_without_a_sentence_tells_nothing(text: str) -> None:
    """A caller's article that is a date or a byline alone has no event, and no traceback."""
    assert build_timeline([make_article(text, "a")]).events == ()
