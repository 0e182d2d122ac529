"""Slips of the parser that English rules out, put right before a sentence is read as clauses.

Each cost a headline its subject or its verb: "Berg, held in May, left", read with Berg as who held; "A crowd of miners
gathered, radio said", read as a crowd that was gathered; "as sailors met there came", read with two verbs in a row.
Rules that the parser no longer needs are taken out when it is trained anew.
"""

from collections.abc import Callable
from typing import NamedTuple

from timeline.mend.beside import with_clauses_beside, with_compounds, with_first_verb, with_nouns_joined_to_none
from timeline.mend.days import with_clauses_behind_days
from timeline.mend.lists import with_described_lists, with_heads_of_lists, with_verbs_of_lists
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
from timeline.mend.named import (
    with_clauses_behind_as,
    with_described_people,
    with_doers_behind_as,
    with_names_of_the_described,
)
from timeline.mend.nouns import (
    with_nouns_behind_prepositions,
    with_people_behind_prepositions,
    with_remarks,
    with_reported_nouns,
)
from timeline.mend.objects import (
    with_happenings,
    with_joined_participles,
    with_listeners,
    with_object_relatives,
    with_participles_of_nouns,
    with_things_made,
    with_verb_behind_hopes,
)
from timeline.mend.pasts import (
    with_absolutes,
    with_first_past,
    with_helped_verbs,
    with_last_past,
    with_past_before_an_amount,
    with_past_on_a_happening,
)
from timeline.mend.predicates import with_led_subjects, with_measured_participles
from timeline.mend.relatives import (
    with_copulas,
    with_happenings_allowed,
    with_happenings_that_begin,
    with_parts_of_whom,
    with_relatives_behind_days,
    with_whole_relatives,
)
from timeline.mend.reports import (
    with_believed_things,
    with_own_commas,
    with_report_behind,
    with_report_beside,
    with_reports_in_relatives,
    with_said_things,
    with_speakers_behind,
    with_told_nouns,
    with_told_subjects,
)
from timeline.mend.small import with_days_behind, with_magnitudes, with_particles
from timeline.mend.subjects import (
    with_doers,
    with_events_before,
    with_hidden_verb,
    with_names_before,
    with_people_who,
    with_places,
    with_second_predicates,
    with_subjects,
    with_subjects_behind_joints,
    with_things_done,
    with_whole_subjects,
)
from timeline.mend.times import with_clauses_to_come
from timeline.syntax import Sentence

Rule = Callable[[Sentence], Sentence]
"""What gives a parse with one slip put right, or the parse itself."""


_MOST = 4  # slips of one kind in a sentence


class Group(NamedTuple):
    """Some rules that run one after the other, and why they stand where they do."""

    name: str
    why: str
    rules: tuple[Rule, ...]


GROUPS = (
    Group(
        "small words",
        "a noun taken for a verb, or a particle for a preposition, would give a rule below a false verb or object",
        (
            with_copulas,
            with_nouns_behind_prepositions,
            with_people_behind_prepositions,
            with_measured_participles,
            with_reported_nouns,
            with_compounds,
            with_magnitudes,
            with_days_behind,
            with_particles,
        ),
    ),
    Group(
        "two clauses read as one",
        "which noun is whose is clear only where each of two verbs, and no noun, is one",
        (
            with_remarks,
            with_clauses_behind_days,
            with_relatives_behind_days,
            with_clauses_beside,
            with_nouns_joined_to_none,
            with_first_verb,
            with_events_before,
            with_verb_that_agrees,
        ),
    ),
    Group(
        "nouns between two verbs",
        "a gerund, a listener or a relative clause between a subject and its verb must be out of the way of that verb",
        (
            with_verb_behind_hopes,
            with_happenings,
            with_listeners,
            with_things_made,
            with_object_relatives,
            with_led_subjects,
        ),
    ),
    Group(
        "participles read as the verb",
        "what describes the subject goes to it, and the verb behind gets the subject",
        (
            with_helped_verbs,
            with_absolutes,
            with_first_past,
            with_last_past,
            with_past_before_an_amount,
            with_past_on_a_happening,
            with_described_people,
            with_clauses_behind_as,
            with_verb_behind_dashes,
            with_verb_behind_participle,
            with_participle_before,
            with_set_off_participles,
            with_verb_joined,
        ),
    ),
    Group(
        "verbs read as participles",
        "the other way round, once no participle is left that was read as a verb",
        (
            with_listed_pasts,
            with_verb_behind_aside,
            with_told_subjects,
            with_told_nouns,
            with_verb_within,
            with_doers_behind_as,
        ),
    ),
    Group(
        "subjects hung elsewhere",
        "each verb now is one, so a noun before one that has no subject is its subject",
        (
            with_described_lists,
            with_heads_of_lists,
            with_verbs_of_lists,
            with_names_before,
            with_report_beside,
            with_plans,
            with_places,
            with_subjects_before_adverbs,
            with_subjects_behind_joints,
            with_whole_subjects,
            with_doers,
            with_subjects,
        ),
    ),
    Group(
        "clauses hung elsewhere",
        "clauses that have their subjects go to the noun or the verb that they tell of",
        (
            with_people_who,
            with_names_of_the_described,
            with_things_done,
            with_said_things,
            with_speakers_behind,
            with_believed_things,
            with_reports_in_relatives,
            with_own_commas,
            with_second_predicates,
            with_clauses_to_come,
            with_parts_of_whom,
            with_whole_relatives,
            with_happenings_that_begin,
            with_happenings_allowed,
        ),
    ),
    Group(
        "stray participles",
        "the pasts that no rule above has read as verbs describe the nouns before them",
        (with_participles_of_nouns, with_joined_participles),
    ),
    Group(
        "the sentence's main word",
        "it is chosen last, out of clauses that are whole",
        (with_hidden_verb, with_report_behind),
    ),
)
"""All rules, in the order in which they run: a rule may count on what those before it have put right."""


def mend(sentence: Sentence) -> Sentence:
    """Return a parse with what cannot be in English put right; the sentence itself where nothing is wrong."""
    if not len(sentence):
        return sentence
    for group in GROUPS:
        for rule in group.rules:
            sentence = _everywhere(rule, sentence)
    return sentence


def _everywhere(rule: Rule, sentence: Sentence) -> Sentence:
    """Return a parse with a slip put right wherever it stands: a rule may mend one place at a time."""
    for _ in range(_MOST):
        mended = rule(sentence)
        if mended == sentence:
            break
        sentence = mended
    return sentence
