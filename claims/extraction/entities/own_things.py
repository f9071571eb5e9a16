"""Whether somebody is "he" or "she", told by what is his or hers in the sentence that he opens: "*Rima Osk, 30, was looking for her* husband"."""

from collections.abc import Sequence

from claims.extraction.entities.sorts import Gender
from claims.extraction.entities.words import Word
from claims.extraction.lexicon import heads, people, pronouns
from claims.extraction.lexicon.cues import VERB_OF
from claims.extraction.lexicon.function_words import CLAUSE_WORDS, PREPOSITIONS

_OWN = {"his": Gender.MASCULINE, "her": Gender.FEMININE, "himself": Gender.MASCULINE, "herself": Gender.FEMININE}
_BEHIND = 10  # words behind a name in which that stands
# Behind these "her" is who gets something, and rather another: "gave *her* money".
_GIVING = frozenset(
    "gave gives give sent sends offered showed bought handed paid lent taught called made got brought left".split()
)
# Behind a word that brings up others, or speaks of them, "his" may be theirs.
_OTHERS = (
    people.ROLES | heads.PEOPLE_NOUNS | people.NAMELESS | frozenset(VERB_OF)
    | (CLAUSE_WORDS - PREPOSITIONS - frozenset("was were is are has had have been be".split()))
)  # fmt: skip


def gender(words: Sequence[Word], start: int, end: int) -> Gender | None:
    """What the first "his" or "her" behind a name that opens its sentence tells, where nobody else is brought up between."""
    if not words[start].opens:
        return None
    for place in range(end, min(end + _BEHIND, len(words))):
        word = words[place]
        aged = place <= end + 1 and words[end].text.isdigit() and word.gap == ", "
        if word.first or word.capital or not (word.adjoins or aged):
            return None
        told = _OWN.get(word.lower)
        if told is not None:
            return told if word.lower.endswith("self") or _owns(words, place) else None
        if word.lower in _OTHERS:
            return None
    return None


def _owns(words: Sequence[Word], place: int) -> bool:
    """Whether a thing stands behind "her", so that it is no object: "lost *her* job", but "met *her* in May"."""
    behind = words[place + 1] if place + 1 < len(words) else None
    if behind is None or not behind.adjoins or behind.first or words[place - 1].lower in _GIVING:
        return False
    thing = behind.lower not in PREPOSITIONS | CLAUSE_WORDS | pronouns.DETERMINERS
    return thing and not behind.lower.endswith("ly")
