"""The words of a clause that a headline keeps, drops or replaces."""

from timeline.clauses import Clause, bearer, shares_passive
from timeline.mentions.facts import act
from timeline.mentions.scene import Scene, quoted
from timeline.syntax import Sentence
from timeline.wordlists import words

_PAUSES = frozenset({",", "--", "–", "—"})
_LONGEST_GAIN = 6  # words of an object
_DISTRIBUTIVE = frozenset({"each", "every", "both", "either"})


def titles(scene: Scene) -> list[set[int]]:
    """Return the tokens of the titles before names, a group a name.

    A title that a noun before it makes part of ("the city's press secretary Ana Lee") stays with its name.
    """
    nominal = {"NOUN", "PROPN", "ADJ"}
    return [
        set(range(name.opening, name.first))
        for name in scene.names
        if name.titled and (name.opening == 0 or scene.sentence.upos[name.opening - 1] not in nominal)
    ]


def bare_participles(sentence: Sentence, left_out: set[int], part: Clause) -> set[int]:
    """Return the participles that only a time left out made sense of ("the vote planned for May 3 was put off")."""
    found: set[int] = set()
    for noun in part.tokens:
        caused = sentence.deprels[noun] == "obj" and sentence.lemmas[sentence.heads[noun]] in words("verbs", "causing")
        for verb in () if caused else sentence.children(noun, "acl", "amod"):
            below = set(sentence.subtree(verb))
            rest = {i for i in below - left_out - {verb} if sentence.upos[i] not in {"PUNCT", "ADV", "ADP"}}
            if verb > noun and below & left_out and not rest and sentence.xpos[verb] in {"VBN", "VBD", "JJ"}:
                found |= below | _commas_around(sentence, below)
    return found


def _commas_around(sentence: Sentence, tokens: set[int]) -> set[int]:
    """Return the two commas that set some tokens off, if both are there or the second ends the sentence."""
    around = (min(tokens) - 1, max(tokens) + 1)
    return {at for at in around if 0 <= at < len(sentence) and sentence.words[at] == ","}


def time_phrase(sentence: Sentence, timed: set[int]) -> set[int]:
    """Return what goes with a time that is left out: its possessive, and whose time it is ("in each of X's ...")."""
    marks = {index for index in range(1, len(sentence)) if sentence.xpos[index] == "POS" and index - 1 in timed}
    if any(sentence.xpos[index - 1] == "POS" and index - 1 not in marks for index in timed if index):
        return set()  # "in the state's last two fiscal years"
    phrase = {index for index in timed if not _opens_another(sentence, index, timed, owns=bool(marks))} | marks
    for index in sorted(timed):
        above = sentence.heads[index]
        if above in timed or above < 0:
            continue
        own = {child for child in sentence.subtree(index) if child < index and not _is_result(sentence, child)}
        if not any(sentence.upos[child] in {"VERB", "AUX"} for child in own):
            phrase |= own
        phrase |= _named_again(sentence, index)
        if sentence.upos[above] in {"DET", "PRON"} and above < index:
            if sentence.words[above].lower() in _DISTRIBUTIVE:
                return set()  # "2 million in each of the last two years" is not 2 million in two years
            phrase |= set(sentence.subtree(above))
    first = min(phrase, default=0) - 1
    while first > 0 and sentence.words[first].lower() in words("grammar", "of_time") and sentence.upos[first] == "ADV":
        phrase.add(first)  # "back in May", "late into the evening"
        first -= 1
    return phrase


def _named_again(sentence: Sentence, index: int) -> set[int]:
    """Return what a day is called between commas behind it ("on 10 April, the deadline"), with the commas."""
    for noun in sentence.children(index, "appos"):
        below = set(sentence.subtree(noun))
        if noun < index or sentence.upos[noun] != "NOUN" or sentence.lemmas[noun] in words("nouns", "frame"):
            continue
        if sentence.words[min(below) - 1 :][:1] == (",",):
            return below | _commas_around(sentence, below)
        if sentence.words[min(below)] == ",":
            return below
    return set()


def _is_result(sentence: Sentence, index: int) -> bool:
    """Say whether a word before a day tells how somebody was found ("feared dead Tuesday")."""
    return sentence.upos[index] == "ADJ" and index > 0 and sentence.upos[index - 1] == "VERB"


def _opens_another(sentence: Sentence, index: int, timed: set[int], *, owns: bool) -> bool:
    """Say whether a token before a time opens the phrase of a noun behind it, which keeps its opening.

    "*The* Christmas Eve march", "*for* Tuesday's vote", "*in* the 1967 war".
    """
    above = sentence.heads[index]
    if above in timed:
        return False
    leads = sentence.upos[index] == "ADP" and (owns or (above > index and sentence.upos[above] in {"NOUN", "PROPN"}))
    return sentence.words[index].lower() == "the" or leads


