"""Verbs of saying and what is said, where one was read as part of the other or of something else."""

from timeline.clauses import SUBJECTS
from timeline.mend.tags import CONTENT, FINITE, NOMINAL, VERBAL
from timeline.mend.tree import Changes, ancestors, has, moved
from timeline.syntax import Sentence
from timeline.syntax.repair import may_be_participle, may_be_past
from timeline.syntax.sentence import ROOT
from timeline.tenses import tense_of, verb_group
from timeline.wordlists import words

_BREAKS = frozenset({",", '"', "”", "''"})
_LONGEST_SPEAKER, _LONGEST_TAIL = 12, 6  # tokens


def with_said_things(sentence: Sentence) -> Sentence:
    """Return a parse in which what follows "that" is what is said, and what follows "after" is when.

    "She told the council this week that the road had closed" has no week that had closed.
    """
    changes: Changes = {}
    for verb in range(len(sentence)):
        above = sentence.heads[verb]
        openers = _openers(sentence, verb)
        if sentence.deprels[verb] == "ccomp" and openers & words("grammar", "time_conjunction"):
            changes[verb] = (above, "advcl")
        elif sentence.deprels[verb].startswith("acl") and "that" in openers and _is_whole(sentence, verb):
            chain = [above, *ancestors(sentence, above)]
            at = next((n for n, token in enumerate(chain) if sentence.upos[token] in VERBAL), 0)
            saying, top = (chain[at], chain[at - 1]) if at else (None, above)
            if saying is None or sentence.lemmas[saying] not in words("verbs", "saying"):
                continue
            told = sentence.children(saying, "ccomp")
            if told == (top,) and _is_bare(sentence, top):  # who was told was read as what was said
                changes |= {verb: (saying, "ccomp"), top: (saying, "obj")}
            elif not told and sentence.deprels[top].startswith(("obl", "nmod:unmarked")):
                changes[verb] = (saying, "ccomp")
    return moved(sentence, changes) if changes else sentence


def _is_whole(sentence: Sentence, verb: int) -> bool:
    """Say whether a clause has its subject and, in the passive, all it needs: then "that" is no part of it."""
    return has(sentence, verb, "nsubj") or has(sentence, verb, "nsubj:pass")


def with_believed_things(sentence: Sentence) -> Sentence:
    """Return a parse in which what is believed of somebody belongs to who believes it ("who most think is rich")."""
    for verb in range(1, len(sentence)):
        tensed = sentence.deprels[verb] in {"ccomp", "xcomp"} and tense_of(sentence, verb_group(sentence, verb))[0]
        if not tensed or has(sentence, verb, "nsubj"):
            continue
        before = min(sentence.subtree(verb)) - 1
        believes = before >= 0 and sentence.deprels[before] == "acl:relcl" and has(sentence, before, "nsubj")
        if believes and sentence.upos[before] == "VERB" and sentence.heads[verb] > verb:
            return moved(sentence, {verb: (before, "ccomp")})
    return sentence


def with_report_beside(sentence: Sentence) -> Sentence:
    """Return a parse in which a report between commas describes no noun ("The firm, she said, will leave")."""
    for report in range(2, len(sentence) - 1):
        noun = sentence.heads[report]
        said = sentence.lemmas[report] in words("verbs", "saying") or sentence.lemmas[report] == "emerge"
        if not said or not sentence.deprels[report].startswith(("acl", "appos")) or sentence.words[report + 1] != ",":
            continue
        speakers = sentence.children(report, "nsubj")
        first = min(sentence.subtree(speakers[0])) if speakers else 0
        named = speakers and sentence.xpos[speakers[0]] not in {"WP", "WDT"} and sentence.words[first - 1] == ","
        if named and noun < first and sentence.heads[noun] == sentence.root != report:
            return moved(sentence, {report: (sentence.root, "parataxis")})
    return sentence


