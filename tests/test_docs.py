"""What the README says is true: its commands parse, its Python runs, its links lead somewhere."""

import io
import re
import shlex
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from timeline.articles import make_article
from timeline.cli.main import main
from timeline.formats import FORMATS
from timeline.frame import EVENT_COLUMNS
from timeline.mentions import extract
from timeline.model import Basis
from timeline.readers.formats import ARCHIVE, READERS
from timeline.readers.metadata import Metadata
from timeline.readers.source import Limits

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_python_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python block works from the top of the project, as it stands."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    (code,) = (text for kind, text in BLOCKS if kind == "python")
    exec(code, names)  # noqa: S102  # our own README
    assert list(names["table"].columns) == list(EVENT_COLUMNS)  # type: ignore[attr-defined]


def blocks(page: str, kind: str) -> list[str]:
    """Return the blocks of a kind in a page of the documentation."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


PAGES = sorted(path.name for path in (ROOT / "docs").glob("*.md") if path.name != "commands.md")
SHELL = [text for kind, text in BLOCKS if kind == "sh"] + [text for page in PAGES for text in blocks(page, "sh")]


def test_the_example_of_syntax_is_true() -> None:
    """What docs/syntax.md says of its sentence is what the parser says."""
    (code,) = blocks("syntax.md", "python")
    *lines, call, said = code.strip().splitlines()
    names: dict[str, object] = {}
    exec("\n".join(lines), names)  # noqa: S102  # our own page
    assert repr(eval(call, names)) == said.removeprefix("# ")  # noqa: S307  # as above


def test_the_example_of_merging_runs() -> None:
    """The calls of docs/merging.md take mentions as they are extracted."""
    (code,) = blocks("merging.md", "python")
    text = "The ferry sank on Sunday. Divers searched the strait on Monday."
    mentions = extract([make_article(text, "a", own=Metadata(published=date(2024, 3, 5)))])
    names: dict[str, object] = {"mentions": mentions, "one": mentions[0], "other": mentions[1]}
    exec(code, names)  # noqa: S102  # our own page
    assert len(names["groups"]) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "line",
    [line.strip() for text in SHELL for line in text.splitlines() if re.match(r"(?:\.venv/bin/)?timeline ", line)],
)
def test_the_commands_are_real(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every option that the README or a page names is one that the command has."""
    words = shlex.split(line.replace("[", "").replace("]", ""), comments=True)
    options = {word for word in words if word.startswith("-")}
    assert main([words[1], "--help"], io.StringIO()) == 0
    shown = capsys.readouterr().out
    assert all(option in shown for option in options)


def test_the_first_screen_is_one_screen() -> None:
    """What it is, how to run it, on what, and the picture stand in the first 24 lines of the README, none too wide."""
    first = README.splitlines()[:24]
    assert all(len(line) <= 300 if line.startswith("<img") else len(line) <= 120 for line in first)
    for expected in ("# timeline", "make timeline", "timeline build FOLDER -o OUTPUT", 'src="output/timeline.svg"'):
        assert any(expected in line for line in first)


def test_the_page_on_embedding_shows_each_place_and_names_every_format() -> None:
    """HTML, Markdown, Quarto and LaTeX each have a section with something to copy."""
    text = (ROOT / "docs" / "embedding.md").read_text("utf-8")
    sections = {part.partition("\n")[0]: part for part in text.split("\n## ")[1:]}
    assert all("\n```" in sections[place] for place in ("HTML", "Markdown", "Quarto", "LaTeX"))
    assert set(FORMATS) <= set(re.findall(r"`([a-z-]+)`", text.split("\n## ")[0]))


def test_the_links_of_the_pages_lead_somewhere() -> None:
    """A link of a page of the documentation names a page or a file that is there."""
    pages = sorted((ROOT / "docs").glob("*.md"))
    links = [
        (page.name, link) for page in pages for link in re.findall(r"\]\(([^)#:]+[.]md)\)", page.read_text("utf-8"))
    ]
    assert len(links) > 10
    assert [link for link in links if not (ROOT / "docs" / link[1]).exists()] == []


WRONG = """[[redate]]
event = "2024-03-04 Aurora sank"
date = "2024-03-02"

[[drop]]
event = "2024-03-03"

[[dorp]]
event = "x"
"""


def test_the_messages_of_the_page_on_corrections_are_true(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its articles give the messages that stand there, and explain says of its event what stands there."""
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    herald, courier, right, told, explained = re.findall(
        r"^```(?:text|toml)\n(.*?)^```", page, re.MULTILINE | re.DOTALL
    )
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in (("herald.txt", herald), ("courier.txt", courier), ("corrections.toml", WRONG)):
        (folder / name).write_text(text, encoding="utf-8")
    build = ["build", "articles", "-o", "out", "-q", "--no-cache"]
    assert main(build, io.StringIO()) == 0
    assert capsys.readouterr().err == told
    (folder / "corrections.toml").write_text(right, encoding="utf-8")
    assert main(build, io.StringIO()) == 0
    out = io.StringIO()
    assert main(["explain", explained.split("event ")[1].split(",")[0], "-o", "out"], out) == 0
    assert out.getvalue() == explained


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README))
def test_links_lead_somewhere(target: tuple[str, str]) -> None:
    """A link of the README to a file of the project names one that is there."""
    name = "".join(target)
    assert name.startswith("https://") or (ROOT / name).exists()


def test_every_column_of_the_table_is_explained() -> None:
    """The README says how to read what a reader would not guess."""
    plain = {"event_id", "theme", "actors", "places", "note"}
    assert {column for column in EVENT_COLUMNS if f"`{column}`" not in README} <= plain


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="later versions of Python lay out help in another way")
@pytest.mark.parametrize(
    ("command", "shown"), re.findall(r"^## timeline ?(\w*)\n\n```text\n(.*?)\n```", COMMANDS, re.MULTILINE | re.DOTALL)
)
def test_the_help_is_kept(
    command: str, shown: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """docs/commands.md holds what each command prints with --help."""
    monkeypatch.setenv("COLUMNS", "100")
    assert main([command, "--help"] if command else ["--help"], io.StringIO()) == 0
    assert capsys.readouterr().out.strip() == shown


def test_every_ending_and_limit_is_documented() -> None:
    """docs/formats.md names each ending that is read and each step of the ladder, docs/limits.md each limit."""
    formats, limits = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("formats.md", "limits.md"))
    assert [ending for ending in (*READERS, ARCHIVE) if f"`{ending}`" not in formats] == []
    assert [step for step in Basis if step != Basis.GIVEN and f"`{step}`" not in formats] == []
    told = [(f"{field.default:,}", f"`--{field.name.replace('_', '-')}`") for field in fields(Limits)]
    assert [row for row in told if f"| {' | '.join(row)} |" not in limits] == []


def test_every_command_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    """docs/commands.md leaves no command out, and names none that is not there."""
    assert main(["--help"], io.StringIO()) == 0
    commands = re.findall(r"^    (\w+)\b", capsys.readouterr().out, re.MULTILINE)
    assert re.findall(r"^## timeline (\w+)$", COMMANDS, re.MULTILINE) == commands
