"""What is known of an article beside its text: said by its own front matter or by a sidecar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from timeline.pubdate import parse_day
from timeline.readers.unreadable import UnreadableError

_NAMES = {
    "published": ("published", "date", "pubdate", "published_at", "publication_date", "datepublished"),
    "source": ("source", "publisher", "publication", "site", "site_name"),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url"),
    "language": ("language", "lang"),
}
_MAX_CHARS = 1000  # of one value


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields of one article, each None where nobody says."""

    published: date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None

    def over(self, other: "Metadata") -> "Metadata":
        """Return these fields, and the other's where these say nothing."""
        return Metadata(
            published=self.published or other.published,
            source=self.source or other.source,
            title=self.title or other.title,
            url=self.url or other.url,
            language=self.language or other.language,
        )


def from_fields(fields: Mapping[str, str], *, where: str) -> Metadata:
    """Return what the fields say, known by any of their usual names.

    >>> from_fields({"Date": "27 December 2023", "publisher": "The Herald"}, where="a.txt:1").published
    datetime.date(2023, 12, 27)

    Raises:
        UnreadableError: if a publication date is there and is no full date.
    """
    lowered = {name.strip().lower(): " ".join(value.split())[:_MAX_CHARS] for name, value in fields.items()}
    said = {
        field: next((lowered[name] for name in names if lowered.get(name)), None) for field, names in _NAMES.items()
    }
    written = said.pop("published")
    day = parse_day(written) if written else None
    if written and day is None:
        what = f"'{written[:40]}' is no publication date"
        raise UnreadableError(where=where, what=what, remedy="write it like 2023-12-27")
    return Metadata(published=day, **said)
