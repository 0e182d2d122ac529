"""The words of a clause that a headline keeps, drops or replaces."""

from timeline.clauses import Clause, bearer, first_of, shares_passive
from timeline.mentions.relatives import gained, relative_words
from timeline.mentions.scene import Scene, quoted
from timeline.syntax import Sentence
from timeline.syntax.irregular import past
from timeline.tenses import Tense
from timeline.wordlists import words

_BESIDES = frozenset({"after", "before", "besides", "since", "to", "upon", "while"})  # "in addition to"

_BEFORE_A_CLAUSE = frozenset({"after", "as", "before", "since", "until", ",", "and"})


def titles(scene: Scene) -> list[set[int]]:
    """Return the tokens of the titles before names, a group a name.

    A title that a noun before it makes part of ("the city's press secretary Ana Lee") stays with its name, and so does
    one that opens a quotation.
    """
    return [
        set(range(_article_before(scene.sentence, name.opening, name.last), name.first))
        for name in scene.names
        if name.titled and not _is_bound(scene.sentence, name.opening)
    ]


def _is_bound(sentence: Sentence, opening: int) -> bool:
    """Say whether what stands before a title binds it to its name."""
    before = opening - 1
    return opening > 0 and (
        sentence.upos[before] in {"NOUN", "PROPN", "ADJ"}
        or sentence.words[before] == "“"
        or sentence.xpos[before] == "``"
    )


def _article_before(sentence: Sentence, opening: int, last: int) -> int:
    """Return where a title begins with the article that goes with it: "the minister Ana Lee" is no "the Ana Lee".

    It stays where a noun follows the name ("the President Lee era").
    """
    follows = last + 1 < len(sentence) and sentence.upos[last + 1] in {"NOUN", "PROPN"}
    article = opening > 0 and sentence.words[opening - 1].lower() == "the" and not follows
    return opening - article


def said_before(scene: Scene, part: Clause) -> int | None:
    """Return the number of the clause that a verb of saying follows: "the army had seen enough, analysts said"."""
    sentence = scene.sentence
    if not (part.statement and part.finite) or part.passive or part.subject is None:
        return None
    first = min(part.subject, part.head)
    behind = {"ccomp", "xcomp"} | (set() if sentence.lemmas[part.head] == "tell" else {"obj"})
    if any(child > part.head and sentence.deprels[child] in behind for child in sentence.children(part.head)):
        return None
    beside = part.relation in {"parataxis", "ccomp"} or (
        part.relation == "conj" and not sentence.children(part.head, "cc")
    )
    above = sentence.heads[part.head] if beside and not part.marker else -1
    told = [above] if 0 <= above < first else []
    told += [c for c in sentence.children(part.head) if sentence.deprels[c] in {"ccomp", "parataxis"} and c < first]
    return next((n for n, other in enumerate(scene.parts) if other.head in told and other.finite), None)


def idle_auxiliaries(sentence: Sentence, part: Clause) -> set[int]:
    """Return the auxiliaries that a headline does without: "being" before a participle."""
    return {
        index
        for index in part.tokens
        if index < part.head and sentence.words[index].lower() == "being" and part.passive
    }


def after(conjunction: int, tokens: set[int]) -> set[int]:
    """Return what a conjunction opens: the tokens behind it up to the last of its clause."""
    last = max(tokens)
    return set(range(conjunction + 1, last + 1)) if last > conjunction else tokens


def after_preposition(sentence: Sentence, phrase: set[int]) -> set[int]:
    """Return a noun phrase without the prepositions and marks that lead to it ("during a meeting", "including")."""
    leading = {"ADP", "SCONJ", "PUNCT"}
    ordered = sorted(phrase)
    first = next((i for i in ordered if sentence.upos[i] not in leading and sentence.deprels[i] != "case"), 0)
    return {index for index in phrase if index >= first}


