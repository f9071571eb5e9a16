"""Contents that end where somebody checks them: "Posts claiming that *the bank will close* | are false", "not true that it closed, as posts claim"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.types import Span

# What is found of a claim, behind the verb that the words about it have for subject.
_VERDICTS = (
    "false|fake|wrong|untrue|incorrect|inaccurate|misleading|baseless|unfounded|groundless|unproven|exaggerated|satire|satirical|doctored|fabricated"
    "|not true|not real|not correct|not accurate|not genuine|not supported|without (?:any )?(?:basis|foundation|evidence)|a hoax|a scam|a lie|a myth"
)
_FOUND = re.compile(
    rf" (?:(?:is|are|was|were|has been|have been) (?:(?:also|entirely|completely|simply|largely|mostly|totally|partly|clearly|therefore) )?"
    rf"(?:{_VERDICTS}|shared|viewed|edited|altered|manipulated|debunked|circulating|being shared|going viral|from (?:19|20)\d\d)\b"
    rf"|(?:has|have) (?:gone viral|gained|spread|circulated)\b)(?:[^,;:\"“”]|,(?=\d))*[.!?]?$"
)
_CLAIM = re.compile(r"(?:claims?|claiming|alleging|suggesting|saying|stating|purporting|asserting)$", re.IGNORECASE)
# What begins a sentence has no source in the one before: "*Claims that* the ferry was sold are wrong".
_BEGINS = re.compile(r"Claims|Rumours|Rumors|Allegations|Reports|Suggestions")
_CLAIM_THAT = re.compile(
    r"\b(?:claims?|rumou?rs?|allegations?|suggestions?|assertions?|idea|notion|theory) (?:that )?$", re.IGNORECASE
)
_HEARSAY = re.compile(r"reports|rumours|rumors|speculation|suggestions")
_OF_NOBODY = re.compile(
    r"\b(?:into|on|about|over|following|amid|after|by|denied|dismissed|of|from) (?:the |some |many |recent |earlier |unconfirmed )?"
    r"(?:press|media|news|newspaper|local|online|widespread|unconfirmed) $"
)
_LED_IN = re.compile(r"(?:In addition to|Besides|By|While|After|Before|Despite|Without) (?:\w+ly )?")
_DOER = re.compile(
    r", (?P<who>he|she|they|it|(?:the|an?) [a-z-]+(?: [a-z-]+)??|[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}) (?:also )?(?:[a-z]+s|[a-z]+ed|had|has|was|went|made|told|wrote)\b"
)
_SHOWS = re.compile(r"indicates|shows|suggests|finds|proves|means")
_SAID_OF = re.compile(
    r" (?:said|reported|announced) (?:(?:on )?\w+day )?(?:that )?(?P<who>(?:an?|the|its|their) (?:[a-z-]+ ){0,3}?(?:study|report|review|survey|analysis|data|research|test|poll)) [a-z]+s [^,;:]*\band "
)
_RECEIVED = re.compile(
    r"\b(?:receiv|get|got|sent)\w* (?P<who>(?:an? |the )?(?:[a-z]+ )?(?:emails?|letters?|texts?|messages?|calls?|notices?|leaflets?)) "
)
_WHO = re.compile(r"\b(?P<who>(?:the|an?|her|his|their|its) [a-z-]+(?: [a-z-]+){0,2}), who $")
_TOLD = re.compile(
    r"(?:was|were|been|being|is|are) (?:\w+ly )?(?:told|informed|reminded|warned|advised|notified|assured)"
)
_HEARING = re.compile(
    r"(?:court|jury|inquest|tribunal|hearing|inquiry|MPs|committee|Parliament|parliament|House|Commons|conference)$"
)
_CONTRARY = re.compile(r"\bcontrary to [^,;.]*$")
_DOING = re.compile(
    r"[a-z]{3,}ing (?:the|an?|its|his|her|their)\b|[a-z]{3,}ing [a-z]+s (?:about|of|into|to|with|for|over|on|from)\b"
)
_NOT_TRUE = re.compile(
    r"(?:No[,:] )?(?:[Ii]t(?:['’]s| is| was) (?:not|simply not|just not) (?:true|correct|right|the case)"
    r"|[Ii]t (?:isn|wasn)['’]t (?:true|correct|right|the case)|[Ii]t(?:['’]s| is) (?:false|untrue|wrong|incorrect)) that (?=\S)"
)
_AS = re.compile(r",? as (?:has |have )?$")
_DENIED = re.compile(r"\b(?:not|never|no)\b|n['’]t\b")
_POSTED = re.compile(
    r"\b(?:posts?|videos?|users|memes?|tweets?|messages?|clips?|online|Facebook|social media|articles?)\b"
)


def checked(text: str, draft: Draft, sentence: Span) -> Draft | None:
    """The draft without what is found of its content; None where who is named says the contrary of what it holds."""
    if draft.cue and _has_no_source(text, draft, sentence):
        draft = replace(draft, source=[], kind=None)
    if _cuts_name(text, draft):
        return None
    draft = _of_message(text, _of_inner(text, _with_doer(text, draft, sentence), sentence), sentence)
    if not draft.cue or len(draft.content) != 1 or draft.bare:
        return draft
    said, source, cue = draft.content[0], draft.source[0] if draft.source else None, draft.cue[-1]
    if said.start >= cue.end:
        return _before_verdict(text, draft, said, sentence)
    if source is not None and _CONTRARY.search(text, sentence.start, source.end):
        return None  # "It is safe, *contrary to social media claims*": they claim the contrary
    if source is None or not said.end <= source.start < cue.start or not _AS.search(text[said.end : source.start]):
        return draft
    if untrue := _NOT_TRUE.match(text, said.start, said.end):
        return replace(draft, content=[Span(untrue.end(), said.end)])
    # "It did not close, *as posts claim*": they claim that it did.
    return None if _POSTED.search(source.of(text)) and _DENIED.search(text, said.start, said.end) else draft


def _with_doer(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "In addition to *asserting* that it is unsafe, *the speaker* uses …", "called *the team*, who *informed* her": who does it, where nobody was seen."""
    if draft.source or not draft.cue or not draft.content:
        return draft
    cue = draft.cue[0].start
    who = _WHO.search(text, sentence.start, cue)
    if _LED_IN.fullmatch(text, sentence.start, cue):
        who = _DOER.match(text, draft.content[-1].end, sentence.end)
    return replace(draft, source=[Span(*who.span("who"))]) if who else draft


