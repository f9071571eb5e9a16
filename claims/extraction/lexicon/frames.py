"""Cues whose content is no sentence of its own, by what the content then claims."""

# "called X a Y", "described X as Y": the claim is that X is Y.
NAMING = frozenset(
    "call calls called calling describe describes described describing label labels labelled labeled labelling dub dubs dubbed"
    " dubbing refer refers referred referring deem deems deemed consider considers considered brand brands branded hail hails"
    " hailed hailing praise praised name names named identify identifies identified identifying characterise characterised"
    " characterized characterize characterizing declare declares declared dismiss dismissed dismisses denounced condemned"
    " portray portrays portrayed paint paints painted depict depicts depicted cast casts frame frames framed tout touts touted pitch pitches"
    " pitched deride derides derided assail assails assailed pillory pilloried lampooned ripped rips brushed shrugged waved wrote laughed"
    " bill bills billed billing blasted slammed mocked took takes taking saw see sees seeing view views viewed interpret interprets interpreted"
    " list lists listed cite cites cited rate rated classify classified find found finding rule ruled regard regarded".split()
)

# "quoted X as saying Y": the claim is Y.
QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())

# "urged X to do it": the claim is that X should do it.
URGING = frozenset(
    "urge urges urged urging ask asks asked asking tell told telling advise advises advised advising warn warns warned warning"
    " call calls called calling encourage encourages encouraged encouraging order orders ordered ordering instruct instructs"
    " instructed directing directed direct plead pleads pleaded pleading oblige obliges obliged obliging recommend recommends recommended recommending request requests requested require"
    " requires required invite invited implore implores implored imploring beg begs begged begging remind reminds reminded beseech beseeched".split()
)

# "promised to do it": the claim is that the source will do it.
PROMISING = frozenset(
    "promise promises promised promising vow vows vowed vowing pledge pledges pledged pledging threaten threatens threatened"
    " threatening offer offers offered offering agree agrees agreed agreeing intend intends intended plan plans planned planning"
    " commit commits committed committing swear swore undertake undertook refuse".split()
)

CALLING = frozenset("call calls called calling".split())  # demands something only with "for"
# "demanded X", "called for X": the claim is that there should be X.
DEMANDING_ALONE = frozenset(
    "demand demands demanded demanding appeal appeals appealed advocate advocates advocated advocating"
    " propose proposes proposed proposing recommend recommends recommended seek seeks sought request requested urge urged"
    " asked asking ask".split()
)
DEMANDING = DEMANDING_ALONE | CALLING

# What is not believed to be so is told as somebody's mind: the clause alone would say the opposite.
NOT_GRANTING = frozenset(
    "rejected rejects rejecting reject dismissed dismisses dismissing rebuffed rebuffs ignored resisted resists".split()
)
BELIEVING = frozenset("believe believes believed think thinks thought feel feels felt expect expects expected".split())
ASKING = frozenset("ask asks asked asking implore implores implored beg begs begged plead pleads pleaded".split())
# "appealed for the seller to come": with "for" they ask somebody to do it.
APPEALING = frozenset(
    "appeal appeals appealed appealing call calls called calling plead pleads pleaded pleading".split()
)

# "claimed to be ill": the claim is that the source is.
PROFESSING = frozenset("claim claims claimed claiming profess professes professed purport purports purported".split())

CONTESTS = frozenset("election race contest vote primary caucus seat state presidency runoff district".split())

# "blamed X for Y", "accused X of Y", "charged X with Y".
BLAMING = frozenset("blame blames blamed blaming".split())
ACCUSING = frozenset(
    "accuse accuses accused accusing charge charges charged charging suspect suspected convict convicted allege".split()
)

# "admitted doing it", "confessed to doing it": the source did it.
ADMITTING = frozenset("admit admits admitted admitting confess confesses confessed acknowledge acknowledged".split())

# What somebody denies to have done himself, where nobody else is named for it.
OWN_FAULTS = frozenset("wrongdoing misconduct negligence malpractice impropriety".split())
# "denied any knowledge": what somebody alone can have.
OF_ONESELF = frozenset(
    "knowledge involvement role part connection connections link links contact intention plans interest responsibility".split()
)

# "reported working 90 hours", "recalled seeing it": the source did, by its own account.
RECALLING = frozenset(
    "describe describes described report reports reported recall recalls recalled remember remembers remembered".split()
)

# What happened to so many, behind whom it stands: "reported 12 soldiers *killed*".
HARMED = frozenset(
    "killed wounded injured hurt missing arrested displaced detained captured hospitalised hospitalized infected".split()
)

# Of these some are known before, and whoever looked says for how many it holds.
VERIFYING = frozenset(
    "verify verifies verified confirm confirms confirmed document documents documented identify identifies identified record records recorded".split()
)

# "denied doing it": the source did not.
DENYING = frozenset(
    "disagree disagrees disagreed deny denies denied denying reject rejects rejected rejecting refute refuted dispute disputes disputed".split()
)

# "Promised parents 200 filters": that the source will give them so many.
PROMISING_TO = frozenset(
    "promise promises promised promising pledge pledges pledged pledging offer offers offered offering guarantee guarantees guaranteed"
    " guaranteeing".split()
)

