"""One sentence while its clauses are read: which of them are told together, and what dates each."""

from dataclasses import dataclass, field

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.interval import Grain
from timeline.mentions.facts import is_state
from timeline.model import AnchoredTimex, Span, Target, Term
from timeline.names import Name
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words

_DAYS = {Grain.MONTH: 30, Grain.QUARTER: 91, Grain.YEAR: 365}
_ABOUT = frozenset({"about", "against"})  # "too soon to talk *about asking* them to leave"
_ENDS = frozenset(",.!?")  # what a quotation ends with before its mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known of one sentence.

    Attributes:
        span: its characters in the clean text; ``sentence`` its parse.
        names, parts, times: its proper names, its clauses, and what its times date.
        together: maps a clause that is told as part of another one to that one.
        lede: whether it is the first sentence that tells something.
        dated: the clauses that a time of their own dates; ``told`` these, and those they are told together with.
    """

    span: Span
    sentence: Sentence
    names: tuple[Name, ...]
    parts: tuple[Clause, ...]
    times: tuple[Attachment, ...]
    together: dict[int, int]
    lede: bool
    dated: frozenset[int] = field(init=False, repr=False, compare=False)
    told: frozenset[int] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        own = frozenset(dated(self.times))  # once: each clause asks for it, of each of the others
        around = frozenset(self.together[number] for number in own if number in self.together)
        object.__setattr__(self, "dated", own)
        object.__setattr__(self, "told", own | around)


def dated(times: tuple[Attachment, ...]) -> set[int]:
    """Return the numbers of the clauses that some times date."""
    return {each.clause for each in times if each.dates and each.noun is None}


def together(sentence: Sentence, parts: tuple[Clause, ...], times: tuple[Attachment, ...]) -> dict[int, int]:
    """Map each clause that is told as part of another one to that one.

    A second predicate that shares the subject of the first and has no time of its own belongs to it, and so does a
    participle that describes. A dated participle dates the clause around it ("a statement released Tuesday says ...").
    """
    with_time = dated(times)
    found: dict[int, int] = {}
    for number, part in enumerate(parts):
        if part.parent is None or part.parent == number:
            continue
        if number in with_time:
            above = parts[part.parent]
            told = _shares_verb(sentence, part, above) or _is_told_by_parent(sentence, part, above)
            opened = any(each.opens is not None and each.clause == number for each in times)
            told = told or (not opened and _tells_when(sentence, part, above)) or _harms(sentence, part, above)
            told = told or _harms_too(sentence, part, above)
            told = told and part.parent not in with_time
        else:
            second = part.relation == "conj" and not _has_own_subject(sentence, part)
            # "left on Monday and had walked far": what had been done by then is of no day
            second = second and (part.tense, parts[part.parent].tense) != (Tense.PAST_PERFECT, Tense.PAST)
            told = second or (part.relation == "acl" and not part.finite)
        if told:
            found[number] = part.parent
    for number in set(found.values()) - set(found) - with_time:
        part = parts[number]  # "12 were killed and dozens injured when two trains collided on Monday"
        if part.parent not in {None, *with_time} and _shares_verb(sentence, part, parts[part.parent or 0]):
            found[number] = part.parent or 0
    return found


def folded(into: dict[int, int], number: int) -> set[int]:
    """Return the clauses that are told as part of one, or of one that is itself told as part of it."""
    inner = {other for other, above in into.items() if above == number}
    return inner | {other for other, above in into.items() if above in inner}


def _is_told_by_parent(sentence: Sentence, part: Clause, parent: Clause) -> bool:
    """Say whether a dated participle dates the clause it stands in."""
    if part.finite or part.marker or part.relation not in {"acl", "advcl"}:
        return False
    if sentence.lemmas[parent.head] in words("verbs", "stative"):
        return False
    first = min(part.tokens)
    apart = "," in sentence.words[max(first - 1, 0) : first + 1]
    lemma = sentence.lemmas[part.head]
    planned = lemma in words("verbs", "planning")  # "the vote, scheduled for May 3, was put off"
    if sentence.xpos[part.head] == "VBN" and not planned and lemma not in words("verbs", "issuing"):
        return False  # "the man arrested on Friday was freed": two deeds
    if sentence.xpos[part.head] == "VBN" and part.relation == "acl" and apart and not planned:
        return False  # "Ana Ruiz, named head of the bank in May, said ..."
    noun = sentence.heads[part.head]
    return noun == parent.head or _is_of(sentence, noun, parent)


def _is_of(sentence: Sentence, noun: int, parent: Clause) -> bool:
    """Say whether the day of what a clause speaks of, or is said in, is the clause's own."""
    cases = {sentence.words[case].lower() for case in sentence.children(noun, "case")}
    above = sentence.heads[noun]
    # "thanked voters in a letter published on Friday"
    written = "in" in cases and sentence.lemmas[noun] in words("nouns", "own_words") and not parent.passive
    if written and parent.head in {above, sentence.heads[above]}:
        return True
    # "like a draft sent out in May, the new text urges": the day of the draft
    argument = above == parent.head and cases.isdisjoint(words("grammar", "likening"))
    source = "according" in cases or (parent.statement and "in" in cases)  # "said in a note released on Friday"
    return argument and (source or noun < parent.head or sentence.deprels[noun].startswith(("nsubj", "obj")))


