"""A picture as PDF, the same bytes each time.

The library that writes it walks over its fonts and resources in an order of chance. Resources are listed a line each,
so sorting the lines changes no offset; the order of fonts shows in the compressed page as well, so the picture is
written again until the fonts stand in the order of their names: twice on average, as there are two.
"""

import re

_TRIES = 40  # for two fonts the odds against are one in 2 ** 40; a story in many scripts may keep an order of chance
_RESOURCES = re.compile(rb"(?<=<<\n)(?: +/(?:gs|fo)\d+ \d+ 0 R\n)+")
_FONT = re.compile(rb"/Subtype /Type0\n +/BaseFont /(\S+)")


def to_pdf(svg: str) -> bytes:
    """Return an SVG as a PDF of one page with its fonts in it."""
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine, only for who wants a PDF

    data = b""
    for _ in range(_TRIES):
        data = _RESOURCES.sub(_sorted, vl_convert.svg_to_pdf(svg))
        fonts = [name.partition(b"+")[2] for name in _FONT.findall(data)]
        if fonts == sorted(fonts):
            break
    return data


def _sorted(resources: re.Match[bytes]) -> bytes:
    lines: list[bytes] = resources[0].splitlines(keepends=True)
    lines.sort(key=lambda line: (len(line), line))
    return b"".join(lines)
