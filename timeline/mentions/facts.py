"""What a clause says of the world, in comparable form: content words, amounts, status."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from timeline.appointments import moves_by, puts_off
from timeline.attachment import Attachment
from timeline.clauses import Clause, Tense
from timeline.dated_nouns import is_event_noun
from timeline.mentions.people import is_human
from timeline.model import Status
from timeline.syntax import Sentence
from timeline.wordlists import words
from timeline.words import fold

_AIMS = frozenset({"to", "for"})
_NEW_DAY = frozenset({"to", "for", "until", "till"})
_AMID = frozenset({"on", "in", "amid"})
_BARE = 2  # tokens up to which a noun phrase says too little to be a headline
_TERM_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})


def terms(sentence: Sentence, tokens: set[int]) -> tuple[str, ...]:
    """Return the content words of a clause by lemma, folded, each once, in order."""
    found: dict[str, None] = {}
    for index in sorted(tokens):
        if sentence.upos[index] in _TERM_TAGS:
            word = sentence.words[index] if sentence.upos[index] == "PROPN" else sentence.lemmas[index]
            found.setdefault(fold(word))
    return tuple(found)


def numbers(sentence: Sentence, tokens: set[int]) -> tuple[str, ...]:
    """Return the amounts of a clause with what they count, such as ``6,000 migrant``.

    "The bodies of 30 people" are 30 bodies too.
    """
    found: dict[str, None] = {}
    for index in sorted(tokens):
        if sentence.upos[index] == "NUM":
            above = sentence.heads[index]
            counted = sentence.lemmas[above] if above >= 0 and sentence.deprels[index] == "nummod" else ""
            found.setdefault(f"{sentence.words[index]} {counted}".strip())
            noun = above if counted else index
            of = sentence.heads[noun] if sentence.deprels[noun] == "nmod" else -1
            each = of >= 0 and sentence.lemmas[of] in words("nouns", "one_each") and sentence.xpos[of] == "NNS"
            if each and _leads_with(sentence, noun, "of"):
                found.setdefault(f"{sentence.words[index]} {sentence.lemmas[of]}")
    return tuple(found)


def with_real_subject(sentence: Sentence, part: Clause, times: Sequence[Attachment]) -> Clause:
    """Return a clause whose subject is no time, if it has another ("Sunday, state television said ...")."""
    timed = {index for each in times for index in each.tokens}
    if part.subject not in timed:
        return part
    others = [child for child in sentence.children(part.head, "nsubj") if child not in timed]
    return replace(part, subject=others[0]) if others else part


def is_state(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells how something is rather than what happens: a copula, or a verb of state."""
    return sentence.upos[part.head] != "VERB" or sentence.lemmas[part.head] in words("verbs", "stative")


def is_scenery(sentence: Sentence, part: Clause, timed: set[int]) -> bool:
    """Say whether a clause tells only what, where or how somebody or something was, and that nothing happened.

    "She was among the guests", "there was the mayor in the front row". An amount is news of its own ("there were 300
    arrests", "turnout was 61 percent"), as is an event's day ("the final is on Sunday"), a state that something has
    brought about ("the bridge was closed", "is under arrest") and what is still to be done ("is due to open").
    """
    head = part.head
    if head in timed or part.subject in timed or _counts(sentence, set(part.tokens) - timed):
        return False
    if sentence.children(head, "expl"):
        return _is_presence(sentence, part)
    if (sentence.upos[head] == "VERB" and not sentence.children(head, "cop")) or sentence.xpos[head] in {
        "VBN",
        "VBD",
        "VB",
    }:
        return False
    if sentence.lemmas[head].lower() in words("verbs", "outcome"):
        return False
    if any(sentence.xpos[child] == "VB" for child in sentence.children(head, "xcomp", "ccomp", "acl", "advcl")):
        return False  # "was able to flee", "was the first to recall its envoy"
    cases = {sentence.words[case].lower() for case in sentence.children(head, "case")}
    return "under" not in cases and not (is_event_noun(sentence, head) and cases & _AMID)


def _counts(sentence: Sentence, tokens: set[int]) -> bool:
    """Say whether a clause gives an amount ("300 arrests", "was 61 percent"); an age behind a name is none."""
    return any(
        sentence.upos[index] == "NUM" and sentence.heads[index] > index and sentence.lemmas[index] != "one"
        for index in tokens
    )


