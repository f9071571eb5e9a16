"""Who goes on in a participle without a comma: "*Lind* revealed that guards were sent to the house of the governor *noting* that he was safe"."""

from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.types import Span

GOING_ON = frozenset("adding noting stressing insisting explaining saying warning".split())
# "…, *with* one official *saying*", "…, one official saying": the participle has a subject of its own.
OWN_SUBJECT = ("with ", ", ", "and ", "while ", "– ", "— ")


def of_main_speaker(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with whoever has just told something with "that" for source, and not the noun that happens to stand before the participle."""
    if not draft.cue or len(draft.source) != 1 or draft.cue[0].of(text) not in GOING_ON:
        return draft
    source = draft.source[0]
    if draft.cue[0].start != source.end + 1 or not sentence.contains(source):
        return draft  # ", adding that" has a rule of its own
    if text.endswith(OWN_SUBJECT, sentence.start, source.start):
        return draft
    words = Words.of(text, Span(sentence.start, source.start))
    told = (at for at in range(1, len(words.spans) - 1) if words.lower(at) in FINITE and words.lower(at + 1) == "that")
    verb = next(told, None)
    who = subject(words, verb) if verb else None
    return draft if who is None else replace(draft, source=[who], kind=None)
