"""The text of a PDF flows as its reader reads it, whatever drew it."""

from datetime import date
from pathlib import Path

import documents
import pytest
from browser import ABSENT, CHROMIUM, printed

from timeline.articles import read_articles

HEADLINE = "Ferry Sinks off Ardol"
LEFT = [
    "The ferry Aurora sank off Ardol on",
    "Sunday, officials said. All 12 people",
    "on board were saved by a trawler that",
    "had left the harbour of Bervik in the",
    "evening, before the storm. Divers will",
]
RIGHT = [
    "search the wreck on Wednesday, when",
    "the storm has passed. The well-known",
    "harbour remains closed to all ships,",
    "and a well-",
    "known café be-",
    "hind it, too.",
]
FLOWED = " ".join([*LEFT, *RIGHT[:3], "and a well-known café behind it, too."])


def column(x: int, lines: list[str], top: int = 700) -> list[tuple[int, int, str]]:
    """Return lines below each other."""
    return [(x, top - 14 * at, line) for at, line in enumerate(lines)]


def by_rows(*columns: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return columns in the order of a typewriter."""
    return sorted((line for each in columns for line in each), key=lambda line: (-line[1], line[0]))


def head(number: int) -> list[tuple[int, int, str]]:
    """Return the running head and foot of a page."""
    return [(50, 800, f"The Herald, 25 December 2023, page {number}"), (300, 30, str(number))]


PRINTED = [(50, 820, "12/29/23, 2:04 PM Ferry – The Herald"), (50, 20, "https://ardol.example/ferry 1/2")]


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("pages", "text"),
    [
        ([column(50, [*LEFT, *RIGHT])], [FLOWED]),
        ([[*column(50, LEFT), *column(320, RIGHT)]], [FLOWED]),
        ([by_rows(column(50, LEFT), column(320, RIGHT))], [FLOWED]),
        ([[(50, 760, HEADLINE), *by_rows(column(50, LEFT), column(320, RIGHT))]], [HEADLINE, FLOWED]),
        ([column(50, LEFT), column(50, RIGHT)], [FLOWED]),
        ([[*head(1), *column(50, LEFT)], [*head(2), *column(50, RIGHT)]], [head(1)[0][2], FLOWED]),
        ([[*column(50, LEFT), *PRINTED], [*PRINTED, *column(50, RIGHT)]], [FLOWED]),
        ([column(50, ["It sank."]), column(50, ["Photo by Ada Rhee"])], ["It sank.", "Photo by Ada Rhee"]),
        ([[*column(50, ["That day", "it sank."]), *column(50, ["It rose."], 640)]], ["That day it sank.", "It rose."]),
        ([column(50, ["The anti-", "European of\ufb01ce for 2019-", "20 was un\xad", "done."])],
         ["The anti-European office for 2019-20 was undone."]),
    ],
)  # fmt: skip
def test_the_text_of_a_pdf_flows(
    tmp_path: Path, pages: list[list[tuple[int, int, str]]], text: list[str], *, turned: bool
) -> None:
    """Sentences run on over lines, columns and pages; running heads, what browsers print and cut words go."""
    (tmp_path / "2023-12-25.pdf").write_bytes(documents.pdf_of(pages, turned=turned))
    (article,), problems = read_articles(tmp_path)
    assert (article.published, problems) == (date(2023, 12, 25), ())
    assert article.text == "\n\n".join(text)


PAGE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Ferry</title><style>
body {{ font: 11pt serif; text-align: justify; hyphens: auto }} div {{ column-count: {} }} @page {{ size: A5 }}
</style><h1>Ferry sinks off Ardol in a storm that nobody had foreseen</h1><div>{}</div>"""


@pytest.mark.skipif(CHROMIUM is None, reason=ABSENT)
@pytest.mark.parametrize("columns", [1, 2])
def test_a_page_that_a_browser_printed_is_read(tmp_path: Path, columns: int) -> None:
    """A headline of several lines, paragraphs over columns and pages, ligatures and hyphens come back as they were."""
    ships = ("Aurora", "Borealis", "Celeste", "Dorothea", "Esmeralda", "Fortuna", "Gloriana", "Hesperus", "Isolde")
    told = [f"In office {FLOWED}".replace(" ", f" {ship} ") for ship in ships]  # no two lines are one
    page = PAGE.format(columns, "".join(f"<p>{each}</p>" for each in told))
    (tmp_path / "2023-12-25.pdf").write_bytes(printed(page))
    (article,), _ = read_articles(tmp_path)
    assert article.text.split("\n\n") == ["Ferry sinks off Ardol in a storm that nobody had foreseen", *told]
