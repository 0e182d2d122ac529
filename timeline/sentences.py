"""Text -> the spans of its sentences, by rules for English prose.

A line break always ends a sentence. Inside a line a full stop ends one unless it belongs to an abbreviation,
an initial, a number or an ellipsis that runs on (the cases of Grefenstette & Tapanainen 1994). Saved pages run
captions, summaries and bylines without a stop into the next sentence: a capital "The" before a small letter starts one
all the same. A dateline stands alone, so that a sentence starts with its own words. The cost is linear in the text.
"""

import re
from collections.abc import Iterator

from timeline.model import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    Mr Mrs Ms Mx Messrs Dr Drs Prof Rev Fr Hon Sr Sra Sgt Cpl Pvt Capt Cmdr Lt Col Maj Gen Brig Adm Cdr Supt Insp
    Det Sen Sens Rep Reps Gov Govs Pres Amb Atty Secy Dep Asst Assoc Ald Msgr Mt Ft Ste Bros vs v approx ca
    """
)
"""Abbreviations that a name or a number follows: their stop never ends a sentence."""

MONTHS = _words(
    """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
"""Months as newspapers cut them; their stop ends a sentence only where no number follows."""

CLOSING = _words(
    """
    Inc Corp Co Ltd Bros Jr Sr St Ave Blvd Rd Hwy etc al Ph.D M.D B.A M.A a.m p.m A.M P.M No Nos Art Sec Fig Vol pp
    Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md
    Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo est dept univ govt min max ext yr yrs hr
    hrs mi km ft lb lbs oz sq e.g i.e cf
    """
)
"""Abbreviations that may also be the last word of a sentence; what follows decides."""

