"""What ``manage.py check`` says about the database (``--database default``; ``migrate`` asks it, too) and the accounts in it (``--deploy``)."""

from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DatabaseError, connection

from claims.management.supervisor.accounts import demonstration_left
from claims.record import foundation, versions


@register(Tags.database)
def stands(app_configs: Any, databases: Any = None, **_: Any) -> list[CheckMessage]:
    """The database is no newer than this desk, and what every desk stands on is laid in it."""
    if not databases:
        return []
    if newer := versions.ahead():
        return [Error(f"The database is of a newer desk, which took {', '.join(newer)}.", id="claims.E001")]
    if versions.behind():  # about to be migrated, or told by migrate --check
        return []
    if missing := foundation.wanting():
        told = f"The desk lacks what it stands on: {', '.join(missing)}."
        return [Warning(told, hint="Lay it with `manage.py lay`; twice is harmless.", id="claims.W001")]
    return []


@register(deploy=True)
def demonstration_is_over(**_: Any) -> list[CheckMessage]:
    """Accounts of the demonstration are switched off; where there is no database yet, none of them is in it."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).is_file():
        return []
    try:
        told = demonstration_left()
    except DatabaseError:
        return []
    return [Error(told, id="claims.E002")] if told else []
