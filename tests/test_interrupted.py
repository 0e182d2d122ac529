"""A build that is killed, or cannot write, leaves the old files or the new ones, all of them."""

import errno
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from timeline.cli.main import main
from timeline.errors import OutputError
from timeline.export.files import current, finish, write_files
from timeline.export.json import read_timeline
from timeline.export.swap import exchange

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
# ends as a kill would, before the step of that number that the file system is asked for
STEPPER = """
import os, sys
from pathlib import Path
from timeline.export import places
from timeline.export.files import write_files
folder, left, exchange = Path(sys.argv[1]), int(sys.argv[2]), places.exchange
def count(event, arguments):
    global left
    if event.startswith(("os.", "open", "shutil.", "tempfile.", "fcntl.", "exchange")):
        left -= 1
        if not left:
            os._exit(9)
def counted(one, other):
    count("exchange", ())
    exchange(one, other)
places.exchange = counted
if sys.argv[3] == "one by one":
    places.can_exchange = lambda: False
sys.addaudithook(count)
write_files(folder, {"a": b"new", "b": b"new", "c": b"new", "same": b"same"})
os._exit(0)
"""
OLD = {"a": b"old", "b": b"older", "same": b"same", "other": b"other"}
NEW = OLD | {"a": b"new", "b": b"new", "c": b"new"}


def test_a_kill_at_any_moment_leaves_one_turn(tmp_path: Path) -> None:
    """Thirty times: a process that writes without pause is killed; all files together are of one turn.

    Where folders can be exchanged they are so for whoever opens the folder by hand, before anything ends the work.
    """
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
        by_hand = set(seen(folder).values())
        paths = [current(folder, f"{name}.bin") for name in "abcdef"]
        now = {path.read_bytes() for path in paths if path.exists()}
        finish(folder)
        assert set(contents(folder).values()) == now
        assert len(by_hand if exchanges(tmp_path) else now) <= 1
        assert all(data == data[:9] * 20_000 for data in now)
        turns |= now
    assert len(turns) > 1, "no kill came while the process wrote"


@pytest.mark.parametrize("way", ["at one instant", "one by one"])
def test_a_kill_at_each_step_leaves_the_old_files_or_the_new(tmp_path: Path, way: str) -> None:
    """Killed before every single step of the writing all files are old or all are new.

    Where folders are exchanged they are so by hand, else once the next command has ended the work, and for a reader.
    """
    if way == "at one instant" and not exchanges(tmp_path):
        pytest.skip("no exchange of folders here")
    states = []
    for step in range(1, 200):
        folder = tmp_path / str(step) / "out"
        folder.mkdir(parents=True)
        for name, data in OLD.items():
            (folder / name).write_bytes(data)
        identity, other = folder.stat().st_ino, (folder / "other").stat().st_ino
        command = [sys.executable, "-c", STEPPER, str(folder), str(step), way]
        code = subprocess.run(command, check=False, timeout=60).returncode
        by_hand, stood_in = seen(folder), folder.stat().st_ino != identity
        read = {name: current(folder, name).read_bytes() for name in ("a", "b", "same")}
        finish(folder)
        after = contents(folder)
        assert after in (OLD, NEW)
        assert by_hand in (OLD, NEW) or way == "one by one"
        assert read == {name: after[name] for name in read}, "a reader sees what the next build finds"
        assert [path for path in folder.iterdir() if path.is_dir()] == []
        assert list(folder.parent.iterdir()) == [folder]
        assert (folder.stat().st_ino, (folder / "other").stat().st_ino) == (identity, other)
        states.append((by_hand == OLD, by_hand == after, after == NEW, stood_in))
        if code == 0:
            break
    assert code == 0
    assert {(True, True, False, False), (True, False, True, False), (False, True, True, False)} <= set(states)
    assert ((False, True, True, True) if way == "at one instant" else (False, False, True, False)) in states


@pytest.mark.parametrize("name", [".timeline-next", ".timeline-next-abc"])
def test_no_link_is_followed_to_finish(tmp_path: Path, name: str) -> None:
    """A folder elsewhere that a link in the output leads to is neither emptied nor read."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a").write_bytes(b"mine")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).symlink_to(tmp_path / "mine")
    finish(tmp_path / "out")
    assert (tmp_path / "mine" / "a").read_bytes() == b"mine"
    assert current(tmp_path / "out", "a") == tmp_path / "out" / "a"


def test_a_folder_in_the_place_of_a_file_is_told(tmp_path: Path) -> None:
    """Where one file cannot be put in its place no file changes."""
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "b").mkdir()
    with pytest.raises(OutputError, match=r"b: is a directory; name a folder"):
        write_files(tmp_path, {"a": b"new", "b": b"new"})
    assert contents(tmp_path) == {"a": b"old"}


KILLED_BUILDS = 48  # in four parts, so that two processes share them
STARTED = "from timeline.cli import run; print('started', flush=True); run()"


def story(folder: Path) -> Path:
    """Return a folder with a short article."""
    folder.mkdir()
    (folder / "a.txt").write_text("2024-03-06\n\nThe ferry sank on Sunday.", encoding="utf-8")
    return folder


def seen(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the files that show in a folder, by name."""
    return {name: data for name, data in contents(folder).items() if not name.startswith(".timeline-stand-in")}


