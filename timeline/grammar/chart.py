"""A bottom-up chart parser over a short run of tokens.

Cost is bounded by the run's length, which the tagger bounds, so a text costs in step with its length.
What a token makes by itself is worked out once.
"""

from typing import NamedTuple

from timeline.grammar.loader import Grammar, Item, Node, Production, Rule, Single, Slot
from timeline.grammar.numbers import COMPUTATIONS, classes_of
from timeline.model import Term

_REMEMBERED = 20_000
_Agenda = list[tuple[str, Item]]


class Found(NamedTuple):
    """A time in a run of tokens: the tokens from ``start`` up to ``end``, and what the rule makes of them."""

    start: int
    end: int
    term: Term


class _Place(NamedTuple):
    """What starts at one token: what the token makes by itself, and what it makes with those after it."""

    single: dict[str, Item]
    longer: dict[str, dict[int, Item]]


def parse(grammar: Grammar, tokens: list[str]) -> list[Found]:
    """Return every time in the tokens, by start, the longest first, the reading of highest priority first.

    A time that holds others is one item of its own; which of them stand in the text is the tagger's choice.
    """
    chart = [_Place({}, {}) for _ in range(len(tokens) + 1)]
    found: list[tuple[int, int, int, Term]] = []
    for start in range(len(tokens) - 1, -1, -1):
        times = _fill(grammar, chart, start, tokens[start])
        found += [(start, -item.length, -item.priority, item.value) for item in times if isinstance(item.value, Term)]
    found.sort(key=lambda one: one[:3])
    return [Found(start, start - length, term) for start, length, _, term in found]


def _fill(grammar: Grammar, chart: list[_Place], start: int, token: str) -> list[Item]:
    """Complete all that starts at one token, given all that starts after it; return the times, every reading."""
    single = grammar.singles.get(token) or _single(grammar, token)
    chart[start] = _Place(single.items, {})
    times = list(single.times)
    agenda: _Agenda = []
    if start + 1 < len(chart) - 1:
        for node, item in single.open:
            _follow(chart, node, (start, start + 1), (item.value,), agenda)
        _complete(grammar, chart, start, agenda, times)
    return times


def _single(grammar: Grammar, token: str) -> Single:
    """Return what a token makes by itself."""
    chart = [_Place({}, {}), _Place({}, {})]
    times: list[Item] = []
    agenda: _Agenda = [(token, Item(1, 0, 0))]
    agenda += [(name, Item(1, value, 0)) for name, value in classes_of(token)]
    _complete(grammar, chart, 0, agenda, times)
    items = {key: made[1] for key, made in chart[0].longer.items()}
    nodes = ((grammar.root.next.get(key), item) for key, item in items.items())
    single = Single(items, tuple((node, item) for node, item in nodes if node and node.next), tuple(times))
    if len(grammar.singles) >= _REMEMBERED:
        grammar.singles.clear()
    grammar.singles[token] = single
    return single


def _complete(grammar: Grammar, chart: list[_Place], start: int, agenda: _Agenda, times: list[Item]) -> None:
    """Enter what is made, and follow what it opens, until nothing more is made."""
    here, roots = chart[start].longer, grammar.root.next
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
            _extend(chart, node, (start, start + item.length), (item.value,), agenda)


def _extend(chart: list[_Place], node: Node, span: tuple[int, int], values: tuple[Slot, ...], agenda: _Agenda) -> None:
    """Make what is complete here, and follow the rest of the sequence."""
    start, end = span
    for production in node.done:
        made = Item(end - start, _made(production, values), production.priority)
        agenda += [(kind, made) for kind in production.kinds]
    if node.next:
        _follow(chart, node, span, values, agenda)


def _follow(chart: list[_Place], node: Node, span: tuple[int, int], values: tuple[Slot, ...], agenda: _Agenda) -> None:
    """Follow a sequence through what is complete from where it stands."""
    start, end = span
    following = node.next
    single, longer = chart[end]
    for key in following if len(following) < len(single) else single:
        if key in single and key in following:
            _extend(chart, following[key], (start, end + 1), (*values, single[key].value), agenda)
    for key, items in longer.items():
        below = following.get(key)
        if below is not None:
            for item in items.values():
                _extend(chart, below, (start, end + item.length), (*values, item.value), agenda)


def _made(production: Production, values: tuple[Slot, ...]) -> Slot:
    rule = production.rule
    if rule is None:
        return production.value
    named = tuple((name, value) for name, value in zip(production.names, values, strict=True) if name)
    return _computed(rule, named) if rule.compute else Term(rule.name, named)


def _computed(rule: Rule, named: tuple[tuple[str, Slot], ...]) -> Slot:
    numbers = [value for _name, value in named if not isinstance(value, Term)]
    return COMPUTATIONS[rule.compute](*numbers, *(value for _name, value in rule.constants))
