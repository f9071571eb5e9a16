"""One reviewer, a process: takes the next claim and submits until there is none: ``reviewer PERSON``.

Prints, for each review that was acknowledged, its number and the seconds of take and submit; ``busy`` where the database was.
"""

import sys
import time
from functools import partial

from benchmarks.desk.inside.telling import PIECE, until_not_busy
from claims.models import Slot, User
from claims.review import reviews, slots


def main(person: int, *, quiet: bool = False) -> None:
    by = User.objects.get(pk=person)
    told = (lambda: None) if quiet else (lambda: print("busy", flush=True))
    while True:
        begun = time.perf_counter()
        slot = until_not_busy(partial(_next, by), told=told)
        taken = time.perf_counter()
        if slot is None:
            return
        give = partial(
            reviews.submit,
            slot,
            token=slot.token,
            wording_number=slot.claim.wording_number,
            verdict="supported",
            rationale="The ledger shows it.",
            evidence=[PIECE],
            by=by,
        )
        review = until_not_busy(give, told=told)
        if not quiet:
            print(review.pk, taken - begun, time.perf_counter() - taken, flush=True)


def _next(by: User) -> Slot | None:
    while True:
        try:
            return slots.take_next(by=by)
        except slots.Outrun:
            continue  # as a person does who is told to ask once again


if __name__ == "__main__":
    main(int(sys.argv[1]))
