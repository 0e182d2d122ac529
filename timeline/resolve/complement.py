"""Times that date the event of another clause: "a week after Biden spoke", "one day before they meet"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.direction import Direction, direction
from timeline.grammar import load
from timeline.interval import Interval
from timeline.resolve.meaning import Meaning
from timeline.resolve.units import amount_words, moved, read_unit, unit_at
from timeline.wordlists import words

_AFTER = re.compile(r"\s+(after|before)\s+(?=\S)")
# the end of the clause: no stop behind an initial or a title ("Mr. Lopez")
_STOP = re.compile(
    r"[;:!?\n]|,\s|(?<![A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b(?:Sen|Gov|Gen|Rep))\.(?=\s|$)"
)
_STOPS = re.compile(
    r"[;:!?]\s|\n|(?<![A-Z])(?<!\bM[rs])(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\b(?:Sen|Gov|Gen|Rep|Dec|Nov))\.\s"
)
# the clause speaks of what was told before it: "the visit comes a week after", "the talks came days before"
_COMES = re.compile(r"\b(comes?|came|follow(?:s|ed)?|coming)(?: (?:just|only|about|some|nearly|almost|more than))? $")
_COMING = 40  # characters
# days: half of a unit, which "more than a week" goes beyond it
_HALVES = {"W": 3, "M": 15, "Q": 45, "Y": 182}
_OPENERS = frozenset({"after", "before", "when", "once", "because", "although"})
_REACH = 200  # characters
_WORD = re.compile(r"[^\W\d_]+")


def complement(
    text: str, start: int, end: int, some: Meaning, last: Interval | None, published: date | None
) -> Meaning | None:
    """Return the date of the clause that "after" or "before" opens, or None where there is none.

    The event of the main clause is dated by ``last``, the time told before it in its sentence, or the publication
    date; the event of the complement lies the amount away from it, at the grain of the unit.
    """
    match = _AFTER.match(text, end)
    lasted = text[max(0, start - 4) : start].lower() == "for "  # "held for ten days before he was freed"
    if match is None or lasted or isinstance(some.count, str) or not _has_clause(text, match.end()):
        return None
    today = _is_of_today(text, start)
    base = None if today else last
    comes = _COMES.search(text, max(0, start - _COMING), start)
    if comes and comes[1] in {"came", "followed"} and (base is None or (published and base.start > published)):
        return None  # "his fall came weeks after": the day of the fall is not told
    if comes and base and published and base.start > published and not _is_awaited(text[:start]):
        base = None  # "bids are due on May 3. The offer comes a week after ...": it has come
    today = today or comes is not None
    if base is None and match[1] == "before" and _is_past(text, match.end()):
        return None  # "they wed a week before he died": neither day is told
    if base is None and comes is None and _is_subordinate(text, start):
        return None
    if base is None and published is not None and (today or direction(text, start, end) is not Direction.FUTURE):
        base = Interval.day(published)
    _each, letter, clock = read_unit(some.unit)
    if base is None or clock or letter == "L" or base.days > 31:
        return None
    sign = -1 if match[1] == "after" else 1
    over = _HALVES.get(letter, 0) if some.mod == "MORE_THAN" else 0
    found = _away(base, letter, int(some.count) * _each, sign, over=over)
    word = "before" if sign < 0 else "after"
    return replace(
        some,
        interval=found,
        anchor=f"the clause's own time, {base.edtf()}",
        reason=f"{amount_words(some.value)} {word} the event of the main clause",
    )


def told_beside(text: str, one: int, other: int) -> bool:
    """Say whether no stop stands between two places, or the second goes on from the first ("the visit *comes* ...")."""
    return _STOPS.search(text, one, other) is None or _COMES.search(text, max(0, other - _COMING), other) is not None


def _is_awaited(left: str) -> bool:
    """Say whether the clause that words end in tells of what is held on a day laid down ("the visit comes")."""
    clause = _STOPS.split(left[-_REACH:])[-1].lower()
    return not words("nouns", "appointment").isdisjoint(_WORD.findall(clause))


def _is_of_today(text: str, start: int) -> bool:
    """Say whether the clause before a time speaks of today: in the present, or in the present perfect."""
    left = text[max(0, start - _REACH) : start]
    stop = max((match.end() for match in _STOPS.finditer(left)), default=0)
    told = [word.lower() for word in _WORD.findall(left[stop:])]
    lists = load().lists
    for at in range(len(told) - 1, -1, -1):
        if told[at] in {"has", "have", "is", "are"}:
            return True
        past = told[at] in lists["past_verbs"] or (told[at].endswith("ed") and told[at] not in lists["not_past"])
        if past and told[at - 1 : at] not in (["has"], ["have"]):
            return False
    return False


def _is_subordinate(text: str, start: int) -> bool:
    """Say whether a conjunction opens the clause before a time ("*after* he was held three days after it began").

    Its event is as far from the day of the paper as it may be.
    """
    left = text[max(0, start - _REACH) : start]
    stop = max((match.end() for match in _STOPS.finditer(left)), default=0)
    told = [word.lower() for word in _WORD.findall(left[stop:].rpartition(",")[2])]
    return any(word in _OPENERS for word in told[:-1])


def _away(base: Interval, letter: str, count: int, sign: int, *, over: int = 0) -> Interval:
    """Return the unit so many units away, and so many days over."""
    if letter in {"D", "WE"}:
        return Interval.day((base.start if sign < 0 else base.last) + timedelta(days=sign * count))
    if letter in {"E", "C"}:
        return unit_at(moved(base.start, letter, sign * count), "Y")
    return unit_at(moved(base.start, letter, sign * count) + timedelta(days=sign * over), letter)


def _clause_words(text: str, start: int) -> list[str]:
    window = text[start : start + 160]
    stop = _STOP.search(window)
    return [word.lower() for word in _WORD.findall(window[: stop.start() if stop else len(window)])][:14]


def _is_past(text: str, start: int) -> bool:
    """Say whether the clause that follows tells what happened, not what was to happen."""
    told, lists = _clause_words(text, start), load().lists
    planned = not lists["plans"].isdisjoint(told) or not lists["modals"].isdisjoint(told)
    return not planned and any(word in lists["past_verbs"] or word.endswith("ed") for word in told[1:])


def _has_clause(text: str, start: int) -> bool:
    """Say whether a subject and a finite verb follow, before the sentence or a comma ends."""
    lists = load().lists
    for at, word in enumerate(_clause_words(text, start)):
        if at and word in {"that", "which", "who", "whose", "where", "in", "on", "of", "at", "by"}:
            return False
        if at and (
            word in lists["modals"]
            or word in lists["past_verbs"]
            or (word.endswith("ed") and word not in lists["not_past"])
        ):
            return True
    return False
