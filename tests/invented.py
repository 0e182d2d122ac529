"""Invented stories for the pictures' tests: no event in them ever happened."""

from dataclasses import replace
from datetime import date, timedelta

from values import dated, told

from timeline.interval import Grain, Interval
from timeline.model import Article, Claim, Event, EventMention, Span, Status, Timeline

SOURCES = ("Harbour Post", "Island Times", "The Ledger", "Radio Nord", "Agency One")

HOSTILE = (
    "</script><script>document.title='owned'</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "\"'><svg onload=document.title='owned'>",
    "\u202egnidaer\u202c <b>bold</b> &amp; \x00\x07 ]]> --> {{7*7}}",
    "javascript:document.title='owned'",
    "x" * 300,
)


def article(number: int, *, url: str | None = None, title: str = "") -> Article:
    """Return an article of the source with a number, with its sentence about the ferry."""
    source = SOURCES[number % len(SOURCES)]
    return Article(
        id=f"article-{number}",
        source=source,
        title=title or f"News from the harbour {number}",
        text="The ferry sank on Monday.",
        clean="The ferry sank on Monday.",
        published=date(2031, 5, 20),
        url=url if url is not None else f"https://example.org/{number}?a=1&b=2",
    )


REASON = {"anchor": "publication date 2031-05-20", "reason": "weekday before the publication date"}


def mention(key: str, number: int, phrase: str, interval: Interval | None, sentence: str) -> EventMention:
    """Return a mention by the source with a number; ``phrase`` stands in ``sentence`` and dates it."""
    time = None
    if interval is not None:
        start = max(sentence.find(phrase), 0)
        time = dated(phrase, interval, start=start, **REASON)
    return told(
        f"article-{number}:{key}",
        SOURCES[number % len(SOURCES)],
        sentence,
        published=date(2031, 5, 20),
        head=Span(0, 3),
        predicate="sink",
        time=time,
    )


def event(  # a table of cases has as many columns as it needs
    key: str,
    interval: Interval,
    title: str,
    *,
    sources: int = 1,
    status: Status = Status.OCCURRED,
    theme: str = "",
    mod: str | None = None,
    rival: Interval | None = None,
    salience: float = 0.5,
) -> Event:
    """Return an event told by the first ``sources`` sources; a rival interval makes the last of them disagree."""
    sentence = f"{title} on Monday, officials said."
    mentions = [mention(key, number, "on Monday", interval, sentence) for number in range(sources)]
    claims = [Claim(interval=interval, mentions=tuple(one.id for one in mentions))]
    if rival:
        other = mention(key, sources, "a day later", rival, f"{title} a day later.")
        mentions.append(other)
        claims.append(Claim(interval=rival, mentions=(other.id,)))
    return Event(
        id=f"e-{key}",
        interval=interval,
        mod=mod,
        title=title,
        description=sentence,
        status=status,
        mentions=tuple(mentions),
        claims=tuple(claims),
        conflict=rival is not None,
        as_written="on Monday",
        basis="weekday before the publication date 2031-05-20",
        theme=theme,
        salience=salience,
        confidence=0.9,
    )


def day(month: int, number: int, year: int = 2031) -> Interval:
    """Return one day of the invented year."""
    return Interval.day(date(year, month, number))


def unit(month: int, number: int, grain: Grain, year: int = 2031) -> Interval:
    """Return the unit that holds a day of the invented year."""
    return Interval.unit(date(year, month, number), grain)


def timeline(events: list[Event], title: str = "The ferry at Norrhavn") -> Timeline:
    """Return a timeline of events in order, with every article they name."""
    numbers = range(len(SOURCES))
    ordered = sorted(events, key=lambda one: (one.interval.start, one.interval.end, -one.salience, one.id))
    return Timeline(events=tuple(ordered), articles=tuple(article(number) for number in numbers), title=title)


