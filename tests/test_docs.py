"""What the README says is true: its commands parse, its Python runs, its links lead somewhere."""

import io
import re
import shlex
from pathlib import Path

import pytest

from timeline.cli.main import main
from timeline.frame import EVENT_COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python block works from the top of the project, as it stands."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    (code,) = (text for kind, text in BLOCKS if kind == "python")
    exec(code, names)  # noqa: S102  # our own README
    assert list(names["table"].columns) == list(EVENT_COLUMNS)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "line",
    [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines() if line.startswith("timeline ")],
)
def test_the_commands_are_real(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every option that the README names is one that the command has."""
    words = shlex.split(line.replace("[", "").replace("]", ""), comments=True)
    options = {word for word in words if word.startswith("-")}
    assert main([words[1], "--help"], io.StringIO()) == 0
    shown = capsys.readouterr().out
    assert all(option in shown for option in options)


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README))
def test_links_lead_somewhere(target: tuple[str, str]) -> None:
    """A link of the README to a file of the project names one that is there."""
    name = "".join(target)
    assert name.startswith("https://") or (ROOT / name).exists()


def test_every_column_of_the_table_is_explained() -> None:
    """The README says how to read what a reader would not guess."""
    plain = {"event_id", "theme", "actors", "places", "note"}
    assert {column for column in EVENT_COLUMNS if f"`{column}`" not in README} <= plain
