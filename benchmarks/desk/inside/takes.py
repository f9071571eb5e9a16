"""Threads of one process, as a threaded web server has them, take claims: ``takes REVIEWERS TAKES``."""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.db import connection

from benchmarks.desk.inside.telling import analyse, people, quantiles, tell, until_not_busy
from claims.models import User
from claims.review import slots
from tests.factories import fill_queue


def main(reviewers: int, takes: int) -> None:
    crew = people(reviewers)
    fill_queue(reviewers * takes)
    analyse()
    busy: list[int] = []
    outrun: list[int] = []

    def take(by: User) -> tuple[int, float]:
        while True:
            begun = time.perf_counter()
            try:
                slot = until_not_busy(partial(slots.take_next, by=by), told=lambda: busy.append(by.pk))
            except slots.Outrun:
                outrun.append(by.pk)
                continue
            assert slot is not None, "the queue was said to be empty, and is not"
            return slot.pk, time.perf_counter() - begun

    def run(by: User) -> list[tuple[int, float]]:
        try:
            return [take(by) for _ in range(takes)]
        finally:
            connection.close()

    begun = time.perf_counter()
    with ThreadPoolExecutor(reviewers) as pool:
        taken = [row for rows in pool.map(run, crew) for row in rows]
    seconds = time.perf_counter() - begun
    tell(f"{reviewers} threads × {takes} takes", f"{len(taken)} taken, {len(taken) / seconds:.0f} takes/s")
    tell("take", quantiles([seconds for _, seconds in taken]))
    tell("slots taken twice", str(len(taken) - len({pk for pk, _ in taken})))
    tell("times that the database was busy", str(len(busy)))
    tell("times told to ask again, others were faster", str(len(outrun)))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
