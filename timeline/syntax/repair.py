"""Where the network contradicts itself or English: nouns tagged as verbs, sentences without a finite verb.

"-ed" is past tense or participle, and a network trained on little text takes "The crowds swelled." for crowds that
were swelled. Three rules hold of English at large: forms such as "sank" and "underwent" are past tense wherever they
stand; a form in -ed with a subject and no auxiliary is, too; and a sentence that ends in a full stop and has a noun for
its main word, with such a form behind it before any finite verb, is a clause.
"""

from collections.abc import Sequence

from timeline.syntax.irregular import FROM_PARTICIPLE, FROM_PAST, PAST

_ALSO_NOUNS = frozenset(["bit", "bore", "broke", "drove", "fell", "lay", "rose", "saw", "spoke", "stole", "wound"])
_NEVER_PRESENT = frozenset(["bit", "broke", "drove", "rose", "spoke", "stole"])
# of verbs with one form for both; those that are verbs of their own ("to found") are left out
_NO_PRESENTS = frozenset(
    form for form, verb in FROM_PAST.items() if form in FROM_PARTICIPLE and form != verb and not form.endswith("ed")
) - frozenset(["bound", "felt", "found", "ground", "laid", "lay", "led", "lit", "rent", "sped", "wound"])
_PRESENTS_IN_ED = frozenset(
    ["bed", "bleed", "breed", "embed", "exceed", "feed", "heed", "need", "proceed", "seed", "shed", "shred", "speed"]
) | {"succeed", "wed", "weed"}
_HARMED = frozenset(["displaced", "hospitalised", "hospitalized", "hurt", "injured", "killed", "stranded", "wounded"])
_PASTS = frozenset(FROM_PAST) - frozenset(FROM_PARTICIPLE) - frozenset(PAST) - _ALSO_NOUNS - {"was", "were", "'d", "’d"}
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_NOMINAL = frozenset(["NN", "NNS", "NNP", "NNPS", "PRP", "CD", "DT"])
_OF_NOUNS = frozenset(["nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod"])
_STOPS = frozenset([".", "!", "?"])
_QUOTES = frozenset(['"', "”", "''", "’", "'", ")"])
_ABSOLUTE = frozenset(["with", "without"])  # "with a protest planned for Friday"
_OF_CLAUSE = frozenset(["punct", "advmod", "obl", "obl:unmarked", "advcl", "discourse", "cc", "mark", "parataxis"])


def name_nouns(words: Sequence[str], xpos: list[str], upos: list[str], deprels: Sequence[str]) -> None:
    """Call plural nouns what their relations say they are, in place: "Hopes for peace" hangs as a subject.

    >>> xpos, upos = ["VBZ", "VBD"], ["VERB", "VERB"]
    >>> name_nouns(["Hopes", "faded"], xpos, upos, ["nsubj", "root"])
    >>> xpos, upos
    (['NNS', 'VBD'], ['NOUN', 'VERB'])
    """
    for at, deprel in enumerate(deprels):
        if xpos[at] == "VBZ" and deprel in _OF_NOUNS and words[at].lower().endswith("s") and len(words[at]) > 3:
            xpos[at], upos[at] = "NNS", "NOUN"
        elif xpos[at] == "VBZ" and not words[at].lower().endswith("s"):
            xpos[at], upos[at] = "NNS", "NOUN"  # "gunmen": no third person ends otherwise
        elif words[at].lower() == "personnel":
            xpos[at], upos[at] = "NNS", "NOUN"
        elif xpos[at] in {"NN", "NNS"} and upos[at] == "PROPN":
            upos[at] = "NOUN"  # the finer tag knows


def tell_pasts(words: Sequence[str], xpos: list[str], upos: list[str]) -> None:
    """Call the forms that are past tense and nothing else what they are, in place.

    >>> xpos, upos = ["NN", "NN"], ["NOUN", "NOUN"]
    >>> tell_pasts(["Output", "shrank"], xpos, upos)
    >>> xpos, upos
    (['NN', 'VBD'], ['NOUN', 'VERB'])
    """
    for at, word in enumerate(words):
        before = xpos[at - 1] if at else ""
        if word == "Fed" and before == "DT":
            xpos[at], upos[at] = "NNP", "PROPN"
        elif (
            word in _PASTS
            or (word in _NEVER_PRESENT and xpos[at] in {"VB", "VBP"})
            or _is_no_participle(word, xpos[at])
        ):
            xpos[at], upos[at] = "VBD", "VERB"
        elif at and xpos[at] in {"VBD", "VBN"} and word[:1].isupper() and _is_no_past(word.lower()):
            xpos[at], upos[at] = "NNP", "PROPN"  # "won the Booker Prize"
        elif word in _NO_PRESENTS and xpos[at] == "VBP":
            xpos[at] = "VBD"  # "forces shot"
        elif xpos[at] == "VBP" and word.endswith("ed") and word not in _PRESENTS_IN_ED:
            xpos[at] = "VBD"  # "the talks collapsed"


def _is_no_participle(form: str, tag: str) -> bool:
    """Say whether a form was called a participle that is a past alone ("shares *fell* by a tenth": not felled)."""
    return tag == "VBN" and form in _ALSO_NOUNS and form not in FROM_PARTICIPLE


def _is_no_past(form: str) -> bool:
    return not form.endswith(("ed", "'d", "’d")) and form not in FROM_PAST and form not in FROM_PARTICIPLE


