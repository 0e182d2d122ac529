"""On which day an article without a date was published: what its words say, and the dated articles around it.

Each day around the dated articles of a folder gets a posterior probability from four pieces of evidence: how near it is
to theirs, how far from publication news tells its weekdays and its dates, how like the dated articles of those days the
text is, and how well its sentences with a weekday match what those articles tell of the day that the weekday then
means. Dating texts by their likeness to dated ones: de Jong, Rode and Hiemstra 2005, "Temporal language models for the
disclosure of historical text".

A weekday tells the day of the week well; the week is told by the other articles, or not at all. So a guess is sure only
where one dated article stands out as like it and lies near the likeliest day, or where all dated articles lie within
one week. The weights and bounds were set on three news stories; ``tools/score_undated.py`` measures them.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.model import Article
from timeline.undated.claims import Claims, dates_fit, read_claims, weekdays_fit
from timeline.undated.likeness import MAX_CHARS, Likeness, Matches

_FEWEST_DATED = 2  # articles; one says nothing of the others' days
_MARGIN = 7  # days before the first dated article and after the last one
_MAX_DAYS = 4000  # of a folder's span; a wider one is an archive, not a story
_LIKELY, _SURE = 0.6, 0.9  # of a day with its neighbours: where an article stands out, and where a week holds all
_STANDS_OUT = 1.75  # standard deviations above the mean likeness
_TAIL = 8  # lengths of a swarm; what lies farther weighs nothing
_MOST_PAIRS = 500_000  # of undated and dated articles; more of them are too many to be compared
_REACH = 3  # days between the likest article and the guess
_WEEK = 7
_NEAR = 3.0  # days in which a folder's articles come in swarms
_ANY = 0.02  # the share of a day far from all of them
_ALIKE, _ALIKE_DAYS, _ALIKE_FLOOR = 2.0, 1.5, 0.03
_WEEKDAYS, _DATES, _SENTENCES = 1.0, 0.25, 4.0  # weights of the pieces of evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The likeliest day of publication, how sure it is that it lies within a day of the true one, and why.

    Attributes:
        day: the middle of the likeliest three days.
        confidence: their share of the probability, from 0 to 1.
        reasons: in words.
        sure: whether it is sure enough to be used.
    """

    day: date
    confidence: float
    reasons: tuple[str, ...]
    sure: bool = False

    def __str__(self) -> str:
        return f"{self.day} (within a day at {self.confidence:.2f}), as {' and '.join(self.reasons)}"


def guess_days(undated: Sequence[Article], dated: Iterable[Article]) -> dict[str, Guess]:
    """Return a guess by id for each article without a date that gives some ground for one.

    Args:
        undated: articles whose day of publication is not known; what stands in ``published`` is not looked at.
        dated: articles of the same story that have one.
    """
    dated = sorted(dated, key=lambda article: (article.published, article.id))
    if not undated or len(dated) < _FEWEST_DATED:
        return {}
    first = dated[0].published.toordinal() - _MARGIN
    last = dated[-1].published.toordinal() + _MARGIN
    if last - first > _MAX_DAYS or len(undated) * len(dated) > _MOST_PAIRS:
        return {}
    days = [date.fromordinal(at) for at in range(first, last + 1)]
    folder = _Folder(days, dated, undated)
    guesses = ((article.id, folder.guess(article)) for article in undated)
    return {name: guess for name, guess in guesses if guess is not None}


class _Folder:
    """The dated articles of a folder, by publication, ready to be compared with."""

    def __init__(self, days: list[date], dated: Sequence[Article], undated: Sequence[Article]) -> None:
        self.days = days
        self.dated = dated
        self.likeness = Likeness(dated, undated)
        self.matches = Matches(dated)
        self.places = [(article.published - days[0]).days for article in dated]
        swarms = _spread(self.places, [1.0] * len(dated), len(days), _NEAR)
        self.prior = _normal([swarm + _ANY * len(dated) for swarm in swarms])

    def guess(self, article: Article) -> Guess | None:
        """Return the likeliest day of an article, or None if its text tells no time at all."""
        claims = read_claims(article.clean[:MAX_CHARS])
        if not claims.weekdays and not claims.dates:
            return None
        alike = self.likeness.to(article)
        shares = self._posterior(article, claims, alike)
        around = [sum(shares[max(at - 1, 0) : at + 2]) for at in range(len(shares))]
        best = max(range(len(shares)), key=lambda at: (round(around[at] + 1e-6 * shares[at], 9), -at))
        likest = max(range(len(alike)), key=lambda at: (alike[at], -at))
        near = abs(self.places[likest] - best) <= _REACH
        within_a_week = self.places[-1] - self.places[0] < _WEEK
        reasons = claims.in_words(self.days[best])
        if near:
            reasons += (f"is like '{self.dated[likest].id}' of {self.dated[likest].published}",)
        return Guess(
            day=self.days[best],
            confidence=round(around[best], 2),
            reasons=reasons or ("it names days near it",),
            sure=(around[best] >= _LIKELY and near and alike[likest] >= _STANDS_OUT)
            or (around[best] >= _SURE and within_a_week),
        )

    def _posterior(self, article: Article, claims: Claims, alike: Sequence[float]) -> list[float]:
        """Return the probability of each day."""
        weights = _normal([math.exp(_ALIKE * one) for one in alike])
        swarm = _spread(self.places, weights, len(self.days), _ALIKE_DAYS)
        matched = self.matches.of(article, claims, self.days)
        by_weekday = weekdays_fit(claims)
        logs = [
            math.log(self.prior[at])
            + math.log(swarm[at] + _ALIKE_FLOOR)
            + _WEEKDAYS * by_weekday[day.weekday()]
            + _DATES * dates_fit(claims, day)
            + _SENTENCES * matched[at]
            for at, day in enumerate(self.days)
        ]
        top = max(logs)
        return _normal([math.exp(one - top) for one in logs])


def _spread(places: Sequence[int], weights: Sequence[float], length: int, days: float) -> list[float]:
    """Return the sum of weights around their places, each falling to a third in ``days``."""
    total = [0.0] * length
    reach = int(days * _TAIL)
    for place, weight in zip(places, weights, strict=True):
        for at in range(max(place - reach, 0), min(place + reach + 1, length)):
            total[at] += weight * math.exp(-abs(at - place) / days)
    return total


def _normal(weights: Sequence[float]) -> list[float]:
    total = sum(weights)
    return [weight / total for weight in weights]
