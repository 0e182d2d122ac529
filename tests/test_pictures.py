"""The page as a browser draws it: measured at a phone's and a desk's width, light and dark, in two time zones."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import invented
import pytest
from browser import ABSENT, CHROMIUM, measure, printed
from development import shared
from invented import STORIES, ferry, hostile, pausing
from pypdf import PdfReader

from timeline.chart.layout import layout
from timeline.chart.scene import Line, Text
from timeline.chart.style import DARK, LIGHT
from timeline.export.timelinejs import to_timelinejs
from timeline.formats import iframe
from timeline.model import Event, Timeline
from timeline.page import fragment, page
from timeline.pipeline import build_timeline

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason=ABSENT)

SIZES = (1280, 768, 560, 390, 320)


def installed(name: str) -> Path | None:
    """Return a file that npm installed, if it did."""
    places = (folder / "node_modules" / name for folder in (Path(__file__).parent, Path(__file__).parents[1]))
    return next((place for place in places if place.exists()), None)


AXE = installed("axe-core/axe.min.js")
TIMELINEJS = installed("@knight-lab/timelinejs/dist/js/timeline.js")

# boxes of the texts of the picture that shows, relative to it, and what scrolls or was asked for
BOXES = """(document, window) => {
  const shown = [...document.querySelectorAll(".picture:not(.paper) svg")].filter((svg) => svg.getClientRects().length);
  const outer = shown[0].getBoundingClientRect();
  const texts = [...shown[0].querySelectorAll("text")].filter((text) => text.getClientRects().length);
  const boxes = texts.map((text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [outer.left, outer.top];
    return [text.textContent, box.left - x, box.top - y, box.right - x, box.bottom - y];
  });
  const root = document.documentElement;
  return { boxes, shown: shown.length, width: outer.width, height: outer.height, title: document.title,
    scrolls: root.scrollWidth > root.clientWidth, asked: window.performance.getEntriesByType("resource").length,
    ground: window.getComputedStyle(document.body).backgroundColor,
    scheme: window.getComputedStyle(document.querySelector(".news-timeline")).colorScheme,
    live: !!document.querySelector("[data-live]") };
}"""


def bare(source: str) -> str:
    """Return a page without its policy, so that a test's own script may run in it."""
    return re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", source)


@pytest.fixture(scope="module", params=[("UTC", False), ("America/Los_Angeles", True)], ids=["light", "dark"])
def measured(request: pytest.FixtureRequest) -> dict[tuple[str, int], Any]:
    """Measure every story at every width, in one time zone and one colour scheme."""
    zone, dark = request.param
    cases = [(name, size) for name in STORIES for size in SIZES if name != "crowd" or size in {390, 1280}]
    said = measure([(page(STORIES[name]()), size) for name, size in cases], BOXES, dark=dark, zone=zone)
    assert not [one for one in said if "error" in one]
    return {"dark": dark} | dict(zip(cases, said, strict=True))  # type: ignore[dict-item]


def outside(said: Any) -> list[str]:
    """Return the labels that leave the canvas."""
    wide, tall = said["width"] + 1, said["height"] + 1
    return [text for text, left, top, right, bottom in said["boxes"]
            if left < -1 or top < -3 or right > wide or bottom > tall]  # fmt: skip


def overlapping(said: Any) -> list[tuple[str, str]]:
    """Return the labels whose letters stand on another's; a line's box is taller than its letters by a quarter."""
    boxes = sorted(said["boxes"], key=lambda box: box[2])
    found = []
    for index, (text, left, top, right, bottom) in enumerate(boxes):
        for other, left2, top2, right2, _ in boxes[index + 1 :]:
            if top2 >= bottom - (bottom - top) / 4:
                break
            if left2 < right - 1 and right2 > left + 1:
                found.append((text, other))
    return found


def pictures(measured: dict[Any, Any]) -> list[tuple[Any, Any]]:
    """Return the measurements by story and width."""
    return [(case, said) for case, said in measured.items() if case != "dark"]


def test_one_picture_shows_and_nothing_scrolls_sideways(measured: dict[Any, Any]) -> None:
    """At any width exactly one layout shows and the page fits its window."""
    assert not [case for case, said in pictures(measured) if said["shown"] != 1 or said["scrolls"]]


@pytest.mark.parametrize("name", ["ferry", "single", "hostile", "empty"])
def test_a_page_whose_script_never_runs_is_whole(name: str) -> None:
    """Its picture, its list and its sources are there; what only a script could make work is not."""
    story = STORIES[name]()
    source, taken = re.subn(r"<script>.*?</script>", "", page(story), flags=re.DOTALL)
    script = """(document) => {
      const seen = (one) => [...document.querySelectorAll(one)].filter((each) => each.checkVisibility()).length;
      const root = document.documentElement;
      const parts = [".picture > svg", "a.row", ".event .title", ".filters"].map(seen);
      return [...parts, root.scrollWidth > root.clientWidth];
    }"""
    number = len(story.events)
    assert taken == 1
    assert measure([(source, 1280), (source, 390)], script) == [[1, number, number, 0, False]] * 2


def test_no_text_leaves_the_picture(measured: dict[Any, Any]) -> None:
    """Every label lies within the canvas, in the fonts that this machine has."""
    assert not [(case, text) for case, said in pictures(measured) for text in outside(said)]


def test_no_two_labels_overlap(measured: dict[Any, Any]) -> None:
    """No label's letters stand on another's; a line's box is taller than its letters by a quarter."""
    assert not [(case, pair) for case, said in pictures(measured) for pair in overlapping(said)]


def test_every_word_of_the_layout_is_seen(measured: dict[Any, Any]) -> None:
    """No style hides a label: the axis and the year that stand again, the dates, the notes."""
    drawn = {1280: 1120, 768: 720, 560: 540, 390: 350, 320: 284}
    for (name, size), said in pictures(measured):
        scene = layout(STORIES[name](), width=drawn[size] + 16, heading=False)
        words = [mark.text for mark, _ in scene.marks() if isinstance(mark, Text)]
        assert sorted(text for text, *_ in said["boxes"]) == sorted(words), (name, size)


