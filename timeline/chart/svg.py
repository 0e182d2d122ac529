"""Paint a scene as SVG, byte for byte the same everywhere."""

import json
from collections.abc import Iterable
from html import escape

from timeline.chart.heading import described
from timeline.chart.look import label, placed, spoken
from timeline.chart.paper import Band, behind, sheets
from timeline.chart.scene import Anchor, Group, Line, Mark, Part, Rect, Scene, Symbol, Text
from timeline.chart.style import FONT, SHAPES, Palette
from timeline.chart.text import slug
from timeline.model import Event

# the class of what is drawn once and used in many places; there no rule sees what stands around it
SHARED = "timeline-shared"


class Painter:
    """Turns marks into SVG elements.

    Args:
        palette: the colours to write out, or None to write classes (``f-`` for fill, ``s-`` for stroke) that a style
            sheet colours, light or dark.
        prefix: what the ids of this picture begin with, so that two on one page do not clash.
        link: whether an event's row links to ``#`` + prefix + event id.
        cut: pixels cut off at either side: the margin, where the page has one of its own.
    """

    def __init__(self, palette: Palette | None, *, prefix: str = "t", link: bool = False, cut: float = 0) -> None:
        self._palette = palette
        self._prefix = prefix
        self._link = link
        self._cut = cut

    def paint(self, scene: Scene) -> str:
        """Return the scene as one SVG element."""
        size = self._size(scene, 0, scene.height)
        named = f'aria-label="{escape(described(scene.title, scene.summary))}"'
        role = "group" if self._link else "img"
        columns = f' data-dates="{_n(scene.dates)}" data-text="{_n(scene.text)}"' if self._link else ""
        about = f'{size} role="{role}" {named}{columns} font-family="{escape(FONT)}"'
        parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {about}>']
        if self._palette:
            parts.append(f'<rect width="{_n(scene.width)}" height="{_n(scene.height)}"{self._colour(fill="paper")}/>')
        parts += [self._part(part) for part in scene.parts]
        return "\n".join([*parts, "</svg>"])

    def paint_for_paper(self, scene: Scene) -> str:
        """Return the scene as HTML: tables of SVG elements, the head of which a browser repeats on every page."""
        shared = [(self._shared(index), behind(part)) for index, part in enumerate(scene.parts)]
        drawn = "".join(
            f'<g id="{name}" class="{SHARED}">{self._groups(groups)}</g>' for name, groups in shared if groups
        )
        html = [f'<svg class="shared" width="0" height="0"><defs>{drawn}</defs></svg>'] if drawn else []
        for sheet in sheets(scene):
            name = self._shared(sheet.part) if behind(scene.parts[sheet.part]) else ""
            head = f'<div class="head">{self._band(scene, sheet.head, "")}</div>' if sheet.head else ""
            lines = [f"<div>{''.join(self._band(scene, band, name) for band in line)}</div>" for line in sheet.lines]
            look = "sheet" if head else "sheet bare"
            html.append(f'<div class="{look}">{head}\n' + "\n".join(lines) + "</div>")
        return "\n".join(html)

    def _shared(self, part: int) -> str:
        """Return the id of what lies behind the lines of a part on paper."""
        return f"{self._prefix}-p{part}"

    def _band(self, scene: Scene, band: Band, shared: str) -> str:
        """Return a band of the picture for paper, above what lies behind all of its part."""
        inner = f'<use href="#{shared}"/>' if shared else ""
        inner += "".join(f"<g{self._role(group)}>{self._marks(group)}</g>" for group in band.groups)
        event = f' data-for="{self._prefix}-{slug(band.event)}"' if band.event else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {self._size(scene, band.top, band.height)}{event} '
            f'font-family="{escape(FONT)}">{inner}</svg>'
        )

    def _size(self, scene: Scene, top: float, height: float) -> str:
        """Return the attributes that show a picture from a height on."""
        width, tall = _n(scene.width - 2 * self._cut), _n(height)
        return f'width="{width}" height="{tall}" viewBox="{_n(self._cut)} {_n(top)} {width} {tall}"'

    def _part(self, part: Part) -> str:
        """Return a part; one with rows says where they stand, for the script that stacks them anew."""
        inner = self._groups(part.groups)
        if self._link and part.whole:
            return f'<g class="whole" data-begin="{_n(part.begin)}" data-end="{_n(part.end)}">{inner}</g>'
        if not self._link or part.top is None:
            return inner
        place = f'data-begin="{_n(part.begin)}" data-top="{_n(part.top)}" data-end="{_n(part.end)}"'
        axis = f' data-axis="{escape(json.dumps(part.axis))}"' if len(part.axis) > 1 else ""
        return f'<g class="stack" {place}{axis}>{inner}</g>'

    def _groups(self, groups: Iterable[Group]) -> str:
        return "\n".join(self._group(group) for group in groups)

    def _group(self, group: Group) -> str:
        inner = self._marks(group)
        if group.event is None:
            return f'<g aria-hidden="true"{self._role(group)}>{inner}</g>'
        hit = self._hit(group.hit) if group.hit else ""
        if not self._link:
            return f"<g><title>{escape(label(group.event))}</title>{hit}{inner}</g>"
        name = f"{self._prefix}-{slug(group.event.id)}"
        year = f' data-year="{group.year}"' if group.year else ""
        place = f'data-words="{_n(group.words)}" data-dated="{_n(group.dated)}"{year}{_days(group.event)}'
        # JupyterLab writes to the href of any <a> that has one, which an SVG's <a> does not allow
        return f'<a xlink:href="#{name}" class="row" {place} aria-label="{escape(_name(group))}">{hit}{inner}</a>'

    def _role(self, group: Group) -> str:
        return f' class="{group.role}"' if self._link and group.role and group.event is None else ""

    def _marks(self, group: Group) -> str:
        """Return the marks of a group, with dates that the row above says too where a page may show them."""
        return " ".join(
            self._mark(mark) for mark in group.marks if self._link or not (isinstance(mark, Text) and mark.again)
        )

    @staticmethod
    def _hit(rect: Rect) -> str:
        """Return an unseen rectangle that takes the pointer between a row's marks."""
        box = f'x="{_n(rect.x)}" y="{_n(rect.y)}" width="{_n(rect.width)}" height="{_n(rect.height)}"'
        return f'<rect class="hit" {box} fill="none" pointer-events="all"/>'

    def _mark(self, mark: Mark) -> str:
        if isinstance(mark, Text):
            return self._text(mark)
        if isinstance(mark, Line):
            ends = f'x1="{_n(mark.x1)}" y1="{_n(mark.y1)}" x2="{_n(mark.x2)}" y2="{_n(mark.y2)}"'
            return f'<line {ends} stroke-width="{_n(mark.width)}"{self._colour(stroke=mark.stroke)}{_dash(mark.dash)}/>'
        if isinstance(mark, Rect):
            return self._rect(mark)
        return self._symbol(mark)

    def _text(self, mark: Text) -> str:
        anchor = "" if mark.anchor is Anchor.START else f' text-anchor="{mark.anchor}"'
        weight = ' font-weight="bold"' if mark.bold else ""
        place = f'x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}"'
        colour = self._colour(fill=mark.fill, also="again" if mark.again else "")
        return f"<text {place}{anchor}{weight}{colour}>{escape(mark.text)}</text>"

    def _rect(self, mark: Rect) -> str:
        box = f'x="{_n(mark.x)}" y="{_n(mark.y)}" width="{_n(mark.width)}" height="{_n(mark.height)}"'
        radius = f' rx="{_n(mark.radius)}"' if mark.radius else ""
        colours = self._colour(fill=mark.fill, stroke=mark.stroke)
        opacity = f' fill-opacity="{_n(mark.opacity)}"' if mark.opacity < 1 else ""
        return f"<rect {box}{radius}{colours}{opacity}{_dash(mark.dash)}/>"

    def _symbol(self, mark: Symbol) -> str:
        scale = mark.area**0.5 / 2
        place = f'transform="translate({_n(mark.x)},{_n(mark.y)}) scale({_n(scale)})"'
        colours = self._colour(fill=mark.fill, stroke=mark.stroke)
        outline = f'stroke-width="{_n(2 / scale)}"'  # the scale widens it back to two pixels
        return f'<path d="{SHAPES[mark.shape]}" {place}{colours} {outline}/>'

    def _colour(self, *, fill: str = "", stroke: str = "", also: str = "") -> str:
        """Return the attributes that give the colours: the colours themselves, or the classes that stand for them."""
        roles = {"fill": fill, "stroke": stroke}
        if self._palette:
            return "".join(f' {name}="{self._palette[role]}"' for name, role in roles.items() if role)
        names = [f"{name[0]}-{role}" for name, role in roles.items() if role]
        return f' class="{" ".join([*names, also]).strip()}"'


