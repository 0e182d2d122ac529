"""What the dated articles of a folder tell of each day: the words of the sentences that name it.

An article without a date tells of "Tuesday"; were it published on a given day, that would be a given Tuesday, and what
the dated articles tell of that Tuesday is like it or is not.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline.resolve import annotate
from timeline.undated.claims import Weekday
from timeline.undated.texts import Stems, Text, stems_of

_REACH = 60  # days from publication; what is told from farther is history


class Told:
    """The words that dated articles tell of each day."""

    def __init__(self, dated: Iterable[Text], worn: frozenset[Stems]) -> None:
        """Read them; ``worn`` are sentences to be passed over."""
        days: dict[int, Counter[str]] = defaultdict(Counter)
        self._named: set[str] = set()
        for text in dated:
            for day, stems in self._days(text, worn).items():
                days[day].update(stems)
        holders = Counter(stem for stems in days.values() for stem in stems)
        self._idf = {stem: math.log((len(days) + 1) / times) for stem, times in holders.items()}
        self._rare = math.log(
            len(days) + 1
        )  # what no day has weighs the most: a text that tells other things is unlike
        self._index: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for day, counts in sorted(days.items()):
            for stem, weight in self._vector(counts).items():
                self._index[stem].append((day, weight))

    def of(self, text: Text, weekdays: Sequence[Weekday], days: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return for each day how like what a text tells of weekdays is to what is told of the days they would be.

        Args:
            text: an article without a date.
            weekdays: what it tells of weekdays.
            days: each day that it may have been published on, as an ordinal.
        """
        groups: dict[tuple[int, ...], set[int]] = defaultdict(set)
        for one in weekdays:
            groups[one.distances].add(text.sentence(one.place))
        of_week = (days - 1) % 7  # day 1 of the calendar is a Monday
        total = np.zeros(len(days))
        for distances, sentences in sorted(groups.items()):
            likes = self._likes(Counter(stem for at in sorted(sentences) for stem in text.stems[at]))
            told = days + np.array(distances)[of_week]
            total += math.sqrt(len(sentences)) * np.array([likes.get(day, 0.0) for day in told.tolist()])
        return total / math.sqrt(sum(len(sentences) for sentences in groups.values()) or 1)

    def _likes(self, counts: Mapping[str, int]) -> Mapping[int, float]:
        """Return the cosines with each day that shares a word."""
        likes: dict[int, float] = defaultdict(float)
        for stem, weight in self._vector(counts).items():
            for day, other in self._index.get(stem, ()):
                likes[day] += weight * other
        return likes

    def _vector(self, counts: Mapping[str, int]) -> Mapping[str, float]:
        # that both name a Tuesday is no likeness of what is told of it
        told = ((stem, times) for stem, times in counts.items() if stem not in self._named)
        vector = {stem: (1 + math.log(times)) * self._idf.get(stem, self._rare) for stem, times in told}
        length = math.sqrt(math.fsum(weight * weight for weight in vector.values())) or 1.0
        return {stem: weight / length for stem, weight in vector.items()}

    def _days(self, text: Text, worn: frozenset[Stems]) -> Mapping[int, set[str]]:
        """Return the stems of the sentences of an article that tell of each day, and keep those that name times."""
        published = text.article.published
        found: dict[int, set[str]] = defaultdict(set)
        for time in annotate(text.clean, published):
            self._named.update(stems_of(time.timex.text))
            if (
                time.interval is None
                or time.interval.days != 1
                or abs((time.interval.start - published).days) >= _REACH
            ):
                continue
            stems = text.stems[text.sentence(time.span.start)]
            if stems not in worn:
                found[time.interval.start.toordinal()].update(stems)
        return found
