"""Which "it" and "they" are what somebody argues about, and not who argues or reports: "rejected the plan, saying *it* was too costly"."""

import re
from collections.abc import Sequence

from claims.extraction.lexicon import bodies
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.clauses import main_verb
from claims.extraction.standalone.pronouns import own_words
from claims.extraction.standalone.tagging import Token

# Such a participle gives the reason for what its sentence tells that somebody did, and the reason lies in the thing.
ARGUING = re.compile(
    r"(?:,|\b(?:by|while|and)) (?:saying|arguing|claiming|insisting|warning|noting|contending|maintaining|asserting|stressing|complaining|alleging|fearing|believing"
    r"|pointing out)(?: that)? $"
)
BEFORE = 30  # letters in which that stands
# What a body says that it will do, and what no plan, bill or levy does.
OWN_DEEDS = frozenset(
    "appeal sue fight review investigate comply cooperate co-operate respond seek consider challenge contest defend ask issue publish announce"
    " oppose support vote back refuse continue keep work use hold file build pay offer".split()
)
# What media do: only then "it" is one that the sentence before named.
OF_MEDIA = frozenset(
    "said says reported reports cited cites quoted quotes added adds published wrote writes noted found obtained called projected apologised apologized"
    " aired broadcast corrected removed interviewed contacted asked understands understood seen".split()
)


def is_argued(text: str, tokens: Sequence[Token], start: int) -> bool:
    """Whether the "it" or "they" at that place of the text is the subject of such a reason, and nothing shows that it is who argues."""
    at = next((i for i, t in enumerate(tokens) if t.start == start), None)
    if at is None or tokens[at].lower not in ("it", "they") or not ARGUING.search(text, max(0, start - BEFORE), start):
        return False
    verb = main_verb(tokens)
    if verb is None or verb <= at:
        return False
    behind = next((t.lower for t in tokens[verb + 1 :] if t.tag != "RB"), "")
    if tokens[verb].tag == "MD":
        return behind not in OWN_DEEDS
    return not own_words.is_own(tokens, verb)


def is_reporter(tokens: Sequence[Token], change: Change) -> bool:
    """Whether a medium is put in for "it" that does what media do not: "The ABC has called 41 wards for Labor, but *it* is ahead in more"."""
    at = next((i for i, t in enumerate(tokens) if t.start == change.start), None)
    words = change.words.lower().removeprefix("the ").split()
    medium = not bodies.MEDIUM_WORDS.isdisjoint(words) or " ".join(words) in bodies.MEDIUM_NAMES
    if at is None or tokens[at].lower != "it" or not medium:
        return False
    return not any(t.lower in OF_MEDIA for t in tokens[at + 1 : at + 4])
