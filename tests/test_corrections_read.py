"""``corrections.toml`` as it is read: each table with its line, what is malformed with the reason and the remedy."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.corrections import Kind, corrections_of, parse


@pytest.mark.parametrize(
    ("text", "line", "what", "remedy"),
    [
        ('[[merg]]\nevents = ["x", "y"]', 1, "no correction is called 'merg'", "did you mean [[merge]]?"),
        ("[[qqq]]", 1, "no correction is called 'qqq'", "write one of [[split]]"),
        ('event = "x"', 1, "no correction is called 'event'", "write one of"),
        ("drop = 3", 1, "'drop' is no table", "write [[drop]]"),
        ('[[pin]]\nwhy = "x"\nevnt = "x"', 3, "pin: unknown key 'evnt'", "did you mean 'event'?"),
        ('[[pin]]\nevent = "x"\ndate = 2021', 3, "pin: unknown key 'date'", "it takes event, events, why"),
        ("[[pin]]", 1, "pin: no event", "write for example event"),
        ("[[pin]]\nevent = 3", 2, "pin: 'event' is not text", "write for example event"),
        ('[[pin]]\nevent = " "', 2, "pin: 'event' is not text", "write for example event"),
        ('[[pin]]\nevent = "x"\nevents = ["x"]', 3, "both 'event' and 'events'", "keep one"),
        ('[[pin]]\nevent = "x"\nwhy = 3', 3, "pin: 'why' is not text", 'write why = "..."'),
        ('[[merge]]\nevents = ["x"]', 2, "merge: fewer than two events", "write events ="),
        ('[[redate]]\nevent = ["x", "y"]\ndate = 2021', 2, "redate: more than one event", "write a [[redate]]"),
        ('[[redate]]\nevent = "x"', 1, "redate: no 'date'", "say it below [[redate]]"),
        ('[[redate]]\nevent = "x"\ndate = "soon"', 3, "redate: 'soon' is no date", "write for example date"),
        ('[[redate]]\nevent = "x"\ndate = "2021-06-31"', 3, "'2021-06-31' is no date", "write for example date"),
        ('[[redate]]\nevent = "x"\ndate = true', 3, "'True' is no date", "write for example date"),
        ('[[redate]]\nevent = "x"\ndate = "2021-07/2021-06"', 3, "is no date", "write for example date"),
        ('[[retitle]]\nevent = "x"\ntitle = ""', 3, "retitle: 'title' is empty", "write it in quotes"),
        (f'[[retitle]]\nevent = "x"\ntitle = "{"x" * 201}"', 3, "longer than 200", "shorten it"),
        ('[[status]]\nevent = "x"', 1, "status: no 'status'", "say it below [[status]]"),
        ('[[status]]\nevent = "x"\nstatus = "canceled"', 3, "'canceled' is no status", "did you mean 'cancelled'?"),
        ('[[status]]\nevent = "x"\nstatus = "went"', 3, "'went' is no status", "write one of occurred, planned,"),
        ('[[status]]\nevent = "x"\nstatus = true', 3, "status: 'status' is not text", 'write status = "..."'),
        ('[[split]]\nevent = "x"\nparts = "b"', 3, "split: 'parts' is no list", "write parts ="),
        ('[[split]]\nevent = "x"\nparts = [["b"], 3]', 3, "split: a part is no list", "write parts ="),
        ('[[drop]]\nevent = 2021-06-09 ferry\n\n[[pin]]\nevent = "x"', 2, "not TOML", "write text and dates in quotes"),
        ('[[drop]]\nevent = "x', 2, "not TOML", "write text and dates in quotes"),
        ('[[drop]]\nevent = """x', 2, "not TOML", "write text and dates in quotes"),
        ("[[drop]]\nevent = " + "[" * 5000, 2, "not TOML", "write text and dates in quotes"),
    ],
)
def test_a_malformed_correction_is_told_with_its_line(text: str, line: int, what: str, remedy: str) -> None:
    """Never a traceback."""
    (problem,) = parse(text).problems
    assert problem.where == f"corrections.toml:{line}"
    assert what in problem.what
    assert problem.remedy.startswith(remedy)
    assert str(problem) == f"{problem.where}: {problem.what}; {problem.remedy}"


def test_a_malformed_correction_costs_no_other() -> None:
    """The tables before and after it are read, each with its own line; a header inside a long text is none."""
    read = parse(
        '[[pin]]\r\nevent = "x"\r\n'
        "[[drop]]\nevent = = \n"
        '[[retitle]]\nevent = "y"\ntitle = """\n[[drop]]\n"""\n'
        '[[theme]] # last\nevent = "z"\ntheme = "T"\n'
    )
    assert [(one.kind, one.where) for one in read.items] == [
        (Kind.PIN, "corrections.toml:1"),
        (Kind.RETITLE, "corrections.toml:5"),
        (Kind.THEME, "corrections.toml:10"),
    ]
    assert [problem.where for problem in read.problems] == ["corrections.toml:4"]


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\xff", "corrections.toml:1: not UTF-8 text; no correction is applied; save it as UTF-8"),
        (b"# " + b"x" * 1_000_001, "corrections.toml: larger than the limit of 1,000,000 bytes;"),
        (None, "corrections.toml: is a directory;"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, data: bytes | None, problem: str) -> None:
    """The build goes on without it."""
    path = tmp_path / "corrections.toml"
    path.mkdir() if data is None else path.write_bytes(data)
    (found,) = corrections_of(tmp_path).problems
    assert str(found).startswith(problem)


TABLES = st.sampled_from([*(f"[[{kind}]]" for kind in Kind), "[[dorp]]", "[merge]", "[[", '"""', "'''", "#", ""])
LINES = st.sampled_from(
    [
        'event = "2021-06-09 ferry"', 'event = "2021-06-11"', 'events = ["x", "y"]', 'event = ""', 'parts = [["b"]]',
        'parts = ["a", "b"]', 'date = "2021-06"', "date = 9999-12-31", 'date = "0000"', 'title = "X"', 'theme = "T"',
        'why = "w"', "event = [[]]", "date = 1e999", "= 3", "event = {a = 1}", "\x00", 'title = "\\u0000"',
    ]
)  # fmt: skip
FILES = st.one_of(st.text(max_size=200), st.lists(st.one_of(TABLES, LINES, st.text(max_size=9))).map("\n".join))


@given(FILES)
@settings(max_examples=400, deadline=None)
def test_no_file_of_corrections_fails(text: str) -> None:
    """Whatever it holds: corrections, and problems that say where; the answer is the same twice."""
    found = parse(text)
    lines = text.replace("\r\n", "\n").count("\n") + 1
    for one in (*found.items, *found.problems):
        assert 1 <= int(one.where.removeprefix("corrections.toml:")) <= lines
    assert parse(text) == found