def _tells_when(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether a clause behind another one tells when that happened ("40 people died when a ferry sank on Monday").

    Or when it will ("they will vote when the house meets on Monday"). What was so, or was going on, had begun before;
    who dies after a storm on Monday dies of it.
    """
    first = min(part.tokens)
    if part.relation != "advcl" or first < above.head or "," in sentence.words[first - 1 : first + 1]:
        return False
    if above.subject is None or not above.finite or above.statement or above.progressive:
        return False
    if above.modal in {"will", "shall"} and not above.negated and part.tense is Tense.PRESENT:
        return part.marker == "when" and not is_state(sentence, above)
    if above.modal:
        return False
    if above.tense not in {Tense.PAST, Tense.PRESENT_PERFECT} or is_state(sentence, above):
        return False
    return part.marker == "when" or (part.marker == "after" and sentence.lemmas[above.head] in words("verbs", "harm"))


def _harms(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether a relative clause dates the harm its noun did ("the bomb that went off on Monday killed nine")."""
    if part.relation != "relcl" or part.subject is None or part.subject != above.subject or above.modal:
        return False
    return above.tense is Tense.PAST and sentence.lemmas[above.head] in words("verbs", "harm") and not above.passive


def _harms_too(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether the day of one harm is that of the one before it ("shot three and injured 20 on Saturday")."""
    joined = part.relation == "conj" and not _has_own_subject(sentence, part) and part.passive == above.passive
    return joined and {sentence.lemmas[part.head], sentence.lemmas[above.head]} <= words("verbs", "toll")


def _shares_verb(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether a participle goes without the auxiliary of the one before ("three were killed and five injured")."""
    relations = {sentence.deprels[child].partition(":")[0] for child in sentence.children(part.head)}
    done = sentence.xpos[part.head] == "VBN" or sentence.lemmas[part.head] in words("verbs", "done_to")
    bare = part.relation == "conj" and relations.isdisjoint({"aux", "obj"}) and "nsubj" in relations
    return done and bare and above.passive


def _has_own_subject(sentence: Sentence, part: Clause) -> bool:
    return any(sentence.deprels[child].startswith(("nsubj", "csubj", "expl")) for child in sentence.children(part.head))


def group_tokens(scene: Scene, number: int) -> set[int]:
    """Return the tokens of a clause with those of the clauses told together with it and of what it says."""
    members = {number}
    for other, part in enumerate(scene.parts):
        if part.parent is None or other in members:
            continue
        joined = scene.together.get(other) in members
        content = part.parent in members and part.relation in {"ccomp", "relcl", "acl", "advcl"}
        # "it was too late to sail"
        content = content or (part.parent in members and part.relation == "csubj" and not part.finite)
        own = other in scene.dated and (
            part.relation in {"advcl", "relcl"} or (part.relation == "acl" and other not in scene.together)
        )
        content = content and (not own or is_brought_about(scene.sentence, part))
        apart = part.relation == "ccomp" and _is_attribution(scene, part) and part.parent not in scene.told
        apart = apart and scene.parts[part.parent or 0].relation != "advcl"  # "after she said" needs what she said
        aside = part.relation in {"advcl", "acl"} and part.statement and not part.finite and not part.passive
        aside = aside and part.marker not in _ABOUT
        aside = aside or (part.relation == "conj" and _says_on(scene, other))
        if not aside and (joined or (content and not apart)):
            members.add(other)
    return {index for member in members for index in scene.parts[member].tokens}


def _says_on(scene: Scene, number: int) -> bool:
    """Say whether a clause only says, plainly, what another clause tells ("hailed it *and said* it was fair")."""
    first = scene.parts[scene.parts[number].parent or 0]
    if first.relation in {"ccomp", "parataxis"}:
        return False  # what somebody is said to have said is told whole
    said = any(other.parent == number and other.relation == "ccomp" for other in scene.parts)
    plain = scene.sentence.lemmas[scene.parts[number].head] in words("verbs", "plain_saying")
    return said and plain and number not in scene.told


def is_brought_about(sentence: Sentence, part: Clause) -> bool:
    """Say whether a participle tells what a verb does to its object ("ordered banks *closed*")."""
    noun = sentence.heads[part.head]
    above = sentence.heads[noun] if noun >= 0 and sentence.deprels[noun] == "obj" else -1
    return part.relation == "acl" and above >= 0 and sentence.lemmas[above] in words("verbs", "causing")


def _is_attribution(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is said by a plain verb of saying that adds nothing of its own."""
    if part.parent is None:
        return False
    above = scene.parts[part.parent]
    return scene.sentence.lemmas[above.head] in words("verbs", "plain_saying")


def is_loose(time: AnchoredTimex) -> bool:
    """Say whether a time is too loose to date an event: a decade, a century, or counted in them ("a decade ago")."""
    if time.interval is None or time.interval.grain in {Grain.DECADE, Grain.CENTURY}:
        return True
    return any(_counts_decades(value) for _, value in time.timex.slots)


def _counts_decades(value: str | float | Term) -> bool:
    if isinstance(value, Term):
        return any(_counts_decades(inner) for _, inner in value.slots)
    return value in {"P1E", "P1C"}


def governing(scene: Scene, number: int) -> Attachment | None:
    """Return the time that dates a clause: its own narrowest, else one that a clause folded into it has."""
    own = [each for each in scene.times if each.dates and each.noun is None and each.clause == number]
    if not own:
        inner = folded(scene.together, number)
        own = [each for each in scene.times if each.dates and each.noun is None and each.clause in inner]
    own = [each for each in own if not is_loose(each.time)]
    if not own:
        return _leading(scene, number)
    quotation = quoted(scene.sentence)  # "the crowd chanted 'tomorrow the palace' on Sunday": Sunday
    spoken = scene.parts[number].head in quotation or scene.sentence.lemmas[scene.parts[number].head] not in words(
        "verbs", "chanting"
    )
    own = [each for each in own if each.tokens[0] not in quotation] or (own if spoken else [])
    if not own:
        return None
    part = scene.parts[number]
    return min(own, key=lambda each: (is_aim(scene, part, each), _size(each), not each.time.explicit, each.tokens[0]))


def series(scene: Scene, time: Attachment | None) -> tuple[Attachment | None, ...]:
    """Return a time with the others of its list: what happened "on Monday and Thursday" happened twice."""
    if time is None or time.series is None:
        return (time,)
    return tuple(each for each in scene.times if each.series == time.series and each.dates)


def is_aim(scene: Scene, part: Clause, each: Attachment) -> bool:
    """Say whether a time stands in what is to be done ("voted on Monday to close the yard *on June 30*")."""
    between = (at for at in part.tokens if part.head < at < each.tokens[0])
    return any(scene.sentence.xpos[at] == "VB" for at in between)


def _size(each: Attachment) -> int:
    """Return how many days a time has; all months have as many."""
    interval = each.time.interval
    return 0 if interval is None else _DAYS.get(interval.grain, interval.days)


def quoted(sentence: Sentence) -> set[int]:
    """Return the tokens between quotation marks; a quotation may have begun in an earlier sentence."""
    inside: set[int] = set()
    opened: int | None = None
    for index, word in enumerate(sentence.words):
        if word == "“" or (word == '"' and opened is None and not _closes(sentence, index)):
            opened = index
        elif word in {"”", '"'}:
            begun = opened is None and not inside and sentence.words[index - 1] in _ENDS
            inside |= set(range(0 if begun else index if opened is None else opened, index))
            opened = None
    if opened is not None and opened + 1 < len(sentence):  # one that goes on in the next sentence
        touches = sentence.spans[opened].end == sentence.spans[opened + 1].start
        inside |= set(range(opened, len(sentence))) if touches else set()
    return inside


def _closes(sentence: Sentence, mark: int) -> bool:
    """Say whether a straight quotation mark stands right behind a word and before none."""
    spans = sentence.spans
    behind = mark > 0 and spans[mark - 1].end == spans[mark].start
    return behind and (mark + 1 == len(sentence) or spans[mark].end < spans[mark + 1].start)


def _leading(scene: Scene, number: int) -> Attachment | None:
    """Return the time at the head of a sentence when the clause is a later one of its coordination."""
    part = scene.parts[number]
    if part.relation != "conj" or part.parent is None or part.tense is Tense.PRESENT_PERFECT:
        return None
    first = [
        each
        for each in scene.times
        if each.dates
        and each.leads
        and each.clause == part.parent
        and each.tokens[0] <= 1
        and each.time.target is not Target.COMPLEMENT  # "a month after it began" dates what began
    ]
    return first[0] if first else None
