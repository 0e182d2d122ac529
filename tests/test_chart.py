"""The picture's layout: what is shown, where it stands, and that nothing touches."""

import hashlib
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import altair as alt
import invented
import pytest
import vl_convert
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import STORIES, day, event, ferry, timeline, unit
from pypdf import PdfReader

from timeline import chart
from timeline.chart.heading import heading
from timeline.chart.layout import layout
from timeline.chart.look import Look, headline, label, meant, symbol
from timeline.chart.measures import MARGIN
from timeline.chart.paper import Band, sheets
from timeline.chart.row import _bar, covered
from timeline.chart.rows import MAX_ROWS, ordered, select, summary
from timeline.chart.scene import Anchor, Line, Rect, Scene, Symbol, Text
from timeline.chart.stretches import stretch
from timeline.chart.strip import cuts, lay
from timeline.chart.style import CIRCLE, DARK, LIGHT, OTHER, SHAPES, Palette
from timeline.chart.text import even, plain, width, wrap
from timeline.chart.ticks import LABEL
from timeline.interval import Grain, Interval
from timeline.model import Event, Status, Timeline

WIDTHS = (300, 350, 540, 720, 880, 1120)
EVERY = [(name, pixels) for name in STORIES for pixels in WIDTHS]


def texts(scene: Scene) -> list[Text]:
    """Return the texts of a scene."""
    return [mark for mark, _ in scene.marks() if isinstance(mark, Text)]


def box(text: Text) -> tuple[float, float, float, float]:
    """Return where a text stands: left, top, right, bottom."""
    wide = width(text.text, text.size, bold=text.bold)
    left = {Anchor.START: text.x, Anchor.MIDDLE: text.x - wide / 2, Anchor.END: text.x - wide}[text.anchor]
    return left, text.y - 0.75 * text.size, left + wide, text.y + 0.2 * text.size


@pytest.mark.parametrize(("name", "pixels"), EVERY)
def test_every_event_is_drawn_once_and_its_title_is_never_cut(name: str, pixels: int) -> None:
    """Each event has one row, and the lines of its title together are its title."""
    story = STORIES[name]()
    groups = [group for group in layout(story, width=pixels).groups if group.event]
    assert sorted(group.event.id for group in groups) == sorted(one.id for one in story.events)
    for group in groups:
        lines = [mark.text for mark in group.marks if isinstance(mark, Text) and mark.size == 14]
        assert "".join("".join(lines).split()) == "".join(headline(group.event).split())


@pytest.mark.parametrize(("name", "pixels"), EVERY)
def test_nothing_stands_outside_the_picture(name: str, pixels: int) -> None:
    """Every text and every bar lies within the canvas."""
    scene = layout(STORIES[name](), width=pixels)
    for text in texts(scene):
        left, top, right, bottom = box(text)
        assert left >= MARGIN - 0.1, text
        assert right <= scene.width - MARGIN + 0.1, text
        assert top >= 0, text
        assert bottom <= scene.height, text
    for mark, _ in scene.marks():
        if isinstance(mark, Rect):
            assert mark.x >= 0
            assert mark.x + mark.width <= scene.width


@pytest.mark.parametrize(("name", "pixels"), EVERY)
def test_no_two_texts_touch(name: str, pixels: int) -> None:
    """No text stands on another, even in the widest face."""
    boxes = sorted((box(text) for text in texts(layout(STORIES[name](), width=pixels))), key=lambda one: one[1])
    for index, (left, _, right, bottom) in enumerate(boxes):
        for other in boxes[index + 1 :]:
            if other[1] >= bottom:
                break
            assert other[0] >= right or other[2] <= left


def test_the_ferry_has_its_sequence_its_gaps_and_its_background() -> None:
    """Months and days stand in the sequence, years beside it, and two pauses are told."""
    selection = select(ferry())
    assert [one.id for one in selection.background] == ["e-budget", "e-year", "e-new"]
    assert [selection.sequence[index].id for index in selection.gaps] == ["e-licence", "e-storm"]
    words = [text.text for text in texts(layout(ferry()))]
    assert words.count("3 months pass") == 2
    assert "Background" in words


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (day(5, 1), day(5, 15), False),
        (day(5, 1), day(5, 16), True),
        (unit(5, 1, Grain.MONTH), day(6, 1), False),
        (unit(5, 1, Grain.MONTH), unit(9, 1, Grain.MONTH), True),
        (unit(5, 1, Grain.WEEK), day(5, 3), False),
    ],
)
def test_a_gap_is_told_where_more_than_fourteen_days_pass(first: Interval, second: Interval, told: bool) -> None:
    """A pause counts from the end of what came before it."""
    assert bool(select(timeline([event("a", first, "A"), event("b", second, "B")])).gaps) is told


def test_a_story_of_a_century_has_no_background_and_names_each_year() -> None:
    """Where events lie years apart, a year is no coarse date and no pause is news."""
    selection = select(invented.century())
    assert not selection.background
    assert not selection.gaps
    assert "3 June 1934" in [text.text for text in texts(layout(invented.century()))]


@pytest.mark.parametrize("pixels", WIDTHS)
def test_the_overview_counts_every_event(pixels: int) -> None:
    """Columns in grey hold all events, columns in colour those that are shown, and none leaves its place."""
    story = invented.crowd(250)
    scene = layout(story, width=pixels, top=10)
    columns = [mark for mark, event in scene.marks() if isinstance(mark, Rect) and mark.fill == "line" and not event]
    assert columns
    assert all(0 <= mark.x <= pixels - mark.width for mark in columns)
    assert not [mark for mark, _ in layout(story.top(10)).marks() if isinstance(mark, Rect) and mark.fill == "line"]


@pytest.mark.parametrize(
    ("lone", "words"),
    [
        (range(1900, 1912), "When 300 of 312 events lie; in colour, those below; the others are far off"),
        (range(1900, 1901), "When 300 of 301 events lie; in colour, those below; the other is far off"),
        (range(1900, 2031, 4), "When all 333 events lie; in colour, those below"),  # a tenth of all is not few
    ],
)
@pytest.mark.parametrize("pixels", WIDTHS)
def test_the_overview_keeps_its_place_and_leaves_the_few_far_off_to_words(pixels: int, lone: range, words: str) -> None:
    """However many pauses there are, its axis ends where the picture does and most of it is for most events."""
    first = date(2031, 1, 6)
    far = [event(f"f{year}", day(6, 1, year), "Rain", salience=0.1) for year in lone]
    story = timeline([*far, *(event(f"d{at}", Interval.day(first + timedelta(days=at)), "Rain") for at in range(300))])
    [group] = [group for group in layout(story, width=pixels, top=10).groups if group.role == "overview"]
    said = " ".join(mark.text for mark in group.marks if isinstance(mark, Text) and mark.size > LABEL)
    assert said == words
    assert max(mark.x2 for mark in group.marks if isinstance(mark, Line)) <= pixels - MARGIN + 1
    columns = [mark for mark in group.marks if isinstance(mark, Rect) and mark.height > 4]
    assert "all" in words or sum(mark.width + 1 for mark in columns) > 0.45 * pixels


