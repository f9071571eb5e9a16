"""Participles that the reader took for cues: those that only describe a noun ("alleged plots", "the man accused of"), or have their object behind them."""

import re

from claims.extraction.attribution.drafts import Draft
from claims.extraction.attribution.subjects import can_speak
from claims.extraction.lexicon.clauses import AUXILIARIES, BE, TAKEN_UP
from claims.extraction.types import Span

_ALLEGED = frozenset("alleged reported claimed suspected supposed rumoured rumored purported proposed promised".split())
_NO_SUBJECT = re.compile(
    r"(?:\b(?:of|over|for|about|by|with|from|against|in|on|to|the|an|a|their|his|her|its|these|those|any)|['’]s?) $"
)
_MEASURED = frozenset("reported recorded measured observed cited estimated".split())
_IS = re.compile(r" (?:was|were|is|are|stood at) ")
_FAR = 40  # letters between who could allege it and the word
_NAMING = frozenset("called named dubbed titled entitled nicknamed".split())
_HAS_VERB = re.compile(
    r"^[A-ZÀ-Þ][^,]* (?:\w+ed|began|held|made|led|won|wrote|sold|built|chose) (?:an?|the|his|her|its|their) [^,]*$"
)
# What is done to somebody by others: behind a noun, with its preposition, it tells which one is meant.
_DONE_TO = {
    "accused": "of", "suspected": "of", "convicted": "of", "charged": "with", "wanted": "for", "blamed": "for", "criticised": "for",
    "criticized": "for", "praised": "for", "quoted": "by", "cited": "by", "identified": "by", "described": "by",
    "attributed": "to", "ascribed": "to", "credited": "to",
}  # fmt: skip
_APPOSED = re.compile(r"(?:,| [–—-]) an? (?:[\w-]+ )?$")
_BEFORE = re.compile(r"([\w'’]+)[ ,]+$")


def describes(text: str, draft: Draft) -> bool:
    """Whether the draft's cue is such a participle, so that nobody says anything."""
    if draft.bare or not draft.cue or not draft.source:
        return False
    cue = draft.cue[0]
    word = cue.of(text).lower()
    if word in TAKEN_UP and _APPOSED.search(text, max(0, cue.start - 40), cue.start):
        return True  # ", an *accusation* the government calls absurd"
    if word in _NAMING and _HAS_VERB.match(draft.source[0].of(text)):
        return draft.source[0].end < cue.start
    joined = text.endswith((" and ", " or "), 0, cue.start) and 0 < cue.start - draft.source[0].end > _FAR
    if word == "alleged" and joined:
        return True  # "in response to its annexation of it and *alleged* interference"
    if word in _MEASURED and _IS.match(text, cue.end) and draft.source[0].end < cue.start:
        measured = text[draft.source[0].start : cue.start].split()
        return not can_speak(measured) and "," not in measured[-1]  # "the highest level *reported* was 40 milligrams"
    if word in _ALLEGED and _NO_SUBJECT.search(text, max(0, cue.start - 12), cue.start):
        return True
    return _narrows(text, draft, word.removesuffix(" to"))


def _narrows(text: str, draft: Draft, word: str) -> bool:
    """ "The man *accused of* killing two …, the agency said": no auxiliary before it, and nobody behind it who does it."""
    cue, source = draft.cue[0], draft.source[0]
    link = _DONE_TO.get(word, "")
    cue = Span(cue.start, cue.start + len(word))
    before = _BEFORE.search(text, max(0, cue.start - 30), cue.start)
    if not link or before is None or before.group(1).lower() in BE | AUXILIARIES:
        return False
    if not text.startswith(f" {link} ", cue.end):
        return False
    if link == "by":
        return source.end <= cue.start + 1 and not any(span.end <= cue.start for span in draft.content)
    return source.end <= cue.start or not text.endswith("by ", 0, source.start)


def is_done_to(text: str, draft: Draft) -> bool:
    """ "*Criticising the Government’s* plan, Sir Karl said": whoever stands behind a participle that opens a sentence is its object."""
    if not draft.cue:
        return False
    cue = draft.cue[0]
    opens = cue.of(text)[:1].isupper() and cue.of(text).endswith("ing") and cue.of(text) not in ("Citing", "Quoting")
    return opens and bool(draft.source) and draft.source[0].start == cue.end + 1
