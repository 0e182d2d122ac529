"""Measure how well articles without a date are dated: ``python tools/score_undated.py [--turns N] PATH...``.

A path is a folder of articles, one that holds a folder ``articles``, or a file of articles as JSON lines. Half of its
articles lose the date that is said beside their text, a number of times over with other halves. What the head of a text
or a caption says still counts, as it would for a reader; the rest is inferred from the text and the other articles.
"Used" is what ``--infer`` uses; the last rows say how often a guess of some confidence is within a day.
"""

import argparse
import random
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from timeline.articles import read_articles
from timeline.model import Article
from timeline.pubdate import caption_date, head_date
from timeline.undated import Guess, guess_days
from timeline.undated.folder import Weights

STEPS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


class Turn(NamedTuple):
    """How many of half the articles are dated by their own text, and the guesses for the others: whether right."""

    own: int
    guesses: list[tuple[Guess | None, bool]]

    def used(self) -> tuple[float, float]:
        """Return the share of the half that is dated, and the share of that which is within a day."""
        rights = [right for guess, right in self.guesses if guess and guess.sure]
        decided = self.own + len(rights)
        return decided / max(self.own + len(self.guesses), 1), (self.own + sum(rights)) / max(decided, 1)


def read(path: Path) -> list[Article]:
    """Return the articles of a path."""
    if path.is_file():  # beside it may lie what is no article
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(path, folder)
            return list(read_articles(folder).articles)
    return list(read_articles(path / "articles" if (path / "articles").is_dir() else path).articles)


def halves(articles: list[Article], seed: int, most: int | None = None) -> tuple[list[Article], list[Article]]:
    """Return the half of the articles, or of so many of them, that a seed makes undated, and the dated others.

    What dates itself is one of the dated others.
    """
    chance = random.Random(seed)  # noqa: S311  # halves, not secrets
    mixed = chance.sample(articles, len(articles))[:most]
    half = mixed[: len(mixed) // 2]
    undated = [article for article in half if not (head_date(article.text) or caption_date(article.text))]
    lost = {article.id for article in undated}
    return undated, [article for article in mixed if article.id not in lost]


def turn(articles: list[Article], seed: int, most: int | None = None, weights: Weights | None = None) -> Turn:
    """Return what becomes of the half of the articles that a seed names."""
    undated, dated = halves(articles, seed, most)
    guesses = guess_days(undated, dated, weights=weights)
    found = [guesses.get(article.id) for article in undated]
    right = [
        guess is not None and abs((guess.day - article.published).days) <= 1
        for guess, article in zip(found, undated, strict=True)
    ]
    half = (len(undated) + len(dated)) // 2
    return Turn(half - len(undated), list(zip(found, right, strict=True)))


def report(name: str, turns: Sequence[Turn]) -> Iterator[str]:
    """Yield what is dated and how much of it is right, then the guesses by their confidence."""
    own = sum(turn.own for turn in turns)
    guesses = [one for turn in turns for one in turn.guesses]
    total = own + len(guesses)
    yield f"{name}: {total / len(turns):.0f} of a half, {own / max(total, 1):.2f} dated by their own text"
    rights = [right for guess, right in guesses if guess and guess.sure]
    yield f"  used: of the others {_shares(len(rights), sum(rights), len(guesses))}"
    yield f"  of all {_shares(own + len(rights), own + sum(rights), total)}"
    met = sum(decided >= 0.5 and right >= 0.9 for decided, right in (turn.used() for turn in turns))
    yield f"  half of all decided and nine in ten of them right: in {met} of {len(turns)} turns"
    for low, high in pairwise(STEPS):
        inside = [(guess.confidence, right) for guess, right in guesses if guess and low <= guess.confidence < high]
        if inside:
            said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
            yield f"  confidence from {low:.2f}: {len(inside)} guesses, {said:.2f} said, {right:.2f} within a day"


def _shares(decided: int, right: int, total: int) -> str:
    return f"{decided / max(total, 1):.3f} decided, {right / max(decided, 1):.3f} of these within a day"


def main() -> None:
    """Measure every path, and all together."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--most", type=int, help="take so many of the articles, others in each turn")
    asked = parser.parse_args()
    everything: list[Turn] = []
    for path in asked.paths:
        articles = read(path)
        turns = [turn(articles, seed, asked.most) for seed in range(asked.turns)]
        print("\n".join(report("/".join(path.parts[-2:]), turns)))
        everything += turns
    print("\n".join(report("together", everything)))


if __name__ == "__main__":
    main()