@pytest.mark.parametrize("step", [1, 2, 7])
@pytest.mark.parametrize("pixels", WIDTHS)
def test_the_overview_is_even_where_the_story_is(pixels: int, step: int) -> None:
    """Where an event falls on every day, or every so many days, no column is much higher than its days make it."""
    first = date(2031, 1, 6)
    story = timeline([event(f"d{at}", Interval.day(first + timedelta(days=at * step)), "Rain") for at in range(300)])
    marks = [mark for mark, one in layout(story, width=pixels, top=10).marks() if isinstance(mark, Rect) and not one]
    columns = [mark for mark in marks if mark.fill == "line"]
    rates = sorted(mark.height / (mark.width + 1) for mark in columns[1:-1])
    assert len(columns) > 10
    assert rates[-1] <= 1.35 * rates[len(rates) // 2]


@pytest.mark.parametrize(
    ("mod", "interval", "drawn"),
    [
        (None, unit(1, 1, Grain.YEAR, 2032), "2032-01-01/2032-12-31"),
        ("APPROX", unit(1, 1, Grain.YEAR, 2032), "2032-01-01/2032-12-31"),
        ("START", unit(1, 1, Grain.YEAR, 2031), "2031-01-01/2031-05-01"),
        ("MID", unit(5, 1, Grain.MONTH), "2031-05-11/2031-05-20"),
        ("END", unit(5, 1, Grain.MONTH), "2031-05-21/2031-05-31"),
        ("END", unit(5, 1, Grain.WEEKEND), "2031-05-03/2031-05-04"),
        ("END", unit(5, 5, Grain.WEEK), "2031-05-05/2031-05-11"),  # no row says "late in the week"
        ("START", day(5, 1), "2031-05-01/2031-05-01"),
    ],
)
def test_a_bar_covers_the_part_of_a_unit_that_is_meant(mod: str | None, interval: Interval, drawn: str) -> None:
    """Early 2032 is no bar over the whole of that year."""
    one = event("e", interval, "Shipyard delivers", mod=mod)
    shown = meant(one)
    assert f"{shown.start}/{shown.last}" == drawn
    axis = lay([interval, day(6, 20)], None, 0, 400)
    bar = next(mark for mark in _bar(one, Look(), axis, (0, 9)) if isinstance(mark, Rect))
    assert bar.width == pytest.approx(max(shown.days * axis.pieces[0].scale - 1, 6), abs=1)


@pytest.mark.parametrize(
    "order",
    [
        [(unit(1, 1, Grain.YEAR), None), (unit(1, 1, Grain.MONTH), None), (day(1, 1), None)],
        [(unit(3, 1, Grain.MONTH), None), (unit(3, 1, Grain.MONTH), "START"), (day(3, 1), None), (day(3, 2), None)],
        [(day(3, 10), None), (unit(3, 1, Grain.MONTH), "MID"), (day(3, 11), None)],
        [(day(3, 20), None), (unit(3, 1, Grain.MONTH), "END"), (day(3, 22), None), (unit(4, 1, Grain.MONTH), None)],
        [(unit(5, 1, Grain.YEAR), None), (day(8, 1), None), (unit(5, 1, Grain.YEAR), "END")],
        [(unit(5, 5, Grain.WEEK), "END"), (day(5, 5), None), (day(5, 9), None)],  # the words for it say no end
        [(day(5, 5), None), (Interval.through(date(2031, 5, 5), date(2031, 5, 8)), None), (day(5, 6), None)],
        [(day(5, 5), "BEFORE"), (day(5, 5), None), (day(5, 5), "APPROX"), (day(5, 5), "AFTER"), (day(5, 6), None)],
        [(Interval.unit(date(1990, 1, 1), Grain.DECADE), "END"), (day(3, 1, 1995), None)],  # no year is headed twice
    ],
)
def test_rows_stand_where_a_reader_looks_for_them(order: list[tuple[Interval, str | None]]) -> None:
    """A unit before its days, its late part after most of them, a stretch behind the day on which it begins."""
    told = [event(f"e{at}", interval, "Ferry sails", mod=mod) for at, (interval, mod) in enumerate(order)]
    assert ordered(reversed(told)) == told
    selection = select(timeline(told[::-1]))
    assert [one for one in told if one in selection.sequence] == list(selection.sequence)


def test_a_year_stands_once_above_its_dates() -> None:
    """The year is a heading where several rows share it."""
    words = [text.text for text in texts(layout(ferry(), width=350))]
    assert words.count("2031") == 1
    assert "Sun 18 May" in words


def test_the_picture_keeps_the_most_salient_and_counts_the_rest() -> None:
    """What is left out is counted in the caption."""
    story = invented.crowd(250)
    assert len(select(story).events) == MAX_ROWS
    scene = layout(story, width=1120, top=10)
    assert sum(group.event is not None for group in scene.groups) == 10
    assert any("Not shown: 240 events" in text.text for text in texts(scene))
    bare = layout(timeline([replace(one, theme="") for one in story.events]), width=1120, top=10)
    for drawn, words, fills in ((scene, "in bold", {"line", "ink"}), (bare, "in colour", {"line", "theme0"})):
        assert f"When all 250 events lie; {words}, those below" in [text.text for text in texts(drawn)]
        [whole] = [group for group in drawn.groups if group.role == "overview"]
        assert {mark.fill for mark in whole.marks if isinstance(mark, Rect)} == fills  # a theme's colour is its own
    assert not select(story, 0).events


def test_a_timeline_cut_to_its_top_still_counts_the_rest() -> None:
    """What was left out before the picture was drawn is counted as what the picture leaves out."""
    story = invented.crowd(250).top(40)
    assert (len(story.events), story.omitted, story.top(10).omitted) == (40, 210, 240)
    for cut, drawn, said, lost in ((story, None, "40 of 250 events, ", 210), (story, 10, "10 of 250 events, ", 240)):
        scene = layout(cut, width=1120, top=drawn)
        assert scene.summary.startswith(said)
        assert any(f"Not shown: {lost} events" in text.text for text in texts(scene))
    assert summary(story.between("2031-02", "2031-03")).split()[1] == "events,"


@pytest.mark.parametrize("pixels", WIDTHS)
def test_a_long_picture_says_again_where_in_time_its_reader_is(pixels: int) -> None:
    """The axis, where there is one, and the year stand again before a reader has lost sight of them."""
    scene = layout(invented.crowd(), width=pixels)
    marks = [
        text
        for text in texts(scene)
        if text.text.endswith("2031") and text.size == (LABEL if pixels > 640 else text.size)
    ]
    heights = sorted({text.y for text in marks})
    assert len(heights) > 3
    assert max(after - before for before, after in pairwise(heights)) < 2000
    ends = [group.hit.y + group.hit.height for group in scene.groups if group.hit]
    assert ends[-1] - heights[-1] < 2000


@pytest.mark.parametrize(
    ("room", "numbers"),
    [(100, ["1", "", "11", "18", "25"]), (130, ["1", "", "11", "18", "25"]), (300, ["1", "4", "11", "18", "25"])],
)
def test_each_week_of_an_axis_has_its_line(room: float, numbers: list[str]) -> None:
    """Also where its number has no room beside the first; the last week has a number where no other month follows."""
    strip = lay([Interval.through(date(2023, 12, 1), date(2023, 12, 31))], None, 0, room + 8)
    assert [tick.lower for tick in strip.ticks] == numbers
    steps = [after.x - before.x for before, after in pairwise(strip.ticks[1:])]
    assert max(steps) - min(steps) < 0.1


@pytest.mark.parametrize(
    ("room", "names"),
    [
        (200, ["Jan", "", "Mar", "", "May", "", "July", ""]),
        (240, ["Feb", "Mar", "Apr", "May", "June", "July", "Aug"]),
    ],
)
def test_each_month_of_an_axis_has_its_line(room: float, names: list[str]) -> None:
    """Also where its name has no room beside the one before; where each has some, each is named."""
    assert [tick.lower for tick in lay([day(1, 20), day(8, 20)], None, 0, room).ticks] == names
    assert [tick.lower for tick in lay([day(1, 20, 2029), day(8, 20)], None, 0, 226).ticks] == ["Jan", "July"] * 2 + [
        "Jan"
    ]


@pytest.mark.parametrize(
    ("room", "names"),
    [
        (268, ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug"]),
        (200, ["Jan", "", "Mar", "", "May", "", "July", ""]),
    ],
)
def test_a_short_piece_names_each_month_or_has_a_line_for_it(room: float, names: list[str]) -> None:
    """As two months of which no day is told, before those of which some are."""
    months = [unit(month, 1, Grain.MONTH) for month in range(1, 9)]
    strip = lay([*months, *(day(month, 20) for month in range(3, 9))], 14, 0, room)
    assert len(strip.pieces) == 2
    assert [tick.lower for tick in sorted(strip.ticks, key=lambda tick: tick.x)] == names


def test_a_piece_behind_a_cut_says_where_it_is_also_in_the_same_month() -> None:
    """Nobody can know that a piece without a label is still in May."""
    far = Interval.day(date(2034, 1, 1))
    strip = lay([unit(1, 1, Grain.YEAR, 2029), day(5, 1), day(5, 28), far], 14, 0, 226)
    assert [tick.lower for tick in strip.ticks][-3:] == ["May", "May", "Jan"]


@pytest.mark.parametrize(
    ("interval", "mod", "lines"),
    [
        (day(5, 21), None, ["Wed 21 May"]),
        (day(5, 21), "APPROX", ["about", "Wed 21 May"]),
        (Interval.through(date(2031, 5, 28), date(2031, 6, 3)), None, ["28 May–", "3 June"]),
        (Interval.through(date(2031, 5, 28), date(2031, 6, 3)), "APPROX", ["about", "28 May–", "3 June"]),
        (unit(4, 1, Grain.MONTH), "APPROX", ["about Apr"]),
    ],
)
def test_a_date_too_wide_for_its_column_breaks_where_it_reads(
    interval: Interval, mod: str | None, lines: list[str]
) -> None:
    """Behind "about" and the dash, not between a day and its month."""
    scene = layout(timeline([event("a", interval, "Sails", mod=mod), event("b", day(8, 1), "Sinks")]), width=350)
    [row, _] = [group for group in scene.groups if group.event]
    assert [mark.text for mark in row.marks if isinstance(mark, Text) and mark.anchor is Anchor.END] == lines


@pytest.mark.parametrize(("days", "strip"), [((1, 1, 1), False), ((1,), False), ((1, 2), True)])
def test_a_strip_of_dates_stands_only_where_it_tells_something(days: tuple[int, ...], strip: bool) -> None:
    """Events of one day need no axis, and their titles get its room."""
    story = timeline([event(f"s{at}", day(5, number), "Ferry sails") for at, number in enumerate(days)])
    drawn = [mark for mark, told in layout(story, width=1120).marks() if isinstance(mark, Rect) and told]
    assert bool(drawn) is strip


def test_articles_count_where_all_come_from_one_source() -> None:
    """A marker's size tells something even where a single paper tells the story."""
    alone = [event("a", day(5, 1), "Ferry sails"), event("b", day(5, 2), "Ferry sinks", sources=3)]
    one = [
        replace(told, mentions=tuple(replace(mention, source="Harbour Post") for mention in told.mentions))
        for told in alone
    ]
    assert (Look.of(alone, ()).unit, Look.of(one, ()).unit) == ("source", "article")
    assert {"1 article", "3 articles"} <= {text.text for text in texts(layout(timeline(one)))}
    assert [label(told).split(". ")[1] for told in one] == ["1 source", "3 articles"]


def named(*names: tuple[tuple[str, ...], tuple[str, ...]]) -> Timeline:
    """Return an untitled timeline of events that tell of some places and actors."""
    events = [
        replace(event(f"n{at}", day(5, 1 + at % 30), "Happens"), places=places, actors=actors)
        for at, (places, actors) in enumerate(names)
    ]
    return replace(timeline(events), title="")


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (timeline([]), "The ferry at Norrhavn"),
        (named(), "Timeline"),
        (named(*[(("Ardol",), ())] * 2), "Timeline"),
        (named(*[(("Ardol",), ("Ardol", "Port Authority"))] * 3), "Ardol and Port Authority"),
        (
            named(*[((), ("Yoko Ono",))] * 3, *[((), ("Ono",))] * 2, *[(("Ardol",), ())] * 4),
            "Ardol and Yoko Ono",
        ),
        (named(*[(("Port Ardol",), ())] * 3, *[(("Ardol",), ())] * 4), "Ardol and Port Ardol"),
        (named(*[((), ("U.N.",))] * 2, *[((), ("United Nations",))] * 3), "United Nations"),
        (named(*[((name,), ()) for name in "ABCD" for _ in range(3)]), "A and B"),
        (named(*[(("A",), ())] * 3, *[((), ())] * 40), "Timeline"),
        (named(*[(("\u202eA\n<b>",), ())] * 3), "A <b>"),
    ],
)
def test_a_story_without_a_title_is_headed_by_its_commonest_names(story: Timeline, words: str) -> None:
    """A name counts once an event, short forms count for the long one, rare names head nothing."""
    assert heading(story) == words


