"""What to say where a format needs a library that is not installed."""

from timeline.readers.unreadable import UnreadableError


def missing(library: str, extra: str, shown: str) -> UnreadableError:
    """Return the error for a file whose format needs an extra.

    >>> str(missing("pypdf", "pdf", "a.pdf"))
    "a.pdf: reading it needs pypdf; run pip install 'news-timeline[pdf]', or save it as text"
    """
    remedy = f"run pip install 'news-timeline[{extra}]', or save it as text"
    return UnreadableError(where=shown, what=f"reading it needs {library}", remedy=remedy)
