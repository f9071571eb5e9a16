"""Statements turned round: what somebody did not say, and what somebody says is not so."""

import re
from collections.abc import Sequence

from claims.extraction.lexicon.cues import DENIALS, NEGATIONS, PLAYED_DOWN, VERB_OF
from claims.extraction.types import Span

_WORD = re.compile(r"n['’]t\b|\w+?(?=n['’]t\b)|\w+")
# What may stand between a negation and its verb: "did *not* immediately say", "*never* once claimed".
_BETWEEN = frozenset(
    {"immediately", "yet", "once", "ever", "publicly", "explicitly", "directly", "to", "been", "further"}
)
# "Declined to say whether", with "to" after them; the cue may hold them: "refused to confirm".
_REFUSALS = frozenset("declined declines declining refused refuses refusing failed".split())
_DISAGREED = re.compile(r"\bdisagree(?:s|d)? that\b")  # what somebody thinks is not so
_PLAYED_DOWN = re.compile(
    rf"(?:\w+ ){{0,3}}?(?:{PLAYED_DOWN}) (?:\w+ )?(?:claims?|suggestions?|reports|allegations?|rumou?rs|talk|speculation|accusations?)\b"
)
REACH = 40  # characters before the cue: more is another clause


def is_negative(text: str, cue: Sequence[Span]) -> bool:
    """Whether the cue denies its content or is itself negated."""
    if not cue:
        return False
    words = [word.lower().replace("’", "'") for word in _WORD.findall(" ".join(span.of(text) for span in cue))]
    if "no secret" in " ".join(words):
        return False  # "made no secret of wanting it": they do
    if any(VERB_OF.get(word) in DENIALS for word in words) or NEGATIONS & set(words) or _REFUSALS & set(words[:-1]):
        return True
    told = " ".join(words) + text[cue[-1].end : cue[-1].end + REACH]
    if _DISAGREED.search(told) or _PLAYED_DOWN.match(told):
        return True
    return _negated_before(text, cue[0].start)


def _negated_before(text: str, cue: int) -> bool:
    """Whether a negation stands right before the place of a cue: "did *not* immediately | say"."""
    clause = re.split(r"[,;:.!?\"“”\n]", text[max(0, cue - REACH) : cue])[-1]
    for word in reversed([word.lower().replace("’", "'") for word in _WORD.findall(clause)]):
        if word in NEGATIONS:
            return True
        if word in _REFUSALS:
            return True
        if word not in _BETWEEN:
            return False
    return False
