"""Saved web pages as there are: the story is read, its day found, and what stands around it left out."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from timeline.articles import read_articles
from timeline.model import Basis, Severity, Timeline
from timeline.pipeline import build_timeline
from timeline.voices import shared

STORY = [
    "The ferry Aurora sank off Ardol on Sunday evening after a collision with a trawler, the coastguard said.",
    "All twelve people on board were taken to the hospital in Bervik, where two were in a serious condition on Monday.",
    "“We heard a terrible noise and then the lights went out,” said Ada Rhee, who had boarded in Bervik on Saturday.",
    "Divers will search the wreck on Wednesday, when the storm has passed. The harbour remains closed until Friday.",
]
PROSE = "".join(f"<p>{each}</p>" for each in STORY)
MODERN = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry sinks off Ardol | The Herald</title>
<meta property="article:published_time" content="2023-12-25T18:00:00-05:00">
<meta property="article:modified_time" content="2023-12-25T20:15:00-05:00"></head><body>
<div class="cookie"><p>We use cookies to improve your experience. By clicking you agree to our use of cookies.</p></div>
<header><nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav></header><main><article>
<h1>Ferry sinks off Ardol</h1><p class="byline">By Ada Stone</p><p>Updated 8:15 p.m.</p>
<figure><img src="a.jpg"><figcaption>The harbour of Ardol on Dec. 20, 2023. Ada Rhee/Newsfoto</figcaption></figure>
{PROSE}
<aside class="related"><h3>Related</h3><ul><li><a href="/1">Storm closed schools on Thursday</a></ul></aside></article>
<section class="most-read"><h2>Most read</h2><ol><li><a href="/4">Mayor resigned on Friday</a></ol></section></main>
<footer><p>© 2019 The Herald. All rights reserved.</p></footer></body></html>"""
TABLES = f"""<html><head><title>Ferry sinks</title></head><body><table><tr><td colspan="3">THE HERALD ONLINE
</td></tr><tr><td><font><a href="x">Front page</a><br><a href="y">Sport</a><br>Copyright 2001</font></td><td><font><b>
Ferry sinks off Ardol</b></font><br><font>By ADA STONE<br>December 25, 2023</font><br><br>{"<br><br>".join(STORY)}</td>
<td><font>MOST READ<br>Mayor resigned on Friday<br>Two killed on Tuesday</font></td></tr></table></body></html>"""
DROPPED = f"""<html><head><title>Ferry sinks off Ardol - The Herald</title></head><body>
<div class="header">Friday, December 29, 2023</div><div id="nav"><a href="/">Home</a></div>
<div class="story"><h1>Ferry sinks off Ardol</h1><ul class="meta"><li>25 December 2023</li></ul>
{PROSE}</div></body></html>"""


def write(folder: Path, **pages: str) -> Path:
    """Write pages into a folder."""
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("page", "basis"), [(MODERN, Basis.META), (TABLES, Basis.DATELINE), (DROPPED, Basis.DATELINE)])
def test_a_saved_page_gives_its_story(tmp_path: Path, page: str, basis: Basis) -> None:
    """Neither menu, cookies, captions, related and most read, nor the copyright are text; the day is the article's."""
    (article,), problems = read_articles(write(tmp_path, a=page))
    assert (article.published, article.published_basis, problems) == (date(2023, 12, 25), basis, ())
    lines = [line for line in article.clean.split("\n") if line.strip()]
    assert [line for line in lines if line in STORY] == STORY
    assert {*lines} - {*STORY} <= {"Ferry sinks off Ardol", "Updated 8:15 p.m.", "By ADA STONE"}


def test_lists_of_other_stories_are_no_story(tmp_path: Path) -> None:
    """A list at the end goes with its heading; a paragraph behind such a heading keeps it."""
    kept = TABLES.replace("Two killed on Tuesday", "Two people were killed in Bervik on Tuesday, the police said.")
    articles, _ = read_articles(write(tmp_path, a=TABLES, b=kept))
    assert ["MOST READ" in article.text for article in articles] == [False, True]


