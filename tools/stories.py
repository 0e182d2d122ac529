"""Development stories as event mentions, each with the gold events that it tells; a library for other tools."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.articles import read_articles
from timeline.mentions import extract
from timeline.model import EventMention
from timeline.similarity.lexicon import stem

STORIES = ("caravan", "egypt_2011", "syria_2011")
_WORD = re.compile(r"[a-z0-9][a-z0-9,]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story's mentions, the gold events each tells (by number), and each gold event's articles."""

    name: str
    mentions: tuple[EventMention, ...]
    tells: tuple[frozenset[int], ...]
    articles: tuple[frozenset[str], ...]


def read(data: Path, name: str) -> Story:
    """Return a story of the development data; the caravan's articles lie beside the data."""
    folder = data / "data" / "stories" / name
    articles = folder / "articles" if (folder / "articles").is_dir() else data / "articles"
    mentions = sorted(
        extract(read_articles(articles).articles), key=lambda m: (m.published, m.article_id, m.head, m.id)
    )
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    return Story(
        name=name,
        mentions=tuple(mentions),
        tells=tuple(_told(mention, gold) for mention in mentions),
        articles=tuple(frozenset(event["articles"]) for event in gold),
    )


def _told(mention: EventMention, gold: Sequence[dict[str, Any]]) -> frozenset[int]:
    """Return the gold events a mention tells best: its evidence, or its date together with the keywords."""
    worth: dict[int, float] = {}
    words = _stems(mention.text)
    for number, event in enumerate(gold):
        if mention.article_id not in event["articles"]:
            continue
        keys = set().union(*(_stems(key) for key in event["keywords"]))
        shared = len(keys & words) if len(keys & words) >= max(min(2, len(keys) // 2), -(-len(keys) // 3)) else 0
        quoted = any(article == mention.article_id and _quotes(mention, quote) for article, quote in event["evidence"])
        dated = _agrees(mention, event)
        if (quoted and (shared or dated)) or (shared and dated):
            worth[number] = 2 * quoted + shared / len(keys) + dated / 2
    return frozenset(number for number, value in worth.items() if value == max(worth.values()))


def _stems(text: str) -> set[str]:
    return {stem(word.replace(",", "")) for word in _WORD.findall(text.lower())}


def _quotes(mention: EventMention, quote: str) -> bool:
    """Say whether the evidence stands in the mention's sentence and mostly in its clause."""
    sentence, clause, quoted = (
        re.sub(r"\W+", " ", t.lower()).strip() for t in (mention.sentence_text, mention.text, quote)
    )
    common = set(quoted.split()) & set(clause.split())
    least = 0.6 * min(len(set(quoted.split())), len(set(clause.split())))
    return (quoted in sentence or sentence in quoted) and len(common) >= least


def _agrees(mention: EventMention, event: dict[str, Any]) -> bool:
    """Say whether the mention's days are the event's, as far as days and months go."""
    interval = mention.interval
    if interval is None:
        return False
    dates = [event.get("week") or event["date"], event["date"], *event.get("alt_dates", [])]
    first, last = interval.start.isoformat(), interval.last.isoformat()
    for date in dates:
        start, _, end = date.partition("/")
        if "W" not in date and start <= first and last[: len(end or start)] <= (end or start):
            return True
        year, week, _ = interval.start.isocalendar()
        if date == f"{year}-W{week:02}" and interval.last.isocalendar()[:2] == (year, week):
            return True
    return False
