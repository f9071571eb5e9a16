"""A lease that is short, because a thread beside the work renews it: who lives keeps it, who is dead loses it soon.

A process that is killed takes its thread along, and one that is stopped cannot renew. A task that hangs is renewed until the time
after which its worker would have ended it, and no longer: nobody may be left who ends it.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from typing import TypeVar

from django.db import Error, connections

from claims.models import Work
from claims.record import work

logger = logging.getLogger(__name__)
W = TypeVar("W", bound=Work)
BEATS = 3  # in one lease: two of them may fail, or wait for the interpreter, before it is over


@contextmanager
def held(kind: type[W], pk: int) -> Iterator[W | None]:
    """Take this work and keep its lease alive meanwhile; None if it is done, not due, held by another, or gone.

    Who loses it to another on the way ends here, and what was done is thrown away.
    """
    job = work.take(kind, pk)
    if job is None:
        yield None
        return
    over = Event()
    Thread(target=_renew, args=(job, over), name=f"lease of {kind.__name__} {pk}", daemon=True).start()
    try:
        yield job
    except work.LostLease:
        logger.info("%s %s is another's by now", kind.__name__, pk)
    finally:
        over.set()  # not waited for: a beat on its way finds nothing to renew


def _renew(job: Work, over: Event) -> None:
    """Beat until the work is over, is no longer ours, or has taken longer than any task may."""
    last = monotonic() + job.longest_seconds
    while not over.wait(job.lease_seconds / BEATS) and monotonic() < last:
        try:
            work.beat(job)
        except work.LostLease:
            return  # it was ended a moment ago; or it is another's, and the worker is told so when it wants to store
        except Error as error:  # the next beat may reach the database again
            logger.warning("the lease of %s %s was not renewed: %s", type(job).__name__, job.pk, error)
        finally:
            connections.close_all()  # this thread's own: rarely used, so not kept open
