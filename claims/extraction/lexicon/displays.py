"""Words with which a line leads in what is set apart below it: a statement in full, a letter, a list of findings."""

# What is put out word for word.
TEXTS = frozenset(
    """statement statements letter letters message messages email e-mail note post posts tweet tweets declaration response reply answer
    apology appeal memo announcement""".split()
)
# What a report, an inquiry or a union has, one by one.
POINTS = frozenset(
    """findings conclusions demands recommendations allegations accusations promises pledges claims charges points arguments reasons
    complaints concerns objections conditions proposals measures warnings figures numbers""".split()
)
# What is not so yet: "made three demands:".
WANTED = frozenset("demands proposals recommendations".split())
# What somebody does with either of them.
PUT_OUT = frozenset(
    """published publishes issued issues released releases posted posts sent shared wrote writes put presented presents listed lists named
    made makes gave gives set tweeted""".split()
)
READS = frozenset(
    """reads read says said found finds shows showed states stated concluded concludes promises promised demands demanded lists listed continues continued
    continues adds added wrote writes posted tweeted replied responded explained recalled alleges alleged claims claimed argues argued warns warned calls
    called recommends recommended pledges pledged proposes proposed announces announced revealed reveals denied denies rejected rejects dismissed""".split()
)
# Lists that nobody is said to tell: "Here is what is known so far:".
OWN_LISTS = frozenset("here following these are include includes including follows such known know".split())
FIRST_PERSON = frozenset(
    "i me my mine we us our ours i'm i've i'd i'll we've we're we'd we'll ourselves myself".split()
)
# How a letter begins and ends.
GREETING = r"(?:Dear|To whom) [^.!?\n]{2,60}[,:.]?"
FAREWELL = r"(?:Yours|Kind regards|Best regards|Best wishes|Regards|Sincerely|Respectfully|With (?:kind|best|warm) (?:regards|wishes))\b[^.!?\n]{0,30},?"
