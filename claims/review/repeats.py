"""The same submission once more, or another one of the same slot: which of the two it is, by what it says."""

from collections.abc import Iterable

from claims.models import AttributionVerdict, Evidence, Review
from claims.record.refusals import IllegalMove
from claims.review.content import EvidenceGiven, Findings

_OF_A_PIECE = ("address", "description", "quotation", "stance", "primary", "named", "interest")


class SaidOtherwise(IllegalMove):
    """Your review of this claim is in already, and it says something else. What is in stays as it is."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.review = review


def the_same_again(reviews: Iterable[Review], said: Findings) -> Review | None:
    """The newest of these reviews of one slot, by one person, if any of them says just this; None where there are none.

    Raises SaidOtherwise if all of them say something else.
    """
    given = list(reviews)
    if given and not any(_says(review, said) for review in given):
        raise SaidOtherwise(given[0])
    return given[0] if given else None


def _says(review: Review, said: Findings) -> bool:
    if (review.verdict, review.as_of, review.look_again_by) != (said.verdict, said.as_of, said.look_again_by):
        return False
    if (review.rationale, review.searched) != (said.rationale.strip(), said.searched.strip()):
        return False
    pieces = list(review.evidence.all())
    if len(pieces) != len(said.evidence) or not all(map(_is_piece, pieces, said.evidence)):
        return False
    unchecked = AttributionVerdict.UNCHECKED
    found = {one.source_id: one.verdict for one in review.findings.all()}
    return all(found.get(pk, unchecked) == said.findings.get(pk, unchecked) for pk in {*found, *said.findings})


def _is_piece(piece: Evidence, given: EvidenceGiven) -> bool:
    if any(getattr(piece, name) != getattr(given, name) for name in _OF_A_PIECE):
        return False
    if not given.file:
        return not piece.file or given.keep_file
    return given.original is not None and piece.file_sha256 == given.original.sha256
