"""Readers' comments below the article of a saved page: where they begin, known by the stamps that head them.

Each comment is headed by a full date and a time. A live blog or a list of events has such stamps too, so they count as
comments only below a text of some length, and only where a heading says so, where names stand before the stamps, or
where the later stands above the earlier.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.model import Span
from timeline.pubdate import parse_day

_BEFORE = 1000  # characters of the article; a live blog has its stamps sooner
_HEADING_BEFORE = 200  # under a heading that says it
_NAME_WORDS = 4
_NAME_CHARS = 40
_STAMPS = 2  # one alone, without a heading, may be anything

_MONTH = r"[A-Z][a-z]{2,8}\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = rf"(?:\d{{4}}-\d{{2}}-\d{{2}}|{_NTH} {_MONTH},? \d{{4}}|{_MONTH} {_NTH},? \d{{4}})"
_STAMP = re.compile(
    r"(?P<name>[Pp]osted by (?:[^\s,|:]{1,20} ){1,4}(?:on|at) |(?:[^\s,|:]{1,20} ){1,4}(?:says:|wrote:|\||-) )?"
    rf"(?P<day>{_DAY})(?:,? at|,| -| –| \|)? (?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?::\d{{2}})?"
    r"(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
# "At 9:10 am on 5 Mar 2024, sailor12 wrote:"
_AT = re.compile(
    r"[Aa]t (?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)?(?: on)? "
    rf"(?P<day>{_DAY}), (?P<name>(?:[^\s,|:]{{1,40}} ){{1,4}})(?:wrote|said|says):"
)
# "Ada, Lund 5 March 2024 at 9:10 am | Sad!", as blogs write it, with the end of the comment before in the same line
_BARRED = re.compile(
    rf"(?P<name>)(?P<day>{_DAY}) at (?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?: ?(?P<half>[AaPp])\.?[Mm]\b\.?)? \|"
)
_HEADING = re.compile(
    r"(?:(?:\d{1,5}|all|add|leave|post|view|read(?:er)?s?|user|your|the|latest|recent)['’]? )?(?:an? |your |all )?"
    r"(?:comments?|responses?|replies|have your say|join the (?:discussion|conversation))"
    r"(?: ?\(\d{1,5}\)| to .{1,120}| on this (?:story|article)| so far)?[:.]?",
    re.IGNORECASE,
)


class _Stamp(NamedTuple):
    line: int
    moment: tuple[int, int]
    named: bool


def before_comments(text: str, lines: Sequence[Span]) -> int:
    r"""Return the number of lines before the comments; that of all lines where there are none.

    >>> page = ["The ferry sank. " * 70, "5 March 2024 - 9:10 Sad!", "5 March 2024 - 8:15 Who knew?"]
    >>> text, at = "\n".join(page), [0, 1121, 1146, 1175]
    >>> before_comments(text, [Span(*ends) for ends in pairwise(at)])
    1
    """
    words = [" ".join(line.of(text).split()) for line in lines]
    heading = next((at for at, line in enumerate(words) if _HEADING.fullmatch(line)), None)
    stamps = [stamp for at, line in enumerate(words) if (stamp := _stamp(words, at, line))]
    below = [stamp for stamp in stamps if heading is not None and stamp.line > heading]
    if heading is not None and len(below) == len(stamps) > 0 and lines[heading].start >= _HEADING_BEFORE:
        return heading
    if len(stamps) < _STAMPS or lines[stamps[0].line].start < _BEFORE or not _are_comments(stamps):
        return len(lines)
    first = stamps[0].line
    return first - 1 if _is_name(words[first - 1]) else first


def _are_comments(stamps: list[_Stamp]) -> bool:
    moments = [stamp.moment for stamp in stamps]
    falls = all(one >= other for one, other in pairwise(moments)) and moments[0] > moments[-1]
    return falls or 2 * sum(stamp.named for stamp in stamps) > len(stamps)


def _stamp(words: list[str], at: int, line: str) -> _Stamp | None:
    barred = _BARRED.search(line)
    match = barred or _STAMP.match(line) or _AT.match(line)
    day = parse_day(match["day"]) if match else None
    if match is None or day is None:
        return None
    hour = int(match["hour"]) % 12 + 12 * (match["half"] in "Pp") if match["half"] else int(match["hour"])
    named = barred is not None or bool(match["name"]) or (at > 0 and _is_name(words[at - 1]))
    return _Stamp(at, (day.toordinal(), 60 * hour + int(match["minute"])), named)


def _is_name(line: str) -> bool:
    """Say whether a line may name who writes below it."""
    bare = re.sub(r" (?:says|said|wrote):?$", "", line)
    return 0 < len(bare) <= _NAME_CHARS and bare.count(" ") < _NAME_WORDS and bare[-1] not in '.!?:;,"”’'
