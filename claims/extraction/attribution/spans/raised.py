"""Accusations that are raised against somebody are not made by who suffers them: "she faces criticism, prompting *accusations of* breach"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft
from claims.extraction.types import Span

_NOUNS = frozenset(
    "accusations accusation criticism allegations allegation complaints suspicions suspicion speculation".split()
)
# What brings them about, or what somebody does with those of others.
_RAISED = re.compile(
    r"\b(?:prompt|spark|draw|face|trigger|fuel|attract|provok|invit|rais|fac|meet|met|stok|weather|surviv|fend|bat|brush|shrug|deflect)\w*"
    r"(?: off| with| away)?(?: (?:further|new|fresh|more|widespread|some|renewed|strong|heavy|mounting|growing|immediate|sharp))? $"
    r"|\b(?:amid|despite|over|after|following|against|by|to) (?:[a-z]+ )?$"
)
REACH = 50  # characters before the noun in which that stands
_NOUN_AND_PRONOUN = re.compile(r"[a-z]+ (?=(?:he|she|it|they)$)")  # "whose *finances* it called strong"
_CALLED = frozenset(
    "false baseless unfounded debunked unproven discredited repeated earlier unsubstantiated misleading bogus widespread persistent".split()
)
_WHOSE = re.compile(r"(?P<who>(?:[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)*|\b(?:his|her|their|its)\b))(?:['’]s?)? $")
_TO = re.compile(r" to (?:the )?[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}$")
_POINTS = re.compile(r"(?:also )?(?:point|refer|allud)[a-z]+ to")
_POINTED = re.compile(r"(?:pointed|pointing|referred|referring) to (?=\w)")
_OPENS = re.compile(
    r"(?P<who>He|She|They|(?:[A-ZÀ-Þ][\w.’'-]* ){0,3}[A-ZÀ-Þ][\w’'-]*) (?:has |have |had )?[a-z]+(?:ed|id|old)\b"
)
_ASKED = re.compile(
    r"(?:When |Being )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed)\b[^.\"“]{3,200}?, (?=[A-ZÀ-Þ]|he |she |they |the |an? )"
)
_LEADS = re.compile(r"(?:^|\s)(?:as|while|when|after|because|although)$")


def of_nobody(text: str, draft: Draft) -> Draft:
    """The draft without its source, where that is whom the accusations are raised against."""
    if not draft.cue or not draft.source or draft.cue[0].of(text).split()[0].lower() not in _NOUNS:
        return draft
    cue, source = draft.cue[0], draft.source[0]
    raised = source.end < cue.start and _RAISED.search(text, max(source.end, cue.start - REACH), cue.start)
    return replace(draft, source=[], kind=None) if raised else draft


def of_possessor(text: str, draft: Draft) -> Draft:
    """The draft with whoever made the claims for source, and not what they are called: "*Orme’s* false claims of fraud"."""
    if draft.source and (noun := _NOUN_AND_PRONOUN.match(text, draft.source[0].start, draft.source[0].end)):
        return replace(draft, source=[Span(noun.end(), draft.source[0].end)], kind=None)
    if not draft.cue or not draft.source or draft.source[0].of(text).lower() not in _CALLED:
        return draft
    whose = _WHOSE.search(text, max(0, draft.source[0].start - REACH), draft.source[0].start)
    return replace(draft, source=[Span(*whose.span("who"))] if whose else [], kind=None)


def without_hearer(text: str, draft: Draft) -> Draft:
    """The draft whose source stands behind its cue, without to whom it spoke: "“…,” said *the politician* to NDTV"."""
    if len(draft.source) != 1 or not draft.cue or draft.source[0].start < draft.cue[-1].end:
        return draft
    source = draft.source[0]
    to = _TO.search(text, source.start, source.end)
    return replace(draft, source=[Span(source.start, to.start())]) if to and to.start() > source.start else draft


def is_done_to(text: str, draft: Draft) -> bool:
    """ "*Criticising the Government’s* plan, Sir Karl said": whoever stands behind a participle that opens a sentence is its object."""
    if not draft.cue:
        return False
    cue = draft.cue[0]
    opens = cue.of(text)[:1].isupper() and cue.of(text).endswith("ing") and cue.of(text) not in ("Citing", "Quoting")
    return opens and bool(draft.source) and draft.source[0].start == cue.end + 1


def of_subject(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with the subject of its sentence for source, where that of what is pointed to was taken: "She said so, and pointed to *Velm Bank* figures"."""
    if len(draft.source) != 1 or not draft.cue or not draft.content or not sentence.contains(draft.source[0]):
        return draft
    source, cue, first = draft.source[0], draft.cue[-1], draft.content[0]
    if (pointed := _POINTED.match(text, source.start, source.end)) and source.end < cue.start:
        return replace(draft, source=[Span(pointed.end(), source.end)], kind=None)
    if _POINTS.fullmatch(cue.of(text)) is None or source.start != cue.end + 1 or first.start != source.end + 1:
        return draft
    who = _OPENS.match(text, sentence.start, cue.start)
    content = [Span(source.start, first.end), *draft.content[1:]]
    return replace(draft, source=[Span(*who.span("who"))] if who else [], content=content, kind=None)


def is_led_to_by(text: str, piece: Span, source: Span) -> bool:
    """Whether a piece before a source only leads to its clause: "shut it *this week as* | experts call for more"."""
    return piece.end <= source.start and _LEADS.search(text, piece.start, piece.end) is not None


def is_question(text: str, piece: Span, sentence: Span) -> bool:
    """Whether a piece is only what its speaker was asked: "*Asked if he would still testify*, Cohen said he would"."""
    asked = _ASKED.match(text, sentence.start, sentence.end)
    return asked is not None and piece.end <= asked.end()
