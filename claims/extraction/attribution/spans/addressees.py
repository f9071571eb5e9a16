"""To whom something is told, which is no part of what is told: "told *a hall of 1,200 people that* he was unfit"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.spans.widening import NEAR
from claims.extraction.lexicon.clauses import AUXILIARIES, NO_VERBS, PASTS, TELLING
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.types import Span

_TOLD = re.compile(r"(?:(?:\w[\w'’-]*|\d+,\d{3}) ){1,14}?that ")
_TOLD_ANYBODY = re.compile(  # "told *the club's board* he will leave"
    r"(?:(?:the|his|her|their|its|an?|some|several) [\w '’-]{2,40}?|[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){0,3}) "
    r"(?=(?:he|she|they|it|I|we|this|there)(?:['’](?:d|ll|ve|s|re)| (?:will|would|had|has|have|was|is|were|are|did|could|can|may|might|must|should|never|\w+ed)))"
)
_TOLD_PLAINLY = re.compile(  # "told *aides* he wants it gone"
    r"(?:(?:his|her|their|its|the|some|top|senior|close|several) ){0,3}(?:aides|advisers|advisors|allies|associates|friends|lawmakers|donors|colleagues|staff|officials|reporters|supporters|voters"
    r"|senators|confidants|leaders|people|taxpayers|residents|parents|customers|investors|shareholders|consumers|motorists|users|readers|fans|patients|workers|employees|members|councillors|MPs) (?=(?:the|a|an|his|its|their|that) \w|(?:he|she|they|it|I|we)(?:'d|'ll|’d|’ll)? (?:\w+))"
    # "told *detectives* another man was responsible"
    r"|(?:the )?(?:detectives|police|jurors|investigators|prosecutors|magistrates|police officers|the jury|the court) (?=(?:an|a|another|the|his|her|their|its|nobody|no one) \w)"
)
_TOLD_HIM = re.compile(r"(?:him|them|me|us|you) (?=\w)|her (?=(?:he|she|it|they|I|we|the|his|that)\b)")
_AS_WELL = re.compile(r"(?:as )?well as [^.;:]*,? to [a-z]")
_HE = frozenset("he she they it i we you who which".split())
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TO = re.compile(r" to (?:the )?[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}$")


def addressee(text: str, span: Span, cue: Span) -> int:
    """How many characters say to whom it is told: "told *the charity's staff that* they were hungry"."""
    if cue.of(text).split()[-1].lower() in TELLING | {"warning", "warn", "warns"}:
        if plain := _TOLD_PLAINLY.match(text, span.start, span.end):
            return plain.end() - span.start
        anybody = _TOLD_ANYBODY.match(text, cue.end + 1, span.end)  # the reader may have kept only its last word
        if anybody and anybody.end() > span.start:
            return anybody.end() - span.start
        him = _TOLD_HIM.match(text, span.start, span.end)
        if (
            him
            and is_clause(text[him.end() : span.end])
            and text[him.end() : span.end].split()[0].lower() not in PREPOSITIONS
        ):
            return him.end() - span.start
    told = _TOLD.match(text, span.start, span.end) if cue.of(text).split()[-1].lower() in TELLING else None
    if (
        not told
        or (AUXILIARIES | PASTS | _HE) & set(told.group().lower().split())
        or not is_clause(text[told.end() : span.end])
    ):
        return 0
    return told.end() - span.start


def with_all_told(text: str, content: list[Span], cue: Sequence[Span]) -> list[Span]:
    """ "Told *residents of Velm*, as well as those of Lund, to leave": with the first of those who are told."""
    if not content or not cue or not _AS_WELL.match(text, content[0].start, content[0].end):
        return content
    behind = cue[-1].end
    near = 0 < content[0].start - behind <= NEAR and "." not in text[behind : content[0].start]
    return [Span(behind + 1, content[0].end), *content[1:]] if near else content


def is_clause(words: str) -> bool:
    """Whether a subject comes first and a verb soon after it, so that "that" before them joins and points at nothing."""
    first = _WORD.findall(words[:NEAR])
    finite = any(word in AUXILIARIES or (word.endswith(("ed", "s")) and word not in NO_VERBS) for word in first[1:])
    return finite and first[0].lower() not in AUXILIARIES


def without_hearer(text: str, draft: Draft) -> Draft:
    """The draft whose source stands behind its cue, without to whom it spoke: "“…,” said *the politician* to NDTV"."""
    if len(draft.source) != 1 or not draft.cue or draft.source[0].start < draft.cue[-1].end:
        return draft
    source = draft.source[0]
    to = _TO.search(text, source.start, source.end)
    return replace(draft, source=[Span(source.start, to.start())]) if to and to.start() > source.start else draft
