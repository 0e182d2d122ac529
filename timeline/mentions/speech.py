"""Titles of statements: who said what, in the reporter's words or, where these are the speaker's own, quoted."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, product

from timeline.clauses import Clause
from timeline.interval import Interval
from timeline.mentions import owners
from timeline.mentions.cast import Cast
from timeline.mentions.facts import is_state
from timeline.mentions.scene import Scene, governing, group_tokens, quoted
from timeline.mentions.telling import is_talk
from timeline.mentions.wording import said_before, titles
from timeline.syntax.irregular import past
from timeline.tenses import Tense, verb_group
from timeline.titles import LONGEST, headline
from timeline.wordlists import words

_FEW_DAYS = 7
_SHORT_CONTENT = 25
_LONG_NAME = 40
_BARE = 2  # a comma and a word
_OPENING = frozenset({'"', "“", "'", "‘", ":"})
_FEWEST = 4  # words of a quotation that tells something


def report(cast: Cast, scene: Scene, part: Clause, said: int, needless: set[int]) -> str:
    """Return "X said that ..." for a statement behind what it says; nothing for somebody's own words."""
    sentence, content = scene.sentence, scene.parts[said]
    if is_talk(scene, content) or part.subject is None:
        return ""
    _, owned = owners.behind(scene, part, content, set(part.tokens) - needless, cast.subject_text)
    opening = _opening(cast, scene, part, needless)
    behind = (*scene.sentence.xpos[1:], "")  # "Monday's talks" keep their Monday, "the May 5 vote" its day
    timed = {
        at
        for each in scene.times
        if each.clause == said and behind[each.tokens[-1]] != "POS" and (each.noun or 0) <= each.tokens[-1]
        for at in each.tokens
    }
    tokens = group_tokens(scene, said) - set(part.tokens)
    text = headline(
        sentence,
        tokens - needless - timed,
        instead=cast.instead(scene, content, tokens, speaks=True) | owned,
        core={content.head},
        spare=titles(scene),
        longest=max(LONGEST - len(opening) - len(" that "), _SHORT_CONTENT),
    )
    first = min(tokens, key=lambda index: (sentence.upos[index] == "PUNCT", index))
    return f"{opening} that {_inside(scene, text, first)}" if text else ""


def alleged(cast: Cast, scene: Scene, number: int, title: str, needless: set[int]) -> str:
    """Return a clause's title with who alleges it, so that it is not told as a fact; itself where nobody does.

    "Prosecutors *allege* that she took the ring", "..., *according to* the indictment".
    """
    by, source = _accuser(scene, number)
    told = title
    if by is not None:
        told = _claimed(cast, scene, by, number, title, needless)
    elif source is not None and " according to " not in title:
        sentence = scene.sentence
        leads = {at for case in sentence.children(source, "case") for at in sentence.subtree(case)}
        phrase = set(sentence.subtree(source)) - leads
        instead = cast.instead(scene, scene.parts[number], phrase)
        named = headline(sentence, phrase, instead=instead, longest=_LONG_NAME)
        told = f"{title}, according to {_inside(scene, named, min(phrase))}"
    return told if len(told) <= LONGEST else ""


def _claimed(cast: Cast, scene: Scene, by: Clause, number: int, title: str, needless: set[int]) -> str:
    """Return "X alleges that ..." before a title; nothing where nobody is named who does."""
    sentence, part, subject = scene.sentence, scene.parts[number], by.subject or 0
    listener = sentence.children(by.head, "obj", "iobj") if sentence.lemmas[by.head] == "tell" else ()
    speaker, *heard = (_phrase(cast, scene, by, noun, needless) for noun in (subject, *listener[:1]))
    verb = " ".join(sentence.words[at] for at in verb_group(sentence, by.head))
    if by.passive and sentence.words[subject].lower() == "it":
        return f"{title}, it {verb}"  # "it is alleged that"
    if not speaker or f" {verb} " in title:
        return title if speaker else ""
    first = sentence.subtree(part.head if part.subject is None else part.subject)[0]
    if sentence.upos[first] == "PRON" and title.startswith(f"{speaker} "):  # "Peru claimed that it", not "that Peru"
        title = f"{sentence.words[first].lower()}{title.removeprefix(speaker)}"
    told = f"{' '.join([speaker, verb, *heard])} that {_inside(scene, title, first)}"
    long = len(told) > LONGEST and part.subject in part.tokens
    return report(cast, scene, by, number, needless) if long else told