@pytest.mark.parametrize("dark", [False, True])
def test_no_label_is_small_at_any_width(dark: bool) -> None:
    """Up to 1400 pixels, and on both sides of where the layout changes, type keeps 10.5 pixels and the page fits."""
    script = """(document, window) => {
      const all = [...document.querySelectorAll(".picture:not(.paper) svg")];
      const shown = all.find((svg) => svg.getClientRects().length), root = document.documentElement;
      const scale = shown.getBoundingClientRect().width / shown.viewBox.baseVal.width;
      const seen = [...shown.querySelectorAll("text")].filter((text) => text.getClientRects().length);
      const sizes = seen.map((text) => parseFloat(window.getComputedStyle(text).fontSize) * scale);
      return [Math.min(...sizes), root.scrollWidth > root.clientWidth];
    }"""
    source = page(invented.crowd(220), top=20)
    sizes = sorted({*range(300, 1401, 50), 358, 357, 531, 532, 691, 692, 1061, 1062, 1042, 720})
    for size, (least, scrolls) in zip(sizes, measure([(source, one) for one in sizes], script, dark=dark), strict=True):
        assert least >= 10.5, size
        assert not scrolls, size


TOLD = ("articles", "data/stories/egypt_2011/articles", "data/stories/syria_2011/articles")


@cache
def told(folder: str) -> Timeline:
    """Return a story as it was really told, of two hundred rows at most."""
    return build_timeline(shared(folder)).top(200)


@pytest.mark.parametrize("folder", TOLD)
def test_a_story_of_a_hundred_rows_reads_as_well(folder: str) -> None:
    """A real story, with decades behind it: no label leaves its place or meets another, nor where a filter holds."""
    some = """(document, window) => {
      const form = document.querySelector(".filters form");
      form.elements.words.value = "a";
      form.dispatchEvent(new window.Event("input"));
      return (BOXES)(document, window);
    }""".replace("BOXES", BOXES)
    source = page(told(folder))
    for script in (BOXES, some):
        for said in measure([(source, size) for size in (1280, 820, 390, 320)], script):
            assert (said["shown"], said["scrolls"], said["asked"]) == (1, False, 0)
            assert (outside(said), overlapping(said)) == ([], [])


def test_the_page_asks_no_network_and_its_script_runs(measured: dict[Any, Any]) -> None:
    """Nothing is fetched; the policy lets the page's own script run and no article's."""
    for case, said in pictures(measured):
        assert said["asked"] == 0, case
        assert said["live"], case
        assert said["title"] != "owned", case


def test_the_page_is_light_or_dark_as_its_reader_prefers(measured: dict[Any, Any]) -> None:
    """The ground follows the reader's preference."""
    grounds = {said["ground"] for _, said in pictures(measured)}
    assert grounds == ({"rgb(22, 24, 27)"} if measured["dark"] else {"rgb(255, 255, 255)"})
    assert {said["scheme"] for _, said in pictures(measured)} == {"dark" if measured["dark"] else "light"}


def test_filters_narrow_the_list_and_the_picture() -> None:
    """Words, a theme, a source and a period each leave the rows that fit, on screen and on paper, and say how many."""
    script = """(document, window) => {
      const form = document.querySelector(".filters form"), said = {};
      const count = () => [[...document.querySelectorAll(".event")].filter((event) => !event.hidden).length,
        document.querySelectorAll(".w1120 .row").length,
        document.querySelectorAll(".paper [data-for]:not([hidden])").length,
        form.querySelector("output").textContent];
      const put = (name, value) => { form.reset(); form.elements[name].value = value;
        form.dispatchEvent(new window.Event("input")); said[name] = count(); };
      said.all = count();
      const whole = document.querySelector(".chart").innerHTML;
      put("words", "monday");
      said.every = said.words; // a reader sees that a filter holds, though all fit
      put("theme", "law"); put("source", "Agency One"); put("from", "2031-05-22"); put("to", "2030-08-31");
      said.sheets = [...document.querySelectorAll(".paper .sheet")].filter((one) => !one.hidden).length;
      put("words", "subsidises");
      said.shaded = document.querySelectorAll(".w1120 .note, .w1120 .f-shade").length;
      put("words", "why this date"); // the page's own words are not the story's
      said.shown = document.querySelector(".chart").hidden;
      const own = said.words;
      put("words", "FERRY berth");
      said.heading = document.querySelector(".section").textContent;
      said.height = document.querySelector(".w1120 svg").getBoundingClientRect().height;
      form.reset(); form.dispatchEvent(new window.Event("input"));
      return { ...said, own, same: document.querySelector(".chart").innerHTML === whole };
    }"""
    said = measure([(page(ferry()), 1280)], script)[0]
    assert said["all"] == [16, 16, 16, ""]
    assert said["every"] == [16, 16, 16, "all 16 events"]
    assert said["words"] == said["source"] == [1, 1, 1, "1 of 16 events"]
    assert said["theme"] == [6, 6, 6, "6 of 16 events"]
    assert said["from"][:3] == [4, 4, 4]
    assert said["to"][:3] == [2, 2, 2]
    assert said["sheets"] == 3  # the legend, the background, the caption
    assert said["own"][:3] == [0, 0, 0]
    assert said["shaded"] == 0  # of the background alone
    assert said["shown"]
    assert said["heading"] == "1 of 16 events as text"
    assert said["height"] < 220
    assert said["same"]  # what was left out is back as it was


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("lopez", 1),
        ("LÓPEZ", 1),
        ("lop", 1),
        ("opez", 0),
        ("number 3", 1),
        ("03", 0),
        ("café", 1),
        ("June", 0),
        ("harbour's", 1),
    ],
)
def test_words_are_found_by_their_beginning_without_accents(words: str, shown: int) -> None:
    """Part of a word is another word, and the day on which an article was published is not that of the event."""
    script = """(document, window) => {
      const form = document.querySelector(".filters form");
      form.elements.words.value = WORDS;
      form.dispatchEvent(new window.Event("input"));
      return [...document.querySelectorAll(".event")].filter((event) => !event.hidden).length;
    }""".replace("WORDS", json.dumps(words))
    source = page(ferry())
    first, rest = source.split('<ol class="events">')[0], source.split('<ol class="events">')[1]
    events = re.findall(r'<li class="event" id="[^"]*" [^>]*>', rest)
    told = [
        "<blockquote>López left the harbour's cafe.</blockquote><cite>A, B, <time>9 June 2031</time></cite></li>",
        '<span class="title">Number 3</span></li>',
    ]
    items = "\n".join(event + (told[at] if at < 2 else "</li>") for at, event in enumerate(events))
    after = rest.split("</ol>", 1)[1]
    assert measure([(f'{first}<ol class="events">{items}</ol>{after}', 1280)], script) == [shown]


