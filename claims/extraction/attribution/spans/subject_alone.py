"""Sources that the reader took a clause for: "The union does not rule it out, *saying*" is said by the union."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.attribution.places import Around, Places
from claims.extraction.attribution.spans.own_head import tells_of_document
from claims.extraction.attribution.spans.participles import describes
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.bodies import DOCUMENT_HEADS
from claims.extraction.lexicon.clauses import PASTS, RELATIVES, TAKEN_UP
from claims.extraction.lexicon.cues import REPORTS
from claims.extraction.lexicon.people import GROUPS, OFFICIAL_GROUPS
from claims.extraction.types import Sentence, Span

# Something is there before it speaks: "*There is* a girl who told me".
_THERE = re.compile(r"[Tt]here (?:is|are|was|were|(?:has|have|had) been) ")
# "a charge *the panel* termed baseless": what is judged is no part of who judges it.
_JUDGED = re.compile(
    rf"(?:(?:an?|the) )?(?:[\w-]+ )?(?:{'|'.join(sorted(TAKEN_UP))}) (?:that |which )?(?=(?:the|his|her|its|their) |[A-ZÀ-Þ]|[a-z]+s$)"
)
_JOINT = re.compile(r"(?:where|when|while|that|because|as|although|though|after|before|if) (?=[a-zA-Z])")
_WHEN = re.compile(r"(?:In|On|At|After|Before|During|Since|By) [^,\"“]{2,40}, (?=(?:an?|the) )")
# "In a speech at *think tank North Council's seat, Petersen* said": what leads to the subject ends at its comma.
_LEAD = re.compile(
    r"(?:In|On|At|After|Before|During|Since|By|With|Under|From|Speaking|According to|Despite|Unlike|Given|Amid|Following|Because of) ?[^,;:\"“]*$"
)
# "Sen. Joan Rusk, *Iowa Republican*, said": what stands behind the comma is no second person.
_PARTY = re.compile(r"(?:Republican|Democrat|[Ii]ndependent|Libertarian|Conservative|Green)s?$")
# "Despite the change from his forerunner, Tom Vale, *unions* said": a name that only ends what leads in does not speak.
_FRONTED = re.compile(
    r"(?:Despite|Unlike|Like|After|Before|Under|Following|With|Without|Amid|Since) [^,.;\"“]{3,80}, [A-Z][^,.;\"“]{2,60}, (?P<who>(?:[a-z]+ ){0,2}[a-z]+)$"
)
_LED = re.compile(
    r"[^,;:\"“]*[a-z][^,;:\"“]*, (?=[A-ZÀ-Þ]|the |an? |he |she |they |only |just |some |many |most |several )"
)
_VERB = re.compile(
    r" (?:was|were|is|are|has|have|had|would|could|will|can|may|might|must|should|do|does|did|never)(?= |$)"
)
_OPEN = re.compile(rf"\b(?:{'|'.join(sorted(RELATIVES))}|when|what|whatever|why|how)\b", re.IGNORECASE)
_PRONOUN = re.compile(r" (?:he|she|it|they|we|you|I)$")
_NOUN = re.compile(r" [a-z]{3,}")
_OWNED = re.compile(r"['’]s? (?P<noun>[a-z]+)(?= )")
_OWNED_MORE = re.compile(r"['’]s? [a-z-]+ (?P<noun>[a-z]+)(?= )")
_DESCRIBED = re.compile(r"(?P<who>[^,]+), (?:who|which) [^,]+, [a-z]")
_THAT = re.compile(r" (?:that )?")
# "The team used drones *to* conclude": the verb before tells where the subject ends.
# "Its defenders *responded with the surprising* claim": who answers ends before the verb.
_ANSWERED = re.compile(
    r"^(?P<who>.*?[^\W_]) (?:has |have |had )?(?:responded|replied|countered|reacted|answered|hit back|came back|came out|emerged)(?: \w+ly)? with"
    r"(?: (?:the|an?|his|her|their|its|\w+))?(?: [\w-]+){0,2}$"
)
# "A journal published *a report by the team*, saying": what was put out says it.
_PUT_OUT = re.compile(
    rf" (?:published|released|issued|posted|filed|circulated|unveiled) (?P<what>(?:an?|the|its|his|her|their|another) (?:[\w-]+ ){{0,3}}?(?:{'|'.join(sorted(DOCUMENT_HEADS))})\b.*)"
)
# "In *it I* argued that …": the book is not who argues.
_I = re.compile(r"(?:it|this|that|them) (?=I$)")
# "*Reports* citing sources in the party *have indicated*": whoever cites them says it.
_CITING = re.compile(
    r"(?P<who>(?:[A-Z][\w'’-]+ |[a-z]+ ){0,2}?(?:[Rr]eports?|[Mm]edia|[Oo]utlets|[Nn]ewspapers?|[Aa]gencies)) (?:citing|quoting) $"
)
LEAST = 60  # letters before a source in which that stands
# Who did the one did the other.
_DID = re.compile(
    rf"(?P<who>(?:[^\W\d_][\w.'’-]* ){{0,6}}?(?:[A-ZÀ-Þ][\w'’-]+|[Hh]e|[Ss]he|[Tt]hey)) (?:[a-z]+ed|{'|'.join(sorted(PASTS))}) "
    r"(?!by |in |at |from |with |as |to |on )"
)
# "Holt denied | *critics’* allegations that": who denies them has not made them.
_JUDGES = re.compile(
    r"[^,;:.]{2,60}? (?:denied|rejected|dismissed|disputed|refuted|rebutted|ridiculed|mocked|countered|contradicted|challenged) (?=[^,;:.]+['’]s?$)"
)
_SAYING = frozenset("saying adding arguing claiming insisting calling telling warning suggesting noting".split())
_BEFORE_RELATIVE = re.compile(r" [a-z-]+(?=, (?:which|who) )")
_PURPOSE = re.compile(r"^(?P<who>[^,;:]*?[^\W_]) (?:used|\w+ed|began|went on|chose)(?: [^,;:]*)? to$")


def alone(text: str, sentences: Sequence[Sentence], found: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts with sources that end where their verb begins, and begin behind the cue of whoever reports them.

    "Harbour Radio reported the mayor *said*" has the mayor for its source. A participle before a noun is no cue: "over alleged plots".
    """
    cues = Places(span for draft in found for span in draft.cue)
    longest = _longest(found)
    around = Around(sentences)
    for draft in found:
        if draft.bare or not draft.cue or not draft.source:
            yield draft
        elif not describes(text, draft):
            sentence = around.sentence(draft.anchor)
            if tells_of_document(text, draft.cue[0], sentence):
                continue
            around_it = [_around(text, span, draft, longest.values()) for span in draft.source]
            whole = [_to_its_noun(text, span, longest, draft) for span in around_it]
            source = [_alone(text, _behind_lead(text, span, draft, sentence), draft, cues) for span in whole]
            yield draft if source == draft.source else replace(draft, source=source)