def shared_out(sentence: Sentence, timed: set[int]) -> set[int]:
    """Return the words that say an amount counts for each of several times ("in each of the last two years")."""
    each = {sentence.heads[index] for index in timed} - timed
    return {
        token
        for index in each
        if index >= 0 and sentence.words[index].lower() in _DISTRIBUTIVE
        for token in sentence.subtree(index)
    }


def on_some_days(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what happened on some days of a longer time ("there were days when ...")."""
    if any(sentence.words[at].lower() == "days" and _some(sentence, at) for at in part.tokens):
        return True  # "on some days this month"
    above = sentence.heads[part.head]
    if part.marker != "when" and not any(sentence.words[at].lower() == "when" for at in part.tokens if at < part.head):
        return False
    framed = [above, *sentence.children(above, "nsubj")] if above >= 0 else []
    return any(sentence.words[index].lower() == "days" for index in framed)


def _some(sentence: Sentence, noun: int) -> bool:
    return any(sentence.words[child].lower() == "some" for child in sentence.children(noun, "det"))


def needless_times(scene: Scene, timed: set[int], part: Clause) -> set[int]:
    """Return the times that a headline does without: not what the clause speaks of, nor what somebody is quoted with.

    "Organizers chose January 25 for the march", "the vote was put off to May 3" and the "tomorrow" of a chant stay.
    """
    sentence = scene.sentence
    timed = timed - _targets(sentence, timed, part)
    objects = {each for each in timed if sentence.heads[each] == part.head and sentence.deprels[each] == "obj"}
    # a day without a number behind a verb ("left Tuesday") is no object, whatever the parse says
    if part.subject in timed or (objects and any(sentence.upos[each] == "NUM" for each in timed)):
        return set()
    inside = quoted(sentence)
    return timed if part.head in inside else timed - inside


def _targets(sentence: Sentence, timed: set[int], part: Clause) -> set[int]:
    """Return the time that a plan is moved to or set for, with what leads to it."""
    if act(sentence, part.head) not in words("verbs", "moving"):
        return set()
    found: set[int] = set()
    for index in timed:
        above = sentence.heads[index]
        leads = {sentence.words[child].lower() for child in sentence.children(index, "case")}
        if above not in timed and not leads.isdisjoint({"to", "for", "until", "till"}):
            found |= set(sentence.subtree(index))
    return found & timed


def said_before(scene: Scene, part: Clause) -> int | None:
    """Return the number of the clause that a verb of saying follows: "the army had seen enough, analysts said"."""
    sentence = scene.sentence
    if not (part.statement and part.finite) or part.subject is None:
        return None
    first = min(part.subject, part.head)
    behind = {"ccomp", "xcomp", "obj"}
    if any(child > part.head and sentence.deprels[child] in behind for child in sentence.children(part.head)):
        return None
    beside = part.relation in {"parataxis", "ccomp"} or (
        part.relation == "conj" and not sentence.children(part.head, "cc")
    )
    above = sentence.heads[part.head] if beside and not part.marker else -1
    told = [above] if 0 <= above < first else []
    told += [c for c in sentence.children(part.head) if sentence.deprels[c] in {"ccomp", "parataxis"} and c < first]
    return next((n for n, other in enumerate(scene.parts) if other.head in told and other.finite), None)


def described_behind(sentence: Sentence, noun: int) -> set[int]:
    """Return what a relative clause behind a comma says of a noun, with the comma ("the march, which was calm")."""
    found: set[int] = set()
    for verb in sentence.children(noun, "acl:relcl"):
        below = set(sentence.subtree(verb))
        first = min(below)
        if sentence.words[first] == "," or sentence.words[first - 1] == ",":
            found |= below | {first - 1}
    return found & set(sentence.subtree(noun)) - {noun}


def listed_behind(sentence: Sentence, part: Clause) -> set[int]:
    """Return what goes on behind a relative clause and a comma without a verb: the list in which its noun stands.

    "In the port, where the strike began, the market and the two squares": nothing began the market.
    """
    if part.relation != "relcl":
        return set()
    comma = next((at for at in part.tokens if at > part.head and sentence.words[at] == ","), None)
    tail = set() if comma is None else {at for at in part.tokens if at > comma}
    listed = bool(tail) and sentence.upos[min(tail)] in {"DET", "NOUN", "PROPN", "NUM"}
    if not listed or any(sentence.upos[at] in {"VERB", "AUX"} for at in tail):
        return set()
    return tail | {comma} if comma is not None else tail


def idle_auxiliaries(sentence: Sentence, part: Clause) -> set[int]:
    """Return the auxiliaries that a headline does without: "being" before a participle."""
    return {
        index
        for index in part.tokens
        if index < part.head and sentence.words[index].lower() == "being" and part.passive
    }


def antecedent(sentence: Sentence, part: Clause) -> set[int]:
    """Return the tokens of the noun that a relative clause, or one beside it, describes, without the clause."""
    verb = part.head
    while sentence.deprels[verb] == "conj" and sentence.heads[verb] >= 0:
        verb = sentence.heads[verb]
    describes = sentence.deprels[verb] == "acl:relcl" or (part.relation == "acl" and not part.finite)
    if not describes or part.subject is None or part.subject >= part.head:
        return set()
    noun, first = sentence.heads[verb], min(part.head, *sentence.subtree(verb))
    if part.subject != noun:
        named = part.subject == bearer(sentence, noun)
        return {index for index in _before_comma(sentence, part.subject) if index < noun} if named else set()
    opening = {child for child in sentence.children(noun) if sentence.deprels[child] in {"case", "cc", "mark"}}
    if any(sentence.deprels[child] == "cop" for child in sentence.children(noun)):  # "among the dead was Ruiz, who ..."
        told = sentence.children(noun, "cop", "nmod", "obl", "advmod", "nsubj")
        opening |= {index for child in told for index in sentence.subtree(child)}
    tokens = {index for index in sentence.subtree(noun) if index < first} - opening
    commas = {index for index in tokens if _is_pause(sentence, index)}
    if len(commas) == 1 and noun < min(commas) < max(tokens):  # "Ana Ruiz, 41, who joined ..."
        return {index for index in tokens if index < min(commas)}
    # the comma before "who" goes with it; of two the second closes an apposition
    tokens = tokens - commas if commas == {max(tokens, default=-1)} else tokens
    start = first = min(tokens, default=0)
    while start and sentence.upos[start - 1] == "NUM":  # "two thousand metric tons"
        start -= 1
    return tokens if start else tokens | set(range(first))


def _before_comma(sentence: Sentence, name: int) -> set[int]:
    """Return a name with what stands before it but for its preposition, up to the first comma or dash behind it."""
    tokens = set(sentence.subtree(name)) - set(sentence.children(name, "case"))
    end = next((index for index in sorted(tokens) if index > name and _is_pause(sentence, index)), len(sentence))
    return {index for index in tokens if index < end}


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


def with_article(sentence: Sentence, kept: set[int], left_out: set[int]) -> dict[int, str]:
    """Return the articles that take the place of possessives left out ("today's march": "the march")."""
    articles: dict[int, str] = {}
    for mark in (index for index in left_out if sentence.xpos[index] == "POS"):
        owned = next((index for index in range(mark + 1, len(sentence)) if index in kept), None)
        if owned is not None and sentence.upos[owned] in {"NOUN", "ADJ", "VERB"}:
            articles[owned] = f"the {sentence.words[owned]}"
    return articles


def auxiliary(sentence: Sentence, part: Clause, noun: set[int], kept: set[int]) -> dict[int, str]:
    """Return the verb with the auxiliary that makes a main clause of a participle ("a report *was* released")."""
    # read as a past tense, what describes a noun without "who" is a participle as well
    relation = sentence.deprels[part.head]
    lone = (sentence.xpos[part.head] == "VBN" and not part.finite and relation != "conj") or relation == "acl"
    if not noun or part.subject is None or not (lone or shares_passive(sentence, part.head)):
        return {}
    if sentence.lemmas[part.head] in words("verbs", "intransitive"):
        return {}  # "the roof collapsed"
    behind = [index for index in sorted(kept) if index > part.head]
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
    return {part.head: f"{'were' if plural else 'was'} {sentence.words[part.head]}"}


def relative_words(scene: Scene, part: Clause) -> set[int]:
    """Return the relative pronoun and the commas that a describing clause leaves behind as a main clause."""
    if part.relation not in {"relcl", "acl"}:
        return set()
    sentence = scene.sentence
    return {
        i for i in part.tokens if i < part.head and (sentence.xpos[i] in {"WP", "WDT", "WRB"} or _is_pause(sentence, i))
    }


def _is_pause(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a comma or a dash; a hyphen is one if it stands alone."""
    alone = index > 0 and sentence.spans[index - 1].end < sentence.spans[index].start
    return sentence.words[index] in _PAUSES or (sentence.words[index] == "-" and alone)


def opening_words(scene: Scene, part: Clause) -> set[int]:
    """Return the words that make a clause subordinate, second or passive in form, and that a headline does without."""
    joints = {index for index in scene.sentence.children(part.head, "cc") if index < part.head}
    return relative_words(scene, part) | idle_auxiliaries(scene.sentence, part) | joints


def content_heads(sentence: Sentence, part: Clause) -> set[int]:
    """Return the verbs that tell what a verb of saying says: without them a headline says nothing."""
    if not part.statement:
        return set()
    return {child for child in sentence.children(part.head) if sentence.deprels[child] in {"ccomp", "xcomp"}}


def _lacks_noun_before(sentence: Sentence, part: Clause) -> bool:
    """Say whether a relative clause tells what is done to its noun, or said of it ("oil that Ardol exports")."""
    if part.relation != "relcl" or part.subject in {None, bearer(sentence, sentence.heads[part.head])}:
        return False
    if part.marker not in {"", "that"} or any(
        sentence.xpos[at] == "WRB" or sentence.words[at].lower() == "whose" for at in part.tokens
    ):
        return False  # "where", "when"
    children = sentence.children(part.head)
    told = [child for child in children if sentence.deprels[child] in {"ccomp", "xcomp"}]
    if told:
        return any(sentence.xpos[t] != "VB" and not sentence.children(t, "nsubj", "csubj", "expl") for t in told)
    nouns = [child for child in children if sentence.deprels[child] == "obj" and child > part.head]
    openers = (at for at in part.tokens if at < part.head)
    return not nouns and any(sentence.xpos[at] in {"WDT", "WP"} or sentence.deprels[at] == "mark" for at in openers)


def stands_alone(sentence: Sentence, part: Clause, kept: set[int]) -> bool:
    """Say whether the kept words of a clause have a subject before their verb, as a headline needs."""
    if part.subject is None or part.subject not in kept:
        return False
    if part.statement and not any(index > part.head + 1 for index in kept) and part.subject < part.head:
        return False  # "state television said": what it said is told by another clause
    if sentence.xpos[part.head] == "VBG" and not part.finite:
        return False  # "marchers carrying flags" did something else
    if _lacks_noun_before(sentence, part):
        return False
    return part.subject < part.head or part.finite


def gained(sentence: Sentence, part: Clause) -> dict[int, str]:
    """Return the verb of a relative clause with the object that it describes ("a title he got": he got a title)."""
    if part.relation != "relcl" or part.subject is None or part.subject not in part.tokens or part.passive:
        return {}
    noun = sentence.heads[part.head]
    pronouns = {at for at in part.tokens if sentence.xpos[at] in {"WP", "WDT", "WRB", "WP$"}}
    own = {sentence.deprels[child] for child in sentence.children(part.head) if child not in pronouns}
    if not own.isdisjoint({"obj", "ccomp", "xcomp", "cop", "compound:prt"}) or part.subject in pronouns:
        return {}
    adverbial = any(sentence.deprels[at] not in {"obj", "mark"} for at in pronouns)
    lemma = sentence.lemmas[part.head]
    barred = words("verbs", "intransitive") | words("verbs", "saying") | words("verbs", "stative")
    thing = sentence.upos[noun] == "NOUN" and sentence.lemmas[noun] not in words("nouns", "frame")
    if adverbial or lemma in barred or not thing:
        return {}
    first = min(sentence.subtree(part.head))
    phrase = [at for at in sentence.subtree(noun) if at < first and sentence.upos[at] != "PUNCT"]
    while phrase and sentence.deprels[phrase[0]] in {"case", "cc", "mark"}:
        phrase = phrase[1:]
    small = [at for at in phrase if at == 0 and sentence.upos[at] != "PROPN"]  # a capital that only opens the sentence
    told = " ".join(sentence.words[at].lower() if at in small else sentence.words[at] for at in phrase)
    return {part.head: f"{sentence.words[part.head]} {told}"} if told and len(phrase) <= _LONGEST_GAIN else {}


def site(sentence: Sentence, tokens: set[int]) -> set[int]:
    """Return the name of the place that is called the scene of what some tokens tell ("Lund, scene of a massacre")."""
    top = next((at for at in sorted(tokens) if sentence.heads[at] not in tokens), -1)
    scene = sentence.heads[top] if top >= 0 else -1
    if scene < 0 or sentence.lemmas[scene] not in words("nouns", "site") or not sentence.children(top, "case"):
        return set()
    before = scene - 1
    while before > 0 and sentence.upos[before] in {"DET", "PUNCT"}:
        before -= 1
    if sentence.upos[before] != "PROPN" or sentence.words[before + 1] != ",":
        return set()
    first = before
    while first > 0 and sentence.upos[first - 1] == "PROPN":
        first -= 1
    return set(range(first, before + 1))
