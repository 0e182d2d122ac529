"""On which day an article without a date was published: what its words say, and the dated articles around it.

Each day around the dated articles of a folder gets a probability from what the text tells: its weekdays and dates, as
far from publication as news tells them; the dated articles that it is like; and how like what it tells of a weekday is
to what they tell of the day that the weekday then means. Dating texts by their likeness to dated ones: de Jong, Rode
and Hiemstra 2005, "Temporal language models for the disclosure of historical text"; by the times they name as well:
Chambers 2012, "Labeling documents with timestamps: learning from their time expressions".

A weekday tells the day of the week well; the week is told by the other articles, or not at all. An article whose day
leaves little doubt then counts as a dated one for those that are left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import accumulate
from typing import TYPE_CHECKING

from timeline.model import Article
from timeline.undated.claims import read_claims
from timeline.undated.texts import Text, read_text
from timeline.words import count

if TYPE_CHECKING:
    from timeline.undated.folder import Asked, Folder, Weights

_ENOUGH = 2  # dated articles; one alone bounds the days of the others hardly
_ALONE_SURE, _ALONE_SHARED = 0.88, 0.3  # beside one dated article: the confidence, and the share of words both have
_ALONE_WORTH = 0.75  # beside one dated article, how often a guess is right for how often it is said to be
_MAX_DAYS = 4000  # of a folder's span; a wider one is an archive, not a story
_SURE = 0.7  # of a day with its neighbours; docs/inferred.md tells how many of the surer ones are right
_WITNESS = 0.8  # the same, of an article that helps to date others; a wrong one leads them astray
_LIKE = 1.75  # standard deviations above the mean likeness; an article less like is no reason
_NEARLY_ALL = 0.9  # of the probability; days beyond it count as ruled out
_APART = 2  # days between guesses that share a neighbour
_NEAR = 3  # days between a guess and an article that is told as a reason for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """The likeliest day of publication, how sure it is that it lies within a day of the true one, and why.

    Attributes:
        day: the middle of the likeliest three days.
        confidence: their share of the probability, from 0 to 1.
        reasons: in words.
        sure: whether it is sure enough to be used.
        missing: what it lacks, in words; empty where it is sure.
        left: how many days remain possible, and the first and the last of them.
    """

    day: date
    confidence: float
    reasons: tuple[str, ...]
    sure: bool = False
    missing: str = ""
    left: tuple[int, date, date] | None = None

    def lacks(self) -> str:
        """Return what it lacks, and which days remain possible; empty where it is sure."""
        if self.left is None or not self.missing:
            return self.missing
        number, first, last = self.left
        return f"{self.missing}; {count(number, 'day')} from {first} to {last} remain possible"

    def __str__(self) -> str:
        told = f"{self.day} (within a day at {self.confidence:.2f}), as {' and '.join(self.reasons)}"
        return f"{told}; {self.lacks()}" if self.missing else told


def guess_days(
    undated: Sequence[Article], dated: Iterable[Article], *, weights: "Weights | None" = None
) -> dict[str, Guess]:
    """Return a guess by id for each article without a date that gives some ground for one.

    Args:
        undated: articles whose day of publication is not known; what stands in ``published`` is not looked at.
        dated: articles of the same story that have one.
        weights: other weights than the learned ones, to measure them.
    """
    known = sorted(dated, key=lambda article: (article.published, article.id))
    if not undated or not known or (known[-1].published - known[0].published).days > _MAX_DAYS:
        return {}
    from timeline.undated.folder import Asked, learned  # noqa: PLC0415  # only a folder that asks pays for numpy

    weights = weights or learned()
    texts = [read_text(article) for article in known]
    asked = [Asked(text, claims) for text in map(read_text, undated) if (claims := read_claims(text.clean))]
    guesses = _guess_all(asked, texts, weights)
    if len(texts) < _ENOUGH:
        guesses = {one.text.article.id: _alone(guesses[one.text.article.id], one, texts[0]) for one in asked}
    witnesses = [one for one in asked if guesses[one.text.article.id].confidence >= _WITNESS]
    left = [one for one in asked if guesses[one.text.article.id].confidence < _WITNESS]
    if witnesses and left:
        joined = [_published(one.text, guesses[one.text.article.id].day) for one in witnesses]
        texts = sorted([*texts, *joined], key=lambda text: (text.article.published, text.article.id))
        guesses |= _guess_all(left, texts, weights)
    return guesses


def no_ground(undated: Article, dated: Sequence[Article]) -> str:
    """Return why there is no guess for an article: what it tells, what there is beside it, and so what is missing."""
    claims = read_claims(read_text(undated).clean)
    if not claims:
        return "it names no weekday and no date with its month, so nothing places it"
    if not dated:
        return f"{claims.found()}, but no other article of the folder has a date; date one of them to place it"
    return "the dated articles span more than ten years, too many to place it among them"


def _alone(guess: Guess, asked: "Asked", other: Text) -> Guess:
    """Return a guess as far as one dated article bears it: to the full where both tell much and a date is named."""
    own, shared = ({stem for stems in text.stems for stem in stems} for text in (asked.text, other))
    share = len(own & shared) / max(1, min(len(own), len(shared)))
    if guess.confidence >= _ALONE_SURE and share >= _ALONE_SHARED and asked.claims.near(guess.day):
        return guess
    worth = round(min(guess.confidence * _ALONE_WORTH, _SURE - 0.01), 2)
    return replace(guess, confidence=worth, sure=False, missing=f"only '{other.article.id}' beside it is dated")


def _published(text: Text, day: date) -> Text:
    return replace(text, article=replace(text.article, published=day))


def _guess_all(asked: Sequence["Asked"], dated: Sequence[Text], weights: "Weights") -> dict[str, Guess]:
    from timeline.undated.folder import Folder  # noqa: PLC0415  # only a folder that asks pays for numpy

    if not asked:
        return {}
    folder = Folder(dated, asked, weights)
    return {one.text.article.id: _guess(folder, number, dated) for number, one in enumerate(asked)}


def _guess(folder: "Folder", number: int, dated: Sequence[Text]) -> Guess:
    """Return the likeliest day of the undated article of a number."""
    shares, alike = (values.tolist() for values in folder.posterior(number))
    around = [sum(shares[max(at - 1, 0) : at + 2]) for at in range(len(shares))]
    best = max(range(len(shares)), key=lambda at: (round(around[at] + 1e-6 * shares[at], 9), -at))
    likest = max(range(len(alike)), key=lambda at: (round(alike[at], 9), -at))
    day = date.fromordinal(int(folder.days[best]))
    other = dated[likest].article
    like, near = alike[likest] >= _LIKE, abs((other.published - day).days) <= _NEAR
    reasons = folder.asked[number].claims.in_words(day)
    if like and near:
        reasons += (f"is like '{other.id}' of {other.published}",)
    sure = around[best] >= _SURE
    return Guess(
        day=day,
        confidence=round(min(around[best], 1.0), 2),
        reasons=reasons or ("it names days near it",),
        sure=sure,
        missing=""
        if sure
        else _missing(other, date.fromordinal(int(folder.days[_rival(around, best)])), like=like, near=near),
        left=_left(shares, int(folder.days[0])),
    )


def _left(shares: Sequence[float], first: int) -> tuple[int, date, date]:
    """Return how many of the likeliest days make nearly all of the probability, and the first and the last of them."""
    ranked = sorted(range(len(shares)), key=lambda at: (-round(shares[at], 9), at))
    sums = list(accumulate(shares[at] for at in ranked))
    kept = ranked[: next((at for at, total in enumerate(sums, 1) if total >= _NEARLY_ALL), len(ranked))]
    return len(kept), date.fromordinal(first + min(kept)), date.fromordinal(first + max(kept))


def _rival(around: Sequence[float], best: int) -> int:
    """Return the likeliest day whose neighbours are not those of the best one."""
    return max(range(len(around)), key=lambda at: (abs(at - best) > _APART, round(around[at], 9), -at))


def _missing(likest: Article, rival: date, *, like: bool, near: bool) -> str:
    """Return what a guess lacks."""
    if not like:
        return "no dated article is like it"
    if not near:
        return f"the likest dated article, '{likest.id}', is of {likest.published}"
    return f"{rival} is not ruled out"