def exchanges(place: Path) -> bool:
    """Say whether folders can be exchanged in a place."""
    for name in ("one", "other"):
        (place / name).mkdir(exist_ok=True)
    try:
        exchange(place / "one", place / "other")
    except OSError:
        return False
    finally:
        (place / "one").rmdir()
        (place / "other").rmdir()
    return True


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the files in a folder by name."""
    paths = folder.iterdir() if folder.exists() else ()
    return {path.name: path.read_bytes() for path in paths if path.is_file()}


@pytest.mark.parametrize("part", range(4))
def test_a_killed_build_leaves_the_old_files_or_the_new(tmp_path: Path, part: int) -> None:
    """Whole builds are killed, half of them anywhere and half as they write; all files are of one build, whole.

    The builds share a cache; whatever the kills did to it, the build after them gives what it must.
    """
    chance = random.Random(part)  # noqa: S311  # moments, not secrets
    articles, out = story(tmp_path / "articles"), tmp_path / "out"
    command = [sys.executable, "-m", "timeline.build", str(articles), "-o"]
    whole: dict[str, dict[str, bytes]] = {}
    started = time.monotonic()
    for title in ("old", "new"):
        subprocess.run([*command, tmp_path / title, "--title", title], check=True, capture_output=True, timeout=120)
        whole[title] = contents(tmp_path / title)
    seconds = (time.monotonic() - started) / 2
    assert [name for name, data in whole["old"].items() if whole["new"][name] == data] == [
        "timeline.csv",
        "mentions.csv",
    ]
    cut_short = 0
    for kill in range(KILLED_BUILDS // 4):
        title = ("old", "new")[kill % 2]
        with subprocess.Popen(
            [*command, out, "--title", title], env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        ) as process:  # fmt: skip
            if kill % 4 < 2:
                time.sleep(chance.uniform(0.0, seconds))
            else:
                while process.poll() is None and not list(out.glob(".timeline-next*")):
                    pass
                time.sleep(chance.uniform(0.0, 0.02))
            process.kill()
            process.communicate()
        cut_short += process.returncode != 0
        if not exchanges(tmp_path):
            finish(out)
        assert seen(out) in ({}, *whole.values()), f"kill {kill} left files of no build or of two"
    assert cut_short >= KILLED_BUILDS // 16, "most builds were over before they were killed"
    subprocess.run([*command, out, "--title", "old"], check=True, capture_output=True, timeout=120)
    assert contents(out) == whole["old"]
    assert list(out.glob(".timeline-next*")) == []


@pytest.mark.skipif(os.name != "posix", reason="an interrupt of this kind is POSIX's")
def test_an_interrupt_ends_with_130(tmp_path: Path) -> None:
    """Ctrl-C at any moment after the start gives one line, exit code 130, and no half of a file."""
    chance = random.Random(7)  # noqa: S311  # moments, not secrets
    articles, out = story(tmp_path / "articles"), tmp_path / "out"
    codes = []
    for at in range(8):
        with subprocess.Popen(
            [sys.executable, "-c", STARTED, "build", str(articles), "-o", str(out), "--title", str(at)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.0, 0.4))
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
        assert (process.returncode, said) in {(130, "interrupted; nothing was left half-written\n"), (0, "")}
        codes.append(process.returncode)
        assert list(out.glob(".timeline-next*")) == []
    assert codes.count(130) >= 3


def test_nothing_is_imported_before_an_interrupt_is_caught() -> None:
    """From the start of Python to where Ctrl-C is caught, no module is read but the package and its entry."""
    code = "import sys; known = set(sys.modules); import timeline.cli; print(*sorted({*sys.modules} - known))"
    done = subprocess.run([sys.executable, "-S", "-c", code], check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.split() == ["timeline", "timeline.cli"]


@pytest.mark.skipif(os.name != "posix", reason="an interrupt of this kind is POSIX's")
@pytest.mark.parametrize(
    "statement",
    [
        "raise KeyboardInterrupt",
        "exec('raise KeyboardInterrupt')",
        "class Gone:\n    def __del__(self): raise KeyboardInterrupt\nGone()\nimport time\ntime.sleep(30)",
    ],
)
def test_an_interrupt_while_modules_are_read_ends_with_130(tmp_path: Path, statement: str) -> None:
    """One that comes as the command line is imported gives the line and the code, also from code made of words."""
    (tmp_path / "main.py").write_text(statement, encoding="utf-8")
    code = f"import timeline.cli\ntimeline.cli.__path__.insert(0, {str(tmp_path)!r})\ntimeline.cli.run()\n"
    (tmp_path / "start.py").write_text(code, encoding="utf-8")
    there = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    command = [sys.executable, "-m", "start"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, env=there)
    assert (done.returncode, done.stderr) == (130, "interrupted; nothing was left half-written\n")


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
    """What a killed build had not written whole goes with the next one, even if nothing has changed."""
    articles, out = story(tmp_path / "articles"), tmp_path / "out"
    assert main(["build", str(articles), "-o", str(out)], sys.stdout) == 0
    whole = contents(out)
    for more, left in (("--check", [".timeline-next-abc"]), ("--top=9", []), ("--top=9", [])):
        (out / ".timeline-next-abc").mkdir(exist_ok=True)
        (out / ".timeline-next-abc" / "timeline.csv").write_text("half", encoding="utf-8")
        assert main(["build", str(articles), "-o", str(out), more], sys.stdout) == 0
        assert [path.name for path in out.iterdir() if path.is_dir()] == left
    assert contents(out).keys() == whole.keys()


def test_what_a_killed_build_had_written_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files that were whole but not all in their place are read by the other commands, and put there by a build."""
    articles, out = story(tmp_path / "articles"), tmp_path / "out"
    command = ["build", str(articles), "-o", str(out), "--title"]
    assert main([*command, "old"], sys.stdout) == 0
    old = contents(out)
    assert main([*command, "new"], sys.stdout) == 0
    new = contents(out)
    (out / ".timeline-next").mkdir()
    for name in ("timeline.json", "timeline.svg"):
        (out / name).rename(out / ".timeline-next" / name)
        (out / name).write_bytes(old[name])
    assert read_timeline(out).title == "new"
    capsys.readouterr()
    assert main([*command, "new"], sys.stdout) == 0
    assert capsys.readouterr().out.endswith(f"nothing has changed in {out}\n")
    assert contents(out) == new


