"""The ladder from what is known about an article to the day it was published, and how that is known.

What the reader says stands above what the file says of itself, that above the file's name, a date at the head of the
text, the name of its folder and the date in a photo's caption (:class:`timeline.model.Basis` has the order). Here a
day is never guessed: not from the file's time, nor from a copyright line, nor from the date of an update. Only dates
that name day, month and year count; the day is the local one, as written.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from timeline.model import Basis, Span

_YEARS = range(1600, 3000)  # from the first newspapers on; the reckoning of times needs room on both sides
_HEAD_LINES = 5  # a date at the head stands in one of the first lines
_HEAD_CHARS = 2000  # and a dateline that a web page's layout ran together, within the first screen

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_ISO = r"\d{4}-\d{2}-\d{2}(?!\d)"
_WORDED = (
    rf"(?:{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?[ ]{_MONTH},?[ ]\d{{4}})(?!\d)"
)
FULL_DAY = rf"(?:{_ISO}|{_WORDED})"
MONTH = _MONTH
# "20 June 11 16:14 GMT": two figures are a year only before a time and its zone
_SHORT = rf"\d{{1,2}}[ ]{_MONTH}[ ]\d{{2}}(?=[ ]\d{{1,2}}:\d{{2}}[ ](?:GMT|UTC))"
_CLOCK = (
    r"(?:(?:T|,?[ ](?:at[ ])?)\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?"
    r"(?:[ ]?(?:Z\b|[+-]\d{2}:?\d{2}|[A-Z]{2,5}\b))?)?"
)
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?[ ])?"
_EARLIER = (
    r"(?:\d{1,2}[:.]\d{2}(?:[ ]?[AaPp]\.?[Mm]\b\.?)?(?:[ ][A-Z]{2,4})?,?[ ](?:on[ ])?)?"  # a time before its date
)
_DATE = rf"{_EARLIER}{_WEEKDAY}(?P<day>{_ISO}|{_WORDED}|{_SHORT}){_CLOCK}"
_LABEL = (
    r"(?P<label>(?i:(?:date|(?:first )?published|publication date|posted|issued|created)(?: on| at)?:?[*_]{0,2}[ ]+))?"
)
_AGENCY = r"(?:AP|Reuters|REUTERS|AFP|CNN|BBC(?: News)?|UPI|dpa|DPA|EFE|Xinhua|Bloomberg(?: News)?|ANSA|PTI|TASS|Kyodo)"
_NAME = r"[A-Z][\w.'’-]{0,30}"
_PLACE = rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|{_MONTH}[ ]){_NAME}"
_CAPITALS = r"[A-Z][A-Z.'’/-]{1,30}(?:[ ][A-Z][A-Z.'’/-]{1,30}){0,3}"
_REGION = rf"(?:,[ ]{_NAME}(?:[ ]{_NAME}){{0,2}})?"
_DASH = r"(?:--?|–|—)"

_IN_NAME = re.compile(
    r"(?<![0-9A-Za-z])(?:([0-9]{4})([-_./])([0-9]{2})\2([0-9]{2})|((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2}))(?![0-9A-Za-z])"
)
_LADDER = {basis: step for step, basis in enumerate(Basis)}
_FIND_DAY = re.compile(rf"(?<![\w-])(?:{_ISO}|{_WORDED})")
_WHOLE = re.compile(rf"{_LABEL}{_DATE}", re.ASCII)
_CHANGE_TOO = (  # a change with a date of its own, behind the publication
    r"[ ]{0,3}[|•·(/,;]?[ ]{0,3}(?:and[ ])?(?i:(?:last )?(?:updated|modified)(?: on)?):?[ ]{1,3}"
    rf"{_EARLIER}{_WEEKDAY}(?:{FULL_DAY}|{_MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{_MONTH})[^\n]{{0,30}}$"
)
_AT_HEAD = re.compile(
    rf"[*_•·]{{0,3}}[ ]?{_LABEL}{_DATE}"
    rf"(?P<rule>{_CHANGE_TOO}|[ ]*(?:[|•·:]|{_DASH}(?=[ ])|/(?=[ ]\d))[ ]*|[*_)]{{0,3}}[ ]*$|[ ]+)"
)
_OTHER_DATE = _DATE.replace("<day>", "<other>")  # a pattern may name a group once
_DATELINE_DAY = rf"(?:,?[ ](?:{_DATE}|{_MONTH}[ ]\d{{1,2}}))?"
_FIGURES = re.compile(rf"{_ISO}|\d[:.]\d\d")  # no sentence opens with a date in figures or with a time of day
_PIPED = re.compile(rf"(?:{_CAPITALS}{_REGION}(?:,[ ]{_MONTH}[ ]\d{{1,2}})?[ ]\|[ ]{_DATE}|{_OTHER_DATE}[ ]\|)[ ]*")
_DATELINES = (
    # "CAIRO, Jan. 25, 2011 (AP) - " opens a line; "Cairo, Egypt (CNN) -- " may follow a headline without a break
    re.compile(rf"^{_CAPITALS}{_REGION}{_DATELINE_DAY}[ ]\([A-Z][\w .&/-]{{1,30}}\)[ ]{_DASH}[ ]", re.MULTILINE),
    re.compile(rf"^{_CAPITALS}{_REGION}{_DATELINE_DAY}[ ](?:–|—|--)[ ]", re.MULTILINE),
    re.compile(rf"(?<![\w(-])(?:(?:{_CAPITALS}|{_PLACE}){_REGION}{_DATELINE_DAY}[ ])?\({_AGENCY}\)[ ]{_DASH}[ ]"),
)
_BYLINE = re.compile(
    rf"(?:(?<=\|[ ])|^)By (?:the {_AGENCY} (?:Wire )?[Ss]taff\b"
    rf"|{_NAME}(?:[ ]{_NAME}){{1,3}}(?: and {_NAME}(?:[ ]{_NAME}){{1,3}})?, {_AGENCY}\b)[ ]?",
    re.MULTILINE,
)
_CREDIT = re.compile(
    rf"(?:{_NAME}(?:[ ]{_NAME}){{0,3}}[ ]?/[ ]?[A-Z][\w.& ]{{1,40}}"
    r"|\((?:[A-Z][\w ]{0,30} )?[Pp]hoto[^()]{0,80}\)|[Pp]hoto(?:graph)?(?: by|:) [^.]{2,80}"
    r"|(?:AP|AFP|Reuters|REUTERS|Getty Images|EPA)(?: [Pp]hoto)?)[.)]?$"
)
# what a date belongs to that is not the publication's
_CHANGE = re.compile(r"(?i:\b(?:updated|modified|revised|changed|edited|copyright)\b|©|\(c\))[^.\n]{0,20}\Z")
_CHANGED = re.compile(r"\s{0,3}[|(]\s{0,3}(?i:last )?(?i:updated|modified|revised)\b")
_LABEL_LINE = 30  # characters of a line that says what the date below it is
_OLD = re.compile(
    r"(?i:copyright|\bupdated\b|\bmodified\b|\bfile (?:photo|picture|image)|\barchive|\bsaid\b|\breport(?:ed|s)\b)"
    r"|©|\bFILE\b"
)
_ALSO = re.compile(rf"(?i:\b(?:first )?(?:published|posted|issued)(?: on| at)?:?)[ ]+{_DATE}")
# who wrote it, or a short line, and behind a bar the day
_SIGNED = re.compile(
    rf"(?:(?P<by>By[ ]){_PLACE}(?:[ ](?:and|of|{_NAME})){{0,8}}(?:,[ ][^\n|,.]{{1,40}})?(?:[ ]?[|•·–—-]|,)"
    rf"|(?!Read|Related|See|More){_PLACE}(?:[ ]{_NAME}){{0,3}}[ ](?P<bar>[|•·]))[ ]{_DATE}[ ]*$"
)
# what stands before and behind such words where they are no part of a sentence
_ALSO_BEFORE = re.compile(
    r"(?:\A|[|•·;(/*_\u2013\u2014-]|(?i:\bupdated\b).{0,60}[,.]|(?i:\bthis (?:article|story|page|report|post|piece))"
    r"(?: was| is| has been)?(?: originally| first)?)\s{0,3}\Z"
)
_ALSO_BEHIND = re.compile(
    r"\s{0,3}(?:[.)*_]{0,3}\s{0,3}\Z|[|•·;(/\u2013\u2014-]"
    r"|[.,]?\s{0,3}(?i:(?:and |last )?(?:updated|modified)\b|by |in |on |(?:at )?\d{1,2}[ ]?[:.]))"
)
_CREDIT_REACH = 160  # the credit ends the line, at most this far behind the date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A publication day, where it came from, and the characters that say it (None outside the text)."""

    day: date
    basis: Basis
    span: Span | None = None


