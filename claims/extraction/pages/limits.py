"""How much may come in. What a page asks of a parser is counted before it is parsed, because a parser that is lost cannot be stopped."""

import re

from claims.extraction.types import Unreadable

MOST_TEXT = 2_000_000  # characters of a text (architecture 7.13): more is refused, never cut
# Measured: 60,000 elements take trafilatura 10 s on one core, and the longest live blogs have half of that.
MOST_ELEMENTS = 60_000
# libxml2 drops what is nested deeper than 256; ordinary pages stay below 60.
DEEPEST = 250
# A tag with 600,000 attributes held libxml2 for more than two minutes.
MOST_ATTRIBUTES = 1_000

_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*)>")
# Scripts and comments hold text that looks like tags.
_HIDDEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
# Elements that need no end tag: they must not add up to a depth.
_UNCLOSED = frozenset(
    """area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody
    tfoot colgroup html head body path circle rect use""".split()
)


def check(source: str) -> None:
    """Refuse a page that no newsroom publishes: too many elements, too deep, or too many attributes in one tag."""
    depth = deepest = elements = 0
    for match in _TAG.finditer(_HIDDEN.sub("", source)):
        closing, name, attributes = match.groups()
        if closing:
            depth = max(0, depth - (name.lower() not in _UNCLOSED))
            continue
        elements += 1
        if elements > MOST_ELEMENTS:
            raise Unreadable(
                f"This page has more than {MOST_ELEMENTS:,} elements: it is too large to be read as one article."
            )
        if attributes.count("=") > MOST_ATTRIBUTES or attributes.count(" ") > 10 * MOST_ATTRIBUTES:
            raise Unreadable("This page has a tag with more attributes than any real page: it is damaged or a trap.")
        if name.lower() not in _UNCLOSED and not attributes.endswith("/"):
            depth += 1
            deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise Unreadable(f"This page nests its elements more than {DEEPEST} deep: it is damaged or a trap.")
