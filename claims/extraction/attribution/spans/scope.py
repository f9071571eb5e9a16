"""How much of a sentence "according to" at its end vouches for, where somebody else has said the rest: "Lind *said* …, versus 3.1 billion expected, *according to FactCount*"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon.cues import VERB_OF

# Somebody says something, and behind a comma stands what is compared with it, or told of its last noun.
_SAID_BY_ANOTHER = re.compile(
    r"[^\"“”]*? (?:said|says|told|expects|reported|announced|forecasts?) [^\"“”]*, "
    r"(?P<tail>(?:which|versus|compared (?:with|to)|against|up from|down from|above|below|more than|less than) [^,;\"“”]+)"
)
PARTS = 2  # pieces of a content, of which the first stands before its source
_TAG = re.compile(r", (?:all )?according to$")


def vouches_for_tail(text: str, draft: Draft) -> bool:
    """Whether whoever is cited at the end vouches for the last part alone, so that the whole sentence is not his."""
    if len(draft.content) != 1 or not draft.cue or draft.cue[-1].start < draft.content[0].end:
        return False
    said = draft.content[0]
    cited = _TAG.fullmatch(text, said.end, draft.cue[-1].end)
    return cited is not None and _SAID_BY_ANOTHER.fullmatch(text, said.start, said.end) is not None


def without_outer(text: str, draft: Draft) -> Draft:
    """ "*The institute reported* that | photographs showed cracks": who tells of a source is no part of what that shows."""
    if len(draft.content) < PARTS or not draft.source or not draft.cue:
        return draft
    first, source = draft.content[0], draft.source[0]
    outer = text[first.end : source.start] == " that " and first.of(text).split()[-1].lower() in VERB_OF
    return replace(draft, content=draft.content[1:]) if outer and source.end <= draft.cue[0].start else draft
