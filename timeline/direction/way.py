"""Back, ahead, or not said."""

from enum import StrEnum


class Direction(StrEnum):
    """Where a time lies, as its clause tells it; what was called off was to be on the nearest such day, past or not."""

    PAST = "past"
    FUTURE = "future"
    UNCLEAR = "unclear"
    NEAREST = "nearest"
