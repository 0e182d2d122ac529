"""Conditions on a time's surroundings, by name: what is written like a time and is none.

A rule of the grammar names its guards; each says whether the time may stand.
"""

import re
from collections.abc import Callable, Mapping

from timeline.grammar import load
from timeline.model import Term
from timeline.tag.site import Site

_AMOUNT_OF = re.compile(
    r"(?:\d[\d,.]*|\b(?:hundreds?|thousands?|millions?|billions?|dozens?|times|cents|percent))\)?(?:[ -][\w$%-]+){0,3}\s+\Z"
)
_THOUSANDS = re.compile(r",\d{3}(?!\d)")
_BEFORE_A_VERB = frozenset("will would could may might can to did should must not cannot 'll that".split())
_SIZES = {"P1Y": 9, "P1M": 8, "P1W": 7, "P1D": 6, "PT1H": 5, "PT1M": 4, "PT1S": 3}
Guard = Callable[[Site], bool]


def holds(guards: tuple[str, ...], site: Site) -> bool:
    """Say whether every guard lets the time stand."""
    return all(GUARDS[name](site) for name in guards)


def _listed(name: str, word: str) -> bool:
    return word in load().lists[name]


def _capital(written: str) -> bool:
    return written[:1].isupper()


def weekday_short(site: Site) -> bool:
    """Hold off papers ("the Sunday Times"), and "Sun" and "Sat" that name something else."""
    if _capital(site.after.written) and _listed("mastheads", site.after.word):
        return False
    if len(site.phrase.rstrip(".")) > 3:
        return True
    if site.after.word in {"'", "’", "s"}:
        return False
    return site.before.word in {"on", "last", "next", "this", "(", "by", "until", "every"} or site.after.word.isdigit()


def no_newspaper(site: Site) -> bool:
    """Hold off papers and broadcasters: "USA Today", "the Daily Mail"."""
    if not _capital(site.text[site.start :]):
        return True
    if _capital(site.before.written) and not site.opens:
        return False
    return not (site.phrase == "daily" and _capital(site.after.written))


def day_alone(site: Site) -> bool:
    """Let "the 9th" stand only where no noun follows ("the 9th floor")."""
    if site.after.word.isalpha():
        return False
    return site.before.word in {"on", "by", "until", "from", "of", "to", "since", "before", "after"}


def unit_noun(site: Site) -> bool:
    """Hold off "this second" and "last minute"."""
    if site.slots["unit"] == "P1D" and site.phrase.startswith("this"):
        return False
    if site.before.word in {'"', "“", "''", "'", "‘"} and _capital(site.text[site.start : site.end].split()[-1]):
        return False
    return site.slots["unit"] not in {"PT1S", "PT1M"} and (
        site.slots["unit"] != "PT1H" or site.before.word in {"", "in", "within", "during", "over", "for"}
    )


def definite_unit(site: Site) -> bool:
    """Let "the year" stand where it names one, and no noun or clause says which."""
    if site.slots["unit"] not in {"P1Y", "P1Q", "P1W", "P1M"}:
        return False
    if site.before.word == "of" and site.before_that.word not in {"end", "rest", "most", "part", "half", "out", "much"}:
        return False
    if site.after.word in {
        "of",
        "when",
        "that",
        "he",
        "she",
        "they",
        "it",
        "after",
        "before",
        "his",
        "her",
        "i",
        "we",
        "-",
    }:
        return False
    return not (site.after.word.isalpha() and _capital(site.after.written))


def month_alone(site: Site) -> bool:
    """Hold off persons and verbs: "Theresa May", "March on Rome", "April Ryan", "Jan Kavan"."""
    name_follows = _capital(site.after.written) and site.after.word.isalpha()
    if len(site.phrase) == 3 or site.phrase in {"march", "sept"}:
        if site.opens:
            return site.after.word in {"was", "is", "has", "will", "brought", "saw", ",", "of", "and", "'", "’"}
        if site.before.word == "," and site.after.word in {",", "through", "to", "and", "or"}:
            return True
        return _listed("introducers", site.before.word) and not name_follows
    if _listed("introducers", site.before.word) or site.opens or site.before.word in {",", "(", "-", "—", "–"}:
        return True
    return not (_capital(site.before.written) or name_follows)


def season_alone(site: Site) -> bool:
    """Hold off verbs and falls: "prices fall", "the fall of Rome", "the Winter Olympics", "spring into action"."""
    season = site.text[site.start : site.end].split()[-1]
    if _capital(site.after.written) and site.after.word.isalpha() and _capital(season):
        return False
    if site.after.word in {"of", "into", "to", "from", "-"}:
        return False
    if site.phrase.startswith("the "):
        return not (
            site.slots["season"] == "FA" and site.phrase.endswith("fall") and site.before.word in {"after", "since"}
        )
    return site.before.word in {
        "in",
        "by",
        "until",
        "since",
        "this",
        "during",
        "each",
        "every",
        "early",
        "late",
        "through",
    }


def year_alone(site: Site) -> bool:
    """Let four digits be a year only where they count and label nothing."""
    year = site.slots.get("year")
    if not isinstance(year, int):
        return True
    if "year" in site.phrase:
        return True
    before, after = site.before, site.after
    if _listed("labels", before.word) or _listed("counted", after.word):
        return False
    if (
        not before.apart
        and before.word in {"$", ".", ",", "/", ":", "-", "#", "£", "€", "+", "_"}
        and not (before.word in {"-", "/"} and site.before_that.word.isalpha())
    ):
        return False
    if not after.apart and (after.word in {"%", "/", "_", "$"} or after.word[:1].isalnum()):
        return False
    if after.word in {",", "."} and not after.apart and site.text[site.end + 1 : site.end + 2].isdigit():
        return False
    if _listed("year_introducers", before.word):
        return True
    return 1800 <= year <= 2049 and (
        before.word in {"(", ",", "", "-", "–", "—", "’", "'", "s"} or not after.word.isalpha() or True
    )


