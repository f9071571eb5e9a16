"""Whether a line speaks of what the article speaks of: what tells its headline and its paragraphs from those of others."""

from collections import Counter

from claims.extraction.lexicon import layout
from claims.extraction.lexicon.function_words import CALENDAR, OPENERS
from claims.extraction.passages.lines import Piece

FULL = 15  # words of a paragraph that certainly is one
_LONG = 6  # letters of a word that says what a line is about
_SHORT = 4  # letters of a word that says so where the headline has it as well
_SEVERAL = 2  # paragraphs
_EVERYWHERE = CALENDAR | OPENERS | frozenset(("united", "states", "president", "government", "minister"))


class Kin:
    """The names and the longer words of the article's paragraphs, and in how many of them each stands."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._paragraphs = Counter(
            subject for piece in pieces if piece.is_paragraph(FULL) for subject in subjects(piece)
        )

        first = next((number for number, piece in enumerate(pieces) if piece.is_paragraph(FULL)), 0)
        titles = {
            word.lower() for piece in pieces[:first] for word in piece.words if len(word) >= _SHORT and word.isalpha()
        }
        told = Counter(word for piece in pieces if piece.is_paragraph(FULL) for word in titles & piece.small)
        lead = pieces[first].small if pieces else frozenset()
        self._topics = (
            {word for word, times in told.items() if times > _SEVERAL or word in lead}
            - _EVERYWHERE
            - layout.MENU_WORDS
            - layout.FINITE
            - layout.DATE_WORDS
        )

    def is_topical(self, piece: Piece) -> bool:
        """Whether the line has a word, "pier", that stands above the article and in several of its paragraphs."""
        return not self._topics.isdisjoint(piece.small)

    def share(self, piece: Piece) -> float:
        """The share of the line's subjects that other paragraphs speak of too; 1 where it has none."""
        own = subjects(piece)
        return self.common(piece) / len(own) if own else 1.0

    def names(self, piece: Piece) -> bool:
        """Whether the line, behind its first word, has a capitalised word that stands in several other paragraphs."""
        own = 1 if piece.is_paragraph(FULL) else 0
        named = {word.lower() for word in piece.words[1:] if word[0].isupper()} - _EVERYWHERE
        return any(self._paragraphs[word] - own >= _SEVERAL for word in named)

    def common(self, piece: Piece) -> int:
        """How many of the line's subjects other paragraphs speak of."""
        own = 1 if piece.is_paragraph(FULL) else 0
        return sum(self._paragraphs[subject] > own for subject in subjects(piece))


def subjects(piece: Piece) -> frozenset[str]:
    """What a line speaks of: its names and its longer words."""
    if piece.subjects is None:
        piece.subjects = (
            frozenset(
                word.lower().removesuffix("'s").removesuffix("’s")
                for word in piece.words
                if len(word) >= _LONG or word[0].isupper()
            )
            - _EVERYWHERE
        )
    return piece.subjects
