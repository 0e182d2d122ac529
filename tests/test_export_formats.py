"""Exports, each read back by its format's own library or schema."""

import html
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import invented
import pytest
from invented import STORIES, ferry, hostile

from timeline.chart import plot
from timeline.chart.style import DARK
from timeline.cli.main import _FORMATS, main
from timeline.errors import TimelineError
from timeline.export.ics import to_ics
from timeline.export.json import to_json
from timeline.export.jsonld import to_jsonld
from timeline.export.markdown import to_markdown
from timeline.export.timelinejs import to_timelinejs
from timeline.formats import FORMATS, export, iframe
from timeline.interval import Grain, Interval
from timeline.model import Clock, Status
from timeline.page import page

NEEDS = "comes with the extra 'dev'"


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("format_", sorted(set(FORMATS) - {"parquet"}))
def test_every_story_is_written_in_every_format_the_same_twice(name: str, format_: str) -> None:
    """No story is too short, too long or too hostile for a format."""
    first, second = (export(STORIES[name](), format_) for _ in range(2))
    assert first
    assert first == second


def test_the_command_line_knows_every_format() -> None:
    """What the help names is what there is."""
    assert tuple(FORMATS) == _FORMATS


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    """The message ends with the remedy."""
    with pytest.raises(TimelineError, match="choose from csv, html"):
        export(ferry(), "docx")


@pytest.mark.parametrize("name", STORIES)
def test_a_calendar_reads_back(name: str) -> None:
    """Whole days, the end exclusive, a status and an identity for each event."""
    icalendar = pytest.importorskip("icalendar", reason=NEEDS)
    story = STORIES[name]()
    written = to_ics(story)
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    entries = icalendar.Calendar.from_ical(written).walk("VEVENT")
    assert [entry.decoded("DTSTART") for entry in entries] == [one.interval.start for one in story.events]
    assert [entry.decoded("DTEND") for entry in entries] == [one.interval.end for one in story.events]
    assert len({str(entry["UID"]) for entry in entries}) == len(story.events)
    assert not [entry.errors for entry in entries if entry.errors]


def test_a_calendar_says_what_is_planned_and_what_is_off() -> None:
    """Planned is tentative, cancelled is cancelled."""
    written = to_ics(ferry())
    assert written.count("STATUS:TENTATIVE") == 2
    assert written.count("STATUS:CANCELLED") == 1
    assert "SUMMARY:Ferry sinks at its berth" in written


@pytest.mark.parametrize("name", STORIES)
def test_linked_data_expands(name: str) -> None:
    """Every event is a schema.org Event with its days and its articles."""
    jsonld = pytest.importorskip("pyld.jsonld", reason=NEEDS)
    story = STORIES[name]()

    def schema(_url: str, _options: object) -> dict[str, object]:
        vocabulary = {"@context": {"@vocab": "https://schema.org/"}}
        return {"document": vocabulary, "documentUrl": _url, "contextUrl": None, "contentType": "application/ld+json"}

    expanded = jsonld.expand(json.loads(to_jsonld(story)), {"documentLoader": schema})
    items = expanded[0].get("https://schema.org/itemListElement", [])
    events = [item["https://schema.org/item"][0] for item in items]
    assert all(one["@type"] == ["https://schema.org/Event"] for one in events)
    days = [one["https://schema.org/startDate"][0]["@value"] for one in events]
    assert days == [one.interval.start.isoformat() for one in story.events]


DATE = {
    "type": "object",
    "required": ["year"],
    "properties": {"year": {"type": "integer"}, "month": {"type": "integer", "minimum": 1, "maximum": 12},
                   "day": {"type": "integer", "minimum": 1, "maximum": 31}},
    "additionalProperties": False,
}  # fmt: skip
TEXT = {"type": "object", "properties": {"headline": {"type": "string"}, "text": {"type": "string"}}}
SLIDE = {
    "type": "object",
    "required": ["start_date", "text", "unique_id"],
    "properties": {"start_date": DATE, "end_date": DATE, "text": TEXT, "group": {"type": "string"},
                   "unique_id": {"type": "string"}, "display_date": {"type": "string"}},
    "additionalProperties": False,
}  # fmt: skip
TIMELINEJS = {
    "type": "object",
    "required": ["events"],
    "properties": {"events": {"type": "array", "items": SLIDE}, "title": {"properties": {"text": TEXT}},
                   "scale": {"enum": ["human", "cosmological"]}},
    "additionalProperties": False,
}  # fmt: skip


@pytest.mark.parametrize("name", STORIES)
def test_slides_have_the_shape_that_timelinejs_documents(name: str) -> None:
    """Dates have no more parts than were told, and no text holds live markup."""
    jsonschema = pytest.importorskip("jsonschema", reason="comes with altair")
    document = json.loads(to_timelinejs(STORIES[name]()))
    jsonschema.validate(document, TIMELINEJS)
    for slide in document["events"]:
        assert "<" not in slide["text"]["headline"]
        assert "<img" not in slide["text"]["text"]
        assert "<script" not in slide["text"]["text"]


