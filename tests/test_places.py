"""Files come to their places at one instant, and nothing that others keep in the folder is lost on the way."""

import ctypes
import errno
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.errors import OutputError
from timeline.export import places, swap
from timeline.export.files import finish, write_files

OLD, NEW = {"a": b"old", "b": b"older"}, {"a": b"new", "b": b"newer", "c": b"new"}


class KilledError(BaseException):
    """What ends a process of the tests, as a kill would."""


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with old files and a note of somebody's."""
    folder = tmp_path / "out"
    try:
        for name in ("one", "other"):
            (tmp_path / name).mkdir()
        swap.exchange(tmp_path / "one", tmp_path / "other")
    except OSError:
        pytest.skip("no exchange of folders here")
    write_files(folder, OLD)
    (folder / "note").write_bytes(b"mine")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Return the bytes of the files that show in a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".timeline-stand-in"}


def killed(folder: Path, monkeypatch: pytest.MonkeyPatch, step: str = "_settle") -> None:
    """Write the new files into a folder, and kill the process before a step."""

    def kill(*_arguments: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(places, step, kill)
        with pytest.raises(KilledError):
            write_files(folder, NEW)


def a_note_saved(folder: Path) -> None:
    """Save a note as editors do: a new file in the place of the old."""
    (folder / "draft").write_bytes(b"mine, newer")
    (folder / "draft").replace(folder / "note")


def a_note_written_over(folder: Path) -> None:
    """Write into a note."""
    (folder / "note").write_bytes(b"mine, newer")


def a_file_and_a_folder(folder: Path) -> None:
    """Add a file and a folder."""
    (folder / "more").write_bytes(b"more")
    (folder / "deep").mkdir()
    (folder / "deep" / "file").write_bytes(b"deep")


def a_link(folder: Path) -> None:
    """Add a link that leads nowhere."""
    (folder / "gone").symlink_to("nowhere")


@pytest.mark.parametrize("change", [a_note_saved, a_note_written_over, a_file_and_a_folder, a_link])
def test_what_is_changed_in_a_stand_in_is_kept(
    out: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    """After a kill the stand-in shows the new files; what somebody does there stands in the folder in the end."""
    out.chmod(0o750)
    identity, mode = out.stat().st_ino, out.stat().st_mode
    killed(out, monkeypatch)
    assert out.stat().st_ino != identity
    assert out.stat().st_mode == mode
    assert files(out) == {**NEW, "note": b"mine"}
    change(out)
    after = {path.relative_to(out): path.lstat().st_size for path in out.rglob("*") if path.name[0] != "."}
    finish(out)
    assert {path.relative_to(out): path.lstat().st_size for path in out.rglob("*")} == after
    assert out.stat().st_ino == identity
    assert sorted(path.name for path in out.parent.iterdir()) == ["one", "other", "out"]


def test_a_stand_in_that_is_removed_gives_way(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a kill left the folder aside and the stand-in was removed, nothing of others is lost."""
    killed(out, monkeypatch)
    shutil.rmtree(out)
    write_files(out, NEW)
    assert files(out) == {**NEW, "note": b"mine"}
    assert sorted(path.name for path in out.parent.iterdir()) == ["one", "other", "out"]


def test_a_folder_aside_that_is_removed_leaves_the_stand_in(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder aside was removed the stand-in is the folder, with all files in it."""
    killed(out, monkeypatch)
    shutil.rmtree(out.parent / ".out.timeline-next")
    finish(out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == {**NEW, "note": b"mine"}


def test_a_file_saved_before_the_exchange_is_kept(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in that a kill left beside the folder, unused, takes nothing back that was done since."""
    killed(out, monkeypatch, "exchange")
    assert (out.parent / ".out.timeline-next" / "note").read_bytes() == b"mine"
    a_note_saved(out)
    finish(out)
    assert files(out) == {**NEW, "note": b"mine, newer"}
    assert sorted(path.name for path in out.parent.iterdir()) == ["one", "other", "out"]


def test_a_file_written_at_the_moment_of_the_exchange_is_kept(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in a stand-in alone, when the folder has its place again, goes into the folder."""
    killed(out, monkeypatch, "_discard")
    (out.parent / ".out.timeline-next" / "late").write_bytes(b"late")
    finish(out)
    assert files(out) == {**NEW, "note": b"mine", "late": b"late"}
    assert sorted(path.name for path in out.parent.iterdir()) == ["one", "other", "out"]


def test_one_file_needs_no_exchange(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A single file comes to its place at one instant by itself."""
    monkeypatch.setattr(places, "exchange", killed)
    assert write_files(out, {"a": b"new"}) == ("a",)


def no_exchange(_one: Path, _other: Path) -> None:
    """Fail as a file system does that cannot exchange folders."""
    raise OSError


def no_link(*_arguments: object, **_options: object) -> None:
    """Fail as a file system does that has no further names."""
    raise OSError


def with_a_folder(out: Path, patch: pytest.MonkeyPatch) -> None:
    """Put a folder into the folder, which then is never moved."""
    (out / "deep").mkdir()
    patch.setattr(places, "exchange", killed)


def without_exchange(_out: Path, patch: pytest.MonkeyPatch) -> None:
    """Let no two folders be exchanged."""
    patch.setattr(places, "exchange", no_exchange)


def without_links(_out: Path, patch: pytest.MonkeyPatch) -> None:
    """Let no file have a further name."""
    patch.setattr(os, "link", no_link)


def with_the_place_taken(out: Path, _patch: pytest.MonkeyPatch) -> None:
    """Put somebody's folder where the stand-in would stand."""
    (out.parent / ".out.timeline-next").mkdir()
    (out.parent / ".out.timeline-next" / "mine").write_bytes(b"mine")


def with_a_link_at_the_place(out: Path, _patch: pytest.MonkeyPatch) -> None:
    """Put a link to somebody's folder where the stand-in would stand."""
    (out.parent / ".out.timeline-next").symlink_to(out.parent / "one")
    (out.parent / "one" / "mine").write_bytes(b"mine")


def locked(out: Path, patch: pytest.MonkeyPatch) -> None:
    """Hold the lock for the whole test."""
    patch.setattr(places, "_PAUSE", 0.0)
    fcntl.flock(os.open(out.parent, os.O_RDONLY), fcntl.LOCK_EX)


@pytest.mark.parametrize(
    "hindrance",
    [with_a_folder, without_exchange, without_links, with_the_place_taken, with_a_link_at_the_place, locked],
)
def test_files_come_to_their_places_one_by_one_where_they_must(
    out: Path, monkeypatch: pytest.MonkeyPatch, hindrance: Callable[[Path, pytest.MonkeyPatch], None]
) -> None:
    """Where no stand-in can be had the files are written all the same, and what lies about is left alone."""
    hindrance(out, monkeypatch)
    before = {path for path in out.parent.rglob("*") if path.name not in NEW}
    assert write_files(out, NEW) == ("a", "b", "c")
    assert {name: (out / name).read_bytes() for name in NEW} == NEW
    assert {path for path in out.parent.rglob("*") if path.name not in NEW} == before


def test_the_folder_stays_the_same(out: Path, tmp_path: Path) -> None:
    """Its mode, its files' other names, and who works in it or comes by a link see nothing of the exchange."""
    out.chmod(0o750)
    (tmp_path / "link").symlink_to("out")
    (out / "sign").symlink_to("note")
    before = out.stat()
    here = Path.cwd()
    os.chdir(out)
    try:
        write_files(Path(), OLD | {"a": b"by dot"})
        assert Path("a").read_bytes() == b"by dot"
    finally:
        os.chdir(here)
    write_files(tmp_path / "link", NEW)
    assert (tmp_path / "link").is_symlink()
    assert (out / "sign").readlink() == Path("note")
    assert (before.st_ino, before.st_mode) == (out.stat().st_ino, out.stat().st_mode)
    assert files(out) == {**NEW, "note": b"mine", "sign": b"mine"}


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs a user who may not write")
def test_a_folder_in_a_read_only_one_is_written() -> None:
    """Where nothing can be made beside the folder its files are written one by one."""
    user = os.geteuid()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "out"
        folder.mkdir()
        Path(place).chmod(0o555)
        if user == 0:
            os.chown(folder, 65534, -1)
            os.seteuid(65534)  # root may write everywhere
        try:
            assert write_files(folder, NEW) == ("a", "b", "c")
        finally:
            os.seteuid(user)
            Path(place).chmod(0o755)
        assert files(folder) == NEW


def test_a_place_that_is_read_only_and_up_to_date_is_left_alone(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is nothing to end and nothing to write, nothing is asked of the file system that it would refuse."""

    def refused(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(out / ".timeline-stand-in"))

    for name in ("unlink", "mkdir", "rename", "replace", "rmdir", "link"):
        monkeypatch.setattr(os, name, refused)
    monkeypatch.setattr(Path, "unlink", refused)
    finish(out)
    with pytest.raises(OutputError, match=rf"^{out}: read-only file system; name a folder"):
        write_files(out, NEW)


# interrupts the writing at each step that the file system is asked for, and prints what shows in the folder
INTERRUPTED = """
import sys
from pathlib import Path
from timeline.export import places
from timeline.export.files import write_files
left, exchange = 0, places.exchange
def count(event, arguments):
    global left
    if left and event.startswith(("os.", "open", "shutil.", "tempfile.", "exchange")):
        left -= 1
        if not left:
            raise KeyboardInterrupt
def counted(one, other):
    count("exchange", ())
    exchange(one, other)
    count("exchange", ())
places.exchange = counted
sys.addaudithook(count)
for step in range(1, 200):
    folder = Path(sys.argv[1]) / str(step) / "out"
    write_files(folder, {"a": b"old", "b": b"old"})
    identity, left = folder.stat().st_ino, step
    try:
        write_files(folder, {"a": b"new", "b": b"new", "c": b"new"})
        more, left = left, 0
    except KeyboardInterrupt:
        more = 0
    held = sorted({path.read_text() for path in folder.iterdir() if path.is_file()})
    print(*held, folder.stat().st_ino == identity, len(list(folder.parent.iterdir())))
    if more:
        break
"""


def test_an_interrupt_at_each_step_leaves_the_old_files_or_the_new(tmp_path: Path, out: Path) -> None:
    """Ctrl-C at any step ends what was begun: the folder is at its place, all its files are of one turn."""
    assert out.is_dir()  # folders can be exchanged here
    command = [sys.executable, "-c", INTERRUPTED, str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    states = done.stdout.splitlines()
    assert len(states) > 30
    assert set(states) == {"old True 1", "new True 1"}


TURNS = """
import sys
from pathlib import Path
from timeline.export.files import write_files
for turn in range(60):
    write_files(Path(sys.argv[1]), {name: f"{sys.argv[2]} {turn}".encode() for name in "abcdef"})
"""


def test_two_writers_take_turns(out: Path) -> None:
    """Two processes that write into one folder, which is watched meanwhile, leave all files of one turn of one."""
    commands = [[sys.executable, "-c", TURNS, str(out), writer] for writer in ("one", "two")]
    writers = [subprocess.Popen(command) for command in commands]
    while any(writer.poll() is None for writer in writers):
        assert (out / "note").read_bytes() == b"mine"
    assert [writer.returncode for writer in writers] == [0, 0]
    assert len({(out / name).read_bytes() for name in "abcdef"}) == 1
    assert sorted(path.name for path in out.parent.iterdir()) == ["one", "other", "out"]


@pytest.mark.parametrize(
    ("system", "name", "arguments"),
    [
        ("linux", "renameat2", (-100, b"one", -100, b"other", 2)),
        ("darwin", "renamex_np", (b"one", b"other", 2)),
        ("win32", "MoveFileExW", None),
    ],
)
def test_the_call_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, name: str, arguments: tuple[object, ...] | None
) -> None:
    """Each system's own call is made with its arguments; where there is none, no folders are exchanged."""
    made: list[tuple[object, ...]] = []

    class Library:
        """A system's library that knows one call."""

        def __init__(self, *_arguments: object, **_options: object) -> None:
            def call(*given: object) -> int:
                made.append(given)
                return 0

            setattr(self, name, call)

    swap._call.cache_clear()  # the call is sought once a process
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(ctypes, "CDLL", Library)
    try:
        assert swap.can_exchange() == (arguments is not None)
        if arguments:
            swap.exchange(Path("one"), Path("other"))
            assert made == [arguments]
        else:
            with pytest.raises(OSError, match="other"):
                swap.exchange(Path("one"), Path("other"))
    finally:
        swap._call.cache_clear()  # as above
