"""Bad input of many kinds, made by code: what lies in the folder, and what the reader is told.

A case is a function that puts something bad into a folder, and the pattern that a problem's message must match; an
empty pattern stands for input that looks bad and can be read all the same.
"""

import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import documents

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


def _shuffled(signs: str) -> str:
    """Return 1,000 of some signs in an order without a pattern, the same each time."""
    chance = random.Random(6)  # noqa: S311  # an order, no secret
    return "".join(chance.choices(signs, k=1000))


def _deep(folder: Path) -> None:
    path = folder.joinpath(*["d"] * 300)
    path.mkdir(parents=True)
    (path / "x.txt").write_text(HEAD + STORY, encoding="utf-8")


_UNDATED = r"^x\.txt: no publication date; (?:perhaps .*; )?add 'published: YYYY-MM-DD'"
_BINARY = r"^x\.txt:\d+: a binary file"
_ENCODING = r"^x\.txt:\d+: not UTF-8 text .*; save it as UTF-8 text"
_SIGNS = r"^x\.txt: signs and single letters for the most part, no prose; save the article's text alone"
_EMPTY = r"^x\.txt: an empty file; put the article's text in it"
_ALONE = r"^x\.txt: a date or a byline alone, and no text below it; put the article's text in it"
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
    "half of UTF-32": _text("\ufeff".encode("utf-32-le") + STORY.encode("utf-32-le")[:-3], _BINARY),
    "a page in punycode": Case(
        lambda folder: write(folder, {"x.html": b'<meta charset="punycode">' + b"\xff-" + b"9" * 100_000}),
        r"taken for Windows-1252",
    ),
    "nothing": _text("", _EMPTY),
    "white space": _text(" \n\t\r\n\u2028\u3000", _EMPTY),
    "a byte order mark": _text(b"\xef\xbb\xbf", _EMPTY),
    "a date alone": _text("Published: 25 December 2023\n", _ALONE),
    "a byline alone": _text(HEAD + "By Ada Rhee, AP\n" * 3, _ALONE),
    "a dateline alone": _text("ARDOL, Dec. 25, 2023 (AP) - \n", _ALONE),
    "furniture alone": _text(HEAD + "Advertisement\nShare\n", _ALONE),
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
    "signs in no order": _text(HEAD + _shuffled("()[]!?.,;:-'\" ") * 30, _SIGNS),
    "single letters": _text(HEAD + _shuffled("abcdefgh  .,(") * 30, _SIGNS),
    "figures in no order": _text(HEAD + _shuffled("12 ,.-/ ") * 30, _SIGNS),
    "dashes": _said("ARDOL " + "-" * 5_000 + " (AP) " + "--" * 2_000),
    "capitals": _said("A" * 5_000 + " " + "ARDOL " * 1_000 + "(AP) - It sank."),
    "a quotation without end": _said('He said "the ferry sank and it rose and ' * 500),
    "a list of months": _said("Jan. " * 2_000 + "2023"),
    "a list of days": _said("Monday " * 3_000),
    "times in times": _said("the day after " * 1_000 + "the last week of the first month of " * 500 + "2023"),
    "a week before and before": _said("It sank " + "a week before " * 2_000 + "Sunday."),
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
    "a date in a list": _published("[2023, 12, 25]", r"'\(a list\)' is no publication date"),
    "a date in a mapping": _published("{year: 2023}", r"'\(a mapping\)' is no publication date"),
    "a date that runs code": _published("!!python/object/apply:os.system [id]", "'id' is no publication date"),
    "a source that is a mapping": _yaml(
        "source: {a: b}", r"^x\.txt:1: its 'source' is a mapping, not words, and is pas"
    ),
    "a date that steers a terminal": Case(
        files(x__csv="text,date\nIt sank.,2023-12-2\x15\x1b[2J\n"), r"'2023-12-2\\x15\\x1b\[2J' is no publication date"
    ),
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
    "a table with ragged rows": _sidecar(
        "file,published\nx.txt\nx.txt,2023-12-25,a,b\n", r"^metadata\.csv:2: 1 cell under 2 columns"
    ),
    "a table with no header": _sidecar("x.txt,2023-12-25\n", r"^metadata\.csv:1: no column 'file'"),
    "a table with an open quote": _sidecar('file,source\n"x.txt,a\nb,c\n', r"^metadata\.csv:2: not CSV"),
    "a table with a cell of 1 MB": _sidecar("file,source\nx.txt," + "a" * 1_000_000, ""),
    "a table with NUL": _sidecar("file,source\nx.txt,\0\n", r"^metadata\.csv:2: a binary file"),
    "a table of a header alone": _sidecar(
        "file,published\n", r"^metadata\.csv:1: no row below the names of the columns"
    ),
    "a table with a column twice": _sidecar(
        "file,source,source\nx.txt,a,b\n", r"^metadata\.csv:1: the column 'source' stands 2 times; the first counts"
    ),
    "a table that climbs out": _sidecar(
        "file\n../../etc/passwd\n", r"^metadata\.csv:2: no file '\.\./\.\./etc/passwd'"
    ),
    "a table with a name of two lines": _sidecar('file\n"a\nb.txt"\n', r"^metadata\.csv:2: no file 'a\\nb\.txt'"),
    "a table of a million empty rows": _sidecar(
        "file\nx.txt\n" + "\n" * 1_000_000 + "y.txt", r"^metadata\.csv:1000003:"
    ),
    "a table that is a folder": Case(_folder("metadata.csv"), r"^metadata\.csv: a folder where a table"),
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


