"""Reads one article sentence by sentence and makes its mentions."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.appointments import ended, moved
from timeline.attachment import Attachment, attach
from timeline.clauses import Clause, clauses
from timeline.counted_nouns import counted
from timeline.mentions.anchors import from_events
from timeline.mentions.cast import Cast
from timeline.mentions.facts import (
    act,
    begun,
    content_verb,
    is_scenery,
    is_state,
    numbers,
    reported,
    terms,
    with_real_subject,
)
from timeline.mentions.headlines import Headlines
from timeline.mentions.relatives import site
from timeline.mentions.scene import Scene, governing, group_tokens, is_brought_about, is_loose, series, together
from timeline.mentions.sound import is_broken
from timeline.mentions.speech import only_reports
from timeline.mentions.status import calls_off, status_of
from timeline.mentions.telling import (
    can_happen,
    can_witness,
    is_commentary,
    is_habit,
    is_of_now,
    is_opinion,
    is_talk,
    recurs,
    tells_no_change,
)
from timeline.mentions.undone import is_undone
from timeline.model import AnchoredTimex, Article, EventMention, Relation, Span, Status
from timeline.names import Name
from timeline.plausible import possible
from timeline.series import gapped, listed
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words

_LEDE_WORDS = 5
_LABEL = 5  # tokens in which a headline's label ends
_LOOKAHEAD = 80  # characters
_MOST = 16  # mentions of one sentence: no prose has half of them, and what writes their titles looks at the whole of it


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads one article; the cast is what it remembers from sentence to sentence.

    Attributes:
        article: the article.
        cast: who is named in it, and who was spoken of last.
        headlines: what writes the titles.
        foreign: spans of sentences that are no part of it.
        seen_lede: whether the lede has been read.
        told: the mentions of the sentences that have been read.
    """

    article: Article
    cast: Cast
    headlines: Headlines
    foreign: frozenset[Span] = frozenset()
    seen_lede: bool = False
    told: list[EventMention] = field(default_factory=list)

    def read(self, sentence: Sentence, group: tuple[Name, ...], times: Sequence[AnchoredTimex]) -> list[EventMention]:
        """Return the mentions of the next sentence: its parse, its proper names and the times that stand in it."""
        parts = clauses(sentence)
        if not parts or (":" in sentence.words[:_LABEL] and self._runs_on(sentence.span)):
            return []  # "Norland crisis: Talks begin Ana Lee in Lund ...": a page's headline and what ran into it
        attached = listed(sentence, moved(sentence, parts, attach(sentence, parts, times)))
        attached = ended(sentence, parts, attached, self.article.published)
        attached = from_events(sentence, parts, counted(sentence, attached), self.told, self.article.published)
        attached = gapped(sentence, parts, possible(sentence, attached, parts, self.article.published))
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
        self.told.extend(mentions)
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
        nouns = [
            each
            for each in scene.times
            if each.noun in part.tokens and each.dates and not (is_loose(each.time) or recurs(scene.sentence, each))
        ]
        found = [self._nominal(scene, number, time, time.noun) for time in nouns if time.noun is not None]
        if number in scene.together or is_brought_about(scene.sentence, part):
            return found
        time = governing(scene, number)
        told = can_happen(scene, part) and (time is not None or can_witness(scene, part))
        told = told and not is_opinion(scene, part) and not is_habit(scene, part, self.article.published)
        if told and not is_talk(scene, part):
            told_on = (self._verbal(scene, number, each) for each in series(scene, time))
            # what is not planned is no event; what will not happen may be another article's plan
            found.extend(m for m in told_on if not (m.negated and m.status is Status.PLANNED))
        return found

    def _verbal(self, scene: Scene, number: int, time: Attachment | None) -> EventMention:
        """Return a clause as a mention."""
        told = self.headlines.of_clause(scene, number, time)
        mention = self._mention(scene, scene.parts[number], told.tokens, told.timed, time, told.title)
        if mention.status is Status.CANCELLED and any(each.aims and each.clause == number for each in scene.times):
            mention = replace(mention, status=Status.OCCURRED)  # put off to a day that another mention tells
        if told.said is None:
            return replace(mention, dangling=told.dangling)
        content = told.tokens | group_tokens(scene, told.said)
        return replace(mention, terms=terms(scene.sentence, content - told.timed))

    def _nominal(self, scene: Scene, number: int, time: Attachment, noun: int) -> EventMention:
        """Return an event noun with a time of its own as a mention ("Tuesday's talks in Oslo")."""
        sentence, article = scene.sentence, self.article
        title, tokens, part = self.headlines.of_noun(scene, number, time, noun)
        title = "" if is_broken(sentence, part, title) else title
        mention = self._mention(scene, part, tokens, set(time.tokens), time, title)
        place = article.locate(sentence.spans[noun])
        planned = mention.interval is not None and mention.interval.start > article.published
        status = Status.PLANNED if planned else Status.OCCURRED
        return replace(
            mention,
            id=f"{article.id}:{place.start}-{place.end}",
            head=sentence.spans[noun],
            predicate=sentence.lemmas[begun(sentence, noun)],
            arguments=(),
            statement=False,
            negated=False,
            modal=False,
            state=False,
            scenery=False,
            main=False,
            status=Status.CANCELLED if not time.aims and calls_off(sentence, scene.parts[number], noun) else status,
        )

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
            negated=part.negated and not (time is not None and time.ends),  # "did not land until Friday": it did then
            modal=part.modal in words("grammar", "hypothetical_modal"),
            statement=part.statement and noun is None,
            status=status_of(sentence, part, time, article.published),
            lede=scene.lede,
            state=is_state(sentence, part),
            scenery=noun is None and _is_scenery(scene, part, time, timed, article.published),
            present=part.tense is Tense.PRESENT,
            main=_is_main(scene, part) and part.tense in {Tense.PAST, Tense.PRESENT_PERFECT},
        )


def _is_scenery(scene: Scene, part: Clause, time: Attachment | None, timed: set[int], published: date) -> bool:
    """Say whether a clause tells what somebody makes of things, or how they are, and not that anything happened."""
    if is_commentary(scene, part) or tells_no_change(scene, part) or only_reports(scene, part, published):
        return True
    if is_undone(scene.sentence, part) and not scene.lede:
        return True
    if is_of_now(scene.sentence, part) and time is not None and _is_ahead(time, published):
        return True
    return not _begins(time) and is_scenery(scene.sentence, part, timed)


def _is_ahead(time: Attachment, published: date) -> bool:
    return time.time.interval is not None and time.time.interval.start > published


def _begins(time: Attachment | None) -> bool:
    """Say whether a time tells since when something is so: its beginning is an event."""
    return time is not None and time.relation is Relation.SINCE


def _is_main(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is what its sentence tells, by itself or in somebody's words ("..., police said")."""
    if part.parent is None:
        return True
    above = scene.parts[part.parent]
    plain = above.statement and scene.sentence.lemmas[above.head] in words("verbs", "plain_saying")
    return above.parent is None and plain and part.relation in {"ccomp", "parataxis"} and part.parent not in scene.dated
