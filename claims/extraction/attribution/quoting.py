"""What quotation marks say about a statement: its form, its ends, and that it goes on."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, sentence_ends
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.spans.titled import is_title
from claims.extraction.types import SPEAKER_UNKNOWN, Form, Passage, Quotation, Span, Statement

_WORD = re.compile(r"\w+")
_OPENS = re.compile(r"(?:An?|The|His|Her|Its|Their|One|Some|Another|He|She|It|They) ")
# "ORME: “Nearly 40 million fish swim there.”": the label of a fact-check says who is quoted.
_LABEL = re.compile(r"(?:^|\n)(?P<who>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}): $")
LABELLED = 60  # characters before a quotation in which it stands
# "Orr pointed out that *Sir Karl “voted against it, pledged …”*": what is quoted is said of who stands before it.
_SUBJECT = re.compile(
    r" that (?:he|she|they|it|[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}|(?:the|his|her|its|their) (?:[a-z]+ )?[a-z]+) $"
)
DIRECT, MIXED = 0.8, 0.2  # share of quoted words; the bounds that evaluations of quotation finders use
MOSTLY = 0.5  # of a quotation's words in a content: then all of it is meant
ASIDE = 3  # words between a statement and the quotation that goes on from it: "on Monday"; more is another sentence
GESTURE = 10  # words without a name in the same paragraph: what the speaker does meanwhile
CLOSE = 4  # characters, all of them marks and spaces, between a quotation and the words that attribute it
REACH = 3000  # characters; a stretch of the reading is shorter, so no draft has to do with a quotation further off
SPOKEN = 4  # words; a shorter quotation that nobody is said to speak is a title, a name or a word held with tongs


def near(passages: Sequence[Passage], quotations: Sequence[Quotation]) -> dict[int, list[Quotation]]:
    """The quotations of each passage, by its index."""
    starts = [passage.span.start for passage in passages]
    found: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        found.setdefault(bisect_right(starts, quotation.span.start) - 1, []).append(quotation)
    return found


def nearby(quotations: Sequence[Quotation], place: Span) -> Sequence[Quotation]:
    """Those of a passage's quotations that a draft at the place can have to do with."""
    first = bisect_left(quotations, place.start - REACH, key=lambda quotation: quotation.span.start)
    while first and quotations[first - 1].span.end > place.start:
        first -= 1  # a long one around it
    return quotations[first : bisect_right(quotations, place.end + REACH, key=lambda quotation: quotation.span.start)]


class Anchors:
    """Drafts by the place of their anchors."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._order = sorted(range(len(drafts)), key=lambda index: drafts[index].anchor.start)
        self._starts = [drafts[index].anchor.start for index in self._order]

    def near(self, place: Span) -> list[int]:
        """The indices of the drafts that can have to do with a quotation at the place."""
        first = bisect_left(self._starts, place.start - REACH)
        return sorted(self._order[first : bisect_right(self._starts, place.end + REACH)])


def words_in(text: str, span: Span) -> list[tuple[int, int]]:
    return [match.span() for match in _WORD.finditer(text, span.start, span.end)]


def form_of(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Form:
    """Direct, mixed or indirect, by the share of the content's words between quotation marks."""
    words = [word for span in content for word in words_in(text, span)]
    quoted = sum(any(q.span.start < start and end <= q.span.end for q in quotations) for start, end in words)
    share = quoted / max(1, len(words))
    return Form.DIRECT if share >= DIRECT else Form.MIXED if share >= MIXED else Form.INDIRECT


