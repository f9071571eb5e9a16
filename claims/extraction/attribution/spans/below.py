"""What is said in a clause about somebody ends with that clause: "two men, who police said | had stabbed a guard, | were held"."""

import re
from dataclasses import replace

from claims.extraction.attribution.drafts import Draft, trimmed
from claims.extraction.lexicon.clauses import AUXILIARIES
from claims.extraction.lexicon.participles import IRREGULAR_PAST
from claims.extraction.types import Span

_WHO = re.compile(r", (?:who|which) (?:the |an? |its |his |her |their )?$")
# Presents that are no plural nouns: "which police said *officers*" begins a clause with a subject of its own.
_PRESENT = "employs owns runs contains includes lives holds makes needs belongs serves".split()
# What the clause says is a verb of its own, with "who" for its subject.
_DOES = re.compile(
    rf" (?P<verb>(?:never |also |later |once )?(?:{'|'.join(sorted({*AUXILIARIES, *IRREGULAR_PAST.values(), *_PRESENT}))}|[a-z]+ed)\b[^,;:\"“”()]*)"
)


def of_clause_below(text: str, draft: Draft, sentence: Span) -> Draft:
    """The draft with nothing but the clause behind its cue for content, where ", who" stands right before its source."""
    if draft.bare or len(draft.source) != 1 or len(draft.cue) != 1 or not draft.content:
        return draft
    source, cue = draft.source[0], draft.cue[0]
    who = _WHO.search(text, max(sentence.start, source.start - len(", which their ")), source.start)
    does = _DOES.match(text, cue.end, sentence.end)
    if who is None or does is None or text[source.end : cue.start].strip():
        return draft
    said = trimmed(text, Span(*does.span("verb")))
    return replace(draft, content=[said]) if said else draft
