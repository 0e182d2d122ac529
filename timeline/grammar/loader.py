"""TOML files to a validated grammar.

What cannot be honoured is refused with the file and the rule's name.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from timeline.errors import GrammarError
from timeline.grammar.edges import Line, closing, opening
from timeline.grammar.numbers import COMPUTATIONS, NUMBER_CLASSES
from timeline.grammar.pattern import Symbol, asked_by, expand, tokens_of
from timeline.model import Term

Value = str | int | float
_RULE_KEYS = {
    "name", "kind", "pattern", "operator", "compute", "with", "guards", "priority", "examples", "rejects", "explicit",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How one form of time is written and what it means.

    Attributes:
        name: a phrase template, unique.
        kind: what it makes, for use in other patterns; ``time`` and the kinds below it are tagged.
        patterns: how it is written.
        operator: the name of the function that gives it its meaning, or empty where ``compute`` folds numbers.
        constants: slots that the rule fixes itself.
        guards: names of the conditions on its surroundings.
        priority: which rule wins where two read the same words.
        explicit: whether it names a year, month or day by itself.
        examples: phrase -> value, for the reference date; ``rejects`` are lines in which it finds nothing.
    """

    name: str
    kind: str
    patterns: tuple[str, ...]
    operator: str = ""
    compute: str = ""
    constants: tuple[tuple[str, Value], ...] = ()
    guards: tuple[str, ...] = ()
    priority: int = 0
    explicit: bool = False
    examples: tuple[tuple[str, str], ...] = ()
    rejects: tuple[str, ...] = ()


Slot = Value | Term


class Item(NamedTuple):
    """What some tokens make: how many they are, their meaning, and the priority of the rule that made it."""

    length: int
    value: Slot
    priority: int


class Single(NamedTuple):
    """What one token makes by itself: its items by kind, the nodes of the trie that they open, and the times."""

    items: dict[str, Item]
    open: tuple[tuple["Node", Item], ...]
    times: tuple[Item, ...]


@dataclass(slots=True)
class Node:
    """A node of the trie of symbol sequences: where each symbol leads, and what is complete here."""

    next: dict[str, "Node"] = field(default_factory=dict)
    done: list["Production"] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Production:
    """One flat sequence of a rule, or one entry of a word list (then ``rule`` is None and ``value`` its meaning)."""

    kinds: tuple[str, ...]
    names: tuple[str, ...] = ()
    rule: Rule | None = None
    value: Value = 0
    priority: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """A language's rules and words, ready to parse.

    Attributes:
        rules: by name.
        words: the word lists, table -> phrase -> value.
        lists: words without a value, by the name of their list.
        root: the trie of all sequences.
        vocabulary: every token that some sequence holds.
        opening: the tokens that a time can begin with, and ``closing`` those it can end with; figures can do both.
        triggers: the telling words of those phrases one of which stands in every time written without digits.
        reference: the published date that examples are read against.
        singles: what the parser remembers of single tokens.
    """

    rules: Mapping[str, Rule]
    words: Mapping[str, Mapping[str, Value]]
    lists: Mapping[str, frozenset[str]]
    root: Node
    vocabulary: frozenset[str]
    opening: frozenset[str]
    closing: frozenset[str]
    triggers: tuple[str, ...]
    reference: str
    singles: dict[str, Single] = field(default_factory=dict, repr=False, compare=False)


