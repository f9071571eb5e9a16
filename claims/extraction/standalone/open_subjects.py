"""Claims that begin with a pronoun for which nothing was found: who reads them alone cannot tell who or what is meant.

Of 200 such claims that readers judged (`training/judged.jsonl`) six could stand as they were; all others were open, and the machine can say so.
"""

import re

from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.tags import FINITE

PERSONAL = frozenset("he she they it his her their its".split())
POINTING = frozenset("this these that those".split())
# "It" of the weather, the clock and of what is only said to be so: "It is likely that", "It took two hours to reach them".
_OF_NOBODY = re.compile(
    r"It (?:(?:is|was|will be|would be|has been|had been|may be|could be|might be|remains|became|becomes|seems|appears) .*\b(?:that|to|who|whether|how|why|if|when|where|for|as if|by)\b"
    r"|(?:takes|took|will take|would take|has taken|costs|cost) .* to "
    r"|(?:rained|rains|snowed|snows|seems|appears|turned out|turns out|follows|happens|happened)\b)"
)


def caution(words: str, tokens: Tokens) -> str | None:
    """What a reader of the claim cannot know, if its subject is such a pronoun."""
    first = words.split(maxsplit=1)[0]
    if first.lower() not in PERSONAL | POINTING or not tokens or tokens[0].lower != first.lower():
        return None  # a frame or a name stands there now
    if first.lower() in POINTING and not _stands_alone(tokens):
        return None
    if _OF_NOBODY.match(words):
        return None
    return f"It says “{first.lower()}”, and not who or what that is."


def _stands_alone(tokens: Tokens) -> bool:
    """Whether "this" is a subject by itself: "This was denied", and not "This year" or "Those who left"."""
    return len(tokens) > 1 and tokens[1].tag in FINITE