def auxiliary(sentence: Sentence, part: Clause, noun: set[int], kept: set[int]) -> dict[int, str]:
    """Return the verb with the auxiliary that makes a main clause of a participle ("a report *was* released")."""
    # read as a past tense, what describes a noun without "who" is a participle as well
    relation = sentence.deprels[part.head]
    joined = relation == "conj" and sentence.deprels[first_of(sentence, part.head)] != "acl"
    lone = (sentence.xpos[part.head] == "VBN" and not part.finite and not joined) or relation == "acl"
    if part.subject is None or not (noun or _is_absolute(sentence, part)):
        return {}
    if not (lone or shares_passive(sentence, part.head)):
        return {}
    behind = [index for index in sorted(kept) if index > part.head]
    done_by = bool(behind) and sentence.words[behind[0]].lower() == "by"
    if sentence.lemmas[part.head] in words("verbs", "intransitive") and not done_by:
        return {}  # "the roof collapsed"
    if any(sentence.xpos[index] in {"VBD", "VBZ", "VBP", "MD"} for index in behind):
        return {}  # there is a verb beside it
    named = sentence.lemmas[part.head] in words("verbs", "calling") and sentence.xpos[part.head] == "VBN"
    office = bool(behind) and (named or sentence.deprels[behind[0]] == "xcomp")  # "named head of the bank"
    if behind and not office and sentence.upos[behind[0]] not in {"ADP", "ADV", "PUNCT", "CCONJ", "SCONJ", "PART"}:
        return {}  # a past tense after all: "a revolt toppled the regime"
    word = sentence.words[part.subject].lower()
    plural = sentence.xpos[part.subject] in {"NNS", "NNPS"} or word != sentence.lemmas[part.subject].lower()
    if word in words("nouns", "measure"):  # "a number of boats were", "a part of the bridge was"
        plural = plural or any(sentence.xpos[of] == "NNS" for of in sentence.children(part.subject, "nmod"))
    first = part.head  # "was first sent", not "first was sent"
    while first - 1 in sentence.children(part.head, "advmod") and first - 1 in kept:
        first -= 1
    return {first: f"{'were' if plural else 'was'} {sentence.words[first]}"}


def _is_absolute(sentence: Sentence, part: Clause) -> bool:
    """Say whether a participle has a subject of its own behind "with" ("with a march *planned* for Friday")."""
    opened = any(sentence.words[at].lower() == "with" for at in sentence.children(part.head, "mark"))
    return opened and not part.finite and part.subject in sentence.children(part.head, "nsubj", "nsubj:pass")


def completed(sentence: Sentence, part: Clause) -> dict[int, str]:
    """Return the past tense for what somebody is told to have done before ("Berg *having won* the cup": Berg won)."""
    having = [index for index in sentence.children(part.head, "aux") if sentence.words[index].lower() == "having"]
    behind = part.subject is not None and part.subject < part.head
    if not having or not behind or part.finite or part.passive or part.relation != "acl":
        return {}
    return {having[0]: "", part.head: past(sentence.lemmas[part.head])}


def inserted(sentence: Sentence) -> set[int]:
    """Return the brackets that a paper puts around its own words in somebody's ("marches (in Lund) for bread")."""
    inside = quoted(sentence)
    return {index for index in inside if sentence.words[index] in {"(", ")", "[", "]"}}


def did_first(sentence: Sentence, part: Clause, above: Clause) -> bool:
    """Say whether a gerund tells what its clause's subject did before or besides.

    "After *leaving* Lund, he ...", and "having *left* Lund".
    """
    leads = sentence.children(part.head, "mark", "case")
    perfect = any(sentence.words[at].lower() == "having" for at in sentence.children(part.head, "aux"))
    before = perfect or any(sentence.words[at].lower() in _BESIDES for at in leads)
    acts = perfect or (sentence.xpos[part.head] == "VBG" and sentence.lemmas[part.head] not in {"be", "have"})
    acts = acts or any(sentence.words[at].lower() == "being" for at in sentence.children(part.head, "aux"))
    told = above.finite and above.tense in {Tense.PAST, Tense.PAST_PERFECT} and not (above.negated or part.negated)
    return before and acts and told and not part.finite and part.relation in {"advcl", "acl"}


def is_main_after_all(scene: Scene, part: Clause) -> bool:
    """Say whether a verb is the main one behind a participle that was read as it ("a man *shot* on Monday *died*")."""
    sentence, read = scene.sentence, scene.sentence.heads[part.head]
    if part.relation != "advcl" or part.marker or sentence.xpos[part.head] != "VBD" or read < 0:
        return False
    above = scene.parts[part.parent or 0]
    participle = above.head == read and sentence.xpos[read] == "VBD" and not sentence.children(read, "obj", "aux")
    between = {sentence.words[at].lower() for at in range(read, part.head)}
    return participle and read < part.head and between.isdisjoint(_BEFORE_A_CLAUSE)


