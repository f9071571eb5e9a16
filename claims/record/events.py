"""The record: appending to it, and proving that nobody rewrote it.

Each event's digest is SHA-256 over the previous digest, its header and the salted digest of its payload, all as
canonical JSON. The payload lies in a row of its own: a redaction may erase it, and the chain still verifies.
"""

import hashlib
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _
from structlog.contextvars import get_contextvars

from claims.models import Article, ChainHead, Claim, Event, EventPayload, User
from claims.record import chain, permissions
from claims.record.refusals import IllegalMove

GENESIS = "0" * 64
_ENCODER = DjangoJSONEncoder(sort_keys=True, separators=(",", ":"), allow_nan=False)


def canonical(value: Any) -> str:
    """The one JSON text of a value: sorted keys, no spaces, no NaN."""
    return _ENCODER.encode(value)


def payload_digest(body: str, salt: str) -> str:
    return hashlib.sha256(f"{salt}:{body}".encode()).hexdigest()


def link(previous: str, header: str, digest_of_payload: str) -> str:
    """An event's digest: of the one before it, its header and the digest of its payload, as canonical JSON."""
    return hashlib.sha256(f'["{previous}",{header},"{digest_of_payload}"]'.encode()).hexdigest()


def header_of(event: Event) -> str:
    """What the digest covers besides the payload, as canonical JSON."""
    return _header(
        event.sequence,
        event.time,
        event.actor_id,
        event.verb,
        event.object_type,
        event.object_id,
        event.claim_id,
        event.article_id,
    )


def _header(
    sequence: int,
    time: datetime,
    actor: int | None,
    verb: str,
    object_type: str,
    object_id: int,
    claim: int | None,
    article: int | None,
) -> str:
    # laid out by hand, as ``canonical`` would: each event passes here whenever the record is read
    told = time.astimezone(UTC).isoformat(timespec="microseconds")  # the same on both databases
    return (
        f'{{"actor":{_or_null(actor)},"article":{_or_null(article)},"claim":{_or_null(claim)},'
        f'"object":[{_word(object_type)},{object_id}],"sequence":{sequence},"time":"{told}","verb":{_word(verb)}}}'
    )


def _or_null(number: int | None) -> str:
    return "null" if number is None else str(number)


@lru_cache(maxsize=512)
def _word(word: str) -> str:
    """Verbs and kinds of rows are few."""
    return canonical(word)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one event is to tell, before it has its place in the chain."""

    verb: str
    on: Model
    by: User | None
    payload: dict[str, Any]
    claim: Claim | None = None
    at: datetime | None = None


def append(
    verb: str,
    on: Model,
    *,
    by: User | None,
    payload: dict[str, Any],
    claim: Claim | None = None,
    at: datetime | None = None,
) -> Event:
    """Write one event in the caller's transaction, which locks the chain's head last."""
    return append_all([Entry(verb, on, by, payload, claim, at)])[0]


def append_all(entries: Sequence[Entry]) -> list[Event]:
    """Write one event for each entry, in order, at the cost of one; in the transaction of what they tell of."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("an event is written in the transaction of what it tells of")
    request = get_contextvars().get("request_id")
    told = [(entry, canonical(entry.payload | {"request": request} if request else entry.payload)) for entry in entries]
    [head] = chain.locked_head()
    time: datetime = head.the_time  # the database's: processes may disagree about theirs, the order is the sequence's
    events: list[Event] = []
    payloads: list[EventPayload] = []
    previous = head.digest
    for sequence, (entry, body) in enumerate(told, start=head.sequence + 1):
        payload = EventPayload(body=body, salt=secrets.token_hex(16))
        events.append(_event(entry, sequence, time, previous, payload_digest(body, payload.salt)))
        payloads.append(payload)
        previous = events[-1].digest
    if not chain.put(events, payloads, head):
        raise IllegalMove
    return events


def _event(entry: Entry, sequence: int, time: datetime, previous: str, digest_of_payload: str) -> Event:
    subject = entry.claim or (entry.on if isinstance(entry.on, Claim) else getattr(entry.on, "claim", None))
    event = Event(
        sequence=sequence,
        time=entry.at or time,
        actor=entry.by,
        verb=entry.verb,
        object_type=entry.on._meta.model_name or "",
        object_id=entry.on.pk,
        claim=subject,
        article_id=_article_of(entry.on, subject),
        payload_digest=digest_of_payload,
        previous=previous,
    )
    event.digest = link(previous, header_of(event), digest_of_payload)
    return event