def test_a_filter_counts_thousands_as_the_page_does() -> None:
    """Its words, and what it says below the picture, part them by a comma as the summary does."""
    script = """(document, window) => {
      const form = document.querySelector(".filters form");
      form.elements.words.value = "islanders";
      form.elements.from.value = "2031-01-21";
      form.dispatchEvent(new window.Event("input"));
      const words = (one) => document.querySelector(one).textContent;
      return [words(".summary").split(",").slice(0, 2).join(), words("output"), words(".w1120 .missing")];
    }"""
    said = measure([(page(invented.crowd(1030), top=10), 1280)], script)[0]
    assert said == [
        "1,030\N{NO-BREAK SPACE}events",
        "1,027 of 1,030 events",
        "Not shown: 1,017 of the 1,027 events found.",
    ]


@pytest.mark.parametrize("paper", ["#fff", "#16181b", "#000"])
@pytest.mark.parametrize("dark", [False, True, None])
def test_a_fragment_can_be_read_on_any_paper(paper: str, dark: bool | None) -> None:
    """Its words, links and notes stand out 4.5 to 1 from what is behind them, whatever its host looks like."""
    script = """(document, window) => {
      const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
      const light = (colour) => rgb(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
      const style = (one) => window.getComputedStyle(one), clear = (colour) => rgb(colour)[3] === 0;
      const paint = (one) => style(one).backgroundColor;
      const behind = (one) => clear(paint(one)) ? behind(one.parentElement) : paint(one);
      const words = ".name, .summary, .title, blockquote, cite, cite a, mark, .why";
      return [...document.querySelectorAll(words)].map((one) => {
        const [low, high] = [style(one).color, behind(one)].map(light).sort((a, b) => a - b);
        return (high + .05) / (low + .05);
      });
    }"""
    source = f'<body style="background:{paper}">{fragment(ferry(), dark=dark)}</body>'
    found = measure([(source, 900)], script)[0]
    assert len(found) > 50
    assert min(found) >= 4.5


@pytest.mark.parametrize("dark", [False, True, None])
def test_a_drawing_has_its_own_paper_where_a_reader_forces_colours(dark: bool | None) -> None:
    """Its colours stay, so a dark drawing would stand on a forced white; words take the forced ones."""
    script = """(document, window) => {
      const look = (one) => window.getComputedStyle(document.querySelector(one));
      return [window.matchMedia("(forced-colors: active)").matches, look(".w720").backgroundColor,
        look(".w720 text:not(.f-muted)").fill, look(".name").color];
    }"""
    source = f"<!DOCTYPE html><meta charset=utf-8><body>{fragment(ferry(), dark=dark)}"
    active, paper, ink, words = measure([(source, 800)], script, forced=True)[0]
    palette = DARK if dark else LIGHT
    assert active
    assert (paper, ink) == tuple(
        "rgb({}, {}, {})".format(*bytes.fromhex(palette[role][1:])) for role in ("paper", "ink")
    )
    assert words == "rgb(0, 0, 0)"


@pytest.mark.parametrize(("dark", "room"), [(False, 12), (True, 12), (None, 4)])
def test_no_words_of_a_fragment_touch_the_edge_of_its_ground(dark: bool | None, room: int) -> None:
    """A fragment has room within its ground on all sides."""
    script = """(document, window) => {
      const style = window.getComputedStyle(document.querySelector(".news-timeline"));
      return ["Top", "Right", "Bottom", "Left"].map((side) => parseFloat(style[`padding${side}`]));
    }"""
    assert min(measure([(fragment(ferry(), dark=dark), 900)], script)[0]) >= room


STACKED = """(document, window) => {
  const form = document.querySelector(".filters form");
  form.elements["FIELD"].value = "VALUE";
  form.dispatchEvent(new window.Event("input"));
  const shown = [...document.querySelectorAll(".picture:not(.paper) svg")].find((svg) => svg.getClientRects().length);
  const shift = (one) => { const moved = one.closest("[transform]"); // a marker's own place is no shift
    return moved ? Number(moved.getAttribute("transform").match(/,([-\\d.]+)/)[1]) : 0; };
  const round = (number) => Math.round(number * 10) / 10;
  return [...shown.querySelectorAll(".stack")].map((stack) => {
    const rows = [...stack.querySelectorAll(".row .hit")].map((hit) => Number(hit.getAttribute("y")) + shift(hit));
    const words = [...stack.querySelectorAll("text")].filter((text) => text.getClientRects().length);
    const told = words.map((text) => [text.textContent, Number(text.getAttribute("y")) + shift(text) - rows[0]]);
    const ends = (line) => ["y1", "y2"].map((y) => round(line.getAttribute(y) - rows[0]));
    const spine = [...stack.querySelectorAll(".spine line")].map(ends);
    return { words: told.map(([text, y]) => [text, round(y)]), spine };
  });
}"""


@pytest.mark.parametrize(
    ("name", "field", "value"),
    [
        ("ferry", "theme", "sea"),
        ("ferry", "theme", "law"),
        ("ferry", "source", "Island Times"),
        ("no themes", "from", "2031-05-12"),
        ("crowd", "theme", "politics"),
        ("crowd", "source", "Agency One"),
        ("crowd", "source", "Island Times"),
        ("crowd", "to", "2031-02-20"),
        ("century", "from", "1961-06-01"),
        ("pausing", "theme", "sea"),
        ("pausing", "theme", "law"),
    ],
)
def test_a_filtered_picture_is_the_picture_of_what_is_left(name: str, field: str, value: str) -> None:
    """Rows, dates, years, pauses and the spine stand where the layout of these events alone would put them."""
    story = {**STORIES, "pausing": pausing}[name]()
    fits: dict[str, Callable[[Event], bool]] = {
        "theme": lambda one: one.theme == value,
        "source": lambda one: value in one.sources,
        "from": lambda one: one.interval.last.isoformat() >= value,
        "to": lambda one: one.interval.start.isoformat() <= value,
    }
    told = tuple(filter(fits[field], story.events))
    assert 0 < len(told) < len(story.events)
    scene = layout(replace(story, events=told), width=366, heading=False)
    said = measure([(page(story), 390)], STACKED.replace("FIELD", field).replace("VALUE", value))[0]
    drawn = [part for part in scene.parts if part.top is not None]
    for part, seen in zip(drawn, said, strict=True):
        first = next(group.hit.y for group in part.groups if group.hit)
        texts = [mark for group in part.groups for mark in group.marks if isinstance(mark, Text) and not mark.again]
        assert sorted(seen["words"]) == sorted([mark.text, round(mark.y - first, 1)] for mark in texts)
        spine = (mark for group in part.groups if group.role == "spine" for mark in group.marks)
        lines = [mark for mark in spine if isinstance(mark, Line)]
        assert seen["spine"] == [[round(line.y1 - first, 1), round(line.y2 - first, 1)] for line in lines]


