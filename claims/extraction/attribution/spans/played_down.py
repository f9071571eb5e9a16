"""What somebody plays down is another's claim: "the mayor *played down claims* that she had lied"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.subjects import Words, subject
from claims.extraction.lexicon.cues import PLAYED_DOWN, REPORTS
from claims.extraction.types import Span

_NOUNS = REPORTS | frozenset("reports rumours rumors talk speculation".split())
_VERB = re.compile(
    rf"(?:(?:has|have|had) (?:also )?|did )?(?P<verb>{PLAYED_DOWN}) (?:(?:the|any|all|these|those|recent|new|circulating|growing|persistent|online|media|widespread|false) ){{0,2}}$"
)
_PLAYS = re.compile(rf"\b(?:{PLAYED_DOWN})$")
_THAT = re.compile(rf"(?:the |any |recent )?(?P<noun>{'|'.join(sorted(_NOUNS))}) that (?=\w)")
REACH = 50  # characters before the noun


def with_player(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with the verb in its cue and the subject of that as its source."""
    if len(draft.cue) != 1 or draft.bare or not draft.content:
        return draft
    noun, first = draft.cue[0], draft.content[0]
    if draft.source and draft.source[0].start < noun.start < draft.source[0].end:  # "*The firm quashed* claims"
        draft = replace(draft, source=[Span(draft.source[0].start, noun.start - 1), *draft.source[1:]], kind=None)
    if _PLAYS.search(text, noun.start, noun.end) and (lead := _THAT.match(text, first.start, first.end)):
        rest = Span(lead.end(), first.end)
        return replace(draft, cue=[Span(noun.start, lead.end("noun"))], content=[rest, *draft.content[1:]])
    if noun.of(text).lower() not in _NOUNS:
        return draft
    found = _VERB.search(text, max(sentence.start, noun.start - REACH), noun.start)
    if found is None:
        return draft
    words = Words.of(text, sentence)
    verb = next((at for at, word in enumerate(words.spans) if word.start == found.start("verb")), None)
    who = subject(words, verb, speaks=False) if verb else None
    return draft if who is None else replace(draft, source=[who], cue=[Span(found.start(), noun.end)], kind=None)
