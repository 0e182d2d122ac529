"""A clause without its time: what goes when the day stands in a column of its own."""

from timeline.appointments import puts_off
from timeline.clauses import Clause
from timeline.mentions.facts import act
from timeline.mentions.scene import Scene, quoted
from timeline.syntax import Sentence
from timeline.wordlists import words

_NAMED_DAYS = frozenset({"date", "deadline"})
_OF_THEM = frozenset({"the", "of", "them", "these", "those"})
_DISTRIBUTIVE = frozenset({"each", "every", "both", "either"})


def needless_times(scene: Scene, timed: set[int], part: Clause) -> set[int]:
    """Return the times that a headline does without: not what the clause speaks of, nor what somebody is quoted with.

    "Organizers chose January 25 for the march", "the vote was put off to May 3" and the "tomorrow" of a chant stay.
    """
    sentence = scene.sentence
    timed = timed - _targets(sentence, timed, part)
    objects = {each for each in timed if sentence.heads[each] == part.head and sentence.deprels[each] == "obj"}
    objects = set() if sentence.lemmas[part.head] in words("verbs", "intransitive") else objects  # "died January 4"
    # a day without a number behind a verb ("left Tuesday") is no object, whatever the parse says
    if part.subject in timed or (objects and any(sentence.upos[each] == "NUM" for each in timed)):
        return set()
    inside = quoted(sentence)
    return timed if part.head in inside else timed - inside


def _targets(sentence: Sentence, timed: set[int], part: Clause) -> set[int]:
    """Return the time that a plan is moved to or set for, with what leads to it."""
    if act(sentence, part.head) not in words("verbs", "moving") and not puts_off(sentence, part.head):
        return set()
    found: set[int] = set()
    for index in timed:
        above = sentence.heads[index]
        leads = {sentence.words[child].lower() for child in sentence.children(index, "case")}
        dated = "of" in leads and sentence.lemmas[above] in _NAMED_DAYS  # "set a trial date of May 3"
        if above not in timed and (dated or not leads.isdisjoint(words("grammar", "up_to") | {"for"})):
            found |= set(sentence.subtree(index))
    return found & timed


def time_phrase(sentence: Sentence, timed: set[int]) -> set[int]:
    """Return what goes with a time that is left out: its possessive, and whose time it is ("in each of X's ...")."""
    marks = {index for index in range(1, len(sentence)) if sentence.xpos[index] == "POS" and index - 1 in timed}
    if any(sentence.xpos[index - 1] == "POS" and index - 1 not in marks for index in timed if index):
        return set()  # "in the state's last two fiscal years"
    phrase = {index for index in timed if not _opens_another(sentence, index, timed, owns=bool(marks))} | marks
    for index in sorted(timed):
        above = sentence.heads[index]
        if above in timed or above < 0:
            continue
        own = {child for child in sentence.subtree(index) if child < index and not _is_result(sentence, child)}
        if not any(sentence.upos[child] in {"VERB", "AUX"} for child in own):
            phrase |= own
        phrase |= _named_again(sentence, index)
        if sentence.upos[above] in {"DET", "PRON"} and above < index:
            if sentence.words[above].lower() in _DISTRIBUTIVE:
                return set()  # "3 million in each of the past three years" is not 3 million in three years
            phrase |= set(sentence.subtree(above))
    first = min(phrase, default=0) - 1
    while first > 0 and sentence.words[first].lower() in words("grammar", "of_time") and sentence.upos[first] == "ADV":
        moves = sentence.upos[first - 1] == "VERB" and sentence.lemmas[first - 1] in words("verbs", "with_back")
        if moves and sentence.words[first].lower() == "back":
            break  # "the results came back on Monday"
        phrase.add(first)  # "passed back in May", "late into the evening"
        first -= 1
    behind = max(phrase, default=-1) + 1
    if 0 < behind < len(sentence) and sentence.words[behind].lower() == "alone" and behind - 1 in timed:
        phrase.add(behind)  # "in the last week alone"
    return phrase | _closing_comma(sentence, phrase)


def _closing_comma(sentence: Sentence, phrase: set[int]) -> set[int]:
    """Return the comma behind a date with one of its own ("born May 3, 1928, in Lund"), if none stands before it."""
    inner = any(sentence.words[index] == "," for index in phrase)
    behind = max(phrase, default=-1) + 1
    opened = min(phrase, default=0) > 0 and sentence.words[min(phrase) - 1] == ","
    closes = inner and not opened and behind < len(sentence) and sentence.words[behind] == ","
    return {behind} if closes else set()


