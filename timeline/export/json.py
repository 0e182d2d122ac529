"""``timeline.json``: the whole timeline, to be read back without loss."""

import json
from pathlib import Path

from timeline.errors import TimelineError
from timeline.export.files import current
from timeline.model import Timeline
from timeline.plain import from_plain, to_plain

FORMAT = "news-timeline"
VERSION = 1


def to_json(timeline: Timeline) -> str:
    """Return the timeline as JSON; the same timeline gives the same characters."""
    document = {"format": FORMAT, "version": VERSION, "timeline": to_plain(timeline)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str, *, where: str = "timeline.json") -> Timeline:
    """Return the timeline that :func:`to_json` wrote; ``where`` opens the error message.

    >>> from_json(to_json(Timeline(events=(), articles=(), title="Ferry")))
    <Ferry: a timeline of 0 events from 0 articles>

    Raises:
        TimelineError: if the text is no such timeline.
    """
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TimelineError(f"{where}: not JSON ({error}); run timeline build again") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT or document.get("version") != VERSION:
        raise TimelineError(f"{where}: not a timeline of version {VERSION}; run timeline build again")
    try:
        return from_plain(document.get("timeline"), Timeline)
    except TimelineError as error:
        raise TimelineError(f"{where}: {error}") from error


def read_timeline(path: Path) -> Timeline:
    """Return the timeline in a file, or in the file ``timeline.json`` of a folder.

    Raises:
        TimelineError: if there is none.
    """
    file = current(path, "timeline.json") if path.is_dir() else path
    if file.exists() and not file.is_file():  # a device may never end
        raise TimelineError(f"{file}: not a regular file; name the folder of a build")
    try:
        text = file.read_bytes().decode("utf-8")
    except OSError as error:
        raise TimelineError(f"{file}: {(error.strerror or 'unreadable').lower()}; run timeline build first") from error
    except UnicodeDecodeError as error:
        raise TimelineError(f"{file}: not UTF-8; run timeline build again") from error
    return from_json(text, where=str(file))
