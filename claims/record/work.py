"""Every Work's life: taken by one conditional UPDATE, beaten, finished or failed by whoever still holds it, swept."""

import logging
import secrets
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any, TypeVar

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F, Manager, Q, QuerySet
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from claims.models import Heartbeat, Work, WorkState
from claims.record import versions

logger = logging.getLogger(__name__)
W = TypeVar("W", bound=Work)

LOST = _("It was tried %(attempts)s times and stopped each time without an answer. A person has to look at it.")
# How long a queued row may wait before the sweeper sends its message again: longer than a healthy broker takes.
OVERDUE = timedelta(seconds=15)
LONGEST_PAUSE = timedelta(hours=1)  # between two attempts: what another's server may ask for at most
SENT_AGAIN = timedelta(
    seconds=30
)  # how long the sweeper believes that a message which it sent still waits at the broker
MOST_SENT = 500  # messages before a worker: with more of them the sweeper adds to a queue that is long already
A_FEW = 5  # of those that wait longest are sent nevertheless: theirs may be the ones that were lost
ROUND = "round"  # the sweeper began one
SWEEPER = "sweeper"  # the sweeper got through one, and nothing of it failed
SIGN_OF_LIFE = "claims.heartbeat"


class LostLease(Exception):
    """Somebody else holds this work now: what was done is thrown away."""


def kinds() -> Iterator[type[Work]]:
    """Every kind of work in the house."""
    yield from Work.__subclasses__()


def wake(work: Work) -> None:
    """Hint to Celery, once the transaction has committed, that this row waits; a broker's failure is swallowed.

    This module alone sends Celery messages. The sweeper sends what was not sent.
    """
    transaction.on_commit(lambda: _send(type(work).task, work.pk), robust=True)


def wake_next(tasks: Sequence[str]) -> None:
    """Hint at the one row of these tasks that is due and waits longest, for whoever did the one before."""
    by_task = {kind.task: kind for kind in kinds()}
    for task in tasks:
        due = Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=Now())
        waiting = by_task[task]._default_manager.filter(due, state=WorkState.QUEUED).order_by("pk")
        if (pk := waiting.values_list("pk", flat=True).first()) is not None:
            _send(task, pk)
            return


def _send(task: str, pk: int) -> Exception | None:
    """What the broker raised, or None if it took the message."""
    # said each time: where the task is registered, Celery takes the default priority for the task's own, before the route's
    return _put(task, [pk], priority=_priority(task))


def _put(task: str, args: list[Any], **options: Any) -> Exception | None:
    try:
        current_app.send_task(task, args=args, ignore_result=True, **options)
    except Exception as error:  # noqa: BLE001  # whatever a broker may raise: the row is the truth
        logger.warning("broker did not take %s(%s): %s", task, *args, error)
        return error
    return None


def _priority(task: str) -> int:
    return int(_route(task).get("priority", settings.CELERY_TASK_DEFAULT_PRIORITY))


def _route(task: str) -> dict[str, Any]:
    return dict(settings.CELERY_TASK_ROUTES.get(task, {}))


def ask_for_signs() -> None:
    """Send a sign of life on its way through each queue, as beat does, for where no beat runs."""
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        if entry["task"] == SIGN_OF_LIFE and _put(entry["task"], entry["args"], **entry["options"]) is not None:
            return  # the others would wait for the same broker


def take(kind: type[W], pk: int) -> W | None:
    """Hold this work for its lease and return it, or None if it is done, not due, held by another, or gone.

    None, too, where the database is of another version than this process: what one writes the other may not be able to store, and
    each attempt would be lost. The row waits for whoever is of its version.
    """
    if versions.apart():
        logger.warning("%s(%s) is left to others: the database is of another version than this process", kind.task, pk)
        return None
    token = secrets.token_hex(16)
    free = Q(state=WorkState.QUEUED) | Q(state=WorkState.RUNNING, lease_until__lt=Now())
    due = Q(next_attempt_at__isnull=True) | Q(next_attempt_at__lte=Now())
    taken = kind._default_manager.filter(free & due, pk=pk, attempts__lt=kind.max_attempts).update(
        state=WorkState.RUNNING,
        token=token,
        lease_until=Now() + timedelta(seconds=kind.lease_seconds),
        attempts=F("attempts") + 1,
        started_at=Now(),
        progress=0,
        stage="",
        reason="",
    )
    return kind._default_manager.get(pk=pk) if taken else None


def beat(work: Work, *, progress: int | None = None, total: int | None = None, stage: str | None = None) -> None:
    """Renew the lease and show how far the work has come; raises LostLease if it is no longer ours."""
    shown = {"progress": progress, "total": total, "stage": stage}
    values: dict[str, Any] = {name: value for name, value in shown.items() if value is not None}
    _held(work, lease_until=Now() + timedelta(seconds=work.lease_seconds), **values)


def finish(work: Work, **values: Any) -> None:
    """Mark it done, inside the transaction that stores its result; raises LostLease for a late writer."""
    _held(work, state=WorkState.DONE, finished_at=Now(), lease_until=None, **values)


def fail(work: Work, reason: str) -> None:
    """End it for good with a reason that a journalist understands."""
    _held(work, state=WorkState.FAILED, finished_at=Now(), lease_until=None, reason=reason)


def retry(work: Work, reason: str, *, after: timedelta) -> None:
    """Put it back until *after* from now; the last attempt fails instead."""
    if work.attempts >= work.max_attempts:
        fail(work, reason)
    else:
        _held(work, state=WorkState.QUEUED, token="", lease_until=None, next_attempt_at=Now() + after, reason=reason)


