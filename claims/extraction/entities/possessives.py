"""Firms and diseases whose names are possessives: "Macy's", "Sotheby's", "Alzheimer's"."""

import re
from functools import lru_cache

# Nobody's but the firm's, wherever they stand without a first name before them.
_FIRMS = frozenset(
    """Macy McDonald Kohl Denny Domino Sotheby Sainsbury Kellogg Dillard Arby Hardee Zaxby Bloomingdale Harrod Selfridge Debenham Waterstone
    Wetherspoon Nando Applebee Ladbroke Popeye Albertson Cabela Smucker Moody Alzheimer Parkinson""".split()
)
# What a firm does itself: behind a possessive of anybody else a noun stands.
_DOES = frozenset("said says declined".split())
_NAMED = re.compile(r"(?P<first>\b[A-Z][\w.]* )?(?<![\w'’])(?P<name>[A-Z][A-Za-z]+)['’]s(?= (?P<next>\w+)|\W)")


@lru_cache(maxsize=4)  # asked for each passage and each source of a text
def names(text: str) -> frozenset[str]:
    """The words of *text* that only with "'s" are the names of firms; what it has without the ending as well is somebody's."""
    found = {
        one["name"]
        for one in _NAMED.finditer(text)
        if one["next"] in _DOES or (one["name"] in _FIRMS and not one["first"])
    }
    return frozenset(name for name in found if not re.search(rf"\b{name}\b(?!['’]s\b)", text))