def _is_presence(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells that somebody was there ("there was the mayor"), or that nothing was."""
    if sentence.lemmas[part.head] != "be" or part.subject is None:
        return False
    person = sentence.upos[part.subject] == "PROPN" or is_human(sentence, part.subject)
    return part.negated or person


def content_verb(sentence: Sentence, part: Clause) -> int:
    """Return the verb that names the act: of "is set to meet" and "plans to visit", the one that is planned."""
    if sentence.lemmas[part.head] in words("verbs", "planning") - words("verbs", "planning_deeds"):
        for child in sentence.children(part.head, "xcomp"):
            if sentence.xpos[child] == "VB":
                return child
    return part.head


def reported(sentence: Sentence, part: Clause, time: Attachment | None, published: date) -> int | None:
    """Return the event noun that a clause is about, for all that its verb only reports or foretells it.

    "Radio reported *clashes* in the port", and of a day to come "a *march* is expected on Friday".
    """
    if sentence.children(part.head, "ccomp"):
        return None
    lemma, ahead = sentence.lemmas[part.head], time is not None and _is_ahead(time, published)
    if part.passive and ahead and (part.statement or part.planned):
        nouns = sentence.children(part.head, "nsubj:pass")
    elif sentence.children(part.head, "xcomp"):
        return None
    elif (part.statement and lemma in words("verbs", "reporting")) or is_carried(sentence, part):
        nouns = sentence.children(part.head, "obj")
    else:
        return None
    return next((noun for noun in nouns if is_event_noun(sentence, noun)), None)


def is_carried(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells only that a paper or a station has its object ("radio reported *a quake*")."""
    if part.subject is None or part.passive or sentence.lemmas[part.head] not in words("verbs", "carrying"):
        return False
    last = max((part.subject, *sentence.children(part.subject, "flat")))
    return fold(sentence.lemmas[last]) in words("nouns", "medium")


def what_is_carried(sentence: Sentence, part: Clause, kept: set[int]) -> set[int]:
    """Return what of a clause is told where a paper or a station only has it: the happening, and where it was.

    Nothing where that says too little by itself ("radio reported clashes").
    """
    if sentence.children(part.head, "xcomp", "ccomp") or not is_carried(sentence, part):
        return set()
    things = [noun for noun in sentence.children(part.head, "obj") if is_event_noun(sentence, noun)]
    around = sentence.children(part.head, "obl") if things else []
    told = {at for noun in (*things, *around) for at in sentence.subtree(noun)} & kept
    return told if len(told) > _BARE else set()


def begun(sentence: Sentence, noun: int) -> int:
    """Return the event whose beginning a noun names ("the outbreak of *the fighting*"), else the noun itself."""
    if sentence.lemmas[noun].lower() not in words("nouns", "onset"):
        return noun
    inner = (child for child in sentence.children(noun, "nmod") if is_event_noun(sentence, child))
    return next((child for child in inner if _leads_with(sentence, child, "of")), noun)


def _leads_with(sentence: Sentence, noun: int, preposition: str) -> bool:
    return any(sentence.words[child].lower() == preposition for child in sentence.children(noun, "case"))


def _is_ahead(time: Attachment, published: date) -> bool:
    return time.time.interval is not None and time.time.interval.start > published


def act(sentence: Sentence, verb: int) -> str:
    """Return the lemma of a predicate with its particle ("break out")."""
    particles = [child for child in sentence.children(verb, "compound:prt") if child > verb]
    particles += [
        child for child in sentence.children(verb, "advmod") if child == verb + 1 and _is_light(sentence, child)
    ]
    # "arrested up to 400" has no particle
    told = (sentence.words[at].lower() for at in particles if sentence.words[at + 1 : at + 2] != ("to",))
    return " ".join([sentence.lemmas[verb], *list(told)[:1]])


def _is_light(sentence: Sentence, adverb: int) -> bool:
    """Say whether an adverb right behind a verb makes another verb of it ("stepped *down*", "walked *out*")."""
    return sentence.words[adverb].lower() in words("grammar", "particle")


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
    if part.negated or part.modal or part.tense is Tense.FUTURE:
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


def _is_to_be(sentence: Sentence, part: Clause) -> bool:
    """Say whether something is arranged: "is to host", "are to meet"."""
    before = [sentence.words[at].lower() for at in range(max(0, part.head - 2), part.head)]
    return before in (["is", "to"], ["are", "to"])


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
    if ahead and not begun and not _is_told_as_done(sentence, part, time):
        return Status.PLANNED
    if interval is not None and interval.start == published and _is_to_be(sentence, part):
        return Status.PLANNED
    due = time is not None and time.ends and interval is not None and interval.end > published  # "must pay by May 3"
    # "said he would step down at the end of the year"
    would = part.modal == "would" and part.relation == "ccomp" and interval is not None and interval.end > published
    planned = part.planned and not (interval and interval.end <= published)
    if would or planned or due or part.tense is Tense.FUTURE:
        return Status.PLANNED
    if part.tense is Tense.PRESENT and part.progressive:
        return Status.ONGOING
    return Status.OCCURRED
