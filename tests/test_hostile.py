"""Bad input never stops its folder: a message with place, reason and remedy, no traceback, and the rest is read."""

import os
import re
from pathlib import Path

import pytest
from hostile import FORMATS, HEAD, TEXTS, Case, write

from timeline.articles import read_articles
from timeline.pipeline import build_timeline

GOOD = "A trawler burned in Bervik on Saturday, and its crew of four was saved.\n"
CASES = {**TEXTS, **FORMATS}


def test_there_are_enough_kinds() -> None:
    """The corpus keeps its breadth."""
    assert len(CASES) >= 130


@pytest.mark.skipif(os.name != "posix", reason="made of links, pipes and names that only POSIX has")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_rest_is_read(case: Case, tmp_path: Path) -> None:
    """The article beside it is read and becomes an event; the message is one line with place, reason and remedy."""
    case.make(tmp_path)
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
