"""Numbers in digits and in words."""

from collections.abc import Callable, Mapping
from functools import lru_cache

#: what a run of digits may be, by its length and value
NUMBER_CLASSES = (
    "int",
    "day_number",
    "month_number",
    "hour",
    "minute",
    "year_number",
    "short_year",
    "army",
    "old_year",
)

Number = int | float | str


@lru_cache(maxsize=4096)
def classes_of(token: str) -> tuple[tuple[str, int], ...]:
    """Return the classes that a token of ASCII digits belongs to, each with its value.

    >>> [name for name, value in classes_of("12")]
    ['{int}', '{day_number}', '{month_number}', '{hour}', '{minute}', '{short_year}']
    """
    if not (token.isascii() and token.isdigit()) or len(token) > 6:
        return ()
    value, short = int(token), len(token) <= 2
    belongs = {
        "{int}": True,
        "{day_number}": short and 1 <= value <= 31,
        "{month_number}": short and 1 <= value <= 12,
        "{hour}": short and value <= 24,
        "{minute}": len(token) == 2 and value <= 59,
        "{short_year}": len(token) == 2,
        "{year_number}": len(token) == 4 and 1000 <= value <= 2199,
        "{old_year}": len(token) == 3 and value >= 100,
        "{army}": len(token) == 4 and value < 2400 and value % 100 < 60,
    }
    return tuple((name, value) for name, true in belongs.items() if true)


def _number(value: object) -> float:
    return value if isinstance(value, int | float) else 0


def _sum(*parts: Number) -> Number:
    return _whole(sum(_number(part) for part in parts))


def _product(*parts: Number) -> Number:
    if "X" in parts:
        return "X"
    result: float = 1
    for part in parts:
        result *= _number(part)
    return _whole(result)


def _year(century: Number, rest: Number) -> Number:
    return int(_number(century)) * 100 + int(_number(rest))


def _vague(*_parts: Number) -> Number:
    return "X"


def _fraction(whole: Number, above: Number, below: Number) -> Number:
    return _whole(_number(whole) + _number(above) / (_number(below) or 1))


def _decimal(whole: Number, digits: Number) -> Number:
    return float(f"{whole}.{digits}")


def _thousands(thousands: Number, rest: Number) -> Number:
    return int(_number(thousands)) * 1000 + int(_number(rest))


def _lower(first: Number, second: Number) -> Number:
    return first if second != "X" else second


def _same(value: Number) -> Number:
    return value


def _whole(value: float) -> Number:
    return int(value) if value == int(value) else value


#: how a rule folds the numbers in its slots into one, by name
COMPUTATIONS: Mapping[str, Callable[..., Number]] = {
    "sum": _sum,
    "product": _product,
    "year": _year,
    "vague": _vague,
    "fraction": _fraction,
    "decimal": _decimal,
    "thousands": _thousands,
    "lower": _lower,
    "same": _same,
}
