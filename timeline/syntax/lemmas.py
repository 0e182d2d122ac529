"""A form and its Penn tag -> its lemma: a table from the treebank, irregular forms, and the rules of spelling."""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from timeline.syntax.features import normalise, plain
from timeline.syntax.irregular import DOUBLED, FROM_PARTICIPLE, FROM_PAST, FROM_PLURAL

_NAMES = frozenset({"NNP", "FW", "ADD", "GW"})
_VOWELS = "aeiouy"
_BRITISH = frozenset(
    ["cancel", "channel", "counsel", "dial", "fuel", "label", "level", "model", "quarrel", "signal", "travel", "tunnel"]
)
_PREFIXES = ("re", "over", "under", "out", "mis", "un", "with", "tele")


def lemma(form: str, tag: str, table: Mapping[str, str], verbs: AbstractSet[str]) -> str:
    """Return the lemma of a form.

    ``table`` maps "form tag", normalised, to lemmas that the rules do not give; ``verbs`` holds verb lemmas known.

    >>> [lemma(form, tag, {}, {"make"}) for form, tag in
    ...     (("making", "VBG"), ("left", "VBD"), ("stopped", "VBN"), ("countries", "NNS"), ("Mexico", "NNP"))]
    ['make', 'leave', 'stop', 'country', 'Mexico']
    >>> lemma("resumed", "VBD", {}, {"sum"})
    'resume'
    """
    norm = normalise(form)
    known = table.get(f"{norm} {tag}")
    if known is not None:
        return known
    if tag in _NAMES:
        return form
    if tag == "NNPS":
        return _singular(form)
    if tag == "CD":
        return form.lower().replace(",", "")
    rule = _RULES.get(tag)
    if rule is None or not norm.replace("-", "").replace("'", "").isalpha():
        return form if tag == "NN" and form.isupper() and len(form) > 1 else plain(form)
    return rule(norm, verbs)


def _past(form: str, verbs: AbstractSet[str], irregular: Mapping[str, str] = FROM_PAST) -> str:
    if form in irregular:
        return irregular[form]
    for prefix in _PREFIXES:
        if form.startswith(prefix) and form[len(prefix) :] in irregular:
            return prefix + irregular[form[len(prefix) :]]
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    return _bare(form[:-2], verbs, form[:-1]) if form.endswith("ed") and len(form) > 3 else form


def _participle(form: str, verbs: AbstractSet[str]) -> str:
    return _past(form, verbs, FROM_PARTICIPLE)


def _gerund(form: str, verbs: AbstractSet[str]) -> str:
    if form.endswith("in'"):
        form = form[:-1] + "g"
    if not form.endswith("ing") or len(form) < 5:
        return form
    if form.endswith("ying") and len(form) == 5:
        return form[:-4] + "ie"
    return _bare(form[:-3], verbs, form[:-3] + "e")


def _bare(stem: str, verbs: AbstractSet[str], with_e: str) -> str:
    """Return the verb whose stem stands before -ed or -ing: as it is, with its e, or with one consonant of two."""
    for prefix in _PREFIXES:  # "reshaped": as the verb without its prefix
        rest = stem.removeprefix(prefix)
        if (
            rest != stem
            and not stem.endswith("um")
            and verbs.isdisjoint({stem, with_e})
            and not verbs.isdisjoint({rest, f"{rest}e"})
        ):
            return prefix + _bare(rest, verbs, f"{rest}e")
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and (stem[:-1] in DOUBLED or stem[:-1] in _BRITISH or (stem not in verbs and stem[:-1] in verbs)):
        return stem[:-1]
    if stem.endswith("ck") and stem[:-1] in verbs and stem not in verbs:
        return stem[:-1]
    if stem.endswith("um") or (stem in verbs) != (with_e in verbs):  # "consumed"; "summed" has two
        return stem if stem in verbs else with_e
    if doubled:
        return stem if stem[-1] in "lsfz" else stem[:-1]
    return with_e if _wants_e(stem) else stem


_ENDINGS = """
at iz yz iv uc ieg rg dg nc rc rv lv ns us u bl pl tl gl dl fl kl zl cl ur ut as is os
eat oat out our ous cus mat
"""
_SILENT_E, _NO_E = (tuple(line.split()) for line in _ENDINGS.strip().split("\n"))
"""Ends of stems that have lost an e ("relat-", "organiz-"), and those among them that have not ("repeat-")."""


def _wants_e(stem: str) -> bool:
    """Say whether a stem unknown to the list of verbs has lost an e, by its ending."""
    if len(stem) < 2 or not any(letter in _VOWELS for letter in stem):
        return True
    if stem[-1] == "e":  # freed, but freeing
        return stem[-2] != "e"
    if stem.endswith(_SILENT_E):
        return not stem.endswith(_NO_E)
    short = len(stem) < 5 and stem[-1] in "kmpdgtblnrscv" and stem[-2] in "aeiou"
    return short and (len(stem) < 3 or stem[-3] not in "aeiou")


def _third(form: str, verbs: AbstractSet[str]) -> str:
    special = {"is": "be", "'s": "be", "has": "have", "does": "do", "goes": "go", "undergoes": "undergo"}.get(form)
    if special:
        return special
    if form.endswith("es") and form[:-2] in verbs and form[:-1] not in verbs:
        return form[:-2]
    return _singular(form)


def _plain(form: str, _verbs: AbstractSet[str]) -> str:
    return {"am": "be", "are": "be", "'m": "be", "'re": "be", "'ve": "have"}.get(form, form)


def _plural(form: str, _verbs: AbstractSet[str]) -> str:
    return FROM_PLURAL.get(form) or _singular(form)


def _singular(form: str) -> str:
    """Return a form without the -s of plural or third person."""
    if form.endswith("men") and len(form) > 4:
        return form[:-2] + "an"
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    return form[:-1] if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 2 else form


def _comparative(form: str, _verbs: AbstractSet[str]) -> str:
    return _graded(form, "er")


def _superlative(form: str, _verbs: AbstractSet[str]) -> str:
    return _graded(form, "est")


def _graded(form: str, ending: str) -> str:
    irregular = {
        "more": "many",
        "most": "many",
        "better": "good",
        "best": "good",
        "worse": "bad",
        "worst": "bad",
        "less": "little",
        "least": "little",
        "further": "far",
        "farther": "far",
    }
    if form in irregular:
        return irregular[form]
    if not form.endswith(ending) or len(form) < len(ending) + 3:
        return form
    stem = form[: -len(ending)]
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "ls":
        return stem[:-1]
    return (
        stem + "e"
        if stem.endswith(("at", "af", "ic", "rg", "s", "v", "ut", "id", "im", "ar", "tl", "bl", "pl"))
        else stem
    )


_RULES: dict[str, Callable[[str, AbstractSet[str]], str]] = {
    "NNS": _plural,
    "VBD": _past,
    "VBN": _participle,
    "VBG": _gerund,
    "VBZ": _third,
    "VBP": _plain,
    "JJR": _comparative,
    "RBR": _comparative,
    "JJS": _superlative,
    "RBS": _superlative,
}
