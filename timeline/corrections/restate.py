"""What a reader may say of an event other than its sources do; each change comes with words for the note."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from timeline.corrections.model import Correction, Kind
from timeline.model import Claim, Event, Status

Restating = Callable[[Event, Correction], tuple[Event, str]]


def _redate(event: Event, correction: Correction) -> tuple[Event, str]:
    """Set the date: one of the claims where a source makes it, else a claim that no source makes."""
    interval = correction.interval
    assert interval is not None  # noqa: S101  # whoever read the correction has seen to it
    own = next((claim for claim in event.claims if claim.interval == interval), Claim(interval=interval, mentions=()))
    daters = [mention.time for mention in event.mentions if mention.id in own.mentions and mention.time]
    changed = replace(
        event,
        interval=interval,
        mod=correction.mod,
        clock=next((time.clock for time in daters if time.clock), None),
        mentions=tuple(sorted(event.mentions, key=lambda one: (one.interval != interval, one.interval is None))),
        claims=(own, *(claim for claim in event.claims if claim != own)),
        as_written=daters[0].timex.text if daters else "",
        basis=f"set by hand{f' ({correction.why})' if correction.why else ''}; before: {event.date}, {event.basis}",
        confidence=1.0,
    )
    return changed, f"date set by hand, was {event.date}"


def _status(event: Event, correction: Correction) -> tuple[Event, str]:
    return replace(event, status=Status(correction.words)), f"status set by hand, was {event.status}"


def _retitle(event: Event, correction: Correction) -> tuple[Event, str]:
    return replace(event, title=correction.words), f"title set by hand, was “{event.title}”"


def _theme(event: Event, correction: Correction) -> tuple[Event, str]:
    return replace(event, theme=correction.words), "theme set by hand"


def _pin(event: Event, correction: Correction) -> tuple[Event, str]:  # noqa: ARG001  # as every change
    return replace(event, pinned=True), "pinned by hand"


# in the order in which they are made
RESTATING: Mapping[Kind, Restating] = {
    Kind.REDATE: _redate,
    Kind.STATUS: _status,
    Kind.RETITLE: _retitle,
    Kind.THEME: _theme,
    Kind.PIN: _pin,
}
