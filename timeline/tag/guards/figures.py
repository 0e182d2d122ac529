"""Guards of times in figures: counts, prices, codes, scores and ranks that are written like years, days and clocks."""

import re

from timeline.tag.site import Site

_MODEL = re.compile(r"-[A-Z]\b")
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_GLUE_BEFORE = frozenset("$.,/:-#£€+_")
_DAY_OPENERS = frozenset({"on", "by", "until", "from", "of", "to", "since", "before", "after"})


def day_alone(site: Site) -> bool:
    """Let "the 9th" stand only where no noun follows ("the 9th floor")."""
    if site.after.word.isalpha() and not site.after.listed("day_followers"):
        return False
    return site.before.word in _DAY_OPENERS


def day_number(site: Site) -> bool:
    """Hold off "May 10,000 people come?"."""
    return _THOUSANDS.match(site.text, site.end) is None


def year_alone(site: Site) -> bool:
    """Let four digits be a year only where they count and label nothing."""
    year = site.slots.get("year")
    if not isinstance(year, int) or "year" in site.phrase:
        return True
    if _labelled(site) or site.after.listed("counted") or _glued(site):
        return False
    return 1800 <= year <= 2049 or site.before.listed("year_introducers") or site.before.word in {"(", ","}


def _labelled(site: Site) -> bool:
    """Say whether a noun before the figures makes them a name: "Flight 1999", "No. 1945"."""
    return site.before.listed("labels") or (site.before.word == "." and site.before_that.word == "no")


def _glued(site: Site) -> bool:
    """Say whether the figures are part of a longer number or code: "$1950", "1,987", "1987-A"."""
    before, after = site.before, site.after
    if not before.apart and before.word in _GLUE_BEFORE:
        compound = before.word in {"-", "/"} and site.before_that.word.isalpha()
        if not compound:
            return True
    if after.apart or not after.word:
        return False
    if after.word in "%/_$" or after.word[0].isalnum() or _MODEL.match(site.text, site.end):
        return True
    return after.word in {",", "."} and site.text[site.end + 1 : site.end + 2].isdigit()


def year_words(site: Site) -> bool:
    """Let number words be a year only of centuries that are told so."""
    year = site.slots.get("year")
    return isinstance(year, int) and 1700 <= year <= 2099 and year % 100 >= 10


def no_age(site: Site) -> bool:
    """Hold off "temperatures in the seventies"."""
    return site.after.word not in {"degrees", "fahrenheit", "celsius"}


def clock_alone(site: Site) -> bool:
    """Let figures be a clock only after a preposition of time: not a score, not "Updated: 0:00"."""
    return site.before.listed("clock_introducers") and site.after.word not in {"-", "win", "lead", "loss", "in"}


def army_alone(site: Site) -> bool:
    """Let four figures be a clock without a zone only where a nought leads them, after a preposition of time."""
    return site.phrase.startswith("0") and site.before.listed("clock_introducers")


def clock_to(site: Site) -> bool:
    """Hold off "a quarter to five of them"."""
    return site.before.word in {"at", "about", "around", "until", "by", "before", "after"}


def hedged_date(site: Site) -> bool:
    """Hold off "talks about March 5": only "around" and "circa" hedge a date in words."""
    return not site.phrase.startswith("about") or site.phrase[6:].isdigit()
