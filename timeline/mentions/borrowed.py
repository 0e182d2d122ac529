"""Headlines of clauses whose subject stands in another one: a second predicate, and what somebody did before."""

from timeline.clauses import Clause, first_of, shares_passive
from timeline.mentions.cast import Cast
from timeline.mentions.scene import Scene
from timeline.mentions.wording import did_first, is_main_after_all, opening_words, titles
from timeline.syntax import Sentence
from timeline.syntax.irregular import past
from timeline.titles import LONGEST, headline
from timeline.wordlists import words


def shared(cast: Cast, scene: Scene, part: Clause, kept: set[int]) -> str:
    """Return the headline of a later predicate with the subject it shares; nothing where it shares none."""
    sentence, subject = scene.sentence, part.subject
    passive = shares_passive(sentence, part.head)
    main = is_main_after_all(scene, part)
    joint = (part.relation == "conj" or main) and (part.finite or passive)
    if not joint or subject is None or subject in part.tokens:
        return ""
    first = sentence.heads[part.head] if main else first_of(sentence, part.head)
    joined = (
        main
        or sentence.children(part.head, "cc")
        or ","
        in (
            sentence.words[min(kept & set(part.tokens), default=0)],
            sentence.words[part.head - 1],
        )
    )
    if sentence.heads[subject] != first or not joined:
        return ""
    noun = {index for index in sentence.subtree(subject) if index < first}
    comma = next((index for index in sorted(noun) if index > subject and sentence.words[index] == ","), first)
    noun = {index for index in noun if index < comma}  # without what stands beside it ("the suspect, a student,")
    owner = next((other for other in scene.parts if other.head == first), part)
    instead = cast.instead(scene, owner, noun) | cast.instead(scene, part, kept)
    if any(sentence.words[i] == "," for i in noun):
        return ""
    if passive:
        number = "were" if sentence.xpos[subject] in {"NNS", "NNPS"} else "was"
        instead |= {part.head: f"{number} {sentence.words[part.head]}"}
    core = {part.head, subject}
    own = {i for i in kept if i >= part.head or not (main or sentence.words[i] == ",")} - opening_words(scene, part)
    return headline(sentence, noun | own, instead=instead, core=core, spare=titles(scene))


def fronted(cast: Cast, scene: Scene, part: Clause, kept: set[int]) -> str:
    """Return the headline of a participle with the subject of its clause, which it shares.

    "Born in Lund, Berg left"; "after *leaving* Lund, Berg went to Oslo": Berg left Lund.
    """
    sentence, above = scene.sentence, scene.parts[part.parent or 0]
    done = sentence.xpos[part.head] == "VBN" and not part.finite and not part.marker
    done = done and (part.relation == "advcl" or (part.relation == "conj" and not sentence.children(part.head, "cc")))
    done = done and ((part.subject or 0) > part.head or _stands_aside(sentence, part))
    deed = did_first(sentence, part, above)
    subject = above.subject if deed else part.subject
    if subject is None or not (deed or done):
        return ""
    noun = {i for i in sentence.subtree(subject) if i in above.tokens and i < above.head} - set(part.tokens)
    if deed:  # without what stands beside a name ("Ana Ruiz, the minister,")
        noun &= set(range(next((i for i in sorted(noun) if i > subject and sentence.words[i] == ","), len(sentence))))
    instead = cast.instead(scene, above, noun)
    if sentence.upos[subject] == "PRON" and subject not in instead:
        return ""
    text = headline(sentence, noun, instead=instead, spare=titles(scene))
    own = {i for i in kept & set(part.tokens) if i >= part.head and sentence.words[i] != ","}
    plural = sentence.xpos[subject] in {"NNS", "NNPS"}
    acts = deed and not part.passive
    verb = past(sentence.lemmas[part.head]) if acts else ("were" if plural else "was")
    kept = own - ({part.head} if acts else set())
    instead = cast.instead(scene, part, kept)
    told = headline(sentence, kept, instead=instead, core=set() if acts else {part.head})
    first = min(own - {part.head}, default=part.head)
    small = not acts or sentence.words[first][:1].islower()
    told = told[:1].lower() + told[1:] if small else told
    title = f"{text} {verb} {told}".rstrip() if text and (told or acts) else ""
    return title if len(title) <= LONGEST else ""


def _stands_aside(sentence: Sentence, part: Clause) -> bool:
    """Say whether a participle behind a comma tells what was done to the subject ("it stands empty, *shut* in May")."""
    comma = part.head > 0 and sentence.words[part.head - 1] == ","
    return comma and sentence.lemmas[part.head] not in words("verbs", "intransitive")