def _of_inner(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "A team said *a study* differs from others *and indicates* that": who said so does not indicate."""
    if not draft.source or not draft.cue or not _SHOWS.fullmatch(text, draft.cue[-1].start, draft.cue[-1].end):
        return draft
    inner = _SAID_OF.fullmatch(text, min(draft.source[0].end, draft.cue[0].start), draft.cue[0].start)
    return replace(draft, source=[Span(*inner.span("who"))], kind=None) if inner else draft


def _of_message(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "Passengers received *emails* telling them it was off and *warning* them": who gets them does not warn."""
    if not draft.cue or not text.startswith(" them ", draft.cue[-1].end):
        return draft
    got = _RECEIVED.search(text, sentence.start, draft.cue[0].start)
    return replace(draft, source=[Span(*got.span("who"))], kind=None) if got else draft


def _cuts_name(text: str, draft: Draft) -> bool:
    """ "Criticising *then-President Ann | Lind for* it": one name is not who speaks and whom it is about."""
    source, said = draft.source[0] if draft.source else None, draft.content[0] if draft.content else None
    if source is None or said is None or not draft.cue or source.start != draft.cue[-1].end + 1:
        return False
    return said.start == source.end + 1 and text[said.start].isupper() and source.of(text).split()[-1][0].isupper()


def _has_no_source(text: str, draft: Draft, sentence: Span) -> bool:
    """Whether it is not told who says it: "looked into *press reports* that", "was accused of fraud *by selling* it twice"."""
    if draft.source and _TOLD.fullmatch(text, draft.cue[0].start, draft.cue[-1].end):
        that = bool(draft.content) and text.endswith(" that ", 0, draft.content[0].start)
        heard = _HEARING.search(draft.source[0].of(text)) is not None
        return (
            that and not heard and draft.source[0].end < draft.cue[0].start
        )  # "*The council was reminded* that": by whom?
    if _HEARSAY.fullmatch(draft.cue[0].of(text)):
        return _OF_NOBODY.search(text, sentence.start, draft.cue[0].start) is not None
    return (
        bool(draft.source)
        and text.endswith(" by ", 0, draft.source[0].start)
        and _DOING.match(text, draft.source[0].start) is not None
    )


def _before_verdict(text: str, draft: Draft, said: Span, sentence: Span) -> Draft:
    """ "Claims that *the ferry was sold* | are wrong"."""
    source = draft.source[0] if draft.source else None
    if _BEGINS.fullmatch(text, draft.cue[0].start, draft.cue[0].end) and draft.cue[0].start == sentence.start:
        draft = replace(draft, source=[], kind=None)
    elif source is None or source.start != sentence.start:
        told = source is not None and _CLAIM_THAT.search(text, sentence.start, source.start) is not None
        return _without_verdict(text, draft, said) if told else draft
    if not _CLAIM.search(draft.cue[-1].of(text)):
        return draft
    return _without_verdict(text, draft, said)


def _without_verdict(text: str, draft: Draft, said: Span) -> Draft:
    found = _FOUND.search(text, said.start, said.end)
    kept = trimmed(text, Span(said.start, found.start())) if found else None
    return replace(draft, content=[kept]) if kept else draft
