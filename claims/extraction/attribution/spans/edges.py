"""The edges of a content put right by the words around them: what the reader cuts short, takes in too much of, or leaves a word of behind."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, cut_out, trimmed
from claims.extraction.attribution.spans.addressees import with_all_told
from claims.extraction.attribution.spans.comments import is_beside, without_comment
from claims.extraction.attribution.spans.crumbs import behind_colon, is_question, without_aside, without_crumbs
from claims.extraction.attribution.spans.ends import (
    finished,
    to_next_verb,
    to_quote,
    to_semicolon,
    without_joint,
    without_silence,
    without_stage,
)
from claims.extraction.attribution.spans.first_deed import without_first_deed
from claims.extraction.attribution.spans.leads import (
    with_first_clause,
    with_head,
    with_infinitive,
    with_particle,
    without_lead,
)
from claims.extraction.attribution.spans.main_verb import without_main_verb, without_verb_of_claim
from claims.extraction.attribution.spans.passive_as import with_judge
from claims.extraction.attribution.spans.widening import widened
from claims.extraction.lexicon.clauses import BE, FOUND_OUT, SAID_OF, TAKEN_UP
from claims.extraction.types import Quotation, Span

_BY = re.compile(r"\s*(?:by )?(?:[\w-]+ ){0,3}$")
_DETERMINER = re.compile(r"(?<=\s)(the|an?|his|her|its|their|every|each|both|another) $")
_NOUN_OF = re.compile(r" (?:that )?((?:[a-z'’-]+ ){1,3})")  # "said *every day* | of delay costs money"
_CONDITION = re.compile(
    r"(?<=\sthat )((?:even )?(?:if|unless|when|until) )$"
)  # "told them that *if* it rained, it would close"
_ORDERS = re.compile(r" (?:that )?(while|although|though|unless|until|because|if) ")  # "said *while* he was sorry, …"
_POINTS = re.compile(r"(?<=\s)(that|this) $")
_POINTED_AT = re.compile(
    r"([a-z]+)(?: (?:is|was|has|had|will|would|could|can|may|might|should|does|did|as|meant|means)\b|[,.;]|$)"
)
# Of these one alone takes an article, so that "that" before it is none: "said *that bill* meant".
_COUNTED = frozenset(
    "bill plan deal measure vote proposal meeting party man woman person company sentence rally".split()
)
_VERB_ALONE = re.compile(r"(?:is|was|has|had|will|would|could|can|might|should|did|does)\b")
_LOST = re.compile(r"(?<=\s)(an?|the) $")
_AGAINST = re.compile(
    r", as $|,? ?(?:even )?\b(?:though|although|but|while)\b"
    r"|,? ?(?:\w+ ){0,3}(?:hours?|days?|weeks?|months?|years?) (?:after|before) (?:it|he|she|they)\b"  # what the article recalls of the speaker
)
_SUBJECT = re.compile(r"(?:he|she|it|they|I|we)\b")
_HELPED = re.compile(r" ((?:is|was|are|were) )$")
_CLOSING = re.compile(r"[\"”] +(?=\w)")


def mended(text: str, draft: Draft, sentence: Span, quotations: Sequence[Quotation]) -> Draft:
    """The draft with its source whole and without loose words, and its content without what only leads to it."""
    draft = _of_one_sentence(text, draft, sentence, quotations)
    draft = with_judge(text, with_head(text, with_infinitive(text, with_particle(text, draft))), sentence)
    draft = _without_relative(text, _passive(text, draft))
    if draft.source and not draft.bare:
        draft = _subject_of_passive(text, without_first_deed(text, widened(text, draft, sentence)))
    content = without_silence(text, with_first_clause(text, without_lead(text, draft), draft), draft)
    content = without_stage(text, without_comment(text, content, draft), draft)
    if draft.source and text[draft.source[0].end : draft.source[0].end + 1] == "%":  # "*43%* believe"
        draft = replace(draft, source=[Span(draft.source[0].start, draft.source[0].end + 1), *draft.source[1:]])
    content = [one for one in content if not is_question(text, one, sentence)] or content
    content = without_crumbs(text, behind_colon(text, content, draft, sentence), draft.source)
    content = without_aside(text, content, draft)
    content = to_next_verb(text, _behind_tag(text, content, draft), draft, sentence)
    content = finished(text, to_semicolon(text, content, draft, sentence, quotations), draft, sentence)
    content = without_main_verb(text, content, draft, sentence)
    content = with_all_told(text, without_verb_of_claim(text, content, draft, sentence), draft.cue)
    return replace(draft, content=without_joint(text, _with_determiner(text, to_quote(text, content), draft)))


def _with_determiner(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """With the article or "his" that belongs to its first noun, unless that is of the source or the cue."""
    if not draft.cue or not content or content[0].start < draft.cue[-1].end:
        return content
    start = content[0].start
    told = _SUBJECT.match(text, start)  # "tell *her* | they had measles": whom they tell
    before = None if told else _DETERMINER.search(text, draft.cue[-1].end, start)
    before = before or _that_one(text, content[0], draft)
    if before is None and text.startswith("of ", start):
        before = _NOUN_OF.fullmatch(text, draft.cue[-1].end, start)
    before = before or _CONDITION.search(text, draft.cue[-1].end, start)
    before = before or _ORDERS.fullmatch(text, draft.cue[-1].end, start)
    if before is None or any(span.overlaps(Span(before.start(1), before.end(1))) for span in draft.source):
        return content
    return [Span(before.start(1), content[0].end), *content[1:]]


def _behind_tag(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """What goes on behind ", she said," with its article, and without what the article itself sets against it."""
    if len(content) < 2 or not draft.cue or not content[0].end <= draft.cue[0].start < content[-1].start:
        return content
    last = content[-1]
    against = _AGAINST.search(text, draft.cue[-1].end, last.start) or _AGAINST.match(text, last.start)
    if against or is_beside(text, draft.cue[-1], last):
        return content[:-1]
    lost = _LOST.search(text, draft.cue[-1].end, last.start)
    return [*content[:-1], Span(lost.start(1), last.end)] if lost else content


def _that_one(text: str, first: Span, draft: Draft) -> re.Match[str] | None:
    """ "Analysts say *that* figure is too high", "said *that* was hard": it points, and does not join, before a noun that takes up a statement or a verb."""
    if _VERB_ALONE.match(text, first.start, first.end):
        return _POINTS.search(text, draft.cue[-1].end, first.start)
    noun = _POINTED_AT.match(text, first.start, first.end)
    counted = noun is not None and noun.group(1) in _COUNTED and noun.end(1) < noun.end()
    points = noun is not None and (noun.group(1) in TAKEN_UP or counted)
    return _POINTS.search(text, draft.cue[-1].end, first.start) if points else None


def _of_one_sentence(text: str, draft: Draft, sentence: Span, quotations: Sequence[Quotation]) -> Draft:
    """Without pieces of the sentences around, unless they are quoted: an indirect content does not run over a full stop."""
    whole = [_behind_mark(text, span) for span in draft.content]
    pieces = [
        piece
        for span in whole
        for part in _split(text, span, sentence.start, quotations)
        for piece in _split(text, part, sentence.end, quotations)
    ]
    kept = [
        piece
        for piece in pieces
        if piece.overlaps(sentence) or any(quotation.span.overlaps(piece) for quotation in quotations)
    ]
    return replace(draft, content=kept) if kept and not draft.bare else draft


def _behind_mark(text: str, span: Span) -> Span:
    """Without the mark that closes the quotation before: '" The problem'."""
    mark = _CLOSING.match(text, span.start, span.end)
    return Span(mark.end(), span.end) if mark and mark.end() < span.end else span


def _split(text: str, span: Span, end: int, quotations: Sequence[Quotation]) -> list[Span]:
    """The span in two where a sentence ends in it, unless a quotation runs on there."""
    if not span.start < end < span.end or any(one.span.start < end < one.span.end for one in quotations):
        return [span]
    following = text[end : span.end].lstrip()[:1]
    if not (following.isupper() or following in "\"“‘'"):
        return [span]  # no sentence ended: "Kft. (HDT Limited)"
    return [kept for part in (Span(span.start, end), Span(end, span.end)) if (kept := trimmed(text, part))]


def _passive(text: str, draft: Draft) -> Draft:
    """ "was described by two aides as": what stands from "by" to the end of the source is source."""
    if not draft.cue or not draft.source:
        return draft
    cue, source = draft.cue[-1], draft.source[0]
    whole = cue.of(text)
    if whole.endswith(" by"):
        cue = Span(cue.start, cue.end - len(" by"))
    gap = text[cue.end : source.start] if cue.end < source.start else ""
    at = re.match(r"\s*by ", gap)
    if not at or not _BY.fullmatch(gap):
        return draft
    source = Span(cue.end + at.end(), source.end)
    content = [piece for span in draft.content for piece in cut_out(text, span, Span(cue.end, source.end))]
    return replace(draft, source=[source, *draft.source[1:]], cue=[*draft.cue[:-1], cue], content=content)


def _without_relative(text: str, draft: Draft) -> Draft:
    """ "… fell, according to results that the union rejected": what tells of the source behind it is no more content."""
    if not (draft.cue and draft.source) or not draft.cue[0].of(text).lower().startswith("according"):
        return draft
    end = draft.source[0].end
    kept = [
        span
        for span in draft.content
        if span.start < end or text[end : span.start].strip() not in ("that", "which", "who")
    ]
    before = any(span.end <= draft.cue[0].start for span in kept)
    return replace(draft, content=kept) if before else draft


def _subject_of_passive(text: str, draft: Draft) -> Draft:
    """ "A law is said to be ready": what stands before such a cue is spoken of and does not speak."""
    if not draft.cue or not draft.source or draft.source[0].end > draft.cue[0].start:
        return draft
    words = draft.cue[0].of(text).lower().split()
    if draft.source[0].of(text).lower() == "it" and BE & set(words[:-1]) and words[-1] in FOUND_OUT:
        return replace(draft, source=[], kind=None)  # "*It* has been *established* that": by whom is not said
    said_of = bool(BE & set(words[:2])) and bool(SAID_OF & set(words[1:]))
    helped = _HELPED.search(text, draft.source[0].end, draft.cue[0].start)
    if helped and words[0] in SAID_OF and draft.content and draft.content[0].of(text).startswith("to "):
        whole = replace(draft, cue=[Span(helped.start(1), draft.cue[0].end), *draft.cue[1:]])
        return _subject_of_passive(text, whole)  # "the candidate *was* said to be"
    if not said_of or len(text[draft.source[0].end : draft.cue[0].start].strip()) > 0:
        return draft
    return replace(draft, source=[], kind=None, content=sorted({*draft.source[:1], *draft.content}))
