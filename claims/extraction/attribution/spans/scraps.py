"""Sources of which the reader took a scrap, or more than who speaks: "a *false* claim that", "14 Liberal-*led cities*", "*However, the board*"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, cut_out, trimmed
from claims.extraction.attribution.spans.relative_clauses import has_verb
from claims.extraction.attribution.spans.torn_sources import mended_source
from claims.extraction.lexicon.bodies import DOCUMENT_HEADS, MEDIA_ITEM_HEADS
from claims.extraction.types import Span

# What joins a sentence to the one before and is no part of its subject.
_OPENER = re.compile(
    r"(?:However|Meanwhile|Instead|Still|Indeed|Moreover|Furthermore|Nevertheless|Nonetheless|Separately|Also|Then|Thus|Therefore|Overall|Elsewhere"
    r"|Today|Yesterday|Now|Again|Besides|Afterwards?|Later|Earlier|Privately|Publicly|Internally|Officially|Formally|Initially|Recently|Previously|Additionally|Similarly"
    r"|Finally|Eventually|Ultimately|Crucially|Significantly|Notably|Importantly|Interestingly|Controversially|Reportedly), (?=\w)"
)
# "Including *a false* claim that": an article and what qualifies the noun say nothing themselves.
_QUALIFIED = re.compile(
    r"(?:an?|the|this|that|another|one|such|some|any|no|these|those|many|several)(?: (?:[a-z]+ly )?(?:false|baseless|unfounded|debunked|unproven"
    r"|discredited|misleading|bogus|viral|popular|common|new|similar|related|persistent|widespread|false and [a-z]+))+",
    re.IGNORECASE,
)
_NOUNS = frozenset(
    "claim claims allegation allegations rumour rumours rumor rumors assertion assertions suggestion suggestions".split()
)
# "Shared widely in *posts that* falsely claimed": what is posted says it.
_PAPERS_THAT = re.compile(
    rf"\b(?P<who>(?:(?:an?|the|two|three|several|some|many|other|these|those) )?(?:(?:social media|online|viral|news|[A-Z][a-z]+|\w+ed) )?"
    rf"(?:{'|'.join(sorted((DOCUMENT_HEADS | MEDIA_ITEM_HEADS) - {'media'}))})) (?:that|which) (?:(?:has|have|had|also|\w+ly) )*$"
)
_ADVERB = re.compile(r"[a-z]+ly")
REACH = 80  # characters before a cue in which that stands
_HYPHENED = re.compile(
    r"(?:(?:\b\d[\d,]*|\b(?:[Tt]he|[Aa]n?|[Ss]ome|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Tt]en|[Aa] dozen)) )?\b[^\W_][\w’']*-$"
)
# "…, *with Holt's* | centrist alliance on 60": others are told of behind the source.
_WITH = re.compile(r", with [A-ZÀ-Þ][^,;:]{1,40}$")
_OF_TITLE = re.compile(r"\b(?:Gen|Lt|Col|Sgt|Capt|Maj|Sen|Rep|Gov|Rev|Hon|Dr|Mr|Mrs|Ms|Prof|Adm|Brig|Cmdr|Supt|Insp)$")
_NAME = re.compile(r"\. [A-ZÀ-Þ][\w'’-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Þ][\w'’-]*){0,3}")


def whole_source(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with its source in whole words, and without what only stands around it; without any where nobody is told."""
    if draft.bare or not draft.cue or not draft.source:
        return draft
    source, cue = draft.source[0], draft.cue[0]
    if (
        cue.of(text).lower() in _NOUNS
        and source.end + 1 == cue.start
        and _QUALIFIED.fullmatch(text, source.start, source.end)
    ):
        return replace(draft, source=[], kind=None)
    if paper := _paper_that(text, source, cue, sentence):
        return replace(draft, source=[paper], kind=None)
    if mended := mended_source(text, draft, sentence):
        return mended
    if opener := _OPENER.match(text, source.start, source.end):
        return replace(draft, source=[Span(opener.end(), source.end), *draft.source[1:]])
    if text.endswith("-", sentence.start, source.start) and (
        cut := _HYPHENED.search(text, sentence.start, source.start)
    ):
        whole = Span(cut.start(), source.end)
        free = not any(whole.overlaps(span) for span in draft.cue)
        return replace(draft, source=[whole, *draft.source[1:]], kind=None) if free else draft
    return _with_name(text, _without_others(text, draft))


def _paper_that(text: str, source: Span, cue: Span, sentence: Span) -> Span | None:
    """The posts or papers right before "that" and the cue, where the reader took the clause around them, or only an adverb."""
    found = _PAPERS_THAT.search(text, max(sentence.start, cue.start - REACH), cue.start)
    if found is None:
        return None
    paper = Span(*found.span("who"))
    before = text[source.start : paper.start].split() if source.start < paper.start else []
    clause = source.end >= paper.end and has_verb(before)
    return paper if clause or _ADVERB.fullmatch(text, source.start, source.end) else None


def _without_others(text: str, draft: Draft) -> Draft:
    """The draft whose source ends before "with", behind which the content goes on: "according to *ministry results*, with Holt's alliance on 60"."""
    source = draft.source[0]
    others = _WITH.search(text, source.start, source.end) if draft.cue[0].of(text).lower() == "according to" else None
    behind = next((span for span in draft.content if others and source.end < span.start <= source.end + 1), None)
    if others is None or behind is None:
        return draft
    rest = Span(others.start() + len(", "), behind.end)
    content = [rest if span == behind else span for span in draft.content]
    return replace(draft, source=[Span(source.start, others.start())], content=content)


def _with_name(text: str, draft: Draft) -> Draft:
    """The draft whose source has the name that its last title leads to: "the findings, sent to Lt. *Gen. | Aron Zamel*, soldiers fired"."""
    source = draft.source[0]
    name = _NAME.match(text, source.end) if _OF_TITLE.search(text, source.start, source.end) else None
    if name is None or not any(span.start <= name.start() + len(". ") < span.end for span in draft.content):
        return draft
    whole = Span(source.start, name.end())
    kept = [piece for span in draft.content for piece in cut_out(text, span, whole)]
    content = [trimmed(text, span) or span for span in kept]
    return replace(draft, source=[whole, *draft.source[1:]], content=content) if content else draft
