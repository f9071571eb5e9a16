"""Sources of which the reader took too little, or another: "*A Texas* jury", "all but *two*", "a court revived *a suit* accusing the firm"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon import nations
from claims.extraction.types import Span

REACH = 80  # characters before a cue in which what accuses may stand
_ACCUSING = frozenset("accusing alleging claiming".split())
_SUIT = re.compile(
    r"\b(?P<who>(?:an?|the|its|their|his|her|another|two|three|several) (?:(?!(?:of|in|on|by|for|to|into|from|with|against|over) )[\w-]+ ){0,3}?"
    r"(?:lawsuits?|class actions?|suits?|complaints?|petitions?|letters?|series|indictments?|articles?|leaflets?))"
    r"(?:, (?:published|filed|posted|sent|issued|released) [^,]{2,40},)? $"
)
_BROUGHT = re.compile(
    r"\b(?:filed|files|filing|brought|brings|launched|wrote|sent|signed|published|submitted|lodged|joined|issued|unsealed|released|announced|posted|made)\b"
)
_ALL_BUT = ("All but ", "all but ")
_OF_LAND = re.compile(r"(?:[Aa]n?|[Tt]he) [A-Z][\w.]+(?: [A-Z][\w.]+)?")
_NOUN = re.compile(
    r"(?P<noun>(?: [a-z][\w-]+){1,3}?) (?:has|have|had|is|was|were|will|would|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[a-z]+ed)\b"
)


def mended_source(text: str, draft: Draft, sentence: Span) -> Draft | None:
    """The draft with the whole of its source, or the paper that speaks; None where neither is to be mended."""
    source, cue = draft.source[0], draft.cue[0]
    if torn := _of_quotation(text, draft, source):
        return torn
    own = _suit(text, source, cue, sentence) or _noun_behind(text, source, cue)
    if text.endswith(_ALL_BUT, sentence.start, source.start):
        own = Span(source.start - len(_ALL_BUT[0]), source.end)
    return replace(draft, source=[own, *draft.source[1:]], kind=None) if own else None


def _suit(text: str, source: Span, cue: Span, sentence: Span) -> Span | None:
    """ "A court revived *a class action* accusing the firm": the suit accuses, and who only deals with it does not."""
    if cue.of(text) not in _ACCUSING or source.end > cue.start:
        return None
    found = _SUIT.search(text, max(sentence.start, cue.start - REACH), cue.start)
    if found is None or source.end > found.start("who"):
        return None
    return None if _BROUGHT.search(text, source.end, found.start("who")) else Span(*found.span("who"))


def _of_quotation(text: str, draft: Draft, source: Span) -> Draft | None:
    """The draft without a source that is the end of what somebody is quoted for: "with pay and “time away from *home*” cited as the reasons"."""
    said = source.of(text)
    closes = (said.endswith("”") and "“" not in said) or (said.endswith('"') and said.count('"') == 1)
    before = next((one for one in draft.content if one.end + 1 == source.start), None)
    if not closes or before is None:
        return None
    whole = Span(before.start, source.end)
    return replace(draft, source=[], content=[whole if one == before else one for one in draft.content], kind=None)


def _noun_behind(text: str, source: Span, cue: Span) -> Span | None:
    """The source with the noun of which the reader took only whose it is: "*A Texas* | jury has ordered"."""
    if source.end > cue.start or not _OF_LAND.fullmatch(text, source.start, source.end):
        return None
    land = text[source.start : source.end].partition(" ")[2]
    known = land in nations.US_STATES or land in nations.STATES or land in nations.ADJECTIVE_OF
    noun = _NOUN.match(text, source.end, cue.start) if known else None
    return Span(source.start, noun.end("noun")) if noun else None
