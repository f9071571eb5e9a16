"""What ``manage.py check`` says of this desk beyond Django's own words, most of it before it goes out (``--deploy``)."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection
from django.utils.module_loading import import_string

CONSOLE = "django.core.mail.backends.console.EmailBackend"


def register() -> None:
    checks.register(carries_letters)
    checks.register(letters_go_out, deploy=True)
    checks.register(demonstration_is_over, deploy=True)


def carries_letters(**_: Any) -> list[checks.CheckMessage]:
    try:
        import_string(settings.EMAIL_BACKEND)
    except ImportError as error:
        return [checks.Error(f"EMAIL_BACKEND carries no letters: {error}", id="factcheck.E001")]
    return []


def letters_go_out(**_: Any) -> list[checks.CheckMessage]:
    if not settings.MAIL_IS_SET_UP:
        told = "No mail is set up: nobody can set a forgotten password anew, and no notification leaves the desk."
        return [checks.Warning(told, hint="Give EMAIL_HOST and its neighbours.", id="factcheck.W001")]
    if settings.EMAIL_BACKEND == CONSOLE:
        told = "Letters go into the log, and with them links that open accounts."
        return [checks.Warning(told, hint="Give EMAIL_HOST, and no EMAIL_BACKEND.", id="factcheck.W002")]
    return []


def demonstration_is_over(**_: Any) -> list[checks.CheckMessage]:
    """Accounts of the demonstration are switched off; where there is no database yet, none of them is in it."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).is_file():
        return []
    try:
        told = import_string("claims.management.supervisor.accounts.demonstration_left")()
    except DatabaseError:
        return []
    return [checks.Error(told, id="factcheck.E002")] if told else []