def ferry(*, themes: bool = True) -> Timeline:
    """Return a story with every kind of row: a month, gaps, a week, one crowded day, a conflict, plans, background."""
    rows = [
        (
            "licence",
            unit(1, 1, Grain.MONTH),
            "Ministry licenses the operator for the island route until 2034",
            3,
            "law",
        ),
        (
            "tender",
            unit(9, 1, Grain.MONTH, 2030),
            "Council awards the ferry tender to a newcomer from the mainland",
            1,
            "law",
        ),
        ("storm", unit(4, 30, Grain.WEEK), "Storm keeps the ferry in port", 2, "sea"),
        ("sails", day(5, 11), "Ferry sails for the first time", 1, "sea"),
        (
            "hole",
            day(5, 12),
            "Divers find a hole below the waterline after fishermen report oil off the eastern pier",
            4,
            "sea",
        ),
        ("talks", day(5, 12), "Minister calls the operator to talks", 2, "politics"),
        ("strike", day(5, 12), "Crews walk out", 1, "work"),
        ("weekend", unit(5, 17, Grain.WEEKEND), "Thousands queue for the replacement boats", 2, "sea"),
        ("blockade", Interval.through(date(2031, 5, 14), date(2031, 5, 19)), "Fishermen block the harbour", 3, "work"),
    ]
    events = [
        event(key, interval, title, sources=sources, theme=theme if themes else "", salience=sources / 5)
        for key, interval, title, sources, theme in rows
    ]

    sea, law, work = ("sea", "law", "work") if themes else ("", "", "")
    events += [
        event("sinks", day(5, 18), "Ferry sinks at its berth", sources=4, theme=sea, rival=day(5, 16), salience=1.0),
        event("vote", day(5, 22), "Parliament votes on an inquiry", status=Status.PLANNED, theme=law, sources=2),
        event("concert", day(5, 24), "Harbour concert", status=Status.CANCELLED, theme=law),
        event("repair", day(5, 19), "Repairs go on", status=Status.ONGOING, theme=work),
        event("year", unit(1, 1, Grain.YEAR, 2030), "Passenger numbers fall by a third", theme=law, sources=2),
        event(
            "budget",
            Interval.through(date(2029, 10, 1), date(2031, 9, 30)),
            "State subsidises the route for two fiscal years",
            theme=law,
        ),
        event("new", unit(1, 1, Grain.YEAR, 2032), "Shipyard delivers", status=Status.PLANNED, mod="START", theme=sea),
    ]  # fmt: skip
    return timeline(events)


def single() -> Timeline:
    """Return a story of one event."""
    return timeline([event("only", day(5, 18), "Ferry sinks at its berth")])


def crowd(number: int = 200) -> Timeline:
    """Return a story of very many days, several events on some of them."""
    start = date(2031, 1, 20)
    events = [
        event(
            f"n{index:03}",
            Interval.day(start + timedelta(days=index // 3 + (index // 60) * 9)),
            f"Islanders hear report number {index} about the ferry" + " and the harbour" * (index % 4),
            sources=1 + index % 5,
            theme=("sea", "law", "work", "politics", "weather", "trade")[index * 7 % 6],
            salience=(index * 37 % 100) / 100,
        )
        for index in range(number)
    ]
    return timeline(events, "A year of reports")


def pausing() -> Timeline:
    """Return a story in which the events of one theme pause often, where those of the other fill their pauses."""
    days = [date(2031, 1, 1) + timedelta(days=18 * at if at < 6 else 60 + 8 * at) for at in range(16)]
    sea = [*days, date(2031, 9, 2), date(2031, 10, 7)]
    events = [event(f"s{at}", Interval.day(one), "Boats sail", theme="sea") for at, one in enumerate(sea)]
    events += [
        event(f"l{at}", Interval.day(one + timedelta(days=4)), "Council meets", theme="law")
        for at, one in enumerate(days)
    ]
    long = Interval.through(date(2031, 8, 28), date(2031, 10, 5))
    events += [event(f"r{at}", long, title, theme="sea") for at, title in enumerate(("Crews strike", "Piers close"))]
    events.append(event("late", unit(8, 1, Grain.MONTH), "Nets are mended", theme="sea", mod="END"))
    return timeline(events)


def century() -> Timeline:
    """Return a story over more than a hundred years."""
    years = (1931, 1934, 1939, 1940, 1945, 1961, 1962, 1975, 1989, 1990, 2004, 2011, 2019, 2031)
    events = [
        event(f"c{year}", unit(1, 1, Grain.YEAR, year), f"Harbour of {year} opens", sources=1 + year % 3)
        for year in years[::2]
    ]
    events += [event(f"d{year}", day(6, 3, year), f"Ship of {year} is launched") for year in years[1::2]]
    return timeline(events, "A century of ships")


def hostile() -> Timeline:
    """Return a story with hostile words in every field that a page shows."""
    events = []
    for index, words in enumerate(HOSTILE):
        base = event(f"h{index}", day(5, 10 + index), words, theme=words, rival=day(5, 20 + index))
        quoted = replace(base.mentions[0], source=words, text=words, sentence_text=words)
        events.append(
            Event(
                id=f"{base.id}\"'><b>",
                interval=base.interval,
                title=words,
                description=words,
                status=base.status,
                mentions=(quoted, *base.mentions[1:]),
                claims=base.claims,
                conflict=True,
                as_written=words,
                basis=words,
                theme=words,
                actors=(words,),
                places=(words,),
                note=words,
            )
        )
    urls = (
        "javascript:alert(1)",
        'https://example.org/"><script>alert(1)</script>',
        "data:text/html,x",
        "//evil",
        "",
        " https://example.org/ ok",
    )
    articles = tuple(article(number, url=urls[number], title=HOSTILE[number]) for number in range(5))
    return Timeline(events=tuple(events), articles=articles, title=HOSTILE[0] + HOSTILE[3])


STORIES = {
    "ferry": ferry,
    "no themes": lambda: ferry(themes=False),
    "single": single,
    "crowd": crowd,
    "century": century,
    "hostile": hostile,
    "empty": lambda: timeline([]),
}