@pytest.mark.parametrize(
    ("nouns", "words"),
    [
        (("strike",) * 3, "Strikes: Ardol"),
        (("strike",) * 2 + ("",) * 2, "Ardol"),  # too few
        (("strike",) * 3 + ("",) * 20, "Ardol"),  # of too many
        (("people",) * 3, "Ardol"),  # about anything
        (("day",) * 3, "Ardol"),  # of time
        (("force",) * 3, "Ardol"),  # of form
        (("ardolian",) * 3, "Ardol"),  # of the place
        (("sunk",) * 3, "Ardol"),  # nothing that acts
        (("ferry",) * 3 + ("strike",) * 4, "Strikes: Ardol"),
        (("ferry",) * 5 + ("strike",) * 3, "Ferry: Ardol"),
    ],
)
def test_a_topic_heads_a_story_where_many_events_share_it(nouns: tuple[str, ...], words: str) -> None:
    """The commonest thing that acts or suffers stands first, in the form that the sources write it in."""
    told = named(*[(("Ardol",), ())] * len(nouns))
    events = [
        replace(one, mentions=tuple(replace(mention, terms=(noun,), arguments=() if noun == "sunk" else
                (("subject", noun),), text=f"The {noun.replace('strike', 'strikes')}") for mention in one.mentions))
        for one, noun in zip(told.events, nouns, strict=True)
    ]  # fmt: skip
    assert heading(replace(told, events=tuple(events))) == words


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (ferry(), "16 events, 5 sources, September 2030 to 24 May 2031, background from 2029, 1 conflict"),
        (invented.single(), "1 event, 1 source, 18 May 2031"),
        (timeline([]), "0 events"),
    ],
)
def test_the_summary_says_how_many_and_when(story: Timeline, words: str) -> None:
    """One line counts events, sources and conflicts and says from when to when."""
    assert summary(story) == words


