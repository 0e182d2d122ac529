"""What a document has told so far, against which its next time is read."""

import re
from collections import deque
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from timeline.direction import Direction, direction
from timeline.errors import TimelineError
from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, Target, Term, Timex, TimexType
from timeline.resolve.complement import complement, told_beside
from timeline.resolve.evaluation import anchored, evaluate
from timeline.resolve.local import Local
from timeline.resolve.meaning import UNKNOWN, Context, Meaning
from timeline.resolve.operators.days import day_or_none

YEARLESS = frozenset({"month", "month day", "day month"})
"""Rules of a month or day without its year."""

_WIDE = frozenset({Grain.DECADE, Grain.CENTURY})  # to count from
_PART_OF = ("rest of", "most of", "much of", "part of", "half of", "mainder of", "end of")
# rules that name a weekday, and days within which two days are of one episode, and beyond which it is long past
_WEEKDAYS, _EPISODE = frozenset({"weekday", "part of a day", "clock on a day"}), 60
_NEARBY = 300  # characters within which a clock without a day takes the day told before it
_LATE = 28  # days before the publication in which a day without its year is news
# characters before a time in which its clause begins, and what in them tells a future of the past
_SENTENCE, _BACKWARD = 160, frozenset({"would", "could", "might", "was", "were", "had"})
# words after which a year tells which thing is meant, and not when the story is
_BEFORE_AN_ASIDE = (" of", " the", " since", " than", " until", " a", " his", " its", " their")
_REPORT = re.compile(r"\b(?:three months|3 months|quarter|three-month period) (?:that )?(?:ended|ending|through|to) \Z")


