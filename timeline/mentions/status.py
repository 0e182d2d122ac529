"""Whether what a clause tells was done, goes on, is planned or was called off, as its article tells it."""

from datetime import date, timedelta
from itertools import pairwise

from timeline.appointments import moves_by, puts_off
from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.dated_nouns import is_event_noun
from timeline.mentions.facts import act
from timeline.model import Status
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_AIMS = frozenset({"to", "for"})
_NEW_DAY = frozenset({"to", "for", "until", "till"})


def _is_told_as_done(sentence: Sentence, part: Clause, time: Attachment | None) -> bool:
    """Say whether a clause tells in the simple past what it gives a full date.

    The date of an infinitive ("agreed to meet in May 2024"), of an aim ("moved to May 3, 2024"), of what was called off
    or announced ("a strike on May 3, 2024") may well lie ahead.
    """
    if time is None or not (time.dates and time.time.is_full_date and part.is_told_as_done):
        return False
    first = min(time.tokens)
    infinitive = any(part.head < index < first and sentence.xpos[index] == "VB" for index in part.tokens)
    if infinitive or _was_to_be(sentence, part) or sentence.words[first].lower() in _AIMS:
        return False
    return act(sentence, part.head) not in words("verbs", "moving") and not _is_of_a_thing(sentence, part, first)


def _is_of_a_thing(sentence: Sentence, part: Clause, first: int) -> bool:
    """Say whether a time stands behind a happening not said to have taken place ("registered for the vote on")."""
    thing = first - 1
    if thing < 0 or thing == part.head:
        return False
    if not is_event_noun(sentence, thing):
        return _is_due(sentence, part, first)
    return sentence.heads[thing] != part.head or sentence.deprels[thing] != "nsubj"


def _is_due(sentence: Sentence, part: Clause, first: int) -> bool:
    """Say whether a time tells when something beside the deed was to be ("warned of a payment *due* on May 3")."""
    return 0 < first != part.head + 1 and sentence.lemmas[first - 1] in words("verbs", "planning")