# With "off" and "as" they name what something is; alone they do not.
OFF = frozenset("wrote laughed brushed shrugged waved".split())
# Of these a thing alone is only half of what was said: what it was called so is not there.
CALLED = frozenset("call calls called calling dub dubbed label labelled labeled brand branded term termed".split())
# What somebody is demanded to do: "demanded that he *resign*".
STEPS = frozenset(
    "resign apologise apologize quit testify withdraw cooperate comply surrender concede intervene".split()
)  # "Ordered that he *be* held": who rules so asks for it.
ORDERING = frozenset(
    "order orders ordered ordering rule rules ruled ruling direct directed directs insist insists insisted require requires required".split()
)

# Of what somebody is against nobody knows whether there is any.
OPPOSING = frozenset(
    "oppose opposes opposed opposing resist resists resisted resisting attribute attributes attributed attributing".split()
)
# What is disputed or dismissed exists: "disputes the method" does not deny that there is one.
DISPUTING = frozenset(
    "dispute disputes disputed disputing reject rejects rejected rejecting dismiss dismisses dismissed dismissing rebut rebuts rebutted"
    " contest contests contested".split()
)

# "put the number at 40": that it was so many.
PUTTING = frozenset("put puts putting".split())
RECKONING = frozenset(
    "estimate estimates estimated estimating value values valued valuing reckon reckons reckoned assess assesses assessed calculate"
    " calculates calculated price priced".split()
)

LIKENING = frozenset("liken likens likened likening".split())

SEEKING = frozenset(
    "want wants wanted wish wishes wished hope hopes hoped need needs needed imagine imagines imagined envisage envisages envisaged seek"
    " seeks sought doubt doubts doubted consider considers considered oppose opposes opposed if whether".split()
)

# "recommended closing the bridge": that the bridge should be closed.
PROPOSING = frozenset(
    "recommend recommends recommended recommending suggest suggests suggested suggesting propose proposes proposed proposing advocate"
    " advocates advocated advocating favour favours favoured favor favors favored".split()
)

EARNED = frozenset("revenue revenues profit profits loss losses earnings sales income results turnover takings".split())
OFFERING = frozenset("countered counters countering counter offered offers offering".split())

# What the accused deny to have done: of "denies murder" nobody says that there was none.
CRIMES = frozenset(
    "murder manslaughter rape robbery burglary theft assault arson kidnapping conspiracy perjury blackmail extortion harassment stalking"
    " wounding affray murdering attempted perverting possession causing fraud grievous dangerous".split()
)

# "claimed responsibility": the source was responsible.
CLAIMING = frozenset("claim claims claimed claiming take takes took accept accepts accepted deny denied".split())

# "ascribed X to Y": X was due to Y; "placed the storm 120 miles off": it was there.
ASCRIBING = frozenset("ascribe ascribes ascribed ascribing attribute attributes attributed attributing".split())
HEARSAY = frozenset("reportedly allegedly apparently purportedly supposedly".split())
PLACING = frozenset("place places placed placing locate locates located put puts".split())

# "reported its first loss": the source had it.
REPORTING = frozenset("report reports reported reporting post posts posted posting record records recorded".split())

CREDITING = frozenset("credit credits credited crediting".split())

# Cues that take a clause and seldom a thing: behind them a content without a verb hides one that the tagger did not see.
CLAUSAL = frozenset(
    "say says said saying believe believes believed think thinks thought insist insists insisted argue argues argued"
    " claim claims claimed complain complains complained".split()
)

# "forecast it to rise": the claim is that it will.
FORETELLING = frozenset(
    "forecast forecasts forecasting predicted predict predicts predicting expected expect expects expecting projected projects"
    " anticipated anticipate anticipates anticipating scheduled envisage envisages envisaged envisaging".split()
)

# "warned of a flood": that there may be one.
WARNING = frozenset("warn warns warned warning caution cautions cautioned fear fears feared fearing".split())

# "hinted at a cut": that there may be one.
HINTING = frozenset("hint hints hinted hinting signal signals signalled signaled signalling signaling floated".split())

ADDING = frozenset("add adds added adding".split())  # "added 28 judges to its list": a deed

# "rejected opposition calls for a vote": nouns that look like verbs, where nobody rejects a clause.
CALLS = frozenset(
    "calls claims demands plans reports moves charges offers protests attempts requests pleas proposals appeals".split()
)
# What somebody may grant or turn down, one or several: "rejected *a plea* for mercy".
PLEAS = CALLS | frozenset("call demand request appeal plea plan offer attempt proposal bid bids".split())

RISKS = frozenset("risk danger threat possibility chance likelihood".split())  # whoever warns of one says that there is

# Whoever does one of these to a thing has told nothing of it, not even that there is one.
NOT_REPORTING = (
    BLAMING
    | ACCUSING
    | frozenset(
        "wrote write writes writing mock mocks mocked mocking question questions questioned"
        " praise praised thank thanked attack attacked slam slammed blast blasted insult insulted criticise criticised criticize criticized"
        " condemn condemned defend defended discuss discussed according".split()
    )
)