def doer_alone(text: str, draft: Draft) -> Draft:
    """The draft whose source ends before what it does besides: "*Lind* scolded both Berg and Holt, who had left, *saying*"."""
    if not draft.cue or len(draft.source) != 1 or not draft.cue[0].of(text).islower():
        return draft
    source = draft.source[0]
    if draft.cue[-1].of(text) in REPORTS and (judge := _JUDGES.match(text, source.start, source.end)):
        return replace(draft, source=[Span(judge.end(), source.end)], kind=None)
    if draft.cue[0].of(text) not in _SAYING:
        return draft
    did = _DID.match(text, source.start, source.end) if text[source.end : draft.cue[0].start] == ", " else None
    return replace(draft, source=[Span(source.start, did.end("who"))], kind=None) if did else draft


def _longest(found: Sequence[Draft]) -> dict[int, Span]:
    """For each place where sources begin, the longest of them that ends before its cue."""
    spans = [one.source[0] for one in found if one.source and one.cue and one.source[0].end < one.cue[0].start]
    return {span.start: span for span in sorted(spans)}


def _around(text: str, source: Span, draft: Draft, others: Collection[Span]) -> Span:
    """The whole phrase of which only "by whom" was taken: "*A report | by the committee* found … and recommended"."""
    if not text.startswith(("by ", "By "), source.start) or source.end > draft.cue[0].start:
        return source
    return next((other for other in others if other.contains(source)), source)


def _to_its_noun(text: str, source: Span, longest: dict[int, Span], draft: Draft) -> Span:
    """The whole source of which only the first words were taken: "his campaign | manager … and *predicted*", "the central | bank"."""
    head = _BEFORE_RELATIVE.match(text, source.end) if source.end < draft.cue[0].start else None
    if head is not None:
        return Span(source.start, head.end())  # "shareholder | *capitalism*, which calls for"
    noun = _NOUN.match(text, source.end) if source.end < draft.cue[0].start else None
    if noun is None:
        return source
    whole = longest.get(source.start, source)
    begun = whole == source and noun.end() < draft.cue[0].start and not can_speak(source.of(text).split())
    return Span(source.start, noun.end()) if begun and can_speak(noun.group().split()) else whole