def _zip(members: dict[str, bytes], *, comment: bytes = b"") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        archive.comment = comment
    return data.getvalue()


def _encrypted() -> bytes:
    data = bytearray(_zip({"a.txt": b"x"}))
    for mark, flag in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(mark) + flag] |= 1
    return bytes(data)


def _broken() -> bytes:
    data = bytearray(_zip({"a.txt": b"The ferry sank on Sunday. " * 40}))
    data[45:55] = b"\0" * 10
    return bytes(data)


def _lying() -> bytes:
    """Return an archive whose file claims one byte and unpacks to 20 MB."""
    data = bytearray(_zip({"a.txt": b"a" * 20_000_000}))
    for mark, size in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        at = data.index(mark) + size
        data[at : at + 4] = (1).to_bytes(4, "little")
    return bytes(data)


def _page(body: str, message: str = r"^x\.html: ", head: str = "") -> Case:
    return Case(files(x__html=f"<html><head>{head}</head><body>{body}</body></html>"), message)


def _json(record: str, message: str) -> Case:
    return Case(files(x__json=record), rf"^x\.json: {message}")


_PROSE = "<p>The ferry Aurora sank off Ardol on Sunday, the police of the island said in the evening.</p>" * 3
_ENTITIES = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
)
_NESTED = "<w:tbl><w:tr><w:tc>" * 40 + "%s" + "</w:tc></w:tr></w:tbl>" * 40
_NO_ZIP = r"^x\.zip: not a zip archive that can be read; unpack it into a folder"
_DATED = '<meta property="article:published_time" content="2023-12-25">'