def test_statuses_are_told_apart_without_colour() -> None:
    """Planned, cancelled and occurred markers differ in what is drawn, not in hue."""

    def drawn(status: Status) -> tuple[str, int]:
        marks = symbol(0, 0, status, 100.0, (0, 0))
        marker = next(mark for mark in marks if isinstance(mark, Symbol))
        return "hollow" if marker.fill == "paper" else "solid", len(marks)

    assert len({drawn(status) for status in (Status.OCCURRED, Status.PLANNED, Status.CANCELLED)}) == 3


@pytest.mark.parametrize(
    ("interval", "status", "look"),
    [
        (day(5, 1), Status.OCCURRED, (False, 1.0, False, 1)),
        (Interval.through(date(2031, 5, 1), date(2031, 6, 9)), Status.OCCURRED, (False, 1.0, False, 1)),
        (unit(5, 1, Grain.MONTH), Status.OCCURRED, (False, 0.3, False, 1)),
        (unit(5, 1, Grain.MONTH), Status.ONGOING, (False, 0.3, False, 1)),
        (unit(5, 1, Grain.MONTH), Status.PLANNED, (True, 1.0, True, 1)),
        (day(5, 1), Status.PLANNED, (True, 1.0, False, 1)),
        (unit(5, 1, Grain.MONTH), Status.CANCELLED, (True, 1.0, True, 2)),
    ],
)
@pytest.mark.parametrize("mod", [None, "APPROX", "BEFORE", "AFTER"])
def test_a_bar_tells_what_is_sure_without_colour(
    interval: Interval, status: Status, look: tuple[object, ...], mod: str | None
) -> None:
    """Told days are solid, days within a unit or about others pale; what is planned is hollow, what is off crossed."""
    one = event("e", interval, "Ferry sails", status=status, mod=mod)
    look = (look[0], 0.3, *look[2:]) if mod and not look[0] else look
    marks = _bar(one, Look(), lay([unit(5, 1, Grain.YEAR)], None, 0, 900), (899, 9))
    [bar] = [mark for mark in marks if isinstance(mark, Rect)]
    assert (bar.fill == "paper", bar.opacity, bool(bar.dash), len(marks)) == look
    assert bar.width == pytest.approx(max(interval.days * 900 / 365 - 1, 6), abs=0.1)


@pytest.mark.parametrize(
    ("other", "drawn", "far"),
    [
        (day(5, 12), True, False),  # after the last event
        (day(4, 25), True, False),  # before the first
        (day(5, 2), True, False),
        (day(6, 20), False, True),  # a pause away
        (Interval.day(date(2033, 5, 1)), False, True),
        (unit(6, 1, Grain.MONTH), False, True),
    ],
)
def test_another_date_is_drawn_near_the_ends_and_counted_far_off(other: Interval, drawn: bool, far: bool) -> None:
    """The axis reaches to the dates that contradict; of those too far off the caption says that they are not drawn."""
    told = [event("a", day(5, 1), "Sails"), event("b", day(5, 5), "Sinks", rival=other), event("c", day(5, 7), "Ends")]
    scene = layout(timeline(told), width=1120)
    squares = [mark for part in scene.parts for group in part.groups if group.role == "row" for mark in group.marks
               if isinstance(mark, Rect) and mark.stroke == "muted"]  # fmt: skip
    words = [
        mark.text for part in scene.parts for group in part.groups for mark in group.marks if isinstance(mark, Text)
    ]
    assert bool(squares) is drawn
    assert ("1 other date told lies off the axis; the row says which." in words) is far


def test_a_conflict_is_told_in_words_beside_its_row() -> None:
    """The row names the other date and who gives it."""
    words = [text.text for text in texts(layout(ferry(), width=1120))]
    assert "≠ Agency One dates it to Fri 16 May" in words


def test_a_marker_grows_with_its_sources() -> None:
    """More sources, more area."""
    look = Look(most=9)
    areas = [look.area(number) for number in range(1, 10)]
    assert all(first < second for first, second in pairwise(areas))
    assert look.area(100) == areas[-1]


def test_a_fifth_theme_shares_the_last_look() -> None:
    """Five themes have a look of their own, every further one has that of none."""
    scene = layout(invented.crowd(30), width=1120)
    assert {"other themes", "other themes, or none"} & {text.text for text in texts(scene)}
    assert {mark.shape for mark, _ in scene.marks() if isinstance(mark, Symbol)} <= set(range(len(SHAPES)))