def with_own_commas(sentence: Sentence) -> Sentence:
    """Return a parse in which a comma that stands apart from a report beside a clause is the clause's."""
    changes: Changes = {}
    for report in range(len(sentence)):
        if sentence.deprels[report] == "parataxis":
            marks = [at for at in sentence.children(report, "punct") if at > report + 1]
            below = set(sentence.subtree(report))
            changes |= {at: (sentence.heads[report], "punct") for at in marks if at - 1 not in below}
    return moved(sentence, changes) if changes else sentence


def with_told_nouns(sentence: Sentence) -> Sentence:
    """Return a parse in which a noun that is said does what describes it ("Miners from Lund gathered, radio said")."""
    report = sentence.root
    if sentence.lemmas[report] not in words("verbs", "saying"):
        return sentence
    for noun in sentence.children(report, "ccomp", "obl:unmarked"):
        if noun > report or not _is_bare(sentence, noun) or sentence.lemmas[noun].lower() in words("nouns", "frame"):
            continue
        pasts = [
            verb
            for verb in sentence.subtree(noun)
            if sentence.deprels[verb] == "acl" and sentence.xpos[verb] == "VBN" and may_be_past(sentence.words[verb])
        ]
        if pasts:
            changes = {pasts[-1]: (report, "ccomp"), noun: (pasts[-1], "nsubj")}
            return moved(sentence, changes, {pasts[-1]: ("VERB", "VBD")})
    return sentence


def _is_bare(sentence: Sentence, noun: int) -> bool:
    """Say whether what was read as a clause is a noun with nothing said of it."""
    return sentence.upos[noun] in {"NOUN", "PROPN"} and not any(
        has(sentence, noun, part) for part in SUBJECTS | {"cop", "case"}
    )


def with_reports_in_relatives(sentence: Sentence) -> Sentence:
    """Return a parse in which a report inside a relative clause only reports ("a man who police said was armed")."""
    for verb in range(2, len(sentence) - 1):
        noun = sentence.heads[verb]
        if sentence.deprels[verb] != "acl:relcl" or sentence.lemmas[verb] not in words("verbs", "saying"):
            continue
        inside = (c for c in sentence.subtree(noun) if noun < c < verb and sentence.xpos[c] in {"WP", "WDT"})
        pronouns = [c for c in inside if sentence.upos[c - 1] != "ADP"]
        told = _told_of(sentence, verb)
        if told is None or not pronouns or not any(pronouns[0] < s < verb for s in sentence.children(verb, "nsubj")):
            continue
        subject = "nsubj:pass" if has(sentence, told, "aux:pass") else "nsubj"
        changes = {told: (noun, "acl:relcl"), verb: (told, "parataxis"), pronouns[0]: (told, subject)}
        changes |= {c: (told, "punct") for c in sentence.children(verb, "punct") if c < pronouns[0]}
        tags = {told: ("VERB", "VBD")} if sentence.xpos[told] == "VBN" and told == verb + 1 else {}
        return moved(sentence, changes, tags)
    return sentence


def _told_of(sentence: Sentence, report: int) -> int | None:
    """Return the verb right behind a report in a relative clause that has no subject but the relative pronoun."""
    first = report + 1
    verb = sentence.heads[first] if sentence.deprels[first] in {"aux", "aux:pass", "cop"} else first
    if verb < first or sentence.deprels[verb] == "root" or verb in ancestors(sentence, report):
        return None
    if any(has(sentence, verb, subject) for subject in SUBJECTS):
        return None
    past = sentence.xpos[verb] == "VBN" and verb == first and may_be_past(sentence.words[verb])
    return verb if past or tense_of(sentence, verb_group(sentence, verb))[0] else None


def _openers(sentence: Sentence, verb: int) -> set[str]:
    """Return the words that open a clause before its subject, whether read as its own or as the subject's."""
    nouns = sentence.children(verb, "nsubj") or sentence.children(verb, "obl")
    heads = (verb, *(noun for noun in nouns if noun < verb))
    marks = [child for at in heads for child in sentence.children(at, "mark", "case") if child < verb]
    if has(sentence, verb, "nsubj:pass"):  # with its subject a passive has no room for an object
        marks += [child for child in sentence.children(verb, "obj") if sentence.xpos[child] == "WDT"]
    return {sentence.words[mark].lower() for mark in marks}


