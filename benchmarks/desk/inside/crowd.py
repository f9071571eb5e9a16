"""Reviewers at once, each a process, until the queue is empty; one is killed in the middle and comes back: ``crowd REVIEWERS CLAIMS``."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from benchmarks.desk.inside import reviewer
from benchmarks.desk.inside.telling import analyse, people, quantiles, tell
from claims.models import Claim, Event, Review, Slot, Status
from claims.record import events
from claims.review import slots
from tests.factories import fill_queue

TWICE = 10  # one claim in so many is for two reviewers


def main(reviewers: int, claims: int) -> None:
    for_two = claims // TWICE
    crew = [person.pk for person in people(reviewers)]
    fill_queue(claims - for_two)
    fill_queue(for_two, required=2)
    analyse()
    folder = Path(os.environ["FACTCHECK_DATA"])
    begun = time.perf_counter()
    at_work = {pk: start(pk, folder) for pk in crew}
    while Review.objects.count() < claims // 3:
        time.sleep(0.1)
    victim = crew[0]
    at_work[victim].send_signal(signal.SIGKILL)
    at_work[victim].wait()
    at_work[victim] = start(victim, folder)
    for process in at_work.values():
        process.wait()
    seconds = time.perf_counter() - begun
    finish_what_the_dead_one_held(crew)
    lines = [line.split() for pk in crew for line in (folder / f"{pk}.log").read_text().splitlines()]
    report(lines, seconds, reviewers, claims, for_two)


def start(person: int, folder: Path) -> "subprocess.Popen[bytes]":
    log = (folder / f"{person}.log").open("ab")
    return subprocess.Popen([sys.executable, "-m", reviewer.__name__, str(person)], stdout=log)


def finish_what_the_dead_one_held(crew: list[int]) -> None:
    Slot.objects.filter(state="held").update(lease_until=timezone.now() - timedelta(minutes=1))
    slots.expire()
    for person in crew:
        reviewer.main(person, quiet=True)


def report(lines: list[list[str]], seconds: float, reviewers: int, claims: int, for_two: int) -> None:
    acknowledged = [line for line in lines if len(line) == 3]
    told = {int(line[0]) for line in acknowledged}
    kept = set(Review.objects.values_list("pk", flat=True))
    required = claims + for_two
    twice = Counter(Slot.objects.filter(state="filled").values_list("round_id", "holder_id"))
    settled = (Status.DECIDED, Status.ADJUDICATION)
    verbs = Counter(Event.objects.values_list("verb", flat=True))
    untold = max(0, required - verbs["take"]) + abs(required - verbs["submit"]) + abs(claims - verbs["agree"])
    tell(f"{reviewers} reviewers × {claims} claims", f"{seconds:.1f} s, {len(kept) / seconds:.0f} cycles/s")
    tell("take", quantiles([float(line[1]) for line in acknowledged]))
    tell("submit with the policy's decision", quantiles([float(line[2]) for line in acknowledged]))
    tell("times that the database was busy for 20 s", str(sum(line == ["busy"] for line in lines)))
    tell("persons in two slots of a round", str(sum(n > 1 for n in twice.values())))
    tell("slots with two reviews", str(len(kept) - Review.objects.values("slot").distinct().count()))
    tell("reviews acknowledged and lost", str(len(told - kept)))
    tell("reviews that were asked for and not given", str(required - len(kept)))
    tell("claims not decided", str(Claim.objects.exclude(status__in=settled).count()))
    tell("takes, submits and decisions without their event", str(untold))
    tell("record", "holds" if events.verify().holds else "BROKEN")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
