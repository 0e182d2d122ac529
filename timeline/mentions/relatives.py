"""What relative clauses and appositions tell of, and what a headline made of one needs."""

from timeline.clauses import Clause, bearer, first_of
from timeline.dated_nouns import is_event_noun
from timeline.mentions.scene import Scene
from timeline.syntax import Sentence
from timeline.titles import writing
from timeline.wordlists import words

_PAUSES = frozenset({",", "--", "–", "—"})
_MANY = frozenset({"tens", "dozens", "scores", "hundreds", "thousands"})
_LONGEST_GAIN = 6  # words of an object


def antecedent(sentence: Sentence, part: Clause) -> set[int]:
    """Return the tokens of the noun that a relative clause, or one beside it, describes, without the clause."""
    if _whole_of(sentence, part) is not None:
        told = _before_comma(sentence, sentence.heads[part.head])
        return {index for index in told if index < min(sentence.subtree(part.subject or 0))}
    verb = first_of(sentence, part.head)
    describes = sentence.deprels[verb] == "acl:relcl" or (sentence.deprels[verb] == "acl" and not part.finite)
    if not describes or part.subject is None or part.subject >= part.head:
        return set()
    noun, first = sentence.heads[verb], min(part.head, *sentence.subtree(verb))
    if part.subject != noun:
        named = part.subject == bearer(sentence, verb)
        if named and part.subject < noun and sentence.upos[part.subject] == "NOUN" and sentence.deprels[noun] == "nmod":
            aside = {i for c in sentence.children(part.subject, "nsubj", "cop", "case") for i in sentence.subtree(c)}
            return {i for i in _before_comma(sentence, part.subject) if i < first} - aside  # what goes on there
        told = {index for index in _before_comma(sentence, part.subject) if index < noun} if named else set()
        return told - _told_of(sentence, part.subject)
    opening = {child for child in sentence.children(noun) if sentence.deprels[child] in {"case", "cc", "mark"}}
    tokens = {index for index in sentence.subtree(noun) if index < first} - opening - _told_of(sentence, noun)
    commas = {index for index in tokens if _is_pause(sentence, index)}
    if len(commas) == 1 and noun < min(commas) < max(tokens):  # "Ana Ruiz, 41, who joined ..."
        return {index for index in tokens if index < min(commas)}
    # the comma before "who" goes with it; of two the second closes an apposition
    tokens = tokens - commas if commas == {max(tokens, default=-1)} else tokens
    start = first = min(tokens, default=0)
    while start:
        if sentence.upos[start - 1] == "NUM":  # "two thousand metric tons"
            start -= 1
        elif sentence.words[start - 1] == "of" and sentence.words[start - 2].lower() in _MANY:
            start -= 2
        else:
            break
    return tokens if start else tokens | set(range(first))


def _told_of(sentence: Sentence, noun: int) -> set[int]:
    """Return what a noun is said of, where it is its clause's predicate ("*among the dead was* Ruiz, who ...")."""
    if not any(sentence.deprels[child] == "cop" for child in sentence.children(noun)):
        return set()
    told = sentence.children(noun, "cop", "nmod", "obl", "advmod", "nsubj")
    return {index for child in told if child < noun for index in sentence.subtree(child)}


def _whole_of(sentence: Sentence, part: Clause) -> int | None:
    """Return the "whom" or "which" of a clause on a part of its noun ("the sailors, two of *whom* drowned")."""
    if part.relation != "relcl" or part.subject is None:
        return None
    below = sentence.children(part.subject, "nmod")
    return next((at for at in below if sentence.words[at].lower() in {"whom", "which"}), None)


def _parted(sentence: Sentence, part: Clause) -> dict[int, str]:
    """Return what is meant in place of "whom" or "which" ("12 yards, one of *which* burned": of the 12 yards)."""
    pronoun = _whole_of(sentence, part)
    if pronoun is None:
        return {}
    phrase = sorted(antecedent(sentence, part))
    while phrase and (sentence.upos[phrase[0]] in {"ADP", "DET", "CCONJ"} or sentence.xpos[phrase[0]] == "PRP$"):
        phrase = phrase[1:]
    if phrase and sentence.words[part.subject or 0].lower() == "both" and sentence.upos[phrase[0]] == "NUM":
        phrase = phrase[1:]
    if not phrase:
        return {}
    first = sentence.words[phrase[0]]
    if sentence.upos[phrase[0]] != "PROPN":
        first = f"the {first.lower() if phrase[0] == 0 else first}"  # a capital that only opens the sentence
    text = writing.write(sentence, phrase, {phrase[0]: first})
    return {pronoun: first[:1] + text[1:]}


