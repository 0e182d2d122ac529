"""Words of a clause that were read as those of the noun beside them: "a game the club lost"."""

from timeline.mend.tags import FINITE
from timeline.mend.tree import Changes, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle, may_be_past
from timeline.syntax.sentence import ROOT
from timeline.wordlists import words

_OPENERS = frozenset({"DET", "PRON"})


def with_object_relatives(sentence: Sentence) -> Sentence:
    """Return a parse in which a noun phrase right behind another one is the subject of the verb behind it.

    English sets a name beside a noun with a comma, so "a game the club lost" is a game that the club lost, and "he sold
    the house his father built" tells of nothing sold to a house.
    """
    for verb in range(3, len(sentence)):
        noun = verb - 1
        found = _thing(sentence, verb, noun)
        if found is None:
            continue
        changes: Changes = {noun: (verb, "nsubj"), verb: (found, "acl:relcl")}
        role = {"iobj": "obj", "nsubj:outer": "nsubj"}.get(sentence.deprels[found])
        if role:
            changes[found] = (sentence.heads[found], role)
        return moved(sentence, changes, {verb: ("VERB", "VBD")})
    return sentence


def _thing(sentence: Sentence, verb: int, noun: int) -> int | None:
    """Return the thing before a noun phrase and a verb that tells what was done to it; None where it is otherwise."""
    past = sentence.xpos[verb] in {"VBN", "VBD"} and sentence.upos[verb] == "VERB"
    bound = sentence.heads[verb] == noun or sentence.heads[noun] == verb
    if not past or not bound or sentence.upos[noun] != "NOUN" or sentence.deprels[verb] not in {"acl", "xcomp"}:
        return None
    if has(sentence, verb, "obj") or sentence.lemmas[verb] in words("verbs", "intransitive"):
        return None
    first = min(index for index in sentence.subtree(noun) if index <= noun)
    thing = first - 1
    if thing < 1 or sentence.upos[first] not in _OPENERS or first == noun or sentence.upos[thing] != "NOUN":
        return None
    beside = sentence.heads[noun] == thing and sentence.deprels[noun] in {"appos", "nmod", "conj", "dep"}
    given = sentence.heads[thing] == sentence.heads[noun] and sentence.deprels[thing] == "iobj"
    taken = sentence.heads[verb] == sentence.heads[thing] and sentence.deprels[thing] == "obj"
    both = sentence.heads[thing] == sentence.heads[noun] and sentence.deprels[thing] == "nsubj:outer"
    lemma = sentence.lemmas[thing].lower()
    got = sentence.lemmas[sentence.heads[thing]] in words("verbs", "giving")
    got = (
        got
        or sentence.words[first].lower() in {"a", "an"}
        or lemma in words("nouns", "person") | words("nouns", "human")
    )
    told = beside or both or ((given or taken) and not got)  # "gave the town a school built in May"
    return thing if told and lemma not in words("nouns", "frame") else None


def with_joined_participles(sentence: Sentence) -> Sentence:
    """Return a parse in which what is joined to a participle is one ("the ban, imposed in May and *lifted* since")."""
    tags: dict[int, tuple[str, str]] = {}
    for verb in range(1, len(sentence)):
        first = sentence.heads[verb]
        joined = sentence.deprels[verb] == "conj" and sentence.deprels[first] == "acl" and sentence.xpos[first] == "VBN"
        own = any(sentence.deprels[child].startswith(("nsubj", "obj", "aux")) for child in sentence.children(verb))
        if joined and not own and sentence.xpos[verb] == "VBD" and may_be_participle(sentence.words[verb]):
            tags[verb] = ("VERB", "VBN")
    return moved(sentence, {}, tags) if tags else sentence


def with_verb_behind_hopes(sentence: Sentence) -> Sentence:
    """Return a parse in which a sentence has a verb behind what describes its subject.

    "Migrants hoping to reach the border *walk* north": no gerund is all that a sentence tells.
    """
    gerund = sentence.root
    subjects = [noun for noun in sentence.children(gerund, "nsubj") if sentence.xpos[noun] in {"NNS", "NNPS"}]
    if sentence.xpos[gerund] != "VBG" or not subjects or sentence.children(gerund, "aux", "cop"):
        return sentence
    for verb in sentence.children(gerund, "xcomp", "ccomp"):
        bare = sentence.xpos[verb] in {"VB", "VBP"} and not sentence.children(verb, "mark", "aux")
        if bare and verb > gerund + 1:
            changes: Changes = {verb: (ROOT, "root"), gerund: (subjects[0], "acl"), subjects[0]: (verb, "nsubj")}
            return moved(sentence, changes, {verb: ("VERB", "VBP")})
    return sentence


