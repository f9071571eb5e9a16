"""Statements about a statement: "…, a claim the campaign disputes". What is disputed is what stands before."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.lexicon.clauses import AUXILIARIES, TAKEN_UP
from claims.extraction.lexicon.cues import DENIALS, JUDGING, forms
from claims.extraction.types import Sentence, Span

SURE = 0.7
TAG = 40  # characters of a day or a place behind a tag

_VERBS = "|".join(sorted(form for verb in JUDGING | DENIALS for form in forms(verb) if not form.endswith("ing")))
_NOUNS = "|".join(sorted(TAKEN_UP))
_JUDGED = re.compile(
    rf"(?P<comma>, | [–—-] )(?:(?:an? |the )?(?:[\w-]+ ){{0,2}}(?:{_NOUNS}) (?:that |which )?|which |something )"
    rf"(?P<who>(?:the |an? |his |her |its |their )?[\w.'’-]+(?: [\w.'’-]+){{0,5}}?) (?:(?:has|have|had|also|always|long|since|\w+ly) )*(?P<verb>{_VERBS})(?=[,.;]|$| (?:but|and) )"
)

# The same without a verb that judges: it is told of the statement, and is no part of it.
_TOLD_OF = re.compile(
    rf"(?:,| [–—-]) an? (?:[\w-]+ ){{0,2}}(?:{_NOUNS}) (?:(?:that |which )?(?:the |his |her |its |he |she |it |they |[A-Z])|(?:that|which) (?:{'|'.join(sorted(AUXILIARIES))}|[a-z]+s|[a-z]+ed)\b|$)"
    rf"|, in (?:an?|what) (?:[\w-]+ ){{0,2}}(?:move|bid|case|sign|swipe|nod|shift|break|reversal)\b"
)


def judged(text: str, sentences: Sequence[Sentence], seen: Sequence[Draft], stretches: Stretches) -> list[Draft]:
    """The drafts without what judges them at the end of their contents, and the judgements as drafts of their own."""
    by_passage: dict[int, list[Draft]] = {}
    for draft in seen:
        by_passage.setdefault(draft.passage, []).append(_without_tail(text, draft))
    for sentence in sentences:
        found = _JUDGED.search(text, sentence.span.start, sentence.span.end)
        if not found:
            continue
        who, verb = Span(*found.span("who")), Span(*found.span("verb"))
        tail = Span(found.start("comma"), verb.end)
        here = by_passage.get(sentence.passage, [])
        out = [cut for draft in here if not tail.contains(draft.anchor) and (cut := _without(text, draft, tail))]
        stretch, content = stretches.at(verb), _judged(text, sentence.span, tail.start, out)
        if stretch is not None and content:
            out.append(
                Draft(
                    stretch, sentence.passage, verb, bare=False, score=SURE,
                    source=[who], cue=[verb], content=content, kind=None,
                )
            )  # fmt: skip
        by_passage[sentence.passage] = out
    return [draft for drafts in by_passage.values() for draft in drafts]


def _without_tail(text: str, draft: Draft) -> Draft:
    """The draft with its content ended before ", a step Russia has threatened to veto"."""
    last = draft.content[-1] if draft.cue and draft.content else None
    told_of = _TOLD_OF.search(text, last.start, last.end) if last else None
    kept = (
        trimmed(text, Span(last.start, told_of.start())) if last and told_of and told_of.start() > last.start else None
    )
    return replace(draft, content=[*draft.content[:-1], kept]) if kept else draft


def _without(text: str, draft: Draft, tail: Span) -> Draft | None:
    """The draft with its content ended where the tail begins; None where nothing is left of it."""
    if not any(span.overlaps(tail) for span in draft.content):
        return draft
    ends = [Span(span.start, min(span.end, tail.start)) for span in draft.content if span.start < tail.start]
    content = [kept for span in ends if (kept := trimmed(text, span))]
    return replace(draft, content=content) if content else None


def _judged(text: str, sentence: Span, end: int, found: Sequence[Draft]) -> list[Span]:
    """What ends right before the tail: the content of a statement, or else the article's own clause."""
    for draft in found:
        if (
            draft.cue
            and draft.content
            and 0 <= end - draft.content[-1].end <= 2
            and sentence.overlaps(draft.content[-1])
        ):
            return list(draft.content)
    told = [
        draft for draft in found if draft.cue and draft.source and draft.content and sentence.contains(draft.cue[0])
    ]
    if told and max(span.end for span in (*told[-1].cue, *told[-1].source)) <= end < told[-1].cue[0].end + TAG:
        return list(told[-1].content)  # "It built 40 homes, the mayor said on Friday, *a claim that …*"
    clause = trimmed(text, Span(sentence.start, end)) if sentence.start < end else None
    return [clause] if clause else []
