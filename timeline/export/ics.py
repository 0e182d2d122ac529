"""A timeline as a calendar (iCalendar, RFC 5545): whole days, whose end is the day after the last."""

from collections.abc import Iterator
from datetime import date

from timeline import __version__
from timeline.chart.heading import heading
from timeline.chart.look import dated, headline, remark
from timeline.chart.text import address, plain, slug
from timeline.model import Article, Event, Status, Timeline

_STATUS = {Status.PLANNED: "TENTATIVE", Status.CANCELLED: "CANCELLED"}
_LINE = 75  # octets a line may hold (RFC 5545, 3.1)


def to_ics(timeline: Timeline) -> str:
    """Return the events as a calendar; each is stamped with the last publication date, as there is no clock."""
    articles = {article.id: article for article in timeline.articles}
    days = [article.published for article in timeline.articles] or [event.interval.start for event in timeline.events]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//news-timeline//timeline {__version__}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(heading(timeline))}",
    ]
    for event in timeline.events:
        lines += _event(event, articles, max(days))
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _event(event: Event, articles: dict[str, Article], stamp: date) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{slug(event.id)}@news-timeline"
    yield f"DTSTAMP:{_day(stamp)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(event.interval.start)}"
    yield f"DTEND;VALUE=DATE:{_day(event.interval.end)}"
    yield f"SUMMARY:{_text(headline(event))}"
    # whole days say neither the hour nor that one of them is meant
    lines = [". ".join(filter(None, (dated(event), remark(event, None))))]
    lines += (f"{plain(one.source, 200)}: “{plain(one.sentence_text)}”" for one in event.mentions[:12])
    yield "DESCRIPTION:" + "\\n".join(_text(line) for line in lines)
    yield f"STATUS:{_STATUS.get(event.status, 'CONFIRMED')}"
    yield "TRANSP:TRANSPARENT"  # what is in the news keeps nobody busy
    if event.theme:
        yield f"CATEGORIES:{_text(event.theme)}"
    urls = (address(articles[name].url) for name in event.article_ids if name in articles)
    if url := next((one for one in urls if one), ""):
        yield f"URL:{url}"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """Return a text value: one line, with what would end it escaped."""
    return plain(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Break a line into pieces of at most 75 octets, none within a character."""
    pieces, used = [""], 0
    for char in line:
        octets = len(char.encode("utf-8"))
        if used + octets > _LINE:
            pieces.append(" ")
            used = 1
        pieces[-1] += char
        used += octets
    return "\r\n".join(pieces)