BOTH = "The axis is cut where you see //. Months of which no day is told are drawn narrower."
NARROWED = """(document, window) => {
  const form = document.querySelector(".filters form"), svg = () => document.querySelector(".w1120 svg");
  form.elements["FIELD"].value = "VALUE";
  const boxes = (selector) => [...svg().querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
  const ends = (box) => [box.left, box.right];
  const first = ".stack:has(.spine)", whole = boxes(`${first} .grid rect`).map(ends);
  const rest = () => svg().getBoundingClientRect().bottom - Math.max(...boxes("text").map((one) => one.bottom));
  const rests = [rest()];
  form.dispatchEvent(new window.Event("input"));
  return { whole, bands: boxes(`${first} .grid rect`).map(ends), bars: boxes(`${first} .row rect:not(.hit)`).map(ends),
    slashes: boxes(`${first} .axis line.s-muted`).length,
    axis: [...svg().querySelectorAll(`${first} .axis text`)].map((one) => one.textContent),
    caption: [...svg().querySelectorAll(".caption")].map((one) => one.textContent.trim()).join(""),
    below: [...rests, rest()],
    ...(BOXES)(document, window) };
}""".replace("BOXES", BOXES)


@pytest.mark.parametrize(
    ("name", "field", "value", "slashes", "words", "caption"),
    [
        ("ferry", "from", "2031-05-12", 0, "May 2031", ""),
        ("ferry", "to", "2031-02-01", 1, "2031", BOTH.split(" Months", maxsplit=1)[0]),
        ("ferry", "source", "Island Times", 1, "2031", BOTH),
        ("pausing", "from", "2031-08-30", 0, "2031", ""),
    ],
)
def test_a_filtered_picture_has_no_piece_of_axis_without_a_row(
    name: str, field: str, value: str, slashes: int, words: str, caption: str
) -> None:
    """The pieces that rows need take the room of the others, with their bars and labels, the year and the cuts."""
    script = NARROWED.replace("FIELD", field).replace("VALUE", value)
    said = measure([(page({**STORIES, "pausing": pausing}[name]()), 1280)], script)[0]
    assert len(said["bands"]) < len(said["whole"])
    assert said["bands"][0][0] == pytest.approx(said["whole"][0][0], abs=1)
    assert said["bands"][-1][1] <= said["whole"][-1][1] + 1
    assert sum(right - left for left, right in said["bands"]) > min(
        200, said["whole"][-1][1] - said["whole"][0][0] - 60
    )
    for left, right in said["bands"]:
        assert [bar for bar in said["bars"] if bar[0] < right and bar[1] > left], "a piece without a bar"
    edges = [edge for band in said["bands"] for edge in band]
    assert all(edges[0] - 4 <= left < right <= edges[-1] + 4 for left, right in said["bars"])
    assert said["slashes"] == 2 * slashes
    assert [text for text in said["axis"] if words in text]
    assert said["caption"] == caption
    assert said["below"][1] <= said["below"][0] + (1 if caption else 26), "room is left where a note is gone"
    assert (outside(said), overlapping(said)) == ([], [])


def test_a_filtered_row_has_its_own_date_on_paper() -> None:
    """The first row of a date that is left is the one that tells it; all is as it was when the filter goes."""
    script = """(document, window) => {
      const form = document.querySelector(".filters form"), whole = document.querySelector(".paper").innerHTML;
      const dates = () => [...document.querySelectorAll(".paper [data-for]:not([hidden]) text[text-anchor]")]
        .map((one) => [one.textContent, one.matches(".again")]);
      return [...["operator talks", "12 May", ""].map((words) => {
        form.elements.words.value = words;
        form.dispatchEvent(new window.Event("input"));
        return dates();
      }).slice(0, 2), document.querySelector(".paper").innerHTML === whole];
    }"""
    one, day, same = measure([(page(ferry()), 1280)], script)[0]
    assert one == [["Mon 12 May", False]]
    assert day == [["Mon 12 May", False], ["Mon 12 May", True], ["Mon 12 May", True]]
    assert same


def test_a_filtered_picture_keeps_its_axis() -> None:
    """Few rows of many stand close together below the whole story's axis, which stands again only in a long picture."""
    script = """(document, window) => {
      const form = document.querySelector(".filters form"), svg = () => document.querySelector(".w1120 svg");
      const seen = (role) => svg().querySelectorAll(`.stack > .${role}`).length;
      return ["", "number 19", "agency", "number 199"].map((words) => {
        form.elements.words.value = words;
        form.dispatchEvent(new window.Event("input"));
        const grid = [...svg().querySelectorAll(".grid rect")].map((one) => Number(one.getAttribute("height")));
        return [svg().querySelectorAll(".row").length, seen("axis"), seen("foot"), Math.min(...grid) > 0,
          Math.round(svg().getBoundingClientRect().height)];
      });
    }"""
    said = measure([(page(invented.crowd()), 1280)], script)[0]
    assert [one[0] for one in said] == [200, 20, 40, 1]
    assert said[0][1] > said[2][1] > said[1][1] == said[3][1] == 1
    assert [one[2] for one in said] == [1, 1, 1, 0]
    assert all(one[3] for one in said)
    assert said[3][4] < 220