_CLOCK = _words("a.m p.m A.M P.M")
# what goes on behind an hour, the names of places aside, which stand before "time"
_BEHIND_CLOCK = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Eastern Central Mountain Pacific Atlantic Alaska Hawaii Greenwich British European Standard Local
    """
)

ABBREVIATIONS = TITLES | MONTHS | CLOSING

_STARTERS = _words(
    """
    A About According After All Also Although Among An And Another Any Are As At Authorities Because Before Both But
    By Can Critics Despite Did Do During Each Earlier Even Every Few Finally For From Had Has Have He Her Here His
    How However I If In Instead Is It Its Just Last Late Later Like Local Many Meanwhile More Most Much My Nearly
    Neither No Nobody None Nor Not Nothing Now Of Officials On Once One Only Or Other Others Our Over People Police
    Protesters Residents Several She Since So Some Soon Still Such That The Their Then There These They This Those
    Though Thousands Three Through Thus To Today Two Under Unlike Until Was We Were What When Where Whether Which
    While Who Why Will With Witnesses Would Yesterday Yet You Your
    """
)

# Words that, with a capital before a small letter, start a sentence also where no stop stands before them: some after
# any word, some only after one in small letters ("the Just In page", "World War Two", "Zheng He sailed" have names).
_ARTICLES = _words("A An The These Several Many")
_ANYWHERE = _ARTICLES | _words("There They")
_AFTER_SMALL = _words(
    "In At On As After Before When While If But And Some More Most One Two Three It He She This With His Her Their"
    " Speaking"
)
# after these the next word may have a capital too ("More Gulf states left"): few names begin with them
_MUCH = "Many|More|Most|Several"
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_GLUED = re.compile(
    rf"""(?<=[\w%)”"’])\x20+(?P<word>(?P<much>{_MUCH})|{"|".join(sorted(_ANYWHERE | _AFTER_SMALL))})
        (?=\x20+(?(much)(?:[A-Z]\w{{1,20}}\x20+){{0,3}})(?P<next>[a-z]+))
      | (?<=[a-z%)”"’])\x20+(?P<placed>In|At|On|After)(?=\x20+[A-Z]\w{{1,20}}(?:\x20+[A-Z]\w{{1,20}})?,\x20)
      | (?<=[\w%)”"’])\x20+(?P<timed>In)(?=\x20+(?:(?:{_MONTHS})\x20+)?(?:1[89]|20)\d\d,\x20[a-z])""",
    re.VERBOSE,
)
# no sentence ends with these, so what follows them starts none ("the members of The band")
_UNENDED = _words("a an the of to and or but nor than as from with by for at in on into his her its their my our your")
# no noun phrase begins with these, so what stands before them is no article ("an A in maths", "Hoi An is")
_UNBEGUN = _words(
    "a an the of to and or but as from with by for at in on into is was are were be has had have will would said"
)
# what a single letter may stand behind ("Vitamin A is ...")
_LETTERED = _words(
    """
    appendix block category class exhibit figure formula gate grade group hepatitis influenza level line model part
    plan point schedule section serie series table team type vitamin
    """
)
_LEAST = 12  # characters of what may stand before such a word as a sentence

_LINE = re.compile(r"[^\r\n\u0085\u2028\u2029]+")
_STOP = re.compile(
    r"""(?: \.\x20\.\x20\. (?:\x20\.)? | (?<![.!?…]) [.!?…]++ )   # the stop itself, also a spaced ellipsis
        (?P<close>[”’»)\]"']*+)                                  # what closes with it
        (?: (?P<gap>\s+) (?P<late>(?:''|[”»)\]"])(?=\s|$))? \s* | (?=[A-Z][a-z]) )""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[\w.&-]*\Z")
_WORD_AFTER = re.compile(r"[\"'“‘«(\[`\s]*(?P<word>\w*)")
_DATELINE = re.compile(
    r"""[A-Z][A-Z'’.-]+ (?:[\x20,]{1,2}[A-Z][A-Z'’.-]+){0,4}     # PORT LOUIS
        (?:,\x20[A-Z][\w.]{1,15}){0,2} ,?\s{0,2}                 # , Mauritius
        (?: \((?:[A-Z][\w\x20]{1,20})\)\s{0,2}(?:--|[-–—:])? | (?:--|[–—]) ) \s""",
    re.VERBOSE,
)
_AGENCY = re.compile(
    r"\((?:AP|AFP|ANSA|BBC|Bloomberg|CNN|DPA|dpa|EFE|IANS|Kyodo|PTI|Reuters|REUTERS|TASS|UPI|Xinhua)\)\s{0,2}(?:--|[-–—:])\s"
)
# what a page writes before the words of a line: when it was written, and the sign of a list's entry
_STAMP = re.compile(
    r"\((?:Last\x20)?(?:Update|Updated|Posted|Published)\b[^()\n]{0,80}\)\s{0,2}(?:--|[-–—:])?(?:\s|$)", re.IGNORECASE
)
_BULLET = re.compile(r"['‘’]?(?:--|[-–—•·*‣▪])\s+(?=\S)")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){1,5}[^\W\d_]")
_LOOKBACK = 40
_PLACE_TIME = re.compile(r"\s{0,2}(?:[A-Z][\w.]{1,15}\s){1,3}time\b")


def split(text: str) -> tuple[Span, ...]:
    """Return the spans of a text's sentences, in order, without the space around them.

    >>> text = "Sen. Ruiz left at 5 p.m. on Jan. 3. “Enough!” he said. The U.S. Army stayed."
    >>> [span.of(text) for span in split(text)]
    ['Sen. Ruiz left at 5 p.m. on Jan. 3.', '“Enough!” he said.', 'The U.S. Army stayed.']
    """
    return tuple(
        span
        for line in _LINE.finditer(text)
        for sentence in _split_line(text, line.start(), line.end())
        for span in _unglued(text, sentence)
    )


def _unglued(text: str, sentence: Span) -> Iterator[Span]:
    """Yield what a span holds: one sentence, or several that no stop parts."""
    start = sentence.start
    for glued in _GLUED.finditer(text, start, sentence.end):
        before = _WORD_BEFORE.search(text, max(start, glued.start() - _LOOKBACK), glued.start())
        last = before[0] if before else ""
        if glued.start() - start >= _LEAST and _starts_anew(last, glued):
            yield _strip(text, start, glued.start())
            start = glued.end() - len(glued["word"] or glued["placed"] or glued["timed"])
    yield _strip(text, start, sentence.end)


def _starts_anew(last: str, glued: re.Match[str]) -> bool:
    """Say whether a match starts a sentence: "In 2006, ..." does, and "In Lund, ..." behind a small letter."""
    if glued["word"]:
        return _parts(last, glued["word"], glued["next"])
    return bool(glued["timed"]) or not last or last[:1].islower()


def _parts(last: str, word: str, following: str) -> bool:
    """Say whether a word with a capital starts a sentence, given the words on either side of it."""
    if last in _UNENDED or (word in _ARTICLES and following in _UNBEGUN):
        return False
    if word == "A" and last.lower() in _LETTERED:
        return False
    return word in _ANYWHERE or not last or last[:1].islower() or last[:1].isdigit()


def _split_line(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of one line."""
    start = _skip(text, start, end)
    if start == end:
        return
    bullet = _BULLET.match(text, start, end)
    start = bullet.end() if bullet else start
    near = min(end, start + 120)
    stamp = _STAMP.match(text, start, near)
    if stamp:
        yield _strip(text, start, stamp.end())
        start = stamp.end()
    dateline = _AGENCY.search(text, start, near) or _DATELINE.match(text, start, near)
    if dateline:
        yield _strip(text, start, dateline.end())
        start = dateline.end()
    quotes, counted = 0, start
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end("close")
        if stop["late"]:  # a mark that stands alone, as in tokenised text; a straight one closes if one is open
            quotes, counted = quotes + text.count('"', counted, stop.start("late")), stop.start("late")
            cut = stop.end("late") if stop["late"] != '"' or quotes % 2 else cut
        if cut < end and _ends(text, start, stop, cut, end):
            yield _strip(text, start, cut)
            start = cut
    if _skip(text, start, end) < end:
        yield _strip(text, start, end)


def _ends(text: str, start: int, stop: re.Match[str], cut: int, end: int) -> bool:
    """Say whether a sentence ends at a stop, given what stands on either side."""
    after = _WORD_AFTER.match(text, cut, min(end, cut + _LOOKBACK))
    word = after["word"] if after else ""
    if word[:1].islower() or (not word and cut + _LOOKBACK >= end and not text[cut:end].strip()):
        return False
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LOOKBACK), stop.start())
    last = before[0] if before else ""
    if stop["gap"] is None:  # "ended.The": a lost space, but not "Booking.Com" nor "J.Smith"
        return stop[0] == "." and len(last) > 2 and last.isalpha() and last.islower()
    if text[stop.start()] in "!?…" or stop[0].startswith(("..", ". .")):
        return True
    if last in _CLOCK and word[:1].isupper() and not stop["close"]:
        return not _goes_on(text, cut, end, word)
    return not _abbreviates(last, stop, start, word)


