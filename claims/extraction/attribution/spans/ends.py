"""Where contents end: behind a whole figure, with their quotation, at a semicolon, before what leads on, and never at a word that binds."""

import re
from collections.abc import Sequence

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.silence import UNSAID
from claims.extraction.attribution.spans.addressees import is_clause
from claims.extraction.attribution.spans.loose_ends import LAST_WORD
from claims.extraction.lexicon import clauses
from claims.extraction.lexicon.clauses import (
    AUXILIARIES,
    OF_THINGS,
    PASTS,
    RELATIVES,
    STOP_OF_TITLE,
    TELLING,
    UNFINISHED,
)
from claims.extraction.types import Quotation, Span

_FIGURE = re.compile(r"(?:(?<=[$£€])\d[\d,.]*\d|(?<=\d),\d{3}(?:,\d{3})*)(?: (?:million|billion|trillion|bn|m)\b)?")
_QUOTED_THEN = re.compile(
    r"[^\"”“]*[,.][\"”](?P<rest> (?!.* and that )(?:(?:highlighting|adding|citing|referring|echoing|noting|stressing|pointing|describing) [^\"“”]*"
    r"|before (?:claiming|adding|saying|accusing|calling|insisting|arguing|warning|telling) .*))$"
)
_WHEN = rf"(?:{clauses.WHEN}[ ,]+)"
# Where something was said, behind what it was about: "defended the operation *at a rally in Tampa*".
_STAGE = re.compile(
    r",? (?:(?:in|during|at|on|via) (?:a|an|the|his|her|their|another) (?:[\w-]+ ){0,2}"
    r"(?:rally|interview|tweet|statement|post|posts|speech|news conference|press conference|briefing|hearing|town hall|fundraiser|debate|address"
    r"|podcast|letter|op-ed|email|e-mail|tweets|Senate floor|House floor|campaign trail)(?: (?:in|on|to|with|at|for) [^,;:.\"“”]{2,60})?"
    rf"|on (?:Twitter|Facebook|X|Truth Social|Fox News|CNN|MSNBC)(?: {_WHEN.rstrip('+')})?)(?: {clauses.WHEN})?$"
)
_ADVERB = re.compile(
    r" (?!only\b|daily\b|family\b)[a-z]{3,}ly (?:since|in|on|at|by|for|to|from|over|under|during|against)\b| only [a-z]+ing\b"
)
_RELATIVE = re.compile(r"\b(?:which|that|whom|whose|who|where) (?:[^,;:.\"“”]{2,40} )?$")
_FINITE = re.compile(r" (?:was|were|is|are|has|have|had|will|would|can|could|may|might|must|should)\b")
_BINDING = frozenset("as because when while if after before for of over".split())
_BELOW = re.compile(r", (?:as|while|because|although|after|since) [^,;:.]+$")
_AUXILIARY = re.compile(r" (?:is|are|was|were|has|have|had|will) ")
# "Fired at its engine instead, *followed* | minutes later by two more shots": a participle alone ends nothing.
_FOLLOWED = re.compile(r", (?:followed|preceded|accompanied|joined|replaced|caused|driven|led)(?: [a-z]+){0,3}$")
_BY = re.compile(r" (?:[a-z]+ ){0,3}?by [^\"“”;:]+?(?=[.;:]?$)")
_TITLE = re.compile(rf"(?:{STOP_OF_TITLE}) ")
_JOINT = re.compile(r",? (?:but|and|or)$")
_REST = re.compile(rf" (?:[^,.;:!?\"“”]|{STOP_OF_TITLE})+(?=[,.;:!?\"“”]|$)")
# Behind the semicolon stands a name that something is told of, and no clause.
_NAME = r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,4}"
_ITEM = re.compile(rf"; (?:and |or )?{_NAME}(?: (?:of|from) {_NAME})?, (?:who|the|an?|whose|which) ")
_FIRST = re.compile(rf"{_NAME}(?:,? (?:of|from) {_NAME})?, (?:who|the|an?|whose|which) ")
# "called the poll an “outlier,” *saying* others showed a race": behind the mark the speaker goes on with another verb.
_PARTICIPLE = re.compile(r"[,.](?P<mark>[\"”]) (?:saying|adding|noting|arguing|warning|claiming|insisting)\b")
_LAST = re.compile(r"; (?:and|or) [^;]*$")


def with_figure(text: str, span: Span) -> Span:
    """With the rest of a figure that it cuts: "to £200|*,000*", "to $|*50 million*"."""
    rest = _FIGURE.match(text, span.end) if text[span.end - 1] in "$£€0123456789" else None
    return Span(span.start, rest.end()) if rest else span


def to_quote(text: str, content: list[Span]) -> list[Span]:
    """A quotation without what the article says of it: "“We need it,” *highlighting* the needs"."""
    if len(content) != 1 or text[content[0].start] not in '"“':
        return content
    closed = _QUOTED_THEN.match(text, content[0].start + 1, content[0].end)
    return [Span(content[0].start, closed.start("rest"))] if closed else content


def without_joint(text: str, content: list[Span]) -> list[Span]:
    """Without a joint at the end that leads on to what others say or do: "called for the state to act | *but*"."""
    joint = _JOINT.search(text, content[-1].start, content[-1].end) if content else None
    alone = joint is None or joint.start() == content[-1].start
    return content if alone or joint is None else [*content[:-1], Span(content[-1].start, joint.start())]


