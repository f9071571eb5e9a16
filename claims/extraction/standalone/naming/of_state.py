"""Nouns for those who govern, by which no paper and no station is called."""

from claims.extraction.lexicon.bodies import MEDIUM_NAMES, MEDIUM_WORDS

GOVERNING = frozenset(
    "administration government parliament congress senate council ministry court police army military commission authority department".split()
)


def is_of_state(form: str, name: str) -> bool:
    """Whether a noun for those who govern was found to be a medium: "the Beast reported it. *The administration* …"."""
    low = name.lower()
    medium = low in MEDIUM_NAMES or not MEDIUM_WORDS.isdisjoint(low.split())
    return form.lower().removeprefix("the ") in GOVERNING and medium
