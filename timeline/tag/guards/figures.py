"""Guards of times in figures: counts, prices, codes, scores and ranks that are written like years, days and clocks."""

import re
from functools import lru_cache

from timeline.grammar import load
from timeline.tag.site import Site

_MODEL = re.compile(r"-[A-Z]\b")
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_GLUE_BEFORE = frozenset("$.,/:-#£€+_")
#: whose age it is: "in his early 30s"
OWNERS = frozenset({"his", "her", "their", "my", "your", "our", "its"})
_STROKE_OPENERS = frozenset({"on", "by", "until", "til", "till", "since", "starting", "dated"})
_ENDS = frozenset(("", ".", ",", ";", "!", "?", ")", '"', "”"))
_SENTENCE_ENDS = frozenset({"", ".", "!", "?", ":", ";", '"', "“"})
_GROUPED = re.compile(r"[,.]\d| ?[%$€£]")
_DASHES = frozenset({"-", "–", "—"})
_ERA = re.compile(r"\b(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)")
_OLD_OPENERS = frozenset({"in", "until", "since", "by", "from", "to", "of", "and", "between", "around"})
_HOUSE_OPENERS = frozenset({"at", "near", "outside"})
_STREET = re.compile(r"(?: [A-Z][\w.]{0,20}){1,3}? ([A-Z][a-z]{1,9})\b(?! [A-Z])")
_CENTURY = re.compile(
    r"(?: ?,| ?[-–]| and| or| to| through)? ?(?:the )?(?:(?:early|late|mid)[ -])?"
    r"(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+th|first|second|third)[ -]centur"
)
_WARMTH = re.compile(r"\b(?:temperatures?|highs?|lows?|mercury|degrees)\b")
_AT = frozenset({"at", "@", "by", "until", "till", "about", "around", "before", "after", "from", "since"})
_YEAR_OPENERS = frozenset({"since", "from", "by", "before", "after", "until", "till"})
_AFTER_AN_HOUR = frozenset({"on", "with", "sharp", "eastern", "if", "because", "so", "or", "while", "until"})
_NINE_ELEVEN = frozenset(
    {"the", "since", "after", "post", "before", "of", "on", "like", "until", "-", "", ".", "pre", "by"}
)
_DAYS_OPENERS = frozenset(
    {
        "on",
        "of",
        "for",
        "from",
        "between",
        "until",
        "till",
        "by",
        "since",
        "before",
        "after",
        "and",
        "or",
        "are",
        "were",
    }
)
_DAY_OPENERS = frozenset({"on", "by", "until", "from", "of", "to", "since", "before", "after"})


def day_alone(site: Site) -> bool:
    """Let "the 9th" stand only where no noun follows ("the 9th floor")."""
    if site.after.word.isalpha() and not site.after.listed("day_followers"):
        return False
    return site.before.word in _DAY_OPENERS


def day_number(site: Site) -> bool:
    """Hold off "May 10,000 people come?"."""
    return _THOUSANDS.match(site.text, site.end) is None


def days_listed(site: Site) -> bool:
    """Hold off "rooms 5, 6 and 8 April left empty": a list of days opens with its month, or behind a preposition."""
    return not site.phrase[0].isdigit() or not site.before.word.isalpha() or site.before.word in _DAYS_OPENERS


def year_alone(site: Site) -> bool:
    """Let four digits be a year only where they count and label nothing."""
    year = site.slots.get("year")
    if not isinstance(year, int) or "year" in site.phrase:
        return True
    if _labelled(site) or site.after.listed("counted") or _glued(site) or _numbers_a_house(site) or _ends_a_name(site):
        return False
    if 1800 <= year <= 2049 or site.before.listed("year_introducers") or site.before.word in {"(", ","}:
        return True
    return site.before.word in _DASHES and _is_year(site.before_that.word)


def _numbers_a_house(site: Site) -> bool:
    """Say whether a street's name follows: "at 1920 Elm Street"; "in 1987 Wall Street fell" tells a year."""
    if site.before.word not in _HOUSE_OPENERS:
        return False
    street = _STREET.match(site.text, site.end)
    return street is not None and street[1].lower() in load().lists["streets"]