def parse_day(words: str) -> date | None:
    """Read a full date, alone or with a weekday and a time of day; None where the words are no such date.

    Day and month in figures with slashes are refused: readers differ on their order.

    >>> parse_day("Wed., Dec. 27, 2023 11:20 am EST"), parse_day("27/12/2023")
    (datetime.date(2023, 12, 27), None)
    """
    match = _WHOLE.fullmatch(" ".join(words.split()))
    return _to_day(match["day"]) if match else None


def publication(text: str, *stated: Dated, name: str = "") -> Dated | None:
    r"""Return the publication day from the highest step of the ladder that has one, or None.

    Args:
        text: the article.
        stated: what is said of the article beside its text.
        name: the path of its file, which may hold a date.

    >>> publication("Published: 27 December 2023\n\nThe ferry sank.").basis
    <Basis.DATELINE: 'dateline'>
    """
    if stated:
        return min(stated, key=lambda dated: _LADDER[dated.basis])
    return next(_unstated(text, name), None) or caption_date(text)


def disagreeing(text: str, counted: Dated, name: str = "") -> tuple[Dated, ...]:
    r"""Return the days that a file's name, its dateline and its folder's name give beside the one that counts.

    >>> [str(one.day) for one in disagreeing("2023-12-27\n\nIt sank.", name_date("2023-12-25.txt"), "2023-12-25.txt")]
    ['2023-12-27']
    """
    found = tuple(_unstated(text, name))
    return (
        tuple(one for one in found if one.day != counted.day) if counted.basis in {one.basis for one in found} else ()
    )


