"""Reads one article sentence by sentence and makes its mentions."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline.attachment import Attachment, attach, possible
from timeline.clauses import Clause, Tense, clauses, shares_passive
from timeline.dated_nouns import called_for
from timeline.mentions import speech
from timeline.mentions.cast import Cast
from timeline.mentions.facts import (
    act,
    calls_off,
    content_verb,
    is_state,
    numbers,
    reported,
    status_of,
    terms,
    with_real_subject,
)
from timeline.mentions.relatives import antecedent, described_behind, gained, listed_behind, relative_words, site
from timeline.mentions.scene import Scene, governing, group_tokens, is_brought_about, is_loose, together
from timeline.mentions.sound import is_broken, leaves_open, says_nothing
from timeline.mentions.telling import can_happen, can_witness, is_habit, is_opinion, is_talk
from timeline.mentions.untimed import (
    bare_participles,
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
    content_heads,
    opening_words,
    said_before,
    stands_alone,
    titles,
)
from timeline.model import AnchoredTimex, Article, EventMention, Span, Status
from timeline.names import Name
from timeline.syntax import Sentence
from timeline.titles import LONGEST, headline
from timeline.wordlists import words

_LEDE_WORDS = 5
_LOOKAHEAD = 80  # characters
_SHORT_NAME = 25
_SOME_DAYS = " on some days"
_MOST = 16  # mentions of one sentence: no prose has half of them, and what writes their titles looks at the whole of it


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads one article; the cast is what it remembers from sentence to sentence.

    Attributes:
        article: the article.
        cast: who is named in it, and who was spoken of last.
        foreign: spans of sentences that are no part of it.
        seen_lede: whether the lede has been read.
    """

    article: Article
    cast: Cast
    foreign: frozenset[Span] = frozenset()
    seen_lede: bool = False

    def read(self, sentence: Sentence, group: tuple[Name, ...], times: Sequence[AnchoredTimex]) -> list[EventMention]:
        """Return the mentions of the next sentence: its parse, its proper names and the times that stand in it."""
        parts = clauses(sentence)
        if not parts:
            return []
        attached = possible(sentence, attach(sentence, parts, times), parts, self.article.published)
        parts = tuple(with_real_subject(sentence, part, attached) for part in parts)
        scene = Scene(
            span=sentence.span,
            sentence=sentence,
            names=group,
            parts=parts,
            times=attached,
            together=together(sentence, parts, attached),
            lede=not self.seen_lede and self._is_lede(sentence),
        )
        self.seen_lede = self.seen_lede or scene.lede
        mentions: list[EventMention] = []
        for number, part in enumerate(parts):
            if len(mentions) < _MOST:
                mentions.extend(self._mentions(scene, number))
            self.cast.hear(scene, part)
        self.cast.discourse.next_sentence()
        return mentions

    def _is_lede(self, sentence: Sentence) -> bool:
        """Say whether a sentence can be the lede: of the article, no headline, and long enough."""
        if sentence.span in self.foreign or self._runs_on(sentence.span):
            return False
        text = " ".join(sentence.span.of(self.article.clean).split())
        return len(sentence) >= _LEDE_WORDS and text != " ".join(self.article.title.split())

    def _runs_on(self, span: Span) -> bool:
        """Say whether no stop parts a sentence from the next one of its line, as a headline or a caption of a page."""
        behind, _, _ = self.article.clean[span.end : span.end + _LOOKAHEAD].partition("\n")
        return bool(behind.strip()) and span.of(self.article.clean)[-1:].isalnum()

    def _mentions(self, scene: Scene, number: int) -> list[EventMention]:
        """Return the mentions of one clause: itself, and the event nouns that a time of their own dates."""
        part = scene.parts[number]
        nouns = [each for each in scene.times if each.noun in part.tokens and each.dates and not is_loose(each.time)]
        found = [self._nominal(scene, number, time, time.noun) for time in nouns if time.noun is not None]
        if number in scene.together or is_brought_about(scene.sentence, part):
            return found
        time = governing(scene, number)
        told = can_happen(scene, part) and (time is not None or can_witness(scene, part))
        told = told and not is_opinion(scene, part) and not is_habit(scene, part)
        if told and not is_talk(scene, part):
            mention = self._verbal(scene, number, time)
            # what will not happen is no event, unless it is called off
            if not (mention.negated and mention.status is Status.PLANNED):
                found.append(mention)
        return found

    def _verbal(self, scene: Scene, number: int, time: Attachment | None) -> EventMention:
        """Return a clause as a mention."""
        part, sentence = scene.parts[number], scene.sentence
        noun = antecedent(sentence, part)
        tokens = group_tokens(scene, number) | noun
        daters = [each for each in scene.times if each.dates and each.noun is None and not each.starts]
        timed = {index for each in daters for index in each.tokens if index in tokens}
        # "the next hearing is on April 4": the day is what is told
        needless = set() if part.head in timed else time_phrase(sentence, needless_times(scene, timed, part))
        needless |= bare_participles(sentence, needless, part)
        kept = tokens if time is None or time.opens is None else after(time.opens, tokens)
        kept = kept - listed_behind(sentence, part)
        instead = (
            self.cast.instead(scene, part, kept)
            | with_article(sentence, kept - needless, needless)
            | auxiliary(sentence, part, noun, kept - needless)
            | gained(sentence, part)
        )
        title = headline(
            sentence,
            kept - needless - opening_words(scene, part),
            instead=instead,
            core={part.head} | noun | content_heads(sentence, part) | (shared_out(sentence, timed) & kept),
            spare=titles(scene),
        )
        said = said_before(scene, part)
        if said is not None:
            title = speech.report(self.cast, scene, part, said, needless)
        elif not stands_alone(sentence, part, kept):  # a participle, or a clause whose subject stands elsewhere
            shared = self._shared(scene, part, kept - needless) or self._fronted(scene, part, kept - needless)
            title = shared or self._whole(scene, number, needless)
        only_speaks = part.statement and not part.passive and title.endswith(f" {sentence.words[part.head]}")
        quotes = speech.in_own_words(scene, part) or (said is not None and not title)
        if only_speaks or quotes or says_nothing(sentence, part, said):
            title = speech.quotation(self.cast, self.article.clean, scene, part, needless)
        # cut off, it may not tell what is dated
        if title.endswith("…") or is_broken(sentence, part, title):
            title = ""
        if on_some_days(sentence, part) and "some days" not in title and len(title) + len(_SOME_DAYS) <= LONGEST:
            title += _SOME_DAYS
        mention = self._mention(scene, part, tokens, timed, time, title)
        if said is None:
            return replace(mention, dangling=leaves_open(sentence, part, kept - needless, instead, title))
        return replace(mention, terms=terms(sentence, (tokens | group_tokens(scene, said)) - timed))

    def _shared(self, scene: Scene, part: Clause, kept: set[int]) -> str:
        """Return the headline of a later predicate with the subject it shares; nothing where it shares none."""
        sentence, subject = scene.sentence, part.subject
        passive = shares_passive(sentence, part.head)
        if part.relation != "conj" or not (part.finite or passive) or subject is None or subject in part.tokens:
            return ""
        first = part.head
        while sentence.deprels[first] == "conj":
            first = sentence.heads[first]
        joined = sentence.children(part.head, "cc") or sentence.words[min(kept & set(part.tokens), default=0)] == ","
        if sentence.heads[subject] != first or not joined:
            return ""
        noun = {index for index in sentence.subtree(subject) if index < first}
        owner = next((other for other in scene.parts if other.head == first), part)
        instead = self.cast.instead(scene, owner, noun) | self.cast.instead(scene, part, kept)
        if any(sentence.words[i] == "," for i in noun) or (sentence.upos[subject] == "PRON" and subject not in instead):
            return ""
        if passive:
            number = "were" if sentence.xpos[subject] in {"NNS", "NNPS"} else "was"
            instead |= {part.head: f"{number} {sentence.words[part.head]}"}
        core = {part.head, subject}
        own = {i for i in kept if i >= part.head or sentence.words[i] != ","} - opening_words(scene, part)
        return headline(sentence, noun | own, instead=instead, core=core, spare=titles(scene))

    def _fronted(self, scene: Scene, part: Clause, kept: set[int]) -> str:
        """Return the headline of a participle before the clause whose subject it shares ("Born in Lund, Berg left")."""
        sentence, subject = scene.sentence, part.subject
        done = part.relation == "advcl" and sentence.xpos[part.head] == "VBN" and not part.finite and not part.marker
        if not done or subject is None or part.head > subject:
            return ""
        above = scene.parts[part.parent or 0]
        noun = {i for i in sentence.subtree(subject) if i in above.tokens and i < above.head} - set(part.tokens)
        instead = self.cast.instead(scene, above, noun)
        if sentence.upos[subject] == "PRON" and subject not in instead:
            return ""
        text = headline(sentence, noun, instead=instead, spare=titles(scene))
        told = headline(sentence, {i for i in kept if i >= part.head and sentence.words[i] != ","}, core={part.head})
        plural = sentence.xpos[subject] in {"NNS", "NNPS"}
        verb = "were" if plural else "was"
        title = f"{text} {verb} {told[:1].lower()}{told[1:]}" if text and told else ""
        return title if len(title) <= LONGEST else ""

    def _whole(self, scene: Scene, number: int, needless: set[int]) -> str:
        """Return the headline of the whole sentence, for a clause that does not stand alone."""
        sentence, part = scene.sentence, scene.parts[number]
        main = next((n for n, other in enumerate(scene.parts) if other.parent is None), number)
        if (
            part.statement
            and part.finite
            and part.subject is not None
            and scene.parts[main].head < min(part.subject, part.head)
        ):
            return speech.report(self.cast, scene, part, main, needless)
        title = ""
        for top in (main, self._finite_above(scene, number)):
            whole = set(range(len(sentence))) if top == main else group_tokens(scene, top) | set(part.tokens)
            if top != main:  # a relative clause tells of the noun before it
                whole = whole - relative_words(scene, scene.parts[top]) | antecedent(sentence, scene.parts[top])
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

    def _nominal(self, scene: Scene, number: int, time: Attachment, noun: int) -> EventMention:
        """Return an event noun with a time of its own as a mention ("Tuesday's talks in Oslo")."""
        sentence, article = scene.sentence, self.article
        title, tokens, part = self._nominal_title(scene, number, time, noun)
        title = "" if is_broken(sentence, part, title) else title
        mention = self._mention(scene, part, tokens, set(time.tokens), time, title)
        place = article.locate(sentence.spans[noun])
        planned = mention.interval is not None and mention.interval.start > article.published
        status = Status.PLANNED if planned else Status.OCCURRED
        return replace(
            mention,
            id=f"{article.id}:{place.start}-{place.end}",
            head=sentence.spans[noun],
            predicate=sentence.lemmas[noun],
            arguments=(),
            statement=False,
            negated=False,
            modal=False,
            main=False,
            status=Status.CANCELLED if calls_off(sentence, scene.parts[number], noun) else status,
        )

    def _nominal_title(self, scene: Scene, number: int, time: Attachment, noun: int) -> tuple[str, set[int], Clause]:
        """Return the title of an event noun, the tokens that tell it, and the clause they stand in."""
        part, sentence = scene.parts[number], scene.sentence
        tokens, timed = set(sentence.subtree(noun)), set(time.tokens)
        told = tokens - described_behind(sentence, noun)
        # "the floods of 2005" are told from others by their year
        needless = set() if sentence.words[min(timed)].lower() == "of" else time_phrase(sentence, timed)
        phrase = after_preposition(sentence, told - needless)
        instead = self.cast.instead(scene, part, tokens) | with_article(sentence, phrase, needless)
        title = headline(sentence, phrase, instead=instead, spare=titles(scene))
        where = site(sentence, tokens)
        if named := headline(sentence, where, instead=self.cast.instead(scene, part, where)) if where else "":
            title = f"{title} in {named}"
        if not self._needs_clause(scene, part, time, noun, title):
            return title, tokens, part
        teller = number if part.finite else self._finite_above(scene, number)
        whole = group_tokens(scene, teller) - described_behind(sentence, noun)
        part = scene.parts[teller]
        # "Monday's talks" stay what they are; "today's talks" depend on the day of the paper
        relative = sentence.words[min(timed)].lower() in words("grammar", "deictic")
        needless = time_phrase(sentence, timed) if relative else set()
        whole -= needless
        instead = self.cast.instead(scene, part, whole) | with_article(sentence, whole, needless)
        core = tokens | {part.head}
        return headline(sentence, whole, instead=instead, core=core, spare=titles(scene)), whole, part

    def _needs_clause(self, scene: Scene, part: Clause, time: Attachment, noun: int, title: str) -> bool:
        """Say whether an event noun says too little alone ("talks"), or does what its clause tells."""
        did = noun == part.subject and part.tense is Tense.PAST and not (part.passive or part.statement)
        did = did and not is_state(scene.sentence, part)  # "Monday's quake levelled the town"
        ahead = time.time.interval is not None and time.time.interval.start > self.article.published
        apart = ahead and part.is_told_as_done  # "won the right to host the 2032 Games" is not of 2032
        wanted = called_for(scene.sentence, noun) is not None  # "announced plans for a strike on Monday"
        return (wanted or not apart) and (did or len(title) < _SHORT_NAME)

    def _mention(
        self, scene: Scene, part: Clause, tokens: set[int], timed: set[int], time: Attachment | None, title: str
    ) -> EventMention:
        sentence, article = scene.sentence, self.article
        span = sentence.cover(tuple(sorted(tokens)))
        place = article.locate(span)
        told = tokens - timed
        noun = reported(sentence, part, time, article.published)
        verb = content_verb(sentence, part) if noun is None else noun
        participants, places = self.cast.named(scene, told | site(sentence, tokens))
        participants = self.cast.with_subject(scene, part, participants)
        return EventMention(
            id=f"{article.id}:{place.start}-{place.end}",
            article_id=article.id,
            source=article.source,
            published=article.published,
            sentence=scene.span,
            span=span,
            text=span.of(article.clean),
            sentence_text=" ".join(scene.span.of(article.clean).split()),
            head=sentence.spans[verb],
            predicate=act(sentence, verb),
            time=time.time if time else None,
            relation=time.relation if time else None,
            title=title,
            participants=participants,
            places=places,
            terms=terms(sentence, told),
            arguments=self.cast.arguments(scene, part) if noun is None else (),
            numbers=numbers(sentence, told),
            negated=part.negated,
            modal=part.modal in words("grammar", "hypothetical_modal"),
            statement=part.statement and noun is None,
            status=status_of(sentence, part, time, article.published),
            lede=scene.lede,
            state=is_state(sentence, part),
            present=part.tense is Tense.PRESENT,
            main=_is_main(scene, part) and part.tense in {Tense.PAST, Tense.PRESENT_PERFECT},
        )


def _is_main(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is what its sentence tells, by itself or in somebody's words ("..., police said")."""
    if part.parent is None:
        return True
    above = scene.parts[part.parent]
    plain = above.statement and scene.sentence.lemmas[above.head] in words("verbs", "plain_saying")
    return above.parent is None and plain and part.relation in {"ccomp", "parataxis"} and part.parent not in scene.dated
