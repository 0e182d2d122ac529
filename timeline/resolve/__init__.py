"""Time expressions to days: a document's times in the order of its narrative.

``annotate`` is the one path from a text to its dated times; it tags, then resolves.
"""

from timeline.resolve.lasting import lasting
from timeline.resolve.listed import run
from timeline.resolve.narrative import annotate, dateline_day, resolve
from timeline.resolve.ranges import join

__all__ = ["annotate", "dateline_day", "join", "lasting", "resolve", "run"]
