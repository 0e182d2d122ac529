"""Guards of amounts: ages, fractions, instants, rates, shows and verbs that are written like amounts of time."""

import re

from timeline.model import Term
from timeline.tag.site import Site

_AMOUNT_OF = re.compile(
    r"(?:\d(?:[\d,.]*\d)?|\b(?:hundreds?|thousands?|millions?|billions?|dozens?|times|cents|percent|hours|days|nights))\)?"
    r"(?:[ -][\w$%-]+){0,3}\s+\Z"
)
_NO_RATE = frozenset({"ago", "earlier", "later", "after", "before", "or", "from", "and"})
_BEFORE_A_VERB = frozenset(
    {"will", "would", "could", "may", "might", "can", "to", "did", "should", "must", "not", "cannot", "'ll", "that"}
)
_LASTING = frozenset({"for", "last", "lasts", "lasted", "lasting"})
_SIZES = {"P1Y": 9, "P1M": 8, "P1W": 7, "P1D": 6, "PT1H": 5, "PT1M": 4, "PT1S": 3}
_PARTED = frozenset({"before", "after", "since", "leading", "following", "when"})


def amount(site: Site) -> bool:
    """Hold off ages, fractions, instants, rates and shows ("60 Minutes")."""
    if site.phrase.startswith(("a ", "an ")) and not _definite(site):
        return False
    if _is_age(site) or _is_title(site):
        return False
    tokens = site.phrase.replace("-", " ").split()
    if tokens[-1] in {"quarter", "quarters"}:
        return "a" not in tokens[:-1] and site.after.word not in {"of", "million", "inch", "mile", "finals"}
    return tokens[-1] not in {"second", "sec", "min"} or tokens[0][0].isdigit()


def _definite(site: Site) -> bool:
    """Say whether "a day" is an amount: no rate, no compound ("a day-care center"), no "a weekend"."""
    return not (site.slots.get("unit") == "P1WE" or site.hyphenated or _is_rate(site))


def _is_rate(site: Site) -> bool:
    """Say whether "a day" follows an amount of something: "10,000 people a day", "$5 a barrel a day"."""
    if site.after.word in _NO_RATE:
        return False
    return _AMOUNT_OF.search(site.text, max(0, site.start - 32), site.start) is not None


def _is_age(site: Site) -> bool:
    """Say whether somebody's age is told."""
    if site.before.word in {"aged", "age", "ages"} or site.after.word == "old":
        return True
    return site.lower.startswith(("-old", "- old", " of age"), site.end)


def _is_title(site: Site) -> bool:
    """Say whether figures and a capital make a title: "60 Minutes"."""
    return site.phrase[0].isdigit() and site.text[site.start : site.end].split()[-1][0].isupper() and site.mixed


def bare_units(site: Site) -> bool:
    """Let uncounted units stand only after a preposition of time, and not "quarters" or "seconds"."""
    if (
        site.slots["unit"] in {"P1Q", "PT1S", "P1WE"}
        or site.after.word == "old"
        or site.lower.startswith("-old", site.end)
    ):
        return False
    if site.before.word == "the":
        return site.after.word in _PARTED or site.lower.startswith((" that followed", " that preceded"), site.end)
    if site.after.word in {"after", "before"} and site.before.word in {"", ".", ",", ";", "came", "just", "—", "–"}:
        return True
    return site.before.listed("bare_introducers")


def the_units(site: Site) -> bool:
    """Let "the years" be an amount where they pass ("over the years") or lie ahead."""
    if site.phrase.endswith((" ahead", " to come")):
        return True
    passing = site.before.word in {"over", "through", "throughout", "down"}
    return passing and site.after.word not in _PARTED and site.after.word not in {"of", "that"}


def window(site: Site) -> bool:
    """Hold off the verb: "it will last two hours"."""
    return not (site.phrase.startswith("last ") and site.before.word in _BEFORE_A_VERB)


def descending(site: Site) -> bool:
    """Let two amounts be one only where the second counts a smaller unit ("two hours and 30 minutes")."""
    sizes = [_SIZES.get(str(dict(part.slots).get("unit")), 0) for part in site.slots.values() if isinstance(part, Term)]
    return len(sizes) == 2 and sizes[0] > sizes[1]


def no_comparison(site: Site) -> bool:
    """Hold off "two hours later than usual"."""
    return site.after.word != "than"


def not_lasting(site: Site) -> bool:
    """Hold off "for three days from Monday", which tells how long and from when."""
    return site.before.word not in _LASTING or " from " not in site.phrase
