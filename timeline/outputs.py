"""A timeline as the files of its output folder."""

from pathlib import Path

from timeline import chart, frame
from timeline.export.files import write_files
from timeline.export.json import to_json
from timeline.model import Timeline
from timeline.page import page

NAMES = ("timeline.json", "timeline.csv", "mentions.csv", "timeline.html", "timeline.svg", "timeline.png")


def render(timeline: Timeline, *, guard: bool = True, top: int | None = None) -> dict[str, bytes]:
    """Return the contents of the output files by name.

    Args:
        timeline: the events, all of which stand in the tables and in the page's list.
        guard: as in :func:`timeline.frame.guarded`.
        top: how many events the pictures show at most, the most salient; None means up to 200.
    """
    texts = {
        "timeline.json": to_json(timeline),
        "timeline.csv": frame.events_csv(timeline, guard=guard),
        "mentions.csv": frame.mentions_csv(timeline, guard=guard),
        "timeline.html": page(timeline, top=top),
        "timeline.svg": chart.svg(timeline, top=top),
    }
    # a lone surrogate, which only a caller's own articles can hold, is written as its escape
    contents = {name: text.encode("utf-8", "backslashreplace") for name, text in texts.items()}
    return {**contents, "timeline.png": chart.png(timeline, top=top)}


def write(timeline: Timeline, folder: Path, *, guard: bool = True) -> tuple[str, ...]:
    """Write the output files that changed, and return their names.

    Raises:
        OutputError: if the folder cannot be written.
    """
    return write_files(folder, render(timeline, guard=guard))
