"""Paint a scene as a layered Altair chart. The only module that imports altair.

All positions are pixels on quantitative scales: a temporal scale fed with dates would move them by a day west of
Greenwich.
"""

import json
from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import Any

import altair as alt

from timeline.chart.heading import described
from timeline.chart.look import headline, remark
from timeline.chart.scene import Anchor, Line, Mark, Scene, Symbol, Text
from timeline.chart.style import SHAPES, Palette
from timeline.chart.text import plain
from timeline.model import Event
from timeline.words import when

_FONT = "Liberation Sans, Arimo, Helvetica, Arial, sans-serif"
_TOOLTIP = ("When", "Event", "As written", "Quote", "Sources", "Note")
_Row = dict[str, Any]  # one datum of Vega-Lite: a JSON object


class _Inert(json.JSONEncoder):
    """JSON without "<", so that no text of an article can end the script that it stands in."""

    def encode(self, o: object) -> str:
        return super().encode(o).replace("<", "\\u003c")


class TimelineChart(alt.LayerChart):
    """An Altair chart that shows itself in a notebook, and is saved as a page, without a network."""

    def to_html(self, **options: Any) -> str:  # type: ignore[override]  # by name alone
        """Return a page of the chart with all that it needs, its words inert; options as Altair's."""
        return str(super().to_html(**{"inline": True, **_inert(options)}))

    def save(self, fp: Any, format: Any = None, **options: Any) -> None:  # type: ignore[override]  # noqa: A002
        """Write the chart to a file; options as Altair's, but that a page brings all that it needs."""
        ending = format or str(getattr(fp, "name", fp)).rpartition(".")[2]
        page = {"inline": True} if ending == "html" else {}
        super().save(fp, format=format, **{**page, **_inert(options)})

    def _repr_mimebundle_(self, *_args: object, **_options: object) -> dict[str, str]:
        """Return the chart as SVG, drawn here rather than by a script from a distant server.

        It stands in an image too, as viewers take a drawing out of what they do not trust.
        """
        import vl_convert  # noqa: PLC0415  # starts a JavaScript engine, only for who looks

        svg: str = vl_convert.vegalite_to_svg(self.to_dict(), allowed_base_urls=[])
        data = b64encode(svg.encode()).decode()
        words = self.description if isinstance(self.description, str) else "Timeline"
        image = f'<img alt="{escape(words)}" src="data:image/svg+xml;base64,{data}">'
        return {"text/html": image, "image/svg+xml": svg, "text/plain": f"<timeline chart, {len(self.layer)} layers>"}


def _inert(options: dict[str, Any]) -> dict[str, Any]:
    return {**options, "json_kwds": {**(options.get("json_kwds") or {}), "cls": _Inert}}


def draw(scene: Scene, palette: Palette) -> TimelineChart:
    """Return a scene as an Altair chart.

    Args:
        scene: the picture in pixels.
        palette: its colours.
    """
    layers = [_layer(kind, style, rows, scene) for (_, kind, style), rows in _runs(scene, palette)]
    return TimelineChart(
        layer=layers,
        width=scene.width,
        height=scene.height,
        padding=0,
        background=palette["paper"],
        title=alt.Undefined,
        description=described(scene.title, scene.summary),
        config=alt.Config(view=alt.ViewConfig(stroke=None), font=_FONT),
    )


_Style = tuple[tuple[str, Any], ...]
_Run = tuple[bool, str, _Style]  # whether of events, the kind of mark, what its marks share


def _runs(scene: Scene, palette: Palette) -> Iterable[tuple[_Run, list[_Row]]]:
    """Yield the marks in runs that a layer each can draw, those of no event first, as they lie behind."""
    runs: dict[_Run, list[_Row]] = {}
    for mark, event in scene.marks():
        kind, style, row = _datum(mark, palette)
        runs.setdefault((event is not None, kind, style), []).append(row | (_words(event) if event else {}))
    return sorted(runs.items(), key=lambda run: run[0][0])