PAPERS = {  # the headline of each, and how many paragraphs it had room for
    "herald": ("Ferry sinks off Ardol", 4),
    "courier": ("Twelve saved as ferry goes down", 3),
    "globe": ("Collision at sea: divers to search wreck", 4),
    "post": ("“A terrible noise, and the lights went out”", 3),
    "times": ("Aurora lost after collision with trawler", 4),
}


def test_an_agency_text_in_five_papers_is_one_voice(tmp_path: Path) -> None:
    """Under headlines and with cuts of their own, papers that print one text count as one source and are all named."""
    for at, (paper, (headline, room)) in enumerate(PAPERS.items()):
        head = f"---\npublished: 2023-12-{25 + at // 3}\nsource: {paper}\n---\n{headline}\n\n"
        (tmp_path / f"{paper}.txt").write_text(f"{head}ARDOL (AP) - " + "\n\n".join(STORY[:room]), encoding="utf-8")
    built = build_timeline(tmp_path)
    assert {*shared(built.articles).firsts} == {*PAPERS}
    sunk = next(event for event in built.events if "sank" in event.title)
    assert (sunk.date, set(sunk.sources), voices(sunk.article_ids, built)) == ("2023-12-24", {*PAPERS}, 1)


def voices(names: tuple[str, ...], built: Timeline) -> int:
    """Return how many voices articles speak with."""
    firsts = shared(built.articles).firsts
    return len({firsts.get(name, name) for name in names})


def test_a_page_saved_twice_is_one_voice(tmp_path: Path) -> None:
    """A page and its update count once, from the first publication; the change and what is new are told."""
    new = "<p>On Tuesday morning the harbourmaster said that the wreck would be raised.</p>"
    update = MODERN.replace(STORY[-1], f"{STORY[-1]}</p>{new}").replace("25T20:15", "26T09:00")
    built = build_timeline(write(tmp_path, a=MODERN, b=update))
    said = [str(problem) for problem in built.problems]
    assert any(one.startswith("b: shares most of its text with 'a'") for one in said)
    assert any(one.startswith("b.html: changed on 2023-12-26, after its publication on 2023-12-25") for one in said)
    assert voices(("a", "b"), built) == 1
    assert any("harbourmaster" in event.description for event in built.events)


def pages_in(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and its folders, and return it."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


SAVED = {"Ferry lost.html": MODERN, "Ferry lost_files/ad.html": MODERN, "Ferry lost_files/deep/app.js": "x"}
OTHERS = {
    "a_files/a.txt": f"2023-12-25\n\n{STORY[0]}",
    "b/b_files/b.txt": f"2023-12-25\n\n{STORY[1]}",
    "b.html": MODERN,
}


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("parts", ["_files", "-Dateien", "_fichiers"])
@pytest.mark.parametrize("ending", [".html", ".htm"])
def test_the_parts_of_a_saved_page_are_passed_over(tmp_path: Path, ending: str, parts: str, packed: bool) -> None:
    """Frames, scripts and pictures that a browser saved beside a page are no articles, which one note tells."""
    pages = {name.replace(".html", ending, 1).replace("_files", parts): page for name, page in SAVED.items()}
    folder = pages_in(tmp_path / "z", pages | {f"d/{name}": page for name, page in pages.items()})
    if packed:
        shutil.make_archive(str(tmp_path / "packed" / "z"), "zip", folder)
        folder = tmp_path / "packed"
    articles, problems = read_articles(folder)
    assert len(articles) == 2
    said = [str(one) for one in problems if one.severity is Severity.NOTE]
    assert len(said) == len(problems) == (1 if packed else 2)
    assert all(f"passed over 'Ferry lost{parts}'" in one for one in said)


def test_a_folder_without_its_page_is_read(tmp_path: Path) -> None:
    """The name alone makes no parts of a page."""
    articles, problems = read_articles(pages_in(tmp_path, OTHERS))
    assert [one.id for one in articles] == ["a_files/a", "b", "b/b_files/b"]
    assert problems == ()
