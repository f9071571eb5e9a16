"""The review queue over HTTP, the desk beside a bare Django site that does the same work, in one run.

    python -m benchmarks.web --harness FOLDER [--sizes 1000,100000] [--on sqlite|postgresql] [--cycles 150] [--reviewers 16]

FOLDER holds the web harness with its bare site (``bench_web.py``, ``targets.py``, ``calib_site``); without it nothing is measured.
Both servers run ``gunicorn -w 2 -k gthread --threads 8 --keep-alive 75`` with login on, one after the other on each database.
Take is the POST that gives the next claim; a cycle of the desk has the page of the review bench in it, one of the bare site has none.
A cycle is measured twice at the largest size: as three requests, and as the form's first button goes through it: "Submit and take the next"
is one request, whose answer holds the next claim's page.
"""

import argparse
import contextlib
import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

from benchmarks import databases
from benchmarks.web.adapter import desk_target
from benchmarks.web.serving import desk, served


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--harness", type=Path, default=Path("../shared/bench/web"))
    ask.add_argument("--sizes", type=lambda given: sorted(map(int, given.split(","))), default=[1000, 100_000])
    ask.add_argument("--on", choices=databases.NAMES)
    ask.add_argument("--cycles", type=int, default=150)
    ask.add_argument("--reviewers", type=int, default=16)
    ask.add_argument("--seconds", type=float, default=20, help="at most so long for one figure")
    given = ask.parse_args()
    if not (given.harness / "bench_web.py").is_file():
        print(f"skipped: no harness in {given.harness} (--harness FOLDER)")
        return
    sys.path.insert(0, str(given.harness.resolve()))
    harness, targets = importlib.import_module("bench_web"), importlib.import_module("targets")
    for name in databases.answering(given.on):
        print(f"\n{name}", flush=True)
        with bare(name, given.harness) as (address, pid):
            yardstick = measured(harness, targets.Calib, address, pid, given)
        with desk(name) as (address, pid, environment):
            ours = measured(harness, desk_target(targets.Target, environment), address, pid, given)
            ours.t.going_on = True
            last = ours.results["sizes"][given.sizes[-1]]
            last["cycle_on"] = ours.cycles(given.reviewers, given.cycles * 2, given.seconds * 3)
            last["correctness_so_far"] = ours.correctness()
        for size in given.sizes:
            compare(size, yardstick, ours)


def measured(harness: Any, target: type, address: str, pid: int, given: argparse.Namespace) -> Any:
    """The harness's results for one server, with the target that took them."""
    options = SimpleNamespace(
        sizes=given.sizes, reviewers=given.reviewers, cycles=given.cycles, repeats=40, phase_seconds=given.seconds,
        think_ms=0, import_chunk=0, server_pid=[pid], out=None, project=0, quiet_below=0.25, quiet_wait=0,
    )  # fmt: skip
    bench = harness.Bench(target(address, "admin", "unused"), options)
    bench.run()
    return bench


def compare(size: int, yardstick: Any, ours: Any) -> None:
    mine, bare = ours.results["sizes"][size], yardstick.results["sizes"][size]
    print(f"  {size:,} claims                         desk        bare    ratio")
    for title, phase, operation, figure in (
        ("take p50, alone (ms)", "cycle_1", "next", "p50_ms"),
        ("take p95, alone (ms)", "cycle_1", "next", "p95_ms"),
        ("take p95, 16 at once (ms)", "cycle_many", "next", "p95_ms"),
        ("page and submit p95, 16 at once (ms)", "cycle_many", "submit", "p95_ms"),
    ):
        row(title, mine[phase][operation][figure], bare[phase][operation][figure])
    for title, phase, beside in (
        ("cycles a second, alone", "cycle_1", "cycle_1"),
        ("cycles a second, 16 at once", "cycle_many", "cycle_many"),
        ("the same by Submit and take the next", "cycle_on", "cycle_many"),
    ):
        if phase in mine:
            for named, figure in ((title, "cycles_per_s"), ("  server's CPU a cycle (ms)", "server_cpu_ms_per_cycle")):
                row(named, mine[phase][figure], bare[beside][figure])
    for title, operation in (("first page of the list p50 (ms)", "list_first"), ("search p50 (ms)", "search")):
        row(title, mine[operation]["p50_ms"], bare[operation]["p50_ms"])
    told = mine["cycle_many"]
    row(
        "items held by two at once",
        told["of_those_held_at_the_same_time"],
        bare["cycle_many"]["of_those_held_at_the_same_time"],
    )
    row("reviews lost", mine["correctness_so_far"]["lost"], bare["correctness_so_far"]["lost"])
    row("errors", told["error_total"], bare["cycle_many"]["error_total"])


def row(title: str, mine: float, bare: float) -> None:
    print(f"  {title:<38} {mine:>8g}  {bare:>10g}   {f'× {mine / bare:.2f}' if bare else ''}", flush=True)


@contextlib.contextmanager
def bare(name: str, harness: Path) -> Iterator[tuple[str, int]]:
    """The bare site on a database of its own."""
    with tempfile.TemporaryDirectory(prefix="bare-") as folder, databases.emptied(name) as address:
        environment = os.environ | {
            "CALIB_AUTH": "1",
            "CALIB_FILE": f"{folder}/bare.sqlite3",
            "PYTHONPATH": str(harness.resolve()),
        }
        environment.pop("DJANGO_SETTINGS_MODULE", None)
        if address:
            parts = urlsplit(address)
            environment |= {"CALIB_DB": "postgres", "PGHOST": parts.hostname or "", "PGPORT": str(parts.port or 5432)}
            environment |= {
                "PGUSER": parts.username or "",
                "PGPASSWORD": parts.password or "",
                "PGDATABASE": parts.path[1:],
            }
        laying = [sys.executable, "-m", "calib_site.manage"]
        subprocess.run(laying, env=environment, check=True, stdout=subprocess.DEVNULL)
        with served("calib_site.wsgi", environment) as where:
            yield where


if __name__ == "__main__":
    main()
