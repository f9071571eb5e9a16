"""Two questions that machines ask: is the process alive, and can the desk do its work."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from claims.record import work


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
    """Whether database, broker, worker and sweeper are there: 200, or 503 and what is missing."""
    database = _database_answers()
    watched = [*settings.WORKER_QUEUES, work.SWEEPER]
    silent = work.silent(watched) if database else watched
    parts = {
        "database": database,
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
