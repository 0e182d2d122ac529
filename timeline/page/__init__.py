"""One offline HTML page: the picture in five widths, filters, and below it the events as text.

Everything an article says is escaped on its way in, nothing is fetched from anywhere, and the page's policy lets no
other script or style run than the two that stand in it. Without JavaScript the picture and the text are all there.
"""

import re
from base64 import b64encode
from hashlib import sha256
from html import escape

from timeline.chart.heading import described, heading
from timeline.chart.layout import layout
from timeline.chart.measures import MARGIN
from timeline.chart.rows import summary
from timeline.chart.scene import Scene
from timeline.chart.style import LIGHT
from timeline.chart.svg import Painter
from timeline.chart.text import listed, plain, wrap
from timeline.model import Basis, Timeline
from timeline.page.assets import asset
from timeline.page.listing import cited, listing, text
from timeline.page.style import BODY, style
from timeline.words import count

__all__ = ["WIDTHS", "fragment", "page", "page_height"]

WIDTHS = (
    284,
    350,
    540,
    720,
    880,
    1120,
)  # pixels: phones, one on its side, a column, half a screen, a page


def page(timeline: Timeline, *, top: int | None = None) -> str:
    """Return a timeline as one self-contained HTML page, light or dark as its reader prefers.

    Args:
        timeline: the events and their articles.
        top: how many events the picture shows at most, the most salient; None means up to 200. The list has them all.

    >>> page(Timeline(events=(), articles=(), title="</script>")).splitlines()[6]
    '<title>&lt;/script&gt;</title>'
    """
    body = _body(timeline, prefix="e", level=1, top=top)
    sheet, script = style("", body) + BODY, _script()
    policy = (
        f"default-src 'none'; style-src '{_hash(sheet)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{text(heading(timeline))}</title>",
            f"<style>{sheet}</style>",
            "</head>",
            "<body>",
            body,
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def fragment(timeline: Timeline, *, top: int | None = None, dark: bool | None = False, folded: bool = False) -> str:
    """Return a timeline as a piece of HTML for somebody else's page; two of them on one page do not clash.

    Args:
        timeline: the events and their articles.
        top: how many events the picture shows at most.
        dark: whether it is set light on dark; None means as the notebook around it.
        folded: whether the list below the picture opens only when asked for.
    """
    look = {True: "dark", False: "light", None: "host"}[dark]
    prefix = _unique(timeline, top, look, folded)
    body = _body(timeline, prefix=prefix, level=2, top=top, folded=folded, look=look)
    return f"<div><style>{style(look, body)}</style>\n{body}\n<script>{_script()}</script></div>\n"


def _unique(timeline: Timeline, *options: object) -> str:
    """Return a name for what a fragment shows: two that differ have two names, without a script too."""
    told = [(one.id, one.title, one.interval.edtf(), one.status, one.theme, one.conflict) for one in timeline.events]
    words = repr([timeline.title, timeline.omitted, [article.id for article in timeline.articles], told, options])
    return "t" + sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:8]


def page_height(timeline: Timeline, width: int) -> int:
    """Return the pixels from the top of the page to the end of its picture, in a window of a width in pixels."""
    room = width - 2 * _PADDING
    drawn, most = next((size for size in _SIZES if room >= size[2]), _SIZES[-1])[:2]
    title = len(wrap(heading(timeline), room, 28, bold=True)) * 34
    words = len(listed(summary(timeline), room, 16)) * 24
    filters = 40 if len(timeline.events) > 1 else 0
    picture = _scene(timeline, drawn, None).height * min(room, most) / drawn
    return round(24 + title + 4 + words + 16 + filters + picture) + _SLACK


def _scene(timeline: Timeline, width: int, top: int | None) -> Scene:
    """Lay out the picture for a width without margins, which the page has of its own."""
    return layout(timeline, width=width + 2 * round(MARGIN), top=top, heading=False)


_BOND = "\N{NO-BREAK SPACE}"
# the space within a date or behind a number
_KEPT = re.compile(r"(?<!\d{4})(?<=\d) (?=[^\W\d])|(?<=[^\W\d]) (?=\d{4}\b)")
_NOTHING = "No article tells of an event whose date could be found."
# where the day of an article's publication is from, after "day"
_FROM = {
    Basis.GIVEN: "given by hand",
    Basis.FRONT_MATTER: "from the head of its file",
    Basis.SIDECAR: "from the table beside it",
    Basis.RECORD: "from its record",
    Basis.JSON_LD: "from its page’s data",
    Basis.META: "from its page’s data",
    Basis.TIME: "from its page",
    Basis.FILE_NAME: "from its file’s name",
    Basis.FOLDER: "from its folder’s name",
    Basis.DATELINE: "from its first lines",
    Basis.CAPTION: "from a caption",
    Basis.INFERRED: "inferred from its words and the other articles",
}
_PADDING = 16  # pixels beside the page
_SLACK = 40  # pixels: a line of the title more, as browsers break lines in their own way
# a picture's width, the most it is shown at, and from where on, all in pixels
_SIZES = ((1120, 1120, 1030), (880, 1030, 830), (720, 830, 660), (540, 620, 500), (350, 440, 326), (284, 326, 0))


