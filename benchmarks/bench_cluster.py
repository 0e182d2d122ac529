"""What clustering costs: CPU seconds, peak memory and growth, for 10 000 to a million mentions at three date densities.

    python benchmarks/bench_cluster.py [--most 100000]

The mentions are made up: events of one to six mentions, whose words come from a vocabulary as skewed as that of texts
(Zipf), so that every day holds many look-alikes. The clusters are held against the events the mentions were made from.
"""

import argparse
import json
import math
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from timeline.cluster import cluster
from timeline.interval import Interval
from timeline.model import AnchoredTimex, EventMention, Span, Timex, TimexType

SIZES = (10_000, 100_000, 1_000_000)
DENSITIES = (30, 365, 3650)
FIRST = date(2015, 1, 1)
PREDICATES = (
    ("attack", "strike", "raid"), ("arrest", "detain"), ("meet", "talk"), ("depart", "leave"), ("resign", "quit"),
    ("protest", "rally"), ("close", "shut"), ("win", "beat"), ("buy", "acquire"), ("die", "death"), ("sue",),
    ("crash", "collide"), ("approve", "pass"), ("rescue", "save"), ("flood", "inundate"), ("appoint", "name"),
    ("sell", "sale"),
)  # fmt: skip
SPAN = Span(0, 60)
WORDS = [f"word{number}" for number in range(50_000)]
NAMES = [f"Name{number}" for number in range(20_000)]


def make(count: int, days: int, seed: int = 7) -> tuple[list[EventMention], list[int]]:
    """Return ``count`` mentions over ``days`` days, and the event of each."""
    rng = random.Random(seed)  # noqa: S311  # a reproducible draw, not a secret
    times = [_time(FIRST + timedelta(days=day)) for day in range(days)]
    mentions: list[EventMention] = []
    events: list[int] = []
    for number, event in enumerate(_events(rng, count, days)):
        for copy in range(event["size"]):
            mentions.append(_mention(rng, event, copy, times))
            events.append(number)
    return mentions[:count], events[:count]


def _events(rng: random.Random, count: int, days: int) -> Iterator[dict]:
    made = 0
    while made < count:
        size = rng.choice((1, 1, 1, 2, 2, 3, 4, 6))
        made += size
        yield {
            "size": size,
            "day": rng.randrange(days),
            "predicates": rng.choice(PREDICATES),
            "words": [_zipf(rng, 50_000) for _ in range(6)],
            "names": [_zipf(rng, 20_000) for _ in range(2)],
            "first": made,
        }


def _zipf(rng: random.Random, size: int) -> int:
    """Return a number below ``size``, the k-th about as often as 1/k."""
    return int(math.exp(rng.random() * math.log(size)))


def _mention(rng: random.Random, event: dict, copy: int, times: Sequence[AnchoredTimex]) -> EventMention:
    words = [WORDS[word] for word in event["words"] if rng.random() < 0.7]
    words += [WORDS[_zipf(rng, 50_000)] for _ in range(2)]
    dated = rng.random() < 0.6
    name = f"{event['first']}-{copy}"
    return EventMention(
        id=name,
        article_id=f"article {(event['first'] + copy * 7919) % 200_000}",
        source=f"paper {copy}",
        published=times[min(event["day"] + copy, len(times) - 1)].interval.start,
        sentence=SPAN,
        span=SPAN,
        text="",
        sentence_text="",
        head=SPAN,
        predicate=rng.choice(event["predicates"]),
        time=times[event["day"]] if dated else None,
        participants=tuple(NAMES[name] for name in event["names"]),
        terms=tuple(words),
    )


def _time(day: date) -> AnchoredTimex:
    timex = Timex(span=SPAN, text="", rule="made up")
    return AnchoredTimex(timex=timex, type=TimexType.DATE, value=day.isoformat(), interval=Interval.day(day))


def measure(count: int, days: int) -> dict[str, float]:
    """Cluster ``count`` mentions; return CPU seconds, peak MiB, and pairwise precision and recall."""
    mentions, events = make(count, days)
    event_of = dict(zip((mention.id for mention in mentions), events, strict=True))
    started = time.process_time()
    clusters = cluster(mentions)
    spent = time.process_time() - started
    assert sum(map(len, clusters)) == count
    right = claimed = 0
    for group in clusters:
        claimed += len(group) * (len(group) - 1) // 2
        right += sum(n * (n - 1) // 2 for n in Counter(event_of[m.id] for m in group).values())
    wanted = sum(n * (n - 1) // 2 for n in Counter(events).values())
    return {
        "cpu": spent,
        "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "precision": right / max(claimed, 1),
        "recall": right / max(wanted, 1),
    }


def main() -> None:
    """Measure each size and density in a process of its own, so that peaks do not mix."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1], help="the largest number of mentions")
    parser.add_argument("--one", nargs=2, type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(json.dumps(measure(*arguments.one)))
        return
    print(f"{'days':>5} {'mentions':>9} {'CPU s':>7} {'MiB':>6} {'precision':>9} {'recall':>7} {'exponent':>8}")
    for days in DENSITIES:
        before: tuple[int, float] | None = None
        for size in (size for size in SIZES if size <= arguments.most):
            command = [sys.executable, __file__, "--one", str(size), str(days)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            growth = f"{math.log(found['cpu'] / before[1]) / math.log(size / before[0]):8.2f}" if before else ""
            before = size, found["cpu"]
            print(
                f"{days:5} {size:9} {found['cpu']:7.1f} {found['mib']:6.0f} {found['precision']:9.3f}"
                f" {found['recall']:7.3f} {growth}",
                flush=True,
            )


if __name__ == "__main__":
    main()
