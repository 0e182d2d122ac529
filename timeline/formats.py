"""The formats a timeline is exported in, by name: one table on one screen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from html import escape
from itertools import pairwise

from timeline import chart, frame
from timeline.asked import whole
from timeline.chart.heading import heading
from timeline.errors import TimelineError
from timeline.export.ics import to_ics
from timeline.export.json import to_json
from timeline.export.jsonld import to_jsonld
from timeline.export.markdown import to_markdown
from timeline.export.timelinejs import to_timelinejs
from timeline.model import Timeline
from timeline.page import fragment, page_height


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: the ending of its files, what it is for, and the function that writes it; ``dark`` writes it dark."""

    suffix: str
    what: str
    write: Callable[[Timeline], bytes | str]
    dark: Callable[[Timeline], bytes | str] | None = None


def vega_lite(timeline: Timeline, *, dark: bool = False) -> str:
    """Return the picture as a Vega-Lite specification with its data in it."""
    specification: str = chart.plot(timeline, dark=dark).to_json(indent=1)
    return specification + "\n"


# pixels between which the height changes evenly
_BREAKS = (240, 300, 358, 420, 472, 532, 600, 652, 692, 800, 928, 1062, 1152)


def iframe(timeline: Timeline, *, address: str = "timeline.html", width: int = 720) -> str:
    r"""Return HTML that shows the page at an address within another page, as high as its picture at every width.

    Args:
        timeline: the events, for the height.
        address: where the page lies.
        width: of the place it is shown in, in pixels, for browsers that know no container queries.

    >>> print(iframe(Timeline(events=(), articles=(), title="Ferry"), address="ferry.html").splitlines()[-1])
    <iframe src="ferry.html" title="Ferry" width="100%" height="153" loading="lazy" style="border:0"></iframe></div>
    """
    whole(width, "width")
    source = f'src="{escape(address)}" title="{escape(heading(timeline))}"'
    frame = f'<iframe {source} width="100%" height="{page_height(timeline, width)}" loading="lazy" style="border:0">'
    rules = [_rule(timeline, left, right) for left, right in pairwise(_BREAKS)]
    name = "t" + sha256("".join([*rules, source]).encode()).hexdigest()[:8]
    style = "\n".join(rule.replace("iframe", f".{name} iframe") for rule in rules)
    return (
        f'<style>\n{style}\n</style>\n<div class="{name}" style="container-type:inline-size">\n{frame}</iframe></div>\n'
    )


def _rule(timeline: Timeline, left: int, right: int) -> str:
    """Return the style rule of a frame's height from one width on, which changes evenly up to another."""
    first, last = page_height(timeline, left), page_height(timeline, right - 1)
    slope = round((last - first) / (right - 1 - left), 3)
    begin = 0 if left == _BREAKS[0] else left
    height = f"calc({first}px + {slope} * (min(100cqi, {right}px) - {left}px))"
    return f"@container (min-width: {begin}px) {{ iframe {{ height: {height}; }} }}"


def folded(timeline: Timeline, *, dark: bool = False) -> str:
    """Return HTML to paste into a page, whose list of quotes opens when asked for."""
    return fragment(timeline, folded=True, dark=dark)


def _drawn(suffix: str, what: str, write: Callable[..., bytes | str]) -> Format:
    """Return a format of the picture, which is light or dark."""
    return Format(suffix=suffix, what=what, write=write, dark=partial(write, dark=True))


def parquet(timeline: Timeline) -> bytes:
    """Return the table as a Parquet file.

    Raises:
        TimelineError: if pyarrow is not installed.
    """
    try:
        data: bytes = frame.to_frame(timeline).to_parquet(index=False, engine="pyarrow")
    except ImportError:
        raise TimelineError("parquet: needs pyarrow; pip install 'news-timeline[parquet]'") from None
    return data


FORMATS = {
    "csv": Format(suffix=".csv", what="the table", write=frame.events_csv),
    "html": _drawn(".fragment.html", "HTML to paste into a page", folded),
    "ics": Format(suffix=".ics", what="a calendar (iCalendar)", write=to_ics),
    "iframe": Format(suffix=".iframe.html", what="HTML that shows timeline.html in a page", write=iframe),
    "json": Format(suffix=".json", what="everything, as timeline.json", write=to_json),
    "jsonld": Format(suffix=".jsonld", what="linked data (schema.org)", write=to_jsonld),
    "markdown": Format(suffix=".md", what="a list with quotes and sources", write=to_markdown),
    "parquet": Format(suffix=".parquet", what="the table (needs pyarrow)", write=parquet),
    "pdf": _drawn(".pdf", "the picture, for print", chart.pdf),
    "png": _drawn(".png", "the picture, two dots a pixel", chart.png),
    "svg": _drawn(".svg", "the picture", chart.svg),
    "timelinejs": Format(suffix=".timelinejs.json", what="slides for TimelineJS 3", write=to_timelinejs),
    "vega-lite": _drawn(".vl.json", "the picture as a Vega-Lite chart", vega_lite),
}


def export(timeline: Timeline, name: str, *, dark: bool = False) -> bytes:
    """Return a timeline in a format of :data:`FORMATS`.

    Args:
        timeline: the events.
        name: of the format.
        dark: whether a picture is set light on dark; what is no picture has no such form.

    Raises:
        TimelineError: if there is no such format, or it needs a package that is not installed.
    """
    if name not in FORMATS:
        raise TimelineError(f"'{name}': no such format; choose from {', '.join(FORMATS)}")
    form = FORMATS[name]
    data = (form.dark if dark and form.dark else form.write)(timeline)
    return data if isinstance(data, bytes) else data.encode("utf-8", "backslashreplace")
