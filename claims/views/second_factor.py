"""Whoever the desk policy asks for a second factor sets it up before any other page; what they had typed is not lost."""

from typing import Any, cast

from allauth.account.stages import LoginStageController
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.db.models import Q
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from claims.models import User
from claims.record import second_factor
from claims.views.errors import at_the_top, kept

# What setting one up needs, and the way out.
OPEN = frozenset(
    {"account_reauthenticate", "account_logout", "mfa_index", "mfa_activate_totp"}
    | {"mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes"}
)


class SecondFactorMiddleware:
    """Leads to the set-up whoever owes the desk a second factor; pages that need no login stay open."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return cast(HttpResponse, self.get_response(request))

    def process_view(self, request: HttpRequest, view: Any, *_rest: Any) -> HttpResponse | None:
        if request.resolver_match is not None and request.resolver_match.view_name == "mfa_authenticate":
            return _begin_again(request)
        if not getattr(request.user, "owes_factor", False) or not getattr(view, "login_required", True):
            return None
        match = request.resolver_match
        if match is not None and match.view_name in OPEN:
            return None
        return _lead(request)


def _begin_again(request: HttpRequest) -> HttpResponse | None:
    """Drop a half-finished login whose person has no second factor any more: its pages would send them to and fro for ever."""
    stage = LoginStageController.enter(request, AuthenticateStage.key)
    if stage is None or _has_one(stage.login.user.pk):
        return None
    messages.info(request, _("Your second factor was removed meanwhile: log in once more, with your password alone."))
    return cast(HttpResponse, stage.abort())


def _has_one(person: int) -> bool:
    return second_factor.with_factor(User.objects.filter(pk=person)).filter(Q(has_factor=True)).exists()


def _lead(request: HttpRequest) -> HttpResponse:
    if getattr(request, "htmx", False):
        return at_the_top(render(request, "mfa/owed.html#said", status=403))
    if request.method in ("GET", "HEAD"):
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    context = {"kept": kept(request), "files": bool(request.FILES), "again": request.get_full_path()}
    return render(request, "mfa/owed.html", context, status=403)


@receiver(authenticator_added)
def _added(user: User, authenticator: Authenticator, **_how: Any) -> None:
    second_factor.note("add_second_factor", user, authenticator.type)


@receiver(authenticator_removed)
def _removed(user: User, authenticator: Authenticator, **_how: Any) -> None:
    second_factor.note("give_up_second_factor", user, authenticator.type)


@receiver(authenticator_reset)
def _renewed(user: User, authenticator: Authenticator, **_how: Any) -> None:
    second_factor.note("renew_second_factor", user, authenticator.type)
