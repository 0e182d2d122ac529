"""The command line: its answers, its exit codes, and that bad input never ends in a traceback."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from story import timeline

from timeline.cli.main import main
from timeline.export.json import to_json

STORY = "---\npublished: 2024-03-06\nsource: The Herald\n---\nThe ferry Aurora sank off Ardol on Sunday.\n"


def run(*argv: str) -> tuple[int, str, str]:
    """Run one command in this process: its exit code, its results and its messages."""
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, out, err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds one good article."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "herald.txt").write_text(STORY, encoding="utf-8")
    return tmp_path


def build(folder: Path, *more: str) -> tuple[int, str, str]:
    """Build the folder's articles into ``out`` beside them."""
    return run("build", str(folder / "articles"), "-o", str(folder / "out"), *more)


def test_build_writes_six_files_and_says_so(folder: Path) -> None:
    """A build ends in a summary that names the files."""
    code, out, err = build(folder)
    assert (code, err) == (0, "")
    assert out.splitlines()[:-1] == [
        "1 event, 1 source, 3 March 2024",
        "  read         1 article of 1 source, published 6 March 2024",
        "  merged       1 mention into the events; 0 are told by two articles or more",
    ]
    names = ["timeline.json", "timeline.csv", "mentions.csv", "timeline.html", "timeline.svg", "timeline.png"]
    assert out.splitlines()[-1] == f"wrote {', '.join(names)} in {folder / 'out'}"
    assert {path.name for path in (folder / "out").iterdir()} == {*names, ".timeline-build.json"}


def test_a_second_build_changes_nothing(folder: Path) -> None:
    """The same input writes nothing again, whether the build looks (--force) or knows."""
    build(folder)
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (folder / "out").iterdir()}
    for more in ((), ("--force",)):
        code, out, _ = build(folder, *more)
        assert (code, out.splitlines()[-1]) == (0, f"nothing has changed in {folder / 'out'}")
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in (folder / "out").iterdir()} == before


@pytest.mark.parametrize("change", ["article", "new article", "output", "lost output", "option", "stamp"])
def test_whatever_changed_is_built(folder: Path, change: str) -> None:
    """A build that knows of the last one still sees every change of its input and its output."""
    build(folder)
    more: tuple[str, ...] = ()
    if change == "article":
        (folder / "articles" / "herald.txt").write_text(STORY.replace("Sunday", "Monday"), encoding="utf-8")
    elif change == "new article":
        (folder / "articles" / "courier.txt").write_text(STORY.replace("Herald", "Courier"), encoding="utf-8")
    elif change == "output":
        (folder / "out" / "timeline.csv").write_text("spoiled", encoding="utf-8")
    elif change == "lost output":
        (folder / "out" / "timeline.csv").unlink()
    elif change == "option":
        more = ("--title", "The Aurora")
    else:
        (folder / "out" / ".timeline-build.json").write_text("[]", encoding="utf-8")
        (folder / "out" / "timeline.csv").write_text("spoiled", encoding="utf-8")
    _, out, _ = build(folder, *more)
    assert out.splitlines()[-1].startswith("wrote ")
    assert (folder / "out" / "timeline.csv").read_text(encoding="utf-8").startswith("event_id,")


def test_problems_count_under_strict(folder: Path) -> None:
    """A problem is told with its place and remedy; it fails the build only where the reader asks for that."""
    (folder / "articles" / "lost.txt").write_text("A ferry sank.", encoding="utf-8")
    for more, expected in (((), 0), (("--strict",), 1), (("--strict", "--force"), 1)):
        code, out, err = build(folder, *more)
        assert code == expected
        assert err == (
            f"{folder / 'articles'}/lost.txt: no publication date; "
            "add 'published: YYYY-MM-DD' in front matter, or a row in metadata.csv\n"
        )
        assert "  left out     1 file or parts of files, as told above" in out.splitlines()


