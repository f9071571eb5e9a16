"""Nouns and people that a verb of saying only tells of: "a leaflet *attributed to* the mayor", "the highest level *recorded was*", "frost, which many *had blamed*, …"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.lexicon.pronouns import THIRD_PERSON
from claims.extraction.types import Span

# What is said by whom it is attributed to is no statement of the leaflet itself.
_ATTRIBUTED = re.compile(r"(?:attributed|ascribed) to\b")
# "A scheme that *is credited with* saving lives": by whom is not told.
_CREDITED = re.compile(r"(?:(?:is|are|was|were|has been|have been) )?(?:(?:also|widely|often|now) )?credited(?: with)?")
_MEASURED = frozenset("reported recorded registered observed documented measured".split())
_IS = re.compile(r" (?:was|were|is|are) ")
_WHICH = (", which ", ", whom ", ", that ")
_JUDGING = frozenset("blame accuse criticise criticize praise condemn denounce attack welcome fault".split())
_LEARNING = frozenset("learned learnt realised realized".split())
_WHEN = re.compile(r"\b(?:when|after|before|until|once) $")
REACH = 12  # characters before a source in which "when" stands


def is_only_told_of(text: str, draft: Draft) -> bool:
    """Whether the draft's source has said nothing: it is what others have said or measured, blamed, or come to know."""
    if not draft.cue or not draft.source or draft.source[0].end > draft.cue[0].start:
        return False
    source, cue, verb = draft.source[0], draft.cue[-1], draft.anchor.of(text).lower()
    beside = source.end + 1 == draft.cue[0].start
    if beside and _ATTRIBUTED.match(text, draft.cue[0].start):
        return source.of(text).lower() not in THIRD_PERSON  # "which *he attributed* to the rain" says so
    if beside and verb in _MEASURED and _IS.match(text, cue.end):
        return True
    if verb == "credited" and _CREDITED.fullmatch(text, draft.cue[0].start, cue.end):
        return True  # "*The charity* runs the fund, which is credited with saving lives"
    if VERB_OF.get(verb) in _JUDGING and text.startswith(",", cue.end):
        return text.endswith(_WHICH, 0, source.start)
    return verb in _LEARNING and _WHEN.search(text, max(0, source.start - REACH), source.start) is not None


def without_credited(text: str, draft: Draft) -> Draft:
    """ "*The scheme is credited* with saving lives": by whom is not told, and of the scheme it is said."""
    if not draft.cue or len(draft.source) != 1 or draft.anchor.of(text).lower() != "credited" or not draft.content:
        return draft
    source, cue = draft.source[0], draft.cue[-1]
    between = text[source.end : draft.cue[0].start]
    plain = source.end < draft.cue[0].start and between.strip(" ,") in ("", "which", "who", "that")
    if not plain or not _CREDITED.fullmatch(text, draft.cue[0].start, cue.end):
        return draft
    said = draft.content if not cue.of(text).endswith(" with") else [Span(cue.end - len("with"), draft.content[-1].end)]
    kept = Span(draft.cue[0].start, cue.end - len(" with") * cue.of(text).endswith(" with"))
    return replace(
        draft,
        source=[],
        cue=[*draft.cue[:-1], kept] if len(draft.cue) > 1 else [kept],
        content=[source, *said],
        kind=None,
    )
