"""The words of a source put right: nothing loose at its ends, and the whole phrase with what counts, governs or explains it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, cut_out
from claims.extraction.attribution.spans.explained import INSERTED, apposed, explained
from claims.extraction.attribution.spans.loose_ends import with_those, without_loose_ends
from claims.extraction.attribution.spans.own_head import (
    from_before_brackets,
    of_document,
    of_relative,
    with_own_head,
    without_setting,
)
from claims.extraction.attribution.subjects import LONGEST, Words, can_speak, subject
from claims.extraction.lexicon import clauses
from claims.extraction.lexicon.clauses import ADJUNCTS, AUXILIARIES, GOVERNING, ONES
from claims.extraction.lexicon.function_words import CALENDAR, OPENERS
from claims.extraction.lexicon.people import ROLES, TITLES
from claims.extraction.types import Span

NEAR = 90  # characters between a cue and the "that" of its content
REACH = 40  # characters of counting words before a source: "at least a dozen of the more than"

_COUNTED = re.compile(rf"(?<![\w-]){clauses.COUNTS} (?:{clauses.COUNTS} )*$", re.IGNORECASE)
_AGE = re.compile(r"(?:\b[Aa]n? )?\b\d{1,3}-year-$")
_LEAST = re.compile(r"(?:least|most) ")
_BOUNDED = re.compile(rf"(?<![\w-]){clauses.BOUNDS} $", re.IGNORECASE)
_BEGINS_COUNTED = re.compile(rf"{clauses.COUNTS}\b(?!-year)|(?:he|she|it|they|we|i|who|this|that)\b", re.IGNORECASE)
_COUNT_OR_ARTICLE = re.compile(rf"{clauses.COUNTS} ")
_NOUN = re.compile(r" [a-z]+")
_GIVEN = re.compile(r", ([A-ZÀ-Þ][\w'’-]+) $")  # "aimed at the base, *Anton* Olenko, an adviser, said"
_CAPITAL = re.compile(r"(?:^|(?<=[\s\"“‘]))([A-Z][a-z]+\.?) $")
_OFFICE = re.compile(
    r"(?:^|(?<=[\s,]))((?:(?:former|deputy|acting|then|prime|first|foreign|interior|defence|defense|finance|transport|health|education|justice|culture|energy"
    r"|trade|home|state|opposition|party|environment|agriculture|labour|labor|economy|security|senior|chief) )+)$"
)
_ROLE = re.compile(_OFFICE.pattern.replace(" )+)$", " )+([a-z-]+) )$"))
_PREPOSITION = re.compile(r"\b(\w+) $")
_SHARE_OF = re.compile(
    r"(?<![\d.,])\d[\d.]*(?: ?%| per ?cent) of $"
)  # "*44% of* voters": no part of them is all of them
# "*Firms including Alcon*, Berg and Lund have": a list that names some of them belongs to who is told before it.
_LISTED = re.compile(
    r"(?:^|(?<=[,;] )|(?<=^))(?P<who>(?:[A-ZÀ-Þ][\w-]+ )?(?:[a-z-]+ ){0,2}[A-Za-z][a-z-]+s,? (?:including|such as|like) (?:[A-ZÀ-Þ][\w&.'’-]*(?: [A-ZÀ-Þ][\w&.'’-]*)*, )+)$"
)
_OWNED = re.compile(r"['’]s (?P<what>[a-z][\w-]*(?: [\w-]+){0,7}?) (?:[\"“‘']?\w+ly[\"”’']? )?")
_DOING = re.compile(r"[A-Z][a-z]+s (?:and [a-z]+s )?[a-z]+ing [^,;:.\"“]{2,60} ")


def widened(text: str, draft: Draft, sentence: Span) -> Draft:
    named = from_before_brackets(text, of_relative(text, draft.source[0]), sentence)
    whole = with_those(text, without_setting(text, named))
    if text.startswith("and ", whole.start) and whole.end - whole.start > len("and a"):
        whole = Span(whole.start + len("and "), whole.end)
    whole = of_document(text, whole, draft.cue[0] if draft.cue else None, sentence)
    source = without_loose_ends(text, whole)
    if source is None:
        return draft
    source = _with_owned(text, source, draft)
    others = [span for span in draft.cue if not span.overlaps(source)]
    source = with_own_head(text, _counted(text, _aged(text, source, sentence), sentence, others), sentence)
    source = _with_title(text, _with_noun(text, _governing(text, source, draft, sentence), draft), sentence)
    told = apposed(text, explained(text, source, draft, sentence), draft)
    # Where the source is content as well, it stays there: "He was accused of".
    content = [
        piece for span in draft.content for piece in ([span] if whole.contains(span) else cut_out(text, span, told))
    ]
    if not text.startswith(", which ", source.end):
        source = told  # "Valley Power, which runs the dam": newsdesk's annotators mostly leave such a clause out
    if not content and draft.content:
        return draft
    return replace(draft, source=[source, *draft.source[1:]], content=content)


def _aged(text: str, source: Span, sentence: Span) -> Span:
    """The source with the age that it was cut out of: "*a 36-year-*old man"."""
    age = _AGE.search(text, max(sentence.start, source.start - REACH), source.start)
    return Span(age.start(), source.end) if age else source


def _with_owned(text: str, source: Span, draft: Draft) -> Span:
    """ "*Norsk's mission in Velm* ‘categorically’ rejected it": whoever belongs to the source speaks, and not its owner."""
    owned = _OWNED.match(text, source.end, draft.cue[0].start) if draft.cue else None
    if owned is None or owned.end() != draft.cue[0].start or AUXILIARIES.intersection(owned["what"].split()):
        return source
    return Span(source.start, owned.end("what")) if can_speak(owned["what"].split()[:1]) else source


def _counted(text: str, source: Span, sentence: Span, others: Sequence[Span]) -> Span:
    """The source with the counting words and articles right before it."""
    if _LEAST.match(text, source.start, source.end) and text.endswith(("at ", "At "), sentence.start, source.start):
        return Span(source.start - len("at "), source.end)
    if share := _SHARE_OF.search(text, max(sentence.start, source.start - REACH), source.start):
        return Span(share.start(), source.end)
    floor = max(sentence.start, source.start - REACH, *(span.end for span in others if span.end <= source.start), 0)
    pattern = _BOUNDED if _BEGINS_COUNTED.match(text, source.start, source.end) else _COUNTED
    before = pattern.search(text, floor, source.start)
    if before and text[source.start].isupper() and before.group()[0].isdigit():
        return source  # "On 1 May Amazon"
    if listed := _LISTED.search(text, max(sentence.start, source.start - INSERTED), source.start):
        return Span(listed.start("who"), source.end)
    return Span(before.start(), source.end) if before else source


def _governing(text: str, source: Span, draft: Draft, sentence: Span) -> Span:
    """The whole phrase where only the object of its preposition was taken: "*three sources close to* the bank said"."""
    if source.of(text).startswith("by ") and (doing := _DOING.fullmatch(text, sentence.start, source.start)):
        return Span(doing.start(), source.end)  # "*Students backing a strike* by staff have said"
    led = _PREPOSITION.search(text, max(sentence.start, source.start - REACH), source.start)
    cue = draft.cue[0] if draft.cue else None
    if not led or cue is None or not 0 < cue.start - source.end <= NEAR:
        return source
    if led.group(1).lower() not in GOVERNING and source.of(text).split()[0] not in ADJUNCTS | {"by", "of"}:
        return source
    words = Words.of(text, Span(sentence.start, cue.end))
    verb = next((at for at, word in enumerate(words.spans) if word.start >= cue.start), None)
    whole = subject(words, verb) if verb else None
    whole = whole or _behind_comma(text, source, sentence)
    return whole if whole and whole.end == source.end and whole.start < source.start else source


def _behind_comma(text: str, source: Span, sentence: Span) -> Span | None:
    """ "The station is shut, *two officials familiar with* the matter said": from the comma on, if somebody who can speak comes there."""
    comma = text.rfind(", ", sentence.start, source.start)
    start = comma + 2
    words = text[start : source.end].split()
    counted = comma >= 0 and _COUNT_OR_ARTICLE.match(text, start) is not None
    return Span(start, source.end) if counted and len(words) <= LONGEST and can_speak(words) else None


def _with_title(text: str, source: Span, sentence: Span) -> Span:
    """ "*Det* Ch Insp Sarah Lowe": a title right before a name that was left out."""
    start = source.start
    led = _OFFICE.search(text, max(sentence.start, start - REACH), start) if text[start].islower() else None
    if led and source.of(text).split()[0] in ROLES:
        return Span(led.start(1), source.end)  # "*former transport* minister Goran Veis"
    role = _ROLE.search(text, max(sentence.start, start - REACH), start) if text[start].isupper() else None
    if role and role.group(2) in ROLES:
        return Span(role.start(1), source.end)
    given = _GIVEN.search(text, max(sentence.start, start - REACH), start) if text[start].isupper() else None
    if given and given.group(1).lower() not in CALENDAR | OPENERS:
        return Span(given.start(1), source.end)
    while text[start : start + 1].isupper() and (title := _CAPITAL.search(text, sentence.start, start)):
        if title.group(1).lower().rstrip(".") not in TITLES:
            break
        start = title.start(1)
    return Span(start, source.end)


def _with_noun(text: str, source: Span, draft: Draft) -> Span:
    """ "A 19-year-old" student, "one" aide: an age or a number stands before its noun."""
    counts = source.of(text).endswith("-old") or source.of(text).lower() in ONES
    noun = _NOUN.match(text, source.end)
    role = noun is not None and noun.group().strip() in ROLES and text[noun.end() : noun.end() + 1] == ","
    if not counts and not role:  # "Zac Goldham, a former mayoral *candidate*, has"
        return source
    free = noun is not None and not any(span.overlaps(Span(*noun.span())) for span in (*draft.cue, *draft.content))
    return Span(source.start, noun.end()) if noun and free and can_speak([noun.group().strip()]) else source
