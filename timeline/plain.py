"""The package's values <-> plain ones that JSON can hold, read off the types themselves.

A dataclass becomes a dict without the fields that hold their default, a named tuple or a tuple a list, a day its ISO
form, an enumeration its value. Nothing is lost: :func:`from_plain` gives an equal value back, and refuses what does
not fit the type.
"""

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from timeline.errors import TimelineError

T = TypeVar("T")


def to_plain(value: object) -> object:
    """Return a value of the package as dicts, lists, strings and numbers.

    >>> from timeline.interval import Interval
    >>> to_plain(Interval.day(date(2023, 12, 24)))
    {'start': '2023-12-24', 'end': '2023-12-25'}
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(held)
            for field in dataclasses.fields(value)
            if (held := getattr(value, field.name)) != field.default
        }
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def from_plain(plain: object, kind: type[T]) -> T:
    """Return the value of a type that :func:`to_plain` made plain.

    >>> from timeline.model import Span
    >>> from_plain([3, 7], Span)
    Span(start=3, end=7)

    Raises:
        TimelineError: if it is no such value; the message starts with the path to the part that does not fit.
    """
    value: T = _read(plain, kind, kind.__name__)
    return value


def _read(plain: Any, kind: Any, where: str) -> Any:
    """Return the value of a type as :func:`typing.get_type_hints` gives it: a class, a union or a generic tuple."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in {UnionType, Union}:
        return _read_union(plain, args, where)
    if origin is tuple:
        return _read_tuple(plain, args, where)
    if dataclasses.is_dataclass(kind):
        return _read_dataclass(plain, kind, where)
    if hasattr(kind, "_fields"):
        return kind(*_read_tuple(plain, tuple(_hints(kind).values()), where))
    if kind is float and isinstance(plain, int):
        plain = float(plain)
    if kind is date or issubclass(kind, Enum):
        return _read_string(plain, kind, where)
    if type(plain) is not kind:
        raise _misfit(where, plain, kind)
    return plain


def _read_union(plain: Any, kinds: tuple[Any, ...], where: str) -> Any:
    """Return the value of the first of several types that fits; the failure told is that of the first type."""
    if plain is None and NoneType in kinds:
        return None
    failure: TimelineError | None = None
    for kind in kinds:
        if kind is NoneType:
            continue
        try:
            return _read(plain, kind, where)
        except TimelineError as error:
            failure = failure or error
    raise failure or _misfit(where, plain, NoneType)


def _read_tuple(plain: Any, args: tuple[Any, ...], where: str) -> tuple[Any, ...]:
    if not isinstance(plain, list):
        raise _misfit(where, plain, tuple)
    if len(args) == 2 and args[1] is ...:
        args = args[:1] * len(plain)
    if len(plain) != len(args):
        raise TimelineError(f"{where}: {len(plain)} values for {len(args)}; build the file anew")
    return tuple(_read(item, arg, f"{where}[{at}]") for at, (item, arg) in enumerate(zip(plain, args, strict=True)))


def _read_dataclass(plain: Any, kind: Any, where: str) -> Any:
    if not isinstance(plain, dict):
        raise _misfit(where, plain, kind)
    hints = _hints(kind)
    unknown = sorted(plain.keys() - hints.keys())
    if unknown:
        raise TimelineError(f"{where}.{unknown[0]}: not a field of {kind.__name__}; build the file anew")
    try:
        return kind(**{name: _read(item, hints[name], f"{where}.{name}") for name, item in plain.items()})
    except TypeError as error:
        raise TimelineError(f"{where}: {error}; build the file anew") from error


def _read_string(plain: Any, kind: Any, where: str) -> Any:
    try:
        return date.fromisoformat(plain) if kind is date else kind(plain)
    except (TypeError, ValueError):
        raise _misfit(where, plain, kind) from None


def _misfit(where: str, plain: object, kind: type) -> TimelineError:
    return TimelineError(f"{where}: {str(plain)[:40]!r} is no {kind.__name__}; build the file anew")


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)
