"""What only leads to a content: "reported *last week that* …", "told *the hall that* …", "as the report notes *on page 40*, …"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.spans.addressees import addressee, is_clause
from claims.extraction.attribution.spans.widening import NEAR
from claims.extraction.lexicon import clauses
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.frames import ASKING, PROFESSING, PROMISING
from claims.extraction.lexicon.minds import INTENDING, MINDED, WANTING
from claims.extraction.lexicon.pronouns import SUBJECTS
from claims.extraction.types import Span

_WHEN = rf"(?:{clauses.WHEN}[ ,]+)"
_LED = re.compile(
    rf"(?:(?:however|though|meanwhile|too), )?(?:out )?(?:(?:only|simply|merely|also|again|publicly|more than once|repeatedly|often) )?{_WHEN}*that (?=\S)"
)  # "last week that …"
# "Had said *repeatedly they* would not": an adverb of saying that stands behind its verb.
_OFTEN = re.compile(
    r"(?:repeatedly|publicly|privately|openly|bluntly|flatly) (?:that )?(?=(?:he|she|they|it|we|I|the|there|this|no|[A-ZÀ-Þ][\w.'’-]*)\b)"
)
# "… *that* his heart had stopped, *and that* he was in danger": of two clauses the first may be lost.
_FIRST_CLAUSE = re.compile(
    r" (?:[^,;:.\"“”]{2,60} )?(?P<that>that )(?!the (?:same|following)\b)[^;:.\"“”]{8,160}?,? (?P<and>and that )(?=\S)"
)
_DATED = re.compile(rf"{_WHEN}+")
_NIGHT = re.compile(rf"{clauses.PART_OF_DAY}[ ,]+(?:that )?")
_SETTING = re.compile(r"(?:in|at|on|to|during|via|through|by|outside|before|after|from) [^,.;:\"“‘]{3,80}? that (?=\S)")
_SETTING_WITHOUT = re.compile(r"[^,.;:\"“‘]{3,60}? that (?=\S)")  # the same where the preposition was left outside
_LEFT_OUTSIDE = re.compile(r"\b(?:in|at|on|via|through) $")
_UNPROVEN = re.compile(r",? ?without (?:\w+ ){0,3}(?:evidence|proof|basis|details)(?: or \w+)?, (?:that )?(?=\S)")
_DAY_BEFORE = re.compile(r"(?:day|yesterday) $")
_AS_SAID = re.compile(r" [^,;:.\"“”]{2,60}, (?=\w)")
_TELLS_MORE = re.compile(r"(?:that|which|who) (?:had|has|have|was|were|is|are) ")
_HEAD = re.compile(r" (?:for|about|over) (?P<noun>(?:the|a|an|his|her|its|their) (?:[a-z-]+ ){1,3})")
# "*Passing sentence*, the judge told him": what somebody did while speaking.
_OPENING = re.compile(
    r"(?:Passing|Opening|Sentencing|Addressing|Giving|Delivering|Handing|Closing|Speaking|Writing|Summing|Defending|Prosecuting|Mitigating)\b[^.;\"“”]{0,80}, "
)
_OF_NOUNS = frozenset(
    "the a an both all his her its their our my your this these that those some any no every each what how".split()
)
_PLEA = re.compile(r"(?P<cue>pleaded|pleads|pleading|pled) (?P<no>not)$")
_CALLED = re.compile(r"\bcall(?:s|ed|ing)?$")
_ON = re.compile(r"(?P<on>on) (?=[^,;:.\"“”]{2,60} to [a-z])")
# Behind these "to" is a preposition: "pointed to", "admitted to", "testified to".
POINTING = frozenset(
    "point points pointed pointing admit admits admitted admitting confess confesses confessed refer refers referred referring object objects"
    " objected allude alludes alluded testify testifies testified attest attests attested appeal appeals appealed appealing swear swore objecting resigned".split()
)
_MEANING = PROMISING | PROFESSING | ASKING | WANTING | INTENDING | MINDED
_LAST_WORD = re.compile(r"(?P<word>[\w'’-]+) $")
_INFINITIVE = re.compile(r"to (?!(?:the|an?|his|her|its|their)\b)[a-z]+(?<!s)\b")


def with_infinitive(text: str, draft: Draft) -> Draft:
    """The draft whose "to" belongs to the verb of its content: "claims *to* represent 4,000 tenants"."""
    if not draft.cue or not draft.content:
        return draft
    cue, first = draft.cue[-1], draft.content[0]
    words = cue.of(text)
    goes_on = text[cue.end : first.start] == " " and text[first.start].islower()
    addressed = first.of(text).split(maxsplit=1)[0] in _OF_NOUNS
    if not words.endswith(" to") or not goes_on or addressed or words.split()[-2].lower() in POINTING:
        return draft
    at = cue.end - len("to")
    kept = trimmed(text, Span(cue.start, at))
    return (
        replace(draft, cue=[*draft.cue[:-1], kept], content=[Span(at, first.end), *draft.content[1:]])
        if kept
        else draft
    )


def with_particle(text: str, draft: Draft) -> Draft:
    """The draft with "not" in its plea, and "on" in its cue: "pleaded *not* guilty", "called *on* the mayor to resign"."""
    if not draft.cue or not draft.content:
        return draft
    cue, first = draft.cue[-1], draft.content[0]
    if first.start - cue.end != 1:
        return draft
    plea = _PLEA.search(text, cue.start, cue.end)
    if plea and text.startswith("guilty", first.start):
        whole = Span(plea.start("no"), first.end)
        return replace(
            draft, cue=[*draft.cue[:-1], Span(cue.start, plea.end("cue"))], content=[whole, *draft.content[1:]]
        )
    called = _CALLED.search(text, cue.start, cue.end)
    on = _ON.match(text, first.start, first.end) if called else None
    if on is None:
        return draft
    return replace(
        draft,
        cue=[*draft.cue[:-1], Span(cue.start, on.end("on"))],
        content=[Span(on.end(), first.end), *draft.content[1:]],
    )


def with_head(text: str, draft: Draft) -> Draft:
    """The draft with the noun that its content only tells more of: "apologised for *the delay* that had stranded 300 people"."""
    if not draft.cue or not draft.content or not _TELLS_MORE.match(text, draft.content[0].start):
        return draft
    first = draft.content[0]
    head = _HEAD.fullmatch(text, draft.cue[-1].end, first.start)
    return replace(draft, content=[Span(head.start("noun"), first.end), *draft.content[1:]]) if head else draft


def with_first_clause(text: str, content: list[Span], draft: Draft) -> list[Span]:
    """ "Told a meeting *that it was too dear*, and that Norland would not pay": with the first of two clauses, of which the second was taken."""
    if not draft.cue or len(content) != 1 or content[0].start < draft.cue[-1].end:
        return content
    if draft.source and draft.source[-1].end > draft.cue[-1].end:
        return content
    first = _FIRST_CLAUSE.match(text, draft.cue[-1].end, content[0].end)
    within = first is not None and first.start("and") - 1 <= content[0].start <= first.end()
    return [Span(first.end("that"), content[0].end)] if first and within else content


def without_lead(text: str, draft: Draft) -> list[Span]:
    """The content from where it begins: behind "that", and behind the time at which it was said."""
    if not draft.cue:
        return draft.content
    after = draft.cue[-1].end
    if (
        len(draft.content) > 1
        and draft.source
        and _OPENING.fullmatch(text, draft.content[0].start, draft.source[0].start)
    ):
        draft = replace(draft, content=draft.content[1:])
    out = [_without_joint(text, span, draft.source) for span in draft.content]
    for index, span in enumerate(out):
        if after <= span.start <= after + NEAR:
            as_said = (
                _AS_SAID.match(text, after, span.end) if draft.source and _is_aside(text, draft.source[0]) else None
            )
            start = (
                as_said.end() if as_said else span.start + (_lead(text, span) or addressee(text, span, draft.cue[-1]))
            )
            out[index] = (trimmed(text, Span(start, span.end)) if start < span.end else None) or span
            break
    return out


def _means_to(text: str, span: Span) -> bool:
    """ "Pledged *to end a rule* that limits dues": of verbs of promising and wanting "to" leads to what is promised, unless it is said to several."""
    before = _LAST_WORD.search(text, max(0, span.start - NEAR), span.start)
    if before is None or not _INFINITIVE.match(text, span.start, span.end):
        return False
    return before["word"].lower() in _MEANING


def _is_aside(text: str, source: Span) -> bool:
    """ "*As the report notes* drily on page 40, the plumbers paid": what is said begins behind the comma."""
    return text[max(0, source.start - 3) : source.start] == "As "


def _without_joint(text: str, span: Span, source: Sequence[Span]) -> Span:
    """Without the "that" between a content's first part and its source: "a practice *that* Ellery has described as"."""
    joint = re.search(r",? (?:that|which|who)$", span.of(text))
    if joint and any(0 <= other.start - span.end <= 2 for other in source):
        return Span(span.start, span.start + joint.start())
    return span


def _lead(text: str, span: Span) -> int:
    """How many characters of the span only lead to it."""
    words = span.of(text)
    if (bare := _UNPROVEN.match(words)) and is_clause(words[bare.end() :]):
        return bare.end()
    if often := _OFTEN.match(words):
        return often.end()
    if led := _LED.match(words):
        return led.end() if is_clause(words[led.end() :]) else 0
    if _DAY_BEFORE.search(text, max(0, span.start - 12), span.start) and (night := _NIGHT.match(words)):
        return night.end()
    outside = _SETTING_WITHOUT.match(words) if _LEFT_OUTSIDE.search(text, max(0, span.start - 10), span.start) else None
    if outside and is_clause(words[outside.end() :]):
        return outside.end()
    for pattern in (_DATED, _SETTING):
        lead = pattern.match(words)
        clause = lead is not None and bool((SUBJECTS | AUXILIARIES) & set(lead.group().split()))
        # No lead: "in the last week *he* asked so that".
        if lead and not clause and not _means_to(text, span) and is_clause(words[lead.end() :]):
            return lead.end()
    return 0