def test_a_note_is_no_fault_under_strict(folder: Path) -> None:
    """A note is told and counted, also by a build that finds nothing changed, and fails no build."""
    (folder / "articles" / "herald.md").write_text("2024-03-08\n\nA trawler burned on Thursday.", encoding="utf-8")
    for more in ((), ("--force",)):
        code, out, err = build(folder, "--strict", *more)
        assert code == 0
        assert "herald.txt: a second article 'herald', called 'herald.txt'" in err
        assert "  to know      1 note, as told above" in out.splitlines()


def test_the_summary_tells_what_was_left_out_and_merged(folder: Path) -> None:
    """Whatever was kept from the reader is counted: files, less salient events, disputed dates, doubts."""
    more = {
        "courier": STORY.replace("Herald", "Courier").replace("Sunday", "Saturday"),
        "lost": "A ferry sank.",
        "gazette": "---\npublished: 2024-02-06\nsource: Gazette\n---\nThe crane fell on March 1, 2024 in Ardol.\n",
    }
    for name, text in more.items():
        (folder / "articles" / f"{name}.txt").write_text(text, encoding="utf-8")
    code, out, _ = build(folder, "--top", "1")
    assert code == 0
    assert out.splitlines()[:-1] == [
        "2 events, 3 sources, 1 to 2 March 2024, 1 conflict",
        "  read         3 articles of 3 sources, published 6 February to 6 March 2024",
        "  left out     1 file or parts of files, as told above",
        "  to check     1 warning, as told above",
        "  merged       3 mentions into the events; 1 is told by two articles or more",
        "  not drawn    1 less salient event (--top)",
        f"  in conflict  1 event; timeline conflicts -o {folder / 'out'} says who gives which date",
    ]


def test_the_tables_keep_what_the_picture_leaves_out(folder: Path) -> None:
    """Under --top the pictures show the most salient events, and say of how many; table, page and JSON hold all."""
    (folder / "articles" / "gazette.txt").write_text(
        "---\npublished: 2024-02-06\nsource: Gazette\n---\nThe crane fell on March 1, 2024 in Ardol.\n",
        encoding="utf-8",
    )
    assert build(folder, "--top", "1")[0] == 0
    texts = {path.name: path.read_text(encoding="utf-8") for path in (folder / "out").glob("timeline.[chjs]*")}
    assert "1 of 2 events" in texts["timeline.svg"]
    assert "crane fell" not in texts["timeline.svg"]
    assert "All 2 events as text" in texts["timeline.html"]
    assert all("crane fell" in texts[f"timeline.{kind}"] for kind in ("csv", "json", "html"))