@pytest.mark.parametrize(
    ("themes", "shown"),
    [
        (("", "", ""), []),
        (("sea", "sea", "sea"), []),
        (("sea", "", "sea"), ["sea", "none of these"]),
        (("sea", "law", "sea"), ["sea", "law"]),
        (("<b>" + "x" * 40, "law", "law"), ["law", "<b>" + "x" * 40]),
        (("law", "law", *"abcdefg", "g"), ["g", "law", "a", "b", "c", "other themes"]),
        (("law", "law", *"abcdef", ""), ["law", "a", "b", "c", "d", "other themes, or none"]),
    ],
)
def test_themes_given_by_hand_are_drawn_where_they_tell_events_apart(themes: tuple[str, ...], shown: list[str]) -> None:
    """One theme for some of the events tells these from the others; one for all of them tells nothing."""
    events = [event(f"t{at}", day(5, 1 + at), "Happens", theme=theme) for at, theme in enumerate(themes)]
    scene = layout(timeline(events), width=1120)
    assert [text.text for text in texts(scene) if text.text in shown] == shown
    assert len({mark.shape for mark, _ in scene.marks() if isinstance(mark, Symbol)}) == max(len(shown), 1)


@pytest.mark.parametrize("pixels", [350, 720])
def test_long_names_of_themes_are_told_apart_in_the_legend(pixels: int) -> None:
    """A name that no line holds keeps its beginning and its end."""
    names = [f"{start} talks {'on and ' * 40}on in {end}" for start in ("First", "Later") for end in ("Ardol", "Lorn")]
    events = [event(f"t{at}", day(5, 1 + at), "Happens", theme=name) for at, name in enumerate(names)]
    found = [text for text in texts(layout(timeline(events), width=pixels)) if "…" in text.text]
    assert len({text.text for text in found}) == 4
    assert all(text.x + width(text.text, text.size) <= pixels - MARGIN for text in found)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60_000) | st.integers(0, 200),
            st.sampled_from([1, 1, 1, 2, 7, 31, 365]),
            st.sampled_from([None, None, "START", "MID", "END"]),
        ),
        min_size=1,
        max_size=40,
    ),
    st.booleans(),
    st.sampled_from([220.0, 440.0]),
)
@settings(max_examples=150, deadline=None)
def test_every_day_finds_a_place_and_no_two_ticks_touch(
    days: list[tuple[int, int, str | None]], paused: bool, room: float
) -> None:
    """However dates lie, bars stay on the axis in order, labels keep apart, and cuts stand where the rows pause."""
    start = date(1900, 1, 1)
    every = [
        (Interval(start=start + timedelta(days=at), end=start + timedelta(days=at + length)), mod)
        for at, length, mod in days
    ]
    told = timeline([event(f"k{at}", one, "Happens", mod=mod) for at, (one, mod) in enumerate(every)])
    selection = select(told).with_pauses(cuts(room) if paused else 0)
    intervals = covered(selection.sequence, selection.gap)
    strip = lay(intervals, selection.gap, 100.0, room)
    assert [piece.start for piece in strip.pieces if piece.cut] == [intervals[at].start for at in selection.gaps]
    assert strip.pieces[-1].right <= 100 + room + 1
    spans = [strip.span(one) for one in intervals]
    assert all(span and 100 <= span[0] <= span[1] <= 100 + room + 1 for span in spans)
    assert all(first[0] <= second[0] for first, second in pairwise(span for span in spans if span))
    for line in ("upper", "lower"):
        labels = sorted((tick.x, getattr(tick, line)) for tick in strip.ticks if getattr(tick, line))
        for (x, words), (after, _) in pairwise(labels):
            assert x + width(words, LABEL) < after
        assert all(x + width(words, LABEL) <= strip.pieces[-1].right + 0.1 for x, words in labels)


@pytest.mark.parametrize(
    ("days", "room", "upper", "lower"),
    [
        ([day(1, 20), day(6, 4)], 440.0, ["2031"], ["Jan", "Feb", "Mar", "Apr", "May"]),  # weeks have no room
        ([day(1, 20), day(3, 4)], 440.0, ["Jan 2031", "Feb", "Mar"], ["20", "27", "1", "10", "17", "24", "1"]),
        ([day(1, 26), day(2, 28)], 220.0, ["Feb 2031"], ["1", "10", "17", "24"]),  # no room for January beside it
        ([day(5, 18), day(6, 1)], 220.0, ["May 2031"], ["18", "26"]),  # nor for June at the end
        ([day(12, 26, 2030), day(4, 24)], 90.0, ["2031"], ["Jan", "Mar"]),  # not December, with no word of the year
        ([day(12, 26, 2030), day(4, 24)], 60.0, ["2031"], ["Jan"]),
        ([day(9, 20, 2030), day(3, 4)], 60.0, ["2030"], ["Sep"]),  # no room for January at the end
        ([unit(6, 1, Grain.MONTH, 2030), unit(6, 1, Grain.MONTH)], 160.0, ["2030", "2031"], ["June", "June"]),
    ],
)
def test_an_axis_names_whole_months_where_they_begin(
    days: list[Interval], room: float, upper: list[str], lower: list[str]
) -> None:
    """A month or year is named at its first day or at the start, and no day stands below another month's name."""
    ticks = lay(days, 200, 0.0, room).ticks
    assert [tick.upper for tick in ticks if tick.upper] == upper
    assert [tick.lower for tick in ticks if tick.lower] == lower


FIRST, LAST = date.min.toordinal(), date.max.toordinal()


@given(
    st.lists(
        st.tuples(
            st.one_of(st.integers(FIRST, LAST - 1), st.integers(LAST - 90, LAST - 1), st.integers(738_000, 738_400)),
            st.sampled_from([1, 2, 7, 30, 31, 365, 40_000]),
            st.sampled_from(list(Grain)),
            st.sampled_from([None, "START", "MID", "END", "APPROX"]),
        ),
        min_size=1,
        max_size=8,
    ),
    st.sampled_from(WIDTHS),
)
@settings(max_examples=60, deadline=None)
def test_any_days_of_the_calendar_can_be_drawn(days: list[tuple[int, int, Grain, str | None]], pixels: int) -> None:
    """From the first day of the calendar to its last, of any length, grain and mod: nothing leaves its place."""
    events = []
    for at, (start, length, grain, mod) in enumerate(days):
        first, end = date.fromordinal(start), date.fromordinal(min(start + length, LAST))
        events.append(event(f"k{at}", Interval(start=first, end=end, grain=grain), "Happens", mod=mod))
    scene = layout(timeline(events), width=pixels)
    for left, _, right, _ in map(box, texts(scene)):
        assert left >= 0
        assert right <= scene.width


