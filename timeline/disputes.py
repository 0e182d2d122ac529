"""Who gives an event another date, in words true of them: some sources disagree, some contradict themselves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model import Claim, Event, EventMention
from timeline.words import when


def rivals(event: Event) -> tuple[Claim, ...]:
    """Return the datings that the event's own excludes."""
    if not event.conflict:
        return ()
    return tuple(claim for claim in event.claims if not claim.interval.overlaps(event.interval))


def claimants(event: Event, claim: Claim) -> tuple[str, ...]:
    """Return the sources that make a claim, sorted."""
    return tuple(sorted({mention.source for mention in makers(event, claim)}))


def makers(event: Event, claim: Claim) -> tuple[EventMention, ...]:
    """Return the mentions that make a claim, in the order of the event."""
    made = set(claim.mentions)
    return tuple(mention for mention in event.mentions if mention.id in made)


def wording(event: Event, claim: Claim) -> str:
    """Return who makes a claim in which words: "The Courier (“Saturday”); The Herald (“on the 2nd”)"."""
    phrases: dict[str, set[str]] = {source: set() for source in claimants(event, claim)}
    for mention in makers(event, claim):
        if mention.time:
            phrases[mention.source].add(phrase(mention))
    said = (f"{source} ({', '.join(sorted(words))})" if words else source for source, words in phrases.items())
    return "; ".join(said) or "set by hand"


def phrase(mention: EventMention) -> str:
    """Return the words that date a mention, quoted, or that there are none."""
    words = " ".join(mention.time.timex.text.split()) if mention.time else ""
    return f"“{words}”" if words else "no time of its own"


def ground(mention: EventMention) -> str:
    """Return the rule that dates a mention, why it gives that date, and what it counts from."""
    time = mention.time
    if time is None:
        return ""
    counted = f", counted from {time.anchor}" if time.anchor else ""
    return f"rule {time.timex.rule}: {time.reason}{counted}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sides:
    """The sources of rival claims.

    Attributes:
        selves: those of which one article gives another date too.
        within: those of which another article does.
        others: the rest.
    """

    selves: tuple[str, ...]
    within: tuple[str, ...]
    others: tuple[str, ...]


def verdict(event: Event) -> str:
    """Say in a few words what kind of conflict an event's date is in; an empty string where it is in none.

    A source contradicts itself where one article of it gives two dates that exclude each other; where two articles do,
    its articles disagree; sources disagree where one gives a rival date only.
    """
    if not event.conflict:
        return ""
    sides = _sides(event, rivals(event))
    said = [
        f"{_listed(sides.selves)} {_themselves(sides.selves)}" if sides.selves else "",
        f"articles of {_listed(sides.within)} disagree" if sides.within else "",
        "sources disagree" if sides.others else "",
    ]
    words = " and ".join(part for part in said if part)
    if not words:
        return "The dates told conflict"
    return f"{words if sides.selves else words[0].upper() + words[1:]} on the date"


def objections(event: Event, *, year: int | None = None) -> tuple[str, ...]:
    """Return who gives which rival date, one after the other: "The Courier dates it to Sat 2 March".

    Args:
        event: the event.
        year: the year that the reader has in view and need not read again, or None.
    """
    said = []
    for claim in rivals(event):
        day = when(claim.interval, short=True, year=year)
        sides = _sides(event, (claim,))
        if sides.others:
            said.append(f"{_listed(sides.others)} {'dates' if len(sides.others) == 1 else 'date'} it to {day}")
        if sides.within:
            said.append(f"another article of {_listed(sides.within)} dates it to {day}")
        if sides.selves:
            said.append(f"{_listed(sides.selves)} {_themselves(sides.selves)}: also {day}")
    return tuple(said)


def _sides(event: Event, claims: Iterable[Claim]) -> _Sides:
    """Tell the sources of rival claims apart by what else they say."""
    kinds: dict[str, int] = {}  # source -> 0 for an article against itself, 1 for articles, 2 for the source alone
    for claim in claims:
        against = [
            mention
            for other in event.claims
            if not other.interval.overlaps(claim.interval)
            for mention in makers(event, other)
        ]
        articles = {mention.article_id for mention in against}
        sources = {mention.source for mention in against}
        for mention in makers(event, claim):
            kind = 0 if mention.article_id in articles else 1 if mention.source in sources else 2
            kinds[mention.source] = min(kind, kinds.get(mention.source, kind))
    sides = (tuple(sorted(source for source in kinds if kinds[source] == kind)) for kind in range(3))
    return _Sides(**dict(zip(("selves", "within", "others"), sides, strict=True)))


def _themselves(sources: Sequence[str]) -> str:
    return "contradicts itself" if len(sources) == 1 else "contradict themselves"


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
