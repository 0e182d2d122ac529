"""A headless Chromium for the pictures' tests: pages go in, measurements come out."""

import json
import os
import re
import shutil
import subprocess
import tempfile
from html import unescape
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ABSENT = "needs Chromium (Debian's package chromium)"
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--hide-scrollbars",
    "--force-prefers-reduced-motion",
)  # fmt: skip
_OUTER = """<!DOCTYPE html><meta charset="utf-8"><body><script>
const cases = CASES;
const measure = MEASURE;
(async () => {
  const said = [];
  for (const { html, width, height } of cases) {
    const frame = document.createElement("iframe");
    frame.width = width; frame.height = height; frame.style.border = 0;
    const loaded = new Promise((done) => { frame.onload = done; });
    frame.srcdoc = html;
    document.body.append(frame);
    await loaded;
    try {
      said.push(await measure(frame.contentDocument, frame.contentWindow));
    } catch (error) {
      said.push({ error: String(error.stack) });
    }
    frame.remove();
  }
  const out = document.createElement("pre");
  out.id = "said";
  out.textContent = JSON.stringify(said);
  document.body.append(out);
})();
</script>"""


def printed(page: str) -> bytes:
    """Return a page as the browser prints it: a PDF, with margins and on paper of its own choice."""
    with tempfile.TemporaryDirectory() as folder:
        file, paper = Path(folder, "page.html"), Path(folder, "page.pdf")
        file.write_text(page, encoding="utf-8")
        command = [
            str(CHROMIUM), *_FLAGS, f"--user-data-dir={folder}/profile", "--no-pdf-header-footer",
            f"--print-to-pdf={paper}", file.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        return paper.read_bytes()


def measure(
    pages: list[tuple[str, int]],
    script: str,
    *,
    dark: bool = False,
    zone: str = "UTC",
    height: int = 900,
    forced: bool = False,
) -> list[Any]:
    """Open pages in frames of a width and return what a script says of each.

    Args:
        pages: the source of a page and the width of its window, in pixels.
        script: a JavaScript function of a document and its window that returns something JSON can hold.
        dark: whether the reader prefers dark pages.
        zone: the time zone of the machine.
        height: of the windows, in pixels.
        forced: whether the reader forces colours of their own on every page.
    """
    cases = json.dumps([{"html": html, "width": width, "height": height} for html, width in pages])
    outer = _OUTER.replace("MEASURE", script).replace("CASES", cases.replace("<", "\\u003c"))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "outer.html")
        file.write_text(outer, encoding="utf-8")
        scheme = f"--blink-settings=preferredColorScheme={0 if dark else 1}"
        command = [
            str(CHROMIUM), *_FLAGS, scheme, f"--user-data-dir={folder}/profile", "--virtual-time-budget=30000",
            *(["--force-high-contrast"] if forced else []), "--dump-dom", file.as_uri(),
        ]  # fmt: skip
        environment = {**os.environ, "TZ": zone}
        dom = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True).stdout
    found = re.search(r'<pre id="said">(.*?)</pre>', dom, re.DOTALL)
    assert found, "Chromium said nothing"
    said = json.loads(unescape(found[1]))
    assert isinstance(said, list)
    return said