@pytest.mark.parametrize(
    ("flags", "results", "warnings", "details"),
    [
        ((), True, True, False),
        (("-v",), True, True, True),
        (("-q",), False, True, False),
        (("-qq",), False, False, False),
    ],
)
def test_a_build_is_as_loud_as_its_reader_asks(
    folder: Path, flags: tuple[str, ...], results: bool, warnings: bool, details: bool
) -> None:
    """More, less, or nothing but what stops the command."""
    (folder / "articles" / "lost.txt").write_text("A ferry sank.", encoding="utf-8")
    for _ in range(2):  # built, and found unchanged
        _, out, err = build(folder, "--force", *flags)
        assert bool(out) is results
        assert ("lost.txt: no publication date" in err) is warnings
        assert ("read herald: The Herald, published 2024-03-06 (front matter)" in err) is details
    (folder / "articles" / "herald.txt").unlink()
    assert "nothing could be read" in build(folder, *flags)[2]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)],
)
def test_a_message_is_coloured_where_the_terminal_can_and_the_reader_may(
    folder: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    """NO_COLOR is honoured, and a stream that is no terminal never gets a colour."""
    for name in ("TERM", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (folder / "articles" / "lost.txt").write_text("A ferry sank.", encoding="utf-8")
    for err, expected in ((Terminal(), coloured), (io.StringIO(), False)):
        argv = ["build", str(folder / "articles"), "-o", str(folder / "out"), "--force"]
        assert main(argv, io.StringIO(), err) == 0
        assert ("\x1b[33m" in err.getvalue()) is expected


def test_a_bar_shows_long_work_on_a_terminal_and_nowhere_else(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the work, counts the articles, and is gone when they are read; a pipe or -q gets none."""
    monkeypatch.setattr("timeline.progress._DELAY", 0)
    argv = ["build", str(folder / "articles"), "-o", str(folder / "out"), "--force"]
    for more, err, shown in (((), Terminal(), True), (("-q",), Terminal(), False), ((), io.StringIO(), False)):
        assert main([*argv, *more], io.StringIO(), err) == 0
        assert ("reading articles" in err.getvalue() and " of 1, " in err.getvalue()) is shown
        assert err.getvalue().rsplit("\r", 1)[-1].strip() == ""


def test_a_past_after_the_publication_is_a_problem(folder: Path) -> None:
    """An article that tells as past what its own words date later has a wrong date; the build says so."""
    text = STORY.replace("2024-03-06", "2024-02-06").replace("on Sunday", "on March 3, 2024")
    (folder / "articles" / "herald.txt").write_text(text, encoding="utf-8")
    code, _, err = build(folder, "--strict")
    assert code == 1
    assert "herald.txt:5: published 2024-02-06, yet it tells 'March 3, 2024' as past; check the publication date" in err


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (None, "articles: no such folder; name one that holds articles\n"),
        ({}, "articles: no articles in it; put .txt, .md or .html files there\n"),
        ({"a.txt": b""}, "articles/a.txt: an empty file; "),
        ({"a.txt": b"\0\xff"}, "articles/a.txt:1: a binary file; "),
    ],
)
def test_nothing_to_read_is_an_error(tmp_path: Path, files: dict[str, bytes] | None, message: str) -> None:
    """Without one article there is no output, and the exit code says so."""
    if files is not None:
        (tmp_path / "articles").mkdir()
        for name, data in files.items():
            (tmp_path / "articles" / name).write_bytes(data)
    code, out, err = build(tmp_path)
    assert (code, out) == (3, "")
    assert f"{tmp_path}/{message}" in err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("articles", "output", "code", "said"),
    [
        ("", "out", 3, "'': no name of a folder; name one that holds articles"),
        ("articles", "", 2, "-o '': no name of a folder; name one that can be written with -o"),
        ("articles/a.txt", "out", 3, "articles/a.txt: a file; name the folder it lies in, or read it with"),
        ("articles", "articles/../articles", 2, "articles/../articles: the folder of the articles; name another one"),
    ],
)  # fmt: skip
def test_a_place_that_is_none_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, articles: str, output: str, code: int, said: str
) -> None:
    """A name that an unset variable left empty is not the folder one stands in, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text(STORY, encoding="utf-8")
    err = io.StringIO()
    assert main(["build", articles, "-o", output], io.StringIO(), err) == code
    assert err.getvalue().startswith(said)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.txt", "articles"]


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        (["fly"], "timeline: 'fly' is no command; write build, tag, explain, conflicts or export; timeline --help"),
        (["bulid", "a"], "timeline: 'bulid' is no command; did you mean build? timeline --help says how to call it"),
        (["/"], "timeline: '/' is a folder and no command; write timeline build /;"),
        (["build", "a", "b"], "timeline build: unrecognized arguments: b; timeline build --help"),
        (["build", "a", "--qurey=x"], "unrecognized arguments: --qurey=x; did you mean --query?"),
        (["-x", "build", "a"], "timeline: unrecognized arguments: -x;"),
        (["build", "--top", "0"], "argument --top: '0': give a whole number above 0"),
        (["build", "--top", "x"], "argument --top: 'x': give a whole number above 0"),
        (["export", "--format", "svg", "--top", "1.5"], "argument --top: '1.5': give a whole number above 0"),
        (["tag", "--published", "soon", "text"], "'soon' is no date like 2023-12-27"),
        (["tag"], "required"),
    ],
)
def test_usage(argv: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A command that makes no sense ends in one line that says how to put it right."""
    assert run(*argv)[0] == 2
    said = capsys.readouterr().err
    assert message in said
    assert said.count("\n") == 1


def test_without_a_command_there_is_help() -> None:
    """Who knows nothing yet is told what there is."""
    code, _, err = run()
    assert code == 2
    assert err.startswith("usage: timeline")
    assert "timeline build FOLDER -o OUTPUT" in " ".join(err.split())


def test_a_build_without_events_says_why(tmp_path: Path) -> None:
    """What was read dates nothing."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.txt").write_text("---\npublished: 2024-03-05\n---\nHe likes tea.", encoding="utf-8")
    code, out, err = run("build", str(tmp_path / "articles"), "-o", str(tmp_path / "out"), "--no-cache")
    assert (code, err) == (0, "")
    assert "\n  no event     the articles date nothing that they tell\n" in out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["hello"], "no time expression in it\n"),
        (["They met on Sunday."], "without a publication date not every time has a day; give it like --published"),
        (["They met on Sunday.", "--published", "2024-03-05"], ""),
        (["They met on 5 May 2023."], ""),
        (["They met for 3 days."], ""),
    ],
)
def test_a_tag_without_days_says_why(argv: list[str], said: str) -> None:
    """An empty table or column is no riddle; the table itself goes to the other stream."""
    code, out, err = run("tag", *argv)
    assert (code, out.splitlines()[0].split("\t")[0]) == (0, "characters")
    assert err.startswith(said)
    assert bool(err) == bool(said)


