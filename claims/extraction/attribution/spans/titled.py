"""A report that is called by its title before it speaks: "The report, “*Locked Up*,” found that …"."""

from claims.extraction.attribution.drafts import Draft
from claims.extraction.types import Span


def is_title(text: str, draft: Draft, quotation: Span) -> bool:
    """Whether a quotation stands beside the source, and what is said behind "that": of the title nobody says anything."""
    if not draft.source or not draft.cue:
        return False
    source, cue = draft.source[-1], draft.cue[-1]
    beside = source.end < quotation.start and text[source.end : quotation.start] == ", "
    return beside and quotation.end <= cue.start and text.startswith(" that ", cue.end)
