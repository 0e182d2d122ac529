"""Articles as event mentions: one clause of one article, with the time that governs it.

A mention with a time that dates it can found an event; a mention without one is a witness, which may join an event but
never dates it. The one fallback is named ``dct-default``: the main clause of an article's first sentence, if it tells
something done and gives no time, is dated by the publication date.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.attachment import Attachment, attach
from timeline.clauses import Clause, Tense, clauses, mend
from timeline.discourse import Discourse
from timeline.interval import Grain, Interval
from timeline.model import AnchoredTimex, Article, EventMention, Relation, Span, Status, Timex, TimexType
from timeline.names import Name, NameIndex, fold, names
from timeline.resolve import annotate
from timeline.sentences import split
from timeline.syntax import Sentence, parse_all
from timeline.titles import headline
from timeline.wordlists import words

_TERM_TAGS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ARGUMENTS = {"nsubj": "subject", "nsubj:pass": "object", "obj": "object", "iobj": "recipient", "obl:agent": "subject"}
_COARSE = frozenset({Grain.DECADE, Grain.CENTURY})
_LEDE_WORDS = 5
_SHORT_NAME = 25
DCT_DEFAULT = "dct-default"


def extract(articles: Iterable[Article]) -> tuple[EventMention, ...]:
    """Find the event mentions of some articles, article by article in the order given, in the order of the text."""
    return tuple(mention for article in articles for mention in _extract(article))


def _extract(article: Article) -> list[EventMention]:
    times = annotate(article.clean, article.published)
    spans = split(article.clean)
    sentences = [mend(sentence) for sentence in parse_all(article.clean, spans)]
    found = [names(sentence) for sentence in sentences]
    index = NameIndex(name.text for group in found for name in group)
    people = {fold(index.full(name.text)) for group in found for name in group if name.titled}
    people |= _introduced(sentences, found, index)
    reader = _Reader(article=article, index=index, people=people, discourse=Discourse())
    mentions: list[EventMention] = []
    at = 0
    for span, sentence, group in zip(spans, sentences, found, strict=True):
        inside: list[AnchoredTimex] = []
        while at < len(times) and times[at].span.start < span.end:
            inside.append(times[at])
            at += 1
        mentions.extend(reader.read(span, sentence, group, inside))
    mentions = _with_lede(article, mentions)
    return [replace(mention, order=number) for number, mention in enumerate(mentions)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scene:
    """What is known of one sentence while its clauses are read."""

    span: Span
    sentence: Sentence
    names: tuple[Name, ...]
    parts: tuple[Clause, ...]
    times: tuple[Attachment, ...]
    folded: dict[int, int]
    lede: bool


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads one article sentence by sentence."""

    article: Article
    index: NameIndex
    people: set[str]
    discourse: Discourse
    seen_lede: bool = False

    def read(
        self, span: Span, sentence: Sentence, group: tuple[Name, ...], times: Sequence[AnchoredTimex]
    ) -> list[EventMention]:
        """Return the mentions of the next sentence."""
        parts = clauses(sentence)
        lede = not self.seen_lede and sentence_is_lede(self.article, span, sentence)
        self.seen_lede = self.seen_lede or lede
        scene = _Scene(
            span=span,
            sentence=sentence,
            names=group,
            parts=parts,
            times=attach(sentence, parts, times) if parts else (),
            folded={},
            lede=lede,
        )
        scene.folded.update(_folded(scene))
        mentions: list[EventMention] = []
        for number in range(len(parts)):
            mentions.extend(self._mentions(scene, number))
            self._hear(scene, parts[number])
        self.discourse.next_sentence()
        return mentions

    def _mentions(self, scene: _Scene, number: int) -> list[EventMention]:
        """Return the mentions of one clause: itself, and the event nouns that a time of their own dates."""
        part = scene.parts[number]
        found: list[EventMention] = []
        for time in scene.times:
            if time.noun is not None and time.dates and time.noun in part.tokens:
                found.append(self._nominal(scene, number, time))
        if number in scene.folded:
            return found
        time = _governing(scene, number)
        if time is not None or _can_witness(scene, part):
            found.append(self._verbal(scene, number, time))
        return found

    def _verbal(self, scene: _Scene, number: int, time: Attachment | None) -> EventMention:
        part = scene.parts[number]
        tokens = _group_tokens(scene, number)
        timed = {index for each in scene.times if each.noun is None for index in each.tokens if index in tokens}
        hidden = timed | _possessives(scene.sentence, timed)
        antecedent = _antecedent(scene.sentence, part)
        kept = tokens | antecedent
        instead = self._instead(scene, part, kept)
        core = {part.head} | set(antecedent)
        title = headline(
            scene.sentence, kept, without=hidden | _relative_words(scene, part), instead=instead, core=core
        )
        return self._mention(scene, part, tokens | antecedent, timed, time, title)

    def _nominal(self, scene: _Scene, number: int, time: Attachment) -> EventMention:
        part = scene.parts[number]
        assert time.noun is not None  # noqa: S101  # the caller chose it for that
        sentence = scene.sentence
        tokens = set(sentence.subtree(time.noun))
        hidden = set(time.tokens) | _possessives(sentence, set(time.tokens))
        title = headline(
            sentence, tokens, without=hidden, instead=self._instead(scene, part, tokens), spare=_titles(scene)
        )
        if len(title) < _SHORT_NAME:  # "talks" says too little alone; its clause names the day with it
            whole = _group_tokens(scene, number)
            title = headline(
                sentence, whole, instead=self._instead(scene, part, whole), core=tokens, spare=_titles(scene)
            )
        mention = self._mention(scene, part, tokens, set(time.tokens), time, title)
        planned = mention.interval is not None and mention.interval.start > self.article.published
        start, end = sentence.spans[time.noun]
        return replace(
            mention,
            id=f"{self.article.id}:{self.article.locate(Span(start, end)).start}-{self.article.locate(Span(start, end)).end}",
            head=Span(start, end),
            predicate=sentence.lemmas[time.noun],
            arguments=(),
            statement=False,
            negated=False,
            modal=False,
            status=Status.PLANNED if planned else Status.OCCURRED,
        )

    def _mention(
        self, scene: _Scene, part: Clause, tokens: set[int], timed: set[int], time: Attachment | None, title: str
    ) -> EventMention:
        sentence, article = scene.sentence, self.article
        span = Span(min(sentence.spans[i].start for i in tokens), max(sentence.spans[i].end for i in tokens))
        place = article.locate(span)
        head = Span(*sentence.spans[part.head])
        participants, places = self._names(scene, tokens - timed)
        return EventMention(
            id=f"{article.id}:{place.start}-{place.end}",
            article_id=article.id,
            source=article.source,
            published=article.published,
            sentence=scene.span,
            span=span,
            text=span.of(article.clean),
            sentence_text=" ".join(scene.span.of(article.clean).split()),
            head=head,
            predicate=sentence.lemmas[part.head],
            time=time.time if time else None,
            relation=time.relation if time else None,
            title=title,
            participants=participants,
            places=places,
            terms=_terms(sentence, tokens - timed),
            arguments=self._arguments(scene, part),
            numbers=_numbers(sentence, tokens - timed),
            negated=part.negated,
            modal=part.modal in words("grammar", "hypothetical_modal"),
            statement=part.statement,
            status=self._status(scene, part, time),
            lede=scene.lede,
            main=part.parent is None and part.tense in {Tense.PAST, Tense.PRESENT_PERFECT},
        )

    def _status(self, scene: _Scene, part: Clause, time: Attachment | None) -> Status:
        """Say whether a clause tells something done, going on, planned or called off."""
        interval = time.time.interval if time else None
        lemma = scene.sentence.lemmas[part.head]
        if interval is not None and interval.start > self.article.published:
            return Status.PLANNED
        if part.tense is Tense.FUTURE or (part.planned and not (interval and interval.end <= self.article.published)):
            return Status.PLANNED
        if lemma in words("verbs", "cancelled") and not part.negated and not part.modal:
            return Status.CANCELLED
        if part.tense is Tense.PRESENT and part.progressive:
            return Status.ONGOING
        return Status.OCCURRED

    def _names(self, scene: _Scene, tokens: set[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the participants and the places named in a clause, in full, each once, in order."""
        participants: dict[str, None] = {}
        places: dict[str, None] = {}
        for name in scene.names:
            if name.last not in tokens:
                continue
            full = self.index.full(name.text)
            (places if self._is_place(scene.sentence, name, full) else participants).setdefault(full)
        return tuple(participants), tuple(places)

    def _is_place(self, sentence: Sentence, name: Name, full: str) -> bool:
        if fold(full) in self.people or name.titled or name.first == 0:
            return False
        before = name.first - 1
        while before > 0 and sentence.upos[before] in {"DET", "ADJ"}:
            before -= 1
        organisation = fold(full.split()[-1]) in words("names", "organisation")
        return sentence.words[before].lower() in words("names", "place_preposition") and not organisation

    def _arguments(self, scene: _Scene, part: Clause) -> tuple[tuple[str, str], ...]:
        """Return the heads of a predicate's arguments by role; names by their last word, pronouns by what they mean."""
        sentence = scene.sentence
        roles = [
            (_ARGUMENTS[r], child)
            for child in sentence.children(part.head)
            if (r := sentence.deprels[child]) in _ARGUMENTS
        ]
        if part.subject is not None and part.subject not in {child for _, child in roles}:
            roles.insert(0, ("object" if part.passive else "subject", part.subject))
        return tuple((role, text) for role, child in roles if (text := self._head_word(sentence, child)))

    def _head_word(self, sentence: Sentence, index: int) -> str:
        if sentence.upos[index] == "PRON":
            meant = self.discourse.resolve(sentence.words[index])
            return fold(meant.split()[-1]) if meant else ""
        flat = [child for child in sentence.children(index) if sentence.deprels[child] == "flat"]
        last = max([index, *flat])
        return fold(sentence.lemmas[last] if sentence.upos[last] != "PROPN" else sentence.words[last])

    def _instead(self, scene: _Scene, part: Clause, tokens: set[int]) -> dict[int, str]:
        """Return what to print in place of some tokens: full names for short ones, a name for a pronoun subject."""
        sentence = scene.sentence
        instead: dict[int, str] = {}
        said: set[str] = set()
        for name in scene.names:
            if not tokens >= set(range(name.first, name.last + 1)):
                continue
            full = self.index.full(name.text)
            if full != name.text and full not in said:
                instead[name.first] = full
                instead.update(dict.fromkeys(range(name.first + 1, name.last + 1), ""))
            said.add(full)
        subject = part.subject
        if subject is not None and sentence.upos[subject] == "PRON" and subject in tokens:
            meant = self.discourse.resolve(sentence.words[subject])
            if meant:
                instead[subject] = meant
        return instead

    def _hear(self, scene: _Scene, part: Clause) -> None:
        """Remember the subject of a clause, and what it is said to be, for the pronouns of the next ones."""
        if part.subject is not None and part.relation != "relcl":
            text, person = self._subject_text(scene, part.subject)
            self.discourse.hear(scene.sentence, part.subject, text, person=person)
        if scene.sentence.upos[part.head] == "NOUN" and part.subject is not None:
            text, _ = self._subject_text(scene, part.head)
            self.discourse.hear(scene.sentence, part.head, text, person=False)

    def _subject_text(self, scene: _Scene, subject: int) -> tuple[str, bool]:
        for name in scene.names:
            if name.first <= subject <= name.last:
                full = self.index.full(name.text)
                return full, fold(full) in self.people
        sentence = scene.sentence
        kept = {
            index
            for index in sentence.subtree(subject)
            if index <= subject or sentence.heads[index] == subject and sentence.deprels[index] == "nmod"
        }
        text = headline(sentence, kept)
        return (text if len(text) <= 40 else ""), False


def _introduced(sentences: Sequence[Sentence], found: Sequence[tuple[Name, ...]], index: NameIndex) -> set[str]:
    """Return the names that an apposition with a title makes a person's ("X Y, secretary of Z"), folded."""
    people: set[str] = set()
    for sentence, group in zip(sentences, found, strict=True):
        for name in group:
            after = [word.lower() for word in sentence.words[name.last + 1 : name.last + 6]]
            if after[:1] == [","] and any(word in words("names", "title") for word in after[1:]):
                people.add(fold(index.full(name.text)))
    return people


def sentence_is_lede(article: Article, span: Span, sentence: Sentence) -> bool:
    """Say whether a sentence can be the lede: not the headline, and long enough to tell something."""
    text = " ".join(span.of(article.clean).split())
    return len(sentence) >= _LEDE_WORDS and text != " ".join(article.title.split())


def _titles(scene: _Scene) -> list[set[int]]:
    """Return the tokens of the titles before names, a group a name."""
    return [set(range(name.opening, name.first)) for name in scene.names if name.titled]


def _possessives(sentence: Sentence, timed: set[int]) -> set[int]:
    """Return the possessive marks that a left-out time leaves behind."""
    return {index for index in range(1, len(sentence)) if sentence.xpos[index] == "POS" and index - 1 in timed}


def _idle_auxiliaries(sentence: Sentence, part: Clause) -> set[int]:
    """Return the auxiliaries that a headline does without: "being" before a participle."""
    return {
        index
        for index in part.tokens
        if index < part.head and sentence.words[index].lower() == "being" and part.passive
    }


def _folded(scene: _Scene) -> dict[int, int]:
    """Map each clause that is told together with another one to that one.

    A second predicate that shares the subject of the first and has no time of its own belongs to it; so do what a verb of
    saying states when only the saying is dated, a time clause, and a participle that describes.
    """
    dated = {each.clause for each in scene.times if each.dates and each.noun is None}
    folded: dict[int, int] = {}
    for number, part in enumerate(scene.parts):
        if part.parent is None or part.parent == number or number in dated:
            continue
        same = part.relation == "conj" and not _has_own_subject(scene.sentence, part)
        if same or (part.relation == "acl" and not part.finite):
            folded[number] = part.parent
    for number, part in enumerate(scene.parts):
        # a dated participle ("a statement released Tuesday") dates the clause it stands in, if nothing else does
        if number in dated and part.relation == "acl" and not part.finite and part.parent is not None:
            above = scene.parts[part.parent]
            if part.parent not in dated and scene.sentence.lemmas[above.head] not in words("verbs", "stative"):
                folded[number] = part.parent
    return folded


def _has_own_subject(sentence: Sentence, part: Clause) -> bool:
    return any(sentence.deprels[child].startswith(("nsubj", "csubj", "expl")) for child in sentence.children(part.head))


def _group_tokens(scene: _Scene, number: int) -> set[int]:
    """Return the tokens of a clause with those of the clauses told together with it and of what it says."""
    members = {number}
    dated = {each.clause for each in scene.times if each.dates and each.noun is None}
    for other, part in enumerate(scene.parts):
        if part.parent is None or other in members:
            continue
        joined = scene.folded.get(other) in members
        content = part.parent in members and part.relation in {"ccomp", "relcl", "acl", "advcl"}
        apart = _is_attribution(scene, part) and part.parent not in dated
        if joined or (
            content and not (part.relation == "ccomp" and apart) and not (part.relation == "advcl" and part.statement)
        ):
            members.add(other)
    return {index for member in members for index in scene.parts[member].tokens}


def _is_attribution(scene: _Scene, part: Clause) -> bool:
    """Say whether a clause is said by a plain verb of saying that adds nothing of its own."""
    if part.parent is None:
        return False
    above = scene.parts[part.parent]
    return scene.sentence.lemmas[above.head] in words("verbs", "plain_saying")


def _governing(scene: _Scene, number: int) -> Attachment | None:
    """Return the time that dates a clause: its own narrowest, else one that a clause folded into it has."""
    own = [each for each in scene.times if each.dates and each.noun is None and each.clause == number]
    if not own:
        inner = {other for other, into in scene.folded.items() if into == number}
        own = [each for each in scene.times if each.dates and each.noun is None and each.clause in inner]
    own = [each for each in own if each.time.interval and each.time.interval.grain not in _COARSE]
    if not own:
        return _leading(scene, number)
    return min(own, key=lambda each: (each.time.interval.days if each.time.interval else 0, each.tokens[0]))


def _leading(scene: _Scene, number: int) -> Attachment | None:
    """Return the time at the head of a sentence when the clause is a later one of its coordination."""
    part = scene.parts[number]
    if part.relation != "conj" or part.parent is None or part.tense is Tense.PRESENT_PERFECT:
        return None
    first = [
        each for each in scene.times if each.dates and each.leads and each.clause == part.parent and each.tokens[0] <= 1
    ]
    return first[0] if first else None


def _can_witness(scene: _Scene, part: Clause) -> bool:
    """Say whether an undated clause tells a happening that another source may date."""
    if not part.finite or part.subject is None:
        return False
    lemma = scene.sentence.lemmas[part.head]
    if lemma in words("verbs", "plain_saying") or lemma in words("verbs", "textual"):
        return False
    return scene.sentence.upos[part.head] == "VERB" and lemma not in words("verbs", "stative")


def _antecedent(sentence: Sentence, part: Clause) -> set[int]:
    """Return the tokens of the noun that a relative clause describes, without the clause."""
    describes = part.relation == "relcl" or (part.relation == "acl" and not part.finite)
    if not describes or part.subject is None or part.subject >= part.head:
        return set()
    noun = sentence.heads[part.head]
    if part.subject != noun:
        return set()
    return {index for index in sentence.subtree(noun) if index < min(part.tokens)}


def _relative_words(scene: _Scene, part: Clause) -> set[int]:
    """Return the relative pronoun and the commas that a relative clause leaves behind as a main clause."""
    if part.relation != "relcl":
        return set()
    sentence = scene.sentence
    return {
        i
        for i in part.tokens
        if i < part.head and (sentence.xpos[i] in {"WP", "WDT", "WRB"} or sentence.words[i] == ",")
    }


def _terms(sentence: Sentence, tokens: set[int]) -> tuple[str, ...]:
    """Return the content words of a clause by lemma, folded, each once, in order."""
    found: dict[str, None] = {}
    for index in sorted(tokens):
        if sentence.upos[index] in _TERM_TAGS:
            word = sentence.words[index] if sentence.upos[index] == "PROPN" else sentence.lemmas[index]
            found.setdefault(fold(word))
    return tuple(found)


def _numbers(sentence: Sentence, tokens: set[int]) -> tuple[str, ...]:
    """Return the amounts of a clause with what they count, such as ``6,000 migrant``."""
    found: dict[str, None] = {}
    for index in sorted(tokens):
        if sentence.upos[index] == "NUM":
            above = sentence.heads[index]
            counted = sentence.lemmas[above] if above >= 0 and sentence.deprels[index] == "nummod" else ""
            found.setdefault(f"{sentence.words[index]} {counted}".strip())
    return tuple(found)


def _with_lede(article: Article, mentions: list[EventMention]) -> list[EventMention]:
    """Date the first clause of the lede by the publication date where the lede gives no time."""
    lede = [number for number, mention in enumerate(mentions) if mention.lede]
    if not lede or any(mentions[number].time for number in lede):
        return mentions
    main = next((number for number in lede if mentions[number].main), None)
    if main is None:
        return mentions
    first = mentions[main]
    if first.status is not Status.OCCURRED or first.modal or first.negated:
        return mentions
    time = AnchoredTimex(
        timex=Timex(span=Span(first.span.start, first.span.start), text="", rule=DCT_DEFAULT),
        type=TimexType.DATE,
        value=article.published.isoformat(),
        interval=Interval.day(article.published),
        anchor=f"publication date {article.published.isoformat()}",
        reason="the lede gives no time; the publication date stands in",
    )
    mentions[main] = replace(first, time=time, relation=Relation.AT)
    return mentions
