"""The source with the apposition or relative clause that tells who it is: "said Ann Holt, *who runs the harbour*"."""

import re
from collections.abc import Sequence

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.spans.loose_ends import LAST_WORD
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.clauses import ADJUNCTS, ASIDES, AUXILIARIES, DETERMINERS, RELATIVES
from claims.extraction.lexicon.people import ROLES
from claims.extraction.types import Span

BESIDE = 4  # between a cue and a source right behind it
INSERTED = 220  # characters of an apposition or a relative clause
_ADVERBS = re.compile(
    r"(?:[ ,]+(?:\w+ly|also|then|later|since|now|still|however|has|have|had|been|is|are|was|were|told|first|once|again|did|does|do|appears? to|appeared to|seems? to|seemed to))+[ ,]*$"
)
_OPEN_CLAUSE = re.compile(r"\b(?:who|whose|which) [^,.\"“]+$")
_CLAUSE_ABOUT = re.compile(r"((?:who|which|whose|where) [^.;\"“]{3,160}?), (?=\S)")
_DESCRIPTION = re.compile(r"((?:[\w'’.-]+ ){1,7}[\w'’.-]+), (?=\S)")
# "According to the indictment, *unsealed in January*, he used the money".
_SINCE = re.compile(
    rf"((?:{'|'.join(sorted(ADJUNCTS))}|unsealed|unveiled|circulated) (?:in|on|by|to|last|this|at|under|after|earlier) [^,.;:\"“”]{{2,50}}), (?=\S)"
)
_JOINTS = RELATIVES | DETERMINERS | frozenset("and but or by then before after while following to".split())
_COMMA = re.compile(r",(?!\d{3})")  # and not the one inside a figure
_NAMED = re.compile(r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}")
_WHICH = re.compile(r", (?P<which>which|who) ")
_BELONGING = frozenset("from of for with".split())  # by these a nameless speaker is told: "a spokesman *for* the mill"
# What somebody does, and never what is done to them: "its defenders *responded* with the claim that" are not narrowed down by it.
_DOINGS = frozenset(
    "responded replied reacted countered agreed emerged appeared continued proceeded decided refused insisted seemed wanted".split()
)
_MARKS = '"“”„«»'


def explained(text: str, source: Span, draft: Draft, sentence: Span) -> Span:
    """The source with its apposition or relative clause, which stands between it and the cue, or behind both."""
    cue = draft.cue[0] if draft.cue else None
    if cue is None or not sentence.contains(source):
        return source
    if source.end <= cue.start <= source.end + INSERTED and sentence.contains(cue):
        end = _inserted(text, source, cue.start, finite=not cue.of(text).split()[0].endswith("ing"))
    elif cue.end <= source.start <= cue.end + BESIDE:
        end = _appended(text, source, sentence.end, draft)
    else:
        end = source.end
    return Span(source.start, end)


def apposed(text: str, source: Span, draft: Draft) -> Span:
    """ "According to Frontex, the EU border agency, crossings fell": a description between source and content is the source's."""
    if not (draft.cue and draft.content) or not draft.cue[0].end <= source.start <= draft.cue[0].end + BESIDE:
        return source
    content = draft.content[0]
    led = _WHICH.fullmatch(text, source.end, content.start)  # a content that begins behind "which"
    begin = led.start("which") if led else content.start
    if not 0 < begin - source.end <= BESIDE or text[source.end] != ",":
        return source
    if about := _CLAUSE_ABOUT.match(text, begin, content.end):
        return Span(source.start, about.end(1))
    if since := _SINCE.match(text, content.start, content.end):
        return Span(source.start, since.end(1))
    told = _DESCRIPTION.match(text, content.start, content.end)
    words = told.group(1).lower().split() if told else []
    describes = bool(words) and words[0] in DETERMINERS and not AUXILIARIES & set(words) and can_speak(words[-1:])
    return Span(source.start, told.end(1)) if told and describes else source


