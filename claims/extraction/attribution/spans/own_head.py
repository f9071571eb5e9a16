"""Documents of which only the participle was taken that tells of them: "*The audit, obtained by* the Post and confirmed as genuine, found"."""

import re

from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.bodies import DOCUMENT_HEADS, MEDIA_ITEM_HEADS
from claims.extraction.lexicon.clauses import ADJUNCTS, AUXILIARIES, RELATIVES
from claims.extraction.types import Span

_TOLD = (
    frozenset("authenticated confirmed corroborated leaked obtained reviewed seen shared verified".split()) | ADJUNCTS
)
_PHRASE = re.compile(
    rf"(?:^|, |\b(?:but|and|that) )(?P<who>(?:an?|the|another|one|its|his|her|their) (?:[\w'’-]+ ){{0,4}}?(?P<noun>[\w-]+)),?"
    rf" (?P<told>(?:{'|'.join(sorted(_TOLD))}) [^.;:\"“”]*)$",
    re.IGNORECASE,
)
_SETTING = re.compile(
    rf"(?:an?|the|its|his|her|their) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(sorted(DOCUMENT_HEADS))})(?: (?:on|of|for) [A-Z]\w+)?,? (?=(?:the|an?) |[A-Z])"
)
_SET_IN = re.compile(
    r"(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside) (?:the )?[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,3}, (?=(?:the|its|an?|his|her) [a-z])"
)
# Whoever wrote what bears a title: "*Karl Ost*, a critic, in a book entitled Bare Walls, wrote".
_AUTHOR = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^,;:\"“”.]{2,50}(?:, (?:an?|the) [^,;:\"“”]{2,50})?), in (?:an?|his|her|their|the|another) [^,;:\"“”]{2,40} "
)
_TITLED = frozenset("entitled titled called headlined named".split())
_HOLDS = re.compile(
    r"[A-Z][\w ]{1,40} (?:includes?|included|contains?|contained|features?|featured|shared|posted|published|carries|carried|released|uploaded) (?P<who>(?:an?|the|another|several|two) [^,;:\"“”]{2,60}?)(?= that\b| which\b|$)"
)
_PAPERS = (
    "report|review|study|survey|audit|inquiry|investigation|analysis|letter|statement|document|paper|poll|assessment"
)
_ABOUT = re.compile(
    rf"\b(?P<who>(?:an?|the|its|their|another) (?:[\w-]+ ){{0,3}}?(?:{_PAPERS}) (?:for|on|into|about) (?:the )?[A-ZÀ-Þ][^,;:\"“”]{{1,60}})$"
)
_PLACED = re.compile(
    r"\b(?P<who>(?:an?|the|another) (?:[\w-]+ ){0,2}?(?:story|article|post|video|page|item|piece|advert|ad|message|thread|clip) )$"
)
_PREPOSITION = re.compile(r"(?:on|in|at|from) ")
_DOCUMENTS_DO = frozenset(
    "found finds said says concluded concludes showed shows revealed reveals criticised criticized rated highlighted warned recommended stated identified".split()
)
_SHARE_SIGN = re.compile(
    r"(?P<who>(?:[Tt]he )?[A-ZÀ-Þ][\w.&'’,-]*(?: (?:(?:of|and|&|the) )*[A-ZÀ-Þ][\w.&'’,-]*){0,5}) \([^()]{0,30}$"
)
_OPENERS = frozenset("a an the his her its their this that these those one two he she it they we".split())


def tells_of_document(text: str, cue: Span, sentence: Span) -> bool:
    """Whether the cue is a second participle that tells of a document: "a memo obtained by the Post and *confirmed* by him"."""
    if cue.of(text).lower() not in _TOLD or not text.endswith((" and ", " or "), sentence.start, cue.start):
        return False
    whole = _PHRASE.search(text[sentence.start : cue.end])
    told = text[sentence.start + whole.start("told") : cue.start] if whole else ""
    return bool(told) and "," not in told and not AUXILIARIES & set(told.lower().split())


def without_setting(text: str, source: Span) -> Span:
    """The source without the place or the document in which it speaks: "*In Ulden, | the mayor*", "In *its annual report | the Institute* found"."""
    if placed := _SET_IN.match(text, source.start, source.end):
        return Span(placed.end(), source.end)
    setting = _SETTING.match(text, source.start, source.end)
    return Span(setting.end(), source.end) if setting and text[: source.start].endswith(("In ", "in ")) else source


def from_before_brackets(text: str, source: Span, sentence: Span) -> Span:
    """The source from the firm's name on, where it begins inside the brackets behind that: "*Norvik Inc. (NYSE:* NVK) said"."""
    words = source.of(text)
    if "(" in words.partition(")")[0] or ")" not in words:
        return source
    before = _SHARE_SIGN.search(text, sentence.start, source.start)
    return Span(before.start("who"), source.end) if before else source


def of_relative(text: str, source: Span) -> Span:
    """The source without the clause that its noun stands in: "The clip includes *a still* that appears to show"."""
    found = _HOLDS.match(text, source.start, source.end)
    found = found if found and text.startswith((" that ", " which "), found.end("who")) else None
    return Span(*found.span("who")) if found else source


def of_document(text: str, source: Span, cue: Span | None, sentence: Span) -> Span:
    """The source from the document on that speaks about it, or stands there: "*a report on* the trust, which found", "*a story* on its website that said"."""
    about = _ABOUT.search(text, sentence.start, source.end)
    relative = cue is not None and text[source.end : cue.start] in (", which ", " which ", " that ")
    if about and relative and cue is not None and cue.of(text).lower() in _DOCUMENTS_DO:
        return Span(about.start("who"), source.end)
    placed = _PLACED.search(text, sentence.start, source.start) if _PREPOSITION.match(text, source.start) else None
    return Span(placed.start("who"), source.end) if placed else source


def with_own_head(text: str, source: Span, sentence: Span) -> Span:
    """The source from the document on that its participles tell of, where it begins at one of these or behind it."""
    first = text[source.start : source.end].split(maxsplit=1)[0]
    if not first[0].islower() or first in _OPENERS | RELATIVES:
        return source  # a phrase of its own: "obtained by the Post, *the department* said"
    author = _AUTHOR.fullmatch(text, sentence.start, source.start) if first in _TITLED else None
    if author:
        return Span(*author.span("who"))
    whole = _PHRASE.search(text[sentence.start : source.end])
    if whole is None or whole.start("told") > source.start - sentence.start:
        return source
    told = set(whole["told"].lower().split())
    document = whole["noun"].lower() in DOCUMENT_HEADS | MEDIA_ITEM_HEADS and can_speak(whole["who"].split())
    return Span(sentence.start + whole.start("who"), source.end) if document and not told & AUXILIARIES else source