def test_an_output_that_cannot_be_written(folder: Path) -> None:
    """A file where the output folder should be is said, with the remedy."""
    (folder / "out").write_text("", encoding="utf-8")
    code, _, err = build(folder)
    assert code == 2
    assert err.endswith("out: not a folder; name one that can be written with -o\n")


def test_an_output_among_the_articles_is_no_article(folder: Path) -> None:
    """The output may lie in a folder of the articles, where it is passed over, but not among them."""
    articles = str(folder / "articles")
    for expected in ("wrote", "nothing has changed"):
        code, out, err = run("build", articles, "-o", f"{articles}/out")
        assert (code, err) == (0, "")
        assert out.splitlines()[-1].startswith(expected)
    code, _, err = run("build", articles, "-o", articles)
    assert (code, err) == (2, f"{articles}: the folder of the articles; name another one with -o\n")


def test_tag_prints_a_time_a_line() -> None:
    """A line holds where the time stands, its words, type, value, days, rule and reason."""
    code, out, _ = run("tag", "--published", "2024-03-06", "The ferry sank on Sunday, after three hours.")
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert lines[0] == ["characters", "text", "type", "value", "date", "rule", "reason"]
    assert lines[1][:5] == ["18-24", "Sunday", "DATE", "2024-03-03", "2024-03-03"]
    assert lines[2][1:5] == ["three hours", "DURATION", "PT3H", ""]


