"""Clusters of mentions as rows: the vote on the date, conflicts, status, title, salience."""

from dataclasses import replace
from datetime import date

import pytest
import values
from values import dated

from timeline.canonical import canonical_events
from timeline.interval import Grain, Interval
from timeline.model import DCT_DEFAULT, EventMention, Span, Status

THURSDAY = date(2024, 6, 13)


def told(
    source: str,
    interval: Interval | None,
    *,
    rule: str = "weekday",
    explicit: bool = False,
    alternatives: tuple[tuple[str, Interval | None], ...] = (),
    published: date = THURSDAY,
    status: Status = Status.OCCURRED,
    title: str = "The ferry left the port of Lund",
) -> EventMention:
    """Return one source's mention of an event."""
    time = dated("Sunday", interval, rule=rule, explicit=explicit, alternatives=alternatives) if interval else None
    return values.told(
        f"{source}:0-9",
        source,
        title,
        published=published,
        sentence_text=f"{title} on Sunday.",
        head=Span(10, 14),
        predicate="leave",
        time=time,
        title=title,
        participants=("Lund",),
        terms=("ferry", "leave", "port", "lund"),
        arguments=(("subject", "ferry"),),
        status=status,
    )


def day(number: int) -> Interval:
    """Return a day of June 2024."""
    return Interval.day(date(2024, 6, number))


WEEK = Interval.unit(date(2024, 6, 9), Grain.WEEK)


def test_more_articles_of_one_source_decide_a_tie() -> None:
    """Where one paper gives two days, the day that more of its articles give stands, though it is the later one."""
    articles = [told("a", day(9)), told("b", day(10)), told("c", day(10))]
    (event,) = canonical_events([[replace(mention, source="paper") for mention in articles]])
    assert event.interval == day(10)


def test_copies_of_one_text_decide_no_tie() -> None:
    """Two papers that print one agency's text are one teller; the earlier day stands."""
    mentions = [told("a", day(9)), *(replace(told(name, day(10)), voice="agency", original="b") for name in "bc")]
    (event,) = canonical_events([[replace(mention, source="paper") for mention in mentions]])
    assert event.interval == day(9)


def test_a_late_reprint_calls_nothing_off() -> None:
    """What was reported to go ahead is not cancelled by a paper that prints the older news again."""
    off = told("a", day(14), published=date(2024, 6, 8), status=Status.CANCELLED)
    on = told("b", day(14), published=date(2024, 6, 15))
    again = replace(told("c", day(14), published=date(2024, 6, 16), status=Status.CANCELLED), voice="a", echo=True)
    (event,) = canonical_events([[off, on, again]])
    assert event.status is Status.OCCURRED


def test_what_came_about_is_told_as_done() -> None:
    """A title that tells a thing as done goes before one that tells it as planned."""
    plan = told("a", day(9), status=Status.PLANNED, title="The ferry of the Lund line will leave the port of Lund")
    (event,) = canonical_events([[plan, told("b", day(9))]])
    assert event.title == "The ferry left the port of Lund"


def test_narrow_date_wins_inside_the_wide_one() -> None:
    """A week that holds the day supports it and is no conflict."""
    (event,) = canonical_events([[told("a", WEEK), told("b", WEEK), told("c", day(9))]])
    assert (event.interval, event.conflict) == (day(9), False)
    assert [claim.interval for claim in event.claims] == [day(9), WEEK]


def test_majority_of_sources_decides_between_days_and_the_rest_is_shown() -> None:
    """Two voices against one date the event; the third's claim is kept as a conflict."""
    (event,) = canonical_events([[told("a", day(10)), told("b", day(9)), told("c", day(9))]])
    assert (event.interval, event.conflict) == (day(9), True)
    assert {claim.interval: claim.mentions for claim in event.claims} == {
        day(9): ("b:0-9", "c:0-9"),
        day(10): ("a:0-9",),
    }


def test_explicit_date_outweighs_a_relative_one() -> None:
    """A day named outright needs no reckoning."""
    (event,) = canonical_events([[told("a", day(10)), told("b", day(9), explicit=True)]])
    assert event.interval == day(9)


def test_publication_date_yields_to_any_stated_time() -> None:
    """The stand-in date is no claim where some source states a time."""
    (event,) = canonical_events([[told("a", day(13), rule=DCT_DEFAULT), told("b", day(9))]])
    assert (event.interval, event.conflict, len(event.claims)) == (day(9), False, 1)


def test_phrase_that_contradicts_itself_is_a_conflict_and_one_row() -> None:
    """A weekday beside another day's date keeps both days."""
    mention = told("a", day(9), rule="weekday with its date", alternatives=(("2024-06-10", day(10)),))
    (event,) = canonical_events([[mention]])
    assert (event.interval, event.conflict) == (day(9), True)
    assert {claim.interval for claim in event.claims} == {day(9), day(10)}