@dataclass(slots=True, kw_only=True)
class Story:
    """What has been told so far.

    Attributes:
        text, published: the document and its date.
        episode: whether the document tells a past of its own.
        local: the days of datelines and captions, each where it stands in for the publication date.
        last: the date told last, and ``place`` where it ends in the text.
        day: the single day told last.
        quarter: the report period told last.
        part: the letters of the part of that day that was told.
        run: the last two days told in this paragraph.
        hour: the day of the last hour told without one, and where that ends in the text.
    """

    text: str
    published: date | None
    episode: bool = False
    local: deque[Local] = field(default_factory=deque)
    last: Interval | None = None
    day: Interval | None = None
    quarter: Interval | None = None
    place: int = 0
    part: str = ""
    run: tuple[Interval, ...] = ()
    hour: tuple[Interval, int] | None = None

    def read(self, timex: Timex, year: int | None = None) -> AnchoredTimex:
        """Return one time dated, and remember it; ``year`` is what the time joined to it tells."""
        start, end = timex.span
        local = self._local(start)
        published = local.day if local else self.published
        context = self._context(timex, published, year)
        try:
            meaning = evaluate(Term(timex.rule, timex.slots), context)
        except (TimelineError, ValueError, OverflowError):
            meaning = replace(UNKNOWN, reason="outside the years 1 to 9999")
        if self.last is None and published is not None:
            meaning = _from_publication(meaning, context.anchor)
        target = Target.CLAUSE
        if meaning.type is TimexType.DURATION and meaning.unit and meaning.interval is None:
            # an earlier sentence tells the day of "the visit comes a week after", but not of any other clause
            found = complement(self.text, start, end, meaning, self._beside(start), published)
            if found is not None:
                meaning, target = found, Target.COMPLEMENT
        if target is Target.CLAUSE and not (self.episode and self._aside(meaning, start, end)):
            self._remember(meaning, start, end)
        return anchored(timex, _renamed(meaning, local.name) if local else meaning, target)

    def _context(self, timex: Timex, published: date | None, year: int | None) -> Context:
        """Return what a time is read against."""
        start, end = timex.span
        apart = self.episode and self.last is not None and not self._is_to_come(timex)
        return Context(
            published=published,
            last=self.last,
            day=self.day,
            near_day=self.day if start - self.place < _NEARBY and self._in_step(start) else None,
            near_part=self.part,
            quarter=self.quarter,
            year=year,
            episode=apart or self._runs_on(timex, published),
            look=partial(self._look, start, end),
            nearby=partial(self._nearby, start),
            behind=partial(self._behind, end),
            evaluate=evaluate,
        )

    def _local(self, start: int) -> Local | None:
        """Return the dateline or caption that a place is told from; places are asked in order."""
        while self.local and self.local[0].span.end <= start:
            self.local.popleft()
        return self.local[0] if self.local and self.local[0].span.start <= start else None

    def _beside(self, start: int) -> Interval | None:
        """Return the time told last, or the day of an hour, if it stands in the sentence of a place."""
        if self.hour is not None and self.hour[1] > self.place and told_beside(self.text, self.hour[1], start):
            return self.hour[0]
        return self.last if told_beside(self.text, self.place, start) else None

    def _near(self, start: int) -> bool:
        """Say whether what was told last stands close by, in the same paragraph."""
        return start - self.place < _NEARBY and "\n\n" not in self.text[self.place : start]

    def _in_step(self, start: int) -> bool:
        """Say whether a place lies in the paragraph of what was told last, or in the next one."""
        return self.text.count("\n\n", self.place, start) <= 1

    def _is_to_come(self, timex: Timex) -> bool:
        """Say whether a date without its year lies ahead of the publication: "will reopen in May", not "would"."""
        start, end = timex.span
        if timex.rule not in YEARLESS or self.published is None:
            return False
        if self._is_of_late(timex):
            return True
        if self._look(start, end) is not Direction.FUTURE:
            return False
        left = self.text[max(0, start - _SENTENCE) : start]
        words = re.findall(r"[^\W\d_]+", re.split(r"[.!?]\s|\n", left)[-1].lower())
        return _BACKWARD.isdisjoint(words)

    def _is_of_late(self, timex: Timex) -> bool:
        """Say whether a day after bare years is news ("He was born in 1940 and wed in 1988. On 1 May he died.")."""
        slots = dict(timex.slots)
        month, day = slots.get("month"), slots.get("day")
        if self.published is None or self.last is None or self.last.grain is not Grain.YEAR:
            return False
        if not (isinstance(month, int) and isinstance(day, int)):
            return False
        days = (day_or_none(self.published.year - back, month, day) for back in (0, 1))
        return any(day and 0 <= (self.published - day).days <= _LATE for day in days)

    def _runs_on(self, timex: Timex, published: date | None) -> bool:
        """Say whether a weekday goes on with two days of one long past episode, told right before it."""
        if timex.rule not in _WEEKDAYS or published is None or len(self.run) < 2 or not self._near(timex.span.start):
            return False
        first, second = (day.start for day in self.run)
        return 0 < (second - first).days <= _EPISODE < (published - second).days

    def _look(self, start: int, end: int) -> Direction:
        return direction(self.text, start, end)

    def _nearby(self, start: int) -> str:
        return self.text[max(0, start - 120) : start].lower()

    def _behind(self, end: int) -> str:
        return re.split(r"(?:\A|(?<=[a-z]{2}))[.!?]\s|\n", self.text[end : end + 60].lower(), maxsplit=1)[0]

    def _aside(self, meaning: Meaning, start: int, end: int) -> bool:
        """Say whether a year only tells which: "the treaty of 1919", "the 1943 offensive", "since 1933", "(1933)"."""
        if meaning.interval is None or meaning.interval.grain is not Grain.YEAR:
            return False
        before = self.text[max(0, start - 12) : start].rstrip().lower()
        if before.endswith(_PART_OF):
            return False
        return before.endswith(_BEFORE_AN_ASIDE) or (before[-1:] == "(" and self.text[end : end + 1] == ")")

    def _remember(self, meaning: Meaning, start: int, end: int) -> None:
        if meaning.value in {"P9M", "P6M", "P1Y"}:
            self.quarter = None
        if meaning.interval is not None and meaning.clock is not None and not meaning.told:
            self.hour = meaning.interval, end
        if meaning.interval is None or not meaning.told or meaning.interval.grain in _WIDE:
            return
        near = self._near(end)
        self.last, self.place = meaning.interval, end
        if meaning.interval.grain is Grain.DAY:
            self.run = (*self.run, meaning.interval)[-2:] if near else (meaning.interval,)
            self.day, self.part = meaning.interval, meaning.value.partition("T")[2]
        if meaning.interval.grain is Grain.QUARTER:
            self.quarter = meaning.interval
        elif meaning.interval.grain is Grain.DAY and self.quarter is None:
            # a quarter told by its number, fiscal or not, stands
            self.quarter = _report(self._nearby(start), meaning.interval)


def _report(nearby: str, last: Interval) -> Interval | None:
    """Return the quarter that a report's last day ends, or None: "in the three months ended Sept. 30"."""
    ends_a_quarter = last.end.day == 1 and last.end.month in {1, 4, 7, 10}
    return Interval.unit(last.start, Grain.QUARTER) if ends_a_quarter and _REPORT.search(nearby) else None


def _from_publication(meaning: Meaning, anchor: str) -> Meaning:
    """Return a meaning that says what it counts from where nothing is told before: "the next day" in a first line."""
    reason = meaning.reason.replace("the time told before", "the publication date")
    return replace(meaning, reason=reason, anchor=anchor if meaning.anchor == "no anchor" else meaning.anchor)


def _renamed(meaning: Meaning, name: str) -> Meaning:
    """Return a meaning whose words name the dateline or caption it counts from."""
    anchor = re.sub(r"^publication date", name, meaning.anchor)
    return replace(meaning, anchor=anchor, reason=meaning.reason.replace("the publication date", name))