def with_report_behind(sentence: Sentence) -> Sentence:
    """Return a parse in which a report behind what it tells reports it ("The road is shut, the mayor said")."""
    changes = _report_behind(sentence)
    return sentence if changes is None else moved(sentence, changes)


def _report_behind(sentence: Sentence) -> Changes | None:
    """Return what to move where a report stands behind what it tells and was read otherwise."""
    verb = _closing_verb(sentence)
    speakers = [] if verb is None else _speakers(sentence, verb)
    if verb is None or not speakers:
        return None
    speaker = speakers[0]
    outside = [child for child in sentence.children(verb) if child < speaker and sentence.deprels[child] in SUBJECTS]
    if sentence.heads[speaker] == verb and not outside and _reports(sentence, verb):
        return None
    changes = {speaker: (verb, "nsubj")} | dict.fromkeys(speakers[1:], (speaker, "conj"))
    if sentence.root != verb:
        return changes | {verb: (ROOT, "root"), sentence.root: (verb, "ccomp")}
    content = [c for c in sentence.children(verb) if c < speaker and sentence.deprels[c] in CONTENT]
    content = [c for c in content if sentence.upos[c] in VERBAL and tense_of(sentence, verb_group(sentence, c))[0]]
    whole = len(content) == 1 and any(sentence.deprels[child] in SUBJECTS for child in sentence.children(content[0]))
    if len(content) != 1 or (whole and outside):
        return None
    return changes | {content[0]: (verb, "ccomp")} | dict.fromkeys(outside[:1], (content[0], "nsubj"))


def _speakers(sentence: Sentence, verb: int) -> list[int]:
    """Return the heads of the noun phrase between a comma or a quotation and a verb, where a clause stands before it.

    What describes the speaker between commas ("the guild, a group of sailors, said") is passed over.
    """
    end = verb
    if verb and sentence.words[verb - 1] == ",":
        start = _phrase_start(sentence, verb - 1)
        end = start - 1 if sentence.words[start - 1] == "," else verb
    first = _phrase_start(sentence, end)
    if first in {0, end} or sentence.words[first - 1] not in _BREAKS or first <= sentence.root < verb:
        return []
    if not any(sentence.upos[index] in VERBAL for index in range(first - 1)):
        return []
    inside = range(first, verb)
    return [at for at in inside if sentence.heads[at] not in inside and sentence.upos[at] != "PUNCT"]


def _phrase_start(sentence: Sentence, end: int) -> int:
    """Return where the run of words that make a noun phrase and end before a token begins."""
    first = end
    while first > 0 and end - first < _LONGEST_SPEAKER:
        joint = sentence.words[first - 1] == "-" and sentence.spans[first - 1].end == sentence.spans[first].start
        if sentence.upos[first - 1] not in NOMINAL and not (joint and first < end):  # "secretary-general"
            break
        first -= 1
    return first


def _reports(sentence: Sentence, verb: int) -> bool:
    """Say whether a verb of saying is read as one: as the root, or beside the root, but not as what that one says."""
    told = sentence.deprels[verb] == "ccomp" and sentence.heads[verb] > verb
    return sentence.root == verb or sentence.deprels[verb] == "parataxis" or told


def _closing_verb(sentence: Sentence) -> int | None:
    """Return the verb of saying that ends a sentence but for a listener and a time ("told reporters on Friday")."""
    end = len(sentence)
    while end and sentence.upos[end - 1] == "PUNCT":
        end -= 1
    for verb in range(end - 1, max(-1, end - 2 - _LONGEST_TAIL), -1):
        if sentence.upos[verb] in VERBAL:
            reports = sentence.lemmas[verb] in words("verbs", "saying") or sentence.lemmas[verb] == "show"
            saying = reports and sentence.xpos[verb] in FINITE
            return verb if saying else None
        if sentence.upos[verb] in {"PUNCT", "SCONJ", "CCONJ"}:
            return None
    return None


