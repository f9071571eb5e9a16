"""A long record, linked as the desk links it, then read from its beginning: ``record EVENTS``."""

import secrets
import sys
import time

from django.utils import timezone

from benchmarks.desk.inside.telling import tell
from claims.models import ChainHead, Event, EventPayload
from claims.record import events, foundation

AT_ONCE = 2000


def main(count: int) -> None:
    foundation.lay()
    lengthen(count)
    begun = time.perf_counter()
    proof = events.verify()
    seconds = time.perf_counter() - begun
    tell(
        f"verify {proof.events:,} events",
        f"{proof.events / seconds:,.0f} events/s, {'clean' if proof.holds else proof}",
    )


def lengthen(count: int) -> None:
    head = ChainHead.objects.get(pk=1)
    change = {"row": ["claim", 1], "status": "queued", "touched": True, "round_number": 1}
    for start in range(0, count, AT_ONCE):
        rows, payloads = [], []
        for number in range(start, min(start + AT_ONCE, count)):
            body = events.canonical({"before": [change], "after": [change], "reason": f"reason {number}"})
            salt = secrets.token_hex(16)
            event = Event(
                sequence=head.sequence + 1,
                time=timezone.now(),
                verb="touch",
                object_type="claim",
                object_id=number + 1,
                payload_digest=events.payload_digest(body, salt),
                previous=head.digest,
            )
            event.digest = events.link(event.previous, events.header_of(event), event.payload_digest)
            head.sequence, head.digest = event.sequence, event.digest
            rows.append(event)
            payloads.append((body, salt))
        Event.objects.bulk_create(rows)
        EventPayload.objects.bulk_create(
            EventPayload(event=event, body=body, salt=salt) for event, (body, salt) in zip(rows, payloads, strict=True)
        )
    head.save()


if __name__ == "__main__":
    main(int(sys.argv[1]))
