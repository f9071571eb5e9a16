"""Unions of the tables that several stages ask at once, and the words that sit between titles and names."""

from claims.extraction.lexicon import bodies, people
from claims.extraction.lexicon.given_names import FEMININE_NAMES, MASCULINE_NAMES

CORPORATE_HEADS = bodies.GOVERNMENT_HEADS | bodies.ORGANISATION_HEADS
BODY_HEADS = CORPORATE_HEADS | bodies.MEDIUM_HEADS
NAME_HEADS = BODY_HEADS | bodies.DOCUMENT_HEADS
TITLE_WORDS = people.TITLES | people.ROLES
PEOPLE_NOUNS = people.GROUPS | people.OFFICIAL_GROUPS
# What news of business begins with: "*Shares* in Novalis fell".
_MARKETS = frozenset(
    """shares stocks sales profits prices revenue revenues earnings exports imports inflation oil gas gold copper markets bonds yields
    futures unemployment growth wages rents output orders trade turnout production""".split()
)
COMMON_NOUNS = _MARKETS | PEOPLE_NOUNS | people.ROLES | bodies.DOCUMENT_HEADS | bodies.MEDIA_ITEM_HEADS
GIVEN_NAMES = MASCULINE_NAMES | FEMININE_NAMES

PARTY_WORDS = frozenset("democrat republican labour conservative liberal tory democratic former".split())
LESSER = frozenset("deputy vice assistant acting shadow former ex chief".split())  # they qualify a role that follows
ADDRESSES = people.MASCULINE_TITLES | people.FEMININE_TITLES | frozenset(("dr", "prof"))
# What follows "Secretary of", "Speaker of": it belongs to the title, and the name begins behind it.
PORTFOLIOS = frozenset(
    """lok rajya vidhan sabha parishad state defense defence justice health labor labour commerce energy education agriculture transportation treasury
    interior house commons senate staff security homeland veterans affairs housing foreign finance trade police
    education war army navy air force parliament council court assembly the of and urban development human services
    general culture environment immigration""".split()
)
# Matters of which two share a body: "the *Food* and Drug Administration", "the *Culture* and Tourism Ministry".
SHARED_MATTERS = frozenset(
    """food health search culture trade agriculture labour labor education environment energy transport finance housing tourism science
    water forestry fisheries youth women arts sports sport information communications competition consumer pensions securities parks
    medicines law economic planning justice home commerce industry social drugs alcohol roads immigration children welfare
    nature marine business broadcasting customs fishing aviation rail road research revenue insurance disability fire""".split()
)
# What a text may call a body, before its name or in an apposition: "news agency", "cybersecurity firm".
LABELS = BODY_HEADS | bodies.GENERIC_BODIES | frozenset("nonprofit non-profit site app database".split())