@lru_cache(maxsize=4)
def load(language: str = "en") -> Grammar:
    """Read and check a language's grammar.

    Args:
        language: an ISO 639-1 code with a folder under ``timeline/lang``.

    Raises:
        GrammarError: if there is no such language, or its files say what cannot be honoured.
    """
    folder = files("timeline") / "lang" / language
    try:
        lexicon = tomllib.loads((folder / "lexicon.toml").read_text(encoding="utf-8"))
        timex = tomllib.loads((folder / "timex.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GrammarError(f"lang/{language}: no grammar for this language; use en") from None
    except tomllib.TOMLDecodeError as error:
        raise GrammarError(f"lang/{language}: {error}; mend the TOML") from None
    return build(lexicon, timex)


def build(lexicon: Mapping[str, Any], timex: Mapping[str, Any]) -> Grammar:
    """Make a grammar of two parsed TOML files.

    Raises:
        GrammarError: if they say what cannot be honoured.
    """
    words = _word_lists(lexicon)
    kinds: Mapping[str, list[str]] = timex.get("kinds", {})
    rules = [_rule(entry) for entry in timex.get("rule", [])]
    known = {*words, *NUMBER_CLASSES, *(rule.kind for rule in rules), *(up for ups in kinds.values() for up in ups)}
    root = Node()
    lines: list[Line] = []
    asked = {name for rule in rules for pattern in rule.patterns for name in asked_by(pattern)} | {"{time}"}
    for table, entries in words.items():
        above = tuple(kind for kind in _upward(table, kinds) if kind in asked)
        if not above:
            continue  # a list that operators read, and no pattern
        for phrase, value in entries.items():
            sequence = tuple(Symbol(token) for token in tokens_of(phrase))
            lines.append(_add(root, sequence, Production(kinds=above, value=value)))
    for rule in rules:
        above = tuple(kind for kind in _upward(rule.kind, kinds) if kind in asked)
        lines += _add_rule(root, rule, above, known)
    by_name = {rule.name: rule for rule in rules}
    if len(by_name) < len(rules):
        names = [rule.name for rule in rules]
        twice = next(name for name in names if names.count(name) > 1)
        raise GrammarError(f"timex.toml: rule '{twice}': the name is taken; choose another")
    return Grammar(
        rules=by_name,
        words=words,
        lists={name: frozenset(entries) for name, entries in lexicon.items() if isinstance(entries, list)},
        root=root,
        vocabulary=frozenset(key for line, _kinds in lines for key in line if not key.startswith("{")),
        opening=opening(lines),
        closing=closing(lines),
        triggers=tuple(sorted({_telling(phrase) for table in lexicon["triggers"] for phrase in words[table]})),
        reference=timex["reference"],
    )


def _word_lists(lexicon: Mapping[str, Any]) -> dict[str, dict[str, Value]]:
    words: dict[str, dict[str, Value]] = {}
    for table, entries in lexicon.items():
        if isinstance(entries, list):
            continue
        own = {phrase: value for phrase, value in entries.items() if not phrase.startswith("_")}
        words.setdefault(table, {}).update(own)
        plural = entries.get("_plural")
        if plural:
            words.setdefault(plural, {}).update({_plural(word): value for word, value in own.items()})
    return words


def _telling(phrase: str) -> str:
    """Return the last word of three letters or more, which tells a time more surely than "the" or "at"."""
    tokens = tokens_of(phrase)
    return next((token for token in reversed(tokens) if len(token) > 2), max(tokens, key=len))


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


def _rule(entry: Mapping[str, Any]) -> Rule:
    name = entry.get("name", "without a name")
    where = f"timex.toml: rule '{name}'"
    if odd := set(entry) - _RULE_KEYS:
        raise GrammarError(f"{where}: '{min(odd)}' is no key of a rule; remove it")
    if bool(entry.get("operator")) == bool(entry.get("compute")):
        raise GrammarError(f"{where}: needs an operator or a computation, and not both; give one")
    if entry.get("compute", "sum") not in COMPUTATIONS:
        raise GrammarError(f"{where}: '{entry['compute']}' is no computation; use one of {sorted(COMPUTATIONS)}")
    pattern = entry.get("pattern", [])
    return Rule(
        name=name,
        kind=entry.get("kind", "time"),
        patterns=(pattern,) if isinstance(pattern, str) else tuple(pattern),
        operator=entry.get("operator", ""),
        compute=entry.get("compute", ""),
        constants=tuple(entry.get("with", {}).items()),
        guards=tuple(entry.get("guards", [])),
        priority=entry.get("priority", 0),
        explicit=entry.get("explicit", False),
        examples=tuple(entry.get("examples", {}).items()),
        rejects=tuple(entry.get("rejects", [])),
    )


def _upward(kind: str, kinds: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the kind in braces and all kinds above it, each once."""
    found = [kind]
    for known in found:
        found += [up for up in kinds.get(known, []) if up not in found]
    return tuple("{" + name + "}" for name in found)


def _add_rule(root: Node, rule: Rule, kinds: tuple[str, ...], known: set[str]) -> list[Line]:
    """Add a rule's sequences to the trie and return them."""
    lines: list[Line] = []
    where = f"timex.toml: rule '{rule.name}'"
    for pattern in rule.patterns:
        try:
            sequences = expand(pattern)
        except GrammarError as error:
            raise GrammarError(f"{where}: {error}") from None
        for sequence in sequences:
            for symbol in sequence:
                if symbol.name and symbol.key[1:-1] not in known:
                    raise GrammarError(f"{where}: {symbol.key} is no word list, number or kind; define it")
            names = tuple(symbol.name for symbol in sequence)
            lines.append(_add(root, sequence, Production(kinds=kinds, names=names, rule=rule, priority=rule.priority)))
    return lines


def _add(root: Node, sequence: tuple[Symbol, ...], production: Production) -> Line:
    node = root
    for symbol in sequence:
        node = node.next.setdefault(symbol.key, Node())
    node.done.append(production)
    return tuple(symbol.key for symbol in sequence), production.kinds
