"""What a clause tells: a happening that may be an event, or an opinion, a habit, or talk."""

from datetime import date

from timeline.attachment import Attachment
from timeline.clauses import Clause
from timeline.grammar import load
from timeline.mentions.scene import Scene, quoted
from timeline.model import Relation, TimexType
from timeline.syntax import Sentence
from timeline.tenses import Tense
from timeline.wordlists import words
from timeline.words import WEEKDAYS

_GROUP = frozenset({"AUX", "PART"})
_MISSED = (
    *("would have", "should have", "could have", "would not have"),
    *("was to have", "were to have", "was to have been", "were to have been"),
)


_TIME_AND_AGAIN = frozenset({"several", "many", "weekly", "regular", "successive", "consecutive", "most"})


def can_happen(scene: Scene, part: Clause) -> bool:
    """Say whether a clause can tell a happening at all.

    A line that only names or stamps tells none ("Updated Friday, 9 a.m., Oslo"), nor does a supposition ("if the bridge
    were closed", "it would have opened") or a judgment ("it is fair to say").
    """
    sentence = scene.sentence
    compares = sentence.words[part.head].lower() == "compared" and not part.finite  # "compared with 63 in 2010"
    supposed = compares or part.marker in {"if", "unless", "whether"} or _is_unreal(sentence, part)
    supposed = supposed or _is_free_relative(sentence, part) or _compares(scene, part)
    supposed = (
        supposed
        or _is_rumoured(scene, part)
        or is_unanswered(sentence, part)
        or _ranks(sentence, part)
        or _is_denied(scene, part)
    )
    if supposed or (part.relation == "csubj" and not part.finite):
        return False
    if part.planned and part.tense is Tense.PAST_PERFECT:
        return False  # "he had been due to retire in June"
    empty = part.subject is not None and sentence.deprels[part.subject] == "expl"
    if empty and sentence.words[part.subject or 0].lower() == "it":
        return False  # "it is a given that"
    if sentence.upos[part.head] in {"VERB", "AUX"}:
        return part.parent is not None or part.subject is not None or _names_something(scene, part)
    children = sentence.children(part.head)
    if not any(sentence.deprels[child] == "cop" for child in children):
        return part.parent is None and _is_headline(sentence, part)
    return not _only_judges(scene, part)


