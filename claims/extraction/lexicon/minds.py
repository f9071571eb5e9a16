"""Words for what somebody knows, wants and feels.

newsdesk's guideline counts them where somebody voices them, and what a reporter can write down somebody has voiced; campaign news is full of them.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With a clause behind them: "they feel that the party has left them", "she knows the polls are bad".
KNOWING = _words(
    "know knows knew feel feels felt assume assumes assumed realize realizes realized realise realises realised understand"
    " understands understood recognize recognizes recognized recognise recognises recognised wish wishes wished"
)
# With "whether", "who" or "how" behind them.
KNOWING_WHAT = _words(
    "know knows knew understand understands understood realize realizes realized realise realises realised"
)

# What somebody means to do or wants done: "wants to repeal it", "want Congress to repeal it".
WANTING = _words("want wants wanted")
INTENDING = _words(
    "intend intends intended hope hopes hoped wish wishes wished aim aims aimed prefer prefers preferred plans"
)
# What a paper writes of one who "plans to" he has told; "firefighters planned to continue" is what they were about to do.
NOUNS_TOO = _words("plans hopes aims wishes")

CONSIDERING = _words("consider considers considered")

# Nouns of what somebody means to do, and the verb that says the same: "the White House's *plan* to close it".
MEANT_ONLY = {
    "plan": "plan", "plans": "plan", "hope": "hope", "hopes": "hope", "desire": "want", "wish": "want", "intention": "intend",
}  # fmt: skip

# Behind a form of "be", with "to" and what somebody is so minded to do: "is reluctant to leave".
MINDED = _words(
    "eager reluctant determined willing unwilling anxious keen hesitant loath content resigned inclined prepared afraid"
)
# … with "about", "of" or "over": "are worried about the tape".
FEELING = _words(
    "worried concerned anxious nervous excited optimistic pessimistic skeptical sceptical wary confident angry furious frustrated"
    " upset enthusiastic uneasy fearful leery giddy bullish unhappy proud tired ashamed sick"
)
# … with "that", which a frame of its own finds: "were furious that the debate was cut short".
FEELING_THAT = _words(
    "furious angry upset surprised shocked disappointed frustrated pleased glad happy proud relieved alarmed dismayed outraged"
    " aware unaware determined nervous grateful resigned thrilled"
)
# … with a clause right behind them: "are convinced the fix is in".
SURE = _words("convinced confident certain sure hopeful afraid")
# … and what somebody turns over in his mind: "is weighing a run", "are bracing for a rout"; what belongs to the verb follows it.
PONDERING = {
    "considering": "", "expecting": "", "weighing": "", "mulling": "", "pondering": "", "contemplating": "", "thinking": "about of",
    "worrying": "about", "bracing": "for", "betting": "that on", "banking": "on", "counting": "on", "hoping": "to for that",
    "planning": "to", "leaning": "toward towards", "wondering": "whether if how what why who",
}  # fmt: skip

# "Has *no intention of* stopping", "have *no plans to* quit".
HAVING_NONE = _words("intention intentions plans plan desire doubt idea interest")
