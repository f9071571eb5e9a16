"""What is read out of one claim before it is compared with others."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.matching.names import names
from claims.matching.numbers import number_terms, quantities
from claims.matching.polarity import directions, negations
from claims.matching.types import Kind, Mark, Quantity
from claims.matching.words import cleaned, grams, words


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A claim taken apart once: its words, n-grams, quantities, names and polarity; places refer to *text*."""

    text: str
    words: list[str]
    grams: NDArray[np.uint16]
    numbers: list[Quantity]
    dates: list[Quantity]
    names: list[Mark]
    negations: list[Mark]
    directions: list[Mark]

    @property
    def terms(self) -> list[str]:
        """What the claim is found by: its words, and each quantity in one normal form."""
        return self.words + number_terms(self.numbers)


def profile(text: str, *, clean: bool = True) -> Profile:
    """The claim taken apart; with *clean* off, places are those of the text as given."""
    text = cleaned(text) if clean else text
    found = quantities(text)
    return Profile(
        text=text,
        words=words(text),
        grams=grams(text),
        numbers=[quantity for quantity in found if quantity.kind is not Kind.DATE],
        dates=[quantity for quantity in found if quantity.kind is Kind.DATE],
        names=names(text),
        negations=negations(text),
        directions=directions(text),
    )


def terms(text: str) -> list[str]:
    """What a cleaned text is found by, without the rest of its profile."""
    return words(text) + number_terms([quantity for quantity in quantities(text) if quantity.kind is not Kind.DATE])
