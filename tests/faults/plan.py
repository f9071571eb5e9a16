"""What is armed: one small file that the test writes and every process of the desk reads."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

STEPS = ("before_lease", "after_lease", "fetching", "fetched", "reading", "before_commit", "after_commit")


SILENT = "silent.example"
SLOW = {SILENT, "slow-head.example", "slow-body.example"}  # nothing whole ever comes from these
SHORT = 5  # seconds of a lease, where a test waits for its end and the desk's own length is not what it asks about


@dataclass(frozen=True)
class Plan:
    """At *step* do *action*, so many *times* in all; read with the stub in *seconds*, or with the *real* pipeline."""

    step: str = ""
    action: str = ""
    times: int = 1
    seconds: float = 0.0
    real: bool = False
    visibility: int = 0
    ahead: int = 0  # seconds by which the worker's own clock is wrong, from its next start
    overdue: int = 1  # seconds until a queued row's message is sent again
    limit: int = 120  # seconds of a task, read when a worker starts
    lease: int = 0  # seconds of a lease; 0: the desk's own


def folder() -> Path:
    return Path(os.environ["FACTCHECK_DATA"]) / "faults"


def write(plan: Plan, place: Path) -> None:
    """Arm this plan and forget what earlier ones did; in one step, so that no reader sees half of it."""
    place.mkdir(exist_ok=True)
    for mark in place.glob("done-*"):
        mark.unlink()
    draft = place / "draft"
    draft.write_text(json.dumps(asdict(plan)))
    draft.rename(place / "plan")


def read() -> Plan:
    try:
        return Plan(**json.loads((folder() / "plan").read_text()))
    except FileNotFoundError:
        return Plan()


def fires(plan: Plan, step: str) -> bool:
    """Whether the armed action is due at this step; each time is claimed by one process alone."""
    if plan.step != step:
        return False
    for number in range(plan.times):
        try:
            (folder() / f"done-{number}").touch(exist_ok=False)
        except FileExistsError:
            continue
        return True
    return False


def fired(place: Path) -> int:
    """How often the action has happened."""
    return len(list(place.glob("done-*")))
