"""Guards of times in words: papers, persons, verbs and nouns that are written like days, months, seasons and units."""

import re
from functools import lru_cache

from timeline.grammar import load
from timeline.model import Term
from timeline.tag.guards.figures import OWNERS
from timeline.tag.site import Site

_CLOSERS = frozenset({"", ".", ",", ";", ":", "!", "?", ")", "—", "–", "and", "but", "'", '"', "”", "’"})
_POSSESSIVES = frozenset({"'", "’"})
_DELIVERED = frozenset({"delivery", "shipping", "service", "air", "post"})
_QUOTES = frozenset({'"', "“", "''", "'", "‘"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "his", "her", "i", "we"})
_PARTS_OF = frozenset({"end", "rest", "most", "part", "half", "out", "much"})
_SEASON_OPENERS = frozenset(
    {"in", "by", "until", "since", "this", "during", "each", "every", "early", "late", "through"}
)
_DAWN_OPENERS = frozenset(
    {"at", "before", "until", "till", "by", "after", "since", "from", "around", "near", "towards"}
)
_NAMED = re.compile(r"['’]?s?[ -]([A-Z][a-z]+)")
_CAPITAL_PERSONS = frozenset({4, 6, 8})


def weekday_short(site: Site) -> bool:
    """Hold off papers ("the Sunday Times"), and "Sun" and "Sat" that name something else."""
    if not no_show(site):
        return False
    short = site.phrase.rstrip(".")
    if len(short) > 3 or short in {"fri", "thu", "tue"}:
        return True
    if site.after.word in {"'", "’", "s"}:
        return False
    if short != "sun" and site.after.word in {"at", "@", "was", "will", "is"}:
        return True
    return site.before.word in {"on", "last", "next", "this", "(", "by", "until", "every"} or site.after.word.isdigit()


def no_event(site: Site) -> bool:
    """Hold off the names of events: "the Six-Day War", ""Bloody Sunday", and papers: "the Mail on Sunday"."""
    if site.capital and site.text.endswith(_openers(), 0, site.start) and site.mixed:
        return False
    if site.text.endswith(_day_papers(), 0, site.start):
        return False
    after = _NAMED.match(site.text, site.end)
    return after is None or after[1].lower() not in load().lists["event_names"] or not site.mixed


@lru_cache(maxsize=1)
def _openers() -> tuple[str, ...]:
    return tuple(f"{word.title()} " for word in sorted(load().lists["event_openers"]))


@lru_cache(maxsize=1)
def _day_papers() -> tuple[str, ...]:
    return tuple(f" {word.title()} on " for word in sorted(load().lists["day_papers"]))


def no_newspaper(site: Site) -> bool:
    """Hold off papers and broadcasters: "USA Today", "the Daily Mail"."""
    if not site.capital:
        return True
    if site.before.capital and not site.opens:
        return False
    return not (site.phrase == "daily" and site.after.capital)


def no_show(site: Site) -> bool:
    """Hold off papers and shows: "the Sunday Times", "Monday Night Football"."""
    return not (site.after.capital and site.after.listed("mastheads"))


def month_alone(site: Site) -> bool:
    """Hold off persons, verbs and initials: "Theresa May", "March on Rome", "Jan Kavan", "the DEC appeal"."""
    if site.mixed and site.text[site.start : site.end].isupper():
        return False
    if len(site.phrase) == 3 or site.phrase in {"march", "sept"}:
        return _ambiguous_month(site)
    if site.named and site.slots["month"] in _CAPITAL_PERSONS and (site.opens or site.before.word == "of"):
        return False
    if site.before.listed("introducers") or site.opens or site.before.word in {",", "(", "-", "—", "–"}:
        return True
    return not (site.before.capital or site.named)


def _ambiguous_month(site: Site) -> bool:
    """Let "May", "March" and the short forms be months only where a preposition or their own row of months says so."""
    if site.after.word in {"through", "thru"}:
        return True
    if site.opens:
        return site.after.word in {"was", "is", "has", "will", "brought", "saw", ",", "of", "and", "'", "’"}
    if site.before.word == "," and site.after.word in {",", "to", "and", "or"}:
        return True
    return site.before.listed("introducers") and not site.named


def season_alone(site: Site) -> bool:
    """Hold off verbs and falls: "prices fall", "the fall of Rome", "the Winter Olympics", "spring into action"."""
    if site.named and site.text[site.start : site.end].split()[-1][0].isupper():
        return False
    if site.after.word in {"of", "into", "to", "from", "-"}:
        return False
    if site.phrase.startswith("the "):
        return not (site.phrase.endswith("fall") and site.before.word in {"after", "since"})
    return site.before.word in _SEASON_OPENERS