def again(works: QuerySet[Any]) -> None:
    """Let works be done once more from the beginning, inside the transaction of the verb that asks for it; they are woken."""
    works.update(
        state=WorkState.QUEUED,
        token="",
        lease_until=None,
        attempts=0,
        next_attempt_at=None,
        finished_at=None,
        reason="",
    )
    for one in works.all():
        wake(one)


def _held(work: Work, **values: Any) -> None:
    ours = type(work)._default_manager.filter(pk=work.pk, state=WorkState.RUNNING, token=work.token)
    if ours.update(**values) != 1:
        raise LostLease


def sweep() -> int:
    """Send again what waits too long, free what a dead worker held, fail what used up its attempts; how many were woken."""
    woken = 0
    for kind in kinds():
        rows = kind._default_manager
        _bring_back(rows, kind.lease_seconds)
        _free(kind)
        woken += _send_again(kind)
    of_later = Heartbeat.objects.filter(at__gt=Now())  # of before a clock went back: it says nothing of later
    if of_later.exists():
        of_later.update(at=Now())
    return woken


def _free(kind: type[Work]) -> None:
    """What a dead worker held is queued again, or has failed after its last attempt; asked first, as below."""
    expired = kind._default_manager.filter(state=WorkState.RUNNING, lease_until__lt=Now())
    if expired.exists():
        expired.filter(attempts__gte=kind.max_attempts).update(
            state=WorkState.FAILED,
            finished_at=Now(),
            lease_until=None,
            reason=LOST % {"attempts": kind.max_attempts},
        )
        expired.update(state=WorkState.QUEUED, token="", lease_until=None)


def _send_again(kind: type[Work]) -> int:
    """Send the messages of what waits too long, but of what was sent just now, and no more than the broker's queue is short of."""
    queued = kind._default_manager.filter(state=WorkState.QUEUED)
    overdue = Q(next_attempt_at__isnull=True, created_at__lt=Now() - OVERDUE) | Q(next_attempt_at__lte=Now())
    unsent = Q(lease_until__isnull=True) | Q(lease_until__lt=Now())
    pks = list(queued.filter(overdue, unsent).order_by("pk").values_list("pk", flat=True)[:MOST_SENT])
    if not pks:
        return 0
    pks = pks[: max(A_FEW, MOST_SENT - messages_before(kind.task))]
    queued.filter(pk__in=pks).update(lease_until=Now() + SENT_AGAIN)
    for count, pk in enumerate(pks):
        if _send(kind.task, pk) is not None:  # the broker is away: the next round tries
            queued.filter(pk__in=pks[count:]).update(lease_until=None)
            return count
    return len(pks)


def _bring_back(rows: Manager[Any], lease_seconds: int) -> None:
    """A clock that went back leaves times behind that are too far ahead: no lease, no pause lasts longer than it may."""
    longest = Now() + timedelta(seconds=lease_seconds)
    leases = Q(state=WorkState.RUNNING, lease_until__gt=longest)
    pauses = Q(state=WorkState.QUEUED, next_attempt_at__gt=Now() + LONGEST_PAUSE)
    births = Q(state=WorkState.QUEUED, created_at__gt=Now())
    sent = Q(state=WorkState.QUEUED, lease_until__gt=Now() + SENT_AGAIN)
    # asked first: on SQLite an update without rows locks the desk too
    if rows.filter(leases | pauses | births | sent).exists():
        rows.filter(leases).update(lease_until=longest)
        rows.filter(pauses).update(next_attempt_at=Now())
        rows.filter(births).update(created_at=Now())
        rows.filter(sent).update(lease_until=None)


def alive(name: str) -> None:
    """Note, by the database's clock, that this part of the house lives."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": Now()})


def swept_just_now() -> bool:
    """Whether the sweeper began a round less than half its interval ago, by the database's clock."""
    since = Now() - timedelta(seconds=settings.SWEEP_SECONDS / 2)
    return Heartbeat.objects.filter(name=ROUND, at__gt=since, at__lte=Now()).exists()


def silent(names: list[str]) -> list[str]:
    """Which of these have not been heard of for longer than the setting allows."""
    heard = Heartbeat.objects.filter(name__in=names, at__gte=Now() - timedelta(seconds=settings.HEARTBEAT_SECONDS))
    return sorted(set(names) - set(heard.values_list("name", flat=True)))


def messages_before(task: str) -> int:
    """How many messages a worker finds before the next one of this task; none where the broker does not say."""
    queue = _route(task).get("queue", settings.CELERY_TASK_DEFAULT_QUEUE)
    try:
        with current_app.connection_for_write() as connection:
            connection.ensure_connection(max_retries=0, timeout=1)
            channel: Any = (
                connection.default_channel
            )  # Redis keeps a list for each step of priority, the first of them first
            steps = [step for step in channel.priority_steps if step <= _priority(task)]
            return sum(channel.client.llen(channel._q_for_pri(queue, step)) for step in steps)
    except Exception:  # noqa: BLE001  # whatever a broker may raise: it is asked to spare it, not to know
        return 0


def broker_answers() -> bool:
    """Whether the broker takes a connection within a second."""
    try:
        with current_app.connection_for_write() as connection:
            connection.ensure_connection(max_retries=0, timeout=1)
            connection.default_channel.client.ping()  # type: ignore[attr-defined]  # Redis has one
    except Exception:  # noqa: BLE001  # whatever a broker may raise means no
        return False
    return True