def _accuser(scene: Scene, number: int) -> tuple[Clause | None, int | None]:
    """Return the clause that alleges another one, or the noun according to which it was so; neither if nobody does."""
    at, seen = number, set[int]()
    while at not in seen:
        seen.add(at)
        part = scene.parts[at]
        source = _source(scene, part)
        if source is not None:
            return None, source
        behind = (other for other in scene.parts if other.parent == at and other.relation == "parataxis")
        if (by := next((other for other in behind if _alleges(scene, other)), None)) is not None:
            return by, None
        # "told the court that" is read as "the court that" may be
        said = part.relation == "ccomp" or (part.relation in {"acl", "relcl"} and part.marker == "that")
        if part.parent is None or (part.relation in {"relcl", "acl"} and not said):
            break  # "claims that the man *who left on Monday* is a spy": he did leave
        at = part.parent
        if said and (_alleges(scene, scene.parts[at]) or (len(seen) == 1 and _judges(scene, scene.parts[at], part))):
            return scene.parts[at], None
    return None, None


def _source(scene: Scene, part: Clause) -> int | None:
    """Return the noun of those who accuse according to which a clause is told."""
    sentence = scene.sentence
    marks = (at for at in part.tokens if sentence.words[at].lower() == "according")
    nouns = (sentence.heads[at] for at in marks)
    return next((at for at in nouns if at >= 0 and sentence.lemmas[at].lower() in words("nouns", "accuser")), None)


def _alleges(scene: Scene, part: Clause) -> bool:
    """Say whether a clause alleges what it says, by its verb or before a court ("the jury was told that")."""
    sentence, lemma = scene.sentence, scene.sentence.lemmas[part.head]
    if part.subject is None or part.negated or not part.finite:
        return False
    if lemma in words("verbs", "alleging"):
        return True
    listeners = {"tell": sentence.children(part.head, "nsubj:pass", "obj", "iobj"), "hear": (part.subject,)}
    return any(sentence.lemmas[at].lower() in words("nouns", "tribunal") for at in listeners.get(lemma, ()))


def _judges(scene: Scene, by: Clause, part: Clause) -> bool:
    """Say whether what somebody says is what they make of a thing ("fans say the match on Monday was *dull*").

    What has happened to a thing is none ("the road was *open*").
    """
    sentence, head = scene.sentence, part.head
    if not (by.statement and by.finite) or by.subject is None or part.subject is None or by.head > head:
        return False
    called = sentence.upos[head] == "ADJ" and sentence.lemmas[head].lower() not in words("verbs", "outcome")
    felt = part.progressive and not any(at > head and sentence.upos[at] != "PUNCT" for at in part.tokens)
    felt = felt and sentence.lemmas[head] in words("verbs", "feeling")
    return felt or (called and bool(sentence.children(head, "cop")) and not sentence.children(head, "xcomp", "advcl"))


def _inside(scene: Scene, text: str, first: int) -> str:
    """Return a clause as it stands inside a sentence: without its capital, unless its first word keeps it."""
    sentence, capital = scene.sentence, text.split(" ", 1)[0]
    word = capital.lower()
    if any(text.startswith(name.full) for name in scene.names):
        return text
    # what led the clause may have been left out: "With all votes counted, *Lund* is lost"
    first = next((at for at in range(first, len(sentence)) if sentence.words[at].lower() == word), first)
    if word in owners.BARE:
        return text[:1].lower() + text[1:]
    if sentence.upos[first] == "PRON" and word != sentence.words[first].lower() and word not in {"the", "a", "an"}:
        return text  # a name in place of "he"
    proper = sentence.upos[first] == "PROPN" and sentence.words[first][:1].isupper()
    named = proper or any(name.opening <= first <= name.last for name in scene.names)
    people = not words("names", "people").isdisjoint({word, word.removesuffix("s"), word.split("-")[0]})
    # what has its capital inside the sentence, too, and not only behind a quotation mark, is a name
    pairs = zip(sentence.words, sentence.words[1:], strict=False)
    named = named or any(other == capital and before not in _OPENING for before, other in pairs)
    return text if named or people or text[1:2].isupper() or word == "i" else text[:1].lower() + text[1:]


def only_reports(scene: Scene, part: Clause, published: date) -> bool:
    """Say whether somebody unnamed only reports what happened on a day of its own ("It sank on Monday, police said").

    Who warns, denies or accuses does something, and so does who says how things are or will be.
    """
    sentence, subject = scene.sentence, part.subject
    plain = sentence.lemmas[part.head] in words("verbs", "hollow_saying") | words("verbs", "reporting")
    if not (plain and part.statement and part.finite) or part.passive or part.negated or subject is None:
        return False
    if sentence.upos[subject] != "NOUN" or part.tense is not Tense.PAST:
        return False
    behind = (n for n, other in enumerate(scene.parts) if other.relation == "ccomp" and _says(scene, part, other))
    said = next(behind, said_before(scene, part))
    time = None if said is None else governing(scene, said)
    if said is None or time is None or said not in scene.dated or time.time.interval is None:
        return False
    told = scene.parts[said]
    happened = told.is_told_as_done or told.tense is Tense.PAST_PERFECT or told.tense is Tense.PRESENT_PERFECT
    denied = told.negated or told.modal or told.planned or told.statement or told.head in quoted(sentence)
    return happened and not denied and not is_state(sentence, told) and _is_near(time.time.interval, published)