def test_a_filter_leaves_no_word_that_is_true_of_all_events_only() -> None:
    """The overview is gone, on paper too, the caption counts what was found and is not drawn; all of it comes back."""
    script = """(document, window) => {
      const form = document.querySelector(".filters form");
      const seen = (where, role) => [...document.querySelectorAll(`${where} .${role}`)]
        .filter((one) => !one.closest("[hidden]")).map((one) => one.textContent.trim());
      const both = (role) => [seen(".w1120", role), seen(".paper", role)];
      const whole = document.querySelector(".chart").innerHTML;
      const said = ["number 11", "number 250", "zebra", ""].map((words) => {
        form.elements.words.value = words;
        form.dispatchEvent(new window.Event("input"));
        const chart = document.querySelector(".chart");
        const rows = [".w1120 .row", ".w350 .row", ".paper [data-for]:not([hidden])"];
        return { overview: both("overview").map((one) => one.length), missing: both("missing"), hidden: chart.hidden,
          said: form.querySelector("output").textContent, label: document.querySelector(".w1120 svg").ariaLabel,
          rows: rows.map((row) => document.querySelectorAll(row).length) };
      });
      return [...said, document.querySelector(".chart").innerHTML === whole];
    }"""
    story = invented.crowd(300)
    some = [event for event in story.events if re.search(r"number 11", event.title)]
    drawn = {event.id for _, event in layout(story).marks() if event}
    few, one, none, every, same = measure([(page(story), 1280)], script)[0]
    rows = sum(event.id in drawn for event in some)
    assert 0 < rows < len(some)
    assert few["rows"] == [rows] * 3
    assert few["overview"] == [0, 0]
    assert few["missing"] == [[f"Not shown: {len(some) - rows} of the {len(some)} events found."]] * 2
    assert few["label"] == f"A year of reports. {len(some)} of 300 events"
    assert one["said"] in {"1 of 300 events", "1 of 300 events, none of them in the picture"}
    assert one["hidden"] == one["said"].endswith("picture")
    assert none["hidden"]
    assert every["overview"] == [1, 1]
    assert every["missing"] == [["Not shown: 100 events that the sources tell least."]] * 2
    assert same


def test_a_row_explains_itself_to_the_pointer_and_to_the_keyboard() -> None:
    """Pointing at a row shows when, what, the words and the sources; Escape hides them."""
    script = """(document, window) => {
      const row = document.querySelector(".w1120 .row"), tip = document.querySelector(".tip");
      row.dispatchEvent(new window.MouseEvent("mouseover", { bubbles: true }));
      const shown = tip.innerText;
      tip.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
      return { shown, hidden: tip.hidden, label: row.getAttribute("aria-label") };
    }"""
    said = measure([(page(ferry()), 1280)], script)[0]
    for words in ("September 2030", "Council awards", "on Monday", "Harbour Post"):
        assert words in said["shown"]
    assert said["hidden"]
    assert said["label"].startswith("Sep Council awards")
    assert said["label"].endswith("September 2030, 1 source, law")


@pytest.mark.parametrize("draw", [page, fragment])
@pytest.mark.parametrize("pixels", [1280, 390])
def test_the_keyboard_reaches_everything_that_acts_from_top_to_bottom(
    draw: Callable[[Timeline], str], pixels: int
) -> None:
    """The skip link is first, then filters, rows and words as they stand; a focus shows; nothing moves."""
    script = """(document, window) => {
      document.querySelector(".filters").open = true;
      const acts = [...document.querySelectorAll(".news-timeline :is(a, summary, input, select, button, [tabindex])")]
        .filter((one) => one.getClientRects().length && one.tabIndex >= 0);
      const styled = (one) => window.getComputedStyle(one), plain = ["none", "auto"];
      const rung = (one) => !plain.includes(styled(one).outlineStyle) || !plain.includes(styled(one).stroke);
      const said = acts.map((one) => {
        one.focus();
        const box = one.getBoundingClientRect();
        return { kind: one.type, name: one.className.baseVal ?? (one.className || one.localName), index: one.tabIndex,
          has: document.activeElement === one, shown: rung(one) || [...one.querySelectorAll(".hit")].some(rung),
          top: Math.round(box.top + window.scrollY), bottom: Math.round(box.bottom + window.scrollY) };
      });
      const moves = [...document.querySelectorAll("*")].map(styled).filter((style) => style.animationName !== "none" ||
        !/^0s(, 0s)*$/.test(style.transitionDuration) || style.scrollBehavior === "smooth");
      return [said, moves.length];
    }"""
    [(said, moves)] = measure([(f"<!DOCTYPE html><meta charset=utf-8>{bare(draw(ferry()))}", pixels)], script)
    names = [one["name"] for one in said]
    assert names[:2] == ["skip", "summary"]
    assert names.count("row") == len(ferry().events)
    assert {"input", "select", "button"} <= set(names)
    assert all(one["has"] and one["index"] == 0 for one in said)
    assert (
        len({one["top"] for one in said if one.get("kind") == "date"}) == 1
    )  # the ends of a period stand side by side
    assert not [one for one in said if not one["shown"]]
    assert not [(one, after) for one, after in pairwise(said[1:]) if after["bottom"] < one["top"]]
    assert moves == 0


def test_fragments_live_on_one_page() -> None:
    """Each has its own rows, names and colours and is alive, also where one story is shown twice."""
    parts = (fragment(ferry()), fragment(hostile(), dark=True), fragment(ferry()))
    script = """(document, window) => {
      "use strict";
      const address = (one) => one.getAttribute("href") || one.getAttribute("xlink:href");
      for (const one of document.querySelectorAll("a[href]")) one.href = one.href; // as JupyterLab does
      const roots = [...document.querySelectorAll(".news-timeline[data-live]")];
      const every = [...document.querySelectorAll("[id]")].map((one) => one.id);
      const links = [...document.querySelectorAll("a")].filter((one) => address(one).startsWith("#"));
      const names = [...document.querySelectorAll("[aria-labelledby], [aria-describedby]")];
      const ids = (one, name) => (one.getAttribute(`aria-${name}`) || "").split(" ").filter((id) => id);
      const own = (one, name) => one.closest(".news-timeline").querySelector("#" + name);
      const lost = links.filter((one) => !one.closest(".news-timeline").querySelector(address(one)));
      const astray = names.filter((one) =>
        ![...ids(one, "labelledby"), ...ids(one, "describedby")].every((name) => own(one, name)));
      return { inks: roots.map((one) => window.getComputedStyle(one).color), twice: every.length - new Set(every).size,
        tips: document.querySelectorAll(".tip").length, lost: lost.length, astray: astray.length,
        title: document.title };
    }"""
    said = measure([(f"<!DOCTYPE html><meta charset=utf-8><title>Host</title>{''.join(parts)}", 800)], script)[0]
    light, dark = "rgb(26, 26, 26)", "rgb(236, 236, 236)"
    assert said == {"inks": [light, dark, light], "twice": 0, "tips": 3, "lost": 0, "astray": 0, "title": "Host"}


