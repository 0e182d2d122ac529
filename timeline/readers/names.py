"""Names of files as they are shown: one printable line, whatever the file system allows."""

_LONGEST = 400


def printable(name: str) -> str:
    r"""Return a name with what does not print, and half characters, as escapes; a very long one without its middle.

    >>> printable("a\nb \x1b[2J.txt")
    'a\\nb \\x1b[2J.txt'
    """
    shown = "".join(char if char.isprintable() else char.encode("unicode_escape").decode("ascii") for char in name)
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST // 2]}…{shown[-_LONGEST // 2 :]}"
