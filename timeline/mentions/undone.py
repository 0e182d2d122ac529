"""What tells of no happening though it has a day: nothing was awaited, nothing was there, or it did not do."""

from timeline.clauses import Clause
from timeline.syntax import Sentence
from timeline.wordlists import words


def is_undone(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells only what was not so, and nothing shows that it was awaited."""
    return _is_unawaited(sentence, part) or _is_absence(sentence, part) or falls_short(sentence, part)


def falls_short(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause only judges that something does not do ("was not enough to end the strike").

    Or that it is less than something else ("was not as fierce as Sunday's").
    """
    likened = sentence.upos[part.head] in {"ADJ", "ADV"} and any(
        sentence.words[at].lower() in {"as", "so"} for at in sentence.children(part.head, "advmod")
    )
    return part.negated and (likened or sentence.lemmas[part.head].lower() in words("grammar", "enough"))


def _is_absence(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells that nothing was there, or only a fear ("there was no more fighting")."""
    subject = part.subject
    if subject is None or sentence.lemmas[part.head] != "be" or not sentence.children(part.head, "expl"):
        return False
    none = any(sentence.words[at].lower() == "no" for at in sentence.subtree(subject))
    return none or sentence.lemmas[subject] in words("nouns", "doubted")


def _is_unawaited(sentence: Sentence, part: Clause) -> bool:
    """Say whether a clause tells that something was not done which nothing shows to have been awaited.

    "Did not issue permits": a noun that is known ("did not pass the budget") or counted is spoken of before.
    """
    if not part.negated or part.passive or part.statement or part.modal:
        return False
    thing = next((noun for noun in sentence.children(part.head, "obj") if noun > part.head), None)
    if thing is None or sentence.upos[thing] != "NOUN":
        return False
    known = sentence.children(thing, "det", "nmod:poss", "nummod", "acl", "acl:relcl")
    return all(sentence.words[at].lower() == "any" for at in known)
