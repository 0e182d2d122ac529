"""Slips of the parser that English rules out, put right before a sentence is read as clauses.

Each cost a headline its subject or its verb: "Berg, held in May, left", read with Berg as who held; "A crowd of miners
gathered, radio said", read as a crowd that was gathered; "as sailors met there came", read with two verbs in a row.
Rules that the parser no longer needs are taken out when it is trained anew.
"""

from timeline.mend.beside import with_clauses_beside, with_compounds, with_first_verb
from timeline.mend.lost import (
    with_listed_pasts,
    with_participle_before,
    with_plans,
    with_set_off_participles,
    with_subjects_before_adverbs,
    with_verb_behind_aside,
    with_verb_behind_dashes,
    with_verb_behind_participle,
    with_verb_joined,
    with_verb_that_agrees,
    with_verb_within,
)
from timeline.mend.objects import (
    with_happenings,
    with_joined_participles,
    with_listeners,
    with_object_relatives,
    with_participles_of_nouns,
    with_verb_behind_hopes,
)
from timeline.mend.reports import (
    report_behind,
    with_believed_things,
    with_own_commas,
    with_report_beside,
    with_reports_in_relatives,
    with_said_things,
    with_speakers_behind,
    with_told_nouns,
    with_told_subjects,
)
from timeline.mend.subjects import (
    hidden_verb,
    with_days_behind,
    with_doers,
    with_events_before,
    with_magnitudes,
    with_names_before,
    with_particles,
    with_people_who,
    with_second_predicates,
    with_subjects,
    with_things_done,
    with_whole_subjects,
)
from timeline.mend.tree import moved
from timeline.syntax import Sentence
from timeline.syntax.sentence import ROOT


def mend(sentence: Sentence) -> Sentence:
    """Return a parse with what cannot be in English put right; the sentence itself where nothing is wrong."""
    if not len(sentence):
        return sentence
    sentence = with_verb_that_agrees(
        with_events_before(
            with_first_verb(
                with_clauses_beside(with_particles(with_days_behind(with_magnitudes(with_compounds(sentence)))))
            )
        )
    )
    sentence = with_verb_behind_participle(
        with_verb_behind_dashes(
            with_object_relatives(with_listeners(with_happenings(with_verb_behind_hopes(sentence))))
        )
    )
    sentence = with_listed_pasts(with_verb_joined(with_set_off_participles(with_participle_before(sentence))))
    sentence = with_verb_within(with_told_nouns(with_told_subjects(with_verb_behind_aside(sentence))))
    sentence = with_subjects_before_adverbs(with_plans(with_report_beside(with_names_before(sentence))))
    sentence = with_said_things(
        with_things_done(with_people_who(with_subjects(with_doers(with_whole_subjects(sentence)))))
    )
    sentence = with_believed_things(with_speakers_behind(sentence))
    sentence = with_second_predicates(with_own_commas(with_reports_in_relatives(sentence)))
    sentence = with_joined_participles(with_participles_of_nouns(sentence))
    verb = hidden_verb(sentence, sentence.root)
    if verb is not None:
        return moved(sentence, {verb: (ROOT, "root"), sentence.root: (verb, "nsubj")})
    report = report_behind(sentence)
    return sentence if report is None else moved(sentence, report)
