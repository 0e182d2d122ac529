"""The tables: their columns, what stands in them, and that CSV and DataFrame agree."""

import csv
import io
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from story import HERALD, timeline

from timeline import frame
from timeline.model import Timeline

EMPTY = Timeline(events=(), articles=())


def test_the_columns_are_the_contract() -> None:
    """Both tables have just the columns that their readers rely on, also when they are empty."""
    events = (
        "event_id, date, start, end, precision, status, title, description, as_written, basis, theme, actors, places, "
        "sources, articles, n_sources, n_articles, n_mentions, salience, confidence, conflict, note"
    )
    mentions = (
        "mention_id, event_id, role, article, source, published, published_basis, expression, value, start, end, "
        "relation, rule, anchor, sentence, char_start, char_end"
    )
    for made in (timeline(), EMPTY):
        assert ", ".join(frame.to_frame(made).columns) == events
        assert ", ".join(frame.mentions_frame(made).columns) == mentions
        assert frame.events_csv(made).splitlines()[0] == events.replace(" ", "")
        assert frame.mentions_csv(made).splitlines()[0] == mentions.replace(" ", "")


def test_an_event_row() -> None:
    """A row holds the event's days inclusive, its sources and articles, and each side of its conflict."""
    row = frame.event_rows(timeline())[1]
    assert row["date"] == "2024-03-03"
    assert (row["start"], row["end"], row["precision"]) == (date(2024, 3, 3), date(2024, 3, 3), "day")
    assert (row["sources"], row["articles"]) == ("The Courier; The Herald", "courier; herald")
    assert (row["n_sources"], row["n_articles"], row["n_mentions"]) == (2, 2, 3)
    assert row["conflict"] == "2024-03-03 (The Herald) | 2024-03-02 (The Courier)"
    assert frame.event_rows(timeline())[0]["conflict"] == ""


def test_a_month_ends_on_its_last_day() -> None:
    """The end of the table is inclusive, the interval's is not."""
    row = frame.event_rows(timeline())[0]
    assert (row["date"], row["start"], row["end"]) == ("2024-02", date(2024, 2, 1), date(2024, 2, 29))


def test_a_mention_row_leads_back_to_the_text_as_read() -> None:
    """The offsets of a mention cut its words, mojibake and all, out of the article as read."""
    made = timeline()
    articles = {article.id: article for article in made.articles}
    rows = {row["mention_id"]: row for row in frame.mention_rows(made)}
    assert [row["role"] for row in rows.values()] == ["dates", "dates", "dates", "witness", "dates"]
    words = [
        articles[str(row["article"])].text[int(str(row["char_start"])) : int(str(row["char_end"]))]
        for row in rows.values()
    ]
    assert words[2] == "The Aurora went down on Saturday, LĂłpez said"
    assert words[3] == "Ferry Sinks off Ardol"
    witness = list(rows.values())[3]
    assert (witness["expression"], witness["start"], witness["rule"]) == ("", None, "")
    assert witness["published_basis"] == "front matter"


def test_the_frame_has_types() -> None:
    """Days are datetimes, counts are whole, shares are floats, and the rest are strings; nothing is an object."""
    for table in (frame.to_frame(timeline()), frame.mentions_frame(timeline()), frame.to_frame(EMPTY)):
        assert "object" not in {str(kind) for kind in table.dtypes}
    events = frame.to_frame(timeline())
    assert events["start"].dt.year.tolist() == [2024, 2024, 2024]
    assert frame.mentions_frame(timeline())["start"].isna().tolist() == [False, False, False, True, False]


def test_the_file_and_the_frame_agree() -> None:
    """Reading timeline.csv back gives the DataFrame."""
    read = pd.read_csv(io.StringIO(frame.events_csv(timeline())), keep_default_na=False, parse_dates=["start", "end"])
    pd.testing.assert_frame_equal(read, frame.to_frame(timeline()), check_dtype=False)


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\nx"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_a_spreadsheet_runs_no_cell(cell: str, written: str) -> None:
    """What a spreadsheet would take for a formula gets an apostrophe, unless the caller wants it as it is."""
    made = timeline()
    hostile = replace(made, events=(replace(made.events[0], title=cell),))
    for guard, expected in ((True, written), (False, cell.replace("\r", "\n"))):
        rows = list(csv.DictReader(io.StringIO(frame.events_csv(hostile, guard=guard), newline="")))
        assert rows[0]["title"] == expected


def test_line_breaks_and_quotes_survive() -> None:
    """A cell may hold what CSV itself is made of; lines end in line feeds."""
    made = timeline()
    text = 'say "a, b"\nand\tgo; “ó” | x'
    written = frame.events_csv(replace(made, events=(replace(made.events[0], note=text),)))
    assert "\r" not in written
    assert next(csv.DictReader(io.StringIO(written, newline="")))["note"] == text


def test_a_mention_of_an_unknown_article_still_has_a_row() -> None:
    """A timeline cut from its articles can be shown; offsets are then those of the clean text."""
    rows = frame.mention_rows(replace(timeline(), articles=()))
    assert len(rows) == 5
    assert rows[1]["published_basis"] == ""
    assert HERALD.clean[int(str(rows[1]["char_start"])) :].startswith("The ferry Aurora")


def test_a_timeline_shows_itself_in_a_notebook() -> None:
    """The page's content and the picture are there at once, and name nothing on a network but what articles link to."""
    shown = timeline()._repr_mimebundle_(include=None, exclude=None)
    assert set(shown) == {"text/html", "image/svg+xml", "text/markdown", "text/plain"}
    assert "The ferry Aurora sank" in shown["text/html"]
    assert shown["image/svg+xml"].startswith("<svg")
    assert shown["text/html"].count("src=") == shown["text/html"].count('src="data:image/svg+xml;base64,') == 1
    assert "The ferry Aurora sank" in shown["text/markdown"]
    assert "@import" not in shown["text/html"]