@pytest.mark.parametrize("pixels", [640, 720, 1120])
@pytest.mark.parametrize("name", STORIES)
def test_the_axis_is_cut_as_often_as_the_rows_say_that_time_passes(name: str, pixels: int) -> None:
    """Each pause that a row tells is a cut of the axis above, and no cut is without its row."""
    scene = layout(STORIES[name](), width=pixels)
    lines = [mark for mark, _ in scene.marks() if isinstance(mark, Line)]
    slashes = {line.x1 for line in lines if line.stroke == "muted" and line.y1 > line.y2}
    pauses = {text.y for text in texts(scene) if text.text.endswith(" pass")}
    assert len(slashes) == 2 * len(pauses)


def test_the_legend_explains_what_stands_on_the_axis_and_nothing_else() -> None:
    """Bars of told days, bars of some day within and squares of rival dates have a key where they are drawn."""
    keys = ("from first to last day", "some time within", "another date told")
    days = event("a", Interval(start=date(2031, 5, 2), end=date(2031, 5, 9)), "Strikes")
    month, far = event("b", unit(6, 1, Grain.MONTH), "Votes"), event("c", day(5, 20), "Talks")
    near, wide = (event("d", day(5, 3), "Sinks", rival=day(5, other)) for other in (4, 20))
    weekly = [event(f"w{at}", Interval.day(date(2031, 5, 10) + timedelta(days=7 * at)), "Talks") for at in range(7)]
    cases = [
        ([days, far], 720, keys[:1]),
        ([month, far], 720, keys[1:2]),
        ([wide, far], 720, keys[2:]),
        ([near, month], 720, keys[1:2]),
        ([near, *weekly], 1120, keys[2:]),  # a day is wide enough for a square beside it
        ([days, month, wide], 350, ()),
        ([replace(days, mod="APPROX"), far], 720, ("about then",)),
        ([replace(days, mod="APPROX"), month], 720, ("some time within, or about then",)),
        ([replace(month, mod="APPROX"), far], 720, ("about then",)),
    ]
    keys = (*keys, "about then", "some time within, or about then")
    for events, pixels, said in cases:
        words = [text.text for text in texts(layout(timeline(events), width=pixels))]
        assert tuple(key for key in keys if key in words) == said


def test_a_narrow_axis_leaves_the_shorter_pauses_to_the_dates() -> None:
    """Where there are more pauses than an axis can be cut at, rows and axis keep the longest alone."""
    days = [day(1, 1), day(1, 20), day(3, 1), day(4, 25), day(7, 1)]
    selection = select(timeline([event(f"k{at}", one, "Happens") for at, one in enumerate(days)]))
    assert selection.with_pauses(2).gaps == {3: 54, 4: 66}
    assert selection.with_pauses(2).gap == 54
    assert selection.with_pauses(0).gap is None


def test_days_get_the_room_and_lone_months_do_not() -> None:
    """A month of which no day is told is drawn narrower than a month of days."""
    parts = stretch([unit(1, 1, Grain.MONTH), unit(5, 1, Grain.MONTH), day(5, 3), day(5, 20)], 14, most=9)
    assert [(part.start.month, part.fine) for part in parts] == [(1, False), (5, True)]
    strip = lay([unit(1, 1, Grain.MONTH), unit(5, 1, Grain.MONTH), day(5, 3)], 14, 0.0, 400.0)
    assert strip.uneven
    assert strip.pieces[0].scale < strip.pieces[1].scale


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("", 50, ("",)),
        ("one", 500, ("one",)),
        ("one two", 30, ("one", "two")),
        ("x" * 9, 26, ("xxx", "xxx", "xxx")),
        ("well-known fact", 60, ("well-", "known", "fact")),
    ],
)
def test_text_wraps_at_words_and_inside_what_is_too_long(text: str, room: float, lines: tuple[str, ...]) -> None:
    """A line breaks behind spaces and hyphens, and inside a word only where it must."""
    assert wrap(text, room, 14) == lines


@pytest.mark.parametrize(
    ("room", "lines"),
    [
        (600, ("Pilgrims first came to the chapels of the old town",)),
        (320, ("Pilgrims first came to the chapels", "of the old town")),
        (170, ("Pilgrims first came", "to the chapels of", "the old town")),
        (50, wrap("Pilgrims first came to the chapels of the old town", 50, 14)),  # no room for another word
    ],
)
def test_no_word_of_a_title_stands_alone_on_its_last_line(room: float, lines: tuple[str, ...]) -> None:
    """Lines are made shorter for it, but never more."""
    assert even("Pilgrims first came to the chapels of the old town", room, 14) == lines


def test_a_piece_that_is_drawn_wider_is_filled_by_its_days() -> None:
    """Its last day ends where it ends, a single day is no bar, and a sentence says that it is wider."""
    june = unit(6, 1, Grain.MONTH)
    story = [Interval.day(date(2032, 1, 1) + timedelta(days=10 * at)) for at in range(70)]
    strip = lay([june, *story, day(1, 1)], 14, 0.0, 228.0)
    first, last = strip.pieces[1], strip.pieces[0]
    assert (first.start, first.right - first.left) == (june.start, 22.0)
    assert first.x(first.end) == pytest.approx(first.right)
    assert 6 < last.x(last.end) - last.left < 8
    assert "wider" in strip.uneven


@pytest.mark.parametrize(
    ("months", "gap", "pieces"),
    [
        ([unit(3, 1, Grain.MONTH, 2098)], 3653, 1),  # less than a label of a century
        ([unit(1, 1, Grain.MONTH, year) for year in (1999, 2098)], 3653, 1),
        ([unit(6, 1, Grain.MONTH, 2120)], 3653, 2),  # behind a pause
        ([Interval.through(date(2097, 3, 1), date(2098, 2, 28), Grain.YEAR)] * 9, 3653, 1),
    ],
)
def test_a_lone_month_stands_apart_only_where_that_saves_room(months: list[Interval], gap: int, pieces: int) -> None:
    """At the end of a century of days a month is none of the axis' pieces."""
    days = [day(5, 3, year) for year in range(2000, 2098, 3)]
    assert len(lay([*days, *months], gap, 0.0, 437.0).pieces) == pieces


