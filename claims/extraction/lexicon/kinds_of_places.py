"""Nouns for places that bear a name, and the words beside a name that show which sort of place it is."""

# What a place that has the one may be called: "the mayor of Velm" is of a city or a town.
_CITY = "city town"
KINDS = frozenset("city town village province region island county district borough municipality suburb".split())
SHOWN_BY = {"mayor": frozenset(_CITY.split()), "mayoress": frozenset(_CITY.split())} | {
    kind: frozenset((kind,)) for kind in KINDS
}
# Whose members are named by where they are; the body itself is there too.
MEMBERS_OF = {"councillors": "council", "councilors": "council", "legislators": "legislature", "jurors": "jury"}
# Last words of clubs' names.
CLUBS = frozenset("united rovers athletic wanderers albion fc hotspur rangers town".split())
# What has a firm's name behind it, "The supplier, Dataline,", and is taken up so again.
BODIES_WITH_NAMES = frozenset(
    "union charity club agency university hospital school trust group network station".split()
)
