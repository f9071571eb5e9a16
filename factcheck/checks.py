"""What ``manage.py check`` says of the desk's letters; what it says of its database and accounts is in ``claims.management.checks``."""

from typing import Any

from django.conf import settings
from django.core import checks
from django.utils.module_loading import import_string

CONSOLE = "django.core.mail.backends.console.EmailBackend"


def register() -> None:
    checks.register(carries_letters)
    checks.register(letters_go_out, deploy=True)


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
