"""The grammar: its pattern language, its loader's refusals, its chart, and that every rule does what it says."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from timeline.errors import GrammarError
from timeline.grammar import Rule, load, parse, tokens_of
from timeline.grammar.loader import build
from timeline.grammar.numbers import COMPUTATIONS, classes_of
from timeline.grammar.pattern import expand
from timeline.model import Term
from timeline.resolve import annotate
from timeline.resolve.operators.check import check
from timeline.tag import tag

GRAMMAR = load("en")
REFERENCE = date.fromisoformat(GRAMMAR.reference)
RULES = list(GRAMMAR.rules.values())


def rules_of(rule: str, slots: tuple[tuple[str, Any], ...]) -> Iterator[str]:
    """Yield the rules that made a term, at any depth."""
    yield rule
    for _name, value in slots:
        if isinstance(value, Term):
            yield from rules_of(value.rule, value.slots)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_examples_and_rejects(rule: Rule) -> None:
    """A rule says what it reads and what it leaves."""
    assert rule.examples
    assert rule.rejects


@pytest.mark.parametrize(
    ("rule", "phrase", "value"),
    [(rule, phrase, value) for rule in RULES for phrase, value in rule.examples],
    ids=lambda part: part.name if isinstance(part, Rule) else part,
)
def test_examples_hold(rule: Rule, phrase: str, value: str) -> None:
    """An example gets its value, by its rule; a rule of numbers works inside another."""
    times = annotate(phrase, REFERENCE)
    makers = [set(rules_of(time.timex.rule, time.timex.slots)) for time in times if time.value == value]
    assert makers
    assert rule.compute or any(rule.name in made for made in makers)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule in RULES for line in rule.rejects])
def test_rejects_hold(rule: Rule, line: str) -> None:
    """A reject is not read by its rule."""
    assert all(rule.name not in rules_of(timex.rule, timex.slots) for timex in tag(line))


def test_rules_fit_their_operators() -> None:
    """Every rule gives its operator the slots that it takes."""
    check(GRAMMAR)


def grammar_of(**rule: Any) -> dict[str, Any]:
    """Return a grammar's TOML with one rule, complete but for what the case changes."""
    whole = {"name": "one", "kind": "day", "pattern": "{weekday}", "operator": "weekday", **rule}
    return {"reference": "2024-03-14", "rule": [{key: value for key, value in whole.items() if value is not None}]}


LEXICON: dict[str, Any] = {"triggers": ["weekday"], "capitals": [], "weekday": {"monday": 1}}


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ({"pattern": "{weekdya}"}, r"rule 'one': \{weekdya\} is no word list"),
        ({"pattern": "[the {weekday}"}, r"rule 'one': '\]' is missing"),
        ({"pattern": "the] {weekday}"}, "a bracket that opens nothing"),
        ({"pattern": "{weekday"}, "is no item"),
        ({"operator": None}, "needs an operator or a computation"),
        ({"compute": "sum"}, "needs an operator or a computation, and not both"),
        ({"operator": None, "compute": "guess"}, "'guess' is no computation"),
        ({"exmples": {}}, "'exmples' is no key of a rule"),
    ],
)
def test_loader_refuses_what_it_cannot_honour(rule: dict[str, Any], complaint: str) -> None:
    """A rule that cannot work is refused with its name."""
    with pytest.raises(GrammarError, match=complaint):
        build(LEXICON, grammar_of(**rule))


def test_loader_refuses_a_name_twice() -> None:
    """Two rules may not share a name, for a time tells its rule by it."""
    timex = grammar_of()
    timex["rule"] *= 2
    with pytest.raises(GrammarError, match="the name is taken"):
        build(LEXICON, timex)


def test_no_grammar_for_a_language() -> None:
    """A language without a grammar is refused with the remedy."""
    with pytest.raises(GrammarError, match="use en"):
        load("tlh")


@pytest.mark.parametrize(
    ("rule", "complaint"),
    [
        ({"operator": "weekend"}, "gives 'weekday' in vain"),
        ({"operator": "sidereal"}, "is no operator"),
        ({"pattern": "monday", "operator": "weekday"}, "leaves out 'weekday'"),
    ],
)
def test_check_refuses_rules_that_do_not_fit(rule: dict[str, Any], complaint: str) -> None:
    """A rule whose slots its operator does not take is refused."""
    with pytest.raises(GrammarError, match=complaint):
        check(build(LEXICON, grammar_of(**rule)))


@pytest.mark.parametrize(
    ("pattern", "lines"),
    [
        ("a b", ["a b"]),
        ("[a] b", ["b", "a b"]),
        ("(a|b) c", ["a c", "b c"]),
        ("[a|b] c", ["c", "a c", "b c"]),
        ("year-end", ["year - end"]),
        ("{x:month} \\( {day} \\)", ["{month} ( {day} )"]),
    ],
)
def test_patterns_expand(pattern: str, lines: list[str]) -> None:
    """A pattern stands for flat sequences."""
    assert [" ".join(symbol.key for symbol in line) for line in expand(pattern)] == lines


@pytest.mark.parametrize(
    ("token", "names"),
    [
        ("7", {"int", "day_number", "month_number", "hour"}),
        ("31", {"int", "day_number", "minute", "short_year"}),
        ("1984", {"int", "year_number"}),
        ("1530", {"int", "year_number", "army"}),
        ("0930", {"int", "army"}),
        ("1234567", set()),
        ("٣", set()),
        ("²", set()),
    ],
)
def test_number_classes(token: str, names: set[str]) -> None:
    """Digits are what their length and value allow; only ASCII digits are read."""
    assert {name[1:-1] for name, _value in classes_of(token)} == names


@pytest.mark.parametrize(
    ("name", "numbers", "result"),
    [
        ("sum", (20, 4), 24),
        ("sum", (2, 0.5), 2.5),
        ("product", ("X", 100), "X"),
        ("year", (19, 97), 1997),
        ("fraction", (2, 1, 2), 2.5),
        ("fraction", (2, 1, 0), 3),
        ("thousands", (2, 500), 2500),
        ("lower", (2, 3), 2),
        ("vague", (), "X"),
    ],
)
def test_computations(name: str, numbers: tuple[float, ...], result: object) -> None:
    """Numbers fold into one."""
    assert COMPUTATIONS[name](*numbers) == result


def test_the_longest_reading_comes_first() -> None:
    """A time built of times is offered before its parts."""
    found = parse(GRAMMAR, tokens_of("tuesday of last week"))
    assert (found[0].start, found[0].end, found[0].term.rule) == (0, 4, "a day of a unit")
