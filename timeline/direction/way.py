"""Back, ahead, or not said."""

from enum import StrEnum


class Direction(StrEnum):
    """Where a time lies, as its clause tells it."""

    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"
