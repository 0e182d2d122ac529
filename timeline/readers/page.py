"""What a web page says of itself: the ladder to its publication date, its title, its publisher.

JSON-LD ``datePublished`` stands above ``article:published_time``, that above ``<time itemprop="datePublished">``. The
date of a change is kept apart, and neither a copyright line nor any other year counts. The cost is linear in the page.
"""

import html
import json
import re
from collections.abc import Iterator
from datetime import date, timezone
from typing import Any
from unicodedata import normalize

from timeline.contradictions import misnamed
from timeline.model import Basis
from timeline.moments import moment
from timeline.pubdate import Dated, head_date, parse_day
from timeline.readers.changes import day_of_change, local, spelled, zone_of
from timeline.readers.furniture import is_titled, plain_name
from timeline.readers.markup import text_of
from timeline.readers.metadata import Metadata

_TAG = re.compile(r"<!--|-->|<(meta|time|link|html|script|/script|title|/title)\b([^<>]*)>", re.IGNORECASE)
# what old pages write around a script, to hide it from older readers or from XML
_WRAPPING = re.compile(
    r"\A\s*+(?:<!--|(?://|/\*)?\s*+<!\[CDATA\[(?:\s*+\*/)?)|(?:-->|(?://|/\*)?(?<!\s)\s*+\]\]>(?:\s*+\*/)?)\s*+\Z"
)
_ATTRIBUTE = re.compile(r"([a-zA-Z:_-]{1,40})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_TITLE = re.compile(r"<title\b[^<>]{0,200}>([^<]{1,500})<", re.IGNORECASE)
_PAPER = re.compile(r" [|–—-] ")
_MAX_TITLE = 500  # characters
_MAX_ATTRIBUTES = 5_000  # characters of one tag
_MAX_NODES = 20_000
_MAX_TIME = 100  # characters of a date, and of the words of a <time>
_ARTICLES = ("article", "posting", "report", "webpage")  # endings of schema.org types, the best first
_PUBLISHED = ("article:published_time", "og:article:published_time")
# of the first publication, of the last change or of the day it was saved, as the page's maker pleased
_VAGUE = (
    "date", "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
    "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date",
    "og:published_time", "article:published",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:updated_time", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod",
)  # fmt: skip


def about(markup: str) -> Metadata:
    """Return what a page says of itself.

    >>> about('<meta property="article:published_time" content="2023-12-25T23:30-08:00">').published
    datetime.date(2023, 12, 25)
    """
    tags = list(_tags(markup))
    linked = _linked(tags, "datePublished")
    metas = {
        (said.get("property") or said.get("name") or said.get("itemprop") or "").lower(): said.get("content", "")
        for name, said, _ in reversed(tags)
        if name == "meta"
    }
    said = _published(linked, metas, tags)
    changed = _changed(linked, metas, tags)
    zone = zone_of([*(word for _, word, _ in said), *changed])
    dated = [Dated(day=local(word, day, zone), basis=basis) for basis, word, day in said]
    stamp = moment(said[0][1]) if said and zone is None else None
    title = linked.get("headline") or metas.get("og:title")
    return Metadata(
        published=dated[0].day if dated else None,
        basis=dated[0].basis if dated else Basis.META,
        others=tuple(dated[1:]),
        stamp=stamp if stamp and not stamp.utcoffset() else None,
        odd=misnamed(said[0][1]) if said else "",
        unread="" if dated else _unread(linked, metas),
        hint="" if dated else _hint(metas, tags),
        modified=_modified(changed, said[0][1] if said else "", zone),
        unread_change=_unread_change(changed),
        source=_short(_name(linked.get("publisher")) or metas.get("og:site_name")),
        title=_short(title),
        url=_short(_canonical(tags) or metas.get("og:url")),
        language=_short(next((said.get("lang") for name, said, _ in tags if name == "html"), None)),
    )


def title_of(markup: str) -> str:
    """Return what a page calls itself in its head, or an empty string."""
    match = _TITLE.search(markup)
    return html.unescape(match[1]) if match else ""


def shown_date(markup: str, text: str) -> str:
    """Return the line between a page's title and its article that is a date, or an empty string.

    What reads articles out of pages leaves it out, as it does the day at the head of every page, above the title.

    >>> shown_date("<title>Ferry lost - S</title>9 May 2021<h1>Ferry lost</h1><p>7 May 2021<p>It sank.", "It sank.")
    '7 May 2021'
    """
    title = title_of(markup)
    lines = [line for line in text_of(markup).split("\n") if line.strip()]
    first = next((line for line in text.split("\n") if line.strip() and not is_titled(line, title)), "")[:_MAX_TIME]
    below = next((at for at, line in enumerate(lines) if first and first in line and not is_titled(line, title)), 0)
    above = next((at for at in range(below - 1, -1, -1) if is_titled(lines[at], title)), below)
    between = (line.strip() for line in lines[above + 1 : below])
    dates = [line for line in between if len(line) <= _MAX_TIME and head_date(line)]
    return dates[0] if len(dates) == 1 and not head_date(text) else ""


def _published(
    linked: dict[str, Any], metas: dict[str, str], tags: list[tuple[str, dict[str, str], str]]
) -> list[tuple[Basis, str, date]]:
    """Return the words of each step of the ladder that name a day, with that day, the highest first."""
    times = _times(tags, "datepublished")
    steps = (
        (Basis.JSON_LD, [linked.get("datePublished")]),
        (Basis.META, [metas.get(name) for name in _PUBLISHED]),
        (Basis.TIME, times),
    )
    return [(basis, *found) for basis, words in steps if (found := _first_dated(words))]


def _unread(linked: dict[str, Any], metas: dict[str, str]) -> str:
    """Return the first publication date that a page gives and that is none, with who gives it."""
    said = [(Basis.JSON_LD, linked.get("datePublished")), *((Basis.META, metas.get(name)) for name in _PUBLISHED)]
    return next(
        (f"{basis} '{word.strip()[:40]}'" for basis, word in said if isinstance(word, str) and word.strip()), ""
    )


def _hint(metas: dict[str, str], tags: list[tuple[str, dict[str, str], str]]) -> str:
    """Return what an undated page says that is no step of the ladder, but may help the reader to date it."""
    for name in _VAGUE:
        day = parse_day(spelled(metas.get(name, ""))[:_MAX_TIME])
        if day:
            return f"its '{name}' says {day}, but pages mean different days by that"
    broken = any(name == "script" and _is_linked(said) and _loaded(words) is None for name, said, words in tags)
    return "its JSON-LD is not JSON" if broken else ""


def _times(tags: list[tuple[str, dict[str, str], str]], what: str) -> list[str]:
    """Return what the elements of a page say that are marked as a time of this kind."""
    return [
        said.get("datetime") or said.get("content") or words
        for name, said, words in tags
        if name in {"time", "meta"}
        and (what in said.get("itemprop", "").lower().split() or (what == "datepublished" and "pubdate" in said))
    ]


def _changed(linked: dict[str, Any], metas: dict[str, str], tags: list[tuple[str, dict[str, str], str]]) -> list[str]:
    """Return the stamps of the last change, the surest first; they need no publication beside them."""
    alone = {} if linked else _linked(tags, "dateModified")
    told = [linked.get("dateModified"), alone.get("dateModified"), *(metas.get(name) for name in _MODIFIED)]
    return [spelled(str(word)) for word in (*told, *_times(tags, "datemodified")) if isinstance(word, str | int)]


def _modified(changed: list[str], published: str, zone: timezone | None) -> date | None:
    """Return the day of the last change, or None where that came hours after the publication by the clock."""
    readable = next((word for word in changed if parse_day(word[:_MAX_TIME])), None)
    return day_of_change(readable[:_MAX_TIME], published, zone) if readable else None


def _unread_change(changed: list[str]) -> str:
    """Return what a page says of its change where none of it is a date."""
    told = [word.strip()[:_MAX_TIME] for word in changed if word.strip()]
    return "" if any(parse_day(word) for word in told) else "".join(told[:1])[:40]


def _tags(markup: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """Yield the tags that may say something: name, attributes, and the text of a script or a time up to its end.

    What stands in a comment says nothing.
    """
    script: tuple[dict[str, str], int] | None = None
    comment = False
    for tag in _TAG.finditer(markup):
        name = (tag[1] or tag[0]).lower()
        if script:
            if name == "/script":
                yield "script", script[0], markup[script[1] : tag.start()]
                script = None
            continue
        if comment or name in {"<!--", "-->"}:
            comment = name == "<!--" or (comment and name != "-->")
            continue
        said = {
            each[1].lower(): html.unescape(each[2] or each[3] or each[4] or "")
            for each in _ATTRIBUTE.finditer(tag[2][:_MAX_ATTRIBUTES])
        }
        if name == "script":
            script = said, tag.end()
        elif not name.startswith("/"):
            length = {"time": _MAX_TIME, "title": _MAX_TITLE}.get(name, 0)
            words = markup[tag.end() : tag.end() + length].partition("<")[0]
            yield name, said | ({"pubdate": ""} if re.search(r"\spubdate\b", tag[2]) else {}), words


def _linked(tags: list[tuple[str, dict[str, str], str]], dated: str) -> dict[str, Any]:
    """Return the object of the page's JSON-LD that is the article and has this date, or an empty one.

    The page's own article goes before related ones: it has the page's address or its title.
    """
    own = _own_names(tags)
    found: list[tuple[bool, int, dict[str, Any]]] = []
    for name, said, words in tags:
        if name != "script" or not _is_linked(said):
            continue
        waiting = [_loaded(words)]
        for _ in range(_MAX_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node[:_MAX_NODES]
            elif isinstance(node, dict):
                rank = _rank(node)
                if rank is not None and dated in node:
                    found.append((own.isdisjoint(_names(node)), rank, node))
                waiting += [node[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in node]
    return min(found, key=lambda one: one[:2], default=(True, 0, {}))[2]


def _is_linked(said: dict[str, str]) -> bool:
    return said.get("type", "").lower().partition(";")[0].strip() == "application/ld+json"


def _loaded(words: str) -> Any:
    """Return what a script of JSON-LD says, None where that is no JSON."""
    try:
        return json.loads(_WRAPPING.sub("", words), strict=False)
    except (ValueError, RecursionError):
        return None


def _rank(node: dict[str, Any]) -> int | None:
    """Return how much an object is an article, 0 the most; None if it is none. Without a type, a headline makes one."""
    if "@type" not in node:
        return len(_ARTICLES) if "headline" in node else None
    kinds = node["@type"]
    kind = str(kinds[0] if isinstance(kinds, list) and kinds else kinds).lower()
    return next((at for at, one in enumerate(_ARTICLES) if kind.endswith(one)), None)


def _own_names(tags: list[tuple[str, dict[str, str], str]]) -> set[str]:
    """Return the addresses and titles that a page gives itself."""
    said = [
        words.get("content") or ""
        for name, words, _ in tags
        if name == "meta" and words.get("property", "").lower() in {"og:url", "og:title"}
    ]
    # "Ferry sinks - Ardol News": the paper's name may stand behind a bar or a dash
    heads = [words for name, _, words in tags if name == "title"][:1]
    said += [part for head in heads for part in (head, _PAPER.split(head)[0])]
    return {_plain(each) for each in (_canonical(tags) or "", *said) if _plain(each)}


def _names(node: dict[str, Any]) -> set[str]:
    """Return the addresses and titles that an object gives itself."""
    page = node.get("mainEntityOfPage")
    given = [
        node.get("url"),
        node.get("@id"),
        node.get("headline"),
        page.get("@id") if isinstance(page, dict) else page,
    ]
    return {_plain(each) for each in given if isinstance(each, str)}


def _plain(name: str) -> str:
    return plain_name(html.unescape(name[:2000]))


def _canonical(tags: list[tuple[str, dict[str, str], str]]) -> str | None:
    return next(
        (said.get("href") for name, said, _ in tags if name == "link" and said.get("rel", "").lower() == "canonical"),
        None,
    )


def _first_dated(words: list[Any]) -> tuple[str, date] | None:
    """Return the first words that name a day, and that day."""
    named = ((word, parse_day(word)) for word in map(_bare, words) if isinstance(word, str))
    return next(((word, day) for word, day in named if day), None)


def _bare(word: Any) -> Any:
    """Return what JSON-LD says in a list of one or as a value with its type."""
    word = word[0] if isinstance(word, list) and len(word) == 1 else word
    word = word.get("@value") if isinstance(word, dict) else word
    return spelled(word[:_MAX_TIME]) if isinstance(word, str) else word


def _name(value: Any) -> str | None:
    named = value[0] if isinstance(value, list) and value else value
    name = named.get("name") if isinstance(named, dict) else named
    return name if isinstance(name, str) else None


def _short(words: Any) -> str | None:
    return " ".join(normalize("NFC", html.unescape(words)).split())[:1000] or None if isinstance(words, str) else None