@pytest.mark.parametrize(
    ("apart", "words"),
    [(20, "Pauses under 31 days are not marked."), (3653, "Pauses under 10 years are not marked."), (3, "")],
)
def test_the_caption_says_which_pauses_no_row_tells(apart: int, words: str) -> None:
    """Where so many pauses are left unsaid that the shortest one told is longer than two weeks."""
    days = [date(2031, 1, 1) + timedelta(days=apart * at + (60 if at > 9 else 0)) for at in range(20)]
    drawn = layout(timeline([event(f"p{at}", Interval.day(one), "Sails") for at, one in enumerate(days)]), width=1120)
    said = [text.text for text in texts(drawn) if text.text.startswith("Pauses")]
    assert said == ([words] if words else [])


def test_lone_months_leave_the_crowded_days_their_room() -> None:
    """On a narrow axis, months of which no day is told share no scale with a crowded one, and all have a name."""
    lone = [unit(6, 1, Grain.MONTH, 2029), unit(6, 1, Grain.MONTH, 2030), unit(9, 1, Grain.MONTH, 2031)]
    before = [unit(11, 1, Grain.MONTH, 2030), unit(12, 1, Grain.MONTH, 2030)]
    crowded = [day(1, 4), *(day(1, number) for number in range(17, 32)), *(day(2, number) for number in range(1, 17))]
    strip = lay([*lone, *before, *crowded], 14, 0.0, 228.0)
    scales = {piece.start: piece.scale for piece in strip.pieces}
    assert scales[date(2031, 1, 4)] > 3 * scales[date(2030, 11, 1)]
    assert [tick.lower for tick in strip.ticks] == ["June", "June", "Nov", "Jan", "Feb", "Sep"]


@given(st.text(max_size=200), st.integers(20, 300))
@settings(max_examples=100, deadline=None)
def test_wrapped_text_fits_and_is_whole(text: str, room: int) -> None:
    """No line is wider than its room and no character is lost."""
    line = plain(text)
    lines = wrap(line, room, 14)
    assert "".join("".join(lines).split()) == "".join(line.split())
    assert all(width(part, 14) <= room for part in lines)


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("dark", [False, True])
def test_the_svg_is_xml_without_a_script(name: str, dark: bool) -> None:
    """Whatever the articles say, the picture is well formed and inert."""
    root = ET.fromstring(chart.svg(STORIES[name](), dark=dark))  # noqa: S314  # we wrote it
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert names <= {"svg", "g", "rect", "line", "path", "text", "title"}
    assert not [key for element in root.iter() for key in element.attrib if key.startswith("on") or "href" in key]


def test_the_picture_is_the_same_in_any_time_zone_and_hash_seed() -> None:
    """Bytes depend on the timeline alone."""
    script = (
        "import hashlib, invented; from timeline import chart; from timeline.page import page;"
        "story = invented.ferry(); data = [chart.svg(story).encode(), chart.png(story), page(story).encode(),"
        " chart.plot(story).to_json().encode()];"
        "print([hashlib.sha256(one).hexdigest() for one in data])"
    )
    said = set()
    for zone, seed in (("UTC", "0"), ("America/Los_Angeles", "1")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parent)}
        said.add(
            subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, check=True).stdout
        )
    assert len(said) == 1


@pytest.mark.parametrize("name", STORIES)
def test_every_row_is_whole_on_paper_and_below_an_axis(name: str) -> None:
    """Each row stands in one band with its date; what parts rows stands in the line of the row below it."""
    scene = layout(STORIES[name](), width=720)
    bands = [band for sheet in sheets(scene) for line in sheet.lines for band in line]
    assert [band.event for band in bands if band.event] == [group.event.id for group in scene.groups if group.event]
    for band in bands:
        marks = [mark for group in band.groups for mark in group.marks]
        assert all(band.top <= box(mark)[1] and box(mark)[3] <= band.top + band.height for mark in marks
                   if isinstance(mark, Text))  # fmt: skip
        if band.event:
            assert any(isinstance(mark, Text) and mark.anchor is Anchor.END for mark in marks)
    for sheet in sheets(scene):
        assert all(any(band.event for band in line) for line in sheet.lines) or len(sheet.lines) == 1
        axes = [group.role for group in scene.parts[sheet.part].groups if group.role == "axis"]
        assert (
            [group.role for group in sheet.head.groups if group.role == "axis"] == axes[:1] if sheet.head else not axes
        )


def test_a_long_year_has_a_sheet_that_names_it_on_every_page() -> None:
    """A year of a page stands beside the repeated axis and not above its first row too; short years share a sheet."""
    days = [
        day(2, 1, 2030),
        *(day(3, number) for number in range(1, 21)),
        *(day(1, number, 2032) for number in range(1, 4)),
    ]
    scene = layout(timeline([event(f"k{at}", one, "Ferry sails") for at, one in enumerate(days)]), width=720)

    def years(bands: list[Band]) -> list[str]:
        groups = [group for band in bands for group in band.groups if group.role in {"", "year"} and not group.event]
        return [mark.text for group in groups for mark in group.marks if isinstance(mark, Text)]

    told = [sheet for sheet in sheets(scene) if sheet.lines[0][-1].event]
    assert [len(sheet.lines) for sheet in told] == [1, 20, 3]
    assert [years([sheet.head]) for sheet in told if sheet.head] == [[], ["2031"], []]
    assert [years([band for line in sheet.lines for band in line]) for sheet in told] == [["2030"], [], ["2032"]]


@pytest.mark.parametrize("name", STORIES)
def test_the_altair_chart_shows_the_same_words_as_the_svg(name: str) -> None:
    """Both painters draw the same scene, on quantitative scales only."""
    story = STORIES[name]()
    specification = chart.plot(story).to_dict()
    data = [row for rows in specification["datasets"].values() for row in rows] if "datasets" in specification else []
    data += [row for layer in specification["layer"] for row in layer.get("data", {}).get("values", [])]
    assert sorted(row["text"] for row in data if "text" in row) == sorted(one.text for one in texts(layout(story)))
    assert "temporal" not in chart.plot(story).to_json()


@pytest.mark.parametrize("described", ["The <ferry>", None])
def test_the_altair_chart_shows_itself_as_svg(described: str | None) -> None:
    """A notebook gets a picture, not a script that needs a network: as an image, which needs no trust, and as it is."""
    shown = chart.plot(ferry()).properties(title="Kept")
    shown.description = described or alt.Undefined
    bundle = shown._repr_mimebundle_()
    assert bundle["image/svg+xml"].startswith("<svg")
    assert "Ferry sinks at its berth" in bundle["image/svg+xml"]
    image = re.fullmatch(r'<img alt="([^"]*)" src="data:image/svg\+xml;base64,(.*)">', bundle["text/html"])
    assert image
    words, data = image.groups()
    assert words == ("The &lt;ferry&gt;" if described else "Timeline")
    assert b64decode(data).decode() == bundle["image/svg+xml"]