def season_named(site: Site) -> bool:
    """Hold off the fall from a roof."""
    return site.after.word not in {"from", "into", "of", "off"}


def unit_noun(site: Site) -> bool:
    """Hold off "this second", "last minute", "this day", "last day", and titles ("This Week")."""
    unit = site.slots["unit"]
    if unit == "P1D" and not site.phrase.startswith(("the ", "that ")):
        return False
    if site.before.word in _QUOTES and site.text[site.start : site.end].split()[-1][0].isupper():
        return False
    if unit == "PT1H":
        return site.before.word in {"", "in", "within", "during", "over", "for"}
    return unit not in {"PT1S", "PT1M"}


def of_a_year(site: Site) -> bool:
    """Let "3 May last year" be a day, not "3 May last week", "3 May last year's" or "3 May the year before X"."""
    outer = site.slots["outer"]
    if not isinstance(outer, Term) or dict(outer.slots).get("unit") != "P1Y" or site.after.word in _POSSESSIVES:
        return False
    if _lie_apart(site.slots["inner"]) and site.before.word != "between":
        return False
    return outer.rule in {"this unit", "the past unit", "the following unit"} or ends_clause(site)


def _lie_apart(days: object) -> bool:
    """Say whether days of a month are two that do not follow one another ("3 and 8 May")."""
    slots = dict(days.slots) if isinstance(days, Term) else {}
    first, last = slots.get("day"), slots.get("last")
    return slots.get("joint") == "and" and isinstance(first, int) and isinstance(last, int) and last > first + 1


def definite_unit(site: Site) -> bool:
    """Let "the year" stand where it names one, and no noun or clause says which."""
    if site.slots["unit"] not in {"P1Y", "P1Q", "P1W", "P1M"}:
        return False
    if site.before.word == "of" and site.before_that.word not in _PARTS_OF:
        return False
    if site.after.word in {"of", "when", "that", "after", "before", "-"} or site.after.word in _SUBJECTS:
        return False
    return not site.named


def part_alone(site: Site) -> bool:
    """Let "the morning" stand in a phrase of time."""
    openers = {"in", "during", "by", "through", "into", "until"}
    return site.before.word in openers and site.after.word not in {"of", "-"}


def overnight(site: Site) -> bool:
    """Hold off the adjective ("an overnight bag")."""
    return site.before.word not in {"an", "the"}


def opens(site: Site) -> bool:
    """Let "next day" stand without an article where a sentence opens with it."""
    return site.opens and site.capital and site.after.word not in _DELIVERED


def some_day(site: Site) -> bool:
    """Let "one day" be some time to come after a modal, or before one's verb; "some day" always is."""
    if site.phrase.startswith("some"):
        return True
    return site.before.listed("modals") or (site.before.word == "to" and site.after.word.isalpha())


def no_adjective(site: Site) -> bool:
    """Hold off "an everyday matter" and "everyday life": as an adverb it ends a clause, or a subject follows."""
    if site.before.word in {"a", "an", "the", "of", "in", "for", "its", "their", "his", "her", "our", "my"}:
        return False
    after = site.after
    return not after.word.isalpha() or after.listed("day_followers") or after.word in _SUBJECTS or after.word == "you"


def dawn(site: Site) -> bool:
    """Let dawn be a time after a preposition, and not in "a dawn raid" or "the dawn of an age"."""
    return site.before.word in _DAWN_OPENERS and site.after.word != "of"


def wished_weekend(site: Site) -> bool:
    """Let a weekend without an article be the one at hand where somebody is wished it, or owns it."""
    return site.before.listed("weekend_openers") and site.after.word not in {"bag", "trip", "getaway", "of"}


def noon(site: Site) -> bool:
    """Hold off the show-down ("high noon") and names ("the Noon Company")."""
    return site.before.word != "high" and not (site.capital and site.named)


def reference(site: Site) -> bool:
    """Hold off what a hyphen makes a part of a word: "the now-defunct paper"."""
    if site.before.word == "as" and site.after.word == "as":
        return False  # "as recently as last month"
    return site.before.word != "-" and not (site.after.word == "-" and not site.after.apart)


def ends_clause(site: Site) -> bool:
    """Let "the day before" stand alone only where its clause ends."""
    return site.after.word in _CLOSERS


def earlier_in(site: Site) -> bool:
    """Hold off "later in the day", which names no day by itself."""
    if site.before.word in OWNERS and site.phrase.endswith("0s"):
        return False  # an age: "in his mid-70s"
    return not site.phrase.endswith((" the day", " the day before", " the day after"))