def _datum(mark: Mark, palette: Palette) -> tuple[str, _Style, _Row]:
    """Return a mark's kind, what all marks of its layer share, and its datum."""
    if isinstance(mark, Line):
        style: _Style = (("strokeWidth", mark.width), ("strokeDash", mark.dash))
        ends = {"x": mark.x1, "x2": mark.x2, "y": mark.y1, "y2": mark.y2}
        return "rule", style, ends | {"stroke": palette[mark.stroke]}
    if isinstance(mark, Text):
        weight = "bold" if mark.bold else "normal"
        style = (("align", _ALIGN[mark.anchor]), ("fontSize", mark.size), ("fontWeight", weight))
        return "text", style, {"x": mark.x, "y": mark.y, "text": mark.text, "fill": palette[mark.fill]}
    if isinstance(mark, Symbol):
        colours = {"stroke": palette[mark.stroke], "fill": palette[mark.fill]}
        return "point", (("shape", SHAPES[mark.shape]),), {"x": mark.x, "y": mark.y, "area": mark.area} | colours
    style = (("cornerRadius", mark.radius), ("fillOpacity", mark.opacity), ("strokeDash", mark.dash))
    box = {"x": mark.x, "x2": mark.x + mark.width, "y": mark.y, "y2": mark.y + mark.height}
    return "rect", style, box | {"fill": palette[mark.fill], "stroke": palette[mark.stroke] if mark.stroke else None}


_ALIGN = {Anchor.START: "left", Anchor.MIDDLE: "center", Anchor.END: "right"}


def _words(event: Event) -> _Row:
    """Return what the tooltip of an event says."""
    dating = event.mentions[0] if event.mentions else None
    return {
        "When": when(event.interval, event.mod),
        "Event": headline(event),
        "As written": plain(event.as_written, 200),
        "Quote": plain(dating.sentence_text, 300) if dating else "",
        "Sources": plain("; ".join(event.sources), 200),
        "Note": remark(event, None),
    }


def _layer(kind: str, style: _Style, rows: list[_Row], scene: Scene) -> alt.Chart:
    """Return one layer: marks of one kind and one style."""
    options = {name: list(value) if isinstance(value, tuple) else value for name, value in style if value != ()}
    blank = alt.Chart(alt.InlineData(values=rows))
    chart: alt.Chart = getattr(blank, f"mark_{kind}")(clip=False, **_MARK.get(kind, {}), **options)
    return chart.encode(**_position(kind, scene), **_channels(kind), tooltip=_tooltip(rows))


_MARK: dict[str, _Row] = {"text": {"baseline": "alphabetic"}, "point": {"opacity": 1, "strokeWidth": 2}}


def _position(kind: str, scene: Scene) -> dict[str, Any]:
    """Return the encodings of place: pixels, with the origin at the top left."""
    across = alt.Scale(domain=[0, scene.width], range=[0, scene.width], nice=False, zero=False)
    down = alt.Scale(domain=[0, scene.height], range=[0, scene.height], nice=False, zero=False)
    place: dict[str, Any] = {
        "x": alt.X("x:Q", scale=across, axis=None),
        "y": alt.Y("y:Q", scale=down, axis=None),
    }
    return place | ({"x2": alt.X2("x2"), "y2": alt.Y2("y2")} if kind in {"rule", "rect"} else {})


def _channels(kind: str) -> dict[str, Any]:
    """Return the encodings of colour, size and words, each as it stands in the datum."""
    channels: dict[str, Any] = {}
    if kind != "rule":
        channels["fill"] = alt.Fill("fill:N", scale=None, legend=None)
    if kind != "text":
        channels["stroke"] = alt.Stroke("stroke:N", scale=None, legend=None)
    if kind == "text":
        channels["text"] = alt.Text("text:N")
    if kind == "point":
        channels["size"] = alt.Size("area:Q", scale=None, legend=None)
    return channels


def _tooltip(rows: list[_Row]) -> list[alt.Tooltip]:
    """Return the tooltip's fields where a layer's marks belong to events."""
    return [alt.Tooltip(f"{name}:N") for name in _TOOLTIP] if any("When" in row for row in rows) else []
