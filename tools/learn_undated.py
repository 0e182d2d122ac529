"""Learn what dates an article without a date, and write it to timeline/undated/weights.toml.

    python tools/learn_undated.py [--write] COLLECTION...

A collection is a path as tools/score_undated.py takes it. The tables of how far from publication news tells its
weekdays and dates are counts over all articles. The weights are those of a conditional logit over the days of a
folder, with a ridge towards zero, fitted on folders made of each collection, small ones and the whole, with half of the
articles undated; each collection and each size counts the same. Prints, for each collection, how the weights and tables
of the others hold on it, as tools/score_undated.py does.
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import score_undated
from numpy.typing import NDArray

from timeline.model import Article
from timeline.undated import fits
from timeline.undated.claims import Claims, Form, Place, read_claims
from timeline.undated.folder import EVIDENCE, Asked, Folder, Weights
from timeline.undated.texts import MAX_CHARS, Text, read_text

Floats = NDArray[np.float64]
SIZES: tuple[tuple[int | None, int], ...] = ((30, 16), (60, 10), (None, 3))  # of a folder, and how many such folders
RIDGE = 0.5
MASS = 100.0  # articles that a collection counts as, at each size
STEPS = 30
TARGET = Path(fits.__file__).parent / "weights.toml"
HEAD = """\
# What each kind of evidence on the day of an article without a date weighs, and the logarithms of how far from
# publication news tells its weekdays (from 8 days before on) and dates (the classes of fits.py; a day).
# Written by tools/learn_undated.py. Never edit a number here.
"""


class Collection:
    """The articles of a collection, each with its text and what it claims."""

    def __init__(self, path: Path) -> None:
        """Read them."""
        self.name = "/".join(path.parts[-2:])
        self.articles = score_undated.read(path)
        self.texts = {article.id: read_text(article) for article in self.articles}
        self.claims = {name: read_claims(text.clean[:MAX_CHARS]) for name, text in self.texts.items()}

    def folders(self, weights: Weights) -> Iterator[tuple[float, list[tuple[Floats, int]]]]:
        """Yield what an article of a folder counts, and each article's evidence and the place of its day."""
        for size, times in SIZES:
            halves = [score_undated.halves(self.articles, seed, size) for seed in range(times)]
            found = [list(self._evidence(undated, dated, weights)) for undated, dated in halves]
            total = sum(map(len, found))
            yield from ((MASS / total, one) for one in found)

    def _evidence(
        self, undated: Sequence[Article], dated: Sequence[Article], weights: Weights
    ) -> Iterator[tuple[Floats, int]]:
        texts = sorted((self.texts[one.id] for one in dated), key=_by_publication)
        asked = [Asked(self.texts[one.id], self.claims[one.id]) for one in undated if self.claims[one.id]]
        folder = Folder(texts, asked, weights)
        for number, one in enumerate(asked):
            at = one.text.article.published.toordinal() - int(folder.days[0])
            if 0 <= at < len(folder.days):
                yield folder.evidence(number)[0], at


def _by_publication(text: Text) -> tuple[object, str]:
    return text.article.published, text.article.id


def tables(collections: Sequence[Collection]) -> tuple[Floats, Floats]:
    """Return the logarithms of how far from publication articles tell weekdays, and dates a day; each counts once."""
    weekdays = np.ones((len(Place), 2 * fits.FARTHEST + 1))
    dates = np.ones((len(Form), len(fits.WIDTHS)))
    for collection in collections:
        for name, claims in collection.claims.items():
            published = collection.texts[name].article.published.toordinal()
            for place, distance in sorted(set(_weekdays(claims, published))):
                weekdays[place, distance] += 1
            for _, form, distance in sorted(set(_dates(claims, published))):
                dates[form, distance] += 1
    shares = weekdays / weekdays.sum(1, keepdims=True)
    return np.log(shares), np.log(dates / dates.sum(1, keepdims=True) / np.array(fits.WIDTHS))


def _weekdays(claims: Claims, published: int) -> Iterator[tuple[int, int]]:
    for one in claims.weekdays:
        yield one.kind, fits.weekday_class(one.distances[(published - 1) % 7])


def _dates(claims: Claims, published: int) -> Iterator[tuple[tuple[int, int], int, int]]:
    years = fits.years(np.array([published]))
    for one in claims.dates:
        distances = fits.nearest(one, years, np.array([published]))
        if distances is not None:
            yield (one.month, one.day), one.form, int(np.searchsorted(fits.CLASSES, distances[0]))


def learn(collections: Sequence[Collection]) -> Weights:
    """Return the tables and the weights that fit collections best."""
    weekdays, dates = tables(collections)
    blank = Weights(evidence=np.zeros(len(EVIDENCE)), weekdays=weekdays, dates=dates)
    cases = [
        (mass, evidence.T, at)
        for collection in collections
        for mass, found in collection.folders(blank)
        for evidence, at in found
    ]
    weights = np.zeros(len(EVIDENCE))
    for _ in range(STEPS):  # Newton's method
        slope, curve = -RIDGE * weights, RIDGE * np.eye(len(weights))
        for mass, evidence, at in cases:
            logs = evidence @ weights
            shares = np.exp(logs - logs.max())
            shares /= shares.sum()
            mean = shares @ evidence
            slope += mass * (evidence[at] - mean)
            curve += mass * ((evidence - mean).T * shares) @ (evidence - mean)
        step = np.linalg.solve(curve, slope)
        weights = weights + step / max(1.0, np.abs(step).max() / 2)
    return Weights(evidence=weights, weekdays=weekdays, dates=dates)


def rounded(weights: Weights) -> Weights:
    """Return weights as they are written."""
    return Weights(evidence=weights.evidence.round(2), weekdays=weights.weekdays.round(2), dates=weights.dates.round(2))


def toml(weights: Weights) -> str:
    """Return weights as they are written."""
    lines = [HEAD, "[evidence]"]
    lines += [f'"{name}" = {value:.2f}' for name, value in zip(EVIDENCE, weights.evidence, strict=True)]
    for name, rows, table in (("weekdays", Place, weights.weekdays), ("dates", Form, weights.dates)):
        lines += ["", f"[{name}]"]
        lines += [f"{row.name} = [{', '.join(f'{value:.2f}' for value in table[row])}]" for row in rows]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Learn, say how well it holds on what was left out, and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    asked = parser.parse_args()
    collections = [Collection(path) for path in asked.paths]
    for left in collections if len(collections) > 1 else ():
        weights = rounded(learn([one for one in collections if one is not left]))
        for size, times in SIZES:
            turns = [score_undated.turn(left.articles, seed, size, weights) for seed in range(times)]
            print("\n".join(score_undated.report(f"{left.name} left out, {size or 'all'} articles", turns)))
    found = rounded(learn(collections))
    print(toml(found))
    if asked.write:
        TARGET.write_text(toml(found), encoding="utf-8")


if __name__ == "__main__":
    main()
