"""What all frames share: the forms of their verbs, and the clause behind such a verb."""

import re
from collections.abc import Iterable

from claims.extraction.attribution.drafts import trimmed
from claims.extraction.attribution.subjects import Words
from claims.extraction.entities.nouns import THING_NOUNS
from claims.extraction.lexicon.clauses import AUXILIARIES, PASTS
from claims.extraction.lexicon.cues import (
    ACTS,
    AIMED,
    AS_ANOTHER,
    ASK,
    BEG,
    MANNER,
    OFF_AS_ANOTHER,
    RECORD,
    REPORTING,
    THINK,
    forms,
)
from claims.extraction.types import Span

LEAST = 2  # words of a clause that is a content
SOON = 10  # words within which a clause has its verb

_ENDS = re.compile(
    r"[;–—]|:(?! [\"“‘'])"
    r"|,? (?:and|but|while|although|though|as|after|before|because) (?:the |an? )?[\w'’-]+ (?:was|were|is|are|has|had|have|said|will|would)\b"
    r"|, (?:but|while|although|though|which|who|after|saying|adding|calling|accusing|citing|with)\b"
)
_GAP = re.compile(r" ?(?:, (?:however|though|meanwhile|too|nevertheless), ?)?[\"“‘']?")


def _finite(verb: str) -> list[str]:
    return [form for form in forms(verb) if not form.endswith("ing")]


def _all_finite(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in _finite(verb))


ACT_FORMS = {form: verb for verb in sorted(ACTS) for form in _finite(verb)}
CHARGE_FORMS = _all_finite(("accuse", "blame", "urge", "acknowledge", "admit"))
RECORD_FORMS = _all_finite(RECORD)
THINK_FORMS = _all_finite(THINK)
ASK_FORMS = _all_finite(ASK)
SAY_FORMS = ASK_FORMS | _all_finite(REPORTING | MANNER)
BEG_FORMS = _all_finite(BEG)
AIMED_FORMS = {form: verb for verb in AIMED for form in _finite(verb)}
AS_FORMS = _all_finite(AS_ANOTHER)
OFF_FORMS = _all_finite(OFF_AS_ANOTHER)
SHOWN = frozenset(("show", "suggest", "indicate", "confirm", "reveal"))

Found = tuple[Span | None, Span, list[Span]]  # source, cue and content


def adjoins(words: Words, at: int) -> bool:
    """Whether nothing but a space, a mark or "however" stands between a word and the next."""
    if at + 1 >= len(words.spans):
        return False
    following = (
        at + 2 if words.lower(at + 1) in ("however", "though", "meanwhile") and at + 2 < len(words.spans) else at + 1
    )
    return bool(_GAP.fullmatch(words.text, words.spans[at].end, words.spans[following].start))


def has_verb(words: Words, start: int) -> bool:
    """Whether a finite verb follows soon: a clause, and no mere object."""
    near = [words.lower(at) for at in range(start, min(start + SOON, len(words.spans)))]
    return any(word in AUXILIARIES or word in PASTS or word.endswith(("ed", "s")) for word in near)


def rest_of_clause(words: Words, first: int, least: int = LEAST) -> list[Span]:
    """The content from a word to the end of its clause."""
    if first >= len(words.spans):
        return []
    start = words.spans[first].start
    while start > words.sentence.start and words.text[start - 1] in "\"“‘'":
        start -= 1
    ends = _ENDS.search(words.text, start, words.sentence.end)
    kept = trimmed(words.text, Span(start, ends.start() if ends else words.sentence.end))
    return [kept] if kept and len(kept.of(words.text).split()) >= least else []


def recorded(words: Words, found: Found | None) -> Found | None:
    """What a frame finds, if its source is a report, a letter or the like: "the 58-page report on prisons"."""
    source = found[0].of(words.text) if found and found[0] else ""
    return found if any(word.lower() in THING_NOUNS for word in re.split(r"[ ,]+", source)[:8]) else None
