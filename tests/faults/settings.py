"""The project's own settings, with faults built into the worker and short waits: for this suite alone."""

import os
import sys
from datetime import UTC, datetime, timedelta

from factcheck.settings import *  # noqa: F403  # a settings file takes over all names
from tests.faults import plan

# isort: split
# Only now: it imports pytest, and the desk's settings take a process with pytest for a test, with other passwords and another cache.
_armed = plan.read()
CELERY_IMPORTS = ["tests.faults.hooks"]
CELERY_TASK_SOFT_TIME_LIMIT = _armed.limit
CELERY_TASK_TIME_LIMIT = _armed.limit + 10
for _queue in WORKER_QUEUES:  # noqa: F405  # from the star above
    CELERY_BEAT_SCHEDULE[f"heartbeat-{_queue}"]["schedule"] = 10  # noqa: F405  # heard again soon, missed late
INSTALLED_APPS = [*INSTALLED_APPS, "tests.faults.apps.Faults"]  # noqa: F405  # from the star above
if os.environ.get("FAULT_SERVER_APPLICATION"):
    WSGI_APPLICATION = os.environ["FAULT_SERVER_APPLICATION"]
if _armed.ahead and "worker" in sys.argv:
    import time_machine  # it brings pytest along, by which the project's settings know a test: no desk may have that

    # below Python's own functions, so that Celery, kombu and the desk alike ask a clock that is wrong, and see it go on
    time_machine.travel(datetime.now(UTC) + timedelta(seconds=_armed.ahead), tick=True).start()
if _armed.visibility:
    CELERY_BROKER_TRANSPORT_OPTIONS = CELERY_BROKER_TRANSPORT_OPTIONS | {  # noqa: F405  # from the star above
        "visibility_timeout": _armed.visibility,
        "unacked_restore_interval": 1,
    }