def test_importing_and_plotting_change_nothing_in_altair_and_pandas() -> None:
    """The reader's own theme, renderer and options stay as they were; a process of its own sees the import too."""
    code = """
import altair as alt, pandas as pd
state = lambda: (alt.theme.active, alt.renderers.active, alt.data_transformers.active, alt.data_transformers.options,
                 {name: pd.get_option(name) for name in names})
names = [f"display.{name}" for name in ("max_colwidth", "max_rows", "max_columns", "width", "precision")]
before = state()
import invented, timeline
story = invented.ferry()
timeline.plot(story).to_dict(); story._repr_mimebundle_(); story.df
print(state() == before)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True, text=True)
    assert said.stdout.strip() == "True"


def parts(data: bytes) -> dict[bytes, bytes]:
    """Return the parts of a PNG by their kinds, each of which ends with its own sum."""
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert zlib.crc32(kind + body) == int.from_bytes(data[at + 8 + size : at + 12 + size], "big")
        found[kind] = found.get(kind, b"") + body
        at += 12 + size
    return found


@pytest.mark.parametrize("dots", [1.0, 2.0])
def test_a_png_holds_the_same_dots_in_less_room(dots: float) -> None:
    """What the library draws is packed again, and says how large it is on paper: 96 pixels an inch."""
    drawn, packed = vl_convert.svg_to_png(chart.svg(ferry()), scale=dots), chart.png(ferry(), scale=dots)
    assert len(packed) < len(drawn) / 2
    before, after = parts(drawn), parts(packed)
    assert list(after) == list(before) == [b"IHDR", b"pHYs", b"IDAT", b"IEND"]
    assert after[b"IHDR"] == before[b"IHDR"]
    assert zlib.decompress(after[b"IDAT"]) == zlib.decompress(before[b"IDAT"])
    assert after[b"pHYs"] == round(3779.53 * dots).to_bytes(4, "big") * 2 + b"\1"


def test_png_and_pdf_are_what_they_say_and_repeat() -> None:
    """The bitmap is twice as wide as the picture, and the same bytes each time."""
    data = chart.png(ferry(), width=350)
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") == 700
    assert hashlib.sha256(data).digest() == hashlib.sha256(chart.png(ferry(), width=350)).digest()
    assert chart.pdf(ferry(), width=350).startswith(b"%PDF")


@pytest.mark.parametrize(("number", "most"), [(9, 0), (200, 14_400)])
def test_a_pdf_is_no_longer_than_readers_show(number: int, most: int) -> None:
    """A picture of two hundred long titles is drawn smaller, all of it, and a short one as it is."""
    told = [
        event(f"k{at}", Interval.day(date(2031, 1, 1) + timedelta(days=at)), "Rain falls " * 14) for at in range(number)
    ]
    wide, tall = (layout(timeline(told)).width, layout(timeline(told)).height)
    [page] = PdfReader(BytesIO(chart.pdf(timeline(told)))).pages
    assert page.mediabox.height == pytest.approx(most or tall, abs=1)
    assert page.mediabox.width / page.mediabox.height == pytest.approx(wide / tall, rel=1e-3)
    assert page.extract_text().count("Rain") == 14 * number


def luminance(colour: str) -> float:
    """Return a colour's relative luminance (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_colours_keep_their_contrast(palette: Palette) -> None:
    """Text keeps 4.5:1 to the paper, to the bands and to the shade, marks keep 3:1."""

    def contrast(role: str, ground: str) -> float:
        pair = sorted((luminance(palette[role]), luminance(palette[ground])), reverse=True)
        return (pair[0] + 0.05) / (pair[1] + 0.05)

    for ground in ("paper", "band", "shade"):
        assert all(contrast(role, ground) >= 4.5 for role in ("ink", "muted"))
        assert all(contrast(f"theme{index}", ground) >= 3 for index in range(len(palette.theme)))
    assert contrast("line", "paper") >= 3


def test_what_has_no_theme_is_a_plain_circle() -> None:
    """A grey one beside themes, which have other shapes; where there are none, all are circles of one colour."""
    one = event("a", day(5, 1), "Ferry sails")
    drawn = [mark for names in ((), ("sea", "law")) for mark in Look(themes=names).marker(one, 0, 0)]
    looks = [(mark.shape, mark.fill) for mark in drawn if isinstance(mark, Symbol)]
    assert looks == [(CIRCLE, "theme0"), (CIRCLE, f"theme{OTHER}")]
    assert all(("A" in shape) is (at == CIRCLE) for at, shape in enumerate(SHAPES))


@pytest.mark.parametrize("mod", [None, "START", "MID", "END", "APPROX"])
def test_every_grain_has_words(mod: str | None) -> None:
    """A date of any grain and mod is drawn in words."""
    events: list[Event] = [
        event(f"e{grain}", unit(5, 3, grain), "Happens", mod=mod) for grain in Grain if grain is not Grain.RANGE
    ]
    assert len(texts(layout(timeline(events), width=350))) > len(events)


@pytest.mark.parametrize("pixels", range(300, 760, 20))
def test_no_key_of_the_legend_stands_alone_below_the_rest(pixels: int) -> None:
    """A legend that needs several lines has lines of about one length."""
    told = [
        event("a", day(5, 1), "Sails", sources=5, rival=day(5, 28)),
        event("b", unit(6, 1, Grain.MONTH), "Votes", status=Status.PLANNED),
        event("c", Interval(start=date(2031, 5, 2), end=date(2031, 5, 9)), "Strikes"),
    ]
    drawn = layout(timeline(told), width=pixels, heading=False)
    keys = [mark for mark in drawn.groups[0].marks if isinstance(mark, Text) and len(mark.text) > 1]
    ends = [max(box(key)[2] for key in keys if key.y == y) for y in sorted({key.y for key in keys})]
    assert min(ends) > 0.45 * max(ends)
    assert max(box(key)[2] for key in keys) <= pixels - MARGIN


@pytest.mark.parametrize("themes", range(2, 6))
@pytest.mark.parametrize("pixels", range(300, 760, 20))
def test_the_two_sizes_of_the_legend_stand_on_one_line(pixels: int, themes: int) -> None:
    """The least and the largest marker are read together, however many themes stand before them."""
    told = [event(f"t{at}", day(5, 1 + at), "Sails", sources=1 + at, theme=f"theme {at}") for at in range(themes)]
    keys = {text.text: text.y for text in texts(layout(timeline(told), width=pixels))}
    assert keys["1 source"] == keys[f"{themes} sources"]
