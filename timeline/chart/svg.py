"""Paint a scene as SVG, byte for byte the same everywhere."""

from html import escape

from timeline.chart.heading import described
from timeline.chart.look import label, spoken
from timeline.chart.paper import bands
from timeline.chart.scene import Anchor, Group, Line, Mark, Rect, Scene, Symbol, Text
from timeline.chart.style import FONT, SHAPES, Palette
from timeline.chart.text import slug


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
        parts = [f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="{role}" {named} font-family="{escape(FONT)}">']
        if self._palette:
            parts.append(f'<rect width="{_n(scene.width)}" height="{_n(scene.height)}"{self._colour(fill="paper")}/>')
        parts += [self._group(group) for group in scene.groups]
        return "\n".join([*parts, "</svg>"])

    def paint_for_paper(self, scene: Scene) -> str:
        """Return the scene as a column of SVG elements between which a page may end."""
        parts = []
        for top, height, groups in bands(scene):
            box = self._size(scene, top, height)
            inner = "".join(self._group(group) for group in groups)
            parts.append(f'<svg xmlns="http://www.w3.org/2000/svg" {box} font-family="{escape(FONT)}">{inner}</svg>')
        return "\n".join(parts)

    def _size(self, scene: Scene, top: float, height: float) -> str:
        """Return the attributes that show a picture from a height on."""
        width, tall = _n(scene.width - 2 * self._cut), _n(height)
        return f'width="{width}" height="{tall}" viewBox="{_n(self._cut)} {_n(top)} {width} {tall}"'

    def _group(self, group: Group) -> str:
        inner = " ".join(self._mark(mark) for mark in group.marks)
        if group.event is None:
            return f'<g aria-hidden="true">{inner}</g>'
        hit = self._hit(group.hit) if group.hit else ""
        if not self._link:
            return f"<g><title>{escape(label(group.event))}</title>{hit}{inner}</g>"
        name = f"{self._prefix}-{slug(group.event.id)}"
        return f'<a href="#{name}" class="row" aria-label="{escape(_name(group))}">{hit}{inner}</a>'

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
        return f"<text {place}{anchor}{weight}{self._colour(fill=mark.fill)}>{escape(mark.text)}</text>"

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

    def _colour(self, *, fill: str = "", stroke: str = "") -> str:
        """Return the attributes that give the colours: the colours themselves, or the classes that stand for them."""
        roles = {"fill": fill, "stroke": stroke}
        if self._palette:
            return "".join(f' {name}="{self._palette[role]}"' for name, role in roles.items() if role)
        return f' class="{" ".join(f"{name[0]}-{role}" for name, role in roles.items() if role)}"'


def _name(group: Group) -> str:
    """Return a row's name for screen readers: first the words that stand in it, then the whole date and the sources."""
    seen = " ".join(mark.text for mark in group.marks if isinstance(mark, Text))
    return f"{seen}. {spoken(group.event)}" if group.event else seen


def _dash(pattern: tuple[float, ...]) -> str:
    return f' stroke-dasharray="{" ".join(map(_n, pattern))}"' if pattern else ""


def _n(number: float) -> str:
    """Return a number with at most two decimals, as short as it goes."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def rules(palette: Palette) -> str:
    """Return the style rules that colour the classes of a picture painted without a palette, from CSS variables."""
    return "".join(f".f-{role}{{fill:var(--{role})}}.s-{role}{{stroke:var(--{role})}}" for role in palette.roles)


def variables(palette: Palette) -> str:
    """Return a palette as CSS variables, one a role."""
    return "".join(f"--{role}:{palette[role]};" for role in palette.roles)
