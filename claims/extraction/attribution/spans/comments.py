"""What the article itself adds behind what somebody said: "…, *in a landmark win for the tenants*", "… – *a lie he kept up for months*"."""

import re
from collections.abc import Sequence

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.clauses import TAKEN_UP
from claims.extraction.types import Span

_EVENTS = "win|victory|move|blow|setback|boost|step|defeat|twist|reversal|coup|triumph|sign|ruling|decision|verdict|breakthrough|rebuke|shift|change|departure"
_JUDGED = "|".join(sorted({*TAKEN_UP, "lie", "story", "tale", "falsehood", "line"} - {"figure", "number", "estimate"}))
# What it makes of it: a win or a blow, a lie that somebody stuck to, who has not been named.
COMMENT = re.compile(
    rf",? in (?:an?|the) (?:(?!(?:first|second|next|last)\b)[\w-]+ ){{0,3}}?(?:{_EVENTS}) (?:for|to|that|which|likely|seen|aimed|expected|with|against|by|of)\b[^\"“”]*$"
    rf"|, (?:dealing|delivering|striking|marking|handing) (?:an?|the|its|his|her|another) (?:[\w-]+ ){{0,3}}?(?:{_EVENTS}) (?:for|to|in|of|against)\b[^\"“”]*$"
    rf"|(?: [–—-]|,) an? (?:[\w-]+ )?(?:{_JUDGED}) (?:that |which )?(?:he|she|it|they) (?:has |have |had )?(?:later |then |since )?(?:kept|stuck|stood|repeated|maintained|dropped|withdrew|abandoned|changed|gave up)\b[^\"“”]*$"
    rf"|(?: [–—-]|,)? an? (?:[\w-]+ )?(?:{_JUDGED}) (?:\w+ly )?(?:rejected|denied|disputed|dismissed|contested|refuted) by [^\"“”]*$"
    r"|,? (?:though|although|but) (?:none|neither|nobody|no one|no [a-z]+) (?:has|have|had|was|were|is|are) (?:yet |so far |ever |publicly )?(?:been )?"
    r"(?:named|identified|charged|announced|published|released|disclosed|confirmed|made public)\b[^\"“”]*$"
)
# "Had predicted it would last till 2050, *meaning that it is* melting sooner": the present tense is the article's.
_MEANING = re.compile(
    r", (?:meaning|which means|suggesting) (?:that )?[^\"“”;]*? (?:is|are|has|have|does|do) [^\"“”]*$"
)
_PAST_TOLD = re.compile(r"(?:had|was|were) \w")
_BACK = re.compile(r"\b(?:would|had|could|was|were)\b")
_MOVE_THAT = re.compile(rf", in an? (?:[\w-]+ ){{0,2}}?(?:{_EVENTS}) (?:that|which) $")
_GOES_ON_SAYING = re.compile(
    r"(?:calling|describing|accusing|adding|noting|citing|quoting|saying|blaming|branding|labelling|labeling|dubbing|urging|warning|demanding|insisting|claiming|denouncing|praising) "
)


def without_comment(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """The content without the article's own comment at its end."""
    if not draft.cue or not content:
        return content
    last = content[-1]
    if last.start < draft.cue[-1].end:
        return content
    found = COMMENT.search(text, last.start, last.end) or _meaning(text, last, draft.cue)
    kept = trimmed(text, Span(last.start, found.start())) if found and found.start() > last.start else None
    return [*content[:-1], kept] if kept else content


def is_beside(text: str, cue: Span, piece: Span) -> bool:
    """Whether a piece behind a tag is what the speaker or the article goes on with: "…, the Herald reported, *calling him a fraud*"."""
    if _MOVE_THAT.fullmatch(text, cue.end, piece.start):
        return True
    return text[cue.end : piece.start] == ", " and _GOES_ON_SAYING.match(text, piece.start, piece.end) is not None


def _meaning(text: str, last: Span, cue: Sequence[Span]) -> re.Match[str] | None:
    if not _PAST_TOLD.match(text, cue[0].start, cue[-1].end):
        return None
    found = _MEANING.search(text, last.start, last.end)
    return found if found and _BACK.search(text, last.start, found.start()) else None
