"""Which words can open and which can close a time: all others are trimmed off before parsing."""

from collections.abc import Iterable, Mapping

#: a flat sequence of symbols, and the kinds in braces that it makes
Line = tuple[tuple[str, ...], tuple[str, ...]]


def opening(lines: Iterable[Line], target: str = "{time}") -> frozenset[str]:
    """Return the literal words that some sequence of a kind can begin with.

    >>> sorted(opening([(("{day}",), ("{time}",)), (("the", "{nth}"), ("{day}",)), (("tuesday",), ("{day}",))]))
    ['the', 'tuesday']
    """
    return _reach({(key, line[0]) for line, kinds in lines for key in kinds}, target)


def closing(lines: Iterable[Line], target: str = "{time}") -> frozenset[str]:
    """Return the literal words that some sequence of a kind can end with."""
    return _reach({(key, line[-1]) for line, kinds in lines for key in kinds}, target)


def _reach(steps: Iterable[tuple[str, str]], target: str) -> frozenset[str]:
    below: dict[str, set[str]] = {}
    for above, symbol in steps:
        below.setdefault(above, set()).add(symbol)
    return frozenset(symbol for symbol in _closure(below, target) if not symbol.startswith("{"))


def _closure(below: Mapping[str, set[str]], target: str) -> set[str]:
    seen = {target}
    waiting = [target]
    while waiting:
        found = below.get(waiting.pop(), set()) - seen
        seen |= found
        waiting += found
    return seen
