"""Nouns that are no cues of their own, since whoever is their subject disputes them: "the bank *rejects accusations*"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.lexicon.clauses import TAKEN_UP
from claims.extraction.lexicon.cues import DENIALS, forms
from claims.extraction.types import Span

_VERBS = "|".join(sorted(form for verb in DENIALS for form in forms(verb)))
_ARTICLE = r"(?:the|any|all|such|these|those|his|her|its|their|an?)"
_DISPUTES = re.compile(rf"\b(?P<verb>{_VERBS}) (?:as [^,;:.]{{3,40}}? (?={_ARTICLE} ))?(?:{_ARTICLE} )?(?:[a-z-]+ )?$")
_NAMES = re.compile(
    rf"(?P<verb>called|calls|branded|labelled|labeled|dubbed|described) {_ARTICLE} (?:[a-z-]+ )?(?:{'|'.join(sorted(TAKEN_UP))})s?"
)
_JUDGES = re.compile(rf"\b(?:{_VERBS}|described|criticised|criticized|condemned|denounced|attacked|called|mocked)\b")
_JUDGED = re.compile(r" as (?:[\"“‘][^\"“”‘’]{1,40}[\"”’]|[a-z]+(?:ly [a-z]+)?)$")
_OWNER = re.compile(
    rf"(?P<who>(?:{_ARTICLE} (?:[\w-]+ ){{0,2}}?[\w-]+|[A-Z][\w-]+(?: [A-Z][\w-]+)*))['’]s? (?:[a-z]+ )?$"
)
REACH = 80  # characters before the noun


def with_dispute(text: str, draft: Draft) -> Draft:
    """The draft with the verb that disputes its noun for the beginning of its cue; nobody rejects what he says himself.

    Where the noun has an owner, it is the owner who says it: "the ministry rejected *the report's* finding".
    """
    draft = _of_naming(text, draft)
    noun = draft.anchor.of(text)
    if draft.bare or not draft.source or noun.lower().removesuffix("s") not in TAKEN_UP:
        return draft
    draft = _without_judgement(text, _of_owner(text, draft))
    verb = _DISPUTES.search(text, max(0, draft.anchor.start - REACH), draft.anchor.start)
    source = draft.source[0]
    if verb is None or source.start >= verb.start():
        return draft
    source = Span(source.start, min(source.end, verb.start() - 1))
    return replace(draft, source=[source], cue=[Span(verb.start(), draft.anchor.end)], anchor=Span(*verb.span("verb")))


def _of_naming(text: str, draft: Draft) -> Draft:
    """ "Called *the claim that it leaked* nonsense": the noun is part of what was called so, and not of the cue."""
    cue = draft.cue[-1] if draft.cue and draft.content and not draft.bare else None
    named = _NAMES.fullmatch(text, cue.start, cue.end) if cue else None
    if cue is None or named is None or not 0 <= draft.content[0].start - cue.end <= len(" that "):
        return draft
    verb, content = Span(*named.span("verb")), Span(named.end("verb") + 1, draft.content[0].end)
    return replace(draft, cue=[*draft.cue[:-1], verb], anchor=verb, content=[content, *draft.content[1:]])


def _of_owner(text: str, draft: Draft) -> Draft:
    """ "The governor called *his rival's* claim": whose the noun is, and not the subject before."""
    owner = _OWNER.search(text, max(0, draft.anchor.start - REACH), draft.anchor.start)
    if owner is None or draft.source[0].end >= owner.start("who"):
        return draft
    return replace(draft, source=[Span(*owner.span("who"))], kind=None)


def _without_judgement(text: str, draft: Draft) -> Draft:
    """Without "as nonsense" behind what a noun reports: so calls it whoever judges it."""
    last = draft.content[-1] if draft.content else None
    before = max(0, draft.anchor.start - REACH), draft.anchor.start
    judged = _JUDGED.search(text, last.start, last.end) if last and _JUDGES.search(text, *before) else None
    return replace(draft, content=[*draft.content[:-1], Span(last.start, judged.start())]) if last and judged else draft
