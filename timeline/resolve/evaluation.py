"""What a term means: each rule's operator, run on the slots that its words filled."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache

from timeline.errors import TimelineError
from timeline.grammar import load
from timeline.interval import Grain
from timeline.model import AnchoredTimex, Target, Term, Timex, TimexType
from timeline.resolve.meaning import Context, Meaning
from timeline.resolve.operators import OPERATORS


def evaluate(term: Term, context: Context) -> Meaning:
    """Return what a term means in a context."""
    operator, constants, _explicit = _meanings()[term.rule]
    return operator(context, **constants, **dict(term.slots))


@lru_cache(maxsize=1)
def _meanings() -> Mapping[str, tuple[Callable[..., Meaning], Mapping[str, object], bool]]:
    """Return each rule's operator, the slots it fixes, and whether it names a date by itself."""
    rules = load().rules.values()
    return {
        rule.name: (OPERATORS[rule.operator], dict(rule.constants), rule.explicit) for rule in rules if rule.operator
    }


def _explicit(term: Term) -> bool:
    """Say whether a term names a year, month or day by itself, at any depth."""
    if _meanings()[term.rule][2]:
        return True
    return any(isinstance(value, Term) and _explicit(value) for _name, value in term.slots)


def named_day(published: date | None, timex: Timex) -> date | None:
    """Return the day that a time names by its date, or None."""
    if not _explicit(Term(timex.rule, timex.slots)):
        return None
    try:
        meaning = evaluate(Term(timex.rule, timex.slots), Context(published=published, evaluate=evaluate))
    except (TimelineError, ValueError, OverflowError):
        return None
    plain = meaning.type is TimexType.DATE and meaning.interval is not None and meaning.interval.grain is Grain.DAY
    return meaning.interval.start if plain and meaning.interval else None


def anchored(timex: Timex, meaning: Meaning, target: Target) -> AnchoredTimex:
    """Return a time with what it means, and whether that is said of a clause behind it."""
    return AnchoredTimex(
        timex=timex,
        type=meaning.type,
        value=meaning.value,
        mod=meaning.mod,
        interval=meaning.interval,
        clock=meaning.clock,
        anchor=meaning.anchor,
        reason=meaning.reason,
        alternatives=meaning.alternatives,
        explicit=_explicit(Term(timex.rule, timex.slots)),
        target=target,
    )