def _article_of(on: Model, claim: Claim | None) -> int | None:
    if claim is not None:
        return claim.article_id
    return on.pk if isinstance(on, Article) else getattr(on, "article_id", None)


# By whose rules the desk worked, and who had which rights: no source is named there, and publishing looks them up.
_STAYS = frozenset({"policy", "user", "conflictofinterest", "ratingscale", "rating", "chainhead"})


def why_it_stays(event: Event) -> str:
    """Why what this event told cannot be erased, or nothing."""
    if event.verb == "redact":
        return _("What tells of an erasure stays: who erased what, and why.")
    if event.object_type in _STAYS:
        return _("What tells of the desk's rules, accounts, ties and rating scales stays: no source is named there.")
    return ""


def redact(event: Event, *, by: User, reason: str) -> Event:
    """Erase what an event told, to protect a source; its header stays, the chain still verifies and says "erased"."""
    permissions.require(by, "redact")
    if not reason.strip():
        raise IllegalMove(_("Say why this part of the record has to be erased."))
    if told := why_it_stays(event):
        raise IllegalMove(told)
    with transaction.atomic():
        if not EventPayload.objects.filter(event=event).delete()[0]:
            raise IllegalMove(_("It was erased already."))
        return append("redact", event, by=by, payload={"sequence": event.sequence, "reason": reason})


@dataclass(frozen=True, slots=True)
class Flaw:
    """The first thing wrong with the record: where, and what."""

    sequence: int
    what: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What reading the whole record came to."""

    events: int
    erased: int
    head: str
    flaw: Flaw | None

    @property
    def holds(self) -> bool:
        return self.flaw is None


def verify(*, head: tuple[int, str] | None = None) -> Proof:
    """Read the record from its beginning and name the first bad row; compare with a head kept elsewhere if one is given.

    The desk may go on writing meanwhile: what it appends is read as well, until the end that was read is the chain's.
    """
    previous, count, erased, before = GENESIS, 0, 0, -1
    while True:
        for row in _rows(after=count):
            count += 1
            flaw = _flaw_of(row, count, previous)
            previous = row[_DIGEST]
            if flaw is None and head is not None and count == head[0] and previous != head[1]:
                flaw = "differs from the head kept elsewhere"
            if flaw:
                return Proof(count - 1, erased, previous, Flaw(count, flaw))
            erased += row[_BODY] is None
        ended = _flaw_at_the_end(count, previous, head)
        if ended is None or count == before:
            return Proof(count, erased, previous, ended)
        before = count


# One row as plain values: model instances would halve the speed.
_COLUMNS = (
    *("pk", "previous", "digest", "payload_digest", "payload__body", "payload__salt"),
    *("sequence", "time", "actor_id", "verb", "object_type", "object_id", "claim_id", "article_id"),
)
_PREVIOUS, _DIGEST, _PAYLOAD_DIGEST, _BODY, _SALT = 1, 2, 3, 4, 5
_HEADER = slice(6, None)


def _rows(after: int) -> Iterator[tuple[Any, ...]]:
    rows = Event.objects.filter(sequence__gt=after).order_by("sequence")
    return rows.values_list(*_COLUMNS).iterator(chunk_size=5000)


def _flaw_of(row: tuple[Any, ...], place: int, previous: str) -> str | None:
    header = row[_HEADER]
    if header[0] != place:
        return f"event {place} is missing"
    if row[_PREVIOUS] != previous:
        return "does not follow the event before it"
    if link(previous, _header(*header), row[_PAYLOAD_DIGEST]) != row[_DIGEST]:
        return "its header was rewritten"
    if row[_BODY] is None:
        erased_on_record = Event.objects.filter(verb="redact", object_type="event", object_id=row[0]).exists()
        return None if erased_on_record else "its payload is gone without a redaction"
    if payload_digest(row[_BODY], row[_SALT]) != row[_PAYLOAD_DIGEST]:
        return "its payload was rewritten"
    return None


def _flaw_at_the_end(count: int, digest: str, head: tuple[int, str] | None) -> Flaw | None:
    stored = ChainHead.objects.filter(pk=1).values_list("sequence", "digest").first()
    if stored != (count, digest):
        return Flaw(count + 1, "the chain ends before its head: events are missing")
    if head is not None and head[0] > count:
        return Flaw(count + 1, f"the record ends before event {head[0]}, kept elsewhere")
    return None
