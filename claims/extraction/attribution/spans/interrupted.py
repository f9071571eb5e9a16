"""Contents that their own source and cue interrupt: the first part, which the reader often leaves out, is put back.

"The report, he claimed, was paid for by others." "The footage, which police say has been edited, …" "A figure the ministry says is wrong."
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, has_words, trimmed
from claims.extraction.lexicon.clauses import (
    AUXILIARIES,
    CONDITIONS,
    NO_VERBS,
    PLURAL_VERBS,
    SINGULAR_VERBS,
    STOP_OF_TITLE,
    TELLING,
)
from claims.extraction.lexicon.function_words import PREPOSITIONS
from claims.extraction.lexicon.participles import PAST_FORMS
from claims.extraction.lexicon.pronouns import DETERMINERS, THIRD_PERSON
from claims.extraction.types import Quotation, Span

LONGEST = 240  # characters of the part before the interruption
NAMED = 9  # words of a source between cue and content: "argued Rep. Buck Tanner of Oklahoma, was"
SUBJECT = 14  # words of the subject before ", he said, was"
ADDRESSED = 90  # characters of those to whom something is told
CLOSE = 24  # characters between a source and its cue: adverbs and auxiliaries

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*\.?")
_OPENER = re.compile(r"(?:But|And|Yet|So|Still,|However,|Meanwhile,|Instead,) ?")
_TO_VERB = re.compile(r"[ ,]*(?:(?:no longer|already|never|also|still|now|once|long) )*([^\W\d_]+(?:['’]t)?)")
_SEGMENT = re.compile(rf" ?((?:[^,.;:\"“”]|{STOP_OF_TITLE}){{2,80}}), (?=[^\W_])")
_PLACED = re.compile(r" (?:in|at|on|to|during) [^.;:\"“”]{3,90}?, (?=[^\W_])")
_DOES = r"(?:is|are|was|were|has|have|had|will|would|could|should|did|does|do)"
_AND_NOT = re.compile(rf", ((?:and|but) (?:{_DOES}(?: not|n['’]t) )?)")
_NOT = re.compile(rf"{_DOES}(?: not|n['’]t) ")
_AND = re.compile(r", (?:and|but) ")
_QUOTES = "\"“‘'"
_NAMED = re.compile(r"(?:, |^)(an? (?:[\w-]+ ){0,2}?[\w-]+) (?:that |which )?$")
# "*a fight over* the debt ceiling that aides say could last": which of the two could, only both together tell.
_OF_ANOTHER = re.compile(r"\ban? (?:[a-z-]+ ){1,3}?(?:over|about|with|on|for|of|against|between) $")
JOINING = frozenset("and or but as while when after before because although if".split())
_SHARE = re.compile(r"(?:^|\s)(?P<share>the \d[\d.,]*(?:%| per ?cent))$")
# "A rise over *three years*, which it says would cost": no stretch of time does.
_STRETCH = re.compile(
    r"\b(?:over|for|in|within|during|since|after) (?:the )?(?:\w+ )?(?:years|months|weeks|days|hours)$"
    r"|\bin the same (?:period|quarter|month|week)(?: (?:last year|a year (?:ago|earlier|before)|of \d{4}))?$"
)
_RELATIVE = re.compile(r"(,?) (?:which|that|who) $")


def completed(text: str, draft: Draft, sentence: Span, quotations: Sequence[Quotation]) -> Draft:
    """The draft with the part of its content that stands before its source and cue."""
    if not (draft.cue and draft.content) or draft.bare:
        return draft
    draft = _with_negation(text, _source_behind(text, draft, sentence))
    if not draft.source:
        return draft
    if (around := _around_setting(text, draft, sentence)) is not None:
        return around
    draft, own = _past_addressee(text, draft)
    after = next((span for span in draft.content if span.start >= own.end), None) if own else None
    if own is None or after is None or any(span.start < own.start for span in draft.content):
        return draft
    draft, own = _split_source(text, draft, own, after, sentence)
    first = (
        _before(text, own, after, sentence, quotations)
        or _antecedent(text, own, after, sentence)
        or _called(text, own, after, sentence)
    )
    return replace(draft, content=sorted([first, *draft.content])) if first else draft


def _with_negation(text: str, draft: Draft) -> Draft:
    """With the verb that turns the second part round: "It was short, he said, *and was not* meant as a talk"."""
    own = _own(draft) if draft.source else None
    at = next((i for i, span in enumerate(draft.content) if own and span.start >= own.end), None)
    if own is None or not at:
        return draft
    start = draft.content[at].start
    turned = _AND_NOT.fullmatch(text, own.end, start)
    if turned is None or not (turned[1].endswith(("not ", "t ")) or _NOT.match(text, start)):
        return draft
    whole = Span(turned.start(1), draft.content[at].end)
    return replace(draft, content=[*draft.content[:at], whole, *draft.content[at + 1 :]])


def _own(draft: Draft) -> Span | None:
    """Source and cue in one, where nothing much lies between them."""
    first, last = sorted((draft.source[0], draft.cue[0]))
    return Span(first.start, last.end) if last.start - first.end <= CLOSE else None


def _past_addressee(text: str, draft: Draft) -> tuple[Draft, Span | None]:
    """ "The numbers, she told *a lunch of bankers*, do not add up": to whom it is said belongs to the interruption."""
    own = _own(draft)
    if own is None or draft.cue[-1].of(text).split()[-1].lower() not in TELLING or not text[: own.start].endswith(", "):
        return draft, own
    named = _SEGMENT.match(text, own.end, own.end + ADDRESSED)
    if not named or not (_begins_with_verb(text, named.end()) or text.startswith(("but ", "and "), named.end())):
        return draft, own
    if " that " in named.group(1):
        return draft, own  # "In May, she told a meeting *that it was too dear*, and that …": the first of two clauses
    content = [Span(max(span.start, named.end()), span.end) for span in draft.content if span.end > named.end()]
    return (replace(draft, content=content), Span(own.start, named.end(1))) if content else (draft, own)


def _source_behind(text: str, draft: Draft, sentence: Span) -> Draft:
    """ "The hearing, argued Buck Tanner, was a circus": who stands between cue and comma is the source, and not the subject."""
    cue, content = draft.cue[0], draft.content[0]
    if (
        len(draft.cue) > 1
        or cue.of(text).endswith("ing")
        or not 0 <= content.start - cue.end <= 2
        or not text[: cue.start].endswith(", ")
    ):
        return draft
    named = _SEGMENT.match(text, cue.end, min(content.end, cue.end + 90))
    if not named or len(named.group(1).split()) > NAMED or not _begins_with_verb(text, named.end()):
        return draft
    if any(word.lower() in AUXILIARIES for word in named.group(1).split()):
        return draft
    rest = trimmed(text, Span(named.end(), content.end))
    before = _prefix(text, sentence, cue.start - 2)
    if rest is None or before is None:
        return draft
    return replace(draft, source=[Span(*named.span(1))], kind=None, content=[before, rest, *draft.content[1:]])


def _around_setting(text: str, draft: Draft, sentence: Span) -> Draft | None:
    """ "*Workers*, Lund argued *in a memo that spring*, *were tired*": where something was said belongs to the interruption."""
    cue, source = draft.cue[-1], draft.source[0]
    comma = text.rfind(", ", sentence.start, cue.start)
    setting = _PLACED.match(text, cue.end, sentence.end)
    if not setting or not sentence.start < comma or not source.start <= comma + 2 < source.end <= cue.start:
        return None
    before, last = _prefix(text, sentence, comma), min(draft.content[-1].end, sentence.end)
    if before is None or not setting.end() < last or not _begins_with_verb(text, setting.end()):
        return None
    if len(before.of(text).split()) > SUBJECT or "," in before.of(text) or AUXILIARIES & set(before.of(text).split()):
        return None
    rest = trimmed(text, Span(setting.end(), last))
    return replace(draft, source=[Span(comma + 2, source.end)], content=[before, rest], kind=None) if rest else None


def _split_source(text: str, draft: Draft, own: Span, after: Span, sentence: Span) -> tuple[Draft, Span]:
    """ "The programme, the audit office has said, is late": only what stands beside the cue is the source."""
    if not draft.source or draft.source[0].start != own.start or text[own.end : own.end + 1] != ",":
        return draft, own
    source = draft.source[0]
    comma = text.rfind(", ", source.start, source.end)
    if comma < 0 or source.start > sentence.start + LONGEST:
        return draft, own
    last = text[comma + 2 : source.end]
    if last.lower() not in THIRD_PERSON and not _begins_with_verb(text, after.start):
        return draft, own
    kept = Span(comma + 2, source.end)
    return replace(draft, source=[kept, *draft.source[1:]]), Span(kept.start, own.end)


def _before(text: str, own: Span, after: Span, sentence: Span, quotations: Sequence[Quotation]) -> Span | None:
    """What stands before ", he said," as the beginning of the same clause: its subject, or a condition of it."""
    joint = _AND.match(text, own.end)
    if text[own.end : own.end + 1] != "," or not text[: own.start].endswith(", "):
        return None
    if not joint and text[own.end + 1 : after.start].strip():
        return None
    before = _prefix(text, sentence, own.start - 2)
    if before is None or any(quotation.span.overlaps(before) for quotation in quotations if not quotation.scare):
        return None
    words = before.of(text).lower().split()
    if joint:  # "Jobs have gone for decades, they note, *and* no law will bring them back"
        told = bool((AUXILIARIES | PAST_FORMS) & set(words)) or any(word.endswith("ed") for word in words)
        return before if told and words[0] not in CONDITIONS | PREPOSITIONS else None
    if words[0] in CONDITIONS and text[after.start] not in "\"“‘'":
        return before
    subject = len(words) <= SUBJECT and "," not in before.of(text) and not AUXILIARIES & set(words)
    return before if subject and _begins_with_verb(text, after.start) else None


def _prefix(text: str, sentence: Span, end: int) -> Span | None:
    """The sentence up to *end*, without "But" and the like."""
    joint = text.rfind("; ", sentence.start, end) if sentence.start < end else -1
    start = joint + 2 if joint >= 0 else sentence.start
    opener = _OPENER.match(text, start, end)
    start = opener.end() if opener else start
    if not start < end <= start + LONGEST or not has_words(text, Span(start, end)):
        return None
    return trimmed(text, Span(start, end))


def _antecedent(text: str, own: Span, after: Span, sentence: Span) -> Span | None:
    """What "which" stands for before "which police say has been edited", if it agrees with the verb in number."""
    if text[own.end : after.start].strip() or not _begins_with_verb(text, after.start):
        return None
    joint = _RELATIVE.search(text, sentence.start, own.start)
    end = joint.start() if joint else own.start - 1
    stretch = _STRETCH.search(text, sentence.start, end) is not None
    if stretch or (not joint and (own.start <= sentence.start or not text[own.start - 2].isalnum())):
        return None
    if share := _SHARE.search(text, max(sentence.start, end - 20), end):
        return Span(share.start("share"), end)  # "the 95% that the agency says is needed"
    words = list(_WORD.finditer(text, max(sentence.start, end - 80), end))[-8:]
    if (
        not words
        or _begins_clause(words[-1], joint=joint is not None)
        or words[-1].end() != end
        or not _agree(words[-1].group(), text, after.start)
    ):
        return None
    return _phrase_before(text, words, end, joint=joint is not None)


def _phrase_before(text: str, words: Sequence[re.Match[str]], end: int, *, joint: bool) -> Span | None:
    """The noun phrase that the words end with."""
    start: int | None = None
    for word in reversed(words):
        lower = word.group().lower()
        if lower in AUXILIARIES:
            return _last_noun(words[-1]) if joint else None
        if lower in DETERMINERS:
            wider = _OF_ANOTHER.search(text, max(0, word.start() - 60), word.start())
            return Span(wider.start() if wider and joint else word.start(), end) if start is not None else None
        if (lower in PREPOSITIONS and lower != "of") or (start is not None and not text[word.end() : start].isspace()):
            break
        start = word.start()
    of = start is not None and text.startswith("of ", start)  # "“credible reports” of intimidation"
    return Span(start + 3 * of, end) if joint and start is not None and start + 3 * of < end else None


def _begins_clause(word: re.Match[str], *, joint: bool) -> bool:
    """Whether a clause begins, and none was interrupted: "The company *said* it now expects", "shut it this week *as* experts call for more"."""
    return word.group().lower() in (JOINING if joint else JOINING | PAST_FORMS | {"say", "says"})


def _last_noun(word: re.Match[str]) -> Span | None:
    """ "The measure would close *loopholes* that opponents say have helped them": no more than several of a kind, where a verb stands before."""
    return Span(word.start(), word.end()) if word.group().endswith("s") else None


def _called(text: str, own: Span, after: Span, sentence: Span) -> Span | None:
    """What is called something: "*a charge* her office calls 'nonsense'"."""
    between = text[own.end : after.start].strip()
    if between.strip(_QUOTES) or not (between or after.of(text).startswith(("as ", *_QUOTES))):
        return None
    named = _NAMED.search(text, max(sentence.start, own.start - 60), own.start)
    return Span(named.start(1), named.end(1)) if named else None


def _agree(noun: str, text: str, at: int) -> bool:
    """Whether a noun and the verb at the place can be subject and verb."""
    found = _TO_VERB.match(text, at)
    verb = found.group(1).lower() if found else ""
    plural = noun.endswith("s") and not noun.endswith(("ss", "us"))
    return not noun.isdigit() and not (verb in PLURAL_VERBS and not plural) and not (verb in SINGULAR_VERBS and plural)


def _begins_with_verb(text: str, at: int) -> bool:
    """Whether a finite verb comes first, so that its subject must stand before."""
    found = _TO_VERB.match(text, at)
    if not found:
        return False
    word = found.group(1)
    return (
        word.lower() in AUXILIARIES
        or word in PAST_FORMS
        or (word.islower() and word.endswith(("s", "ed")) and not word.endswith("ss") and word not in NO_VERBS)
    )