def opening_words(scene: Scene, part: Clause) -> set[int]:
    """Return the words that make a clause subordinate, second or passive in form, and that a headline does without."""
    joints = {index for index in scene.sentence.children(part.head, "cc") if index < part.head}
    opening = idle_auxiliaries(scene.sentence, part) | _frame(scene.sentence, part) | joints
    return relative_words(scene, part) | opening


def _frame(sentence: Sentence, part: Clause) -> set[int]:
    """Return the noun that only says when a clause holds, right before its subject ("*the day* he arrived")."""
    if part.subject is None or not part.finite:
        return set()
    first = min(index for index in sentence.subtree(part.subject)) - 1
    for noun in sentence.children(part.head, "obl", "obl:unmarked", "advmod"):
        if noun == first and sentence.lemmas[noun] in words("nouns", "frame"):
            return set(sentence.subtree(noun)) if all(index <= noun for index in sentence.subtree(noun)) else set()
    return set()


def content_heads(sentence: Sentence, part: Clause) -> set[int]:
    """Return the verbs that tell what a verb of saying says: without them a headline says nothing."""
    if not part.statement:
        return set()
    return {child for child in sentence.children(part.head) if sentence.deprels[child] in {"ccomp", "xcomp"}}


def _lacks_noun_before(sentence: Sentence, part: Clause) -> bool:
    """Say whether a relative clause tells what is done to its noun, or said of it ("oil that Ardol exports")."""
    if part.relation != "relcl" or part.subject in {None, bearer(sentence, part.head)} or gained(sentence, part):
        return False
    if part.marker not in {"", "that"} or any(
        sentence.xpos[at] == "WRB" or sentence.words[at].lower() == "whose" for at in part.tokens
    ):
        return False  # "where", "when"
    children = sentence.children(part.head)
    spelled = sentence.lemmas[sentence.heads[part.head]] in words("nouns", "content")
    if spelled and any(sentence.deprels[child] in {"obl", "xcomp"} and child > part.head for child in children):
        return False  # "the claim that Peru had agreed to a truce"
    told = [child for child in children if sentence.deprels[child] in {"ccomp", "xcomp"}]
    if told:
        return any(sentence.xpos[t] != "VB" and not sentence.children(t, "nsubj", "csubj", "expl") for t in told)
    nouns = [child for child in children if sentence.deprels[child] == "obj" and child > part.head]
    openers = (at for at in part.tokens if at < part.head)
    openers = (at for at in openers if not sentence.children(at, "case"))  # "the attack in which they died"
    return not nouns and any(sentence.xpos[at] in {"WDT", "WP"} or sentence.deprels[at] == "mark" for at in openers)


def stands_alone(sentence: Sentence, part: Clause, kept: set[int]) -> bool:
    """Say whether the kept words of a clause have a subject before their verb, as a headline needs."""
    if part.subject is None or part.subject not in kept:
        return False
    silent = part.statement and not part.passive and not any(index > part.head + 1 for index in kept)
    if silent and part.subject < part.head:
        return False  # "state television said": what it said is told by another clause
    if sentence.xpos[part.head] == "VBG" and not part.finite:
        return False  # "marchers carrying flags" did something else
    if _lacks_noun_before(sentence, part):
        return False
    return part.subject < part.head or part.finite


def is_apart(scene: Scene, number: int) -> bool:
    """Say whether a clause has a time that the one above has not, so that words of that one would be misdated.

    What somebody does while doing another thing is of its time ("marchers *crossing* the bridge on Monday sang"), and
    what somebody is accused of is no fact without the accusation.
    """
    part, sentence = scene.parts[number], scene.sentence
    if number not in scene.dated or number in scene.together or part.relation not in {"advcl", "acl", "relcl"}:
        return False
    accused = part.marker == "of" and scene.parts[part.parent or 0].statement and scene.parts[part.parent or 0].finite
    beside = sentence.xpos[part.head] == "VBG" and (accused or part.marker in {"", "as", "while"})
    return not beside or part.parent in scene.dated
