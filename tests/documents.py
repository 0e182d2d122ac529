"""The same articles as web page, PDF, DOCX, JSON and feed, made by code for the tests."""

import html
import io
import json
import textwrap
import zipfile
import zlib

PAGE_HEIGHT, TOP, LEADING, GAP = 842, 800, 14, 26


def web_page(paragraphs: list[str], *, head: str = "", title: str = "") -> str:
    """Return a web page with navigation and a footer around the paragraphs."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in paragraphs)
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{html.escape(title)}</title>{head}</head>"
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><main><article>{body}</article></main>"
        f"<footer>Copyright 2019 The Herald. <a href='/terms'>Terms</a></footer></body></html>"
    )


def pdf(paragraphs: list[str], *, width: int = 90) -> bytes:
    """Return a PDF of the paragraphs, wrapped, with a gap between two; any 255 letters, told by the font's own map."""
    pages: list[list[tuple[int, int, str]]] = [[]]
    height = TOP
    for paragraph in paragraphs:
        for line in textwrap.wrap(paragraph, width, break_on_hyphens=False):
            if height < 60:
                pages.append([])
                height = TOP
            pages[-1].append((50, height, line))
            height -= LEADING
        height -= GAP - LEADING
    return pdf_of(pages)


def pdf_of(pages: list[list[tuple[int, int, str]]], *, turned: bool = False) -> bytes:
    """Return a PDF of pages of lines, each with its place from the left and the foot.

    ``turned`` counts the places from the top, as browsers and office programs write them.
    """
    letters = sorted({letter for lines in pages for *_, line in lines for letter in line})
    codes = {letter: code for code, letter in enumerate(letters, 1)}
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode 4 0 R >>",
               _stream(_map(codes))]  # fmt: skip
    kids = []
    for lines in pages:
        first, sign = (b"1 0 0 -1 0 %d cm\n" % PAGE_HEIGHT, -1) if turned else (b"", 1)
        shown = b"\n".join(
            b"BT /F1 10 Tf 1 0 0 %d %d %d Tm <%s> Tj ET"
            % (sign, x, PAGE_HEIGHT - y if turned else y, _literal(line, codes))
            for x, y, line in lines
        )
        objects.append(_stream(first + shown))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 %d] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (PAGE_HEIGHT, len(objects))
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    return _file(objects)


def pdf_of_one_drawing(drawing: bytes, *, pages: int) -> bytes:
    """Return a PDF of pages that all show one drawing, which is packed."""
    packed = zlib.compress(drawing, 9)
    held = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    fonts = b"/Resources << /Font << /F1 5 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R %s >>" % fonts
    kids = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (pages, b"4 0 R " * pages)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return _file([b"<< /Type /Catalog /Pages 2 0 R >>", kids, held, page, font])


def _literal(line: str, codes: dict[str, int]) -> bytes:
    return bytes(codes[letter] for letter in line).hex().encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _map(codes: dict[str, int]) -> bytes:
    """Return a font's map from its codes to letters."""
    pairs = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, held in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start, size = len(out), len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, start
    )  # fmt: skip


def docx(paragraphs: list[str]) -> bytes:
    """Return a DOCX of the paragraphs."""
    from docx import Document  # noqa: PLC0415  # an extra

    document, file = Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(file)
    return file.getvalue()


def docx_of(body: str) -> bytes:
    """Return a DOCX with this markup as its body."""
    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    made, file = docx([]), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            said = f"<w:document {spaces}><w:body>{body}</w:body></w:document>".encode()
            new.writestr(name, said if name == "word/document.xml" else old.read(name))
    return file.getvalue()


def record(paragraphs: list[str], **fields: str) -> str:
    """Return a JSON object with the text and its fields."""
    return json.dumps({"text": "\n\n".join(paragraphs), **fields})


def feed(items: list[tuple[str, str]]) -> str:
    """Return an RSS feed of pairs (date, text)."""
    body = "".join(
        f"<item><title>Ferry</title><pubDate>{day}</pubDate>"
        f"<description>{html.escape('<p>' + text + '</p>')}</description></item>"
        for day, text in items
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>The Herald</title>{body}</channel></rss>'


def table(texts: list[str], **columns: list[object]) -> bytes:
    """Return a Parquet file with a row a text."""
    import pyarrow as pa  # noqa: PLC0415  # an extra
    from pyarrow import parquet  # noqa: PLC0415  # an extra

    file = io.BytesIO()
    parquet.write_table(pa.table({"text": texts, **columns}), file)
    return file.getvalue()
