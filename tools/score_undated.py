"""Measure how well articles without a date are dated: ``python tools/score_undated.py SHARED/data/stories/NAME...``.

Half of a story's articles lose the date of their front matter, 60 times over with other halves. What the head of a text
or a caption says still counts, as it would for a reader; the rest is inferred from the text and the other articles.
"""

import random
import sys
from pathlib import Path

from timeline.articles import read_articles
from timeline.model import Article
from timeline.pubdate import caption_date, head_date
from timeline.undated import Guess, guess_days

TURNS = 60
STEPS = (0.0, 0.5, 0.7, 0.9)


def turn(articles: list[Article], seed: int) -> tuple[int, list[tuple[Guess | None, bool]]]:
    """Return how many of half the articles are dated by their own text, and the guesses for the others."""
    chance = random.Random(seed)  # noqa: S311  # halves, not secrets
    mixed = chance.sample(articles, len(articles))
    half = mixed[: len(mixed) // 2]
    undated = [article for article in half if not (head_date(article.text) or caption_date(article.text))]
    dated = [article for article in mixed if article not in undated]
    guesses = guess_days(undated, dated)
    found = [guesses.get(article.id) for article in undated]
    right = [
        guess is not None and abs((guess.day - article.published).days) <= 1
        for guess, article in zip(found, undated, strict=True)
    ]
    return len(half) - len(undated), list(zip(found, right, strict=True))


def report(name: str, own: int, guesses: list[tuple[Guess | None, bool]]) -> None:
    """Print coverage and precision, of the guesses alone and with the articles that date themselves."""
    total = own + len(guesses)
    print(f"{name}: {total / TURNS:.0f} of a half, {own / total:.2f} dated by their own text")
    known = [(guess, right) for guess, right in guesses if guess]
    taken = {f"confidence {step}": [right for guess, right in known if guess.confidence >= step] for step in STEPS}
    taken["used"] = [right for guess, right in known if guess.sure]
    for what, rights in taken.items():
        decided, good = len(rights), sum(rights)
        print(
            f"  {what}: of the others {decided / max(len(guesses), 1):.2f} decided, "
            f"{good / max(decided, 1):.2f} within a day; of all {(own + decided) / total:.2f} decided, "
            f"{(own + good) / max(own + decided, 1):.2f} within a day"
        )


def main(folders: list[str]) -> None:
    """Measure every story, and all together."""
    everything: list[tuple[Guess | None, bool]] = []
    all_own = 0
    for folder in folders:
        articles = list(read_articles(Path(folder) / "articles").articles)
        turns = [turn(articles, seed) for seed in range(TURNS)]
        own, guesses = sum(one for one, _ in turns), [guess for _, found in turns for guess in found]
        report(Path(folder).name, own, guesses)
        all_own += own
        everything += guesses
    report("together", all_own, everything)


if __name__ == "__main__":
    main(sys.argv[1:])
