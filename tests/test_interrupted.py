"""A build that is killed, or cannot write, leaves the old files or the new ones, each whole."""

import json
import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from timeline.cli.main import main
from timeline.errors import OutputError
from timeline.export.files import write_files

KILLS = 30
WRITER = """
import sys, itertools
from pathlib import Path
from timeline.export.files import write_files
folder = Path(sys.argv[1])
print("ready", flush=True)
for turn in itertools.count(int(sys.argv[2])):
    write_files(folder, {f"{name}.bin": f"{turn:09}".encode() * 20_000 for name in "abcdef"})
"""


def test_a_kill_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    """Thirty times: a process that writes without pause is killed; every file holds one turn's bytes, all of them."""
    chance = random.Random(5)  # noqa: S311  # moments, not secrets
    folder = tmp_path / "out"
    turns: set[bytes] = set()
    for kill in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder), str(kill * 1000)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.06))
            process.kill()
        for path in folder.glob("*.bin") if folder.exists() else ():
            data = path.read_bytes()
            assert data == data[:9] * 20_000
            turns.add(data[:9])
    assert len(turns) > 1, "no kill came while the process wrote"


def test_what_a_killed_build_left_is_built_anew(tmp_path: Path) -> None:
    """Files of two builds side by side do not pass for one: the stamp no longer fits them."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("2024-03-06\n\nThe ferry sank on Sunday.", encoding="utf-8")
    command = [sys.executable, "-m", "timeline", "build", str(tmp_path / "articles"), "-o", str(tmp_path / "out")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    whole = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    (tmp_path / "out" / "timeline.csv").write_text("older", encoding="utf-8")
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    assert "wrote timeline.csv in" in done.stdout
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == whole


def test_what_a_killed_build_left_over_is_swept(tmp_path: Path) -> None:
    """The temporary files of a killed build go with the next one that writes; no other file does."""
    for name in (".timeline.csv.abc123.part", ".other.part", "timeline.csv.part"):
        (tmp_path / name).write_text("half", encoding="utf-8")
    write_files(tmp_path, {"timeline.csv": b"1"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [".other.part", "timeline.csv", "timeline.csv.part"]


@pytest.mark.skipif(os.name != "posix", reason="limits of this kind are POSIX's")
def test_a_full_disk_is_told(tmp_path: Path) -> None:
    """A file that cannot grow is an error with a remedy; the old file stays and no half of the new one."""
    write_files(tmp_path, {"a": b"old"})
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        with pytest.raises(OutputError, match=r"file too large; name a folder that can be written with -o"):
            write_files(tmp_path, {"a": b"new" * 1000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old"}


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder in which nobody may write")
def test_a_read_only_place_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be made ends with exit code 2, what is wrong, and the option to change."""
    (tmp_path / "a.txt").write_text("2024-03-06\n\nThe ferry sank on Sunday.", encoding="utf-8")
    assert main(["build", str(tmp_path), "-o", "/proc/self/nothing/out"], sys.stdout) == 2
    said = capsys.readouterr()
    assert "name a folder that can be written with -o" in said.err


def test_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--check exits with 1 where a build would change a file, with 0 after it, and writes nothing itself."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("2024-03-06\n\nThe ferry sank on Sunday.", encoding="utf-8")
    command = ["build", str(tmp_path / "articles"), "-o", str(tmp_path / "out")]
    assert main([*command, "--check"], sys.stdout) == 1
    assert not (tmp_path / "out").exists()
    assert main(command, sys.stdout) == 0
    assert main([*command, "--check"], sys.stdout) == 0
    assert main([*command, "--check", "--force"], sys.stdout) == 0
    (tmp_path / "out" / "timeline.csv").write_text("spoiled", encoding="utf-8")
    capsys.readouterr()
    assert main([*command, "--check"], sys.stdout) == 1
    assert "would write timeline.csv in" in capsys.readouterr().out
    assert (tmp_path / "out" / "timeline.csv").read_text(encoding="utf-8") == "spoiled"


def test_a_build_reads_standard_input(tmp_path: Path) -> None:
    """One file of any format may come through a pipe; a second build of it changes nothing."""
    command = [sys.executable, "-m", "timeline", "build", "-", "-o", str(tmp_path / "out")]
    record = json.dumps({"text": "The ferry sank on Sunday.", "published": "2024-03-06", "source": "The Herald"})
    for said in ("wrote timeline.json", "nothing has changed"):
        done = subprocess.run(command, input=record.encode(), check=True, capture_output=True, timeout=120)
        assert said in done.stdout.decode()
    assert "2024-03-03" in (tmp_path / "out" / "timeline.csv").read_text(encoding="utf-8")
