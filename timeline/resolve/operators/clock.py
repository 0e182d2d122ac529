"""The clock and the parts of a day."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.interval import Interval
from timeline.model import BARE_CLOCK, Clock, Term, TimexType
from timeline.resolve.meaning import UNKNOWN, Context, Meaning, dated

#: TIMEX3's letters of a part of the day -> its minutes
PARTS = {
    "MO": Clock(360, 720),
    "MI": Clock(660, 840),
    "AF": Clock(720, 1080),
    "EV": Clock(1080, 1320),
    "NI": Clock(1200, 1440),
}

#: minutes from midnight up to which a clock belongs to the night before
_SMALL_HOURS = 360
_NOON = 720
#: what tells of an hour before the time told last: "polls had opened at 7 a.m."
_HAD = re.compile(r"\b(?:had|earlier)\b[^.;\n]{0,60}\Z")


def clock(  # noqa: PLR0913  # a slot each
    context: Context,
    *,
    hour: int = 0,
    minute: int = 0,
    seconds: int = 0,
    half: str = "",
    part: str = "",
    word: str = "",
    army: int | None = None,
) -> Meaning:
    """Return a time of the clock on the day of the publication date."""
    if word:
        hour, minute = (int(piece) for piece in word.split(":"))
    if army is not None:
        hour, minute = divmod(army, 100)
    if (half == "pm" or part in {"AF", "EV"}) and hour < 12:
        hour += 12
    if half == "am" and hour == 12:
        hour = 0
    if part == "NI" and 6 <= hour < 12:
        hour += 12
    if hour > 24 or (hour == 24 and minute):
        return UNKNOWN
    start = hour * 60 + minute
    told = f"T{hour:02}:{minute:02}" + (f":{seconds:02}" if seconds else "")
    return _on(context, told, Clock(min(start, 1439), min(start, 1439) + 1))


def clock_past(context: Context, *, quarters: int, hour: int, back: int = 0) -> Meaning:
    """Return a time of the clock told from its hour: "half past seven", "quarter to nine"."""
    minutes = (hour % 24 * 60 + (quarters if not back else -quarters)) % 1440
    return _on(context, f"T{minutes // 60:02}:{minutes % 60:02}", Clock(minutes, minutes + 1))


_clock = clock


def clock_zone(context: Context, *, zone: str, clock: Term | None = None, army: int | None = None) -> Meaning:
    """Return a time of the clock with its zone, as written."""
    plain = context.meaning(clock) if army is None else _clock(context, army=army)
    if plain.clock is None:
        return plain
    return replace(plain, clock=plain.clock._replace(zone=zone))


def hedged(context: Context, *, hedge: str, clock: Term) -> Meaning:
    """Return a time that "around" makes approximate."""
    return replace(context.meaning(clock), mod=hedge)


def at(context: Context, *, clock: Term, day: Term) -> Meaning:
    """Return a time of the clock on a day."""
    whole = context.meaning(day)
    time = _in_part(context.meaning(clock), clock, whole.value.partition("T")[2])
    if whole.interval is None or time.clock is None or "T" not in time.value:
        return replace(whole, type=TimexType.TIME)
    days, base = whole.interval, whole.value.split("T")[0]
    if whole.value.endswith("TNI") and time.clock.start < _SMALL_HOURS:
        # "3 a.m. last night" is that of the day on which the night ends
        days = Interval.day(days.end)
        base = days.start.isoformat()
    told = base + "T" + time.value.split("T")[1]
    return replace(whole, type=TimexType.TIME, value=told, interval=days, clock=time.clock, mod=time.mod or whole.mod)


def _in_part(time: Meaning, clock: Term, part: str) -> Meaning:
    """Return a clock in a part of the day: "3:30 on Tuesday afternoon" is 15:30; "3 a.m. last night" stays."""
    if time.clock is None or clock.rule != "clock":
        return time
    first = {"AF": 0, "EV": 0, "NI": _SMALL_HOURS}.get(part, 720)
    if not first <= time.clock.start < 720:  # minutes of a morning
        return time
    later = time.clock._replace(start=time.clock.start + 720, end=time.clock.end + 720)
    hour, rest = time.value.rpartition("T")[2][:2], time.value.rpartition("T")[2][2:]
    return replace(time, clock=later, value=f"T{int(hour) + 12}{rest}")


def iso_moment(  # noqa: PLR0913  # a slot each
    context: Context, *, year: int, month: int, day: int, hour: int, minute: int, seconds: int = 0
) -> Meaning:
    """Return a day with its clock in ISO 8601: "2024-03-13T15:30"."""
    told = _clock(context, hour=hour, minute=minute, seconds=seconds)
    found = Interval.day(date(year, month, day))
    return replace(
        told, value=f"{found.start}T{told.value.split('T')[-1]}", interval=found, anchor="the phrase", told=True
    )


def hour_on(context: Context, *, hour: int, day: Term) -> Meaning:
    """Return an hour on a day or in a part of it: "Wednesday morning at 9", "8 tonight"."""
    base = context.meaning(day)
    if base.interval is None or not 0 <= hour <= 24:
        return base
    part = base.value.split("T")[1] if "T" in base.value else ""
    told = _clock(context, hour=hour, part=part)
    return replace(
        base, type=TimexType.TIME, clock=told.clock, value=f"{base.value.split('T')[0]}T{told.value.split('T')[-1]}"
    )


def small_hours(context: Context, *, day: Term) -> Meaning:
    """Return the early hours of a day: TIMEX3 has no letters for them but those of its morning."""
    whole = day_part(context, part="MO", day=day, stage="START")
    return replace(whole, clock=Clock(0, _SMALL_HOURS))


def day_part(
    context: Context, *, part: str, day: Term | None = None, days: int = 0, stage: str | None = None
) -> Meaning:
    """Return a part of a day: of one that the phrase names, or of the publication date."""
    if day is not None:
        whole = context.meaning(day)
        told = whole.value.split("/")[0]  # the night of 9-10 November is that of the ninth
        return replace(whole, type=TimexType.TIME, value=f"{told}T{part}", clock=PARTS[part], mod=stage or whole.mod)
    return _on(replace(context, near_day=None), f"T{part}", PARTS[part], days)


def told_part(context: Context, *, part: str, told: int = 0, stage: str | None = None) -> Meaning:
    """Return a part of the day told last, or of the next."""
    if context.day is None:
        return _on(context, f"T{part}", PARTS[part], told)
    found = Interval.day(context.day.start + timedelta(days=told))
    return Meaning(
        type=TimexType.TIME, value=f"{found.start}T{part}", interval=found, clock=PARTS[part],
        anchor=context.told_anchor, reason="counted from the time told before", mod=stage,
    )  # fmt: skip


def told_next(context: Context, *, told: int, part: str = "") -> Meaning:
    """Return the next day, or the next part of a day, where a sentence opens with it and no article."""
    if part:
        return told_part(context, part=part, told=told)
    base = context.day.start if context.day is not None else context.now
    if base is None:
        return UNKNOWN
    found = Interval.day(base + timedelta(days=told))
    return dated(found, context.told_anchor, "counted from the time told before")


def _on(context: Context, told: str, clock: Clock, days: int = 0) -> Meaning:
    """Return a part of the day that lies so many days from the publication date."""
    if context.now is None:
        return Meaning(type=TimexType.TIME, value=told, clock=clock, told=False, reason="nothing to count from")
    near = context.day if context.episode else context.near_day
    if near is not None and not days:
        near = _morning_after(context, near, clock)
        return Meaning(
            type=TimexType.TIME, value=f"{near.start}{told}", interval=near, clock=clock,
            anchor=f"the day told before, {near.edtf()}", reason=BARE_CLOCK[2], told=False,
        )  # fmt: skip
    found = Interval.day(context.now + timedelta(days=days))
    return Meaning(
        type=TimexType.TIME, value=f"{found.start}{told}", interval=found, clock=clock, anchor=context.anchor,
        reason=BARE_CLOCK[1 if days else 0], told=False,
    )  # fmt: skip


def _morning_after(context: Context, day: Interval, clock: Clock) -> Interval:
    """Return the day of an hour behind one told: of a morning behind an evening the next, unless it had been before.

    "He resigned on Wednesday night. Crews landed at 9 a.m."
    """
    late = context.near_part in {"EV", "NI"} and clock.end <= _NOON
    if not late or context.now is None or day.end > context.now or _HAD.search(context.nearby()):
        return day
    return Interval.day(day.end)
