"""The language of a text, by its script and its commonest words: enough to tell English from what is not.

A text is taken for English unless another language is plain: names and quotations of other languages occur in any
news. The words are the commonest function words of each language, without those that English has too.
"""

import re
from functools import cache
from pathlib import Path

_WORDS = {
    "en": "the of and to in that is was for with on as by at from it he his have has were are be this which had",
    "es": "el la los las de que y en un una por con para su se del al lo como más pero fue han sus este",
    "fr": "le la les des et que une dans pour qui sur est pas au plus par ce avec il sont du aux cette ont",
    "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus er",
    "it": "il di che la e per un una del con della non sono gli le dei nel alla ha si anche è più dal",
    "pt": "o de que e do da em um para com uma os no se na por mais as dos como mas ao das foi",
    "nl": "de het een van en dat op te zijn met voor niet aan er om ook als dan maar bij uit werd door",
    "pl": "w i na z do nie się że to jest o po przez jak za od dla tego są oraz był",
    "sv": "och att det som en på är av för med den till ett om har de inte från var men",
    "id": "yang dan di itu dengan untuk tidak dari dalam akan pada ini juga ke karena oleh",
    "tr": "ve bir bu için ile da de olarak çok daha gibi olan kadar sonra ancak",
}  # fmt: skip
_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "el": re.compile(r"[\u0370-\u03ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "zh": re.compile(r"[\u4e00-\u9fff]"),
}
_COMMON = {code: frozenset(words.split()) for code, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]{1,30}")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 20_000  # characters
_FEWEST = 25  # words; fewer prove nothing
_SHARE = 0.12  # of a language's commonest words in any of its texts
_CODE = re.compile(r"[a-z]{2,3}")


def language_of(text: str, *, said: str | None = None) -> str:
    """Return the code of a text's language: what the text shows where it is plain, else what is said of it, else en.

    >>> language_of("The ferry sank on Sunday."), language_of("Das Schiff ist am Sonntag gesunken. " * 9)
    ('en', 'de')
    """
    sample = text[:_SAMPLE]
    shown = _by_script(sample) or _by_words(sample)
    if shown:
        return shown
    match = _CODE.match((said or "").strip().lower().replace("english", "en"))
    return match.group() if match and len(_WORD.findall(sample)) >= _FEWEST else "en"


@cache
def supported(code: str) -> bool:
    """Say whether there are words and rules for a language."""
    return (Path(__file__).parent / "lang" / code).is_dir()


def _by_script(sample: str) -> str | None:
    letters = len(_LETTER.findall(sample))
    for code, script in _SCRIPTS.items():
        if letters and len(script.findall(sample)) > letters / 2:
            return code
    return None


def _by_words(sample: str) -> str | None:
    words = [match.group().lower() for match in _WORD.finditer(sample)]
    if len(words) < _FEWEST:
        return None
    counts = {code: sum(word in common for word in words) for code, common in _COMMON.items()}
    best = max(counts, key=lambda code: counts[code])
    plain = counts[best] >= len(words) * _SHARE and counts[best] > 2 * counts["en"]
    return best if plain or (best == "en" and counts["en"] >= len(words) * _SHARE) else None
