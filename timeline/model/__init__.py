"""The values that flow through the pipeline: frozen, keyword-only, small and picklable.

Provenance travels by id and span: an :class:`Event` names its mentions, a mention its article and
the characters it stands on, a time its rule and its anchor. Spans are half-open and count characters.
"""

from timeline.model.article import Article, Basis, Span
from timeline.model.event import Claim, Event
from timeline.model.mention import DCT_DEFAULT, EventMention, Relation, Score, Status
from timeline.model.problem import Problem, Severity
from timeline.model.time import BARE_CLOCK, AnchoredTimex, Clock, Target, Term, Timex, TimexType
from timeline.model.timeline import Timeline

__all__ = [
    "BARE_CLOCK",
    "DCT_DEFAULT",
    "AnchoredTimex",
    "Article",
    "Basis",
    "Claim",
    "Clock",
    "Event",
    "EventMention",
    "Problem",
    "Relation",
    "Score",
    "Severity",
    "Span",
    "Status",
    "Target",
    "Term",
    "Timeline",
    "Timex",
    "TimexType",
]
