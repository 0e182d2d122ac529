"""What is known of an article beside its text: said by its own file or by a sidecar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timezone
from unicodedata import normalize

from timeline.contradictions import misnamed
from timeline.model import Basis
from timeline.moments import moment
from timeline.pubdate import Dated, parse_day
from timeline.readers.changes import day_of_change, local, spelled, zone_of
from timeline.readers.unreadable import UnreadableError

_NAMES = {
    "published": ("published", "date", "pubdate", "published_at", "publication_date", "datepublished",
                  "date_published", "publishedat", "published_date", "publish_date", "published_time", "pub_date",
                  "publicationdate", "publisheddate", "publishdate", "webpublicationdate"),
    "modified": ("modified", "datemodified", "date_modified", "modified_at", "modifiedat", "modified_time",
                 "modified_date", "last_modified", "lastmodified", "lastmod", "last_modified_at", "updated",
                 "updated_at", "updatedat", "updated_time", "updated_date", "date_updated", "dateupdated",
                 "last_updated", "lastupdated"),
    "source": ("source", "publisher", "publication", "site", "site_name", "newspaper", "outlet"),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url", "permalink"),
    "language": ("language", "lang", "inlanguage"),
}  # fmt: skip
FIELD_NAMES = frozenset(name for names in _NAMES.values() for name in names)
DATE_NAMES = frozenset(_NAMES["published"])
_MAX_CHARS = 1000  # of one value


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The fields of one article, each None where nobody says; ``basis`` names who says the publication day.

    ``doubled`` says that two fields tell two days of publication, ``unread_change`` what is told of a change and is no
    date. ``hint`` is what helps a reader to date what nothing dates.

    ``others`` are the days that lower steps of the ladder name in the same file; ``unread`` is what one of them says
    that is no full date, ``odd`` what is wrong with the weekday of the one that counts. ``stamp`` is the moment of
    publication where it is told in UTC, so that the day is not the local one for sure. ``undated_at`` is the place in a
    table that should give the day and does not, if there is one.
    """

    published: date | None = None
    basis: Basis = Basis.FRONT_MATTER
    others: tuple[Dated, ...] = ()
    unread: str = ""
    odd: str = ""
    doubled: str = ""
    unread_change: str = ""
    hint: str = ""
    stamp: datetime | None = None
    modified: date | None = None
    source: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    undated_at: str | None = None

    @property
    def dated(self) -> tuple[Dated, ...]:
        """The publication day and who says it, if anybody does."""
        return (Dated(day=self.published, basis=self.basis),) if self.published else ()

    def over(self, other: "Metadata") -> "Metadata":
        """Return these fields, and the other's where these say nothing."""
        return Metadata(
            published=self.published or other.published,
            basis=self.basis if self.published else other.basis,
            stamp=self.stamp if self.published else other.stamp,
            modified=self.modified or other.modified,
            source=self.source or other.source,
            title=self.title or other.title,
            url=self.url or other.url,
            language=self.language or other.language,
        )


def field_name(name: str) -> str:
    """Return what a field is known by, however its name is spelled.

    >>> field_name(" Publication Date"), field_name("last-modified")
    ('publication_date', 'last_modified')
    """
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def from_fields(fields: Mapping[str, str], *, where: str, basis: Basis = Basis.FRONT_MATTER) -> Metadata:
    """Return what the fields say, known by any of their usual names.

    >>> from_fields({"Date": "27 December 2023", "publisher": "The Herald"}, where="a.txt:1").published
    datetime.date(2023, 12, 27)

    Raises:
        UnreadableError: if a publication date is there and is no full date.
    """
    known: dict[str, str] = {}
    for name, value in fields.items():  # of two spellings of one name the first counts
        known.setdefault(field_name(name), " ".join(normalize("NFC", value).split())[:_MAX_CHARS])
    said = {field: next((known[name] for name in names if known.get(name)), None) for field, names in _NAMES.items()}
    written, modified = (spelled(said.pop(name) or "") for name in ("published", "modified"))
    day = parse_day(written) if written else None
    if written and day is None:
        what = f"'{written[:40]}' is no publication date"
        raise UnreadableError(where=where, what=what, remedy="write it like 2023-12-27")
    stamps = {name: spelled(known[name]) for name in _NAMES["published"] if known.get(name)}
    zone = zone_of((*stamps.values(), modified))
    stamp = moment(written) if written and zone is None else None
    return Metadata(
        published=local(written, day, zone) if day else None,
        basis=basis,
        odd=misnamed(written),
        doubled=_doubled(stamps, zone),
        unread_change="" if parse_day(modified) else modified[:40],
        stamp=stamp if stamp and not stamp.utcoffset() else None,
        modified=day_of_change(modified, written, zone),
        source=said["source"],
        title=said["title"],
        url=said["url"],
        language=said["language"],
    )


def _doubled(stamps: Mapping[str, str], zone: timezone | None) -> str:
    """Return which fields tell different days of publication, the one that counts first, or an empty string."""
    days = {name: local(stamp, day, zone) for name, stamp in stamps.items() if (day := parse_day(stamp))}
    if len(set(days.values())) <= 1:
        return ""
    told = ", ".join(f"'{name}' {'' if at else 'says '}{day}" for at, (name, day) in enumerate(days.items()))
    return f"{told}; '{next(iter(days))}' counts"
