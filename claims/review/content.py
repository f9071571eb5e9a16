"""What a review says, checked for completeness before it touches the database, and the rows that keep it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.models import AttributionFinding, AttributionVerdict, Claim, ClaimVersion, Evidence, Review, Source, Verdict
from claims.record import originals
from claims.record.originals import Original
from claims.record.prepared import Prepared
from claims.record.refusals import IllegalMove, Incomplete
from claims.review.half_typed import is_half_typed

LONGEST_TEXT = 20_000  # characters of a rationale, as of a quotation


Pieces = Mapping[int, Evidence]  # of an earlier review, by number
NONE_BEFORE: Pieces = {}


@dataclass(frozen=True, slots=True)
class EvidenceGiven:
    """One piece of evidence as a reviewer gives it."""

    address: str = ""
    description: str = ""
    quotation: str = ""
    stance: str = Evidence.Stance.SUPPORTS
    primary: bool = False
    named: str = ""
    interest: str = ""
    file: "File[Any] | None" = None
    original: Original | None = None  # where the file's bytes are kept, once they are
    kept: int | None = None  # the number of the piece that this one was in one's earlier review
    keep_file: bool = False  # and whether its file goes with it


@dataclass(frozen=True, slots=True)
class Findings:
    """What a review says, before it is tied to a slot and a wording."""

    verdict: str
    rationale: str
    evidence: Sequence[EvidenceGiven] = ()
    findings: Mapping[int, str] = field(default_factory=dict)
    searched: str = ""
    as_of: date | None = None
    look_again_by: date | None = None

    def lacks(self, before: Pieces = NONE_BEFORE) -> list[str]:
        """What is missing, or cannot be so, in a reviewer's words: all of it. *before* are the pieces of their earlier review, by number."""
        lacks = [*self._unsaid(before), *overlong(self.rationale, self.searched), *self._no_such_days()]
        return list(dict.fromkeys(lacks))

    def _unsaid(self, before: Pieces) -> Iterator[str]:
        if self.verdict not in Verdict.values:
            yield _("Choose a verification status.")
        if not self.rationale.strip():
            yield _("Say why: the rationale is empty.")
        if not self.evidence and not self.searched.strip():
            yield _("Give at least one piece of evidence, or say what you searched without finding any.")
        for piece in self.evidence:
            yield from _unsaid_of(piece, before)
        if set(self.findings.values()) - set(AttributionVerdict.values):
            yield _("Choose an attribution verdict for each source.")

    def _no_such_days(self) -> Iterator[str]:
        today = timezone.localdate()
        if self.as_of and self.as_of > today:
            yield _("“True as of” is a day that has not come yet: choose today or an earlier one.")
        if is_half_typed(self.as_of):
            yield _("“True as of” has a year of fewer than four digits: was it typed in full?")
        if self.look_again_by and self.look_again_by <= today:
            yield _("“Look again by” is a day that has come already: choose one after today, or none.")

    def refuse_if_incomplete(self, before: Pieces = NONE_BEFORE) -> None:
        """Raise Incomplete with what is missing."""
        if lacks := self.lacks(before):
            raise Incomplete(*lacks)

    def with_files_kept(self) -> "Findings":
        """The same once the bytes of its files are kept; said before the claim is held, for files take their time."""
        pieces = [
            replace(piece, original=originals.keep(piece.file)) if piece.file else piece for piece in self.evidence
        ]
        return replace(self, evidence=pieces)


def _unsaid_of(piece: EvidenceGiven, before: Pieces) -> Iterator[str]:
    if piece.stance not in Evidence.Stance.values:
        yield _("Say of each piece of evidence whether it supports, undermines or is context.")
    earlier = before.get(piece.kept or 0)
    keeps = earlier is not None and bool(earlier.file) and piece.keep_file
    if piece.keep_file and not piece.file and not keeps:
        yield _("The file that a piece of evidence was to keep is in no earlier review of yours: hand it in again.")
    if not (piece.address or piece.file or keeps or piece.description.strip()):
        yield _("A piece of evidence needs an address, a file or a description.")


