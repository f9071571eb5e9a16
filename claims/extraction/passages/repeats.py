"""Passages that say again what another says: headlines, captions and paragraphs, word for word or nearly."""

from collections import Counter

from claims.extraction.passages.lines import Piece
from claims.extraction.types import PassageKind

_SHINGLE = 3  # words
_SHORTEST = 5  # words of a line that can be told to be a near copy
_NEAR = 0.55  # share of a line's shingles that its original has too
_SAME = 0.9
_OWNERS = 6  # originals remembered for a shingle: a phrase in more of them tells nothing


def mark(pieces: list[Piece]) -> None:
    """Mark every repeat with the index of what it repeats."""
    exact: dict[str, int] = {}
    owners: dict[tuple[str, ...], list[int]] = {}
    folded = [[word.casefold() for word in piece.words] for piece in pieces]
    for number, piece in enumerate(pieces):
        if _counts(piece) and piece.is_paragraph(_SHORTEST):
            _remember(owners, folded[number], number)
    for number, piece in enumerate(pieces):
        if not _counts(piece) or not folded[number]:
            continue
        original = exact.setdefault(" ".join(folded[number]), number)
        if original == number:
            original = _near(number, pieces, folded, owners)
        if original != number and not (piece.kind is PassageKind.HEADLINE and pieces[original].open):
            piece.kind, piece.repeats = PassageKind.REPEAT, original
        elif not piece.is_paragraph(_SHORTEST):
            _remember(owners, folded[number], number)


def _counts(piece: Piece) -> bool:
    return piece.open or piece.kind in (PassageKind.HEADLINE, PassageKind.CAPTION)


def _shingles(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[place : place + _SHINGLE]) for place in range(len(words) - _SHINGLE + 1)]


def _remember(owners: dict[tuple[str, ...], list[int]], words: list[str], number: int) -> None:
    for shingle in _shingles(words):
        known = owners.setdefault(shingle, [])
        if len(known) < _OWNERS and (not known or known[-1] != number):
            known.append(number)


def _near(number: int, pieces: list[Piece], folded: list[list[str]], owners: dict[tuple[str, ...], list[int]]) -> int:
    """The index of the piece of which this one is a near copy, or its own."""
    piece, words = pieces[number], folded[number]
    if len(words) < _SHORTEST:
        return number
    votes = Counter(owner for shingle in set(_shingles(words)) for owner in owners.get(shingle, ()) if owner != number)
    needed = _NEAR if not piece.closed else _SAME
    for owner, hits in votes.most_common(3):
        if hits < needed * (len(words) - _SHINGLE + 1) or (piece.closed and not _older(number, owner, folded)):
            continue
        if not _new_figures(words, folded[owner]):
            return owner
    return number


def _older(number: int, owner: int, folded: list[list[str]]) -> bool:
    """Whether a closed line is the copy of the two: the later one, or a shorter cut of a longer paragraph."""
    return owner < number or len(folded[number]) < len(folded[owner])


def _new_figures(words: list[str], original: list[str]) -> bool:
    return any(word[0].isdigit() and word not in original for word in words)
