"""What "it" means where something was found: the study that was just published, or the office that just looked into it."""

import re

from claims.extraction.lexicon.bodies import DOCUMENT_HEADS, GOVERNMENT_HEADS, ORGANISATION_HEADS
from claims.extraction.sources.called import Called
from claims.extraction.types import SourceKind, Span, Spans, Statement

_AUTHORS = (SourceKind.GOVERNMENT, SourceKind.ORGANISATION, SourceKind.MEDIUM, SourceKind.PERSON)
REACH = 400  # characters before the pronoun in which the sentence before it lies
_FINDS = re.compile(
    r"(?:has |had |have )?(?:found|finds|showed|shows|concluded|concludes|revealed|reveals|estimates|estimated)\b"
)
_READS = re.compile(r"(?:reads?|said in part|says in part|states?|stated|concluded|concludes)\b")
_DOCUMENT = rf"(?P<who>(?:an?|its|his|her|their|another|the) (?:(?!(?:of|in|on|by|for) )[\w-]+ ){{0,3}}?(?:{'|'.join(sorted(DOCUMENT_HEADS))})\b(?: (?:by|from|of|in|on) (?:the |its )?(?:[A-Z][\w’.-]*(?: |\b)|[a-z]+ (?=[A-Z]))+)?)"
_BROUGHT_OUT = re.compile(
    rf"\b(?:commissioned|published|released|issued|ordered|obtained|seen|reviewed|leaked|sent|received|got|wrote|unveiled|posted|shared|cited|quoted) (?:[a-z]+ )?{_DOCUMENT}",
    re.IGNORECASE,
)
# What comes by post or by phone is what "says" something, and not who got it: "showed us *a notice* that she received. It says".
_WRITTEN = re.compile(
    r"\b(?:received|showed|shown|shared|handed|given|sent|got|read|found|opened)(?: (?:us|me|him|her|them|reporters|[A-Z]\w+))? "
    r"(?P<who>(?:an?|the|one|another) (?:[\w-]+ ){0,2}?(?:letter|notice|message|email|note|memo|leaflet|text|summons))\b"
)
_SAYS = re.compile(r"(?:says|said|tells|told|asks|asked|warns|warned|orders|ordered|demands|demanded)\b")
_LOOKED = re.compile(
    rf"(?P<who>(?:The|An?) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(sorted(GOVERNMENT_HEADS | ORGANISATION_HEADS))})) (?:has |had |have )?"
    r"(?:looked (?:at|into)|examined|investigated|reviewed|studied|audited|inspected|surveyed|polled|analy[sz]ed|tested|counted|checked|weighed|visited)\b"
)
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+$")

# "The UN found *in a report* that": what is "the report" from then on.
_IN_REPORT = re.compile(
    r"\b[Ii]n (?:an?|its|his|her|their) (?:[\w-]+ ){0,3}?(?P<noun>report|study|paper|survey|analysis|statement|letter|ruling)\b"
)


def put_out(text: str, statement: Statement, source: Spans, called: Called) -> Called | None:
    """The report in which a named body says something, by which it goes on speaking: "found *in a report* that"."""
    if not source or called.name is None or called.kind not in _AUTHORS or called.name.islower():
        return None
    start = max(text.rfind(". ", 0, source[0].start), text.rfind("\n", 0, source[0].start), 0)
    end = max(statement.content[0].start, source[0].end)
    found = _IN_REPORT.search(text, start, end) if end - start < REACH else None
    return Called(f"{found['noun']} by {called.name}", SourceKind.DOCUMENT, noun=found["noun"]) if found else None


def meant(text: str, pronoun: Span, cue: str) -> Span | None:
    """The words of the sentence right before that an "it" with such a cue means; None where it may mean anything."""
    if pronoun.of(text) != "It" or not _SENTENCE_END.search(text, max(0, pronoun.start - 4), pronoun.start):
        return None
    start = max(0, pronoun.start - REACH)
    before = max(text.rfind(". ", start, pronoun.start - 3) + 2, text.rfind("\n", start, pronoun.start - 3) + 1, start)
    reads = text[pronoun.end : pronoun.end + 20].lstrip()
    written = _WRITTEN.search(text, before, pronoun.start) if _SAYS.match(cue) else None
    if written is not None and len(list(_WRITTEN.finditer(text, before, pronoun.start))) == 1:
        return Span(*written.span("who"))
    documents = list(_BROUGHT_OUT.finditer(text, before, pronoun.start))
    if documents and (_FINDS.match(cue) or _READS.match(cue) or _READS.match(reads)):
        return Span(*documents[-1].span("who"))
    looked = _LOOKED.match(text, before, pronoun.start) if _FINDS.match(cue) else None
    return Span(*looked.span("who")) if looked else None