def _behind_lead(text: str, source: Span, draft: Draft, sentence: Span) -> Span:
    fronted = _FRONTED.match(text, sentence.start, source.end) if source.end < draft.cue[0].start else None
    if fronted and fronted["who"].split()[-1] in GROUPS | OFFICIAL_GROUPS and source.start < fronted.start("who"):
        return Span(fronted.start("who"), source.end)
    led = _LED.match(text, source.start, source.end) if source.end < draft.cue[0].start else None
    if led is None or not sentence.start < source.start:
        return source
    before = text[sentence.start : source.start]
    # "Under questioning from her lawyer, *Ida Roth, Wanda Pell* said": two people, of whom the second speaks.
    listed = (
        before.endswith(", ")
        and "," not in text[source.end - 1 : source.end + 1]
        and _LEAD.match(before[:-2])
        and text[led.end()].isupper()
        and not _PARTY.search(text[led.end() : source.end].rstrip(" ,"))
    )
    return Span(led.end(), source.end) if listed or _LEAD.match(before) else source


def _alone(text: str, source: Span, draft: Draft, cues: Places) -> Span:
    if source.start > draft.cue[0].start:
        return source
    if source.start < draft.anchor.start < source.end:  # "The institute *disagrees: it* reckons"
        source = trimmed(text, Span(source.start, draft.anchor.start)) or source
    if citing := _CITING.search(text, max(0, source.start - LEAST), source.start):
        return Span(citing.start("who"), citing.end("who"))
    span = _with_possessed(text, _behind_others(text, source, draft, cues), draft)
    if draft.anchor.of(text).endswith("ing") and (goes_on := _of_going_on(text, span)):
        return goes_on
    if own := _I.match(text, span.start, span.end):
        return Span(own.end(), span.end)
    up_to_cue = text[span.start : draft.cue[0].start].rstrip() if span.end < draft.cue[0].start else span.of(text)
    purpose = _PURPOSE.match(span.of(text)) or _PURPOSE.match(up_to_cue)  # "*The team used drones* to conclude"
    if verb_within := purpose or _ANSWERED.match(span.of(text)):
        return Span(span.start, span.start + verb_within.end("who"))
    joint = _JOINT.match(text, span.start, span.end)
    span = Span(joint.end(), span.end) if joint else span
    lead = (
        _JUDGED.match(text, span.start, span.end)
        or _THERE.match(text, span.start, span.end)
        or _WHEN.match(text, span.start, span.end)
    )
    start = lead.end() if lead else span.start
    verb = _VERB.search(text, start, span.end)
    if verb is not None and verb.start() > start and not _is_inside(text, Span(start, verb.start())):
        span = Span(start, verb.start())
    return trimmed(text, Span(start, span.end)) or source


def _of_going_on(text: str, span: Span) -> Span | None:
    """Who goes on "saying", where the reader took the whole clause before it: somebody told of beside it, or what was put out."""
    described = _DESCRIBED.match(text, span.start, span.end)
    if described:  # "The candidate, who promised it, brushed it aside, *telling*"
        return Span(span.start, described.end("who"))
    put_out = _PUT_OUT.search(text, span.start, span.end)
    return Span(put_out.start("what"), span.end) if put_out and put_out.end() == span.end else None


def _with_possessed(text: str, source: Span, draft: Draft) -> Span:
    """ "*Marlow's campaign* did not dispute it but accused": not Marlow."""
    if not text[source.start].isupper():
        return source
    for pattern in (_OWNED, _OWNED_MORE):
        owned = pattern.match(text, source.end)
        if owned and owned.end() <= draft.cue[0].start and can_speak([owned.group("noun")]):
            return Span(source.start, owned.end())
    return source


def _behind_others(text: str, source: Span, draft: Draft, cues: Places) -> Span:
    for cue in cues.overlapping(source):
        inside = source.start < cue.start and cue.end < source.end and cue not in draft.cue
        if inside and not _OPEN.search(text, source.start, cue.start) and text[cue.end - 1].isalpha():
            if draft.anchor.of(text).endswith("ing"):  # "Carroll agreed with Ruiz, *saying*"
                return Span(source.start, cue.start - 1)
            after = _THAT.match(text, cue.end)
            return Span(after.end(), source.end) if after else source
    return source


def _is_inside(text: str, before: Span) -> bool:
    """Whether the verb behind these words belongs to a clause about the source: "the woman he *was* seen with"."""
    words = before.of(text)
    return bool(_OPEN.search(words)) or bool(_PRONOUN.search(words))