def _is_near(interval: Interval, published: date) -> bool:
    """Say whether a time is a day or a few, and not of a tally ("said that 300 had died this year")."""
    return interval.start <= published and interval.days <= _FEW_DAYS


def _says(scene: Scene, part: Clause, told: Clause) -> bool:
    return told.parent is not None and scene.parts[told.parent] is part


def in_own_words(scene: Scene, part: Clause) -> bool:
    """Say whether what a statement says is quoted and speaks of "I", "we" or "you"."""
    inside = quoted(scene.sentence) if part.statement else set()
    said = {"ccomp", "parataxis"}
    return any(
        other.relation in said
        and other.head in inside
        and other.parent is not None
        and scene.parts[other.parent] is part
        and is_talk(scene, other)
        for other in scene.parts
    )


def quotation(cast: Cast, clean: str, scene: Scene, part: Clause, needless: set[int]) -> str:
    """Return 'X said: "..."' for a statement in its speaker's own words; nothing where it is too long for a title."""
    subject = part.subject
    if subject is None or (
        scene.sentence.upos[subject] == "PRON" and subject not in cast.instead(scene, part, {subject})
    ):
        return ""
    openings = dict.fromkeys(_opening(cast, scene, part, needless, short=short) for short in (False, True))
    for opening, (first, last) in product(openings, _quotations(scene)):
        if first <= part.head <= last:
            continue  # a mark is missing: what seems quoted is who said it
        text = " ".join(clean[scene.sentence.spans[first].start : scene.sentence.spans[last].end].split())
        title = f'{opening}: "{text[:1].upper()}{text[1:]}"'
        if len(title) <= LONGEST:
            return title
    return ""


def _opening(cast: Cast, scene: Scene, part: Clause, needless: set[int], *, short: bool = False) -> str:
    """Return "X said", or "X told Y"; names as they stand there, if ``short``."""
    sentence = scene.sentence
    told = sentence.children(part.head, "obj", "iobj") if sentence.lemmas[part.head] == "tell" else ()
    nouns = [index for index in (part.subject, *told[:1]) if index is not None]
    speaker, *listener = (_phrase(cast, scene, part, noun, needless, short=short) for noun in nouns)
    verb = sentence.words[part.head]
    if verb == "told" and not listener:
        verb = "said"  # who was told was read as part of a time
    if sentence.xpos[part.head] == "VBG":
        verb = past(sentence.lemmas[part.head])
    return " ".join([speaker, verb, *listener])


def _phrase(cast: Cast, scene: Scene, part: Clause, noun: int, needless: set[int], *, short: bool = False) -> str:
    """Return who speaks or is spoken to, in few words."""
    sentence = scene.sentence
    owner = next((other for other in scene.parts if noun in other.tokens), part)  # "Berg was quoted as saying"
    tokens = {index for index in sentence.subtree(noun) if index in owner.tokens} - {part.head, owner.head} - needless
    named = sentence.upos[noun] == "PROPN" and short
    instead = {} if named else cast.instead(scene, owner, tokens)
    text = headline(sentence, tokens, instead=instead, spare=titles(scene), longest=_LONG_NAME)
    if noun != part.subject:
        text = _inside(scene, text, min(tokens, default=noun))
    if text.count(",") % 2 == 0:
        return text
    # "Ana Ruiz, the adviser," needs its second comma; a bare "adviser" has lost its end
    return f"{text}," if len(text[text.rindex(",") :].split()) > _BARE else text[: text.index(",")]


def _quotations(scene: Scene) -> Iterator[tuple[int, int]]:
    """Yield the first and last token of what may be quoted word for word: a quotation, or a whole clause of one."""
    inside = quoted(scene.sentence)
    # tokens of one run have one distance from their rank
    runs = [[i for _, i in run] for _, run in groupby(enumerate(sorted(inside)), lambda pair: pair[1] - pair[0])]
    clauses = [
        sorted(part.tokens)
        for part in scene.parts
        if part.finite
        and part.subject in part.tokens
        and part.marker not in {"if", "unless"}
        and inside.issuperset(part.tokens)
    ]
    found = {(span[0], span[-1]) for tokens in (*runs, *clauses) if (span := _trimmed(scene, tokens))}
    yield from sorted(found, key=lambda span: (span[0] - span[1], span))


def _trimmed(scene: Scene, tokens: list[int]) -> list[int]:
    """Return tokens without the marks and joints at their ends; none where there is a gap or they are few."""
    sentence = scene.sentence
    while tokens and (sentence.upos[tokens[0]] in {"PUNCT", "CCONJ"}):
        tokens = tokens[1:]
    while tokens and sentence.upos[tokens[-1]] == "PUNCT":
        tokens = tokens[:-1]
    whole = bool(tokens) and tokens[-1] - tokens[0] + 1 == len(tokens)
    return tokens if whole and len(tokens) >= _FEWEST else []
