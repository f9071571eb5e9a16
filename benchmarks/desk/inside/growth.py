"""The same verbs with a small queue and a large one, one after the other: ``growth LARGE``.

The fastest tenth says what the verb costs; the median has the machine's other work in it.
"""

import statistics
import sys
import time

from benchmarks.desk.inside.telling import PIECE, analyse, people, tell
from claims.review import reviews, slots
from tests.factories import fill_queue

SMALL, CYCLES = 1000, 200


def main(large: int) -> None:
    fill_queue(SMALL)
    before = cycle(CYCLES)
    fill_queue(large - SMALL)
    after = cycle(CYCLES)
    for verb, few, many in zip(("take", "submit"), before, after, strict=True):
        for name, of in (("median", statistics.median), ("fastest tenth", lambda v: statistics.quantiles(v, n=10)[0])):
            first, second = of(few), of(many)
            figure = f"{first * 1000:.1f} ms → {second * 1000:.1f} ms, × {second / first:.2f}"
            tell(f"{verb}, {name}, {SMALL:,} → {large:,} claims", figure)


def cycle(times: int) -> tuple[list[float], list[float]]:
    """Seconds of each take and of each submit."""
    by = people(1)[0]
    analyse()
    took, gave = [], []
    for _ in range(times):
        begun = time.perf_counter()
        slot = slots.take_next(by=by)
        assert slot is not None
        taken = time.perf_counter()
        reviews.submit(
            slot,
            token=slot.token,
            wording_number=1,
            verdict="supported",
            rationale="The ledger shows it.",
            evidence=[PIECE],
            by=by,
        )
        took.append(taken - begun)
        gave.append(time.perf_counter() - taken)
    return took, gave


if __name__ == "__main__":
    main(int(sys.argv[1]))
