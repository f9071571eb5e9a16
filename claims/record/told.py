"""What the record last told of the rows that only verbs write: read event by event, of each value its digest and its event.

A redaction takes away what was told of a claim's rows until then; which verb it erased stands in the event's header for ever.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Field, Model

from claims.models import (
    AttributionFinding,
    Claim,
    ClaimVersion,
    Comment,
    CorrectionRequest,
    Decision,
    Event,
    Evidence,
    Harm,
    Publication,
    ReplyRequest,
    Review,
    Status,
)
from claims.record.events import canonical

# What only verbs write, by column. Times are left out: the database gives them, and the record tells them as words.
WATCHED: dict[type[Model], tuple[str, ...]] = {
    Claim: (
        *("wording", "wording_number", "status", "dismiss_reason", "merged_into_id", "harm", "as_of"),
        *("round_number", "verdict", "attribution_verdict", "look_again_by"),
    ),
    ClaimVersion: ("number", "text"),
    Review: (
        *("slot_id", "round_id", "claim_version_id", "number", "state", "reviewer_id"),
        *("verdict", "rationale", "searched", "as_of", "look_again_by"),
    ),
    AttributionFinding: ("source_id", "verdict"),
    Evidence: (
        *("address", "description", "quotation", "stance", "primary", "named", "interest"),
        *("file", "file_name", "file_sha256", "archived_sha256", "alive"),
    ),
    Decision: ("round_id", "claim_version_id", "adjudicator_id", "verdict", "rationale", "attribution_verdicts"),
    Publication: (
        *("number", "state", "decision_id", "rating_id", "slug", "title", "summary", "document", "shown"),
        *("publisher_id", "sole_reviewer_id", "waived_by_policy", "gate_override", "note", "looked_at_again"),
    ),
    Comment: ("text", "author_id"),
    ReplyRequest: ("asked", "channel", "answer"),
    CorrectionRequest: ("article_id", "publication_id", "asked", "asked_on", "channel", "outcome", "outcome_on", "link", "words"),
}  # fmt: skip

# Kinds that come into the desk by these verbs alone: of each such row the record tells, unless that very event was erased.
MADE_BY: dict[type[Model], frozenset[str]] = {
    Review: frozenset({"submit", "reaffirm", "change"}),
    AttributionFinding: frozenset({"submit", "reaffirm", "change"}),
    Evidence: frozenset({"submit", "reaffirm", "change"}),
    Decision: frozenset({"agree", "adjudicate"}),
    Publication: frozenset({"publish"}),
    Comment: frozenset({"comment", "send_back"}),
    ReplyRequest: frozenset({"ask_for_reply"}),
    CorrectionRequest: frozenset({"ask_for_correction"}),
}

# As what a reading stores each claim that its event names.
_AS_READ = {
    "wording_number": 1,
    "status": Status.CANDIDATE.value,
    "dismiss_reason": "",
    "merged_into_id": None,
    "harm": Harm.NONE.value,
    "round_number": 0,
    "verdict": "",
    "attribution_verdict": "",
    "look_again_by": None,
}

Key = tuple[str, int]
Values = dict[str, tuple[bytes, int]]  # of each column the digest of its value, and the event that told it


def name_of(kind: type[Model]) -> str:
    """The word by which the record calls a kind of row."""
    return str(kind._meta.model_name)


def _by_told_name(kind: type[Model], columns: Iterable[str]) -> dict[str, str]:
    """Under which names the record tells these columns: a change names the field, and a row that was made its column."""
    fields: list[Field[Any, Any]] = [f for f in kind._meta.concrete_fields if f.attname in columns]
    return {f.attname: f.attname for f in fields} | {f.name: f.attname for f in fields}


_COLUMNS = {name_of(kind): _by_told_name(kind, columns) for kind, columns in WATCHED.items()}


def digest_of(value: Any) -> bytes:
    """What stands for a value while everything else is read: a word's own SHA-256, or that of its one JSON text."""
    value = value.isoformat() if hasattr(value, "isoformat") else value
    return hashlib.sha256((value if isinstance(value, str) else canonical(value)).encode()).digest()


_DIGESTS_AS_READ = {name: digest_of(value) for name, value in _AS_READ.items()}


@dataclass(slots=True)
class Told:
    """What the record last told of each row, which rows belong to which claim, and what was erased of it."""

    values: dict[Key, Values] = field(default_factory=dict)
    of_claim: dict[int, set[Key]] = field(default_factory=lambda: defaultdict(set))
    named: set[Key] = field(default_factory=set)
    first_wordings: dict[int, tuple[bytes, int]] = field(default_factory=dict)
    erased: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    until: int = 0

    def read_all(self, *, at_once: int) -> None:
        """Read the record from its beginning to its end."""
        header = ("sequence", "verb", "object_type", "object_id", "claim")
        events = Event.objects.order_by("sequence").values_list(*header, "payload__body")
        for event in events.iterator(chunk_size=at_once):
            self.read(*event)

    def read(
        self, sequence: int, verb: str, object_type: str, object_id: int, claim: int | None, body: str | None
    ) -> None:
        """One more event; without *body* it was erased."""
        self.until = sequence
        if body is None:
            self._forget(verb, claim)
            return
        told = json.loads(body)
        after = _rows(told, "after")
        for row in after:
            self._note(row, sequence, claim)
        changed = {tuple(row["row"]) for row in after}
        for row in _rows(told, "before"):
            if (key := tuple(row["row"])) not in changed:  # deleted by a verb
                self.values.pop(key, None)
                self.named.discard(key)
        if verb == "archive" and object_type == name_of(Evidence):
            self._note({"row": [object_type, object_id], **_archived(told)}, sequence, claim)
        if verb == "extract":
            self._note_reading(told, sequence)

    def _forget(self, verb: str, claim: int | None) -> None:
        if claim is not None:
            self.erased[claim].add(verb)
            for key in self.of_claim.pop(claim, ()):
                self.values.pop(key, None)

    def _note(self, row: dict[str, Any], sequence: int, claim: int | None) -> None:
        kind, number = row["row"]
        columns = _COLUMNS.get(kind)
        if columns is None or number is None:
            return
        self.named.add((kind, number))
        watched = {columns[name]: (digest_of(value), sequence) for name, value in row.items() if name in columns}
        if watched:
            self.values.setdefault((kind, number), {}).update(watched)
            self.of_claim[number if kind == "claim" else claim or 0].add((kind, number))

    def _note_reading(self, told: dict[str, Any], sequence: int) -> None:
        """The claims that a reading found; records of before it said so tell neither their wordings nor their days."""
        as_read = {name: (digest, sequence) for name, digest in _DIGESTS_AS_READ.items()}
        claims = told.get("claims", [])
        for number in claims:
            key = (name_of(Claim), number)
            self.named.add(key)
            self.values[key] = dict(as_read)
            self.of_claim[number].add(key)
        for number, digest in zip(claims, told.get("wordings", []), strict=False):
            wording = (bytes.fromhex(digest), sequence)
            self.values[name_of(Claim), number]["wording"] = self.first_wordings[number] = wording
        for number, day in zip(claims, told.get("as_of", []), strict=False):
            self.values[name_of(Claim), number]["as_of"] = (digest_of(day), sequence)


def _rows(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [row for row in told.get(name, []) if isinstance(row, dict) and "row" in row]


def _archived(told: dict[str, Any]) -> dict[str, Any]:
    """What was kept of a page; a page that could not be had leaves the digest as it was."""
    return {"alive": told["alive"]} | ({"archived_sha256": told["sha256"]} if told.get("sha256") else {})
