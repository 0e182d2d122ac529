"""A time with what it dates."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.clauses import Clause
from timeline.model import AnchoredTimex, Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A time and what it dates.

    Attributes:
        time: the resolved time.
        tokens: its tokens, with the preposition that opens its phrase.
        clause: the number of the clause it stands in or dates.
        noun: the token of the event noun it dates instead of the clause, or None.
        relation: how it relates to what it dates; None where it is only compared with.
        leads: whether it stands before the predicate of its clause.
        starts: whether the clause tells a state that began then ("has been missing since May 3").
        opens: the "when" that opens the clause it dates, or None.
        without: the tokens of its clause that another time dates ("took Lund on Friday *and Ardol on Monday*").
        ends: whether the clause tells what went on, or is to be done, until then, and nothing else dates it.
        series: the first token of the list of times it stands in ("on Monday and Thursday"), or None.
        aims: whether its clause moves what the noun names to it ("put the trial off to May 3").
    """

    time: AnchoredTimex
    tokens: tuple[int, ...]
    clause: int
    noun: int | None
    relation: Relation | None
    leads: bool
    starts: bool = False
    opens: int | None = None
    aims: bool = False
    series: int | None = None
    ends: bool = False
    without: frozenset[int] = frozenset()

    @property
    def dates(self) -> bool:
        """Whether it dates something: it names days, and the clause happened, began or ended then."""
        return (
            self.starts or self.ends or self.relation in {Relation.AT, Relation.WITHIN}
        ) and self.time.interval is not None


def made(
    time: AnchoredTimex,
    tokens: list[int],
    parts: Sequence[Clause],
    clause: int,
    noun: int | None,
    relation: Relation | None,
) -> Attachment:
    """Return a time attached to a clause, or to a noun in it, by its phrase."""
    return Attachment(
        time=time,
        tokens=tuple(tokens),
        clause=clause,
        noun=noun,
        relation=relation,
        leads=tokens[0] < parts[clause].head,
    )
