"""Files: the lossless one, and that nothing is ever written by half."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from story import timeline

from timeline.errors import OutputError, TimelineError
from timeline.export.files import write_files
from timeline.export.json import from_json, read_timeline, to_json
from timeline.model import Term, Timeline


def test_nothing_is_lost() -> None:
    """What is written reads back as an equal value, and as the same characters."""
    made = timeline()
    text = to_json(made)
    assert from_json(text) == made
    assert to_json(from_json(text)) == text


def test_terms_within_a_time_survive() -> None:
    """A slot of a time may hold a number, words, or another term with slots of its own ("Tuesday of last week")."""
    slots = (
        ("offset", -1),
        ("half", 0.5),
        ("unit", "week"),
        ("of", Term("last unit", (("count", 1), ("unit", "P1W")))),
    )
    made = timeline()
    event = next(event for event in made.events if event.mentions[0].time)
    mention = event.mentions[0]
    assert mention.time
    timed = replace(mention.time, timex=replace(mention.time.timex, slots=slots))
    told = replace(event, mentions=(replace(mention, time=timed), *event.mentions[1:]))
    read = from_json(to_json(replace(made, events=(told,)))).events[0].mentions[0].time
    assert read
    assert read.timex.slots == slots


def test_a_lone_surrogate_survives_a_file() -> None:
    """A caller's own text may hold what UTF-8 cannot; in the file it is an escape that JSON reads back."""
    made = replace(timeline(), title="\ud800 ó")
    written = to_json(made).encode("utf-8", "backslashreplace")
    assert from_json(written.decode()) == made


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ("[]", "not a timeline of version 1"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ('{"format": "news-timeline", "version": 2}', "not a timeline of version 1"),
        ('{"format": "news-timeline", "version": 1}', "Timeline: 'None' is no Timeline"),
        ('{"format": "news-timeline", "version": 1, "timeline": {}}', "Timeline: .*missing"),
        ({"extra": 1}, r"Timeline\.extra: not a field"),
        ({"title": 7}, r"Timeline\.title: '7' is no str"),
        ({"events": {}}, r"Timeline\.events: '{}' is no tuple"),
        ({"events": [3]}, r"Timeline\.events\[0\]: '3' is no Event"),
        ({"settings": [["a"]]}, r"Timeline\.settings\[0\]: 1 values for 2"),
        ({"problems": [{"where": "a", "what": "b", "remedy": "c", "severity": "x"}]}, "severity: 'x' is no Severity"),
    ],
)
def test_a_broken_file_says_what_does_not_fit(change: str | dict[str, object], message: str) -> None:
    """Whatever is in the file, the error names the file, the part and the remedy."""
    if isinstance(change, dict):
        document = json.loads(to_json(timeline()))
        document["timeline"].update(change)
        change = json.dumps(document)
    with pytest.raises(TimelineError, match=rf"(?s)^out/timeline\.json: .*{message}.*; (?:run|build)"):
        from_json(change, where="out/timeline.json")


def test_a_missing_file_names_the_remedy(tmp_path: Path) -> None:
    """There is a timeline to read only after a build."""
    with pytest.raises(TimelineError, match=r"timeline\.json: no such file or directory; run timeline build first"):
        read_timeline(tmp_path)
    (tmp_path / "timeline.json").write_bytes(b"\xff")
    with pytest.raises(TimelineError, match="not UTF-8"):
        read_timeline(tmp_path)
    (tmp_path / "timeline.json").write_text(to_json(Timeline(events=(), articles=())), encoding="utf-8")
    assert read_timeline(tmp_path).events == ()


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A file that holds its bytes is not touched."""
    assert write_files(tmp_path / "new" / "out", {"a": b"1", "b": b"2"}) == ("a", "b")
    before = (tmp_path / "new/out/a").stat().st_mtime_ns
    assert write_files(tmp_path / "new" / "out", {"a": b"1", "b": b"3"}) == ("b",)
    assert (tmp_path / "new/out/a").stat().st_mtime_ns == before
    assert sorted(path.name for path in (tmp_path / "new/out").iterdir()) == ["a", "b"]


def test_nothing_is_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up leaves the old files as they were, and no other."""
    write_files(tmp_path, {"a": b"old", "b": b"old"})

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="no space left on device; name a folder"):
        write_files(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old", "b": b"old"}


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A file where the folder should be is an error, not a traceback."""
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="out: not a folder; name a folder"):
        write_files(tmp_path / "out", {"a": b"1"})