def year_words(site: Site) -> bool:
    """Let number words be a year only of centuries that are told so."""
    year = site.slots.get("year")
    return isinstance(year, int) and 1700 <= year <= 2099 and year % 100 >= 10


def no_age(site: Site) -> bool:
    """Hold off "temperatures in the seventies"."""
    return site.after.word not in {"degrees", "fahrenheit", "celsius"}


def amount(site: Site) -> bool:
    """Hold off ages, fractions, instants, rates and shows ("60 Minutes")."""
    after = site.after.word
    if site.phrase.startswith(("a ", "an ")) and _is_rate(site):
        return False
    if after == "-" and site.lower[site.end + 1 : site.end + 8].startswith(("ago", "earlier")):
        return False
    if site.phrase[0].isdigit() and _capital(site.text[site.start : site.end].split()[-1]) and not site.text.isupper():
        return False
    if after == "old" or (after == "-" and site.lower[site.end : site.end + 4] in {"-old", "- ol"}):
        return False
    if after == "of" and site.lower[site.end : site.end + 7] == " of age":
        return False
    if site.before.word in {"aged", "age", "ages"}:
        return False
    tokens = site.phrase.replace("-", " ").split()
    if tokens[-1] in {"quarter", "quarters"}:
        return after not in {"of", "million", "inch", "mile", "finals"} and "a" not in tokens[:-1]
    return tokens[-1] not in {"second", "sec", "min"} or tokens[0][0].isdigit()


def _is_rate(site: Site) -> bool:
    """Say whether "a day" follows an amount of something: "10,000 people a day", "$5 a barrel a day"."""
    if site.after.word in {"ago", "earlier", "later", "after", "before", "or", "from", "and"}:
        return False
    return _AMOUNT_OF.search(site.text, max(0, site.start - 32), site.start) is not None


def earlier_in(site: Site) -> bool:
    """Hold off "later in the day", which names no day by itself."""
    return not site.phrase.endswith(" the day")


def bare_units(site: Site) -> bool:
    """Let uncounted units stand only after a preposition of time, and not "quarters" or "seconds"."""
    if site.slots["unit"] in {"P1Q", "PT1S", "P1WE"} or site.after.word == "old":
        return False
    return _listed("bare_introducers", site.before.word)


def window(site: Site) -> bool:
    """Hold off the verb: "it will last two hours"."""
    return not (site.phrase.startswith("last ") and site.before.word in _BEFORE_A_VERB)


def descending(site: Site) -> bool:
    """Let two amounts be one only where the second counts a smaller unit ("two hours and 30 minutes")."""
    sizes = [_SIZES.get(str(dict(part.slots).get("unit")), 0) for part in site.slots.values() if isinstance(part, Term)]
    return len(sizes) == 2 and sizes[0] > sizes[1]


def season_named(site: Site) -> bool:
    """Hold off the fall from a roof."""
    return site.after.word not in {"from", "into", "of", "off"}


def day_number(site: Site) -> bool:
    """Hold off "May 10,000 people come?"."""
    return _THOUSANDS.match(site.text, site.end) is None


def ends_clause(site: Site) -> bool:
    """Let "the day before" stand alone only where its clause ends."""
    return site.after.word in {"", ".", ",", ";", ":", "!", "?", ")", "—", "–", "and", "but", "'", '"', "”", "’"}


def noon(site: Site) -> bool:
    """Hold off the film and the show-down: "high noon"."""
    return site.before.word != "high"


def clock_alone(site: Site) -> bool:
    """Let figures be a clock only after a preposition of time: not a score, not "Updated: 0:00"."""
    return _listed("clock_introducers", site.before.word) and site.after.word not in {"-", "win", "lead", "loss", "in"}


def part_alone(site: Site) -> bool:
    """Let "the morning" stand in a phrase of time."""
    return site.before.word in {"in", "during", "by", "through", "into", "until"} and site.after.word not in {"of", "-"}


def overnight(site: Site) -> bool:
    """Hold off the adjective ("an overnight bag")."""
    return site.before.word not in {"an", "the"}


def hedged_date(site: Site) -> bool:
    """Hold off "talks about Friday": only "around" and "circa" hedge a date."""
    return not site.phrase.startswith("about") or site.phrase[6:].isdigit()


def reference(site: Site) -> bool:
    """Hold off words that only look like a reference ("the recent-most", "now-defunct")."""
    if site.after.word == "-" and not site.after.apart:
        return False
    if site.phrase == "now" and site.before.word in {"until", "by", "from"}:
        return True
    return site.before.word not in {"-"}


GUARDS: Mapping[str, Guard] = {
    "weekday-short": weekday_short,
    "no-newspaper": no_newspaper,
    "day-alone": day_alone,
    "unit-noun": unit_noun,
    "definite-unit": definite_unit,
    "month-alone": month_alone,
    "season-alone": season_alone,
    "year-alone": year_alone,
    "year-words": year_words,
    "no-age": no_age,
    "amount": amount,
    "earlier-in": earlier_in,
    "bare-units": bare_units,
    "window": window,
    "clock-alone": clock_alone,
    "ends-clause": ends_clause,
    "noon": noon,
    "descending": descending,
    "season-named": season_named,
    "day-number": day_number,
    "part-alone": part_alone,
    "overnight": overnight,
    "hedged-date": hedged_date,
    "reference": reference,
}
