"""Names that every country has: "police", "the ministry", "Interior Ministry", "Prime Minister". They name nobody in particular.

French and Russian police would share one track record, did such words lead to one source wherever they stand. So they are another source
in each article, or under each body that the words or the article name beside them. What a person lets lead to one source does.
"""

import re

from claims.extraction.lexicon import bodies, people

_NOUNS = bodies.GENERIC_BODIES | people.OFFICIAL_GROUPS | people.ROLES
# What says which of a country's bodies is meant, and not which country's.
_QUALIFIERS = bodies.OFFICIAL_WORDS - {"european"} | frozenset(
    """interior finance financial justice education culture agriculture labour labor economy economic industry commerce treasury tax
    supreme constitutional high appeal appeals criminal civil administrative central national federal state local regional district
    provincial city town village capital prime vice deputy first acting interim former senior top chief general traffic riot border
    counter-terrorism anti-corruption military air naval ground""".split()
)
_SMALL = frozenset("the a an of and for".split())
_NAMES = frozenset(  # made of such words, and yet the name of one body
    (
        "security council",
        "state department",
        "national party",
        "labour party",
        "labor party",
        "national bank",
        "high commission",
    )
)
_WORD = re.compile(r"[\w-]+")


def names_nobody_in_particular(name: str) -> bool:
    """Whether all words of a name are common ones, and one of them is a body's or an office's."""
    words = [word for word in _WORD.findall(name.lower()) if word not in _SMALL]
    if not words or " ".join(words) in _NAMES:
        return False
    return all(word in _NOUNS or word in _QUALIFIERS for word in words) and any(word in _NOUNS for word in words)
