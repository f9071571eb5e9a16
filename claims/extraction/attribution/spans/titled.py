"""A report that is called by its title before it speaks: "The report, “*Locked Up*,” found that …"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.bodies import DOCUMENT_HEADS
from claims.extraction.types import Span

_TITLED = re.compile(
    rf"(?P<who>(?:The|An?|Its|Their|His|Her) (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(DOCUMENT_HEADS))})), (?P<title>[“\"][^”\"]{{3,160}}[”\"]),?"
    r" (?P<cue>[a-z]+) that (?P<said>.+)",
    re.DOTALL,
)


def is_title(text: str, draft: Draft, quotation: Span) -> bool:
    """Whether a quotation stands beside the source, and what is said behind "that": of the title nobody says anything."""
    if not draft.source or not draft.cue:
        return False
    source, cue = draft.source[-1], draft.cue[-1]
    beside = source.end < quotation.start and text[source.end : quotation.start] == ", "
    return beside and quotation.end <= cue.start and text.startswith(" that ", cue.end)


def of_report(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft said by the report, where the reader took words of its title for the source."""
    found = _TITLED.match(text, sentence.start, sentence.end) if draft.source and draft.cue else None
    if found is None or found.start("cue") != draft.cue[0].start:
        return draft
    behind = text.startswith("that ", draft.source[0].start) and draft.source[0].start > draft.cue[0].end
    if not behind and not Span(*found.span("title")).overlaps(draft.source[0]):
        return draft
    said = trimmed(text, Span(*found.span("said")))
    return replace(draft, source=[Span(*found.span("who"))], content=[said], kind=None) if said else draft