def _goes_on(text: str, cut: int, end: int, word: str) -> bool:
    """Say whether a sentence goes on behind an hour: "at 3 p.m. Eastern", "3 p.m. ET", "3 p.m. New York time"."""
    if word in _STARTERS:
        return False
    place = _PLACE_TIME.match(text, cut, min(end, cut + _LOOKBACK))
    return word.isupper() or word in _BEHIND_CLOCK or place is not None


def _abbreviates(last: str, stop: re.Match[str], start: int, word: str) -> bool:
    """Say whether a single full stop after the word ``last`` belongs to it and ends nothing before ``word``."""
    if last in TITLES or (last.isupper() and last.title() in TITLES):  # also in capitals
        return True
    if stop["close"].strip(")]"):  # a closed quotation ends, whatever its last word
        return False
    if last.isdigit():
        return stop.start() - len(last) - start <= 1  # the number of a list's entry
    if last in {"No", "Nos"} or (last in MONTHS and word[:1].isdigit()):
        return word[:1].isdigit()
    initial = len(last) == 1 and last.isupper() and last != "I"
    short = initial or last in MONTHS or last in CLOSING or _DOTTED.fullmatch(last) is not None
    return short and word not in _STARTERS


def _skip(text: str, start: int, end: int) -> int:
    """Return the first position from ``start`` that holds no space."""
    while start < end and text[start].isspace():
        start += 1
    return start


def _strip(text: str, start: int, end: int) -> Span:
    """Return a span without the space around it."""
    start = _skip(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
