"""Bodies, offices and things that a country has one of: where an article is about one country, "the government" is that country's."""

import re

_BODIES = """
government|opposition|parliament|army|military|navy|air force|armed forces|constitution|economy|central bank|supreme court
constitutional court|electoral commission|election commission|ruling party|ruling coalition|governing party|national assembly
central government|federal government|prime minister|president|security forces
"""
_FIELDS = (
    "foreign interior finance defence defense health education transport energy labour labor justice environment agriculture"
    " economy trade culture tourism fisheries housing"
)
_OFFICES = "minister ministry"
# The last word of each, with the words before it.
NATIONAL = frozenset(tuple(words.split()) for words in _BODIES.replace("\n", "|").split("|") if words) | frozenset(
    (field, office) for field in _FIELDS.split() for office in _OFFICES.split()
)
LAST_WORDS = frozenset(words[-1] for words in NATIONAL)
LONGEST = max(map(len, NATIONAL))
# Clubs, firms, unions and states have these as well; a country's own stands without anything before it.
ALSO_ELSEWHERE = frozenset("president government parliament constitution opposition economy".split())
# Before such a noun these show that an article tells of lower ones too.
LOWER = frozenset(
    "state local city regional provincial county municipal union club club's company university student village tribal district"
    " territorial devolved metropolitan previous".split()
)
# Behind the name of what is no known state these show that it is one: no firm and no club has them.
SHOWS_STATE = rf"prime minister|parliament|army|(?:{'|'.join(_FIELDS.split())}) (?:minister|ministry)"
# The article says it of a country as it says it of any: only what a claim is about needs its country.
AS_SUBJECT = frozenset(("economy", "constitution"))
COUNTRY = frozenset(("country", "nation"))
# In a dateline these are parts of states: "TORONTO, Ontario".
PARTS_OF_STATES = frozenset(
    """Ontario Quebec Alberta Manitoba Saskatchewan Newfoundland Yukon Queensland Victoria Tasmania Scotland Wales England Bavaria
    Saxony Hesse Catalonia Andalusia Sicily Lombardy Tuscany Brittany Normandy Kerala Punjab Gujarat Rajasthan Bihar Assam Odisha
    Maharashtra Karnataka Sindh Balochistan Java Sumatra Bali Mindanao Luzon Hokkaido Okinawa Crimea Chechnya Dagestan Kurdistan
    Kent Essex Sussex Surrey Devon Cornwall Norfolk Suffolk Cumbria Yorkshire Lancashire Cheshire Northumberland""".split()
)

# Lands with a government of their own under or beside a state: in their articles "the government" is not the state's.
SELF_RULED = (
    "Hong Kong", "Macau", "Puerto Ric", "Greenland", "Catalonia", "Catalan", "Scotland", "Scottish", "Wales", "Welsh", "Northern Ireland",
    "Gibraltar", "Faroe", "Kurdistan", "Quebec", "Bermuda", "Guam", "New Caledonia", "Somaliland", "Crimea", "Flanders", "Zanzibar",
)  # fmt: skip

# Signs that a text is of American politics.
AMERICAN = re.compile(
    r"\b(?:Capitol Hill|White House|Pentagon|State Department|Congress|GOP|(?:House|Senate) [A-Z]\w+ Committee|(?:Rep|Sen)\.|Secretary of State)(?!\w)"
)