def test_tag_writes_what_the_scorer_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each document becomes a line; a bad line is said with its number, and the rest goes on."""
    docs = tmp_path / "docs.jsonl"
    lines = [
        {"doc": "a", "dct": "2024-03-06T10:00", "text": "It sank on Sunday."},
        {"doc": "b", "dct": "", "text": "It sank on 3 March 2024."},
        {"doc": "ó", "dct": "2024-03-06", "text": "Nothing sank."},
    ]
    good = [json.dumps(line) for line in lines]
    bad = ["[1]", '{"doc": "c"}', "{", '{"text": "x", "dct": "soon"}', "[" * 100_000]
    docs.write_text("\n".join([*good, "", *bad]), encoding="utf-8")
    code, out, err = run("tag", "--jsonl", str(docs))
    assert [json.loads(line) for line in out.splitlines()] == [
        {"doc": "a", "timexes": [{"start": 11, "end": 17, "text": "Sunday", "type": "DATE", "value": "2024-03-03"}]},
        {
            "doc": "b",
            "timexes": [{"start": 11, "end": 23, "text": "3 March 2024", "type": "DATE", "value": "2024-03-03"}],
        },
        {"doc": "ó", "timexes": []},
    ]
    assert code == 0
    assert [line.split(": ")[0] for line in err.splitlines()] == [f"{docs}:{number}" for number in range(5, 10)]
    assert run("tag", "--strict", "--jsonl", str(docs))[0] == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(good)))
    assert run("tag", "--strict", "--jsonl", "-") == (0, out, "")


def test_tag_has_nothing_to_read(tmp_path: Path) -> None:
    """A missing or an empty file of documents is an error with a remedy."""
    (tmp_path / "empty").write_text("\n", encoding="utf-8")
    for name in ("none", "empty"):
        code, out, err = run("tag", "--jsonl", str(tmp_path / name))
        assert (code, out) == (3, "")
        assert err.startswith(f"{tmp_path / name}: no ")


def test_tag_and_build_share_one_path(folder: Path) -> None:
    """The values of a build are those that tag prints for the same text and day."""
    text = (
        "The ferry Aurora sank off Ardol on Sunday. The harbour closed in February. Divers will search on Friday.\n\n"
        "A smaller boat went down on 2 January. The owner bought the ferry last year and sold it a week ago."
    )
    (folder / "articles" / "herald.txt").write_text(f"---\npublished: 2024-03-06\n---\n{text}", encoding="utf-8")
    build(folder)
    built = json.loads((folder / "out" / "timeline.json").read_text(encoding="utf-8"))["timeline"]["events"]
    times = [mention["time"] for event in built for mention in event["mentions"] if "time" in mention]
    _, tagged, _ = run("tag", "--published", "2024-03-06", text)
    values = {line.split("\t")[0]: line.split("\t")[3] for line in tagged.splitlines()[1:]}
    assert len(times) >= 4
    for time in times:
        place = "-".join(str(at) for at in time["timex"]["span"])
        assert values[place].split()[0] == time["value"]


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return an output folder of the invented story."""
    (tmp_path / "timeline.json").write_text(to_json(timeline()), encoding="utf-8")
    return tmp_path


def test_explain_says_why(output: Path) -> None:
    """The answer holds each claim with its sources, their words, rule, anchor and sentence, and the witnesses."""
    code, out, err = run("explain", "e-sink", "-o", str(output))
    assert (code, err) == (0, "")
    for part in (
        "2024-03-03  The ferry Aurora sank on Sunday",
        "dated by “Sunday”: weekday before the publication date",
        "claim 2024-03-03 (day), chosen\n  The Herald, published 2024-03-05 (front matter)",
        "“Saturday” = 2024-03-02, rule weekday",
        "rule weekday: weekday before the publication date, counted from publication date 2024-03-06",
        "courier, characters 0-45: The Aurora went down on Saturday, López said",
        "told without a date of its own\n  The Herald",
    ):
        assert part in out


@pytest.mark.parametrize(
    ("event", "code", "message"),
    [
        ("e-si", 0, ""),
        ("e-s", 2, "e-s: 2 events; explain one by its id"),
        ("x", 2, "x: no such event; the ids stand in"),
        (
            "ferry sunk",
            2,
            "ferry sunk: no such event; did you mean '2024-03-03 The ferry Aurora sank on Sunday' (e-sink)?",
        ),
        ("2024-03-12", 2, "2024-03-12: no such event; did you mean '2024-03-06 Divers will search on Wednesday'"),
        ("12 March 2024", 2, "12 March 2024: no such event; did you mean '2024-03-06 Divers will search"),
        ("the", 0, "the: 2 events; explain one by its id"),
    ],
)
def test_explain_takes_the_first_characters(output: Path, event: str, code: int, message: str) -> None:
    """An id may be cut as long as it names one event; what names none or several is told."""
    got, _, err = run("explain", event, "-o", str(output))
    assert got == code
    assert err.startswith(message)


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        (["2024-03-03"], ["e-sink"]),
        (["3", "March", "2024"], ["e-sink"]),
        (["2024-03-02"], ["e-sink"]),  # which one source claims
        (["AURORA", "sank"], ["e-sink"]),
        (["ferry sank"], ["e-sink"]),
        (["2024-03", "ferry"], ["e-sink"]),
        (["the"], ["e-close", "e-sink"]),
        (["2024-03"], ["e-sink", "e-search"]),
        (["search"], ["e-search"]),
    ],
)
def test_explain_takes_words_and_dates(output: Path, name: list[str], ids: list[str]) -> None:
    """One event is explained, of several the ids are listed; the words may come in one argument or in several."""
    code, out, err = run("explain", *name, "-o", str(output))
    assert code == 0
    if len(ids) == 1:
        assert (f"\nevent {ids[0]}, " in out, err) == (True, "")
    else:
        assert [line.split("  ")[0] for line in out.splitlines()] == ids
        assert "2 events; explain one by its id" in err


