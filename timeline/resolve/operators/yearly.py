"""The yearly names: which year's March, Christmas or Dec. 24 is meant."""

import re
from collections.abc import Callable, Iterable
from datetime import date

from timeline.direction import Direction
from timeline.grammar import load
from timeline.interval import Interval
from timeline.moved import mover, past_form
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated
from timeline.resolve.operators.deeds import told_as_done
from timeline.syntax.irregular import FROM_PAST
from timeline.wordlists import words

#: what so surely looks ahead, right before a day, that no nearness of the day gone by outweighs it
_AHEAD = re.compile(r"\b(?:will|shall|expires?|until)\b[^.;,\n]{0,30}\Z")
#: what went on until a day: "was closed until March 3"
_WAS_UNTIL = re.compile(r"\b(?:was|were|stayed|remained|ran|lasted|continued|served|lived)\b[^.;,\n]{0,40}\buntil \Z")
#: what so surely looks back: a deed right before a day, "died on May 3", "was arrested in Oslo on May 3"
_DEED = re.compile(
    r"\b((?:was|were|been) (?:\w+ly )?)?(\w+)( (?:in|at|near|outside|off) [\w' ]{2,24}?)?( on| from| between)? \Z"
)
#: a day at the head of its sentence, which is that of the first verb: "On May 3 the firm bought the mine"
_OPENING = re.compile(r"(?:\A|[.!?][\"”’')]*\s|\n)[\"“‘'(]*on \Z")
#: words before a day in which a harm and what it befell are told
_HARM_WORDS = 10
#: what stands before the end of a range that days begin: "from April 2 to"
_BEGUN = re.compile(r"\b(?:from|between) (?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9}) (?:to|and|through|until|till) \Z")
#: days back in its year from where a yearly time is the next year's: a narrative goes on rather than back
_TOLD_ON = 200
#: days since a month ended that is meant by its name, whatever else the sentence foretells: the next one is far off
_JUST_OVER = 45


def nearest(context: Context, in_year: Callable[[int], Interval | None]) -> Meaning:
    """Return the one of a yearly time that the clause looks to."""
    if context.year is not None and (told := in_year(context.year)) is not None:
        return dated(told, "the phrase", "in the year of the time joined to it")
    if context.episode and context.last is not None:
        return _in_story(context, context.last, in_year)
    if context.now is None:
        return UNKNOWN
    begun = context.near_day
    if begun is not None and _BEGUN.search(context.nearby()) and not _comes_forward(context.nearby()):
        ends = (in_year(year) for year in (begun.start.year, begun.start.year + 1))
        end = next((end for end in ends if end is not None and end.start > begun.start), None)
        if end is not None:
            return dated(end, context.told_anchor, f"the first after {begun.edtf()}, where it begins")
    choices = _choices(context.now, in_year, range(context.now.year - 8, context.now.year + 9))
    current = next((choice for choice in choices if choice.holds(context.now)), None)
    if current is not None:
        return dated(current, context.anchor, "the publication date lies in it")
    return _before_or_after(context, context.now, choices)


def _comes_forward(nearby: str) -> bool:
    """Say whether what is moved is moved to an earlier day ("brought forward from 5 May to 20 April")."""
    return mover(re.split(r"[.;:!?]\s", nearby)[-1].split()) in load().lists["movers_forward"]


def _in_story(context: Context, last: Interval, in_year: Callable[[int], Interval | None]) -> Meaning:
    """Return the one of the year that the narrative tells; who tells of December and then of January tells on."""
    found = in_year(last.start.year)
    if found is not None and last.days <= 31 and (last.start - found.last).days > _TOLD_ON:
        return dated(
            in_year(last.start.year + 1) or found, context.told_anchor, "in the year after the time told before"
        )
    return dated(found, context.told_anchor, "in the year that the narrative tells") if found else UNKNOWN


