"""What an article has only one of, under what tells which it is: "the government", "the town", "the ruling", "the shares"."""

from collections.abc import Sequence

from claims.extraction.entities import Cast
from claims.extraction.standalone.change import Change
from claims.extraction.standalone.cutting.cuts import Tokens
from claims.extraction.standalone.naming.introduced import Introduced
from claims.extraction.standalone.naming.kinds import Kinds
from claims.extraction.standalone.naming.of_country import OfCountry
from claims.extraction.standalone.naming.of_firm import OfFirm
from claims.extraction.standalone.naming.rulings import Rulings
from claims.extraction.standalone.tagging import Token


class OnlyOnes:
    """The only country, firm, town, court and charge of one text, and the things that it brought in with their place."""

    def __init__(self, text: str, cast: Cast, sentences: Sequence[Tokens], title: str | None) -> None:
        self._kinds = Kinds(text, title)
        self._country = OfCountry(text, cast, sentences, title)
        self._rules = (
            Rulings(text, cast, sentences),
            OfFirm(text, cast, title),
            self._kinds,
            Introduced(text, sentences),
            self._country,
        )

    def changes(self, tokens: Sequence[Token], spelled: str, found: Sequence[Change]) -> list[Change]:
        """What tells which is meant, behind or in place of bare nouns; *spelled* are the letters already printed."""
        new: list[Change] = []
        for rule in self._rules:
            new += rule.changes(tokens, spelled, [*found, *new])
        return new

    def fuller(self, change: Change) -> Change:
        """A bare noun that was found for a pronoun, with its country or under its name."""
        return self._kinds.fuller(self._country.fuller(change))
