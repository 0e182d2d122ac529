"""English irregular verbs and nouns, a line each; and the regular rules of spelling, both ways."""

_VERBS = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built
burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|cling clung clung
come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought
find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast
foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone|freeze froze frozen
get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had
hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|light lit lit|lose lost lost
make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken
misunderstand misunderstood misunderstood|offset offset offset|outdo outdid outdone|overcome overcame overcome
overdo overdid overdone|override overrode overridden|oversee oversaw overseen|overtake overtook overtaken
overthrow overthrew overthrown|pay paid paid|prove proved proven|put put put|quit quit quit|read read read
rebuild rebuilt rebuilt|repay repaid repaid|rethink rethought rethought|retake retook retaken|rid rid rid
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept
slide slid slid|speak spoke spoken|speed sped sped|spend spent spent|spin spun spun|split split split
spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
strike struck struck|string strung strung|strive strove striven|swear swore sworn|sweep swept swept
swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told
think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone
understand understood understood|undertake undertook undertaken|undo undid undone|uphold upheld upheld
upset upset upset|wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|write wrote written
"""
_DOUBLED = """
abet abhor acquit admit allot bar bat beg ban blot bob brag cap chat chip chop clap clip clog commit compel concur
confer control corral cram crop dam debar defer deter dip disbar dispel drag drip drop drum embed emit equip excel
expel fan fit flap flip flog fret gag grab grin grip gun hop hug hum impel incur infer jam jet jog jot kid kidnap knit
knot lag lap log man map mob mop nab nap net nod occur omit outwit pad pat patrol peg pen permit pin pit plan plod
plot plug pop prefer prod prop propel pun quiz ram rap rebel rebut recur refer regret remit repel rig rip rob rot rub
sag scan scar scrap scrub ship shop shred shrug shun sin sip skid skim skin skip slam slap slip slit slot snap snip
sob span spar spot spur squat stab star stem step stir stop strap strip strut submit sum swap swat tag tan tap
tip top transfer transmit trap trek trim trip tug unplug unzip wag wed whip wrap zap zip
"""
_IRREGULAR_DOUBLED = (
    "begin bet bid cut dig forget get hit let put quit rid run set shed shut sit spin split swim upset win"
)
_PLURALS = """
man men|woman women|child children|person people|foot feet|tooth teeth|goose geese|mouse mice|ox oxen|life lives
wife wives|knife knives|half halves|leaf leaves|loaf loaves|thief thieves|wolf wolves|shelf shelves|self selves
calf calves
crisis crises|basis bases|analysis analyses|thesis theses|hypothesis hypotheses|diagnosis diagnoses|oasis oases
criterion criteria|phenomenon phenomena|medium media|datum data|bacterium bacteria|curriculum curricula
memorandum memoranda|referendum referendums|alumnus alumni|nucleus nuclei|stimulus stimuli|index indices
embryo embryos|hero heroes|potato potatoes|tomato tomatoes|echo echoes|veto vetoes|embargo embargoes|torpedo torpedoes
tornado tornadoes|mosquito mosquitoes|volcano volcanoes|cargo cargoes
"""
_VOWELS = "aeiou"


def _rows(text: str) -> list[list[str]]:
    return [row.split() for line in text.split("\n") for row in line.split("|") if row]


PAST = {"be": "was"} | {base: past for base, past, _ in _rows(_VERBS)}
PARTICIPLE = {"be": "been"} | {base: participle for base, _, participle in _rows(_VERBS)}
PLURAL = dict(_rows(_PLURALS))
DOUBLED = frozenset(_DOUBLED.split())
FROM_PAST = {past: base for base, past in PAST.items()} | {"were": "be", "'d": "have", "’d": "have", "learnt": "learn"}
FROM_PARTICIPLE = {form: base for base, form in PARTICIPLE.items()} | {
    "got": "get",
    "proved": "prove",
    "learnt": "learn",
}
FROM_PLURAL = {many: one for one, many in PLURAL.items()}


def past(lemma: str) -> str:
    """Return the simple past of a verb's lemma, third person singular for "be".

    >>> [past(verb) for verb in ("leave", "stop", "carry", "arrest", "agree", "panic")]
    ['left', 'stopped', 'carried', 'arrested', 'agreed', 'panicked']
    """
    known = PAST.get(lemma)
    if known:
        return known
    if lemma.endswith("e"):
        return lemma + "d"
    return _stem(lemma) + "ed"


def participle(lemma: str) -> str:
    """Return the past participle of a verb's lemma.

    >>> participle("take"), participle("close")
    ('taken', 'closed')
    """
    return PARTICIPLE.get(lemma) or past(lemma)


def third_person(lemma: str) -> str:
    """Return the third person singular of the present.

    >>> [third_person(verb) for verb in ("be", "have", "go", "reach", "deny", "stay")]
    ['is', 'has', 'goes', 'reaches', 'denies', 'stays']
    """
    special = {"be": "is", "have": "has", "do": "does", "go": "goes", "quiz": "quizzes"}.get(lemma)
    return special or plural(lemma, irregular=False)


def gerund(lemma: str) -> str:
    """Return the form in -ing.

    >>> [gerund(verb) for verb in ("make", "stop", "die", "flee", "be")]
    ['making', 'stopping', 'dying', 'fleeing', 'being']
    """
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and len(lemma) > 2 and lemma[-2] not in "eyo":
        return lemma[:-1] + "ing"
    return (lemma if lemma.endswith("y") else _stem(lemma, _GERUND_DOUBLED)) + "ing"


def plural(lemma: str, *, irregular: bool = True) -> str:
    """Return the plural of a noun's lemma.

    >>> [plural(noun) for noun in ("crossing", "country", "crisis", "coach")]
    ['crossings', 'countries', 'crises', 'coaches']
    """
    if irregular and lemma in PLURAL:
        return PLURAL[lemma]
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


_GERUND_DOUBLED = DOUBLED | frozenset(_IRREGULAR_DOUBLED.split())


def _stem(lemma: str, doubled: frozenset[str] = DOUBLED) -> str:
    """Return a verb as it stands before -ed or -ing."""
    if lemma in doubled:
        return lemma + lemma[-1]
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "i"
    return lemma + "k" if lemma.endswith("ic") else lemma