@pytest.mark.parametrize(
    ("host", "dark"),
    [
        ("<body>", False),
        ('<body data-jp-theme-light="true">', False),
        ('<body data-jp-theme-light="false">', True),
        ('<body class="vscode-light">', False),
        ('<body class="vscode-dark">', True),
        ('<body class="vscode-high-contrast">', True),
        ('<body class="vscode-high-contrast vscode-high-contrast-light">', False),
        ('<html theme="dark"><body>', True),
        ('<body class="quarto-dark">', True),
    ],
)
@pytest.mark.parametrize("prefers", [False, True])
def test_in_a_notebook_it_is_as_dark_as_the_notebook(host: str, dark: bool, prefers: bool) -> None:
    """What counts is the host's theme, not the reader's system; where none is known it has white paper of its own."""
    script = """(document, window) => {
      const style = window.getComputedStyle(document.querySelector(".news-timeline"));
      return [style.color, style.backgroundColor];
    }"""
    shown = ferry()._repr_mimebundle_()["text/html"]
    said = measure([(f"<!DOCTYPE html><meta charset=utf-8>{host}{shown}", 800)], script, dark=prefers)[0]
    assert said == (["rgb(236, 236, 236)", "rgba(0, 0, 0, 0)"] if dark else ["rgb(26, 26, 26)", "rgb(255, 255, 255)"])


def test_in_a_notebook_that_runs_no_script_the_picture_and_the_words_are_there() -> None:
    """A viewer of notebooks may take scripts out: one picture shows, each event once in it and once in the list."""
    shown, taken = re.subn(r"<script>.*?</script>", "", ferry()._repr_mimebundle_()["text/html"], flags=re.DOTALL)
    script = """(document) => {
      const seen = (one) => one.getClientRects().length > 0;
      const pictures = [...document.querySelectorAll(".picture > svg")].filter(seen);
      const rows = pictures.flatMap((one) => [...one.querySelectorAll("a.row")]).filter(seen);
      return [pictures.length, rows.length, document.querySelectorAll(".event blockquote").length > 0,
        document.querySelectorAll(".event").length, seen(document.querySelector(".filters"))];
    }"""
    said = measure([(f"<!DOCTYPE html><meta charset=utf-8><body>{shown}", 800)], script)[0]
    every = len(ferry().events)
    assert (taken, *said) == (1, 1, every, True, every, False)


# what JupyterLab keeps of the elements that a timeline has, in a notebook that nobody trusts; of others the words stay
KEPT = {"a", "blockquote", "button", "cite", "details", "div", "form", "h2", "h3", "h4", "img", "input", "label", "li"}
KEPT |= {"mark", "ol", "option", "output", "p", "section", "select", "span", "strong", "summary", "time", "ul"}


def untrusted(shown: str, *, styled: bool) -> str:
    """Return HTML without style sheets, scripts and the elements of drawings; ``styled`` if style attributes stay."""
    shown = re.sub(r"<(style|script|option)\b.*?</\1>", "", shown, flags=re.DOTALL)
    shown = re.sub(r"</?([a-z0-9]+)[^>]*>", lambda tag: tag[0] if tag[1] in KEPT else "", shown)
    return shown if styled else re.sub(r' style="[^"]*"', "", shown)


@pytest.mark.parametrize("name", ["ferry", "hostile", "single", "crowd"])
@pytest.mark.parametrize(("styled", "beside"), [(True, False), (False, False), (True, True)])
def test_in_a_notebook_that_nobody_trusts_a_still_picture_shows_and_no_heap_of_words(
    name: str, styled: bool, beside: bool
) -> None:
    """A drawing is taken apart there and leaves its words; in its place an image is seen, and the list as before."""
    shown = untrusted(STORIES[name]()._repr_mimebundle_()["text/html"], styled=styled)
    assert "<svg" not in shown
    assert "<style" not in shown
    script = """async (document) => {
      const shown = [...document.querySelectorAll(".news-timeline")].pop(), still = shown.querySelector(".still");
      const seen = (one) => one.checkVisibility();
      await still.decode();
      const drawn = [...shown.querySelectorAll(".skip, .filters, .picture")].filter(seen);
      return [seen(still), still.naturalWidth, drawn.length, shown.querySelectorAll(".event").length];
    }"""
    # the style sheet of the viewer says how every such element is shown; another notebook, beside it, may be trusted
    host = "<style>details { display: block }</style>" + (fragment(ferry(), dark=None) if beside else "")
    said = measure([(f"<!DOCTYPE html><meta charset=utf-8>{host}<body>{shown}", 800)], script)[0]
    assert said == [True, 720, 0, len(STORIES[name]().events)]


@pytest.mark.parametrize("host", ["", "<style>[hidden] { display: none !important }</style>"])
def test_in_a_notebook_that_is_trusted_the_drawing_shows_and_not_the_still_picture(host: str) -> None:
    """The style sheet outweighs the attributes that hide the drawing, and what a viewer says of hidden elements."""
    shown = ferry()._repr_mimebundle_()["text/html"]
    parts = [".still", ".drawn", ".filters", ".skip"]
    script = f"(document) => {parts}.map((one) => document.querySelector(one).checkVisibility())"
    for source, filters in ((shown, True), (re.sub(r"<script>.*?</script>", "", shown, flags=re.DOTALL), False)):
        said = measure([(f"<!DOCTYPE html><meta charset=utf-8>{host}<body>{source}", 800)], script)[0]
        assert said == [False, True, filters, True]


@pytest.mark.parametrize(
    ("body", "folded", "expected"),
    [
        ("vscode-light", True, [[["section", True, True]], True]),
        ("vscode-high-contrast", False, [[["section", True, True]], True]),
    ],
)
def test_a_row_leads_to_its_entry_where_no_link_of_a_drawing_is_followed(
    body: str, folded: bool, expected: list[Any]
) -> None:
    """Visual Studio Code is given a link of HTML to an entry that shows, and follows it itself."""
    script = """async (document, window) => {
      const followed = [];
      document.body.addEventListener("click", (event) => {
        const link = event.target.closest("a"), to = link.getAttribute("href") || link.getAttribute("xlink:href");
        const shows = document.querySelector(to).checkVisibility();
        followed.push([link.parentNode.localName, shows, event.defaultPrevented]);
        event.preventDefault();
      });
      const row = [...document.querySelectorAll(".picture a.row")].filter((one) => one.checkVisibility())[1];
      row.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true }));
      await new Promise((done) => window.setTimeout(done, 1000));
      return [followed, document.activeElement.matches(row.getAttribute("xlink:href"))];
    }"""
    shown = fragment(ferry(), dark=None, folded=folded)
    said = measure([(f'<!DOCTYPE html><meta charset=utf-8><body class="{body}">{shown}', 800)], script)[0]
    assert said == expected


