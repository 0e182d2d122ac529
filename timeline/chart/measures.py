"""The columns of the picture at a given width."""

from dataclasses import dataclass
from typing import Self

MARGIN = 8.0
LEAST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """Where the columns stand and how large type is set, in pixels.

    Attributes:
        width: of the whole picture.
        dates: where the right-aligned dates end; they begin at the margin.
        spine: the line that carries the markers.
        text: where titles begin; ``text_width`` how far they may run.
        strip: where the date strip begins; ``strip_width`` is 0 where there is no room for one.
        title, date, note: type sizes; ``leading`` the distance of two lines of a title.
    """

    width: float
    dates: float
    spine: float
    text: float
    text_width: float
    strip: float
    strip_width: float
    title: float = 14.0
    date: float = 12.0
    note: float = 12.0
    leading: float = 18.0

    @property
    def date_width(self) -> float:
        """The room for a date."""
        return self.dates - MARGIN

    @property
    def end(self) -> float:
        """The right edge of what is drawn."""
        return self.width - MARGIN

    @classmethod
    def of(cls, width: int, *, axis: bool = True) -> Self:
        """Choose the columns for a picture of ``width`` pixels; below 640 there is no room for a strip.

        >>> Measures.of(350).strip_width, Measures.of(1120).strip_width, Measures.of(1120, axis=False).strip_width
        (0.0, 437.0, 0.0)
        """
        width = max(width, LEAST)
        dates = 92.0 if width < 480 else 112.0
        spine, text = dates + 18, dates + 37
        if width < 640 or not axis:
            return cls(width=width, dates=dates, spine=spine, text=text, text_width=width - MARGIN - text,
                       strip=width, strip_width=0.0, date=11.5 if width < 480 else 12.0)  # fmt: skip
        strip_width = round((width - text) * (0.45 if width > 900 else 0.44))
        strip = width - MARGIN - strip_width - 4
        return cls(width=width, dates=dates, spine=spine, text=text, text_width=strip - 20 - text,
                   strip=strip, strip_width=float(strip_width))  # fmt: skip
