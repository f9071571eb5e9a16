"""Two questions that machines ask: is the process alive, and can the desk do its work."""

from time import monotonic

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.record import foundation, versions, work

LOOKED_AGAIN = 60.0  # seconds for which what was found well is believed: machines ask every few seconds


class Ground:
    """Whether database and desk are of one version, and whether the desk is laid; remembered for a while once both are so."""

    well_until = 0.0

    def looks(self) -> dict[str, bool]:
        if monotonic() < self.well_until:
            return {"version": True, "foundation": True}
        try:
            version = not versions.ahead() and not versions.behind()
            laid = version and not foundation.wanting()
        except DatabaseError:
            version = laid = False
        if laid:
            self.well_until = monotonic() + LOOKED_AGAIN
        return {"version": version, "foundation": laid}


GROUND = Ground()


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """The process answers; it asks nothing of anybody else."""
    return JsonResponse({"live": True})


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Whether database, broker, worker and sweeper are there, and the desk is laid: 200, or 503 and what is missing."""
    database = _database_answers()
    watched = [*settings.WORKER_QUEUES, work.SWEEPER]
    silent = work.silent(watched) if database else watched
    parts = {
        "database": database,
        **(GROUND.looks() if database else {"version": False, "foundation": False}),
        "broker": work.broker_answers(),
        "worker": not set(settings.WORKER_QUEUES) & set(silent),
        "sweeper": work.SWEEPER not in silent,
    }
    ready = all(parts.values())
    return JsonResponse({"ready": ready, **parts}, status=200 if ready else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return False
    return True
