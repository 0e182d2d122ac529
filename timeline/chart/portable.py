"""A picture as PNG, in few bytes, and as PDF, the same bytes each time.

The library that writes a PDF walks over its fonts and resources in an order of chance. Resources are listed a line
each, so sorting the lines changes no offset; the order of fonts shows in the compressed page as well, so the picture is
written again until the fonts stand in the order of their names: twice on average, as there are two.
"""

import re
import zlib
from collections.abc import Iterator

_TRIES = 40  # for two fonts the odds against are one in 2 ** 40; a story in many scripts may keep an order of chance
_TALLEST = 14_400  # units of a page that any reader shows (ISO 32000-1, annex C)
_SIZE = re.compile(r'(<svg [^>]*?)width="(?P<wide>[\d.]+)" height="(?P<tall>[\d.]+)"')
_RESOURCES = re.compile(rb"(?<=<<\n)(?: +/(?:gs|fo)\d+ \d+ 0 R\n)+")
_FONT = re.compile(rb"/Subtype /Type0\n +/BaseFont /(\S+)")


_SIGNATURE = 8  # bytes that any PNG begins with


def to_png(svg: str, dots: float) -> bytes:
    """Return an SVG as a PNG of so many dots a pixel.

    The library packs its data for speed; packed again they take a quarter of the room, so that a long picture can be
    mailed. What its size on paper is says the number of dots a metre, at 96 pixels an inch.
    """
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine, only for who wants a bitmap

    data: bytes = vl_convert.svg_to_png(svg, scale=dots)
    chunks = list(_chunks(data))
    packed = zlib.compress(zlib.decompress(b"".join(body for kind, body in chunks if kind == b"IDAT")), 6)
    at = [kind for kind, _ in chunks].index(b"IDAT")
    dense = round(96 * dots / 0.0254).to_bytes(4, "big")
    head = [(kind, dense * 2 + b"\1" if kind == b"pHYs" else body) for kind, body in chunks[:at]]
    return data[:_SIGNATURE] + b"".join(_chunk(*one) for one in [*head, (b"IDAT", packed), (b"IEND", b"")])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the body of each part of a PNG."""
    at = _SIGNATURE
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        at += 12 + size


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def to_pdf(svg: str) -> bytes:
    """Return an SVG as a PDF of one page with its fonts in it, drawn smaller where readers show no page so long."""
    import vl_convert  # noqa: PLC0415  # starts a JavaScript engine, only for who wants a PDF

    data, fitting = b"", _fitting(svg)
    for _ in range(_TRIES):
        data = _RESOURCES.sub(_sorted, vl_convert.svg_to_pdf(fitting))
        fonts = [name.partition(b"+")[2] for name in _FONT.findall(data)]
        if fonts == sorted(fonts):
            break
    return data


def _fitting(svg: str) -> str:
    """Return an SVG whose size is within what a page of a PDF may have."""
    size = _SIZE.match(svg)
    factor = min(1.0, _TALLEST / float(size["tall"])) if size else 1.0
    if not size or factor == 1:
        return svg
    wide, tall = (f"{float(size[name]) * factor:.2f}" for name in ("wide", "tall"))
    return f'{size[1]}width="{wide}" height="{tall}"{svg[size.end() :]}'


def _sorted(resources: re.Match[bytes]) -> bytes:
    lines: list[bytes] = resources[0].splitlines(keepends=True)
    lines.sort(key=lambda line: (len(line), line))
    return b"".join(lines)
