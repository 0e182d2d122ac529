"""Amounts told in words and figures, in comparable form."""

import re
from collections.abc import Mapping, Sequence

from timeline.similarity.lexicon import stem

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MOST = 1e30  # a figure of hundreds of digits counts nothing, and has no place in 32 bits
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "hundred": 1e2, "dozen": 12.0}


def amounts(numbers: Sequence[str], numerals: Mapping[str, int]) -> tuple[tuple[float, str], ...]:
    """Return (value, stem of what is counted) of amounts, one for each that is a number.

    >>> amounts(("6,000 people", "two men", "2.5 million"), {"two": 2})
    ((6000.0, 'peopl'), (2.0, 'men'), (2500000.0, ''))
    """
    found = []
    for number in numbers:
        match = _NUMBER.search(number)
        first, _, behind = number.lower().partition(" ")
        if match:
            value, rest = float(match[0].replace(",", "")), number[match.end() :].split()
        elif first in numerals:
            value, rest = float(numerals[first]), behind.split()
        else:
            continue
        value *= _SCALES.get(rest[0], 1.0) if rest else 1.0
        unit = stem(rest[-1]) if rest and rest[-1] not in _SCALES else ""
        if value < _MOST:
            found.append((value, unit))
    return tuple(found)
