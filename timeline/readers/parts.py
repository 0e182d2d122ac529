"""The folder that a browser saves beside a page: its pictures, styles, scripts and frames, and no article."""

import re
from collections.abc import Collection

from timeline.model import Problem, Severity

_NAMES = "files|Dateien|fichiers|archivos|arquivos|bestanden|file|filer|pliki|soubory|tiedostot"
_FOLDER = re.compile(rf"(?P<page>.+)[_.-](?:{_NAMES})", re.DOTALL)
_PAGES = (".html", ".htm", ".xhtml")
_SHOWN = 60  # characters of a name in a message


def is_parts(folder: str, beside: Collection[str]) -> bool:
    """Say whether a folder has the name of the parts of a page that is among the files beside it.

    >>> is_parts("Ferry_files", {"Ferry.html"}), is_parts("Ferry_files", {"Raft.html"})
    (True, False)
    """
    named = _FOLDER.fullmatch(folder)
    return named is not None and any(named["page"] + ending in beside for ending in _PAGES)


def passed_over(where: str, folders: Collection[str]) -> Problem:
    """Return the note that folders of parts were passed over."""
    first = min(folders)[:_SHOWN]
    what = f"passed over '{first}'" + (f" and {len(folders) - 1} more like it" if len(folders) > 1 else "")
    what += ", the pictures, styles and scripts of a saved page"
    return Problem(where=where, what=what, remedy="move articles out of it, if it holds any", severity=Severity.NOTE)