def _before_or_after(context: Context, base: date, choices: list[Interval]) -> Meaning:
    """Return the choice before or after the publication date, as the clause says and the calendar lets."""
    past = next((choice for choice in reversed(choices) if choice.end <= base), None)
    future = next((choice for choice in choices if choice.start > base), None)
    if past is None or future is None:
        only = past or future
        return dated(only, context.anchor, "the only one near the publication date") if only else UNKNOWN
    best = past if (base - past.start) <= (future.start - base) else future
    # where a paper's day had not ended, the next one had begun elsewhere ("the mine shut on May 4", told on May 3)
    begun = best is future and (future.start - base).days == 1
    if _lopsided(past, future, base) and (begun or not _ruled_out(context, ahead=best is future)):
        return dated(best, context.anchor, "the one nearest to the publication date")
    if 28 <= past.days <= 31 and (base - past.end).days <= _JUST_OVER and not _ruled_out(context, ahead=False):
        return dated(past, context.anchor, "the one nearest to the publication date")
    looking = context.look()
    if looking is Direction.FUTURE:
        return dated(future, context.anchor, "the next after the publication date, as its clause looks ahead")
    told = _befell(context.nearby()) or told_as_done(context.nearby())
    done = best is future and looking is Direction.UNCLEAR and told
    if looking is Direction.PAST or past.days > 1 or done:
        return dated(past, context.anchor, "the last before the publication date")
    return dated(best, context.anchor, "the nearest to the publication date")


def _ruled_out(context: Context, *, ahead: bool) -> bool:
    """Say whether the words right before a day rule out the nearer one: "expires Jan. 3", "was held on May 3"."""
    if not ahead:
        return _AHEAD.search(context.nearby()) is not None and _WAS_UNTIL.search(context.nearby()) is None
    nearby = context.nearby()
    if nearby.endswith("since "):
        return True
    if _OPENING.search(nearby):
        return context.look() is Direction.PAST
    following = context.behind().split(maxsplit=1)[:1]
    deed = (
        _deed(nearby) or _befell(nearby) or told_as_done(nearby) or any(map(past_form, following))
    )  # "the vote on 27 June triggered a crisis"
    return deed and context.look() is not Direction.FUTURE


def _deed(nearby: str) -> bool:
    """Say whether words end in a verb of what is done, and what leads to its day."""
    found = _DEED.search(nearby)
    if found is None:
        return False
    passive, verb, place, on = found.groups()
    lists = load().lists
    if verb in lists["ahead"] or verb in lists["plans"]:
        return False
    return past_form(verb) and bool(on or not place) and bool(passive or (on and not place))


def _befell(nearby: str) -> bool:
    """Say whether words end in a harm that was done and what it befell: "a quake struck Lund on", "killed 20 on"."""
    told = re.split(r"[.;:,!?] |\n", nearby)[-1].split()[-_HARM_WORDS:]
    lists = load().lists
    ahead = lists["ahead"] | lists["plans"] | lists["modals"] | {"to"}
    harms = [at for at, word in enumerate(told) if past_form(word) and _lemma(word) in words("verbs", "befalling")]
    return bool(harms) and ahead.isdisjoint(told[harms[-1] :])


def _lemma(past: str) -> str:
    """Return the verb of a simple past; the past without its ending where it may be regular."""
    if past in FROM_PAST:
        return FROM_PAST[past]
    stem = past.removesuffix("ed")
    return next((form for form in (stem, stem + "e", stem[:-1]) if form in words("verbs", "befalling")), past)


def _lopsided(past: Interval, future: Interval, base: date) -> bool:
    """Say whether a day of the year lies close on one side and most of a year off on the other."""
    if past.days > 7:
        return False
    back, ahead = (base - past.start).days, (future.start - base).days
    return min(back, ahead) <= 91


def _choices(base: date, in_year: Callable[[int], Interval | None], years: Iterable[int]) -> list[Interval]:
    near = [
        choice for year in (base.year - 1, base.year, base.year + 1) if 1 <= year <= 9998 and (choice := in_year(year))
    ]
    if len(near) == 3:
        return near
    # Feb. 29 may lie eight years away
    return [choice for year in years if 1 <= year <= 9998 and (choice := in_year(year))]


def full_year(context: Context, short: int) -> int:
    """Return the year that two figures mean: not more than ten years after the publication date."""
    pivot = (context.now.year if context.now else 2000) + 10
    return pivot - (pivot - short) % 100
