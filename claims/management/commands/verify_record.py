"""Prove that nobody rewrote the record or went around it: read it from its beginning, and name the first bad row."""

import re
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError, connection

from claims.record import events, rows, triggers

DIGITS = re.compile("[0-9]+")  # Python counts other scripts' digits and superscripts among them
HEXADECIMAL = re.compile("[0-9a-f]+")


class Command(BaseCommand):
    help = "Verify the hash-chained record, and the desk's rows against it. Exit status 1 names the first bad row."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--data", help="the data folder of the desk to verify (data/)")
        parser.add_argument(
            "--head",
            metavar="SEQUENCE:DIGEST",
            help="a head that was kept elsewhere, as this command printed it: a chain alone proves nothing against its owner",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.verify(head_of(options["head"]))
        except DatabaseError as error:
            raise CommandError(f"no desk can be read here: {' '.join(str(error).split())}") from error

    def verify(self, head: tuple[int, str] | None) -> None:
        begun = time.perf_counter()
        proof = events.verify(head=head)
        if proof.flaw is not None:
            raise CommandError(f"event {proof.flaw.sequence}: {proof.flaw.what}")
        missing = triggers.missing(connection)
        if missing:
            raise CommandError(f"the record can be rewritten: no trigger {', '.join(sorted(missing))}")
        seconds = time.perf_counter() - begun
        erased = f", {proof.erased} erased by redaction" if proof.erased else ""
        self.stdout.write(f"{proof.events} events verified in {seconds:.2f} s{erased}")
        compared = rows.compare()
        if compared.flaw is not None:
            raise CommandError(compared.flaw)
        self.stdout.write(f"{compared.rows} rows stand as the record tells them")
        self.stdout.write(f"head {proof.events}:{proof.head}")


def head_of(given: str | None) -> tuple[int, str] | None:
    if given is None:
        return None
    sequence, _, digest = given.partition(":")
    if not DIGITS.fullmatch(sequence) or len(digest) != len(events.GENESIS) or not HEXADECIMAL.fullmatch(digest):
        raise CommandError("--head is a number, a colon and 64 hexadecimal digits")
    return int(sequence), digest
