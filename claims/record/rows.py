"""The rows against the record: what people found, worded and published is still what the last event of it told.

The chain proves that nobody rewrote the record; this proves that nobody went around it. A redaction takes away what was
told of a claim's rows until then: of these nothing is held against anybody.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model, OuterRef, Subquery

from claims.models import (
    AttributionFinding,
    Claim,
    ClaimVersion,
    Comment,
    Decision,
    Event,
    Evidence,
    Publication,
    ReplyRequest,
    Review,
)
from claims.record.events import canonical

# What only verbs write, with the name under which the record tells it. Statuses follow from other claims' verbs, too.
WATCHED: dict[type[Model], tuple[str, ...]] = {
    Claim: ("wording", "wording_number", "verdict", "attribution_verdict", "harm"),
    ClaimVersion: ("number", "text"),
    Review: ("state", "reviewer_id", "verdict", "rationale", "searched"),
    AttributionFinding: ("source_id", "verdict"),
    Evidence: ("address", "description", "quotation", "stance", "primary", "named", "interest"),
    Decision: ("verdict", "rationale", "attribution_verdicts"),
    Publication: (
        *("number", "state", "rating_id", "slug", "title", "summary", "document"),
        *("publisher_id", "sole_reviewer_id", "waived_by_policy", "gate_override", "note", "looked_at_again"),
    ),
    Comment: ("text", "author_id"),
    ReplyRequest: ("asked", "channel", "answer"),
}
_NAMES = {str(kind._meta.model_name): names for kind, names in WATCHED.items()}
AT_ONCE = 5000

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How many rows the record tells of as they stand, and the first that it does not."""

    rows: int
    flaw: str | None


@dataclass(slots=True)
class _Told:
    """What the record last told of each row: of each value a digest and the event; and which rows belong to which claim."""

    values: dict[Key, dict[str, tuple[bytes, int]]] = field(default_factory=dict)
    of_claim: dict[int, set[Key]] = field(default_factory=lambda: defaultdict(set))
    until: int = 0

    def read(self, sequence: int, claim: int | None, body: str | None) -> None:
        self.until = sequence
        if body is None:
            for key in self.of_claim.pop(claim, ()) if claim else ():
                self.values.pop(key, None)
            return
        told = json.loads(body)
        after = [row for row in told.get("after", []) if isinstance(row, dict) and "row" in row]
        for row in after:
            self.note(row["row"], row, sequence, claim)
        for row in told.get("before", []):
            if isinstance(row, dict) and "row" in row and all(row["row"] != one["row"] for one in after):
                self.values.pop(tuple(row["row"]), None)  # deleted by a verb
        for number, digest in zip(told.get("claims", []), told.get("wordings", []), strict=False):
            self.values.setdefault(("claim", number), {})["wording"] = (bytes.fromhex(digest), sequence)
            self.of_claim[number].add(("claim", number))

    def note(self, named: list[Any], row: dict[str, Any], sequence: int, claim: int | None) -> None:
        kind, number = named
        watched = [name for name in _NAMES.get(kind, ()) if name in row]
        if not watched or number is None:
            return
        values = self.values.setdefault((kind, number), {})
        values.update({name: (digest_of(row[name]), sequence) for name in watched})
        self.of_claim[number if kind == "claim" else claim or 0].add((kind, number))


def digest_of(value: Any) -> bytes:
    """What stands for a value while everything else is read: a word's own SHA-256, or that of its one JSON text."""
    return hashlib.sha256((value if isinstance(value, str) else canonical(value)).encode()).digest()


def compare() -> Comparison:
    """Read the whole record, then the rows; the desk may go on writing meanwhile."""
    told = _Told()
    events = Event.objects.order_by("sequence").values_list("sequence", "claim", "payload__body")
    for event in events.iterator(chunk_size=AT_ONCE):
        told.read(*event)
    count = 0
    for kind in WATCHED:
        for key, claim, flaw in _flaws_of(kind, told):
            if flaw is None:
                count += 1
            elif not _moved_on(claim, told.until):
                return Comparison(count, f"{key[0]} {key[1]}: {flaw}")
    unversioned = _not_worded_as_its_version()
    return Comparison(count, f"claim {unversioned}: its wording is not its version's" if unversioned else None)


def _flaws_of(kind: type[Model], told: _Told) -> Iterator[tuple[Key, int | None, str | None]]:
    """Each row of a kind that the record tells of, with its claim and what is wrong with it; last those that are gone."""
    name, watched = str(kind._meta.model_name), WATCHED[kind]
    claim = "pk" if kind is Claim else "review__claim" if kind is AttributionFinding else "claim"
    rows = kind._default_manager.order_by("pk").values_list("pk", claim, *watched)
    for number, of, *values in rows.iterator(chunk_size=AT_ONCE):
        known = told.values.pop((name, number), None)
        if known:
            yield (name, number), of, _flaw(known, dict(zip(watched, values, strict=True)))
    for key in sorted(key for key in told.values if key[0] == name):
        yield key, None, "the record tells of it, and it is gone"


def _flaw(known: dict[str, tuple[bytes, int]], row: dict[str, Any]) -> str | None:
    for name, (digest, sequence) in known.items():
        if digest_of(row[name]) != digest:
            return f"its {name.removesuffix('_id').replace('_', ' ')} is not what event {sequence} told"
    return None


def _moved_on(claim: int | None, until: int) -> bool:
    """Whether a verb was said of the claim since the record was read."""
    return claim is not None and Event.objects.filter(sequence__gt=until, claim=claim).exists()


def _not_worded_as_its_version() -> int | None:
    """A claim whose wording is none of the wordings that are kept of it: the machine's are told by no event of their own."""
    version = ClaimVersion.objects.filter(claim=OuterRef("pk"), number=OuterRef("wording_number"))
    worded = Claim.objects.annotate(kept=Subquery(version.values("text")[:1])).filter(kept__isnull=False)
    pairs = worded.order_by("pk").values_list("pk", "wording", "kept")
    return next((pk for pk, wording, kept in pairs.iterator(chunk_size=AT_ONCE) if wording != kept), None)