def test_a_full_disk_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a disk is full the build says so and what to do, with exit code 2; the old files stay, and only they."""
    articles, out = story(tmp_path / "articles"), tmp_path / "out"
    assert main(["build", str(articles), "-o", str(out)], sys.stdout) == 0
    old = contents(out)

    def on_a_full_disk(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", on_a_full_disk)
    capsys.readouterr()
    assert main(["build", str(articles), "-o", str(out), "--title", "new"], sys.stdout) == 2
    assert capsys.readouterr().err == f"{out}: no space left on device; name a folder that can be written with -o\n"
    assert contents(out) == old
    assert list(out.glob(".timeline-next*")) == []


@pytest.mark.skipif(os.name != "posix", reason="limits of this kind are POSIX's")
def test_a_disk_that_fills_up_is_told(tmp_path: Path) -> None:
    """A whole build that may write no file beyond a size ends with exit code 2; the old files stay, whole."""
    articles, out = story(tmp_path / "articles"), tmp_path / "out"
    command = [sys.executable, "-m", "timeline.build", str(articles), "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    old = contents(out)

    def small_files() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(  # no thread runs beside it
        [*command, "--title", "new"], preexec_fn=small_files, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 2
    assert done.stderr.endswith("file too large; name a folder that can be written with -o\n")
    assert len(done.stderr.splitlines()) == 1
    assert contents(out) == old


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_standard_output_that_is_full_is_told() -> None:
    """What cannot be printed is one line and exit code 2, no traceback."""
    command = [sys.executable, "-m", "timeline", "tag", "--published", "2024-03-06", "on Sunday"]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr == "standard output: no space left on device; send it somewhere else\n"


@pytest.mark.skipif(os.name != "posix", reason="closes its streams as a shell does")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_a_stream_that_is_closed_is_done_without(closed: str) -> None:
    """A process that was started without a stream does its work, and has no traceback."""
    command = f'"{sys.executable}" -m timeline tag --published 2024-03-06 "on Sunday" {closed}'
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert bool(done.stdout) == (closed[0] != ">")


@pytest.mark.parametrize("name", ["/dev/null", "a-file"])
def test_an_output_that_is_no_folder_is_told(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A device or a file in the place of the folder is refused before the work, and is not read either."""
    (tmp_path / "a-file").write_bytes(b"mine")
    articles, out = story(tmp_path / "articles"), tmp_path / name
    for more in ([], ["--check"]):
        assert main(["build", str(articles), "-o", str(out), *more], sys.stdout) == 2
        assert capsys.readouterr().err == f"{out}: not a folder; name one that can be written with -o\n"
    assert (tmp_path / "a-file").read_bytes() == b"mine"
    if out.is_char_device():
        assert main(["conflicts", "-o", str(out)], sys.stdout) == 3
        assert capsys.readouterr().err == f"{out}: not a regular file; name the folder of a build\n"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs a user who may not write")
def test_a_read_only_folder_is_told() -> None:
    """In a folder where one may not write the error names it and the remedy, and nothing is left behind."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)  # root may write everywhere
        try:
            for out in (folder, folder / "deeper"):
                with pytest.raises(OutputError, match=r": permission denied; name a folder that can be written with"):
                    write_files(out, {"a": b"new"})
        finally:
            os.seteuid(user)
            folder.chmod(0o755)
        assert list(folder.iterdir()) == []


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
