"""What ``manage.py check --database default`` says about the database; ``migrate`` asks it, too."""

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, Warning, register

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