def fit(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Draft:
    """The draft with its content stretched over the quotations that it mostly holds, marks included."""
    own = [*draft.source, *draft.cue]
    content = list(draft.content)
    for quotation in quotations:
        if quotation.inside is not None or any(span.overlaps(quotation.span) for span in own):
            continue
        if held(text, content, quotation.span) >= MOSTLY:
            content = _joined(text, [*content, quotation.span])
    return replace(draft, content=content)


def held(text: str, content: Sequence[Span], span: Span) -> float:
    """The share of the span's words that lie in the content."""
    if not any(piece.overlaps(span) for piece in content):
        return 0.0  # as most: a quotation is asked about with every draft near by
    words = words_in(text, span)
    inside = sum(any(piece.start < end and start < piece.end for piece in content) for start, end in words)
    return inside / max(1, len(words))


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and not text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def adopt(text: str, found: Sequence[Draft], quotations: dict[int, list[Quotation]]) -> list[Draft]:
    """The drafts that have a content, those included that get one from a quotation right beside their words."""
    out, anchors = list(found), Anchors(found)
    for passage, marks in quotations.items():
        for quotation in marks:
            if quotation.inside is not None or len(words_in(text, quotation.span)) < SPOKEN:
                continue
            here = [index for index in anchors.near(quotation.span) if out[index].passage == passage]
            outside = [index for index in here if not quotation.span.contains(out[index].anchor) or out[index].bare]
            holders = [index for index in outside if held(text, out[index].content, quotation.span) >= MOSTLY]
            tag = _tag(text, [index for index in outside if out[index].cue], out, quotation.span)
            if tag is None or is_title(text, out[tag], quotation.span):
                continue
            if tag in holders:
                _only(text, out, holders, tag, quotation.span, nearby(marks, quotation.span))
                continue
            if holders and not (
                _tags(text, out[tag], quotation.span) and not any(_tags(text, out[h], quotation.span) for h in holders)
            ):
                continue  # whoever has it stands no further off
            for index in holders:
                out[index] = replace(out[index], content=_outside(out[index].content, quotation.span))
            others = [span for index in here if index != tag for span in out[index].content]
            own = [span for span in out[tag].content if not any(span.overlaps(other) for other in others)]
            said = _said(text, out[tag], own, quotation.span, nearby(marks, quotation.span))
            out[tag] = replace(out[tag], content=_joined(text, [*said, quotation.span]))
    return [draft for draft in out if draft.content]


def _only(
    text: str, drafts: list[Draft], holders: Sequence[int], tag: int, quotation: Span, marks: Sequence[Quotation]
) -> None:
    """Take a quotation with a speech tag from other drafts that hold it apart, and from its own all that is not quoted behind the tag."""
    direct = any(quotation.start <= span.start < quotation.end for span in drafts[tag].content)
    if not direct or not _tags(text, drafts[tag], quotation):
        return
    for index in set(holders) - {tag}:
        rest = [span for span in drafts[index].content if not quotation.contains(span)]
        if rest or not drafts[index].cue:
            drafts[index] = replace(drafts[index], content=rest)
    said = list(_said(text, drafts[tag], drafts[tag].content, quotation, marks))
    drafts[tag] = replace(drafts[tag], content=said)


def is_spoken(text: str, draft: Draft, quotations: Sequence[Quotation]) -> bool:
    """Whether the draft's cue stands in a quotation of whole sentences and its source outside: "calling it a lie is an insult", he said.

    Within what somebody says only those report whom he names himself.
    """
    if draft.bare or not draft.source:
        return False
    for quotation in quotations:
        if quotation.span.contains(draft.anchor) and len(words_in(text, quotation.span)) >= SPOKEN:
            source = draft.source[0]
            ended = source.end <= quotation.span.start and sentence_ends(text, source.end, quotation.span.start)
            told = (
                _SUBJECT.search(text, source.end, quotation.span.start) if source.end < quotation.span.start else None
            )
            return ended or told is not None or source.start >= quotation.span.end
    return False


def _tag(text: str, tags: Sequence[int], drafts: Sequence[Draft], quotation: Span) -> int | None:
    """The draft that stands right beside the quotation, of several the one with least content of its own."""
    return min(
        (index for index in tags if _beside(text, drafts[index], quotation)),
        key=lambda index: len(drafts[index].content),
        default=None,
    )


def _tags(text: str, draft: Draft, quotation: Span) -> bool:
    """Whether the quotation ends with the comma of a speech tag and the draft's words come next."""
    comma = text[quotation.end - 2] in ",!?" or text[quotation.end : quotation.end + 1] == ","
    if draft.anchor.of(text).endswith("ing"):
        return False  # "…, adding that": a participle goes on from a verb before the quotation
    if text[quotation.end - 2] in "!?" and _begins_anew(text, draft, quotation):
        return False
    return comma and any(0 <= own.start - quotation.end <= 2 for own in (*draft.source, *draft.cue))


def _begins_anew(text: str, draft: Draft, quotation: Span) -> bool:
    """Whether another sentence begins behind a quoted question: "Why wait?" *A source said* it would be published."""
    first = draft.source[0] if draft.source else draft.anchor
    opens = _OPENS.match(text, first.start) is not None
    opens = opens or text.startswith(" that ", draft.cue[-1].end)  # "Can I?" *Beecham says that* he can
    return opens and any(span.start >= draft.anchor.end for span in draft.content)


def _outside(content: Sequence[Span], quotation: Span) -> list[Span]:
    return [span for span in content if not span.overlaps(quotation)]


def _said(
    text: str, draft: Draft, content: Sequence[Span], quotation: Span, marks: Sequence[Quotation]
) -> Iterator[Span]:
    """What else is said beside a quotation that a speech tag follows: of what stands behind the tag only what is quoted."""
    tagged = _tags(text, draft, quotation)
    for span in content:
        later = span.start >= draft.anchor.end and sentence_ends(text, draft.anchor.end, span.start)
        if not tagged or later or span.start < quotation.end or span.start < draft.anchor.end:
            yield span
        else:
            yield from (mark.span for mark in marks if mark.inside is None and held(text, [span], mark.span) >= MOSTLY)


def _beside(text: str, draft: Draft, quotation: Span) -> bool:
    """Whether nothing but marks stands between the quotation and the draft's source or cue."""
    for own in (*draft.source, *draft.cue):
        if quotation.end <= own.start and text[quotation.end - 2] == ".":
            continue  # the sentence ends with the quotation
        if quotation.end <= own.start and text[quotation.end - 2] in "!?" and _begins_anew(text, draft, quotation):
            continue
        between = text[quotation.end : own.start] if quotation.end <= own.start else text[own.end : quotation.start]
        if len(between) <= CLOSE and not any(character.isalnum() or character in ".!?\n" for character in between):
            return True
    return False


def parted(text: str, draft: Draft, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """The draft, and apart from it what it quotes in sentences after the one of its cue: by the guideline that goes on unmarked."""
    last = max((span.end for span in (*draft.cue, *draft.source)), default=0)
    later = [span for span in draft.content if span.start >= last and sentence_ends(text, last, span.start)]
    now = [span for span in draft.content if span not in later]
    if not (draft.cue and later and now):
        yield draft
        return
    yield replace(draft, content=now)
    if any(quotation.span.overlaps(span) for quotation in quotations for span in later):
        yield replace(draft, content=later, source=[], cue=[], bare=True, kind=None, anchor=later[0])


def continuations(text: str, quotations: Sequence[Quotation], attributed: Sequence[Statement]) -> Iterator[Statement]:
    """Quotations that stand as sentences of their own, with no words that say whose they are.

    Right after a statement they go on from it; elsewhere a person has to say. What somebody is told to have said inside of one
    ("The council promised 200 flats.") takes it from nobody.
    """
    told = [made for made in attributed if not _inside_one(made, quotations)]
    taken = Places(span for made in told for span in (*made.content, *made.cue, *made.source))
    for quotation in quotations:
        if quotation.inside is not None or quotation.scare or len(words_in(text, quotation.span)) < SPOKEN:
            continue
        if taken.overlapping(quotation.span) or not _is_sentence(text, quotation.span):
            continue
        if label := _LABEL.search(text, max(0, quotation.span.start - LABELLED), quotation.span.start):
            yield Statement(
                content=(quotation.span,), source=(Span(*label.span("who")),), form=Form.DIRECT, score=MOSTLY
            )
            continue
        before = taken.end_before(quotation.span.start)
        follows = before is not None and _goes_on(text, Span(before, quotation.span.start))
        yield Statement(
            content=(quotation.span,), form=Form.DIRECT, score=MOSTLY, abstained=None if follows else SPEAKER_UNKNOWN
        )


def _inside_one(made: Statement, quotations: Sequence[Quotation]) -> bool:
    """Whether source, cue and content all stand between one quotation's marks."""
    if not (made.source and made.cue):
        return False
    spans = (*made.source, *made.cue, *made.content)
    return any(q.inside is None and all(q.span.contains(span) for span in spans) for q in nearby(quotations, spans[0]))


def _goes_on(text: str, gap: Span) -> bool:
    """Whether so little stands between a statement and a quotation that its speaker goes on: "says, and stirs her tea. “I …”"."""
    count = len(words_in(text, gap))
    return count <= ASIDE or (
        count <= GESTURE and not any(c.isupper() or c in '\n"“”' for c in gap.of(text).rstrip('"“'))
    )


def _is_sentence(text: str, span: Span) -> bool:
    before = text[: span.start].rstrip(" ")[-1:]
    after = text[span.end : span.end + 2].lstrip(" ")[:1]
    return (not before or before in "\n.!?:\"”’'") and (
        not after or after == "\n" or after.isupper() or after in "\"“‘'"
    )