def test_a_slide_of_a_month_names_no_day() -> None:
    """TimelineJS shows as much of a date as it is given."""
    slides = {one["unique_id"]: one for one in json.loads(to_timelinejs(ferry()))["events"]}
    assert slides["e-tender"]["start_date"] == {"year": 2030, "month": 9}
    assert slides["e-blockade"]["end_date"] == {"year": 2031, "month": 5, "day": 19}
    assert slides["e-sinks"]["text"]["text"].count("<p>“") == 5


@pytest.mark.parametrize(
    ("name", "unsaid"),
    [
        ("ics", set()),
        ("timelinejs", set()),
        ("markdown", set()),
        ("html", set()),
        ("jsonld", {"15:30", "late May 2031"}),
    ],
)
def test_nothing_is_settled_in_silence(name: str, unsaid: set[str]) -> None:
    """What is planned or off, another date that a source gives, the hour and the part of a month are told in words."""
    told = invented.event("k", invented.day(5, 18), "Ferry sinks", rival=invented.day(5, 16))
    story = invented.timeline(
        [
            replace(told, clock=Clock(15 * 60 + 30, 15 * 60 + 31)),
            invented.event("p", invented.day(5, 20), "Parliament votes", status=Status.PLANNED),
            invented.event("c", invented.day(5, 21), "Concert", status=Status.CANCELLED),
            invented.event("m", Interval.unit(date(2031, 5, 1), Grain.MONTH), "Storms", mod="END"),
        ]
    )
    written = re.sub(r"\r\n |<[^>]*>", "", export(story, name).decode()).replace("\N{NO-BREAK SPACE}", " ")
    facts = {"planned", "cancelled", "16 May 2031", "15:30", "late May 2031"}
    assert {fact for fact in facts if fact not in written} == unsaid


@pytest.mark.parametrize("name", STORIES)
def test_markdown_renders_to_what_the_articles_say(name: str) -> None:
    """Rendered by a CommonMark parser, every title stands as it is and no article's word is markup."""
    markdown_it = pytest.importorskip("markdown_it", reason=NEEDS)
    story = STORIES[name]()
    rendered = markdown_it.MarkdownIt("commonmark").render(to_markdown(story))
    assert "<script" not in rendered
    assert "<img" not in rendered
    words = html.unescape(rendered)
    for event in story.events:
        assert " ".join(event.title.split())[:20] in words or name == "hostile"


def test_markdown_quotes_and_links_each_article() -> None:
    """A quote names its source, its article and its day."""
    written = to_markdown(ferry())
    assert "[News from the harbour 0](<https://example.org/0?a=1&b=2>), 2031-05-20" in written
    assert "- **Thursday 22 May 2031**: Parliament votes on an inquiry (planned)" in written
    assert "    - Friday 16 May 2031: Agency One \\(“a day later”\\)" in written


def test_vega_lite_follows_its_schema() -> None:
    """Altair's copy of the Vega-Lite schema accepts the specification."""
    altair = pytest.importorskip("altair")
    altair.LayerChart.from_json(export(ferry(), "vega-lite").decode(), validate=True)


def test_parquet_reads_back_as_the_table() -> None:
    """The columns and days of the table survive."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="comes with the extra 'parquet'")
    table = parquet.read_table(io.BytesIO(export(ferry(), "parquet")))
    assert table.column_names == list(ferry().df.columns)
    assert table.num_rows == 16


def test_the_iframe_is_as_high_as_its_page_needs() -> None:
    """The height grows with the picture, and the title is inert."""
    heights = [int(iframe(story).split('height="')[1].split('"')[0]) for story in (invented.single(), ferry())]
    assert heights[0] < heights[1]
    assert "<script" not in iframe(hostile())


def test_the_command_writes_beside_the_build(tmp_path: Path) -> None:
    """Files stand in the output folder under their format's ending; --top narrows them."""
    (tmp_path / "timeline.json").write_text(to_json(ferry()), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    assert main(["export", "--format", "markdown", "ics", "-o", str(tmp_path), "--top", "2"], out, err) == 0
    assert (tmp_path / "timeline.md").read_text(encoding="utf-8").count("\n- **") == 2
    assert (tmp_path / "timeline.ics").read_bytes().count(b"BEGIN:VEVENT\r\n") == 2
    assert out.getvalue().splitlines() == [str(tmp_path / "timeline.md"), str(tmp_path / "timeline.ics")]


def test_a_part_of_a_build_never_takes_the_name_of_the_whole(tmp_path: Path) -> None:
    """What an export with --top leaves out stays in the build."""
    whole = to_json(ferry()).encode()
    (tmp_path / "timeline.json").write_bytes(whole)
    out, err = io.StringIO(), io.StringIO()
    assert main(["export", "--format", "json", "svg", "-o", str(tmp_path), "--top", "2"], out, err) == 0
    assert (tmp_path / "timeline.json").read_bytes() == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "timeline.json",
        "timeline.top-2.json",
        "timeline.top-2.svg",
    ]


