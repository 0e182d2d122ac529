"""The picture of a timeline: a row an event, a strip of dates, honest about what it leaves out.

The layout is computed here in plain Python (:mod:`timeline.chart.layout`) and painted twice from the same marks: as SVG
(:mod:`timeline.chart.svg`) and as an Altair chart (:mod:`timeline.chart.draw`).
"""

from typing import TYPE_CHECKING

from timeline import asked
from timeline.chart.layout import layout
from timeline.chart.portable import to_pdf, to_png
from timeline.chart.style import DARK, LIGHT
from timeline.chart.svg import Painter
from timeline.model import Timeline

if TYPE_CHECKING:
    from timeline.chart.draw import TimelineChart

__all__ = ["layout", "pdf", "plot", "png", "svg"]


def plot(timeline: Timeline, *, width: int = 720, dark: bool = False, top: int | None = None) -> "TimelineChart":
    """Return the timeline as an Altair chart with tooltips.

    Args:
        timeline: the events.
        width: of the picture, in pixels; 350, 720 and 1120 suit a phone, a column and a page.
        dark: whether it is set light on dark.
        top: how many events to draw at most, the most salient; None means up to 200.

    Returns:
        An ``altair.LayerChart``, in pixels on quantitative scales, that shows itself offline.
    """
    from timeline.chart.draw import draw  # noqa: PLC0415  # altair is a heavy import that the page never needs

    return draw(layout(timeline, width=width, top=top), DARK if dark else LIGHT)


def svg(timeline: Timeline, *, width: int = 720, dark: bool = False, top: int | None = None) -> str:
    """Return the timeline as one SVG document, the same bytes on every machine.

    Args:
        timeline: the events.
        width: of the picture, in pixels.
        dark: whether it is set light on dark.
        top: how many events to draw at most, the most salient; None means up to 200.

    >>> print(svg(Timeline(events=(), articles=(), title="Ferry")).splitlines()[-1])
    </svg>
    """
    return Painter(DARK if dark else LIGHT).paint(layout(timeline, width=width, top=top)) + "\n"


def png(
    timeline: Timeline, *, width: int = 720, dark: bool = False, top: int | None = None, scale: float = 2.0
) -> bytes:
    """Return the timeline as a PNG; ``scale`` is in dots a pixel, the rest as for :func:`svg`."""
    dots = asked.scale(scale)
    return to_png(svg(timeline, width=width, dark=dark, top=top), dots)


def pdf(timeline: Timeline, *, width: int = 720, dark: bool = False, top: int | None = None) -> bytes:
    """Return the timeline as a PDF of one page, the same bytes each time; arguments as for :func:`svg`."""
    return to_pdf(svg(timeline, width=width, dark=dark, top=top))
