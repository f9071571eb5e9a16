"""Prove that nobody rewrote the record: read it from its beginning, and name the first bad row."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from claims.record import events, triggers


class Command(BaseCommand):
    help = "Verify the hash-chained record. Exit status 1 names the first bad row."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--head",
            metavar="SEQUENCE:DIGEST",
            help="a head that was kept elsewhere, as this command printed it: a chain alone proves nothing against its owner",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        begun = time.perf_counter()
        proof = events.verify(head=_head(options["head"]))
        if proof.flaw is not None:
            raise CommandError(f"event {proof.flaw.sequence}: {proof.flaw.what}")
        missing = triggers.missing(connection)
        if missing:
            raise CommandError(f"the record can be rewritten: no trigger {', '.join(sorted(missing))}")
        seconds = time.perf_counter() - begun
        erased = f", {proof.erased} erased by redaction" if proof.erased else ""
        self.stdout.write(f"{proof.events} events verified in {seconds:.2f} s{erased}")
        self.stdout.write(f"head {proof.events}:{proof.head}")


def _head(given: str | None) -> tuple[int, str] | None:
    if not given:
        return None
    sequence, _, digest = given.partition(":")
    if not sequence.isdigit() or len(digest) != len(events.GENESIS):
        raise CommandError("--head is a number, a colon and 64 hexadecimal digits")
    return int(sequence), digest
