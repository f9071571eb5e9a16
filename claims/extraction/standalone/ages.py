"""How old somebody became of whose death an article tells: "Lind was 85 when she died"."""

from collections.abc import Sequence

from claims.extraction.entities import Cast, Gender, Sort
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.tagging import Token

DEATHS = frozenset("dies died dead death killed murdered obituary".split())
PRONOUNS = {Gender.MASCULINE: "he", Gender.FEMININE: "she"}
LONGEST = 12  # words of a claim that tells the age and little else
MARKS = " .,:;'’\"“”"


class Ages:
    """Who died by an article's headline."""

    def __init__(self, title: str | None, cast: Cast) -> None:
        words = [word.strip(MARKS).removesuffix("'s").removesuffix("’s") for word in (title or "").split()]
        died = any(word.lower() in DEATHS for word in words)
        self._dead = [
            (entity.name.split()[-1], PRONOUNS[entity.gender])
            for entity in cast.entities
            if died and entity.sort is Sort.PERSON and entity.gender and entity.name.split()[-1] in words
        ]

    def change(self, tokens: Sequence[Token], changes: Sequence[Change]) -> Change | None:
        """ "When she died" behind an age with which a claim about the one who died ends."""
        words = [token for token in tokens if token.tag != "."]
        if len(self._dead) != 1 or not 2 < len(words) <= LONGEST or any(token.tag == "," for token in words):
            return None
        surname, pronoun = self._dead[0]
        told = " ".join([*(token.word for token in tokens), *(change.words for change in changes)]).split()
        *_, verb, age = words
        if surname not in told or verb.lower not in ("was", "aged") or not age.word.isdigit() or age.start < 0:
            return None
        return Change(age.start, age.end, f"{age.word} when {pronoun} died")