def _before_comma(sentence: Sentence, name: int) -> set[int]:
    """Return a name with what stands before it but for its preposition, up to the first comma or dash behind it."""
    tokens = set(sentence.subtree(name)) - set(sentence.children(name, "case"))
    end = next((index for index in sorted(tokens) if index > name and _is_pause(sentence, index)), len(sentence))
    return {index for index in tokens if index < end}


def gained(sentence: Sentence, part: Clause) -> dict[int, str]:
    """Return the verb of a relative clause with the object that it describes ("a title he got": he got a title)."""
    if named := _parted(sentence, part) or _befell(sentence, part):
        return named
    if part.relation != "relcl" or part.subject is None or part.subject not in part.tokens or part.passive:
        return {}
    noun = sentence.heads[part.head]
    pronouns = {at for at in part.tokens if sentence.xpos[at] in {"WP", "WDT", "WRB", "WP$"}}
    own = {sentence.deprels[child] for child in sentence.children(part.head) if child not in pronouns}
    if not own.isdisjoint({"obj", "ccomp", "xcomp", "cop"}) or part.subject in pronouns:
        return {}
    last = next(iter(sentence.children(part.head, "compound:prt")), part.head)  # "set up *a firm*"
    adverbial = any(sentence.deprels[at] not in {"obj", "mark"} for at in pronouns)
    lemma = sentence.lemmas[part.head]
    barred = words("verbs", "intransitive") | words("verbs", "saying") | words("verbs", "stative")
    frames = words("nouns", "frame") | words("nouns", "content")
    thing = sentence.upos[noun] == "NOUN" and sentence.lemmas[noun] not in frames
    thing = thing and (part.subject == 0 or not any(sentence.lemmas[at] in frames for at in range(noun, part.subject)))
    if adverbial or lemma in barred or not thing:
        return {}
    first = min(sentence.subtree(part.head))
    phrase = [at for at in sentence.subtree(noun) if at < first and sentence.upos[at] != "PUNCT"]
    while phrase and sentence.deprels[phrase[0]] in {"case", "cc", "mark"}:
        phrase = phrase[1:]
    small = [at for at in phrase if at == 0 and sentence.upos[at] != "PROPN"]  # a capital that only opens the sentence
    told = " ".join(sentence.words[at].lower() if at in small else sentence.words[at] for at in phrase)
    return {last: f"{sentence.words[last]} {told}"} if told and len(phrase) <= _LONGEST_GAIN else {}


def _befell(sentence: Sentence, part: Clause) -> dict[int, str]:
    """Return the verb of a relative clause with the event in which it happened ("*the raid* in which two died")."""
    noun = sentence.heads[part.head]
    if part.relation != "relcl" or sentence.children(part.head, "obj", "ccomp", "xcomp", "compound:prt"):
        return {}
    which = [at for at in sentence.children(part.head, "obl") if sentence.words[at].lower() == "which"]
    inside = any(sentence.words[case].lower() == "in" for at in which for case in sentence.children(at, "case"))
    definite = any(sentence.words[child].lower() in {"the", "this", "that"} for child in sentence.children(noun, "det"))
    if not (inside and definite and is_event_noun(sentence, noun)):
        return {}
    return {part.head: f"{sentence.words[part.head]} in the {sentence.words[noun]}"}


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


def relative_words(scene: Scene, part: Clause) -> set[int]:
    """Return the relative pronoun and the commas that a describing clause leaves behind as a main clause."""
    sentence = scene.sentence
    if part.relation not in {"relcl", "acl"} and sentence.deprels[first_of(sentence, part.head)] != "acl:relcl":
        return set()
    if _whole_of(sentence, part) is not None:
        return antecedent(sentence, part) | {min(part.tokens)} - {part.subject or 0}
    return {
        i for i in part.tokens if i < part.head and (sentence.xpos[i] in {"WP", "WDT", "WRB"} or _is_pause(sentence, i))
    }


def _is_pause(sentence: Sentence, index: int) -> bool:
    """Say whether a token is a comma or a dash; a hyphen is one if it stands alone."""
    alone = index > 0 and sentence.spans[index - 1].end < sentence.spans[index].start
    return sentence.words[index] in _PAUSES or (sentence.words[index] == "-" and alone)


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
