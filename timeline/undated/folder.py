"""The evidence of a folder on the day of each article without a date, and what the evidence together makes likely.

A conditional logit: each day has a value for each kind of evidence, the values are added with learned weights, and the
shares of the days' exponentials are their probabilities. The weights, and the tables of times, are learned on three
news collections by ``tools/learn_undated.py``, which also says how well they hold on a collection left out.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline.undated.claims import Claims
from timeline.undated.fits import dates_fit, weekdays_fit
from timeline.undated.likeness import Likeness
from timeline.undated.texts import Text, worn_sentences
from timeline.undated.told import Told

Floats = NDArray[np.float64]
EVIDENCE = ("weekdays in the head", "weekdays below", "dates", "likest articles", "like articles", "told of the days")
MARGIN = 7  # days before the first dated article and after the last one
_ALIKE_DAYS, _ALIKE_FLOOR = 1.5, 0.03  # in which an article speaks for its neighbours, and for any day
_STRICT, _MILD, _MOST = 2.0, 0.5, 12.0  # what a standard deviation of likeness counts; no more than so many count
_TAIL = 8  # lengths of a neighbourhood; what lies farther weighs nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What is learned: a weight for each kind of evidence, and the logarithms of how far from publication times lie."""

    evidence: Floats
    weekdays: Floats
    dates: Floats


class Asked(NamedTuple):
    """The text of an article without a date, and what it claims."""

    text: Text
    claims: Claims


class Posterior(NamedTuple):
    """The shares of the days, and the likeness of each dated article."""

    shares: Floats
    alike: Floats


class Folder:
    """The dated articles of a folder, by publication, ready to be compared with.

    Attributes:
        days: each day that an article may have been published on, as an ordinal.
        asked: the articles without a date.
        places: the place among them of each dated article's day.
    """

    def __init__(self, dated: Sequence[Text], undated: Sequence[Asked], weights: Weights) -> None:
        """Read the dated articles, ordered by publication, and what the undated ones share with them."""
        worn = worn_sentences(dated)
        first, last = dated[0].article.published.toordinal(), dated[-1].article.published.toordinal()
        self.days = np.arange(max(first - MARGIN, 1), min(last + MARGIN, date.max.toordinal()) + 1)
        self.places = np.array([text.article.published.toordinal() for text in dated]) - self.days[0]
        self.asked = undated
        self._worn = worn
        self._weights = weights
        self._likeness = Likeness([text.without(worn) for text in dated], [one.text.without(worn) for one in undated])
        self._told = Told(dated, worn)

    def evidence(self, number: int) -> tuple[Floats, Floats]:
        """Return the evidence on the undated article of a number, a row a kind, and its likeness to each dated one."""
        text, claims = self.asked[number]
        claims = claims.without(lambda place: text.stems[text.sentence(place)] in self._worn)
        head, below = weekdays_fit(claims, self._weights.weekdays, self.days)
        alike = self._likeness.of(number)
        strict = np.exp(_STRICT * (alike - alike.max()))
        mild = np.where(alike >= 1, np.exp(_MILD * np.minimum(alike, _MOST) - 2 * _MILD), 0.0)
        rows = (
            head,
            below,
            dates_fit(claims, self._weights.dates, self.days),
            np.log(self._spread(strict / strict.sum()) + _ALIKE_FLOOR),
            np.log1p(self._spread(mild)),
            self._told.of(text, claims.weekdays, self.days),
        )
        return np.stack(rows), alike

    def posterior(self, number: int) -> Posterior:
        """Return the probability of each day for the undated article of a number."""
        evidence, alike = self.evidence(number)
        logs = (self._weights.evidence[:, None] * evidence).sum(0)
        shares = np.exp(logs - logs.max())
        return Posterior(shares / shares.sum(), alike)

    def _spread(self, weights: Floats) -> Floats:
        """Return the sum of the dated articles' weights around their days, each falling to a third in some days."""
        at_days = np.bincount(self.places, weights, len(self.days))
        reach = int(_ALIKE_DAYS * _TAIL)
        kernel = np.exp(-np.abs(np.arange(-reach, reach + 1)) / _ALIKE_DAYS)
        return np.convolve(at_days, kernel)[reach : reach + len(self.days)]


@cache
def learned() -> Weights:
    """Return the learned weights."""
    table = tomllib.loads(resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8"))
    return read_weights(table)


def read_weights(table: Mapping[str, Mapping[str, float | list[float]]]) -> Weights:
    """Return the weights of a table as TOML gives it."""
    return Weights(
        evidence=np.array([table["evidence"][name] for name in EVIDENCE]),
        weekdays=np.array([table["weekdays"][name] for name in table["weekdays"]]),
        dates=np.array([table["dates"][name] for name in table["dates"]]),
    )
