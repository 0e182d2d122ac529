"""The ladder to the publication date, in every combination of its steps: the highest that is there counts."""

import json
from collections.abc import Iterable
from datetime import date
from itertools import chain, combinations
from pathlib import Path

import pytest

from timeline.articles import read_articles
from timeline.model import Basis

STEPS = (
    Basis.GIVEN, Basis.FRONT_MATTER, Basis.SIDECAR, Basis.RECORD, Basis.JSON_LD, Basis.META, Basis.TIME,
    Basis.FILE_NAME, Basis.DATELINE, Basis.FOLDER, Basis.CAPTION,
)  # fmt: skip
DAY = {step: date(2023, 12, number) for number, step in enumerate(STEPS, 10)}
STORY = "The ferry %s sank off Ardol on a calm night, and 300 people were saved by two trawlers from the port of Venn."
CHANGED = "Copyright 2019 The Herald. Last changed on 31 December 2023 by the desk."
ANYWHERE = (Basis.GIVEN, Basis.SIDECAR, Basis.FILE_NAME, Basis.DATELINE, Basis.FOLDER, Basis.CAPTION)
OWN = {
    ".txt": (Basis.FRONT_MATTER,),
    ".json": (Basis.RECORD,),
    ".html": (Basis.JSON_LD, Basis.META, Basis.TIME),
}


def paragraphs(steps: Iterable[Basis]) -> list[str]:
    """Return a text with the dates that stand in a text."""
    dateline = f"ARDOL, Dec. {DAY[Basis.DATELINE].day}, 2023 (AP) - " if Basis.DATELINE in steps else ""
    caption = f"Goats on a roof in Ardol, on Dec. {DAY[Basis.CAPTION].day}, 2023. Ada Rhee/Newsfoto"
    return [dateline + STORY % "Aurora", *([caption] if Basis.CAPTION in steps else []), STORY % "Borea", CHANGED]


def plain(steps: Iterable[Basis]) -> str:
    """Return a text file."""
    head = f"---\npublished: {DAY[Basis.FRONT_MATTER]}\n---\n" if Basis.FRONT_MATTER in steps else ""
    return head + "\n\n".join(paragraphs(steps))


def record(steps: Iterable[Basis]) -> str:
    """Return a record with a date of its change."""
    dated = {"published": str(DAY[Basis.RECORD])} if Basis.RECORD in steps else {}
    return json.dumps({"text": "\n\n".join(paragraphs(steps)), "modified": "2023-12-31", **dated})


def page(steps: Iterable[Basis]) -> str:
    """Return a page with dates of its change and of its copyright."""
    published = f', "datePublished": "{DAY[Basis.JSON_LD]}"' if Basis.JSON_LD in steps else ""
    linked = f'{{"@type": "NewsArticle", "dateModified": "2023-12-31"{published}}}'
    meta = f'<meta property="article:published_time" content="{DAY[Basis.META]}T12:00:00">'
    time = f'<time itemprop="datePublished" datetime="{DAY[Basis.TIME]}">lately</time>'
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs(steps))
    return (
        f'<html><head><script type="application/ld+json">{linked}</script>{meta if Basis.META in steps else ""}</head>'
        f"<body><article>{time if Basis.TIME in steps else ''}{body}</article><footer>© 2019</footer></body></html>"
    )


FORMATS = {".txt": plain, ".json": record, ".html": page}


@pytest.mark.parametrize("ending", FORMATS)
def test_the_highest_step_counts(tmp_path: Path, ending: str) -> None:
    """Whatever else dates an article, in all combinations; no change and no copyright year ever does."""
    all_steps = [step for step in STEPS if step in ANYWHERE or step in OWN[ending]]
    given, expected = {}, {}
    for number, steps in enumerate(
        chain.from_iterable(combinations(all_steps, many) for many in range(len(all_steps) + 1))
    ):
        folder = tmp_path / f"{number:03}" / (str(DAY[Basis.FOLDER]) if Basis.FOLDER in steps else "x")
        folder.mkdir(parents=True)
        name = f"{DAY[Basis.FILE_NAME]}-a{ending}" if Basis.FILE_NAME in steps else f"a{ending}"
        (folder / name).write_text(FORMATS[ending](steps), encoding="utf-8")
        shown = (folder / name).relative_to(tmp_path).as_posix()
        if Basis.SIDECAR in steps:
            row = f"{name},{DAY[Basis.SIDECAR]},2023-12-31"
            (folder / "metadata.csv").write_text(f"file,published,modified\n{row}\n", encoding="utf-8")
        if Basis.GIVEN in steps:
            given[shown] = DAY[Basis.GIVEN]
        if steps:
            expected[shown] = (steps[0], DAY[steps[0]])
    articles, problems = read_articles(tmp_path, published=given)
    assert {one.shown: (one.published_basis, one.published) for one in articles} == expected
    assert [one.where for one in problems if "no publication date" in one.what] == [f"000/x/a{ending}"]
