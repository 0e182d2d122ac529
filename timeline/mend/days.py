"""Days that were read as part of the place before them, or as what does what follows."""

from timeline.syntax import Sentence
from timeline.words import WEEKDAYS


def is_day(sentence: Sentence, index: int) -> bool:
    """Say whether a token is the name of a day, which does nothing itself ("officers Thursday issued a plea")."""
    return sentence.words[index] in WEEKDAYS
