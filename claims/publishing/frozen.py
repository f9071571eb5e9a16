"""What a check's page shows of the desk's work, kept in the Publication as it was when it went out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from claims.models import Archive, Decision, Evidence, Publication, ReplyRequest, Review, WorkState

_EVIDENCE = (
    "address", "description", "quotation", "stance", "primary", "alive", "named", "interest", "file_sha256", "archived_sha256",
)  # fmt: skip
_REPLY = ("asked", "channel", "answer")
_TIMES = ("retrieved_at", "file_at", "asked_at", "answer_by", "answered_at")


@dataclass(frozen=True, slots=True)
class Found:
    """What one review stood on."""

    evidence: Sequence[Evidence]
    searched: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A request for a reply; *waits* if its day had not come when the check went out."""

    request: ReplyRequest
    waits: bool


def freeze(decision: Decision) -> dict[str, Any]:
    """The round's evidence and the replies so far, as JSON keeps them."""
    reviews = Review.objects.filter(round=decision.round_id, state=Review.State.SUBMITTED)
    return {
        "found": [
            {"searched": review.searched, "evidence": [_piece(one) for one in review.evidence.all()]}
            for review in reviews.prefetch_related("evidence__archive").order_by("pk")
        ],
        "replies": [_kept(one, _REPLY) for one in ReplyRequest.objects.filter(claim=decision.claim_id)],
    }


def found(publication: Publication) -> list[Found]:
    """The evidence of a publication, review by review; its rows are values, and in no database."""
    told = publication.shown.get("found", [])
    return [Found([_evidence(one) for one in review["evidence"]], review["searched"]) for review in told]


def replies(publication: Publication) -> list[Asked]:
    """Who had been asked for a reply when it went out, and what had come."""
    requests = (ReplyRequest(**_read(one)) for one in publication.shown.get("replies", []))
    return [Asked(one, bool(one.answer_by and one.answer_by > publication.published_at)) for one in requests]


def _piece(evidence: Evidence) -> dict[str, Any]:
    """A piece of evidence; what could not be fetched was not retrieved."""
    kept = _kept(evidence, _EVIDENCE)
    if evidence.unfetched:
        kept = {name: value for name, value in kept.items() if name != "retrieved_at"} | {"unfetched": True}
    return kept


def _evidence(kept: dict[str, Any]) -> Evidence:
    values = _read(kept)
    unfetched = values.pop("unfetched", False)
    evidence = Evidence(**values)
    if unfetched:
        evidence.archive = Archive(state=WorkState.FAILED)
    return evidence


def _kept(row: Model, names: Iterable[str]) -> dict[str, Any]:
    times = {name: getattr(row, name) for name in _TIMES if hasattr(row, name)}
    return {name: getattr(row, name) for name in names} | {
        name: time.isoformat() for name, time in times.items() if time is not None
    }


def _read(kept: dict[str, Any]) -> dict[str, Any]:
    return {name: datetime.fromisoformat(value) if name in _TIMES else value for name, value in kept.items()}
