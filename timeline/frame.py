"""A timeline as two tables, for reading and for analysis: an event a row, and a mention a row.

The columns are the contract with everyone who opens the files; their order and meaning do not change within a
version. Days are inclusive at both ends here, half-open everywhere else. The only module that imports pandas, and only
for a DataFrame: the CSV files do not need it.
"""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from timeline.model import Event, EventMention, Span, Timeline

if TYPE_CHECKING:
    from pandas import DataFrame

Cell = str | int | float | date | None

# column -> its type in a DataFrame
EVENT_COLUMNS: Mapping[str, str] = {
    "event_id": "str",
    "date": "str",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "precision": "str",
    "status": "str",
    "title": "str",
    "description": "str",
    "as_written": "str",
    "basis": "str",
    "theme": "str",
    "actors": "str",
    "places": "str",
    "sources": "str",
    "articles": "str",
    "n_sources": "int64",
    "n_articles": "int64",
    "n_mentions": "int64",
    "salience": "float64",
    "confidence": "float64",
    "conflict": "str",
    "note": "str",
}
MENTION_COLUMNS: Mapping[str, str] = {
    "mention_id": "str",
    "event_id": "str",
    "role": "str",
    "article": "str",
    "source": "str",
    "published": "datetime64[s]",
    "published_basis": "str",
    "expression": "str",
    "value": "str",
    "start": "datetime64[s]",
    "end": "datetime64[s]",
    "relation": "str",
    "rule": "str",
    "anchor": "str",
    "sentence": "str",
    "char_start": "int64",
    "char_end": "int64",
}

_SEPARATOR = "; "
_DECIMALS = 3
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_frame(timeline: Timeline) -> "DataFrame":
    """Return the events as a DataFrame, a row an event, with the columns of :data:`EVENT_COLUMNS`."""
    return _frame(event_rows(timeline), EVENT_COLUMNS)


def mentions_frame(timeline: Timeline) -> "DataFrame":
    """Return the mentions as a DataFrame, a row a mention, with the columns of :data:`MENTION_COLUMNS`."""
    return _frame(mention_rows(timeline), MENTION_COLUMNS)


def events_csv(timeline: Timeline, *, guard: bool = True) -> str:
    """Return the events as CSV; ``guard`` keeps a spreadsheet from running a cell (see :func:`guarded`)."""
    return _csv(event_rows(timeline), EVENT_COLUMNS, guard=guard)


def mentions_csv(timeline: Timeline, *, guard: bool = True) -> str:
    """Return the mentions as CSV; ``guard`` keeps a spreadsheet from running a cell (see :func:`guarded`)."""
    return _csv(mention_rows(timeline), MENTION_COLUMNS, guard=guard)


def event_rows(timeline: Timeline) -> list[dict[str, Cell]]:
    """Return a row an event, in the order of the timeline."""
    return [_event_row(event) for event in timeline.events]


def mention_rows(timeline: Timeline) -> list[dict[str, Cell]]:
    """Return a row a mention, event by event in the order of the timeline, those that date an event first."""
    articles = {article.id: article for article in timeline.articles}
    rows: list[dict[str, Cell]] = []
    for event in timeline.events:
        dating = {mention for claim in event.claims for mention in claim.mentions}
        for mention in event.mentions:
            article = articles.get(mention.article_id)
            row = _mention_row(mention, article.locate(mention.span) if article else mention.span)
            row["event_id"] = event.id
            row["role"] = "dates" if mention.id in dating else "witness"
            row["published_basis"] = str(article.published_basis) if article else ""
            rows.append(row)
    return rows


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: after an apostrophe where it might.

    >>> guarded("=1+1"), guarded("Snow fell")
    ("'=1+1", 'Snow fell')
    """
    return "'" + cell if cell.startswith(_FORMULA) else cell


def conflict(event: Event) -> str:
    """Return each claim of a conflict with its sources, or an empty string.

    A claim reads ``2023-12-24 (source-001; source-003)``; a bar stands between two.
    """
    if not event.conflict:
        return ""
    sources = {mention.id: mention.source for mention in event.mentions}
    return " | ".join(
        f"{claim.interval.edtf()} ({_join(sorted({sources[mention] for mention in claim.mentions})) or 'by hand'})"
        for claim in event.claims
    )


def _event_row(event: Event) -> dict[str, Cell]:
    articles, sources = event.article_ids, event.sources
    return {
        "event_id": event.id,
        "date": event.date,
        "start": event.interval.start,
        "end": event.interval.last,
        "precision": str(event.interval.grain),
        "status": str(event.status),
        "title": event.title,
        "description": event.description,
        "as_written": event.as_written,
        "basis": event.basis,
        "theme": event.theme,
        "actors": _join(event.actors),
        "places": _join(event.places),
        "sources": _join(sources),
        "articles": _join(articles),
        "n_sources": len(event.voices),
        "n_articles": len(articles),
        "n_mentions": len(event.mentions),
        "salience": round(event.salience, _DECIMALS),
        "confidence": round(event.confidence, _DECIMALS),
        "conflict": conflict(event),
        "note": event.note,
    }


def _mention_row(mention: EventMention, place: Span) -> dict[str, Cell]:
    time, interval = mention.time, mention.interval
    return {
        "mention_id": mention.id,
        "article": mention.article_id,
        "source": mention.source,
        "published": mention.published,
        "expression": time.timex.text if time else "",
        "value": time.value if time else "",
        "start": interval.start if interval else None,
        "end": interval.last if interval else None,
        "relation": str(mention.relation) if mention.relation else "",
        "rule": time.timex.rule if time else "",
        "anchor": time.anchor if time else "",
        "sentence": mention.sentence_text,
        "char_start": place.start,
        "char_end": place.end,
    }


def _join(words: Iterable[str]) -> str:
    return _SEPARATOR.join(words)


def _frame(rows: list[dict[str, Cell]], columns: Mapping[str, str]) -> "DataFrame":
    import pandas as pd  # noqa: PLC0415  # half a second that the command line need not pay

    return pd.DataFrame(rows, columns=list(columns)).astype(dict(columns))


def _csv(rows: list[dict[str, Cell]], columns: Mapping[str, str], *, guard: bool) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_written(row[column], guard=guard) for column in columns])
    return file.getvalue()


def _written(cell: Cell, *, guard: bool) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        # a bare carriage return would end the row for half of all readers
        return (guarded(cell) if guard else cell).replace("\r\n", "\n").replace("\r", "\n")
    return "" if cell is None else str(cell)