def overlong(rationale: str, searched: str = "") -> list[str]:
    """Which of these texts are longer than a review takes them."""
    named = ((_("The rationale"), rationale), (_("What was searched"), searched))
    said = _("%(text)s is too long: %(n)s characters, and at most %(most)s are taken.")
    return [
        said % {"text": name, "n": f"{length:,}", "most": f"{LONGEST_TEXT:,}"}
        for name, text in named
        if (length := len(text.strip().replace("\r\n", "\n"))) > LONGEST_TEXT
    ]


def refuse_other_wording(claim: Claim, number: int) -> None:
    """Raise IllegalMove unless the claim's wording is still this one."""
    if number != claim.wording_number:
        raise IllegalMove(_("The wording changed while you were at work. Read the new one; what you wrote is kept."))


def wording(claim: Claim, number: int) -> ClaimVersion:
    """The claim's wording, if it is still this one."""
    refuse_other_wording(claim, number)
    return ClaimVersion.objects.get(claim=claim, number=number)


def sources_of(claim: Claim) -> list[int]:
    """To whom the claim is attributed, each once."""
    return _sources_of(claim=claim.pk)


@Prepared
def _sources_of(claim: Any) -> QuerySet[Source, int]:
    sources = Source.objects.filter(statements__appearances__claim=claim)
    return sources.order_by("pk").values_list("pk", flat=True).distinct()


def rows_of(
    review: Review,
    said: Findings,
    *,
    sources: Sequence[int] | None = None,
    before: Pieces = NONE_BEFORE,
) -> list[Model]:
    """The review with its evidence and one answer per source, to be created in this order.

    *sources* are the claim's, where they are known already; *before* is the evidence of an earlier review, by number, whose
    copies a piece keeps that stands as it did.
    """
    review.verdict, review.rationale, review.searched = said.verdict, said.rationale.strip(), said.searched.strip()
    review.as_of, review.look_again_by = said.as_of, said.look_again_by
    sources = sources_of(review.claim) if sources is None else sources
    if set(said.findings) - set(sources):
        raise IllegalMove(_("The sources of this claim have changed. Look at them again."))
    return [
        review,
        *(_evidence(review, number, piece, before.get(piece.kept or 0)) for number, piece in enumerate(said.evidence)),
        *findings_of(review, said.findings, sources),
    ]


def findings_of(review: Review, given: Mapping[int, str], sources: Sequence[int] | None = None) -> list[Model]:
    """One answer per source that the claim has now: unchecked where none was given."""
    pks = sources_of(review.claim) if sources is None else sources
    unchecked = AttributionVerdict.UNCHECKED
    return [AttributionFinding(review=review, source_id=pk, verdict=given.get(pk, unchecked)) for pk in pks]


# What was kept of the page at an address stays with the piece while it names that page; so does a file that was handed in.
_OF_THE_PAGE = ("retrieved_at", "archived_sha256", "archived_type", "archived_text", "archived_original", "alive")
_OF_THE_FILE = ("file", "file_name", "file_sha256", "file_at")


def _evidence(review: Review, ordinal: int, piece: EvidenceGiven, before: Evidence | None = None) -> Evidence:
    row = _fresh(review, ordinal, piece)
    stays: list[str] = []
    if before and piece.address and piece.address == before.address:
        stays += _OF_THE_PAGE
    if before and piece.keep_file and not piece.file:
        stays += _OF_THE_FILE
    for name in stays:
        setattr(row, name, getattr(before, name))
    if row.file and not row.address:
        row.retrieved_at = None  # a file is handed in; nothing was retrieved
    return row


def _fresh(review: Review, ordinal: int, piece: EvidenceGiven) -> Evidence:
    return Evidence(
        review=review,
        claim=review.claim,
        ordinal=ordinal,
        address=piece.address,
        description=piece.description,
        quotation=piece.quotation,
        stance=piece.stance,
        primary=piece.primary,
        named=piece.named,
        interest=piece.interest,
        retrieved_at=timezone.now(),
        **(_handed_in(piece.file, piece.original) if piece.file else {}),
    )


def _handed_in(file: "File[Any]", original: Original | None) -> dict[str, Any]:
    name, digest = original or originals.keep(file)
    called = (file.name or "").encode("utf-8", "replace").decode()[:255]
    return {"file": name, "file_name": called, "file_sha256": digest, "file_at": timezone.now()}
