"""Nouns for things that bear names, and which of them may mean the same thing."""

from claims.extraction.lexicon import people

# Nouns that a text may take a thing up with, when it has called it by another one of the row.
KIN = tuple(
    frozenset(row.split())
    for row in (
        "ship vessel boat ferry freighter submarine sub yacht liner trawler tanker",
        "plane aircraft jet airliner bomber",
        "train express",
        "site website portal",
        "planet exoplanet",
        "network broadcaster channel",
        "device gadget",
        "building mansion hotel palace cathedral skyscraper",
        "cathedral church basilica",
        "app application",
        "city town",
        "village",
        "island",
        "storm hurricane typhoon cyclone",
        "event festival convention fundraiser concert",
        "race marathon",
        "spacecraft capsule craft probe spaceship",
        "rocket",
        "relic",
        "film movie documentary",
        "series show programme program",
        "book novel memoir",
        "song single",
        "company firm airline retailer manufacturer startup",
        "organisation organization charity nonprofit",
        "club team",
        "party",
    )
)
TABLED = frozenset().union(*KIN)
# Before "company" or "corporation" these make it a network.
BROADCASTING = frozenset("broadcast broadcasting broadcaster television radio tv media".split())
# Last words of names that say what they name, wherever they stand, or in a title.
OWN_WORDS = frozenset("express hotel cathedral palace mansion".split())
IN_TITLES = OWN_WORDS | frozenset(
    "party marathon convention festival museum university church mosque temple stadium airport bridge prison college school fair"
    " expo comicon tournament championship cup league union foundation charity commission committee academy prize award hall tower"
    " castle library island basilica".split()
)
# What a thing with such a word in the title is called, besides its kin.
BUILDINGS = frozenset("hall tower castle library museum hotel cathedral palace mansion theatre theater".split())
OF_NAME = frozenset("city town village island state province port district region".split())
# People have names of their own kind, and these are too many or too vague to be taken up.
NO_THINGS = (
    people.ROLES
    | people.NAMELESS
    | people.GROUPS
    | people.OFFICIAL_GROUPS
    | frozenset(
        "day week month year time man woman boy girl son daughter father mother brother sister wife husband member part spokesperson"
        " spokesman spokeswoman actor actress singer player coach judge friend candidate".split()
    )
)


def in_titles(noun: str) -> frozenset[str]:
    """The last words of names in titles that the noun may take up."""
    return (kin(noun) | (BUILDINGS if noun == "building" else frozenset())) & IN_TITLES


def kin(noun: str) -> frozenset[str]:
    """The nouns that may mean the same thing, itself among them."""
    return next((row for row in KIN if noun in row), frozenset((noun,)))


# Names of illnesses: "they" and "it" that say something are none of these.
ILLNESSES = frozenset(
    (
        "AIDS",
        "Alzheimer",
        "Alzheimer's",
        "Alzheimer’s",
        "COVID",
        "COVID-19",
        "Covid",
        "Covid-19",
        "Crohn's",
        "Ebola",
        "HIV",
        "MERS",
        "Parkinson",
        "Parkinson's",
        "Parkinson’s",
        "SARS",
        "Zika",
    )
)
