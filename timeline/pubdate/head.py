"""What stands at the head of a text: dates, datelines and bylines, which are no part of its story."""

import re
from collections.abc import Iterator
from datetime import date

from timeline.model import Basis, Span
from timeline.pubdate.dated import Dated
from timeline.pubdate.forms import DATE, EARLIER, FULL_DAY, ISO, LABEL, MONTH, NAME, WEEKDAY, lines, to_day

_HEAD_LINES = 5  # a date at the head stands in one of the first lines
_HEAD_CHARS = 2000  # and a dateline that a web page's layout ran together, within the first screen
_ALSO_LINE = 160  # characters of a line that says among other things when the article was published
_LABEL_LINE = 30  # characters of a line that says what the date below it is

_AGENCY = r"(?:AP|Reuters|REUTERS|AFP|CNN|BBC(?: News)?|UPI|dpa|DPA|EFE|Xinhua|Bloomberg(?: News)?|ANSA|PTI|TASS|Kyodo)"
_PLACE = rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|{MONTH}[ ]){NAME}"
_CAPITALS = r"[A-Z][A-Z.'’/-]{1,30}(?:[ ][A-Z][A-Z.'’/-]{1,30}){0,3}"
_REGION = rf"(?:,[ ]{NAME}(?:[ ]{NAME}){{0,2}})?"
_DASH = r"(?:--?|–|—)"

_CHANGE_TOO = (  # a change with a date of its own, behind the publication
    r"[ ]{0,3}[|•·(/,;]?[ ]{0,3}(?:and[ ])?(?i:(?:last )?(?:updated|modified)(?: on)?):?[ ]{1,3}"
    rf"{EARLIER}{WEEKDAY}(?:{FULL_DAY}|{MONTH}[ ]\d{{1,2}}|\d{{1,2}}[ ]{MONTH})[^\n]{{0,30}}$"
)
_AT_HEAD = re.compile(
    rf"[*_•·]{{0,3}}[ ]?{LABEL}{DATE}"
    rf"(?P<rule>{_CHANGE_TOO}|[ ]*(?:[|•·:]|{_DASH}(?=[ ])|/(?=[ ]\d))[ ]*|[*_)]{{0,3}}[ ]*$|[ ]+)"
)
_OTHER_DATE = DATE.replace("<day>", "<other>")  # a pattern may name a group once
_DATELINE_DAY = rf"(?:,?[ ](?:{DATE}|{MONTH}[ ]\d{{1,2}}))?"
_FIGURES = re.compile(rf"{ISO}|\d[:.]\d\d")  # no sentence opens with a date in figures or with a time of day
_PIPED = re.compile(rf"(?:{_CAPITALS}{_REGION}(?:,[ ]{MONTH}[ ]\d{{1,2}})?[ ]\|[ ]{DATE}|{_OTHER_DATE}[ ]\|)[ ]*")
_DATELINES = (
    # "CAIRO, Jan. 25, 2011 (AP) - " opens a line; "Cairo, Egypt (CNN) -- " may follow a headline without a break
    re.compile(rf"^{_CAPITALS}{_REGION}{_DATELINE_DAY}[ ]\([A-Z][\w .&/-]{{1,30}}\)[ ]{_DASH}[ ]", re.MULTILINE),
    re.compile(rf"^{_CAPITALS}{_REGION}{_DATELINE_DAY}[ ](?:–|—|--)[ ]", re.MULTILINE),
    re.compile(rf"(?<![\w(-])(?:(?:{_CAPITALS}|{_PLACE}){_REGION}{_DATELINE_DAY}[ ])?\({_AGENCY}\)[ ]{_DASH}[ ]"),
)
_BYLINE = re.compile(
    rf"(?:(?<=\|[ ])|^)By (?:the {_AGENCY} (?:Wire )?[Ss]taff\b"
    rf"|{NAME}(?:[ ]{NAME}){{1,3}}(?: and {NAME}(?:[ ]{NAME}){{1,3}})?, {_AGENCY}\b)[ ]?",
    re.MULTILINE,
)
# what a date belongs to that is not the publication's
_CHANGE = re.compile(r"(?i:\b(?:updated|modified|revised|changed|edited|copyright)\b|©|\(c\))[^.\n]{0,20}\Z")
_CHANGED = re.compile(r"\s{0,3}[|(]\s{0,3}(?i:last )?(?i:updated|modified|revised)\b")
_ALSO = re.compile(rf"(?i:\b(?:first )?(?:published|posted|issued)(?: on| at)?:?)[ ]+{DATE}")
# who wrote it, or a short line, and behind a bar the day
_SIGNED = re.compile(
    rf"(?:(?P<by>By[ ]){_PLACE}(?:[ ](?:and|of|{NAME})){{0,8}}(?:,[ ][^\n|,.]{{1,40}})?(?:[ ]?[|•·–—-]|,)"
    rf"|(?!Read|Related|See|More){_PLACE}(?:[ ]{NAME}){{0,3}}[ ](?P<bar>[|•·]))[ ]{DATE}[ ]*$"
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


def head_date(text: str) -> Dated | None:
    """Return the date at the head of a text or in its dateline, or None."""
    return next(head_dates(text), None)


def head_dates(text: str) -> Iterator[Dated]:
    r"""Yield every date at the head of a text, the one that counts first.

    >>> [str(one.day) for one in head_dates("3 May 2024\n\nIt sank\n\n25 December 2023\n\nA ferry sank.")]
    ['2024-05-03', '2023-12-25']
    """
    yield from (Dated(day=day, basis=Basis.DATELINE, span=span) for span, day in _heads(text) if day)


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
    filled = (line for line in lines(text, _HEAD_CHARS) if text[line.start : line.end].strip())
    for number, line in zip(range(_HEAD_LINES), filled, strict=False):
        match = _AT_HEAD.match(text, *line)
        also = _also(text, line) if match is None and line.end - line.start <= _ALSO_LINE else None
        if also is not None and (told := to_day(also["day"])):
            yield Span(*also.span()), told
        signed = _SIGNED.match(text, *line) if match is also is None else None
        if signed is not None and (told := to_day(signed["day"])):
            span = Span(*line) if signed["by"] else Span(signed.start("bar"), line.end)
            yield span, None if _is_of_change(text, signed) else told
        if match is None or not (day := to_day(match["day"])):
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
            yield Span(*match.span()), to_day(words) if words and not _is_of_change(text, match) else None
