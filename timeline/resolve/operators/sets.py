"""Times that recur, and references to no particular time: a value, and no days."""

from timeline.model import Term, TimexType
from timeline.resolve.meaning import Context, Meaning
from timeline.resolve.units import amount_value


def every(  # noqa: PLR0913  # a slot each
    context: Context,
    *,
    unit: str = "",
    amount: Term | None = None,
    step: int = 1,
    every_word: str = "",
    count: object = 0,
    nth: int = 0,
    weekday: int = 0,
) -> Meaning:
    """Return a set that recurs by a unit or an amount."""
    del every_word, count, nth, weekday
    if amount is not None:
        some = context.meaning(amount)
        return Meaning(type=TimexType.SET, value=some.value, reason="it recurs", told=False)
    value = unit if unit.startswith("X") else amount_value(step, unit)
    return Meaning(type=TimexType.SET, value=value, reason="it recurs", told=False)


def every_named(
    context: Context, *, inner: Term | None = None, weekday: int = 0, part: str = "", every_word: str = ""
) -> Meaning:
    """Return a set of named times: every Tuesday, each July."""
    del every_word
    value = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX" if inner is None else _open(context, inner)
    return Meaning(type=TimexType.SET, value=value + (f"T{part}" if part else ""), reason="it recurs", told=False)


def _open(context: Context, inner: Term) -> str:
    """Return the value of a name with its year left open."""
    slots = dict(inner.slots)
    if "weekday" in slots:
        return f"XXXX-WXX-{slots['weekday']}"
    value = context.meaning(inner).value
    return f"XXXX{value[4:]}"


def reference(_context: Context, *, reference: str, amount: Term | None = None) -> Meaning:
    """Return a reference to the present, the past or the future as such."""
    del amount
    return Meaning(value=reference, reason="no particular time", told=False)