def with_told_subjects(sentence: Sentence) -> Sentence:
    """Return a parse in which the noun before what is told does it ("A fire that began Monday killed two, X said")."""
    report = sentence.root
    if sentence.lemmas[report] not in words("verbs", "saying"):
        return sentence
    for verb in sentence.children(report, "ccomp"):
        group = verb_group(sentence, verb)
        past = group == [verb] and sentence.xpos[verb] == "VBN" and may_be_past(sentence.words[verb])
        if verb > report or not (past or tense_of(sentence, group)[0]) or any(has(sentence, verb, s) for s in SUBJECTS):
            continue
        nouns = [c for c in sentence.children(report, "obl:unmarked") if c < verb and has(sentence, c, "acl:relcl")]
        nouns += [c for c in sentence.children(report, "ccomp") if c < verb and _is_bare(sentence, c)]
        if not nouns and (read := _read_as_done(sentence, report, verb)) is not None:
            done, doer = read
            return moved(sentence, {doer: (verb, "nsubj"), done: (doer, "acl")}, {done: ("VERB", "VBN")})
        if len(nouns) == 1:
            return moved(sentence, {nouns[0]: (verb, "nsubj")}, {verb: ("VERB", "VBD")} if past else {})
    return sentence


def _read_as_done(sentence: Sentence, report: int, verb: int) -> tuple[int, int] | None:
    """Return a participle that was read as what is told, and its noun ("A man shot in Lund *died*, police said")."""
    for done in sentence.children(report, "ccomp"):
        subjects = sentence.children(done, "nsubj")
        between = sentence.words[done + 1 : verb]
        alone = verb_group(sentence, done) == [done] and may_be_participle(sentence.words[done]) and "," not in between
        if done < verb and alone and len(subjects) == 1 and subjects[0] < done and not has(sentence, done, "obj"):
            return done, subjects[0]
    return None


def with_speakers_behind(sentence: Sentence) -> Sentence:
    """Return a parse in which who stands right behind "said" is who spoke ("..., said the envoy Ana Lee")."""
    for verb in range(1, len(sentence)):
        hollow = sentence.lemmas[verb] in words("verbs", "hollow_saying") - {"tell"} and sentence.xpos[verb] in FINITE
        if not hollow or has(sentence, verb, "nsubj"):
            continue
        content = [c for c in sentence.children(verb, "ccomp", "parataxis") if c < verb]
        speakers = [c for c in sentence.children(verb, "obj") if c > verb and sentence.upos[c] in {"NOUN", "PROPN"}]
        if content and speakers:
            return moved(sentence, {speakers[0]: (verb, "nsubj")})
    return _with_speaker_last(sentence)


def _with_speaker_last(sentence: Sentence) -> Sentence:
    """Return a parse in which who ends a sentence behind a verb of saying spoke ("The dam was shut, adds Berg")."""
    end = len(sentence) - 1 if sentence.words[-1] in {".", "!"} else len(sentence)
    for verb in sentence.children(sentence.root, "conj"):
        said = sentence.lemmas[verb] in words("verbs", "saying") and sentence.xpos[verb] in FINITE
        listed = has(sentence, verb, "cc") or has(sentence, verb, "nsubj") or sentence.words[verb - 1] not in _BREAKS
        speakers = [c for c in sentence.children(verb, "obj") if c > verb and sentence.upos[c] in {"NOUN", "PROPN"}]
        listed = listed or has(sentence, verb, "conj")  # "wed Ana, wrote a book and retired"
        if said and not listed and speakers and max(sentence.subtree(verb)) == end - 1:
            return moved(sentence, {verb: (sentence.root, "parataxis"), speakers[0]: (verb, "nsubj")})
    return sentence
