"""What a reader's arguments may be: one check each, with the package's own error."""

from operator import index

from timeline.errors import QueryError

_MOST = 20  # dots a pixel; above that a picture of a hundred rows takes all memory


def whole(number: object, name: str) -> int:
    """Return a whole number above 0.

    Args:
        number: what was given.
        name: of the argument, for the message.

    Raises:
        QueryError: if it is anything else.

    >>> whole(3, "top")
    3
    """
    try:
        found = index(number)  # type: ignore[arg-type]  # what has no index is the case below
    except TypeError:
        found = 0
    if found < 1 or isinstance(number, bool):
        raise QueryError(f"{name} {_shown(number)}: give a whole number above 0")
    return found


def scale(number: object) -> float:
    """Return a number of dots a pixel, above 0 and at most 20; errors as for :func:`whole`."""
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number <= _MOST:
        raise QueryError(f"scale {_shown(number)}: give a number above 0 and at most {_MOST}")
    return number


def words(text: object, name: str) -> str:
    """Return a text; arguments and errors as for :func:`whole`."""
    if not isinstance(text, str):
        raise QueryError(f"{name} {_shown(text)}: give a text in quotes")
    return text


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