def _unstated(text: str, name: str) -> Iterator[Dated]:
    """Yield what says when an article was published where nobody states it, the surest first."""
    paths = _path_dates(name)
    yield from (dated for dated in paths if dated.basis is Basis.FILE_NAME)
    if head := head_date(text):
        yield head
    yield from (dated for dated in paths if dated.basis is Basis.FOLDER)


def name_date(name: str) -> Dated | None:
    """Return the one day in the name of a file, else the one in the folders above it, or None.

    >>> name_date("herald/2023-12-27-ferry.html").day, name_date("2023/12/27/a.html").basis.value, name_date("f-2023")
    (datetime.date(2023, 12, 27), 'folder name', None)
    """
    return next(iter(_path_dates(name)), None)


def _path_dates(name: str) -> list[Dated]:
    """Return the one day that a file's own name has and the one that its folders have, where there are such."""
    own = name.rfind("/") + 1
    days: dict[Basis, set[date]] = {Basis.FILE_NAME: set(), Basis.FOLDER: set()}
    for match in _IN_NAME.finditer(name):
        day = _to_day("-".join(part for part in match.groups() if part and part.isdigit()))
        if day:
            days[Basis.FILE_NAME if match.end() > own else Basis.FOLDER].add(day)
    return [Dated(day=min(found), basis=basis) for basis, found in days.items() if len(found) == 1]


def head_date(text: str) -> Dated | None:
    """Return the date at the head of a text or in its dateline, or None."""
    return next(head_dates(text), None)


def head_dates(text: str) -> Iterator[Dated]:
    r"""Yield every date at the head of a text, the one that counts first.

    >>> [str(one.day) for one in head_dates("3 May 2024\n\nIt sank\n\n25 December 2023\n\nA ferry sank.")]
    ['2024-05-03', '2023-12-25']
    """
    yield from (Dated(day=day, basis=Basis.DATELINE, span=span) for span, day in _heads(text) if day)


def caption_date(text: str) -> Dated | None:
    """Return the latest date in a line that ends with a photo credit, or None.

    >>> caption_date("Goats on a roof in Ardol, on Dec. 26, 2023. Ada Rhee/Newsfoto").day
    datetime.date(2023, 12, 26)
    """
    dated = [
        Dated(day=day, basis=Basis.CAPTION, span=Span(*match.span()))
        for line in _lines(text)
        if _OLD.search(text, *line) is None
        for match in _FIND_DAY.finditer(text, *line)
        if (day := _to_day(match.group())) and is_credited(text, match.end(), line.end)
    ]
    return max(dated, key=lambda found: found.day, default=None)


def head_spans(text: str) -> tuple[Span, ...]:
    """Return the dates, datelines and bylines at the head of a text, which are no part of its story.

    >>> head = "CAIRO, Jan. 25, 2011 (AP) - Crowds met."
    >>> [head[: span.end] for span in head_spans(head)]
    ['CAIRO, Jan. 25, 2011 (AP) - ']
    """
    return tuple(span for span, _ in _heads(text))


