"""Who gives an event another date, in words true of them: some sources disagree, some contradict themselves."""

from collections.abc import Iterable

from timeline.model import Claim, Event, EventMention
from timeline.words import when


def rivals(event: Event) -> tuple[Claim, ...]:
    """Return the datings that the event's own excludes."""
    if not event.conflict:
        return ()
    return tuple(claim for claim in event.claims if not claim.interval.overlaps(event.interval))


def claimants(event: Event, claim: Claim) -> tuple[str, ...]:
    """Return the sources that make a claim, sorted."""
    return tuple(sorted({mention.source for mention in _makers(event, claim)}))


def wording(event: Event, claim: Claim) -> str:
    """Return who makes a claim in which words: "The Courier (“Saturday”); The Herald (“on the 2nd”)"."""
    phrases: dict[str, set[str]] = {source: set() for source in claimants(event, claim)}
    for mention in _makers(event, claim):
        if mention.time:
            phrases[mention.source].add(f"“{' '.join(mention.time.timex.text.split())}”")
    said = (f"{source} ({', '.join(sorted(words))})" if words else source for source, words in phrases.items())
    return "; ".join(said) or "set by hand"


def _makers(event: Event, claim: Claim) -> list[EventMention]:
    made = set(claim.mentions)
    return [mention for mention in event.mentions if mention.id in made]


def verdict(event: Event) -> str:
    """Say in a few words what kind of conflict an event's date is in; an empty string where it is in none.

    A source that gives the chosen date and a rival one contradicts itself, be it in one article or in two; sources
    disagree where one gives a rival date only.
    """
    if not event.conflict:
        return ""
    selves, others = _sides(event, rivals(event))
    said = (
        [f"{_listed(selves)} {'contradicts itself' if len(selves) == 1 else 'contradict themselves'}"] if selves else []
    )
    if others:
        said.append("sources disagree")
    words = " and ".join(said)
    return f"{words if selves else words.capitalize()} on the date" if said else "The dates told conflict"


def objections(event: Event, *, year: int | None = None) -> tuple[str, ...]:
    """Return who gives which rival date, one after the other: "The Courier dates it to Sat 2 March".

    Args:
        event: the event.
        year: the year that the reader has in view and need not read again, or None.
    """
    said = []
    for claim in rivals(event):
        day = when(claim.interval, short=True, year=year)
        selves, others = _sides(event, (claim,))
        if others:
            said.append(f"{_listed(others)} {'dates' if len(others) == 1 else 'date'} it to {day}")
        if selves:
            themselves = "contradicts itself" if len(selves) == 1 else "contradict themselves"
            said.append(f"{_listed(selves)} {themselves}: also {day}")
    return tuple(said)


def _sides(event: Event, claims: Iterable[Claim]) -> tuple[list[str], list[str]]:
    """Return the sources of rival claims: those that give the chosen date too, and the others."""
    own = set(claimants(event, event.claims[0]))
    sources = sorted({source for claim in claims for source in claimants(event, claim)})
    return [source for source in sources if source in own], [source for source in sources if source not in own]


def _listed(names: list[str]) -> str:
    """Return names as a sentence lists them."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
