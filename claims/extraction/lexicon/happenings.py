"""What news happens: nouns for one happening and its kin, the verbs that tell it, and how news takes it up again."""

# Nouns that may mean the same happening, by kind; a plural only takes up a plural.
KINDS = tuple(
    frozenset(kind.split())
    for kind in (
        "crash collision wreck derailment pileup pile-up",
        "fire blaze inferno",
        "wildfire bushfire",
        "earthquake quake",
        "explosion blast",
        "attack shooting stabbing bombing airstrike strike raid ambush massacre assault rampage",
        "collapse",
        "flood flooding",
        "landslide mudslide avalanche",
        "eruption",
        "stampede crush",
        "spill",
        "rally protest march demonstration",
        "riot unrest",
        "vigil",
        "robbery heist",
        "kidnapping abduction",
        "launch",
        "landing touchdown",
        "ceremony",
        "break",
    )
)
# Kinds by which nobody comes to harm on purpose, and which "the accident" may mean.
ACCIDENTAL = frozenset("crash collision derailment pileup pile-up wreck".split())
ACCIDENT = frozenset(("accident",))
# What a lead tells by a verb, and what the article may call it from there on.
TOLD_BY = {
    "crash": ("crashed", "crashes"),
    "collision": ("collided", "collides"),
    "derailment": ("derailed", "derails"),
    "collapse": ("collapsed", "collapses"),
    "explosion": ("exploded", "explodes"),
    "eruption": ("erupted",),
    "launch": ("launched", "launches"),
    "rally": ("rallied",),
    "march": ("marched",),
    "protest": ("protested",),
    "accident": ("overturned", "overturns"),
}
# A lead that tells a happening with one of these as its verb tells when it was.
HAPPENED = frozenset(
    "happened occurred struck hit killed injured wounded destroyed broke swept ripped tore shook rocked erupted began started"
    " left claimed damaged engulfed gutted rattled levelled leveled caused took came brought drew saw flattened burned burnt"
    " collapsed exploded crashed collided derailed overturned forced followed rolled sparked prompted triggered was were".split()
)
HELD = frozenset("held staged launched carried made conducted organised organized hosted attended joined".split())
