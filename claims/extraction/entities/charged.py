"""Who stands charged by what the text says behind a name: the one whom "the defendant" and "the accused" mean later on."""

from collections.abc import Sequence

from claims.extraction.entities.words import Word

ROLE = "defendant"
_BEING = frozenset("was were is are been being had has have also later since then formally first who".split())
_DONE_TO = frozenset("charged convicted indicted arraigned sentenced acquitted accused remanded".split())
_OWN = frozenset("pleaded pleads pled".split())
_DENYING = frozenset("denied denies admitted admits".split())
_FAR = 6  # words between a name and what was done to it


def is_charged(words: Sequence[Word], end: int) -> bool:
    """Whether the words behind a name that ends at *end* say that its bearer was charged, tried or pleaded."""
    passive = False
    for place in range(end, min(end + _FAR, len(words))):
        word = words[place]
        if word.first:
            return False
        if word.lower in _DONE_TO:
            return passive
        if word.lower in _OWN:
            return True
        if word.lower in _DENYING:
            return any(
                after.lower in ("charge", "charges", "murder", "manslaughter") for after in words[place + 1 : place + 4]
            )
        if word.lower not in _BEING and not word.text.isdigit():
            return False
        passive = passive or word.lower in ("was", "were", "is", "are", "been", "being")
    return False
