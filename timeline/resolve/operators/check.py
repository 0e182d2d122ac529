"""Whether every rule gives its operator the slots that it takes; run by the tests, not at every start."""

import inspect

from timeline.errors import GrammarError
from timeline.grammar import Grammar, Rule
from timeline.grammar.pattern import expand
from timeline.resolve.operators import OPERATORS


def check(grammar: Grammar) -> None:
    """Refuse a grammar whose rules and operators do not fit.

    Raises:
        GrammarError: naming the rule, and the slot it gives in vain, twice or not at all.
    """
    for rule in grammar.rules.values():
        if rule.operator:
            _check_rule(rule)


def _check_rule(rule: Rule) -> None:
    where = f"timex.toml: rule '{rule.name}'"
    operator = OPERATORS.get(rule.operator)
    if operator is None:
        raise GrammarError(f"{where}: '{rule.operator}' is no operator; use one of {', '.join(sorted(OPERATORS))}")
    slots = {name: one for name, one in inspect.signature(operator).parameters.items() if one.kind is one.KEYWORD_ONLY}
    needed = {name for name, one in slots.items() if one.default is one.empty}
    for pattern in rule.patterns:
        for sequence in expand(pattern):
            given = [symbol.name for symbol in sequence if symbol.name] + [name for name, _ in rule.constants]
            for name in given:
                if name not in slots or given.count(name) > 1:
                    raise GrammarError(f"{where}: '{pattern}' gives '{name}' in vain or twice; rename the slot")
            if missing := needed - set(given):
                raise GrammarError(
                    f"{where}: '{pattern}' leaves out '{min(missing)}'; give it in the pattern or in with"
                )
