"""What a word is by its form and by the words beside it: an infinitive, a participle before its noun, a present."""

from collections.abc import Mapping

from timeline.grammar import load
from timeline.moved import past_form
from timeline.wordlists import words as words_of
from timeline.words import WEEKDAYS

# of the determiners, those that may be subjects, or stand after one
_NO_ARTICLES = frozenset({"and", "or", "it", "this", "that", "which", "what", "all", "in", "on", "at", "date"})
# what no participle is an attribute of
_NO_NOUNS = frozenset({"as", "on", "in", "at", "that", "to", "by", "from", "with"})
# after these a new clause may begin; between a past and its object stands none of them
_OPENERS = frozenset(
    {"that", "who", "which", "when", "and", "but", "as", "in", "on", "at", "by", "of", "for", "from", "to"}
)
_RELATIVES = frozenset({"that", "who", "which"})
# what leads to the day that something is moved to
_NEW_DAY = words_of("grammar", "up_to") | {"for", "through"}


def infinitive(words: list[str], at: int) -> bool:
    """Say whether "to" opens an infinitive, and is no preposition."""
    if at + 1 >= len(words):
        return False
    following, lists = words[at + 1], load().lists
    lower = following.lower()
    if not following[0].islower() or lower in lists["determiners"]:
        return False
    if lower == "work" and words[at - 1 : at] == ["back"]:
        return False  # "sent the miners back to work"
    if lower in lists["verbs_in_ly"]:
        return True
    many = lower.endswith("s") and not lower.endswith("ss")  # "to reporters"
    return not (many or lower in lists["bare_places"] or lower.endswith(("ing", "ly", "ion")))


def attributive(words: list[str], at: int) -> bool:
    """Say whether a participle stands before its noun: "a still unspecified date"."""
    if at + 1 >= len(words) or not words[at].lower().endswith("ed"):
        return False
    if words[at + 1] in _NO_NOUNS or words[at + 1] in load().lists["articles"]:
        return False  # "a court ruled on Monday", "the firm closed the mine"
    before = [word.lower() for word in words[max(0, at - 2) : at]]
    articles = load().lists["articles"] | {"this", "that", "these", "those"}
    return bool(before) and (
        before[-1] in articles or (len(before) > 1 and before[0] in articles and words[at + 1].islower())
    )


def right_before(words: list[str], at: int) -> bool:
    """Say whether only a preposition stands between a word and the time."""
    rest = [other.lower() for other in words[at + 1 :]]
    if rest and rest[0].endswith("ly") and rest[0] not in {"july", "early"}:
        rest = rest[1:]
    return not rest or rest in (["on"], ["in"], ["late"], ["early"], ["at"])


def plain(words: list[str], at: int) -> bool:
    """Say whether a base form is a present, right before its time: "talks resume Tuesday", not "to resume"."""
    before = words[at - 1].lower() if at else ""
    return right_before(words, at) and before not in {"to", "not", "was", "were", "been", "stayed", "remained"}


def counted(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a form that may be a present is a noun: "51 votes", "their plays", "hit two home runs"."""
    before = words[at - 1].lower() if at else ""
    if before[:1].isdigit() or (before in lists["determiners"] and before not in _NO_ARTICLES):
        return True
    if _is_object(words, at, lists):
        return True
    for place in range(at - 1, max(-1, at - 5), -1):  # "hit two home runs", "survived a no-confidence vote"
        word = words[place].lower()
        if past_form(word):
            return word not in lists["clause_takers"] and place < at - 1
        if word in _OPENERS:
            return False
    return False


def _is_object(words: list[str], at: int, lists: Mapping[str, frozenset[str]]) -> bool:
    """Say whether a form in -s is what was done right before it: "banned visits on", not "the team that won plays"."""
    done, before = (words[place].lower() if place >= 0 else "" for place in (at - 1, at - 2))
    if not (past_form(done) and words[at].lower().endswith("s")) or done in lists["clause_takers"]:
        return False
    following = words[at + 1].lower() if at + 1 < len(words) else ""
    return before not in lists["determiners"] | _RELATIVES and (not following or following in _OPENERS)


def moved_when(words: list[str], at: int) -> bool:
    """Say whether the time tells when something was moved, not to which day: "delayed for six hours on".

    So it does behind an amount, and behind what somebody moved ("delayed votes on").
    """
    word, rest = words[at].lower(), [other.lower() for other in words[at + 1 :]]
    if word not in load().lists["movers"] or not past_form(word) or not rest or rest[-1] in _NEW_DAY:
        return False
    grammar = load().words
    measured = any(other in grammar["unit"] or other in grammar["units"] for other in rest)
    before = words[at - 1].lower() if at else ""
    unmoved = (
        before in load().lists["be_forms"] | load().lists["determiners"]
    )  # "was postponed on", "a delayed vote on"
    return measured or not (unmoved or right_before(words, at))


def had_been(words: list[str], at: int) -> bool:
    """Say whether "had been" stands before a word: a plan of the past."""
    return [word.lower() for word in words[max(0, at - 2) : at]] == ["had", "been"]


def predicate_of(words: list[str], at: int) -> bool:
    """Say whether a word of planning is itself what was done then: "the court adjourned on Monday"."""
    word = words[at].lower()
    if not word.endswith("ed") or (at and words[at - 1].lower() in load().lists["be_forms"]):
        return False
    return right_before(words, at)


def has_its_day(behind: list[str]) -> bool:
    """Say whether a plan has its weekday before another phrase begins ("planned for Friday after talks on")."""
    if len(behind) < 4 or behind[0] not in {"for", "on"} or behind[1] not in WEEKDAYS:
        return False
    return behind[2] in {"after", "because", "following", "amid", "at", "when"}
