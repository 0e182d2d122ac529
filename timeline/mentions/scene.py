"""One sentence while its clauses are read: which of them are told together, and what dates each."""

from dataclasses import dataclass

from timeline.attachment import Attachment
from timeline.clauses import Clause, Tense
from timeline.interval import Grain
from timeline.mentions.facts import is_state
from timeline.model import AnchoredTimex, Span, Target, Term
from timeline.names import Name
from timeline.syntax import Sentence
from timeline.wordlists import words

_DAYS = {Grain.MONTH: 30, Grain.QUARTER: 91, Grain.YEAR: 365}
_GROUP = frozenset({"AUX", "PART"})
_MISSED = ("would have", "should have", "could have", "would not have", "was to have", "were to have")
_ENDS = frozenset(",.!?")  # what a quotation ends with before its mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What is known of one sentence.

    Attributes:
        span: its characters in the clean text; ``sentence`` its parse.
        names, parts, times: its proper names, its clauses, and what its times date.
        together: maps a clause that is told as part of another one to that one.
        lede: whether it is the first sentence that tells something.
    """

    span: Span
    sentence: Sentence
    names: tuple[Name, ...]
    parts: tuple[Clause, ...]
    times: tuple[Attachment, ...]
    together: dict[int, int]
    lede: bool

    @property
    def dated(self) -> set[int]:
        """The clauses that a time of their own dates."""
        return dated(self.times)

    @property
    def told(self) -> set[int]:
        """The clauses that a time of their own dates, or one of a clause told together with them."""
        return self.dated | {self.together[number] for number in self.dated if number in self.together}


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
            told = told and part.parent not in with_time
        else:
            second = part.relation == "conj" and not _has_own_subject(sentence, part)
            told = second or (part.relation == "acl" and not part.finite)
        if told:
            found[number] = part.parent
    return found


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
    if noun == parent.head:
        return True
    argument = sentence.heads[noun] == parent.head
    source = any(sentence.words[case].lower() == "according" for case in sentence.children(noun, "case"))
    return argument and (source or noun < parent.head or sentence.deprels[noun].startswith(("nsubj", "obj")))


def _tells_when(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether a clause behind another one tells when that happened ("40 people died when a ferry sank on Monday").

    What was so, or was going on, had begun before; who dies after a storm on Monday dies of it.
    """
    first = min(part.tokens)
    if part.relation != "advcl" or first < above.head or "," in sentence.words[first - 1 : first + 1]:
        return False
    if above.subject is None or not above.finite or above.statement or above.progressive or above.modal:
        return False
    if above.tense not in {Tense.PAST, Tense.PRESENT_PERFECT} or is_state(sentence, above):
        return False
    return part.marker == "when" or (part.marker == "after" and sentence.lemmas[above.head] in words("verbs", "harm"))


