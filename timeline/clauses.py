"""A parsed sentence as clauses: predicate, subject, tense, modality, attribution.

A clause is what one finite predicate governs, with the infinitives of purpose and content that hang on it
("flew to Mexico to meet ..." is one clause). Relations are those of Universal Dependencies 2.
"""

from dataclasses import dataclass

from timeline.syntax import Sentence
from timeline.tenses import Tense, tense_of, verb_group
from timeline.wordlists import words

_CLAUSAL = frozenset(
    {"root", "ccomp", "advcl", "acl", "acl:relcl", "advcl:relcl", "parataxis", "csubj", "csubj:pass", "conj", "appos"}
)
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "expl", "nsubj:outer"})

_DENIALS = frozenset({"not", "n't", "never"})
_SUPPOSING = frozenset({"if", "unless"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause of a parsed sentence; all places are token indexes in it.

    Attributes:
        head: the predicate.
        tokens: the clause's own tokens in order, without those of clauses inside it.
        subject: the head of its subject, or of the noun a relative clause describes, or None.
        tense, progressive, passive: its verb group.
        modal: the lemma of a modal verb, or an empty string.
        negated: whether its predicate is denied.
        finite: whether it stands on a tensed verb; participles and infinitives do not.
        relation: how it hangs on its parent (``root``, ``ccomp``, ``advcl``, ...), without subtype.
        marker: the word that opens it ("when", "after", "that"), lower case, or an empty string.
        parent: the index of the clause it hangs on, or None.
        statement: whether its predicate is a verb of saying.
        planned: whether it hangs on a verb of planning ("set to meet").
    """

    head: int
    tokens: tuple[int, ...]
    subject: int | None
    tense: Tense
    progressive: bool
    passive: bool
    modal: str
    negated: bool
    finite: bool
    relation: str
    marker: str
    parent: int | None
    statement: bool
    planned: bool

    @property
    def is_told_as_done(self) -> bool:
        """Whether it stands in the simple past and neither plans nor supposes ("if it sank").

        A participle at the head of its sentence is a headline's past, or one that the tagger took for a participle.
        """
        tensed = self.finite or self.parent is None
        return tensed and self.tense is Tense.PAST and not self.planned and self.marker not in _SUPPOSING


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Split a parsed sentence into clauses, in the order of their predicates; never empty for a sentence of words."""
    heads = [index for index in range(len(sentence.words)) if _is_predicate(sentence, index)]
    if not heads:
        return ()
    place = {head: number for number, head in enumerate(heads)}
    owner = [_owner(sentence, index, place) for index in range(len(sentence.words))]
    members: list[list[int]] = [[] for _ in heads]
    for index, number in enumerate(owner):
        members[number].append(index)
    return tuple(_clause(sentence, head, members[number], place, owner) for number, head in enumerate(heads))


def _is_predicate(sentence: Sentence, index: int) -> bool:
    relation, tag = sentence.deprels[index], sentence.upos[index]
    if relation == "root":
        return True
    if relation not in _CLAUSAL:
        return False
    if relation in {"advcl", "acl"} and _is_infinitive(sentence, index):
        return False  # an act and its purpose are one
    if relation == "conj":
        return _is_clausal_conjunct(sentence, index)
    if relation == "appos":
        return False
    return tag in {"VERB", "AUX"} or _has(sentence, index, "cop") or relation in {"parataxis", "ccomp"}


def _is_clausal_conjunct(sentence: Sentence, index: int) -> bool:
    """Say whether a conjunct is a clause beside a clause, not a second infinitive or noun."""
    first = sentence.heads[index]
    if not (sentence.upos[index] in {"VERB", "AUX"} or _has(sentence, index, "cop")):
        return False
    return _is_predicate(sentence, first) and not _is_infinitive(sentence, index)


def _is_infinitive(sentence: Sentence, index: int) -> bool:
    children = sentence.children(index)
    to = any(sentence.words[child].lower() == "to" and sentence.upos[child] == "PART" for child in children)
    return to and not any(sentence.deprels[child] in SUBJECTS for child in children)


def _has(sentence: Sentence, index: int, relation: str) -> bool:
    return any(sentence.deprels[child] == relation for child in sentence.children(index))


def _owner(sentence: Sentence, index: int, place: dict[int, int]) -> int:
    """Return the number of the nearest clause above a token; a broken tree ends at the first clause."""
    for _ in range(len(sentence.words)):
        if index in place:
            return place[index]
        index = sentence.heads[index]
        if index < 0:
            break
    return 0


def _clause(sentence: Sentence, head: int, tokens: list[int], place: dict[int, int], owner: list[int]) -> Clause:
    group = verb_group(sentence, head)
    relation = sentence.deprels[head]
    above = sentence.heads[head]
    parent = owner[above] if above >= 0 else None
    lemma = sentence.lemmas[head]
    finite, tense, progressive = tense_of(sentence, group)
    modal = next((sentence.lemmas[index] for index in group if sentence.xpos[index] == "MD"), "")
    passive = any(sentence.deprels[index] == "aux:pass" for index in group) or shares_passive(sentence, head)
    describes = sentence.deprels[head] == "acl" and sentence.xpos[head] == "VBN"
    shows = ((passive or describes) and lemma in words("verbs", "showing")) or _is_done(sentence, head)
    shows = shows or (describes and lemma in words("verbs", "reporting"))  # "the merger, announced in May"
    return Clause(
        head=head,
        tokens=tuple(tokens),
        subject=_subject(sentence, head, place),
        tense=tense,
        progressive=progressive,
        passive=passive,
        modal=modal,
        negated=_negated(sentence, head),
        finite=finite,
        relation=relation.partition(":")[0] if relation != "acl:relcl" else "relcl",
        marker=_marker(sentence, head),
        parent=parent,
        statement=lemma in words("verbs", "saying") and sentence.upos[head] == "VERB" and not shows,
        planned=_planned(sentence, head),
    )


def _is_done(sentence: Sentence, head: int) -> bool:
    """Say whether a verb of saying is a deed here, done to a thing ("recalled its envoy")."""
    relations = {sentence.deprels[child] for child in sentence.children(head)}
    if sentence.lemmas[head] in words("verbs", "ended_or_said") and sentence.deprels[head] in {"acl", "acl:relcl"}:
        return relations.isdisjoint({"ccomp", "parataxis"})  # "talks that concluded in May"
    done = not relations.isdisjoint({"obj", "nsubj:pass"}) and relations.isdisjoint({"ccomp", "parataxis", "xcomp"})
    return done and sentence.lemmas[head] in words("verbs", "done_or_said")


def shares_passive(sentence: Sentence, head: int) -> bool:
    """Say whether a verb shares the passive of the one it is joined to ("was hired in May and fired on Monday")."""
    first = sentence.heads[head]
    if sentence.deprels[head] != "conj" or first < 0 or not _has(sentence, first, "aux:pass"):
        return False
    own = {sentence.deprels[child].partition(":")[0] for child in sentence.children(head)}
    if not own.isdisjoint({"nsubj", "obj", "aux", "ccomp", "xcomp"}):
        return False
    lemma = sentence.lemmas[head]
    found = lemma == "recover" and not _is_somebody(sentence, first)
    if sentence.xpos[head] == "VBN":  # "was infected and recovered" has one passive
        return found or lemma not in words("verbs", "intransitive")
    return sentence.xpos[head] == "VBD" and (found or lemma in words("verbs", "done_to"))


def _is_somebody(sentence: Sentence, verb: int) -> bool:
    """Say whether people are what something is done to: they recover, where a thing is recovered."""
    people = words("nouns", "person") | words("nouns", "human") | words("nouns", "crowd")
    subjects = sentence.children(verb, "nsubj:pass", "nsubj")
    return any(sentence.lemmas[s].lower() in people or sentence.upos[s] in {"PROPN", "PRON", "NUM"} for s in subjects)


def _subject(sentence: Sentence, head: int, place: dict[int, int]) -> int | None:
    """Return the subject's head: the clause's own, else the one it shares with the clause it hangs on."""
    for _ in range(len(place) + 1):
        own = [child for child in sentence.children(head) if sentence.deprels[child] in SUBJECTS]
        real = [child for child in own if sentence.deprels[child] != "expl"]
        relation = sentence.deprels[head]
        if real:
            subject = real[0]
            described = first_of(sentence, head)  # "who was hurt and who died"
            if sentence.deprels[described] == "acl:relcl" and sentence.xpos[subject] in {"WP", "WDT"}:
                return bearer(sentence, described)
            return subject
        if relation == "acl" or (relation == "acl:relcl" and not own):
            return bearer(sentence, head)
        above = sentence.heads[head]
        if relation not in {"conj", "advcl", "xcomp"} or above < 0:
            return own[0] if own else None
        head = above
    return None


def first_of(sentence: Sentence, head: int) -> int:
    """Return the first of the predicates that one is joined to by "and" or a comma; itself if it is joined to none."""
    while sentence.deprels[head] == "conj" and sentence.heads[head] >= 0:
        head = sentence.heads[head]
    return head


def bearer(sentence: Sentence, verb: int) -> int:
    """Return the noun that a verb describes, or who that noun is ("Karl Lind, a naval *officer* who died in May")."""
    noun = _under_way(sentence, verb)
    name = sentence.heads[noun]
    if sentence.deprels[noun] != "appos" or not 0 <= name < noun:
        return noun
    article = any(sentence.words[child].lower() in {"a", "an"} for child in sentence.children(noun, "det"))
    described = sentence.upos[noun] == "NOUN" or article  # "Lind, a Democrat who ..."
    person = sentence.upos[name] == "PROPN" or (
        article and sentence.upos[name] == "NOUN"
    )  # "his deputy, a lawyer who ..."
    return name if described and person else noun


def _under_way(sentence: Sentence, verb: int) -> int:
    """Return the noun above a verb; where that is a place, which cannot begin, what goes on there.

    "A strike in the port of Ardol, which began in March".
    """
    noun = sentence.heads[verb]
    which = any(sentence.words[child].lower() == "which" for child in sentence.children(verb, "nsubj"))
    if not which or sentence.lemmas[verb] not in words("verbs", "aspectual"):
        return noun
    above = noun
    while sentence.upos[above] == "PROPN" and sentence.deprels[above] == "nmod" and sentence.heads[above] >= 0:
        above = sentence.heads[above]
    return above if sentence.upos[above] == "NOUN" else noun


def _negated(sentence: Sentence, head: int) -> bool:
    """Say whether a predicate is denied: by "not" or "never", or by "no" before its object or its subject."""
    children = sentence.children(head)
    if any(sentence.lemmas[c] in _DENIALS and sentence.deprels[c].startswith("advmod") for c in children):
        return True
    arguments = [child for child in children if sentence.deprels[child].startswith(("obj", "nsubj"))]
    return any(sentence.words[c].lower() == "no" for argument in arguments for c in sentence.children(argument, "det"))


def _marker(sentence: Sentence, head: int) -> str:
    """Return the subordinator or the relative adverb that opens the clause."""
    for child in sentence.children(head):
        if sentence.deprels[child] == "mark" or sentence.xpos[child] == "WRB":
            return sentence.words[child].lower()
    return ""


def _changes(sentence: Sentence, head: int) -> bool:
    """Say whether who "set" something did something to it ("set the car ablaze"), and laid down no day for it."""
    things = {sentence.lemmas[child] for child in sentence.children(head, "obj")}
    appointed = words("nouns", "event") | words("nouns", "frame") | {"date", "deadline"}
    return bool(things) and things.isdisjoint(appointed)


def _planned(sentence: Sentence, head: int) -> bool:
    """Say whether the predicate is a plan ("is expected to", "due in", "set to meet") or hangs on one."""
    if any(
        sentence.words[child].lower() == "to" and sentence.upos[child] == "PART" for child in sentence.children(head)
    ):
        beside = (sentence.heads[head], *(child for child in sentence.children(head) if child < head))
        return any(at >= 0 and sentence.lemmas[at] in words("verbs", "planning") for at in beside)
    own = not sentence.children(head, "compound:prt")  # who "set up" a firm plans nothing
    own = own and not (sentence.lemmas[head] == "set" and _changes(sentence, head))
    if own and sentence.lemmas[head] in words("verbs", "planning") - words("verbs", "planning_deeds"):
        return True
    going = sentence.lemmas[head] == "go" and sentence.xpos[head] == "VBG"
    return going and any(sentence.deprels[child] == "xcomp" for child in sentence.children(head))
