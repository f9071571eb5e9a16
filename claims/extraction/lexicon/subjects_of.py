"""Nouns for things that are about something, and the words behind them that say what: "an inquiry *into*", "a plan *to*"."""

_FINDINGS = "on into of about by"
_DECIDED = "on over about"
_RULES = "on against for"
_INTENDED = "for on to"
_ACCUSED = "against over"
_BARGAINS = "with between on for to"
_ROWS = (
    ("report study survey audit review inquiry enquiry investigation probe analysis assessment evaluation", _FINDINGS),
    ("inquest", "into"),
    ("poll", "of by for"),
    ("vote referendum debate motion hearing consultation", _DECIDED),
    ("trial", "of"),
    ("ban tax levy moratorium embargo tariff duty cap", _RULES),
    ("bill law legislation resolution ordinance amendment", _RULES),
    ("plan proposal scheme project programme program bid offer attempt campaign petition application", _INTENDED),
    ("lawsuit suit complaint case appeal", _ACCUSED),
    ("deal agreement contract treaty pact partnership", _BARGAINS),
    ("merger", "with between of"),
    ("takeover purchase acquisition sale closure demolition", "of"),
    ("shutdown outage breach", "at of"),
    ("dispute row feud", "over with between about"),
)
# By each noun the words that say what it is about, and nothing else: what stands behind "in" may be where somebody did it.
SAYS_OF_WHAT = {noun: frozenset(behind.split()) for nouns, behind in _ROWS for noun in nouns.split()}
# Behind such a noun and before "by" these say who made the thing, so that nothing else can be meant.
MADE = frozenset(
    "published,written,drawn up,commissioned,conducted,carried out,prepared,issued,released,proposed,ordered,led,drafted,compiled"
    ",introduced,backed,brought,filed,launched,put forward,called for".split(",")
)
# What an article gives to an owner and then takes up as "the form": papers, plans and deeds of which one owner mostly has one.
OWNED = frozenset(SAYS_OF_WHAT) | frozenset(
    "form letter policy budget manifesto statement memo book memoir album novel film speech address lecture visit resignation departure"
    " arrest conviction acquittal sentence death funeral appointment nomination candidacy detention extradition expulsion removal"
    " dismissal suspension ruling verdict judgment decision order notice licence license permit patent headquarters factory plant"
    " refinery mine reactor pension contract salary stake app platform algorithm software database server parliament senate cabinet"
    " constitution currency embassy airport stadium museum cathedral harbor harbour waterfront".split()
)