def _heads(text: str) -> Iterator[tuple[Span, date | None]]:
    """Yield the spans of the head that are metadata, in order and apart, with the day each names."""
    found = [*_head_lines(text), *_run_together(text)]
    found += [(Span(*match.span()), None) for match in _BYLINE.finditer(text, 0, _HEAD_CHARS)]
    joined: list[tuple[Span, date | None]] = []
    for span, day in sorted(found, key=lambda head: (head[0].start, -head[0].end)):
        before, known = joined[-1] if joined else (Span(-1, -1), None)
        if span.start <= before.end:
            joined[-1] = Span(before.start, max(before.end, span.end)), known or day
        else:
            joined.append((span, day))
    yield from joined


def _head_lines(text: str) -> Iterator[tuple[Span, date | None]]:
    filled = (line for line in _lines(text, _HEAD_CHARS) if text[line.start : line.end].strip())
    for number, line in zip(range(_HEAD_LINES), filled, strict=False):
        match = _AT_HEAD.match(text, *line)
        also = _also(text, line) if match is None and line.end - line.start <= _CREDIT_REACH else None
        if also is not None and (told := _to_day(also["day"])):
            yield Span(*also.span()), told
        signed = _SIGNED.match(text, *line) if match is also is None else None
        if signed is not None and (told := _to_day(signed["day"])):
            span = Span(*line) if signed["by"] else Span(signed.start("bar"), line.end)
            yield span, None if _is_of_change(text, signed) else told
        if match is None or not (day := _to_day(match["day"])):
            continue
        alone = match.end() == line.end
        marked = match["label"] or match["rule"].strip() or _FIGURES.search(match.group())
        if alone or (marked and number == 0) or (match["label"] or match["rule"].strip() in {"|", "/"}):
            yield Span(*match.span()), None if _is_of_change(text, match) else day


def _also(text: str, line: Span) -> re.Match[str] | None:
    """Return where a line says after other words when its article was published, and not when something else was."""
    found = _ALSO.search(text, *line)
    if found is None or not _ALSO_BEHIND.match(text[found.end() : line.end]):
        return None
    before = text[line.start : found.start()]
    return found if found.group()[0].isupper() or _ALSO_BEFORE.search(before) else None


def _is_of_change(text: str, match: re.Match[str]) -> bool:
    """Say whether the words before a date, or behind it, say that it is the day of a change or of a copyright."""
    at = max(match.start(name) for name in ("day", "other") if name in match.re.groupindex)
    before = text[max(0, at - 2 * _LABEL_LINE) : at].rstrip()
    label = before.rpartition("\n")[2]
    return len(label) <= _LABEL_LINE * 2 and bool(_CHANGE.search(label) or _CHANGED.match(text, match.end() - 3))


def _run_together(text: str) -> Iterator[tuple[Span, date | None]]:
    for pattern in (_PIPED, *_DATELINES):
        match = pattern.search(text, 0, _HEAD_CHARS)
        if match:
            groups = match.groupdict()
            words = groups.get("day") or groups.get("other")
            yield Span(*match.span()), _to_day(words) if words and not _is_of_change(text, match) else None


def _lines(text: str, end: int | None = None) -> Iterator[Span]:
    """Yield the span of each line without its break, and without white space around it."""
    for match in re.finditer(r"[^\n]+", text[:end]):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        yield Span(start, max(start, match.start() + len(line.rstrip())))


def is_credited(text: str, start: int, end: int) -> bool:
    """Say whether a line that ends in ``end`` closes with a photo credit, not far behind ``start``.

    >>> is_credited("Goats on a roof, Dec. 26. Ada Rhee/Newsfoto", 24, 43)
    True
    """
    return end - start <= _CREDIT_REACH and bool(_CREDIT.search(text, start, end))


def _to_day(words: str) -> date | None:
    """Read a date in one of the forms above; None where the calendar has no such day, or no article can be of it."""
    day = _calendar_day(words)
    return day if day and day.year in _YEARS else None


def _calendar_day(words: str) -> date | None:
    try:
        if words[:4].isdigit() and words[4] == "-":
            return date.fromisoformat(words[:10])
        parts = words.replace(",", " ").replace(".", " ").split()
        day, month = parts[:2] if parts[0][0].isdigit() else (parts[1], parts[0])
        year = int(parts[2])
        if len(parts[2]) == 2:
            year += 2000 if year < 69 else 1900  # as POSIX has it
        return date(year, _MONTHS.index(month[:3].lower()) + 1, int(day.rstrip("stndrh")))
    except ValueError:
        return None