FORMATS: dict[str, Case] = {
    "an empty archive": Case(files(x__zip=_zip({})), ""),
    "an archive with a name twice": Case(
        files(x__zip=_zip({"a.txt": b"x", "b.txt": b"y"}).replace(b"b.txt", b"a.txt")),
        r"^x\.zip/a\.txt: stands in its archive more",
    ),
    "an archive that is none": Case(files(x__zip=b"PK\3\4 nothing"), _NO_ZIP),
    "an archive cut in half": Case(files(x__zip=_zip({"a.txt": b"a" * 1000})[:-30]), _NO_ZIP),
    "an encrypted archive": Case(files(x__zip=_encrypted()), r"^x\.zip/a\.txt: encrypted; unpack it"),
    "an archive with a broken file": Case(files(x__zip=_broken()), r"^x\.zip/a\.txt: broken in its archive"),
    "an archive that lies about sizes": Case(files(x__zip=_lying()), r"^x\.zip/a\.txt: (broken|larger than|no pub)"),
    "a zip bomb": Case(files(x__zip=_zip({f"{at}.txt": b"\0" * 9_000_000 for at in range(23)})), "200,000,000 bytes"),
    "an archive in an archive": Case(
        files(x__zip=_zip({"y.zip": _zip({"a.txt": b"x"})})), r"^x\.zip/y\.zip: an archive"
    ),
    "an archive of 20001 files": Case(
        files(x__zip=_zip({f"{at}.txt": b"" for at in range(20_001)})), r"^x\.zip: unpacks to more than 20,000 files"
    ),
    "an archive that climbs out": Case(files(x__zip=_zip({"../../evil.txt": b"x"})), "or leads out of the archive"),
    "an archive with a root": Case(files(x__zip=_zip({"/etc/passwd.txt": b"x"})), "or leads out of the archive"),
    "an archive with a drive": Case(files(x__zip=_zip({"C:\\evil.txt": b"x"})), "or leads out of the archive"),
    "an archive with a steering name": Case(
        files(x__zip=_zip({"\x1b[2J\n.txt": b"x"})), r"^x\.zip/\\x1b\[2J\\n\.txt: no"
    ),
    "an archive with hidden files": Case(files(x__zip=_zip({"__MACOSX/a.txt": b"x", ".b.txt": b"x"})), ""),
    "a page without an article": _page("", r"^x\.html: a page without an article"),
    "a page of dates in paragraphs": _page(
        _PROSE + "<p><time>2023-12-25</time></p>" * 30_000, r"^x\.html: more than 4,000 paragraphs and lines"
    ),
    "a page of open paragraphs": _page("<p>x" * 1_000_000, r"^x\.html: more than 100,000 paragraphs and lines; save"),
    "a page of marks": _page(
        _PROSE + "<p>" + "<b>a</b> b " * 100_000 + "</p>", r"^x\.html: some 10,000 links and marks", _DATED
    ),
    "a page of crowded paragraphs": _page(
        _PROSE + ("<p>" + "<i>a</i> b " * 4_000) * 60, r"^x\.html: some 10,000 links and marks", _DATED
    ),
    "a page of scripts": _page("<script>alert(1)</script>" * 500, r"^x\.html: a page without an article"),
    "a page 20,000 deep": _page("<div>" * 20_000 + _PROSE + "</div>" * 20_000),
    "a page of open tags": _page("<a <b <c " * 5_000 + _PROSE),
    "a page of entities": _page("&amp;" * 20_000 + "&#9999999999;&#0;&nosuch;" * 500 + _PROSE, "", _DATED),
    "a page with 5,000 attributes": _page("<p " + " ".join(f"a{at}='b'" for at in range(5_000)) + ">x</p>" + _PROSE),
    "a page with an endless comment": _page("<!-- " * 5_000 + _PROSE),
    "a page of bytes": Case(files(x__html=bytes(range(256)) * 40), r"^x\.html:\d+: a binary file"),
    "a page with broken JSON-LD": _page(_PROSE, "", f'<script type="application/ld+json">{{"a": </script>{_DATED}'),
    "a page with deep JSON-LD": _page(
        _PROSE, "", f'<script type="application/ld+json">{"[" * 50_000}</script>{_DATED}'
    ),
    "a page with JSON-LD of blanks": _page(
        _PROSE, "", f'<script type="application/ld+json">{" " * 500_000}x</script>{_DATED}'
    ),
    "a page with an impossible date": _page(_PROSE, r"^x\.html: no publication date", _DATED.replace("12-25", "02-30")),
    "a PDF that is none": Case(files(x__pdf=b"%PDF-1.7 nothing"), r"^x\.pdf: not a PDF that can be read"),
    "a PDF of zeros": Case(files(x__pdf=b"\0" * 10_000), r"^x\.pdf: not a PDF that can be read"),
    "a PDF cut in half": Case(files(x__pdf=documents.pdf([STORY])[:300]), r"^x\.pdf: (a PDF w|not a PDF that can)"),
    "a PDF without text": Case(
        files(x__pdf=documents.pdf([])), r"^x\.pdf: (a PDF without text|not a PDF that can be read)"
    ),
    "a PDF of one word": Case(files(x__pdf=documents.pdf_of([[(50, 700, "a" * 400_000)]])), r"^x\.pdf: no publication"),
    "a PDF of lines at one place": Case(
        files(x__pdf=documents.pdf_of([[(50, 700, "a-"), (300, 700, '."')] * 4_000])), r"^x\.pdf: no publication|signs"
    ),
    "a PDF whose page tree is a ring": Case(
        files(x__pdf=documents.pdf([STORY]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]")),
        r"^x\.pdf: (a PDF without text|not a PDF that can be read)",
    ),
    "a PDF of pages of steps": Case(
        files(x__pdf=documents.pdf_of_one_drawing(b"q Q " * 50_000, pages=400)),
        r"^x\.pdf: more than 1,000,000 steps of drawing; save its article as text, or raise --max-chars",
    ),
    "a PDF of pages of blanks": Case(
        files(x__pdf=documents.pdf_of_one_drawing(b" " * 5_000_000, pages=400)),
        r"^x\.pdf: more than 20,000,000 bytes of drawing; save its article as text, or raise --max-chars",
    ),
    "a PDF of pages of words": Case(
        files(x__pdf=documents.pdf_of_one_drawing(b"BT /F1 9 Tf (" + b"sank " * 20_000 + b") Tj ET", pages=400)),
        r"^x\.pdf: longer than the limit of 500,000 characters; split it or raise --max-chars",
    ),
    "a DOCX that is none": Case(files(x__docx=b"PK\3\4"), r"^x\.docx: not a DOCX file that can be read"),
    "a DOCX that is another archive": Case(files(x__docx=_zip({"a.txt": b"x"})), r"^x\.docx: not a DOCX file that can"),
    "a DOCX of a million paragraphs": Case(
        files(x__docx=_zip({"word/document.xml": b"<w:p/>" * 6_000_000})), r"^x\.docx: its text unpacks to more than"
    ),
    "a DOCX of tables in tables": Case(
        files(x__docx=documents.docx_of(_NESTED % ("<w:tbl><w:tr>" + "<w:tc/>" * 1_000_000 + "</w:tr></w:tbl>"))),
        r"^x\.docx: an empty file",
    ),
    "a DOCX bomb": Case(
        files(x__docx=_zip({f"{at}.xml": b"\0" * 9_000_000 for at in range(23)})), r"^x\.docx: unpacks to more than"
    ),
    "JSON that is none": Case(files(x__json="{'a': 1}"), r"^x\.json:1: not JSON"),
    "JSON cut in half": Case(files(x__json='[{"text": "a",\n'), r"^x\.json:2: not JSON"),
    "JSON nested for ever": Case(files(x__json="[" * 100_000), r"^x\.json: JSON that is nested too deeply; save it"),
    "JSON with a number of 100 kB": Case(
        files(x__json="[" + "1" * 100_000 + "]"), r"^x\.json: JSON with a number that is too long; wr"
    ),
    "JSON that is a word": Case(files(x__json='"hello"'), r"^x\.json: no object and no list"),
    "JSON of other things": Case(
        files(x__json='[1, null, [], {"text": 7.5}, {"text": " "}]'), r"record 5: a record wit"
    ),
    "JSON with half a character": Case(
        files(x__json='{"text": "It sank \\ud800 on Sunday.", "date": "2023-12-25", "id": "\\udfff"}'), ""
    ),
    "JSON with a date in figures": Case(
        files(x__json='{"text": "It sank.", "date": 20231225}'), "'20231225' is no publication date"
    ),
    "JSON lines of all kinds": Case(files(x__jsonl='{"text": "a"\n\n[]\nnull\n{}\n'), r"^x\.jsonl:1: not JSON"),
    "records with one name": Case(
        files(x__jsonl='{"id": "a", "text": "It sank.", "date": "2023-12-25"}\n' * 2),
        r"^x\.jsonl:2: a second article 'x#a', called 'x#a-2'",
    ),
    "records that climb out": Case(files(x__jsonl='{"id": "../../a", "text": "It sank.", "date": "2023-12-25"}\n'), ""),
    "CSV with ragged rows": Case(files(x__csv="text,date\na\nb,2023-12-25,c\n"), r"^x\.csv:2: 1 cells under 2 columns"),
    "JSON with a number as its text": _json('{"text": 7, "date": "2023-12-25"}', "its 'text' is a number, not words"),
    "JSON with a list as its text": _json('{"text": ["a", "b"]}', "its 'text' is a list, not words; write it as one"),
    "JSON with an object as its date": _json('{"text": "It sank.", "date": {}}', r"'\(an object\)' is no publication"),
    "JSON with yes as its date": _json('{"text": "It sank.", "date": true}', r"'\(yes or no\)' is no publication date"),
    "JSON with an object as its link": _json(
        '{"text": "It sank.", "date": "2023-12-25", "url": {"a": 1}}',
        "its 'url' is an object, not words, and is passed",
    ),
    "JSON that is an empty list": _json("[]", "no record in it; put the articles in it, or remove it"),
    "JSON without articles": _json('{"articles": []}', "no record in it"),
    "JSON lines without a line": Case(files(x__jsonl="\n\n"), r"^x\.jsonl: no record in it"),
    "Parquet without a row": Case(files(x__parquet=documents.table([])), r"^x\.parquet: (no record|no column)"),
    "CSV of a header alone": Case(files(x__csv="text,date\n"), r"^x\.csv: no record in it"),
    "CSV with a column twice": Case(
        files(x__csv="text,date,date\nIt sank.,2023-12-25,2023-12-26\n"),
        r"^x\.csv:1: the column 'date' stands 2 times; the first counts; rename or remove",
    ),
    "CSV without a text": Case(files(x__csv="a,b\n1,2\n"), r"^x\.csv:1: no column 'text'"),
    "CSV with an open quote": Case(files(x__csv='text,date\n"a,b\nc\n'), r"^x\.csv:2: not CSV"),
    "CSV with formulas": Case(files(x__csv="text,date,title\n=cmd() sank on Sunday.,2023-12-25,=1+1\n"), ""),
    "an entity bomb": Case(files(x__xml=f"{_ENTITIES}]><rss><item>&j;</item></rss>"), "XML with entities of its own"),
    "an entity that reads a file": Case(
        files(x__xml='<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><rss><item>&b;</item></rss>'),
        r"^x\.xml: XML with entities of its own",
    ),
    "XML that is none": Case(files(x__xml="<rss><item>"), r"^x\.xml:1: not well-formed XML"),
    "XML nested for ever": Case(files(x__xml="<a>" * 50_000 + "</a>" * 50_000), r"^x\.xml: XML without an <item>"),
    "XML of another kind": Case(files(x__xml="<svg></svg>"), r"^x\.xml: XML without an <item> or an <entry>"),
    "a feed without texts": Case(files(x__rss=documents.feed([("Mon, 25 Dec 2023", "")])), "an item without a text"),
    "a feed without dates": Case(files(x__rss=documents.feed([("soon", STORY)])), "'soon' is no publication date"),
    "a text in another language": _text(
        HEAD + "Das Schiff ist am Sonntag vor der Küste gesunken und nicht mehr da. " * 9,
        r"^x\.txt: its language is 'de'",
    ),
}
