"""Which drafts are statements of their own, and which only see again what another one has seen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.places import Around
from claims.extraction.attribution.quoting import held
from claims.extraction.types import Span

# What joins a second cue to the content of the first: "X *and* warned Y", "X, adding Y", "X *and has also* called for Y".
_JOINT = re.compile(
    r"(?:,|\b(?:and|but|or|then|while)\b)[\s,]*(?:(?:and|but|then|also|has|have|had|is|are|was|were)\s+)*$"
)

_CONTRAST = re.compile(r", (?:but|while|although|though|whereas) $")
_AND = re.compile(r"\b(?:and|but)(?: (?:also|then|later|has|have|had))* $")
_RELATIVE = re.compile(r"\b(?:who|which|that|whose) [^,]*$")
ADDING = frozenset(("adding", "continuing", "concluding"))  # a participle that goes on with what its speaker has said
# The same behind a quotation and its comma, whatever noun stands nearer.
GOING_ON = frozenset("stating saying noting insisting arguing claiming stressing warning asserting".split())
JOINED = 24  # characters between two cues of one speaker that "and" and auxiliaries fill
COVERED = 0.5  # of a bare draft's words in another's content: then it is a part of that one


def chosen(text: str, found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts without those that repeat a surer one or are a piece of another."""
    kept: dict[int, list[Draft]] = {}
    for draft in sorted(found, key=lambda draft: (draft.bare, -draft.score)):
        near = kept.setdefault(draft.stretch, [])
        again = any(_same(draft, other) for other in near)
        if not again and not (draft.bare and any(_covers(text, other, draft) for other in near)):
            near.append(draft)
    out = [
        draft
        for near in kept.values()
        for draft in uncrossed(text, near)
        if draft.bare or not any(_describes(text, draft, other) or _is_of_source(text, draft, other) for other in near)
    ]
    yield from sorted(out, key=lambda draft: draft.anchor)


def continued(text: str, found: Sequence[Draft], sentences: Around) -> Iterator[Draft]:
    """The drafts, each with the source of the one before in its sentence where its cue goes on from that: "…, adding that", "… and found"."""
    last: Draft | None = None
    for draft in sorted(found, key=lambda draft: draft.anchor):
        sentence = sentences.sentence(draft.anchor)
        if (
            last
            and last.source
            and sentence == sentences.sentence(last.anchor)
            and _goes_on(text, draft, last, sentence)
        ):
            draft = replace(draft, source=last.source, kind=last.kind)
        if draft.cue:
            last = draft
        yield draft


def _is_of_source(text: str, draft: Draft, other: Draft) -> bool:
    """Whether a cue is a word of another's source, and tells the same again: "According to its *estimate*, …"."""
    if other is draft or not (other.cue and draft.cue) or other.content != draft.content:
        return False
    cited = other.cue[0].of(text).lower().startswith("according")
    return cited and any(span.contains(draft.cue[0]) for span in other.source)


def _goes_on(text: str, draft: Draft, last: Draft, sentence: Span) -> bool:
    """Whether the cue is joined to the statement before it, and has no speaker of its own."""
    before = text[max(last.anchor.end, draft.anchor.start - JOINED) : draft.anchor.start]
    word = draft.anchor.of(text).lower()
    if word in ADDING:
        return before.endswith(", ")
    if word in GOING_ON and before.endswith((",” ", '," ', ",’ ", ",' ")):
        return True  # "It said the plan was “designed to fail,” *stating* that"
    far = not any(span.overlaps(sentence) for span in draft.source)  # none, or somebody of the sentence before
    return far and bool(draft.cue) and _AND.search(before) is not None


def uncrossed(text: str, found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts of one stretch, each content ended where the next cue of the same speaker begins: "said X and warned Y" is two statements.

    A cue inside a content whose source is inside as well is a statement within a statement, and stays there.
    """
    for draft in found:
        inner = [other.cue[0].start for other in found if other is not draft and other.cue and _shares(draft, other)]
        pieces = [
            cut
            for span in draft.content
            if not _others(text, draft, span, found)
            for whole in _to_contrast(text, draft, span, found)
            for cut in _before(text, whole, inner)
        ]
        yield replace(draft, content=pieces) if pieces else draft


def _to_contrast(text: str, draft: Draft, span: Span, found: Sequence[Draft]) -> Iterator[Span]:
    """The content ended where somebody else contradicts: "said convoys were moving, *but aid workers said* none had passed"."""
    ends = [
        joint.start()
        for other in found
        if other is not draft
        and other.cue
        and other.source
        and draft.anchor.end <= span.start < other.source[0].start < min(other.cue[0].start, span.end)
        and (joint := _CONTRAST.search(text, span.start, other.source[0].start))
    ]
    kept = trimmed(text, Span(span.start, min(ends))) if ends and min(ends) > span.start else span
    if kept:
        yield kept


def _others(text: str, draft: Draft, span: Span, found: Sequence[Draft]) -> bool:
    """Whether the piece stands behind the cue of another draft, or right before it, which says it."""
    return any(
        (
            draft.anchor.end <= other.cue[0].start < span.start
            or 0 <= other.cue[0].start - span.end < span.start - draft.anchor.end
        )
        and any(span.overlaps(piece) for piece in other.content)
        for other in found
        if other is not draft and other.cue and not _is_of_source(text, other, draft)
    )


def _describes(text: str, draft: Draft, other: Draft) -> bool:
    """ "Steiner, whose group *advises* both campaigns, *estimated that* …": a verb that tells of a speaker does not say what he says."""
    if not (draft.cue and draft.content and other.cue and other.source):
        return False
    if other.source[0].contains(draft.anchor) and draft.content[0].start == other.anchor.start:
        return True
    around = next((one for one in other.source if one.contains(draft.anchor)), None)
    if around is None:
        return False
    if not _RELATIVE.search(text, around.start, draft.anchor.start):
        return False
    return other.source[0].end <= draft.content[0].start <= other.cue[0].start < draft.content[0].end


def _shares(draft: Draft, other: Draft) -> bool:
    """Whether the other's cue lies in the content but its source, the same as the draft's, does not."""
    crossed = any(span.contains(other.cue[0]) for span in draft.content)
    same = any(a.overlaps(b) for a in draft.source for b in other.source)
    # "The office, which denies it, insists that": the other's source holds this draft's cue, and so its content as well.
    around = any(source.contains(draft.anchor) for source in other.source)
    inside = any(span.overlaps(source) for span in draft.content for source in other.source)
    return crossed and same and (around or not inside)


def _before(text: str, span: Span, cues: Sequence[int]) -> Iterator[Span]:
    """The span up to the first of the cues that is joined on to it."""
    ends = [
        joint.start() for cue in cues if span.start < cue < span.end and (joint := _JOINT.search(text, span.start, cue))
    ]
    cut = trimmed(text, Span(span.start, min(ends))) if ends and min(ends) > span.start else span
    if cut:
        yield cut


def _same(one: Draft, other: Draft) -> bool:
    cues = any(a.overlaps(b) for a in one.cue or [one.anchor] for b in other.cue or [other.anchor])
    return cues and any(a.overlaps(b) for a in one.content for b in other.content)


def _covers(text: str, whole: Draft, part: Draft) -> bool:
    words: list[Span] = list(part.content)
    return sum(held(text, whole.content, span) * (span.end - span.start) for span in words) >= COVERED * sum(
        span.end - span.start for span in words
    )
