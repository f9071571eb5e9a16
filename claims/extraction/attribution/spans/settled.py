"""What the words right around a cue settle, whatever the reader saw: whose verb it is, and what cannot be part of what is said."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import FINITE, Draft, cut_out, trimmed
from claims.extraction.attribution.frames.words import ACT_FORMS
from claims.extraction.attribution.spans.empty import says_nothing
from claims.extraction.attribution.subjects import Words, can_speak, subject
from claims.extraction.lexicon.clauses import AUXILIARIES, BE
from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.types import Quotation, Span

REACH = 60  # characters before a cue in which its pronoun or the name that it explains may stand

_PRONOUN = re.compile(
    r"(?:^|[\s,\"“‘'(—–-])((?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]e|(?<=which )it))(?:['’](?:s|d|ve|re))? (?:(?:has|have|had|also|then|later|first|once|now|even|ever|\w+ly) )*$"
)
_LAST_PRONOUN = re.compile(r"\w (?P<who>he|she)$")  # "issued through his lawyer *he* said"
_THEN_PRONOUN = re.compile(r", (?P<who>he|she|they|I|we)$")
# "*Full Fact*, a fact-checking charity, said": the name that a description explains.
_NAME = re.compile(
    r"(?:^|(?<=[\s\"“‘'(]))(?P<name>(?:[Tt]he )?[A-ZÀ-Þ][\w.&'’-]*(?:(?: (?:of|the|for|and|de|von|van|al|bin))* [A-ZÀ-Þ][\w.&'’-]*){0,6}), $"
)
_ONE_OF = re.compile(
    r"(?:^|(?<=[\s\"“‘'(]))(?P<name>(?:[Oo]ne|[Tt]wo|[Aa]nother) of (?:the|those|its|his|her|their) [^,.;:\"“”]{3,60}), $"
)
_DESCRIPTION = re.compile(r"(?:^|(?<=[\s,]))(?:an?|the|its|their|one of the|part of the) (?:[\w'’-]+ ){0,4}$")
# Who is asked has not yet answered.
_ASKED = re.compile(r"(?:When )?(?:asked|pressed|challenged|questioned|quizzed|grilled)\b", re.IGNORECASE)
_NOT = re.compile(r"n?['’]t\b")  # "*Don*’t say that" names nobody
_TELLS = frozenset("told tells informed assured reminded".split())
_OWNER = re.compile(r"(?P<who>(?:[\w.-]+ ){0,4}?[\w.-]+)['’]s? (?=[a-z])")
_CAPITAL_LAST = re.compile(r" ([A-ZÀ-Þ][a-zà-ÿ]+)$")
_NAME_BEFORE = re.compile(
    r"(?:^|(?<=[\s\"“”‘’'(]))(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: (?:(?:de|von|van|al|bin|der|la) )?[A-ZÀ-Þ][\w.'’-]*){0,4}) (?:(?:has|have|had|also|later|then) )*$"
)
_BEHIND_QUOTE = re.compile(r"[,!?][\"”’] (?P<who>[A-ZÀ-Þ][^\"“”;:]{2,110}?),? (?:(?:has|have|had|also|later) )*$")
TAG = 140  # characters of a speaker with a description between a quotation and "told"
_AS_SAYING = re.compile(r" as (?:saying|telling|claiming|writing)\b")
_CITED = re.compile(r" ([^,;:.\"“”]+)")
_BOASTED_TO = re.compile(r"(?!according)(?:\w+ )*\w+ to", re.IGNORECASE)  # behind such a cue stands who is spoken to
_RELAYED = re.compile(
    r"(?:to )?(?P<who>[^,;:\"“”]{3,60}, (?:an?|the|his|her|its|their) [^,;:\"“”]{3,90}), (?P<relay>(?:[Tt]he )?[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3})"
)
_SAYS = re.compile(r" (?:said|says|reported|reports|added|wrote|writes)\b")
_OBJECT = re.compile(r" (?!(?:in|at|on|by|to|for|with|from|during|after) )\w")


def settled(text: str, draft: Draft, sentence: Span) -> Draft | None:
    """The draft with the source that the words before its cue name; None where nobody says anything."""
    if not draft.cue or draft.bare:
        return draft
    draft = _as_saying(text, _told_by(text, _without_name_in_cue(text, draft), sentence))
    draft = _without_relay(text, draft)
    draft = _quoted_one(text, _cited(text, draft, sentence), sentence)
    draft = replace(draft, content=_with_article(text, draft))
    asked = draft.cue[0].start == sentence.start and _ASKED.match(text, sentence.start)
    if asked or says_nothing(text, draft) or any(_NOT.match(text, span.end) for span in draft.source):
        return None
    draft = _explained(text, _of_own_sentence(text, _by_pronoun(text, draft, sentence), sentence))
    return _with_name(text, draft, sentence)


def kept_in(text: str, draft: Draft, sentence: Span, quotations: Sequence[Quotation]) -> Draft:
    """The draft with its content out of its own cue, out of what was asked, and inside the quotation in which it is said."""
    if not (draft.cue and draft.content) or draft.bare:
        return draft
    content = [piece for span in draft.content for piece in _without_cue(text, span, draft)]
    if not any(one.overlaps(sentence) or _is_quoted(one, quotations) for one in content):
        return replace(draft, content=[])  # of the next sentence, and not quoted
    object_ = _OBJECT.match(text, draft.cue[-1].end, sentence.end)
    if object_ and draft.anchor.of(text) in ACT_FORMS and not any(one.overlaps(sentence) for one in content):
        return replace(
            draft, content=[]
        )  # "Pike *blames Lund*. “Bob is a genius,” he told me": the next sentence is another's
    if len(content) > 1 and content[0].start == sentence.start and _ASKED.match(text, content[0].start):
        content = content[1:]
    around = next(
        (
            one.span
            for one in quotations
            if not one.scare and one.span.contains(draft.anchor) and one.span != draft.anchor
        ),
        None,
    )
    if around:
        content = [
            kept
            for span in content
            if span.overlaps(around)
            and (kept := trimmed(text, Span(max(span.start, around.start), min(span.end, around.end))))
        ]
    return replace(draft, content=content) if content or around else draft


def _without_relay(text: str, draft: Draft) -> Draft:
    """ "…, according to Karl Orr, a lawyer, *the agency said*": who relays it is another than who is relayed."""
    source = draft.source[0] if draft.source else None
    relayed = _RELAYED.fullmatch(text, source.start, source.end) if source else None
    if source is None or relayed is None or not _SAYS.match(text, source.end):
        return draft
    who, relay = Span(*relayed.span("who")), Span(*relayed.span("relay"))
    if draft.cue[0].of(text).lower() == "according to":
        return replace(draft, source=[who, *draft.source[1:]])
    behind = text.endswith("according to ", 0, who.start)
    return replace(draft, source=[relay], kind=None) if behind and draft.cue[0].start > source.end else draft


def _cited(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "“…,” said Ann Holt, *citing* a court paper": what is cited stands behind the cue."""
    relays = bool(draft.source) and draft.source[0].start > draft.anchor.start
    if draft.anchor.of(text) != "citing" or relays or not draft.content or draft.content[-1].end > draft.anchor.start:
        return draft
    behind = _CITED.match(text, draft.anchor.end, sentence.end)
    said = trimmed(text, Span(*behind.span(1))) if behind else None
    return replace(draft, content=[said]) if said else draft


