"""A bottom-up chart parser over a short run of tokens.

Cost is bounded by the run's length, which the tagger bounds, so a text costs in step with its length.
"""

from typing import NamedTuple

from timeline.grammar.loader import Grammar, Node, Production, Rule, Value
from timeline.grammar.numbers import COMPUTATIONS, classes_of
from timeline.model import Term

Slot = Value | Term


class Found(NamedTuple):
    """A time in a run of tokens: the tokens from ``start`` up to ``end``, and what the rule makes of them."""

    start: int
    end: int
    term: Term


class _Item(NamedTuple):
    end: int
    value: Slot
    priority: int


def parse(grammar: Grammar, tokens: list[str]) -> list[Found]:
    """Return every time in the tokens, by start, the longest first, the reading of highest priority first.

    A time that holds others is one item of its own; which of them stand in the text is the tagger's choice.
    """
    charts: list[dict[str, dict[int, _Item]]] = [{} for _ in range(len(tokens) + 1)]
    found: list[tuple[int, int, int, Term]] = []
    for start in range(len(tokens) - 1, -1, -1):
        times = _fill(grammar, charts, start, tokens[start])
        found += [(start, -item.end, -item.priority, item.value) for item in times if isinstance(item.value, Term)]
    found.sort(key=lambda one: one[:3])
    return [Found(start, -end, term) for start, end, _, term in found]


def _fill(grammar: Grammar, charts: list[dict[str, dict[int, _Item]]], start: int, token: str) -> list[_Item]:
    """Complete all that starts at one token, given all that starts after it; return the times, every reading."""
    times: list[_Item] = []
    agenda: list[tuple[str, _Item]] = [(token, _Item(start + 1, 0, 0))]
    agenda += [(name, _Item(start + 1, value, 0)) for name, value in classes_of(token)]
    while agenda:
        key, item = agenda.pop()
        if key == "{time}":
            times.append(item)
        known = charts[start].setdefault(key, {})
        best = known.get(item.end)
        if best is not None and best.priority >= item.priority:
            continue
        known[item.end] = item
        node = grammar.root.next.get(key)
        if node is not None:
            _extend(charts, node, item.end, (item.value,), agenda)
    return times


def _extend(
    charts: list[dict[str, dict[int, _Item]]],
    node: Node,
    end: int,
    values: tuple[Slot, ...],
    agenda: list[tuple[str, _Item]],
) -> None:
    """Follow a sequence through what is complete from ``end`` on."""
    for production in node.done:
        made = _Item(end, _made(production, values), production.priority)
        agenda += [(kind, made) for kind in production.kinds]
    if not node.next:
        return
    for key, items in charts[end].items():
        below = node.next.get(key)
        if below is not None:
            for item in items.values():
                _extend(charts, below, item.end, (*values, item.value), agenda)


def _made(production: Production, values: tuple[Slot, ...]) -> Slot:
    rule = production.rule
    if rule is None:
        return production.value
    named = tuple((name, value) for name, value in zip(production.names, values, strict=True) if name)
    if rule.compute:
        return _computed(rule, named)
    return Term(rule.name, named)


def _computed(rule: Rule, named: tuple[tuple[str, Slot], ...]) -> Slot:
    numbers = {name: value for name, value in named if not isinstance(value, Term)}
    arguments = [*numbers.values(), *(value for _, value in rule.constants)]
    return COMPUTATIONS[rule.compute](*arguments)
