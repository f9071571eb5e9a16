"""Both halves of what somebody says: "said it was “sorry” *and had opened a helpline*", "*The envoys agreed on a list*, but put off a vote, four diplomats said".

In reported speech the tense goes back with the cue's: "had" or "would" behind "and" can only be told by whoever said the first half,
because the article tells what happened in the past tense.
"""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.clauses import PASTS
from claims.extraction.lexicon.people import SHARE
from claims.extraction.types import Span

_PAST_CUE = re.compile(
    r"(?:[a-z]+ )*(?:said|told|wrote|added|claimed|complained|argued|insisted|warned|announced|confirmed|stated|testified|alleged|admitted"
    r"|acknowledged|explained|noted|conceded|maintained|stressed|reported)(?: [a-z]+)?"
)
_SECOND = re.compile(
    r"[\"”’']?,?[\"”’']? (?:and|but|or) (?:that\b(?! (?:is|was|he|she|they)\b)|(?:(?:also|since|now|therefore|even|still) )?(?:had|would|could|might)\b)"
)
_SHARE = re.compile(rf",? (?:while|and|but|compared with) (?:{SHARE.pattern})", re.IGNORECASE)
_FOUND = frozenset("found finds showed shows suggested suggests".split())
# Somebody else speaks before the sentence ends.
_TAG = re.compile(r"\b(?:said|says|told|added|adds|according to|wrote|argued|claimed|insisted|warned|noted)\b")
_SHARED = re.compile(
    rf"(?:but|and) (?:(?:also|then|later) )?(?:[a-z]+ed|{'|'.join(sorted(PASTS))}|put|set|cut)\b (?!by\b)"
)
_APART = re.compile(r"[\"“”;:]| said | says | told ")
LONGEST = 260  # characters of such a half


def with_second_half(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with what is joined to its content by "and", where only its speaker can have said that; and with the half before."""
    if draft.bare or not draft.cue or not draft.source or not draft.content or not sentence.contains(draft.cue[-1]):
        return draft
    if draft.content[0].end <= draft.source[0].start and len(draft.content) == 1:
        return _with_first(text, draft, sentence)
    last = draft.content[-1]
    if last.start < draft.cue[-1].end or text[last.start] in '"“':
        return draft  # "said: “Great,” *but that chamber had* passed it": what is quoted whole has no other half
    told = _PAST_CUE.fullmatch(text, draft.cue[-1].start, draft.cue[-1].end) is not None
    second = _SECOND.match(text, last.end, sentence.end) if told else None
    found = draft.anchor.of(text).lower() in _FOUND
    joint = second or (_share(text, last, sentence) if found else None)
    if joint is None or sentence.end - last.end > LONGEST or _TAG.search(text, joint.end(), sentence.end):
        return draft
    whole = trimmed(text, Span(last.start, sentence.end))
    return replace(draft, content=[*draft.content[:-1], whole]) if whole else draft


def _share(text: str, last: Span, sentence: Span) -> re.Match[str] | None:
    """ "Found 34% backed it, *while nearly half* were opposed": what the others of those asked think was found as well."""
    share = _SHARE.match(text, last.end, sentence.end)
    return share if share and SHARE.search(text, last.start, last.end) else None


def _with_first(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "*The envoys agreed on a list*, but put off a vote, four diplomats said": a verb without a subject has that of the half before."""
    first = draft.content[0]
    beside = text.endswith(", ", sentence.start, first.start) and draft.source[0].start - first.end <= len(", ")
    if not beside or not _SHARED.match(text, first.start, first.end):
        return draft
    if first.start - sentence.start > LONGEST or _APART.search(text, sentence.start, first.start):
        return draft
    return replace(draft, content=[Span(sentence.start, first.end)])