def _quoted_one(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "…, reports Radio Velm, *quoting the plaintiff*": who is quoted said it, and the station does so by its own verb."""
    if draft.anchor.of(text) != "quoting" or not draft.content or draft.content[-1].end > draft.anchor.start:
        return draft
    behind = _CITED.match(text, draft.anchor.end, sentence.end)
    if behind is None or not can_speak(behind.group(1).split()):
        return draft
    return replace(draft, source=[Span(*behind.span(1))], cue=[draft.anchor], kind=None)


def _is_quoted(span: Span, quotations: Sequence[Quotation]) -> bool:
    return any(quotation.span.overlaps(span) for quotation in quotations)


def _with_article(text: str, draft: Draft) -> list[Span]:
    """ "said *the* figure was wrong": an article between a cue and its content belongs to the content."""
    after = draft.cue[-1].end
    return [
        Span(after + 1, span.end) if text[after : span.start].lower() in (" the ", " a ", " an ") else span
        for span in draft.content
    ]


def _without_cue(text: str, span: Span, draft: Draft) -> list[Span]:
    """The content without a cue at its beginning."""
    return cut_out(text, span, draft.anchor) if span.start == draft.anchor.start else [span]


def _by_pronoun(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "The leader was heckled when *he* said": a pronoun right before the cue is its subject."""
    cue, first = draft.cue[0], draft.source[0] if draft.source else None
    if cue.of(text).split()[0].lower() in BE:
        return draft  # "he was accused"
    words = cue.of(text).lower().split()
    if len(words) > 1 and words[0] not in AUXILIARIES | FINITE and words[-1] in FINITE:
        return draft  # "the survey on which he relies asked"
    found = _PRONOUN.search(text, max(sentence.start, cue.start - REACH), cue.start)
    if found and (first is None or first.end <= found.start(1) or not first.overlaps(sentence)):
        taken = any(span.contains(Span(*found.span(1))) for span in draft.content)
        return draft if taken else replace(draft, source=[Span(*found.span(1))], kind=None)
    # "Mr. Mercer's numbers, *she* told a lunch": a pronoun explains nothing, what stands before it is said.
    alone = _LAST_PRONOUN.search(first.of(text)) if first and first.end <= cue.start else None
    if first and alone:
        return replace(draft, source=[Span(first.start + alone.start("who"), first.end)], kind=None)
    joint = _THEN_PRONOUN.search(first.of(text)) if first and first.end <= cue.start else None
    if not first or not joint:
        return draft
    who = Span(first.start + joint.start("who"), first.end)
    before = trimmed(text, Span(first.start, first.start + joint.start()))
    content = (
        sorted([before, *draft.content])
        if before and not any(span.overlaps(before) for span in draft.content)
        else draft.content
    )
    return replace(draft, source=[who, *draft.source[1:]], content=content, kind=None)


def _without_name_in_cue(text: str, draft: Draft) -> Draft:
    """ "said *Per* Holm": a capital inside a sentence is no preposition but a name."""
    cue, source = draft.cue[-1], draft.source[0] if draft.source else None
    own = _OWNER.match(text, cue.start, cue.end) if source and source.overlaps(cue) else None
    if source and own:  # "*Larkin's* allegation": whose it is is no part of the cue
        told = any(word.lower() in VERB_OF for word in text[source.start : cue.start].split())
        who = Span(
            cue.start if told else min(source.start, cue.start), own.end("who")
        )  # "Orbano denied *critics'* claims"
        return replace(draft, cue=[*draft.cue[:-1], Span(own.end(), cue.end)], source=[who], kind=None)
    if (
        len(draft.cue) == 1 and text.startswith("I ", cue.start) and cue.end > cue.start + len("I ")
    ):  # "In it | *I argued*"
        return replace(draft, cue=[Span(cue.start + 2, cue.end)], source=[Span(cue.start, cue.start + 1)], kind=None)
    name = _CAPITAL_LAST.search(text, cue.start, cue.end)
    if source is None or name is None or source.start != cue.end + 1:
        return draft
    return replace(
        draft,
        cue=[*draft.cue[:-1], Span(cue.start, name.start())],
        source=[Span(name.start(1), source.end), *draft.source[1:]],
    )


def _as_saying(text: str, draft: Draft) -> Draft:
    """ "One man *is quoted as saying*": one cue, and no word of it is said."""
    cue = draft.cue[-1]
    behind = (
        _AS_SAYING.match(text, cue.end) if draft.anchor.of(text).lower() in ("quoted", "cited", "reported") else None
    )
    if behind is None:
        return draft
    whole = Span(cue.start, behind.end())
    content = [piece for span in draft.content for piece in cut_out(text, span, whole)]
    return replace(draft, cue=[*draft.cue[:-1], whole], content=content or draft.content)


def _subject(text: str, draft: Draft, sentence: Span) -> Span | None:
    """The noun phrase right before the draft's verb in its sentence, where that is plain."""
    words = Words.of(text, sentence)
    verb = next((at for at, word in enumerate(words.spans) if word == draft.anchor), None)
    return subject(words, verb) if verb else None


def _told_by(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "…," *Berkov* told the judge: who stands behind "told" is spoken to."""
    cue = draft.cue[0]
    behind = bool(draft.source) and draft.source[0].start >= cue.end
    if (
        not behind
        or not (draft.anchor.of(text).lower() in _TELLS or _BOASTED_TO.fullmatch(cue.of(text)))
        or text[max(0, draft.source[0].start - 3) : draft.source[0].start] == "by "
    ):
        return draft
    own = _subject(text, draft, sentence)
    named = None if own else _NAME_BEFORE.search(text, max(sentence.start, cue.start - REACH), cue.start)
    own = own or (Span(*named.span("name")) if named else None)
    tagged = None if own else _BEHIND_QUOTE.search(text, max(sentence.start, cue.start - TAG), cue.start)
    if tagged:  # "…," Haldane, *then head of the service, told* lawmakers
        own = Span(*tagged.span("who"))
        return replace(
            draft, source=[own], content=[p for s in draft.content for p in cut_out(text, s, own)], kind=None
        )
    if own is None or any(own.overlaps(span) for span in draft.content):
        return draft
    return replace(draft, source=[own], kind=None)


def _of_own_sentence(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "The agency disputes it. *Water North*, the industry body, *blames* farms": not whoever spoke in the sentence before."""
    cue = draft.cue[0]
    if not draft.source or any(span.overlaps(sentence) for span in draft.source) or not sentence.contains(cue):
        return draft
    own = _subject(text, draft, sentence) if draft.anchor.of(text).lower() in FINITE else None
    taken = own is None or any(own.overlaps(span) for span in (*draft.content, *draft.cue))
    return draft if own is None or taken else replace(draft, source=[own], kind=None)


def _explained(text: str, draft: Draft) -> Draft:
    """ "*Water North*, the industry body, blames", "Haldane, *then its head*, told": no part of a described name is content."""
    if len(draft.source) != 1 or len(draft.content) < 2:
        return draft
    name, source, cue = draft.content[0], draft.source[0], draft.cue[0]
    between = [span for span in draft.content if source.end < span.start and span.end <= cue.start]
    if (
        len(between) == 1
        and text[source.end : between[0].start] == ", "
        and text[between[0].end : cue.start].strip(" ") == ","
    ):
        rest = [span for span in draft.content if span not in between]
        return replace(draft, source=[Span(source.start, between[0].end)], content=rest)
    told = (
        text[name.end : source.start] == ", "
        and text[source.end : source.end + 1] == ","
        and name.of(text)[0].isupper()
    )
    if not told or not source.end < cue.start <= source.end + 3:
        return draft
    return replace(draft, source=[Span(name.start, source.end)], content=draft.content[1:], kind=None)


def _with_name(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "Full Fact, a fact-checking charity, said": where only the description was taken, its article and the name before it too."""
    if not draft.source or not text[draft.source[0].start].islower():
        return draft
    source = draft.source[0]
    start = source.start
    if not re.match(r"(?:an?|the|its|their)\b", source.of(text)):
        led = _DESCRIPTION.search(text, max(sentence.start, start - REACH), start)
        start = led.start() if led else start
    if text[source.end : source.end + 1] != "," or not re.match(
        r"(?:an?|the|its|their|one|part)\b", text[start : source.end]
    ):
        return draft
    named = next(
        (one for of in (_NAME, _ONE_OF) if (one := of.search(text, max(sentence.start, start - REACH), start))), None
    )
    if not named or any(span.overlaps(Span(named.start("name"), source.end)) for span in (*draft.cue, *draft.content)):
        return draft
    return replace(draft, source=[Span(named.start("name"), source.end), *draft.source[1:]], kind=None)
