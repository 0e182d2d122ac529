"""What is said of conflicting dates: who disagrees with whom, and who contradicts itself."""

from dataclasses import replace

import pytest
from invented import SOURCES, day, mention

from timeline.disputes import objections, verdict, wording
from timeline.model import Claim, Event, Status

FIRST, SECOND, THIRD, FOURTH, FIFTH = SOURCES


def told(*claims: tuple[int, ...]) -> Event:
    """Return an event of which each claim, a day after the last, is made by the sources of some numbers."""
    mentions, made = [], []
    for at, numbers in enumerate(claims):
        when = day(5, 18 + at)
        phrase = f"on May {18 + at}"
        own = [
            replace(mention("k", number, phrase, when, f"It sank {phrase}."), id=f"{number}:{at}") for number in numbers
        ]
        mentions += own
        made.append(Claim(interval=when, mentions=tuple(one.id for one in own)))
    return Event(
        id="e", interval=day(5, 18), title="It sank", description="It sank.", status=Status.OCCURRED,
        mentions=tuple(mentions), claims=tuple(made), conflict=len(claims) > 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("claims", "kind", "said"),
    [
        (((0, 1),), "", ()),
        (((0,), (1,)), "Sources disagree on the date", (f"{SECOND} dates it to Mon 19 May",)),
        (((0,), (1, 2)), "Sources disagree on the date", (f"{SECOND} and {THIRD} date it to Mon 19 May",)),
        (((0,), (0,)), f"{FIRST} contradicts itself on the date", (f"{FIRST} contradicts itself: also Mon 19 May",)),
        (
            ((0, 1), (0, 1)),
            f"{FIRST} and {SECOND} contradict themselves on the date",
            (f"{FIRST} and {SECOND} contradict themselves: also Mon 19 May",),
        ),
        (
            ((0, 1), (1, 2)),
            f"{SECOND} contradicts itself and sources disagree on the date",
            (f"{THIRD} dates it to Mon 19 May", f"{SECOND} contradicts itself: also Mon 19 May"),
        ),
        (
            ((0,), (1,), (2,)),
            "Sources disagree on the date",
            (f"{SECOND} dates it to Mon 19 May", f"{THIRD} dates it to Tue 20 May"),
        ),
        (((0,), ()), "The dates told conflict", ()),
        (
            ((0,), (5,)),
            f"Articles of {FIRST} disagree on the date",
            (f"another article of {FIRST} dates it to Mon 19 May",),
        ),
        (
            ((0, 1), (5, 2), (1,)),
            f"{SECOND} contradicts itself and articles of {FIRST} disagree and sources disagree on the date",
            (
                f"{THIRD} dates it to Mon 19 May",
                f"another article of {FIRST} dates it to Mon 19 May",
                f"{SECOND} contradicts itself: also Tue 20 May",
            ),
        ),
    ],
)
def test_a_conflict_is_told_as_it_is(claims: tuple[tuple[int, ...], ...], kind: str, said: tuple[str, ...]) -> None:
    """Who gives a rival date only disagrees; who gives both in one article contradicts itself."""
    event = told(*claims)
    assert (verdict(event), objections(event, year=2031)) == (kind, said)


def test_a_claim_is_told_in_its_sources_words() -> None:
    """Each source stands once, with its phrases; a claim without a mention is the reader's."""
    event = told((1, 0), (2,), ())
    assert [wording(event, claim) for claim in event.claims] == [
        f"{FIRST} (“on May 18”); {SECOND} (“on May 18”)",
        f"{THIRD} (“on May 19”)",
        "set by hand",
    ]
