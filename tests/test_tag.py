"""The tagger: what it leaves alone, where its spans lie, what it costs."""

import tomllib
from pathlib import Path

import pytest
from counting import counting
from hypothesis import given, settings
from hypothesis import strategies as st
from phrases import WORDS

from timeline.grammar import chart, load
from timeline.model import Term
from timeline.tag import guards, islands, lowered, tag

NEGATIVES: dict[str, list[str]] = tomllib.loads(
    (Path(__file__).parent / "negatives" / "lines.toml").read_text(encoding="utf-8")
)
LINES = [line for lines in NEGATIVES.values() for line in lines]


@pytest.mark.parametrize("line", LINES)
def test_nothing_is_a_time(line: str) -> None:
    """A line of the negative corpus holds no time."""
    assert tag(line) == ()


def test_the_negative_corpus_is_broad() -> None:
    """Many kinds, none of them much larger than the rest, no line twice."""
    assert len(NEGATIVES) >= 12
    assert len(LINES) >= 150
    assert max(map(len, NEGATIVES.values())) <= 20
    assert len(set(LINES)) == len(LINES)


@pytest.mark.parametrize("guard", sorted(guards.GUARDS))
def test_taking_a_guard_away_breaks_a_line(guard: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every guard is needed: without it a line of the corpus, or a reject of its rules, is read as a time."""
    monkeypatch.setitem(guards.GUARDS, guard, lambda _site: True)
    guarded = [rule for rule in load().rules.values() if guard in rule.guards]
    assert guarded
    read = any(tag(line) for line in LINES)
    rejected = any(timex.rule == rule.name for rule in guarded for line in rule.rejects for timex in tag(line))
    assert read or rejected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on Tuesday, Dec. 5, 2023, in Oslo.", ["Tuesday, Dec. 5, 2023"]),
        ("The third quarter of 1990 was poor.", ["The third quarter of 1990"]),
        ("It opened in May. Tuesday was calm.", ["May", "Tuesday"]),
        ("The DEC appeal for MAY rose, the JAN bank said.", []),
        ("IT OPENED IN MAY.", ["MAY"]),
        ("It rose in October. 12 people saw it.", ["October"]),
        ("It ends between April and the end of October.", ["April", "the end of October"]),
        ("Shops open at 9 a.m. on weekdays, and until 5 p.m. Friday.", ["9 a.m.", "5 p.m. Friday"]),
        ("the first 10 months of 2022", ["the first 10 months of 2022"]),
        ("Sunday (Dec 25) was calm", ["Sunday (Dec 25)"]),
        ("the Feb. 23 accord and the two-week siege", ["Feb. 23", "two-week"]),
        ("no more than sixty days", ["no more than sixty days"]),
        ("over the past three and a half years", ["the past three and a half years"]),
        ("İstanbul voted on Sunday", ["Sunday"]),
        ("see you sat night", ["sat night"]),
        ("it starts on march 5, or in may", ["march 5", "may"]),
        ("they may 5 times march on", []),
        ("IN MAY THE KING LEFT", ["MAY"]),
        ("Nov.\n5", ["Nov.\n5"]),
        ("Nov.\n\n5", ["Nov."]),
        ("", []),
    ],
)
def test_spans(text: str, found: list[str]) -> None:
    """A span holds the words that TimeML draws, and no preposition."""
    assert [timex.text for timex in tag(text)] == found


def steps(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many tokens a text's islands hold and how often their parser takes a step, nothing remembered."""
    held = 0
    with counting(monkeypatch, chart, "_extend") as taken:
        for island in islands.find(text, lowered(text)):
            held += len(island.starts)
            islands.parsed.__wrapped__(island.key)
    return held + len(taken)


HOSTILE = [
    "the first day of the first year of the ",
    "last week and next week and ",
    "two and a half and a half years and ",
    "monday ",
    "Monday, Tuesday, Wednesday, ",
    "Monday to Friday ",
    "the day after ",
    "the last week of the first month of ",
    "a week before the end of the week after ",
    "1990 ",
    "1990-",
    "in 500 AD ",
    "in 500, ",
    "the 18th and ",
    "12:30:45 ",
    "3/3/3/",
    "early late mid-June ",
    "a year ago a year earlier ",
    "May May May ",
    "((((Sunday (",
    ". . . nov. ",
    "one hundred thousand million years ",
]


@pytest.mark.parametrize("line", HOSTILE)
def test_the_cost_grows_with_the_text(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten times a hostile text takes at most some twelve times the steps."""
    once, ten = steps(line * 40, monkeypatch), steps(line * 400, monkeypatch)
    assert 0 < ten <= 12 * once + 60


def test_a_megabyte_of_every_hostile_line_costs_what_its_length_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """No hostile line is dear in bulk: fewer than three steps a character, counted over a megabyte of them."""
    text = "\n\n".join(line * (50_000 // len(line)) for line in HOSTILE)
    assert len(text) > 1_000_000
    assert 0 < steps(text, monkeypatch) < 3 * len(text)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
@settings(max_examples=300, deadline=None)
def test_any_text_is_tagged(text: str) -> None:
    """No text fails; spans lie in it, in order, apart, and hold their words; the answer is the same twice."""
    found = tag(text)
    end = 0
    for timex in found:
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text) == timex.text
        end = timex.span.end
    assert tag(text) == found


def test_a_time_keeps_its_slots() -> None:
    """A time tells what it was made of, times included."""
    (timex,) = tag("on Tuesday of last week")
    assert dict(timex.slots)["inner"] == Term("weekday", (("weekday", 2),))