@pytest.mark.parametrize("host", ["", '<base href="https://host.example/pages/">'])
@pytest.mark.parametrize("look", [{"dark": None, "folded": True}, {}])
def test_a_link_within_a_timeline_stays_there_whatever_links_of_its_page_count_from(
    host: str, look: dict[str, Any]
) -> None:
    """A host may have a <base> of its own, and a frame without an address has that of the page around it."""
    script = """(document, window) => {
      const root = document.querySelector(".news-timeline"), found = [];
      const row = [...root.querySelectorAll(".picture a.row")].filter((one) => one.checkVisibility())[1];
      for (const link of [row, root.querySelector(".skip"), row]) {
        const to = link.getAttribute("href") || link.getAttribute("xlink:href");
        link.dispatchEvent(new window.MouseEvent("click", { bubbles: true, cancelable: true }));
        found.push(document.querySelector(to).matches(":target") && document.querySelector(to).checkVisibility());
      }
      return [...found, window.location.href.split("#")[0]];
    }"""
    shown = fragment(ferry(), **look)
    said = measure([(f"<!DOCTYPE html><meta charset=utf-8>{host}<body>{shown}", 800)], script)[0]
    assert said == [True, True, True, "about:srcdoc"]


def test_print_shows_the_picture_and_no_controls() -> None:
    """On paper the filters are gone, the colours are those of paper, and each row has its date."""
    source = page(ferry())
    printed = bare(source).replace("@media print", "@media all")
    script = """(document) => {
      const parts = document.querySelectorAll(".filters, .w284, .w350, .w540, .w720, .w880, .w1120, .paper");
      return [...parts].map((one) => one.getClientRects().length > 0);
    }"""
    assert measure([(printed, 800)], script)[0] == [False] * 7 + [True]


@pytest.mark.parametrize("draw", [page, fragment])
def test_paper_has_the_colours_of_paper(draw: Callable[[Timeline], str]) -> None:
    """What is drawn once and used on every line of a picture has its colours there too."""
    leaves = PdfReader(BytesIO(printed(f"<!DOCTYPE html><meta charset=utf-8>{draw(ferry())}"))).pages
    drawn = b" ".join(bytes(leaf["/Contents"].get_object().get_data()) for leaf in leaves).decode("latin-1")
    fills = re.findall(r"(\S+) (\S+) (\S+) rg", drawn)
    seen = {tuple(round(255 * float(part)) for part in fill) for fill in fills}
    assert {tuple(bytes.fromhex(LIGHT[role][1:])) for role in ("band", "shade", "theme0")} <= seen


def test_each_page_of_paper_has_the_axis_and_each_row_its_date() -> None:
    """A reader of the third page sees the year, the months and every row's own date."""
    story = invented.crowd(60)
    pages = [page.extract_text() for page in PdfReader(BytesIO(printed(page(story)))).pages]
    last = next(index for index, text in enumerate(pages) if "All 60 events as text" in text)
    rows = 0
    for text in pages[:last]:
        assert "Jan 2031" in text
        assert text.count("2031") > 1  # the year stands beside the axis too
        dated = re.findall(r"^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d+ (?:Jan|Feb) Islanders", text, re.MULTILINE)
        assert len(dated) == len(re.findall(r"report number\s+\d+\s+about", text))
        rows += len(dated)
    assert last > 1
    assert rows > 30


def test_no_page_of_paper_begins_with_the_end_of_a_short_entry() -> None:
    """Where an entry has a few quotes, the reason for its date and its theme stay with them."""
    pages = [page.extract_text() for page in PdfReader(BytesIO(printed(page(invented.crowd(200))))).pages]
    heads = [text.split("\n", 1)[0] for text in pages]
    assert len(pages) > 20
    assert [head for head in heads if head.startswith(("Why this date", "Theme:"))] == []


def axed(sources: list[str], *, sizes: tuple[int, ...] = (1280,), dark: bool = False) -> list[Any]:
    """Return what axe finds wrong with each page at each width, before and while a filter holds."""
    assert AXE is not None
    axe = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    pages = [(f"{bare(source)}<script>{axe}</script>", size) for source in sources for size in sizes]
    script = """async (document, window) => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      const told = (node) => node.html.slice(0, 200) + node.failureSummary;
      const form = document.querySelector(".filters form"), said = [];
      for (const words of form ? ["", "ferry", "no such word"] : [""]) { // a filter leaves a page as good
        if (form) form.elements.words.value = words;
        if (form) form.dispatchEvent(new window.Event("input"));
        const found = await window.axe.run(document, { resultTypes: ["violations"] });
        said.push(...found.violations.map((one) => [words, one.id, one.nodes.slice(0, 3).map(told)]));
      }
      return said;
    }"""
    return measure(pages, script, dark=dark)


@pytest.mark.skipif(AXE is None, reason="needs axe-core (npm install --prefix tests)")
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_violation(dark: bool) -> None:
    """The page keeps the rules of WCAG 2.2 AA and axe's best practices that a machine can check."""
    sources = [page(STORIES[name]()) for name in ("ferry", "no themes", "single", "hostile", "empty")]
    assert axed(sources, sizes=(1280, 390), dark=dark) == [[]] * 2 * len(sources)


@pytest.mark.skipif(AXE is None, reason="needs axe-core (npm install --prefix tests)")
@pytest.mark.parametrize("folder", TOLD)
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_no_violation_in_a_story_as_it_was_told(folder: str, dark: bool) -> None:
    """Real texts, hundreds of links and quotes keep the rules too, light and dark."""
    assert axed([page(told(folder))], dark=dark) == [[]]