def with_happenings(sentence: Sentence) -> Sentence:
    """Return a parse in which a happening in -ing does what the verb behind it tells ("since *fighting* broke out")."""
    for noun in range(len(sentence) - 1):
        if sentence.xpos[noun] != "VBG" or sentence.words[noun].lower() not in words("nouns", "event"):
            continue
        verb = _told_of(sentence, noun)
        if verb is None or any(sentence.deprels[child].startswith("nsubj") for child in sentence.children(verb)):
            continue
        changes: Changes = {noun: (verb, "nsubj")}
        changes |= dict.fromkeys(sentence.children(noun, "mark"), (verb, "mark"))
        tags = {noun: ("NOUN", "NN")}
        return moved(sentence, changes, tags | ({verb: ("VERB", "VBD")} if sentence.xpos[verb] == "VBN" else {}))
    return sentence


def _told_of(sentence: Sentence, noun: int) -> int | None:
    """Return the verb behind a happening, above it or read as a clause beside it ("fled after fighting *ended*")."""
    above, behind = sentence.heads[noun], noun + 1
    if above > noun and sentence.xpos[above] in FINITE:
        return above
    marked = has(sentence, noun, "mark") and not sentence.children(behind, "mark", "aux", "aux:pass", "cop")
    beside = 0 <= above < noun and sentence.heads[behind] == above and sentence.deprels[behind] == "advcl"
    past = sentence.xpos[behind] == "VBD" or (sentence.xpos[behind] == "VBN" and may_be_past(sentence.words[behind]))
    return behind if marked and beside and past else None


def with_participles_of_nouns(sentence: Sentence) -> Sentence:
    """Return a parse in which a past that was read as a complement describes the noun before it.

    "They marched against the cuts *announced* in May": no verb has a past tense for its complement.
    """
    changes: Changes = {}
    for verb in range(1, len(sentence)):
        noun = verb - 1
        stray = sentence.deprels[verb] == "xcomp" and sentence.xpos[verb] == "VBD" and sentence.upos[noun] == "NOUN"
        own = any(sentence.deprels[child].startswith(("nsubj", "obj", "aux")) for child in sentence.children(verb))
        above = sentence.heads[verb]
        caused = sentence.heads[noun] == above and sentence.lemmas[above] in words("verbs", "causing")
        if stray and not (own or caused) and may_be_participle(sentence.words[verb]):
            changes[verb] = (noun, "acl")
    return moved(sentence, changes, dict.fromkeys(changes, ("VERB", "VBN"))) if changes else sentence


def with_things_made(sentence: Sentence) -> Sentence:
    """Return a parse in which what something is made into hangs on "make" ("made cutting tax and waste *her aims*").

    Nobody makes doing something, if not into another thing.
    """
    for verb in range(len(sentence)):
        doing = [at for at in sentence.children(verb, "xcomp", "ccomp", "obj") if sentence.xpos[at] == "VBG"]
        if sentence.lemmas[verb] != "make" or sentence.upos[verb] != "VERB" or len(doing) != 1:
            continue
        things = [noun for noun in sentence.subtree(doing[0]) if _is_made_into(sentence, noun, doing[0])]
        if things:
            return moved(sentence, {things[-1]: (verb, "xcomp"), doing[0]: (verb, "obj")})
    return sentence


def _is_made_into(sentence: Sentence, noun: int, doing: int) -> bool:
    """Say whether a noun with an article or an owner stands right behind another noun, neither joined nor led."""
    first = min(sentence.subtree(noun))
    opened = sentence.upos[first] in {"PRON", "DET"} and sentence.upos[first - 1] in {"NOUN", "PROPN", "VERB"}
    return opened and first > doing + 1 and first < noun and sentence.upos[noun] == "NOUN"


def with_listeners(sentence: Sentence) -> Sentence:
    """Return a parse in which who is told something has no part in it ("told *the radio* at least 12 had drowned")."""
    for verb in range(1, len(sentence) - 3):
        if sentence.lemmas[verb] != "tell" or sentence.upos[verb] != "VERB":
            continue
        name = verb + 2 if sentence.upos[verb + 1] == "DET" else verb + 1
        while name + 1 < len(sentence) and sentence.upos[name + 1] == "PROPN":
            name += 1
        above = sentence.heads[name]
        stray = sentence.deprels[name] in {"nmod:poss", "compound", "nmod", "amod"} and above > name
        owns = any(sentence.xpos[child] == "POS" for child in sentence.children(name))
        if stray and not owns and sentence.upos[name] == "PROPN" and sentence.upos[name + 1] != "NOUN":
            return moved(sentence, {name: (verb, "obj"), **_article(sentence, verb + 1, name)})
    return sentence


def _article(sentence: Sentence, first: int, name: int) -> Changes:
    return {first: (name, "det")} if sentence.upos[first] == "DET" else {}
