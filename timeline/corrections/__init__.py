"""The reader's hand over the events: ``corrections.toml`` beside the articles, applied at each build.

A correction names its events as the table shows them, by id or by date and words of the title, and says what to do:
merge, split, redate, status, retitle, theme, pin, drop. One that is not understood, or that does not find its one
event, is left out with a warning; it is never applied to the likeliest.
"""

from timeline.corrections.apply import Corrected, correct
from timeline.corrections.model import Correction, Corrections, Kind
from timeline.corrections.read import corrections_of, parse

__all__ = ["Corrected", "Correction", "Corrections", "Kind", "correct", "corrections_of", "parse"]