def to_next_verb(text: str, content: list[Span], draft: Draft, sentence: Span) -> list[Span]:
    """ "Messages in which he mocked *the flood's victims* were leaked": of what verbs take a thing and no clause, that thing alone."""
    if not draft.cue or len(content) != 1 or content[0].start != draft.cue[-1].end + 1:
        return content
    if draft.anchor.of(text).lower() not in OF_THINGS or not _RELATIVE.search(text, sentence.start, draft.cue[0].start):
        return content
    verb = _FINITE.search(text, content[0].start, content[0].end)
    kept = trimmed(text, Span(content[0].start, verb.start())) if verb and verb.start() > content[0].start else None
    clause = bool(kept) and bool((RELATIVES | _BINDING) & set(kept.of(text).lower().split())) if kept else False
    return [kept] if kept and not clause else content


def without_silence(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """Without a last clause that tells what the speaker did not say: "…, although he would not say when"."""
    if not draft.cue or not content or content[-1].start < draft.cue[0].end:
        return content
    unsaid = UNSAID.search(text, content[-1].start, content[-1].end)
    kept = (
        trimmed(text, Span(content[-1].start, unsaid.start()))
        if unsaid and unsaid.start() > content[-1].start
        else None
    )
    return [*content[:-1], kept] if kept else content


def without_stage(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """A thing that somebody attacks or defends without the occasion; what happens in a clause may happen on the same occasion."""
    if not draft.cue or not content or content[-1].start < draft.cue[0].end:
        return content
    words = content[-1].of(text)
    stage = _STAGE.search(words)
    thing = words[: stage.start()] if stage is not None else ""
    if (
        stage is None
        or not thing
        or is_clause(thing)
        or PASTS & set(thing.lower().split())
        or draft.cue[-1].of(text).lower() in TELLING
    ):
        return content
    kept = trimmed(text, Span(content[-1].start, content[-1].start + stage.start()))
    return [*content[:-1], kept] if kept else content


def finished(text: str, content: list[Span], draft: Draft, sentence: Span) -> list[Span]:
    """The content to the end of its clause where it breaks off at a word that binds: "he had been *at* home"."""
    if not draft.cue or not content or not draft.cue[0].end <= content[-1].start:
        return content
    last = LAST_WORD.search(text, content[-1].start, content[-1].end)
    binds = last is not None and last.group(1) in UNFINISHED and text[content[-1].end : content[-1].end + 1] == " "
    if last is not None and last.group(1) == "as" and text.startswith(" well", content[-1].end):
        return [*content[:-1], Span(content[-1].start, content[-1].end + len(" well"))]  # "fell in Europe *as well*"
    binds = binds or _ADVERB.match(text, content[-1].end, sentence.end) is not None  # "has performed | *poorly since*"
    if _FOLLOWED.search(text, content[-1].start, content[-1].end) and (
        by := _BY.match(text, content[-1].end, sentence.end)
    ):
        return [*content[:-1], Span(content[-1].start, by.end())]
    titled = _TITLE.match(text, content[-1].end) is not None  # "orders for *Mr*. Doyle"
    if not binds and not titled and not _waits_for_verb(text, content[-1], draft, sentence):
        return content
    rest = _REST.match(text, content[-1].end + titled, sentence.end)
    own = [*draft.source, *draft.cue]
    if not rest or any(span.overlaps(Span(content[-1].end, rest.end())) for span in own):
        return content
    return [*content[:-1], Span(content[-1].start, rest.end())]


def _waits_for_verb(text: str, last: Span, draft: Draft, sentence: Span) -> bool:
    """Whether a clause of what somebody says breaks off before its verb: "said they are at risk, as eleven people charged with it | *are set* to go"."""
    told = len(draft.source) == 1 and draft.source[0].start == sentence.start
    below = _BELOW.search(text, last.start, last.end)
    return (
        told
        and below is not None
        and not AUXILIARIES & set(below.group().split())
        and _AUXILIARY.match(text, last.end) is not None
    )


def _goes_on_listing(text: str, at: int, end: int) -> bool:
    """Whether the semicolon at that place parts two items, and another does with "and" before the sentence ends."""
    return _ITEM.match(text, at, end) is not None and _LAST.search(text, at, end) is not None


def to_semicolon(
    text: str, content: list[Span], draft: Draft, sentence: Span, quotations: Sequence[Quotation]
) -> list[Span]:
    """An indirect content to its first semicolon: of newsdesk's annotators three in four end it there."""
    if not draft.cue or not content or content[-1].start < draft.cue[0].end:
        return content
    last = content[-1]
    if goes_on := _PARTICIPLE.search(text, last.start, last.end):
        return [*content[:-1], Span(last.start, goes_on.start("mark") + 1)]
    first = _FIRST.search(text, last.start, last.end)  # the item before the semicolon, which is in the content
    if first and text.startswith("; ", last.end) and _goes_on_listing(text, last.end, sentence.end):
        end = sentence.end - text[: sentence.end].endswith(".")
        return [*content[:-1], Span(last.start, end)]
    at = text.find("; ", content[-1].start, content[-1].end)
    if (
        at < 0
        or _goes_on_listing(text, at, content[-1].end)
        or any(quotation.span.start < at < quotation.span.end for quotation in quotations)
    ):
        return content
    kept = trimmed(text, Span(content[-1].start, at)) if at > content[-1].start else None
    return [*content[:-1], kept] if kept else content
