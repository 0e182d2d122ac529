"""Tags and relations that several rules look for."""

NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "CCONJ", "PRON", "PART"})
"""Of what noun phrases are made, those with a preposition or an "and" in them too."""

VERBAL = frozenset({"VERB", "AUX"})

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Verbs that have a tense in themselves."""

TENSED = FINITE | {"MD"}
"""What gives a clause its tense: such a verb, or a modal."""

CONTENT = frozenset({"advcl", "acl", "conj", "ccomp", "parataxis", "acl:relcl"})
"""Relations by which a clause hangs on another one, or on a noun."""
