"""The titles of an article's mentions: the words of a clause, or of an event noun, that stand alone."""

from dataclasses import dataclass
from datetime import date

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.dated_nouns import called_for
from timeline.mentions import borrowed, owners, speech
from timeline.mentions.cast import Cast
from timeline.mentions.facts import is_state, what_is_carried
from timeline.mentions.relatives import antecedent, described_behind, gained, listed_behind, relative_words, site
from timeline.mentions.scene import Scene, group_tokens, is_aim
from timeline.mentions.sound import is_broken, leaves_open, points_back, says_nothing
from timeline.mentions.spare import spare_words
from timeline.mentions.status import calls_off
from timeline.mentions.undone import falls_short
from timeline.mentions.untimed import (
    bare_participles,
    bare_ranks,
    needless_times,
    on_some_days,
    shared_out,
    time_phrase,
    with_article,
)
from timeline.mentions.wording import (
    after,
    after_preposition,
    auxiliary,
    completed,
    content_heads,
    inserted,
    is_apart,
    opening_words,
    said_before,
    stands_alone,
    titles,
)
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.titles import LONGEST, headline
from timeline.wordlists import words

_SHORT_NAME = 25
_BEFORE_AND_AFTER = frozenset({"after", "before", "following", "since", "until"})
_SOME_DAYS = " on some days"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A clause as a title tells it.

    Attributes:
        title: the title; empty where there is none that stands alone.
        tokens: what is told, ``timed`` the times in it.
        said: the clause that a statement behind it reports, or None.
        dangling: whether the title leaves open who is meant.
    """

    title: str
    tokens: set[int]
    timed: set[int]
    said: int | None
    dangling: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Headlines:
    """Writes the titles of one article's mentions.

    Attributes:
        cast: who is named in it, and who was spoken of last.
        published: its publication day.
        clean: its text.
    """

    cast: Cast
    published: date
    clean: str

    def of_clause(self, scene: Scene, number: int, time: Attachment | None) -> Told:
        """Return a clause with its title."""
        part, sentence = scene.parts[number], scene.sentence
        noun = antecedent(sentence, part)
        noun -= {at for each in scene.times if each.noun in noun for at in each.tokens}
        tokens = group_tokens(scene, number) | noun
        if time is not None:
            tokens -= time.without
        daters = [each for each in scene.times if each.dates and each.noun is None and not (each.starts or each.ends)]
        if time is not None and not is_aim(scene, part, time):  # what is to be done keeps its day
            daters = [each for each in daters if each.clause != number or not is_aim(scene, part, each)]
        timed = {index for each in daters for index in each.tokens if index in tokens}
        # "the next hearing is on April 4": the day is what is told
        needless = set() if part.head in timed else time_phrase(sentence, needless_times(scene, timed, part))
        needless |= bare_participles(sentence, needless, part) | bare_ranks(sentence, needless, part)
        kept = tokens if time is None or time.opens is None else after(time.opens, tokens)
        kept = kept - listed_behind(sentence, part)
        instead = (
            self.cast.instead(scene, part, kept)
            | with_article(sentence, kept - needless, needless)
            | auxiliary(sentence, part, noun, kept - needless)
            | gained(sentence, part)
            | completed(sentence, part)
        )
        core = {part.head} | noun | content_heads(sentence, part) | (shared_out(sentence, timed) & kept)
        printed = kept - needless - opening_words(scene, part) - inserted(sentence)
        printed -= spare_words(sentence, part, printed)
        if carried := what_is_carried(sentence, part, printed):
            printed, core = carried, set()
        title = headline(sentence, printed, instead=instead, core=core, spare=titles(scene))
        said = said_before(scene, part)
        title = self._settled(scene, number, needless, kept, said, title)
        title = self._with_owner(scene, number, kept - needless, title)
        dangling = said is None and leaves_open(sentence, part, kept - needless, instead, title)
        return Told(title=title, tokens=tokens, timed=timed, said=said, dangling=dangling)

    def _settled(  # all that is known of the clause
        self, scene: Scene, number: int, needless: set[int], kept: set[int], said: int | None, title: str
    ) -> str:
        """Return the title itself, or what tells the clause where its own words do not stand alone."""
        part, sentence = scene.parts[number], scene.sentence
        if said is not None:
            title = speech.report(self.cast, scene, part, said, needless)
        elif not stands_alone(sentence, part, kept):  # a participle, or a clause whose subject stands elsewhere
            own = kept - needless
            shared = borrowed.shared(self.cast, scene, part, own) or borrowed.fronted(self.cast, scene, part, own)
            title = shared or ("" if is_apart(scene, number) else self._whole(scene, number, needless))
        only_speaks = part.statement and not part.passive and title.endswith(f" {sentence.words[part.head]}")
        quotes = speech.in_own_words(scene, part) or (said is not None and not title)
        if only_speaks or quotes or says_nothing(sentence, part, said):
            title = speech.quotation(self.cast, self.clean, scene, part, needless)
        # cut off, it may not tell what is dated
        open_ = points_back(sentence, part if said is None else scene.parts[said], kept - needless)
        if open_ or title.endswith("…") or is_broken(sentence, part, title):
            title = ""
        if on_some_days(sentence, part) and "some days" not in title and len(title) + len(_SOME_DAYS) <= LONGEST:
            title += _SOME_DAYS
        return speech.alleged(self.cast, scene, number, title, needless) if title else ""

    def _with_owner(self, scene: Scene, number: int, kept: set[int], title: str) -> str:
        """Return the title of a second clause with the first one, whose subject owns its own, or with that owner.

        "A man was shot and *his* wife was stabbed on Monday"; the first clause has no day that another mention tells.
        """
        sentence, part = scene.sentence, scene.parts[number]
        found = owners.joined(scene, part, kept)
        if found is None or not title.lower().startswith(f"{sentence.words[found[0]].lower()} "):
            return title
        above = part.parent or 0
        if above not in scene.told:
            whole = group_tokens(scene, above) | kept
            instead = self.cast.instead(scene, scene.parts[above], whole)
            core = {scene.parts[above].head, part.head}
            both = headline(sentence, whole, instead=instead, core=core, spare=titles(scene))
            if both and not both.endswith("…"):
                return both
        owner = found[1][:1].upper() + found[1][1:]
        return f"{owner} {title.split(' ', 1)[1]}" if owner else title

    def _whole(self, scene: Scene, number: int, needless: set[int]) -> str:
        """Return the headline of the whole sentence, for a clause that does not stand alone."""
        sentence, part = scene.sentence, scene.parts[number]
        main = next((n for n, other in enumerate(scene.parts) if other.parent is None), number)
        if (
            part.statement
            and part.finite
            and not part.passive
            and part.relation != "relcl"  # "he quit, a move she said was right": she says nothing of his leaving
            and part.subject is not None
            and scene.parts[main].head < min(part.subject, part.head)
        ):
            return speech.report(self.cast, scene, part, main, needless)
        title = ""
        for top in (main, self._finite_above(scene, number)):
            whole = set(range(len(sentence))) if top == main else group_tokens(scene, top) | set(part.tokens)
            if top != main:  # a relative clause tells of the noun before it
                whole = whole - relative_words(scene, scene.parts[top]) | antecedent(sentence, scene.parts[top])
            # what somebody does while doing another thing is of the time of that ("marchers crossing the bridge sang")
            whole -= needless if sentence.xpos[part.head] == "VBG" and part.marker != "of" else set()
            whole -= spare_words(sentence, scene.parts[top], whole)
            instead = self.cast.instead(scene, scene.parts[top], whole)
            core = {scene.parts[top].head, part.head}
            title = headline(sentence, whole, instead=instead, core=core, spare=titles(scene))
            if not title.endswith("…"):
                break
        return title

    def _finite_above(self, scene: Scene, number: int) -> int:
        """Return the number of the nearest clause above one that has a tensed verb and a subject."""
        seen = {number}
        while (above := scene.parts[number].parent) is not None and above not in seen:
            seen.add(above)
            number = above
            if scene.parts[number].finite and scene.parts[number].subject is not None:
                break
        return number

    def of_noun(self, scene: Scene, number: int, time: Attachment, noun: int) -> tuple[str, set[int], Clause]:
        """Return the title of an event noun, the tokens that tell it, and the clause they stand in."""
        part, sentence = scene.parts[number], scene.sentence
        tokens, timed = set(sentence.subtree(noun)), set(time.tokens)
        told = tokens - described_behind(sentence, noun) - _listed_next(sentence, noun, tokens)
        # "the floods of 2005" are told from others by their year
        needless = set() if sentence.words[min(timed)].lower() == "of" else time_phrase(sentence, timed)
        phrase = after_preposition(sentence, told - needless)
        instead = self.cast.instead(scene, part, tokens) | with_article(sentence, phrase, needless)
        title = headline(sentence, phrase, instead=instead, spare=titles(scene))
        where = site(sentence, tokens)
        if named := headline(sentence, where, instead=self.cast.instead(scene, part, where)) if where else "":
            title = f"{title} in {named}"
        teller = number if part.finite else self._finite_above(scene, number)
        whole = group_tokens(scene, teller) - described_behind(sentence, noun)
        others = {at for each in scene.times if each.dates and each is not time for at in each.tokens}
        # "Tuesday's vote was like that of May 2008" tells nothing of 2008, nor "after the vote in 2008, he left" of it
        since = any(sentence.words[case].lower() == "since" for case in sentence.children(noun, "case"))
        apart = noun != part.subject and (others & whole or since or _leads(sentence, part, noun))
        # "the arrest on Monday led to riots on Tuesday": what the arrest did is of another day
        apart = apart or (noun == part.subject and number in scene.dated and noun < min(timed))
        if apart or not self._needs_clause(scene, part, time, noun, title):
            return title, tokens, part
        part = scene.parts[teller]
        if part.relation == "relcl":  # "Lind, who scored in Saturday's win"
            whole = whole - relative_words(scene, part) | antecedent(sentence, part)
        # "Monday's talks" stay what they are; "today's talks" depend on the day of the paper
        relative = sentence.words[min(timed)].lower() in words("grammar", "deictic")
        # "Monday's events in Lund showed": what happened has its day from the column
        relative = relative or (min(timed) == min(whole) and sentence.lemmas[noun] == "event")
        needless = time_phrase(sentence, timed) if relative else set()
        whole -= needless
        instead = self.cast.instead(scene, part, whole) | with_article(sentence, whole, needless)
        core = tokens | {part.head}
        return headline(sentence, whole, instead=instead, core=core, spare=titles(scene)), whole, part

    def _needs_clause(self, scene: Scene, part: Clause, time: Attachment, noun: int, title: str) -> bool:
        """Say whether an event noun says too little alone ("talks"), or does what its clause tells."""
        did = noun == part.subject and part.tense is Tense.PAST and not (part.passive or part.statement)
        did = did and not is_state(scene.sentence, part)  # "Monday's quake levelled the town"
        ahead = time.time.interval is not None and time.time.interval.start > self.published
        # "won the right to host the 2032 Games" is not of 2032, but "scrapped Sunday's trip" is of Sunday
        apart = ahead and part.is_told_as_done and not calls_off(scene.sentence, part, noun)
        wanted = called_for(scene.sentence, noun) is not None  # "announced plans for a strike on Monday"
        if falls_short(scene.sentence, part):
            return False  # "Monday's talks were not enough": they were held
        if time.aims:
            return True  # "the trial" alone tells no news
        return (wanted or not apart) and (did or len(title) < _SHORT_NAME)


def _listed_next(sentence: Sentence, noun: int, tokens: set[int]) -> set[int]:
    """Return what a semicolon parts from a noun ("during protests; and in Lund in 2005")."""
    stops = (index for index in sorted(tokens) if index > noun and sentence.words[index] == ";")
    first = next(stops, len(sentence))
    return {index for index in tokens if index >= first}


def _leads(sentence: Sentence, part: Clause, noun: int) -> bool:
    """Say whether a noun stands in a phrase before the subject that says when the rest was ("after the vote, ...")."""
    cases = {sentence.words[case].lower() for case in sentence.children(noun, "case")}
    return part.subject is not None and noun < part.subject and not cases.isdisjoint(_BEFORE_AND_AFTER)
