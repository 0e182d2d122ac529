"""The errors of this package, one tree.

::

    TimelineError
    ├── ArticleError      a file that cannot become an article
    ├── GrammarError      a rule or a word list that cannot be honoured
    ├── CorrectionError   a correction that cannot be read
    ├── QueryError        a period, a query or a number that asks for nothing
    └── OutputError       a place that cannot be written

A message starts with where (``path:line``) and ends with the remedy.
"""


class TimelineError(Exception):
    """The root: catch it to catch whatever this package raises on purpose."""


class ArticleError(TimelineError):
    """A file cannot become an article; the rest of its folder still can."""


class GrammarError(TimelineError):
    """A rule or a word list says what its loader cannot honour."""


class CorrectionError(TimelineError):
    """A correction cannot be read or understood."""


class QueryError(TimelineError):
    """A period, a query or a number asks for nothing that there could be."""


class OutputError(TimelineError):
    """A file or a folder cannot be written."""
