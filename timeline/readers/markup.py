"""Markup -> plain text, for the short pieces of HTML in feeds and records; the cost is linear whatever they hold."""

import html
import re

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,20})[^<>]*>|<[!?][^<>]*>")
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "section", "article")
)
_HIDDEN = frozenset(("script", "style", "template", "noscript"))
_BLANK = re.compile(r"(?<![ \t])[ \t]*\n\s*")


def text_of(markup: str) -> str:
    r"""Return the text of a piece of HTML, a blank line between its blocks.

    >>> text_of("<p>The ferry <b>sank</b> &amp; rose.</p><script>alert(1)</script><p>Twice.</p>")
    'The ferry sank & rose.\n\nTwice.'
    """
    parts: list[str] = []
    done, hidden = 0, ""
    for tag in _TAG.finditer(markup):
        name = (tag["name"] or "").lower()
        if not hidden:
            parts.append(markup[done : tag.start()])
            parts.append("\n" if name in _BLOCKS else "")
            hidden = name if name in _HIDDEN and not tag["close"] else ""
        elif name == hidden and tag["close"]:
            hidden = ""
        done = tag.end()
    if not hidden:
        parts.append(markup[done:])
    return _BLANK.sub("\n\n", html.unescape("".join(parts))).strip()
