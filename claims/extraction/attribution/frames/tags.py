"""Speech tags with verbs that no table holds: a quotation with a comma, and who "fumed", "sobbed" or "shot back" it."""

import re
from collections.abc import Iterator, Sequence

from claims.extraction.attribution.drafts import FINITE, Draft
from claims.extraction.attribution.places import Around, Places
from claims.extraction.attribution.quoting import MOSTLY, SPOKEN, Anchors, held, words_in
from claims.extraction.attribution.stretches import Stretches
from claims.extraction.attribution.subjects import Words, can_speak, subject
from claims.extraction.lexicon.clauses import NO_TAGS
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.lexicon.participles import PAST_FORMS
from claims.extraction.types import Quotation, Sentence, Span

SURE = 0.7  # that a quotation with a comma is said by whoever stands behind it

_VERB = r"(?P<verb>[a-z]{2,}(?:ed|s)|" + "|".join(sorted(PAST_FORMS)) + r")(?: (?P<particle>back|out|on|up|in))?"
_PARTICLES = frozenset("back out on up in".split())
_PROPER = r"(?:[A-Z][\w'’-]*|[A-Z][a-z]{0,3}\.(?= [A-Z]))"
_NAME = (
    r"(?P<who>(?:he|she|they)|(?:(?:the|an?|one|his|her|its|their|two|another) )?(?:[a-z][\w'’-]* ){0,5}?"
    rf"(?:{_PROPER}(?: (?:of |de |van |al-)?{_PROPER})*|[a-z-]+))"
)
_BEHIND = re.compile(
    rf" {_VERB} (?P<by>{_NAME.replace('who', 'name')})(?=[,.;:]| (?:in|on|at|as|to|of|with|from|after|when|who|whose|outside|told)\b|$)"
)
_AFTER = re.compile(
    rf" {_NAME} {_VERB}(?=[,.;:]| (?:in|on|at|as|to|of|after|when|during|outside|back|me|us|him|her|them|reporters)\b|$)"
)

NEAR_BY = 14
_TO_WHOM = re.compile(r"(?: (?:me|us|him|her|them|reporters))?, ")
_NEAR = 80  # characters
_GESTURE = re.compile(
    rf"(?:^|(?<=[ \n]))(?P<who>[Hh]e|[Ss]he|(?-i:{_PROPER}(?: {_PROPER}){{0,2}})) (?:just |only |simply )?"
    r"(?P<verb>(?:nod|laugh|smile|shrug|grin|sigh|frown|pause|beam|wince|hesitate|chuckle|bristle)(?:s|d|ed|ned)?)(?: (?:at|over) (?:this|that|it)| again)?\. $"
)


def tagged(
    text: str,
    sentences: Sequence[Sentence],
    found: Sequence[Draft],
    quotations: dict[int, list[Quotation]],
    stretches: Stretches,
) -> Iterator[Draft]:
    """A draft for each quotation that nobody says yet, and behind which a verb and somebody stand."""
    around = Around(sentences)
    cues = Places(span for draft in found for span in draft.cue)
    said = [draft for draft in found if draft.cue]
    anchors = Anchors(said)
    for passage, marks in quotations.items():
        for quotation in marks:
            if quotation.inside is not None or not quotation.closed or len(words_in(text, quotation.span)) < SPOKEN:
                continue
            if any(held(text, said[near].content, quotation.span) >= MOSTLY for near in anchors.near(quotation.span)):
                continue
            made = _tag(text, quotation.span) or _lead(text, quotation.span, around.sentence(quotation.span))
            made = made or _gesture(text, quotation.span)
            stretch = stretches.at(quotation.span) if made else None
            if made and stretch is not None and not cues.overlapping(made[1]):
                source, cue = made
                end = max(source.end, cue.end)
                goes_on = [mark.span for mark in marks if mark.span.start > end and _continues(text, end, mark.span)]
                yield Draft(
                    stretch,
                    passage,
                    cue,
                    bare=False,
                    score=SURE,
                    source=[source],
                    cue=[cue],
                    content=[quotation.span, *goes_on],
                    kind=None,
                )


def _continues(text: str, end: int, quotation: Span) -> bool:
    """Whether the quotation goes on behind the tag: "“Bob is a genius,” he told me, *“and if you doubt it, ask Bob”*"."""
    gap = text[end : quotation.start] if quotation.start - end <= NEAR_BY else ""
    return bool(_TO_WHOM.fullmatch(gap)) and text[quotation.start + 1].islower()


def _tag(text: str, quotation: Span) -> tuple[Span, Span] | None:
    """Source and cue right behind the quotation."""
    if text[quotation.end - 2] not in ",!?—" and text[quotation.end : quotation.end + 1] != ",":
        return None
    at = quotation.end + int(text[quotation.end : quotation.end + 1] == ",")
    for pattern, group in ((_BEHIND, "by"), (_AFTER, "who")):
        tag = pattern.match(text, at)
        if (
            tag
            and tag["verb"] not in NO_TAGS
            and can_speak(tag[group].split())
            and tag[group].split()[0].lower() not in PREPOSITIONS
        ):
            return Span(*tag.span(group)), Span(
                tag.start("verb"), tag.end("particle") if tag["particle"] else tag.end("verb")
            )
    return None


def _lead(text: str, quotation: Span, sentence: Span) -> tuple[Span, Span] | None:
    """Source and cue right before the quotation: "Sarah Holt thundered: ", "she went on to add, "."""
    if not sentence.start < quotation.start:
        return None
    words = Words.of(text, Span(sentence.start, quotation.start))
    last = len(words.spans) - 1
    verb = last - 1 if words.lower(last) in _PARTICLES else last
    if verb < 1 or not _leads(words, verb, text[words.spans[last].end : quotation.start]):
        return None
    first = verb - 3 if [words.lower(verb - at) for at in (3, 2, 1)] == ["went", "on", "to"] else verb
    source = subject(words, first) if first > 0 else None
    return (source, Span(words.spans[first].start, words.spans[last].end)) if source else None


def _gesture(text: str, quotation: Span) -> tuple[Span, Span] | None:
    """Who smiles right before a sentence that is quoted: "When reminded of it she grins. “I have it framed.”"."""
    found = _GESTURE.search(text, max(0, quotation.start - _NEAR), quotation.start)
    return (Span(*found.span("who")), Span(*found.span("verb"))) if found else None


def _leads(words: Words, verb: int, gap: str) -> bool:
    """Whether a past form stands right before the quotation; without a mark between only a verb of saying will do."""
    word = words.lower(verb)
    if gap == " ":
        return word in FINITE
    past = word.endswith("ed") or word in PAST_FORMS or word in FINITE
    return gap in (": ", ", ") and past and word not in NO_TAGS
