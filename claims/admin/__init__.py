"""The admin panel: it looks up everything, repairs reference data, and says the same verbs as the desk.

Every change made here is an event. Status fields are read-only; nothing here has power over verdicts that the workflow
does not give.
"""

from allauth.account.admin import EmailAddressAdmin  # noqa: F401  # registered as it is imported
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.admin import AuthenticatorAdmin  # noqa: F401  # registered as it is imported
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.contrib.auth.models import Group
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy

from claims.admin import desk, lookups, people, reference

__all__ = ["desk", "lookups", "people", "reference"]

admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]  # the desk's own throttled login


def _password_change(request: HttpRequest, extra_context: object = None) -> HttpResponse:
    """The desk's own page: the panel's would take as many wrong old passwords as somebody likes to try."""
    return redirect("account_change_password")


admin.site.password_change = _password_change  # type: ignore[method-assign, assignment]  # the site is Django's, and has no other place for it
admin.site.site_header = admin.site.site_title = gettext_lazy("Fact-checking desk: administration")
admin.site.unregister(Group)  # roles are fixed: the table of the workflow names them
for _silent in (EmailAddress, EmailConfirmation, Authenticator):  # changes of a person without an event
    if admin.site.is_registered(_silent):
        admin.site.unregister(_silent)
