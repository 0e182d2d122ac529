"""Slips of parsers that English rules out, put right before a sentence is read as clauses.

Each cost a headline its subject or its verb of saying: "President X discussed Y" without a full stop, read as a noun
that a participle describes; "On Sunday, X, 46, was ill", read with X beside Sunday; "the road was open, the mayor
said", read with the mayor as one more subject of the road's clause.
"""

from timeline.mend.days import with_days_apart, with_days_told
from timeline.mend.lost import (
    with_counted_subjects,
    with_listed_pasts,
    with_participle_before,
    with_plans,
    with_set_off_participles,
    with_subjects_before_adverbs,
    with_two_sides,
    with_verb_behind_aside,
    with_verb_behind_description,
    with_verb_behind_participle,
    with_verb_behind_relative,
    with_verb_joined,
    with_verb_within,
)
from timeline.mend.reports import (
    report_behind,
    told_participle,
    with_believed_things,
    with_own_commas,
    with_report_beside,
    with_report_between,
    with_report_inside,
    with_reports_in_relatives,
    with_said_things,
    with_speakers_behind,
    with_told_nouns,
    with_told_subjects,
)
from timeline.mend.subjects import (
    hidden_subject,
    hidden_verb,
    with_described_name,
    with_described_subject,
    with_doers,
    with_named_heads,
    with_names_before,
    with_noun_between,
    with_opening_noun,
    with_participles_between,
    with_perfects,
    with_second_predicates,
    with_subjects,
)
from timeline.mend.tree import moved
from timeline.syntax import Sentence
from timeline.syntax.sentence import ROOT


def mend(sentence: Sentence) -> Sentence:
    """Return a parse with what cannot be in English put right; the sentence itself where nothing is wrong."""
    if not len(sentence):
        return sentence
    sentence = with_verb_behind_participle(with_verb_behind_description(with_opening_noun(sentence)))
    sentence = with_verb_joined(with_set_off_participles(with_participle_before(sentence)))
    sentence = with_listed_pasts(sentence)
    sentence = with_verb_behind_relative(with_two_sides(with_noun_between(sentence)))
    sentence = with_told_subjects(with_report_inside(with_verb_behind_aside(sentence)))
    sentence = with_counted_subjects(with_verb_within(with_told_nouns(sentence)))
    sentence = with_subjects_before_adverbs(with_plans(with_report_beside(with_names_before(sentence))))
    sentence = with_described_subject(with_doers(with_participles_between(with_perfects(sentence))))
    sentence = with_subjects(with_days_told(with_days_apart(sentence)))
    sentence = with_described_name(
        with_believed_things(with_speakers_behind(with_report_between(with_said_things(sentence))))
    )
    sentence = with_second_predicates(with_named_heads(with_own_commas(with_reports_in_relatives(sentence))))
    root = sentence.root
    verb = hidden_verb(sentence, root)
    if verb is not None:
        return moved(sentence, {verb: (ROOT, "root"), root: (verb, "nsubj")})
    report = report_behind(sentence)
    if report is not None:
        return moved(sentence, report)
    participle = told_participle(sentence, root)
    if participle is not None:
        changes = {participle: (root, "ccomp"), sentence.heads[participle]: (participle, "nsubj")}
        return moved(sentence, changes, {participle: ("VERB", "VBD")})
    subject = hidden_subject(sentence, root)
    if subject is None:
        return sentence
    tags = {root: ("VERB", "VBD")} if sentence.xpos[root] == "VBN" else {}
    return moved(sentence, {subject: (root, "nsubj")}, tags)