def test_other_readings_of_divided_usage_are_no_conflict() -> None:
    """That some readers take "next Sunday" otherwise is not a disagreement between sources."""
    (event,) = canonical_events([[told("a", day(9), alternatives=(("2024-06-16", day(16)),))]])
    assert not event.conflict


def test_plan_becomes_past_once_a_later_article_reports_it() -> None:
    """Planned on Saturday, reported on Thursday: it occurred."""
    early = told("a", day(9), published=date(2024, 6, 8), status=Status.PLANNED)
    (planned,) = canonical_events([[early]])
    (occurred,) = canonical_events([[early, told("b", day(9))]])
    assert (planned.status, occurred.status) == (Status.PLANNED, Status.OCCURRED)


def test_what_would_be_done_in_a_week_that_has_begun_is_planned() -> None:
    """What is only told with "would" has been done no more than what is told with "will"."""
    for modal in (True, False):
        mention = replace(told("a", WEEK, published=date(2024, 6, 4), status=Status.PLANNED), modal=modal)
        (event,) = canonical_events([[mention]])
        assert event.status is Status.PLANNED


def test_title_comes_from_the_sentence_that_tells_the_event() -> None:
    """What a sentence tells goes before what it only names a thing by ("the man *whose boat left the port*")."""
    aside = told("a", day(9), title="The old ferry left the port of Lund")
    main = replace(told("b", day(9), title="The new ferry left the port of Lund"), main=True)
    for group in ([aside, main], [replace(main, article_id="a", id="a:1"), replace(aside, article_id="b", id="b:1")]):
        (event,) = canonical_events([group])
        assert event.title == "The new ferry left the port of Lund"


def test_title_tells_the_day_of_its_row() -> None:
    """A sentence about another day is no title, though it is the fuller one."""
    apart = told("b", day(8), title="A crowded ferry left the port of Lund")
    right = [told("a", day(9), title="A ferry left Lund"), told("c", day(9), title="It left")]
    (event,) = canonical_events([[*right, apart]])
    assert (event.interval, event.title) == (day(9), "A ferry left Lund")


def test_undated_cluster_is_no_event() -> None:
    """Witnesses alone date nothing."""
    assert canonical_events([[told("a", None), told("b", None)]]) == ()


def test_event_that_more_sources_tell_is_more_salient() -> None:
    """Voices count; the most salient event has salience 1."""
    alone, shared = [told("a", day(9))], [told(source, day(8)) for source in "bcd"]
    found = canonical_events([alone, shared])
    assert [event.interval for event in found] == [day(8), day(9)]
    assert found[0].salience == 1.0 > found[1].salience


def test_id_is_that_of_the_founding_mention() -> None:
    """A later article with a better title does not change the id."""
    first = told("a", day(9), published=date(2024, 6, 10))
    (before,) = canonical_events([[first]])
    (after,) = canonical_events([[told("b", day(9), title="The ferry Aurora left the port of Lund for Kiel"), first]])
    assert before.id == after.id


def test_two_words_that_tell_who_did_what_have_a_row() -> None:
    """Whose title has a subject and a verb needs no third word; a bare noun with its day does."""
    assert len(canonical_events([[told("a", day(9), title="Schools reopened")]])) == 1
    assert canonical_events([[told("a", day(9), title="All changed")]]) == ()
    assert canonical_events([[replace(told("a", day(9), title="The talks"), arguments=())]]) == ()


def test_what_one_article_only_counts_has_no_row() -> None:
    """What only counts says nothing alone; a dangling word elsewhere in a title does less harm."""
    counted = replace(told("a", day(9), title="Six more were found"), dangling=True)
    assert canonical_events([[counted]]) == ()
    assert len(canonical_events([[counted, told("b", day(9))]])) == 1
    assert len(canonical_events([[replace(counted, title="The crew sailed to those islands")]])) == 1


def test_what_one_article_tells_as_scenery_has_no_row() -> None:
    """Who was where stands in the table only if several articles tell it, or one tells what happened."""
    scenery, deed = replace(told("a", day(9)), scenery=True), told("b", day(9))
    assert canonical_events([[scenery]]) == ()
    assert len(canonical_events([[scenery, deed]])) == 1
    assert len(canonical_events([[scenery, replace(deed, scenery=True)]])) == 1


@pytest.mark.parametrize(
    ("title", "rows"),
    [
        ("Six more were found", 0),
        ("The last two were found", 0),
        ("The boats of two of them were sunk", 0),
        ("The last boats were found", 1),
    ],
)
def test_what_only_counts_what_was_told_of_before_has_no_row(title: str, rows: int) -> None:
    """A title that leaves open of whom it tells, by a number alone, stands in no table, whoever else tells so."""
    mentions = [replace(told(name, day(9)), dangling=True, title=title) for name in ("a", "b")]
    assert [len(canonical_events([mentions[:count]])) for count in (1, 2)] == [rows, rows]
