"""Words that carry an attribution, and words that turn one round."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Verbs by what they do to a content, as newswriting handbooks group them. Inflected forms come from `forms` below.
SAY = _words(
    "say tell state add note remark comment explain mention observe reply respond answer repeat reiterate stress"
    " emphasise emphasize point write tweet post read quip joke recall recount continue conclude clarify elaborate"
    " speak talk quote cite reckon testify inform"
)
ASSERT = _words(
    "claim argue insist maintain assert contend allege declare affirm announce report reveal disclose confirm"
    " acknowledge admit concede accept agree believe suggest imply hint indicate estimate calculate predict forecast"
    " project expect warn caution advise promise pledge vow swear assure guarantee propose recommend speculate"
    " put describe characterise characterize call label dub name identify list credit attribute blame"
)
ACCUSE = _words(
    "accuse deny dismiss reject dispute refute rebut criticise criticize condemn denounce slam blast decry lambast"
    " attack question challenge oppose complain protest object lament regret deplore apologise apologize"
)
URGE = _words("urge call demand ask request order appeal plead beg invite encourage")
PRAISE = _words("praise welcome hail thank congratulate applaud commend laud defend endorse support")
SHOW = _words("show find rule establish determine document record reveal prove demonstrate detect")

# Speech acts that stand before what they are about and not before a clause: "Labour demanded an urgent statement", "he disputes the figure".
ACTS = _words(
    "demand condemn denounce contest welcome criticise criticize dispute deny reject dismiss refute rebut deplore decry slam blast"
    " lambast ridicule mock blame fault expect praise applaud hail defend threaten vow pledge promise"
)
# What says of one thing that it is another, with "as" behind the thing: "portrayed him as a friend of landlords", "brushed off the poll as noise".
AS_ANOTHER = _words(
    "regard view perceive portray paint depict cast frame tout pitch deride assail pillory lampoon pan trash rip savage skewer disparage belittle bill"
)
OFF_AS_ANOTHER = _words("brush shrug wave write laugh")  # … with "off"
# What somebody is asked "to" do.
BEG = _words("urge beg implore beseech")
# How somebody says something: with "that" behind them they report as "said" does.
MANNER = _words(
    "snap joke quip boast grumble complain lament muse fume scoff counter retort mutter whisper shout concede hint venture"
    " protest reason warrant marvel crow gush blurt chide tease hazard"
)
# Verbs that say of what they speak by a preposition.
AIMED = {
    "apologise": ("for",), "apologize": ("for",), "complain": ("about", "of"), "boast": ("of", "about"), "warn": ("of", "against"), "caution": ("against",),
    "refer": ("to",), "point": ("to",), "allude": ("to",), "hint": ("at",), "marvel": ("at",), "object": ("to",), "scoff": ("at",),
    "appeal": ("for",), "call": ("for", "on"), "plead": ("for",), "argue": ("for", "against"), "insist": ("on",), "lash": ("out",), "hit": ("out",), "rail": ("against",),
    "approve": ("of",), "disapprove": ("of",), "joke": ("about",), "worry": ("about",), "fret": ("about", "over"), "seize": ("on", "upon"), "brush": ("off",), "shrug": ("off",), "laugh": ("off",), "push": ("back",),
    "grumble": ("about",), "bristle": ("at",), "balk": ("at",), "gush": ("about", "over"), "rave": ("about",),
}  # fmt: skip
# Verbs behind which a clause begins without "that": "noted *local reports said*".
BEFORE_CLAUSE = _words("say tell note claim argue insist report believe think suggest admit warn")
# Nouns that report with "that" behind them, where it is said whose they are.
REPORTS = _words(
    "claim claims allegation allegations accusation accusations assertion assertions contention suggestion suggestions warning"
    " warnings argument insistence admission statement statements belief view prediction conclusion complaint complaints"
    " concerns fears assurances denial denials"
)
# Nouns of what somebody promises or asks for, with "to" behind them: "his vow to rip up the deal".
MEANT = _words(
    "vow vows pledge pledges promise promises threat threats call calls demand demands plan plans hope hopes desire wish intention"
)
# What reports, letters and laws do: their source is no person, so the verb alone does not tell.
RECORD = _words("document detail chronicle outline")
# What is done to a statement that stands before: "a claim the campaign *disputes*".
JUDGING = _words(
    "deny dispute reject dismiss refute rebut contest question challenge criticise criticize condemn denounce confirm ridicule"
)
# What somebody thinks, hopes or fears. newsdesk's guideline counts it where somebody voices it, and what a reporter can
# write down somebody has voiced; PolNeAR's counts it always.
THINK = _words("believe think hope fear worry doubt suspect reckon fret")
# Bodies before which something is said: what "the court heard" is what somebody told it.
HEARERS = _words("court jury jurors magistrates inquest inquiry hearing tribunal panel")
ASK = _words("ask question wonder doubt query")  # "whether" behind them is a content
THOUGHT = _words(
    "confident convinced hopeful worried concerned anxious adamant certain sure sceptical skeptical optimistic fearful afraid"
)
# By whom the verb of a passive speaks is mostly not said: "it is understood that", "he is believed to have".
UNDERSTOOD = _words("understood believed thought said alleged rumoured rumored claimed reported")

REPORTING = SAY | ASSERT | ACCUSE | URGE | PRAISE | SHOW

# Regular inflection gives most forms; these are the rest.
IRREGULAR = {
    "cast": ("casting", "casts"),
    "rip": ("ripped", "ripping", "rips"),
    "pan": ("panned", "panning", "pans"),
    "shrug": ("shrugged", "shrugging", "shrugs"),
    "say": ("said", "saying", "says"),
    "tell": ("told", "telling", "tells"),
    "write": ("wrote", "written", "writing", "writes"),
    "speak": ("spoke", "spoken", "speaking", "speaks"),
    "read": ("read", "reads", "reading"),
    "show": ("showed", "shown", "showing", "shows"),
    "find": ("found", "finding", "finds"),
    "swear": ("swore", "sworn", "swearing", "swears"),
    "plead": ("pleaded", "pled", "pleading", "pleads"),
    "beg": ("begged", "begging", "begs"),
    "slam": ("slammed", "slamming", "slams"),
    "quip": ("quipped", "quipping", "quips"),
    "admit": ("admitted", "admitting", "admits"),
    "rebut": ("rebutted", "rebutting", "rebuts"),
    "refute": ("refuted", "refuting", "refutes"),
    "label": ("labelled", "labeled", "labelling", "labeling", "labels"),
    "dub": ("dubbed", "dubbing", "dubs"),
    "prove": ("proved", "proven", "proving", "proves"),
    "hit": ("hits", "hitting"),
    "snap": ("snapped", "snapping", "snaps"),
    "put": ("puts", "putting"),
    "think": ("thought", "thinking", "thinks"),
    "forecast": ("forecast", "forecasts", "forecasting"),
}

# Adverbs that attribute to nobody in particular; the guidelines settle them: attributed, without source words.
HEARSAY = frozenset({"reportedly", "allegedly", "supposedly", "purportedly"})

# What a crowd calls out is something that happened, not a statement about the world that could be checked.
SLOGANS = frozenset({"chant", "chants", "chanted", "chanting", "sing", "sings", "sang", "singing"})

# Heads of phrases that attribute without a verb; the source follows.
ACCORDING = ("according to", "per", "in the words of", "as reported by", "citing")

# What somebody does to what others claim, short of denying it in so many words; a regular expression.
PLAYED_DOWN = (
    "(?:play|plays|played|playing) down|(?:brush|shrug|laugh|wave)(?:es|s|ed|d|ged|ging|ing)? (?:off|aside|away)|waved (?:off|aside|away)"
    "|downplay(?:s|ed|ing)?|pooh-poohed|batted away|swatted away|(?:dispel|quash|debunk|scotch|rubbish)(?:es|s|ed|led|ing|ling)?|(?:knock|shot|shoot)(?:s|ed)? down"
)

# A negation in or right before the cue turns the statement round: "did not say whether", "has never claimed".
NEGATIONS = frozenset({"not", "n't", "never", "no", "nor", "without", "neither", "nobody"})
# These negate by themselves what they carry; the content is what is denied.
DENIALS = frozenset({"deny", "refute", "rebut", "reject", "dispute", "dismiss"})


def forms(verb: str) -> tuple[str, ...]:
    """The inflected forms of a reporting verb, the bare one first."""
    if verb in IRREGULAR:
        return (verb, *IRREGULAR[verb])
    if verb.endswith("e"):
        return (verb, verb + "s", verb + "d", verb[:-1] + "ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return (verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing")
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return (verb, verb + ending, verb + "ed", verb + "ing")


VERB_OF = {form: verb for verb in sorted(REPORTING | DENIALS) for form in forms(verb)}