def _name(group: Group) -> str:
    """Return a row's name for screen readers: first the words that stand in it, then the whole date and the sources."""
    seen = " ".join(mark.text for mark in group.marks if isinstance(mark, Text) and not mark.again)
    return f"{seen}. {spoken(group.event)}" if group.event else seen


def _days(event: Event) -> str:
    """Return the days by which a row has its place, for the script, where they are not those of the whole event."""
    days = placed(event)
    return f' data-days="{days.start}/{days.last}"' if days != event.interval else ""


def _dash(pattern: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, pattern))}"' if pattern else ""


def _n(number: float) -> str:
    """Return a number with at most two decimals, as short as it goes."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def rules(palette: Palette, root: str) -> str:
    """Return the style rules that colour the classes of a picture painted without a palette, from CSS variables.

    Args:
        palette: whose roles the classes are named by.
        root: the selector of what the picture stands in, and of :data:`SHARED`.
    """
    kinds = (("f", "fill"), ("s", "stroke"))
    return "".join(f"{root} .{kind}-{role}{{{what}:var(--{role})}}" for role in palette.roles for kind, what in kinds)


def variables(palette: Palette) -> str:
    """Return a palette as CSS variables, one a role."""
    return "".join(f"--{role}:{palette[role]};" for role in palette.roles)
