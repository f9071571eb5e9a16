"""Silence told from statements: who asked not to be named, declined to comment or could not be reached has said nothing."""

import re

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon import clauses
from claims.extraction.types import Span

SHORT = 30  # words of a sentence that tells of nothing but silence

_WORD = re.compile(r"\w+")
_KEPT = re.compile(rf"\s*(?:to )?{clauses.SILENCE}")
_SILENT = re.compile(
    r"\b(?:declin(?:ed|es|ing)|refus(?:ed|es|ing)) (?:to (?:be (?:named|interviewed|drawn)|(?:make (?:any|a) )?comment|discuss|elaborate|give details|say (?:more|anything))|(?:any )?comment|(?:an )?interview)"
    r"|\b(?:not|n['’]t|never|yet to) (?:\w+ly )?(?:yet )?(?:respond|responded|reply|replied|answer|answered|comment|commented|return(?:ed)? (?:\w+ ){0,2}(?:calls?|messages?|requests?))\b"
    r"|\b(?:on|under) (?:the )?condition of anonymity|\bnot (?:\w+ly )?authori[sz]ed to (?:discuss|speak|comment|talk)"
    r"|\b(?:not|n['’]t) (?:\w+ly )?be (?:reached|contacted)\b|\b(?:asked|asking) not to be (?:named|identified|quoted)\b"
    # What the paper did to get an answer tells nothing of the matter: "The council has been approached for comment."
    r"|\b(?:contacted|approached|asked|reached out to|emailed|e-mailed|called|messaged)\b[^.;\"“]{0,70}\bfor (?:an? |any |further |more |additional )?(?:comments?|response|reply|clarification)\b"
)

# A last clause of a content that tells what its speaker did not say.
UNSAID = re.compile(
    r",? without (?:mentioning|elaborating|naming|specifying|giving (?:any |further |more )?details|providing (?:any )?(?:evidence|details|proof)|going into|offering (?:any )?(?:evidence|details|proof)|citing|identifying|explaining|further)\b[^,;“”\"]{0,90}$"
    r"|,? (?:but|and|although|though) (?:(?:he|she|it|they) )?(?:did not|didn['’]t|would not|wouldn['’]t|declined to|refused to|has not|have not)"
    r" (?:immediately )?(?:say|said|elaborate|give|given|name|named|specify|specified|comment|commented|provide|provided|explain|explained|be drawn|be named|answer|disclose|disclosed)\b.*",
    re.DOTALL,
)


def is_silence(text: str, draft: Draft) -> bool:
    """Whether what the draft takes for a content is only that nothing is said."""
    if not draft.cue or not draft.content:
        return False
    word = draft.anchor.of(text).lower()
    behind = _KEPT.match(text, draft.cue[-1].end)
    return word in clauses.SILENT_CUES and bool(behind)


def tells_of_silence(text: str, span: Span) -> bool:
    """Whether the sentence or clause says no more than that somebody said nothing."""
    words = span.of(text)
    return bool(_SILENT.search(words)) and len(_WORD.findall(words)) <= SHORT