def name_passives(
    words: Sequence[str], xpos: list[str], upos: list[str], heads: Sequence[int], deprels: list[str]
) -> None:
    """Call what has a passive's auxiliary a participle, in place: "were freed" is no state, nor is "were hurt".

    >>> xpos, upos = ["NNS", "VBD", "JJ"], ["NOUN", "AUX", "ADJ"]
    >>> name_passives(["They", "were", "freed"], xpos, upos, [2, 2, -1], ["nsubj:pass", "aux:pass", "root"])
    >>> xpos, upos
    (['NNS', 'VBD', 'VBN'], ['NOUN', 'AUX', 'VERB'])
    """
    for at, head in enumerate(heads):
        if deprels[at] == "cop" and head >= 0 and words[head] in _HARMED:
            deprels[at] = "aux:pass"
        if xpos[at] == "JJ" and words[at] in _HARMED and deprels[at] == "conj":
            xpos[at], upos[at] = "VBN", "VERB"  # "six were missing and 20 injured"
        if (
            deprels[at] == "iobj"
            and upos[at] == "NOUN"
            and not any(other == head and deprels[place] == "obj" for place, other in enumerate(heads))
        ):
            deprels[at] = "obj"  # nobody is given anything
        if deprels[at] == "aux:pass" and head >= 0 and upos[head] == "ADJ":
            form = words[head].lower()
            if form.endswith("ed") or form in FROM_PARTICIPLE:
                xpos[head], upos[head] = "VBN", "VERB"


def repair(words: Sequence[str], xpos: list[str], heads: list[int], deprels: list[str]) -> None:
    """Mend a sentence's tags, heads (-1 for the root) and relations in place, and keep it a tree.

    >>> xpos, heads, deprels = ["DT", "NNS", "VBN", "."], [1, -1, 1, 1], ["det", "root", "acl", "punct"]
    >>> repair(["The", "crowds", "swelled", "."], xpos, heads, deprels)
    >>> xpos, heads, deprels
    (['DT', 'NNS', 'VBD', '.'], [1, 2, -1, 2], ['det', 'nsubj', 'root', 'punct'])
    """
    if "VBN" not in xpos and "VBD" not in xpos:
        return
    verb = _lost_verb(words, xpos, heads, deprels)
    if verb is not None:
        _raise(verb, heads, deprels)
    helped = {
        head
        for word, head, deprel in zip(words, heads, deprels, strict=True)
        if deprel.partition(":")[0] in {"aux", "cop"} or word.lower() in _ABSOLUTE
    }
    for subject, (head, deprel) in enumerate(zip(heads, deprels, strict=True)):
        free = deprel == "nsubj" and head >= 0 and xpos[head] == "VBN" and deprels[head] != "xcomp"
        if free and helped.isdisjoint({subject, head}) and may_be_past(words[head]):
            xpos[head] = "VBD"


def may_be_past(word: str) -> bool:
    """Say whether a participle's form may be the past tense too ("gathered", "led"; not "seen").

    >>> may_be_past("gathered"), may_be_past("seen")
    (True, False)
    """
    form = word.lower()
    return form in FROM_PAST or (form.endswith("ed") and form not in FROM_PARTICIPLE)


def may_be_participle(word: str) -> bool:
    """Say whether a past tense's form may be a participle too ("announced", "told"; not "spoke").

    >>> may_be_participle("announced"), may_be_participle("spoke")
    (True, False)
    """
    form = word.lower()
    return form in FROM_PARTICIPLE or (form.endswith("ed") and form not in FROM_PAST)


def _lost_verb(words: Sequence[str], xpos: list[str], heads: list[int], deprels: list[str]) -> int | None:
    """Return the participle that must be the verb of a sentence that has none, if there is one."""
    last = len(words) - 1
    while last > 0 and words[last] in _QUOTES:
        last -= 1
    root = heads.index(-1)
    helped = any(head == root and deprels[at] in {"cop", "aux"} for at, head in enumerate(heads))
    if words[last] not in _STOPS or xpos[root] not in _NOMINAL or helped:
        return None
    for verb in range(root + 1, len(words)):
        described = heads[verb] == root and deprels[verb] == "acl"
        if described and words[verb] in _PASTS:
            return verb
        if xpos[verb] in _FINITE:
            return None  # what comes later, "after X shut its doors", may well be tensed
        if described and xpos[verb] == "VBN":
            return verb if may_be_past(words[verb]) and not _parted(words, xpos, root, verb) else None
    return None


def _parted(words: Sequence[str], xpos: Sequence[str], noun: int, verb: int) -> bool:
    """Say whether commas part a noun from its verb, other than those around an adverb ("the crew, meanwhile, left")."""
    commas = [at for at in range(noun, verb) if words[at] == ","]
    return bool(commas) and not (len(commas) == 2 and commas[1] == commas[0] + 2 and xpos[commas[0] + 1] == "RB")


def _raise(verb: int, heads: list[int], deprels: list[str]) -> None:
    """Make a participle behind the root the root, and the root its subject."""
    root = heads[verb]
    opens = min((at for at, head in enumerate(heads) if head == root and deprels[at] == "det"), default=root)
    for at, head in enumerate(heads):
        outside = at > verb or (at < opens and (deprels[at] in _OF_CLAUSE or deprels[at].startswith("nmod")))
        if head == root and at != verb and outside:
            heads[at] = verb
            if deprels[at] in {"nmod", "nmod:unmarked"}:
                deprels[at] = "obl" + deprels[at].removeprefix("nmod")
    heads[verb], deprels[verb] = -1, "root"
    heads[root], deprels[root] = verb, "nsubj"