def test_a_dark_picture_stands_beside_the_light_one(tmp_path: Path) -> None:
    """Under --dark what has a dark form is dark and says so in its name; a table is a table."""
    (tmp_path / "timeline.json").write_text(to_json(ferry()), encoding="utf-8")
    out, err = io.StringIO(), io.StringIO()
    command = ["export", "--format", "csv", "html", "pdf", "png", "svg", "vega-lite", "--dark", "-o", str(tmp_path)]
    assert main(command, out, err) == 0
    pictures = ["fragment.html", "pdf", "png", "svg", "vl.json"]
    names = sorted(["timeline.csv", "timeline.json", *(f"timeline.dark.{ending}" for ending in pictures)])
    assert sorted(path.name for path in tmp_path.iterdir()) == names
    for ending in ("svg", "vl.json"):
        assert DARK.paper in (tmp_path / f"timeline.dark.{ending}").read_text(encoding="utf-8")
    assert 'class="news-timeline dark"' in (tmp_path / "timeline.dark.fragment.html").read_text(encoding="utf-8")
    assert export(ferry(), "pdf", dark=True) != export(ferry(), "pdf")


def test_a_chart_saved_as_a_page_is_inert_and_whole(tmp_path: Path) -> None:
    """No text of an article ends the script of Altair's page, and no server is asked for one."""
    chart = plot(hostile())
    chart.save(str(tmp_path / "a.html"))
    for written in (chart.to_html(), (tmp_path / "a.html").read_text(encoding="utf-8")):
        assert "</script><script>" not in written
        assert "cdn.jsdelivr.net/npm/vega@" not in written


@pytest.mark.parametrize(
    ("start", "end", "ids"),
    [
        ("2031-05-11", "2031-05-11", ["budget", "sails"]),
        (date(2031, 5, 11), date(2031, 5, 11), ["budget", "sails"]),
        ("2031-05-23", None, ["budget", "concert", "new"]),
        ("2032", "2032", ["new"]),
        (None, "2030-08", ["budget", "year"]),
    ],
)
def test_between_keeps_what_shares_a_day_with_a_period(
    start: str | date | None, end: str | date | None, ids: list[str]
) -> None:
    """Both ends count, and a year or a month may stand for its days."""
    assert [one.id.removeprefix("e-") for one in ferry().between(start, end).events] == ids


@pytest.mark.parametrize("bound", ["yesterday", "2031-13", "2031-02-30", "", "2031-01-01-01"])
def test_a_bound_that_is_no_date_is_refused(bound: str) -> None:
    """The message shows how to write one."""
    with pytest.raises(TimelineError, match="write for example"):
        ferry().between(bound, None)


def test_a_timeline_narrows_itself() -> None:
    """The most salient, those that tell some words, and those in conflict are timelines again."""
    story = ferry()
    assert [one.id for one in story.top(1).events] == ["e-sinks"]
    assert [one.id for one in story.query("FÉRRY berth").events] == ["e-sinks"]
    assert [one.id for one in story.conflicts.events] == ["e-sinks"]
    assert story.top(3).df.shape[0] == 3
    assert not story.query("nothing of the kind").events


def test_a_timeline_explains_itself() -> None:
    """The reasons name each claim; a notebook shows them line by line."""
    told = ferry().explain("e-sinks")
    assert repr(told) == told
    assert "claim 2031-05-16 (day), contradicts it" in told
    assert ferry().explain(ferry().events[0].mentions[0].id)
    assert ferry().explain("2031-05-18 ferry sinks") == told
    with pytest.raises(TimelineError, match="no such event"):
        ferry().explain("nonsense")
    with pytest.raises(TimelineError, match=r"16 events: .*; name one by its id"):
        ferry().explain("e-")


def test_a_timeline_shows_itself_in_a_notebook() -> None:
    """Picture and text come as one piece of HTML that asks no network, and as SVG and words where HTML is not shown."""
    bundle = ferry()._repr_mimebundle_()
    assert "<details><summary>" in bundle["text/html"]
    assert bundle["image/svg+xml"].startswith("<svg")
    assert bundle["text/plain"] == "<The ferry at Norrhavn: a timeline of 16 events from 5 articles>"
    assert repr(replace(ferry(), title="A\nB")) == "<A B: a timeline of 16 events from 5 articles>"
    assert len(page(ferry())) > len(bundle["image/svg+xml"])