TWINS = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Host</title><main><h1>Host</h1>{}</main>"""


def twins() -> list[str]:
    """Return pages that hold two stories of one name, one story in two looks and lengths, or one story twice."""
    other = replace(ferry(), events=ferry().events[:9])
    pairs = (
        (fragment(ferry()), fragment(other)),
        (fragment(ferry(), folded=True), fragment(ferry(), top=3, dark=True)),
        (fragment(ferry()), fragment(ferry())),
    )
    return [TWINS.format("".join(pair)) for pair in pairs]


def test_fragments_that_differ_share_no_id_without_a_script() -> None:
    """The ids of each come from what it shows."""
    for source in twins()[:2]:
        ids = re.findall(r' id="([^"]+)"', source)
        assert len(ids) == len(set(ids)) > 20


@pytest.mark.skipif(AXE is None, reason="needs axe-core (npm install --prefix tests)")
def test_axe_finds_no_violation_where_two_timelines_stand_on_a_page() -> None:
    """Each landmark has a name of its own, each id stands once."""
    assert axed(twins()) == [[]] * 3


# what a careless host says of every element, of those in its article, of drawings, and of what it passes on to them
HOST = """<style>html { font-size: 10px } body { direction: rtl; white-space: pre; word-break: break-all }
.post { hyphens: auto }
.post { text-shadow: 2px 2px red; -webkit-text-fill-color: red; text-align-last: right; cursor: wait; quotes: none }
#post * { direction: rtl } .post { font-variant: small-caps; text-wrap: nowrap; tab-size: 9; line-break: anywhere }
* { line-height: 3; letter-spacing: 2px } li { display: inline }
li::before { content: "x" } h2, h3, h4 { font-size: 60px; color: red; text-transform: uppercase; border: 3px solid }
a { color: yellow; font-weight: 900; border-bottom: 2px solid } p { margin: 50px; text-indent: 4em }
blockquote { border: 9px solid; font-style: italic; padding: 40px } .post p, .post li, #post ul { float: left }
#post * { font-family: monospace; text-align: right; box-sizing: content-box }
time, cite, mark { background: red; display: block } svg { width: 40px; opacity: .5 } ul { list-style: square }
svg text { font: 30px serif; fill: red; text-anchor: middle } rect, path { stroke: red; fill: none }
input, select, button, details, summary, form, label { display: none; width: 9px } div { text-transform: uppercase }
#post svg .row text { font-size: 40px } body .post .section { color: red }</style>"""

STYLES = """(document, window) => {
  const names = ["display", "color", "font-size", "font-family", "font-weight", "font-style", "line-height", "float",
    "letter-spacing", "text-transform", "text-indent", "text-align", "text-anchor", "background-color", "opacity",
    "direction", "white-space", "word-break", "hyphens", "text-shadow", "-webkit-text-fill-color", "text-align-last",
    "cursor", "font-variant", "line-break",
    "border-left-width", "border-bottom-width", "padding-left", "margin-top", "list-style-type", "box-sizing", "fill",
    "stroke"];
  return [...document.querySelectorAll(".news-timeline, .news-timeline *")].map((one) => {
    const style = window.getComputedStyle(one), box = one.getBoundingClientRect();
    const before = window.getComputedStyle(one, "::before").content;
    const said = names.map((name) => style.getPropertyValue(name));
    const name = one.tagName + "." + (one.getAttribute("class") || "");
    return [name, ...said, before, box.width.toFixed(2), box.height.toFixed(2)].join("|");
  });
}"""


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 700), (None, 390)])
def test_the_style_of_a_host_stays_outside_a_fragment(dark: bool | None, width: int) -> None:
    """Every element looks as it does on an empty page, and is as large."""
    body = f'<div id="post" class="post" style="padding:0">{fragment(ferry(), dark=dark)}</div>'
    pages = [(f"<!DOCTYPE html><meta charset=utf-8>{host}<body>{body}", width) for host in ("", HOST)]
    alone, hosted = measure(pages, STYLES)
    assert len(alone) > 500
    assert [pair for pair in zip(alone, hosted, strict=True) if pair[0] != pair[1]][:5] == []


@pytest.mark.parametrize("dark", [False, None])
def test_a_fragment_in_a_page_written_from_right_to_left_leaves_it_its_width(dark: bool | None) -> None:
    """What is there for the keyboard only stands aside nowhere; a place that the host hides stays hidden."""
    script = """(document, window) => {
      const root = document.documentElement, own = document.querySelector(".news-timeline");
      return [root.scrollWidth > root.clientWidth, own.lang, own.dir, window.getComputedStyle(own).visibility];
    }"""
    hosts = ('<html dir="rtl" lang="ar"><body>', '<html dir="rtl" lang="ar"><body style="visibility: hidden">')
    pages = [(f"<!DOCTYPE html>{host}<meta charset=utf-8>{fragment(ferry(), dark=dark)}", 800) for host in hosts]
    assert measure(pages, script) == [[False, "en", "ltr", seen] for seen in ("visible", "hidden")]


@pytest.mark.skipif(TIMELINEJS is None, reason="needs TimelineJS (npm install --prefix tests)")
def test_timelinejs_loads_its_slides_and_runs_nothing() -> None:
    """TimelineJS shows a slide and a marker an event, and no word of an article acts in it."""
    assert TIMELINEJS is not None
    library = TIMELINEJS.read_text(encoding="utf-8").replace("</script", "<\\/script")
    stories = [STORIES[name]() for name in ("ferry", "single", "century", "hostile")]
    slides = [to_timelinejs(story).replace("<", "\\u003c") for story in stories]
    host = '<!DOCTYPE html><meta charset="utf-8"><title>Host</title><div id="embed" style="height:600px"></div>'
    pages = [(f"{host}<script>{library}</script><script>window.story={one}</script>", 900) for one in slides]
    script = """async (document, window) => {
      const pause = (time) => new Promise((done) => setTimeout(done, time));
      new window.TL.Timeline("embed", window.story, { hash_bookmark: false, soundcite: false });
      for (let wait = 0; wait < 50 && !document.querySelector(".tl-slide"); wait++) await pause(100);
      await pause(500);
      const live = document.querySelectorAll(".tl-text img, .tl-text script, .tl-text svg, .tl-timegroup b").length;
      const count = (one) => document.querySelectorAll(one).length;
      return [count(".tl-slide"), count(".tl-timemarker"), live, document.title];
    }"""
    assert measure(pages, script) == [[len(story.events) + 1, len(story.events), 0, "Host"] for story in stories]


def test_the_iframe_shows_the_whole_picture() -> None:
    """In a frame of the height that is told, the picture stands whole, and little more than it."""
    names = ("ferry", "single", "century", "hostile", "crowd")
    script = """(document) => {
      const all = [...document.querySelectorAll(".picture:not(.paper) svg")];
      return all.find((one) => one.getClientRects().length).getBoundingClientRect().bottom;
    }"""
    cases = [
        (name, width)
        for name in names
        for width in (250, 280, 310, 350, 360, 390, 480, 560, 640, 691, 720, 1000, 1045, 1280)
    ]
    pages = [(page(STORIES[name]()), width) for name, width in cases]
    hosts = [(f"<!DOCTYPE html><body style='margin:0'>{iframe(STORIES[name]())}", width) for name, width in cases]
    heights = measure(hosts, "(document) => document.querySelector('iframe').getBoundingClientRect().height")
    for case, bottom, height in zip(cases, measure(pages, script), heights, strict=True):
        assert bottom <= height <= bottom + 120, case
