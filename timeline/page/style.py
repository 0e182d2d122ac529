"""The style sheet of the page, and that of a fragment, which stands against the sheet of whatever page it is put in."""

import re

from timeline.chart.style import DARK, LIGHT
from timeline.chart.svg import SHARED, rules, variables
from timeline.page.assets import asset

# of the page around the timeline
BODY = (
    f"body{{margin:0;padding:1.5rem 1rem;background:{LIGHT.paper}}}"
    f"@media screen and (prefers-color-scheme:dark){{body{{background:{DARK.paper}}}}}"
    "@media print{html{font-size:12px}body{padding:0}}"
)
_ROOT = ".news-timeline"
# how JupyterLab, Visual Studio Code, Colab and Quarto say that they are dark
_DARK_HOSTS = (
    ':is([data-jp-theme-light="false"],.vscode-dark,.vscode-high-contrast:not(.vscode-high-contrast-light),'
    'html[theme="dark"],.quarto-dark)'
)
# the scheme is that of what a browser draws by itself: the calendar of a field, the arrow of a choice
_LINKS = {
    False: "--link:#0b57a4;--mark:#ffe9a8;color-scheme:light;",
    True: "--link:#7db7f0;--mark:#5c4a12;color-scheme:dark;",
}
# no element has this id twice; what is not it outweighs every rule of the host but those that are !important
_GUARD = ":not(#_#_)"
_REM = re.compile(r"(?<![\w.])(\d*\.?\d+)rem\b")
_SIZE = re.compile(r'font-size="([\d.]+)"')
# what a host says of every paragraph, list or link is taken back, and what it says of the place it stands in but for
# whether that is seen; a drawing's attributes would go with it
_RESET = f"""{_ROOT} {{ all: initial; display: block; direction: ltr; unicode-bidi: isolate; visibility: inherit;
  pointer-events: inherit; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; --u: 16px; }}
{_ROOT} :where(:not(svg, svg *)) {{ all: revert; }}
{_ROOT} * {{ direction: inherit; }}
{_ROOT} :where(:not(svg, svg *))::before, {_ROOT} :where(:not(svg, svg *))::after {{ content: none; }}
{_ROOT} svg, {_ROOT} svg * {{ margin: 0; padding: 0; border: 0; background: none; position: static; float: none;
  opacity: 1; filter: none; font-family: inherit; font-style: normal; font-weight: normal; font-variant: normal;
  font-stretch: normal; line-height: normal; letter-spacing: normal; word-spacing: normal; text-transform: none;
  text-align: inherit; text-decoration: none; text-shadow: none; text-anchor: start; visibility: visible;
  max-height: none; min-width: 0; min-height: 0; }}
{_ROOT} svg [font-weight] {{ font-weight: bold; }}
{_ROOT} svg [text-anchor] {{ text-anchor: end; }}
{_ROOT} svg :not([class*="s-"]) {{ stroke: none; }}
{_ROOT} .hit {{ fill: none; }}
@media print {{ {_ROOT} {{ --u: 12px; }} }}
"""


def style(look: str, body: str) -> str:
    """Return the style sheet with its colours, on paper always the light ones.

    Args:
        look: ``light``, ``dark`` or as its ``host`` for a fragment; empty for a page, which is as its reader prefers.
        body: what it is the style of, for the sizes of type in it.
    """
    day, night = (f"{variables(palette)}{_LINKS[palette is DARK]}" for palette in (LIGHT, DARK))
    root = f"{_ROOT}.{look}" if look else _ROOT
    colours = {
        "": f"{root}{{{day}}}@media screen and (prefers-color-scheme:dark){{{root}{{{night}}}}}",
        "dark": f"{root}{{{day}}}@media screen{{{root}{{{night}}}}}",
        # on paper of its own, so that it can be read in a dark host that is not known
        "light": f"{root}{{{day}}}",
        "host": f"{root}{{{day}}}@media screen{{{_DARK_HOSTS} {root}{{{night}background:none}}}}",
    }
    sheet = asset("page.css") + colours[look]
    painted = f":is({_ROOT},.{SHARED})"
    if not look:
        return sheet + rules(LIGHT, painted)
    return _guarded(f"{_RESET}{_sizes(body)}{sheet}") + rules(LIGHT, painted + _GUARD)


def _sizes(body: str) -> str:
    """Return the sizes of type of a picture as rules, which weigh more than the attributes that give them."""
    sizes = sorted({*_SIZE.findall(body), "12", "15"})  # the script writes two of them
    return "".join(f'{_ROOT} svg [font-size="{size}"]{{font-size:{size}px}}' for size in sizes)


def _guarded(sheet: str) -> str:
    """Return a style sheet of which no rule yields to the host's, with sizes that do not hang on the host's own."""
    return _REM.sub(r"calc(\1*var(--u))", sheet.replace(_ROOT, _ROOT + _GUARD)).replace("-calc(", "calc(-1*")
