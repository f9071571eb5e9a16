"""Speakers that stand nearer than who was taken: "at odds with *party chiefs, who* insist", "said that *one guard* had told her"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.spans.relative_clauses import has_verb
from claims.extraction.attribution.subjects import LONGEST, Words, can_speak, subject
from claims.extraction.lexicon.bodies import DOCUMENT_HEADS, MEDIA_ITEM_HEADS
from claims.extraction.lexicon.clauses import AUXILIARIES, ONES
from claims.extraction.lexicon.participles import PAST_FORMS
from claims.extraction.lexicon.pronouns import DETERMINERS
from claims.extraction.types import Span

REACH = 100  # characters before a cue in which "party chiefs, who" may stand
_ADVERBS = r"(?:(?:has|have|had|also|now|still|later|\w+ly) )*"
_PREPOSITION = r"(?:with|by|to|from|against|for|among|between|over|at|on|upon|of|in|through|via)"
_PAPERS = "|".join(sorted(DOCUMENT_HEADS | MEDIA_ITEM_HEADS))
# "Puts her at odds with *district party chiefs, who* insist that".
_WHO = re.compile(rf"\b{_PREPOSITION} (?P<who>(?:(?!{_PREPOSITION} )[\w'’.-]+ ){{0,4}}?[\w'’-]+), who {_ADVERBS}$")
# "Put it at 2% in *a new paper, which* assumed that".
_WHICH = re.compile(
    rf"\b(?P<who>(?:an?|the|its|his|her|their|another|one) (?:[\w'’-]+ ){{0,3}}?(?:{_PAPERS})), which {_ADVERBS}$"
)
# "*Velmar Toys*, the maker of trains and, of late, a bear, filed for bankruptcy, *saying*".
_NAMED_FIRST = re.compile(
    r"(?P<who>[A-ZÀ-Þ][\w.&'’-]*(?: (?:of |and |& )?[A-ZÀ-Þ][\w.&'’-]*){0,4}), (?:an?|the|which|who|whose) "
)
_SAYING = frozenset("saying arguing claiming insisting warning adding noting alleging".split())
# "A farmer whose sons were hurt *said that* | one guard": he tells of the guard, who told him.
_SAID_THAT = re.compile(r" (?:said|says|testified|recalled|claimed|alleged) that (?=\S)")
_LAST_NOUN = re.compile(rf"(?:.* )?{_PREPOSITION} (?P<who>(?:[\w'’-]+ ){{0,3}}?[\w'’-]+)$", re.DOTALL)
_THAT = re.compile(rf" (?:that|which) {_ADVERBS}")
_POSTS = re.compile(r"(?:posts?|groups?|messages?|pages?|emails?|leaflets?|accounts?|adverts?|ads|comments)$")
# "Told the court *that her boss* put a bag on the desk *and said*": behind "told" it is the boss who said it.
_TOLD = re.compile(r"\b(?:told|testified|recalled|recounted|alleged)\b[^;:\"“”]*?\bthat (?=\S)")
_AND_SAID = re.compile(r"\band (?:then |later |also )?$")
_SAID = frozenset("said told added asked replied warned".split())


def of_nearest(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft said by whoever stands nearest before its cue, where the reader took somebody further off, a clause, or nobody."""
    if not draft.cue or draft.bare or not sentence.contains(draft.cue[0]):
        return draft
    if draft.source and draft.source[0].end > draft.cue[0].start:
        return draft
    own = next(filter(None, _nearer(text, draft, sentence)), None)
    return replace(draft, source=[own], kind=None) if own else draft


def _nearer(text: str, draft: Draft, sentence: Span) -> Iterator[Span | None]:
    first = draft.source[0] if draft.source else None
    yield _paper(text, draft, first, sentence)
    yield _named_first(text, draft, sentence)
    if first is None:
        yield _who(text, draft, sentence)
        return
    yield _told_of(text, first)
    yield _last_noun(text, first, draft.cue[0])
    yield _inner_doer(text, draft, first, sentence)


def _paper(text: str, draft: Draft, first: Span | None, sentence: Span) -> Span | None:
    """ "Put it at 2% in *a new paper, which* assumed that"."""
    cue = draft.cue[0].start
    near = max(sentence.start, cue - REACH)
    which = _WHICH.search(text, near, cue) if text.find(", which ", near, cue) >= 0 else None
    return Span(*which.span("who")) if which and (first is None or first.end < which.start("who")) else None


def _who(text: str, draft: Draft, sentence: Span) -> Span | None:
    """ "Puts her at odds with *party chiefs, who* insist that", where the reader found nobody."""
    cue = draft.cue[0].start
    near = max(sentence.start, cue - REACH)
    who = _WHO.search(text, near, cue) if text.find(", who ", near, cue) >= 0 else None
    return Span(*who.span("who")) if who and can_speak(who["who"].split()[-1:]) else None


def _named_first(text: str, draft: Draft, sentence: Span) -> Span | None:
    """ "*Velmar Toys*, the maker of trains, filed for bankruptcy, *saying*": its name, where nobody or the whole clause was taken."""
    cue, first = draft.cue[0], draft.source[0] if draft.source else None
    if cue.of(text) not in _SAYING or not text.endswith(", ", 0, cue.start):
        return None
    named = _NAMED_FIRST.match(text, sentence.start, cue.start)
    if named is None:
        return None
    clause = first is None or (
        first.start == sentence.start and has_verb(text[named.end() : first.end].split(", ")[-1].split())
    )
    return Span(*named.span("who")) if clause else None


def _told_of(text: str, source: Span) -> Span | None:
    """ "A farmer whose sons were hurt said that *one guard* | had told him"."""
    said = _SAID_THAT.search(text, source.start, source.end)
    if said is None:
        return None
    rest = text[said.end() : source.end].split()
    named = can_speak(rest) or rest[0].lower() in DETERMINERS | ONES
    return Span(said.end(), source.end) if named and len(rest) <= LONGEST and not has_verb(rest) else None


def _last_noun(text: str, source: Span, cue: Span) -> Span | None:
    """ "A video was shared in *social media posts* that falsely claimed": the posts claim, and no whole clause does."""
    if not _THAT.fullmatch(text, source.end, cue.start):
        return None
    last = _LAST_NOUN.match(text, source.start, source.end)
    if last is None or not _POSTS.search(last["who"]):
        return None
    clause = has_verb(text[source.start : last.start("who")].split()) or source.start + len(last.group()) == source.end
    return Span(*last.span("who")) if clause else None


def _inner_doer(text: str, draft: Draft, source: Span, sentence: Span) -> Span | None:
    """ "Told the court that *her boss* put a bag on the desk *and said*": who does the one in the clause does the other."""
    cue = draft.cue[0]
    if cue.of(text) not in _SAID or not _AND_SAID.search(text, sentence.start, cue.start):
        return None
    told = _TOLD.search(text, min(source.end, cue.start), cue.start) if source.end < cue.start else None
    if told is None:
        return None
    words = Words.of(text, Span(told.end(), cue.start))
    for at in range(1, len(words.spans)):
        word = words.lower(at)
        if word in AUXILIARIES:
            return None
        if word in PAST_FORMS or word.endswith("ed"):
            own = subject(words, at, speaks=False)
            whole = own is not None and own.start == told.end()
            return own if own and whole and can_speak(own.of(text).split()) else None
    return None
