"""A bottom-up chart parser over a short run of tokens.

Cost is bounded by the run's length, which the tagger bounds, so a text costs in step with its length.
What a token makes by itself is worked out once.
"""

from typing import NamedTuple

from timeline.grammar.loader import Grammar, Item, Node, Production, Rule, Single, Slot
from timeline.grammar.numbers import COMPUTATIONS, classes_of
from timeline.model import Term

_Chart = dict[str, dict[int, Item]]
_Agenda = list[tuple[str, Item]]
_REMEMBERED = 20_000


class Found(NamedTuple):
    """A time in a run of tokens: the tokens from ``start`` up to ``end``, and what the rule makes of them."""

    start: int
    end: int
    term: Term


def parse(grammar: Grammar, tokens: list[str]) -> list[Found]:
    """Return every time in the tokens, by start, the longest first, the reading of highest priority first.

    A time that holds others is one item of its own; which of them stand in the text is the tagger's choice.
    """
    charts: list[_Chart] = [{} for _ in range(len(tokens) + 1)]
    found: list[tuple[int, int, int, Term]] = []
    for start in range(len(tokens) - 1, -1, -1):
        times = _fill(grammar, charts, start, tokens[start])
        found += [(start, -item.length, -item.priority, item.value) for item in times if isinstance(item.value, Term)]
    found.sort(key=lambda one: one[:3])
    return [Found(start, start - length, term) for start, length, _, term in found]


def _fill(grammar: Grammar, charts: list[_Chart], start: int, token: str) -> list[Item]:
    """Complete all that starts at one token, given all that starts after it; return the times, every reading."""
    single = _single(grammar, token)
    here = charts[start]
    for key, item in single.items:
        here[key] = {1: item}
    times = list(single.times)
    agenda: _Agenda = []
    if charts[start + 1]:
        for node, item in single.open:
            _follow(charts, node, (start, start + 1), (item.value,), agenda)
    _complete(grammar, charts, start, agenda, times)
    return times


def _single(grammar: Grammar, token: str) -> Single:
    """Return what a token makes by itself."""
    known = grammar.singles.get(token)
    if known is not None:
        return known
    charts: list[_Chart] = [{}, {}]
    times: list[Item] = []
    agenda: _Agenda = [(token, Item(1, 0, 0))]
    agenda += [(name, Item(1, value, 0)) for name, value in classes_of(token)]
    _complete(grammar, charts, 0, agenda, times)
    items = tuple((key, made[1]) for key, made in charts[0].items())
    nodes = ((grammar.root.next.get(key), item) for key, item in items)
    single = Single(items, tuple((node, item) for node, item in nodes if node and node.next), tuple(times))
    if len(grammar.singles) >= _REMEMBERED:
        grammar.singles.clear()
    grammar.singles[token] = single
    return single


def _complete(grammar: Grammar, charts: list[_Chart], start: int, agenda: _Agenda, times: list[Item]) -> None:
    """Enter what is made, and follow what it opens, until nothing more is made."""
    here, roots = charts[start], grammar.root.next
    while agenda:
        key, item = agenda.pop()
        if key == "{time}":
            times.append(item)
        known = here.setdefault(key, {})
        best = known.get(item.length)
        if best is not None and best.priority >= item.priority:
            continue
        known[item.length] = item
        node = roots.get(key)
        if node is not None:
            _extend(charts, node, (start, start + item.length), (item.value,), agenda)


def _extend(charts: list[_Chart], node: Node, span: tuple[int, int], values: tuple[Slot, ...], agenda: _Agenda) -> None:
    """Make what is complete here, and follow the rest of the sequence."""
    start, end = span
    for production in node.done:
        made = Item(end - start, _made(production, values), production.priority)
        agenda += [(kind, made) for kind in production.kinds]
    if node.next:
        _follow(charts, node, span, values, agenda)


def _follow(charts: list[_Chart], node: Node, span: tuple[int, int], values: tuple[Slot, ...], agenda: _Agenda) -> None:
    """Follow a sequence through what is complete from where it stands."""
    start, end = span
    following = node.next
    for key, items in charts[end].items():
        below = following.get(key)
        if below is not None:
            for item in items.values():
                _extend(charts, below, (start, end + item.length), (*values, item.value), agenda)


def _made(production: Production, values: tuple[Slot, ...]) -> Slot:
    rule = production.rule
    if rule is None:
        return production.value
    named = tuple((name, value) for name, value in zip(production.names, values, strict=True) if name)
    return _computed(rule, named) if rule.compute else Term(rule.name, named)


def _computed(rule: Rule, named: tuple[tuple[str, Slot], ...]) -> Slot:
    numbers = [value for _name, value in named if not isinstance(value, Term)]
    return COMPUTATIONS[rule.compute](*numbers, *(value for _name, value in rule.constants))
