"""The words of a headline as text."""

import re
from collections.abc import Mapping

from timeline.syntax import Sentence

_NO_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%)\]’])")
_DOUBLE_COMMA = re.compile(r"(?:\s*,)+(\s*[,.;:])")
_SHORT_ASIDE = 20  # characters
_EMPTY = re.compile(r"\s*(?:\(\s*\)|\[\s*\])")
# what takes "an": not a university, the UN or a one-day strike, but an hour
_VOWEL = re.compile(r"(?!eu|on(?:e\b|ce)|u(?:[bfkmnrst](?:[aeiou]|\b)))[aeiou]|hour|honest|heir|honou?r", re.IGNORECASE)
_EDGE = " ,;:.–—-…'\"“”‘’()[]"


def write(sentence: Sentence, tokens: list[int], instead: Mapping[int, str]) -> str:
    """Join tokens as the text has them, with one space where something is left out."""
    parts: list[str] = []
    previous = None
    for index in tokens:
        word = instead.get(index, sentence.words[index])
        if not word:
            continue
        touching = previous == index - 1 and sentence.spans[index].start == sentence.spans[index - 1].end
        if parts and previous != index - 1 and parts[-1].strip().lower() in {"a", "an"}:
            parts[-1] = f"{parts[-1].removesuffix('n')}{'n' * bool(_VOWEL.match(word))}"  # "a 1998 agreement"
        clitic = word.startswith(("'", "’")) and sentence.upos[index] in {"AUX", "VERB", "PART"}
        parts.append(word if touching or clitic or not parts else " " + word)
        previous = index
    text = _NO_SPACE_BEFORE.sub(r"\1", _EMPTY.sub("", "".join(parts)))
    text = _DOUBLE_COMMA.sub(r"\1", text).strip(" ,;:–—-…")
    text = " ".join(_balanced(text).split())  # a mark that went may have stood between two blanks
    text = re.sub(r"[.,](?=[\"”]$)", "", text)
    text = text[:-1].rstrip() if text.endswith(".") and not re.search(r"\b\w\.\w\.$", text) else text
    return text[:1].upper() + text[1:]


def _balanced(text: str) -> str:
    """Drop quotation marks and brackets that have lost their other half."""
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(opening) != text.count(closing):
            text = _without_odd(text, opening, closing)
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.strip()


def _without_odd(text: str, opening: str, closing: str) -> str:
    """Drop the marks of a pair that have no partner, and the words behind one that was to be closed at the end."""
    odd: list[int] = []
    for at, letter in enumerate(text):
        if letter == closing and odd and text[odd[-1]] == opening:
            odd.pop()
        elif letter in {opening, closing}:
            odd.append(at)
    if opening == "(" and odd and text[odd[-1]] == opening and len(text) - odd[-1] < _SHORT_ASIDE:
        text = text[: odd[-1]].rstrip(_EDGE)
    return "".join(letter for at, letter in enumerate(text) if at not in odd)


def cut(text: str, longest: int) -> str:
    """Cut at the last word that fits, and say so."""
    return text[: longest - 1].rsplit(" ", 1)[0].rstrip(_EDGE) + "…"
