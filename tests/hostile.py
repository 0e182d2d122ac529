"""Bad input of many kinds, made by code: what lies in the folder, and what the reader is told.

A case is a function that puts something bad into a folder, and the pattern that a problem's message must match; an
empty pattern stands for input that looks bad and can be read all the same.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

HEAD = "---\npublished: 2023-12-25\n---\n"
STORY = "The ferry Aurora sank on Sunday.\n"
Files = dict[str, str | bytes]


class Case(NamedTuple):
    """What is put into a folder, and a pattern of the message that it must give ("" for none)."""

    make: Callable[[Path], None]
    message: str


def files(**named: str | bytes) -> Callable[[Path], None]:
    """Return what writes files; ``__`` in a name stands for the dot of its ending."""

    def make(folder: Path) -> None:
        write(folder, {name.replace("__", "."): content for name, content in named.items()})

    return make


def write(folder: Path, contents: Files) -> None:
    """Write files by name; bytes as they are, a text as UTF-8."""
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)


def _text(text: str | bytes, message: str = "") -> Case:
    return Case(files(x__txt=text), message)


def _said(text: str) -> Case:
    """Return a text under good front matter, which must be read."""
    return _text(HEAD + text)


def _published(day: str, message: str = "is no publication date; write it like 2023-12-27") -> Case:
    return _text(f"---\npublished: {day}\n---\n{STORY}", rf"^x\.txt:1: .*{message}")


def _yaml(source: str, message: str = "") -> Case:
    return _text(f"---\npublished: 2023-12-25\n{source}\n---\n{STORY}", message)


def _sidecar(table: str | bytes, message: str) -> Case:
    return Case(files(x__txt=HEAD + STORY, metadata__csv=table), message)


def _link(name: str, target: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).symlink_to(target)


def _named(name: str, text: str = STORY) -> Callable[[Path], None]:
    return lambda folder: write(folder, {name: text})


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "x.txt")


def _folder(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).mkdir()


def _deep(folder: Path) -> None:
    path = folder.joinpath(*["d"] * 300)
    path.mkdir(parents=True)
    (path / "x.txt").write_text(HEAD + STORY, encoding="utf-8")


_UNDATED = r"^x\.txt: no publication date; add 'published: YYYY-MM-DD'"
_BINARY = r"^x\.txt:\d+: a binary file"
_ENCODING = r"^x\.txt:\d+: not UTF-8 text .*; save it as UTF-8 text"
_EMPTY = r"^x\.txt: an empty file; put the article's text in it"
_LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]"

TEXTS: dict[str, Case] = {
    "picture": _text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xd8", _BINARY),
    "random bytes": _text(bytes(range(256)) * 8, _BINARY),
    "NUL in text": _text(f"{HEAD}one\ntwo\0three", r"^x\.txt:5: a binary file \(it holds NUL\)"),
    "50 MB of one line": _text(b"a" * 50_000_000, r"^x\.txt: larger than the limit of 10,000,000 bytes; split it or"),
    "9 MB of one word": _text(HEAD.encode() + b"a" * 9_000_000, r"^x\.txt: longer than the limit of 500,000 char"),
    "lone surrogate": _text(f"{HEAD}one \ud800 two", _ENCODING),
    "half a character": _text(HEAD.encode() + b"caf\xc3", _ENCODING),
    "overlong characters": _text(HEAD.encode() + b"\xc0\xaf\xe0\x80\xaf", _ENCODING),
    "half of UTF-16": _text(b"\xff\xfea\0b", r"^x\.txt:\d+: a binary file"),
    "UTF-32": _text("\ufeff".encode("utf-32-le") + STORY.encode("utf-32-le"), _BINARY),
    "nothing": _text("", _EMPTY),
    "white space": _text(" \n\t\r\n\u2028\u3000", _EMPTY),
    "a byte order mark": _text(b"\xef\xbb\xbf", _EMPTY),
    "control characters": _said("\x01\x02\x1b[2J\x07 a ferry sank on Sunday.\x7f\x85"),
    "bidi controls": _said("The ferry \u202eaknas\u202c \u2066Aurora\u2069 sank on Sunday."),
    "invisible letters": _said("The\u200b fer\u00adry\ufeff sank on Sun\u2060day."),
    "stacked accents": _said("The ferry Z" + "\u0300\u0323\u0336" * 500 + " sank on Sunday."),
    "every line break there is": _said("It sank\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029 on Sunday.\r\rIt rose.\r\n"),
    "right to left": _said("غرقت العبارة يوم الأحد. The ferry sank on Sunday."),
    "beyond the basic plane": _said("𝕿𝖍𝖊 𝖋𝖊𝖗𝖗𝖞 🛳️👩‍👩‍👧 sank on Sunday. 𐍈" + "\U0010fffd"),
    "no word at all": _said("?!...;;;---((((" * 200),
    "brackets": _said("(" * 2_000 + " on Sunday " + ")" * 2_000),
    "quotes": _said('"' * 1_000 + "‘" * 1_000 + "on Sunday”" * 200),
    "digits": _said("1" * 100_000 + " days ago, in " + "9" * 5000 + ", on 1/" + "2/" * 5000),
    "spaces": _said("It sank on" + " " * 200_000 + "Sunday, 2 " + " " * 50_000 + "weeks ago."),
    "line feeds": _said("It sank." + "\n" * 200_000 + "On Sunday."),
    "dashes": _said("ARDOL " + "-" * 5_000 + " (AP) " + "--" * 2_000),
    "capitals": _said("A" * 5_000 + " " + "ARDOL " * 1_000 + "(AP) - It sank."),
    "a list of months": _said("Jan. " * 2_000 + "2023"),
    "a list of days": _said("Monday " * 2_000),
    "times in times": _said("the day after " * 30 + "the last week of the first month of " * 10 + "2023"),
    "a week before and before": _said("It sank " + "a week before " * 500 + "Sunday."),
    "numbers in words": _said("one hundred and " * 1_000 + "days ago it sank."),
    "commas": _said("It sank, " * 1_000),
    "abbreviations": _said("U.S. Sen. " * 2_000),
    "a regex bomb": _said("a" * 5000 + "!" + "aab" * 5000 + "Updated: " * 500 + "Photo by " * 500 + "x/y" * 5000),
    "far away": _said("It sank 999999999999 years ago and 99999999 weeks before 31 December 9999, in 88888888 months."),
    "a script": _said("<script>alert(1)</script> sank on Sunday. </script><img src=x onerror=alert(1)>"),
    "a formula": _said("=cmd|' /C calc'!A0 sank on Sunday."),
    "a template": _said("{{7*7}} ${jndi:ldap://x} %s %n {0.__class__} sank on Sunday."),
    "year 0": _published("0000-00-00"),
    "year 99999": _published("99999-01-01"),
    "30 February": _published("2023-02-30"),
    "a date in a list": _text(f"---\npublished: [2023, 12, 25]\n---\n{STORY}", _UNDATED),
    "a date that runs code": _text(f"---\npublished: !!python/object/apply:os.system [id]\n---\n{STORY}", _UNDATED),
    "a date of 100 kB": _published("2" * 15_000),
    "the first day": _published("0001-01-01"),
    "the last day": _published("9999-12-31"),
    "a day of the first newspapers": _text(
        f"---\npublished: 1600-01-01\n---\n{STORY} It rose last century and last week."
    ),
    "a day far ahead": _text(f"---\npublished: 2999-12-31\n---\n{STORY} It will rise next century and next week."),
    "front matter that does not close": _text(f"---\npublished: 2023-12-25\n{STORY}", "^x.txt:1: the front matter do"),
    "front matter of 1 MB": _text(
        "---\n" + "a: b\n" * 200_000 + f"---\n{STORY}", "^x.txt:1: the front matter does not"
    ),
    "front matter that is a list": _text(f"---\n- a\n---\n{STORY}", r"^x\.txt:2: the front matter is not a mapping"),
    "front matter that is a word": _text(f"---\nhello\n---\n{STORY}", r"^x\.txt:2: the front matter is not a mapping"),
    "front matter that is two": _text(f"---\na: b\n--- \n---\n{STORY}", _UNDATED),
    "YAML that laughs": _yaml(_LAUGHS),
    "YAML that holds itself": _yaml("a: &a [*a]", r"^x\.txt:\d+: the front matter is not YAML"),
    "YAML tags": _yaml("title: !!python/name:os.system\nsource: !x y"),
    "YAML with a list as key": _yaml("? [a, b]\n: c", r"^x\.txt:\d+: the front matter is not YAML"),
    "YAML with an unknown alias": _yaml("a: *b", r"^x\.txt:3: the front matter is not YAML"),
    "YAML with a tab": _yaml("\ta: b", r"^x\.txt:\d+: the front matter is not YAML"),
    "YAML in YAML": _yaml("a: " + "{b: " * 500 + "}" * 500, r"^x\.txt:2: the front matter is nested too deeply"),
    "YAML indented for ever": _yaml("\n".join(" " * at + "a:" for at in range(150)), ""),
    "YAML directives": _yaml("%YAML 9.9\n%TAG ! tag:x,2000:", r"^x\.txt:\d+: the front matter is not YAML"),
    "a title of 10 kB": _yaml("title: " + "x" * 10_000),
    "a javascript: link": _yaml("url: javascript:alert(1)"),
    "a link of markup": _yaml("url: '\"><script>alert(1)</script>'"),
    "a table with ragged rows": _sidecar("file,published\nx.txt\nx.txt,2023-12-25,a,b\n", r"^metadata\.csv:2: 1 cells"),
    "a table with no header": _sidecar("x.txt,2023-12-25\n", r"^metadata\.csv:1: no column 'file'"),
    "a table with an open quote": _sidecar('file,source\n"x.txt,a\nb,c\n', r"^metadata\.csv:2: not CSV"),
    "a table with a cell of 1 MB": _sidecar("file,source\nx.txt," + "a" * 1_000_000, r"^metadata\.csv:2: not CSV"),
    "a table with NUL": _sidecar("file,source\nx.txt,\0\n", r"^metadata\.csv:2: a binary file"),
    "a table that climbs out": _sidecar(
        "file\n../../etc/passwd\n", r"^metadata\.csv:2: no file '\.\./\.\./etc/passwd'"
    ),
    "a table with a name of two lines": _sidecar('file\n"a\nb.txt"\n', r"^metadata\.csv:2: no file 'a\\nb\.txt'"),
    "a table of a million empty rows": _sidecar(
        "file\nx.txt\n" + "\n" * 1_000_000 + "y.txt", r"^metadata\.csv:1000003:"
    ),
    "a table that is a folder": Case(_folder("metadata.csv"), ""),
    "an article that is a folder": Case(_folder("x.txt"), ""),
    "a link to itself": Case(_link("x.txt", "x.txt"), r"^x\.txt: .*check that the file is readable|^x\.txt: not a reg"),
    "a link to nowhere": Case(_link("x.txt", "nowhere"), r"^x\.txt: not a regular file"),
    "a link to a device": Case(_link("x.txt", "/dev/zero"), r"^x\.txt: not a regular file"),
    "a link round and round": Case(_link("round", "."), ""),
    "a pipe": Case(_pipe, r"^x\.txt: not a regular file"),
    "folders 300 deep": Case(_deep, ""),
    "a name with line breaks": Case(_named("x\ny: z; w\r.txt"), r"^x\\ny: z; w\\r\.txt: no publication date"),
    "a name that steers a terminal": Case(_named("\x1b[2Jx.txt"), r"^\\x1b\[2Jx\.txt: no publication date"),
    "a name that is no UTF-8": Case(lambda folder: write(folder, {os.fsdecode(b"\xff\xfe.txt"): STORY}), r"^\\udcff"),
    "a name of 255 characters": Case(_named("x" * 251 + ".txt"), r"^x{251}\.txt: no publication date"),
    "a name of markup": Case(_named("<b>&'\".txt"), r"no publication date"),
    "a name that is a formula": Case(_named("=1+1.txt", HEAD + STORY), ""),
    "an unknown ending": Case(files(x__exe=b"MZ"), r"^x\.exe: files ending in '\.exe' are not read"),
    "no ending": Case(files(x="MZ"), r"^x: files without an ending are not read"),
}