def _inserted(text: str, source: Span, end: int, *, finite: bool) -> int:
    """Where an apposition that fills the gap before the cue ends; the source's own end where the gap holds something else.

    A cue that is no finite verb ("…, saying") leaves the sentence's own verb to the gap, which then narrows nothing down.
    """
    start = source.end
    gap = text[start:end]
    if any(mark in gap for mark in _MARKS) or ";" in gap:
        return start
    adverbs = _ADVERBS.search(gap)
    body = gap[: adverbs.start() if adverbs else len(gap)]
    kept = start + len(body.rstrip(" ,"))
    words = body.strip(" ,").split()
    if not words or body.strip(" ,").lower() in ASIDES:
        return start
    if body.startswith(", "):
        clause, comma, _rest = body[2:].partition(",")
        if not finite and comma and RELATIVES.intersection(clause.split()[:1]):
            return start + 2 + len(clause)  # "The candidate, *who promised it*, brushed it aside, telling"
        closed = gap[len(body.rstrip(" ,")) :].lstrip(" ").startswith(",")
        return kept if closed and _explains(words, finite=finite) else start
    narrows = (
        (_restricts(words) or _goes_on(text, source)) and (finite or words[0] in RELATIVES) and words[-1] not in _JOINTS
    )
    return kept if narrows and "," not in body.rstrip(" ,") else start


def _appended(text: str, source: Span, end: int, draft: Draft) -> int:
    """Where an apposition behind a postponed source ends: "said Ann Holt, who runs the harbour"."""
    start = source.end
    rest = text[start:end]
    stop = min((rest.index(mark) for mark in _MARKS if mark in rest), default=len(rest))
    rest = re.split(r"[;:]|,? [–—-] |, (?=(?:and|but|adding|while|as) )", rest[:stop])[0]
    words = rest.strip(" ,").split()
    if not words or len(rest) > INSERTED:
        return start
    if rest.startswith(", "):
        return _behind_its_comma(text, source, rest, end, draft)
    if words[0] in _BELONGING and text[source.start : source.end].islower() and draft.content[0].end <= source.start:
        after = start + len(re.split(r",| (?:in|on|at|who|as|after|when|during) ", rest)[0].rstrip(" ."))
        return _appended(
            text, Span(source.start, after), end, draft
        )  # "complained a congressman *from the Northeast, who …*"
    if (_restricts(words) and words[0] != "that") or (_goes_on(text, source) and not rest.startswith(",")):
        return start + len(_COMMA.split(rest)[0].rstrip(" ."))
    return start


def _behind_its_comma(text: str, source: Span, rest: str, end: int, draft: Draft) -> int:
    """Where an age, a relative clause, a name or a description behind a comma ends."""
    start, words = source.end, rest.strip(" ,").split()
    first = _COMMA.split(rest[2:])[0]
    if first.strip(" .").isdigit():  # an age, and then perhaps the rest
        after = 2 + len(first.rstrip(" ."))
        return max(start + after, _appended(text, Span(source.start, start + after), end, draft))
    if words[0] in RELATIVES - {"that"}:
        said_behind = bool(draft.content) and draft.content[0].start >= source.end and len(first) + 2 < len(rest)
        return start + 2 + len(first) if said_behind else start + len(rest.rstrip(" ,."))
    held = any(span.start < start + 2 + len(first) and start < span.end for span in draft.content)
    closed = len(rest) > 2 + len(first)  # by another comma
    if closed and not held and _NAMED.fullmatch(first) and source.of(text).split()[-1] in ROLES:
        return start + 2 + len(first)  # "was told by *Doyle's son-in-law, Aaron Weiss*, that"
    if words[0] in DETERMINERS and not held:
        return start + 2 + len(first.rstrip(" ."))
    return start


def _explains(words: Sequence[str], *, finite: bool) -> bool:
    """Whether the words after a comma tell who the source is."""
    first = words[0].strip(",")
    if first.lower() in RELATIVES - {"that"} or first.lower() in DETERMINERS or first.isdigit():
        return True
    return finite and first.islower() and (first in ADJUNCTS or first.endswith("ed"))


def _goes_on(text: str, source: Span) -> bool:
    """Whether a source broke off behind a participle or inside a relative clause: "a poll released" Wednesday."""
    last = LAST_WORD.search(text, source.start, source.end)
    return (last is not None and last.group(1) in ADJUNCTS) or bool(_OPEN_CLAUSE.search(source.of(text)))


def _restricts(words: Sequence[str]) -> bool:
    """Whether the words right behind the source narrow it down: "who asked …", "released Wednesday"."""
    return (
        words[0] in RELATIVES
        or words[0] in ADJUNCTS
        or (len(words) > 1 and words[0].endswith("ed") and words[0].islower() and words[0] not in _DOINGS)
    )
