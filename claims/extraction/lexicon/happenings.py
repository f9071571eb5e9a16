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
ANY_ACCIDENT = ACCIDENTAL | ACCIDENT
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
# Of these the verb's subject is what they befall.
BEFALLS = frozenset("crash collision derailment collapse explosion accident".split())
# What is done to somebody, told in the passive, and the noun for it.
DONE_TO = {
    "stabbing": ("stabbed",),
    "shooting": ("shot",),
    "bombing": ("bombed",),
    "kidnapping": ("kidnapped", "abducted"),
}
# What is there in a headline for the happening itself.
BY_WHAT = {"bomb": "bombing", "bombs": "bombings"}
NO_FIRE = frozenset("open opens opened opening under returned".split())  # before "fire" where something is shot
RUNS = frozenset(
    "spree attack attacks incident incidents".split()
)  # behind a noun for a happening that they only lengthen
HIT = frozenset("hit struck rocked targeted shaken attacked".split())
STRUCK = frozenset("struck hit rocked shook damaged destroyed gutted engulfed ripped levelled leveled".split())
BUILDINGS = frozenset(
    "airport base cathedral church mosque temple synagogue hall station school college university hotel hospital prison stadium"
    " mall market bridge museum tower palace plant mine factory".split()
)
# Where something may happen that bears no name.
SCENES = BUILDINGS | frozenset(
    "party slum nightclub club bar restaurant cafe store shop supermarket superstore park village suburb building house home port"
    " warehouse theatre theater concert festival wedding funeral parade street square centre center tunnel playground beach".split()
)
# In a headline these tell what came of a happening, maybe elsewhere.
AFTERMATH = frozenset(
    "arrested arrests charged charges jailed sentenced sentence convicted pleads pleaded trial court suspect suspects vigil mourn"
    " mourns mourners funeral inquiry investigation investigates memorial anniversary verdict released hearing report reports"
    " protest protests rally demand demands condemn condemns found guilty".split()
)
# What a happening of which nobody is glad may be called without saying what it was.
NAMELESS = frozenset("incident tragedy disaster accident".split())
HARMFUL = frozenset(
    "crash fire wildfire earthquake explosion attack collapse flood landslide eruption stampede spill riot robbery kidnapping".split()
)
# What is said of those, and of that, to which harm was done in it, and what was done for them after it.
HARMED = frozenset(
    "killed injured wounded hurt damaged destroyed burned burnt trapped affected involved died perished".split()
)
CARED_FOR = frozenset("hospitalised hospitalized evacuated treated displaced rescued".split())
# Who and what belongs to one happening, and needs it to be known by.
IN_IT = frozenset(
    "victim victims survivor survivors attacker attackers gunman gunmen shooter assailant assailants perpetrator perpetrators"
    " suspect suspects injured dead deceased".split()
)
OF_IT = frozenset("scene site cause aftermath wreckage".split())
# Who is in a vehicle, and whether somebody is.
ABOARD = frozenset("driver pilot pilots co-pilot captain occupants passengers crew".split())
VEHICLES = frozenset(
    "bus coach train tram car van truck lorry minibus helicopter plane aircraft jet airliner bomber flight boat ship ferry vessel"
    " vehicle motorcycle balloon".split()
)
AIRCRAFT = frozenset("plane aircraft jet airliner bomber".split())
# A lead that tells a happening with one of these as its verb tells when it was.
HAPPENED = frozenset(
    "happened occurred struck hit killed injured wounded destroyed broke swept ripped tore shook rocked erupted began started"
    " left claimed damaged engulfed gutted rattled levelled leveled caused took came brought drew saw flattened burned burnt"
    " collapsed exploded crashed collided derailed overturned forced followed rolled sparked prompted triggered resulted was were".split()
)
HELD = frozenset(
    "held staged launched carried made conducted organised organized hosted attended joined gathered assembled went".split()
)