def _harms(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether a relative clause dates the harm its noun did ("the bomb that went off on Monday killed nine")."""
    if part.relation != "relcl" or part.subject is None or part.subject != above.subject or above.modal:
        return False
    return above.tense is Tense.PAST and sentence.lemmas[above.head] in words("verbs", "harm") and not above.passive


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
        own = other in scene.dated and (
            part.relation in {"advcl", "relcl"} or (part.relation == "acl" and other not in scene.together)
        )
        content = content and not own
        apart = part.relation == "ccomp" and _is_attribution(scene, part) and part.parent not in scene.told
        apart = apart and scene.parts[part.parent or 0].relation != "advcl"  # "after she said" needs what she said
        aside = part.relation in {"advcl", "acl"} and part.statement and not part.finite and not part.passive
        if not aside and (joined or (content and not apart)):
            members.add(other)
    return {index for member in members for index in scene.parts[member].tokens}


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
        inner = {other for other, into in scene.together.items() if into == number}
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
    return min(own, key=lambda each: (_size(each), not each.time.explicit, each.tokens[0]))


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


def can_happen(scene: Scene, part: Clause) -> bool:
    """Say whether a clause can tell a happening at all.

    A line that only names or stamps tells none ("Updated Friday, 9 a.m., Oslo"), nor does a supposition ("if the bridge
    were closed", "it would have opened") or a judgment ("it is fair to say").
    """
    sentence = scene.sentence
    supposed = part.marker in {"if", "unless", "whether"} or _is_unreal(sentence, part)
    if supposed or (part.relation == "csubj" and not part.finite):
        return False
    if part.planned and part.tense is Tense.PAST_PERFECT:
        return False  # "he had been due to retire in June"
    empty = part.subject is not None and sentence.deprels[part.subject] == "expl"
    if empty and sentence.words[part.subject or 0].lower() == "it":
        return False  # "it is a given that"
    if sentence.upos[part.head] in {"VERB", "AUX"}:
        return part.parent is not None or part.subject is not None or _names_something(scene, part)
    children = sentence.children(part.head)
    if not any(sentence.deprels[child] == "cop" for child in children):
        return part.parent is None and _is_headline(sentence, part)
    expletive = any(sentence.words[c].lower() == "it" and sentence.deprels[c] in {"expl", "nsubj"} for c in children)
    return not (
        expletive and any(sentence.deprels[c].startswith(("csubj", "advcl", "xcomp", "ccomp", "acl")) for c in children)
    )


def _is_unreal(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what did not come about: "would have opened", "was to have met", "had it passed"."""
    group = [sentence.words[at].lower() for at in part.tokens if at < part.head and sentence.upos[at] in _GROUP]
    missed = any(" ".join(group).endswith(ending) for ending in _MISSED)
    turned = sentence.words[0].lower() == "had" and part.subject is not None and 0 < part.subject < part.head
    return missed or (turned and not any(sentence.upos[at] == "VERB" for at in range(1, part.head)))


def _names_something(scene: Scene, part: Clause) -> bool:
    """Say whether a noun that is no time stands before the verb of a clause without a subject."""
    timed = {index for each in scene.times for index in each.tokens}
    return any(
        scene.sentence.upos[index] in {"NOUN", "PROPN"}
        for index in part.tokens
        if index < part.head and index not in timed
    )


def _is_headline(sentence: Sentence, part: Clause) -> bool:
    """Say whether a noun with a participle behind it tells what happened ("Crew rescued on Friday")."""
    return any(
        sentence.upos[child] == "VERB" and child > part.head and sentence.deprels[child] == "acl"
        for child in sentence.children(part.head)
    )


def can_witness(scene: Scene, part: Clause) -> bool:
    """Say whether an undated clause tells a happening that another source may date."""
    if not part.finite or part.subject is None:
        return False
    lemma = scene.sentence.lemmas[part.head]
    if lemma in words("verbs", "plain_saying") or lemma in words("verbs", "textual"):
        return False
    return scene.sentence.upos[part.head] == "VERB" and lemma not in words("verbs", "stative")


def is_opinion(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is somebody's word on how things are or will be, quoted as it was said."""
    sentence = scene.sentence
    inside = quoted(sentence)
    if not all(index in inside or sentence.upos[index] == "PUNCT" for index in part.tokens):
        return False
    if part.tense is Tense.PAST and sentence.children(part.head, "expl"):
        return False  # "there were marches today" tells what happened
    stative = sentence.upos[part.head] != "VERB" or sentence.lemmas[part.head] in words("verbs", "stative")
    return stative or part.tense is Tense.PRESENT


def is_habit(scene: Scene, part: Clause) -> bool:
    """Say whether a clause, or what it says, tells what is always or never so ("she said they always obey the law")."""
    content = [
        other for other in scene.parts if other.relation == "ccomp" and scene.sentence.heads[other.head] == part.head
    ]
    told = content[0] if part.statement and content else part
    habitual = words("grammar", "habitual")
    adverbs = (scene.sentence.words[child].lower() for child in scene.sentence.children(told.head, "advmod"))
    return told.tense is Tense.PRESENT and not told.progressive and not habitual.isdisjoint(adverbs)


def is_talk(scene: Scene, part: Clause) -> bool:
    """Say whether a clause speaks of "I", "we" or "you", asks, or is chanted: talk, not a report of what happened."""
    sentence = scene.sentence
    inside = quoted(sentence)
    if part.head in inside and any(
        sentence.lemmas[other.head] in words("verbs", "chanting") and other.head not in inside for other in scene.parts
    ):
        return True
    talk = words("grammar", "talk_pronoun")
    if any(sentence.words[index].lower() in talk for index in part.tokens if sentence.upos[index] == "PRON"):
        return True
    return sentence.words[-1] == "?" or (len(sentence) > 1 and sentence.words[-2] == "?")
