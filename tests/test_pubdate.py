"""The ladder to a publication date: what counts as one, and what must never."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model import Basis
from timeline.pubdate import Dated, caption_date, head_date, head_spans, parse_day, publication

DAY = date(2023, 12, 27)


@pytest.mark.parametrize(
    "words",
    [
        "2023-12-27",
        "2023-12-27T23:59:00-05:00",
        "2023-12-27 08:15",
        "2023-12-27T08:15:00.123Z",
        "Dec. 27, 2023",
        "Dec 27 2023",
        "December 27th, 2023",
        "27 December 2023",
        "27th Dec. 2023",
        "Wednesday, December 27, 2023",
        "Wed Dec 27, 2023 11:47 pm GMT",
        "Wed., 27 Dec. 2023 at 9.30 a.m.",
        "Published: December 27, 2023",
        "  December\t27,\n2023 ",
    ],
)
def test_a_full_date_is_read(words: str) -> None:
    """Every usual way to write a full date gives its local day; a zone never moves it."""
    assert parse_day(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "27/12/2023",
        "12-27-2023",
        "December 2023",
        "December 27",
        "27",
        "2023-13-01",
        "2023-02-30",
        "February 30, 2023",
        "0000-00-00",
        "99999-01-01",
        "2023-12-27 or later",
        "yesterday",
        "Updated: December 27, 2023",
        "© 2023",
    ],
)
def test_what_is_no_full_date_is_refused(words: str) -> None:
    """A part of a date, an impossible or an ambiguous one is no publication date."""
    assert parse_day(words) is None


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("date 2023-12-27 A ferry sank.", "date 2023-12-27 "),
        ("2023-12-27\n\nA ferry sank.", "2023-12-27"),
        ("Published: 27 December 2023\nA ferry sank.", "Published: 27 December 2023"),
        ("Ferry Sinks\n\nPublished on December 27, 2023\n\nIt sank.", "Published on December 27, 2023"),
        ("Dec. 27, 2023 | By Ana Ruiz, CNN Divers searched.", "Dec. 27, 2023 | By Ana Ruiz, CNN "),
        ("December 27, 2023 — A ferry sank.", "December 27, 2023 — "),
        ("ARDOL, Dec. 27, 2023 (AP) - A ferry sank.", "ARDOL, Dec. 27, 2023 (AP) - "),
        ("ARDOL, Norway, Dec. 27, 2023 (Reuters) — A ferry sank.", "ARDOL, Norway, Dec. 27, 2023 (Reuters) — "),
        ("PORT ARDOL, Dec 27, 2023 — A ferry sank.", "PORT ARDOL, Dec 27, 2023 — "),
        (
            "ARDOL | Wed Dec 27, 2023 11:47 pm BST ARDOL (Reuters) - A ferry sank.",
            "ARDOL | Wed Dec 27, 2023 11:47 pm BST ARDOL (Reuters) - ",
        ),
        ("**Published:** 27 December 2023\n\nA ferry sank.", "**Published:** 27 December 2023"),
        ("Ferry lost\n\n*December 27, 2023*\n\nIt sank.", "*December 27, 2023*"),
        ("December 27, 2023 / 10:12 PM EST / Herald News", "December 27, 2023 / "),
        ("10:12 a.m. EST, December 27, 2023", "10:12 a.m. EST, December 27, 2023"),
        ("Ferry lost\n\nBy Ana Ruiz | December 27, 2023\n\nIt sank.", "By Ana Ruiz | December 27, 2023"),
        ("By Ana Ruiz and Bo Li, The Herald, Dec. 27, 2023", "By Ana Ruiz and Bo Li, The Herald, Dec. 27, 2023"),
        ("Ferry lost\nThe Herald • 27 December 2023 10:15\nIt sank.", "• 27 December 2023 10:15"),
        ("By Ana Ruiz Published December 27, 2023", "Published December 27, 2023"),
        ("Ferry lost\nPosted on December 27, 2023, 3: 37 PM EDT\nIt sank.", "Posted on December 27, 2023"),
        ("Ferry lost\nBy Ana Ruiz | posted 27 December 2023", "posted 27 December 2023"),
        ("This article was first published on 27 December 2023.\n\nIt sank.", "first published on 27 December 2023"),
        ("Updated 28 December 2023, published 27 December 2023", "published 27 December 2023"),
        ("27 December 23 16:14 GMT A ferry sank.", "27 December 23 16:14 GMT "),
    ],
)
def test_a_date_at_the_head_dates_the_article(text: str, head: str) -> None:
    """A head or a dateline with a full date names the day, and all of it is metadata."""
    dated = head_date(text)
    assert dated is not None
    assert (dated.day, dated.basis) == (DAY, Basis.DATELINE)
    assert dated.span is not None
    assert dated.span.of(text) == head


@pytest.mark.parametrize(
    "text",
    [
        "A ferry sank on December 27, 2023, off Ardol.",
        "December 27, 2023 was a cold day.",
        "Updated: December 27, 2023\n\nA ferry sank.",
        "Last updated 2023-12-27\n\nA ferry sank.",
        "Copyright 2023 The Herald. A ferry sank.",
        "ARDOL, Dec. 27 (AP) - A ferry sank.",
        "A ferry sank.\n\n" + "Divers searched the fjord for days.\n" * 80 + "Published: December 27, 2023",
        "The novel, first published on December 27, 2023, tells of a ferry.",
        "New rules were published on December 27, 2023, after a wreck.",
        "A warning issued on 27 December 2023 said that it was unsafe.",
        "A video posted on 27 December 2023 shows the reef.",
        "The report was published on 27 December 2023.",
        "Its First Report, Published on 27 December 2023, said so.",
        "The Federal Emergency Management Agency (FEMA) -- which met on December 27, 2023 -- said nothing.",
    ],
)
def test_a_date_elsewhere_does_not(text: str) -> None:
    """A date inside a sentence, of an update, of a copyright, or far down dates no article."""
    assert head_date(text) is None


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("ARDOL, Dec. 27 (AP) - A ferry sank.", ["ARDOL, Dec. 27 (AP) - "]),
        ("Ferry lost\nArdol, Norway (CNN) -- A ferry sank.", ["Ardol, Norway (CNN) -- "]),
        ("Divers search on Sunday (CNN) -- A ferry sank.", ["(CNN) -- "]),
        ("By the CNN staff A ferry sank.", ["By the CNN staff "]),
        ("The agency (which met) - said nothing.", []),
    ],
)
def test_datelines_are_found_without_a_date(text: str, heads: list[str]) -> None:
    """A dateline without a year dates nothing, and is metadata all the same."""
    assert [span.of(text) for span in head_spans(text)] == heads


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Goats on a roof in Ardol, on Dec. 26, 2023. Ada Rhee/Newsfoto", date(2023, 12, 26)),
        ("Goats on a roof in Ardol, December 26, 2023. (AP Photo/Ada Rhee)", date(2023, 12, 26)),
        ("Goats on a roof, 26 December 2023. Photograph: Ada Rhee", date(2023, 12, 26)),
        ("Goats on a roof, Dec. 26, 2023. REUTERS", date(2023, 12, 26)),
        ("Goats came down from the roof on Dec. 26, 2023.", None),
        ("On Dec. 26, 2023, goats stood on a roof, and " + "stood there " * 30 + "until noon. Ada Rhee/Newsfoto", None),
    ],
)
def test_a_credited_caption_dates_the_article(line: str, day: date | None) -> None:
    """Only a line that ends with a photo credit is a caption."""
    found = caption_date(f"Goats Return\n\n{line}\n\nGoats are back.")
    assert (found.day if found else None) == day


def test_the_latest_caption_counts() -> None:
    """An article is no older than its newest picture."""
    text = "Goats, Dec. 20, 2023. Ada Rhee/Newsfoto\n\nMore goats, Dec. 26, 2023. Ada Rhee/Newsfoto"
    found = caption_date(text)
    assert found is not None
    assert found.day == date(2023, 12, 26)


def test_the_ladder_has_an_order() -> None:
    """Front matter stands above the sidecar, that above the file's name, the head, the folder's name and a caption."""
    caption = "Goats, Dec. 20, 2023. Ada Rhee/Newsfoto"
    text = f"Published: Dec. 26, 2023\n\n{caption}"
    steps = [
        publication(text, Dated(day=date(2023, 12, 24), basis=Basis.SIDECAR), Dated(day=DAY, basis=Basis.FRONT_MATTER)),
        publication(text, Dated(day=date(2023, 12, 24), basis=Basis.SIDECAR)),
        publication(text, name="2023-12-22-goats.txt"),
        publication(text, name="2023-12-21/goats.txt"),
        publication(caption, name="2023/12/21/goats.txt"),
        publication(caption),
        publication("Goats stood on a roof."),
    ]
    assert [(step.day.day, step.basis) if step else None for step in steps] == [
        (27, Basis.FRONT_MATTER),
        (24, Basis.SIDECAR),
        (22, Basis.FILE_NAME),
        (26, Basis.DATELINE),
        (21, Basis.FOLDER),
        (20, Basis.CAPTION),
        None,
    ]


@given(st.text(alphabet=st.sampled_from("Dec. 27,2023-|()APby\n ’—Ä") | st.characters(), max_size=200))
def test_no_text_breaks_the_ladder(text: str) -> None:
    """Whatever the text, the spans of its head lie in it, in order and apart."""
    publication(text)
    ends = [0]
    for span in head_spans(text):
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Updated March 9, 2024 | Published March 5, 2024", date(2024, 3, 5)),
        ("Updated\nMarch 9, 2024\nPublished\nMarch 5, 2024", date(2024, 3, 5)),
        ("Published March 5, 2024 | Updated March 9, 2024", date(2024, 3, 5)),
        ("March 5, 2024 | Updated 9 March", date(2024, 3, 5)),
        ("PUBLISHED: March 5, 2024 at 10:12 p.m. | UPDATED: March 9, 2024 at 1:00 a.m.", date(2024, 3, 5)),
        ("Published: Mar 5, 2024, 10:12 PM PST | Updated: Mar 9, 2024, 1:00 AM PST", date(2024, 3, 5)),
        ("March 5, 2024 Updated: March 9, 2024", date(2024, 3, 5)),
        ("Posted 9:12 PM, Mar 5, 2024 and last updated 10:00 PM, Mar 9, 2024", date(2024, 3, 5)),
        ("Published 10:12 PM EST, Tue March 5, 2024\nUpdated 11:12 PM EST, Sat March 9, 2024", date(2024, 3, 5)),
        ("Updated 11:12 PM EST, Sat March 9, 2024", None),
        ("March 9, 2024 | Updated", None),
        ("By Ana Ruiz | Updated March 9, 2024", None),
        ("The battle of Lund, March 9, 2024", None),
        ("By Friday, March 9, 2024", None),
        ("By sea, by land, 9 March 2024", None),
        ("Related: Ferry rules tightened | March 9, 2024", None),
        ("Read more | March 9, 2024", None),
        ("Photo by Ada Rhee | March 9, 2024", None),
        ("March 9, 2024 | Updated 10:15", None),
        ("Last modified on Sat 9 March 2024 10.12 GMT", None),
        ("Last modified:\n9 March 2024", None),
        ("UPDATED | March 9, 2024", None),
        ("Copyright\n9 March 2021", None),
        ("March 9, 2024", date(2024, 3, 9)),
    ],
)
def test_the_day_of_a_change_is_no_publication(head: str, day: date | None) -> None:
    """What is said of a date, on its line or on the one above, decides."""
    found = head_date(f"Ferry lost\n{head}\n\nThe ferry sank off Lund.")
    assert (found and found.day) == day


@pytest.mark.parametrize(
    "line",
    [
        "© 3 May 2011 AP",
        "Updated 3 May 2011. Reporting by Ada Rhee/Reuters",
        "FILE - A man looks at the sea, May 3, 2011. (AP Photo/Ada Rhee, File)",
        "A man looks at the sea in this file photo from May 3, 2011. REUTERS",
        "The earlier wreck was on May 3, 2011, said AP.",
    ],
)
def test_an_old_picture_dates_nothing(line: str) -> None:
    """A copyright, an update, a picture from the files and an agency that said so are no caption's day."""
    assert caption_date(f"The ferry sank off Lund.\n{line}") is None
