"""A source that took in what its speaker did before speaking: "*Governor Venn* declared an emergency and said"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.types import Span

_DECLARED = re.compile(
    r"(?P<who>(?:[Tt]he )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,6}) (?:[a-z]+ed|held|met|gave|sent|took|made|won|lost) (?!by\b)"
)
_ENDS_WITH_JOINT = re.compile(r"[ —–-]and[ ,]*$")


def without_first_deed(text: str, draft: Draft) -> Draft:
    """ "*Governor Orla Venn* declared an emergency in two counties *and said*": the subject of both verbs is no more than its name."""
    source = draft.source[0] if draft.source and draft.cue else None
    led = _DECLARED.match(text, source.start, source.end) if source and source.end < draft.cue[0].start else None
    if source is None or led is None or not _ENDS_WITH_JOINT.search(text, source.start, draft.cue[0].start):
        return draft
    return replace(draft, source=[Span(source.start, led.end("who")), *draft.source[1:]], kind=None)