def _named_again(sentence: Sentence, index: int) -> set[int]:
    """Return what a day is called between commas behind it ("on 10 April, the deadline"), with the commas."""
    for noun in sentence.children(index, "appos"):
        below = set(sentence.subtree(noun))
        if noun < index or sentence.upos[noun] != "NOUN" or sentence.lemmas[noun] in words("nouns", "frame"):
            continue
        if sentence.words[min(below) - 1 :][:1] == (",",):
            return below | _commas_around(sentence, below)
        if sentence.words[min(below)] == ",":
            return below
    return set()


def _is_result(sentence: Sentence, index: int) -> bool:
    """Say whether a word before a day tells how somebody was found ("feared dead Tuesday")."""
    return sentence.upos[index] == "ADJ" and index > 0 and sentence.upos[index - 1] == "VERB"


def _opens_another(sentence: Sentence, index: int, timed: set[int], *, owns: bool) -> bool:
    """Say whether a token before a time opens the phrase of a noun behind it, which keeps its opening.

    "*The* Christmas Eve march", "*for* Tuesday's vote", "*in* the 1967 war".
    """
    above = sentence.heads[index]
    if above in timed:
        return False
    leads = sentence.upos[index] == "ADP" and (owns or (above > index and sentence.upos[above] in {"NOUN", "PROPN"}))
    return sentence.words[index].lower() == "the" or leads


def shared_out(sentence: Sentence, timed: set[int]) -> set[int]:
    """Return the words that say an amount counts for each of several times ("in each of the past three years")."""
    each = {sentence.heads[index] for index in timed} - timed
    return {
        token
        for index in each
        if index >= 0 and sentence.words[index].lower() in _DISTRIBUTIVE
        for token in sentence.subtree(index)
    }


def on_some_days(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells what happened on some days of a longer time ("there were days when ...")."""
    if any(sentence.words[at].lower() == "days" and _some(sentence, at) for at in part.tokens):
        return True  # "on some days this month"
    above = sentence.heads[part.head]
    if part.marker != "when" and not any(sentence.words[at].lower() == "when" for at in part.tokens if at < part.head):
        return False
    framed = [above, *sentence.children(above, "nsubj")] if above >= 0 else []
    return any(sentence.words[index].lower() == "days" for index in framed)


def _some(sentence: Sentence, noun: int) -> bool:
    return any(sentence.words[child].lower() == "some" for child in sentence.children(noun, "det"))


def bare_participles(sentence: Sentence, left_out: set[int], part: Clause) -> set[int]:
    """Return the participles that only a time left out made sense of ("the vote planned for May 3 was put off")."""
    found: set[int] = set()
    for noun in part.tokens:
        caused = sentence.deprels[noun] == "obj" and sentence.lemmas[sentence.heads[noun]] in words("verbs", "causing")
        for verb in () if caused else sentence.children(noun, "acl", "amod"):
            below = set(sentence.subtree(verb))
            rest = {i for i in below - left_out - {verb} if sentence.upos[i] not in {"PUNCT", "ADV", "ADP"}}
            lost = (below | {max(below) + 1}) & left_out  # the time may have been read as the clause's
            if verb > noun and lost and not rest and sentence.xpos[verb] in {"VBN", "VBD", "JJ"}:
                found |= below | _commas_around(sentence, below)
    return found


def bare_ranks(sentence: Sentence, left_out: set[int], part: Clause) -> set[int]:
    """Return what only ranks a thing and has lost its time ("turned down two bids, *the first* on May 3")."""
    found: set[int] = set()
    for noun in part.tokens:
        below = set(sentence.subtree(noun))
        if sentence.deprels[noun] != "appos" or not (below | {max(below) + 1}) & left_out:
            continue
        rest = [sentence.words[i].lower() for i in below - left_out if sentence.upos[i] != "PUNCT"]
        if not words("grammar", "rank").isdisjoint(rest) and words("grammar", "rank") | _OF_THEM >= set(rest):
            first = min(i for i in below if sentence.upos[i] != "PUNCT")
            found |= below | ({first - 1} if sentence.words[first - 1] == "," else set())
    return found


def _commas_around(sentence: Sentence, tokens: set[int]) -> set[int]:
    """Return the two commas that set some tokens off, if both are there or the second ends the sentence."""
    around = (min(tokens) - 1, max(tokens) + 1)
    return {at for at in around if 0 <= at < len(sentence) and sentence.words[at] == ","}


def with_article(sentence: Sentence, kept: set[int], left_out: set[int]) -> dict[int, str]:
    """Return the articles that take the place of possessives left out ("today's march": "the march")."""
    articles: dict[int, str] = {}
    for mark in (index for index in left_out if sentence.xpos[index] == "POS"):
        owned = next((index for index in range(mark + 1, len(sentence)) if index in kept), None)
        if owned is not None and sentence.upos[owned] in {"NOUN", "ADJ", "VERB"}:
            articles[owned] = f"the {sentence.words[owned]}"
    return articles