def _is_free_relative(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause only names a thing by what was done to it ("described *what neighbours heard*")."""
    asked = (at for at in part.tokens if at < part.head and sentence.words[at].lower() in {"what", "whatever"})
    what = any(part.head in {sentence.heads[at], sentence.heads[sentence.heads[at]]} for at in asked)
    above = sentence.heads[part.head]
    named = part.relation == "relcl" and sentence.words[above].lower() == "what"
    return named or (what and sentence.words[part.head].lower() != "what" and sentence.words[-1] != "?")


def _is_denied(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is what somebody denies ("denied that officers had fired"): nobody says that it happened."""
    above = None if part.parent is None or part.relation not in {"ccomp", "csubj"} else scene.parts[part.parent]
    return above is not None and scene.sentence.lemmas[above.head] in words("verbs", "denying")


def _is_rumoured(scene: Scene, part: Clause) -> bool:
    """Say whether a dated clause only spells out what is rumoured or feared ("a rumour *that he died Sunday*")."""
    sentence = scene.sentence
    first, above = min(part.tokens), sentence.heads[part.head]
    own = part.subject in part.tokens and sentence.xpos[part.subject or 0] not in {"WDT", "WP"}
    own = own and scene.parts.index(part) in scene.dated
    if not own or sentence.words[first].lower() != "that" or not 0 <= above < first:
        return False
    nouns = (above, *(sentence.children(above, "nsubj", "expl", "obj") if part.relation in {"ccomp", "advcl"} else ()))
    return any(sentence.upos[at] == "NOUN" and sentence.lemmas[at] in words("nouns", "doubted") for at in nouns)


def _ranks(sentence: Sentence, part: Clause) -> bool:
    """Say whether a participle only ranks what its sentence tells ("becoming the third to quit this year")."""
    ranked = sentence.xpos[part.head] == "VBG" and not part.finite and sentence.lemmas[part.head] in {"become", "make"}
    ranks = {"only", *load().words["ordinal"]}
    return ranked and any(
        sentence.xpos[at] in {"JJS", "RBS"} or sentence.words[at].lower() in ranks for at in part.tokens
    )


def _compares(scene: Scene, part: Clause) -> bool:
    """Say whether a clause only likens its sentence to another time ("as they had done in May", "as it was then")."""
    sentence, head = scene.sentence, part.head
    if part.marker == "than":
        return True  # "more than was used to start it"
    bare = sentence.upos[head] in {"VERB", "AUX"} and sentence.lemmas[head] in {"do", "be", "have"}
    bare = (bare and not sentence.children(head, "obj", "expl")) or any(head in each.tokens for each in scene.times)
    return bare and any(sentence.words[child].lower() in {"as", "than"} for child in sentence.children(head, "mark"))


def is_unanswered(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells only that somebody did not speak to the paper, or how it reached them.

    "The bank declined to comment", "calls were not returned", "reached by telephone on Monday".
    """
    lemma, asking = sentence.lemmas[part.head], words("verbs", "asking")
    if lemma in {"decline", "refuse"}:
        withheld = (sentence.lemmas[child] for child in sentence.children(part.head, "xcomp"))
        # who refuses to talk, or to answer in court, makes news
        return not words("verbs", "withholding" if lemma == "decline" else "silence").isdisjoint(withheld)
    if lemma == "comment":
        return part.negated
    told = sentence.children(part.head, "obj", "obl", "nsubj")
    asked = not asking.isdisjoint(sentence.words[child].lower() for child in told)
    if lemma == "reach":
        return sentence.xpos[part.head] == "VBN" and asked
    return lemma in {"return", "answer", "respond", "reply"} and part.negated and asked


def _only_judges(scene: Scene, part: Clause) -> bool:
    """Say whether a clause with "it" for its subject tells what is thought, or the time of day ("it is noon")."""
    sentence, children = scene.sentence, scene.sentence.children(part.head)
    timed = any(part.head in each.tokens for each in scene.times)
    if timed and part.subject is not None and sentence.lemmas[part.subject] in words("nouns", "frame"):
        return True  # "the last time was in May"
    if not any(sentence.words[c].lower() == "it" and sentence.deprels[c] in {"expl", "nsubj"} for c in children):
        return False
    content = ("csubj", "advcl", "xcomp", "ccomp", "acl")
    return timed or any(sentence.deprels[c].startswith(content) for c in children)


def _is_unreal(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what did not come about: "would have opened", "was to have met", "had it passed"."""
    group = [sentence.words[at].lower() for at in part.tokens if at < part.head and sentence.upos[at] in _GROUP]
    missed = any(" ".join(group).endswith(ending) for ending in _MISSED)
    turned = sentence.words[0].lower() == "had" and part.subject is not None and 0 < part.subject < part.head
    return missed or (turned and not any(sentence.upos[at] == "VERB" for at in range(1, part.head)))


def _names_something(scene: Scene, part: Clause) -> bool:
    """Say whether a noun that is no time stands before the verb of a clause without a subject."""
    timed = {index for each in scene.times for index in each.tokens}
    return any(
        scene.sentence.upos[index] in {"NOUN", "PROPN"}
        for index in part.tokens
        if index < part.head and index not in timed
    )


def _is_headline(sentence: Sentence, part: Clause) -> bool:
    """Say whether a noun with a participle behind it tells what happened ("Crew rescued on Friday")."""
    return any(
        sentence.upos[child] == "VERB" and child > part.head and sentence.deprels[child] == "acl"
        for child in sentence.children(part.head)
    )


def can_witness(scene: Scene, part: Clause) -> bool:
    """Say whether an undated clause tells a happening that another source may date."""
    if not part.finite or part.subject is None or _adds_up(scene, part):
        return False
    lemma = scene.sentence.lemmas[part.head]
    if lemma in words("verbs", "plain_saying") or lemma in words("verbs", "textual"):
        return False
    return scene.sentence.upos[part.head] == "VERB" and lemma not in words("verbs", "stative")


def _adds_up(scene: Scene, part: Clause) -> bool:
    """Say whether a clause counts what has happened since some time, day after day ("1,400 have been killed since")."""
    number, sentence = scene.parts.index(part), scene.sentence
    opened = (case for noun in sentence.children(part.head, "obl") for case in sentence.children(noun, "case"))
    if any(sentence.words[case].lower() == "since" for case in opened):
        return True
    since = any(each.clause == number and each.relation is Relation.SINCE for each in scene.times)
    return since or any(other.parent == number and other.marker == "since" for other in scene.parts)


def is_opinion(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is somebody's word on how things are or will be, quoted as it was said."""
    sentence = scene.sentence
    inside = quoted(sentence)
    if not all(index in inside or sentence.upos[index] == "PUNCT" for index in part.tokens):
        return False
    if part.tense is Tense.PAST and sentence.children(part.head, "expl"):
        return False  # "there were marches today" tells what happened
    stative = sentence.upos[part.head] != "VERB" or sentence.lemmas[part.head] in words("verbs", "stative")
    return stative or part.tense is Tense.PRESENT


def is_commentary(scene: Scene, part: Clause) -> bool:
    """Say whether a clause is what analysts and the like make of things, or that they do ("..., analysts said")."""
    told = _focus(scene, part)
    said = (other for other in scene.parts if other.statement and _bears(scene, other, told))
    subjects = (other.subject for other in (part, *said) if other.statement)
    lemmas = (scene.sentence.lemmas[subject] for subject in subjects if subject is not None)
    return not words("nouns", "commentator").isdisjoint(lemmas)


def tells_no_change(scene: Scene, part: Clause) -> bool:
    """Say whether a clause, or what is said in it, tells that something goes on as before ("says talks continue")."""
    number = scene.parts.index(part)
    said = (other for other in scene.parts if other.parent == number and other.relation == "ccomp")
    told = next(said, None) if part.statement else part
    if told is None or told.tense is not Tense.PRESENT or told.progressive or told.passive:
        return False
    return scene.sentence.lemmas[told.head] in words("verbs", "continuing")


def _focus(scene: Scene, part: Clause) -> Clause:
    """Return the clause that a cleft's own is the news of ("it was *17 days of protest* that moved the army")."""
    above = part
    while above.relation in {"relcl", "acl"} and above.parent is not None:
        above = scene.parts[above.parent]
    subject = above.subject
    cleft = subject is not None and scene.sentence.words[subject].lower() == "it" and above.head > subject
    return above if cleft and scene.sentence.children(above.head, "cop") else part


def _bears(scene: Scene, report: Clause, part: Clause) -> bool:
    """Say whether a clause reports another one, from before it or from behind the sentence."""
    said = {"ccomp", "parataxis"}
    if part.parent is not None and scene.parts[part.parent] is report and part.relation in said:
        return True
    above, number = set[int](), scene.parts.index(part)
    while number not in above:
        above.add(number)
        parent = scene.parts[number].parent
        number = number if parent is None else parent
    return report.parent in above and report.relation in {*said, "conj"} and report.head > part.head


def is_habit(scene: Scene, part: Clause, published: date) -> bool:
    """Say whether a clause, or what it says, tells what is always or never so ("she said they always obey the law")."""
    content = [
        other for other in scene.parts if other.relation == "ccomp" and scene.sentence.heads[other.head] == part.head
    ]
    told = content[0] if part.statement and content else part
    habitual = words("grammar", "habitual")
    adverbs = (scene.sentence.words[child].lower() for child in scene.sentence.children(told.head, "advmod"))
    if told.modal == "would" and any(
        scene.sentence.words[at].lower() in {"most", "many", "some", "other", "every"}
        and scene.sentence.words[at + 1].lower().rstrip("s") in words("nouns", "frame") | words("nouns", "part_of_day")
        for at in told.tokens
        if at + 1 < len(scene.sentence)
    ):
        return True  # "most evenings he would walk home"
    if _recurs(scene, told, published):
        return True
    at_all_times = told.tense is Tense.PRESENT or not told.finite  # "normally held before Christmas"
    return at_all_times and not told.progressive and not habitual.isdisjoint(adverbs)


def recurs(sentence: Sentence, time: Attachment) -> bool:
    """Say whether a weekday tells which of many happenings are meant, week by week ("several *Friday* protests")."""
    noun = time.noun
    if noun is None or sentence.xpos[noun] != "NNS" or any(sentence.words[at] not in WEEKDAYS for at in time.tokens):
        return False
    before = [at for at in sentence.subtree(noun) if at < noun]
    return any(sentence.words[at].lower() in _TIME_AND_AGAIN for at in before)


def is_of_now(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells how things are now ("who are *now* under investigation")."""
    now = (sentence.words[at].lower() in {"now", "currently"} for at in sentence.children(part.head, "advmod"))
    return part.tense is Tense.PRESENT and not part.progressive and any(now)


def _recurs(scene: Scene, part: Clause, published: date) -> bool:
    """Say whether a clause tells what comes again, whatever hour it names.

    A set of times says so ("on Saturdays at noon"), and the simple present with an hour alone ("sleeps until noon"),
    be it of a timetable, on a day that is over ("polls open at 7").
    """
    own = [each.time for each in scene.times if each.clause == scene.parts.index(part)]
    dated = [time for time in own if time.interval is not None]
    if not dated or not all(time.is_bare_clock for time in dated):
        return False
    lemma = scene.sentence.lemmas[part.head]
    bare = part.relation == "conj" and scene.sentence.xpos[part.head] == "VB"  # "open at 7 and *close* at 8"
    tense = scene.parts[part.parent or 0].tense if bare and part.tense is Tense.NONE else part.tense
    simple = tense is Tense.PRESENT and not (part.progressive or part.passive or part.planned)
    over = all(time.interval is not None and time.interval.end <= published for time in dated)
    simple = simple and scene.sentence.upos[part.head] == "VERB" and (over or lemma not in words("verbs", "timetable"))
    return simple or any(time.type is TimexType.SET for time in own)


def is_talk(scene: Scene, part: Clause) -> bool:
    """Say whether a clause speaks of "I", "we" or "you", asks, or is chanted: talk, not a report of what happened."""
    sentence = scene.sentence
    inside = quoted(sentence)
    if part.head in inside and any(
        sentence.lemmas[other.head] in words("verbs", "chanting") and other.head not in inside for other in scene.parts
    ):
        return True
    talk = words("grammar", "talk_pronoun")
    own = [part, *(other for other in scene.parts if _describes_subject(scene, other, part))]
    subject = part.subject
    if subject is not None and sentence.upos[subject] == "PRON" and sentence.words[subject].lower() in talk:
        return True  # "we spent it and sold the farm"
    if any(sentence.words[at].lower() in talk for each in own for at in each.tokens if sentence.upos[at] == "PRON"):
        return True
    return sentence.words[-1] == "?" or (len(sentence) > 1 and sentence.words[-2] == "?")


def _describes_subject(scene: Scene, other: Clause, part: Clause) -> bool:
    """Say whether a relative clause tells of a clause's subject ("the last call *we had* came on Monday")."""
    return other.relation == "relcl" and scene.sentence.heads[other.head] == part.subject
