"""How long one task may take over a page of somebody else's: its steps share one limit, which ends before the task's own.

Asking robots.txt and waiting for a turn have limits of their own; the page gets what is left of the time but for what reading it
may need, and reading gets all the rest. So a slow server costs the reading nothing, and a quick one leaves it much.
"""

import time
from datetime import timedelta

from claims.ingest import fetching

TASK = timedelta(seconds=37)  # the tasks' soft limit is 40 s: what came late is still stored
READING = timedelta(seconds=10)  # what a child may need for a page at the limit of its size


class TimeLeft:
    """The time of one task, which runs from now on."""

    def __init__(self) -> None:
        self._end = time.monotonic() + TASK.total_seconds()

    @property
    def _left(self) -> timedelta:
        return timedelta(seconds=max(0.0, self._end - time.monotonic()))

    @property
    def for_the_page(self) -> timedelta:
        """How long a server may take to send its page."""
        return min(fetching.DEADLINE, max(self._left - READING, timedelta(seconds=1)))

    @property
    def for_reading(self) -> int:
        """How many seconds the reading of what came may take."""
        return max(1, int(self._left.total_seconds()))
