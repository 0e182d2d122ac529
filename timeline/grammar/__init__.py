"""The rules and words that times are written in: TOML files, validated, ready to parse tokens.

``load`` reads a language once. Words are data (``lexicon.toml``), rules are data (``timex.toml``);
what a rule means is an operator, a plain function that :mod:`timeline.resolve` knows by name.
"""

from timeline.grammar.chart import Found, parse
from timeline.grammar.loader import Grammar, Rule, load
from timeline.grammar.pattern import tokens_of

__all__ = ["Found", "Grammar", "Rule", "load", "parse", "tokens_of"]