# "did not rule out X": the claim is that X is possible.
EXCLUDING = frozenset("exclude excludes excluded excluding rule rules ruled ruling".split())

# "stated his intention to leave": the claim is that the source intends to.
INTENTIONS = frozenset("intention intentions intent willingness plan plans desire decision".split())

# "expressed a desire to leave": what is only in somebody's mind is theirs, and not there by itself.
VOICING = frozenset(
    "express expresses expressed expressing voice voices voiced voicing signal signals signaled signalled signaling show shows showed"
    " showing indicate indicates indicated indicating state states stated stating".split()
)
OF_MIND = frozenset(
    "desire wish wishes intent intention intentions preference willingness readiness interest regret regrets hope hopes confidence"
    " doubt doubts commitment opposition support sympathy gratitude".split()
)
# "maintains a policy of not charging": what somebody has.
KEEPING = frozenset("maintain maintains maintained maintaining".split())
PROTESTING = frozenset(
    "protest protests protested proclaim proclaims proclaimed profess professes professed asserted".split()
)

# "raised the toll to six"; "gave the cause as a stroke"; "announced leaving"; "talked of being hit".
CHANGING = frozenset("raised increased lowered reduced revised upgraded downgraded adjusted corrected".split())
GIVING = frozenset("give gives gave given list lists listed name named".split())
GIVEN = frozenset("cause causes toll motive number amount magnitude".split())
ANNOUNCING = frozenset("announce announces announced announcing".split())
SPEAKING_OF = frozenset("talk talks talked talking speak speaks spoke".split())

# Who does one of these takes it for a fact, as who criticises it need not.
STATING = frozenset(
    "cite cites cited citing confirm confirms confirmed confirming note notes noted noting mention mentions mentioned report reports"
    " reported reporting explain explains explained recall recalled".split()
)
# "their refusal to leave": they refused to.
DEEDS_TO = {
    "refusal": "refused", "failure": "failed", "decision": "decided",
    "attempt": "attempted", "agreement": "agreed", "promise": "promised",
}  # fmt: skip

# "rejected the claims": such a noun alone does not tell what was claimed.
OF_SAYING = frozenset(
    "claim claims allegation allegations accusation accusations argument arguments assertion assertions charge charges suggestion"
    " suggestions notion idea report reports criticism statement statements rumour rumours rumor rumors narrative".split()
)
COUNTS = frozenset("tens dozens hundreds thousands millions billions scores".split())

# "the effect disappeared": nobody did it, and what looks like a participle is the verb.
BEFALLING = frozenset(
    "disappeared happened occurred vanished emerged appeared arrived collapsed died remained existed".split()
)

# "announced the death of X": what has happened to X.
EVENTS = {
    "death": "has died", "passing": "has died", "deaths": "have died", "arrest": "was arrested", "arrests": "were arrested",
    "disappearance": "has disappeared", "invention": "was invented", "discovery": "was discovered", "murder": "was murdered",
    "assassination": "was assassinated", "kidnapping": "was kidnapped", "capture": "was captured", "birth": "was born",
    "resignation": "has resigned", "appointment": "was appointed", "killing": "was killed",
}  # fmt: skip


def _split(*openers: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(opener.split()) for opener in openers)


# Thoughts that a speaker wraps a statement in; the statement is what follows. The longer ones come first.
WRAPPERS = _split(
    "i would think that", "i would say that", "i can tell you that", "i think that", "i believe that", "i know that",
    "i feel that", "we know that", "we believe that", "we think that", "it is clear that", "the fact is that",
    "the truth is that", "i would think", "i would say", "i must say", "i think", "i believe", "i know", "i mean", "i guess",
    "i suppose", "we know", "we believe", "we think", "let me be clear", "make no mistake", "you know", "to be honest", "frankly",
)  # fmt: skip

# Words that join a sentence to the one before it and mean nothing alone.
ALWAYS_OPENERS = _split("however", "meanwhile", "moreover", "furthermore", "additionally", "nevertheless", "nonetheless",
    "and", "but", "or", "yet", "yeah",
)  # fmt: skip
# The same, but only with a comma behind them: "also served" and "still lives" say something.
OPENERS_BEFORE_COMMA = _split(
    "in addition", "also", "instead", "rather", "thus", "therefore", "hence", "consequently", "as a result", "for example",
    "for instance", "in fact", "indeed", "still", "besides", "similarly", "likewise", "conversely", "on the other hand",
    "in contrast", "by contrast", "in turn", "so", "then", "ultimately", "finally", "in particular", "specifically",
    "separately", "elsewhere", "that said", "of note", "notably", "look", "well", "of course", "yes", "oh", "no", "ah",
    "in the end", "in this way", "in this case", "in that case", "in that instance", "in these instances", "in this instance",
    "in any case", "in the meantime", "as such", "for this reason", "for that reason", "overall", "altogether", "eventually",
    "previously", "subsequently", "afterwards", "accordingly", "in short", "in the event", "to that end", "on the whole",
    "in other words", "more importantly", "importantly", "interestingly", "in response", "at the same time", "that being said",
)  # fmt: skip