def _body(timeline: Timeline, *, prefix: str, level: int, top: int | None, folded: bool = False, look: str = "") -> str:
    tag = "main" if level == 1 else "section"
    # beside the triangle of what is folded, also without the style sheet
    inline = ' style="display:inline"' if look == "host" and folded else ""
    below = f'<h{level + 1} class="section" id="{prefix}-text" tabindex="-1"{inline}>'
    below += f"{_heading(timeline)}</h{level + 1}>"
    skip = f'<a class="skip" href="#{prefix}-text">Skip the chart</a>'
    drawn = [_filters(timeline, prefix), _pictures(timeline, prefix, top)]
    tongue = ' lang="en" dir="ltr"' if look else ""  # what the words around it may not be
    parts = [
        f'<{tag} class="{f"news-timeline {look}".strip()}" id="{prefix}" aria-labelledby="{prefix}-name"{tongue}>',
        "" if look == "host" else skip,
        f'<h{level} class="name" id="{prefix}-name">{text(heading(timeline))}</h{level}>',
        f'<p class="summary">{_summary(timeline)}</p>',
        *(_or_still(timeline, top, skip, *drawn) if look == "host" else drawn),
        f"<details><summary>{below}</summary>" if folded else below,
        listing(timeline, prefix=prefix, level=level + 2) if timeline.events else f"<p>{_NOTHING}</p>",
        _sources(timeline, level + 1),
        "</details>" if folded else "",
        f"</{tag}>",
    ]
    return "\n".join(part for part in parts if part)


def _or_still(timeline: Timeline, top: int | None, *drawn: str) -> list[str]:
    """Return what is drawn, and a still picture for viewers that take out style and drawings of what they do not trust.

    Either is hidden: what is drawn by attributes that the style sheet outweighs, the still picture by the style sheet.
    """
    scene = layout(timeline, width=720, top=top, heading=False)
    data = b64encode(Painter(LIGHT).paint(scene).encode()).decode()
    named = escape(described(scene.title, scene.summary))
    still = f'<img class="still" alt="{named}" width="{scene.width:.0f}" src="data:image/svg+xml;base64,{data}">'
    return ['<div class="drawn" hidden style="display:none">', *drawn, "</div>", still]


def _summary(timeline: Timeline) -> str:
    """Return the summary as HTML whose lines break behind its commas where they can, and never within a date."""
    items = _KEPT.sub(_BOND, escape(summary(timeline))).split(", ")
    return ",</span> ".join(f"<span>{item}" for item in items) + "</span>"


def _heading(timeline: Timeline) -> str:
    number = len(timeline.events)
    if not number:
        return "No events"
    every = number + timeline.omitted
    if number < every:
        return f"{number:,} of {count(every, 'event')} as text"
    return f"All {count(number, 'event')} as text" if number > 1 else "As text"


def _pictures(timeline: Timeline, prefix: str, top: int | None) -> str:
    """Return the picture in every width; the style sheet shows the one that fits."""
    painter = Painter(None, prefix=prefix, link=True, cut=MARGIN)
    scenes = {width: _scene(timeline, width, top) for width in WIDTHS}
    pictures = [f'<div class="picture w{width}">{painter.paint(scene)}</div>' for width, scene in scenes.items()]
    paper = f'<div class="picture paper" aria-hidden="true">{painter.paint_for_paper(scenes[720])}</div>'
    return "\n".join(['<div class="chart">', *pictures, paper, "</div>"])


def _filters(timeline: Timeline, prefix: str) -> str:
    """Return the filters, hidden until the script that makes them work shows them."""
    if len(timeline.events) < 2:
        return ""
    themes = sorted({plain(event.theme, 200) for event in timeline.events} - {""})
    sources = sorted({plain(source, 200) for event in timeline.events for source in event.sources} - {""})
    first = min(event.interval.start for event in timeline.events).isoformat()
    last = max(event.interval.last for event in timeline.events).isoformat()
    parts = [
        f'<details class="filters" hidden><summary id="{prefix}-filter">Filter</summary>',
        f'<form role="search" aria-labelledby="{prefix}-filter {prefix}-name" aria-describedby="{prefix}-text">',
        '<label>Words <input type="search" name="words" autocomplete="off"></label>',
        _choice("Theme", "theme", themes if all(event.theme for event in timeline.events) else ["", *themes]),
        _choice("Source", "source", sources),
        f'<div class="period"><label>From <input type="date" name="from" min="{first}" max="{last}"></label>',
        f'<label>To <input type="date" name="to" min="{first}" max="{last}"></label></div>',
        '<button type="reset">Show all</button>',
        '<output aria-live="polite"></output>',
        "</form></details>",
    ]
    return "\n".join(part for part in parts if part)


def _choice(label: str, name: str, values: list[str]) -> str:
    if len(values) < 2:
        return ""
    options = "".join(f'<option value="{escape(value)}">{text(value, 60)}</option>' for value in values if value)
    return f'<label>{label} <select name="{name}"><option value="">all</option>{options}</select></label>'


def _sources(timeline: Timeline, level: int) -> str:
    """Return the list of articles, each with its date and where that date comes from, and what was left out."""
    lines = []
    if timeline.articles:
        lines += [
            f'<h{level} class="section">{count(len(timeline.articles), "article")}</h{level}>',
            '<ul class="articles">',
        ]
        for article in sorted(timeline.articles, key=lambda one: (one.published, one.id)):
            lines.append(f"<li>{cited(article)} (day {_FROM[article.published_basis]})</li>")
        lines.append("</ul>")
    if timeline.problems:
        lines += [f'<h{level} class="section">What the reader should know</h{level}>', '<ul class="articles">']
        lines += [f"<li>{text(str(problem), 400)}</li>" for problem in timeline.problems]
        lines.append("</ul>")
    return "\n".join(lines)


def _script() -> str:
    """Return the page's script, whose names stay within it."""
    return "\n".join(["(() => {", '  "use strict";', asset("axis.js"), asset("stack.js"), asset("page.js"), "})();"])


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode()