def test_conflicts_lists_every_claim(output: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An event whose sources disagree is listed with each source's sentence and rule; without any, that is said."""
    code, out, _ = run("conflicts", "-o", str(output))
    assert code == 0
    because = "rule weekday: weekday before the publication date, counted from publication date"
    assert out.splitlines() == [
        "e-sink  2024-03-03  The ferry Aurora sank on Sunday",
        "  Sources disagree on the date",
        "  2024-03-03 (day), chosen",
        "    The Herald, published 2024-03-05 (front matter)",
        f"      “Sunday” = 2024-03-03, {because} 2024-03-05",
        "      herald, characters 23-54: The ferry Aurora sank on Sunday",
        "  2024-03-02 (day), contradicts it",
        "    The Courier, published 2024-03-06 (front matter)",
        f"      “Saturday” = 2024-03-02, {because} 2024-03-06",
        "      courier, characters 0-45: The Aurora went down on Saturday, López said",
    ]
    assert run("conflicts", "-o", str(tmp_path_factory.mktemp("none")))[0] == 3


@pytest.mark.parametrize("module", ["timeline", "timeline.build"])
def test_help_is_quick_to_import(module: str) -> None:
    """Neither help nor the package imports the table's or the picture's libraries, YAML, pendulum or a reader."""
    code = f"import sys, runpy; sys.argv = ['x', '--help']; runpy.run_module('{module}', run_name='__main__')"
    heavy = ("pandas", "altair", "numpy", "yaml", "pendulum", "dateparser", "vl_convert", "timeline.articles")
    check = f"import atexit; atexit.register(lambda: print([m for m in {heavy} if m in sys.modules])); "
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; {check}{code}"], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.startswith("usage: ")
    assert done.stdout.splitlines()[-1] == "[]"


@contextmanager
def piped(*argv: str) -> Iterator[subprocess.Popen[str]]:
    """Run a command of its own process, in a locale that knows no letter beyond ASCII."""
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", *argv],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        encoding="utf-8",
    ) as process:
        yield process


def test_any_locale_can_print_any_name() -> None:
    """Output is UTF-8 whatever the locale says."""
    with piped("tag", "--published", "2024-03-06", "López sank on Sunday – “late”.") as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "14-20\tSunday" in out


def test_a_reader_that_has_seen_enough(tmp_path: Path) -> None:
    """A closed pipe ends the command without a word."""
    docs = tmp_path / "docs.jsonl"
    line = json.dumps({"doc": "a", "dct": "2024-03-06", "text": "It sank on Sunday. " * 50})
    docs.write_text(f"{line}\n" * 2000, encoding="utf-8")
    with piped("tag", "--jsonl", str(docs)) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == ""
        assert process.wait(timeout=60) == 0


def test_an_interrupt_is_told(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Ctrl-C ends with a word and the shell's own exit code."""

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.pipeline.build_timeline", interrupted)
    assert build(folder) == (130, "", "interrupted; nothing was left half-written\n")
