"""Statements that a noun reports: "the president's claim that the vote was rigged", "warnings from the union that people would leave"."""

import re
from collections.abc import Iterator, Sequence

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.places import Places
from claims.extraction.attribution.quoting import nearby
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.cues import MEANT, REPORTS
from claims.extraction.lexicon.minds import MEANT_ONLY
from claims.extraction.lexicon.pronouns import POSSESSIVE
from claims.extraction.types import Quotation, Sentence, Span

SURE = 0.65
LONGEST = 2000  # characters of a sentence that somebody wrote

_NOUN = rf"(?P<noun>{'|'.join(sorted(REPORTS))})"
_NOUNS = REPORTS | MEANT
_PERSON = r"(?:[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*)*|(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]n?) (?:(?!(?:the|his|her|its|their|an?) )[\w-]+ ){0,3}?[\w-]+)"
_POSSESSED = re.compile(
    rf"(?P<who>\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|\b{_PERSON}(?=['’]s? ))(?:['’]s?)? (?:\w+ )?{_NOUN} that (?=\w)"
)
# "Renewed *his vow to* rip it up": what somebody means to do or wants done.
_MEANT = re.compile(
    rf"(?P<who>\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|\b{_PERSON}(?=['’]s? ))(?:['’]s?)? (?:\w+ )?(?P<noun>{'|'.join(sorted(MEANT))}) (?=to [a-z])"
)
# "*Democratic complaints that* it is late": a people, a party or a house that is named by an adjective or as a mass.
_OF_SIDE = re.compile(
    rf"(?<=[a-z,] )(?P<who>[A-Z][a-z]+(?: [A-Z][a-z]+)?|critics['’]|opponents['’]|prosecutors['’]|officials['’]) {_NOUN} that (?=\w)"
)
_GIVEN = re.compile(rf"\b{_NOUN} (?:by|from|among|of) (?P<who>{_PERSON}) that (?=\w)")
_VERB = re.compile(r" (?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must)\b")
_ENDS = re.compile(r"[,;:–—.!?\"“”]| (?:and|but|while|although|as|after|before|which) ")


def nominal(
    text: str,
    sentences: Sequence[Sentence],
    quotations: dict[int, list[Quotation]],
    seen: Sequence[Draft],
    stretches: Stretches,
) -> Iterator[Draft]:
    """A draft for each noun of reporting that says whose it is and what is reported."""
    taken = Places(span for draft in seen for span in draft.cue)
    told = Places(span for draft in seen if draft.cue for span in draft.content)
    for sentence in sentences:
        if sentence.span.end - sentence.span.start > LONGEST or _NOUNS.isdisjoint(sentence.span.of(text).split()):
            continue
        quoted = Places(
            one.span for one in nearby(quotations.get(sentence.passage, ()), sentence.span) if not one.scare
        )
        for pattern in (_POSSESSED, _OF_SIDE, _MEANT, _GIVEN):
            for found in pattern.finditer(text, sentence.span.start, sentence.span.end):
                cue, content = Span(*found.span("noun")), _content(text, found, sentence.span)
                stretch = stretches.at(cue)
                if found["who"].lower() in POSSESSIVE and found["noun"] in MEANT_ONLY and told.overlapping(cue):
                    continue  # "announced *its intention* to leave": the same is told by the verb
                if content and stretch is not None and not taken.overlapping(cue) and not quoted.overlapping(cue):
                    yield Draft(
                        stretch, sentence.passage, cue, bare=False, score=SURE,
                        source=[Span(*found.span("who"))], cue=[cue], content=[content], kind=None,
                    )  # fmt: skip


def _content(text: str, found: re.Match[str], sentence: Span) -> Span | None:
    """What the noun reports; at the head of a sentence only what somebody means to do has an end that can be told."""
    meant = found.re is _MEANT
    content = _clause(text, found.end(), sentence.end, finite=not meant)
    if found.start() > sentence.start:
        return content
    return _to_verb(text, content) if meant else None  # "His fear that it would rain was met with laughter"


def _to_verb(text: str, content: Span | None) -> Span | None:
    """ "His plan *to close the prison* has stalled": up to the verb of the sentence; None where none is plain."""
    verb = _VERB.search(text, content.start, content.end) if content else None
    return Span(content.start, verb.start()) if content and verb else None


def _clause(text: str, start: int, end: int, *, finite: bool) -> Span | None:
    """What follows "that" or "to" to the end of its clause, if a verb is in it."""
    ends = _ENDS.search(text, start, end)
    clause = trimmed(text, Span(start, ends.start() if ends else end)) if start < end else None
    words = clause.of(text).lower().split() if clause else []
    verb = any(word in AUXILIARIES or word.endswith(("ed", "s")) for word in words[1:])
    return clause if verb or (clause and not finite) else None