def _was_to_be(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what was arranged: "was to be held", "were to meet"."""
    group = [sentence.words[at].lower() for at in range(max(0, part.head - 3), part.head)]
    return any(pair in {("was", "to"), ("were", "to")} for pair in pairwise(group))


def _is_called_off(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause, or one joined to it, tells that something was called off, whenever it was to be.

    Plans are scrapped, and so are taxes: the latter are no event.
    """
    if part.negated or part.modal or part.tense is Tense.FUTURE or _ends_what_goes_on(sentence, part):
        return False
    joined = (
        verb for verb in sentence.children(part.head, "conj") if not sentence.children(verb, "nsubj", "nsubj:pass")
    )
    for verb in (part.head, *joined):
        lemma = act(sentence, verb).replace("_", " ")
        if moves_by(sentence, verb):
            continue
        if lemma in words("verbs", "called_off") or (part.planned and lemma in words("verbs", "cancelling")):
            return True  # "was scheduled for May 3 but was delayed"
        things = sentence.children(verb, "obj", "nsubj:pass")
        if lemma in words("verbs", "cancelled") and any(is_event_noun(sentence, thing) for thing in things):
            return True
    return False


def _ends_what_goes_on(sentence: Sentence, part: Clause) -> bool:
    """Say whether what a clause calls off had begun ("called off the search for a skipper", "called off its strike").

    A strike had not if it is spoken of as new or has a day of its own ("called off a strike", "Monday's strike").
    """
    if act(sentence, part.head) != "call off":
        return False
    for thing in sentence.children(part.head, "obj", "nsubj:pass"):
        around = sentence.subtree(thing)
        new = any(sentence.words[at].lower() in {"a", "an"} for at in sentence.children(thing, "det"))
        new = new or any(sentence.lemmas[at] in words("verbs", "planning") | {"threaten"} for at in around)
        new = new or any(sentence.words[at] in WEEKDAYS for at in around)
        if sentence.lemmas[thing] in words("nouns", "under_way") or (
            sentence.lemmas[thing] in words("nouns", "stoppage") and not new
        ):
            return True
    return False


def calls_off(sentence: Sentence, part: Clause, noun: int) -> bool:
    """Say whether a clause tells that an event did not come about when it was to ("fog delayed Thursday's launch")."""
    done = noun in sentence.children(part.head, "obj", "nsubj:pass")
    lemma = act(sentence, part.head)
    told = not part.negated and not part.modal and part.tense is not Tense.FUTURE
    return done and told and lemma in words("verbs", "cancelling")


def _had_a_day(sentence: Sentence, part: Clause) -> bool:
    """Say whether a participle tells the day of what is put off ("the match *scheduled for Sunday* was moved")."""
    noun = sentence.heads[part.head]
    if part.relation != "acl" or not part.planned or noun < 0:
        return False
    verb = sentence.heads[noun]
    if verb < 0 or noun not in sentence.children(verb, "obj", "nsubj:pass"):
        return False
    return puts_off(sentence, verb) or act(sentence, verb) in words("verbs", "called_off")


def _moves(sentence: Sentence, part: Clause, time: Attachment | None) -> bool:
    """Say whether a clause leads to the new day of what had another one ("the vote was postponed *to May 3*")."""
    moving = act(sentence, part.head) in words("verbs", "moving") or puts_off(sentence, part.head)
    return moving and time is not None and sentence.words[min(time.tokens)].lower() in _NEW_DAY


def _will_not_be(part: Clause, time: Attachment | None) -> bool:
    """Say whether a clause tells that something will not come about on its day ("will not open the fair on Sunday").

    What is not done "until Sunday" is done then.
    """
    backshifted = part.modal == "would" and part.relation == "ccomp"  # "said she would not open it"
    unplanned = part.planned and part.tense is Tense.PRESENT  # "is not going to open it"
    ahead = part.tense is Tense.FUTURE or backshifted or unplanned
    return part.negated and ahead and not (time is not None and time.ends)


def _is_to_be(sentence: Sentence, part: Clause) -> bool:
    """Say whether something is arranged: "is to host", "are to meet"."""
    before = [sentence.words[at].lower() for at in range(max(0, part.head - 2), part.head)]
    return before in (["is", "to"], ["are", "to"])


def _goes_on(sentence: Sentence, part: Clause, time: Attachment | None, published: date) -> bool:
    """Say whether a clause tells what its article's day still has.

    "Crews are searching", "the port has been shut since Monday", "the town is under siege", "crews were still searching
    on Monday" in Tuesday's paper.
    """
    if part.tense is Tense.PRESENT:
        cases = (sentence.words[case].lower() for case in sentence.children(part.head, "case"))
        return part.progressive or (bool(sentence.children(part.head, "cop")) and "under" in cases)
    if part.tense is Tense.PRESENT_PERFECT:
        return time is not None and time.starts
    still = any(sentence.words[at].lower() == "still" for at in sentence.children(part.head, "advmod"))
    interval = time.time.interval if time else None
    late = interval is not None and interval.end >= published and interval.days == 1
    return late and still and part.progressive and part.tense is Tense.PAST


def status_of(sentence: Sentence, part: Clause, time: Attachment | None, published: date) -> Status:
    """Say whether a clause tells something done, going on, planned or called off, as of its publication.

    What lies ahead is planned, unless the clause tells it as past and gives it a full date: then the publication date
    is in doubt, not the deed.
    """
    interval = time.time.interval if time else None
    ahead = interval is not None and interval.start > published
    if (_is_called_off(sentence, part) and not (ahead and _moves(sentence, part, time))) or _had_a_day(sentence, part):
        return Status.CANCELLED
    # where a paper's day had not ended, the next one had begun elsewhere ("spoke early on Saturday")
    told = (part.is_told_as_done and not _was_to_be(sentence, part)) or (
        not part.finite and part.tense is Tense.NONE and not part.planned
    )  # "while warning"
    begun = interval is not None and told and interval.end - published == timedelta(days=2)
    begun = begun and time is not None and not _is_due(sentence, part, min(time.tokens))
    begun = begun and sentence.words[min(time.tokens if time else (0,))].lower() != "for"  # "called a vote for Monday"
    if ahead and not begun and not _is_told_as_done(sentence, part, time):
        return Status.CANCELLED if _will_not_be(part, time) else Status.PLANNED
    if interval is not None and interval.start == published and _is_to_be(sentence, part):
        return Status.PLANNED
    due = time is not None and time.ends and interval is not None and interval.end > published  # "must pay by May 3"
    # "said he would retire at the end of the year"
    would = part.modal == "would" and part.relation == "ccomp" and interval is not None and interval.end > published
    planned = part.planned and not (interval and interval.end <= published)
    if would or planned or due or part.tense is Tense.FUTURE:
        return Status.PLANNED
    if _goes_on(sentence, part, time, published):
        return Status.ONGOING
    return Status.OCCURRED