def _ends_a_name(site: Site) -> bool:
    """Say whether the figures end a name: "Agenda 2030", "Expo 1998"; a word that opens its sentence is no name."""
    before = site.before
    if not (before.apart and before.word.isalpha() and before.written[1:].islower() and before.capital):
        return False
    inside = site.before_that.word not in _SENTENCE_ENDS and not site.before_that.capital
    return inside and not before.listed("year_introducers") and not before.listed("determiners")


def _is_year(word: str) -> bool:
    """Say whether a word is written like a year."""
    return len(word) == 4 and word.isdigit() and word < "2100"


def old_year(site: Site) -> bool:
    """Let three figures be a year only in a text that tells of eras, and where nothing is counted."""
    if site.before.word not in _OLD_OPENERS or (site.after.word.isalpha() and not site.after.listed("day_followers")):
        return False
    if site.after.word in {"%", "-", "–", "$", "/"} or site.hyphenated or _glued(site):
        return False
    return _tells_eras(site.text)


@lru_cache(maxsize=2)
def _tells_eras(text: str) -> bool:
    """Say whether a text counts years from Christ; remembered, so that a text is searched once."""
    return _ERA.search(text) is not None


def century_follows(site: Site) -> bool:
    """Let "the 18th" be a century only where the next one says so: "the 18th and early 19th centuries"."""
    return _CENTURY.match(site.lower, site.end) is not None


def decade_figures(site: Site) -> bool:
    """Let "70s" be a decade after "the" or beside another, and not an age, a temperature or a speed."""
    year = site.slots.get("year")
    if not isinstance(year, int) or year % 10 or year < 20 or site.before.word in OWNERS:
        return False
    if site.after.word in {"degrees", "fahrenheit", "celsius", "f", "mph", "on", "°", "of"}:
        return False
    if site.phrase.startswith("the "):
        return (
            site.before.word not in {"temperatures", "highs", "lows"}
            and _WARMTH.search(site.lower, max(0, site.start - 40), site.start) is None
        )
    that = site.before_that.word
    return site.before.word in {"and", "or", "to", "-", "–", "/"} and (that[:1].isdigit() and that.endswith("s"))


def army_hours(site: Site) -> bool:
    """Let four figures be a clock after a preposition of time, or where a nought leads them; "since 2005" is a year."""
    if site.phrase.startswith("0") or " 0" in site.phrase:
        return True
    return site.before.word in _AT and not (_is_late_year(site.phrase[:4]) and site.before.word in _YEAR_OPENERS)


def _is_late_year(figures: str) -> bool:
    """Say whether four figures that may be a clock are more likely a year of our times."""
    return "1900" <= figures < "2060"


def hour_alone(site: Site) -> bool:
    """Let a bare figure be an hour where nothing is counted: "tomorrow at 8", "at 8 tonight"."""
    if site.phrase[0].isdigit() or site.slots["hour"] == _leading(site):
        return site.before.word in _AT
    if site.after.word.isalpha():
        return site.after.listed("day_followers") or site.after.word in _AFTER_AN_HOUR
    return (site.after.word in _ENDS or site.after.apart) and _GROUPED.match(site.text, site.end) is None


def _leading(site: Site) -> object:
    """Return the number that a time begins with in words, or None."""
    return load().words["ones"].get(site.phrase.split(" ", 1)[0])


def stroke_date(site: Site) -> bool:
    """Let "3/16" be a date only after a preposition of days, and where it is no fraction of something."""
    if site.before.word not in _STROKE_OPENERS:
        return False
    if site.after.word.isalpha():
        return site.after.listed("day_followers")
    return site.after.word in _ENDS


def nine_eleven(site: Site) -> bool:
    """Let "9/11" be a day where it is no score and no fraction."""
    return site.before.word in _NINE_ELEVEN and site.after.word not in {"of", "win", "loss", "inch"}


def _labelled(site: Site) -> bool:
    """Say whether a noun before the figures makes them a name: "Flight 1999", "No. 1945"."""
    return site.before.listed("labels") or (site.before.word == "." and site.before_that.word == "no")


def _glued(site: Site) -> bool:
    """Say whether the figures are part of a longer number or code: "$1950", "1,987", "1987-A"."""
    before, after = site.before, site.after
    if not before.apart and before.word in _GLUE_BEFORE:
        that = site.before_that.word
        compound = before.word in {"-", "/"} and (that.isalpha() or _is_year(that))
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
