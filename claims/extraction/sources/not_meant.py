"""Whom a pronoun that says something cannot mean: nobody calls himself by name in his own words ("“Mrs Lind knows,” *she* said").

That a pronoun is nobody whom its own clause names behind it is Chomsky's principle C; that a speaker says "I" of himself makes it
hold of what he says in front of it as well. A body does name itself ("“Velm is growing,” *it* said"), unless it says "we".
"""

import re

from claims.extraction.entities import Cast, Sort
from claims.extraction.entities.mentions import Form
from claims.extraction.lexicon import pronouns
from claims.extraction.types import Span, Spans

_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_HE = re.compile(r"\b[Hh]e\b")
_SHE = re.compile(r"\b[Ss]he\b")
_QUOTES = ("“", '"', "‘", "'")


def barred(text: str, pronoun: Span, said: Spans, cast: Cast) -> frozenset[int]:
    """The members of the cast that a pronoun is not, by the words *said* that it is the source of."""
    word = pronoun.of(text).lower()
    said = tuple(span for span in said if not span.contains(pronoun))
    if word in pronouns.GENDERED:
        return frozenset((*_named(text, said, cast), *_of_other_gender(text, word, said, cast)))
    if any(span.of(text).startswith(_QUOTES) and _WE.search(text, span.start, span.end) for span in said):
        return frozenset(_named(text, said, cast))
    return frozenset()


def _named(text: str, said: Spans, cast: Cast) -> list[int]:
    """Who is named there, and who is told of there for the first time; not "the Lind family", of which a Lind may speak."""
    found = []
    for span in said:
        for place in cast.mentions_in(span):
            mention, owner = cast.mention(place)
            first = all(one.start >= span.start for one in cast.entities[owner].mentions)
            qualifies = mention.sort is Sort.PERSON and text.endswith("the ", 0, mention.whole.start)
            if (mention.form is Form.NAME and not qualifies) or (first and mention.form is not Form.LIST):
                found.append(owner)
    return found


def _of_other_gender(text: str, word: str, said: Spans, cast: Cast) -> list[int]:
    """ "*He* was sorry, she said": whoever "he" is does not say so."""
    other = _SHE if word in pronouns.MASCULINE else _HE
    places = (other.search(text, span.start, span.end) for span in said)
    names = (cast.resolve(Span(*place.span())) for place in places if place)
    return [name.entity for name in names if name]
